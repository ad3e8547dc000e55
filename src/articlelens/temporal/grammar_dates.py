"""Rules for dates of the calendar: days, months, years and their parts, with or without a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import Draft, Fixed, InYear, Lean, Numeric, ShortDecade, YearOf
from articlelens.temporal.grammar_parts import NoSuchDayError, draft, its_year, lean, month_day
from articlelens.temporal.lexer import Tokens
from articlelens.temporal.patterns import Match, Rule
from articlelens.temporal.values import Calendar, parse

NEWEST_YEAR: Final = 2100  # a bare number beyond is hardly a year
LAST_HUNDREDS: Final = 180  # "the 1800s" are a century; of "the 1900s" and "the 2000s" the first decade is meant too
NEWEST_SHORT: Final = 40  # in two digits; what is greater is of the century before
PLAIN_YEARS: Final = range(1900, NEWEST_YEAR)  # bare numbers that are mostly years; others need a word that says so


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
    first, last = match.all[0], match.all[-1]
    month_leads = month is not None and month < days[0]
    for index, expression in zip(days, found, strict=True):
        begin = first if month_leads and index == days[0] else index
        end = last if index == days[-1] else index
        yield draft(match, expression, range(begin, end + 1))


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
    """``March, April and May 2023``: each a date; the months of a range lie in the twelve up to its last one."""
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
        yield draft(match, found, range(index, match.all[-1] + 1) if final else range(index, index + 1), weak=True)


def _year(match: Match) -> Iterator[Draft]:
    year = match["year"]
    plain = year in PLAIN_YEARS
    if year > NEWEST_YEAR or not (plain or match.has("dating") or match.has("stage")) or _counts(match, plain=plain):
        return
    indices = match.all[1:] if match.has("dating") else match.all
    yield draft(match, Fixed(Calendar(year=year)), indices, weak=not match.has("stage"))


def _year_of_era(match: Match) -> Iterator[Draft]:
    """``44 BC``, ``AD 79``, ``490-480 BC``, ``March 15, 44 BC``."""
    bc = match.has("bc")
    first, last = (_number_of_year(match, name) for name in ("first", "year"))
    if last is None or (not bc and last > NEWEST_YEAR):
        return
    if match.has("month"):
        month_day(match["month"], match["day"] or 1)  # it has to be in the calendar
    begin = match.index("first")
    if begin is not None and first is not None:
        yield draft(match, Fixed(Calendar(year=first, bc=bc)), range(begin, begin + 1))
    month = lexicon.MONTHS[match["month"]] if match.has("month") else None
    indices = match.all if begin is None else match.all[2:]
    day = int(match["day"]) if match.has("day") else None
    yield draft(match, Fixed(Calendar(year=last, month=month, day=day, bc=bc)), indices)


def _number_of_year(match: Match, name: str) -> int | None:
    number = int(match[name] or 0)  # four digits are a text, so that their zeros are kept
    return number if 1 <= number <= 9999 else None


def _counts(match: Match, *, plain: bool) -> bool:
    """Whether the number counts what stands behind it, or behind a second one: ``from 1500 to 2000 people``.

    Any noun will do for a number that is rarely a year.
    """
    tokens = match.tokens
    behind = match.all[-1] + 1
    if tokens.name_of(behind) in ("to", "and", "or", "DASH") and tokens.name_of(behind + 1) in lexicon.SETS["NUMBER"]:
        behind += 2
    if tokens.name_of(behind) in lexicon.SETS["COUNTED"]:
        return True
    return not plain and tokens.name_of(behind) == "" and tokens.text[tokens.starts[behind]].islower()


def _year_range(match: Match) -> Iterator[Draft]:
    """``2012–13``: two years, the second without its century."""
    first, second = match["year"], match.index("second")
    last = _last_of(first, match)
    if second is None or last is None:
        return
    yield draft(match, Fixed(Calendar(year=first)), range(match.all[0], match.all[0] + 1))
    yield draft(match, Fixed(Calendar(year=last)), range(second, second + 1))


def _last_of(first: int, match: Match) -> int | None:
    """The second year of ``2012–13`` or ``2012/2013``; None where it is none."""
    second = match.index("second")
    if second is None:
        return None
    digits = match.tokens.text[match.tokens.starts[second] : match.tokens.ends[second]]
    if len(digits) == 4:
        return int(digits) if int(digits) == first + 1 else None
    last = first - first % 100 + int(digits) if len(digits) == 2 and digits.isdigit() else 0
    if last == first - first % 100:  # 1999-00
        last += 100
    return last if first < last <= NEWEST_YEAR else None


def _decade(match: Match) -> Iterator[Draft]:
    decade = match["decade"]
    bc = match.has("bc")
    if decade % 10 == 0 and (bc or 100 <= decade <= LAST_HUNDREDS):
        yield draft(match, Fixed(Calendar(century=decade // 10, bc=bc)))
    elif decade >= 100 and (bc or decade <= NEWEST_YEAR // 10):
        yield draft(match, Fixed(Calendar(decade=decade, bc=bc)))


def _decades(match: Match) -> Iterator[Draft]:
    """``the 1850s-60s``: two decades of one century."""
    first, index = match["first"], match.index("second")
    second = first - first % 10 + match["second"]
    if index is not None and 100 <= first < second <= NEWEST_YEAR // 10:
        yield draft(match, Fixed(Calendar(decade=first)), match.indices("first"))
        yield draft(match, Fixed(Calendar(decade=second)), range(index, index + 1))


def _short_decade(match: Match) -> Iterator[Draft]:
    yield draft(match, ShortDecade(digit=match["decade"]))


def _century(match: Match) -> Iterator[Draft]:
    index = match.indices("number")
    word = match.tokens.values[index[-1]]
    number = word if isinstance(word, int) else lexicon.ORDINALS.get(word)
    if len(index) > 1 and number is not None:  # twenty-first
        number += 20
    bc = match.has("bc")
    if number is not None and 1 <= number <= 100 and (bc or match.has("ad") or 2 <= number <= 22):
        yield draft(match, Fixed(Calendar(century=number - 1, bc=bc)))


def _quarter(match: Match) -> Iterator[Draft]:
    number = 4 if match.has("last") else match["number"]
    if isinstance(number, str):
        number = int(number[1]) if number[0] == "Q" else lexicon.ORDINALS[number]
    if not 1 <= number <= 4:
        return
    fiscal = match.has("fiscal") or match.has("code")
    year = _of_code(match["code"]) if match.has("code") else its_year(match)
    bare = year is None and not fiscal and not match.has("deictic")
    yield draft(match, InYear(part=f"Q{number}", year=year, lean=lean(match["deictic"]), fiscal=fiscal), weak=bare)


def _of_code(code: str) -> int:
    """The year of ``FY22`` or ``FY 2022``."""
    digits = code[2:].strip()
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _half(match: Match) -> Iterator[Draft]:
    number = match["number"]
    if isinstance(number, str):
        number = int(number[1]) if number[0] == "H" else lexicon.ORDINALS[number]
    if number in (1, 2):
        year = _of_code(match["code"]) if match.has("code") else its_year(match)
        found = InYear(part=f"H{number}", year=year, fiscal=match.has("fiscal") or match.has("code"))
        yield draft(match, found, weak=year is None)


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


def _fiscal_year(match: Match) -> Iterator[Draft]:
    if match.has("code"):
        year = _of_code(match["code"])
        yield draft(match, InYear(year=_last_of(year, match) or year, fiscal=True))
    elif match.has("deictic"):
        yield draft(match, InYear(year=YearOf(shift=lexicon.DEICTIC[match["deictic"]]), fiscal=True))
    else:
        year = match["year"]
        yield draft(match, InYear(year=_last_of(year, match) or year, fiscal=True))


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
    Rule(name="a day known by its digits: 9/11", pattern="<!NUMBER <!DASH <!CURRENCY FRACTION", build=_known_day),
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
    Rule(name="month: in April", pattern="dating:DATING? month:MONTH >!DAY", build=_month),
    Rule(
        name="months: March, April and May 2023; the January-March quarter",
        pattern="listed:MONTH_LIST >!DAY ITS_YEAR?",
        build=_months,
    ),
    Rule(
        name="year: in 1998, early 1997, the year 2000",
        pattern="<!PHONE <!NUMBERED <!CURRENCY <!SLASH ( STAGE_OF | dating:DATING | the year )? year:YEAR"
        " >!ANY_UNITS >!SLASH >!ZONE",
        build=_year,
    ),
    Rule(
        name="year of an era: 44 BC, AD 79, 490-480 BC, March 15, 44 BC",
        pattern="( first:YEAR_OF_ERA ( DASH | to | and | or ) year:YEAR_OF_ERA ( bc:BC | AD )"
        " | ( month:MONTH ( day:DAY COMMA )? of? )? year:YEAR_OF_ERA ( bc:BC | AD ) | AD year:YEAR_OF_ERA >!ERA )",
        build=_year_of_era,
    ),
    Rule(
        name="years: 2012–13, 1998/99",
        pattern="<!CURRENCY <!DASH year:YEAR ( DASH | SLASH ) second:TWO_DIGITS >!DASH >!SLASH",
        build=_year_range,
    ),
    Rule(name="decades: the 1850s-60s", pattern="first:DECADE ( DASH | and | to ) second:SHORT_DECADE", build=_decades),
    Rule(name="decade: the early 1980s", pattern="( STAGE DASH? )? decade:DECADE ( bc:BC | AD )?", build=_decade),
    Rule(
        name="decade: the '90s",
        pattern="( STAGE DASH? )? APOSTROPHE decade:SHORT_DECADE",
        build=_short_decade,
    ),
    Rule(
        name="century: the late 19th century",
        pattern="( the? STAGE_OF )? the? number:CENTURY_NUMBER DASH? century ( bc:BC | ad:AD )?",
        build=_century,
    ),
    Rule(
        name="quarter: the third quarter of last year, Q3 2022, fiscal second quarter",
        pattern="( ITS_YEAR_FIRST? the? deictic:DEICTIC? fiscal:FISCAL? number:QUARTER_NUMBER DASH? quarter"
        " | number:QUARTER_CODE ) ( of? code:FISCAL_CODE | ( of? fiscal:FISCAL >YEAR )? ITS_YEAR? )",
        build=_quarter,
    ),
    Rule(
        name="quarter, the last: the final quarter of 2022, the last quarter of last year",
        pattern="the? fiscal:FISCAL? ( last:last | last:final ) quarter ITS_YEAR",
        build=_quarter,
    ),
    Rule(
        name="half year: the first half of 2019, H1 2023, last year's second half",
        pattern="( ITS_YEAR_FIRST? the? number:HALF_NUMBER DASH? half | number:HALF_CODE )"
        " ( of? code:FISCAL_CODE | ( of fiscal:FISCAL >YEAR )? ITS_YEAR? ) >!of",
        build=_half,
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
    Rule(
        name="fiscal year: fiscal 2013, the fiscal year 2013, last fiscal year, FY22",
        pattern="( the? FISCAL year? year:YEAR ( ( DASH | SLASH ) second:SECOND_YEAR )?"
        " | the? year:YEAR ( ( DASH | SLASH ) second:SECOND_YEAR )? FISCAL year"
        " | the? deictic:DEICTIC FISCAL year | code:FISCAL_CODE ( DASH second:TWO_DIGITS )? )",
        build=_fiscal_year,
    ),
)
