"""Calendar units counted from a day, and what is left of them where no day is known."""

from __future__ import annotations

from datetime import date
from typing import Final

from articlelens.temporal.calendar import shift_month
from articlelens.temporal.expressions import CalendarUnit, Expression, SameIn, Shifted
from articlelens.temporal.values import WEEKEND, Calendar

UNKNOWN_DAY: Final = Calendar(open="day")


def unit_of(unit: CalendarUnit, day: date, shift: int) -> Calendar | None:
    """The month, or the longer unit, that lies so many from that of ``day``; None where the calendar ends before."""
    match unit:
        case "month":
            year, month = shift_month(day.year, day.month, shift)
            return Calendar(year=year, month=month) if 1 <= year <= date.max.year else None
        case "quarter":
            year, month = shift_month(day.year, (day.month - 1) // 3 * 3 + 1, 3 * shift)
            return Calendar(year=year, part=f"Q{(month + 2) // 3}") if 1 <= year <= date.max.year else None
        case "year":
            return Calendar(year=day.year + shift) if 1 <= day.year + shift <= date.max.year else None
        case "decade":
            decade = day.year // 10 + shift
            return Calendar(decade=decade) if 0 <= decade <= date.max.year // 10 else None
        case "century":
            century = day.year // 100 + shift
            return Calendar(century=century) if 0 <= century <= date.max.year // 100 else None
        case _:
            return None


def compares(expression: Expression) -> bool:
    """Whether it looks back for a comparison only: ``up from a year earlier``."""
    return isinstance(expression, SameIn) or (
        isinstance(expression, Shifted)
        and expression.anchor == "previous"
        and expression.unit == "year"
        and expression.shift < 0
    )


def unknown(wanted: Shifted) -> Calendar:
    """What is left of a unit where nothing is known to count from."""
    match wanted.unit:
        case "day":
            return UNKNOWN_DAY
        case "week":
            return Calendar(open="week")
        case "month":
            return Calendar(open="month")
        case "quarter":
            return Calendar(part="QX")
        case "weekend":
            return Calendar(weekday=WEEKEND)
        case _:
            return Calendar()
