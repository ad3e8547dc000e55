"""Rows: collections of articles, one JSON object a line, or tables with a column for each fact."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from itertools import chain
from typing import Any, Final

from articlelens.errors import Failure, InputError
from articlelens.reading.article import Article
from articlelens.reading.extracted import Extracted
from articlelens.reading.language import primary
from articlelens.reading.options import DEFAULTS, Format, ReadingOptions
from articlelens.reading.records import read_records
from articlelens.reading.unread import UnreadRow

FORMATS: Final[dict[Format, str]] = {"csv": ",", "tsv": "\t"}
"""The formats with columns, and what parts them."""


_DELIMITERS: Final = (",", ";", "\t", "|")
_EXTENDED: Final = ("$oid", "$date")
_LEFT_OUT: Final = "; a file of something else is left out by naming those that are articles, as in FOLDER/*.txt"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SEP: Final = re.compile(r"\ufeff?sep=(.)\s*", re.IGNORECASE)


class _Number(str):
    """A number as it was written: good for an ``id``, not for a ``text``."""

    __slots__ = ()


def find_rows(
    lines: Iterable[bytes], *, name: str, options: ReadingOptions = DEFAULTS
) -> Iterator[UnreadRow | Failure]:
    """The rows of a JSON Lines file; a line that is none is a failure and the next one goes on.

    Args:
        lines: The file's lines, UTF-8 or the encoding of ``options``.
        name: The file's name.
        options: How to read.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = _parse(line, options.encoding)
            yield _found(row, name=name, line=number, form="jsonl", options=options)
        except InputError as error:
            yield Failure.of(f"{name}:{number}", error)


def find_table(
    lines: Iterable[str], *, name: str, form: Format, options: ReadingOptions = DEFAULTS
) -> Iterator[UnreadRow | Failure]:
    """The rows of a table whose first row names its columns (RFC 4180).

    Args:
        lines: The file's lines, with their ends.
        name: The file's name.
        form: ``csv`` or ``tsv``.
        options: How to read.

    Raises:
        InputError: It has no column for the text, two columns for one of our fields, or no rows.
    """
    before = csv.field_size_limit(options.max_bytes)
    delimiter, lines = _delimiter(lines, form)
    try:
        rows = read_records(lines, delimiter)
        columns = _columns(next((values for _, values in rows if not isinstance(values, csv.Error)), []), options)
        none = True
        for line, values in rows:
            none = False
            if isinstance(values, csv.Error):
                said = "the row is broken" if len(columns) > 1 else f"it is no table from line {line} on"
                error = InputError(f"{said}: {values}", "is a quotation mark not closed?")
                if len(columns) == 1:  # where the next row begins cannot be told
                    raise error
                yield Failure.of(f"{name}:{line}", error)
                continue
            row = {column: value or None for column, value in zip(columns, values, strict=False)}
            yield _found(row, name=name, line=line, form=form, options=options)
        if none:
            raise InputError("it has a header and no rows")
    finally:
        csv.field_size_limit(before)


def _delimiter(lines: Iterable[str], form: Format) -> tuple[str, Iterator[str]]:
    """What parts the columns, and the lines from the header on.

    Spreadsheets write ``;`` where a comma is the decimal sign, tabs into what they call Unicode text, and the delimiter
    itself into a first line ``sep=;``.  The header tells: its names are words.
    """
    rest = iter(lines)
    header = next(rest, "")
    if (told := _SEP.fullmatch(header)) is not None:
        return told[1], rest
    usual = FORMATS[form]
    delimiter = max((usual, *(other for other in _DELIMITERS if other != usual)), key=header.count)
    return delimiter, chain([header], rest) if header else rest


def _columns(header: list[str], options: ReadingOptions) -> list[str]:
    """The names of the columns; those of our fields as the options have them, whatever their case."""
    fields = options.fields
    columns = [column.strip() for column in header]
    ours = {name.casefold(): name for name in astuple(fields) if name not in columns}
    columns = [ours.get(name.casefold(), name) for name in columns]
    if fields.text not in columns and fields.html not in columns:
        known = ", ".join(columns[:20]) or "none"
        raise InputError(
            f'it has no column "{fields.text}"',
            f"its columns are {known:.300}; --text-field says which has the text{_LEFT_OUT}",
        )
    twice = next((name for name in astuple(fields) if columns.count(name) > 1), None)
    if twice is not None:
        raise InputError(f'it has two columns "{twice}"', "give each column a name of its own")
    return columns


