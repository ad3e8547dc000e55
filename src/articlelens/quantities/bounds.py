"""Bounds (``at least``, ``nearly``) and directions (``rose``, ``down``) around an amount."""

from __future__ import annotations

from functools import cache
from typing import Final, cast

from articlelens.quantities.amounts import PERCENT, Amount
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.measures import dimensions, rows
from articlelens.quantities.wordsets import wordset
from articlelens.record import Change, Modifier

_MAX_WORDS: Final = 5
# Words that may stand between a bound and its number.
_FILLERS: Final = wordset("a an another further additional even just only extra whopping total of-a")
# Before "about", words that make it a topic rather than a bound.
_TALK: Final = wordset(
    "talk talks talked talking ask asks asked asking think thinks thinking thought know knows knew worry worried "
    "worries concern concerned concerns complain complained complaints question questions story stories book books "
    "film films told tell tells learn learned learnt read wrote write writes writing heard hear forget warned care"
)
# Before "over", words after which it is a bound even of a duration: "for over two years", not "over two years".
_BOUND_OVER: Final = wordset("for after just well of in with at to by is was be took take takes lasted last")
# Behind a duration, words that make it a point in time: "over two years after the vote".
_POINT_IN_TIME: Final = wordset("ago after before earlier later since old")
# Adverbs that may stand between a change and its amount, besides those in -ly.
_ADVERBS: Final = wordset("by another a an further additional more as yet again even just only still well")
# Verbs that make "up" a part of themselves: "made up 5%".
_PHRASAL: Final = wordset(
    "make makes made making take takes took taking taken set sets setting pick picks picked picking give gives gave "
    "giving given come comes came split bring brings brought put puts hold held build builds built use used serve "
    "served open opened line lined back backed clean cleaned sign signed"
)
# Behind a length, words that make it a place: "12 miles off the coast".
_PLACES: Final = wordset("off from away north south east west northeast northwest southeast southwest inland offshore")
_BY_REACH: Final = 9


@cache
def _bounds() -> dict[str, dict[str, Modifier]]:
    table: dict[str, dict[str, Modifier]] = {"left": {}, "right": {}}
    for row in rows("bounds"):
        words = " ".join(token.lower for token in Tokens(row["phrase"]).all)
        table[row["side"]][words] = cast("Modifier", row["modifier"])
    return table


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


def skip_bounds(tokens: Tokens, first: int) -> int:
    """Where the bounds before the token ``first`` begin."""
    return _left(tokens, first)[0]


