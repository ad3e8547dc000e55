"""``articlelens_layout``: sentences end where paragraphs do.

Run before the parser.  A headline has no full stop, and without this the parser runs it into the first paragraph;
the entity recognizer also takes names across a line break that it does not know to be one.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import BLOCKS, BODY, annotate, items

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*?\n[^\S\n]*\n|\s*\Z)", re.DOTALL)


class Layout:
    """Sets sentence starts from ``doc.spans["articlelens.blocks"]``; without it, from blank lines."""

    def __call__(self, doc: Doc) -> Doc:
        if BLOCKS not in doc.spans:
            paragraphs = [{"start": m.start(), "end": m.end(), "kind": BODY} for m in _PARAGRAPH.finditer(doc.text)]
            annotate(doc, BLOCKS, paragraphs, label="kind")
        starts = iter([block["start"] for block in items(doc, BLOCKS)])
        pending = next(starts, None)
        for token in doc:
            if pending is not None and token.idx >= pending:
                token.is_sent_start = True
                while pending is not None and pending <= token.idx:
                    pending = next(starts, None)
        return doc


@Language.factory("articlelens_layout", assigns=["doc.spans", "token.is_sent_start"])
def make_layout(nlp: Language, name: str) -> Layout:
    """The factory of ``articlelens_layout``."""
    return Layout()
