"""What a page's linked data (JSON-LD with the vocabulary of schema.org) says of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_LINKED: Final = 1_000_000  # characters of one piece of linked data
MAX_DEPTH: Final = 5
_ARTICLE: Final = re.compile(r"(?:\w*Article|\w*Posting)\Z")  # schema.org's kinds of articles
# Where a page's own article is: not in lists of others, nor in what is part of it, such as the entries of a live blog.
_WHERE_ARTICLES_ARE: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_LOOSE_DAY: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What is said of one article; None and nothing where it is not said."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


def linked_articles(tree: HtmlElement) -> list[Linked]:
    """The page's own articles in its linked data, in their order.

    Of data that is broken, as it happens on sites that write it by hand, only the day is taken: a headline may have
    been broken off in its middle.
    """
    found: list[Linked] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        if not script.text or len(script.text) > MAX_LINKED:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            found += [Linked(published=day) for day in _LOOSE_DAY.findall(script.text)[:1]]
            continue
        found += _articles(data)
    return found


def _articles(data: Any, depth: int = 0) -> Iterator[Linked]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            published = data.get("datePublished")
            yield Linked(
                headline=_plain(data.get("headline")),
                authors=tuple(_names(data.get("author"))),
                published=published if isinstance(published, str) else None,
            )
        for key in _WHERE_ARTICLES_ARE:
            yield from _articles(data.get(key), depth + 1)


def _names(author: Any, depth: int = 0) -> Iterator[str]:
    """Names of authors: a string, an object with a name, or a list of such."""
    if isinstance(author, list) and depth < MAX_DEPTH:
        for item in author[:20]:
            yield from _names(item, depth + 1)
    elif isinstance(author, dict) and depth < MAX_DEPTH:
        yield from _names(author.get("name"), depth + 1)
    elif name := _plain(author):
        yield name


def _plain(value: Any) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None
