"""The headline of a web page: what several of its parts agree on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR: Final = re.compile(r"\s+[|–—·•:»-]\s+")
_TOLD: Final = (".//meta[@property='og:title']", ".//meta[@name='og:title']", ".//meta[@name='twitter:title']")


def headline(found: str | None, tree: HtmlElement, linked: Iterable[str], site: str | None) -> str | None:
    """The headline: what was found, where another part of the page says so too; else the best of the others.

    Args:
        found: The title that was extracted.
        tree: The page.
        linked: Headlines of the page's own articles in its linked data.
        site: The site's name, which is no headline.
    """
    whole = _clean(next((element.text_content() for element in tree.iterfind(".//title")), None)) or ""
    segments = _SEPARATOR.split(whole)
    sites = {_folded(name) for name in (site, segments[-1] if len(segments) > 1 else None) if name}
    told = [_clean(element.get("content")) for path in _TOLD for element in tree.iterfind(path)]
    ranked = [*linked, *told, *_only([_clean(element.text_content()) for element in tree.iterfind(".//h1")])]
    others = [name for title in ranked if title and (name := without_site(title, site)) and _folded(name) not in sites]
    if found and _folded(found) not in sites:
        known = {_folded(name) for name in (*others, whole, *segments)}
        begins = f"{_folded(whole)} ".startswith(f"{_folded(found)} ")
        if _folded(found) in known or begins or not others:
            return found
    return next(iter(others), found)


def without_site(title: str, site: str | None) -> str:
    """The headline, without the site's name that pages put behind it."""
    if site and (behind := re.search(rf"{_SEPARATOR.pattern}{re.escape(site)}\Z", title, re.IGNORECASE)):
        return title[: behind.start()] or title
    return title


def _only(titles: list[str | None]) -> list[str | None]:
    """A page's first heading, where it has one: of several each is a teaser's."""
    return titles if len(titles) == 1 else []


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
