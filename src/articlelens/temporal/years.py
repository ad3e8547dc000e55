"""The year that a text leaves out: of a month, a day, a quarter, a season, a holiday."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from articlelens.temporal.calendar import add_months, day_or_none
from articlelens.temporal.evidence import Tense
from articlelens.temporal.expressions import InYear
from articlelens.temporal.holidays import by_name
from articlelens.temporal.values import Calendar

# A day of a month is the nearest one; only beyond so many days does the tense overrule the distance.
NEAR: Final = 75
# A month that begins so soon is the coming one, unless something was done in it: nobody calls the one a year ago by
# its bare name, but where the whole year is told.
NEAR_MONTH: Final = 45
# A weekday comes back to a day of the year after five or six years: it tells among so many on either side.
WEEKDAY_YEARS: Final = 2
SLIP: Final = 14  # days
_START: Final = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}


def nearest_year(wanted: InYear, near: date, tense: Callable[[], Tense | None]) -> int | None:
    """The year of a part of a year, counted from ``near``; None where no year around has it.

    What the words say (``last December``) comes before a weekday that belongs to a year, and the tense of the clause
    before the distance, but for days close by.
    """
    here = _first_day(wanted, near.year)
    if here is None or (wanted.month, wanted.day) == (2, 29):
        return _nearest_leap_year(wanted, near, tense)
    current = _contains(wanted, here, near)
    before = near.year if here <= near else near.year - 1
    after = near.year if here >= near or current else near.year + 1
    match wanted.lean:
        case "past":
            return before - current
        case "future":
            return after + current
        case "this":
            return near.year
        case _:
            year = _year_of_weekday(wanted, near)
            return year or (near.year if current else _by_tense(wanted, near, (before, after), tense))


def _by_tense(  # noqa: PLR0911 - one return a rule
    wanted: InYear, near: date, years: tuple[int, int], tense: Callable[[], Tense | None]
) -> int:
    """The year before or the year after."""
    before, after = years
    to_before, to_after = (_distance(wanted, year, near) for year in years)
    nearest = before if to_before <= to_after else after
    if (wanted.day is not None or wanted.holiday) and min(to_before, to_after) <= NEAR:
        return before if nearest == after and tense() == "done" else nearest
    if wanted.month and to_after <= NEAR_MONTH and tense() != "done":
        return after
    match tense():
        case "past" | "done":
            return before
        case "future":
            return after
        case "planned":  # "the talks, due in February, were put off": it may be over by now, but not for long
            return before if to_before <= NEAR else after
        case None if wanted.part:  # of quarters and seasons news tells what they brought
            return before
        case _:
            return nearest


def _nearest_leap_year(wanted: InYear, near: date, tense: Callable[[], Tense | None]) -> int | None:
    """The year of 29 February; None where ``this Feb. 29`` is none, or the calendar ends before."""
    years = [year for year in range(near.year - 8, near.year + 9) if _first_day(wanted, year)]
    nearest = min(years, key=lambda year: _distance(wanted, year, near), default=None)
    if wanted.lean == "this":
        return near.year if near.year in years else None
    if nearest is None or (wanted.lean is None and _distance(wanted, nearest, near) <= NEAR):
        return nearest
    side = wanted.lean or tense()
    before = [year for year in years if (day := _first_day(wanted, year)) and day < near]
    after = [year for year in years if (day := _first_day(wanted, year)) and day > near]
    if side in ("past", "done"):
        return max(before, default=None)
    return min(after, default=None) if side in ("future", "planned") else nearest


def year_told(wanted: InYear, told: tuple[date, date] | None) -> int | None:
    """The year in which a part of it lies between the days that the text tells of, or close to them."""
    if told is None:
        return None
    years = [
        year
        for year in range(told[0].year - 1, told[1].year + 2)
        if (first := _first_day(wanted, year)) and (told[0] - first).days <= NEAR and (first - told[1]).days <= NEAR
    ]
    return years[0] if len(years) == 1 else None


def _year_of_weekday(wanted: InYear, near: date) -> int | None:
    """The nearest year in which the day has the weekday that the text gives it; None for a day close by.

    A wrong weekday is likelier than another year where the day lies within two weeks.
    """
    if wanted.weekday is None or _distance(wanted, near.year, near) <= SLIP:
        return None
    years = [
        year
        for year in range(near.year - WEEKDAY_YEARS, near.year + WEEKDAY_YEARS + 1)
        if (day := _first_day(wanted, year)) and day.isoweekday() == wanted.weekday
    ]
    return min(years, key=lambda year: _distance(wanted, year, near), default=None)


def within(wanted: InYear, year: int) -> Calendar | None:
    """The part of a year, in ``year``; None where the calendar does not have it."""
    if not 1 <= year <= date.max.year:
        return None
    if wanted.holiday:
        holiday = by_name()[wanted.holiday]
        day = holiday.day(year)
        return None if day is None else Calendar.of_week(day) if holiday.weeks else Calendar.of(day)
    if wanted.day is not None and day_or_none(year, wanted.month or 1, wanted.day) is None:
        return None
    return Calendar(year=year, month=wanted.month, day=wanted.day, part=wanted.part)


def year_beside(wanted: InYear, known: Calendar) -> int | None:
    """The year of the part of a year that comes next after ``known``, or came last before it; None where it is open.

    Of a year alone, ``the following March`` is in the next one.
    """
    days = known.days()
    if days is None or known.year is None:
        return None
    step = 1 if wanted.lean == "future" else -1
    coarse = not (known.month or known.part or known.week)
    first = _first_day(wanted, known.year)
    if coarse or first is None:
        return known.year + step
    return known.year + (step if (first <= days[1] if step > 0 else first >= days[0]) else 0)


def same_unit(known: Calendar, unit: str, year: int) -> Calendar | None:
    """The day, month or other unit that ``known`` is or lies in, in ``year``; None where it is none."""
    match unit:
        case "day" if known.day:
            return Calendar(year=year, month=known.month, day=known.day)
        case "month" if known.month:
            return Calendar(year=year, month=known.month)
        case "week" if known.week:
            return Calendar(year=year, week=known.week)
        case "quarter" | "half" | "period" if known.part and known.part[0] == unit[0].upper():
            return Calendar(year=year, part=known.part, fiscal=known.fiscal)
        case "period" if not known.day and (known.part or known.month):
            return Calendar(year=year, month=known.month, part=known.part, fiscal=known.fiscal)
        case _:
            return None


def holiday_without_year(name: str) -> Calendar:
    """A holiday of no known year: month and day where it has the same ones every year."""
    rule = by_name()[name].rule
    return Calendar(month=rule[0], day=rule[1]) if len(rule) == 2 else Calendar(open="day")


def _first_day(wanted: InYear, year: int) -> date | None:
    if not 1 <= year < date.max.year:
        return None
    if wanted.holiday:
        return by_name()[wanted.holiday].day(year)
    month = wanted.month or _START.get(wanted.part or "", 1)
    return day_or_none(year, month, wanted.day or 1)


def _distance(wanted: InYear, year: int, near: date) -> int:
    """Days between ``near`` and the part of ``year``; very many where the calendar does not have it."""
    return abs(((_first_day(wanted, year) or date.min) - near).days)


def _contains(wanted: InYear, first: date, day: date) -> bool:
    """Whether ``day`` lies in the part of the year that begins with ``first``."""
    if wanted.day is not None or wanted.holiday:
        return first == day
    months = 1 if wanted.month else 6 if wanted.part in ("H1", "H2") else 3
    end = add_months(first, months)
    return first <= day and (end is None or day < end)
