"""What reading hands on: an article's text, its parts, and what the input says about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, Self

from articlelens.errors import SettingsError
from articlelens.record import Source

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
    surrogates U+FFFD.
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
    language: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The article's name in messages: its source, with the identifier of its row."""
        name = self.source.name or "text"
        return f"{name} ({self.source.id})" if self.source.id else name

    def with_published(self, published: str) -> Self:
        """The article with the publication day that the user gives, which stands above what the input says.

        Args:
            published: ISO 8601.

        Raises:
            SettingsError: It is no ISO 8601 date.
        """
        try:
            day = parse_day(published)
        except ValueError:
            raise SettingsError(f"{published!r} is no date", "write it as in 2023-07-27") from None
        return replace(self, published=day.isoformat(), published_basis="option")


def parse_day(value: str) -> date:
    """The calendar day of an ISO 8601 date or time.

    Raises:
        ValueError: It is neither.
    """
    value = value.strip()
    try:
        return date.fromisoformat(value)
    except ValueError:
        return datetime.fromisoformat(value).date()
