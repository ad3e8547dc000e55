"""Units that stand before their number: ``aged 21``, ``she is 34``, ``under 5``, ``magnitude 6.8``, ``Mach 2``."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articlelens.quantities.amounts import Amount
from articlelens.quantities.bounds import skip_bounds
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.numerals import HYPHENS
from articlelens.quantities.wordsets import wordset

_OLDEST: Final = 122  # the greatest age of anyone on record, that of Jeanne Calment
# Units of measures that are named before their number.
_NAMED_BEFORE: Final = ("magnitude", "Mach")
# Before "under 5", "over 65" or "aged 5 and under", those whose age it is.
_OF_AGE: Final = wordset(
    "children child kids infants babies toddlers youngsters youths teenagers pupils boys girls anyone anybody everyone "
    "adults people those persons men women pensioners patients residents players citizens drivers workers fans"
)
_AGE_BOUNDS: Final = frozenset({"under", "over", "above", "below"})
# Before "at 93", verbs of what happens once in a life.
_ONCE: Final = wordset("died dies die dead retired retire retires retiring married marry widowed orphaned")
_CUES: Final = (("aged",), ("age",), ("ages",), ("age", "of"), ("ages", "of"), ("aged", "between"))
_PERSONS: Final = frozenset({"he", "she", "who", "i"})
_IS: Final = frozenset({"he's", "she's", "i'm", "who's"})
_BEING: Final = frozenset({"is", "was", "be", "am", "turned", "turns", "turn", "turning"})
# Behind a number, words that do not count it: "he was 34 when".
_AFTER: Final = wordset(
    "when and at by on in but as while or with years from after before who were was are is had have has to get gets "
    "can may must will would should do did not without being"
)


# Who is said to be both or all of an age.
_SEVERAL: Final = _OF_AGE | wordset(
    "twins brothers sisters siblings suspects victims students teens soldiers officers friends couple pair sons "
    "daughters defendants"
)
_PAIR: Final = frozenset({"both", "all"})
_PAIR_REACH: Final = 8  # tokens from those persons to their age
_EXPECTANCY_REACH: Final = 16  # tokens from "life expectancy" to how long it is
_LIST_JOINTS: Final = ((",",), ("and",), ("or",), ("&",), (",", "and"), (",", "or"))


def with_cues(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The amounts, each with the unit that the words before it say; in ``aged 9, 12 and 15`` before the first only."""
    cued: list[Amount] = []
    for amount in amounts:
        found = with_cue(tokens, amount)
        if found is amount and cued and _goes_on(tokens, cued[-1], amount):
            found = _in_years(amount)
        cued.append(found)
    return cued


def _goes_on(tokens: Tokens, before: Amount, amount: Amount) -> bool:
    """Whether an age behind another is one more of their list."""
    joint = tuple(tokens.lower(j) for j in range(before.last + 1, min(amount.first, before.last + 4)))
    named = before.age and before.numeral.last == before.last  # 12-year-old has its unit in it, aged 12 has not
    if not named or joint not in _LIST_JOINTS or not _may_be_age(amount) or tokens.breaks(amount.first):
        return False
    return _closes(tokens, amount.last + 1)


def with_cue(tokens: Tokens, amount: Amount) -> Amount:
    """``amount``, with the unit that the words before it say."""
    if amount.bare and amount.kind == "count":
        start = skip_bounds(tokens, amount.first)
        if tokens.text(start - 1) in HYPHENS and tokens.glued(start) and tokens.lower(start - 2) == _NAMED_BEFORE[0]:
            return replace(amount, first=start - 2, kind="quantity", unit=_NAMED_BEFORE[0], own_unit=True)
        for unit in _NAMED_BEFORE:
            if tokens.lower(start - 1) == unit.lower() or _ends_with(tokens, start, (unit, "of")):
                first = start - 1 if start == amount.first and tokens.lower(start - 1) == unit.lower() else amount.first
                return replace(amount, first=first, kind="quantity", unit=unit, own_unit=True)
    return _with_age(tokens, amount)


def _with_age(tokens: Tokens, amount: Amount) -> Amount:
    """``amount``, as an age in years where the words before it say so."""
    if _is_expectancy(tokens, amount):
        return _in_years(amount)
    if not _may_be_age(amount):
        return amount
    start = skip_bounds(tokens, amount.first)
    told = _by_phrase(tokens, amount, start) or (_closes(tokens, amount.last + 1) and _by_person(tokens, amount, start))
    return _in_years(amount) if told else amount


def _is_expectancy(tokens: Tokens, amount: Amount) -> bool:
    """``life expectancy is 73.4``, ``life expectancy rose from 71 to 74``: years, where nothing else is counted."""
    closes = _closes(tokens, amount.last + 1) or tokens.lower(amount.last + 1) in ("for", "among")
    if not (amount.bare and amount.kind == "count" and amount.low <= _OLDEST and closes):
        return False
    start = tokens.clause_start(amount.first, reach=_EXPECTANCY_REACH)
    return any(
        tokens.lower(j) == "life" and tokens.lower(j + 1) == "expectancy" for j in range(start, amount.first - 1)
    )


def _may_be_age(amount: Amount) -> bool:
    return amount.bare and amount.kind == "count" and 0 < amount.low <= _OLDEST and amount.low.denominator == 1


def _in_years(amount: Amount) -> Amount:
    return replace(amount, kind="quantity", unit="year", age=True, own_unit=True)


def _by_phrase(tokens: Tokens, amount: Amount, start: int) -> bool:
    """``aged 21``, ``at age 21``, ``over the age of 21``."""
    places = {start, amount.first}
    return any(_ends_with(tokens, where, cue) for where in places for cue in _CUES)


def _by_person(tokens: Tokens, amount: Amount, start: int) -> bool:
    """``she is 34``, ``she's 34``, ``died at 93``, ``children under 5``."""
    word = tokens.lower(start - 1).replace("’", "'")
    if tokens.lower(amount.first - 1) in _AGE_BOUNDS and tokens.lower(amount.first - 2) in _OF_AGE:
        return True
    if word == "at" and tokens.lower(start - 2) in _ONCE:
        return True
    if word in _PAIR:
        before = range(tokens.clause_start(start - 2, reach=_PAIR_REACH), start - 1)
        if tokens.text(start - 2) in (",", "(") or tokens.lower(start - 2) in ("are", "were", "aged"):
            return any(tokens.lower(j) in _SEVERAL for j in before)
    return word in _IS or (word in _BEING and _is_person(tokens, start - 2))


def _ends_with(tokens: Tokens, end: int, words: tuple[str, ...]) -> bool:
    return all(tokens.lower(end - len(words) + k) == word for k, word in enumerate(words))


def _is_person(tokens: Tokens, i: int) -> bool:
    if tokens.lower(i) in ("will", "would", "has", "had", "just", "been"):
        i -= 1
    return tokens.lower(i) in _PERSONS


def _closes(tokens: Tokens, j: int) -> bool:
    return tokens.kind(j) in ("", "sign") or tokens.lower(j) in _AFTER
