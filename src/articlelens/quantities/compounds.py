"""Amounts of money in two units: ``12 dollars and 50 cents``."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articlelens.quantities.amounts import Amount
from articlelens.quantities.lexer import Tokens

# Hundredths of a currency; those of their own name are of one currency, a cent is of many.
HUNDREDTHS: Final = frozenset({"cent", "penny", "sen", "paisa", "kopeck", "centavo", "centime"})


def join_compounds(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The amounts, a currency and its hundredths behind it as one."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and _belongs(tokens, joined[-1], amount):
            whole = joined[-1]
            value = whole.low + amount.low / 100
            joined[-1] = replace(whole, last=amount.last, low=value, high=value)
        else:
            joined.append(amount)
    return joined


def _belongs(tokens: Tokens, whole: Amount, part: Amount) -> bool:
    if whole.kind != "money" or part.unit not in HUNDREDTHS or whole.unit in HUNDREDTHS:
        return False
    between = [tokens.lower(j) for j in range(whole.last + 1, part.first)]
    whole_number = whole.low == whole.high and whole.low.denominator == 1
    return between in ([], ["and"]) and whole_number and 0 < part.low == part.high < 100