def _left(tokens: Tokens, first: int) -> tuple[int, list[Modifier]]:
    """The bounds that lead up to ``first``: where they begin and what they are, the nearest first."""
    start, found = first, []
    i = first
    while True:
        phrase = _phrase_before(tokens, i)
        if phrase is not None:
            i, modifier = phrase
            start = i
            found.append(modifier)
        elif tokens.lower(i - 1) in _FILLERS and i > first - 3 and not tokens.breaks(i):
            i -= 1
        else:
            return start, found


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The last words of the bounds before a number and the first of those behind: most words are neither."""
    table = _bounds()
    return (
        frozenset(phrase.rpartition(" ")[2] for phrase in table["left"]),
        frozenset(phrase.partition(" ")[0] for phrase in table["right"]),
    )


def _phrase_before(tokens: Tokens, end: int) -> tuple[int, Modifier] | None:
    if tokens.lower(end - 1) not in _edges()[0]:
        return None
    table = _bounds()["left"]
    for size in range(min(_MAX_WORDS, end), 0, -1):
        start = end - size
        modifier = table.get(" ".join(tokens.lower(j) for j in range(start, end)))
        if modifier is None or any(tokens.breaks(j) and tokens.breaks(j + 1) for j in range(start + 1, end)):
            continue
        if tokens.lower(start) == "about" and tokens.lower(start - 1) in _TALK:
            return None
        if tokens.text(start) == "c" and tokens.text(start + 1) != ".":
            return None
        return start, modifier
    return None


def find_modifier(tokens: Tokens, amount: Amount) -> Modifier | None:
    """The bound of an amount: of several around it, the one that is no mere approximation."""
    start, found = _left(tokens, amount.first)
    if found and tokens.lower(start) == "over" and _is_span_of_time(tokens, amount, start):
        found = found[:-1]
    found += _right(tokens, amount)
    return next((modifier for modifier in found if modifier != "approximately"), found[0] if found else None)


def _is_span_of_time(tokens: Tokens, amount: Amount, over: int) -> bool:
    """Whether ``over two years`` may mean "in the course of"."""
    if amount.age or dimensions().get(amount.unit or "") != "time" or over + 1 != amount.first:
        return False
    return tokens.lower(over - 1) not in _BOUND_OVER and tokens.lower(amount.last + 1) not in _POINT_IN_TIME


def _right(tokens: Tokens, amount: Amount) -> list[Modifier]:
    """Bounds behind the amount, or behind its number: ``50 or more``, ``20-plus years``."""
    table = _bounds()["right"]
    found: list[Modifier] = []
    for end in {amount.last, amount.numeral.last}:
        j = end + 1
        j += tokens.text(j) in ("-", ",") and tokens.lower(j + 1) in ("plus", "odd", "ish", "at")
        if tokens.lower(j) not in _edges()[1]:
            continue
        for size in range(4, 0, -1):
            modifier = table.get(" ".join(tokens.lower(k) for k in range(j, j + size)))
            if modifier is None or tokens.breaks(j):
                continue
            glued_only = tokens.lower(j) in ("+", "plus", "odd", "ish", "max")
            if not glued_only or (tokens.glued(j) and not _is_number(tokens, j + 1)):
                found.append(modifier)
            break
    return found


def _is_number(tokens: Tokens, j: int) -> bool:
    return tokens.kind(j) == "digits" and tokens.glued(j)


def find_change(tokens: Tokens, amount: Amount) -> Change | None:
    """The direction that the words around an amount give it; None for where a change came from or got to."""
    if amount.plus:
        return "up"
    return _change_before(tokens, amount) or _change_after(tokens, amount)


def _change_before(tokens: Tokens, amount: Amount) -> Change | None:
    verbs, transitive = _changes()["verb"], _changes()["transitive"]
    i = skip_bounds(tokens, amount.first) - 1
    if tokens.lower(i) == "between":
        i -= 1
    by = False
    while i >= 0 and not tokens.breaks(i + 1):
        if (
            tokens.lower(i) not in _ADVERBS
            and not tokens.lower(i).endswith("ly")
            and not (by and tokens.text(i) == ",")
        ):
            break
        by = by or tokens.lower(i) == "by"
        i -= 1
    word = tokens.lower(i)
    if i < 0 or (tokens.breaks(i + 1) and tokens.opens(i + 1)) or _is_place(tokens, amount):
        return None
    if word in ("up", "down", "higher", "lower"):
        return verbs[word] if _is_changing(amount) and tokens.lower(i - 1) not in _PHRASAL else None
    if word in verbs and _is_changing(amount, by=True):
        return verbs[word]
    if word in transitive and (by or (_is_gain(amount) and not word.startswith(("rais", "lift", "boost")))):
        return transitive[word]
    if by:
        return _change_in_clause(tokens, i)
    return None


def _is_place(tokens: Tokens, amount: Amount) -> bool:
    """Whether a length says where: ``sank 12 miles off the coast``."""
    return tokens.lower(amount.last + 1) in _PLACES and dimensions().get(amount.unit or "") == "length"


def _change_in_clause(tokens: Tokens, end: int) -> Change | None:
    """``cut its forecast by``: the nearest word of change in the clause before ``by``."""
    table = _changes()["verb"] | _changes()["transitive"]
    for j in range(end, tokens.clause_start(end + 1, reach=_BY_REACH) - 1, -1):
        if tokens.lower(j) in table and tokens.lower(j) not in (
            "down",
            "up",
            "lower",
            "higher",
            "contract",
            "contracts",
        ):
            return table[tokens.lower(j)]
    return None


def _is_changing(amount: Amount, *, by: bool = False) -> bool:
    """Whether a change can be of this sort: a share, money, points; durations and counts only where a verb says so."""
    if amount.kind in ("percent", "money"):
        return True
    if dimensions().get(amount.unit or "") == "time":
        return False
    return amount.kind == "quantity" or by


def _is_gain(amount: Amount) -> bool:
    """Whether what is gained or lost can be the size of a change: not of ``added a 30 degree slope``."""
    if amount.hyphenated:
        return False
    return amount.kind in ("percent", "money") or dimensions().get(amount.unit or "") in ("share", "score", "mass")


def _change_after(tokens: Tokens, amount: Amount) -> Change | None:
    """``5% higher``, ``3 per cent down``; ``5% higher than`` compares.

    Of ``a 7 per cent rise in sales`` the rise is what is measured, and its direction is in that word.
    """
    if amount.unit != PERCENT and amount.kind not in ("money", "quantity"):
        return None
    j = amount.last + 1
    if tokens.breaks(j) or dimensions().get(amount.unit or "") == "time":
        return None
    if tokens.lower(j) in ("higher", "lower", "up", "down"):
        return _changes()["verb"][tokens.lower(j)] if tokens.lower(j + 1) not in ("than", "to", "the") else None
    return None
