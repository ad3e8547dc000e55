"""Sets of words, written as text."""

from __future__ import annotations


def wordset(words: str) -> frozenset[str]:
    """The words of ``words``, which blanks part."""
    return frozenset(words.split())
