"""Quantities: where a number stands in a text, what it is, in what unit and with what bound."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from articlelens.quantities.amounts import Amount, rate_at, read_amount
from articlelens.quantities.bounds import find_modifier
from articlelens.quantities.compounds import join_compounds, read_height
from articlelens.quantities.cues import with_cues
from articlelens.quantities.directions import find_change
from articlelens.quantities.lexer import Token, Tokens
from articlelens.quantities.literals import plain_number
from articlelens.quantities.measures import money_before
from articlelens.quantities.ranges import Span, are_joined, join_ranges, restates, retells, shares_verb
from articlelens.quantities.ratios import MULTIPLES, join_ratios, read_multiple, read_proportion
from articlelens.quantities.refusals import MONTHS, Doubt, doubt_about, is_refused, passed_over
from articlelens.quantities.words import ARTICLES, FEW, OPEN_SCALES, SCALE_WORDS, SMALL_WORDS
from articlelens.record import Change, FigureKind, Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One figure of a text, all but what it counts.

    ``start`` and ``end`` are code-point offsets into the text that was given; ``doubt`` says what a bare number may be
    instead of a figure (``year``, ``name``, ``score``, ``one``, ``age``, ``rank``), which its sentence must tell;
    ``restates`` says that it gives the figure before it once more in another unit (``7 miles (11 km)``); the other
    fields are those of :class:`articlelens.record.Figure`.
    """

    start: int
    end: int
    kind: FigureKind
    value: float | int | None
    low: float | int | None = None
    high: float | int | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    change: Change | None = None
    doubt: Doubt | None = None
    restates: bool = False


def find_quantities(text: str, *, apart: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Finds the figures of ``text``, in order, not overlapping.

    Takes time in proportion to the length of the text.

    Args:
        text: The text.
        apart: Start and end of each expression whose numbers are none of a figure, such as dates: in order, not
            overlapping, in code points.
    """
    tokens = Tokens(text)
    amounts = [amount for amount in _amounts(tokens) if not _is_inside(tokens, amount, apart)]
    amounts = join_ratios(tokens, join_compounds(tokens, amounts))
    spans = join_ranges(tokens, with_cues(tokens, amounts))
    found: list[Quantity] = []
    before: Span | None = None
    for span in spans:
        quantity = _quantity(tokens, span)
        if quantity is None or is_refused(tokens, span):
            continue
        if before is not None and restates(tokens, before, span):
            found[-1], quantity = _restated(tokens, found[-1], quantity, span)
        elif before is not None and quantity.change is None and _goes_on(tokens, before, span):
            quantity = replace(quantity, change=found[-1].change)
        whole = _enclosed(tokens, found[-1], before, quantity, span) if before is not None else None
        found[len(found) - (whole is not None) :] = [whole or quantity]
        before = span
    return found


def _is_inside(tokens: Tokens, amount: Amount, apart: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the expressions ``apart`` has the whole amount in it."""
    start, end = tokens[amount.first].start, tokens[amount.last].end
    i = bisect_right(apart, start, key=lambda expression: expression[0]) - 1
    return i >= 0 and end <= apart[i][1]


_LOWER: Final = frozenset({"more_than", "at_least"})
_UPPER: Final = frozenset({"less_than", "at_most"})


def _enclosed(tokens: Tokens, low: Quantity, before: Span, high: Quantity, span: Span) -> Quantity | None:
    """The range of a lower and an upper bound: ``more than 5 but fewer than 10 people``; None where it is none."""
    if low.modifier not in _LOWER or high.modifier not in _UPPER or low.value is None or high.value is None:
        return None
    if (
        low.value >= high.value
        or not (low.unit == high.unit or before.amount.bare)
        or not are_joined(tokens, before, span)
    ):
        return None
    return replace(high, start=low.start, value=None, low=low.value, high=high.value, modifier=None, doubt=None)


def _goes_on(tokens: Tokens, before: Span, span: Span) -> bool:
    """Whether what is said of one figure's direction is said of the next as well."""
    return retells(tokens, before, span) or shares_verb(tokens, before, span)


def _restated(tokens: Tokens, first: Quantity, second: Quantity, span: Span) -> tuple[Quantity, Quantity]:
    """``first``, and ``second`` with its bound and direction, which gives it in another unit.

    A rate behind the brackets is that of both: ``£50,000 ($63,000) a year``.
    """
    second = replace(
        second, restates=True, modifier=second.modifier or first.modifier, change=second.change or first.change
    )
    rate = rate_at(tokens, span.amount.last + 2) if tokens.text(span.amount.last + 1) == ")" else None
    if rate is None or " per " in f"{first.unit}{second.unit}":
        return first, second
    return replace(first, unit=f"{first.unit} per {rate.name}"), replace(second, unit=f"{second.unit} per {rate.name}")


def _amounts(tokens: Tokens) -> list[Amount]:
    amounts: list[Amount] = []
    i = 0
    while i < len(tokens):
        if not _may_begin(tokens[i]):
            i += 1
            continue
        amount = read_multiple(tokens, i) or read_proportion(tokens, i) or read_height(tokens, i) or _slashed(tokens, i)
        behind = passed_over(tokens, i) if amount is None else None
        if amount is None and behind is None:
            amount = read_amount(tokens, i, before=amounts[-1] if amounts else None)
        if amount is None:
            i = behind or i + 1
            continue
        if amounts and amount.first <= amounts[-1].last:
            amount = replace(amount, first=amounts[-1].last + 1)
        amounts.append(amount)
        i = amount.last + 1
    return amounts


def _may_begin(token: Token) -> bool:
    """Whether a figure, or what is to be passed over, can begin with the token.  Most cannot, and cost no more."""
    return token.kind in ("digits", "fraction") or token.lower in _first_words() or token.lower.endswith("fold")


@cache
def _first_words() -> frozenset[str]:
    numbers = (
        SMALL_WORDS,
        SCALE_WORDS,
        OPEN_SCALES,
        ARTICLES,
        FEW,
        MULTIPLES,
        money_before().firsts,
        MONTHS,
        ("half", "+", "("),
    )
    return frozenset().union(*numbers)


def _slashed(tokens: Tokens, i: int) -> Amount | None:
    """``1/16 of a pint``, ``3/4 inch``: what a slash parts is a fraction where it measures something, else a date."""
    if tokens.kind(i) != "digits" or "/" not in (tokens.text(i + 1), tokens.text(i + 2)):
        return None
    amount = read_amount(tokens, i)
    if amount is None or tokens.text(amount.numeral.last - 1) != "/":
        return None
    return amount if amount.unit is not None or tokens.lower(amount.last + 1) == "of" else None


def _quantity(tokens: Tokens, span: Span) -> Quantity | None:
    """The quantity of a span; None where it is no number after all, or one that no float or integer can hold."""
    amount = span.amount
    if amount.numeral.doubtful and amount.bare:
        return None
    low, high = plain_number(span.low), plain_number(span.high)
    if low is None or high is None:
        return None
    several = span.low != span.high
    return Quantity(
        start=tokens[amount.first].start,
        end=tokens[amount.last].end,
        kind=amount.kind,
        value=None if several else low,
        low=low if several else None,
        high=high if several else None,
        unit=amount.unit,
        modifier=find_modifier(tokens, amount),
        change=find_change(tokens, amount),
        doubt=doubt_about(tokens, span),
    )
