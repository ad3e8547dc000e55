"""Rules for lengths of time and for how often something happens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import Draft, Fixed
from articlelens.temporal.grammar_parts import draft, number
from articlelens.temporal.lexicon import SETS
from articlelens.temporal.patterns import Match, Rule
from articlelens.temporal.values import Duration, parse


def length(amount: float | None, unit: str) -> str:
    """The ISO 8601 duration of so many units, ``X`` for an amount that is not known.

    A half is written in the next smaller unit where it is a whole number of them: ``PT5H30M``, ``P1Y6M``.
    """
    size, letter = (lexicon.UNITS | lexicon.UNITS_PLURAL)[unit]
    prefix = "PT" if letter[0] == "T" else "P"
    letter = letter[-1]
    if amount is None:
        return f"{prefix}X{letter}"
    total = amount * size
    if total == int(total):
        return f"{prefix}{int(total)}{letter}"
    whole, rest = divmod(total, 1)
    smaller = {"PTH": (60, "M"), "PTM": (60, "S"), "PY": (12, "M")}.get(prefix + letter)
    if smaller and (rest * smaller[0]).is_integer():
        return prefix + (f"{int(whole)}{letter}" if whole else "") + f"{int(rest * smaller[0])}{smaller[1]}"
    if prefix + letter == "PD" and (rest * 24).is_integer():
        return f"P{int(whole)}DT{int(rest * 24)}H" if whole else f"PT{int(rest * 24)}H"
    return f"{prefix}{total:.6g}{letter}" if total < 10**5 else f"{prefix}{round(total)}{letter}"


def _duration(match: Match) -> Iterator[Draft]:
    amount: float | None = None
    if match.has("amount"):
        amount = number(match, "amount")
        if amount is None or amount > 10**11 or _some_day(match, amount):
            return
    elif match.has("article"):
        amount = 1
    if match.has("half"):
        amount = (amount or 0) + 0.5
    if match.has("dozen"):
        amount = 12
    yield draft(match, Fixed(Duration(length(amount, match["unit"])), "duration"), _without(match), weak=True)


def _up_to(match: Match) -> Iterator[Draft]:
    yield draft(match, Fixed(Duration(length(1, match["unit"])), "duration"))


def _some_day(match: Match, amount: float) -> bool:
    """Whether it is the ``one day`` of a story, which is no length of time."""
    before = match.all[0] - 1
    asked = before >= 0 and match.tokens.values[before] in SETS["ASKING"]
    beside = (
        match.tokens.values[after] in ("after", "before", "later")
        if (after := match.all[-1] + 1) < len(match.tokens.values)
        else False
    )
    told = match["amount"] == "one" and match["unit"] == "day" and amount == 1
    return told and not asked and len(match.all) == 2 and not beside


def _range(match: Match) -> Iterator[Draft]:
    """``three to five years``: two lengths, each with its own mention."""
    low = number(match, "low")
    amount = number(match, "amount")
    if low is None or amount is None or max(low, amount) > 10**11:
        return
    yield draft(match, Fixed(Duration(length(low, match["unit"])), "duration"), match.indices("low"))
    yield draft(
        match,
        Fixed(Duration(length(amount, match["unit"])), "duration"),
        range(match.indices("amount")[0], match.all[-1] + 1),
    )


def _long(match: Match) -> Iterator[Draft]:
    """``day-long``, ``decades-long``."""
    if match.has("long"):
        yield draft(match, Fixed(Duration(length(1, match["long"].removesuffix("long"))), "duration"))
        return
    amount = None if match["unit"].endswith("s") or match["unit"] == "centuries" else 1
    yield draft(match, Fixed(Duration(length(amount, match["unit"])), "duration"))


def _set(match: Match) -> Iterator[Draft]:
    if match.has("word"):
        value = lexicon.FREQUENCIES[match["word"]]
    elif match.has("weekday"):
        value = f"XXXX-WXX-{(lexicon.WEEKDAYS | lexicon.WEEKDAYS_PLURAL)[match['weekday']]}"
    elif match.has("month"):
        value = f"XXXX-{lexicon.MONTHS[match['month']]:02d}"
    elif match.has("season"):
        value = f"XXXX-{lexicon.SEASONS[match['season']]}"
    elif match.has("part"):
        value = f"XXXX-XX-XXT{lexicon.DAY_PARTS[match['part']]}"
    elif match.has("weekend"):
        value = "XXXX-WXX-WE"
    else:
        amount = number(match, "amount") if match.has("amount") else 2 if match.has("other") else 1
        value = length(amount, match["unit"])
    yield draft(match, Fixed(parse(value), "set"), weak=True)


def _without(match: Match) -> range:
    """The tokens of the match without the word that only asks for a length: ``for`` years."""
    skip = len(match.indices("asking"))
    return match.all[skip:]


_UNIT_ANY: Final = "( unit:ANY_UNITS | unit:ANY_UNIT )"

RULES: Final = (
    Rule(
        name="length: three days, at least 72 hours, the past four months, 5 1/2 hours, 16-hour",
        pattern=f"<!CURRENCY <!AGED ( the? PERIOD_SIDE )? amount:AMOUNT EXTRA?"
        f" {_UNIT_ANY} NO_AGE ( and ARTICLE half:half )?",
        build=_duration,
    ),
    Rule(
        name="length with a hyphen: 16-hour, two-day, twenty-five-year",
        pattern="<!CURRENCY <!AGED amount:AMOUNT DASH ( and DASH ARTICLE DASH half:half DASH )?"
        " ( unit:ANY_UNIT | unit:second ) NO_AGE",
        build=_duration,
    ),
    Rule(
        name="lengths: three to five years, two or three weeks, between 18 and 24 months",
        pattern=f"<!CURRENCY <!AGED ( low:AMOUNT DASH? ( to | or | DASH ) | <between low:AMOUNT and )"
        f" amount:AMOUNT DASH? {_UNIT_ANY} NO_AGE",
        build=_range,
    ),
    Rule(
        name="one unit: for a month, within an hour, over a year and a half",
        pattern="asking:ASKING{1,3} article:ARTICLE ( full | whole )? unit:ANY_UNIT NO_AGE ( and ARTICLE half:half )?",
        build=_duration,
    ),
    Rule(
        name="one unit and what it is beside: a week after, a month before",
        pattern="article:ARTICLE unit:ANY_UNIT ( >before | >after | >since | >from )",
        build=_duration,
    ),
    Rule(
        name="one unit that runs: the past year, the past month",
        pattern="the ( article:past | <THROUGHOUT_THE article:last ) ( unit:UNIT | unit:CLOCK_UNIT ) >!of",
        build=_duration,
    ),
    Rule(
        name="one unit up to a date: the year to March 31, the fiscal year ended June 2023",
        pattern="the FISCAL? ( unit:year | unit:month ) >UP_TO",
        build=_up_to,
    ),
    Rule(
        name="half a unit: half an hour, half a century, half-hour",
        pattern="( ARTICLE half:half DASH? | half:half ( DASH | ARTICLE ) ) unit:ANY_UNIT NO_AGE",
        build=_duration,
    ),
    Rule(
        name="lengths not counted: several days, the past few weeks, a couple of years, recent months",
        pattern="( ( the? PERIOD_SIDE | ARTICLE | the )? <!as VAGUE_AMOUNT ( short | long )?"
        " | the PERIOD_SIDE | <in PERIOD_SIDE | recent | coming | ARTICLE couple of? | ARTICLE dozen:dozen | HEAPS of )"
        " unit:ANY_UNITS NO_AGE",
        build=_duration,
    ),
    Rule(
        name="lengths not counted: for years, in the weeks before, dozens of years",
        pattern="( asking:FOR unit:ANY_UNITS NO_AGE | unit:UNITS >OF_WHAT"
        " | asking:IN_THE unit:ANY_UNITS ( >before | >after | >since | >leading )"
        " | unit:ANY_UNITS ( >before | >after | >later ) )",
        build=_duration,
    ),
    Rule(
        name="as long as a unit: day-long, decades-long, yearlong",
        pattern="( ( unit:ANY_UNIT | unit:ANY_UNITS ) DASH long | long:UNIT_LONG )",
        build=_long,
    ),
    Rule(name="how often: daily, annually", pattern="word:FREQUENCY", build=_set),
    Rule(
        name="each: every day, each year, every two weeks, every other month",
        pattern=f"( every | each ) ( other:other | amount:AMOUNT )? {_UNIT_ANY}",
        build=_set,
    ),
    Rule(
        name="each by its name: every Monday, every summer, every morning, Mondays, weekends",
        pattern="( ( every | each ) ( weekday:WEEKDAY | month:MONTH | season:SEASON | part:DAY_PART | weekend:weekend )"
        " | weekday:WEEKDAYS | weekend:weekends )",
        build=_set,
    ),
    Rule(
        # "$5 million a year" is none: there the year is part of the figure's unit
        name="so many times: twice a week, three times a year",
        pattern="( once | twice | AMOUNT times ) ARTICLE unit:ANY_UNIT",
        build=_set,
    ),
)
