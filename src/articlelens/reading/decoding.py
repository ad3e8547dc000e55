"""From bytes to text."""

from __future__ import annotations

import codecs
from typing import Final

from articlelens.errors import InputError

# Longest first: the mark of UTF-32 little-endian begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """The text of ``data``: what its byte-order mark says, else UTF-8.  The mark is no part of the text.

    Line ends stay as they are, so that offsets count in the file as it is.

    Raises:
        InputError: It is empty, binary, or in another encoding.
    """
    if not data:
        raise InputError("it is empty")
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[:8192]:
            raise InputError("it looks like a binary file, not like text") from None
        offset = len(mark) + error.start
        raise InputError(
            f"it is not {encoding.upper()}: byte 0x{data[offset]:02x} at offset {offset}",
            "convert it first, for example: iconv -f windows-1252 -t utf-8 OLD > NEW",
        ) from None
    if "\0" in text[:8192]:
        raise InputError("it looks like a binary file, not like text")
    if not text.strip():
        raise InputError("it has no text in it")
    return text
