"""Records as flat tables: what spreadsheets, databases and data frames take.

Each table's columns come from the record's own types, so that the two cannot drift apart.  Lists are JSON arrays; names
that SQL keeps for itself have another name here (:data:`RENAMED`).  Knows records only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Literal

from articlelens.record import Date, Figure, Mention, Organization, Person, Place, Record, json_name

ColumnKind = Literal["text", "integer", "real", "json"]
Value = str | int | float | None
Row = tuple[Value, ...]

RENAMED: Final = {"from": "from_day", "to": "to_day", "of": "of_what", "start": "start_char", "end": "end_char"}
"""Keys of the record that are words of SQL, and the columns' names; the offsets' are those of spaCy."""

KEY: Final = "article"
"""The column that says which article a row belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its kind, and where in the record its value is."""

    name: str
    kind: ColumnKind
    path: tuple[str, ...] = ()
    """Keys of the record, or of the part that gives the row; empty where the value is made."""
    meaning: str = ""
    """What it is, where the record's own description does not say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: one row for each part of a record of one kind."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)


_ARTICLE: Final = Column(
    name=KEY, kind="text", meaning="identifier of the article: a hash of where it came from and what it says"
)
_ID: Final = Column(name="id", kind="text", path=("id",), meaning="identifier within the article, such as `date-1`")

# The scalar parts of a record, by column.
_ARTICLE_PATHS: Final[tuple[tuple[str, ColumnKind, tuple[str, ...]], ...]] = (
    ("source", "text", ("source", "name")),
    ("source_id", "text", ("source", "id")),
    ("url", "text", ("source", "url")),
    ("site", "text", ("source", "site")),
    ("format", "text", ("source", "format")),
    ("sha256", "text", ("source", "sha256")),
    ("characters", "integer", ("source", "characters")),
    ("title", "text", ("title",)),
    ("byline", "text", ("byline",)),
    ("dateline", "text", ("dateline",)),
    ("published", "text", ("published",)),
    ("reference_date", "text", ("reference_date", "value")),
    ("reference_basis", "text", ("reference_date", "basis")),
    ("language", "text", ("language",)),
    ("words", "integer", ("counts", "words")),
    ("sentences", "integer", ("counts", "sentences")),
    ("warnings", "json", ("warnings",)),
    ("schema_version", "integer", ("schema_version",)),
    ("generator", "text", ("generator", "name")),
    ("version", "text", ("generator", "version")),
    ("model", "text", ("generator", "model")),
    ("model_version", "text", ("generator", "model_version")),
    ("text", "text", ("text",)),
)


def _columns(part: type) -> tuple[Column, ...]:
    """The columns of a dataclass of the record, by the kinds of its fields; its mentions have a table of their own."""
    return tuple(
        Column(name=RENAMED.get(name, name), kind=_kind(str(field.type)), path=(name,))
        for field in fields(part)
        if (name := json_name(field.name)) not in ("id", "mentions")
    )


def _kind(annotation: str) -> ColumnKind:
    if "tuple" in annotation:
        return "json"
    words = re.findall(r"\w+", annotation)
    return "real" if "float" in words else "integer" if "int" in words else "text"


PARTS: Final[Mapping[str, tuple[str, type]]] = {
    "people": ("person", Person),
    "organizations": ("organization", Organization),
    "places": ("place", Place),
    "dates": ("date", Date),
    "figures": ("figure", Figure),
}
"""The lists of a record, the class of what is in each, and its type."""

ARTICLES: Final = Table(
    name="articles",
    meaning="One row for each article.",
    columns=(
        _ARTICLE,
        *(Column(name=name, kind=kind, path=path) for name, kind, path in _ARTICLE_PATHS),
        Column(name="summary", kind="text", meaning="the key sentences, one a line"),
    ),
)
MENTIONS: Final = Table(
    name="mentions",
    meaning="One row for each mention of a person, organization, place, date or figure.",
    columns=(
        _ARTICLE,
        Column(name="class", kind="text", meaning="`person`, `organization`, `place`, `date` or `figure`"),
        Column(name="id", kind="text", meaning="the `id` of what is mentioned, in the table of its class"),
        *_columns(Mention),
    ),
)
TABLES: Final = (
    ARTICLES,
    MENTIONS,
    *(
        Table(name=name, meaning=f"One row for each {kind} of an article.", columns=(_ARTICLE, _ID, *_columns(part)))
        for name, (kind, part) in PARTS.items()
    ),
)
BY_NAME: Final = {table.name: table for table in TABLES}


def rows(record: Record, article: str) -> dict[str, list[Row]]:
    """The rows that a record gives in each table, by the tables' names.

    Args:
        record: The record.
        article: The identifier of its article, what the tables are joined by.
    """
    plain = record.to_dict()
    found: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    summary = "\n".join(" ".join(sentence["text"].split()) for sentence in plain["summary"])
    scalars = [_value(plain, column) for column in ARTICLES.columns[1:-1]]
    found["articles"].append((article, *scalars, summary or None))
    for name, kind, item in items(plain):
        found[name].append((article, *(_value(item, column) for column in BY_NAME[name].columns[1:])))
        for mention in item["mentions"]:
            values = (_value(mention, column) for column in MENTIONS.columns[3:])
            found["mentions"].append((article, kind, item["id"], *values))
    return found


def items(plain: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The people, organizations, places, dates and figures of a record as plain dicts: table, class, item with an id.

    Args:
        plain: What :meth:`articlelens.Record.to_dict` gives.
    """
    for name, (kind, _) in PARTS.items():
        for number, item in enumerate(plain[name], start=1):
            yield name, kind, {"id": f"{kind}-{number}"} | item


def _value(part: Mapping[str, Any], column: Column) -> Value:
    value: Any = part
    for key in column.path:
        value = value.get(key) if value is not None else None
    return cell(value)


def cell(value: Any) -> Value:
    """A value of a record as tables have it: lists as JSON; a whole number that no 64 bits hold as a real one."""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        try:
            return float(value)
        except OverflowError:
            return None
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")  # lone surrogates are no UTF-8
    return None if value is None else value


def csv_rows(table: Sequence[Row]) -> str:
    """Rows as CSV (RFC 4180, but with the line ends of Unix); null is an empty cell."""
    import csv
    import io

    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[_csv_cell(value) for value in row] for row in table])
    return text.getvalue()


# What could steer a terminal, or end a file for a program that reads it.
_CONTROLS: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)], "\ufffd")


def _csv_cell(value: Value) -> Value:
    return value.translate(_CONTROLS) if isinstance(value, str) else value
