"""Temporal expressions as ISO-TimeML has them (ISO 24617-1): where they stand and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articlelens.record import DateBasis, DateType
from articlelens.temporal import calendar_strings
from articlelens.temporal.evidence import NOTHING, Evidence
from articlelens.temporal.expressions import Draft, Numeric
from articlelens.temporal.grammar import find_drafts
from articlelens.temporal.reference import Reference, infer_reference, origin_of
from articlelens.temporal.resolve import Resolver
from articlelens.temporal.settings import DEFAULT, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One temporal expression of a text.

    ``start`` and ``end`` are code-point offsets into the text that was given; ``value``, ``type``, ``from_``, ``to``
    and ``basis`` are those of :class:`articlelens.record.Date`.
    """

    start: int
    end: int
    value: str
    type: DateType
    from_: str | None
    to: str | None
    basis: DateBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The temporal expressions of a text, in order, not overlapping, and what relative ones were counted from."""

    timexes: list[Timex]
    reference: Reference | None


def find_timexes(
    text: str,
    *,
    regions: Iterable[tuple[int, int]] | None = None,
    reference: str | None = None,
    evidence: Evidence = NOTHING,
    settings: Settings = DEFAULT,
) -> Reading:
    """Finds the temporal expressions of ``text``.

    Args:
        text: Any text.
        regions: Start and end of the parts to be read, in text order; None for the whole text.
        reference: ISO 8601 day that relative expressions are counted from; None where it is not known.  Then the year
            that the full dates of the text agree on is used for the dates that lack a year, and nothing else is.
        evidence: What a parse tells about the text.
        settings: Usage that differs.

    Raises:
        ValueError: ``reference`` is no ISO 8601 day.
    """
    spans: Sequence[tuple[int, int]] = [(0, len(text))] if regions is None else list(regions)
    drafts = find_drafts(text, spans, evidence)
    settings = _with_order(drafts, settings)
    if reference is not None:
        day = date.fromisoformat(reference).isoformat()
        known: Reference | None = Reference(value=day, basis="metadata")
    else:
        known = infer_reference(text, drafts, evidence)
    resolver = Resolver(origin_of(known), evidence, settings)
    timexes = []
    for draft in drafts:
        resolved = resolver.resolve(draft)
        if resolved is None:
            continue
        days = resolved.value.days(fiscal_year_start=settings.fiscal_year_start)
        timexes.append(
            Timex(
                start=draft.start,
                end=draft.end,
                value=str(resolved.value),
                type=resolved.type,
                from_=days[0].isoformat() if days else None,
                to=days[1].isoformat() if days else None,
                basis=resolved.basis,
            )
        )
    return Reading(timexes=timexes, reference=known)


def _with_order(drafts: list[Draft], settings: Settings) -> Settings:
    """``settings`` with the order of dates in digits that the text itself shows, where it is not given."""
    if settings.day_first is not None:
        return settings
    orders = {
        order
        for draft in drafts
        if isinstance(draft.expression, Numeric)
        and (order := calendar_strings.order_of(draft.expression.text)) is not None
    }
    return replace(settings, day_first=orders.pop()) if len(orders) == 1 else settings
