"""An SQLite database: the tables with keys, indexes and a full-text index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Final

from articlelens.batch.journal import sync_folder
from articlelens.batch.stores import tabular
from articlelens.batch.stores.base import Encode, Entry, LocalStore, go_on
from articlelens.errors import OutputError, SettingsError
from articlelens.tables import ARTICLES, KEY, MENTIONS, TABLES, Column, Table

_SETTINGS: Final = "batch_settings"
_PATIENCE: Final = 60.0  # seconds that another program may read or write before a run gives up
_TYPES: Final = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "json": "TEXT"}
_SEARCHED: Final = ("title", "summary", "text")
_INDEXED: Final = {
    "articles": ("published", "source"),
    "mentions": ("text",),
    "people": ("name",),
    "organizations": ("name",),
    "places": ("name", "country_code"),
    "dates": ("from_day",),
    "figures": ("kind", "unit"),
}


class SqliteStore(LocalStore):
    """``.sqlite``: one transaction a commit, so that what is in it is whole.

    ``articles_fts`` is an FTS5 index over titles, summaries and texts, in the form that Datasette finds by itself.
    """

    def encoder(self) -> Encode:
        """See :meth:`Store.encoder`."""
        return tabular.encode

    def _load(self) -> dict[str, str] | None:
        if not self.path.exists():
            return None
        try:
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as database:
                if not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    return None  # broken off while it was made: nothing is in it
                found = dict(database.execute(f"SELECT name, value FROM {_SETTINGS}"))  # noqa: S608 - our own name
                self.done.update(key for (key,) in database.execute("SELECT article FROM articles"))
        except sqlite3.Error as error:
            if _busy(error):
                raise
            raise SettingsError(
                f"{self.path} is there already, and no `articlelens batch` is known to have made it ({error})",
                "give another name, or --force to replace it",
            ) from None
        return found

    def _remove(self) -> None:
        for suffix in ("", "-journal", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def _begin(self, settings: dict[str, str]) -> None:
        self.done.clear()
        self._go_on()
        with self.database:
            self.database.execute("BEGIN")
            for statement in schema():
                self.database.execute(statement)
            self.database.executemany(f"INSERT INTO {_SETTINGS} VALUES (?, ?)", settings.items())  # noqa: S608
        sync_folder(self.path.parent)

    def _go_on(self) -> None:
        self.database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        self.database.execute("PRAGMA synchronous = FULL")

    def _write(self, entries: Sequence[Entry]) -> None:
        with self.database:
            self.database.execute("BEGIN")
            for table in TABLES:
                self.database.executemany(
                    _insert(table), [row for entry in entries for row in entry.payload[table.name]]
                )
            columns = ", ".join(_SEARCHED)
            self.database.executemany(
                f"INSERT INTO articles_fts (rowid, {columns})"  # noqa: S608 - our own names
                f" SELECT number, {columns} FROM articles WHERE article = ?",
                [(entry.key,) for entry in entries],
            )

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            with super()._telling():
                yield
        except sqlite3.Error as error:
            if _busy(error):
                raise OutputError(
                    f"{self.path} cannot be written: another program keeps it locked", f"close that one; {go_on()}"
                ) from None
            full = getattr(error, "sqlite_errorname", "") in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")
            raise OutputError(f"{self.path} cannot be written: {error}", go_on(room=full)) from None

    def close(self) -> None:
        """Closes the database."""
        if hasattr(self, "database"):
            self.database.close()
        super().close()


def _busy(error: sqlite3.Error) -> bool:
    """Whether another program has the database, in a transaction that does not end."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def schema() -> list[str]:
    """The statements that make the tables and their indexes."""
    statements = [f"CREATE TABLE {_SETTINGS} (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"]
    for table in TABLES:
        definitions = ",\n  ".join(_definitions(table))
        statements.append(f"CREATE TABLE {table.name} (\n  {definitions}\n)")
        statements += [
            f"CREATE INDEX {table.name}_{column} ON {table.name} ({column})" for column in _INDEXED[table.name]
        ]
    searched = ", ".join(_SEARCHED)
    statements.append(
        f'CREATE VIRTUAL TABLE articles_fts USING fts5({searched}, content="articles", content_rowid="number")'
    )
    return statements


def _definitions(table: Table) -> list[str]:
    columns = [_definition(column) for column in table.columns]
    if table is ARTICLES:  # FTS5 needs a number for each row, which VACUUM leaves alone
        return [f"{columns[0]} NOT NULL UNIQUE", *columns[1:], "number INTEGER PRIMARY KEY"]
    reference = f"{columns[0]} NOT NULL REFERENCES articles ({KEY})"
    if table is MENTIONS:
        return [reference, *columns[1:], f"PRIMARY KEY ({KEY}, class, id, start_char)"]
    return [reference, *columns[1:], f"PRIMARY KEY ({KEY}, id)"]


def _definition(column: Column) -> str:
    return f"{column.name} {_TYPES[column.kind]}"


def _insert(table: Table) -> str:
    places = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {table.name} ({', '.join(table.names)}) VALUES ({places})"  # noqa: S608 - our own names
