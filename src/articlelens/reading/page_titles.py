"""The headline of a web page: what several of its parts agree on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelens.reading.html_text import block_text, one_line
from articlelens.reading.page_parts import folded
from articlelens.temporal import is_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR: Final = re.compile(r"\s+(?:[|–—·•:»-]|::|\|\|)\s+")
META_NAMES: Final = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline")
# How much what a part of the page says weighs: linked data is written for its headline, a heading is what readers see;
# what is shared and what browsers show is often shorter, or made for search.
_LINKED, _HEADING, _SHARED, _WINDOW = 1.2, 1.1, 1.0, 0.9
MAX_TITLE: Final = 500  # characters; what is longer is no headline
MAX_SITE: Final = 4  # words of a site's or a section's name
MAX_SECTION: Final = 3
MAX_SEPARATORS: Final = 20
MIN_CUT: Final = 4  # words from which on a headline that begins another is that one, cut off
_NUMERIC_DAY: Final = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")


def page_titles(tree: HtmlElement, metas: Mapping[str, Sequence[str]]) -> list[str]:
    """All that the page calls itself outside its linked data."""
    return [title for title, _ in _told(tree, metas)]


def headline(
    found: str | None, tree: HtmlElement, metas: Mapping[str, Sequence[str]], linked: Iterable[str], site: str | None
) -> str | None:
    """The headline that most of the page's parts agree on, without the site's name.

    Args:
        found: What an extractor took for it; it stands where the page's parts say nothing.
        tree: The page.
        metas: The contents of its ``meta`` elements.
        linked: Headlines of the page's own articles in its linked data.
        site: The site's name, which is no headline.
    """
    told = [*((title, _LINKED) for title in linked), *_told(tree, metas)]
    sites = {folded(name) for name in (site, site_in_window(tree)) if name} - {""}
    told = [(title, weight) for title, weight in told if folded(title) not in sites]
    if not told:
        return found and without_site(found, site)
    named = {folded(title) for title, _ in told}
    sure = {folded(title) for title, weight in told if weight > _SHARED}
    cut = [(_cut(title, named) or (title if folded(title) in sure else _guess(title, sites)), of) for title, of in told]
    forms = [(folded(title), weight) for title, weight in cut]
    return max(cut, key=lambda item: _support(folded(item[0]), forms))[0]


def site_in_window(tree: HtmlElement) -> str | None:
    """What stands behind the title that browsers show, where it is as short as the names of sites are."""
    return _last_segment((_window(tree) or "")[:MAX_TITLE])


def without_site(title: str, site: str | None) -> str:
    """The headline, without the site's name that pages put behind it."""
    if site and (behind := re.search(rf"{_SEPARATOR.pattern}{re.escape(site)}\Z", title, re.IGNORECASE)):
        return title[: behind.start()] or title
    return title


def _told(tree: HtmlElement, metas: Mapping[str, Sequence[str]]) -> list[tuple[str, float]]:
    """What the page calls itself, with its weights; of several headings each is a teaser's."""
    headings = list(islice(tree.iterfind(".//h1"), 2))
    shared = next((metas[name][0] for name in META_NAMES if name in metas), None)
    told = [
        *((one_line(block_text(heading)), _HEADING) for heading in headings if len(headings) == 1),
        (shared, _SHARED),
        (_window(tree), _WINDOW),
    ]
    return [(title, weight) for title, weight in told if title and len(title) <= MAX_TITLE]


def _window(tree: HtmlElement) -> str | None:
    # a picture may have a title as well
    return one_line(next((element.text_content() for element in tree.iterfind(".//head//title")), None))


def _last_segment(title: str) -> str | None:
    """What stands behind the last separator of a title and is short, as the names of sites are."""
    *others, last = _SEPARATOR.split(title)
    words = len(last.split())
    return last if others and words <= MAX_SITE and words < max(len(other.split()) for other in others) else None


def _cut(title: str, named: set[str]) -> str | None:
    """``title`` up to where, or from where on, it is what another part of the page says in full."""
    separators = list(_SEPARATOR.finditer(title))[:MAX_SEPARATORS]
    begins = (title[: separator.start()] for separator in separators)
    ends = (title[separator.end() :] for separator in separators)
    return next((part for part in (*begins, *ends) if folded(part) in named), None)


def _guess(title: str, sites: set[str]) -> str:
    """``title`` without what looks like a site's name, a section or a day behind it or, with two of them, before it."""
    title = without_site(title, next((site for site in sites if folded(title).endswith(f" {site}")), None))
    while (last := _last_segment(title)) and (folded(last) in sites or _is_day(last) or _is_section(title, last)):
        title = title[: -len(last)].rstrip(" \t|–—·•:»-")
    *others, last = re.split(r"\s+\|\s+", title)
    crumbs = len(others) > 1 and all(len(other.split()) <= MAX_SECTION for other in others)
    return last if crumbs and len(last.split()) > MAX_SITE else title


def _is_section(title: str, last: str) -> bool:
    return len(last.split()) <= MAX_SECTION and title[: -len(last)].rstrip().endswith("|")


def _is_day(text: str) -> bool:
    return _NUMERIC_DAY.fullmatch(text) is not None or is_day(text)


def _support(form: str, forms: Sequence[tuple[str, float]]) -> float:
    """The weight of the parts that say so, or the same cut off, or with a word or two before it."""
    words = len(form.split())
    return sum(
        weight
        for other, weight in forms
        if other == form
        or (form.startswith(f"{other} ") and len(other.split()) >= MIN_CUT)
        or (other.endswith(f" {form}") and words >= MIN_CUT)
    )
