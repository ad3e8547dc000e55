"""What a page's linked data (JSON-LD with the vocabulary of schema.org) says of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from articlelens.reading.html_text import one_line
from articlelens.reading.page_parts import folded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_LINKED: Final = 1_000_000  # characters of one piece of linked data
MAX_DEPTH: Final = 5
_TYPE: Final = re.compile(r"\s*application/ld\+json\s*(?:;.*)?", re.IGNORECASE | re.DOTALL)
_ARTICLE: Final = re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|\w*Posting)\Z")  # schema.org's kinds of articles
_PAGE: Final = "WebPage"  # of which some sites say all that there is to say of the article
# Where a page's own article is: not in lists of others, nor in what is part of it, such as the entries of a live blog.
_WHERE_ARTICLES_ARE: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_LOOSE_DAY: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_LIVE: Final = re.compile(r'"@type"\s*:\s*(?:\[\s*)?"(?:https?://schema\.org/)?LiveBlogPosting"')
# What pages put around and into the data that is no JSON: hidden from old browsers, or left behind by hand.
_AROUND: Final = re.compile(
    r"\A\s*(?:(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|<!--)|(?:(?://|/\*)?\s*\]\]>(?:\s*\*/)?|-->)\s*\Z"
)
_COMMA: Final = re.compile(r",\s*+(?=[}\]])")
_BREAK: Final = re.compile(r"<(?:br|/p|/div)\b[^<>]{0,100}>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?(?:a|b|em|i|p|div|span|strong)\b[^<>]{0,300}>", re.IGNORECASE)
_CUT: Final = re.compile(r"(?:\.\.\.|…)\s*\Z")
MAX_SITE: Final = 3  # words of a title that may be a site's name alone
ALIKE: Final = 0.6  # share of the words of the shorter headline that the other has too, where they tell of one article


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What is said of one article; None and nothing where it is not said."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    """As they are written, line breaks and all."""
    published: str | None = None
    urls: tuple[str, ...] = ()


def linked_articles(tree: HtmlElement) -> list[Linked]:
    """The articles in the linked data of a page that may be its own, in their order; web pages behind them.

    Of data that is broken, as it happens on sites that write it by hand, only the day is taken: a headline may have
    been broken off in its middle.
    """
    found: list[Linked] = []
    pages: list[Linked] = []
    for script in tree.iterfind(".//script[@type]"):
        if not script.text or len(script.text) > MAX_LINKED or not _TYPE.fullmatch(script.get("type")):
            continue
        data = _read(script.text)
        if data is None:
            found += [Linked(published=day) for day in _LOOSE_DAY.findall(script.text)[:1]]
            continue
        for is_article, article in _articles(data, _known(data)):
            (found if is_article else pages).append(article)
    return found + pages


def is_live(tree: HtmlElement) -> bool:
    """Whether a page says that it is a live blog."""
    pieces = (script.text or "" for script in tree.iterfind(".//script[@type]") if _TYPE.fullmatch(script.get("type")))
    return any(_LIVE.search(piece[:MAX_LINKED]) for piece in pieces)


def own(articles: Sequence[Linked], titles: Iterable[str], url: str | None) -> list[Linked]:
    """Those of ``articles`` that are the page's own: they have its title, or nearly so, or its address.

    Of several the ones that agree best; what has no headline counts where nothing else does.  Where the page calls
    itself nothing, or has a site's name only, all are its own.

    Args:
        articles: What the linked data has.
        titles: What the page calls itself elsewhere.
        url: The page's address.
    """
    told = [words for title in titles if (words := folded(title))]
    nameless = [article for article in articles if article.headline is None]
    for agrees in (_says, _resembles):
        if found := [article for article in articles if article.headline and agrees(article.headline, told)]:
            return found + [article for article in nameless if len(articles) == 2]
    if addressed := [article for article in articles if url and _bare(url) in map(_bare, article.urls)]:
        return addressed
    if not any(len(words.split()) > MAX_SITE for words in told):
        return list(articles)
    return nameless if len(nameless) == 1 else []


def _says(headline: str, told: list[str]) -> bool:
    words = f" {folded(_CUT.sub('', headline))} "
    return any(words in f" {title} " or f" {title} " in words for title in told if len(title.split()) > 1)


def _resembles(headline: str, told: list[str]) -> bool:
    words = set(folded(headline).split())
    return any(
        len(words & set(title.split())) >= max(ALIKE * min(len(words), len(set(title.split()))), 2) for title in told
    )


def _bare(url: str) -> str:
    return re.sub(r"\Ahttps?://(?:www\.)?|[?#].*\Z", "", url.lower(), flags=re.DOTALL).rstrip("/")


def _read(text: str) -> Any:
    """The data, or None where it is broken."""
    text = _AROUND.sub("", text)
    for written in (text, _COMMA.sub("", text)):
        try:
            return json.loads(written.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _known(data: Any) -> dict[str, Any]:
    """What has an identifier by which the data speaks of it."""
    items = data if isinstance(data, list) else [data]
    graphs = [item["@graph"] for item in items if isinstance(item, dict) and isinstance(item.get("@graph"), list)]
    nodes = [node for group in (items, *graphs) for node in group]
    return {str(node["@id"]): node for node in nodes if isinstance(node, dict) and "@id" in node}


def _articles(data: Any, known: Mapping[str, Any], depth: int = 0) -> Iterator[tuple[bool, Linked]]:
    """The articles, and the web pages with a headline; with each whether it is an article."""
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, known, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        kinds = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        is_article = any(map(_ARTICLE.match, kinds))
        if is_article or (_PAGE in kinds and data.get("headline")):
            yield is_article, _article(data, known)
        for key in _WHERE_ARTICLES_ARE:
            yield from _articles(data.get(key), known, depth + 1)


def _article(data: dict[str, Any], known: Mapping[str, Any]) -> Linked:
    days = (data.get("datePublished"), data.get("dateCreated"))
    page = data.get("mainEntityOfPage")
    urls = (data.get("url"), data.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return Linked(
        headline=one_line(_plain(data.get("headline"))),
        authors=tuple(_names(data.get("author"), known)),
        published=next((day for day in days if isinstance(day, str)), None),
        urls=tuple(url for url in urls if isinstance(url, str)),
    )


def _names(author: Any, known: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Names of authors: a string, an object with a name or one that stands elsewhere, or a list of such."""
    if depth > MAX_DEPTH:
        return
    if isinstance(author, list):
        for item in author[:20]:
            yield from _names(item, known, depth + 1)
    elif isinstance(author, dict):
        named = author if "name" in author else known.get(str(author.get("@id")), {})
        yield from _names(named.get("name"), known, depth + 1)
    elif name := _plain(author):
        yield name


def _plain(value: Any) -> str | None:
    """A string without markup; line breaks stay."""
    return _TAG.sub("", _BREAK.sub("\n", unescape(value))).strip() or None if isinstance(value, str) else None
