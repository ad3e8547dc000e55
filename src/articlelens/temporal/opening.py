"""Hours that come round with their weekdays: ``10 a.m. to 5 p.m. Tuesday through Sunday`` is no day of one week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from articlelens.temporal.evidence import Evidence
from articlelens.temporal.expressions import DayOfWeek, Draft, Fixed, OfDay
from articlelens.temporal.shifts import UNKNOWN_DAY
from articlelens.temporal.values import Calendar

_THROUGH: Final = re.compile(r"\s?(?:to|through|thru|until|till|[-–])\s?")
_HOURS: Final = re.compile(r"\s?(?:to|and|until|till|[-–])\s?")
_BESIDE: Final = re.compile(r"[,:]?\s(?:from\s|between\s)?")
# One week's alone: "will be open 8 a.m. to noon Friday through Sunday".
_ONCE: Final = re.compile(r"\b(?:will|shall|would|to|this|next|last)\s[^.;]{0,60}\Z|['’]ll\s[^.;]{0,60}\Z")
_REACH: Final = 80  # code points before the hours in which it is told that they are one week's
_OVER: Final = frozenset({"past", "done", "planned"})


def weekly_hours(drafts: Sequence[Draft], text: str, evidence: Evidence) -> list[Draft]:
    """``drafts`` in text order, hours of a range of weekdays as sets where nothing says that they are one week's."""
    found = list(drafts)
    for index in range(len(found) - 1):
        first, last = found[index], found[index + 1]
        if not (_is_weekday(first) and _is_weekday(last)) or not _THROUGH.fullmatch(text, first.end, last.start):
            continue
        hours = [*_hours_before(found, index, text), *_hours_behind(found, index + 1, text)]
        begin = min((first.start, *(found[hour].start for hour in hours)))
        if hours and _comes_round(first, begin, text, evidence):
            for changed in {*hours, index, index + 1}:
                found[changed] = _recurring(found[changed])
    return found


def _is_weekday(draft: Draft) -> bool:
    """Whether it is a day of a week that nothing tells, perhaps with a time."""
    day = draft.expression.day if isinstance(draft.expression, OfDay) else draft.expression
    return isinstance(day, DayOfWeek) and day.lean is None and day.weeks is None


def _is_hour(draft: Draft) -> bool:
    return isinstance(draft.expression, OfDay) and draft.expression.day is None


def _hours_before(drafts: list[Draft], index: int, text: str) -> list[int]:
    """``10 a.m. to 5 p.m. Tuesday``, the day with the second hour."""
    pair = index > 0 and isinstance(drafts[index].expression, OfDay) and _is_hour(drafts[index - 1])
    return [index - 1] if pair and _HOURS.fullmatch(text, drafts[index - 1].end, drafts[index].start) else []


def _hours_behind(drafts: list[Draft], index: int, text: str) -> list[int]:
    """``Friday 9 a.m. to 5 p.m.``, ``Friday, from 9 a.m. to 5 p.m.``: the day with the first hour, or before it."""
    hours = [index] if isinstance(drafts[index].expression, OfDay) else []
    last = index
    for hour in range(index + 1, min(index + 3 - len(hours), len(drafts))):
        joint = _HOURS if hours else _BESIDE
        if not _is_hour(drafts[hour]) or not joint.fullmatch(text, drafts[last].end, drafts[hour].start):
            break
        hours.append(hour)
        last = hour
    return hours if len(hours) > 1 else []


def _comes_round(day: Draft, begin: int, text: str, evidence: Evidence) -> bool:
    if _ONCE.search(text, max(begin - _REACH, 0), begin):
        return False
    return evidence.tense(day.start, day.end) not in _OVER


def _recurring(draft: Draft) -> Draft:
    """The weekday, the hour or both as what comes round."""
    expression = draft.expression
    day = expression.day if isinstance(expression, OfDay) else expression
    value = Calendar(weekday=day.weekday) if isinstance(day, DayOfWeek) else UNKNOWN_DAY
    if isinstance(expression, OfDay):
        value = replace(value, time=expression.time)
    return replace(draft, expression=Fixed(value, "set"))
