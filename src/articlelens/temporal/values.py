"""TIMEX3 values (ISO-TimeML, ISO 24617-1; Pustejovsky et al. 2010): parsed, written, and the days that they cover.

A calendar value is written from the left, coarse to fine, and ends where knowledge ends; what is not known in the
middle is ``X``: ``2023-07-19``, ``XXXX-07-19``, ``2023-W30-WE``, ``2023-07-19TMO``.  A decade is three digits
(``198``), a century two (``19``, the years 1900 to 1999), both as TempEval-3 writes them.  ``FY`` before a year is
TIMEX2's fiscal year, ``BC`` its year before Christ (Ferro et al. 2005).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Literal

from articlelens.temporal.calendar import days_of_month, days_of_quarter, days_of_week, last_of_month, shift_month

Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]

SEASONS: Final = ("SP", "SU", "FA", "WI")
DAY_PARTS: Final = ("MO", "MI", "AF", "EV", "NI", "DT")
WEEKEND: Final = "WE"

_YEAR = (
    r"(?:(?P<fiscal>FY)?(?P<year>\d{4}|XXXX)|(?P<decade>\d{3}|XX\d)|(?P<century>\d{2})"
    r"|BC(?:(?P<year_bc>\d{4})|(?P<decade_bc>\d{3})|(?P<century_bc>\d{2})))"
)
_PART = (
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?"
    r"|-(?P<part>Q[1-4X]|H[1-2]|SP|SU|FA|WI)"
    r"|-W(?P<week>\d\d|XX)(?:-(?P<weekday>[1-7]|WE))?)?"
)
_TIME = r"(?:T(?P<time>\d\d(?::\d\d(?::\d\d)?)?Z?|MO|MI|AF|EV|NI|DT))?"
_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
_DURATION = (
    rf"P(?=[\dXT])(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}D)?"
    rf"(?:T(?=[\dX])(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A calendar value.  A field that is None is not known, or is finer than the value goes.

    ``year`` is 1 to 9999, ``decade`` the year without its last digit, ``century`` without its last two;
    ``decade_only`` the last digit of a decade whose century is not known.  ``open`` is the unit that the value goes
    down to where its number is not known: ``XXXX-XX``, ``2023-07-XX``.  ``time`` is what stands behind the ``T``.
    ``bc`` counts years, decades and centuries back from the year 1.
    """

    year: int | None = None
    decade: int | None = None
    decade_only: int | None = None
    century: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    week: int | None = None
    weekday: int | str | None = None
    open: Literal["day", "week", "month"] | None = None
    time: str | None = None
    fiscal: bool = False
    bc: bool = False

    @classmethod
    def of(cls, day: date) -> Calendar:
        """The value of one day."""
        return cls(year=day.year, month=day.month, day=day.day)

    @classmethod
    def of_week(cls, day: date) -> Calendar:
        """The value of the ISO 8601 week of ``day``."""
        year, week, _ = day.isocalendar()
        return cls(year=year, week=week)

    def __str__(self) -> str:
        return f"{'BC' if self.bc else ''}{self._year()}{self._rest()}{'T' + self.time if self.time else ''}"

    def _year(self) -> str:
        if self.century is not None:
            return f"{self.century:02d}"
        if self.decade is not None:
            return f"{self.decade:03d}"
        if self.decade_only is not None:
            return f"XX{self.decade_only}"
        return ("FY" if self.fiscal else "") + ("XXXX" if self.year is None else f"{self.year:04d}")

    def _rest(self) -> str:
        if self.part:
            return f"-{self.part}"
        if self.week is not None or self.weekday is not None or self.open == "week":
            week = "XX" if self.week is None else f"{self.week:02d}"
            return f"-W{week}" + ("" if self.weekday is None else f"-{self.weekday}")
        if self.month is None and self.open is None:
            return ""
        month = "XX" if self.month is None else f"{self.month:02d}"
        day = "-XX" if self.open == "day" else "" if self.day is None else f"-{self.day:02d}"
        return f"-{month}{day}"

    def days(  # noqa: PLR0911 - one return a kind
        self, *, fiscal_year_start: int | None = None
    ) -> tuple[date, date] | None:
        """The first and the last day that the value covers; None where it does not say.

        A season's days hang on the hemisphere, a fiscal year's on the company: neither has days of its own.  Years BC
        have none in ISO 8601's four digits.

        Args:
            fiscal_year_start: The month in which fiscal years begin, each named after the year that it ends in.
        """
        if self.part in SEASONS or self.open or self.decade_only is not None or self.bc:
            return None
        if self.fiscal:
            return self._fiscal_days(fiscal_year_start)
        if self.century is not None:
            return _years(self.century * 100, self.century * 100 + 99)
        if self.decade is not None:
            return _years(self.decade * 10, self.decade * 10 + 9)
        if self.year is None:
            return None
        try:
            return self._days(self.year)
        except ValueError:
            return None

    def _fiscal_days(self, start: int | None) -> tuple[date, date] | None:
        if start is None or self.year is None:
            return None
        count = 3 if (self.part or "")[:1] == "Q" else 6 if self.part else 12
        number = int(self.part[1]) if self.part and self.part[1] != "X" else 1
        begin = shift_month(self.year - (start > 1), start, count * (number - 1))
        end = shift_month(*begin, count - 1)
        if begin[0] < date.min.year or end[0] > date.max.year:
            return None
        return date(*begin, 1), date(*end, last_of_month(*end))

    def _days(self, year: int) -> tuple[date, date] | None:  # noqa: PLR0911 - one return a kind
        if self.part:
            number = self.part[1:]
            if number == "X":
                return None
            return days_of_quarter(year, int(number), quarters=1 if self.part[0] == "Q" else 2)
        if self.week is not None:
            return days_of_week(year, self.week, self.weekday)
        if self.weekday is not None or (self.day is not None and self.month is None):
            return None
        if self.month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if self.day is None:
            return days_of_month(year, self.month)
        return date(year, self.month, self.day), date(year, self.month, self.day)

    @property
    def first(self) -> date | None:
        """The first day that the value covers."""
        days = self.days()
        return days[0] if days else None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, or how often something happens, as ISO 8601 writes it: ``P7M``, ``PT5H30M``, ``PXD``."""

    text: str

    def __str__(self) -> str:
        return self.text

    def days(self, *, fiscal_year_start: int | None = None) -> None:
        """A length of time covers no days of the calendar."""


@dataclass(frozen=True, slots=True)
class Vague:
    """The past, the present or the future."""

    text: Reference

    def __str__(self) -> str:
        return self.text

    def days(self, *, fiscal_year_start: int | None = None) -> None:
        """None: it covers no days that can be named."""


Value = Calendar | Duration | Vague


def parse(text: str) -> Value:
    """The value that ``text`` writes; ``str`` of it is ``text``.

    Raises:
        ValueError: It is no TIMEX3 value, or names a day that the calendar does not have.
    """
    if text in ("PAST_REF", "PRESENT_REF", "FUTURE_REF"):
        return Vague(text)  # type: ignore[arg-type]  # narrowed by the test before
    calendar, duration = _patterns()
    if duration.fullmatch(text):
        return Duration(text)
    match = calendar.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no TIMEX3 value")
    value = _calendar(match)
    _check(value, text)
    return value


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_YEAR + _PART + _TIME, re.ASCII), re.compile(_DURATION, re.ASCII)


def _calendar(match: re.Match[str]) -> Calendar:
    decade = match["decade"] or match["decade_bc"]
    known_decade = decade is not None and not decade.startswith("XX")
    return Calendar(
        year=_number(match["year"] or match["year_bc"]),
        decade=int(decade) if known_decade else None,
        decade_only=int(decade[2]) if decade and not known_decade else None,
        century=_number(match["century"] or match["century_bc"]),
        month=_number(match["month"]),
        day=_number(match["day"]),
        part=match["part"],
        week=_number(match["week"]),
        weekday=int(match["weekday"]) if match["weekday"] in set("1234567") else match["weekday"],
        open=_open(match),
        time=match["time"],
        fiscal=bool(match["fiscal"]),
        bc=match.string.startswith("BC"),
    )


def _open(match: re.Match[str]) -> Literal["day", "week", "month"] | None:
    if match["day"] == "XX":
        return "day"
    if match["week"] == "XX" and match["weekday"] is None:
        return "week"
    return "month" if match["month"] == "XX" and match["day"] is None else None


def _check(value: Calendar, text: str) -> None:
    finer = value.month or value.day or value.part or value.week or value.weekday or value.time
    century_or_decade = value.century is not None or value.decade is not None or value.decade_only is not None
    if str(value) != text or (century_or_decade and finer) or value.year == 0:
        raise ValueError(f"{text!r} is no TIMEX3 value")
    if value.month is not None:  # 2000 is a leap year: it has every day that some year has
        last = last_of_month(value.year or 2000, value.month)
        if value.day is not None and not 1 <= value.day <= last:
            raise ValueError(f"{text!r}: the month has no such day")
    if value.week is not None:
        days_of_week(value.year or 2020, value.week, value.weekday)
    if value.time:
        _check_clock(value.time, text)


def _check_clock(time: str, text: str) -> None:
    if time[0].isdigit():
        hour, *smaller = (int(number) for number in time.removesuffix("Z").split(":"))
        if hour > 24 or any(number > 59 for number in smaller) or (hour == 24 and any(smaller)):
            raise ValueError(f"{text!r}: no clock shows this")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None


def _years(first: int, last: int) -> tuple[date, date] | None:
    return (date(max(first, 1), 1, 1), date(last, 12, 31)) if last <= date.max.year else None
