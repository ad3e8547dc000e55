"""Ranges: two amounts with ``to``, a dash, ``or``, or ``between … and`` in the middle."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from articlelens.quantities.amounts import Amount
from articlelens.quantities.bounds import skip_bounds
from articlelens.quantities.directions import can_change, change_words
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.measures import dimensions
from articlelens.quantities.numerals import DASHES, HYPHENS
from articlelens.quantities.wordsets import wordset


@dataclass(frozen=True, slots=True)
class Span:
    """One figure to be: an amount, or a range of two.

    ``joint`` says what stood between the two; empty where there is one number only.
    """

    amount: Amount
    low: Fraction
    high: Fraction
    joint: str = ""

    @property
    def ranged(self) -> bool:
        """Whether it has two ends."""
        return bool(self.joint)


# What stands between two numbers → how it joins them; "by" gives the sides of one thing a unit together.
_JOINTS: Final = {
    "to": "to",
    "until": "to",
    "through": "to",
    "up to": "to",
    "to about": "to",
    "to around": "to",
    "to nearly": "to",
    "to almost": "to",
    "to roughly": "to",
    "or": "or",
    "and": "and",
    "by": "by",
    "x": "by",
    "×": "by",
    "of": "of",
    "of the": "of",
    "out of": "of",
    "~": "-",
}
# How much smaller the first end of a range may be where the second looks like a year, and how large: 200 to 1,800.
_YEARS_REACH: Final = 10
_AS_LARGE: Final = 10 * 2199
_CHANGE_REACH: Final = 12  # tokens back from "from" in which a change is spoken of


def join_ranges(tokens: Tokens, amounts: list[Amount]) -> list[Span]:
    """The amounts as spans, neighbours joined to ranges where the text does so: those with a dash first."""
    spans = [Span(amount, amount.low, amount.high) for amount in _with_sides(tokens, amounts)]
    spans = _join(tokens, spans, dashes=True)
    return _join(tokens, spans, dashes=False)


def _with_sides(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The amounts, the sides of one thing with the unit that one of them has: ``20 by 30 metres``, ``8 x 10 in``."""
    shared = list(amounts)
    for i in range(len(shared) - 1, 0, -1):
        one, other = shared[i - 1], shared[i]
        if _joint(tokens, one, other) != "by":
            continue
        if one.bare and one.kind == "count" and dimensions().get(other.unit or "") == "length":
            shared[i - 1] = replace(one, unit=other.unit, kind=other.kind)
        elif other.bare and tokens.kind(other.last + 1) != "word" and dimensions().get(one.unit or "") == "length":
            shared[i] = replace(other, unit=one.unit, kind=one.kind)
    return shared


def _join(tokens: Tokens, spans: list[Span], *, dashes: bool) -> list[Span]:
    joined: list[Span] = []
    i = 0
    while i < len(spans):
        first, second = spans[i], spans[i + 1] if i + 1 < len(spans) else None
        joint = _joint(tokens, first.amount, second.amount) if second else ""
        if second is not None and joint and (joint == "-") == dashes:
            first, second = _share(tokens, first, second, joint)
            spans[i], spans[i + 1] = first, second
            goes_on = i + 2 < len(spans) and _joint(tokens, second.amount, spans[i + 2].amount) == "to"
            if _is_range(tokens, first, second, joint, goes_on=goes_on):
                joined.append(_whole(first, second, joint))
                i += 2
                continue
        joined.append(first)
        i += 1
    return joined


def _whole(first: Span, second: Span, joint: str) -> Span:
    kind = second.amount if second.amount.unit else first.amount
    amount = replace(
        kind, first=first.amount.first, last=second.amount.last, numeral=second.amount.numeral, own_unit=True
    )
    return Span(amount, first.low, second.high, joint)


def _joint(tokens: Tokens, first: Amount, second: Amount) -> str:
    """What joins two amounts: ``to``, ``or``, ``and``, ``by``, ``of``, ``-``; empty where something else does."""
    between = range(first.last + 1, second.first)
    if len(between) > 4 or any(tokens.breaks(j) for j in (*between, second.first)):
        return ""
    words = [tokens.lower(j) for j in between]
    if len(words) == 1 and words[0] in DASHES:
        return "-" if first.numeral.in_words == second.numeral.in_words else ""
    return _JOINTS.get(" ".join(word for word in words if word not in HYPHENS), "")


