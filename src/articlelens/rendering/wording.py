"""Values as people write them, for the formats that people read."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from articlelens.record import Date, Figure

DECIMALS: Final = 3  # more are not scaled, and not written where the text has none
SIGNIFICANT: Final = 12  # digits; a float has about 16, the last ones noise

_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff"))
# Joiners, which letters and emoji need, and direction marks, which move nothing but the sign beside them.
_KEPT: Final = frozenset("\t\n\u061c\u200c\u200d\u200e\u200f")
# The flags of England, Scotland and Wales are sequences with tags (UTS 51, ED-14a); elsewhere tags hide text.
_SUSPECT: Final = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f|[^\\n\\t -~]")
_MODIFIERS: Final = {
    "approximately": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
}
_PLURALS: Final = {"foot": "feet", "inch": "inches", "century": "centuries", "penny": "pence"}
_OF_WHAT: Final = frozenset({"square", "cubic", "percentage", "basis", "nautical", "metric", "light", "fluid", "troy"})
_CHANGES: Final = {"up": "up ", "down": "down "}
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CALENDAR: Final = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
_AT: Final = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?:(?P<clock>\d\d:\d\d)(?::\d\d)?|(?P<part>[A-Z]{2}))")
_PERIOD: Final = re.compile(r"(?P<year>\d{4})-(?:(?P<of>[QHW])(?P<number>\d{1,2})|(?P<season>SP|SU|FA|WI|WE))")
_YEAR: Final = re.compile(r"0\d{3}")  # one that needs "AD" to be told from another number
_DECADE: Final = re.compile(r"\d{3}")
_CENTURY: Final = re.compile(r"\d{2}")  # the years that begin so: 11 is the twelfth
_DURATION: Final = re.compile(r"P(?:(?P<days>\d+)(?P<calendar>[YMWD])|T(?P<hours>\d+)(?P<clock>[HMS]))")
_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK_UNITS: Final = {"H": "hour", "M": "minute", "S": "second"}
_HALVES: Final = {1: "first", 2: "second"}
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS: Final = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


def plain(text: str) -> str:
    """``text`` on one line, with nothing in it that could steer a terminal.

    What :func:`covered` covers is covered, all kinds of blanks are a space; soft hyphens, blanks of no width and
    direction marks, which nobody sees, go; joiners, which letters and emoji need, stay.
    """
    return covered(" ".join(text.split()).translate(_UNSEEN))


def covered(text: str) -> str:
    """``text``, as long, with U+FFFD for what could steer its display.

    That is control characters (escape codes) but for tabs and line breaks, changes of writing direction, hidden tags,
    and what is no character.
    """
    return _SUSPECT.sub(_seen, text)


def _seen(match: re.Match[str]) -> str:
    found = match.group()
    hidden = len(found) == 1 and found not in _KEPT and unicodedata.category(found) in _UNSAFE
    return "\ufffd" if hidden else found


def date_value(item: Date) -> str:
    """A date as a reader wants it: ``19 Jul 2023``, ``summer 2023``, ``7 months``, else its TIMEX3 value."""
    return timex_in_words(item.value) or plain(item.value)


def timex_in_words(value: str) -> str | None:
    """A TIMEX3 value in words; None where it has none that say more."""
    if calendar := _CALENDAR.fullmatch(value):
        parts = [calendar["day"] and str(int(calendar["day"])), _MONTHS[int(calendar["month"]) - 1]]
        parts += [_year(calendar["year"]) if calendar["year"] != "XXXX" else None]
        return " ".join(part for part in parts if part)
    if at := _AT.fullmatch(value):
        when = at["clock"] or _PARTS.get(at["part"])
        return when and f"{timex_in_words(at['day'])}, {when}"
    if period := _PERIOD.fullmatch(value):
        return _period(period)
    if duration := _DURATION.fullmatch(value):
        amount = int(duration["days"] or duration["hours"])
        unit = _UNITS[duration["calendar"]] if duration["calendar"] else _CLOCK_UNITS[duration["clock"]]
        return f"{amount} {unit}{'' if amount == 1 else 's'}"
    return _years(value)


def _years(digits: str) -> str | None:
    """A century, a decade, or an early year."""
    if _CENTURY.fullmatch(digits):
        return f"{_ordinal(int(digits) + 1)} century"
    if _DECADE.fullmatch(digits):
        return f"the {digits}0s"
    return _year(digits) if _YEAR.fullmatch(digits) else None


def _year(digits: str) -> str:
    return f"AD {int(digits)}" if _YEAR.fullmatch(digits) else digits


def _period(period: re.Match[str]) -> str | None:
    number, year = int(period["number"] or 0), _year(period["year"])
    match period["of"]:
        case "Q":
            return f"Q{number} {year}"
        case "H":
            return f"{_HALVES[number]} half of {year}" if number in _HALVES else None
        case "W":
            return f"week {number} of {year}"
    season = _SEASONS.get(period["season"])
    return season and f"{season} {year}"


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def figure_value(item: Figure) -> str:
    """A figure with bound, direction and unit: ``up about 57 %``, ``USD 90-110 million``, ``more than 80``."""
    words = _CHANGES.get(item.change or "", "") + _MODIFIERS.get(item.modifier or "", "")
    if item.mentions and (item.kind == "ratio" or (item.value is not None and _is_computed(item.value, item))):
        return words + plain(item.mentions[0].text)  # "a third" says more than 0.3333
    if item.value is not None:
        amount = number(item.value)
    else:
        amount = " to ".join(number(end) for end in (item.low, item.high) if end is not None)
    unit = plain(item.unit or "")
    if item.kind == "money" and len(unit) == 3:
        return f"{words}{unit} {amount}"
    return f"{words}{amount} {unit if item.value == 1 else plural(unit)}".rstrip()


def _is_computed(value: float, item: Figure) -> bool:
    """Whether a value has more decimals than a reader wants, and not from the text: ``6 feet 2 inches``."""
    digits = _digits(value)
    return len(digits.partition(".")[2]) > DECIMALS and digits not in item.mentions[0].text


def plural(unit: str) -> str:
    """A unit behind a number other than one: ``years``, ``degrees Celsius``, ``kilometres per hour``; symbols stay."""
    first, *rest = unit.split(" ")
    if first in _OF_WHAT and rest and rest[0] != "per":  # "square metres", "percentage points"
        return f"{first} {plural(' '.join(rest))}"
    if not first.isalpha() or len(first) < 3 or not first.islower() or first.endswith(("s", "hertz")):
        return unit
    return " ".join([_PLURALS.get(first, first + "s"), *rest])


def number(value: float) -> str:
    """A number as it is printed, and no other: ``80``, ``2.3 million``, ``1,999,999``, ``0.3333``."""
    exact = _exact(value)
    for scale, name in _SCALES:
        if abs(exact) >= scale:
            scaled = exact / scale
            return f"{_digits(scaled)} {name}" if scaled == round(scaled, DECIMALS) else _digits(exact)
    return _digits(exact)


def _digits(value: float | Decimal) -> str:
    written = f"{_exact(value):,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _exact(value: float | Decimal) -> Decimal:
    """The number that the shortest writing of ``value`` says, without the noise of binary fractions."""
    if isinstance(value, Decimal) or int(value) == value:
        return Decimal(value)
    return Decimal(f"{value:.{SIGNIFICANT}g}")
