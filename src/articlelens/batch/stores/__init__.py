"""Stores: where records go, chosen by the suffix of the output's name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

from articlelens.batch.remote import is_remote
from articlelens.batch.stores.base import Entry, LocalStore, Store
from articlelens.errors import SettingsError

__all__ = ["KINDS", "Entry", "Kind", "Store", "store_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of store: its suffix, what it is, and where its class is."""

    suffix: str
    summary: str
    home: str
    name: str


KINDS: Final = (
    Kind(suffix=".jsonl", summary="one record a line", home="json_lines", name="JsonLinesStore"),
    Kind(suffix=".jsonl.gz", summary="the same, compressed", home="json_lines", name="GzipStore"),
    Kind(suffix=".csv", summary="a folder of tables", home="csv_folder", name="CsvStore"),
    Kind(suffix=".sqlite", summary="a database of tables", home="sqlite", name="SqliteStore"),
    Kind(suffix=".parquet", summary="a folder of tables", home="parquet", name="ParquetStore"),
)


def store_for(name: str, sources: Iterable[str] = ()) -> Store:
    """The store that the name of the output asks for; one without a suffix is a folder of JSON files.

    Args:
        name: Where the output goes: a path, or one for fsspec.
        sources: What the command line names as sources, whose tree a folder mirrors.

    Raises:
        SettingsError: The suffix is not known, or the output would be among the sources.
    """
    sources = list(sources)
    if name in ("", "-"):
        raise SettingsError("--to is the name of a file or a folder", "articlelens extract writes to standard output")
    if is_remote(name):
        from articlelens.batch.stores.remote import RemoteStore

        return RemoteStore(name.rstrip("/"), lambda path: _local(path, sources))
    store = _local(Path(name), sources)
    inside = next((folder for folder in sources if store.is_folder and _holds(folder, store.path)), None)
    if inside is not None:
        raise SettingsError(f"{name} is in {inside}, and would be read with it", "give a name outside of the sources")
    return store


def _local(path: Path, sources: list[str]) -> LocalStore:
    name = path.name.lower()
    if path.is_symlink():
        path = path.resolve()  # else the two names would have a lock and a sidecar each
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise SettingsError(f"{path} is neither a file nor a folder", "give the name of a file or a folder")
    for kind in sorted(KINDS, key=lambda kind: -len(kind.suffix)):
        if name.endswith(kind.suffix):
            store: type[LocalStore] = getattr(import_module(f"{__name__}.{kind.home}"), kind.name)
            return store(path)
    if path.suffix and not path.is_dir():
        known = ", ".join(kind.suffix for kind in KINDS)
        raise SettingsError(
            f"{path} has a suffix that says no kind of output", f"known are {known}; a name without one is a folder"
        )
    from articlelens.batch.stores.folder import FolderStore, common_root

    return FolderStore(path, common_root(sources))


def _holds(folder: str, path: Path) -> bool:
    """Whether ``path`` is in a folder, or is it."""
    return os.path.isdir(folder) and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
