"""What is no figure though it is a number: dates, clock times, addresses, telephone numbers, scores, labels.

Every rule has a name and an example.  The first kind is matched at the first digit of a number and passes over the
whole expression; the second looks at a number's neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from articlelens.quantities.amounts import Amount
from articlelens.quantities.directions import change_words
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.numerals import HYPHENS
from articlelens.quantities.ranges import Span, is_year
from articlelens.quantities.words import SMALL_WORDS, behind_spelled_year
from articlelens.quantities.wordsets import named, toml, wordset

Doubt = Literal["year", "name", "score", "one", "age", "rank"]


@dataclass(frozen=True, slots=True)
class Shape:
    """An expression with digits that is no figure: ``pattern`` matches it from its first token on."""

    name: str
    example: str
    pattern: str


@cache
def shapes() -> tuple[Shape, ...]:
    """The expressions of ``data/shapes.toml``."""
    table = toml("shapes")
    spellings = table["spellings"]
    return tuple(Shape(**{**row, "pattern": _spelled(row["pattern"], spellings)}) for row in table["shape"])


def _spelled(pattern: str, spellings: dict[str, str]) -> str:
    for name, spelling in spellings.items():
        pattern = pattern.replace("{" + name + "}", spelling)
    return pattern


LABELS: Final = named("labels")
_GLUE_MARKS: Final = frozenset("’'#/_.:@&^")
_GLUED_BEFORE: Final = frozenset({"now", "sub", "minus", "to", "by", "plus", "under", "over", "then"})


@cache
def _any_shape() -> re.Pattern[str]:
    return re.compile("|".join(shape.pattern for shape in shapes()))


# The first words of expressions that begin with a month.
MONTHS: Final = wordset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec"
)


def passed_over(tokens: Tokens, i: int) -> int | None:
    """The first token behind an expression of ``data/shapes.toml`` that begins at token ``i``; None without one."""
    token = tokens[i]
    if token.kind == "word" and token.lower not in MONTHS:
        return behind_spelled_year(tokens, i)
    if (
        token.kind != "digits"
        and token.text not in ("+", "(")
        and not (token.lower in MONTHS and token.text[0].isupper())
    ):
        return None
    if i and tokens[i - 1].text in ("$", "£", "€"):
        return None
    match = _any_shape().match(tokens.source, token.start)
    if match is None:
        return None
    j = i
    while j < len(tokens) and tokens[j].start < match.end():
        j += 1
    return j


def is_refused(tokens: Tokens, span: Span) -> bool:
    """Whether a number's neighbours show that it is no figure."""
    return (
        _is_stuck(tokens, span)
        or _is_named_by_code(tokens, span)
        or _is_label(tokens, span)
        or _is_code(tokens, span)
        or _is_list_number(tokens, span)
        or _is_rating(tokens, span)
        or _is_idiom(tokens, span)
        or _is_in_phrase(tokens, span)
        or _is_clock_time(tokens, span)
    )


def _is_stuck(tokens: Tokens, span: Span) -> bool:
    """Whether it is a part of a word or a code: ``COVID-19``, ``X40``, ``3D``, ``F-150``."""
    return _is_stuck_left(tokens, span.amount.first) or _is_stuck_right(tokens, span)


def _is_stuck_left(tokens: Tokens, i: int) -> bool:
    if not tokens.glued(i):
        return False
    before = tokens.text(i - 1)
    if tokens.kind(i - 1) in ("word", "digits", "url"):
        return tokens.text(i).isalnum()
    if before in _GLUE_MARKS:
        return tokens.glued(i - 1) or before in ("#", "_", "’")
    if before not in HYPHENS or not tokens.glued(i - 1):
        return False
    if tokens.lower(i - 2) == "to" and tokens.text(i - 3) in HYPHENS and tokens.glued(i - 2) and tokens.glued(i - 3):
        return True  # a 9-to-5 job: what is a range begins before it
    return tokens.lower(i - 2) not in _GLUED_BEFORE and tokens.text(i - 2) not in (",", ".", ")", "%")


