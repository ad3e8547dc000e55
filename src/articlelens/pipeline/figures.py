"""``articlelens_figures``: numbers with unit, bound and direction, and what they count."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

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
        found: list[Item] = []
        for block in text_blocks(doc):
            for quantity in find_quantities(doc.text[block["start"] : block["end"]]):
                item = asdict(quantity) | {"start": block["start"] + quantity.start, "end": block["start"] + quantity.end}
                span = doc.char_span(item["start"], item["end"], alignment_mode="expand")
                if span is None or _is_date(item, dates):
                    continue
                if not is_figure(span, quantity):
                    continue
                del item["doubt"]
                if quantity.doubt == "age":
                    item |= {"kind": "quantity", "unit": "year"}
                found.append(item | {"of": counted(span)})
        annotate(doc, FIGURES, found, label="kind")
        return doc


def _is_date(item: Item, dates: list[Item]) -> bool:
    """Whether a date has the figure inside it; one that only touches it (``$5 a day``) does not unmake it."""
    return any(date["start"] <= item["start"] and item["end"] <= date["end"] for date in dates)


def is_figure(span: Span, quantity: Quantity) -> bool:
    """Whether a number is a figure where it stands, and no year, score or part of a name."""
    if quantity.kind != "count" or quantity.value is None and quantity.doubt is None:
        return True
    label = span[0].ent_type_
    if label in _NAMED and _is_part_of_name(span):
        return False
    if quantity.doubt is None:
        return not (label in ("DATE", "TIME") and not _counts_several(span))
    if not span.doc.has_annotation("DEP"):
        return False
    if quantity.doubt == "age":
        return span.start >= 2 and span.doc[span.start - 2].ent_type_ == "PERSON"
    if quantity.doubt == "one":
        noun = counted_noun(span)
        return noun is not None or any(child.lower_ == "of" for child in span.root.rights)
    if quantity.doubt == "name" and label in _NUMBERED:
        return True
    return label != "DATE" and _counts_several(span)


def _counts_several(span: Span) -> bool:
    """Whether a plural noun behind the number is what it counts."""
    noun = counted_noun(span)
    return noun is not None and noun.tag_ in ("NNS", "NNPS")


def _is_part_of_name(span: Span) -> bool:
    """Whether the entity that the number stands in goes on beside it."""
    return any(
        0 <= i < len(span.doc) and span.doc[i].ent_type_ == span[0].ent_type_ and span.doc[i].ent_iob_ != "O"
        for i in (span.start - 1, span.end)
    )


@Language.factory("articlelens_figures", assigns=["doc.spans"])
def make_figures(nlp: Language, name: str) -> Figures:
    """The factory of ``articlelens_figures``."""
    return Figures()
