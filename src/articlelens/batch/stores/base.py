"""What all stores share: settings and locks, starting anew and going on."""

from __future__ import annotations

import errno
import hashlib
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final, Self

from articlelens.batch.journal import SIDECAR, Commit, Journal, append, lock, make_folder, sync_folder
from articlelens.errors import OutputError, SettingsError
from articlelens.record import Record

Encode = Callable[[Record, str], Any]
"""Makes of a record what its store takes; runs in the workers and so is pickled."""
Tail = tuple[int, int, str]
_TAIL: Final = 4096  # bytes that are compared, to tell whether a file is the one that was written


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record on its way to a store.

    Args:
        key: The article's key.
        name: The source's name: a file, or ``-``.
        line: The line of a row in its file.
        payload: What the store's ``encode`` made of the record.
    """

    key: str
    name: str
    line: int | None
    payload: Any


class Store(ABC):
    """A place for records that can be broken off at any moment and gone on with.

    What :meth:`write` was given is on the disk when it returns, all of it or, after an error, nothing of it.
    """

    done: set[str]
    """The keys of the articles that are in it."""
    refused: dict[str, str]
    """Keys of articles of the last :meth:`write` that no place can be made for, with the reasons."""
    base: Path | None = None
    """The folder that it is in, on this machine."""

    @abstractmethod
    def open(self, settings: dict[str, str], *, force: bool = False) -> Self:
        """Takes the lock and finds out what is there.

        Args:
            settings: What the records hang on besides the articles.
            force: Whether what is there is thrown away.

        Raises:
            SettingsError: Something else is there, or it was made with other settings, or another run is writing.
            OutputError: Nothing can be written there.
        """

    @abstractmethod
    def encoder(self) -> Encode:
        """What makes of a record what this store takes."""

    @abstractmethod
    def write(self, entries: Sequence[Entry]) -> None:
        """Adds records.

        Raises:
            OutputError: The disk is full, or the like; nothing of ``entries`` was added.
        """

    def finish(self) -> None:  # noqa: B027 - most have nothing to do
        """Does what is to be done when all records are there."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of everything."""


