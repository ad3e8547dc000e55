"""What the command line names: files, folders, standard input, addresses."""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import BinaryIO, Final

from articlelens.errors import Failure, InputError
from articlelens.reading.article import Article
from articlelens.reading.compressed import unpacked
from articlelens.reading.decoding import encoding_of
from articlelens.reading.formats import (
    GZIP,
    OUTPUT_MARK,
    SUFFIXES,
    format_of_bytes,
    format_of_name,
    is_record,
    is_row,
    known_in_folders,
    refuse_binary,
    suffix_of,
)
from articlelens.reading.options import DEFAULTS, MEGABYTE, Format, ReadingOptions
from articlelens.reading.rows import find_rows, find_table
from articlelens.reading.unread import Unread, UnreadFile, UnreadRow, read_each

STDIN: Final = "-"
_SAVED_RESOURCES: Final = "_files"  # what browsers call the folder beside a saved page
_SAMPLE: Final = MEGABYTE  # bytes of a table that tell its encoding
_MAGIC: Final = (b"%PDF-", b"PK\x03\x04")  # what is no text, whatever its name says
_CONTENT_TYPES: Final[dict[str, Format]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
}


def read_sources(
    names: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    skip: str | None = None,
    options: ReadingOptions = DEFAULTS,
) -> Iterator[Article | Failure]:
    """Reads every article that ``names`` name, in their order; what cannot be read is a failure.

    Args:
        names: Files, folders (all files of known suffixes below them, in the order of their names), ``-``, and
            addresses, which are fetched only where ``options`` say so.
        stdin: What ``-`` is: one article, or rows where its first line is a JSON object or ``options`` say so.
        skip: A file that is passed over in folders: the one that is being written.
        options: What the user says of the inputs, and the limits.
    """
    return read_each(find_sources(names, stdin=stdin, skip=skip, options=options))


def find_sources(
    names: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    skip: str | None = None,
    options: ReadingOptions = DEFAULTS,
) -> Iterator[Unread | Failure]:
    """Finds every article that :func:`read_sources` reads, with its bytes or its row, and leaves the reading to others.

    Args:
        names: See :func:`read_sources`, also for the others.
        stdin: What ``-`` is.
        skip: A file that is passed over in folders.
        options: What the user says of the inputs, and the limits.
    """
    for name in names:
        if name == STDIN:
            yield from _guarded(name, _read_stdin(stdin, options))
        elif _is_address(name):
            yield from _guarded(name, _read_address(name, options))
        elif os.path.isdir(name):
            yield from _read_folder(name, os.path.realpath(skip) if skip else None, options)
        else:
            yield from _guarded(name, _read_file(name, options))


def _guarded(name: str, articles: Iterator[Unread | Failure]) -> Iterator[Unread | Failure]:
    """``articles``, with an error on the way as a last failure."""
    try:
        yield from articles
    except InputError as error:
        yield Failure.of(name, error)
    except FileNotFoundError:
        pattern = any(char in name for char in "*?[")
        hint = "no file matches this pattern" if pattern else None
        message = "it is a link to nowhere" if os.path.islink(name) else "there is no such file"
        yield Failure(source=name, message=message, hint=hint)
    except (OSError, ValueError) as error:  # a name may have a zero byte in it
        yield Failure(source=name, message=f"it cannot be read: {getattr(error, 'strerror', None) or error}")


def _is_address(name: str) -> bool:
    return "://" in name[:25] and not os.path.exists(name)


def _read_address(name: str, options: ReadingOptions) -> Iterator[Unread | Failure]:
    from articlelens.reading.fetching import fetch

    if name.lower().startswith("file:"):
        raise InputError("it is the address of a file", "give the file by its name, without file://")
    if not options.fetch:
        raise InputError("it is an address, not a file", "--fetch fetches it; or save the page and give the file")
    fetched = fetch(name, options)
    data = fetched.data
    if data.startswith(GZIP):
        data = unpacked(io.BytesIO(data), free=options.max_bytes).read(options.max_bytes + 1)
    form = options.input_format or _CONTENT_TYPES.get(fetched.content_type) or format_of_bytes(data)
    if form in ("jsonl", "csv", "tsv"):
        yield from _read_stream(_buffered(io.BytesIO(data)), name, form, options)
    else:
        yield _one(
            UnreadFile(data=data, name=name, form=form, options=options, url=fetched.url, charset=fetched.charset)
        )


def _read_stdin(stream: BinaryIO | None, options: ReadingOptions) -> Iterator[Unread | Failure]:
    if stream is None:
        raise InputError("it is closed")
    yield from _read_stream(_buffered(stream), STDIN, options.input_format, options)


