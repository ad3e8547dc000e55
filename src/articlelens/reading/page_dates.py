"""The day that a web page says it was published: its linked data, its ``meta`` elements, then what htmldate finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Final

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
_ISO: Final = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
# What programs write where they have no date.
_NO_DAYS: Final = frozenset({date(1970, 1, 1), date(1, 1, 1)})
# Of other articles, or of the page and not of the article; what scripts hold has been looked at.
_ASIDE: Final = ".//aside | .//nav | .//footer | .//script"
# The day of a change is not that of publication.
_CHANGED: Final = re.compile(r"modifi|update|revis|last-mod", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")
# Where 3/4/2024 is the fourth of March; in Canada it is either (Unicode CLDR, short dates).
_MONTH_FIRST: Final = frozenset({"US", "PH", "PR", "GU", "AS", "VI", "FM", "MH", "PW"})
_EITHER: Final = frozenset({"CA"})
_REGION: Final = re.compile(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})(?![A-Za-z])")


def published(tree: HtmlElement, url: str | None, linked: Iterable[str]) -> str | None:
    """The day, ISO 8601; None where the page does not say, or not clearly.

    Args:
        tree: The page.
        url: Its address, which has the day in it on many sites.
        linked: What its linked data says of its own articles.
    """
    region = _region(tree)
    for written in (*linked, *_meta(tree)):
        if day := _day(_clear(written, region)):
            return day.isoformat()
    return _found(tree, url, region)


def _region(tree: HtmlElement) -> str | None:
    """The country whose way of writing dates the page follows, ISO 3166-1 alpha-2."""
    locales = [element.get("content") or "" for element in tree.iterfind(".//meta[@property='og:locale']")]
    for tag in (tree.get("lang") or "", tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "", *locales):
        if match := _REGION.match(tag.strip()):
            return match[1].upper()
    return None


def _clear(written: str, region: str | None) -> str:
    """``written`` with its numeric dates as ISO 8601, or without those that can be read in two ways."""

    def read(match: re.Match[str]) -> str:
        one, two, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if len(match[4]) == 2 else 0
        month_first = one <= 12 and (two > 12 or one == two or region in _MONTH_FIRST)
        if not month_first and one <= 12 and (region is None or region in _EITHER):
            return " "
        month, day = (one, two) if month_first else (two, one)
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return " "

    return _NUMERIC.sub(read, written)


def _meta(tree: HtmlElement) -> list[str]:
    """The contents of the ``meta`` elements that tell the day, the surest first."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault((element.get(attribute) or "").lower(), element.get("content"))
    return [found[name] for name in META_NAMES if name in found]


def _found(tree: HtmlElement, url: str | None, region: str | None) -> str | None:
    """What htmldate finds in the address, in ``time`` elements and in elements that are called after dates."""
    from htmldate import find_date

    page = deepcopy(tree)
    for element in page.xpath(_ASIDE):
        element.drop_tree()
    _clear_page(page, region)
    try:
        found = find_date(page, url=url, original_date=True, extensive_search=False, max_date="2999-12-31")
    except Exception:  # noqa: BLE001 - whatever a broken page makes the library raise
        return None
    return str(found) if found else None


def _clear_page(page: HtmlElement, region: str | None) -> None:
    """Takes the days of changes out of ``page``, and makes its numeric dates clear: htmldate reads the day first."""
    for element in page.xpath(".//meta | .//*[@itemprop]"):
        names = " ".join(element.get(name) or "" for name in ("property", "name", "itemprop", "http-equiv"))
        if _CHANGED.search(names):
            element.drop_tree()
    for element in page.iter("*"):
        for attribute in ("content", "datetime", "title"):
            if value := element.get(attribute):
                element.set(attribute, _clear(value, region))
        if element.text:
            element.text = _clear(element.text, region)
        if element.tail:
            element.tail = _clear(element.tail, region)


def _day(written: str) -> date | None:
    match = _ISO.match(written)
    if match is None:
        return read_day(written[:100]) if written.strip() else None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return None if day in _NO_DAYS else day
