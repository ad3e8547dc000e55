"""The letters ``m`` and ``k`` behind a number without a currency: metres or millions, kilometres or thousands."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articlelens.quantities.lexer import Tokens
from articlelens.quantities.measures import currency_after, units
from articlelens.quantities.numerals import DASHES, Numeral
from articlelens.quantities.wordsets import wordset

# Behind "2.7m": words that show a length, and those in -s that are not counted.
_LENGTH_WORDS: Final = wordset(
    "long tall high wide deep away above below off apart thick across tsunami wall fence pool race sprint final "
    "hurdles freestyle butterfly backstroke breaststroke relay platform dash tower waves wave from further "
    "underwater"
)
_NOT_COUNTED: Final = wordset("has was is this its as less us plus versus thus always across yes perhaps")
# Behind "3m", what is said of people: those it became of, and what only they do.
_COUNTED: Final = wordset(
    "people men women children or more displaced homeless unemployed jobless killed dead injured infected affected "
    "need needed want wanted live lived voted died watched face faced lack lacked lost"
)
_OF_COUNTED: Final = frozenset({"the", "them", "those", "these", "its", "their", "our", "all"})


_JOINTS: Final = DASHES | {"to", "and", "or"}


def is_metres(tokens: Tokens, numeral: Numeral) -> bool | None:
    """Whether ``2.7m`` is a length rather than a number of millions; None where the words behind it do not say.

    A whole number, or one with two decimals (``87.58m``), is a length where no word behind it can be counted.
    """
    j = numeral.last + 1
    while tokens.lower(j) in _JOINTS and tokens.kind(j + 1) == "digits" and tokens.text(j + 2) == "m":
        j += 3  # 1m-2m people
    if currency_after(tokens, j):
        return False
    if tokens.lower(j) in ("of", "/"):  # metres of something, and metres per second
        return tokens.lower(j + 1) not in _OF_COUNTED
    for k in (j, j + 1):
        word = tokens.lower(k)
        if word in _LENGTH_WORDS or tokens.text(k) == "(":
            return True
        if tokens.kind(k) != "word" or tokens.breaks(k) or (k == j and word in _PREPOSITIONS):
            decimals = tokens.text(numeral.first).partition(".")[2]
            return None if len(decimals) == 1 else True
        if word in _COUNTED or (word.endswith("s") and len(word) > 3 and word not in _NOT_COUNTED):
            return False
    return True


_PREPOSITIONS: Final = wordset("in to on at by for with this last since and but than during over after before")


def unscaled(numeral: Numeral) -> Numeral:
    """The numeral without the scale that its ``m`` was taken for."""
    million = 10**6
    return replace(
        numeral,
        low=numeral.low / million,
        high=numeral.high / million,
        scale=numeral.scale // million,
        last=numeral.last - 1,
        letter="",
    )


# Races over so many thousand metres, and the words beside them: ran 10k, a 5k run.
_RACES: Final = frozenset({1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 50, 100})
_RACE_BEFORE: Final = wordset(
    "run runs ran running race races raced walk walks walked walking jog jogged cycle cycled ski"
)
_RACE_BEHIND: Final = wordset("run runs race races walk jog fun trail road charity obstacle parkrun course route ski")


def is_race(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether ``10k`` is a distance: ``ran 10k``, ``a 5k fun run``."""
    if tokens.text(numeral.last) not in ("k", "K") or numeral.low / 1000 not in _RACES or numeral.open:
        return False
    if units().find(tokens, numeral.last + 1):
        return False  # ran 10k miles
    before = tokens.lower(numeral.first - 1)
    before = tokens.lower(numeral.first - 2) if before in ("a", "the", "his", "her", "their", "my") else before
    return before in _RACE_BEFORE or tokens.lower(numeral.last + 1) in _RACE_BEHIND
