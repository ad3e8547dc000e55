"""``articlelens_figures``: numbers with unit, bound and direction, and what they count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from articlelens.pipeline.annotations import DATES, FIGURES, Item, annotate, items, text_blocks

if TYPE_CHECKING:
    from articlelens.quantities import Quantity


# What of a quantity an item has.
_KEYS: Final = ("start", "end", "kind", "value", "low", "high", "unit", "modifier", "change")


class Figures:
    """Finds the figures of a document; calendar dates and clock times are none.

    The items of ``doc.spans["articlelens.figures"]`` have the fields of :class:`articlelens.quantities.Quantity` but
    ``doubt`` and ``restates``, and ``of``.  Without a parse nothing is counted, and a bare number that only its
    sentence could tell from a year or a name is left out.
    """

    def __call__(self, doc: Doc) -> Doc:
        # spaCy imports the modules of all factories at every start: what is heavy waits for the first document.
        from articlelens.pipeline.doubts import is_figure
        from articlelens.quantities import find_quantities

        dates = _Dates([item for item in items(doc, DATES) if item["type"] != "duration"])
        found: list[tuple[Span, Quantity]] = []
        text = doc.text  # put together anew at every asking
        for block in text_blocks(doc):
            kept = False
            begin, end = block["start"], block["end"]
            for quantity in find_quantities(text[begin:end], apart=dates.inside(begin, end)):
                placed = replace(
                    quantity,
                    start=block["start"] + quantity.start,
                    end=block["start"] + quantity.end,
                    restates=quantity.restates and kept,
                )
                span = doc.char_span(placed.start, placed.end, alignment_mode="expand")
                kept = span is not None and not dates.have(placed) and is_figure(span, placed)
                if span is not None and kept:
                    found.append((span, placed))
        annotate(doc, FIGURES, _items(doc, _with_codes(text, found)), label="kind")
        return doc


class _Dates:
    """The dates of a document, none a duration, in order and not overlapping."""

    def __init__(self, dates: list[Item]) -> None:
        self.dates = dates
        self.starts = [date["start"] for date in dates]

    def inside(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where in the text from ``start`` to ``end`` days and times stand, which no figure reaches into."""
        found = self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [(date["start"] - start, date["end"] - start) for date in found if date["type"] != "set"]

    def have(self, quantity: Quantity) -> bool:
        """Whether a date has the figure inside it.

        A date that only touches it (``$5 a day``) does not unmake it, and the interval of a set (``every 33 years``)
        is a duration.
        """
        i = bisect_right(self.starts, quantity.start) - 1
        if i < 0 or quantity.end > self.dates[i]["end"]:
            return False
        return not (self.dates[i]["type"] == "set" and quantity.kind == "quantity")


def _with_codes(text: str, found: list[tuple[Span, Quantity]]) -> list[tuple[Span, Quantity]]:
    """The figures, names of currencies as codes where the article tells whose they are."""
    from articlelens.quantities.namesakes import decide

    codes = decide(text, (quantity.unit for _, quantity in found))
    if not codes:
        return found
    return [(span, replace(quantity, unit=_coded(quantity.unit, codes))) for span, quantity in found]


def _coded(unit: str | None, codes: dict[str, str]) -> str | None:
    name, per, counted_by = (unit or "").partition(" per ")
    return f"{codes[name]}{per}{counted_by}" if name in codes else unit


def _items(doc: Doc, found: list[tuple[Span, Quantity]]) -> list[Item]:
    """The figures as plain data, each with what it counts."""
    from articlelens.pipeline.counted import Counting

    counting = Counting(doc, {token.i for span, _ in found for token in span})
    made: list[Item] = []
    for span, quantity in found:
        item: Item = {key: getattr(quantity, key) for key in _KEYS}
        if quantity.doubt == "age":
            item |= {"kind": "quantity", "unit": "year"}
        of = made[-1]["of"] if quantity.restates else counting.of(span, quantity.kind, item["unit"])
        made.append(item | {"of": of})
    return made


@Language.factory("articlelens_figures", assigns=["doc.spans"])
def make_figures(nlp: Language, name: str) -> Figures:
    """The factory of ``articlelens_figures``."""
    return Figures()
