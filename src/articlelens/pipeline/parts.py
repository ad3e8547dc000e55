"""Texts longer than a model takes at once: cut at paragraphs, and joined again once they are parsed.

The model's memory grows with the length of what it reads at once, by some four gigabytes for a million characters, and
a paragraph's edge is a sentence's edge, so that nothing is lost by a cut there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

MAX_PART = 100_000  # code points; the model takes some 400 MB for them


def cuts(text: str, starts: Sequence[int], most: int = MAX_PART) -> list[tuple[int, int]]:
    """Start and end of each part of ``text``, which together are all of it.

    Args:
        text: The text.
        starts: Where its paragraphs begin, in order.
        most: The greatest length of a part.  A longer paragraph is cut at the end of a sentence, else at a blank.
    """
    edges = [0]
    remaining = iter([*starts, len(text)])
    coming = next(remaining)
    while len(text) - edges[-1] > most:
        last = end = edges[-1]
        while coming <= last + most:
            end = coming
            coming = next(remaining)
        edges.append(end if end > last else _within(text, last, last + most))
    return list(pairwise([*edges, len(text)]))


def _within(text: str, start: int, end: int) -> int:
    for mark in (". ", " "):
        found = text.rfind(mark, start + 1, end)
        if found > start:
            return found + len(mark)
    return end


def joined(docs: Sequence[Doc]) -> Doc:
    """One document of its parsed parts; annotations of ours are not carried over."""
    doc = Doc.from_docs(list(docs), ensure_whitespace=False, exclude=["tensor", "user_data", "spans"])  # type: ignore[call-arg] # its stub lags
    if doc is None:
        raise ValueError("there are no parts")
    return doc
