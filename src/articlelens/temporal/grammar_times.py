"""Rules for times of day: clock times, parts of a day, with their day where the text names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import Beside, Draft, Expression, Fixed, OfDay
from articlelens.temporal.grammar_parts import day_named, day_with_part, draft
from articlelens.temporal.patterns import Match, Rule
from articlelens.temporal.values import parse

# "12:40 on Saturday night" and "2 a.m. last night" are of the day that follows
_SMALL_HOURS: Final = 6


def _clock(match: Match, part: str | None) -> tuple[int, int, int | None] | None:
    """Hour, minute and second that are written, in the half of the day that is said; None where no clock shows them."""
    minute, second = 0, None
    if match.has("clock"):
        hour, minute, *rest = (int(number) for number in match["clock"].split(":"))
        second = rest[0] if rest else None
    elif match.has("minutes"):  # 10.30 p.m.
        index = match.index("minutes") or 0
        digits = match.tokens.text[match.tokens.starts[index] : match.tokens.ends[index]].split(".")
        if len(digits[1]) != 2:
            return None
        hour, minute = int(digits[0]), int(digits[1])
    else:
        word = match["hour"] if match.has("hour") else match["oclock"]
        hour = word if isinstance(word, int) else lexicon.ONES[word]
        minute = (
            30 if match.has("half") else 15 if match.has("quarter") else lexicon.TENS_OF_CLOCK.get(match["spelled"], 0)
        )
        if match.has("short"):  # a quarter to nine
            hour, minute = (hour - 2) % 12 + 1, 60 - minute
    if match.has("meridiem"):
        return (hour % 12 + (12 if match["meridiem"] == "p" else 0), minute, second) if 1 <= hour <= 12 else None
    return (_hour_of_part(hour, part) if part and 1 <= hour <= 12 else hour), minute, second


def _hour_of_part(hour: int, part: str) -> int:
    """The hour of 24 that one of 12 is in a part of the day."""
    late = part in ("AF", "EV") or (part == "NI" and _SMALL_HOURS <= hour < 12)
    return hour % 12 + (12 if late else 0)


def _iso(hour: int, minute: int, second: int | None = None) -> str | None:
    """The time as ISO 8601 has it; None where no clock shows it."""
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}" + ("" if second is None else f":{second:02d}")


def _universal(match: Match) -> str:
    """``Z`` for universal time; other zones do not say their hours with certainty."""
    return "Z" if match["zone"] in lexicon.UNIVERSAL else ""


def _day(match: Match, hour: int) -> Expression | None:
    """The day of a clock time: that of the night it falls in, or the next one in the small hours of that night."""
    day, part = day_with_part(match)
    return Beside(day=day, shift=1) if day is not None and part == "NI" and hour < _SMALL_HOURS else day


def _time(match: Match) -> Iterator[Draft]:
    clock = _clock(match, day_with_part(match)[1])
    time = _iso(*clock) if clock else None
    if clock and time:
        indices = match.all[1:] if match.has("at") else match.all
        yield draft(match, OfDay(time=time + _universal(match), day=_day(match, clock[0])), indices)


def _says_clock(match: Match) -> bool:
    """Whether the number can only be a clock's."""
    return any(match.has(name) for name in ("clock", "meridiem", "oclock"))


def _clock_time(match: Match) -> Iterator[Draft]:
    """A clock time that something says to be one: ``2 p.m.``, ``14:30 GMT``, ``3:15 on Sunday``; not ``3:2``."""
    day, part = day_with_part(match)
    if day or part or match.has("meridiem") or match.has("oclock") or match.has("zone"):
        yield from _time(match)


def _bare_hour(match: Match) -> Iterator[Draft]:
    """``at 6 on Friday evening``: without the part of the day, nobody knows which 6."""
    if day_with_part(match)[1]:
        yield from _time(match)


def _dotted(match: Match) -> Iterator[Draft]:
    """``left at 11.59``, ``the 8.15 to London``: after such a cue the number is a clock's, and no price."""
    tokens, behind = match.tokens, match.all[-1] + 1
    train = tokens.name_of(match.all[0]) == "the"
    capital = tokens.text[tokens.starts[behind + 1]].isupper() if train else True
    percent = tokens.text.startswith("%", tokens.ends[behind - 1])
    if capital and not percent and (train or tokens.name_of(behind) not in _MEASURED):
        yield from (replace(found, start=tokens.starts[match.index("minutes") or 0]) for found in _time(match))


def _military(match: Match) -> Iterator[Draft]:
    """``0735 GMT``."""
    digits = f"{match['digits']:0>4}"
    time = _iso(int(digits[:2]), int(digits[2:]))
    if time:
        yield draft(match, OfDay(time=time + _universal(match), day=_day(match, int(digits[:2]))))


def _hour_range(match: Match) -> Iterator[Draft]:
    """``9-11 a.m.``, ``7:30 to 9 p.m.``: two times, of which only the second says which half of the day."""
    day, part = day_with_part(match)
    second, index = _clock(match, part), match.index("first")
    if second is None or index is None or not match.has("meridiem"):
        return
    first, minute = (int(number) for number in f"{match['first']}:0".split(":")[:2])
    if not 1 <= first <= 12:
        return
    later = second[:2]
    hour = first % 12 + (12 if later[0] >= 12 else 0)
    if (hour, minute) >= later:  # 11-2 p.m.: from before noon
        hour = first % 12 + (0 if later[0] >= 12 else 12)
    time = _iso(hour, minute)
    if time:
        yield draft(match, OfDay(time=time, day=day), range(index, index + 1))
        begin = next(number for number in match.all if number > index + 1)
        for found in _time(match):
            yield replace(found, start=match.tokens.starts[begin])


