"""Whose a public body is: each country has its Foreign Ministry, each town its City Council, under one written name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from articlelens.gazetteer.evidence import country_of_people
from articlelens.gazetteer.store import CAPITAL, CITY, OWN_NAME, country_code, embedded, known_as
from articlelens.pipeline.naming.forms import Words, fold, organization_words
from articlelens.pipeline.naming.lexicon import words

MAX_OWNER: Final = 3  # words of "Papua New Guinea"
COUNTRY: Final = "country "  # before an ISO 3166-1 code: an owner that is a whole country
_PLACES: Final = frozenset({"country", "province", "metropolis", "city", "town", "abbreviation"})
_WINDOW: Final = 60  # characters beside a name that are looked at
_NAME: Final = r"((?:[^\W\d_a-z][\w.-]*)(?: [^\W\d_a-z][\w.-]*){0,2})"
_BEFORE: Final = re.compile(rf"{_NAME}(?:(['’]s|(?<=s)['’])|) $")
_BEHIND: Final = re.compile(rf"^ (in|of) (?:the )?{_NAME}")
_IN_FRONT: Final = re.compile(rf"\b[Ii]n {_NAME},? (?:the |its )?$")


@lru_cache(maxsize=4096)
def owned_body(name: Words) -> tuple[Words, str] | None:
    """A public body's own words and its owner, where its name has both: "Russian Foreign Ministry", "Court of Zembla".

    Args:
        name: The folded words of an organization's name.
    """
    if "of" in name:
        at = len(name) - 1 - name[::-1].index("of")
        if is_body(name[:at]) and (owner := _owner(" ".join(name[at + 1 :]))):
            return body_words(name[:at]), owner
    for length in range(min(MAX_OWNER, len(name) - 1), 0, -1):
        if (
            is_body(name[length:])
            and not _generic().issuperset(name[:length])
            and (owner := _owner(" ".join(name[:length])))
        ):
            return body_words(name[length:]), owner
    return None


@lru_cache(maxsize=4096)
def body_words(name: Words) -> Words:
    """What a body is by one order of its words, as in "Labor Department", without "the" and "Affairs"."""
    if len(name) > 2 and name[0] in words("organizations.heads") and name[1] in ("of", "for"):
        name = (*(word for word in name[2:] if word != "the"), name[0])
    if len(name) > 2 and name[-2] == "affairs":
        name = (*name[:-2], name[-1])
    return name


@lru_cache(maxsize=4096)
def is_body(name: Words) -> bool:
    """Whether a name is but what a public body is, and could be any country's or town's."""
    generic = _generic()
    return (
        not words("organizations.owned").isdisjoint(name)
        and all(word in generic for word in name)
        and words("organizations.worldwide").isdisjoint(name)
    )


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    kinds = ("organizations.heads", "organizations.general", "organizations.public", "people.offices", "grammar.small")
    return frozenset().union(*map(words, kinds))


def find_owners(text: str, written: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, dict[int, str]]:
    """Whose the bodies are whose names alone do not tell it, by form and offset.

    Args:
        text: The article.
        written: The mentions of each form, as items with ``start`` and ``end``.
    """
    found: dict[str, dict[int, str]] = {}
    for form, mentions in written.items():
        name = organization_words(form)
        if not is_body(name):
            continue
        national = not words("organizations.national").isdisjoint(name)
        owners = {
            mention["start"]: owner
            for mention in mentions
            if (owner := _beside(text, mention["start"], mention["end"], national=national))
        }
        if owners:
            found[form] = owners
    return found


def _beside(text: str, start: int, end: int, *, national: bool) -> str | None:
    before, behind = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if match := _BEFORE.search(before):
        owner = _longest_last(match[1], national=national, town=False)
        if owner and (match[2] or owner.startswith(COUNTRY)):
            return owner
    if match := _BEHIND.search(behind):
        owner = _longest_first(match[2], national=national, town=match[1] == "in")
        if owner:
            return owner
    if match := _IN_FRONT.search(before):
        return _longest_first(match[1], national=national, town=True)
    return None


def _longest_first(name: str, *, national: bool, town: bool) -> str | None:
    parts = name.split(" ")
    found = (
        _owner(" ".join(fold(" ".join(parts[:end]))), national=national, town=town) for end in range(len(parts), 0, -1)
    )
    return next(filter(None, found), None)


def _longest_last(name: str, *, national: bool, town: bool) -> str | None:
    parts = name.split(" ")
    found = (
        _owner(" ".join(fold(" ".join(parts[start:]))), national=national, town=town) for start in range(len(parts))
    )
    return next(filter(None, found), None)


@lru_cache(maxsize=4096)
def _owner(name: str, *, national: bool = False, town: bool = False) -> str | None:
    """The country or the place that ``name`` tells as a body's owner.

    Args:
        name: A folded name or word for a people.
        national: Whether only countries have such a body.
        town: Whether the body only stands in the place, so that a town tells its country.
    """
    if name.startswith(COUNTRY):
        return name
    if code := country_of_people(name) or country_code(name):
        return COUNTRY + code
    if known_as(name) not in _PLACES:
        return None
    if national:
        own = [entry for entry in embedded().find(name) if entry.use == OWN_NAME]
        seat = next((entry for entry in own if entry.level == CAPITAL or (town and entry.level == CITY)), None)
        if seat and seat.country_code and own[0].country_code == seat.country_code:
            return COUNTRY + seat.country_code
    return name
