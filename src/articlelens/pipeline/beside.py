"""What a figure is said of by its place beside a name, whatever the parse: lists of quotes, and verbs left out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from spacy.tokens import Span, Token

from articlelens.quantities.wordsets import wordset

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


_MOVES: Final = wordset("up down off")


def named_before_move(figure: Span, taken: Collection[int]) -> str | None:
    """``Fallers were A, down 3% at $12, and B, down 2%``: the name that a move stands behind, and a price behind that.

    Not ``Shares in A, down 3%``, nor what is no name: there the parse says more.
    """
    doc, i = figure.doc, figure.start - 1
    if i > 0 and doc[i].lower_ in ("at", "to") and i - 1 in taken:
        i -= 1
        while i in taken:
            i -= 1
    while i > 0 and doc[i].lower_ in _ABOUT:
        i -= 1
    if i < 2 or doc[i].lower_ not in _MOVES or doc[i - 1].text != ",":
        return None
    start = end = i - 1
    while start > 0 and end - start < MAX_WORDS and doc[start - 1].tag_ in ("NNP", "NNPS") and start - 1 not in taken:
        start -= 1
    if start == end or (start and doc[start - 1].tag_ in ("IN", "POS", "TO")):
        return None
    return doc[start:end].text


# A stretch of time behind such a word says when, and measures nothing: "over five years", "in the past 24 hours".
_WITHIN: Final = wordset("over during within throughout since after")
_LAST: Final = wordset("the last past first next coming previous final")
_ABOUT: Final = wordset("a an early about nearly almost than more just")
_TURNED: Final = wordset("ago earlier later")  # behind it
_TIMES: Final = wordset("second minute hour day week month year decade century")


def says_when(figure: Span, unit: str | None) -> bool:
    """Whether a figure only says when something was: ``in the past 24 hours``, ``a million years ago``.

    ``80 km/h in eight seconds`` says how long it took, ``after a five-year journey`` how long the journey was.
    """
    doc, behind = figure.doc, figure.end
    modifies = figure.root.head.i >= behind and figure.root.head.tag_ in NOUNS
    if unit not in _TIMES or modifies:
        return False
    if behind < len(doc) and doc[behind].lower_ in _TURNED:
        return True
    i = figure.start - 1
    while i > 0 and doc[i].lower_ in _LAST | _ABOUT:
        i -= 1
    past = any(token.lower_ in _LAST for token in doc[i + 1 : figure.start])
    return i >= 0 and (doc[i].lower_ in _WITHIN or (past and doc[i].lower_ == "in"))


def is_adverb(noun: Token) -> bool:
    """Whether the noun only says when: ``year on year``, ``two weeks' time``."""
    around = noun.doc[max(noun.i - 2, 0) : noun.i + 3].text.lower()
    return f"{noun.lower_} on {noun.lower_}" in around or (
        noun.lower_ == "time" and noun.nbor(-1 if noun.i else 0).tag_ == "POS"
    )
