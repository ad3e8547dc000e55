"""A briefing in Markdown, for an issue, a wiki or a mail: title, source, key sentences, five sections.

CommonMark with no raw HTML; what an article says is escaped, so that it is text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from articlelens.rendering import Look
from articlelens.rendering.rows import Row, enumerated, facts, heading, rows_of
from articlelens.rendering.wording import plain

if TYPE_CHECKING:
    from articlelens.record import Record

# All punctuation that may be markup in CommonMark or in the dialects of forges: mentions, issues, emoji, addresses.
_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>#|~@&$]|:(?=//|[\w+-]{1,40}:)|(?<=\b[wW]{3})\.")
_LINE_START: Final = re.compile(r"^(?:[-+=]+|\d+[.)])(?=\s|$)")


def render(records: Iterable[Record], look: Look) -> Iterator[str]:
    """Yields a briefing for each record.

    Args:
        records: The records.
        look: ``top`` cuts the lists.
    """
    for number, record in enumerate(records):
        yield ("\n" if number else "") + "\n".join(_lines(record, look.top or None)) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, as Markdown that shows just it."""
    line = _MARKUP.sub(_escape, plain(text))
    return _LINE_START.sub(lambda match: match.group()[:-1] + "\\" + match.group()[-1], line)


def _lines(record: Record, top: int | None) -> Iterator[str]:
    yield f"# {escaped(heading(record))}"
    yield ""
    yield escaped(" · ".join(facts(record)))
    for warning in record.warnings:
        yield from ("", f"Note: {escaped(warning)}")
    if record.summary:
        yield ""
    for sentence in record.summary:
        yield f"- {escaped(sentence.text)}"
    lists = rows_of(record)
    for name, rows in lists.items():
        if rows:
            yield from ("", f"## {name.capitalize()}", "", *map(_row, rows[:top]))
            if top is not None and len(rows) > top:
                yield f"- *and {len(rows) - top} more*"
    empty = [name for name, rows in lists.items() if not rows]
    if empty:
        yield from ("", f"No {enumerated(empty)} found.")


def _row(row: Row) -> str:
    note = f" ({escaped(row.note)})" if row.note else ""
    count = f" ×{row.count}" if row.count > 1 else ""
    return f"- **{escaped(row.main)}**{note}{count}"


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    # Forges look for @name and #123 in the finished page, where no backslash is left: a word joiner parts them.
    before, behind = (
        match.string[max(match.start() - 1, 0) : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    parted = sign in "@#" and behind.isalnum() and not before.isalnum()
    return f"\\{sign}\u2060" if parted else f"\\{sign}"
