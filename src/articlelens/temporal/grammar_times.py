"""Rules for times of day: clock times, parts of a day, with their day where the text names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from articlelens.temporal import lexicon
from articlelens.temporal.expressions import Draft, OfDay
from articlelens.temporal.grammar_parts import day_named, draft
from articlelens.temporal.patterns import Match, Rule


def _clock(match: Match) -> str | None:
    """The clock time of a CLOCK_TIME as ISO 8601 has it; None where no clock shows it."""
    minute, second = 0, None
    if match.has("clock"):
        hour, minute, *rest = (int(part) for part in match["clock"].split(":"))
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
    half = match["meridiem"] or match["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return _iso(hour, minute, second)


def _iso(hour: int, minute: int, second: int | None = None) -> str | None:
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}" + ("" if second is None else f":{second:02d}")


def _universal(match: Match) -> str:
    """``Z`` for universal time; other zones do not say their hours with certainty."""
    return "Z" if match["zone"] in lexicon.UNIVERSAL else ""


def _time(match: Match) -> Iterator[Draft]:
    time = _clock(match)
    if time is not None:
        day = day_named(match)
        indices = match.all[1:] if match.has("at") else match.all
        yield draft(match, OfDay(time=time + _universal(match), day=day), indices)


def _military(match: Match) -> Iterator[Draft]:
    """``0735 GMT``."""
    digits = f"{match['digits']:0>4}"
    time = _iso(int(digits[:2]), int(digits[2:]))
    if time:
        yield draft(match, OfDay(time=time + _universal(match)))


def _hour_range(match: Match) -> Iterator[Draft]:
    """``9-11 a.m.``: two times, of which only the second says which half of the day."""
    second = _clock(match)
    first, index = match["first"], match.index("first")
    if second is None or index is None:
        return
    later = int(second[:2])
    hour = first % 12 + (12 if later >= 12 else 0)
    if hour > later or (hour == later and hour % 12 == 0):  # 11-2 p.m.: from before noon
        hour = first % 12 + (0 if later >= 12 else 12)
    yield draft(match, OfDay(time=f"{hour:02d}:00", day=day_named(match)), range(index, index + 1))
    begin = next(number for number in match.all if number > index + 1)
    for found in _time(match):
        yield replace(found, start=match.tokens.starts[begin])


def _hour_in_part(match: Match) -> Iterator[Draft]:
    """``4 in the morning``."""
    word, part = match["hour"], lexicon.DAY_PARTS[match["part"]]
    hour = word if isinstance(word, int) else lexicon.ONES[word]
    if hour > 12:
        return
    late = part in ("AF", "EV") or (part == "NI" and 6 <= hour < 12)
    hour = hour % 12 + (12 if late else 0)
    yield draft(match, OfDay(time=f"{hour:02d}:00", day=day_named(match)))


def _part_of_day(match: Match) -> Iterator[Draft]:
    day = day_named(match)
    if day is None:
        return
    time = lexicon.MOMENTS[match["moment"]] if match.has("moment") else lexicon.DAY_PARTS[match["part"]]
    yield draft(match, OfDay(time=time, day=day))


def _moment(match: Match) -> Iterator[Draft]:
    yield draft(match, OfDay(time=lexicon.MOMENTS[match["moment"]]), weak=True)


_ON: Final = "( COMMA? on? )"

RULES: Final = (
    Rule(
        name="clock time: 9:30 a.m. EST on Tuesday; 2 p.m., July 27",
        pattern=f"( CLOCK_TIME ITS_ZONE? ( {_ON} DAY_NAMED )? )",
        build=lambda match: (
            _time(match) if match.has("meridiem") or match.has("oclock") or match.has("zone") else iter(())
        ),
    ),
    Rule(
        name="clock time behind a word that asks for one: at 14:30",
        pattern=f"at:AT_TIME clock:CLOCK ITS_ZONE? ( {_ON} DAY_NAMED )?",
        build=_time,
    ),
    Rule(
        name="clock time with its day: 14:30 on Tuesday",
        pattern=f"clock:CLOCK ITS_ZONE? {_ON} DAY_NAMED",
        build=_time,
    ),
    Rule(
        name="day with its clock time: Tuesday at 9:30 a.m. EST",
        pattern="DAY_NAMED COMMA? at? CLOCK_TIME ITS_ZONE?",
        build=lambda match: _time(match) if match.has("meridiem") or match.has("clock") else iter(()),
    ),
    Rule(
        name="four digits and a zone: 0735 GMT",
        pattern="( digits:FOUR_DIGITS | digits:YEAR ) ITS_ZONE",
        build=_military,
    ),
    Rule(
        name="hours: 9-11 a.m., 5 to 6 p.m. Tuesday",
        pattern=f"first:HOUR ( DASH | to | and | until ) CLOCK_TIME ITS_ZONE? ( {_ON} DAY_NAMED )?",
        build=lambda match: _hour_range(match) if match.has("meridiem") else iter(()),
    ),
    Rule(
        name="hour in a part of the day: 4 in the morning",
        pattern="hour:SMALL in the part:DAY_PART",
        build=_hour_in_part,
    ),
    Rule(
        name="part of a day: Friday night, the morning of July 27, noon on Tuesday",
        pattern="( weekday:WEEKDAY part:DAY_PART COMMA? month:MONTH the? day:DAY ( COMMA? year:YEAR )?"
        " | DAY_NAMED ( part:DAY_PART | moment:MOMENT ) | ( the? part:DAY_PART of | moment:MOMENT ( of | on )?"
        " | part:DAY_PART on ) DAY_NAMED )",
        build=_part_of_day,
    ),
    Rule(name="noon, midnight", pattern="moment:MOMENT", build=_moment),
)
