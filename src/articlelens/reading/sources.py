"""What the command line names: files, folders, standard input."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from articlelens.errors import Failure, InputError
from articlelens.reading.article import Article
from articlelens.reading.decoding import decode
from articlelens.reading.plain import read_text
from articlelens.reading.rows import SUFFIXES as ROW_SUFFIXES
from articlelens.reading.rows import is_row, read_rows
from articlelens.record import Source

STDIN: Final = "-"
TEXT_SUFFIXES: Final = frozenset({".txt", ".text"})
# what a file's name says that it is, and no text
OTHER_SUFFIXES: Final = {
    ".html": "HTML",
    ".htm": "HTML",
    ".json": "JSON that is not one object a line",
    ".xml": "XML",
    ".pdf": "PDF",
    ".docx": "a Word document",
    ".epub": "EPUB",
    ".csv": "CSV",
    ".gz": "a compressed file",
    ".zip": "a compressed file",
}
MAX_BYTES: Final = 50_000_000  # of one article; no news article has a hundredth of it


def read_sources(
    names: Iterable[str], *, stdin: BinaryIO | None = None, skip: str | None = None
) -> Iterator[Article | Failure]:
    """Reads every article that ``names`` name, in their order; what cannot be read is a failure.

    Args:
        names: Files, folders (all files of known suffixes below them, in the order of their names) and ``-``.
        stdin: What ``-`` is: an article, or rows where its first line is a JSON object.
        skip: A file that is passed over in folders: the one that is being written.
    """
    for name in names:
        if name == STDIN:
            yield from _guarded(name, _read_stream(stdin))
        elif os.path.isdir(name):
            yield from _read_folder(name, os.path.realpath(skip) if skip else None)
        else:
            yield from _guarded(name, _read_file(name))


def _guarded(name: str, articles: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    """``articles``, with an error on the way as a last failure."""
    try:
        yield from articles
    except InputError as error:
        yield Failure.of(name, error)
    except FileNotFoundError:
        pattern = any(char in name for char in "*?[")
        hint = "no file matches this pattern" if pattern else None
        yield Failure(source=name, message="there is no such file", hint=hint)
    except OSError as error:
        yield Failure(source=name, message=f"it cannot be read: {error.strerror or error}")


def _read_stream(stream: BinaryIO | None) -> Iterator[Article | Failure]:
    if stream is None:
        raise InputError("it is closed")
    first = b""
    while not first.strip() and (line := stream.readline(MAX_BYTES + 1)):
        first += line
    if is_row(first):
        yield from read_rows(chain(first.splitlines(keepends=True), _lines(stream)), name=STDIN)
    else:
        yield _article(first + stream.read(max(MAX_BYTES + 1 - len(first), 0)), name=STDIN)


def _read_file(name: str) -> Iterator[Article | Failure]:
    suffix = Path(name).suffix.lower()
    if suffix in OTHER_SUFFIXES:
        raise InputError(
            f"{OTHER_SUFFIXES[suffix]} is not read", "give its text, as .txt or in the rows of a .jsonl file"
        )
    with open(name, "rb") as file:
        if suffix in ROW_SUFFIXES:
            yield from read_rows(_lines(file), name=name)
        else:
            yield _article(file.read(MAX_BYTES + 1), name=name)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; one that has no end is an error."""
    while line := file.readline(MAX_BYTES + 1):
        if len(line) > MAX_BYTES:
            raise InputError(f"it has a line of more than {MAX_BYTES // 1_000_000} MB")
        yield line


def _read_folder(folder: str, skip: str | None) -> Iterator[Article | Failure]:
    """The articles below ``folder``.  Hidden files and folders are passed over, links to folders not followed."""
    failures: list[OSError] = []
    found = False
    for path, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if file.startswith(".") or Path(file).suffix.lower() not in TEXT_SUFFIXES | ROW_SUFFIXES:
                continue
            name = os.path.join(path, file)
            if skip is not None and os.path.realpath(name) == skip:
                continue
            found = True
            if os.path.exists(name) and not os.path.isfile(name):
                yield Failure(source=name, message="it is not a regular file")
            else:
                yield from _guarded(name, _read_file(name))
    for error in failures:
        yield Failure(source=str(error.filename), message=f"it cannot be read: {error.strerror}")
    if not found and not failures:
        suffixes = ", ".join(sorted(TEXT_SUFFIXES | ROW_SUFFIXES))
        yield Failure(source=folder, message=f"no articles in this folder: looked for {suffixes}")


def _article(data: bytes, *, name: str) -> Article:
    if len(data) > MAX_BYTES:
        raise InputError(
            f"it has more than {MAX_BYTES // 1_000_000} MB",
            "one file is one article; many articles go into a .jsonl file, one a line",
        )
    text = decode(data)
    if text[:1000].lstrip().lower().startswith(("<!doctype html", "<html")):
        raise InputError("HTML is not read", "give its text, as .txt or in the rows of a .jsonl file")
    source = Source(
        name=name,
        id=None,
        url=None,
        format="text",
        sha256=hashlib.sha256(data).hexdigest(),
        characters=len(text),
    )
    return read_text(text, source=source)


def count_sources(names: Iterable[str]) -> int | None:
    """About how many articles ``names`` name, without reading them; None where standard input is among them.

    Args:
        names: As for :func:`read_sources`.
    """
    if STDIN in names:
        return None
    total = 0
    for name in names:
        files = [name]
        if os.path.isdir(name):
            files = [os.path.join(path, file) for path, _, found in os.walk(name) for file in found]
            files = [file for file in files if Path(file).suffix.lower() in TEXT_SUFFIXES | ROW_SUFFIXES]
        total += sum(_rows(file) if Path(file).suffix.lower() in ROW_SUFFIXES else 1 for file in files)
    return total


def _rows(name: str) -> int:
    """The lines of a file."""
    try:
        with open(name, "rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 1
