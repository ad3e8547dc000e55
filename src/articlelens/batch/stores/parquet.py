"""A folder of Parquet files, a folder a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from articlelens.batch.journal import Commit, append, make_folder, sync_folder
from articlelens.batch.stores import tabular
from articlelens.batch.stores.base import Encode, Entry, JournaledStore, remove_tree
from articlelens.errors import SettingsError
from articlelens.tables import TABLES, Row, Table

if TYPE_CHECKING:
    import pyarrow as pa

PART: Final = 1000  # articles a file: large enough for Parquet to pay, small enough to be held in memory


class ParquetStore(JournaledStore):
    """``.parquet``: ``mentions/part-00000.parquet`` and so on; a table is all files of its folder.

    Parquet files cannot grow, so what makes no full part yet waits in a spool beside the journal.
    """

    is_folder = True

    def encoder(self) -> Encode:
        """See :meth:`Store.encoder`."""
        return tabular.encode

    def __init__(self, path: Path) -> None:
        try:
            import pyarrow.parquet  # noqa: F401 - is it there?
        except ImportError:
            raise SettingsError(
                "Parquet needs pyarrow, which is not installed", "python3 -m pip install 'articlelens[parquet]'"
            ) from None
        super().__init__(path)
        self._spool = self.sidecar / "spool"
        self._waiting: list[dict[str, list[Row]]] = []
        self._parts = self._end = 0
        self._broken: list[int] = []

    def _valid(self, commit: Commit) -> bool:
        if "part" in commit:
            return True  # one that somebody took away is done again
        return self._spool.is_file() and self._spool.stat().st_size >= int(commit["end"])

    def _keys(self, commit: Commit) -> Sequence[str]:
        keys: list[str] = commit.get("keys", [])
        return keys

    def _load(self) -> dict[str, str] | None:
        self.journal.load(self._valid)
        spool = self._spool.read_bytes() if self._spool.is_file() else b""
        self._parts = sum("part" in commit for commit in self.journal.commits)
        last = max((index for index, commit in enumerate(self.journal.commits) if "part" in commit), default=-1)
        keys: list[str] = []
        for index, commit in enumerate(self.journal.commits):
            if "part" in commit:
                if all(self._part(table, commit["part"]).is_file() for table in TABLES):
                    self.done.update(keys)
                else:
                    self._broken.append(commit["part"])
                keys = []
                continue
            keys += self._keys(commit)
            if index > last and "end" in commit:
                self._waiting += [json.loads(line) for line in spool[self._end : commit["end"]].splitlines()]
                self._end = commit["end"]
        self.done.update(keys)
        return self._known()

    def _remove(self) -> None:
        for table in TABLES:
            remove_tree(self.path / table.name)

    def _begin(self, settings: dict[str, str]) -> None:
        super()._begin(settings)
        self._waiting, self._parts, self._end = [], 0, 0
        self._go_on()

    def _go_on(self) -> None:
        super()._go_on()
        with open(self._spool, "ab") as spool:
            spool.truncate(self._end)
        sync_folder(self.sidecar)
        for table in TABLES:
            make_folder(self.path / table.name)
            for path in (self.path / table.name).glob("*.parquet"):
                if path.name >= self._part(table, self._parts).name:
                    path.unlink()  # of a part that was broken off
            for number in self._broken:
                self._part(table, number).unlink(missing_ok=True)

    def _write(self, entries: Sequence[Entry]) -> None:
        data = b"".join(json.dumps(entry.payload).encode("ascii") + b"\n" for entry in entries)
        append(self._spool, data, self._end)
        self.journal.add({"keys": [entry.key for entry in entries], "end": self._end + len(data)})
        self._end += len(data)
        self._waiting += [entry.payload for entry in entries]
        if len(self._waiting) >= PART:
            self._write_part()

    def finish(self) -> None:
        """Writes what waits as a last part."""
        if self._waiting:
            with self._telling():
                self._write_part()

    def _write_part(self) -> None:
        import pyarrow.parquet

        for table in TABLES:
            path = self._part(table, self._parts)
            temporary = path.with_suffix(".tmp")
            pyarrow.parquet.write_table(_arrow(table, self._waiting), temporary)
            with open(temporary, "rb") as file:
                _sync(file)
            temporary.replace(path)
            sync_folder(path.parent)
        self.journal.add({"part": self._parts})
        self._parts += 1
        self._waiting, self._end = [], 0

    def _part(self, table: Table, number: int) -> Path:
        return self.path / table.name / f"part-{number:05}.parquet"


def _sync(file: Any) -> None:
    import os

    os.fsync(file.fileno())


def _arrow(table: Table, waiting: Sequence[dict[str, list[Row]]]) -> pa.Table:
    import pyarrow as pa

    kinds = {"text": pa.string(), "json": pa.string(), "integer": pa.int64(), "real": pa.float64()}
    schema = pa.schema([(column.name, kinds[column.kind]) for column in table.columns])
    found = [row for tables in waiting for row in tables[table.name]]
    columns = [[row[index] for row in found] for index in range(len(table.columns))]
    arrays = [
        pa.array(
            [None if value is None else float(value) for value in values] if column.kind == "real" else values,
            type=kinds[column.kind],
        )
        for column, values in zip(table.columns, columns, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)
