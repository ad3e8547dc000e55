"""The day that a web page says it was published: its linked data, its ``meta`` elements, then what htmldate finds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from articlelens.temporal import read_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What sites call the day of publication, the surest first (Open Graph, schema.org, Dublin Core, analytics).
META_NAMES: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "publication-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
)
MAX_LINKED: Final = 1_000_000  # characters of one piece of linked data
MAX_DEPTH: Final = 5
_ARTICLE: Final = re.compile(r"(?:\w*Article|\w*Posting)\Z")  # schema.org's kinds of articles
_WHERE_ARTICLES_ARE: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_ISO: Final = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
# What programs write where they have no date.
_NO_DAYS: Final = frozenset({date(1970, 1, 1), date(1, 1, 1)})
# Of other articles, or of the page and not of the article; what scripts hold has been looked at.
_ASIDE: Final = ".//aside | .//nav | .//footer | .//script"
_LOOSE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def published(tree: HtmlElement, url: str | None) -> str | None:
    """The day, ISO 8601; None where the page does not say.

    Args:
        tree: The page.
        url: Its address, which has the day in it on many sites.
    """
    for written in (*_linked(tree), *_meta(tree)):
        if day := _day(written):
            return day.isoformat()
    return _found(tree, url)


def _linked(tree: HtmlElement) -> Iterator[str]:
    """``datePublished`` of the articles in linked data (JSON-LD)."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        if not script.text or len(script.text) > MAX_LINKED:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):  # as it happens on sites that write it by hand
            yield from _LOOSE.findall(script.text)[:1]
            continue
        yield from _of_articles(data)


def _of_articles(data: Any, depth: int = 0) -> Iterator[str]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _of_articles(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        written = data.get("datePublished")
        if isinstance(written, str) and any(
            isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield written
        for key in _WHERE_ARTICLES_ARE:
            yield from _of_articles(data.get(key), depth + 1)


def _meta(tree: HtmlElement) -> list[str]:
    """The contents of the ``meta`` elements that tell the day, the surest first."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault((element.get(attribute) or "").lower(), element.get("content"))
    return [found[name] for name in META_NAMES if name in found]


def _found(tree: HtmlElement, url: str | None) -> str | None:
    """What htmldate finds in the address, in ``time`` elements and in elements that are called after dates."""
    from htmldate import find_date

    page = deepcopy(tree)
    for element in page.xpath(_ASIDE):
        element.drop_tree()
    try:
        found = find_date(page, url=url, original_date=True, extensive_search=False, max_date="2999-12-31")
    except Exception:  # noqa: BLE001 - whatever a broken page makes the library raise
        return None
    return str(found) if found else None


def _day(written: str) -> date | None:
    match = _ISO.match(written)
    if match is None:
        return read_day(written[:100]) if written.strip() else None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return None if day in _NO_DAYS else day
