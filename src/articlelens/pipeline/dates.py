"""``articlelens_dates``: temporal expressions with their TIMEX3 values."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Final, Literal

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import DATES, PUBLISHED, annotate, text_blocks
from articlelens.pipeline.tense import tense_at
from articlelens.temporal import Evidence, Settings, find_timexes, no_tag, no_tense

# a weekday or a year inside such an entity is part of a name: "Sunday Times", "Friday the 13th"
NAMES: Final = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "GPE", "LOC", "NORP"})


class Dates:
    """Finds the dates of a document, counted from ``doc._.articlelens_published`` where that is set.

    The items of ``doc.spans["articlelens.dates"]`` have the fields of :class:`articlelens.temporal.Timex`; the group's
    ``reference`` is None or a dict of ``value`` and ``basis``.  Tags, parse and entities are used where they are there.
    A :class:`ValueError` says that what was set as the day is none.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        reading = find_timexes(
            doc.text,
            regions=[(block["start"], block["end"]) for block in text_blocks(doc)],
            reference=_published(doc),
            evidence=_evidence(doc),
            settings=self.settings,
        )
        known = reading.reference
        reference = {"value": known.value, "basis": known.basis} if known else None
        annotate(doc, DATES, [asdict(timex) for timex in reading.timexes], label="type", reference=reference)
        return doc


def _published(doc: Doc) -> str | None:
    """The day from which a document counts.

    Raises:
        ValueError: What was set as it is no day.
    """
    published = doc._.get(PUBLISHED)
    try:
        return None if published is None else date.fromisoformat(published).isoformat()
    except (TypeError, ValueError):
        raise ValueError(
            f"doc._.{PUBLISHED} is {published!r}, and has to be a day in ISO 8601, such as '2024-03-14', or None"
        ) from None


def _evidence(doc: Doc) -> Evidence:
    tagged = doc.has_annotation("TAG")
    parsed = tagged and doc.has_annotation("DEP")
    ents = doc.ents
    return Evidence(
        tag=partial(_tag, doc) if tagged else no_tag,
        names=[(ent.start_char, ent.end_char) for ent in ents if ent.label_ in NAMES],
        dates=[(ent.start_char, ent.end_char) for ent in ents if ent.label_ in ("DATE", "TIME")],
        tense=partial(tense_at, doc) if parsed else no_tense,
    )


def _tag(doc: Doc, offset: int) -> str:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0].tag_ if span else ""


@Language.factory(
    "articlelens_dates",
    assigns=["doc.spans"],
    default_config={"day_first": None, "fiscal_year_start": None, "week_start": "monday"},
)
def make_dates(
    nlp: Language,
    name: str,
    *,
    day_first: bool | None,
    fiscal_year_start: int | None,
    week_start: Literal["monday", "sunday"],
) -> Dates:
    """The factory of ``articlelens_dates``.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        day_first: The order of dates in digits; None leaves it to the text.
        fiscal_year_start: The month in which fiscal years begin, 1 to 12; None leaves their days open.
        week_start: The day from which weeks are counted.
    """
    return Dates(Settings(day_first=day_first, fiscal_year_start=fiscal_year_start, week_start=week_start))
