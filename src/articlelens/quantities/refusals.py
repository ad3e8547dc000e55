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
from articlelens.quantities.lexer import Tokens
from articlelens.quantities.numerals import HYPHENS
from articlelens.quantities.ranges import Span, is_year
from articlelens.quantities.words import behind_spelled_year
from articlelens.quantities.wordsets import wordset

Doubt = Literal["year", "name", "score", "one", "age", "rank"]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Terrace|Square|Highway|Hwy|Parkway"
    r"|Crescent|Close|Quay|Row|Plaza|Rue)\b"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """An expression with digits that is no figure: ``pattern`` matches it from its first token on."""

    name: str
    example: str
    pattern: str


SHAPES: Final = (
    Shape("ISO date", "2023-07-19", r"\d{4}-\d{2}-\d{2}"),
    Shape("numeric date", "19/07/2023", r"\d{1,2}([/.])\d{1,2}\1\d{2,4}\b"),
    Shape("slashed", "9/11", r"\d{1,4}/\d{1,4}(?:/\d{1,4})?(?!\d)"),
    Shape("clock time", "10.45pm", r"\d{1,2}(?:[:.]\d{2})?[ \u00a0]?(?:[ap]\.?m\b\.?|o['’]clock|noon\b|midnight\b)"),
    Shape("clock time by colon", "14:30", r"\d{1,3}:\d{2}(?::\d{2})?(?:\.\d+)?"),
    Shape("clock time with zone", "1430 GMT", r"\d{1,2}[:.]?\d{2}[ \u00a0](?:GMT|UTC|BST|CEST?|E[SD]?T|P[SD]?T)\b"),
    Shape("ordinal", "22nd", r"\d[\d,]*(?:(?<=1)(?<!11) ?st|[ \u00a0]?(?:nd|rd|th))\b"),
    Shape("year of an era", "44 BC", r"\d{1,4}(?:[-–]\d{1,4})?[ \u00a0]?(?:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.)(?!\w)"),
    Shape("decade", "1990s", r"\d+['’]?s\b"),
    Shape("day and month", "19 July 2023", rf"\d{{1,2}}(?:[-–]\d{{1,2}})?[ \u00a0](?:of )?{_MONTH}(?:,? \d{{4}}\b)?"),
    Shape(
        "month and day",
        "July 27, 2023",
        rf"{_MONTH}[ \u00a0](?:\d{{1,2}}(?!\d|[,.]\d)(?:[-–]\d{{1,2}})?(?:st|nd|rd|th)?)(?:,? (?:19|20)\d{{2}}\b)?",
    ),
    Shape("month and year", "July 2023", rf"{_MONTH},?[ \u00a0](?:1[5-9]|20)\d{{2}}\b"),
    Shape("season's years", "2018-19", r"(?:1[5-9]|20)\d{2}[-–/](?:(?:1[5-9]|20)\d{2}|\d{2})\b(?![.,]\d)"),
    Shape("telephone number", "020-7946-0958", r"\d{1,4}(?:-\d{2,4}){2,}\b(?!-)|\d{3}\.\d{3}\.\d{4}\b"),
    Shape("telephone number, trunk", "020 7946 0958", r"0\d{2,4}(?: \d{3,4}){1,2}\b"),
    Shape("telephone number, international", "+44 20 7946 0958", r"\+\d{1,3}(?:[ -]\(?\d{2,4}\)?){2,5}\b(?![.,]\d|%)"),
    Shape("telephone number, area in brackets", "(555) 555-0134", r"\(\d{3}\) ?\d{3}-\d{4}\b"),
    Shape("version", "10.2.1", r"(?!\d{1,3}(?:\.\d{3})+\b)\d+(?:\.\d+){2,}"),
    Shape("sets of a match", "6-4, 7-5", r"\d{1,2}[-–]\d{1,2}(?:, \d{1,2}[-–]\d{1,2})+"),
    Shape(
        "address",
        "16-18 Mill Street",
        r"\d{1,5}[A-Za-z]?(?:[-–]\d{1,5})?(?: [NSEW]\.?)?"
        rf"(?: (?:[A-Z][\w’']*|\d+(?:st|nd|rd|th))){{1,3}}? {_STREET}",
    ),
    Shape("address, street first", "22 Ave Foch", r"\d{1,5} (?:Ave|Avenue|Rue|Via|Calle|Boulevard|Place) [A-Z]"),
    Shape("post code", "90049 ZIP", r"\d{5}(?:-\d{4})?(?= (?:ZIP|zip))"),
    Shape("glued name", "4x4", r"\d+x\d+|\d+[A-Z]{1,2}\d\w*"),
)

# Before a bare number, words that it is a label of and not a count: "page 12", "Day 196".
LABELS: Final = wordset(
    "no nos nr number numbers № # page pages p pp chapter chapters section sections article articles paragraph "
    "clause figure fig table item step day week episode episodes season round rounds game match matchday lap stage "
    "group groups channel channels flight route room gate platform line unit units block district ward wards zone "
    "type category level phase grade version volume vol issue part rule rules title act amendment resolution tier "
    "division class size seed row highway interstate route junction exit terminal pier stand suite apartment apt "
    "flat lot box case bill proposition prop protocol covid form hall court team pool sura psalm verse verses op "
    "opus form formula area model mark mk series generation gen channel radio studio per century grid q h fy"
)
_GLUE_MARKS: Final = frozenset("’'#/_.:@&^")
_GLUED_BEFORE: Final = frozenset({"now", "sub", "minus", "to", "plus", "under", "over", "then"})


@cache
def _shapes() -> re.Pattern[str]:
    named = "|".join(
        shape.pattern.replace(r"\1", r"(?P=separator)").replace("([/.])", "(?P<separator>[/.])") for shape in SHAPES
    )
    return re.compile(named)


# The first words of expressions that begin with a month.
MONTHS: Final = wordset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec"
)


def passed_over(tokens: Tokens, i: int) -> int | None:
    """The first token behind an expression of :data:`SHAPES` that begins at token ``i``; None where there is none."""
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
    match = _shapes().match(tokens.source, token.start)
    if match is None:
        return None
    j = i
    while j < len(tokens) and tokens[j].start < match.end():
        j += 1
    return j


def is_refused(tokens: Tokens, span: Span) -> bool:
    """Whether a number's neighbours show that it is no figure."""
    return (
        _is_stuck(tokens, span) or _is_label(tokens, span) or _is_list_number(tokens, span) or _is_idiom(tokens, span)
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


# A number word, and what behind or before it makes it a phrase.
_IDIOMS_AFTER: Final = frozenset(
    [("one", "another"), ("one", "day"), ("one", "thing"), ("one", "by"), ("one", "-"), ("one", "on"), ("one", "who")]
)
_IDIOMS_BEFORE: Final = frozenset(
    [(before, "one") for before in ("no", "the", "this", "that", "each", "every", "any", "which", "by", "one")]
)
# Joined to a number by a hyphen, words that make an adjective and not a count: "two-way", "four-legged".
_ADJECTIVES: Final = wordset(
    "way off time times to sided fold tier tiered faced up timer piece dimensional legged pronged thirds on one two "
    "first second third fourth fifth sixth seventh eighth ninth"
)


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


# Words that are capitalised where a sentence or a headline begins with them, and are no names.
_FUNCTION_WORDS: Final = wordset(
    "the a an in on at of for from to by with and but or so if as than then that this these those some all only "
    "just about around nearly almost roughly approximately more less fewer over under up between after before since "
    "when while where there here its his her their our my your is are was were has have had every each another "
    "other further last next past first now not no what how why who which because although though among against"
)


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
