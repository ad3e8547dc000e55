"""The words and letters that numbers are written with."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from articlelens.quantities.lexer import Tokens
from articlelens.quantities.wordsets import wordset

SMALL_WORDS: Final[dict[str, int]] = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

SCALE_WORDS: Final[dict[str, int]] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,  # South Asia
    "lac": 100_000,
    "million": 10**6,
    "crore": 10**7,  # South Asia
    "billion": 10**9,  # the short scale, British newspapers included since 1974
    "trillion": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
}
# Scales that text2num knows, and that may follow one another inside one number.
_HYPHENS: Final = frozenset("-‐‑")
_SPELLED: Final = frozenset({"hundred", "thousand", "million", "billion", "trillion"})

# Before a scale that stands alone, words after which it is a number: "the first hundred days".
_BEFORE_SCALE: Final = wordset("a an the per every each first last next past few several many another")

# An open magnitude reaches from one of its scale to ten of it: "thousands" from 1,000 to 10,000.
OPEN_SCALES: Final[dict[str, int]] = {"tens": 10, "scores": 20} | {
    word + "s": scale for word, scale in SCALE_WORDS.items() if word != "lac"
}
FEW: Final = frozenset({"few", "several", "many"})
ARTICLES: Final = frozenset({"a", "an"})

DENOMINATORS: Final[dict[str, int]] = {"half": 2, "quarter": 4, "quarters": 4} | {
    word + ending: value
    for word, value in {
        "third": 3,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "twentieth": 20,
        "hundredth": 100,
        "thousandth": 1000,
    }.items()
    for ending in ("", "s")
}


@dataclass(frozen=True, slots=True)
class ScaleLetter:
    """A short scale behind digits."""

    scale: int
    money: bool = False  # with a currency sign only; elsewhere it is a unit
    spaced: bool = True  # may stand apart: "5 bn"
    certain: bool = True  # False where it may be a unit


# House styles: bn, tn (Guardian, FT), m (British), mn (Indian and wire copy), mln (Reuters), K, M, B (US headlines).
SCALE_LETTERS: Final[dict[str, ScaleLetter]] = {
    "bn": ScaleLetter(10**9),
    "bln": ScaleLetter(10**9),
    "tn": ScaleLetter(10**12),
    "trn": ScaleLetter(10**12),
    "mn": ScaleLetter(10**6),
    "mln": ScaleLetter(10**6),
    "mio": ScaleLetter(10**6),
    "m": ScaleLetter(10**6, spaced=True, certain=False),
    "M": ScaleLetter(10**6, spaced=False),
    "mm": ScaleLetter(10**6, money=True, spaced=False),
    "MM": ScaleLetter(10**6, money=True, spaced=False),
    "k": ScaleLetter(10**3, spaced=False),
    "b": ScaleLetter(10**9, money=True, spaced=False),
    "B": ScaleLetter(10**9, spaced=False),
    "t": ScaleLetter(10**12, money=True, spaced=False),
    "T": ScaleLetter(10**12, money=True, spaced=False),
    "cr": ScaleLetter(10**7, money=True),
}


def read_words(tokens: Tokens, i: int) -> tuple[Fraction, int, int] | None:
    """The number that the words at ``i`` spell: its value, its last token and its last scale (1 where it has none).

    None where they spell none, or a year (``nineteen eighty-four``).
    """
    run = _run(tokens, i)
    if len(run) < 2:
        return _one_word(tokens, i) if run else None
    if _is_year(tokens, run):
        return None
    for stop in _stops(tokens, run):
        words = [tokens.lower(j) for j in run[:stop]]
        value = _spelled(" ".join(words)) if stop > 1 else SMALL_WORDS.get(words[0])
        if value is not None:
            return Fraction(value), run[stop - 1], SCALE_WORDS.get(words[-1], 1)
    return None


def _is_year(tokens: Tokens, run: list[int]) -> bool:
    """``nineteen eighty-four``, ``twenty twenty``: centuries, then years."""
    first, second = (SMALL_WORDS.get(tokens.lower(j), 0) for j in run[:2])
    return 10 <= first <= 20 and second >= 10


def behind_spelled_year(tokens: Tokens, i: int) -> int | None:
    """The first token behind a year in words that begins at token ``i``; None where there is none."""
    if tokens.lower(i) not in SMALL_WORDS:
        return None
    run = _run(tokens, i)
    return run[-1] + 1 if len(run) > 1 and _is_year(tokens, run) else None


def _one_word(tokens: Tokens, i: int) -> tuple[Fraction, int, int] | None:
    word = tokens.lower(i)
    if word in SMALL_WORDS:
        return Fraction(SMALL_WORDS[word]), i, 1
    if tokens.lower(i - 1) in _BEFORE_SCALE or tokens.text(i + 1) in _HYPHENS:
        return Fraction(SCALE_WORDS[word]), i, SCALE_WORDS[word]
    return None


def _spelled(words: str) -> int | None:
    from text_to_num import text2num

    try:
        return int(text2num(words, "en"))
    except ValueError:
        return None


def _run(tokens: Tokens, i: int) -> list[int]:
    """The indices of the number words from ``i`` on, hyphens passed over, ``and`` only inside a number."""
    run: list[int] = []
    j = i
    while j < len(tokens):
        word = tokens.lower(j)
        if run and tokens.breaks(j):
            break
        if word in SMALL_WORDS or word in _SPELLED or (not run and word in SCALE_WORDS):
            run.append(j)
            j += 1
            if tokens.text(j) in _HYPHENS and tokens.lower(j + 1) in SMALL_WORDS.keys() | _SPELLED and tokens.glued(j):
                j += 1
        elif word == "and" and run and tokens.lower(j - 1) in _SPELLED and tokens.lower(j + 1) in SMALL_WORDS:
            run.append(j)
            j += 1
        else:
            break
        if len(run) > 30:  # no number is spelled in so many words
            break
    return run


def _stops(tokens: Tokens, run: list[int]) -> list[int]:
    """Where to cut the run, the longest first; a run that does not spell one number as a whole ends before ``and``."""
    joints = [k for k, j in enumerate(run) if tokens.lower(j) == "and"]
    cuts = [len(run), *reversed(joints)]
    return cuts + [k for k in range(len(run) - 1, 0, -1) if k not in cuts and tokens.lower(run[k - 1]) != "and"]
