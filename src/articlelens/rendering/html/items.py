"""The items of a record as a report shows them: an anchor, a class, a value, and what is known besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articlelens.rendering.rows import Row, rows_of
from articlelens.rendering.wording import plain

if TYPE_CHECKING:
    from articlelens.record import Date, Figure, Organization, Person, Place, Record

KINDS: Final = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "dates": "date",
    "figures": "figure",
}
_BASES: Final = {
    "explicit": "the text says it in full",
    "reference_date": "counted from the article's date",
    "previous_date": "counted from a date before it",
    "none": "nothing to count it from",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An item of one of the five lists."""

    anchor: str
    """What links to it lead to, unique on the page."""
    kind: str
    """One of :data:`KINDS`."""
    row: Row
    details: tuple[str, ...]
    """What is known of it, and where the value comes from; one line each."""

    def mention(self, number: int) -> str:
        """The anchor of its mention ``number``, counted from 1."""
        return f"{self.anchor}-m{number}"


def items_of(record: Record, prefix: str) -> dict[str, list[Shown]]:
    """The five lists, in the record's order.

    Args:
        record: The record.
        prefix: What the anchors begin with, for this article alone.
    """
    details = {
        "people": map(_person, record.people),
        "organizations": map(_organization, record.organizations),
        "places": map(_place, record.places),
        "dates": map(_date, record.dates),
        "figures": map(_figure, record.figures),
    }
    return {
        name: [
            Shown(anchor=f"{prefix}{KINDS[name]}-{number}", kind=KINDS[name], row=row, details=tuple(known))
            for number, (row, known) in enumerate(zip(rows, details[name], strict=True), 1)
        ]
        for name, rows in rows_of(record).items()
    }


def _person(item: Person) -> Iterator[str]:
    if item.roles:
        yield f"role: {_list(item.roles)}"
    yield from _names(item)


def _organization(item: Organization) -> Iterator[str]:
    if item.acronym:
        yield f"acronym: {plain(item.acronym)}"
    yield from _names(item)


def _place(item: Place) -> Iterator[str]:
    parts = [item.kind, item.admin, item.country_code]
    if any(parts):
        yield ", ".join(plain(part) for part in parts if part)
    if item.latitude is not None and item.longitude is not None:
        yield coordinates(item.latitude, item.longitude)
    yield from _names(item)


def _names(item: Person | Organization | Place) -> Iterator[str]:
    if item.aliases:
        yield f"also: {_list(item.aliases)}"
    yield f"salience {item.salience:.2f}"


def _date(item: Date) -> Iterator[str]:
    yield f"{item.type}, TIMEX3 {plain(item.value)}"
    if item.from_ and item.to and item.from_ != item.to:
        yield f"{item.from_} to {item.to}"
    yield _BASES[item.basis]


def _figure(item: Figure) -> Iterator[str]:
    yield item.kind + (f" of {plain(item.of)}" if item.of else "")
    if item.value is not None:
        yield f"value {item.value}" + (f" {plain(item.unit)}" if item.unit else "")
    elif item.low is not None or item.high is not None:
        ends = [f"{name} {end}" for name, end in (("low", item.low), ("high", item.high)) if end is not None]
        yield ", ".join(ends) + (f" {plain(item.unit)}" if item.unit else "")
    bounds = [word.replace("_", " ") for word in (item.modifier, item.change) if word]
    if bounds:
        yield ", ".join(bounds)


def coordinates(latitude: float, longitude: float) -> str:
    """Coordinates as people write them: ``12.04° S, 77.03° W``."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(map(plain, words))
