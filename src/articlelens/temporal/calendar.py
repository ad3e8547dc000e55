"""Calendar arithmetic on the proleptic Gregorian calendar, without a clock.

Weeks are those of ISO 8601.  Months are counted as months: a month before 31 March is February.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

MONDAY: Final = 1
SATURDAY: Final = 6
SUNDAY: Final = 7


def last_of_month(year: int, month: int) -> int:
    """The number of days of a month.

    Raises:
        ValueError: There is no such month or year.
    """
    date(year, month, 1)
    return monthrange(year, month)[1]


def day_or_none(year: int, month: int, day: int) -> date | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of_month(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, last_of_month(year, month))


def days_of_quarter(year: int, number: int, *, quarters: int = 1) -> tuple[date, date]:
    """The first and the last day of a quarter, or of a half year with ``quarters=2``."""
    last = 3 * quarters * number
    return date(year, last - 3 * quarters + 1, 1), date(year, last, last_of_month(year, last))


def days_of_week(year: int, week: int, weekday: int | str | None) -> tuple[date, date]:
    """The first and the last day of an ISO 8601 week, of a day (1 to 7) of it, or of its weekend (``WE``).

    Raises:
        ValueError: The year has no such week.
    """
    if isinstance(weekday, int):
        day = date.fromisocalendar(year, week, weekday)
        return day, day
    first = date.fromisocalendar(year, week, MONDAY if weekday is None else SATURDAY)
    return first, date.fromisocalendar(year, week, SUNDAY)


def shift_days(day: date, days: int) -> date | None:
    """``day`` moved by a number of days; None where the calendar ends before."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, moved by a number of months."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def add_months(day: date, months: int) -> date | None:
    """``day`` moved by months; the last day of a month stands for a day that the month has not."""
    year, month = shift_month(day.year, day.month, months)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month, min(day.day, last_of_month(year, month)))


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The ``number``-th ``weekday`` (1 Monday to 7 Sunday) of a month, the last one for -1; None where it has none."""
    if number > 0:
        first = date(year, month, 1)
        return day_or_none(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = date(year, month, last_of_month(year, month))
    return date(year, month, last.day - (last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian algorithm, Nature 1876; Meeus 1991)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    correction = century - (century + 8) // 25 + 1
    epact = (19 * golden + century - century // 4 - correction // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches: that of the Julian calendar (Meeus 1991), as the Gregorian has it."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
