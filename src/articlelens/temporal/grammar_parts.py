"""Parts that the rules share: patterns by name, and the functions that read them."""

from __future__ import annotations

from typing import Any, Final

from articlelens.temporal import lexicon
from articlelens.temporal.calendar import day_or_none
from articlelens.temporal.expressions import DayOfWeek, Draft, Expression, InYear, Lean, Shifted, YearOf
from articlelens.temporal.patterns import Match

PARTS: Final[dict[str, str]] = {
    # the year of what stands before it: "(July) 2023", "(the third quarter) of last year", "(April) next year"
    "ITS_YEAR": "( ( COMMA | of | in )? year:YEAR | ( of | in )? the? year_deictic:DEICTIC year"
    " | ( of | in )? the year_following:following year"
    " | ( of | in )? year_same:that year | ( of | in ) the year_same:same year | ( of | in ) year_the:the year"
    " | ARTICLE year year_ago:ago | ARTICLE year year_earlier:earlier )",
    # the same before it: "last year's (third quarter)", "the 1988 (third quarter)"
    "ITS_YEAR_FIRST": "( ( the? year:YEAR | the? year_deictic:DEICTIC year ) POSSESSIVE? )",
    # a day: "July 27", "27 July 2023", "Thursday, July 27", "Friday", "yesterday"
    "DAY_NAMED": "( ( name:WEEKDAY_ANY COMMA? the? )? month:MONTH the? day:DAY ( COMMA? year:YEAR | >!FAR_BEHIND )"
    " | ( name:WEEKDAY_ANY COMMA? )? the? day:DAY of? month:MONTH ( COMMA? year:YEAR )?"
    " | day_deictic:DEICTIC? weekday:WEEKDAY | relative:RELATIVE_DAY | holiday:HOLIDAY ( COMMA? year:YEAR )? )",
    "FAR_BEHIND": "COMMA FAR_YEAR CLAUSE_END",
    # a day with its part: "Friday evening", "the evening of July 27", "last night", "the next morning", "tonight"
    "DAY_WITH_PART": "( DAY_NAMED part:DAY_PART | the? part:DAY_PART ( of | on ) DAY_NAMED | PART_BESIDE )",
    "PART_BESIDE": "( tonight:tonight | side:this part:DAY_PART | side:last ( part:night | part:evening )"
    " | side:that same? part:DAY_PART"
    " | the ( side:next | side:following | side:previous | side:same ) part:DAY_PART"
    " | the part:night side:before ( farther:last | >CLAUSE_END ) )",
    # what stands beside a clock time: "on Friday evening", "in the morning on Friday", "last night", "Tuesday"
    "ITS_DAY": "( COMMA? ( on | in )? DAY_WITH_PART | in the part:DAY_PART ( COMMA? on? DAY_NAMED )?"
    " | COMMA? on? DAY_NAMED | COMMA? on? DAY_BESIDE )",
    "DAY_BESIDE": "( the ( side:next | side:following | side:previous | side:same ) day | side:that same? day"
    " | the day ( side:before | side:after ) >CLAUSE_END )",
    "CLOCK_TIME": "( clock:CLOCK COMMA? meridiem:MERIDIEM? | hour:HOUR meridiem:MERIDIEM"
    " | minutes:DECIMAL meridiem:MERIDIEM | oclock:SMALL o'clock )",
    "RAIL": "( to | from ) WORD",
    "CLOCK_IN_WORDS": "( half:half past | ( ARTICLE? quarter:quarter | spelled:FIVES minutes? ) ( past | short:to ) )",
    "ITS_ZONE": "( OPEN zone:ZONE CLOSE | zone:ZONE | ZONE_REGION ( standard | daylight )? time | eastern | pacific )",
    # a number in words or digits: "three", "twenty-five", "5 1/2", "2.5 million", "two hundred"
    "AMOUNT": "( TENS DASH? ONES | HOUR FRACTION | NUMBER ) ( and ARTICLE half )? SCALE?",
    "DAYS_OF_MONTH": "the? DAY ( COMMA the? DAY ){0,8} COMMA?"
    " ( and | or | to | through | until | DASH | SLASH ) the? DAY",
    "EXTRA": "( more | full | whole | straight | consecutive )",
    "CENTURY_NUMBER": "( twenty DASH first | ORDINAL_ANY )",
    "STAGE_OF": "( stage:STAGE DASH? | the? ( beginning | start | end | middle | turn | close ) stage:of"
    " | the ( ORDINAL_WORD | last | final | opening | closing ) ( week | weekend | days | weeks ) stage:of )",
    "NO_AGE": ">!AGE_TAIL",  # "6-year-old", "44 years of age" are ages, no lengths of time
    "AGE_TAIL": "( DASH? OLD | of age )",
    "IN_THE": "ASKING the?",
    "THROUGHOUT_THE": "THROUGHOUT the",
    "DAY_DASH": "DAY DASH",  # 27-29 July
    "PHONE": "INTEGER DASH",  # 555-2019
    "OF_WHAT": "of WORD",
    "DATED_THING": "WORD{0,2} DATED",  # 1864 (abortion ban)
    "MONTH_LIST": "MONTH ( ( COMMA | and | to | or | through | DASH ) MONTH | COMMA ( and | or ) MONTH ){1,11}",
    "QUARTER_BEHIND": "DASH? quarter >!DASH >!final",  # the December quarter; no quarter-final
    "UP_TO": "( to | ended | ending | through ) ( ( the? end of )? MONTH | the? DAY of? MONTH )",  # the year to March
    "BOUND": "( ( just | only )? ( almost | nearly | over | more than | less than | at least | at most | up to ) )",
}


