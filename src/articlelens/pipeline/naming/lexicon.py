"""The word lists of ``lexicon.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Mapping[str, Any]:
    """A data file of this package, read once.

    Args:
        name: Its name, such as ``lexicon.toml``.
    """
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one list, such as ``people.titles``."""
    return frozenset(_list(kind).split())


@cache
def lines(kind: str) -> frozenset[str]:
    """The names of a list that has one a line, such as ``places.regions``."""
    return frozenset(_list(kind).strip().splitlines())


def _list(kind: str) -> str:
    table, _, key = kind.partition(".")
    found: str = load("lexicon.toml")[table][key]
    return found


@cache
def namesakes() -> frozenset[str]:
    """Well-known organizations that are called after people, places or things, from ``organizations.toml``."""
    return _organizations("namesakes")


@cache
def well_known() -> frozenset[str]:
    """Well-known organizations whose names mean nothing else."""
    return _organizations("companies", "bodies", "press", "clubs")


def _organizations(*kinds: str) -> frozenset[str]:
    return frozenset(name for kind in kinds for name in load("organizations.toml")[kind].strip().splitlines())
