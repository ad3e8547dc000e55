"""The reference date: the day that an article counts from, as far as the article itself tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from articlelens.record import ReferenceBasis
from articlelens.temporal import calendar_strings
from articlelens.temporal.calendar import day_or_none
from articlelens.temporal.evidence import NOTHING, Evidence
from articlelens.temporal.expressions import Draft, Fixed, InYear, OfDay
from articlelens.temporal.grammar import find_drafts
from articlelens.temporal.resolve import Origin
from articlelens.temporal.values import Calendar

MAX_HEADER: Final = 120  # code points of a line that says when the article was published

# "Published July 27, 2023", "Posted on: 27/7/2023 10:15", "Publication date: Thu 27 Jul 2023 10.15 BST"
_HEADER: Final = (
    r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|issued|date|dated|created|"
    r"publication date)\b(?: (?:on|at))?\s*:?\s*)(?P<date>.*)"
)
_LATER: Final = re.compile(r"(?:last )?(?:updated|modified)", re.IGNORECASE)
_BESIDES: Final = re.compile(
    r",?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day)?"
    r"[\s,|·•@/-]*(?:at|by|et|est|edt|gmt|utc|bst|updated|published|min read)?[\s\d:.,|·•apm-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What relative dates are counted from.

    ``value`` is an ISO 8601 day, or a year where the text gives no more, and ``basis`` who gave it; ``told`` are the
    first and the last of the full dates that gave the year, and ``recurs`` says that the last one stands in the text
    without its year too.
    """

    value: str
    basis: ReferenceBasis
    told: tuple[date, date] | None = None
    recurs: bool = False


def origin_of(reference: Reference | None) -> Origin | None:
    """The reference as the resolver takes it."""
    if reference is None:
        return None
    if reference.told is None:
        return Origin(day=date.fromisoformat(reference.value))
    return Origin(told=reference.told, recurs=reference.recurs)


def infer_reference(text: str, drafts: Sequence[Draft], evidence: Evidence = NOTHING) -> Reference | None:
    """The year that the full dates of a text agree on.

    A writer leaves out the year that is the reader's own.  So the best witness is a day that stands in the text with
    its year and without: it is the latest full date then, and the others may be of the year before.  Else at least
    two full dates have to be of one year.  A later year named alone speaks against it, a birthday says nothing, and a
    date that is yet to come is heard only where there is no other.
    """
    days: set[date] = set()
    coming: set[date] = set()
    years: list[int] = []
    for draft in drafts:
        day = _full_day(draft)
        ahead = evidence.tense(draft.start, draft.end) in ("future", "planned")
        if day is not None:
            if not _of_old().search(text, max(draft.start - 30, 0), draft.start):
                (coming if ahead else days).add(day)
        elif not ahead and (year := _year_alone(draft)) is not None:
            years.append(year)
    told = days or coming
    if not told:
        return None
    oldest, newest = min(told), max(told)
    recurs = _named_again(newest, drafts)
    agree = newest.year - oldest.year <= 1 if recurs else newest.year == oldest.year and len(told) > 1
    if not agree or any(year > newest.year for year in years):
        return None
    return Reference(value=f"{newest.year:04d}", basis="text", told=(oldest, newest), recurs=recurs)


def _named_again(day: date, drafts: Sequence[Draft]) -> bool:
    """Whether the text names ``day`` without its year as well."""
    return any(
        isinstance(found := draft.expression, InYear)
        and found.year is None
        and (found.month, found.day) == (day.month, day.day)
        for draft in drafts
    )


def _year_alone(draft: Draft) -> int | None:
    if isinstance(draft.expression, Fixed) and isinstance(draft.expression.value, Calendar):
        return None if draft.expression.value.bc else draft.expression.value.year
    return None


def _full_day(draft: Draft) -> date | None:
    expression = draft.expression.day if isinstance(draft.expression, OfDay) else draft.expression
    if isinstance(expression, Fixed) and isinstance(expression.value, Calendar):
        value = expression.value
        return value.first if value.day is not None else None
    if isinstance(expression, InYear) and isinstance(expression.year, int) and expression.day is not None:
        return day_or_none(expression.year, expression.month or 1, expression.day)
    return None


def header_day(line: str) -> date | None:
    """The day of a line that says when the article was published; None where the line is none.

    Args:
        line: One line, without the blanks around it.
    """
    if not _may_be_header(line):
        return None
    line = _plainly(line)
    match = _header().match(line)
    if match is None:
        return _leading_day(line)[0] if is_day(line) else None
    day, _ = _leading_day(match["date"])
    return day or calendar_strings.read_day(match["date"])


def is_day(line: str) -> bool:
    """Whether a line is a full date and nothing else but its time."""
    if not _may_be_header(line):
        return False
    line = _plainly(line)
    day, end = _leading_day(line)
    return day is not None and _BESIDES.fullmatch(line, end) is not None


def _may_be_header(line: str) -> bool:
    return len(line) <= MAX_HEADER and any(char.isdigit() for char in line)


_HYPHENS: Final = re.compile(r"\b(\d{1,2})-([A-Za-z]{3,9})-(\d{4})\b")
_POINT: Final = re.compile(r"\b(\d{1,2})\.(\d\d)(?= ?(?:[ap]\.?m\b|[A-Z]{2,4}\b))")


def _plainly(line: str) -> str:
    """A header line with its day and its time as prose has them: ``4 Mar 2024 06:00 GMT`` for ``4-Mar-2024 06.00 GMT``.

    Machines and some papers' style sheets write so, and only in such lines.
    """
    return _POINT.sub(r"\1:\2", _HYPHENS.sub(r"\1 \2 \3", line))


def is_update(line: str) -> bool:
    """Whether a header line says when the article was changed, not when it was published."""
    return _LATER.match(line) is not None


def full_day(text: str) -> date | None:
    """The day of a text that is one full date, such as ``July 27, 2023``; None where it is none."""
    day, end = _leading_day(text)
    return day if day is not None and end == len(text) else None


@cache
def _of_old() -> re.Pattern[str]:
    return re.compile(r"\b(?:born|founded|established|dating|dates|dated|since)\b[\w\s,]{0,16}\Z")


@cache
def _header() -> re.Pattern[str]:
    return re.compile(_HEADER, re.IGNORECASE)


def _leading_day(text: str) -> tuple[date | None, int]:
    """The full date that ``text`` begins with, and where it ends."""
    for draft in find_drafts(text, [(0, len(text))], NOTHING):
        if draft.start == 0 or (draft.start <= 5 and text[: draft.start].strip(" ,").lower() in _WEEKDAYS_SHORT):
            return _full_day(draft), draft.end
        return None, 0
    return None, 0


_WEEKDAYS_SHORT: Final = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun", "on"})
