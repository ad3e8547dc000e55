"""Datelines: "TEMA, Ghana, March 14 (Gulf Coast Press) -" before the first words of a story.

The shapes are those of the agencies' stylebooks: a town, in capitals or not, perhaps its country or state, perhaps a
day, perhaps the agency in brackets, then a dash or, after an agency or a day, a colon.
"""

from __future__ import annotations

from typing import Final

from articlelens.gazetteer import known_as
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

DASHES: Final = frozenset({"-", "--", "---", "–", "—", "―", "_"})
MAX_TOKENS: Final = 18  # of a dateline, dash included
MAX_TOWN: Final = 4  # words of one place's name
MAX_PLACES: Final = 2  # a town and its country, for each of the towns that a slash parts
_CLOSING: Final = {"(": ")", "/": "/"}


def find_datelines(view: View) -> list[Mention]:
    """The places and agencies of datelines, in text order: those that blocks begin with, and in capitals others too."""
    ends = [*view.blocks[1:], len(view) - 1]
    found = [
        mention for start, limit in zip(view.blocks, ends, strict=False) for mention in _dateline(view, start, limit)
    ]
    blocks = set(view.blocks)
    for start in range(1, len(view)):
        if _may_begin(view, start) and start not in blocks:
            inside = _dateline(view, start, len(view) - 1)
            if inside and known_as(view.surface(inside[0].start, inside[0].end)):
                found += inside
    return sorted(found, key=lambda mention: mention.start)


def _may_begin(view: View, index: int) -> bool:
    """Whether a dateline may begin within a block, where a headline runs on into the story: after a full stop."""
    word = view.words[index]
    return len(word) > 2 and word.isupper() and view.words[index - 1][-1] in ".!?" and view.own[index]


def _dateline(view: View, start: int, limit: int) -> list[Mention]:
    end = _end(view, start, limit)
    if not end:
        return []
    found: list[Mention] = []
    dated = False
    at, most = start, MAX_PLACES
    while at < end:
        if found and _parts_towns(view, at):
            at, most = at + 1, most + MAX_PLACES
            continue
        if view.words[at] in _CLOSING:
            close = _closing(view, at, end)
            if _is_day(view, at + 1):
                dated = True
            elif close > at + 1:
                found.append(
                    Mention(start=at + 1, end=close, label="ORG", rules=["dateline"], hints=["dateline:agency"])
                )
            at = close + 1
            continue
        stop = at
        while stop < end and _is_word(view, stop) and not _is_day(view, stop):
            stop += 1
        if 0 < sum(view.words[i] != "-" for i in range(at, stop)) <= MAX_TOWN and len(found) < most and not dated:
            found.append(Mention(start=at, end=stop, label="GPE", rules=["dateline"], hints=["dateline:place"]))
        elif stop > at:
            return []
        dated = dated or (stop == at and _is_day(view, at))
        at = max(stop, at + 1)
    return found if _is_sure(view, found, end, dated=dated) else []


def _is_sure(view: View, found: list[Mention], end: int, *, dated: bool) -> bool:
    """Whether what was found up to the mark at ``end`` is a dateline: capitals, a day or an agency tell."""
    if not found or found[0].hints != ["dateline:place"]:
        return False
    told = dated or len(found) > 1
    return told or (view.surface(found[0].start, found[0].end).isupper() and view.words[end] in DASHES)


def _closing(view: View, at: int, end: int) -> int:
    """The bracket or slash that closes the one at ``at``; ``end`` where none does."""
    mark = _CLOSING[view.words[at]]
    return next((i for i in range(at + 1, end) if view.words[i][0] == mark), end)


def _parts_towns(view: View, index: int) -> bool:
    """Whether a slash stands between two towns, "LONDON/ASTANA", and does not open what an agency is in."""
    tight = view.words[index] == "/" and view.starts[index] == view.ends[index - 1]
    return tight and view.starts[index + 1] == view.ends[index] and view.words[index + 1][:1].isupper()


def _is_word(view: View, index: int) -> bool:
    """Whether a token may belong to a town's or an agency's name: a capital, or the hyphen of "PORT-AU-TARN"."""
    return view.words[index][:1].isupper() or _ties_capitals(view, index)


def _ties_capitals(view: View, index: int) -> bool:
    tight = view.words[index] == "-" and not _is_apart(view, index)
    return tight and view.words[index - 1][:1].isupper() and view.words[index + 1][:1].isupper()


def _is_day(view: View, index: int) -> bool:
    return view.lower(index) in words("others.calendar") or view.words[index].isdigit()


def _end(view: View, start: int, limit: int) -> int:
    """The dash of the dateline that may begin at ``start``; 0 where the words before it are no dateline's."""
    for index in range(start, min(start + MAX_TOKENS, limit)):
        word = view.words[index]
        if index > start and _ties_capitals(view, index):
            continue
        if index > start and _is_end(view, index):
            return index if _is_apart(view, index) else 0
        if not (word[:1].isupper() or word in ",()/." or _is_day(view, index)):
            return 0
    return 0


def _is_end(view: View, index: int) -> bool:
    """A dash, or a colon behind a bracket or a day."""
    word = view.words[index]
    if word == ":":
        return view.words[index - 1] in (")", "/") or _is_day(view, index - 1)
    return word in DASHES or word == "):"  # one token, since it may be a face


def _is_apart(view: View, index: int) -> bool:
    """Whether a dash stands between words and not, as a hyphen, inside one."""
    if view.words[index] != "-":
        return True
    return view.starts[index] > view.ends[index - 1] or view.starts[index + 1] > view.ends[index]