def _found(row: Mapping[str, Any], *, name: str, line: int, form: Format, options: ReadingOptions) -> UnreadRow:
    """A row, with the names of all its columns and the values of ours."""
    ours = astuple(options.fields)
    values = {column: _kept(value) if column in ours else None for column, value in row.items()}
    return UnreadRow(values=values, name=name, line=line, form=form, options=options)


def _kept(value: object) -> object:
    """A value, if it may be that of a field; an empty object stands for any other, however deep and large it is.

    Numbers have come as they are written.  MongoDB's identifiers and days are objects with one key (Extended JSON).
    JSON may escape halves of surrogate pairs by themselves; no other file can hold them.
    """
    if isinstance(value, dict) and len(value) == 1:
        value = next((value[key] for key in _EXTENDED if key in value), value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [_whole(item) for item in value]
    if isinstance(value, str):
        return value if isinstance(value, _Number) else _whole(value)
    return {} if value is not None else None


def _whole(text: str) -> str:
    """``text``, with U+FFFD for halves of surrogate pairs."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def read_row(row: Mapping[str, Any], *, name: str, form: Format, options: ReadingOptions) -> Article:
    """The article of a row.

    Args:
        row: Its values by column.
        name: The file's name.
        form: The file's format.
        options: How to read.

    Raises:
        InputError: It gives no article.
    """
    from articlelens.reading.plain import build, text_source

    fields = options.fields
    facts: dict[str, str] = {}
    odd: list[str] = []
    for key in ("title", "byline", "published", "language", "url", "id"):
        value = row.get(getattr(fields, key))
        if key == "byline" and isinstance(value, list):
            value = ", ".join(value)
        if value is None or isinstance(value, str):
            facts |= {key: value.strip()} if value and value.strip() else {}
        else:
            odd.append(getattr(fields, key))
    known_as = facts.pop("id", None) or facts.get("url")
    found = _text(row, options, facts.get("url"))
    if len(found.text) > options.max_characters:
        raise InputError(
            f'"{fields.text}" has {len(found.text):,} characters, more than {options.max_characters:,}',
            "one row is one article; --max-characters raises the limit",
        )
    url = facts.get("url")
    return build(
        found.text,
        source=text_source(found.text, name=name, id=known_as, url=url, format=form),
        facts=found.facts | facts,
        language=primary(options.language),
        warnings=(*found.warnings, *(f'"{key}" is not a string, and was left out' for key in odd)),
    )


def _text(row: Mapping[str, Any], options: ReadingOptions, url: str | None) -> Extracted:
    fields = options.fields
    text, html = row.get(fields.text), row.get(fields.html)
    if text is None and html is not None:
        if not isinstance(html, str) or isinstance(html, _Number):
            raise InputError(f'"{fields.html}" is not a string')
        from articlelens.reading.pages import read_page

        return read_page(html, url=url)
    if not isinstance(text, str) or isinstance(text, _Number):
        wrong = f'the row has no "{fields.text}"' if text is None else f'"{fields.text}" is not a string'
        hint = f"--text-field says which key has the text: there are {', '.join(row)[:300] or 'none'}"
        hint += _LEFT_OUT if set(astuple(fields)).isdisjoint(row) else ""
        raise InputError(wrong, hint)
    if not text.strip():
        raise InputError(f'"{fields.text}" is empty')
    return Extracted(text)


def _parse(line: bytes, encoding: str | None) -> dict[str, Any]:
    try:
        text: str | bytes = line.decode(encoding) if encoding else line.removeprefix(b"\xef\xbb\xbf")
        row = json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=_Number)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        raise InputError(f"the line is not JSON: {error}") from None
    if not isinstance(row, dict):
        raise InputError("the line is not a JSON object")
    return row
