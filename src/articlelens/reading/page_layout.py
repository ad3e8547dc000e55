"""What a page's markup means where extractors of text misread it; done to the page before its text is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelens.reading.html_text import BLOCKS, block_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST: Final = 0.5  # a share of the text
MIN_CELL: Final = 300  # characters of a cell that holds an article: cells of data have less


def straighten(tree: HtmlElement, *, live: bool) -> None:
    """Changes a page so that its article can be told by its elements.

    Args:
        tree: The page.
        live: Whether it is a live blog, whose entries are articles within its article.
    """
    if live:
        for element in list(tree.iter("article")):
            element.tag = "div"
    else:
        _drop_others(tree)
    _unfold(tree)
    _part_blocks(tree)


def _drop_others(tree: HtmlElement) -> None:
    """Drops the articles beside the one that alone has a headline and has most of the text: they are teasers."""
    articles = [article for article in tree.iter("article") if next(article.iterancestors("article"), None) is None]
    headed = [article for article in articles if next(article.iter("h1"), None) is not None]
    lengths = [len(article.text_content()) for article in articles]
    if len(headed) != 1 or lengths[articles.index(headed[0])] < _MOST * sum(lengths):
        return
    for article in articles:
        if article is not headed[0]:
            article.drop_tree()


def _unfold(tree: HtmlElement) -> None:
    """Makes an article of the cell that has most of a page's text: once tables were what parted a page in columns."""
    if next(tree.iter("article", "main"), None) is not None:
        return
    cells = [cell for cell in tree.iter("td") if next(cell.iterdescendants("td"), None) is None]
    longest = max(cells, key=lambda cell: len(cell.text_content()), default=None)
    lines = [] if longest is None else block_text(longest).split("\n\n")
    if longest is None or sum(map(len, lines)) < max(MIN_CELL, _MOST * len(block_text(tree))):
        return
    for child in list(longest):
        longest.remove(child)
    longest.text, longest.tag = None, "article"
    for line in lines:
        paragraph = longest.makeelement("p")
        paragraph.text = line
        longest.append(paragraph)


def _part_blocks(tree: HtmlElement) -> None:
    """Sets a blank where the edge of an element alone parts two words: ``<a>Ana Ruiz</a><div>May 5</div>``."""
    for block in tree.iter(*BLOCKS):
        before = block.getprevious()
        if before is not None and before.tag not in BLOCKS:
            before.tail = f"{before.tail or ''} "
        if block.tail and not block.tail[0].isspace():
            block.tail = f" {block.tail}"
    for inline in tree.iter("span", "a", "cite"):  # ``<span>Lima, Peru</span><span>CNN</span>``, set apart by a style
        after = inline.getnext()
        if not inline.tail and after is not None and after.tag in ("span", "a", "cite") and _ends_word(inline, after):
            inline.tail = " "


def _ends_word(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether what ends in a small letter stands before what begins with a capital."""
    return bool(one.text and other.text and one.text[-1].islower() and other.text[0].isupper())
