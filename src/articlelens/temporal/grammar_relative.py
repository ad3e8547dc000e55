"""Rules for dates that are counted from another one: ``last week``, ``two years ago``, ``the next day``, ``now``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import (
    Anchor,
    Beside,
    CalendarUnit,
    Draft,
    Fixed,
    InYear,
    SameIn,
    Shifted,
    WeekOf,
    YearOf,
)
from articlelens.temporal.grammar_amounts import length
from articlelens.temporal.grammar_parts import day_named, draft, its_year, number
from articlelens.temporal.patterns import Match, Rule
from articlelens.temporal.shifts import unknown
from articlelens.temporal.values import Calendar, Duration, Vague

# what counts in a calendar unit, and how many of them
_COUNTED: Final[dict[str, tuple[CalendarUnit, int]]] = {
    "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1),
    "quarter": ("quarter", 1), "weekend": ("weekend", 1), "decade": ("year", 10), "century": ("year", 100),
}  # fmt: skip
SHORTEST_MONTH: Final = 28  # days
_WEEKS_OF_YEAR: Final = 365.2425 / 7
_UNITS: Final[dict[str, CalendarUnit]] = {
    "day": "day", "week": "week", "month": "month", "year": "year", "quarter": "quarter", "weekend": "weekend",
    "decade": "decade", "century": "century",
}  # fmt: skip


def _singular(word: str) -> str:
    return "century" if word == "centuries" else word.removesuffix("s")


def _relative_day(match: Match) -> Iterator[Draft]:
    yield draft(match, Shifted(unit="day", shift=lexicon.RELATIVE_DAYS[match["relative"]]), weak=True)


def _day_beside(match: Match) -> Iterator[Draft]:
    """``the day before yesterday``, ``the day after tomorrow``, ``the eve of Christmas Day``."""
    day = day_named(match)
    if day is not None:
        yield draft(match, Beside(day=day, shift=-1 if match.has("before") else 1))


def _to_the_day(match: Match) -> Iterator[Draft]:
    """``a year to the day after Oct. 7, 2023``: a day where the year is told, else a length of time and a day."""
    day, counted, side = day_named(match), _counted(match), match.index("side")
    if day is None or counted is None or side is None:
        return
    unit, amount = counted
    if isinstance(day, InYear) and isinstance(day.year, int) and unit in ("day", "week", "month", "year"):
        back = match["side"] in lexicon.BACK
        yield draft(match, Beside(day=day, shift=-amount if back else amount, unit=unit))
        return
    yield draft(match, Fixed(Duration(length(amount, unit)), "duration"), range(match.all[0], side))
    yield draft(match, day, range(side + 1, match.all[-1] + 1))


def _deictic(match: Match) -> Iterator[Draft]:
    word, unit = match["deictic"], _UNITS[match["unit"]]
    if word == "previous":
        yield draft(match, Shifted(unit=unit, shift=-1, anchor="previous", whole=True))
        return
    if _of_length(match):
        return  # "over the last year"
    told = word == "next" and match.has("the") and unit != "weekend"
    anchor: Anchor = "context" if told else "reference"
    shift = -1 if match.has("past") else lexicon.DEICTIC[word]
    yield draft(match, Shifted(unit=unit, shift=shift, anchor=anchor, whole=True))


def _day_of_month(match: Match) -> Iterator[Draft]:
    """``the 12th of this month``; a day that months may not have is left out."""
    day = match["day"]
    if isinstance(day, int) and 1 <= day <= SHORTEST_MONTH:
        month = Shifted(unit="month", shift=lexicon.DEICTIC[match["deictic"]])
        yield draft(match, Beside(day=month, shift=day - 1))


def _one_further(match: Match) -> Iterator[Draft]:
    """``the week before last``, ``the month after next``."""
    yield draft(match, Shifted(unit=_UNITS[match["unit"]], shift=-2 if match.has("before") else 2))


def _of_length(match: Match) -> bool:
    """Whether ``the last year`` is a length of time, the one that ends now, or the end of something else's."""
    if match["deictic"] != "last" or match.tokens.values[match.all[0]] != "the":
        return False
    before, behind = match.all[0] - 1, match.all[-1] + 1
    asked = before >= 0 and match.tokens.values[before] in lexicon.SETS["THROUGHOUT"]
    return asked or match.tokens.name_of(behind) == "of"


def _period(match: Match) -> Iterator[Draft]:
    """``for the year``: a unit that the reference stands in; ``in the quarter`` is the one just named."""
    unit = _UNITS[match["unit"]]
    anchor: Anchor = "quarter" if unit == "quarter" else "reference"
    begin = match.index("begin") or match.all[0]
    found = Shifted(unit=unit, shift=0, anchor=anchor, free=unit == "weekend")
    yield draft(match, found, range(begin, match.all[-1] + 1))


def _end_of_period(match: Match) -> Iterator[Draft]:
    """``year-end``, ``by year's end``: in the period itself."""
    if match.has("year"):
        yield draft(match, Fixed(Calendar(year=match["year"])))
    else:
        yield draft(match, Shifted(unit=_UNITS[match["unit"]], shift=0))


