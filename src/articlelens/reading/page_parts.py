"""A web page's own parts: its article, without what is another's, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelens.reading.html_text import block_text, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements of other articles, or of the page and not of the article; what scripts hold has been looked at.
_OTHERS: Final = frozenset({"aside", "nav", "footer", "script", "style", "noscript", "template", "iframe"})
# What sites call such elements, by the words of a class or an identifier: readers' comments, other articles, boxes.
_CALLED: Final = re.compile(
    r"(?:.*[-_])?(?:comments|commentlist|comment-?list|comments-(?:area|section|wrapper|container)|disqus(?:-thread|_thread)?|"
    r"related|related-?(?:\w|-){1,20}|recommend(?:ed|ations?)|recirc(?:ulation)?|read-?(?:more|next)|more-?(?:stories|news|articles)|"
    r"most-?(?:read|popular|viewed)|popular|trending|latest-?(?:news|stories|posts)|side-?bar|teasers?|promos?|"
    r"newsletter|breadcrumbs?)",
    re.IGNORECASE,
)
MAX_NAME: Final = 60  # characters of a class that are looked at
# An element called so is another's only where it has less than this share of the page's text, and no headline.
_SHARE: Final = 0.5
MAX_WITHIN: Final = 40  # elements within one that is a byline or a date
BELOW: Final = 8  # lines below the headline that may say who wrote the article and when
MAX_LINE: Final = 160  # characters; a longer line is a paragraph, where the article has begun


def own_part(tree: HtmlElement) -> HtmlElement:
    """A copy of the page without navigation, asides, footers, readers' comments and the teasers of other articles."""
    from lxml import etree

    page = deepcopy(tree)
    found: list[tuple[HtmlElement, int]] = []
    open_elements: list[list[int]] = []  # of each its text's length so far, and whether a headline is in it
    total = 0
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if event == "start":
            open_elements.append([len(element.text or ""), element.tag == "h1"])
            continue
        length, has_headline = open_elements.pop()
        if not has_headline and (element.tag in _OTHERS or _is_others(element)):
            found.append((element, 0 if element.tag in _OTHERS else length))
        total = length
        if open_elements:
            open_elements[-1][0] += length + len(element.tail or "")
            open_elements[-1][1] |= has_headline
    for element, length in found:
        if length <= total * _SHARE and element.getparent() is not None:
            element.drop_tree()
    return page


def _is_others(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "main"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()[:20]
    return any(len(name) <= MAX_NAME and _CALLED.fullmatch(name) for name in names)


def meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's ``meta`` elements by their names, in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iterfind(".//meta[@content]"):
        content = one_line(element.get("content"))
        for name in {(element.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")} - {""}:
            if content:
                found.setdefault(name, []).append(content)
    return found


def lines_below(page: HtmlElement, title: str | None) -> list[str]:
    """The lines that stand below the headline, down to the first paragraph."""
    lines = iter(block_text(page).split("\n\n"))
    wanted = folded(title or "")
    if not wanted or not any(f" {folded(line)}".endswith(f" {wanted}") for line in lines):
        return []
    return list(_short(lines))


def _short(lines: Iterator[str]) -> Iterator[str]:
    for line in islice(lines, BELOW):
        if len(line) > MAX_LINE:
            return
        yield line


def short_text(element: HtmlElement, most: int) -> str | None:
    """The lines of an element; None where it has more than ``most`` characters or many elements in it."""
    if next(islice(element.iter(), MAX_WITHIN, None), None) is not None:
        return None
    text = block_text(element)
    return text if 0 < len(text) <= most else None


def folded(text: str) -> str:
    """The words of a text, without case and signs, to compare by."""
    return " ".join(re.findall(r"\w+", text.casefold()))
