"""``articlelens_figures``: numbers with unit, bound and direction, and what they count."""

from __future__ import annotations

from dataclasses import asdict

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import DATES, FIGURES, Item, annotate, items, text_blocks
from articlelens.quantities import find_quantities


class Figures:
    """Finds the figures of a document; calendar dates and clock times are none.

    The items of ``doc.spans["articlelens.figures"]`` have the fields of :class:`articlelens.quantities.Quantity` and
    ``of``.
    """

    def __call__(self, doc: Doc) -> Doc:
        dates = [(item["start"], item["end"]) for item in items(doc, DATES) if item["type"] != "duration"]
        found: list[Item] = []
        for block in text_blocks(doc):
            for quantity in find_quantities(doc.text[block["start"] : block["end"]]):
                start, end = block["start"] + quantity.start, block["start"] + quantity.end
                if not any(start < date_end and date_start < end for date_start, date_end in dates):
                    found.append(asdict(quantity) | {"start": start, "end": end, "of": None})
        annotate(doc, FIGURES, found, label="kind")
        return doc


@Language.factory("articlelens_figures", assigns=["doc.spans"])
def make_figures(nlp: Language, name: str) -> Figures:
    """The factory of ``articlelens_figures``."""
    return Figures()
