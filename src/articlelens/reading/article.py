"""What reading hands on: an article's text, its parts, and what the input says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal, Self

from articlelens.errors import SettingsError
from articlelens.record import ReferenceBasis, Source

BlockKind = Literal["title", "byline", "body", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A headline, a paragraph or a line of page furniture: ``text[start:end]``, without the blanks around it."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as it was read.

    ``text`` is what all offsets count in.  ``readable`` is the same text, character for character, as the language
    model can take it: line breaks inside a paragraph, other kinds of blanks and control characters are spaces, lone
    surrogates U+FFFD.  ``dateline_day`` is the day of the dateline, ISO 8601, where it has a year;
    ``line`` the line of a row in its file.
    """

    source: Source
    text: str
    readable: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    published_basis: Literal["option", "metadata"] = "metadata"
    dateline_day: str | None = None
    language: str | None = None
    line: int | None = None
    warnings: tuple[str, ...] = ()

    @property
    def reference(self) -> tuple[str, ReferenceBasis] | None:
        """The day that relative dates are counted from, ISO 8601, and who gave it."""
        if self.published:
            return self.published, self.published_basis
        return (self.dateline_day, "dateline") if self.dateline_day else None

    @property
    def label(self) -> str:
        """The article's name in messages: its file, with the line and the identifier of its row."""
        line = f":{self.line}" if self.line else ""
        known = f" ({self.source.id})" if self.source.id else ""
        return f"{self.source.name or 'text'}{line}{known}"

    def with_published(self, published: str | date) -> Self:
        """The article with the publication day that the user gives, which stands above what the input says.

        Args:
            published: A day, or one as ISO 8601 writes it.

        Raises:
            SettingsError: It is no day.
        """
        try:
            day = parse_day(published)
        except ValueError:
            raise SettingsError(f"{published!r} is no date", "write it as in 2023-07-27") from None
        return replace(self, published=day.isoformat(), published_basis="option")


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{8}(?!\d)")


def parse_day(value: str | date) -> date:
    """The calendar day of an ISO 8601 date or time.  A week or a year has no one day, and is none.

    Raises:
        ValueError: It is no day.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    value = value.strip()
    if not _DAY.match(value):
        raise ValueError(value)
    return datetime.fromisoformat(value).date()
