"""Numerals: digits, number words, scales and fractions at one place of a text, without unit or bound."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final
from unicodedata import numeric

from articlelens.quantities.lexer import Tokens
from articlelens.quantities.literals import has_decimal_comma, read_literal
from articlelens.quantities.words import (
    ARTICLES,
    DENOMINATORS,
    FEW,
    OPEN_SCALES,
    SCALE_LETTERS,
    SCALE_WORDS,
    SMALL_WORDS,
    read_words,
)
from articlelens.quantities.wordsets import wordset

HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = frozenset("-‐‑–—−")
_TIMES: Final = frozenset("×x*·")
_GROUP_SPACES: Final = frozenset("\u00a0\u202f\u2009 ")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MAX_EXPONENT: Final = 300  # above the largest float, 1.8e308, a figure is a misreading


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written, over the tokens ``first`` to ``last``, both included.

    ``low`` and ``high`` are set for open magnitudes (``tens of thousands``), else they are ``value``.
    """

    first: int
    last: int
    low: Fraction
    high: Fraction
    scale: int = 1  # what a scale word or letter multiplied by; 1 where there is none
    in_words: bool = False  # begins with a word
    fraction: bool = False  # a part of something: half, two-thirds, 1/16
    doubtful: bool = False  # needs a unit to be a number at all: 3,5 and 007
    letter: str = ""  # the scale was this letter: 2.7m may be metres

    @property
    def open(self) -> bool:
        """Whether only a magnitude is given."""
        return self.low != self.high

    def times(self, scale: int, last: int, letter: str = "") -> Numeral:
        """The numeral multiplied by a scale that ends at the token ``last``."""
        return replace(
            self,
            low=self.low * scale,
            high=self.high * scale,
            scale=self.scale * scale,
            last=last,
            letter=letter,
            doubtful=False,
        )


def read_numeral(tokens: Tokens, i: int, *, money: bool = False) -> Numeral | None:
    """The numeral that begins at token ``i``.

    Args:
        tokens: The text.
        i: Index of its first token.
        money: Whether a currency sign stands before it, so that ``5m`` is five million.
    """
    kind = tokens.kind(i)
    if kind == "digits":
        numeral = _digits(tokens, i)
    elif kind == "fraction":
        numeral = Numeral(i, i, _vulgar(tokens.text(i)), _vulgar(tokens.text(i)), fraction=True)
    elif kind == "word":
        numeral = _open_magnitude(tokens, i) or _half(tokens, i) or _article_fraction(tokens, i) or _words(tokens, i)
    else:
        return None
    if numeral is None or numeral.open:
        return numeral
    return _with_scale(tokens, _with_half(tokens, numeral), money=money)


def _vulgar(char: str) -> Fraction:
    return Fraction(numeric(char)).limit_denominator(10)


def _digits(tokens: Tokens, i: int) -> Numeral | None:
    text, last = tokens.text(i), i
    value = read_literal(text)
    if value is None:
        return None
    grouped, last = _space_groups(tokens, i)
    if grouped is not None:
        value = grouped
    if last == i and tokens.kind(i + 1) == "fraction" and text.isdecimal():  # 3½
        return Numeral(i, i + 1, value + _vulgar(tokens.text(i + 1)), value + _vulgar(tokens.text(i + 1)))
    if last == i and text[-3:-2] == "." and tokens.text(i + 1) in HYPHENS:
        priced = _joined_fraction(tokens, i, value, Fraction(1, 100))
        if priced is not None:
            return priced
    if last == i and text.isdecimal():
        whole = _slash_fraction(tokens, i, value)
        if whole is not None:
            return whole
    power = _power_of_ten(tokens, last + 1)
    if power is not None:
        exponent, last = power
        value *= Fraction(10) ** exponent
    doubtful = has_decimal_comma(text) or (len(text) > 1 and text.startswith("0") and text.isdecimal())
    return Numeral(i, last, value, value, doubtful=doubtful)


# Behind a number, what is named by model numbers of three digits: "12 737 jets" are twelve.
_MODELS: Final = wordset("jet jets jetliner jetliners plane planes aircraft airliner airliners max dreamliners")


