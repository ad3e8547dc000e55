"""Tallies that leave out what they count: ``won 287 seats, the Conservatives 96 and the Lib Dems 11``."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from articlelens.quantities.wordsets import wordset

# What is won, and shared out among several.
_PRIZES: Final = wordset(
    "seats votes delegates electors medals constituencies wards councils councillors mandates states"
)
_WINNING: Final = wordset("won took got had has have holds hold held secured gained claimed bagged")
_BEFORE_NAME: Final = wordset(", ; and while with but")
_BEHIND: Final = wordset(", ; . and while with but in")
_NAME_TAGS: Final = frozenset({"NNP", "NNPS", "DT"})
_MAX_NAME: Final = 6
_REACH: Final = 40  # tokens back to what the first of the tally won


def tallied(figure: Span) -> Token | None:
    """What a bare number behind a name counts, where one before it in the sentence says so; else None."""
    doc, i = figure.doc, figure.start - 1
    if len(figure) > 1 or not figure.text.isdigit() or i < _MAX_NAME:
        return None
    if figure.end < len(doc) and doc[figure.end].text not in _BEHIND:
        return None
    i -= doc[i].lower_ in _WINNING
    name = i
    while i > 0 and name - i < _MAX_NAME and doc[i].tag_ in _NAME_TAGS:
        i -= 1
    if i == name or doc[i].text not in _BEFORE_NAME or doc[name].tag_ == "DT":
        return None
    return _prize_in(doc[max(i - _REACH, 0) : i])


def _prize_in(before: Span) -> Token | None:
    """The last prize that a number counts, in the same sentence."""
    for token in reversed(list(before)):
        if token.lower_ in _PRIZES and token.i and token.nbor(-1).tag_ == "CD":
            return token
        if token.is_sent_start:
            break
    return None
