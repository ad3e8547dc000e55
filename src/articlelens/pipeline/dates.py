"""``articlelens_dates``: temporal expressions with their TIMEX3 values."""

from __future__ import annotations

from dataclasses import asdict

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import DATES, PUBLISHED, Item, annotate, text_blocks
from articlelens.temporal import find_timexes


class Dates:
    """Finds the dates of a document, counted from ``doc._.articlelens_published`` where that is set.

    The items of ``doc.spans["articlelens.dates"]`` have the fields of :class:`articlelens.temporal.Timex`; the group's
    ``reference`` is None or a dict of ``value`` and ``basis``.
    """

    def __call__(self, doc: Doc) -> Doc:
        published = doc._.get(PUBLISHED)
        found: list[Item] = [
            asdict(timex) | {"start": block["start"] + timex.start, "end": block["start"] + timex.end}
            for block in text_blocks(doc)
            for timex in find_timexes(doc.text[block["start"] : block["end"]], reference=published)
        ]
        reference = {"value": published, "basis": "metadata"} if published else None
        annotate(doc, DATES, found, label="type", reference=reference)
        return doc


@Language.factory("articlelens_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Dates:
    """The factory of ``articlelens_dates``."""
    return Dates()
