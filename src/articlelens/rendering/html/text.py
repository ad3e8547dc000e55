"""The article's text with its mentions marked, character for character as it was."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articlelens.rendering.html.items import Shown
from articlelens.rendering.html.markup import Markup, harmless, joined, tag
from articlelens.rendering.wording import plain

if TYPE_CHECKING:
    from articlelens.record import Record

_BLANK_LINES: Final = re.compile(r"\n(?:[^\S\n]*+\n)+")
_LINE: Final = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A mention of an item: where it stands."""

    start: int
    end: int
    item: Shown
    number: int


def marked(record: Record, items: Sequence[Shown]) -> Markup:
    """The text in paragraphs, mentions as links to their items.  Its text content is the record's text.

    Mentions of different lists may overlap: the text is cut wherever one begins or ends, and each piece names all items
    that it belongs to, the shortest mention first.
    """
    original = record.text or ""
    text = harmless(original)
    stretches = sorted(
        (
            Stretch(start=mention.start, end=mention.end, item=item, number=number)
            for item in items
            for number, mention in enumerate(item.row.mentions, 1)
        ),
        key=lambda stretch: stretch.start,
    )
    starts = [stretch.start for stretch in stretches]
    sentences = [start for start, _ in record.sentences or ()]
    spans = [*(record.sentences or ()), *((stretch.start, stretch.end) for stretch in stretches)]
    wrapped = sorted(start for start, end in spans if "\n" in text[start:end])
    title = plain(record.title or "")
    pieces: list[str] = []
    at = 0
    for start, end in _paragraphs(text, wrapped):
        own = stretches[bisect_left(starts, start) : bisect_left(starts, end)]
        kind = None if _any_between(sentences, start, end) else "furniture"
        if title and plain(original[start:end]) == title:
            kind = "headline"
        pieces += [text[at:start], tag("p", *_pieces(text, start, end, own), class_=kind, dir="auto")]
        at = end
    return joined([*pieces, text[at:]])


def _any_between(numbers: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted ``numbers`` is in the range."""
    return bisect_left(numbers, start) < bisect_left(numbers, end)


def _pieces(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> Iterator[str]:
    """The text between ``start`` and ``end``, cut where a mention begins or ends."""
    cuts = sorted({start, end, *(s.start for s in stretches), *(min(s.end, end) for s in stretches)})
    opened: set[str] = set()
    remaining = deque(stretches)
    active: list[Stretch] = []
    for first, last in pairwise(cuts):
        while remaining and remaining[0].start <= first:
            active.append(remaining.popleft())
        active = [stretch for stretch in active if stretch.end > first]
        if not active:
            yield text[first:last]
            continue
        ordered = sorted(active, key=lambda s: (s.end - s.start, s.item.anchor))
        anchors = [s.item.mention(s.number) for s in ordered]
        begun = [anchor for anchor in anchors if anchor not in opened]
        opened.update(begun)
        yield from (tag("span", id=anchor, class_="at") for anchor in begun[1:])
        yield tag(
            "a",
            text[first:last],
            id=begun[0] if begun else None,
            class_=f"m {ordered[0].item.kind}",
            href=f"#{ordered[0].item.anchor}",
            data_m=" ".join(anchors),
            data_items=" ".join(s.item.anchor for s in ordered) if len(ordered) > 1 else None,
        )


def _paragraphs(text: str, wrapped: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph: parted by blank lines, and by line breaks where lines are not just wrapped.

    Args:
        text: The text.
        wrapped: Where the sentences and mentions begin that go on behind a line break.
    """
    at = 0
    for match in [*_BLANK_LINES.finditer(text), None]:
        end = match.start() if match else len(text)
        if _any_between(wrapped, at, end):
            yield at, end
        else:
            for line in _LINE.finditer(text, at, end):
                if not line.group().isspace():
                    yield line.span()
        at = match.end() if match else end
