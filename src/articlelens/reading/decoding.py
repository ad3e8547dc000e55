"""From bytes to text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from articlelens.errors import InputError, SettingsError
from articlelens.reading.formats import refuse_binary
from articlelens.reading.guessing import commonest

# Longest first: the mark of UTF-32 little-endian begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096  # bytes that tell whether it is UTF-16
_GUESSED: Final = 100_000  # bytes that charset-normalizer looks at; more only costs time
_CONTROLS: Final = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
_BINARY: Final = "it looks like a binary file, not like text"
_BINARY_HINT: Final = "give the article's text or its saved web page"

# What the encodings of the web mean where they say Latin-1 or ASCII (WHATWG Encoding Standard).
_AS_ON_THE_WEB: Final = {"ascii": "cp1252", "iso8859-1": "cp1252", "latin_1": "cp1252"}
_PLAIN_NAMES: Final = {
    "cp437": "DOS (cp437)",
    "cp850": "DOS (cp850)",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "iso8859_2": "ISO 8859-2",
    "iso8859_15": "ISO 8859-15",
    "koi8_r": "KOI8-R",
    "mac_roman": "Mac Roman",
}

# UTF-8 that was once read as Windows-1252: its two and three bytes as the characters they are there.
_BYTES: Final = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE: Final = re.compile(f"[Â-ß][{_BYTES}]|[à-ï][{_BYTES}]{{2}}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what is to be said of how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The text of ``data``.

    The byte-order mark decides, which is no part of the text; then valid UTF-8, UTF-16 without a mark, what the input
    declares, and at last what charset-normalizer detects.  Line ends stay as they are.

    Args:
        data: The bytes.
        encoding: What the user says that it is: then it is that and nothing else.
        declared: What the input says of itself, as web pages and mail do.

    Raises:
        InputError: It is empty, binary, or not in the encoding that it is said to be in.
    """
    if not data:
        raise InputError("it is empty")
    refuse_binary(data)
    decoded = _given(data, encoding) if encoding else _found(data, declared)
    sample = decoded.text[:8192]
    if sample.count("\0") > len(sample) / 1000 + 1 or sum(map(sample.count, map(chr, _CONTROLS))) > len(sample) / 20:
        raise InputError(_BINARY, _BINARY_HINT)
    if not decoded.text.strip():
        raise InputError("it has no text in it")
    return Decoded(decoded.text, decoded.warnings + garbled(decoded.text))


def checked_encoding(name: str) -> str:
    """The encoding that ``name`` names, as Python calls it.

    Raises:
        SettingsError: There is none for text.
    """
    try:
        found = codecs.lookup(name)
        "".encode(found.name)  # codecs such as base64 make no text
    except (LookupError, ValueError):
        raise SettingsError(
            f"there is no encoding {name!r}", "known are utf-8, utf-16, windows-1252 and the others Python has"
        ) from None
    return found.name


