"""Gzip, unpacked within bounds."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import Any, BinaryIO, Final

from articlelens.errors import InputError

# Text packs into a tenth or a thirtieth; deflate can reach a thousandth, with nothing but repetition.
MAX_RATIO: Final = 200
_PIECE: Final = 1 << 16


class Unpacking(io.RawIOBase):
    """The bytes in a gzip stream, which gives up where they become absurdly many.

    Args:
        packed: The stream.
        free: So many bytes may come out in any case; more only in proportion to what went in.
    """

    def __init__(self, packed: BinaryIO, free: int) -> None:
        self._counting = _Counting(packed)
        packed_file: Any = self._counting
        self._file = gzip.GzipFile(fileobj=packed_file)
        self._free = free
        self._given = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # wider in io
        """Unpacks the next bytes.

        Raises:
            InputError: They are damaged or too many.
        """
        try:
            data = self._file.read1(min(len(buffer), _PIECE))
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise InputError(f"its compression is damaged: {error}") from None
        self._given += len(data)
        if self._given > self._free and self._given > MAX_RATIO * self._counting.taken:
            raise InputError(
                f"it unpacks to more than {MAX_RATIO} times its size", "no text does so: unpack it yourself to see"
            )
        buffer[: len(data)] = data
        return len(data)


class _Counting:
    """A stream that counts what was read of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.taken += len(data)
        return data


def unpacked(packed: BinaryIO, *, free: int) -> BinaryIO:
    """The bytes in a gzip stream, as a stream (see :class:`Unpacking`)."""
    return io.BufferedReader(Unpacking(packed, free), _PIECE)
