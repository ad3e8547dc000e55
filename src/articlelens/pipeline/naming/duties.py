"""The duties that a body has in its name: "Ministry of Roads, Water and Power", "Zembla Ports and Canals Board"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlelens.gazetteer import country_code
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

PROPER: Final = frozenset({"NNP", "NNPS"})
MAX_TAIL: Final = 6  # tokens that "… and Culture" may add to a name
_LIST_HEADS: Final = frozenset(
    {"ministry", "department", "secretariat", "directorate", "office", "commission", "bureau"}
)


def list_tail(view: View, start: int, end: int) -> int:
    """Behind the last of an office's duties, as in "Ministry of Roads, Water and Power"; 0 where there are none."""
    if view.lower(start) not in _LIST_HEADS and not (end - start > 2 and view.lower(start + 1) in _LIST_HEADS):
        return 0
    if any(view.lowers[i] in ("and", "&") for i in range(start, end)):
        return 0  # "Trade and Industry, and X": the list has ended
    at, joined = end, False
    while at < len(view) and at - end < MAX_TAIL + 6 and not view.breaks[at]:
        if view.words[at] == "," and not joined:
            at += 1
        elif view.lowers[at] in ("and", "&") and at + 1 < len(view) and view.words[at + 1][:1].isupper():
            at, joined = at + 1, True
        elif view.words[at][:1].isupper() and view.tags[at] in PROPER and view.words[at - 1] != ".":
            at += 1
        else:
            break
    return at if joined and view.words[at - 1][:1].isupper() else 0


def find_boards(view: View) -> Iterator[Mention]:
    """A country's bodies with two duties before what they are, in text order: "Zembla Ports and Canals Board"."""
    for at in range(1, len(view) - 1):
        if view.lowers[at] != "and" or not (_is_duty(view, at + 1) and _is_free_duty(view, at - 1)):
            continue
        start, end = at - 1, at + 2
        while start > 0 and _is_free_duty(view, start - 1):
            start -= 1
        owner = view.words[start - 1] if start else ""
        owned = bool(country_code(owner)) or owner.lower() in words("others.demonyms")
        head = view.lower(end) in words("organizations.heads") and view.lower(end) in words("organizations.public")
        if owned and head and view.words[end].istitle() and view.own[end] and not any(view.breaks[start : end + 1]):
            yield Mention(start=start - 1, end=end + 1, label="ORG", rules=["duties"])


def _is_duty(view: View, index: int) -> bool:
    """Whether a capitalised word may be what a body sees to: an office's word, or a plural."""
    lower = view.lower(index)
    return view.words[index].istitle() and (lower in words("people.offices") or lower.endswith("s"))


def _is_free_duty(view: View, index: int) -> bool:
    """The same of a word that makes no body's name by itself, as "Zembla Airways" does."""
    return _is_duty(view, index) and view.lower(index) not in words("organizations.heads")
