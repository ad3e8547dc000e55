"""What the stores of tables share."""

from __future__ import annotations

from articlelens.record import Record
from articlelens.tables import Row, rows


def encode(record: Record, key: str) -> dict[str, list[Row]]:
    """The record's rows by table."""
    return rows(record, key)
