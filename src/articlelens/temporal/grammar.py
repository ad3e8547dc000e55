"""The grammar: all rules together, and the choice among matches that overlap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from articlelens.temporal import (
    grammar_amounts,
    grammar_dates,
    grammar_relative,
    grammar_times,
    grammar_weekdays,
    grammar_years,
    lexicon,
)
from articlelens.temporal.evidence import Evidence
from articlelens.temporal.expressions import DayOfWeek, Draft, Expression, Fixed, InYear, NextTo, OfDay, Shifted
from articlelens.temporal.grammar_parts import PARTS, NoSuchDayError
from articlelens.temporal.lexer import Tokens, tokenize
from articlelens.temporal.opening import weekly_hours
from articlelens.temporal.patterns import Match, Rule, compile_pattern
from articlelens.temporal.values import SEASONS, Calendar, Duration

# In this order among matches of one length: an earlier rule says more of the same words.
RULES: Final[tuple[Rule, ...]] = (
    *grammar_times.RULES,
    *grammar_dates.RULES,
    *grammar_years.RULES,
    *grammar_weekdays.RULES,
    *grammar_relative.RULES,
    *grammar_amounts.RULES,
)


@cache
def _compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, compile_pattern(rule.pattern, PARTS)) for rule in RULES)


def find_drafts(text: str, regions: Sequence[tuple[int, int]], evidence: Evidence) -> list[Draft]:
    """The temporal expressions of the regions of ``text``, not resolved yet: in order, not overlapping.

    Of matches that overlap the longest is taken, and of equally long ones that of the earlier rule.
    """
    tokens = tokenize(text, regions)
    matches: list[tuple[int, int, int, re.Match[str]]] = []
    for number, (_, pattern) in enumerate(_compiled()):
        for match in pattern.finditer(tokens.symbols):
            first, last = match.span()
            matches.append((first - last, number, first, match))
    matches.sort(key=lambda found: found[:3])
    taken: set[int] = set()
    drafts: list[Draft] = []
    rules = _compiled()
    for _, number, _, match in matches:
        span = range(*match.span())
        if taken.isdisjoint(span):
            try:
                built = list(rules[number][0].build(Match(tokens, match)))
            except NoSuchDayError:
                taken.update(span)
                continue
            built = [_without_verb(draft, tokens, evidence) for draft in built]
            if found := [draft for draft in built if _holds(draft, text, evidence)]:
                drafts += found
                taken.update(index for index in span for draft in found if _within(tokens, index, draft))
    drafts.sort(key=lambda draft: draft.start)
    drafts = weekly_hours(_share_years(drafts, text), text, evidence)
    return _lend_days(_share_weeks(drafts, text, evidence), text)


def _without_verb(draft: Draft, tokens: Tokens, evidence: Evidence) -> Draft:
    """``is expected to last six weeks``: the verb is no part of the length of time."""
    if not isinstance(draft.expression, Fixed) or not isinstance(draft.expression.value, Duration):
        return draft
    first = bisect_left(tokens.starts, draft.start)
    if tokens.values[first] != "last":
        return draft
    # "Shifts at the mill last two weeks": whatever its tag, it is the verb where the clause has no other
    bare = first > 0 and evidence.tag(tokens.starts[first - 1])[:2] == "NN"
    verb = evidence.tag(draft.start)[:2] == "VB" or (bare and evidence.tense(draft.start, draft.end) is None)
    if not verb:
        return draft
    return replace(draft, start=tokens.starts[first + 1])


def _within(tokens: Tokens, index: int, draft: Draft) -> bool:
    return tokens.starts[index] < draft.end and draft.start < tokens.ends[index]


def _holds(draft: Draft, text: str, evidence: Evidence) -> bool:  # noqa: PLR0911 - one return a kind
    """Whether nothing speaks against ``draft``: a longer name, a tag, a game."""
    if (draft.doubtful and not _surely(draft, text, evidence)) or not _has_what_it_asks(draft, text, evidence):
        return False
    if not draft.weak:
        return True
    if evidence.longer_name(draft.start, draft.end):
        return False
    if text[draft.start].isupper() and _title_behind().match(text, draft.end):
        return False
    match draft.expression:
        case InYear(part=part, month=month) if month or part in SEASONS:
            return evidence.tag(draft.start)[:2] not in ("VB", "MD")
        case InYear(part=part) if part:
            around = text[max(draft.start - GAME_WINDOW, 0) : draft.end + GAME_WINDOW]
            return _game().search(around) is None and _score().search(around) is None
        case Fixed(value=Calendar()):
            return _street_behind().match(text, draft.end) is None
        case Fixed(value=Duration()):
            return not evidence.named(draft.start, draft.end)
        case _:
            return True


def _has_what_it_asks(draft: Draft, text: str, evidence: Evidence) -> bool:
    """Whether the parse has what the form asks for: the right ``that``, the future."""
    if draft.demonstrative:
        tag = evidence.tag(draft.start)
        if tag:
            return tag == "DT"
        return (
            text[draft.start].isupper()
            or _dating_before().search(text, max(draft.start - 9, 0), draft.start) is not None
        )
    return not draft.ahead or evidence.tense(draft.start, draft.end) == "future"


def _surely(draft: Draft, text: str, evidence: Evidence) -> bool:
    """Whether an entity recognizer calls it a date, and nothing calls it a name: ``National March``, ``March for``."""
    return (
        _cause_behind().match(text, draft.end) is None
        and _name_behind().match(text, draft.end) is None
        and evidence.confirms(draft.start, draft.end)
        and not evidence.named(draft.start, draft.end)
        and not _capital_before().search(text, max(draft.start - 30, 0), draft.start)
    )


def _share_years(drafts: list[Draft], text: str) -> list[Draft]:
    """``March and April 2023``, ``June 5 to July 10, 2023``: the year behind the last one is that of all.

    And that of ``the July 7 attacks of 2005`` is the year of the day too.
    """
    shared = list(drafts)
    for index in range(len(shared) - 2, -1, -1):
        one, two = shared[index].expression, shared[index + 1].expression
        if (
            isinstance(one, InYear)
            and isinstance(two, InYear)
            and one.year is None
            and two.year is not None
            and one.lean is None
            and (one.month is None) == (two.month is None)
            and _BETWEEN.fullmatch(text, shared[index].end, shared[index + 1].start)
            and not _wraps(one, two)
        ):
            shared[index] = replace(shared[index], expression=replace(one, year=two.year))
        elif (
            isinstance(one, InYear)
            and one.month is not None
            and one.year is None
            and one.lean is None
            and (year := _year_only(two)) is not None
            and _event_between().fullmatch(text, shared[index].end, shared[index + 1].start)
            and _one_of().search(text, max(shared[index].start - 6, 0), shared[index].start)
        ):
            shared[index] = replace(shared[index], expression=replace(one, year=year))
    return shared


def _year_only(expression: Expression) -> int | None:
    """The year that an expression is, where it is nothing else."""
    known = expression.value if isinstance(expression, Fixed) else None
    return known.year if isinstance(known, Calendar) and known == Calendar(year=known.year) else None


def _share_weeks(drafts: list[Draft], text: str, evidence: Evidence) -> list[Draft]:
    """``Monday to Friday next week``: the week is that of both; ``Monday to Friday``: one is counted from the other."""
    shared = list(drafts)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        one, two = _weekday_of(first), _weekday_of(second)
        if one is None or two is None or one.weekday == two.weekday:
            continue
        between = _BETWEEN.fullmatch(text, first.end, second.start)
        if between is None or one.weeks is not None or two.lean is not None:
            continue
        if two.weeks is not None:
            if one.lean is None:
                shared[index] = _on(first, replace(one, weeks=two.weeks))
        elif _RANGE.search(between.group()):
            if one.lean in ("this", "future") or evidence.tense(first.start, first.end) in ("future", "planned"):
                shared[index + 1] = _on(second, NextTo(weekday=two.weekday, day=one, side="after"), first)
            elif one.lean is None:
                shared[index] = _on(first, NextTo(weekday=one.weekday, day=two, side="before"), second)
    return shared


def _weekday_of(draft: Draft) -> DayOfWeek | None:
    """The day of the week that an expression is, or that its time of day belongs to."""
    day = draft.expression.day if isinstance(draft.expression, OfDay) else draft.expression
    return day if isinstance(day, DayOfWeek) else None


def _on(draft: Draft, day: Expression, told: Draft | None = None) -> Draft:
    """``draft`` with another day, and where that one is told."""
    found = replace(draft.expression, day=day) if isinstance(draft.expression, OfDay) else day
    return replace(draft, expression=found, told=(told.start, told.end) if told else draft.told)


def _lend_days(drafts: list[Draft], text: str) -> list[Draft]:
    """``At 10:35 a.m. (0735 GMT) Friday``, ``9 a.m. to 5 p.m. on Friday``: the day behind the last is that of all.

    But that of ``(1841 GMT on Friday)`` is the day in Greenwich, and a night's ``10 p.m. to 5 a.m.`` has two days.
    """
    lent = list(drafts)
    for index in range(len(lent) - 2, -1, -1):
        one, two = lent[index].expression, lent[index + 1].expression
        if not isinstance(one, OfDay) or one.day is not None:
            continue
        begin, end = lent[index].end, lent[index + 1].start
        own = drafts[index + 1].expression
        aside = _ASIDE.fullmatch(text, begin, end) and not (
            "(" in text[begin:end] and isinstance(own, OfDay) and own.day is not None
        )
        ranging = _HOURS.fullmatch(text, begin, end) and isinstance(two, OfDay) and one.time < two.time
        if aside or ranging:
            day = two.day if isinstance(two, OfDay) else two if _is_day(two) else None
            told = lent[index + 1].told or (lent[index + 1].start, lent[index + 1].end)
            lent[index] = replace(lent[index], expression=replace(one, day=day), told=told)
    return lent


def _is_day(expression: Expression) -> bool:
    match expression:
        case DayOfWeek() | NextTo() | Shifted(unit="day"):
            return True
        case InYear(day=day):
            return day is not None
        case _:
            return False


def _wraps(one: InYear, two: InYear) -> bool:
    """``December to January 2023``: the first of them is in the year before, or in that year; the text does not say."""
    return (one.month or 0) > (two.month or 0)


GAME_WINDOW: Final = 160  # code points around "the fourth quarter" that may tell of a game
_ASIDE: Final = re.compile(r"[\s(),]{1,4}(?:on\s)?")
_HOURS: Final = re.compile(r"\s?(?:to|and|until|till|[-–])\s?(?:at\s)?")
_RANGE: Final = re.compile(r"to|through|until|till|[-–]")
_BETWEEN: Final = re.compile(r"\s*(?:,|,?\s*(?:and|or|to|through|until|till)|[-–])\s*(?:the\s+|in\s+)?")


@cache
def _capital_before() -> re.Pattern[str]:
    """``National March``, ``Theresa May``."""
    return re.compile(r"\b(?!(?:The|A|An|This|Last|Next|Its|Their)\s)[A-Z][\w'’.-]*\s\Z")


@cache
def _cause_behind() -> re.Pattern[str]:
    """``March for Clean Water``, ``March on Lima``."""
    return re.compile(r"\s(?:for|on|against)\s[A-Z]")


@cache
def _dating_before() -> re.Pattern[str]:
    """What no conjunction stands behind: ``on that Friday``."""
    return re.compile(r"(?:\b(?:on|in|by|of|from|since|until|during)|[,;])\s\Z", re.IGNORECASE)


@cache
def _event_between() -> re.Pattern[str]:
    """Between day and year: ``the July 7 (attacks of) 2005``."""
    return re.compile(r"\s(?:[a-z][a-z'’-]{2,20}\s){1,2}(?:of|in)\s")


@cache
def _one_of() -> re.Pattern[str]:
    """What stands before a day that names an event: ``the July 7 attacks``, ``London's July 7 attacks``."""
    return re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is)|['’]s?)\s\Z")


@cache
def _name_behind() -> re.Pattern[str]:
    """Behind a month that is a first name: ``August (Wilson)``."""
    return re.compile(r"\s[A-Z][a-z]")


@cache
def _title_behind() -> re.Pattern[str]:
    """Behind a capital: ``Sunday Times``, ``Daily Mail``, ``Friday Night Lights``."""
    return re.compile(rf"\s(?:{'|'.join(sorted(lexicon.PAPERS))})\b")


@cache
def _street_behind() -> re.Pattern[str]:
    """``1935 Orchard St.``: the number of a house."""
    return re.compile(rf"\s(?:[A-Z][\w.'’-]{{0,20}}\s){{1,3}}(?:{'|'.join(sorted(lexicon.STREETS))})\b")


@cache
def _score() -> re.Pattern[str]:
    """``lost 3-1``, ``beat Everton 2-0``."""
    return re.compile(r"\b(?:won|win|lost|lose|beat|drew|draw|led|trailed|defeat)\b[^.\d]{0,40}\b\d{1,3}[-–]\d{1,3}\b")


@cache
def _game() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(lexicon.GAME_WORDS))})\b", re.IGNORECASE)
