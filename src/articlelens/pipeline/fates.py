"""What became of those that a number counts, or what they did: ``80 Peruvians were killed``, ``30,000 marched``."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from articlelens.pipeline.counted_words import CASUALTIES, OBJECT_TAGS
from articlelens.quantities.wordsets import wordset

# What may stand between those counted and what became of them.
_HELPERS: Final = wordset("was were is are has have had been being also")
# What crowds do, and what those in danger come to: of such a verb the number is the whole subject.
_ACTS: Final = wordset(
    "died drowned perished survived escaped fled marched rallied protested demonstrated gathered attended voted signed "
    "enrolled applied turned walked"
)
# What is done to people: of such a verb the number is the whole object.
_DONE: Final = wordset("killed injured wounded hurt displaced")
_MAX_HELPERS: Final = 3


def with_fate(figure: Span, of: str) -> str:
    """``of`` with what its clause says became of them: ``80 Peruvians were killed`` counts the Peruvians killed."""
    doc, first = figure.doc, figure.end
    end, last = first, (doc[first].idx if first < len(doc) else 0) + len(of)
    while end < len(doc) and doc[end].idx < last:
        end += 1
    if doc[first:end].text != of:
        return of
    helpers = 0
    while end < len(doc) and doc[end].lower_ in _HELPERS and helpers < _MAX_HELPERS:
        end, helpers = end + 1, helpers + 1
    if end >= len(doc) or doc[end].lower_ not in CASUALTIES or doc[end].tag_ not in ("VBN", "VBD", "JJ"):
        return of
    behind = doc[end + 1] if end + 1 < len(doc) else None
    noun = figure.root.head
    if helpers and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return of  # three of the four suspects were arrested
    told = behind is not None and behind.tag_ in OBJECT_TAGS and not helpers  # the rebels killed 30 soldiers
    return of if told or not (helpers or doc[end].tag_ != "JJ") else f"{of} {doc[end].text}"


def acted(figure: Span) -> str | None:
    """``30,000 marched``, ``floods killed 58``: the verb, where the number stands for those who did or suffered it."""
    doc = figure.doc
    verb: Token | None = doc[figure.end] if figure.end < len(doc) else None
    if verb is not None and verb.lower_ in _ACTS and figure.root.dep_ == "nsubj" and figure.root.head == verb:
        return verb.text
    if figure.root.dep_ == "dobj" and figure.root.head.lower_ in _DONE:
        return figure.root.head.text
    return None
