"""What a figure counts or measures, in the text's own words: by what stands beside it, else by the parse."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from spacy.tokens import Doc, Span, Token

from articlelens.pipeline import counted_words as words
from articlelens.pipeline.beside import (
    NOUNS,
    counted_before_to,
    is_lead,
    is_made_off,
    named_before,
    named_before_bracket,
    named_before_move,
    named_in_list,
    named_with_at,
    says_when,
    shot_from,
    whole_before,
)
from articlelens.pipeline.clauses import children_of
from articlelens.pipeline.fates import acted, with_fate
from articlelens.pipeline.phrases import BEFORE_NOUN, MAX_STEPS
from articlelens.pipeline.search import Search
from articlelens.pipeline.tallies import tallied
from articlelens.quantities.wordsets import wordset
from articlelens.record import FigureKind

_HEIGHTS: Final = wordset("metre foot kilometre mile hectare acre")


class Counting:
    """What the figures of one document count or measure.

    Args:
        doc: The document.
        taken: Indices of the tokens of all its figures: none of them is counted itself.
    """

    def __init__(self, doc: Doc, taken: Collection[int] = ()) -> None:
        self.parsed = doc.has_annotation("DEP")
        self.taken = taken
        self.children = children_of(doc)

    def of(self, figure: Span, kind: FigureKind, unit: str | None = None) -> str | None:
        """What ``figure``, of that kind, counts or measures; None where the parse does not say, or says a pronoun."""
        if not self.parsed or says_when(figure, unit) or (kind == "count" and self._stands_alone(figure)):
            return None
        known = named_before(figure) or named_in_list(figure, self.taken) or named_before_move(figure, self.taken)
        if known is None and kind == "percent":
            known = shot_from(figure) or named_with_at(figure)
        if known is None and kind == "quantity" and unit in _HEIGHTS:
            known = named_before_bracket(figure)
        if known is None and kind == "count":
            won = tallied(figure)
            known = won.text if won is not None else None
        search = Search(figure, kind, self.taken, self.children)
        if known is None and counted_noun(figure) is None:
            whole = whole_before(figure)
            known = search.phrase(whole) if whole is not None else None
            if known is None and kind == "count":
                known = counted_before_to(figure, self.taken)
        if known is not None:
            return known
        found = search.of_lead() if is_lead(figure) else search.from_token(figure.root)
        if kind != "count":
            return found
        return with_fate(figure, found) if found is not None else acted(figure)

    def _stands_alone(self, figure: Span) -> bool:
        """Whether what a number counts is left out, and what stands beside it is something else."""
        return _stands_with_more(figure) or is_made_off(figure, self.taken)


def counted_noun(figure: Span) -> Token | None:
    """The noun that the figure stands before and counts, as in ``80 Peruvians``; None where there is none."""
    root = figure.root
    for _ in range(MAX_STEPS):
        head = root.head
        if head == root or root.dep_ not in BEFORE_NOUN - {"nsubj", "advmod"}:
            return None
        if head.tag_ in NOUNS and head.i >= figure.end:
            return head
        root = head
    return None


def _stands_with_more(figure: Span) -> bool:
    """Whether it is a bare number with ``more``, which does not say of what: ``injured 40 more and fled``."""
    more, behind = figure.end, figure.end + 1
    if more >= len(figure.doc) or figure.doc[more].lower_ != words.MORE:
        return False
    return behind == len(figure.doc) or figure.doc[behind].tag_ not in NOUNS | words.DESCRIPTION_TAGS