def _ago(match: Match) -> Iterator[Draft]:
    counted = _counted(match)
    if counted is None:
        yield draft(match, Fixed(Vague("PAST_REF")))
        return
    unit, amount = counted
    found = Shifted(unit=unit, shift=amount if match.has("ahead") else -amount)
    yield draft(match, found, _without_comparison(match))


def _without_comparison(match: Match) -> range:
    """The tokens of a match but for the ``more than`` of ``35% more than a year ago``, which compares amounts."""
    start = match.span()[0]
    compared = match.tokens.text[match.tokens.starts[match.all[0]] :].lower().startswith(("more than", "less than"))
    if not compared or not _AMOUNT_BEFORE.search(match.tokens.text, max(start - _AMOUNT_REACH, 0), start):
        return match.all
    return match.all[2:]


_AMOUNT_BEFORE: Final = re.compile(r"(?:%|\b(?:per\s?cent|percent|pc|times|twice)|\d[a-z]{0,3})\s\Z")
_AMOUNT_REACH: Final = 12  # code points


def _ago_now(match: Match) -> Iterator[Draft]:
    """``two years ago this week``: the same week or month, so many years back."""
    years = number(match, "amount") if match.has("amount") else 1
    if years and years == int(years) and years < 10**3:
        months = match["unit"] == "month"
        back = 12 * int(years) if months else round(years * _WEEKS_OF_YEAR)
        yield draft(match, Shifted(unit="month" if months else "week", shift=-back))


def _in_so_long(match: Match) -> Iterator[Draft]:
    """``will end in two weeks``: a date; ``was built in two weeks`` is a length of time, and none of this rule."""
    counted = _counted(match)
    if counted is not None:
        unit, amount = counted
        yield replace(draft(match, Shifted(unit=unit, shift=amount)), ahead=not match.has("time"))


def _later(match: Match) -> Iterator[Draft]:
    """``a year earlier``, ``two days later``: from the date before it in the text."""
    counted = _counted(match)
    if counted is None:
        return
    unit, amount = counted
    found = Shifted(unit=unit, shift=amount * lexicon.shift_of(match["direction"]), anchor="previous")
    yield draft(match, found, _without_comparison(match))


def _counted(match: Match) -> tuple[CalendarUnit, int] | None:
    """Calendar units and how many; None for an amount that is not known or no whole number of units."""
    amount = number(match, "amount") if match.has("amount") else 1 if match.has("article") else 0
    if match.has("half"):
        amount = (amount or 0) + 0.5
    unit = _COUNTED.get(_singular(match["unit"]))
    if not amount or unit is None or amount >= 10**6:
        return None
    total = amount * unit[1]
    if total == int(total):
        return unit[0], int(total)
    return ("month", round(total * 12)) if unit[0] == "year" else None


def _beside(match: Match) -> Iterator[Draft]:
    """``the next day``, ``the following week``, ``that year``, ``the same month``."""
    shift = lexicon.shift_of(match["side"])
    yield draft(match, Shifted(unit=_UNITS[match["unit"]], shift=shift, anchor="previous", whole=True))


def _beside_something(match: Match) -> Iterator[Draft]:
    """``prices fell the week before``; of ``the week before the vote`` the words do not tell which it is."""
    if match["side"] != "earlier" and match.tokens.name_of(match.all[-1] + 1) in lexicon.SETS["OF_SOMETHING"]:
        yield draft(match, Fixed(unknown(Shifted(unit=_UNITS[match["unit"]], shift=0))))
    else:
        yield from _beside(match)


def _same_in_year(match: Match) -> Iterator[Draft]:
    """``the same month of 2021``, ``the same quarter a year earlier``."""
    year = its_year(match)
    if match.has("year_ago"):  # a year before what it is the same as
        year = YearOf(shift=-1, anchor="previous")
    if year is not None:
        yield draft(match, SameIn(unit=match["unit"], year=year))


def _year_before(match: Match) -> Iterator[Draft]:
    yield draft(match, Shifted(unit="year", shift=-1, anchor="previous"))


def _week_of(match: Match) -> Iterator[Draft]:
    day = day_named(match)
    if day is not None:
        yield draft(match, WeekOf(day=day))


def _vague(match: Match) -> Iterator[Draft]:
    reference = "PAST_REF" if match.has("past") else "FUTURE_REF" if match.has("future") else "PRESENT_REF"
    if match.has("word"):
        reference = lexicon.VAGUE[match["word"]]
    yield draft(match, Fixed(Vague(reference)), weak=True)  # type: ignore[arg-type]  # one of the three


_HOW_MANY: Final = (
    "( BOUND? ( article:ARTICLE | amount:AMOUNT ) | ( ARTICLE | the )? SOME | ARTICLE couple of? | ARTICLE dozen"
    " | HEAPS of )"
)
_UNIT_NAMED: Final = "( unit:UNIT | unit:UNITS | unit:quarter | unit:quarters | unit:weekend )"