class LocalStore(Store):
    """A store on this machine.

    Args:
        path: Where the output goes.
    """

    is_folder: ClassVar[bool] = False

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = path.parent
        self.refused: dict[str, str] = {}
        self.done: set[str] = set()
        self.sidecar = path / SIDECAR if self.is_folder else path.with_name(f".{path.name}{SIDECAR}")

    def open(self, settings: dict[str, str], *, force: bool = False) -> Self:
        """See :meth:`Store.open`."""
        self._check_place()
        with self._telling():
            if self.is_folder:
                make_folder(self.path)
            new = not self.sidecar.exists()
            make_folder(self.sidecar)
        self._lock = lock(self.sidecar / "lock", self.path)
        try:
            with self._telling():
                found = None if force else self._load()
                if found is None or (found != settings and not self.done):  # nothing is in it that could be mixed
                    self._remove()
                    self._begin(settings)
                else:
                    self._check_settings(found, settings)
                    self._go_on()
        except BaseException as error:
            if new and isinstance(error, SettingsError):  # refused: nothing of ours is there
                remove_tree(self.sidecar)
            self.close()
            raise
        return self

    def write(self, entries: Sequence[Entry]) -> None:
        """See :meth:`Store.write`."""
        self.refused.clear()
        with self._telling():
            self._write(entries)
        self.done.update(entry.key for entry in entries if entry.key not in self.refused)

    def close(self) -> None:
        """See :meth:`Store.close`."""
        self._lock.release()

    def _check_settings(self, found: dict[str, str], wanted: dict[str, str]) -> None:
        """Refuses to mix records of different makings."""
        names = [name for name in {**found, **wanted} if found.get(name) != wanted.get(name)]
        if names:
            made = "; ".join(
                f"{name} {found.get(name, 'nothing')}, not {wanted.get(name, 'nothing')}" for name in names
            )
            raise SettingsError(
                f"{self.path} was made with other settings: {made}", "give another name, or --force to start anew"
            )

    def _check_place(self) -> None:
        """Refuses what stands in the place and is none of ours."""
        if not self.is_folder and self.path.is_dir():
            raise SettingsError(f"{self.path} is a folder", "give the name of a file")
        if self.is_folder and self.path.exists() and not self.path.is_dir():
            raise SettingsError(f"{self.path} is a file", "give the name of a folder")
        if self.is_folder and self.path.is_dir() and not (self.path / SIDECAR).is_dir() and any(self.path.iterdir()):
            raise SettingsError(
                f"{self.path} has other files in it",
                f"give the name of a new folder; if `articlelens batch` made this one, put its {SIDECAR} back in it",
            )

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Makes an error for people of one of the system."""
        try:
            yield
        except OSError as error:
            raise OutputError(
                f"{self.path} cannot be written: {error.strerror or error}",
                go_on(room=error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)),
            ) from None

    @abstractmethod
    def _load(self) -> dict[str, str] | None:
        """Fills ``done``; the settings that the output was made with, None where there is none."""

    @abstractmethod
    def _remove(self) -> None:
        """Removes what is there, and nothing that is not ours."""

    @abstractmethod
    def _begin(self, settings: dict[str, str]) -> None:
        """Starts an empty output."""

    @abstractmethod
    def _go_on(self) -> None:
        """Makes ready to add to what is there."""

    @abstractmethod
    def _write(self, entries: Sequence[Entry]) -> None: ...


class JournaledStore(LocalStore):
    """A store whose journal says what is in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.journal = Journal(self.sidecar / "journal")

    def _load(self) -> dict[str, str] | None:
        self.journal.load(self._valid)
        for commit in self.journal.commits:
            self.done.update(self._keys(commit))
        return self._known()

    def _known(self) -> dict[str, str] | None:
        """The settings in the journal; where it has none, nothing may be there that a run could throw away."""
        if self.journal.settings is None and self._is_there():
            raise SettingsError(
                f"{self.path} is there already, and no `articlelens batch` is known to have made it",
                f"move its {self.sidecar.name} with it, or give another name, or --force to replace it",
            )
        return self.journal.settings

    def _is_there(self) -> bool:
        if self.is_folder:
            return any(entry.name != SIDECAR for entry in self.path.iterdir())
        return self.path.exists()

    def _begin(self, settings: dict[str, str]) -> None:
        self.done.clear()
        self.journal.begin(settings)

    def _go_on(self) -> None:
        self.journal.cut()  # not before the output is known to be whole: who is refused may put it back as it was
        self.journal.commits.clear()  # they are in `done` now

    @abstractmethod
    def _valid(self, commit: Commit) -> bool:
        """Whether what a commit says is there is there."""

    def _keys(self, commit: Commit) -> Iterable[str]:
        keys: list[str] = commit["keys"]
        return keys


