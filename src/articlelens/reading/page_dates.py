"""The day that a web page says it was published.

Its linked data, its ``meta`` elements, its address, elements of the article that are called after it, the lines below
the headline, then what htmldate finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelens.reading import head
from articlelens.reading.page_parts import short_text
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
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dc.date.created",
    "citation_publication_date",
    "date",
)
_ISO: Final = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
# What programs write where they have no date.
_NO_DAYS: Final = frozenset({date(1970, 1, 1), date(1, 1, 1)})
# The day of a change is not that of publication.
_CHANGED: Final = re.compile(r"modifi|update|revis|last-mod", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")
# Where 3/4/2024 is the fourth of March; in Canada it is either (Unicode CLDR, short dates).
_MONTH_FIRST: Final = frozenset({"US", "PH", "PR", "GU", "AS", "VI", "FM", "MH", "PW"})
_EITHER: Final = frozenset({"CA"})
# What sites call the elements with the day, and those with another one.
_DATED: Final = re.compile(
    r"publish|publi[ck]ation|posted|post-?date|pub-?date|date|timestamp|time-?stamp|dateline", re.IGNORECASE
)
_NOT_DATED: Final = re.compile(r"event|expir|deadline|birth|copyright|updated?|modif|revis|calendar", re.IGNORECASE)
_PUBLISHED: Final = re.compile(r"publish", re.IGNORECASE)
_IN_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")
# ``Updated March 9, 2024 · Published March 4, 2024``
_UPDATED_FIRST: Final = re.compile(
    r"\b(?:last )?(?:updated|modified|revised)\b[^\n]{0,60}?(?=\b(?:first )?(?:published|posted)\b)", re.IGNORECASE
)
_SAID: Final = re.compile(r"publi|post|updat|date|filed|written|\bby\b", re.IGNORECASE)
MAX_NAMES: Final = 200  # characters of an element's names that are looked at
MAX_TEXT: Final = 100  # of the text of an element that is a date
MAX_PIECES: Final = 40  # of the elements of a paragraph that are looked at
_REGION: Final = re.compile(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})(?![A-Za-z])")


def published(
    page: HtmlElement, metas: Mapping[str, Sequence[str]], linked: Iterable[str], below: Sequence[str], url: str | None
) -> str | None:
    """The day, ISO 8601; None where the page does not say, or not clearly.

    Args:
        page: The page's own part, its days cleared.
        metas: The contents of its ``meta`` elements.
        linked: What its linked data says of its own article.
        below: The lines below its headline.
        url: Its address, which has the day in it on many sites.
    """
    region = _region(page)
    for written in (*linked, *(day for name in META_NAMES for day in metas.get(name, ())[:1])):
        if day := _day(_clear(written, region)):
            return day.isoformat()
    return _in_address(page, url) or _in_elements(page) or _below(below, region) or _found(page)


def _in_address(page: HtmlElement, url: str | None) -> str | None:
    """The day that stands in the page's address."""
    own = [element.get("href") or "" for element in page.iterfind(".//link[@rel='canonical']")]
    own += [element.get("content") or "" for element in page.iterfind(".//meta[@property='og:url']")]
    for address in filter(None, (url, *own)):
        if match := _IN_ADDRESS.search(address):
            try:
                return date(*map(int, match.groups())).isoformat()
            except ValueError:
                continue
    return None


def _in_elements(page: HtmlElement) -> str | None:
    """The day of the first element behind the headline, else the last before it, that is called after publication."""
    before: date | None = None
    headline = False
    for element in page.iter("*"):
        headline |= element.tag == "h1"
        if _is_dated(element) and (day := _of_element(element)):
            if headline:
                return day.isoformat()
            before = day
    return before.isoformat() if before else None


def _is_dated(element: HtmlElement) -> bool:
    return _tells_day(element) and not _tells_another(element)


def _tells_day(element: HtmlElement) -> bool:
    return element.tag == "time" or _DATED.search(_called(element)) is not None


def _tells_another(element: HtmlElement) -> bool:
    """Whether an element is called after another day than that of publication."""
    called = _called(element)
    return _NOT_DATED.search(called) is not None and _PUBLISHED.search(called) is None


def _called(element: HtmlElement) -> str:
    return " ".join(element.get(key) or "" for key in ("class", "id", "itemprop"))[:MAX_NAMES]


def _of_element(element: HtmlElement) -> date | None:
    for key in ("datetime", "content", "title"):
        if (written := element.get(key)) and (day := _day(written)):
            return day
    lines = (short_text(element, MAX_TEXT) or "").split("\n\n")
    return head.published([" ".join(lines), *lines]) or _day(" ".join(lines))


def _below(lines: Sequence[str], region: str | None) -> str | None:
    day = head.published([_clear(line, region) for line in lines])
    return day.isoformat() if day else None


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


def _found(page: HtmlElement) -> str | None:
    """What htmldate finds in elements that are called otherwise."""
    from htmldate import find_date

    try:
        found = find_date(page, original_date=True, extensive_search=False, max_date="2999-12-31")
    except Exception:  # noqa: BLE001 - whatever a broken page makes the library raise
        return None
    return str(found) if found else None


def clear_days(page: HtmlElement) -> None:
    """Takes the days of changes and of what is told out of ``page``, and makes its numeric dates clear.

    htmldate reads the day first, and whatever stands first.
    """
    region = _region(page)
    others = [element for element in page.iterfind(".//body//*") if _tells_day(element) and _tells_another(element)]
    for element in (*others, *_in_prose(page)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in page.xpath(".//meta | .//*[@itemprop]"):
        names = " ".join(element.get(name) or "" for name in ("property", "name", "itemprop", "http-equiv"))
        if _CHANGED.search(names):
            element.drop_tree()
    for element in page.iter("*"):
        for attribute in ("content", "datetime", "title"):
            if value := element.get(attribute):
                element.set(attribute, _clear(value, region))
        if element.text:
            element.text = _clear(_UPDATED_FIRST.sub("", element.text), region)
        if element.tail:
            element.tail = _clear(element.tail, region)


def _in_prose(page: HtmlElement) -> list[HtmlElement]:
    """The elements with days before which a paragraph says something else than that it was published: events."""
    found = []
    for paragraph in page.iter("p", "li", "blockquote"):
        before = ""
        for element in islice(paragraph.iter("*"), 1, MAX_PIECES):
            parent = element.getparent()
            previous = element.getprevious()
            before = (before + ((parent.text if previous is None else previous.tail) or ""))[-MAX_TEXT:]
            if _tells_day(element) and len(before.split()) > 1 and not _SAID.search(before):
                found.append(element)
    return found


def _day(written: str) -> date | None:
    match = _ISO.match(written)
    if match is None:
        return read_day(written[:100]) if written.strip() else None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return None if day in _NO_DAYS else day
