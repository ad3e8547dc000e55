"""People with a nickname inside their name: ``Amadou "Douds" Sarr``, ``Robert (Bobby) Vale``.

Writers put a nickname in quotes or brackets between the given name and the surname; the marks part no name there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlelens.gazetteer import is_well_known
from articlelens.pipeline.naming.boundaries import Like, is_title
from articlelens.pipeline.naming.duties import PROPER
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

QUOTES: Final = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»"}
BRACKETS: Final = {"(": ")"}
MARKS: Final = QUOTES | BRACKETS
MAX_NICKNAME: Final = 3  # words of it
MAX_SIDE: Final = 3  # words of the name on either side
LIKE_A_NAME: Final = frozenset({"given", "surname", "unknown", "nothing", ""})


def find_nicknamed(view: View, like: Like) -> Iterator[Mention]:
    """The people who are named with their nickname, in text order.

    Args:
        view: The document.
        like: Tells the kind of name that a word is like.
    """
    floor = 0
    for at, mark in enumerate(view.words):
        if mark not in MARKS or at <= floor:
            continue
        close = _close(view, at, MARKS[mark])
        if not close or (mark in BRACKETS and not _is_short_name(view, at, close, like)):
            continue
        start, end = _left(view, at, floor), _right(view, close + 1)
        if start < at and end > close + 1:
            yield Mention(start=start, end=end, label="PERSON", rules=["nickname"], hints=["nickname"])
            floor = end


def _close(view: View, at: int, mark: str) -> int:
    """Where the mark stands that closes a nickname of a few capitalised words; 0 where none does."""
    for index in range(at + 1, min(at + MAX_NICKNAME + 2, len(view))):
        if view.words[index] == mark:
            return index if index > at + 1 else 0
        if not view.words[index][:1].isupper() and view.lowers[index] != "the":
            return 0
    return 0


def _is_short_name(view: View, at: int, close: int, like: Like) -> bool:
    """Whether brackets hold a given name's short form, and not a party, a country or an acronym."""
    word = view.words[at + 1]
    return close == at + 2 and word.istitle() and like(word) in LIKE_A_NAME and not is_well_known(word)


def _left(view: View, at: int, floor: int) -> int:
    start = at
    while start > floor and at - start < MAX_SIDE and _is_name(view, start - 1):
        start -= 1
        if start in view.blocks:
            break
    return start


def _right(view: View, at: int) -> int:
    end = at
    while end < len(view) and end - at < MAX_SIDE and end not in view.blocks:
        if _is_name(view, end):
            end += 1
        elif view.words[end] in words("people.particles") and end + 1 < len(view) and _is_name(view, end + 1):
            end += 2
        else:
            break
    return end


def _is_name(view: View, index: int) -> bool:
    lower = view.lower(index)
    return (
        view.words[index][:1].isupper()
        and view.tags[index] in PROPER
        and view.own[index]
        and not is_title(view, index)
        and not any(lower in words(kind) for kind in _NO_NAMES)
    )


_NO_NAMES: Final = (
    "organizations.heads", "others.calendar", "others.demonyms", "others.junk", "people.adherents", "people.roles",
)  # fmt: skip
