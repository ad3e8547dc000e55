"""Files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import itertools
import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Self

from articlelens.errors import OutputError, SettingsError


class WholeFile:
    """A file written under a temporary name beside its place, and moved there when it is whole.

    Where the writing is broken off, what was written so far is kept as ``NAME.part`` and the place is left as it was.
    A link is followed.  What is there and is no regular file, a pipe or a device, is written as it is.

    Args:
        path: Where the file goes.
        force: Whether a file that is there already may be replaced; its mode is kept.

    Raises:
        SettingsError: There is one, or the place is a folder.
        OutputError: Nothing can be written there.
    """

    def __init__(self, path: Path, *, force: bool = False) -> None:
        if path.is_dir():
            raise SettingsError(f"{path} is a folder", "give the name of a file")
        self.path = path
        self.part: Path | None = None
        """Where what was written is kept, once the writing is broken off."""
        self._place = Path(os.path.realpath(path))
        mode = self._place.stat().st_mode if self._place.exists() else None
        self._streaming = mode is not None and not stat.S_ISREG(mode)
        if mode is not None and not self._streaming and not force:
            raise SettingsError(f"{path} is there already", "give another name, or --force to replace it")
        self._mode = stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask()
        self._written = self._given_up = False
        self._open()

    def _open(self) -> None:
        import tempfile

        try:
            if self._streaming:
                self._file = open(self._place, "wb")  # noqa: SIM115 - closed in __exit__
            else:
                descriptor, name = tempfile.mkstemp(dir=self._place.parent, prefix=f".{self._place.name}.")
                self._temporary = Path(name)
                self._file = os.fdopen(descriptor, "wb")
        except OSError as error:
            hint = None if self._place.parent.is_dir() else f"make the folder first: mkdir -p {self.path.parent}"
            raise OutputError(f"{self.path} cannot be written: {error.strerror}", hint) from None

    def write(self, data: bytes) -> None:
        """Writes ``data`` behind what is there.

        Raises:
            OutputError: The disk is full, or the like.
        """
        try:
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise OutputError(f"{self.path} cannot be written: {error.strerror}") from None
        self._written = self._written or bool(data)

    def give_up(self) -> None:
        """Leaves the place as it was: there is nothing to put there."""
        self._given_up = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._streaming:
            self._close(sync=False)
            return
        whole = kind is None and not self._given_up
        try:
            self._close(sync=whole)
        except OSError as failed:
            self._keep()
            raise OutputError(f"{self.path} cannot be written: {failed.strerror}") from None
        if whole:
            self._temporary.chmod(self._mode)  # mkstemp's files are for their owner only
            self._temporary.replace(self._place)
        else:
            self._keep()

    def _close(self, *, sync: bool) -> None:
        """Closes the file; where the disk has room no more, what it held back is lost."""
        try:
            if sync:
                self._file.flush()
                os.fsync(self._file.fileno())
        finally:
            with contextlib.suppress(OSError):
                self._file.close()

    def _keep(self) -> None:
        """Keeps what was written so far under another name, if that is anything."""
        if self._written:
            self._temporary.chmod(self._mode)
            self.part = _free(self._place)
            self._temporary.replace(self.part)
        else:
            self._temporary.unlink()


def _free(place: Path) -> Path:
    """``NAME.part``, or with a number where that is taken."""
    names = itertools.chain([f"{place.name}.part"], (f"{place.name}.part{number}" for number in itertools.count(2)))
    return next(path for name in names if not (path := place.with_name(name)).exists())


def _umask() -> int:
    """The process's mask; there is no way to read it but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
