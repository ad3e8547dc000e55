"""What the grammar makes of a match: typed, but not yet resolved against a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articlelens.record import DateBasis, DateType
from articlelens.temporal.values import Value

# what is counted from: the reference date, the date named last, a quarter if that is what was named last, or what the
# tense asks for: of the past, "the next year" is that after the date named last
Anchor = Literal["reference", "previous", "quarter", "context"]
Lean = Literal["past", "this", "future", "latest"]  # "latest" may be the reference day itself
CalendarUnit = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """An expression whose value does not hang on anything."""

    value: Value
    type: DateType = "date"
    basis: DateBasis = "explicit"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOf:
    """A year that stands so many years from the anchor's."""

    shift: int
    anchor: Anchor = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class InYear:
    """A part of a year: a month, a day of it, a season, a quarter, a half, a holiday.

    ``year`` is None where the text leaves it out: it is the direction then that decides, which ``lean`` fixes where
    the words do (``last December``).  ``weekday`` is what the text calls the day.
    """

    month: int | None = None
    day: int | None = None
    part: str | None = None
    holiday: str | None = None
    year: int | YearOf | None = None
    lean: Lean | None = None
    weekday: int | None = None
    fiscal: bool = False
    beside: bool = False  # counted from the date named last: "the following March"
    until: int | None = None  # the last month of a range that this month begins
    further: int = 0  # years beyond: "the summer before last"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfWeek:
    """A day of the week, perhaps of the week so many weeks from the reference."""

    weekday: int
    lean: Lean | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NthWeekday:
    """A day of the week by its number in a month: ``the third Sunday in May``; -1 is the last."""

    weekday: int
    number: int
    month: InYear


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """The calendar unit that lies so many units from the anchor: ``last week``, ``two years ago``, ``the next day``."""

    unit: CalendarUnit
    shift: int
    anchor: Anchor = "reference"
    lean: Lean | None = None
    free: bool = False  # "the weekend": the direction decides
    whole: bool = False  # "the following year" is a year, "a year later" as fine as what it is counted from


@dataclass(frozen=True, slots=True, kw_only=True)
class SameIn:
    """What was named last, in another year: ``the same month of 2021``."""

    unit: Literal["day", "week", "month", "quarter", "half", "period"]
    year: int | YearOf


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDay:
    """A time of day: behind the T, and the day it belongs to, None where the context has it."""

    time: str
    day: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortDecade:
    """A decade without its century: ``the '90s``."""

    digit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The day so many units from another one: ``the day before last Tuesday``, ``a week from Friday``."""

    day: Expression
    shift: int
    unit: Literal["day", "week", "month", "year"] = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTo:
    """A day of the week beside another day, or beside the date named last where ``day`` is None.

    ``side`` is where it lies from there: ``from`` may be that day itself.  ``otherwise`` is its direction where
    nothing was named before.
    """

    weekday: int
    side: Literal["before", "after", "from"]
    day: Expression | None = None
    otherwise: Lean | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf:
    """The week in which a day lies."""

    day: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """A date in digits, whose order hangs on the text."""

    text: str


Expression = (
    Fixed
    | InYear
    | DayOfWeek
    | NthWeekday
    | Shifted
    | SameIn
    | OfDay
    | ShortDecade
    | Beside
    | NextTo
    | WeekOf
    | Numeric
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An expression in its place: code-point offsets, and the number of its sentence.

    ``weak`` marks expressions that name things too: they are left out inside a longer name.  ``doubtful`` ones are
    as often something else (``May``), and need evidence from the parse.  ``told`` is where the day stands that it
    shares with another expression, None where it has its own.  ``demonstrative`` ones begin with a ``that`` which must
    not be the conjunction of ``said that April was dry``; ``ahead`` ones hold only of what is yet to come: ``will end
    in two weeks``.
    """

    start: int
    end: int
    expression: Expression
    sentence: int = 0
    weak: bool = False
    doubtful: bool = False
    told: tuple[int, int] | None = None
    demonstrative: bool = False
    ahead: bool = False
