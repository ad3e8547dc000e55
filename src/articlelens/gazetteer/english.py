"""What English news calls a region that GeoNames lists by the name of its own language: "Donetska oblast" is "Donetsk".

The English name is among the others: it is the one with an English word for what the region is ("Donetsk Oblast").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from articlelens.gazetteer.keys import bare_key, name_key, unaccented

# English words for regions; what stands before the first that is found is the name.
GENERICS: Final = (
    "Regional State", "Autonomous Region", "Autonomous Oblast", "Autonomous Okrug", "Governorate", "Voivodeship",
    "Oblast", "Krai", "Province", "Prefecture", "County", "Municipality", "Republic", "Canton", "Region", "State",
    "Department", "District",
)  # fmt: skip
# Names that are none without that word: "Southern" is no region's name, "Southern District" is.
PLAIN: Final = frozenset(
    {
        "capital",
        "central",
        "eastern",
        "federal",
        "new",
        "north",
        "northern",
        "south",
        "southern",
        "west",
        "western",
        "east",
    }
)
# Countries whose own spelling has the marks that elsewhere only transliterate another script.
MARKED: Final = frozenset({"LT", "LV", "NZ", "TR", "VN"})
_MARKS: Final = frozenset("\u0304\u0323\u0331\u0332")  # macron, dot below, lines below
_CEDILLA: Final = "\u0327"  # a mark of transliteration but under a "c"
LAST_LATIN: Final = "\u024f"
_QUOTES: Final = str.maketrans("", "", "‘’ʻʼ`ʹ")


def english_name(name: str, others: Sequence[str], country: str) -> str:
    """The name of a region as English news has it, as far as its other names tell.

    Args:
        name: Its name in the source.
        others: Its other names there.
        country: The country that it lies in, by ISO 3166-1 alpha-2.
    """
    named = [
        (one.removesuffix(f" {generic}"), one)
        for generic in GENERICS
        for one in others
        if max(one, default="") <= LAST_LATIN and one.endswith(f" {generic}")
    ]
    for bare, _ in named:
        if bare.casefold() not in PLAIN and not bare.endswith("ian"):
            same = unaccented(bare) == unaccented(name)
            return _plain(name, country) if same else bare
    if named:
        return named[0][1]  # "Southern District", "Masovian Voivodeship"
    stem = bare_key(name_key(name))  # "Hebei Sheng", also called "Hebei"
    short = next((one for one in others if stem and name_key(one) == stem.key), "")
    return _plain(short or name.partition(", ")[0], country)  # "Murcia, Región de"


def _plain(name: str, country: str) -> str:
    """``name`` without the marks of transliteration, where its country's own spelling has none."""
    letters = unicodedata.normalize("NFD", name)
    marked = [at for at, char in enumerate(letters) if char in _MARKS or _is_foreign_cedilla(letters, at)]
    if country in MARKED or not marked:
        return name
    kept = "".join(char for at, char in enumerate(letters) if at not in marked)
    return unicodedata.normalize("NFC", kept).translate(_QUOTES)


def _is_foreign_cedilla(letters: str, at: int) -> bool:
    return letters[at] == _CEDILLA and letters[at - 1] not in "cC"
