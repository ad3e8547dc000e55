"""Amounts in two units: ``12 dollars and 50 cents``, ``9 pounds 6 ounces``, ``6'2"``, ``a mile and a half``.

One measure is one figure, in the larger of its units.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from articlelens.quantities.amounts import Amount
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.numerals import HYPHENS, Numeral
from articlelens.quantities.wordsets import wordset

# Hundredths of a currency; those of their own name are of one currency, a cent is of many.
HUNDREDTHS: Final = frozenset({"cent", "penny", "sen", "paisa", "kopeck", "centavo", "centime"})
# How many of the smaller unit make one of the larger, where print gives the two together.
_PARTS: Final = {
    ("foot", "inch"): 12,
    ("yard", "foot"): 3,
    ("stone", "pound"): 14,
    ("pound", "ounce"): 16,
    ("metre", "centimetre"): 100,
    ("kilometre", "metre"): 1000,
    ("kilogram", "gram"): 1000,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
_JOINTS: Final = frozenset({"", "and", ",", "-"})
# Behind "6 foot 4", words that do not say what four they are.
_AFTER_INCHES: Final = wordset("tall and but in with or inch inches frame when who is was")
_TALLEST: Final = 8  # feet: no person is taller than 8 ft 11 in


def join_compounds(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The amounts, those of one measure in a unit and parts of it as one."""
    joined: list[Amount] = []
    smallest, ratio = "", 1  # the last unit of the measure, and how many make one of its first
    for amount in amounts:
        whole = joined[-1] if joined else None
        part = _as_part(tokens, whole, smallest, amount) if whole is not None else None
        if whole is None or part is None:
            joined.append(_and_a_half(tokens, amount))
            smallest, ratio = amount.unit or "", 1
            continue
        smallest, ratio = part.unit or "", ratio * _per_whole(smallest, part)
        value = whole.low + part.low / ratio
        joined[-1] = replace(whole, last=part.last, low=value, high=value, age=whole.age or part.age)
    return joined


def _per_whole(unit: str, part: Amount) -> int:
    """How many of ``part``'s unit make one ``unit``; 0 where they do not go together."""
    if part.kind == "money":
        return 100 if part.unit in HUNDREDTHS and unit not in HUNDREDTHS else 0
    return _PARTS.get((unit, part.unit or ""), 0)


def _as_part(tokens: Tokens, whole: Amount, unit: str, amount: Amount) -> Amount | None:
    """``amount`` as the smaller part of the measure that ``whole`` begins; None where it is none."""
    joint = " ".join(tokens.lower(j) for j in range(whole.last + 1, amount.first))
    plain = whole.low == whole.high and amount.low == amount.high and not whole.numeral.fraction
    if joint not in _JOINTS or not plain or tokens.breaks(amount.first) or amount.numeral.fraction:
        return None
    if amount.unit is None and unit == "foot" and joint in ("", "-") and _are_inches(tokens, amount, joint):
        amount = replace(amount, unit="inch")
    if unit == "hour" and amount.unit == "metre" and tokens.text(amount.last) == "m":
        amount = replace(amount, unit="minute")  # 2h 30m
    per_whole = _per_whole(unit, amount)
    same_sort = whole.kind == amount.kind or amount.unit == "inch"
    if not same_sort or not 0 < amount.low < per_whole or (whole.low * _scale_of(whole)).denominator != 1:
        return None
    return amount


def _scale_of(whole: Amount) -> int:
    """What makes a measure of several parts a whole number again: minutes of hours, before their seconds come."""
    return 60 if whole.unit == "hour" else 1


def _are_inches(tokens: Tokens, amount: Amount, joint: str) -> bool:
    if amount.kind != "count" or not amount.bare:
        return False
    after = amount.last + 1
    return joint == "-" or tokens.kind(after) != "word" or tokens.lower(after) in _AFTER_INCHES or tokens.breaks(after)


def _and_a_half(tokens: Tokens, amount: Amount) -> Amount:
    """``an hour and a half``, ``two miles and a quarter``: the part behind the unit belongs to the measure."""
    if amount.kind != "quantity" or not amount.own_unit or amount.numeral.fraction or amount.low.denominator != 1:
        return amount
    j = amount.last + 1
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(tokens.lower(j + 2))
    if part is None or (tokens.lower(j), tokens.lower(j + 1)) != ("and", "a") or tokens.lower(j + 3) == "of":
        return amount
    return replace(amount, last=j + 2, low=amount.low + part, high=amount.high + part)


_FEET_MARKS: Final = frozenset("'’′")
_INCH_MARKS: Final = frozenset('"”″')


def read_height(tokens: Tokens, i: int) -> Amount | None:
    """``6'2"`` and ``5′ 10½″`` at token ``i``: a height in feet and inches."""
    feet, inches = tokens.text(i), tokens.text(i + 2)
    if (
        tokens.text(i + 1) not in _FEET_MARKS
        or not tokens.glued(i + 1)
        or not (feet.isdecimal() and inches.isdecimal())
    ):
        return None
    last, closed = i + 2, tokens.text(i + 3) in _INCH_MARKS and tokens.glued(i + 3)
    if tokens.text(i + 3) in _FEET_MARKS and tokens.text(i + 4) in _FEET_MARKS and tokens.glued(i + 4):
        last, closed = i + 4, True
    elif closed:
        last = i + 3
    if len(feet + inches) > 5 or int(inches) >= _PARTS["foot", "inch"]:
        return None
    if not closed and not (tokens.glued(i + 2) and int(feet) <= _TALLEST and tokens.text(i + 3) not in HYPHENS):
        return None
    value = int(feet) + Fraction(int(inches), _PARTS["foot", "inch"])
    return Amount(i, last, Numeral(i, last, value, value), "quantity", "foot", value, value, own_unit=True)