def _part_of_day(match: Match) -> Iterator[Draft]:
    day, part = day_with_part(match)
    time = lexicon.MOMENTS[match["moment"]] if match.has("moment") else part
    if day is not None and time is not None:
        yield draft(match, OfDay(time=time, day=day))


def _overnight(match: Match) -> Iterator[Draft]:
    """``overnight on Friday``: the night that begins then; ``overnight into Friday``: the one that ends then."""
    day = day_named(match)
    if day is not None:
        yield draft(match, OfDay(time="NI", day=Beside(day=day, shift=-1) if match.has("into") else day))


def _recurring(match: Match) -> Iterator[Draft]:
    """``every Monday morning``, ``Saturdays at 9 a.m.``: a time of day that comes round with its weekday."""
    weekday = (lexicon.WEEKDAYS | lexicon.WEEKDAYS_PLURAL)[match["weekday"]]
    if match.has("part"):
        time: str | None = (lexicon.DAY_PARTS | lexicon.DAY_PARTS_PLURAL)[match["part"]]
    else:
        clock = _clock(match, None)
        time = _iso(*clock) if clock else None
    if time:
        yield draft(match, Fixed(parse(f"XXXX-WXX-{weekday}T{time}"), "set"))


def _moment(match: Match) -> Iterator[Draft]:
    yield draft(match, OfDay(time=lexicon.MOMENTS[match["moment"]]), weak=True)


# behind a number these say that it is no clock's
_MEASURED: Final = lexicon.SETS["SCALE"] | lexicon.SETS["ANY_UNITS"] | lexicon.SETS["COUNTED"] | {"", "DASH"}

_EACH_DAY: Final = "( ( every | each ) weekday:WEEKDAY | weekday:WEEKDAYS )"

RULES: Final = (
    Rule(
        name="clock time: 9:30 a.m. EST on Tuesday; 2 p.m., July 27; 7:30 on Friday evening",
        pattern="CLOCK_TIME ITS_ZONE? ITS_DAY?",
        build=_clock_time,
    ),
    Rule(
        name="clock time behind a word that asks for one: at 14:30",
        pattern="at:AT_TIME clock:CLOCK ITS_ZONE? ITS_DAY?",
        build=_time,
    ),
    Rule(
        name="clock time in words: at half past seven on Friday evening",
        pattern="at:AT_HOUR CLOCK_IN_WORDS oclock:SMALL ITS_ZONE? ITS_DAY?",
        build=_time,
    ),
    Rule(
        name="day with its clock time: Tuesday at 9:30 a.m. EST, Friday evening at 8",
        pattern="( DAY_WITH_PART | DAY_NAMED ) COMMA? at? ( around | about )?"
        " ( CLOCK_TIME ITS_ZONE? | <AT_HOUR hour:SMALL | <AT_HOUR minutes:DECIMAL )",
        build=lambda match: _time(match) if _says_clock(match) else _bare_hour(match),
    ),
    Rule(
        name="time that recurs: every Monday morning, Friday nights, Saturdays at 9 a.m., 7 p.m. each Tuesday",
        pattern=f"( {_EACH_DAY} part:DAY_PART | weekday:WEEKDAY part:DAY_PARTS"
        f" | {_EACH_DAY} COMMA? ( at | from )? CLOCK_TIME ITS_ZONE? | CLOCK_TIME ITS_ZONE? on? {_EACH_DAY} )",
        build=_recurring,
    ),
    Rule(
        name="four digits and a zone: 0735 GMT",
        pattern="( digits:FOUR_DIGITS | digits:YEAR ) ITS_ZONE ITS_DAY?",
        build=_military,
    ),
    Rule(
        name="hours: 9-11 a.m., 7:30 to 9 p.m. Tuesday",
        pattern="( first:HOUR | first:CLOCK ) ( DASH | to | and | until ) CLOCK_TIME ITS_ZONE? ITS_DAY?",
        build=_hour_range,
    ),
    Rule(
        name="hour in a part of the day: 4 in the morning, at 6 on Friday evening",
        pattern="( at:AT_HOUR ( hour:SMALL | minutes:DECIMAL ) ITS_DAY"
        " | hour:SMALL in the part:DAY_PART ( COMMA? on? DAY_NAMED )? )",
        build=_bare_hour,
    ),
    Rule(
        name="part of a day: Friday night, the morning of July 27, last night, the next morning, noon on Tuesday",
        pattern="( weekday:WEEKDAY part:DAY_PART COMMA? month:MONTH the? day:DAY ( COMMA? year:YEAR )?"
        " | DAY_WITH_PART | DAY_NAMED COMMA? ( at | around )? moment:MOMENT | moment:MOMENT ( of | on )? DAY_NAMED )",
        build=_part_of_day,
    ),
    Rule(
        name="clock time with a dot: left at 11.59, kicks off at 20.45 on Tuesday, the 8.15 to London",
        pattern="( <CLOCK_VERB AT_HOUR minutes:DECIMAL meridiem:MERIDIEM? ITS_ZONE? ITS_DAY?"
        " | the minutes:DECIMAL >RAIL )",
        build=_dotted,
    ),
    Rule(
        name="overnight with its day: overnight on Friday, overnight into Tuesday",
        pattern="overnight ( on | into:into | into:to )? DAY_NAMED >!DAY_PART",
        build=_overnight,
    ),
    Rule(name="noon, midnight", pattern="moment:MOMENT", build=_moment),
)
