"""CSV: one flat table, a row for each mention with the facts of what it mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from articlelens.record import Record
from articlelens.rendering import Look
from articlelens.tables import BY_NAME, MENTIONS, PARTS, cell, csv_rows, items

# Which article a row is from: enough to tell articles apart in a spreadsheet.
_ARTICLE: Final = ("source", "source_id", "title", "published")
# The facts of all classes, each column once: a figure's value stands where a date's does.
_FACTS: Final = {
    column.name: column.path[0]
    for name in PARTS
    for column in BY_NAME[name].columns
    if column.path and column.name not in ("id", "aliases", "count", "salience")
}
_MENTION: Final = {column.name: column.path[0] for column in MENTIONS.columns if column.path}
HEADER: Final = (*_ARTICLE, "class", "id", *_MENTION, *_FACTS)


def render(records: Iterable[Record], look: Look) -> Iterator[str]:  # noqa: ARG001 - all formats are called alike
    """Yields the header, then the rows of each record."""
    yield csv_rows([HEADER])
    for record in records:
        article = (record.source.name, record.source.id, record.title, record.published)
        yield csv_rows(
            [
                tuple(
                    cell(value)
                    for value in (
                        *article,
                        kind,
                        item["id"],
                        *(mention[key] for key in _MENTION.values()),
                        *(item.get(key) for key in _FACTS.values()),
                    )
                )
                for _, kind, item in items(record.to_dict())
                for mention in item["mentions"]
            ]
        )
