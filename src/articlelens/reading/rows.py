"""Rows: collections of articles, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from articlelens.errors import Failure, InputError
from articlelens.reading.article import Article
from articlelens.reading.plain import read_text, text_source

SUFFIXES: Final = frozenset({".jsonl", ".ndjson"})
KEYS: Final = ("id", "url", "title", "byline", "published", "language")


class _Number(str):
    """A number as it was written: good for an ``id``, not for a ``text``."""

    __slots__ = ()


def read_rows(lines: Iterable[bytes], *, name: str) -> Iterator[Article | Failure]:
    """The articles of a JSON Lines file; a line that gives none is a failure and the next one goes on.

    Args:
        lines: The file's lines, UTF-8.
        name: The file's name.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield replace(_read_row(line, name=name), line=number)
        except InputError as error:
            yield Failure.of(f"{name}:{number}", error)


def _read_row(line: bytes, *, name: str) -> Article:
    row = _parse(line)
    text = row.get("text")
    if not isinstance(text, str) or isinstance(text, _Number):
        hint = 'each line needs "text": {"id": "1", "text": "…", "published": "2023-07-27"}'
        raise InputError('the row has no "text"' if text is None else '"text" is not a string', hint)
    if not text.strip():
        raise InputError('"text" is empty')
    known = {key: _string(row.get(key), key) for key in KEYS}
    return read_text(
        text,
        source=text_source(text, name=name, id=known["id"] or known["url"], url=known["url"], format="jsonl"),
        title=known["title"],
        byline=known["byline"],
        published=known["published"],
        language=known["language"],
    )


def _parse(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(
            line.removeprefix(b"\xef\xbb\xbf"), parse_int=_Number, parse_float=_Number, parse_constant=_Number
        )
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        raise InputError(f"the line is not JSON: {error}") from None
    if not isinstance(row, dict):
        raise InputError("the line is not a JSON object")
    return row


def _string(value: object, key: str) -> str | None:
    """The value of a key, null and blank strings as None.  Numbers have come as they are written."""
    if value is not None and not isinstance(value, str):
        raise InputError(f'"{key}" is not a string')
    return (value or "").strip() or None


def is_row(data: bytes) -> bool:
    """Whether the first line of ``data`` that is not empty is a JSON object, and so what follows are rows."""
    first = next((line for line in data.lstrip().split(b"\n", 1) if line), b"")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
