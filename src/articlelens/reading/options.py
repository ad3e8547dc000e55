"""How to read: the kind of the inputs, the names of fields, and the limits."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Final, Literal, get_args

Format = Literal["text", "html", "jsonl", "csv", "tsv", "pdf", "docx", "eml", "epub"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The keys or columns of rows that hold what an article has."""

    text: str = "text"
    html: str = "html"
    id: str = "id"
    url: str = "url"
    title: str = "title"
    byline: str = "byline"
    published: str = "published"
    language: str = "language"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What the user says of the inputs, and how much of them is read.  Plain data, which survives pickling."""

    input_format: Format | None = None
    """What all inputs are; None to tell by their names and contents."""
    encoding: str | None = None
    """The encoding of all inputs; None to find out."""
    language: str | None = None
    """The language of all inputs, an ISO 639-1 code; None to find out."""
    fields: Fields = Fields()
    """Where rows have what."""
    max_bytes: int = 50 * MEGABYTE
    """Of one article, as it comes out of its compression; no news article has a hundredth of it."""
    max_characters: int = 3_000_000
    """Of one article's text."""
    fetch: bool = False
    """Whether addresses are fetched."""
    fetch_timeout: float = 20.0
    """Seconds for one address, all in all."""
    private_hosts: tuple[str, ...] = ()
    """Hosts that may be fetched from although their addresses are private, such as ``localhost``."""


FIELDS: Final = tuple(field.name for field in dataclasses.fields(Fields))
DEFAULTS: Final = ReadingOptions()
