"""Directions of amounts: ``rose 3%``, ``down a third``, ``a 10% drop in sales``, ``an increase of 4 points``."""

from __future__ import annotations

from functools import cache
from typing import Final, cast

from articlelens.quantities.amounts import Amount
from articlelens.quantities.bounds import is_denied, skip_bounds
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.measures import dimensions, rows
from articlelens.quantities.numerals import HYPHENS
from articlelens.quantities.wordsets import named, wordset
from articlelens.record import Change

_ADVERBS: Final = named("change adverbs")
_PHRASAL: Final = named("phrasal verbs")
_PLACES: Final = named("places")
_NO_PART: Final = named("no part of a change")
_BY_REACH: Final = 9
_NOUN_REACH: Final = 3  # words from an amount to the noun of change that it measures: a 5% annual pay rise
_OF_REACH: Final = 7  # words from "of" back to such a noun: an increase in ticket prices of 5%


@cache
def _changes() -> dict[str, dict[str, Change]]:
    table: dict[str, dict[str, Change]] = {"verb": {}, "transitive": {}, "noun": {}}
    for row in rows("changes"):
        table[row["use"]][row["word"]] = cast("Change", row["change"])
    return table


@cache
def change_words() -> frozenset[str]:
    """All words of change, and of what changes a plan."""
    return frozenset(
        {"revise", "revised", "slow", "slowed", "slows", "moved", "went", "go"}.union(*_changes().values())
    )


@cache
def change_nouns() -> frozenset[str]:
    """Nouns of change: a rise, a drop, a change."""
    return frozenset({"change", *_changes()["noun"]})


def find_change(tokens: Tokens, amount: Amount) -> Change | None:
    """The direction that the words around an amount give it.

    None for where a change came from or got to, and for a change that is denied.
    """
    if amount.plus:
        return "up"
    found = _from_verb(tokens, amount) or _from_noun_before(tokens, amount) or _from_word_behind(tokens, amount)
    if found is None or (found[0] < amount.first and is_denied(tokens, found[0])):
        return None
    return found[1]


def can_change(amount: Amount) -> bool:
    """Whether the amount is of a sort that rises and falls, and no stretch of time."""
    return amount.kind != "count" and dimensions().get(amount.unit or "") != "time"


# Where a direction stands, and which it is.
_Found = tuple[int, Change]


def _from_verb(tokens: Tokens, amount: Amount) -> _Found | None:
    """``rose 3%``, ``down about 3%``, ``reduced by 3%``, ``cut its forecast by 3%``."""
    verbs, transitive = _changes()["verb"], _changes()["transitive"]
    i, by = _before_adverbs(tokens, amount)
    word = tokens.lower(i)
    if i < 0 or (tokens.breaks(i + 1) and tokens.opens(i + 1)) or _is_place(tokens, amount, word):
        return None
    if word in ("up", "down", "higher", "lower"):
        changing = (_is_changing(amount) or _is_level(tokens, amount)) and tokens.lower(i - 1) not in _PHRASAL
        return (i, verbs[word]) if changing else None
    if word in verbs and (by or not _is_thing(tokens, amount)) and _is_changing(amount, by=True):
        return i, verbs[word]
    if word in transitive and (by or (_is_gain(amount, word) and not word.startswith(_GIVEN))):
        return i, transitive[word]
    return _in_clause(tokens, i) if by else None


_LARGE: Final = 100  # down 3 is a score, up 22 stairs a climb


def _is_level(tokens: Tokens, amount: Amount) -> bool:
    """Whether a count is so much more or less of what its sentence tells: ``hiring was up 22,000``."""
    return amount.kind == "count" and amount.low >= _LARGE and not _is_thing(tokens, amount)


def _is_thing(tokens: Tokens, amount: Amount) -> bool:
    """Whether the amount counts what the verb does something to: ``dropped two players``."""
    after = amount.last + 1
    return amount.kind == "count" and tokens.kind(after) == "word" and tokens.lower(after) not in _NO_PART


def _before_adverbs(tokens: Tokens, amount: Amount) -> tuple[int, bool]:
    """The token before the bounds and adverbs that lead up to the amount, and whether ``by`` is among them."""
    i, by = skip_bounds(tokens, amount.first) - 1, False
    i -= tokens.lower(i) == "between"
    while i >= 0 and not tokens.breaks(i + 1):
        word = tokens.lower(i)
        if word not in _ADVERBS and not word.endswith("ly") and not (by and word == ","):
            break
        by = by or word == "by"
        i -= 1
    return i, by


# Verbs whose object is money that is had or given, and no change of anything: raised $5m, recovered $5m.
_GIVEN: Final = ("rais", "lift", "boost")
_SHARES_ONLY: Final = ("recover", "advanc")


# Verbs of which a length is how far someone got: jumped 8.41m.
_BODILY: Final = ("jump", "leap", "dive", "diving")


