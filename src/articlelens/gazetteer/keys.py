"""What a place's name is looked up by: its words without what writers do differently."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

SEAT_SHARE: Final = 0.1  # of a region's people live in the town that it is called after and shares its names with
# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_DROPPED: Final = re.compile(r"[.,'’‘ʻʼ`´ʹʺ\"“”()]")
_BLANKS: Final = re.compile(r"[\s\-‐‑–—/]+")
_WORDS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and"}


def unaccented(text: str) -> str:
    """``text`` without accents and other diacritics."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The words of ``name`` without capitals, accents, stops, apostrophes, hyphens, "the" and the possessive.

    ``name_key("the Mt. São-Brás's")`` and ``name_key("MOUNT SAO BRAS")`` are the same.
    """
    bare = _DROPPED.sub("", _POSSESSIVE.sub("", unaccented(name).strip()).casefold().translate(_LETTERS))
    words = [_WORDS.get(word, word) for word in _BLANKS.split(bare) if word]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


# What a place is, in front of its name or behind it, in English and as GeoNames has it.
_BEFORE: Final = {
    "country": (
        "commonwealth of", "federal republic of", "islamic republic of", "kingdom of", "republic of",
        "sultanate of",
    ),
    "region": (
        "autonomous region of", "canton of", "comunidad de", "county of", "departamento de",
        "departamento del", "departement de la", "departement de", "departement du", "department of", "district of",
        "estado de", "estado do", "governorate of", "kabupaten", "muhafazat", "municipality of", "oblast",
        "prefecture of", "principality of", "province of", "provincia de", "provincia del", "provincia di",
        "region of", "respublika", "state of", "territory of", "wilaya de", "wojewodztwo",
    ),
    "city": ("borough of", "city of", "town of", "township of", "village of"),
}  # fmt: skip
_BEHIND: Final = {
    "region": (
        "autonomous oblast", "autonomous okrug", "autonomous region", "barrio", "canton", "census area", "county",
        "department", "district", "division", "governorate", "krai", "municipality", "oblast", "okrug", "parish",
        "prefecture", "province", "raion", "rayon", "region", "republic", "sheng", "state", "territory",
        "voivodeship", "zizhiqu",
    ),
    "city": ("borough", "city", "shi", "town", "township", "village"),
}  # fmt: skip


class Bare(NamedTuple):
    """A name without the words that say what it is the name of."""

    key: str
    kind: str
    """``country``, ``region`` or ``city``."""


def bare_key(key: str) -> Bare | None:
    """``key`` without what the place is: "cook", a region, for "cook county"; None where it does not say it."""
    for kind, phrases in _BEFORE.items():
        for words in phrases:
            if key.startswith(f"{words} "):
                return Bare(key[len(words) + 1 :], kind)
    for kind, phrases in _BEHIND.items():
        for words in phrases:
            if key.endswith(f" {words}"):
                return Bare(key[: -len(words) - 1], kind)
    return None
