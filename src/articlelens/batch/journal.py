"""What is known to be whole in an output, and who may write to it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from articlelens.errors import OutputError, SettingsError
from articlelens.reading.formats import OUTPUT_MARK

if TYPE_CHECKING:
    from filelock import BaseFileLock

SIDECAR: Final = OUTPUT_MARK
Commit = Mapping[str, Any]


class Journal:
    """A list of commits, one JSON object a line: what stands in it is on the disk, whatever happens after.

    The first line has the settings that the output was made with.  A line that was torn is as if it had not been
    written.

    Args:
        path: Where it is.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.commits: list[dict[str, Any]] = []
        self.settings: dict[str, str] | None = None
        self._end = 0

    def load(self, valid: Callable[[Commit], bool]) -> None:
        """Reads what is there, up to the last commit that is ``valid``; what follows stays until :meth:`cut`.

        Args:
            valid: Whether what a commit says is there is there.
        """
        self.commits, self.settings, self._end = [], None, 0
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return
        ends = [0]
        for line in data.splitlines(keepends=True):
            content = _object(line)
            if content is None:
                break
            ends.append(ends[-1] + len(line))
            if self.settings is None:
                self.settings = content.get("settings", {})
            else:
                self.commits.append(content)
        while self.commits and not valid(self.commits[-1]):
            self.commits.pop()
            ends.pop()
        self._end = ends[-1]

    def cut(self) -> None:
        """Strikes out what :meth:`load` passed over.

        Raises:
            OSError: It cannot be written.
        """
        if self.path.stat().st_size > self._end:
            os.truncate(self.path, self._end)

    def begin(self, settings: Mapping[str, str]) -> None:
        """Starts anew."""
        self.path.write_bytes(b"")
        self.commits, self._end = [], 0
        self.settings = dict(settings)
        self._append({"settings": self.settings})
        sync_folder(self.path.parent)

    def add(self, commit: Commit) -> None:
        """Adds a commit.  It is on the disk when this returns.

        Raises:
            OSError: The disk is full, or the like; the journal is as it was.
        """
        self._append(commit)

    def _append(self, content: Mapping[str, Any]) -> None:
        line = json.dumps(content, separators=(",", ":")).encode("ascii") + b"\n"
        append(self.path, line, self._end)
        self._end += len(line)


def append(path: Path, data: bytes, end: int) -> None:
    """Writes ``data`` at ``end`` of a file and has the disk keep it; where that fails the file ends at ``end`` again.

    Raises:
        OSError: The disk is full, or the like.
    """
    with open(path, "r+b") as file:
        try:
            file.seek(end)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), end)
            raise


def _object(line: bytes) -> dict[str, Any] | None:
    """The JSON object on a whole line, or None."""
    if not line.endswith(b"\n"):
        return None
    try:
        content = json.loads(line)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def lock(path: Path, what: Path | str) -> BaseFileLock:
    """Takes the lock at ``path``, so that two runs do not write to one output; it ends with the process.

    Raises:
        SettingsError: Another run has it.
        OutputError: No lock can be had there.
    """
    import filelock

    taken = filelock.FileLock(path, blocking=False)
    try:
        taken.acquire()
    except filelock.Timeout:
        raise SettingsError(
            f"another run is writing to {what}", "wait until it is done, or give another name"
        ) from None
    except OSError as error:
        raise OutputError(f"{what} cannot be written: {error.strerror or error}") from None
    return taken


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in its place whole: under a temporary name first, kept by the disk, then moved.

    Raises:
        OSError: The disk is full, or the like; the place is as it was.
    """
    temporary = path.with_name(f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}.tmp")
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def make_folder(path: Path) -> None:
    """Makes a folder with all that it is in, and has the disk keep their names.

    Raises:
        OSError: It cannot be made.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def sync_folder(path: Path) -> None:
    """Has the disk keep the names in a folder, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
