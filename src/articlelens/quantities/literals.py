"""Digit strings → exact numbers: the separators of English, Indian and continental print."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Final

# No figure of an article is longer; Python itself refuses to print whole numbers of over 4,300 digits.
MAX_DIGITS: Final = 1000

# (shape, thousands separator, decimal separator): the first that fits is how the string is read.
SHAPES: Final[tuple[tuple[str, str, str], ...]] = (
    (r"\d+|\d*\.\d+", "", "."),  # 1334   47.6   .001
    (r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", ",", "."),  # 1,334.20
    (r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?", ",", "."),  # 12,34,567: lakh and crore grouping
    (r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", ".", ","),  # 1.234.567,89: continental grouping
    (r"\d{1,3}(?:'\d{3})+(?:\.\d+)?", "'", "."),  # 2'500: Swiss grouping
    (r"\d{1,3}(?:’\d{3})+(?:\.\d+)?", "’", "."),
    (r"\d+,\d{1,2}", "", ","),  # 3,5: continental decimals
)


def read_literal(text: str) -> Fraction | None:
    """The exact number that a digit string stands for; None where it is none (``10.2.1``, ``27,28,29``)."""
    if len(text) > MAX_DIGITS:
        return None
    for pattern, thousands, decimal in _shapes():
        if pattern.fullmatch(text):
            plain = text.replace(thousands, "") if thousands else text
            return Fraction(plain.replace(decimal, ".")) if decimal in plain else Fraction(int(plain))
    return None


def has_decimal_comma(text: str) -> bool:
    """Whether the string is read with a comma for the decimal point, which a bare ``3,5`` is too short to prove."""
    return bool(_shapes()[-1][0].fullmatch(text))


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(shape), thousands, decimal) for shape, thousands, decimal in SHAPES)


def plain_number(value: Fraction) -> float | int | None:
    """A whole number as an int, exactly; another as the nearest float, or None where it has none."""
    if value.denominator == 1:
        return value.numerator
    try:
        return float(value)
    except OverflowError:
        return None
