"""Where the paragraphs of a plain text are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

WRAP_COLUMNS: Final = range(40, 121)  # the width of a wrapped text is within these

_MARK: Final = "\ufeff"
# What ends a line: Unicode's mandatory breaks (UAX #14). A carriage return with its line feed is one of them.
_BREAK: Final = r"(?>\r\n|[\n\r\v\f\x85\u2028\u2029])"
_LINE: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LINE_END: Final = re.compile(_BREAK)
_EMPTY_LINE: Final = re.compile(rf"{_BREAK}[^\S\n\r\v\f\x85\u2028\u2029]*+{_BREAK}")
_SENTENCE_END: Final = (".", "!", "?", '"', "”", "’")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every paragraph, without the blanks around it.

    A line is a paragraph.  In a text that is wrapped to a width, it is what stands between empty lines.
    """
    if is_wrapped(text):
        edges = [0, *(edge for match in _EMPTY_LINE.finditer(text) for edge in match.span()), len(text)]
        pieces = list(zip(edges[::2], edges[1::2], strict=True))
    else:
        pieces = list(lines(text))
    for start, end in pieces:
        yield from trimmed(text, start, end)


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of every line of ``text[start:end]`` that is not empty."""
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        yield from trimmed(text, *match.span())


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``start`` and ``end`` without the blanks at either end; nothing where there are only blanks.

    A byte-order mark is a blank: files that were put together have several.
    """
    piece = text[start:end]
    if stripped := piece.strip().strip(_MARK).strip():
        begin = start + piece.index(stripped)
        yield begin, begin + len(stripped)


def is_wrapped(text: str) -> bool:
    """Whether single line breaks are the work of a line width: lines of a width, going on in lower case."""
    rows = [row.rstrip() for row in _LINE_END.split(text)]
    pairs = [(one, two.lstrip()) for one, two in pairwise(rows) if one and two.strip()]
    widths = sorted(len(one) for one, _ in pairs)
    # a long address on a line of its own breaks no text's width
    if len(pairs) < 2 or widths[int(len(widths) * 0.9)] not in WRAP_COLUMNS:
        return False
    running_on = [pair for pair in pairs if not pair[0].endswith(_SENTENCE_END) and pair[1][0].islower()]
    return len(running_on) >= len(pairs) / 4
