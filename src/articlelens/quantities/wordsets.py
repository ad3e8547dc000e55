"""Sets of words: written as text in the code that needs them, or with their reasons in ``data/words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def wordset(words: str) -> frozenset[str]:
    """The words of ``words``, which blanks part."""
    return frozenset(words.split())


def named(name: str) -> frozenset[str]:
    """The words of a set of ``data/words.toml``."""
    return wordset(_sets()[name]["words"])


@cache
def _sets() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("articlelens.quantities").joinpath("data", "words.toml").read_text("utf-8"))