def _share(tokens: Tokens, first: Span, second: Span, joint: str) -> tuple[Span, Span]:
    """The two with the unit and the scale that they have in common: ``€90–110m``, ``1 to 2 thousand``."""
    one, other = first.amount, second.amount
    if joint == "of":
        if one.bare and one.numeral.scale > 1 and other.kind == "money":
            first = replace(first, amount=replace(one, unit=other.unit, kind=other.kind))
        return first, second
    if joint == "by" or (joint == "and" and not _follows(tokens, one, "between")):
        return first, second
    if says_when(tokens, one) or says_when(tokens, other):
        return first, second  # from 20 miles in 2008 to 29 miles
    if one.own_unit and one.unit is not None and other.unit is None and _takes_unit(tokens, one, other, joint):
        other = replace(other, unit=one.unit, kind=one.kind)
    elif one.bare and one.kind == "count" and other.unit is not None and not (one.hyphenated and joint == "-"):
        one = replace(one, unit=other.unit, kind=other.kind, age=other.age)
    if one.unit and " per " not in one.unit and (other.unit or "").startswith(f"{one.unit} per "):
        one = replace(one, unit=other.unit)
    first, second = replace(first, amount=one), replace(second, amount=other)
    scale = other.numeral.scale
    shared = one.unit == other.unit and one.numeral.scale == 1 < scale and not one.numeral.fraction
    number, scaled = abs(first.low), abs(second.low) / scale
    # What falls to a number of one scale may come from somewhat more: "from 1.3 to 1.1 million".
    falling = joint == "to" and scaled < number < 10 * scaled and _follows(tokens, one, "from")
    if shared and (0 < number <= scaled or falling):
        first = replace(first, low=first.low * scale, high=first.high * scale)
    return first, second


def is_year(text: str) -> bool:
    """Whether a digit string may well be a year."""
    return len(text) == 4 and text.isdecimal() and 1400 <= int(text) <= 2199


# Before a year: in 2022, since 2015, until 2030.
_BEFORE_YEAR: Final = wordset("in since until till during before after fiscal year early late mid")


def says_when(tokens: Tokens, amount: Amount) -> bool:
    """Whether a bare number is a year by the word before it, and so no end of a range."""
    if not amount.bare or amount.kind != "count" or not is_year(tokens.text(amount.first)):
        return False
    before, verb = tokens.lower(amount.first - 1), tokens.lower(amount.first - 2)
    if before == "by":
        return verb not in change_words() and not verb.endswith("ly")  # fell by 2000 to 3000 tonnes
    return amount.first == amount.last and before in _BEFORE_YEAR


def _takes_unit(tokens: Tokens, first: Amount, second: Amount, joint: str) -> bool:
    """Whether the second number is of the first's unit: ``$5-7``, ``from 21 mpg to 23``.

    What may be a year is so only where the first is nearly as large: not in ``the 10 years to 2023``.
    """
    if not second.bare or second.hyphenated:
        return False
    if is_year(tokens.text(second.first)) and (
        dimensions().get(first.unit or "") == "time" or not second.high <= _YEARS_REACH * first.low <= _AS_LARGE
    ):
        return False
    return joint == "-" or (joint in ("to", "and") and first.kind != "percent")


def _is_range(tokens: Tokens, first: Span, second: Span, joint: str, *, goes_on: bool) -> bool:
    """Whether the two are the ends of one range.

    ``goes_on`` says that another ``to`` follows, as in ``from 5 to 7 per cent to 3 to 5 per cent``.
    """
    one, other = first.amount, second.amount
    if joint in ("of", "by") or first.ranged or second.ranged or one.unit != other.unit or first.high >= second.low:
        return False
    if says_when(tokens, one) or says_when(tokens, other):
        return False
    if one.kind != other.kind and "ratio" not in (one.kind, other.kind):
        return False
    if joint == "and" or _follows(tokens, one, "between"):
        return _follows(tokens, one, "between")
    return joint != "to" or goes_on or not (_is_change(tokens, one) or _gets_to(tokens, first, second))