def _space_groups(tokens: Tokens, i: int) -> tuple[Fraction | None, int]:
    """``10 000`` and ``1 234 567``: groups of three digits behind a blank of print, not that of a row of numbers."""
    text, last = tokens.text(i), i
    if not (text.isdecimal() and len(text) <= 3 and not text.startswith("0")) or _in_row(tokens, i - 1, i):
        return None, i
    while _is_group(tokens, last + 1):
        text, last = text + tokens.text(last + 1), last + 1
    if last == i or _in_row(tokens, last + 1, last + 1) or tokens.lower(last + 1) in DASHES | _MODELS:
        return None, i
    return Fraction(int(text)), last


def _is_group(tokens: Tokens, i: int) -> bool:
    """Whether the token is three digits behind one blank."""
    text = tokens.text(i)
    if tokens.kind(i) != "digits" or len(text) != 3 or not text.isdecimal():
        return False
    return tokens.source[tokens[i - 1].end : tokens[i].start] in _GROUP_SPACES


def _in_row(tokens: Tokens, i: int, gap: int) -> bool:
    """Whether the token is one more number of a row, parted from the next by the blank before ``gap``."""
    return tokens.kind(i) == "digits" and not tokens.breaks(gap)


def _slash_fraction(tokens: Tokens, i: int, value: Fraction) -> Numeral | None:
    """``1/16``, and ``3 1/2`` from its whole number on.  ``9/11`` and ``24/7`` are none."""
    below = _slashed(tokens, i)
    if below is not None:
        return Numeral(i, i + 2, value / below, value / below, fraction=True)
    joined = _joined_fraction(tokens, i, value, Fraction(1))
    if joined is not None:
        return joined
    above = tokens.text(i + 1)
    if above.isdecimal() and len(above) < 3 and not tokens.breaks(i + 1):
        below = _slashed(tokens, i + 1)
        if below is not None:
            total = value + Fraction(int(above)) / below
            return Numeral(i, i + 3, total, total)
    return None


# Denominators that print uses for parts; of others, such as 9/11 and 50/50, a slash makes a date or a phrase.
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128})


