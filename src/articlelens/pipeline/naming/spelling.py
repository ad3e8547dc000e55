"""Two spellings of one name: what becomes of "Zelenskyy" and "Gaddafi" on their way into English.

Transliteration leaves some choices open (a vowel that Arabic does not write, the end of a Slavic name, a doubled
letter).  What differs by such choices alone sounds the same here; any other difference is a different name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import Final

MIN_LETTERS: Final = 5  # of a name of one word: "Reid" and "Read", "Lee" and "Li" are two
MIN_CONSONANTS: Final = 3  # of words that may differ in a vowel: "Allen" and "Ellen" are two
ALONE: Final = 4  # the same of names of one word: "Hezbollah", "Hizbullah"
MEDIAL_Y: Final = 6  # letters from which "y" within a word is "i": "Smith" and "Smyth" are two
# Letters that stand for one sound, one after the other.
_SAME: Final = (
    ("ence", "ense"),  # British and American: defence, defense
    ("isation", "ization"),
    ("our", "or"),
    ("ntre", "nter"),
    ("ph", "f"),  # Yusuph
    ("tch", "ch"),  # Tchernov
    ("ck", "k"),
    ("kh", "h"),  # Khalid, Halid
    ("gh", "g"),
    ("dh", "d"),  # Gadhafi
    ("x", "ks"),  # Alexei, Aleksei
    ("oo", "u"),  # Mahmood, Mahmoud
    ("ou", "u"),
    ("ee", "i"),  # Hameed, Hamid
)
ARTICLES: Final = frozenset({"al", "el", "ul"})  # one article in Arabic
_HARD_C: Final = re.compile(r"c(?![eihy])")
_DOUBLED: Final = re.compile(r"([a-z])\1+")
_LAST_I: Final = re.compile(r"[iy]+$")
_VOWELS: Final = re.compile(r"[aeiou]+")
_LAST_VOWELS: Final = re.compile(r"[aeiou]*$")
# Vowels that writers of English choose between: "Mohammed", "Muhammad", "Hussein", "Hussain".
_CLOSE: Final = frozenset({frozenset("ei"), frozenset("ou"), frozenset("ae")})
# Names that differ by such a vowel, and are two.
_TWO_NAMES: Final = frozenset({frozenset({"frances", "francis"})})


@lru_cache(maxsize=4096)
def _sounds(word: str) -> tuple[str, ...]:
    """How a folded word may sound; "q" is "k" or "g"."""
    sound = _LAST_I.sub("i", word.replace("'", ""))
    if len(word) >= MEDIAL_Y:
        sound = sound.replace("y", "i")
    sound = _HARD_C.sub("k", sound)
    for letters, one in _SAME:
        sound = sound.replace(letters, one)
    sound = _DOUBLED.sub(r"\1", sound)
    if sound.startswith("ie"):
        sound = sound[1:]  # Yevgeny, Evgeny
    if sound.endswith("ah"):
        sound = sound[:-1]  # Abdullah, Abdulla
    return (sound.replace("q", "k"), sound.replace("q", "g")) if "q" in sound else (sound,)


@lru_cache(maxsize=4096)
def consonants(word: str) -> frozenset[str]:
    """What spellings of one folded word have in common: the consonants, by their sounds."""
    return frozenset(_VOWELS.sub("", sound) for sound in _sounds(word))


def same_sound(one: str, two: str) -> bool:
    """Whether two folded words are spellings that sound the same."""
    return one == two or {one, two} <= ARTICLES or not set(_sounds(one)).isdisjoint(_sounds(two))


def close_vowels(one: str, two: str, least: int = MIN_CONSONANTS) -> bool:
    """Whether two folded words differ by vowels that are near each other, and not in their ends, "Mario", "Maria".

    Args:
        one: A word.
        two: Another.
        least: Consonants that they have in common, at least.
    """
    return frozenset({one, two}) not in _TWO_NAMES and any(
        _are_close(first, second, least) for first in _sounds(one) for second in _sounds(two)
    )


def _are_close(one: str, two: str, least: int) -> bool:
    bare = _VOWELS.sub("-", one)
    if bare != _VOWELS.sub("-", two) or sum(char != "-" for char in bare) < least:
        return False
    if _last_vowels(one) != _last_vowels(two):
        return False
    return all(
        first == second or (len(first) == len(second) and all(map(_is_near, first, second)))
        for first, second in zip_longest(_VOWELS.findall(one), _VOWELS.findall(two), fillvalue="")
    )


def _last_vowels(sound: str) -> str:
    found = _LAST_VOWELS.search(sound)
    return found.group() if found else ""


def _is_near(one: str, two: str) -> bool:
    return one == two or frozenset({one, two}) in _CLOSE
