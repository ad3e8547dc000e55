"""Rules for days of the week: alone, counted back and forth, and beside another date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import (
    Beside,
    DayOfWeek,
    Draft,
    Expression,
    Fixed,
    InYear,
    Lean,
    NextTo,
    NthWeekday,
    Shifted,
)
from articlelens.temporal.grammar_parts import day_named, draft, its_year, lean, number
from articlelens.temporal.patterns import Match, Rule
from articlelens.temporal.values import Calendar, Duration, Vague

_WEEKS: Final[dict[str, int]] = {"week": 1, "weeks": 1, "fortnight": 2, "fortnights": 2}


def _weekday(match: Match) -> Iterator[Draft]:
    weeks = lexicon.DEICTIC[match["week"]] if match.has("week") else None
    towards = "past" if match.has("past") else lean(match["deictic"])
    yield draft(
        match,
        DayOfWeek(weekday=lexicon.WEEKDAYS[match["weekday"]], lean=towards, weeks=weeks),
        weak=towards is None and weeks is None,
    )


def _nth_of_month(match: Match) -> Iterator[Draft]:
    number = -1 if match["number"] == "last" else lexicon.ORDINALS[match["number"]]
    if number <= 5:
        month = InYear(month=lexicon.MONTHS[match["month"]], year=its_year(match))
        yield draft(match, NthWeekday(weekday=lexicon.WEEKDAYS[match["weekday"]], number=number, month=month))


def _counted_back(match: Match) -> Iterator[Draft]:
    """``two Fridays ago``: the one before last Friday."""
    amount = number(match, "amount") if match.has("amount") else None
    weekday = (lexicon.WEEKDAYS | lexicon.WEEKDAYS_PLURAL)[match["weekday"]]
    if not isinstance(amount, int) or not 1 <= amount < 1000:
        yield draft(match, Fixed(Vague("PAST_REF")))
        return
    yield draft(match, Beside(day=DayOfWeek(weekday=weekday, lean="past"), shift=1 - amount, unit="week"))


def _weeks_from_day(match: Match) -> Iterator[Draft]:
    """``Friday week``, ``a week on Tuesday``, ``a fortnight today``; ``a week ago Tuesday``, ``last Friday week``."""
    back = match.has("ago") or match.has("past")
    amount = number(match, "amount") if match.has("amount") else 1
    if not isinstance(amount, int) or not 1 <= amount < 1000:
        return
    weeks = amount * _WEEKS[match["unit"]]
    towards: Lean = "past" if match.has("past") else "latest" if back else "this"
    yield draft(match, Beside(day=_day(match, towards), shift=-weeks if back else weeks, unit="week"))


def _day(match: Match, towards: Lean) -> Expression:
    if match.has("relative"):
        return Shifted(unit="day", shift=lexicon.RELATIVE_DAYS[match["relative"]])
    return DayOfWeek(weekday=lexicon.WEEKDAYS[match["weekday"]], lean=towards)


def _to_the_day(match: Match) -> Iterator[Draft]:
    """``a year ago today``, ``two months ago yesterday``."""
    amount = number(match, "amount") if match.has("amount") else 1
    if isinstance(amount, int) and amount < 10**4:
        yield draft(match, Beside(day=_day(match, "latest"), shift=-amount, unit=match["unit"].removesuffix("s")))


def _one_further(match: Match) -> Iterator[Draft]:
    """``the Friday before last``, ``the Sunday after next``."""
    weekday = lexicon.WEEKDAYS[match["weekday"]]
    towards: Lean = "past" if match.has("before") else "future"
    yield draft(
        match,
        Beside(day=DayOfWeek(weekday=weekday, lean=towards), shift=-1 if towards == "past" else 1, unit="week"),
    )


def _beside_day(match: Match) -> Iterator[Draft]:
    """``the Friday after Thanksgiving``."""
    day = day_named(match)
    side = match["side"]
    if day is not None:
        weekday = lexicon.WEEKDAYS[match["wanted"]]
        yield draft(match, NextTo(weekday=weekday, day=day, side="before" if side in lexicon.BACK else "after"))


def _beside_last_date(match: Match) -> Iterator[Draft]:
    """``the following Monday``, ``that Friday``: from the date before it in the text."""
    word = match["side"]
    side = lexicon.shift_of(word)
    yield draft(
        match,
        NextTo(
            weekday=lexicon.WEEKDAYS[match["weekday"]],
            side="before" if side < 0 else "after" if side else "from",
            otherwise=lean(word) if word in lexicon.DEICTIC else None,
        ),
        demonstrative=word == "that",
    )


def _unknown(match: Match) -> Iterator[Draft]:
    """``the Friday before the attack``: of a week that the words do not tell."""
    yield draft(match, Fixed(Calendar(weekday=lexicon.WEEKDAYS[match["weekday"]]), basis="none"), weak=True)


def _each_month(match: Match) -> Iterator[Draft]:
    yield draft(match, Fixed(Duration("P1M"), "set"))


RULES: Final = (
    Rule(
        name="weekday of an untold week: the Friday before the vote, on a Friday, the first Saturday of the month",
        pattern="( <the weekday:WEEKDAY ( >before | >after ) | <ARTICLE weekday:WEEKDAY >!WORD >!KNOWN_NOUN"
        " | the ORDINAL_WORD weekday:WEEKDAY of the month )",
        build=_unknown,
    ),
    Rule(
        name="weekday of each month: the first Sunday of every month",
        pattern="the ( ORDINAL_WORD | last ) WEEKDAY ( of | in ) ( every | each ) month",
        build=_each_month,
    ),
    Rule(
        name="weekday of a month: the third Sunday in May, the last Friday of June 2021",
        pattern="the ( number:ORDINAL_WORD | number:last ) weekday:WEEKDAY ( in | of ) month:MONTH ITS_YEAR?",
        build=_nth_of_month,
    ),
    Rule(
        name="weekday: Friday; last Tuesday; Monday next week; next week on Monday",
        pattern="( weekday:WEEKDAY ( deictic:last | deictic:next ) >CLAUSE_END"
        " | ( ( this | the ) ( deictic:coming | deictic:upcoming ) | deictic:DEICTIC? past:past? )? weekday:WEEKDAY"
        " ( ( of | in )? week:DEICTIC week )?"
        " | week:DEICTIC week on? weekday:WEEKDAY >!POSSESSIVE )",
        build=_weekday,
    ),
    Rule(
        name="weekday counted back: two Fridays ago",
        pattern="( amount:AMOUNT | ARTICLE? SOME | ARTICLE couple of? )? weekday:WEEKDAYS ago",
        build=_counted_back,
    ),
    Rule(
        name="a week from a day: Friday week, last Friday week, today week, a week on Tuesday, a week ago Tuesday",
        pattern="( ( past:last? weekday:WEEKDAY | relative:today | relative:tomorrow ) ( unit:week | unit:fortnight )"
        " >!DASH >!POSSESSIVE"
        " | ARTICLE ( unit:week | unit:fortnight ) ( ( on | past:last )? weekday:WEEKDAY"
        " | relative:today | relative:tomorrow )"
        " | ( ARTICLE | amount:AMOUNT ) ( unit:week | unit:weeks | unit:fortnight | unit:fortnights )"
        " ( from | ago:ago on? ) ( weekday:WEEKDAY | relative:RELATIVE_DAY ) )",
        build=_weeks_from_day,
    ),
    Rule(
        name="so long ago to the day: a year ago today",
        pattern="( ARTICLE | amount:AMOUNT )"
        " ( unit:day | unit:days | unit:month | unit:months | unit:year | unit:years ) ago relative:RELATIVE_DAY",
        build=_to_the_day,
    ),
    Rule(
        name="one further: the Friday before last, the Sunday after next",
        pattern="the? weekday:WEEKDAY ( before:before last | after next )",
        build=_one_further,
    ),
    Rule(
        name="weekday beside a day: the Friday after Thanksgiving, the Sunday before July 4",
        pattern="the wanted:WEEKDAY ( side:before | side:after | side:following ) DAY_NAMED",
        build=_beside_day,
    ),
    Rule(
        name="weekday beside the last date: the following Monday, that Friday",
        pattern="( the ( side:following | side:next | side:previous | side:same ) | side:that same? ) weekday:WEEKDAY",
        build=_beside_last_date,
    ),
)
