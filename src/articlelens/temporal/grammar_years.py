"""Rules for years, what is longer, and the parts of a year that have a number: quarters, halves, fiscal years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import Draft, Fixed, InYear, ShortDecade, YearOf
from articlelens.temporal.grammar_parts import draft, its_year, lean, month_day
from articlelens.temporal.patterns import Match, Rule
from articlelens.temporal.values import Calendar

NEWEST_YEAR: Final = 2100  # a bare number beyond is hardly a year
LAST_HUNDREDS: Final = 180  # "the 1800s" are a century; of "the 1900s" and "the 2000s" the first decade is meant too
PLAIN_YEARS: Final = range(1900, NEWEST_YEAR)  # bare numbers that are mostly years; others need a word that says so


def _year(match: Match) -> Iterator[Draft]:
    year = match["year"]
    plain = year in PLAIN_YEARS
    if year > NEWEST_YEAR or not (plain or match.has("dating") or match.has("stage")) or _counts(match, plain=plain):
        return
    indices = match.all[1:] if match.has("dating") else match.all
    yield draft(match, Fixed(Calendar(year=year)), indices, weak=not match.has("stage"))


def _year_of_thing(match: Match) -> Iterator[Draft]:
    if match["year"] <= NEWEST_YEAR:
        yield draft(match, Fixed(Calendar(year=match["year"])), weak=True)


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


# Quarters by their last month, as in Australia and India, and in markets everywhere: "the December quarter".
_QUARTER_TO: Final = {"march": 1, "june": 2, "september": 3, "december": 4}


def _quarter_to_month(match: Match) -> Iterator[Draft]:
    """``the December quarter``; of another last month than those it is no quarter of the calendar."""
    number = _QUARTER_TO.get(match["month"])
    if number is not None:
        yield draft(match, InYear(part=f"Q{number}", year=its_year(match), lean=lean(match["deictic"])))


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


def _fiscal_year(match: Match) -> Iterator[Draft]:
    if match.has("code"):
        year = _of_code(match["code"])
        yield draft(match, InYear(year=_last_of(year, match) or year, fiscal=True))
    elif match.has("deictic"):
        yield draft(match, InYear(year=YearOf(shift=lexicon.DEICTIC[match["deictic"]]), fiscal=True))
    else:
        year = match["year"]
        yield draft(match, InYear(year=_last_of(year, match) or year, fiscal=True))


RULES: Final = (
    Rule(
        name="year: in 1998, early 1997, the year 2000",
        pattern="<!PHONE <!NUMBERED <!CURRENCY <!SLASH ( STAGE_OF | dating:DATING | the year )? year:YEAR"
        " >!ANY_UNITS >!SLASH >!ZONE",
        build=_year,
    ),
    Rule(
        name="year of a thing that is called by it: an 1864 abortion ban, the 1755 earthquake",
        pattern="( <ARTICLE | <the | <POSSESSIVE ) year:YEAR >DATED_THING",
        build=_year_of_thing,
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
        name="quarter by its last month: the December quarter, last March quarter, June quarter of 2023",
        pattern="<!DASH <!to ITS_YEAR_FIRST? the? deictic:DEICTIC? month:MONTH DASH? quarter >!DASH >!final ITS_YEAR?",
        build=_quarter_to_month,
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
        name="fiscal year: fiscal 2013, the fiscal year 2013, last fiscal year, FY22",
        pattern="( the? FISCAL year? year:YEAR ( ( DASH | SLASH ) second:SECOND_YEAR )?"
        " | the? year:YEAR ( ( DASH | SLASH ) second:SECOND_YEAR )? FISCAL year"
        " | the? deictic:DEICTIC FISCAL year | code:FISCAL_CODE ( DASH second:TWO_DIGITS )? )",
        build=_fiscal_year,
    ),
)