def _read_file(name: str, options: ReadingOptions) -> Iterator[Unread | Failure]:
    form = options.input_format or format_of_name(name)
    with open(name, "rb") as file:
        yield from _read_stream(file, name, form, options)


def _read_stream(
    stream: io.BufferedReader, name: str, form: Format | None, options: ReadingOptions
) -> Iterator[Unread | Failure]:
    """The articles in a stream, which is told by how it begins where ``form`` is None."""
    if stream.peek(len(GZIP))[: len(GZIP)] == GZIP:
        stream = _buffered(unpacked(stream, free=options.max_bytes))
    first = _to_first_line(stream, options.max_bytes) if form is None else b""
    if form == "jsonl" and suffix_of(name)[0] == ".json":
        yield from find_rows(_objects(stream, options), name=name, options=options)
    elif form == "jsonl" or (form is None and is_row(first)):
        lines = chain(first.splitlines(keepends=True), _lines(stream, options))
        yield from find_rows(lines, name=name, options=options)
    elif form in ("csv", "tsv"):
        yield from _read_table(stream, name, form, options)
    else:
        data = first + stream.read(max(options.max_bytes + 1 - len(first), 0))
        told = form or format_of_bytes(data[:MEGABYTE])
        if options.input_format is None and told == "text" and any(map(data.startswith, _MAGIC)):
            told = format_of_bytes(data[:MEGABYTE])
        yield _one(UnreadFile(data=data, name=name, form=told, options=options))


def _one(found: UnreadFile) -> UnreadFile:
    """What was found, if it has any bytes and not too many.

    Raises:
        InputError: It has not.
    """
    most = found.options.max_bytes
    if len(found.data) > most:
        raise InputError(
            f"it has more than {most // MEGABYTE} MB",
            "many articles go into a .jsonl file, one a line; --max-size raises the limit",
        )
    if not found.data:
        raise InputError("it is empty")
    return found


def _to_first_line(stream: io.BufferedReader, most: int) -> bytes:
    """The beginning of a stream to the end of its first line that is not empty."""
    lines: list[bytes] = []
    length = 0
    while length <= most and (line := stream.readline(most + 1)):
        lines.append(line)
        length += len(line)
        if line.strip():
            break
    return b"".join(lines)


def _objects(stream: io.BufferedReader, options: ReadingOptions) -> Iterator[bytes]:
    """The articles of a JSON file, as rows: an array of objects, one object, or one a line after all.

    Raises:
        InputError: It is too large, or not JSON.
    """
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise InputError(
            f"it has more than {options.max_bytes // MEGABYTE} MB",
            "one object a line in a .jsonl file has no such limit",
        )
    try:
        found = json.loads(data.decode(options.encoding) if options.encoding else data)
    except (ValueError, RecursionError) as error:
        if is_row(data):
            yield from data.splitlines()
            return
        raise InputError(f"it is not JSON: {error}", "one object a line in a .jsonl file is read as well") from None
    items = found if isinstance(found, list) else [found]
    if not items:
        raise InputError("there is no article in it")
    yield from (json.dumps(item).encode() for item in items)


def _read_table(
    stream: io.BufferedReader, name: str, form: Format, options: ReadingOptions
) -> Iterator[Unread | Failure]:
    head = stream.read(_SAMPLE)
    if not head:
        raise InputError("it is empty")
    refuse_binary(head)
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("it looks like a binary file, not like a table")
    encoding, warnings = (options.encoding, ()) if options.encoding else encoding_of(head)
    lines = _text_lines(_Chained(head, stream), encoding, options)
    for item in find_table(lines, name=name, form=form, options=options):
        if warnings and isinstance(item, UnreadRow) and item.characters:
            item, warnings = replace(item, warnings=warnings), ()  # noqa: PLW2901 - said once
        yield item


def _text_lines(raw: io.RawIOBase, encoding: str, options: ReadingOptions) -> Iterator[str]:
    try:
        text = io.TextIOWrapper(io.BufferedReader(raw), encoding=encoding, newline="")
        while line := text.readline(options.max_bytes + 1):
            if len(line) > options.max_bytes:
                raise InputError(f"it has a line of more than {options.max_bytes // MEGABYTE} MB")
            yield line
    except UnicodeDecodeError as error:
        raise InputError(
            f"it is not {encoding}: {error.reason}", "give its encoding with --encoding, such as windows-1252"
        ) from None


