"""EPUB: an archive of web pages, read with the standard library and lxml (EPUB 3.3, W3C)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from articlelens.errors import InputError
from articlelens.reading.decoding import decode
from articlelens.reading.documents import check_archive
from articlelens.reading.extracted import Extracted
from articlelens.reading.pages import declared_charset, page_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

MAX_CHAPTERS: Final = 500
_CONTAINER: Final = "META-INF/container.xml"
_MEDIA: Final = ("image/", "audio/", "video/")
_FACTS: Final = {"title": "title", "byline": "creator", "published": "date", "language": "language"}
_DAMAGED: Final = (
    KeyError,
    ValueError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
)


def read_epub(data: bytes, *, max_bytes: int) -> Extracted:
    """The text of a book, chapter by chapter, and what its package file says of it.

    Args:
        data: The file.
        max_bytes: How much may come out of its compression.

    Raises:
        InputError: It is damaged or too large, or has no text.
    """
    check_archive(data, max_bytes)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package_name = _package_name(archive)
            package = _xml(_member(archive, package_name, max_bytes))
            chapters = _chapters(package, posixpath.dirname(package_name))
            texts = list(_texts(archive, chapters, max_bytes))
    except _DAMAGED as error:
        raise InputError(f"it is no EPUB that can be read ({type(error).__name__}: {error})") from None
    text = "\n\n".join(filter(None, texts))
    if not text.strip():
        raise InputError("the EPUB has no text in it")
    return Extracted(text, _facts(package))


def _member(archive: zipfile.ZipFile, name: str, left: int, *, of: int | None = None) -> bytes:
    """A member of the archive, and no more than what is left of its limit: the size that it tells may be a lie."""
    with archive.open(name) as file:
        data = file.read(left + 1)
    if len(data) > left:
        raise InputError(f"it unpacks to more than {(of or left) // 1_000_000} MB", "--max-size raises the limit")
    return data


def _xml(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"it is no EPUB that can be read: {error}") from None


def _package_name(archive: zipfile.ZipFile) -> str:
    root = _xml(_member(archive, _CONTAINER, 1_000_000))
    found = root.find(".//{*}rootfile")
    name = found.get("full-path") if found is not None else None
    if not name:
        raise InputError("it is no EPUB that can be read: it names no package file")
    return str(name)


def _chapters(package: _Element, folder: str) -> list[str]:
    """The names of the pages, in reading order, each once; a picture may stand among them."""
    items = {
        item.get("id"): item.get("href")
        for item in package.iterfind(".//{*}manifest/{*}item")
        if not (item.get("media-type") or "").startswith(_MEDIA)
    }
    spine = [items.get(ref.get("idref")) for ref in package.iterfind(".//{*}spine/{*}itemref")]
    if len(spine) > MAX_CHAPTERS:
        raise InputError(f"it has {len(spine)} chapters, more than {MAX_CHAPTERS}", "it is a book, not an article")
    names = (posixpath.normpath(posixpath.join(folder, unquote(href))) for href in spine if href)
    return list(dict.fromkeys(names))


def _texts(archive: zipfile.ZipFile, chapters: list[str], max_bytes: int) -> Iterator[str]:
    """The chapters' texts; all of them together are no larger than what may come out of the archive."""
    left = max_bytes
    members = set(archive.namelist())
    for name in filter(members.__contains__, chapters):
        data = _member(archive, name, left, of=max_bytes)
        left -= len(data)
        if not data.strip():
            continue
        try:
            yield page_text(decode(data, declared=declared_charset(data)).text)
        except InputError as error:
            raise InputError(f"its chapter {name} cannot be read: {error.message}", error.hint) from None


def _facts(package: _Element) -> dict[str, str]:
    facts = {}
    for key, element in _FACTS.items():
        values = [
            " ".join(found.text.split()) for found in package.iterfind(f".//{{*}}metadata/{{*}}{element}") if found.text
        ]
        if values:
            facts[key] = ", ".join(values) if key == "byline" else values[0]
    return facts
