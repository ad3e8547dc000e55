"""JSON Lines, plain and compressed."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

from articlelens.batch.stores.base import AppendingStore, Encode, Entry
from articlelens.record import Record


def encode(record: Record, key: str) -> bytes:  # noqa: ARG001 - the record has all of it
    """The record as a line."""
    return record.to_json().encode("utf-8", "backslashreplace") + b"\n"


class JsonLinesStore(AppendingStore):
    """``.jsonl``: one record a line, as ``extract`` writes them."""

    def encoder(self) -> Encode:
        """See :meth:`Store.encoder`."""
        return encode

    def _files(self) -> dict[str, Path]:
        return {self.path.name: self.path}

    def _pieces(self, entries: Sequence[Entry]) -> dict[str, bytes]:
        return {self.path.name: b"".join(entry.payload for entry in entries)}


class GzipStore(JsonLinesStore):
    """``.jsonl.gz``: the same compressed, one gzip member (RFC 1952) a commit, to be cut off between two.

    The first one is empty: a file of no bytes is no gzip file.
    """

    def _head(self, name: str) -> bytes:  # noqa: ARG002 - there is but one file
        return gzip.compress(b"", mtime=0)

    def _pieces(self, entries: Sequence[Entry]) -> dict[str, bytes]:
        return {name: gzip.compress(piece, 6, mtime=0) for name, piece in super()._pieces(entries).items()}
