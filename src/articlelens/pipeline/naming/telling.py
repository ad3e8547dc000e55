"""What a name's own words and letters say about its class; kinds of evidence, as in :mod:`.evidence`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View


def inside(view: View, mention: Mention) -> Iterator[str]:
    """Telling words of the name itself."""
    start, end = mention.start, mention.end
    length = end - start
    first, last = view.lower(start), view.lower(end - 1)
    yield f"words:{min(length, 4)}"
    if length == 1:
        yield from _common(first)
    yield from _telling(view, start, end)
    if length > 1 and first in words("others.storms"):
        yield "first:others.storms"
    if length > 1:
        yield from _foreign(first, last)
        yield from _trade_or_party(view, start, end)
        if any("&" in view.words[i][1:] for i in range(start, end)):
            yield "inside:ampersand"
    if length > 2:
        yield from _links(view, start, end)


def _is_office(view: View, start: int, end: int) -> bool:
    """Whether a body's name says what it is of, which is nothing by itself: "Ministry of Defence"."""
    return end - start > 2 and view.lower(start) in words("organizations.heads") and view.lowers[start + 1] == "of"


def _common(word: str) -> Iterator[str]:
    """Words that name nobody alone, though a sentence may begin with them: "Carmaker", "Zemblan"."""
    if word in words("others.demonyms") or word in words("people.adherents"):
        yield "only:others.demonyms"
    if word in words("organizations.kinds") or word in words("grammar.descriptors"):
        yield "only:organizations.kinds"
    singular = f"{word[:-3]}man" if word.endswith("men") else word[:-1]
    if word[-1:] in ("s", "n") and singular in words("people.roles"):
        yield "only:people of a role"


def _telling(view: View, start: int, end: int) -> Iterator[str]:
    """The lists that the first and the last word stand in."""
    length, first, last = end - start, view.lower(start), view.lower(end - 1)
    number = "only" if length == 1 else "last"
    for kind in _LAST:
        staff = kind == "others.junk" and view.lower(end - 2) == "of"  # "Joint Chiefs of Staff"; else a byline's
        if staff or (kind == "others.heads" and _is_office(view, start, end)):
            continue
        if last in words(kind) and not (kind == "people.generations" and view.words[end - 2] in "-–"):
            yield f"{number}:{kind}"
        if length > 1 and first in words(kind):
            yield f"first:{kind}"


def _trade_or_party(view: View, start: int, end: int) -> Iterator[str]:
    """What companies deal in, "Quill Water", and parties by their people, "Tanorian Dream lawmakers"."""
    if end - start == 2 and view.lower(start) in words("others.demonyms"):
        yield "first:others.demonyms"
    if view.lower(end - 1) in words("organizations.trades"):
        yield "last:organizations.trades"
    if view.lower(start) in words("others.demonyms") and view.lower(end) in words("organizations.partisans"):
        yield "party of a people"


def _foreign(first: str, last: str) -> Iterator[str]:
    """Telling words of other languages: "Instituto Quispe", "Harit Sabha", "Puerto Tarn"."""
    if first in words("organizations.foreign_heads") or last in words("organizations.foreign_heads"):
        yield "foreign head:organization"
    if first in words("places.foreign_heads"):
        yield "foreign head:place"
    if first in words("places.first"):
        yield "first:places.first"


def _links(view: View, start: int, end: int) -> Iterator[str]:
    """Small words inside a name, and the head before "of": "Ministry of Roads", "Quill & Ledger", "Ana de la Vega"."""
    links = [i for i in range(start + 1, end - 1) if view.lowers[i] in ("of", "for", "on")]
    if links:
        yield "inside:of"
        for kind in ("organizations.heads", "places.heads", "others.heads"):
            if view.lower(links[0] - 1) in words(kind):
                yield f"head:{kind}"
    if any(view.lowers[i] in ("and", "&") for i in range(start + 1, end - 1)):
        yield "inside:and"
    if "&" in view.words[start + 1 : end - 1]:
        yield "inside:partners"
    if any(view.words[i] in words("people.particles") for i in range(start, end - 1)):
        yield "inside:particle"


_LAST: Final = (
    "organizations.heads",
    "organizations.suffixes",
    "places.heads",
    "others.heads",
    "others.calendar",
    "others.junk",
    "others.capitalised",
    "people.titles",
    "people.generations",
    "people.roles",
    "grammar.compass",
)


def shape(tokens: Sequence[str]) -> Iterator[str]:
    """Capitals, digits, initials."""
    if len(tokens) == 1:
        yield from _shape_of_word(tokens[0])
        return
    if all(token.isupper() or not token.isalpha() for token in tokens):
        yield "shape:all capitals"
    if tokens[-1].islower() and tokens[-2] == "-" and len(tokens) > 3:
        yield "shape:syllables"  # East Asian given names: "Soo-yeon"
    if any(len(token) == 2 and token[1] == "." and token[0].isupper() for token in tokens[:-1]):
        yield "shape:initial"
    if any(char.isdigit() for token in tokens for char in token):
        yield "shape:digits"
    if len(tokens[0]) > 2 and tokens[0].isupper() and tokens[0].isalpha() and not tokens[1].isupper():
        yield "shape:acronym first"  # and not two initials: "MS Quill"
    yield "shape:capitalised" if all(token[:1].isupper() for token in tokens) else "shape:mixed"


def _shape_of_word(word: str) -> Iterator[str]:
    if word.isupper():
        yield "shape:acronym" if 2 <= len(word) <= 6 else "shape:capitals"
    elif any(char.isupper() for char in word[1:]):
        yield "shape:inner capital"
    if any(char.isdigit() for char in word):
        yield "shape:digit"
    if not word[:1].isupper():
        yield "shape:lower case"
