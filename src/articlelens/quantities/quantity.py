"""Quantities: where a number stands in a text, what it is, in what unit and with what bound."""

from __future__ import annotations

from dataclasses import dataclass

from articlelens.record import Change, FigureKind, Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One figure of a text, all but what it counts.

    ``start`` and ``end`` are code-point offsets into the text that was given; the other fields are those of
    :class:`articlelens.record.Figure`.
    """

    start: int
    end: int
    kind: FigureKind
    value: float | int | None
    low: float | int | None = None
    high: float | int | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    change: Change | None = None


def find_quantities(text: str) -> list[Quantity]:
    """Finds the figures of ``text``, in order, not overlapping."""
    return []
