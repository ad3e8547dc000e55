"""Ratios that are not fractions: ``one in five``, ``three times as many``, ``twice the``, ``2-to-1``, ``tenfold``."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from articlelens.quantities.amounts import Amount
from articlelens.quantities.bounds import skip_bounds
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.numerals import HYPHENS, Numeral
from articlelens.quantities.words import SMALL_WORDS
from articlelens.quantities.wordsets import wordset

# Behind "three times", words that make it a ratio: "three times as many", but not "shot three times in the back".
_TIMES_OF: Final = wordset(
    "as more less higher lower larger bigger greater smaller faster slower likelier longer heavier the that its "
    "their his her what normal average earnings revenue sales book annual ebitda profits profit income cash current"
)
_TWICE_OF: Final = wordset("as the that its their his her what")
MULTIPLES: Final = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4}
_SIGNS: Final = frozenset("$£€¥₹")  # more than double the $5m
_OUT_OF: Final = (("out", "of", "every"), ("out", "of"), ("in", "every"), ("in",))
_LARGEST_PART: Final = 99


def join_ratios(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The amounts, those that make a ratio together as one."""
    joined: list[Amount] = []
    i = 0
    while i < len(amounts):
        first = amounts[i]
        pair = _part_of_many(tokens, first, amounts[i + 1]) if i + 1 < len(amounts) else None
        if pair is not None:
            joined.append(pair)
            i += 2
            continue
        joined.append(_times(tokens, first) or first)
        i += 1
    return joined


def _part_of_many(tokens: Tokens, first: Amount, second: Amount) -> Amount | None:
    """``one in five``, ``9 out of 10``, ``1-in-100``, ``2-to-1``."""
    if not (_whole(first) and (_whole(second) or _is_return_period(second))) or tokens.breaks(second.first):
        return None
    words = [tokens.lower(j) for j in range(first.last + 1, second.first)]
    words, hyphens = [word for word in words if word not in HYPHENS], len(words) > 1 and words[-1] in HYPHENS
    if tuple(words) in _OUT_OF and 0 < first.low < second.low and first.low <= _LARGEST_PART:
        in_year = len(tokens.text(second.first)) == 4 and tokens.text(second.first).isdecimal()
        if not hyphens and (in_year or tokens.text(second.last + 1) in HYPHENS):
            return None
        return _ratio(first, second, first.low / second.low)
    told = _RATIO_WORDS.intersection(
        tokens.lower(j) for j in range(tokens.clause_start(first.first, reach=8), first.first)
    )
    if (
        words == ["to"]
        and (told or second.low == 1 < first.low)
        and tokens.lower(skip_bounds(tokens, first.first) - 1) != "from"
    ):
        return _ratio(first, second, first.low / second.low)
    return None


# Behind or before "16:9", words that make it a ratio rather than a time, a score or a verse.
_RATIO_WORDS: Final = wordset("ratio ratios odds margin majority scale leverage leveraged")


def read_proportion(tokens: Tokens, i: int) -> Amount | None:
    """``a ratio of 2:1``, ``a 4:1 margin``, and ``2:1`` where it is all that is said, at token ``i``."""
    first, second = tokens.text(i), tokens.text(i + 2)
    if tokens.text(i + 1) != ":" or not (first.isdecimal() and second.isdecimal()) or len(first + second) > _LONGEST:
        return None
    if not (tokens.glued(i + 1) and tokens.glued(i + 2)) or tokens.text(i + 3) == ":" or int(second) == 0:
        return None
    alone = len(tokens) == i + _PARTS and i == 0
    around = {tokens.lower(j) for j in (*range(max(0, i - 3), i), i + _PARTS, i + _PARTS + 1)}
    if not alone and not around & _RATIO_WORDS:
        return None
    value = Fraction(int(first), int(second))
    numeral = Numeral(i, i + 2, value, value, fraction=True)
    return Amount(i, i + 2, numeral, "ratio", None, value, value)


_LONGEST: Final = 6  # digits of both sides
_PARTS: Final = 3  # tokens: a number, a colon, a number


def _whole(amount: Amount) -> bool:
    return amount.bare and amount.kind == "count" and amount.low.denominator == 1 and amount.low > 0


def _is_return_period(amount: Amount) -> bool:
    """Whether it is the second half of ``a 1-in-100-year flood``, which names how likely it is in any one year."""
    return amount.unit == "year" and amount.hyphenated and amount.low.denominator == 1


def _ratio(first: Amount, second: Amount, value: Fraction) -> Amount:
    numeral = replace(first.numeral, fraction=True)
    return replace(first, last=second.last, kind="ratio", low=value, high=value, numeral=numeral, hyphenated=False)


def _times(tokens: Tokens, amount: Amount) -> Amount | None:
    """``three times as many``, ``1.8 times earnings``, ``a 10-fold rise``."""
    if not amount.bare or amount.kind != "count":
        return None
    j = amount.last + 1
    if tokens.lower(j) == "times" and _compares(tokens, amount, j + 1):
        return replace(amount, last=j, kind="ratio", numeral=replace(amount.numeral, fraction=True))
    glued = tokens.lower(j) == "x" and tokens.glued(j) and tokens.kind(j + 1) != "digits"  # 3x
    if tokens.lower(j) in ("times", "x") and (glued or tokens.lower(j + 1) in _TIMES_OF or amount.low.denominator != 1):
        return replace(amount, last=j, kind="ratio", numeral=replace(amount.numeral, fraction=True))
    if tokens.text(j) in HYPHENS and tokens.lower(j + 1) == "fold":
        return replace(amount, last=j + 1, kind="ratio", numeral=replace(amount.numeral, fraction=True))
    return None


# In -er, but no comparatives of what something is.
_NOT_COMPARING: Final = wordset(
    "after under over per ever never together however whether later earlier other another number winner"
)
_IRREGULAR: Final = frozenset({"worse", "better", "further", "more", "less"})
_COPULAS: Final = wordset("is are was were be been being become becomes became get gets got")


def _compares(tokens: Tokens, amount: Amount, j: int) -> bool:
    """Whether a comparative stands at ``j``: ``100 times brighter than``, ``is 20 times safer``.

    ``three times winner`` has an ending alike, so either ``than`` or a form of ``be`` has to show it.
    """
    word = tokens.lower(j)
    if word in _NOT_COMPARING or not (word.endswith("er") or word in _IRREGULAR):
        return False
    return "than" in (tokens.lower(j + 1), tokens.lower(j + 2)) or (
        tokens.lower(skip_bounds(tokens, amount.first) - 1) in _COPULAS and tokens.kind(j + 1) != "word"
    )


def read_multiple(tokens: Tokens, i: int) -> Amount | None:
    """``twice as``, ``more than double the``, ``tenfold`` at token ``i``."""
    word = tokens.lower(i)
    value = MULTIPLES.get(word)
    if word.endswith("fold"):
        value = SMALL_WORDS.get(word.removesuffix("fold"))
    elif value is not None:
        what = tokens.text(i + 2)[:1]
        of = tokens.lower(i + 1) in _TWICE_OF and (what.islower() or what.isdecimal() or what in _SIGNS)
        if not of or (word not in ("twice", "thrice") and skip_bounds(tokens, i) == i):
            return None
    if value is None:
        return None
    exact = Fraction(value)
    numeral = Numeral(i, i, exact, exact, in_words=True, fraction=True)
    return Amount(i, i, numeral, "ratio", None, exact, exact)
