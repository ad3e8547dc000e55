"""The sentences of the article's own text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from articlelens.pipeline.annotations import NAMES, Item, items, text_blocks


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Start and end of every sentence in code points, without the blanks around it and without page furniture.

    Where nothing has set sentence boundaries, each block is one sentence.  A sentence does not end inside a name that
    the names component has found, whatever the parser thinks.
    """
    blocks = text_blocks(doc)
    if not doc.has_annotation("SENT_START"):
        return [(block["start"], block["end"]) for block in blocks]
    spans: list[tuple[int, int]] = []
    remaining = iter(blocks)
    block = next(remaining, None)
    for sentence in doc.sents:
        text = sentence.text
        start = sentence.start_char + len(text) - len(text.lstrip())
        end = sentence.start_char + len(text.rstrip())
        while block is not None and block["end"] <= start:
            block = next(remaining, None)
        if block is not None and block["start"] <= start < end:
            spans.append((start, end))
    return _without_cut_names(spans, items(doc, NAMES))


def _without_cut_names(spans: list[tuple[int, int]], names: Sequence[Item]) -> list[tuple[int, int]]:
    """``spans``, those joined between which a name goes on."""
    starts = [name["start"] for name in names]
    joined = spans[:1]
    for start, end in spans[1:]:
        before = bisect_left(starts, start) - 1
        if before >= 0 and names[before]["end"] > start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
