"""Outputs on other machines.

An object store has no files that grow.  So an output there is built in a working copy on this machine, and put in its
place whenever a run ends, whole or broken off.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from articlelens.batch.journal import SIDECAR, lock
from articlelens.batch.remote import file_system
from articlelens.batch.stores.base import Encode, Entry, LocalStore, Store
from articlelens.errors import ArticlelensError, OutputError, SettingsError


class RemoteStore(Store):
    """A store elsewhere, by way of a working copy here.

    Args:
        url: Where the output goes.
        make: Makes the store of the working copy.
        cache: Where working copies are kept.
    """

    def __init__(self, url: str, make: Callable[[Path], LocalStore], cache: Path | None = None) -> None:
        self._system, self._remote = file_system(url)
        self._cache = cache = cache or _caches() / "articlelens" / "batch"
        self._folder = cache / hashlib.sha256(url.encode()).hexdigest()[:16]
        self._inner = make(self._folder / os.path.basename(self._remote))
        self.url = url
        self.path = self._inner.path
        self.done = self._inner.done
        self.refused = self._inner.refused

    def open(self, settings: dict[str, str], *, force: bool = False) -> Self:
        """See :meth:`Store.open`; brings what is there, where there is no working copy."""
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{self._cache} cannot be made: {error.strerror}", "set XDG_CACHE_HOME") from None
        self._lock = lock(self._folder.with_suffix(".lock"), self.url)  # of the copy's making and its way back too
        try:
            self._open(settings, force=force)
        except BaseException:
            self._lock.release()
            raise
        return self

    def _open(self, settings: dict[str, str], *, force: bool) -> None:
        kept = self._folder.is_dir()
        try:
            if not kept:
                self._bring()
            self._inner.open(settings, force=force)
        except OSError as error:
            raise OutputError(f"{self.url} cannot be written: {error}") from None
        except ArticlelensError:
            if not kept and self._folder.is_dir():
                shutil.rmtree(self._folder)
            raise

    def encoder(self) -> Encode:
        """See :meth:`Store.encoder`."""
        return self._inner.encoder()

    def write(self, entries: Sequence[Entry]) -> None:
        """See :meth:`Store.write`."""
        self._inner.write(entries)

    def finish(self) -> None:
        """See :meth:`Store.finish`."""
        self._inner.finish()

    def close(self) -> None:
        """Puts the working copy in its place, and removes it here.

        Raises:
            OutputError: It cannot be put there; the working copy stays for a later run.
        """
        self._inner.close()
        try:
            self._put()
            shutil.rmtree(self._folder)
        finally:
            self._lock.release()

    def _put(self) -> None:
        try:
            self._remove_there()
            for here, there in self._places():
                if here.is_dir():
                    self._system.put(f"{here}{os.sep}", f"{there}/", recursive=True)
                elif here.is_file():
                    self._system.put_file(str(here), there)
        except Exception as error:  # noqa: BLE001 - each kind of store has errors of its own
            raise OutputError(
                f"{self.url} cannot be written: {type(error).__name__}: {error}",
                f"the records are in {self._folder}; the same command puts them there",
            ) from None

    def _remove_there(self) -> None:
        """Removes what the output elsewhere has of an earlier making: only of one of ours, and only tables."""
        if not (self._inner.is_folder and self._system.isdir(f"{self._remote}/{SIDECAR}")):
            return
        root = self._remote.rstrip("/")
        for file in self._system.find(root):
            below = str(file).removeprefix(root).lstrip("/")
            ours = below.endswith((".parquet", ".csv", ".json")) and not below.startswith(".")
            if ours and not (self.path / below).exists():
                self._system.rm_file(file)

    def _bring(self) -> None:
        """Makes the working copy: under another name until it is whole, as a part of it would be put over the whole."""
        with tempfile.TemporaryDirectory(dir=self._cache) as name:
            coming = Path(name) / "copy"
            coming.mkdir()
            try:
                for place, there in self._places():
                    here = coming / place.name
                    if self._system.isdir(there):
                        self._system.get(f"{there}/", f"{here}{os.sep}", recursive=True)
                    elif self._system.isfile(there):
                        self._system.get_file(there, str(here))
            except Exception as error:  # noqa: BLE001 - each kind of store has errors of its own
                raise OutputError(
                    f"{self.url} cannot be brought here to go on with it: {type(error).__name__}: {error}",
                    "nothing was changed there: run the same command again",
                ) from None
            coming.rename(self._folder)

    def _places(self) -> list[tuple[Path, str]]:
        """What makes up the output, here and there."""
        if self._inner.is_folder:
            return [(self.path, self._remote)]
        parent, _, name = self._remote.rpartition("/")
        return [(self.path, self._remote), (self._inner.sidecar, f"{parent}/.{name}{SIDECAR}")]


def _caches() -> Path:
    """Where this user's caches are (XDG Base Directory Specification).

    Raises:
        SettingsError: There is no such place.
    """
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given)
    try:
        return Path.home() / ".cache"
    except RuntimeError:
        raise SettingsError(
            "there is no home folder for the working copy of a remote output", "set XDG_CACHE_HOME to a folder"
        ) from None