def _lines(file: BinaryIO, options: ReadingOptions) -> Iterator[bytes]:
    """The lines of a file; one that has no end is an error."""
    while line := file.readline(options.max_bytes + 1):
        if len(line) > options.max_bytes:
            raise InputError(f"it has a line of more than {options.max_bytes // MEGABYTE} MB")
        yield line


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Chained(b"", stream))


class _Chained(io.RawIOBase):
    """Bytes that were read already, and the stream that they were read from."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._read = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # wider in io
        data = self._head.read(len(buffer)) or self._read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _read_folder(folder: str, skip: str | None, options: ReadingOptions) -> Iterator[Unread | Failure]:
    """The articles below ``folder``.

    Hidden files and folders, the folders of pictures and scripts beside saved pages, and what articlelens itself wrote
    are passed over; links to folders are not followed.  What is no file but claims a place among them is a failure.
    """
    failures: list[OSError] = []
    found = False
    for path, folders, files in os.walk(folder, onerror=failures.append):
        pages = {os.path.splitext(name)[0] for name in files if SUFFIXES.get(suffix_of(name)[0]) == "html"}
        for name in sorted(folders):
            if _leads_back(os.path.join(path, name)):
                found = True
                yield Failure(source=os.path.join(path, name), message="it is a link to a folder that it is in")
        written = {name[1:].removesuffix(OUTPUT_MARK) for name in folders if name.endswith(OUTPUT_MARK)}
        folders[:] = sorted(name for name in folders if not _passed_over(path, name, pages))
        for file in sorted(set(files) - written):
            name = os.path.join(path, file)
            special = _special(name)
            if file.startswith(".") or not (special or known_in_folders(file)):
                continue
            if skip is not None and os.path.realpath(name) == skip:
                continue
            for item in _guarded(name, _articles_in(name, special, options)):
                found = True
                yield item
    for error in failures:
        yield Failure(source=str(error.filename), message=f"it cannot be read: {error.strerror}")
    if not found and not failures:
        suffixes = ", ".join(sorted(SUFFIXES))
        yield Failure(source=folder, message=f"no articles in this folder: looked for {suffixes}, with .gz or without")


def _articles_in(name: str, special: str | None, options: ReadingOptions) -> Iterator[Unread | Failure]:
    """The articles of a file in a folder; none where it holds records of articles."""
    if special:
        raise InputError(special)
    if SUFFIXES.get(suffix_of(name)[0]) != "jsonl" or not _holds_records(name):
        yield from _read_file(name, options)


def _holds_records(name: str) -> bool:
    with open(name, "rb") as file:
        packed = file.peek(len(GZIP))[: len(GZIP)] == GZIP
        return is_record((_buffered(unpacked(file, free=_SAMPLE)) if packed else file).peek())


def _passed_over(path: str, folder: str, pages: set[str]) -> bool:
    if os.path.isdir(os.path.join(path, folder, OUTPUT_MARK)):
        return True
    resources = folder.endswith(_SAVED_RESOURCES) and folder.removesuffix(_SAVED_RESOURCES) in pages
    return folder.startswith(".") or resources


def _leads_back(folder: str) -> bool:
    """Whether a folder is a link to one that it is in itself."""
    if not os.path.islink(folder):
        return False
    target = os.path.realpath(folder)
    return (os.path.realpath(os.path.dirname(folder)) + os.sep).startswith(target.rstrip(os.sep) + os.sep)


def _special(name: str) -> str | None:
    """What a directory entry is, where it is no file and no folder."""
    try:
        mode = os.stat(name).st_mode
    except FileNotFoundError:
        return "it is a link to nowhere" if os.path.islink(name) else None
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    return None if stat.S_ISREG(mode) else "it is not a regular file"


def count_sources(names: Iterable[str]) -> int | None:
    """About how many articles ``names`` name, without reading them; None where standard input is among them.

    Args:
        names: As for :func:`read_sources`.
    """
    total = 0
    for name in names:
        if name == STDIN:
            return None
        files = [name]
        if os.path.isdir(name):
            found = (os.path.join(path, file) for path, _, files in os.walk(name) for file in files)
            files = [file for file in found if known_in_folders(file)]
        total += sum(_rows(file) if suffix_of(file) in _ROWS else 1 for file in files)
    return total


_ROWS: Final = {(suffix, False) for suffix, form in SUFFIXES.items() if form in ("jsonl", "csv", "tsv")}


def _rows(name: str) -> int:
    """The lines of a file."""
    try:
        with open(name, "rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(MEGABYTE), b""))
    except OSError:
        return 1
