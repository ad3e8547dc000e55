"""``articlelens_figures``: numbers with unit, bound and direction, and what they count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from articlelens.pipeline.annotations import DATES, FIGURES, Item, annotate, items, text_blocks
from articlelens.pipeline.counted import counted, counted_noun
from articlelens.quantities import Quantity, find_quantities

# Entity labels of OntoNotes 5 for names that may have a number in them: iPhone 11, S&P 500, Super Bowl 50.
_NAMED: Final = frozenset({"PRODUCT", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "GPE", "LOC", "PERSON"})
_NUMBERED: Final = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


class Figures:
    """Finds the figures of a document; calendar dates and clock times are none.

    The items of ``doc.spans["articlelens.figures"]`` have the fields of :class:`articlelens.quantities.Quantity` but
    its ``doubt``, and ``of``.  Without a parse nothing is counted, and a bare number that only its sentence could tell
    from a year or a name is left out.
    """

    def __call__(self, doc: Doc) -> Doc:
        dates = [item for item in items(doc, DATES) if item["type"] != "duration"]
        found: list[tuple[Span, Quantity]] = []
        text = doc.text  # put together anew at every asking
        for block in text_blocks(doc):
            for quantity in find_quantities(text[block["start"] : block["end"]]):
                quantity = replace(  # noqa: PLW2901 - the same quantity, counted from the beginning of the document
                    quantity, start=block["start"] + quantity.start, end=block["start"] + quantity.end
                )
                span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
                if span is not None and not _is_date(quantity, dates) and is_figure(span, quantity):
                    found.append((span, quantity))
        annotate(doc, FIGURES, _items(found), label="kind")
        return doc


def _items(found: list[tuple[Span, Quantity]]) -> list[Item]:
    """The figures as plain data, each with what it counts."""
    taken = {token.i for span, _ in found for token in span}
    made: list[Item] = []
    for span, quantity in found:
        item = asdict(quantity)
        del item["doubt"], item["restates"]
        if quantity.doubt == "age":
            item |= {"kind": "quantity", "unit": "year"}
        of = made[-1]["of"] if quantity.restates and made else counted(span, quantity.kind, taken)
        made.append(item | {"of": of})
    return made


def _is_date(quantity: Quantity, dates: list[Item]) -> bool:
    """Whether a date has the figure inside it; one that only touches it (``$5 a day``) does not unmake it."""
    return any(date["start"] <= quantity.start and quantity.end <= date["end"] for date in dates)


def is_figure(span: Span, quantity: Quantity) -> bool:
    """Whether a number is a figure where it stands, and no year, score or part of a name."""
    if quantity.kind != "count" or (quantity.value is None and quantity.doubt is None):
        return True
    label = span[0].ent_type_
    if label in _NAMED and _is_part_of_name(span):
        return False
    if quantity.doubt is None:
        return label not in ("DATE", "TIME") or _counts_several(span)
    return span.doc.has_annotation("DEP") and _DOUBTS.get(quantity.doubt, _counts_several)(span)


def _is_age(span: Span) -> bool:
    return span.start >= 2 and _is_person(span.doc[span.start - 2], span)


def _is_one(span: Span) -> bool:
    """Whether ``one`` is a number: ``one man``, ``one of the men``."""
    if counted_noun(span) is not None:
        return True
    return any(child.lower_ == "of" and _has_noun(child) for child in span.root.rights)


def _is_no_name(span: Span) -> bool:
    """Whether a number behind a capitalised word is no part of the name."""
    if span.end < len(span.doc) and span.doc[span.end].tag_ == "NNP":
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


@Language.factory("articlelens_figures", assigns=["doc.spans"])
def make_figures(nlp: Language, name: str) -> Figures:
    """The factory of ``articlelens_figures``."""
    return Figures()
