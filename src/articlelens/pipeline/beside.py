"""What a figure is said of by its place beside a name, whatever the parse: lists of quotes, and verbs left out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from spacy.tokens import Span

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
MAX_WORDS: Final = 12  # no name or phrase of news that a figure is said of is longer
_IN_NAMES: Final = NOUNS | {"CC", "DT", "JJ", "POS"}


def named_before(figure: Span) -> str | None:
    """``Dow +0.2% Nasdaq -0.8%``: in lists of quotes the name stands before its figure, whatever the parse."""
    i = figure.start - 1
    if i < 0 or figure.text[0] not in "+-−" or figure.doc[i].tag_ not in ("NNP", "NNPS", "CD"):
        return None
    start = i
    while start > 0 and i - start < MAX_WORDS and figure.doc[start].ent_iob_ == "I":
        start -= 1
    return figure.doc[start : i + 1].text


def named_in_list(figure: Span, taken: Collection[int]) -> str | None:
    """``A was down 2.3%, B by 2.6%``: what the second figure is said of, where its clause leaves out the verb."""
    doc, i = figure.doc, figure.start - 2
    if i < 2 or doc[i + 1].lower_ not in ("by", "between") or doc[i].tag_ not in NOUNS:
        return None
    start = i
    while start > 1 and i - start < MAX_WORDS and doc[start - 1].tag_ in _IN_NAMES and start - 1 not in taken:
        start -= 1
    while doc[start].tag_ == "CC":
        start += 1
    before = start - 1
    while before > 0 and doc[before].lower_ in (",", "and", "while"):
        before -= 1
    return doc[start : i + 1].text if before < start - 1 and before in taken else None
