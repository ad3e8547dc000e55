"""What kind of input something is: by its name, and by how it begins."""

from __future__ import annotations

import json
import os.path
import re
from typing import Final

from articlelens.errors import InputError
from articlelens.reading.options import Format

SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".epub": "epub",
}
COMPRESSED: Final = ".gz"
# what a file's name says that it is, and no article
OTHER_SUFFIXES: Final = {
    ".xml": ("XML", "a saved web page is read as .html"),
    ".doc": ("an old Word document", "save it as .docx"),
    ".rtf": ("RTF", "save it as .docx or .txt"),
    ".odt": ("OpenDocument", "save it as .docx or .txt"),
    ".mhtml": ("a web archive", "save the page as .html"),
    ".mht": ("a web archive", "save the page as .html"),
    ".zip": ("an archive", "unpack it and give the folder"),
    ".tar": ("an archive", "unpack it and give the folder"),
    ".tgz": ("an archive", "unpack it and give the folder"),
    ".bz2": ("compressed, and not as .gz", "unpack it, or compress it with gzip"),
    ".xz": ("compressed, and not as .gz", "unpack it, or compress it with gzip"),
    ".zst": ("compressed, and not as .gz", "unpack it, or compress it with gzip"),
}

OUTPUT_MARK: Final = ".articlelens"
"""What `articlelens batch` keeps in each folder that it writes; behind a dot and its name, beside each file."""

GZIP: Final = b"\x1f\x8b"
# how files begin that are no text (the magic numbers of file(1))
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (GZIP, "compressed twice"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ\0", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\0", "a database"),
)
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|div|article|main|p|meta)"
    r"[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_RECORD: Final = re.compile(rb'\s*\[?\s*\{\s*"schema_version":\s*\d+,\s*"source":\s*\{')
_MAIL: Final = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type|X-[\w-]{1,40}"
    rb"|DKIM-Signature|Reply-To|Sender|Cc|List-[\w-]{1,40}):[^\n]*\r?\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)


def suffix_of(name: str) -> tuple[str, bool]:
    """The suffix of a file's name in lower case, that of compression left out, and whether there is such a one."""
    stem, suffix = os.path.splitext(name.lower())
    if suffix == COMPRESSED:
        return os.path.splitext(stem)[1], True
    return suffix, False


def known_in_folders(name: str) -> bool:
    """Whether a file of this name, found in a folder, is an article by its name, or claims to be one."""
    suffix, _ = suffix_of(name)
    return suffix in SUFFIXES or suffix in OTHER_SUFFIXES


def format_of_name(name: str) -> Format | None:
    """The format that a file's name tells; None where it tells none.

    Raises:
        InputError: It tells one that is not read.
    """
    suffix, _ = suffix_of(name)
    if suffix in OTHER_SUFFIXES:
        what, hint = OTHER_SUFFIXES[suffix]
        raise InputError(f"it is {what}, which is not read", f"{hint}; --input-format says what it is in truth")
    return SUFFIXES.get(suffix)


def format_of_bytes(data: bytes) -> Format:
    """The format that the beginning of an input tells.

    Args:
        data: Its first bytes, some thousands of them or all.

    Raises:
        InputError: It is of a kind that is not read.
    """
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    refuse_binary(data)
    if is_row(data):
        return "jsonl"
    if _MAIL.match(data.lstrip()[:20_000]):
        return "eml"
    return "text"  # or HTML, which is told when it is decoded


def refuse_binary(data: bytes) -> None:
    """Refuses what is known not to be text.

    Raises:
        InputError: It is a picture, an archive or the like.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"it is {what}, not an article", "give the article's text or its saved web page")


def is_row(data: bytes) -> bool:
    """Whether the first line of ``data`` that is not empty is a JSON object, and so what follows are rows."""
    first = next((line for line in data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1) if line), b"")
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def is_record(data: bytes) -> bool:
    """Whether ``data`` begins as what articlelens itself writes, with or without blanks between."""
    return _RECORD.match(data[:100]) is not None


def is_html(text: str) -> bool:
    """Whether a text is a web page by how it begins."""
    return _HTML.match(text[:5000]) is not None


def _zipped(data: bytes) -> Format:
    head = data[:4000]
    if head[30:38] == b"mimetype" and b"oasis.opendocument" not in head:  # its first member, by the standard
        return "epub"
    if b"word/" in head or b"[Content_Types].xml" in head:
        return "docx"
    raise InputError("it is an archive, not an article", "unpack it and give the folder")
