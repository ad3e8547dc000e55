"""Web pages: main text and metadata, through trafilatura.

A. Barbaresi: Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction, ACL 2021.
Of a page whose elements are set right (:mod:`articlelens.reading.page_layout`) its text is taken as it comes, with the
settings that its own evaluation finds best for article text: all fallbacks, tables, no readers' comments.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from articlelens.errors import InputError
from articlelens.reading.extracted import Extracted
from articlelens.reading.html_text import block_text, one_line
from articlelens.reading.linked_data import is_live, linked_articles, own
from articlelens.reading.page_authors import byline
from articlelens.reading.page_dates import clear_days, published
from articlelens.reading.page_layout import straighten
from articlelens.reading.page_parts import lines_below, meta, own_part
from articlelens.reading.page_titles import headline, page_titles, site_in_window

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_CHARACTERS: Final = 20_000_000  # of the page's source, without the pictures within it
MAX_ELEMENTS: Final = 150_000  # the longest pages of an encyclopedia have a fifth of it; each costs some kilobytes
MAX_PIECES: Final = 6_000  # of text; the longest reports have some hundreds, live pages some thousands
MAX_ATTRIBUTES: Final = 500  # of one element: parsing takes time that grows with their square
_CHARSET: Final = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(rb"\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_DATA_URL: Final = re.compile(r"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=%\s]{200,}+")
# A tag, quoted values and all; what is not closed ends where it stops making sense, so that no text is read twice.
_TAG: Final = re.compile(r"<([A-Za-z][\w:-]{0,60}+)(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>?")
_QUOTED: Final = re.compile(r"\"[^\"]*+\"|'[^']*+'")
# What XHTML may declare for itself: no parser of HTML knows it, and takes its end for text.
_SUBSET: Final = re.compile(r"(<!doctype[^\[>]{0,500}+)\[[^<]*+(?:<[^>]*+>[^<\]]*+)*+\]\s{0,99}>", re.IGNORECASE)
_PAGE: Final = re.compile(r"<(?:html|head|body|!doctype)[\s>]", re.IGNORECASE)
SAVE_IT: Final = "if it is loaded by scripts, save the page from a browser once it is there"
_NO_TEXT: Final = "no article text was found in the page"


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page declares in its first kilobytes."""
    found = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:4096])
    return found[1].decode("ascii") if found else None


def read_page(html: str, *, url: str | None = None) -> Extracted:
    """The article of a web page.

    Scripts are not run and nothing is fetched; entities other than HTML's own are not expanded.

    Args:
        html: The page's source.
        url: Its address, where it is known.

    Raises:
        InputError: There is no article text in it, or it is too large.
    """
    html = _whole(html)
    with _silence():
        tree = _tree(html)
        if tree is not None:
            straighten(tree, live=is_live(tree))
        document = None if tree is None else _extract(tree, url)
    text = unicodedata.normalize("NFC", (document.text if document else None) or "").strip()
    if tree is None or document is None or not text:
        raise InputError(_NO_TEXT, SAVE_IT)
    with _silence():
        facts = _facts(document, tree, url) | {"language": _language(html)}
    return Extracted(text, {key: value for key, value in facts.items() if value})


def page_text(html: str) -> str:
    """All the text of a piece of HTML that is no whole page: a mail's body, a chapter; may be empty."""
    with _silence():
        tree = _tree(_whole(html))
        return "" if tree is None else block_text(tree)


def _whole(html: str) -> str:
    """A page, or a piece of one made a page, without the pictures within it.

    Raises:
        InputError: It is too large.
    """
    html = _SUBSET.sub(r"\1>", _DATA_URL.sub("data:", html), count=1)
    if len(html) > MAX_CHARACTERS:
        raise InputError(f"the page has more than {MAX_CHARACTERS // 1_000_000} MB without its pictures")
    html, elements = _TAG.subn(_bounded, html)
    if elements > MAX_ELEMENTS:
        raise InputError(f"the page has {elements:,} elements, more than {MAX_ELEMENTS:,}", "save the article's text")
    return html if _PAGE.search(html[:50_000]) else f"<html><body>{html}</body></html>"


def _bounded(tag: re.Match[str]) -> str:
    """A tag; without its attributes where they are absurdly many."""
    if len(tag[0]) <= 2 * MAX_ATTRIBUTES or len(_QUOTED.sub("", tag[0]).split()) <= MAX_ATTRIBUTES:
        return tag[0]
    return f"<{tag[1]}>"


def _extract(tree: HtmlElement, url: str | None) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            tree,
            url=url,
            include_comments=False,
            with_metadata=True,
            fast=_is_crowded(tree),
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2999-12-31"},
        )
    except Exception as error:  # noqa: BLE001 - whatever a broken page makes the libraries raise
        raise InputError(
            f"the page cannot be read ({type(error).__name__}: {error})", "save it as plain text"
        ) from None


def _is_crowded(tree: HtmlElement) -> bool:
    """Whether a page has so many pieces of text that the second opinion on them takes the square of their time."""
    texts = (element for element in tree.iter("li", "p", "td", "div", "dd", "option") if (element.text or "").strip())
    return sum(1 for _ in texts) > MAX_PIECES


def _tree(html: str) -> HtmlElement | None:
    from trafilatura import load_html

    try:
        return load_html(html)
    except Exception as error:  # noqa: BLE001 - whatever a broken page makes the libraries raise
        raise InputError(f"the page cannot be read ({type(error).__name__})", "save it as plain text") from None


def _facts(document: Any, tree: HtmlElement, url: str | None) -> dict[str, str | None]:
    """What the page says of its article: what its parts agree on, and nothing of what is another's."""
    metas = meta(tree)
    site = one_line(document.sitename)
    if site and f"//{site}/" in f"{document.url}/":
        site = None  # the host, since nobody named the site
    linked = own(linked_articles(tree), page_titles(tree, metas), document.url or url)
    title = headline(
        one_line(document.title), tree, metas, [article.headline for article in linked[:1] if article.headline], site
    )
    page = own_part(tree)
    clear_days(page)
    below = lines_below(page, title)
    authors = next((article.authors for article in linked if article.authors), ())
    return {
        "title": title,
        "byline": byline(page, metas, authors, below, site or site_in_window(tree)),
        "url": one_line(document.url),
        "site": site,
        "published": published(page, metas, [article.published for article in linked if article.published], below, url),
    }


_LANG: Final = re.compile(r"<html\b[^>]{0,2000}?\s(?:xml:)?lang\s*=\s*[\"']?([A-Za-z]{2,3})(?![A-Za-z])", re.IGNORECASE)


def _language(html: str) -> str | None:
    found = _LANG.search(html[:20_000])
    return found[1].lower() if found else None


class _silence:  # noqa: N801 - a context manager, used as one
    """Keeps the libraries' own messages about a page off the screen: what matters is raised."""

    def __enter__(self) -> None:
        self._loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate", "courlan", "justext")]
        self._levels = [logger.level for logger in self._loggers]
        for logger in self._loggers:
            logger.setLevel(logging.CRITICAL + 1)

    def __exit__(self, *_: object) -> None:
        for logger, level in zip(self._loggers, self._levels, strict=True):
            logger.setLevel(level)
