"""Written forms of a name, and what they have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from articlelens.gazetteer import country_code, known_as
from articlelens.gazetteer.keys import unaccented
from articlelens.pipeline.naming.lexicon import load, words

Words = tuple[str, ...]
"""A name by its folded words."""

_POSSESSIVE = re.compile(r"['’]s?$|(?<=s)['’]$")
_BLANKS = re.compile(r"[\s\-‐‑–/]+")
_DROPPED = re.compile(r"[.,\"“”‘`()]")


def plain(text: str) -> str:
    """A name as it is listed: on one line, with single blanks."""
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def fold(text: str) -> tuple[str, ...]:
    """The words of a name without what writers do differently: capitals, accents, full stops, hyphens, "&", "the".

    ``fold("the São Brás-Kent Co.")`` and ``fold("SAO BRAS KENT CO")`` are the same.
    """
    text = unaccented(text).casefold()
    text = _POSSESSIVE.sub("", _DROPPED.sub("", text).strip()).replace("’", "'").replace("&", " and ")
    found = tuple(word for word in _BLANKS.split(text) if word)
    return found[1:] if len(found) > 1 and found[0] == "the" else found


@lru_cache(maxsize=4096)
def person_words(text: str) -> tuple[str, ...]:
    """The folded words of a person's name without titles and "Jr."."""
    found = fold(text)
    generations = words("people.generations")
    while len(found) > 1 and found[0] in words("people.titles") and found[1] not in generations:
        found = found[1:]
    return _without_end(found, "people.generations")


@lru_cache(maxsize=4096)
def generation(text: str) -> tuple[str, ...]:
    """What tells a person from kin of the same name, such as ``("jr",)``; empty where nothing does."""
    found = fold(text)
    return found[-1:] if len(found) > 1 and found[-1] in words("people.generations") else ()


@lru_cache(maxsize=4096)
def organization_words(text: str) -> tuple[str, ...]:
    """The folded words of an organization's name without its legal form."""
    return _without_end(fold(text), "organizations.suffixes")


def _without_end(found: tuple[str, ...], kind: str) -> tuple[str, ...]:
    while len(found) > 1 and found[-1] in words(kind):
        found = found[:-1]
    return found


@lru_cache(maxsize=4096)
def place_words(text: str) -> tuple[str, ...]:
    """The folded words of a place's name, aliases resolved.

    Natural features are without "River" and the like, but where a country, a region or a city goes by the rest: Lake
    Michigan is not Michigan.
    """
    found = fold(text)
    if alias := _aliases().get(" ".join(found)):
        return (alias,)
    if len(found) > 2 and found[1] == "of" and found[0] in ("city", "commonwealth", "province", "state", "town"):
        found = found[2:]
    natural = words("places.natural")
    if len(found) > 1 and (found[-1] in natural or found[0] in natural):
        bare, kind = (found[:-1], found[-1]) if found[-1] in natural else (found[1:], found[0])
        return (*bare, kind) if _is_inhabited(" ".join(bare)) else bare
    return found


def _is_inhabited(name: str) -> bool:
    return bool(country_code(name)) or known_as(name) in ("country", "province", "metropolis", "city")


def is_place_alias(text: str) -> bool:
    """Whether a name is one of a place that goes by several, such as ``NYC``."""
    return text[:1].isupper() and " ".join(fold(text)) in _aliases()


@lru_cache(maxsize=1)
def _aliases() -> dict[str, str]:
    table = load("lexicon.toml")["aliases"]
    return {" ".join(fold(form)): name for name, forms in table.items() for form in [name, *forms]}


@lru_cache(maxsize=4096)
def initials(found: tuple[str, ...]) -> frozenset[str]:
    """What the first letters of a name's words spell, with and without the small words."""
    return frozenset(
        {"".join(word[0] for word in found), "".join(word[0] for word in found if word not in words("grammar.small"))}
    )


def is_acronym_form(text: str) -> bool:
    """Whether a whole form is one short word of capitals, such as ``HQWU`` or ``U.N.``."""
    bare = text.replace(".", "")
    return (
        2 <= len(bare) <= 8 and bare.isalnum() and bare[0].isalpha() and sum(c.isupper() for c in bare) * 2 > len(bare)
    )