def _follows(tokens: Tokens, amount: Amount, word: str) -> bool:
    """Whether ``word`` stands before the amount, bounds passed over."""
    return tokens.lower(skip_bounds(tokens, amount.first) - 1) == word


def _is_change(tokens: Tokens, first: Amount) -> bool:
    """Whether ``A to B`` is where something came from and got to: two figures, not a range.

    ``rose from 5% to 7%`` and ``rose 5 cents to 42 cents`` are; ``rose 1 to 2 per cent`` and ``ranging from`` are not.
    """
    start = skip_bounds(tokens, first.first)
    if tokens.lower(start - 1) == "from":
        clause = range(tokens.clause_start(start, reach=_CHANGE_REACH), start - 1)
        words = [tokens.lower(j) for j in clause]
        if any(word.startswith(("rang", "vary", "varie")) for word in words):
            return False
        return any(word in change_words() for word in words)
    if not first.own_unit:
        return False
    return tokens.lower(start - 1) in change_words() or tokens.lower(start - 1) == "by"


_LEVEL: Final = 5  # how many times a change what it got to is, where neither is written out to the last digit
_ROUND: Final = 2  # digits of a round number, the zeros behind them aside


def _gets_to(tokens: Tokens, first: Span, second: Span) -> bool:
    """Whether bare numbers are a change and what it got to: ``rose by 22,000 to 231,000``, not ``by 10 to 15 people``.

    The ends of a range are round and not far apart.
    """
    before = tokens.lower(skip_bounds(tokens, first.amount.first) - 1)
    if first.amount.kind != "count" or (before != "by" and before not in change_words()):
        return False
    return second.low >= _LEVEL * first.high or not (_is_round(first.low) and _is_round(second.low))


def _is_round(number: Fraction) -> bool:
    return number.denominator == 1 and len(str(number.numerator).rstrip("0")) <= _ROUND


def restates(tokens: Tokens, first: Span, second: Span) -> bool:
    """Whether ``second``, in brackets or behind a slash, is ``first`` in another unit or currency."""
    one, other = first.amount, second.amount
    opening = tokens.text(one.last + 1)
    if opening not in ("(", "/") or other.unit == one.unit or other.kind != one.kind:
        return False
    if skip_bounds(tokens, other.first) != one.last + 2:
        return False
    if one.kind == "money":
        return True
    measured = dimensions()
    units = [(amount.unit or "").split(" per ")[0] for amount in (one, other)]
    return one.kind == "quantity" and measured.get(units[0]) == measured.get(units[1])


def are_joined(tokens: Tokens, first: Span, second: Span) -> bool:
    """Whether nothing but ``and`` or ``but``, and the second's bound, stands between the two."""
    return _between(tokens, first, second) in (["and"], ["but"], [",", "but"], ["yet"])


def retells(tokens: Tokens, first: Span, second: Span) -> bool:
    """Whether ``second`` tells the change of ``first`` once more, as a share or in another measure.

    ``gained $1.15, or 1.4%``, ``fell 45 cents (1.4%)``.
    """
    one, other = first.amount, second.amount
    if not (can_change(one) and can_change(other)) or one.unit == other.unit:
        return False
    return _between(tokens, first, second) in (["or"], [",", "or"], ["("], ["—", "or"])


_GAP_REACH: Final = 6
_WHEN: Final = frozenset({"by", "in", "on", "last", "this"})


def shares_verb(tokens: Tokens, first: Span, second: Span) -> bool:
    """Whether the verb of ``first`` is that of ``second`` too: ``A fell 2%, B by 3%``, ``4% in May and 3% in June``."""
    between = _between(tokens, first, second)
    if first.amount.unit != second.amount.unit or not 2 < len(between) <= _GAP_REACH:
        return False
    if change_words().intersection(between):
        return False
    if between[0] in (",", "and", "while"):
        return between[-1] in ("by", "between")
    # fell 4% in May and 3% in June
    return between[-1] == "and" and between[0] in _WHEN and tokens.lower(second.amount.last + 1) in _WHEN


def _between(tokens: Tokens, first: Span, second: Span) -> list[str]:
    """The words between two figures, without the second's bounds."""
    behind = skip_bounds(tokens, second.amount.first)
    return [tokens.lower(j) for j in range(first.amount.last + 1, min(behind, first.amount.last + 10))]