class AppendingStore(JournaledStore):
    """Files that only ever grow.  The journal has their lengths, so that a torn end is cut off.

    What is behind the last commit's lengths was written by a run that was broken off.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._running = self.sidecar / "running"  # there while a run writes, and after one that was broken off
        self._lost: str | None = None
        """What is wrong with the first file that has less in it than a commit says."""

    @abstractmethod
    def _files(self) -> dict[str, Path]:
        """The files by name."""

    def _head(self, name: str) -> bytes:  # noqa: ARG002 - for those that have one
        """What a file begins with."""
        return b""

    @abstractmethod
    def _pieces(self, entries: Sequence[Entry]) -> dict[str, bytes]:
        """What is to be added to each file."""

    def _valid(self, commit: Commit) -> bool:
        for name, path in self._files().items():
            if not path.is_file():
                self._lost = self._lost or f"{path} is missing"
                return False
            if path.stat().st_size < commit["ends"][name]:
                self._lost = self._lost or f"{path} is shorter than it was"
                return False
        return True

    def _load(self) -> dict[str, str] | None:
        found = super()._load()
        if found is not None:
            self._check_untouched()
        return found

    def _check_untouched(self) -> None:
        """Refuses files that somebody else has written to since: cutting them would throw that away."""
        commits = self.journal.commits
        broken_off = self._running.exists()
        for name, path in self._files().items():
            start, end, digest = commits[-1]["tails"][name] if commits else self._tail(0, self._head(name))
            size = path.stat().st_size if path.is_file() else 0
            if not commits and size <= end:
                continue  # nothing was in it yet
            last = commits[-1]["ends"][name] if commits else end
            # What is too long was torn where a run was broken off; where all commits are gone, it was no run of ours.
            torn = broken_off and not (self._lost and not commits)
            if (size > last and not torn) or self._read(path, start, end) != digest:
                changed = f"{path} was changed since by something else than `articlelens batch`"
                raise SettingsError(
                    self._lost or changed, "put it back as it was, or give another name, or --force to replace it"
                )

    @staticmethod
    def _tail(start: int, piece: bytes) -> Tail:
        """The last bytes of what was written at ``start``: begin, end and hash."""
        begin = max(0, len(piece) - _TAIL)
        return start + begin, start + len(piece), hashlib.blake2b(piece[begin:], digest_size=16).hexdigest()

    @staticmethod
    def _read(path: Path, start: int, end: int) -> str:
        with open(path, "rb") as file:
            file.seek(start)
            return hashlib.blake2b(file.read(end - start), digest_size=16).hexdigest()

    def close(self) -> None:
        """See :meth:`Store.close`; what is whole is marked so."""
        ends = getattr(self, "_ends", None)
        if ends and all(path.is_file() and path.stat().st_size == ends[n] for n, path in self._files().items()):
            self._running.unlink(missing_ok=True)
        super().close()

    def _remove(self) -> None:
        for path in self._files().values():
            path.unlink(missing_ok=True)

    def _begin(self, settings: dict[str, str]) -> None:
        super()._begin(settings)
        self._start_files()

    def _start_files(self) -> None:
        self._mark_running()
        self._ends, self._tails = {}, {}
        for name, path in self._files().items():
            head = self._head(name)
            path.write_bytes(head)
            self._ends[name], self._tails[name] = len(head), self._tail(0, head)
            sync_folder(path.parent)

    def _mark_running(self) -> None:
        self._running.touch()
        sync_folder(self.sidecar)

    def _go_on(self) -> None:
        last = self.journal.commits[-1] if self.journal.commits else None
        super()._go_on()
        if last is None:
            self._start_files()
            return
        self._mark_running()
        self._ends, self._tails = dict(last["ends"]), dict(last["tails"])
        self._cut()

    def _cut(self) -> None:
        for name, path in self._files().items():
            if path.stat().st_size > self._ends[name]:
                with open(path, "r+b") as file:
                    file.truncate(self._ends[name])

    def _write(self, entries: Sequence[Entry]) -> None:
        files = self._files()
        pieces = self._pieces(entries)
        try:
            for name, piece in pieces.items():
                append(files[name], piece, self._ends[name])
            ends = {name: self._ends[name] + len(piece) for name, piece in pieces.items()}
            tails = self._tails | {name: self._tail(self._ends[name], piece) for name, piece in pieces.items() if piece}
            self.journal.add({"keys": [entry.key for entry in entries], "ends": ends, "tails": tails})
        except OSError:
            self._cut()
            raise
        self._ends, self._tails = ends, tails


def go_on(*, room: bool = False) -> str:
    """The hint of a run that could not write on."""
    return f"what is done is kept: {'make room, and ' if room else ''}run the same command again to go on"


def remove_tree(path: Path) -> None:
    """Removes a folder of ours, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