def encoding_of(sample: bytes) -> tuple[str, tuple[str, ...]]:
    """The encoding that a long input is in, told by its beginning, and a warning where it is a guess.

    Args:
        sample: The beginning, which may end within a character.

    Raises:
        InputError: None can be told.
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return ("utf-8-sig" if name == "utf-8" else name[:6]), ()
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError as error:
        name = _guessed(sample, error.start)
        return name, (_other_encoding(name),)
    return "utf-8", ()


def garbled(text: str) -> tuple[str, ...]:
    """Warnings about characters that were spoiled before: mojibake, and replacement characters."""
    warnings = []
    found = [match[0] for match in _MOJIBAKE.finditer(text) if _is_mojibake(match[0])]
    if len(found) > 1 or any("€" in piece for piece in found):
        warnings.append(f"it has mojibake such as {found[0]!r}: UTF-8 that was once read as Windows-1252")
    if lost := text.count("\ufffd"):
        warnings.append(f"{lost} characters are lost: they are U+FFFD in the text")
    return tuple(warnings)


def _is_mojibake(piece: str) -> bool:
    # Windows-1252 leaves five bytes undefined, which are read as C1 controls
    data = b"".join(char.encode("cp1252", "ignore") or char.encode("latin-1", "ignore") for char in piece)
    try:
        return len(data.decode("utf-8")) == 1
    except UnicodeDecodeError:
        return False


def _given(data: bytes, encoding: str) -> Decoded:
    mark = next((mark for mark, name in _MARKS if data.startswith(mark) and name.startswith(encoding.lower())), b"")
    try:
        return Decoded(data[len(mark) :].decode(encoding))
    except UnicodeDecodeError as error:
        raise InputError(
            f"it is not {encoding}: byte 0x{data[len(mark) + error.start]:02x} at offset {len(mark) + error.start}",
            "leave --encoding out to have it found",
        ) from None
    except (LookupError, ValueError) as error:
        raise InputError(f"it cannot be read as {encoding}: {error}", "leave --encoding out to have it found") from None


def _found(data: bytes, declared: str | None) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(name))
            except UnicodeDecodeError as error:
                raise InputError(
                    f"it is not {name.upper()}, which it says to be: byte 0x{data[len(mark) + error.start]:02x} at "
                    f"offset {len(mark) + error.start}",
                    "give its encoding with --encoding",
                ) from None
    if unmarked := _utf_16(data):
        return unmarked
    # Pages are kept as UTF-8 that still declare what they came in; what is valid UTF-8 is nothing else by chance.
    seven_bits = bool(declared) and data.isascii()
    if not seven_bits and (valid := _utf_8(data)):
        return valid
    if (text := _as_declared(data, declared)) is not None:
        return Decoded(text)
    return _utf_8(data) or _detected(data)


def _utf_8(data: bytes) -> Decoded | None:
    """UTF-8, of which a few bytes may be spoiled; None where it is something else.

    Two or three bytes of another encoding are no character of it by chance, but for a few Chinese ones: so more sound
    characters than spoiled ones make a text UTF-8 all the same.
    """
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - lost
    return Decoded(text) if sound > lost else None


def _utf_16(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: in English nearly every second byte is zero, and no other."""
    sample = data[: _SAMPLE if len(data) > _SAMPLE else len(data) // 2 * 2]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    zeros = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if min(zeros) > 0.05 or max(zeros) < 0.5:
        return None
    name = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    try:
        return Decoded(data.decode(name), (f"it has no byte-order mark and was read as {name.upper()}",))
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = checked_encoding(declared.strip("\"' "))
        if name.startswith(("utf-16", "utf-32")):
            return None  # it would have been told by now: what declares so in single bytes is wrong
        return data.decode(_AS_ON_THE_WEB.get(name, name))
    except (SettingsError, ValueError):
        return None


def _detected(data: bytes) -> Decoded:
    bad = next(place for place, byte in enumerate(data) if byte > 0x7F)
    name = _guessed(data, bad)
    try:
        return Decoded(data.decode(name), (_other_encoding(name),))
    except UnicodeDecodeError:
        raise _no_encoding(data, bad) from None


def _guessed(data: bytes, bad: int) -> str:
    """The encoding that charset-normalizer finds.

    Args:
        data: The bytes.
        bad: Where the first is that is no ASCII.

    Raises:
        InputError: None fits, or it is no text.
    """
    if b"\0" in data[:8192]:
        raise InputError(_BINARY, _BINARY_HINT)
    from charset_normalizer import from_bytes

    first = max(bad - 1000, 0)  # what is ASCII tells nothing
    best = from_bytes(data[first : first + _GUESSED]).best()
    if best is None:
        raise _no_encoding(data, bad)
    return commonest(data[first : first + _GUESSED], best.encoding, str(best))


def _no_encoding(data: bytes, bad: int) -> InputError:
    return InputError(
        f"it is not UTF-8: byte 0x{data[bad]:02x} at offset {bad}, and no other encoding fits",
        "give its encoding with --encoding, such as --encoding windows-1252",
    )


def _other_encoding(name: str) -> str:
    said = _PLAIN_NAMES.get(name, name)
    return f"it is not UTF-8 and was read as {said}; --encoding says it if that is wrong"
