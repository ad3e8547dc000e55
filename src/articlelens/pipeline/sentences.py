"""The sentences of the article's own text."""

from __future__ import annotations

from spacy.tokens import Doc

from articlelens.pipeline.annotations import text_blocks


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Start and end of every sentence in code points, without the blanks around it and without page furniture.

    Where nothing has set sentence boundaries, each block is one sentence.
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
    return spans
