"""One reader for each format: from the bytes of one article to the Article."""

from __future__ import annotations

import hashlib

from articlelens.errors import InputError
from articlelens.reading.article import Article
from articlelens.reading.decoding import Decoded, decode
from articlelens.reading.extracted import Extracted
from articlelens.reading.formats import is_html
from articlelens.reading.language import primary
from articlelens.reading.options import Format, ReadingOptions
from articlelens.reading.pages import SAVE_IT, declared_charset, read_page
from articlelens.reading.plain import build
from articlelens.record import Source


def read_article(
    data: bytes,
    *,
    name: str,
    form: Format,
    options: ReadingOptions,
    url: str | None = None,
    charset: str | None = None,
) -> Article:
    """The article that ``data`` is.

    Args:
        data: The bytes of one article.
        name: What it is called.
        form: Its format; a text may turn out to be a web page, unless the user says that it is text.
        options: How to read.
        url: Its address, where it is known.
        charset: The encoding that came with it.

    Raises:
        InputError: It gives no article.
    """
    found, form = _read(data, form, options, url, charset)
    _check(found.text, options)
    source = Source(
        name=name,
        id=None,
        url=url,
        format=form,
        sha256=hashlib.sha256(data).hexdigest(),
        characters=len(found.text),
    )
    article = build(
        found.text,
        source=source,
        facts=found.facts,
        language=primary(options.language),
        warnings=found.warnings,
    )
    if form == "html" and not any(block.kind == "body" for block in article.blocks):
        raise InputError("the page has no article in it, only what stands around one", SAVE_IT)
    return article


def _check(text: str, options: ReadingOptions) -> None:
    """Refuses what is too long, or no text at all.

    Raises:
        InputError: It is so.
    """
    if len(text) > options.max_characters:
        raise InputError(
            f"it has {len(text):,} characters, more than {options.max_characters:,}",
            "many articles go into a .jsonl file, one a line; --max-characters raises the limit",
        )
    if not any(map(str.isalnum, text)):
        raise InputError("it has no words in it")


def _read(
    data: bytes, form: Format, options: ReadingOptions, url: str | None, charset: str | None
) -> tuple[Extracted, Format]:
    """What a reader finds, and the format it was in the end."""
    match form:
        case "pdf":
            from articlelens.reading.documents import read_pdf

            return read_pdf(data, max_characters=options.max_characters), form
        case "docx":
            from articlelens.reading.documents import read_docx

            return read_docx(data, max_bytes=options.max_bytes), form
        case "epub":
            from articlelens.reading.epub import read_epub

            return read_epub(data, max_bytes=options.max_bytes), form
        case "eml":
            from articlelens.reading.mail import read_mail

            return read_mail(data), form
        case _:
            return _decoded(data, form, options, url, charset)


def _decoded(
    data: bytes, form: Format, options: ReadingOptions, url: str | None, charset: str | None
) -> tuple[Extracted, Format]:
    declared = charset or (declared_charset(data) if form == "html" or b"<" in data[:200] else None)
    decoded: Decoded = decode(data, encoding=options.encoding, declared=declared)
    if form == "html" or (form == "text" and options.input_format is None and is_html(decoded.text)):
        page = read_page(decoded.text, url=url)
        return Extracted(page.text, page.facts, decoded.warnings + page.warnings), "html"
    return Extracted(decoded.text, warnings=decoded.warnings), "text"
