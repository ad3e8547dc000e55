"""Values as people write them, for the formats that people read."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from articlelens.record import Date, Figure

_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_JOINERS: Final = "\u200c\u200d"
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
_DECADE: Final = re.compile(r"\d{3}")
_DURATION: Final = re.compile(r"P(?:(?P<days>\d+)(?P<calendar>[YMWD])|T(?P<hours>\d+)(?P<clock>[HMS]))")
_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK_UNITS: Final = {"H": "hour", "M": "minute", "S": "second"}
_PERIODS: Final = {"Q": "quarter {} of", "H": "half {} of", "W": "week {} of"}
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS: Final = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


def plain(text: str) -> str:
    """``text`` on one line, with nothing in it that could steer a terminal.

    Control characters (escape codes), changes of writing direction and what is no character become U+FFFD, all kinds
    of blanks a space; soft hyphens and blanks of no width, which nobody sees, go; joiners, which letters and emoji
    need, stay.
    """
    line = " ".join(text.split()).translate(_UNSEEN)
    return "".join(
        "\ufffd" if unicodedata.category(char) in _UNSAFE and char not in _JOINERS else char for char in line
    )


def date_value(item: Date) -> str:
    """A date as a reader wants it: ``19 Jul 2023``, ``summer 2023``, ``7 months``, else its TIMEX3 value."""
    return timex_in_words(item.value) or plain(item.value)


def timex_in_words(value: str) -> str | None:
    """A TIMEX3 value in words; None where it has none that say more."""
    if calendar := _CALENDAR.fullmatch(value):
        parts = [calendar["day"] and str(int(calendar["day"])), _MONTHS[int(calendar["month"]) - 1]]
        parts += [calendar["year"] if calendar["year"] != "XXXX" else None]
        return " ".join(part for part in parts if part)
    if at := _AT.fullmatch(value):
        when = at["clock"] or _PARTS.get(at["part"])
        return when and f"{timex_in_words(at['day'])}, {when}"
    if period := _PERIOD.fullmatch(value):
        name = _PERIODS[period["of"]].format(int(period["number"])) if period["of"] else _SEASONS.get(period["season"])
        return name and f"{name} {period['year']}"
    if duration := _DURATION.fullmatch(value):
        amount = int(duration["days"] or duration["hours"])
        unit = _UNITS[duration["calendar"]] if duration["calendar"] else _CLOCK_UNITS[duration["clock"]]
        return f"{amount} {unit}{'' if amount == 1 else 's'}"
    return f"the {value}0s" if _DECADE.fullmatch(value) else None


def figure_value(item: Figure) -> str:
    """A figure with bound, direction and unit: ``up about 57 %``, ``USD 90-110 million``, ``more than 80``."""
    words = _CHANGES.get(item.change or "", "") + _MODIFIERS.get(item.modifier or "", "")
    if item.value is not None:
        amount = number(item.value)
    else:
        amount = " to ".join(number(end) for end in (item.low, item.high) if end is not None)
    if item.kind == "ratio" and item.mentions:
        return words + plain(item.mentions[0].text)  # "a third" says more than 0.3333
    unit = plain(item.unit or "")
    if item.kind == "money" and len(unit) == 3:
        return f"{words}{unit} {amount}"
    return f"{words}{amount} {unit if item.value == 1 else plural(unit)}".rstrip()


def plural(unit: str) -> str:
    """A unit behind a number other than one: ``years``, ``degrees Celsius``, ``kilometres per hour``; symbols stay."""
    first, *rest = unit.split(" ")
    if not first.isalpha() or len(first) < 3 or not first.islower() or first.endswith(("s", "hertz")):
        return unit
    if first in _OF_WHAT and rest and rest[0] != "per":  # "square metres", "percentage points"
        return f"{first} {plural(' '.join(rest))}"
    return " ".join([_PLURALS.get(first, first + "s"), *rest])


def number(value: float) -> str:
    """A number as it is printed: ``80``, ``30,000``, ``2.3 million``, ``0.3333``."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{_digits(round(value / scale, 3))} {name}"
    return _digits(value)


def _digits(value: float) -> str:
    whole = int(value) == value
    return f"{int(value):,}" if whole else f"{value:,.6f}".rstrip("0")
