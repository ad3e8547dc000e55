"""All the text of a piece of HTML, block by block: for what is no web page and has nothing around its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What a browser sets on lines of its own (HTML Living Standard, 15.3: flow content and tables).
BLOCKS: Final = frozenset(
    "address article blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure form h1 "
    "h2 h3 h4 h5 h6 header hgroup hr html legend li main ol option p pre section summary table tbody tfoot thead tr "
    "ul".split()
)
_CELLS: Final = frozenset({"td", "th"})
# What it does not show, or what stands beside the text.
_LEFT_OUT: Final = frozenset(
    "aside audio button canvas footer head iframe math nav noscript object script select style svg template textarea "
    "title video".split()
)


def block_text(tree: HtmlElement) -> str:
    """The text of ``tree``, a line for each block of it, with single blanks and an empty line between blocks.

    Args:
        tree: A parsed page; it is not changed.
    """
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        if name in BLOCKS:
            pieces.append("\n")
        elif name in _CELLS:
            pieces.append("\t")
        if event == "start" and name in _LEFT_OUT:
            walk.skip_subtree()
        elif event == "start":
            pieces.append(_plain(element.text))
        if event != "start" and element is not tree:
            pieces.append(_plain(element.tail))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n\n".join(filter(None, lines))


def one_line(text: str | None) -> str | None:
    """A piece of text on one line, with single blanks; None where there is none."""
    return " ".join(text.split()) or None if text else None


def _plain(text: str | None) -> str:
    """A piece of text in which line ends are blanks, as browsers show them."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""
