"""What a figure is said of by its place beside a name, whatever the parse: lists of quotes, and verbs left out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from spacy.tokens import Doc, Span, Token

from articlelens.pipeline.clauses import FINITE
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
    if i > 0 and doc[i + 1].lower_ in ("to", "at") and i in taken:
        while i > 1 and i in taken:  # B by 2.6% to $12
            i -= 1
        i -= 1
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
    while before > 0 and doc[before].ent_type_ == "DATE" and before not in taken:
        before -= 1  # A rose by 2.3% last month and B by 2.6%
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
    if i < 2 or doc[i].lower_ not in _MOVES:
        return None
    start = end = i - (doc[i - 1].text == ",")
    while start > 0 and end - start < MAX_WORDS and _is_of_name(doc[start - 1]) and start - 1 not in taken:
        start -= 1
    begin = start - (start > 0 and doc[start - 1].lower_ == "the")
    before = doc[begin - 1] if begin else None
    if start == end or doc[start].tag_ == "CD":
        return None
    if end == i:  # with the FTSE 100 up 2%: what has a verb, the parse knows
        return doc[begin:end].text if before is not None and before.lower_ == "with" else None
    return None if before is not None and before.tag_ in ("IN", "POS", "TO") else doc[start:end].text


def named_with_at(figure: Span) -> str | None:
    """``with Ms. Vega at 5%``: the name that a share stands behind, whatever the parser hangs it on."""
    return _name_up_to(figure.doc, figure.start - 1, after="with") if _word_before(figure) == "at" else None


def named_before_bracket(figure: Span) -> str | None:
    """``Camp II of Baruntse (7,129m)``: a measure in brackets is of the name before them."""
    doc, behind = figure.doc, figure.end
    closed = behind < len(doc) and doc[behind].text == ")"
    return _name_up_to(doc, figure.start - 1) if closed and _word_before(figure) == "(" else None


def _word_before(figure: Span) -> str:
    return figure.doc[figure.start - 1].lower_ if figure.start else ""


def _name_up_to(doc: Doc, end: int, *, after: str | None = None) -> str | None:
    """The name that ends before a token, and that stands behind the word ``after`` where one is asked for."""
    start = end
    while start > 0 and end - start < MAX_WORDS and doc[start - 1].tag_ in ("NNP", "NNPS"):
        start -= 1
    found = start < end and (after is None or (start > 0 and doc[start - 1].lower_ == after))
    return doc[start:end].text if found else None


def _is_of_name(token: Token) -> bool:
    return token.tag_ in ("NNP", "NNPS") or (token.tag_ == "CD" and token.i > 0 and token.nbor(-1).tag_ == "NNP")


_SENTENCE: Final = 24  # tokens from the beginning of a sentence to the part of what it begins with
_PART_BOUNDS: Final = wordset("only just at least about some nearly almost more than around over fewer")


def whole_before(figure: Span) -> Token | None:
    """``Of the 543 seats, 379 are decided``: the noun of what a sentence begins with, and the figure is a part of."""
    doc, i = figure.doc, figure.start - 1
    while i > 0 and doc[i].lower_ in _PART_BOUNDS:
        i -= 1
    if i < 2 or doc[i].text != "," or doc[figure.end : figure.end + 1].text == "of":
        return None
    first = i
    while first > 0 and not doc[first].is_sent_start and i - first < _SENTENCE:
        first -= 1
    if doc[first].text != "Of":
        return None
    between = doc[first + 1 : i]
    if sum(token.text == "," for token in between) and any(token.tag_ in FINITE for token in between):
        return None  # another clause stands between them
    nouns = [token for token in between if token.dep_ == "pobj" and token.head.i == first]
    return nouns[0] if nouns and nouns[0].tag_ in NOUNS else None


def counted_before_to(figure: Span, taken: Collection[int]) -> str | None:
    """``passed by 84 votes to 30``, ``up from 200 jobs to 300``: what the number before ``to`` counts."""
    doc, i = figure.doc, figure.start - 2
    if i < 1 or doc[i + 1].lower_ != "to" or doc[i].tag_ != "NNS" or i in taken or i - 1 not in taken:
        return None
    return doc[i].text


def is_made_off(figure: Span, taken: Collection[int]) -> bool:
    """Whether it is the runs of ``83 off 61 balls``, which are no balls."""
    behind = figure.end
    return behind + 1 in taken and figure.doc[behind].lower_ == "off"


# Where shots are taken from: shot 54% from the field, 38% from three-point range.
_SHOT_FROM: Final = wordset("field floor range line arc distance stripe deep")


def shot_from(figure: Span) -> str | None:
    """``54% from the field``: where the shots were taken of which so many went in."""
    doc, i = figure.doc, figure.end
    if not figure.text.endswith(("%", "cent", "percent")) or i >= len(doc) or doc[i].lower_ not in ("from", "beyond"):
        return None
    place = next((token for token in doc[i + 1 : i + 6] if token.lower_ in _SHOT_FROM), None)
    return doc[i + 1 : place.i + 1].text if place is not None else None


_LEADS: Final = (("ahead", "of"), ("clear", "of"), ("adrift", "of"), ("behind",))
_NO_RIVALS: Final = wordset("schedule time plan deadline expectations forecasts estimates target")


def is_lead(figure: Span) -> bool:
    """Whether it says by how much somebody leads or trails another: ``two points behind City``."""
    behind = tuple(token.lower_ for token in figure.doc[figure.end : figure.end + 3])
    return _NO_RIVALS.isdisjoint(behind) and any(behind[: len(lead)] == lead for lead in _LEADS)


# A stretch of time behind such a word says when, and measures nothing: "over five years", "in the past 24 hours".
_WITHIN: Final = wordset("over during within throughout since after")
_LAST: Final = wordset("the last past first next coming previous final")
_ABOUT: Final = wordset("a an early about nearly almost than more just")
_TURNED: Final = wordset("ago earlier later before after")  # behind it
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
    if doc[behind : behind + 3].text.lower() == "ahead of schedule":
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


def behind_dateline(subject: Token, verb: Token) -> Token | None:
    """The subject behind the dateline that the parser takes for one: ``DUBAI, May 3 (Reuters) - Crude rose 2%``."""
    doc = subject.doc
    if not subject.is_upper or subject.i > verb.i:
        return None
    dash = next(
        (i for i in range(subject.i + 1, min(verb.i, subject.i + MAX_WORDS)) if doc[i].text in ("-", "–", "—", "--")),
        None,
    )
    if dash is None or doc[dash - 1].text != ")":
        return None
    nouns = (token for token in doc[dash + 1 : verb.i] if token.tag_ in NOUNS)
    return next((noun for noun in nouns if not dash < noun.head.i < verb.i), None)
