"""A record as a reader wants it: a heading, a line of facts, five lists of rows.  All formats for people share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelens.rendering.wording import date_value, figure_value, plain

if TYPE_CHECKING:
    from articlelens.record import Date, Figure, Mention, Organization, Person, Place, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a list: the form a reader wants first, what is known besides, and where it stands in the text."""

    main: str
    note: str = ""
    count: int = 1
    mentions: Sequence[Mention] = ()


def heading(record: Record) -> str:
    """The headline, else the row's id, else the file's name."""
    name = record.source.name if record.source.name != "-" else None
    return plain(record.title or record.source.id or name or "Article")


def facts(record: Record) -> list[str]:
    """Who wrote it, where and when, where it was read, and how long it is."""
    known = [
        record.byline and f"by {record.byline}",
        record.dateline,
        _when(record),
        record.source.name if record.title or record.source.id else None,
        record.source.id if record.title else None,
        f"{record.counts.words:,} word{'' if record.counts.words == 1 else 's'}",
    ]
    return [plain(fact) for fact in known if fact]


def rows_of(record: Record) -> Mapping[str, list[Row]]:
    """The five lists, in the record's order."""
    return {
        "people": [_person(item) for item in record.people],
        "organizations": [_organization(item) for item in record.organizations],
        "places": [_place(item) for item in record.places],
        "dates": [_date(item) for item in record.dates],
        "figures": [_figure(item) for item in record.figures],
    }


def enumerated(words: Sequence[str], conjunction: str = "or") -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def _when(record: Record) -> str | None:
    if record.published:
        return record.published
    if record.reference_date:
        return f"about {record.reference_date.value}"
    return None


def _person(item: Person) -> Row:
    return Row(main=item.name, note=", ".join(item.roles[:2]), count=item.count, mentions=item.mentions)


def _organization(item: Organization) -> Row:
    return Row(main=item.name, note=item.acronym or "", count=item.count, mentions=item.mentions)


def _place(item: Place) -> Row:
    known = [item.admin, item.country_code] if item.kind != "country" else [item.country_code]
    note = ", ".join(part for part in known if part)
    return Row(main=item.name, note=note, count=item.count, mentions=item.mentions)


def _date(item: Date) -> Row:
    shown, text = date_value(item), item.mentions[0].text
    if shown == item.value and not shown.isdigit():  # "Thursday" says more than XXXX-WXX-4, "now" than PRESENT_REF
        shown = text
    said = text.lower().removeprefix("the ") in shown.lower()  # "the 12th century" need not be there twice
    return Row(main=shown, note="" if said else text, count=item.count, mentions=item.mentions)


def _figure(item: Figure) -> Row:
    return Row(main=figure_value(item), note=item.of or "", count=item.count, mentions=item.mentions)
