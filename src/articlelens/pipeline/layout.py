"""``articlelens_layout``: sentences end where paragraphs do.

Run before the parser; behind it, the component only says where the blocks are.  A headline has no full stop, and
without this the parser runs it into the first paragraph; the entity recognizer also takes names across a line break
that it does not know to be one.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import BLOCKS, BODY, TITLE, annotate, items

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*?\n[^\S\n]*\n|\s*\Z)", re.DOTALL)


class Layout:
    """Sets sentence starts from ``doc.spans["articlelens.blocks"]``; without it, from blank lines."""

    def __call__(self, doc: Doc) -> Doc:
        if BLOCKS not in doc.spans:
            paragraphs = [{"start": m.start(), "end": m.end(), "kind": BODY} for m in _PARAGRAPH.finditer(doc.text)]
            annotate(doc, BLOCKS, paragraphs, label="kind")
        if doc.has_annotation("DEP"):
            return doc  # a parse is there already, and sentences with it: it stays as it is
        remaining = iter(items(doc, BLOCKS))
        coming, current = next(remaining, None), None
        for token in doc:
            begins = coming is not None and token.idx >= coming["start"]
            while coming is not None and token.idx >= coming["start"]:
                current, coming = coming, next(remaining, None)
            if begins:
                token.is_sent_start = True
            elif current is not None and current["kind"] == TITLE:
                token.is_sent_start = False  # a headline is one sentence, however short of verbs it is
        return doc


@Language.factory("articlelens_layout", assigns=["doc.spans", "token.is_sent_start"])
def make_layout(nlp: Language, name: str) -> Layout:
    """The factory of ``articlelens_layout``."""
    return Layout()
