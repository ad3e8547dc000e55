"""Rules for dates of the calendar: days, months, seasons and holidays, with or without a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import Draft, Fixed, InYear, Lean, Numeric, YearOf
from articlelens.temporal.grammar_parts import NoSuchDayError, draft, its_year, lean, month_day
from articlelens.temporal.grammar_years import PLAIN_YEARS
from articlelens.temporal.lexer import Tokens
from articlelens.temporal.patterns import Match, Rule
from articlelens.temporal.values import Calendar, parse

NEWEST_SHORT: Final = 40  # in two digits; what is greater is of the century before


def _iso(match: Match) -> Iterator[Draft]:
    text = match.tokens.text[slice(*match.span())]
    day, _, clock = text.replace("/", "-").partition("T")
    try:
        value = parse(day + (f"T{clock[:5]}{'Z' if clock[-1] == 'Z' else ''}" if clock else ""))
    except ValueError:
        return
    yield draft(match, Fixed(value, "time" if clock else "date"))


def _known_day(match: Match) -> Iterator[Draft]:
    day = lexicon.KNOWN_DAYS.get(match.tokens.text[slice(*match.span())])
    if day is not None:
        yield draft(match, Fixed(Calendar(year=day[0], month=day[1], day=day[2])))


def _numeric(match: Match) -> Iterator[Draft]:
    yield draft(match, Numeric(text=match.tokens.text[slice(*match.span())]))


def _month_day(match: Match) -> Iterator[Draft]:
    year, indices = its_year(match), match.all
    if match.has("short") or match.has("far") or (isinstance(year, int) and match.has("comma")):
        last = match.index("short") or match.index("far") or match.index("year") or 0
        if _is_lone(match, last):
            year = _written_year(match) if year is None else year
        else:  # "On July 4, 3000 people marched", "On 9 May 24 people died"
            year, indices = None, range(indices[0], last - match.has("comma"))
    towards = lean(match["deictic"])
    found = month_day(match["month"], match["day"], year, towards=towards, weekday=match["name"])
    yield draft(match, found, indices)


def _is_lone(match: Match, index: int) -> bool:
    """Whether the number is none of what stands behind it."""
    tokens = match.tokens
    behind = tokens.name_of(index + 1)
    if behind is None:
        return not tokens.text.startswith("%", tokens.ends[index])
    if tokens.values[index] in PLAIN_YEARS:
        return behind not in lexicon.SETS["COUNTED"]
    if len(tokens.text[tokens.starts[index] : tokens.ends[index]]) == 4 and behind == "":
        return not tokens.text[tokens.starts[index + 1]].islower() or _is_stop(tokens, index + 1)
    return behind in lexicon.SETS["CLAUSE_END"] | lexicon.SETS["DATING"] | {"at", "the"} or _is_stop(tokens, index + 1)


def _is_stop(tokens: Tokens, index: int) -> bool:
    """Whether the word is one that nothing counts: ``when``, ``was``."""
    return tokens.text[tokens.starts[index] : tokens.ends[index]].lower() in lexicon.UNCOUNTED


def _written_year(match: Match) -> int:
    """The year of ``9 May 24``, or of ``Jan. 1, 9999``.

    Raises:
        NoSuchDayError: The calendar does not have it.
    """
    if match.has("short"):
        digits = match.tokens.text[slice(*match.span(match.indices("short")))]
        if len(digits) != 2:
            raise NoSuchDayError
        return int(digits) + (1900 if int(digits) > NEWEST_SHORT else 2000)
    year = int(match["far"] or 0)
    if not MINYEAR <= year <= MAXYEAR:
        raise NoSuchDayError
    return year


def _days_of_month(match: Match) -> Iterator[Draft]:
    """Several days of one month: each a date, the first with the month and the last with the year."""
    days = [index for index in match.indices("days") if isinstance(match.tokens.values[index], int)]
    found = [month_day(match["month"], match.tokens.values[index], match["year"]) for index in days]
    month = match.index("month")
    last = match.all[-1]
    month_leads = month is not None and month < days[0]
    first = month if month is not None and month_leads else days[0]
    for index, expression in zip(days, found, strict=True):
        begin = first if month_leads and index == days[0] else index
        end = last if index == days[-1] else index
        yield draft(match, expression, range(begin, end + 1))


def _weekdays_and_days(match: Match) -> Iterator[Draft]:
    """``Friday to Sunday, May 17-19``: the two days by their names, then by their numbers."""
    found = list(_days_of_month(match))
    if len(found) != 2:
        return
    for name, day in zip(("first", "last"), found, strict=True):
        yield draft(match, day.expression, match.indices(name))
        yield day


def _month_ordinal(match: Match) -> Iterator[Draft]:
    yield draft(match, month_day(match["month"], lexicon.ORDINALS[match["ordinal"]], its_year(match)))


def _month(match: Match) -> Iterator[Draft]:
    month, year = match["month"], its_year(match)
    bare = year is None and not match.has("deictic") and not match.has("stage")
    dated = match.has("dating") and not (match["dating"] in lexicon.OF_PEOPLE and _capital_behind(match))
    doubtful = bare and month in lexicon.AMBIGUOUS_MONTHS and not dated
    indices = match.all[1:] if match.has("dating") else match.all
    yield draft(
        match,
        InYear(month=lexicon.MONTHS[month], year=year, lean=lean(match["deictic"])),
        indices,
        weak=bare,
        doubtful=doubtful,
    )


def _capital_behind(match: Match) -> bool:
    """Whether an unknown word with a capital stands behind: ``of April Jones``."""
    tokens, behind = match.tokens, match.all[-1] + 1
    return tokens.name_of(behind) == "" and tokens.text[tokens.starts[behind]].isupper()


def _months(match: Match) -> Iterator[Draft]:
    """``March, April and May 2023``: each a date; the months of a range lie in the twelve up to its last one.

    What tells the tense of a range tells it at its first month.
    """
    tokens, listed = match.tokens, match.indices("listed")
    months = [index for index in listed if tokens.values[index] in lexicon.MONTHS]
    ranging = {"to", "through", "DASH"}.intersection(map(tokens.name_of, listed))
    last = lexicon.MONTHS[tokens.values[months[-1]]]
    for index in months:
        final = index == months[-1]
        found = InYear(
            month=lexicon.MONTHS[tokens.values[index]],
            year=its_year(match) if final else None,
            until=last if ranging and not final else None,
        )
        indices = range(index, match.all[-1] + 1) if final else range(index, index + 1)
        told = match.span(range(months[0], months[0] + 1)) if ranging else None
        yield replace(draft(match, found, indices, weak=True), told=told)


def _season(match: Match) -> Iterator[Draft]:
    season, year = match["season"], its_year(match)
    indices = match.all[1:] if match.has("dating") else match.all
    yield draft(
        match,
        InYear(part=lexicon.SEASONS[season], year=year, lean="past" if match.has("past") else lean(match["deictic"])),
        indices,
        weak=year is None and not match.has("deictic"),
    )


def _holiday(match: Match) -> Iterator[Draft]:
    yield draft(
        match,
        InYear(holiday=match["holiday"], year=its_year(match), lean=lean(match["deictic"])),
        weak=not match.has("deictic") and its_year(match) is None,
    )


def _part_named(match: Match) -> InYear:
    """The month, the season or the holiday of a match."""
    return InYear(
        month=lexicon.MONTHS[match["month"]] if match.has("month") else None,
        part=lexicon.SEASONS[match["season"]] if match.has("season") else None,
        holiday=match["holiday"],
    )


def _beside_last_date(match: Match) -> Iterator[Draft]:
    """``the following March``, ``the previous summer``: from the date before it in the text."""
    towards: Lean = "future" if match.has("following") else "past"
    yield draft(match, replace(_part_named(match), lean=towards, beside=True))


def _of_that_year(match: Match) -> Iterator[Draft]:
    """``that November``, ``that same summer``: in the year of the date before it in the text."""
    yield draft(match, replace(_part_named(match), year=YearOf(shift=0, anchor="previous")), demonstrative=True)


def _one_further(match: Match) -> Iterator[Draft]:
    """``the summer before last``, ``the Christmas before last``."""
    back = match.has("before")
    yield draft(match, replace(_part_named(match), lean="past" if back else "future", further=-1 if back else 1))


_NO_COUNT: Final = ">!UNITS >!UNIT >!CLOCK_UNITS >!SCALE"

RULES: Final = (
    Rule(
        name="beside the last date: the following March, the previous summer",
        pattern="the ( following:following | previous ) ( season:SEASON | month:MONTH | holiday:HOLIDAY ) >!DAY >!YEAR",
        build=_beside_last_date,
    ),
    Rule(
        name="in the year of the last date: that November, that same summer",
        pattern="that same? ( season:SEASON | month:MONTH | holiday:HOLIDAY ) >!DAY >!YEAR",
        build=_of_that_year,
    ),
    Rule(name="ISO 8601: 2023-07-27, 2020-W53", pattern="<!DASH ISO", build=_iso),
    Rule(name="a day known by its digits: 9/11", pattern="<!NUMBER <!DASH <!CURRENCY FRACTION >!of", build=_known_day),
    Rule(name="in digits: 12/7/2022", pattern="<!DASH <!SLASH <!CURRENCY NUMERIC", build=_numeric),
    Rule(
        name="month and day: Thursday, July 27, 2023; last Oct. 23",
        pattern=f"( name:WEEKDAY_ANY COMMA? the? | the? deictic:DEICTIC )?"
        f" month:MONTH the? day:DAY {_NO_COUNT} ( comma:COMMA ( year:YEAR | far:FAR_YEAR ) | ITS_YEAR )?",
        build=_month_day,
    ),
    Rule(
        name="day and month: the 27th of July 2023",
        pattern="<!DAY_DASH <!CURRENCY ( name:WEEKDAY_ANY COMMA? )? the? day:DAY ( day? of )? month:MONTH"
        " ( ITS_YEAR | far:FOUR_DIGITS | short:TWO_DIGITS )?",
        build=_month_day,
    ),
    Rule(
        name="day in words: the first of May",
        pattern="the ordinal:ORDINAL_WORD of month:MONTH ITS_YEAR?",
        build=_month_ordinal,
    ),
    Rule(
        name="days of a month: July 27th, 28th, and 29th; Nov. 2-4, 2021",
        pattern=f"month:MONTH days:DAYS_OF_MONTH {_NO_COUNT} ( COMMA? year:YEAR )?",
        build=_days_of_month,
    ),
    Rule(
        name="weekdays and days of a month: Friday to Sunday, May 17-19",
        pattern="first:WEEKDAY_ANY ( to | through | until | DASH | and ) last:WEEKDAY_ANY COMMA?"
        f" ( month:MONTH days:DAYS_OF_MONTH {_NO_COUNT} | days:DAYS_OF_MONTH of? month:MONTH ) ( COMMA? year:YEAR )?",
        build=_weekdays_and_days,
    ),
    Rule(
        name="days of a month, the month behind: 2 and 3 May; 27–29 July 2023",
        pattern="<!CURRENCY days:DAYS_OF_MONTH of? month:MONTH ( COMMA? year:YEAR )?",
        build=_days_of_month,
    ),
    Rule(
        name="month with what says when: July 2023, last December, mid-July, April next year, the first week of May",
        pattern="( STAGE_OF? month:MONTH ITS_YEAR"
        " | STAGE_OF? the? deictic:DEICTIC month:MONTH | STAGE_OF month:MONTH )",
        build=_month,
    ),
    Rule(name="month: in April", pattern="dating:DATING? month:MONTH >!DAY >!QUARTER_BEHIND", build=_month),
    Rule(
        name="months: March, April and May 2023; the January-March quarter",
        pattern="listed:MONTH_LIST >!DAY ITS_YEAR?",
        build=_months,
    ),
    Rule(
        name="season: last fall, the summer of 1999, this past spring, late autumn",
        pattern="( the? deictic:DEICTIC? past:past? STAGE_OF? season:SEASON ITS_YEAR"
        " | the? deictic:DEICTIC past:past? season:SEASON"
        " | the? STAGE_OF season:SEASON | dating:SEASON_DATING the? season:SEASON ITS_YEAR? >!of )",
        build=_season,
    ),
    Rule(
        name="holiday: last Thanksgiving, Christmas 2021",
        pattern="deictic:DEICTIC? holiday:HOLIDAY ITS_YEAR?",
        build=_holiday,
    ),
    Rule(
        name="one further: the summer before last, the Christmas before last",
        pattern="the? ( season:SEASON | month:MONTH | holiday:HOLIDAY ) ( before:before last | after next ) >!ANY_UNIT",
        build=_one_further,
    ),
)
