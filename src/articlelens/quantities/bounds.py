"""Bounds around an amount: ``at least``, ``nearly``, ``50 or more``, and those that are denied: ``did not exceed``."""

from __future__ import annotations

from functools import cache
from typing import Final, cast

from articlelens.quantities.amounts import Amount
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.measures import dimensions, rows
from articlelens.quantities.wordsets import named, wordset
from articlelens.record import Modifier

_MAX_WORDS: Final = 5
_FILLERS: Final = named("fillers")
_TALK: Final = named("talk")
_BOUND_OVER: Final = named("bound over")
_POINT_IN_TIME: Final = named("point in time")
_NEGATORS: Final = named("negators")
_AUXILIARIES: Final = named("auxiliaries")
_REPORTED: Final = named("reported")
# Before "up to", which is then where something got to: edged up to 3.9%.
_MOVED_UP: Final = wordset(
    "edge edged edges edging tick ticked ticks ticking inch inched inches crept creep creeps nudged nudges "
    "pushed pushing bumped moved moving went going gone shot climbed rose risen drifted clawed"
)
_PREPOSITIONS: Final = wordset("by to for at in of")
_DENIED_REACH: Final = 8  # tokens back in which a negator is looked for
# What a bound becomes where it is denied; an approximation stays one.
_OPPOSITES: Final[dict[Modifier, Modifier]] = {
    "more_than": "at_most",
    "less_than": "at_least",
    "at_least": "less_than",
    "at_most": "more_than",
}


@cache
def _bounds() -> dict[str, dict[str, Modifier]]:
    table: dict[str, dict[str, Modifier]] = {"left": {}, "right": {}}
    for row in rows("bounds"):
        words = " ".join(token.lower for token in Tokens(row["phrase"]).all)
        table[row["side"]][words] = cast("Modifier", row["modifier"])
    return table


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
        if tokens.lower(start) == "up" and tokens.lower(start - 1) in _MOVED_UP:
            return None
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
    if found and is_denied(tokens, start, verbs=1):
        found = [_OPPOSITES.get(modifier, modifier) for modifier in found]
    found += _right(tokens, amount)
    return next((modifier for modifier in found if modifier != "approximately"), found[0] if found else None)


def _is_span_of_time(tokens: Tokens, amount: Amount, over: int) -> bool:
    """Whether ``over two years`` may mean "in the course of"."""
    if amount.age or dimensions().get(amount.unit or "") != "time" or over + 1 != amount.first:
        return False
    behind = amount.last + 1
    doing = tokens.lower(behind) in ("before", "after") and tokens.lower(behind + 1).endswith("ing")
    return tokens.lower(over - 1) not in _BOUND_OVER and (doing or tokens.lower(behind) not in _POINT_IN_TIME)


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


def is_denied(tokens: Tokens, i: int, *, verbs: int = 0) -> bool:
    """Whether what begins at token ``i`` is denied: ``did not rise``, ``never rose above``, ``without exceeding``.

    Args:
        tokens: The text.
        i: Index of the first token of what may be denied, a verb of change or a bound.
        verbs: How many words of any sort may stand between, besides auxiliaries and adverbs.
    """
    i -= 1
    i -= verbs and tokens.lower(i) in _PREPOSITIONS
    start = tokens.clause_start(i + 1, reach=_DENIED_REACH)
    for j in range(i, start - 1, -1):
        word = tokens.lower(j)
        if word in _NEGATORS or word.endswith(("n't", "n’t")):
            return True
        if word in _REPORTED or tokens.kind(j) != "word":
            return False
        verbs -= word not in _AUXILIARIES and not word.endswith("ly")
        if verbs < 0:
            return False
    return False
