"""PDF and Word documents, through pypdf and python-docx: the extra ``articlelens[documents]``."""

from __future__ import annotations

import io
import logging
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from articlelens.errors import InputError
from articlelens.reading.extracted import Extracted

MAX_PAGES: Final = 300  # an article has a dozen
MAX_HEAD: Final = 20  # paragraphs of a Word document among which its title is
EXTRA: Final = "pip install 'articlelens[documents]'"


def read_pdf(data: bytes, *, max_characters: int) -> Extracted:
    """The text layer of a PDF; its metadata names whoever made the file, and is left alone.

    Args:
        data: The file.
        max_characters: Reading ends behind so many.

    Raises:
        InputError: It is damaged, encrypted or too long, has no text, or pypdf is not installed.
    """
    with _needing("pypdf", "PDF"):
        from pypdf import PdfReader
        from pypdf.errors import FileNotDecryptedError
    with _quiet():
        try:
            reader = PdfReader(io.BytesIO(data))
            text = _pages(reader, max_characters)
        except FileNotDecryptedError:
            raise InputError("it is locked with a password", "save it without one") from None
        except (InputError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever a damaged file makes the library raise
            raise InputError(f"it is no PDF that can be read ({type(error).__name__}: {error})") from None
    if not text.strip():
        raise InputError("the PDF has no text in it: its pages are pictures", "run it through OCR first")
    return Extracted(text)


def _pages(reader: Any, max_characters: int) -> str:
    if len(reader.pages) > MAX_PAGES:
        raise InputError(f"it has {len(reader.pages)} pages, more than {MAX_PAGES}", "cut the article out of it")
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > max_characters:
            break  # what is too long is refused by its length
    return "\n\n".join(pages)


def read_docx(data: bytes, *, max_bytes: int) -> Extracted:
    """The paragraphs and tables of a Word document.

    Its properties name whoever typed it, and when: they are left alone.  What is in the style ``Title`` is the title.

    Args:
        data: The file.
        max_bytes: How much may come out of its compression.

    Raises:
        InputError: It is damaged or too large, has no text, or python-docx is not installed.
    """
    check_archive(data, max_bytes)
    with _needing("docx", "Word documents"):
        from docx import Document
    with _quiet():
        try:
            document = Document(io.BytesIO(data))
            blocks = list(document.iter_inner_content())
            title = next(filter(None, (_docx_title(block) for block in blocks[:MAX_HEAD])), None)
            pieces = [piece for block in blocks for piece in _docx_pieces(block)]
        except RecursionError:
            raise InputError("the document is nested too deep") from None
        except Exception as error:  # noqa: BLE001 - whatever a damaged file makes the library raise
            raise InputError(f"it is no Word document that can be read ({type(error).__name__}: {error})") from None
    text = "\n\n".join(pieces)
    if not text.strip():
        raise InputError("the document has no text in it")
    return Extracted(text, {"title": " ".join(title.split())} if title else {})


def _docx_title(block: Any) -> str | None:
    """The text of a paragraph in the style ``Title``; looking a style up costs a millisecond."""
    return str(block.text) if not hasattr(block, "rows") and block.style and block.style.name == "Title" else None


def _docx_pieces(block: Any) -> Iterator[str]:
    """The text of a paragraph that is not empty; a table's rows are lines, and tables within cells follow.

    The cells are taken as they stand in the file: the library's own list repeats a cell for each column that it says
    to span, which may be any number.
    """
    if hasattr(block, "rows"):
        from docx.table import _Cell

        for row in block.rows:
            cells = [_Cell(cell, block) for cell in row._tr.tc_lst]  # noqa: SLF001 - see above
            if line := "\t".join(filter(None, (cell.text.strip() for cell in cells))):
                yield line
            for cell in cells:
                for table in cell.tables:
                    yield from _docx_pieces(table)
    elif block.text.strip():
        yield str(block.text)


def check_archive(data: bytes, max_bytes: int) -> None:
    """Refuses an archive that would unpack to more than ``max_bytes``, by what its own list says.

    Raises:
        InputError: It would, or is no archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"it is damaged: {error}") from None
    if size > max_bytes:
        raise InputError(f"it unpacks to more than {max_bytes // 1_000_000} MB", "--max-size raises the limit")


@contextmanager
def _needing(package: str, what: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise InputError(f"reading {what} needs a package that is not installed", f"install it: {EXTRA}") from None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps the libraries' remarks about broken files off the screen."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
