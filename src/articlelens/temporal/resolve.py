"""From typed expressions to values: against the reference date, and the dates before them in the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from articlelens.record import DateBasis, DateType
from articlelens.temporal import calendar_strings
from articlelens.temporal.calendar import add_months, nth_weekday, shift_days
from articlelens.temporal.evidence import Evidence, Tense
from articlelens.temporal.expressions import (
    Beside,
    DayOfWeek,
    Draft,
    Expression,
    Fixed,
    InYear,
    NextTo,
    NthWeekday,
    Numeric,
    OfDay,
    SameIn,
    Shifted,
    ShortDecade,
    WeekOf,
    YearOf,
)
from articlelens.temporal.settings import Settings
from articlelens.temporal.shifts import UNKNOWN_DAY, compares, unit_of, unknown
from articlelens.temporal.values import WEEKEND, Calendar, Vague, Value
from articlelens.temporal.years import holiday_without_year, nearest_year, same_unit, within, year_beside, year_told

# How many sentences an earlier date of the text stays the one that "the next day" is counted from.
MEMORY: Final = 3
# On a Monday or a Tuesday "this weekend" may be the one that was.
NEWLY_BEGUN: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What expressions are counted from: the reference day, or only the days between which the text tells.

    ``last year`` and the like are counted from the day only: an article may well tell of a year that is not its own.
    ``recurs`` says that one of the days told stands in the text without its year too.
    """

    day: date | None = None
    told: tuple[date, date] | None = None
    recurs: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, its type, and what it was resolved against."""

    value: Value
    type: DateType
    basis: DateBasis


class Resolver:
    """Resolves the expressions of one text, in text order.

    Args:
        origin: What relative expressions are counted from; None where it is not known.
        evidence: What a parse tells.
        settings: Usage that differs.
    """

    def __init__(self, origin: Origin | None, evidence: Evidence, settings: Settings) -> None:
        self._origin = origin
        self._evidence = evidence
        self._settings = settings
        self._previous: Calendar | None = None
        self._previous_sentence = -MEMORY - 1
        self._named: Calendar | None = None  # the last date with a year of its own, which "that year" is
        self._named_sentence = -MEMORY - 1
        self._start = self._end = 0

    def resolve(self, draft: Draft) -> Resolved | None:
        """The value of ``draft``; None where the calendar has none."""
        self._start, self._end = draft.told or (draft.start, draft.end)
        if draft.sentence - self._previous_sentence > MEMORY:
            self._previous = None
        if draft.sentence - self._named_sentence > MEMORY:
            self._named = None
        found = self._resolve(draft.expression)
        if found and isinstance(found.value, Calendar) and found.value.first and not compares(draft.expression):
            self._previous, self._previous_sentence = found.value, draft.sentence
            if not (
                isinstance(draft.expression, InYear) and draft.expression.year is None and found.basis != "explicit"
            ):
                self._named, self._named_sentence = found.value, draft.sentence
        elif found and isinstance(found.value, Calendar) and found.value.bc:
            self._previous = None  # "ten years later" is not counted from a date before it
        return found

    def _resolve(self, expression: Expression) -> Resolved | None:  # noqa: C901, PLR0911 - one branch a kind
        match expression:
            case Fixed(value, kind, basis):
                return Resolved(value, kind, "none" if isinstance(value, Vague) else basis)
            case InYear():
                return self._in_year(expression)
            case DayOfWeek():
                return self._day_of_week(expression)
            case NthWeekday():
                return self._nth_weekday(expression)
            case Shifted():
                return self._shifted(expression)
            case OfDay():
                return self._of_day(expression)
            case ShortDecade(digit=digit):
                return self._short_decade(digit)
            case Beside():
                return self._beside(expression)
            case SameIn():
                return self._same_in(expression)
            case NextTo():
                return self._next_to(expression)
            case WeekOf(day=day):
                return self._week_of(day)
            case Numeric(text=text):
                return self._numeric(text)

    # -- parts of a year

    def _in_year(self, wanted: InYear) -> Resolved | None:
        if isinstance(wanted.year, int):
            value = within(wanted, wanted.year)
            return Resolved(self._fiscal(value, wanted), "date", "explicit") if value else None
        basis: DateBasis
        if isinstance(wanted.year, YearOf):
            year, basis = self._year_of(wanted.year)
        elif wanted.beside and (self._previous or wanted.lean == "future"):
            year, basis = year_beside(wanted, self._previous) if self._previous else None, "previous_date"
        else:
            year, basis = None if wanted.fiscal else self._nearest_year(wanted), "reference_date"
        if year is None:
            value = replace(within(wanted, 2000) or Calendar(), year=None)
            if wanted.holiday:
                value = holiday_without_year(wanted.holiday)
            return Resolved(self._fiscal(value, wanted), "date", "none")
        value = within(wanted, year)
        return Resolved(self._fiscal(value, wanted), "date", basis) if value else None

    def _fiscal(self, value: Calendar, wanted: InYear) -> Calendar:
        """A fiscal year or quarter as calendar days would have it is written only where its start is known."""
        if not wanted.fiscal:
            return value
        return value if self._settings.fiscal_year_start == 1 else replace(value, fiscal=True)

    def _year_of(self, wanted: YearOf) -> tuple[int | None, DateBasis]:
        if wanted.anchor == "previous" and self._previous and self._previous.year:
            named = self._named if self._named and self._named.year and not wanted.shift else self._previous
            return (named.year or self._previous.year) + wanted.shift, "previous_date"
        day = self._origin.day if self._origin else None
        return (day.year + wanted.shift if day else None), "reference_date"

    def _nearest_year(self, wanted: InYear) -> int | None:
        """The year of a month, a day or another part of a year that the text leaves out."""
        if self._origin is None:
            return None
        if self._origin.day is not None:
            if wanted.until is not None:
                year = self._nearest_year(replace(wanted, month=wanted.until, until=None))
                return None if year is None else year - ((wanted.month or 0) > wanted.until)
            year = nearest_year(wanted, self._origin.day, self._tense)
            return None if year is None else year + wanted.further
        ahead = not self._origin.recurs and self._ahead()
        return None if ahead or wanted.lean else year_told(wanted, self._origin.told)

    # -- days of the week

    def _day_of_week(self, wanted: DayOfWeek) -> Resolved | None:
        reference = self._origin.day if self._origin else None
        if reference is None:
            return Resolved(Calendar(weekday=wanted.weekday), "date", "none")
        back = (reference.isoweekday() - wanted.weekday) % 7
        if wanted.weeks is not None:
            days = 7 * wanted.weeks + wanted.weekday - reference.isoweekday()
        elif wanted.lean == "past":
            days = -(back or 7)
        elif wanted.lean == "future":
            days = 7 - back
        elif wanted.lean == "this" or (back and wanted.lean is None and self._ahead()):
            days = -back % 7
        else:
            days = -back
        return self._of_date(shift_days(reference, days), "reference_date")

    def _nth_weekday(self, wanted: NthWeekday) -> Resolved | None:
        found = self._in_year(wanted.month)
        if found is None or not isinstance(found.value, Calendar) or found.value.first is None:
            return found
        first = found.value.first
        day = nth_weekday(first.year, first.month, wanted.weekday, wanted.number)
        return self._of_date(day, found.basis) if day else None

    # -- units counted from an anchor

    def _shifted(self, wanted: Shifted) -> Resolved | None:
        if wanted.anchor == "quarter":
            known = self._previous if self._previous and self._previous.part else None
            return Resolved(known, "date", "previous_date") if known else None
        if wanted.anchor == "context":
            told = self._previous is not None and self._tense() == "past"
            return self._shifted(replace(wanted, anchor="previous" if told else "reference"))
        if wanted.anchor == "previous" and (self._previous or wanted.shift >= 0):
            found = self._from_previous(wanted)
            return Resolved(found, "date", "previous_date") if found else Resolved(unknown(wanted), "date", "none")
        # "a year earlier" without a date before it compares with the present
        if self._origin is None or self._origin.day is None:
            return Resolved(unknown(wanted), "date", "none")
        value = self._unit(wanted, self._origin.day)
        return Resolved(value, "date", "reference_date") if value else None

    def _from_previous(self, wanted: Shifted) -> Calendar | None:
        previous = self._previous
        if previous is None or previous.first is None or previous.year is None:
            return None
        if wanted.unit == "year" and not (wanted.whole or previous.day):
            return replace(previous, year=previous.year + wanted.shift, time=None)  # a year before a quarter: a quarter
        if wanted.unit == "day" and previous.day is None:
            return None
        if wanted.unit in ("week", "weekend") and previous.day is None and previous.week is None:
            return None
        if wanted.unit == "month" and previous.month is None:
            return None
        return self._unit(wanted, previous.first)

    def _unit(self, wanted: Shifted, day: date) -> Calendar | None:
        """The unit that ``day`` lies in, moved by the shift; None where the calendar ends before."""
        shift = wanted.shift
        match wanted.unit:
            case "day":
                moved = shift_days(day, shift)
                return Calendar.of(moved) if moved else None
            case "week" | "weekend":
                return self._week(wanted, day)
            case unit:
                return unit_of(unit, day, shift)

    def _week(self, wanted: Shifted, day: date) -> Calendar | None:
        day = self._in_week(day)
        moved = shift_days(day, 7 * wanted.shift)
        if moved is None:
            return None
        if wanted.unit == "week":
            return Calendar.of_week(moved)
        weekday = day.isoweekday()
        over = wanted.free or (wanted.shift == 0 and weekday <= NEWLY_BEGUN and self._tense() == "past")
        if over and weekday < 6 and not self._ahead():
            moved = shift_days(moved, -7)  # "the weekend" that is over
        elif wanted.shift < 0 and weekday >= 6:
            moved = shift_days(day, 7 * wanted.shift)
        return replace(Calendar.of_week(moved), weekday=WEEKEND) if moved else None

    def _in_week(self, day: date) -> date:
        """A day of the ISO week that a day lies in, which for weeks that begin on Sunday is that of the day behind."""
        sunday = self._settings.week_start == "sunday" and day.isoweekday() == 7
        return (shift_days(day, 1) if sunday else day) or day

    def _same_in(self, wanted: SameIn) -> Resolved:
        """What was named last, in another year; only that year where it was no such unit."""
        known = self._previous
        basis: DateBasis = "explicit"
        if isinstance(wanted.year, int):
            year = wanted.year
        else:
            found, basis = self._year_of(wanted.year)
            if found is None:
                return Resolved(Calendar(), "date", "none")
            year = found
            named = known is not None and same_unit(known, wanted.unit, year) is not None
            if wanted.year.shift < 0 and named and known and known.year:  # "the same quarter last year" is not that one
                year = min(year, known.year - 1)
        value = same_unit(known, wanted.unit, year) if known else None
        if value is None or value.days() is None:
            return Resolved(Calendar(year=year), "date", basis)
        return Resolved(value, "date", "previous_date")

    # -- times of day

    def _of_day(self, wanted: OfDay) -> Resolved | None:
        if wanted.day is not None:
            found = self._resolve(wanted.day)
            if found is None or not isinstance(found.value, Calendar):
                return None
            return Resolved(replace(found.value, time=wanted.time), "time", found.basis)
        if self._previous and self._previous.day:
            return Resolved(replace(self._previous, time=wanted.time), "time", "previous_date")
        return Resolved(replace(UNKNOWN_DAY, time=wanted.time), "time", "none")

    # -- the rest

    def _short_decade(self, digit: int) -> Resolved | None:
        if self._origin is None:
            return Resolved(Calendar(decade_only=digit), "date", "none")
        latest = self._origin.day or (self._origin.told or (date.min, date.max))[1]
        this = latest.year // 10
        decade = this - (this - digit) % 10
        return Resolved(Calendar(decade=decade), "date", "reference_date") if decade >= 0 else None

    def _week_of(self, day: Expression) -> Resolved | None:
        found = self._resolve(day)
        if found is None or not isinstance(found.value, Calendar) or found.value.first is None:
            return None
        return Resolved(Calendar.of_week(self._in_week(found.value.first)), "date", found.basis)

    def _beside(self, wanted: Beside) -> Resolved | None:
        found = self._resolve(wanted.day)
        if found is None or not isinstance(found.value, Calendar):
            return None
        day = found.value.first
        if day is None:
            return Resolved(UNKNOWN_DAY, "date", "none")
        if wanted.unit in ("month", "year"):
            moved = add_months(day, wanted.shift * (12 if wanted.unit == "year" else 1))
        else:
            moved = shift_days(day, wanted.shift * (7 if wanted.unit == "week" else 1))
        return self._of_date(moved, found.basis)

    def _next_to(self, wanted: NextTo) -> Resolved | None:
        """A weekday beside a day; only the weekday where that day is not known."""
        if wanted.day is not None:
            found = self._resolve(wanted.day)
        else:
            found = Resolved(self._previous, "date", "previous_date") if self._previous and self._previous.day else None
        if found is None and wanted.otherwise is not None:
            return self._day_of_week(DayOfWeek(weekday=wanted.weekday, lean=wanted.otherwise))
        day = found.value.first if found and isinstance(found.value, Calendar) else None
        if found is None or day is None:
            return Resolved(Calendar(weekday=wanted.weekday), "date", "none")
        if wanted.side == "before":
            days = -((day.isoweekday() - wanted.weekday) % 7 or 7)
        else:
            days = (wanted.weekday - day.isoweekday()) % 7
            days = days or (7 if wanted.side == "after" else 0)
        return self._of_date(shift_days(day, days), found.basis)

    def _numeric(self, text: str) -> Resolved | None:
        value = calendar_strings.read_numeric(text, day_first=self._settings.day_first)
        return Resolved(value, "date", "explicit") if value else None

    def _of_date(self, day: date | None, basis: DateBasis) -> Resolved | None:
        return Resolved(Calendar.of(day), "date", basis) if day else None

    def _ahead(self) -> bool:
        return self._tense() in ("future", "planned")

    def _tense(self) -> Tense | None:
        return self._evidence.tense(self._start, self._end)
