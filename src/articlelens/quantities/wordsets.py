"""Sets of words: written as text in the code that needs them, or with their reasons in ``data/words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def wordset(words: str) -> frozenset[str]:
    """The words of ``words``, which blanks part."""
    return frozenset(words.split())


def named(name: str) -> frozenset[str]:
    """The words of a set of ``data/words.toml``."""
    return wordset(toml("words")[name]["words"])


@cache
def toml(table: str) -> dict[str, Any]:
    """A table of ``data/``, as TOML has it."""
    return tomllib.loads(files("articlelens.quantities").joinpath("data", f"{table}.toml").read_text("utf-8"))
