"""Clauses: what hangs on each token of the parse, and which participles are no subjects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from spacy.tokens import Doc, Token

FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
_REACH: Final = 12  # tokens back to the verb of the clause before
_MOST: Final = 64  # no clause of news has more; a page of figures without a verb is read as one


def children_of(doc: Doc) -> Callable[[Token], list[Token]]:
    """A function from a token to the first of its children, in text order.

    All are looked up at once: ``token.children`` goes through the token's whole subtree at each asking, so that asking
    for every figure of a page that hangs on one token would take the square of its length.
    """
    children: dict[int, list[int]] = {}
    if doc.has_annotation("DEP"):
        for i, offset in enumerate(doc.to_array("HEAD").astype("int64").tolist()):
            if offset:
                siblings = children.setdefault(i + offset, [])
                if len(siblings) < _MOST:
                    siblings.append(i)
    return lambda token: [doc[i] for i in children.get(token.i, ())]


def is_adverbial(participle: Token) -> bool:
    """Whether what the parser takes for a subject only adds to a clause before it: ``it was mixed, easing later``."""
    start = participle.i
    while start > 0 and not participle.doc[start].is_sent_start and participle.i - start < _REACH:
        start -= 1
    before = participle.doc[start : participle.i]
    return len(before) > 0 and before[-1].text == "," and any(token.tag_ in FINITE for token in before)
