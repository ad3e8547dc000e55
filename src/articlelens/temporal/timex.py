"""Temporal expressions as ISO-TimeML has them (ISO 24617-1): where they stand and what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from articlelens.record import DateBasis, DateType


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


def find_timexes(text: str, *, reference: str | None = None) -> list[Timex]:
    """Finds the temporal expressions of ``text``, in order, not overlapping.

    Args:
        text: Any text.
        reference: ISO 8601 day that relative expressions are counted from; None where it is not known, and then
            nothing that hangs on it gets a value beyond what the text itself says.
    """
    return []
