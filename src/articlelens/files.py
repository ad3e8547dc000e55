"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from articlelens.errors import OutputError, SettingsError


class WholeFile:
    """A file written under a temporary name beside its place, and moved there when it is whole.

    Where the writing is broken off, what was written so far is kept as ``NAME.part`` and the place is left as it was.

    Args:
        path: Where the file goes.
        force: Whether a file that is there already may be replaced.

    Raises:
        SettingsError: There is one, or the place is a folder.
        OutputError: Nothing can be written there.
    """

    def __init__(self, path: Path, *, force: bool = False) -> None:
        if path.is_dir():
            raise SettingsError(f"{path} is a folder", "give the name of a file")
        if path.exists() and not force:
            raise SettingsError(f"{path} is there already", "give another name, or --force to replace it")
        import tempfile

        self.path = path
        self.part = path.with_name(path.name + ".part")
        self.written = 0
        try:
            descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {error.strerror}") from None
        self._temporary = Path(name)
        self._file = os.fdopen(descriptor, "wb")

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
        self.written += len(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            os.fchmod(self._file.fileno(), 0o666 & ~_umask())  # mkstemp's files are for their owner only
            os.fsync(self._file.fileno())
            self._file.close()
            self._temporary.replace(self.path)
        else:
            self._file.close()
            if self.written:
                self._temporary.replace(self.part)
            else:
                self._temporary.unlink()


def _umask() -> int:
    """The process's mask; there is no way to read it but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
