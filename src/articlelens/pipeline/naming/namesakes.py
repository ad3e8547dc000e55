"""A person's name alone that is a place's or a club's as well: each mention by what stands right beside it.

Names written alike are classed together, and that is right nearly always.  Where an article has both "Michael Jordan"
and the country, each mention has to tell for itself; those that tell nothing stay with the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from articlelens.gazetteer import known_as
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

RULE: Final = "namesake"
_PLACES: Final = frozenset({"country", "province", "metropolis", "city"})
_GOALS: Final = frozenset({"to", "from", "for"})  # of a way: "flew to X"; else of anything


def part_namesakes(view: View, mentions: Sequence[Mention]) -> None:
    """Classes the mentions of one word by themselves that are part of a person's name and the name of something else.

    Args:
        view: The document.
        mentions: All names with their classes.
    """
    parts: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.kind == "person" and mention.end - mention.start > 1:
            parts[view.words[mention.start]].add("first")
            parts[view.words[mention.end - 1]].add("last")
    alone: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        word = view.words[mention.start]
        if mention.end - mention.start == 1 and word in parts and not mention.listed:
            alone[word].append(mention)
    surnames = {word for word in alone if "last" in parts[word]}
    for word, found in alone.items():
        told = [(mention, kind) for mention in found if (kind := _told(view, mention)) and kind != mention.kind]
        if not told or known_as(word) not in _PLACES:
            continue
        for mention, kind in told:
            _class(mention, kind)
        if "last" not in parts[word] and surnames:  # who goes by the surname is not called by the given name as well
            kinds = {kind for _, kind in told}
            for mention in found if len(kinds) == 1 else ():
                _class(mention, *kinds)


def _class(mention: Mention, kind: str) -> None:
    if mention.kind != kind:
        mention.kind = kind
        mention.rules.append(RULE)


def _told(view: View, mention: Mention) -> str:
    """The class that the words right beside a mention tell; empty where they tell none."""
    if any(_is_place(view, mention)):
        return "place"
    if mention.kind == "person":
        beside = {view.lower(mention.end), *([view.lower(mention.start - 1)] if not view.breaks[mention.start] else [])}
        return "organization" if not beside.isdisjoint(words("organizations.contests")) else ""
    return "person" if any(_is_person(view, mention)) else ""


def _is_place(view: View, mention: Mention) -> Iterator[bool]:
    if mention.start and not view.breaks[mention.start]:
        at = mention.start - 1
        before = view.lower(at)
        yield before in ("in", "into") or before in words("places.before")
        yield before in words("places.reaching")
        yield before in _GOALS and view.lower(view.heads[at]) in words("places.ways")
    if mention.end + 1 < len(view) and view.tags[mention.end] == "POS":
        yield view.lower(mention.end + 1) in words("places.belongings")


def _is_person(view: View, mention: Mention) -> Iterable[bool]:
    after = view.lower(mention.end)
    yield after in words("people.speech")
    beside = view.lower(mention.end + 1)
    yield view.words[mention.end : mention.end + 1] == [","] and (beside.isdigit() or beside in words("people.roles"))
    yield mention.start > 0 and view.lower(mention.start - 1) in words("people.address")
