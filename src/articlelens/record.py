"""The article record: what articlelens says of one article.

The classes below are the public interface, versioned by :data:`SCHEMA_VERSION` apart from the package.  The JSON
Schema in ``record.schema.json`` is generated from them (``scripts/schema.py``), their attribute docstrings included.

This module imports nothing of ours and nothing heavy, so that every other room may know it.
"""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal

SCHEMA_VERSION: Final = 1

EntityClass = Literal["person", "organization", "place"]
PlaceKind = Literal["country", "region", "city", "natural", "facility", "area"]
DateType = Literal["date", "time", "duration", "set"]
DateBasis = Literal["explicit", "reference_date", "previous_date", "none"]
ReferenceBasis = Literal["option", "metadata", "dateline", "text"]
FigureKind = Literal["money", "percent", "count", "quantity", "ratio"]
Modifier = Literal["approximately", "at_least", "at_most", "more_than", "less_than"]
Change = Literal["up", "down"]


def json_name(field: str) -> str:
    """The JSON key of a field: ``from`` is a Python keyword and is called ``from_`` here."""
    return field.removesuffix("_")


class _Part:
    """What all parts of a record share."""

    __slots__ = ()
    # Read by pydantic where the schema is generated; a plain dict, so that pydantic is not needed to run.
    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "alias_generator": json_name,
        "use_attribute_docstrings": True,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(_Part):
    """Where the article came from."""

    name: str | None
    """The file as it was named, `-` for standard input, null for a text handed to the library."""
    id: str | None
    """The identifier of a row: its `id`, else its `url`."""
    url: str | None
    """The address that the input itself gives."""
    format: str
    """How it was read: `text`, `html`, `jsonl`, `csv`, `tsv`, `pdf`, `docx`, `eml` or `epub`."""
    sha256: str
    """SHA-256 of the bytes that were read; of a row or a string, of its text as UTF-8."""
    characters: int
    """Length of the article's text in Unicode code points."""
    site: str | None = None
    """The newspaper or site, where the input names it; else the key is left out."""

    @property
    def label(self) -> str:
        """A name for messages: the file's, with the row's identifier."""
        return f"{self.name or 'text'} ({self.id})" if self.id else self.name or "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceDate(_Part):
    """The day that relative dates are counted from. The clock is never used."""

    value: str
    """ISO 8601 day, or only a year where the text gives no more."""
    basis: ReferenceBasis
    """Who gave it: `--published`, the input's metadata, the dateline, or full dates in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(_Part):
    """Size of the article, page furniture left out."""

    words: int
    """Tokens that are neither punctuation nor white space."""
    sentences: int
    """Sentences, headline included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence(_Part):
    """A sentence of the summary."""

    text: str
    """The sentence as it stands in the text."""
    start: int
    """Offset of its first character, in code points."""
    end: int
    """Offset behind its last character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(_Part):
    """One place in the text: `text[start:end] == mention.text`, always."""

    text: str
    """The mention as it stands in the text."""
    start: int
    """Offset of its first character, in code points."""
    end: int
    """Offset behind its last character."""
    sentence: int
    """Index of its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(_Part):
    """One real person of the article."""

    id: str
    """Identifier within the record, such as `person-1`."""
    name: str
    """The fullest form in the text, without titles."""
    aliases: tuple[str, ...]
    """Other forms of the name in the text."""
    roles: tuple[str, ...]
    """Titles and roles that the text gives, such as `President`."""
    count: int
    """Number of mentions."""
    salience: float
    """Share of the article's attention among the people, 0 to 1; a list's shares add up to 1."""
    mentions: tuple[Mention, ...]
    """In text order, not overlapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(_Part):
    """One real organization of the article."""

    id: str
    """Identifier within the record, such as `organization-1`."""
    name: str
    """The fullest form in the text."""
    aliases: tuple[str, ...]
    """Other forms of the name in the text."""
    acronym: str | None
    """The acronym that the text gives for it."""
    count: int
    """Number of mentions."""
    salience: float
    """Share of the article's attention among the organizations, 0 to 1; a list's shares add up to 1."""
    mentions: tuple[Mention, ...]
    """In text order, not overlapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(_Part):
    """One real place of the article. What the gazetteer cannot decide is null."""

    id: str
    """Identifier within the record, such as `place-1`."""
    name: str
    """The fullest form in the text."""
    aliases: tuple[str, ...]
    """Other forms of the name in the text."""
    kind: PlaceKind | None
    """What it is."""
    country_code: str | None
    """ISO 3166-1 alpha-2."""
    admin: str | None
    """First-level region that it lies in."""
    latitude: float | None
    """Degrees north, WGS 84."""
    longitude: float | None
    """Degrees east, WGS 84."""
    geonames_id: int | None
    """Its number at GeoNames."""
    count: int
    """Number of mentions."""
    salience: float
    """Share of the article's attention among the places, 0 to 1; a list's shares add up to 1."""
    mentions: tuple[Mention, ...]
    """In text order, not overlapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(_Part):
    """One temporal value and where the text says it."""

    value: str
    """ISO-TimeML TIMEX3 value, such as `2023-07-19`, `2023-Q3`, `P7M`; what cannot be known is `X`."""
    type: DateType
    """TIMEX3 type, in lower case."""
    from_: str | None
    """First calendar day that the value covers, ISO 8601."""
    to: str | None
    """Last calendar day that the value covers, ISO 8601."""
    basis: DateBasis
    """What the value was resolved against."""
    count: int
    """Number of mentions."""
    mentions: tuple[Mention, ...]
    """In text order, not overlapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(_Part):
    """One number with its unit, its bound and what it counts."""

    kind: FigureKind
    """What sort of figure it is."""
    value: float | int | None
    """The number; null where only a range is known. A percentage is the number printed, a ratio the fraction."""
    low: float | int | None
    """Lower end of a range."""
    high: float | int | None
    """Upper end of a range."""
    unit: str | None
    """ISO 4217 code, `%`, or a singular English unit, joined by ` per ` for rates; null for counts and ratios.

    Money whose country the text does not tell has its name instead of a code, in lower case (`rupee`, `peso`, `krone`),
    and so have hundredths given by themselves (`cent`, `penny`), whose value is the number printed.
    """
    modifier: Modifier | None
    """The bound."""
    change: Change | None
    """The direction of a change."""
    of: str | None
    """What is counted or measured, in the text's own words."""
    count: int
    """Number of mentions."""
    mentions: tuple[Mention, ...]
    """In text order, not overlapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator(_Part):
    """The program and the model that made the record."""

    name: str
    """`articlelens`."""
    version: str
    """Version of articlelens."""
    model: str
    """Name of the spaCy pipeline."""
    model_version: str
    """Version of the spaCy pipeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(_Part):
    """What articlelens says of one article. Every key is always there but `text`, `sentences` and `source.site`."""

    schema_version: Literal[1]
    """Raised when a key changes its meaning or goes away."""
    source: Source
    """Where the article came from."""
    title: str | None
    """Headline."""
    byline: str | None
    """Who wrote it."""
    dateline: str | None
    """The place that the dateline names."""
    published: str | None
    """The day that the input says it was published, ISO 8601."""
    reference_date: ReferenceDate | None
    """The day that relative dates are counted from."""
    language: str | None
    """ISO 639-1 code: told from the text, else as the input gives it."""
    counts: Counts
    """Size of the article."""
    summary: tuple[KeySentence, ...]
    """Key sentences, in text order."""
    people: tuple[Person, ...]
    """By salience."""
    organizations: tuple[Organization, ...]
    """By salience."""
    places: tuple[Place, ...]
    """By salience."""
    dates: tuple[Date, ...]
    """By `from`; dates that cover no known day come last."""
    figures: tuple[Figure, ...]
    """By position."""
    warnings: tuple[str, ...]
    """What a reader of this record ought to know."""
    generator: Generator
    """What made the record."""
    text: str | None = None
    """The article's text, with `--with-text` only."""
    sentences: tuple[tuple[int, int], ...] | None = None
    """Start and end of every sentence, with `--with-text` only."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists, keys in the schema's order."""
        plain: dict[str, Any] = _plain(self)
        for optional in ("text", "sentences"):
            if plain[optional] is None:
                del plain[optional]
        if plain["source"]["site"] is None:
            del plain["source"]["site"]
        return plain

    def to_json(self) -> str:
        """The record as one line of JSON, without the line break.

        Control characters, line separators and lone surrogates are escaped, so that the line is one line for every
        reader, can be encoded as UTF-8 and cannot steer a terminal.
        """
        line = json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False)
        return escaped(line)


# json.dumps escapes C0 controls only: DEL, C1 (one of which opens an escape sequence), the Unicode line and
# paragraph separators (str.splitlines) and lone surrogates (no UTF-8) are ours to escape.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def escaped(line: str) -> str:
    """A line of JSON with everything escaped that could break the line, its encoding or a terminal."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {json_name(field.name): _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