RULES: Final = (
    Rule(name="today, yesterday, tomorrow", pattern="relative:RELATIVE_DAY", build=_relative_day),
    Rule(
        name="the day before yesterday, the day after tomorrow",
        pattern="( the? day ( before:before | after ) | the? before:eve of ) DAY_NAMED",
        build=_day_beside,
    ),
    Rule(
        name="so long after a day: a year to the day after Oct. 7, 2023",
        pattern=f"( article:ARTICLE | amount:AMOUNT ) {_UNIT_NAMED} to the day"
        " ( side:after | side:before | side:since | side:from ) DAY_NAMED",
        build=_to_the_day,
    ),
    Rule(
        name="day of a month by direction: the 12th of this month, 5th of next month",
        pattern="the? day:DAY of ( deictic:this | deictic:last | deictic:next ) month",
        build=_day_of_month,
    ),
    Rule(
        name="one further: the week before last, the month after next",
        pattern="the? ( unit:PERIOD | unit:quarter | unit:weekend ) ( before:before last | after next ) >!ANY_UNIT",
        build=_one_further,
    ),
    Rule(
        name="the same in another year: the same month of 2021, the same period last year",
        pattern="the? same ( unit:day | unit:week | unit:month | unit:quarter | unit:half | unit:period ) ITS_YEAR",
        build=_same_in_year,
    ),
    Rule(
        name="unit by direction: last week, early next year, this past weekend",
        pattern="( the? STAGE_OF | later | earlier )? the:the? deictic:DEICTIC past:past?"
        " ( unit:PERIOD | unit:quarter | unit:weekend ) >!DASH",
        build=_deictic,
    ),
    Rule(
        name="unit that is running: the end of the year, for the month, over the weekend",
        pattern="( ( ( later | earlier | late | early ) in | PERIOD_HEAD of | for | during | through | over"
        " | <!WORD of )"
        " begin:the ( unit:year | unit:month | unit:week | unit:weekend ) >!AFTER_PERIOD"
        " | begin:the unit:weekend >!AFTER_PERIOD"
        " | ( in | for | during ) begin:the unit:quarter >!AFTER_PERIOD )",
        build=_period,
    ),
    Rule(
        name="so long ago: two years ago, several weeks ago",
        pattern=f"( {_HOW_MANY} )? {_UNIT_NAMED} ( and ARTICLE half:half )? ago"
        f" | BOUND? half:half ARTICLE {_UNIT_NAMED} ago",
        build=_ago,
    ),
    Rule(
        name="this week or month, years ago: a year ago this week",
        pattern="( article:ARTICLE year | amount:AMOUNT years ) ago this ( unit:week | unit:month )",
        build=_ago_now,
    ),
    Rule(name="so long from now: two weeks from now", pattern=f"{_HOW_MANY} {_UNIT_NAMED} from ahead:now", build=_ago),
    Rule(
        name="so long ahead: resumes in two weeks, in three months' time",
        pattern=f"in ( article:ARTICLE | amount:AMOUNT ) {_UNIT_NAMED}"
        " ( ( APOSTROPHE | POSSESSIVE ) time:time | >!BEGINS_MORE >!DASH >!POSSESSIVE )",
        build=_in_so_long,
    ),
    Rule(
        name="so much later: a year earlier, two days later",
        pattern=f"( BOUND? ( article:ARTICLE | amount:AMOUNT ) ) {_UNIT_NAMED}"
        " ( direction:earlier | direction:later | direction:before >CLAUSE_END )",
        build=_later,
    ),
    Rule(
        name="beside the last date: the next day, the following week, later that year",
        pattern="( the? STAGE_OF | later | earlier )? ( the ( side:following | side:next | side:previous | side:same )"
        " | side:that same? ) ( unit:UNIT | unit:weekend | unit:quarter )"
        " | side:next unit:day",
        build=_beside,
    ),
    Rule(
        name="beside the last date: the day before, the year after",
        pattern="the ( unit:day | unit:week | unit:month | unit:year ) ( side:before | side:after | side:earlier )",
        build=_beside_something,
    ),
    Rule(name="the week of March 6", pattern="the week ( of | beginning | ending | ended ) DAY_NAMED", build=_week_of),
    Rule(
        name="end of a period: year-end 2012, at month's end, by the end of the year",
        pattern="( the? unit:year | the? unit:month ) ( DASH | POSSESSIVE )? end year:YEAR?",
        build=_end_of_period,
    ),
    Rule(
        name="beside a quarter: the year-earlier period, the year-ago quarter",
        pattern="the? year DASH ( earlier | ago ) ( quarter | period )?",
        build=_year_before,
    ),
    Rule(name="now, recently, current, future", pattern="word:VAGUE", build=_vague),
    Rule(
        name="the past, the future, the moment",
        pattern="( <in the past:past >CLAUSE_END | the future:future | at the moment | at present"
        " | these days | the present >CLAUSE_END )",
        build=_vague,
    ),
)
