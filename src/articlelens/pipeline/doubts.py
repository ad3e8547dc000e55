"""What settles whether a bare number is a figure: its sentence, by entities, tags and the dependency parse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from spacy.tokens import Span, Token

from articlelens.pipeline.clauses import FINITE
from articlelens.pipeline.counted import counted_noun
from articlelens.pipeline.tallies import tallied
from articlelens.quantities import Quantity
from articlelens.quantities.wordsets import wordset

# Entity labels of OntoNotes 5 for names that may have a number in them: iPhone 11, S&P 500, Super Bowl 50.
_NAMED: Final = frozenset({"PRODUCT", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "GPE", "LOC", "PERSON"})
# Units whose names are parts of names: Three Mile Island, Nine Inch Nails, 24 Hours of Le Mans, 60 Minutes.
_UNITS_IN_NAMES: Final = wordset("mile inch foot yard acre pound second minute hour day week month year")
_DIGIT_AND_LETTER: Final = 2  # 3M
_NUMBERED: Final = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


def is_figure(span: Span, quantity: Quantity) -> bool:
    """Whether a number is a figure where it stands, and no year, score or part of a name."""
    if quantity.unit in _UNITS_IN_NAMES and _is_measure_in_name(span):
        return False
    if quantity.kind != "count" or (quantity.value is None and quantity.doubt is None):
        return True
    label = span[0].ent_type_
    if tallied(span) is not None:
        return True
    if (label in _NAMED and _is_part_of_name(span)) or _begins_name(span) or _acts(span):
        return False
    if quantity.doubt is None:
        return label not in ("DATE", "TIME") or _counts_several(span) or _is_never_date(span)
    return span.doc.has_annotation("DEP") and _DOUBTS.get(quantity.doubt, _counts_several)(span)


def _is_never_date(span: Span) -> bool:
    """Whether a recognizer's date is none for sure: ``ended at 1,334.20``, ``the party took 37``."""
    return "," in span.text or span.root.dep_ == "dobj"


def _acts(span: Span) -> bool:
    """Whether a digit with a capital is somebody who does something: ``3M said``."""
    behind = span.doc[span.end : span.end + 1].text
    verb = span.doc[span.end].tag_ in FINITE if behind else False
    return len(span.text) == _DIGIT_AND_LETTER and span.text[1].isupper() and (verb or behind in ("'s", "’s"))


def _begins_name(span: Span) -> bool:
    """Whether the number is the beginning of a name: ``One Direction``, ``the Three Tenors``, ``11 Pro Max``.

    A capital inside a sentence shows it, and digits before a name in the singular.  Headlines capitalise all their
    words, and so show nothing.
    """
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    if behind is None or not behind.text[:1].isupper() or behind.ent_type_ == "NORP":
        return False
    noun = counted_noun(span) or behind
    of_name = noun.tag_ == "NNP" and not noun.lower_.endswith("s") and noun.ent_type_ != "NORP"
    if not noun.text[:1].isupper() or not (of_name or span[-1].is_title):
        return False
    sentence = _sentence(span)
    start = sentence.start
    written = any(token.is_title for token in span if token.i > start)
    shown = written or (of_name and (span[0].text[0].isdigit() or span.start == start))
    return shown and not _is_headline(span)


def _is_measure_in_name(span: Span) -> bool:
    """Whether the unit is written as names are: ``Three Mile Island``, ``60 Minutes``, ``Nine Inch Nails``."""
    unit = span[-1]
    return unit.is_title and len(unit) > _SHORTEST and not _is_headline(span)


def _is_headline(span: Span) -> bool:
    """Whether all but the small words of the figure's sentence are capitalised."""
    return all(
        token.text[0].isupper() for token in _sentence(span) if token.is_alpha and token.lower_ not in _SMALL_WORDS
    )


def _sentence(span: Span) -> Span:
    """The figure's sentence, or as much of it around the figure as is worth looking at."""
    doc, start, end = span.doc, span.start, span.end
    while start > 0 and not doc[start].is_sent_start and span.start - start < _SENTENCE:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and end - span.end < _SENTENCE:
        end += 1
    return doc[start:end]


_SENTENCE: Final = 40  # tokens on either side
_SHORTEST: Final = 3  # letters of symbols, which have capitals of their own: GHz, Btu
_SMALL_WORDS: Final = wordset("a an the and or but nor of in on at to for by from with as per vs into over off up is")


def _is_age(span: Span) -> bool:
    return span.start >= 2 and _is_person(span.doc[span.start - 2], span)


def _is_one(span: Span) -> bool:
    """Whether ``one`` is a number: ``one man``, ``one of the men``."""
    if counted_noun(span) is not None:
        return True
    return any(child.lower_ == "of" and _has_noun(child) for child in span.root.rights)


def _is_no_name(span: Span) -> bool:
    """Whether a number behind a capitalised word is no part of the name."""
    if _is_headline(span):
        return _stands_apart(span)
    written = span.text[:1].isupper() and span.start > _sentence(span).start
    if written or (span.end < len(span.doc) and span.doc[span.end].tag_ == "NNP"):
        return False
    return _stands_apart(span) and (span[0].ent_type_ in _NUMBERED or _counts_several(span))


def _is_no_year(span: Span) -> bool:
    return span[0].ent_type_ != "DATE" and _counts_several(span)


def _has_noun(preposition: Token) -> bool:
    return any(child.dep_ == "pobj" and child.tag_.startswith("NN") for child in preposition.rights)


def _is_person(name: Token, age: Span) -> bool:
    """Whether the name before a number in commas is a person's, and so the number an age."""
    if name.ent_type_ == "PERSON":
        return True
    return name.tag_ in ("NNP", "NN") and name.ent_type_ in ("", "ORG") and age.root.head.i == name.i


def _counts_several(span: Span) -> bool:
    """Whether a plural noun behind the number is what it counts."""
    noun = counted_noun(span)
    return noun is not None and noun.tag_ == "NNS"


def _stands_apart(span: Span) -> bool:
    """Whether the capitalised word before the number is no part of its phrase: ``in Gaza 80 people``, ``iPhone 11``."""
    before, head = span.doc[span.start - 1], span.root.head
    return head.i != before.i and before.head.i not in (span.root.i, head.i)


def _is_part_of_name(span: Span) -> bool:
    """Whether the entity that the number stands in goes on beside it."""
    return any(
        0 <= i < len(span.doc) and span.doc[i].ent_type_ == span[0].ent_type_ and span.doc[i].ent_iob_ != "O"
        for i in (span.start - 1, span.end)
    )


# What settles a doubt; the others are settled by a plural noun behind the number.
_DOUBTS: Final[dict[str, Callable[[Span], bool]]] = {
    "age": _is_age,
    "one": _is_one,
    "name": _is_no_name,
    "year": _is_no_year,
}