def _joined_fraction(tokens: Tokens, i: int, value: Fraction, step: Fraction) -> Numeral | None:
    """``4-1/2 cents``, ``$6.85-1/4``: parts of ``step``, as grain is priced."""
    if not (tokens.text(i + 1) in HYPHENS and tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    below = _slashed(tokens, i + 2)
    if below is None or below > _EIGHTHS:
        return None
    total = value + step * Fraction(int(tokens.text(i + 2)), below)
    return Numeral(i, i + 4, total, total)


_EIGHTHS: Final = 8  # the smallest parts that are joined to a whole number by a hyphen


def _slashed(tokens: Tokens, i: int) -> int | None:
    above, below = tokens.text(i), tokens.text(i + 2)
    if tokens.text(i + 1) not in ("/", "⁄") or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    if not (above.isdecimal() and below.isdecimal() and len(above) < 4 and len(below) < 4):
        return None
    if tokens.text(i + 3) == "/" or tokens.text(i - 1) == "/":
        return None
    return int(below) if 0 < int(above) < int(below) and int(below) in _DENOMINATORS else None


def _power_of_ten(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Exponent and last token of ``× 10^24``, ``×10⁻³⁰``, ``x 10-30`` at ``i``."""
    if tokens.lower(i) not in _TIMES:
        return None
    if not tokens.text(i + 1).startswith("10"):
        return None
    raised = tokens.text(i + 1)[2:]
    j, minus = i + 2, ""
    if not raised and tokens.glued(j):
        if tokens.text(j) == "^":
            j += 1
        while tokens.glued(j) and (tokens.text(j) in DASHES or tokens.text(j).translate(_SUPERSCRIPTS) == "-"):
            minus, j = "-", j + 1
        while tokens.glued(j) and tokens.text(j).translate(_SUPERSCRIPTS).isdecimal():
            raised, j = raised + tokens.text(j).translate(_SUPERSCRIPTS), j + 1
    if not raised.isdecimal() or len(raised) > 3 or int(raised) > _MAX_EXPONENT:
        return None
    return int(minus + raised), j - 1


def _words(tokens: Tokens, i: int) -> Numeral | None:
    if tokens.lower(i) not in SMALL_WORDS and tokens.lower(i) not in SCALE_WORDS and tokens.lower(i) not in ARTICLES:
        return None
    j, value = i, Fraction(1)
    if tokens.lower(i) in ARTICLES:  # a million, a dozen
        j = _next_word(tokens, i)
        if tokens.lower(j) not in SCALE_WORDS or tokens.breaks(j):
            return None
        return _scaled_words(tokens, Numeral(i, i, value, value, in_words=True))
    read = read_words(tokens, i)
    if read is None:
        return None
    value, last, scale = read
    numeral = Numeral(i, last, value, value, scale=scale, in_words=True)
    return _denominator(tokens, numeral) or numeral


def _scaled_words(tokens: Tokens, numeral: Numeral) -> Numeral:
    """``a hundred`` and on: the words behind the article, read as if it were ``one``."""
    j = _next_word(tokens, numeral.last)
    read = read_words(tokens, j)
    if read is None:
        return numeral.times(SCALE_WORDS[tokens.lower(j)], j)
    value, last, scale = read
    return replace(numeral, low=value, high=value, last=last, scale=scale)


def _next_word(tokens: Tokens, i: int) -> int:
    """The index of the word behind ``i``, over a hyphen."""
    return i + 2 if tokens.text(i + 1) in HYPHENS and tokens.glued(i + 2) else i + 1


def _denominator(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """``two-thirds``, ``one in``-less fractions; ``three quarters`` may be of a year unless a whole follows."""
    j = _next_word(tokens, numeral.last)
    below = DENOMINATORS.get(tokens.lower(j))
    if below is None or tokens.breaks(j) or numeral.low.denominator != 1 or numeral.low > 20:
        return None
    plural = tokens.lower(j).endswith("s")
    if plural == (numeral.low == 1):
        return None
    hyphenated = j == numeral.last + 2
    if below in (2, 4) and not hyphenated and tokens.lower(j + 1) not in ("of", "the", "a", "an"):
        return None
    if not plural and not hyphenated and tokens.kind(j + 1) == "word" and tokens.lower(j + 1) not in _AFTER_FRACTION:
        return None  # one third party
    value = numeral.low / below
    return replace(numeral, low=value, high=value, last=j, fraction=True)


# What stands behind "a third" where it is a part, and not behind the third of a row.
_AFTER_FRACTION: Final = wordset(
    "of the a an to in as by from on since more less fewer higher lower larger smaller bigger or and were was are "
    "is have has had"
)
_MEASURED: Final = wordset(
    "by about nearly almost roughly than least around some over up down rose fell risen fallen dropped jumped lost "
    "gained grew shrank"
)


def _article_fraction(tokens: Tokens, i: int) -> Numeral | None:
    """``a third of``, ``a quarter of``, ``by a fifth``; not ``a third man``."""
    if tokens.lower(i) not in ARTICLES:
        return None
    below = DENOMINATORS.get(tokens.lower(i + 1))
    if below is None or below == 2 or tokens.lower(i + 1).endswith("s") or tokens.breaks(i + 1):
        return None
    after = tokens.lower(i + 2)
    part = after in ("of", "fewer", "less", "more", "larger", "smaller", "higher", "lower", "as")
    part = part or _is_large(tokens, i + 2)
    alone = tokens.kind(i + 2) != "word" or after in _AFTER_FRACTION
    if not part and not (tokens.lower(i - 1) in _MEASURED and alone):
        return None
    value = Fraction(1, below)
    return Numeral(i, i + 1, value, value, in_words=True, fraction=True)


# Before "half" that is a stretch of a match, a year or a road, and not a part.
_NOT_BEFORE_HALF: Final = wordset(
    "first second this last either other next opening each every latter former later earlier final better top "
    "bottom northern southern eastern western upper lower in one two time other-"
)
_AFTER_HALF: Final = wordset("of the a an its their his her our my your all these those this that as")


def _half(tokens: Tokens, i: int) -> Numeral | None:
    """``half``, ``half of``, ``half a million``; not the first half of a match."""
    if tokens.lower(i) != "half" or tokens.lower(i - 1) in _NOT_BEFORE_HALF:
        return None
    value = Fraction(1, 2)
    half = Numeral(i, i, value, value, in_words=True, fraction=True)
    article = _next_word(tokens, i)
    word = _next_word(tokens, article) if tokens.lower(article) in ARTICLES else article
    if tokens.lower(word) in SCALE_WORDS and not tokens.breaks(word):
        return replace(half.times(SCALE_WORDS[tokens.lower(word)], word), fraction=False)
    if tokens.text(i + 1) in HYPHENS and tokens.lower(i + 2) not in ("hour", "mile", "inch"):
        return None  # half-brother
    if tokens.lower(i + 1) in _AFTER_HALF or tokens.lower(i - 1) in _MEASURED or tokens.text(i + 1) in HYPHENS:
        return half
    return None


def _open_magnitude(tokens: Tokens, i: int) -> Numeral | None:
    """``thousands``, ``tens of thousands``, ``several hundred``: from one of the magnitude to ten of it."""
    scale = OPEN_SCALES.get(tokens.lower(i))
    last = i
    if scale is not None:
        of_what = SCALE_WORDS.get(tokens.lower(i + 2).removesuffix("s"))
        if tokens.lower(i + 1) == "of" and of_what and tokens.lower(i + 2).endswith("s"):
            scale, last = scale * of_what, i + 2
        elif tokens.lower(i) in ("scores", "tens") and tokens.lower(i + 1) != "of" and not _are_people(tokens, i):
            return None  # scores is a verb as well
    elif tokens.lower(i) in FEW:
        last = i + 1
        while tokens.lower(last) in ("a", "few", "of"):
            last += 1
        scale = SCALE_WORDS.get(tokens.lower(last))
        if scale is None or tokens.breaks(last):
            return None
        if tokens.lower(last + 1) in SCALE_WORDS:  # a few hundred thousand
            scale, last = scale * SCALE_WORDS[tokens.lower(last + 1)], last + 1
    if scale is None:
        return None
    first = i - 1 if tokens.lower(i) == "few" and tokens.lower(i - 1) == "a" else i
    return Numeral(first, last, Fraction(scale), Fraction(scale * 10), scale=scale, in_words=True)


# Behind "scores", what becomes of people and of no other scores, and what may stand between.
_FATES: Final = wordset("killed dead died injured wounded hurt missing displaced homeless trapped stranded arrested")
_BEFORE_FATES: Final = wordset("were are was have has been more feared others left")


def _are_people(tokens: Tokens, i: int) -> bool:
    """``Scores died``, ``scores were injured``, ``scores more were feared dead``."""
    j = i + 1
    while j < i + 5 and tokens.lower(j) in _BEFORE_FATES:
        j += 1
    return tokens.lower(i) == "scores" and tokens.lower(j) in _FATES


def _with_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """``two and a half``, ``two-and-a-half``, ``two and three-quarters``."""
    j = numeral.last + 1
    words: list[str] = []
    while len(words) < 3 and (tokens.kind(j) == "word" or tokens.text(j) in HYPHENS):
        if tokens.kind(j) == "word":
            words.append(tokens.lower(j))
        j += 1
    part = {"and a half": Fraction(1, 2), "and a quarter": Fraction(1, 4)}.get(" ".join(words))
    if part is None or numeral.fraction or numeral.low.denominator != 1:
        return numeral
    return replace(numeral, low=numeral.low + part, high=numeral.low + part, last=j - 1)


_SPACED_IN_MONEY: Final = frozenset("KMBkb")  # $10 K


def _is_large(tokens: Tokens, i: int) -> bool:
    """Whether the word is a scale that print gives parts of: a quarter of a million, half a billion."""
    return SCALE_WORDS.get(tokens.lower(i), 0) >= SCALE_WORDS["million"]


def _with_scale(tokens: Tokens, numeral: Numeral, *, money: bool) -> Numeral:
    """The numeral with the scale words and letters behind it: ``1.5 million``, ``4 hundred million``, ``$8.1bn``."""
    if numeral.fraction:
        of = 2 * (tokens.lower(numeral.last + 1) == "of" and tokens.lower(numeral.last + 2) in ARTICLES)
        j = numeral.last + 1 + of
        if _is_large(tokens, j) and not tokens.breaks(j):
            return replace(numeral.times(SCALE_WORDS[tokens.lower(j)], j), fraction=False)  # a quarter of a million
    while True:
        j = _next_word(tokens, numeral.last)
        word = tokens.lower(j)
        singular = word.removesuffix("s") if word.endswith("s") and not numeral.in_words else word
        if singular not in SCALE_WORDS or tokens.breaks(j):
            break
        numeral = numeral.times(SCALE_WORDS[singular], j)
    letter = SCALE_LETTERS.get(tokens.text(j)) or SCALE_LETTERS.get(tokens.lower(j))
    if letter is None or tokens.breaks(j) or numeral.in_words:
        return numeral
    glued = tokens.glued(j) and j == numeral.last + 1
    if letter.money and not money:
        return numeral
    apart = letter.spaced or (money and tokens.text(j) in _SPACED_IN_MONEY and tokens.text(j + 1) not in HYPHENS)
    if not apart and not glued:
        return numeral
    return numeral.times(letter.scale, j, letter="" if letter.certain or money else tokens.text(j))
