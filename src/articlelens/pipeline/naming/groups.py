"""Groups that are called after who belongs to them and what for: "Bakers Without Walls", "Nurses for Fair Pay".

Their words are common ones, in which the entity recognizer often sees no name; the capitals tell, where no sentence
and no headline accounts for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlelens.pipeline.naming.boundaries import Like
from articlelens.pipeline.naming.headlines import title_lines
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

MAX_CAUSE: Final = 4  # words of what a group is for
COMMON: Final = frozenset({"abstract", "noun", "org_noun"})  # what words of a cause are like: "Peace", not "Tanor"
_LINKS: Final = frozenset({"against", "for", "without"})


def find_groups(view: View, like: Like) -> Iterator[Mention]:
    """The groups of people that a text names, in text order.

    Args:
        view: The document.
        like: Tells the kind of name that a word is like.
    """
    members = words("organizations.members")
    for at, lower in enumerate(view.lowers):
        if lower not in _LINKS or not 0 < at < len(view) - 1 or view.lowers[at - 1] not in members:
            continue
        end = _end(view, at + 1)
        start = at - 1
        common = all(like(word) in COMMON for word in view.words[at + 1 : end])
        sure = view.words[at][0].isupper() or not view.breaks[start] or common
        if end and sure and view.words[start][0].isupper() and view.own[start] and not _is_headline(view, start):
            yield Mention(start=start, end=end, label="ORG", rules=["group"], hints=["group of people"])


def _end(view: View, at: int) -> int:
    """Behind the capitalised words at ``at``, with an article before them; 0 where there are none."""
    first = at + (view.lowers[at] == "the")
    end = first
    while end < len(view) and end - first < MAX_CAUSE and view.words[end][:1].isupper() and not view.breaks[end]:
        end += 1
    return end if end > first and not any(view.breaks[at:end]) else 0


def _is_headline(view: View, index: int) -> bool:
    return any(start <= index < end for start, end in title_lines(view))
