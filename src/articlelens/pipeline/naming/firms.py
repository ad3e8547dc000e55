"""Firms by their partners: "Marlow & Finch", "Hobbs, Tarn, Vale & Pike"."""

from __future__ import annotations

from collections.abc import Iterator

from articlelens.pipeline.naming.duties import PROPER
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

MAX_PARTNERS = 6


def find_firms(view: View) -> Iterator[Mention]:
    """The firms of three partners and more, each named by one word, in text order.

    Those of two the recognizer finds, and "&" between two words is in many a name that is longer.
    """
    for at, word in enumerate(view.words):
        if word != "&" or not (_is_partner(view, at - 1) and _is_partner(view, at + 1)):
            continue
        start, partners = at - 1, 2
        while partners < MAX_PARTNERS and start > 1 and view.words[start - 1] == "," and _is_partner(view, start - 2):
            start, partners = start - 2, partners + 1
        if partners > 2 and not any(view.breaks[start + 1 : at + 2]) and not _is_partner(view, start - 1):
            yield Mention(start=start, end=at + 2, label="ORG", rules=["partners"])


def _is_partner(view: View, index: int) -> bool:
    return (
        0 <= index < len(view)
        and view.words[index][:1].isupper()
        and view.tags[index] in PROPER
        and view.own[index]
        and view.lower(index) not in words("people.offices")  # "Ministry of Roads, Water & Power"
    )
