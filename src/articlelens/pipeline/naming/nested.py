"""Places inside the names of organizations: "Joliet" in "the Joliet Police Department".

Only where nothing but words for what an organization is stands beside the place: then the organization is the place's.
A company, a newspaper or a team that bears a place's name tells nothing about the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from articlelens.gazetteer import is_well_known, known_as
from articlelens.gazetteer.evidence import is_people
from articlelens.gazetteer.keys import bare_key, name_key
from articlelens.gazetteer.stems import is_part_word
from articlelens.gazetteer.store import has_name
from articlelens.pipeline.naming.lexicon import well_known, words
from articlelens.pipeline.naming.view import Mention, View

MAX_PLACE: Final = 3  # words of the place's name
BODIES: Final = frozenset({"city", "district", "state", "town", "village"})  # of which a body may be
SCHOOLS: Final = frozenset({"university", "college", "institute", "academy"})
COUNTIES: Final = frozenset({"county", "parish"})
LINKS: Final = frozenset({"of", "for", "and", "the", "on", "'s", "’s", "'", "’", "&", "in"})


def find_nested(view: View, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The places inside organizations' names, in their order."""
    mentions = list(mentions)
    alone = frozenset(view.surface(one.start, one.end).casefold() for one in mentions if one.kind == "place")
    people = {view.lower(at) for one in mentions if one.kind == "person" for at in range(one.start, one.end)}
    for mention in mentions:
        if mention.kind == "organization" and mention.end - mention.start > 1:
            if view.surface(mention.start, mention.end) in well_known():
                continue  # "Manchester City"
            span = _first(view, mention, alone) or _last(view, mention)
            if span and not people.intersection(view.lower(at) for at in range(*span)):
                yield Mention(start=span[0], end=span[1], label="", rules=["inside_organization"], kind="place")


def _first(view: View, mention: Mention, alone: frozenset[str]) -> tuple[int, int] | None:
    """The place that the name begins with, as in "Ohio Supreme Court"."""
    for end in range(min(mention.start + MAX_PLACE, mention.end - 1), mention.start, -1):
        if (
            _is_its_own(view, mention.start, end, mention.end)
            and _is_place(view, mention.start, end)
            and not _is_founders(view, mention, end, alone)
        ):
            return mention.start, end
    return None


def _is_its_own(view: View, start: int, end: int, stop: int) -> bool:
    """Whether the words behind the place say that the organization is run by it or for it.

    A county is nobody's name but the county's; else nothing but general words may follow, one of them public.
    """
    if view.lower(end - 1) in COUNTIES and end - start > 1:
        return True
    rest = range(end, stop)
    return all(_is_generic(view, at) for at in rest) and any(
        view.lower(at) in words("organizations.public") for at in rest
    )


def _is_founders(view: View, mention: Mention, end: int, alone: frozenset[str]) -> bool:
    """Whether a school's first words may be a person's, or of a place elsewhere: "Columbia University".

    They are the place's where the article names the place by itself, and where they are a country's or a state's:
    "Ohio State University".
    """
    if SCHOOLS.isdisjoint(view.lower(at) for at in range(end, mention.end)):
        return False
    name = view.surface(mention.start, end)
    state = view.lower(end) == "state" and known_as(name) == "province"
    return not state and known_as(name) != "country" and name.casefold() not in alone


def _last(view: View, mention: Mention) -> tuple[int, int] | None:
    """The place that the name ends with, as in "University of Leeds"."""
    for start in range(max(mention.end - MAX_PLACE, mention.start + 2), mention.end):
        if (
            view.lowers[start - 1] == "of"
            and view.lower(start - 2) in words("organizations.heads")
            and _is_place(view, start, mention.end)
        ):
            return start, mention.end
    return None


def _is_generic(view: View, at: int) -> bool:
    lower = view.lower(at)
    return (
        lower in LINKS
        or lower in words("organizations.heads")
        or lower in words("organizations.general")
        or lower in words("organizations.public")
        or lower in words("places.heads")
        or lower in words("people.offices")
        or lower in words("people.roles")
    )


def _is_place(view: View, start: int, end: int) -> bool:
    surface = view.surface(start, end)
    telling = view.words[start][:1].isupper() and not all(_is_plain(view, at) for at in range(start, end))
    return telling and is_well_known(surface) and not is_people(surface) and not _ends_in_body(view, start, end)


def _ends_in_body(view: View, start: int, end: int) -> bool:
    """Whether the last word is the body's.

    "The Paris City Council" is Paris's, "the Louisiana State Police" Louisiana's, not so "the Kansas City Council".
    """
    surface = view.surface(start, end)
    return (
        end - start > 1
        and view.lower(end - 1) in BODIES
        and bare_key(name_key(surface)) is not None
        and not has_name(surface)
    )


def _is_plain(view: View, at: int) -> bool:
    """Whether it is a word of many names, though some town is called so: "Commerce", "Central", "South"."""
    return _is_generic(view, at) or view.lower(at) in words("grammar.compass") or is_part_word(view.lower(at))