def _is_place(tokens: Tokens, amount: Amount, verb: str) -> bool:
    """Whether a length says where or how far: ``sank 12 miles off the coast``, ``jumped 8.41m``."""
    if dimensions().get(amount.unit or "") != "length":
        return False
    return tokens.lower(amount.last + 1) in _PLACES or verb.startswith(_BODILY)


def _in_clause(tokens: Tokens, end: int) -> _Found | None:
    """``cut its forecast by``: the nearest word of change in the clause before ``by``."""
    table = _changes()["verb"] | _changes()["transitive"]
    for j in range(end, tokens.clause_start(end + 1, reach=_BY_REACH) - 1, -1):
        if tokens.lower(j) in table and tokens.lower(j) not in _NO_VERBS:
            return j, table[tokens.lower(j)]
    return None


# Words of change that are more often something else: "the lower house cut", "the contract was cut".
_NO_VERBS: Final = wordset("down up lower higher contract contracts")


def _is_changing(amount: Amount, *, by: bool = False) -> bool:
    """Whether a change can be of this sort: a share, money, points; durations and counts only where a verb says so."""
    if amount.kind in ("percent", "money", "ratio"):
        return True
    if dimensions().get(amount.unit or "") == "time":
        return False
    return amount.kind == "quantity" or by


def _is_gain(amount: Amount, verb: str) -> bool:
    """Whether what is gained or lost can be the size of a change: not of ``added a 30 degree slope``."""
    if amount.hyphenated or (amount.kind == "money" and verb.startswith(_SHARES_ONLY)):
        return False
    return amount.kind in ("percent", "money") or dimensions().get(amount.unit or "") in ("share", "score", "mass")


def _from_noun_before(tokens: Tokens, amount: Amount) -> _Found | None:
    """``a rise of 4%``, ``an increase in ticket prices of 4%``."""
    of = skip_bounds(tokens, amount.first) - 1
    if tokens.lower(of) == "between":
        of -= 1
    if tokens.lower(of) != "of" or not can_change(amount):
        return None
    nouns = _changes()["noun"]
    if dimensions().get(amount.unit or "") == "length" and tokens.lower(of - 1) in _SPATIAL:
        return None  # a drop of 10 metres is a cliff, a storm surge of 15 feet a height
    for i in range(of - 1, tokens.clause_start(of, reach=_OF_REACH) - 1, -1):
        if tokens.lower(i) in nouns and (i == of - 1 or tokens.lower(i + 1) == "in"):
            return i, nouns[tokens.lower(i)]
    return None


# Nouns of change that with a length are as often a place or a movement.
_SPATIAL: Final = wordset("surge surges drop drops fall falls jump jumps leap leaps climb dip gain gains plunge slump")


def _from_word_behind(tokens: Tokens, amount: Amount) -> _Found | None:
    """``5% higher``, ``3 per cent down``, ``a 3% annual pay rise``; ``5% higher than`` compares."""
    j = amount.last + 1
    if not can_change(amount) or tokens.breaks(j):
        return None
    if tokens.lower(j) in ("higher", "lower", "up", "down"):
        compares = tokens.lower(j + 1) in ("than", "to", "the") and not _than_before(tokens, j + 1)
        return None if compares else (j, _changes()["verb"][tokens.lower(j)])
    if dimensions().get(amount.unit or "") == "length":
        return None  # a 200-metre drop is no change of anything
    return _noun_behind(tokens, j + (tokens.text(j) in HYPHENS))


_BEFORE_NOW: Final = wordset("ago earlier before previous last")
_THAN_REACH: Final = 4


def _than_before(tokens: Tokens, j: int) -> bool:
    """Whether what is compared with is a time that is past: ``higher than a year ago``, ``lower than in 2019``."""
    if tokens.lower(j) != "than":
        return False
    for k in range(j + 1, j + 1 + _THAN_REACH):
        if tokens.kind(k) not in ("word", "digits"):
            return False
        if tokens.lower(k) in _BEFORE_NOW or (tokens.lower(j + 1) == "in" and tokens.text(k).isdecimal()):
            return True
    return False


def _noun_behind(tokens: Tokens, start: int) -> _Found | None:
    nouns = _changes()["noun"]
    for j in range(start, start + _NOUN_REACH + 1):
        if tokens.kind(j) != "word" and tokens.text(j) not in HYPHENS:
            return None
        after = tokens.lower(j + 1)
        closes = tokens.kind(j + 1) != "word" or after in _NO_PART or after.endswith("ed") or after in _YEAR_ON_YEAR
        if tokens.lower(j) in nouns and closes:
            phrasal = j == start and after in _PARTICLES
            return None if phrasal or tokens.text(j + 1) in HYPHENS else (j, nouns[tokens.lower(j)])
        if tokens.lower(j) in _NO_PART:
            return None
    return None


# Behind a noun of change: "a 12% jump year-on-year", "a 3% fall last month".
_YEAR_ON_YEAR: Final = wordset("year month quarter week last yesterday today overnight compared versus")
# Behind a noun of change, words that make it a verb: "5% drop out of school", "10% fall into debt".
_PARTICLES: Final = wordset("out into below back short off behind under asleep ill victim within away apart")