def _is_stuck_right(tokens: Tokens, span: Span) -> bool:
    j = span.amount.last + 1
    if not tokens.glued(j):
        return False
    after, digits_follow = tokens.text(j), tokens.glued(j + 1) and tokens.kind(j + 1) == "digits"
    if tokens.kind(j) in ("word", "digits", "fraction") or after in ("_", "@", "^"):
        return True
    if after in HYPHENS and tokens.glued(j + 1) and not span.amount.own_unit:
        return digits_follow or tokens.text(j + 1)[:1].isupper()
    return after in (":", "/") and digits_follow


# Codes of currencies that are words or names too; glued to two digits they are no money.
_WORDS_AS_CODES: Final = frozenset({"COP", "TOP", "ALL", "CUP", "SOS", "AMD", "GEL", "BOB"})


def _is_named_by_code(tokens: Tokens, span: Span) -> bool:
    """``COP28``, ``TOP10``: summits, lists and models; not ``COP28 million``."""
    amount = span.amount
    i = amount.first
    return (
        amount.kind == "money"
        and tokens.text(i) in _WORDS_AS_CODES
        and amount.last == i + 1
        and tokens.glued(i + 1)
        and len(tokens.text(i + 1)) <= 2
        and amount.numeral.scale == 1
    )


def _is_label(tokens: Tokens, span: Span) -> bool:
    amount = span.amount
    if not amount.bare or amount.kind != "count" or amount.numeral.scale > 1:
        return False
    i = amount.first - 1
    if tokens.text(i) == "." and tokens.glued(i):
        i -= 1  # No. 5
    if tokens.text(i) in HYPHENS and tokens.glued(i):
        i -= 1
    if tokens.text(i) == "of" and tokens.text(i - 1) == "Group":
        return True  # the Group of 20
    if tokens.lower(i) not in LABELS or tokens.breaks(i + 1):
        return False
    if tokens.lower(i) in ("no", "p", "h", "q", "top", "act", "form", "stand", "match", "day", "team", "per"):
        return tokens.lower(i) != "no" or tokens.text(i + 1) == "." or tokens.text(i)[0].isupper()
    return True


_CODES: Final = named("codes")
_COPULAS: Final = frozenset({"is", "was", ":", "of"})


def _is_code(tokens: Tokens, span: Span) -> bool:
    """``ZIP code 90210``, ``The PIN was 4321``."""
    amount = span.amount
    if not amount.bare or amount.kind != "count" or amount.numeral.in_words or amount.numeral.scale > 1:
        return False
    i = amount.first - 1
    i -= tokens.lower(i) in _COPULAS
    return tokens.lower(i) in _CODES


_LEVELS: Final = named("levels")
_CLAUSE: Final = 14
_TIME_OF_DAY: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def _is_clock_time(tokens: Tokens, span: Span) -> bool:
    """``left at 11.59``, where nothing in the clause is priced or measured."""
    amount = span.amount
    if not amount.bare or amount.kind != "count" or span.ranged or tokens.lower(amount.first - 1) != "at":
        return False
    if amount.first != amount.last or not _TIME_OF_DAY.fullmatch(tokens.text(amount.first)):
        return False
    if tokens.kind(amount.last + 1) == "word" and tokens.lower(amount.last + 1) not in _BEHIND_TIME:
        return False
    clause = range(tokens.clause_start(amount.first, reach=_CLAUSE), amount.first)
    return not any(tokens.lower(j) in _LEVELS or tokens.lower(j) in change_words() for j in clause)


_BEHIND_TIME: Final = wordset("and on in for from with when after but to today tomorrow yesterday sharp local")


def _is_list_number(tokens: Tokens, span: Span) -> bool:
    """``1.`` or ``2)`` at the beginning of a line."""
    amount = span.amount
    if not amount.bare or amount.numeral.in_words or amount.high > 99:
        return False
    i, j = amount.first, amount.last + 1
    if i and not tokens.breaks(i) and tokens.text(i - 1) != "(":
        return False
    if tokens.text(i - 1) == "(":
        return tokens.text(j) == ")" and (i < 2 or tokens.breaks(i - 1))
    return tokens.text(j) in (".", ")") and tokens.glued(j) and tokens.kind(j + 1) == "word"


_BEST_RATING: Final = 10


