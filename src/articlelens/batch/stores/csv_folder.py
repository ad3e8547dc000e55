"""A folder of CSV files, one a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from articlelens.batch.stores.base import AppendingStore, Encode, Entry
from articlelens.record import Record
from articlelens.tables import BY_NAME, TABLES, csv_rows, rows


def encode(record: Record, key: str) -> dict[str, bytes]:
    """The record's rows by table, as CSV."""
    return {name: csv_rows(found).encode() for name, found in rows(record, key).items()}


class CsvStore(AppendingStore):
    """``.csv``: a folder with ``articles.csv``, ``mentions.csv`` and so on."""

    is_folder = True

    def encoder(self) -> Encode:
        """See :meth:`Store.encoder`."""
        return encode

    def _files(self) -> dict[str, Path]:
        return {table.name: self.path / f"{table.name}.csv" for table in TABLES}

    def _head(self, name: str) -> bytes:
        return csv_rows([BY_NAME[name].names]).encode()

    def _pieces(self, entries: Sequence[Entry]) -> dict[str, bytes]:
        return {table.name: b"".join(entry.payload[table.name] for entry in entries) for table in TABLES}
