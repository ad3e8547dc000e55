"""JSON Lines: one record a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelens.record import Record
from articlelens.rendering import Look


def render(records: Iterable[Record], look: Look) -> Iterator[str]:  # noqa: ARG001 - all formats are called alike
    """Yields each record as a line."""
    for record in records:
        yield record.to_json() + "\n"
