"""Calendar dates in free spelling, read by dateparser.

dateparser is handed only what is known to be one full date already, and only a full reading of it is taken: of a part
of a date it would make a guess.  It costs a quarter of a second at its first use and half a millisecond or more a
date, so spelled-out months, which the grammar reads to the same days, do not go this way.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from articlelens.temporal.values import Calendar

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_FIELDS: Final = re.compile(r"(\d{1,2})\D(\d{1,2})\D(\d{2,4})")
MAX_LENGTH: Final = 60  # code points; no date is written longer


def read_numeric(text: str, *, day_first: bool | None = None) -> Calendar | None:
    """The value of a date in digits, such as ``27/7/2023`` or ``07.27.2023``.

    Args:
        text: Two numbers and a year, parted by strokes, dots or hyphens.
        day_first: The order; None where it is not known, and then only the year is taken of what can be read both ways.

    Returns:
        None where no calendar has it in either order.
    """
    fields = _FIELDS.fullmatch(text)
    if fields is None or len(fields[3]) == 3:
        return None
    orders = [day_first] if day_first is not None else [False, True]
    days = {day for order in orders if (day := _read(text, day_first=order)) and _in_order(fields, day, first=order)}
    if len(days) == 1:
        return Calendar.of(days.pop())
    return Calendar(year=next(iter(days)).year) if len({day.year for day in days}) == 1 else None


def order_of(text: str) -> bool | None:
    """Whether a date in digits can only be read with the day first; None where it can be read both ways."""
    fields = _FIELDS.fullmatch(text)
    if fields is None:
        return None
    first, second = int(fields[1]), int(fields[2])
    if first == second or (first <= 12 and second <= 12):
        return None
    return first > 12


def read_day(text: str, *, day_first: bool | None = None) -> date | None:
    """The day of a full date in free spelling, such as ``Thu, 27 Jul 2023 10:00:00 GMT``; None where it is none."""
    if len(text) > MAX_LENGTH or not re.search(r"\d", text):
        return None
    numeric = re.search(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?!\d)", text)
    if numeric:
        value = read_numeric(numeric.group(), day_first=day_first)
        return value.first if value and value.day else None
    return _read(text, day_first=bool(day_first))


def _in_order(fields: re.Match[str], day: date, *, first: bool | None) -> bool:
    """Whether dateparser kept to the order: it turns a date that has no thirteenth month round."""
    number, month = (int(fields[1]), int(fields[2])) if first else (int(fields[2]), int(fields[1]))
    return (day.day, day.month) == (number, month)


@lru_cache(maxsize=1024)
def _read(text: str, *, day_first: bool | None) -> date | None:
    try:
        found = _parser(day_first=bool(day_first)).get_date_data(text)
    except (ValueError, OverflowError):  # years and offsets that datetime does not have
        return None
    if found.date_obj is None or found.period not in ("day", "time"):
        return None
    return found.date_obj.date()


@cache
def _parser(*, day_first: bool) -> DateDataParser:
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY" if day_first else "MDY",
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
            "RETURN_TIME_AS_PERIOD": True,
        },
    )