class NoSuchDayError(ValueError):
    """A day that the calendar does not have, such as 31 February: nor is any part of it taken for a date."""


def number(match: Match, name: str) -> float | int | None:
    """The number that a named AMOUNT stands for; None where it is none."""
    total: float = 0
    for index in match.indices(name):
        value = match.tokens.values[index]
        if isinstance(value, (int, float)):
            total += value
        elif value in lexicon.SCALES:
            total *= lexicon.SCALES[value]
        elif value == "half":
            total += 0.5
        elif value in lexicon.NUMBER_WORDS:
            total += lexicon.NUMBER_WORDS[value]
        elif value is None and match.tokens.text[match.tokens.starts[index]].isdigit():
            return None
    return int(total) if total == int(total) else total


def draft(
    match: Match,
    expression: Expression,
    indices: range | None = None,
    *,
    weak: bool = False,
    doubtful: bool = False,
    demonstrative: bool = False,
) -> Draft:
    """``expression`` at the tokens ``indices``, or at the whole match."""
    chosen = match.all if indices is None else indices
    start, end = match.span(chosen)
    return Draft(
        start=start,
        end=end,
        expression=expression,
        sentence=match.tokens.sentences[chosen[0]],
        weak=weak,
        doubtful=doubtful,
        demonstrative=demonstrative,
    )


def its_year(match: Match) -> int | YearOf | None:  # noqa: PLR0911 - one return a form
    """The year that an ITS_YEAR gives; None where the rule found none."""
    if match["year"] is not None:
        return int(match["year"])
    if match["year_deictic"] is not None:
        word = match["year_deictic"]
        return YearOf(shift=lexicon.DEICTIC[word], anchor="previous" if word == "previous" else "reference")
    if match.has("year_following"):
        return YearOf(shift=1, anchor="previous")
    if match.has("year_same"):
        return YearOf(shift=0, anchor="previous")
    if match.has("year_the"):
        return YearOf(shift=0)
    if match.has("year_ago"):
        return YearOf(shift=-1)
    return YearOf(shift=-1, anchor="previous") if match.has("year_earlier") else None


def lean(word: str | None) -> Lean | None:
    """The direction that ``last``, ``this``, ``next`` and their like give."""
    if word is None:
        return None
    shift = lexicon.DEICTIC[word]
    return "past" if shift < 0 else "future" if shift > 0 else "this"


def month_day(
    month: str, day: Any, year: int | YearOf | None = None, *, towards: Lean | None = None, weekday: str | None = None
) -> InYear:
    """A day of a month, perhaps with the name of its weekday.

    Raises:
        NoSuchDayError: The calendar does not have it.
    """
    number_of_month = lexicon.MONTHS[month]
    if day_or_none(year if isinstance(year, int) else 2000, number_of_month, int(day)) is None:  # 2000 is a leap year
        raise NoSuchDayError
    return InYear(month=number_of_month, day=int(day), year=year, lean=towards, weekday=weekday_number(weekday))


def weekday_number(name: str | None) -> int | None:
    """1 for Monday to 7 for Sunday."""
    return None if name is None else (lexicon.WEEKDAYS | lexicon.WEEKDAY_SHORT)[name]


def day_named(match: Match) -> Expression | None:
    """The day that a DAY_NAMED gives; None where the rule found none.

    Raises:
        NoSuchDayError: The calendar does not have it.
    """
    if match["month"] is not None:
        return month_day(match["month"], match["day"], match["year"], weekday=match["name"])
    if match["weekday"] is not None:
        return DayOfWeek(weekday=lexicon.WEEKDAYS[match["weekday"]], lean=lean(match["day_deictic"]))
    if match["holiday"] is not None:
        return InYear(holiday=match["holiday"], year=match["year"])
    return Shifted(unit="day", shift=lexicon.RELATIVE_DAYS[match["relative"]]) if match["relative"] else None


def day_with_part(match: Match) -> tuple[Expression | None, str | None]:
    """The day that a DAY_NAMED or a PART_BESIDE gives, and the part of it, as TIMEX3 writes it.

    Raises:
        NoSuchDayError: The calendar does not have the day.
    """
    if match.has("tonight"):
        return Shifted(unit="day", shift=0), "NI"
    part = lexicon.DAY_PARTS[match["part"]] if match.has("part") else None
    match match["side"]:
        case None:
            return day_named(match), part
        case "this":
            return Shifted(unit="day", shift=0), part
        case "last":
            return Shifted(unit="day", shift=-1), part
        case "before" if match.has("farther"):
            return Shifted(unit="day", shift=-2), part
        case side:
            return Shifted(unit="day", shift=lexicon.shift_of(side), anchor="previous"), part