def _is_rating(tokens: Tokens, span: Span) -> bool:
    """``Ama Boateng: 7 Made two fine saves``: what a newspaper gives a player, behind the name that opens a line."""
    amount = span.amount
    if not amount.bare or amount.numeral.in_words or amount.high > _BEST_RATING or tokens.text(amount.first - 1) != ":":
        return False
    name = amount.first - 2
    while name > 0 and tokens.text(name)[:1].isupper() and not tokens.opens(name):
        name -= 1
    return name >= 0 and tokens.opens(name) and tokens.text(amount.last + 1)[:1].isupper()


# A number word, and what behind or before it makes it a phrase.
_IDIOMS_AFTER: Final = frozenset(
    [("one", "another"), ("one", "day"), ("one", "thing"), ("one", "by"), ("one", "-"), ("one", "on"), ("one", "who")]
)
_IDIOMS_BEFORE: Final = frozenset(
    [(before, "one") for before in ("no", "the", "this", "that", "each", "every", "any", "which", "by", "one")]
)
_ADJECTIVES: Final = named("number adjectives")


def _is_idiom(tokens: Tokens, span: Span) -> bool:
    amount = span.amount
    if span.ranged or not amount.numeral.in_words or not (amount.bare or amount.unit == "day"):
        return bool(amount.hyphenated and amount.bare and tokens.lower(amount.last + 2) in _ADJECTIVES)
    word = tokens.lower(amount.first)
    if word == "one" and amount.unit == "day" and tokens.opens(amount.first):
        return True  # One day, she said
    if amount.hyphenated and tokens.lower(amount.last + 2) in _ADJECTIVES:
        return True
    return (word, tokens.lower(amount.last + 1)) in _IDIOMS_AFTER or (
        tokens.lower(amount.first - 1),
        word,
    ) in _IDIOMS_BEFORE


# Phrases with a number word that count nothing.
_PHRASES: Final = (
    *("at one time", "at one point", "at one stage", "one way or another", "one way or the other", "on the one hand"),
    *("on one hand", "in one way", "for one thing", "back to square one", "at square one", "from square one"),
    *("on cloud nine", "one of a kind"),
)


def _phrases() -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """By number word: how many words of a phrase stand before it, and the whole phrase."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in _PHRASES:
        words = tuple(phrase.split())
        for i, word in enumerate(words):
            if word in SMALL_WORDS:
                found.setdefault(word, []).append((i, words))
    return found


_BY_NUMBER: Final = _phrases()


def _is_in_phrase(tokens: Tokens, span: Span) -> bool:
    """``at one time``, ``on cloud nine``."""
    first = span.amount.first
    return any(
        all(tokens.lower(first - before + k) == word for k, word in enumerate(words))
        for before, words in _BY_NUMBER.get(tokens.lower(first), ())
    )


_FUNCTION_WORDS: Final = named("function words")


def doubt_about(tokens: Tokens, span: Span) -> Doubt | None:
    """What a bare number may be instead of a figure, where only its sentence can tell."""
    amount = span.amount
    if amount.kind != "count" or not amount.bare or amount.numeral.scale > 1:
        return None
    if span.ranged:
        return _doubt_about_range(tokens, span)
    if is_year(tokens.text(amount.first)):
        return "year"
    if tokens.lower(amount.first) == "one":
        return "one"
    return _doubt_by_neighbour(tokens, amount)


def _doubt_about_range(tokens: Tokens, span: Span) -> Doubt | None:
    if span.joint == "-" and not span.amount.numeral.in_words:
        return "score"
    years = is_year(tokens.text(span.amount.first)) and is_year(tokens.text(span.amount.last))
    return "year" if years else None


def _doubt_by_neighbour(tokens: Tokens, amount: Amount) -> Doubt | None:
    i, before = amount.first, tokens.text(amount.first - 1)
    if before == "," and tokens.text(amount.last + 1)[:1] in _CLOSING and not amount.numeral.in_words:
        return "age" if tokens.kind(i - 2) == "word" and 0 < amount.low < 120 else None
    if before.lower() in _RANKS:
        return "rank"
    if before != before.lower() and before.lower() not in _FUNCTION_WORDS and not tokens.breaks(i):
        return "name"
    capital = amount.numeral.in_words and tokens.text(i)[:1].isupper()
    return "name" if capital and not tokens.opens(i) else None


_CLOSING: Final = frozenset(",;.)")
_RANKS: Final = frozenset({"top", "bottom", "final", "last", "first", "big"})
