"""What a name says of a place that the gazetteer does not have: its kind, and the place that it is part of.

"East Oxford" is a part of Oxford, "Vancouver International Airport" is Vancouver's, "Elm Street" is a street.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, cast

from articlelens.gazetteer.keys import name_key
from articlelens.record import PlaceKind

_DATA: Final = Path(__file__).parent / "data"
MAX_FEATURE: Final = 4  # words that say what a place is
WATERS: Final = frozenset({"rio", "wadi", "nahr", "oued", "arroyo", "khor", "sungai", "sungei"})
"""What rivers are called in other languages, as name keys: "the Rio Negro", "the Wadi Rum"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A name without the words that say what sort of place it is the name of."""

    name: str
    """What is left of it, which may be a place of the gazetteer; empty where nothing is."""
    kind: PlaceKind
    local: bool
    """Whether such a place is always called after the place that it is in."""


def find_stems(name: str) -> list[Stem]:
    """Takes a name apart, the longest stem first; an empty list where it says nothing of the kind."""
    words = name_key(name).split()
    found = []
    for length in range(1, min(MAX_FEATURE, len(words)) + 1):
        if feature := _features().get(" ".join(words[-length:])):
            kind, local = feature
            found.append(Stem(name=" ".join(words[:-length]), kind=kind, local=local))
    if found:
        return [*found, *_owners(words, found[0])]
    if len(words) > 1 and words[0] in _parts() and words[1] not in _parts():  # "Upper East Side" is no part of one
        return [Stem(name=" ".join(words[1:]), kind="area", local=True)]
    if len(words) > 1 and (words[0] in ("lake", "mount", "river", "cape") or words[0] in WATERS):
        return [Stem(name="", kind="natural", local=False)]
    if len(words) > 2 and words[:2] == ["port", "of"]:
        return [Stem(name=" ".join(words[2:]), kind="facility", local=True)]
    return []


def _owners(words: list[str], stem: Stem) -> Iterator[Stem]:
    """What may own a building of a longer name, the longest first: "Platte County" of "Platte County Senior Center".

    A county owns what is called after it; a town's name may be a person's as well.
    """
    for length in range(len(stem.name.split()) - 1, 0, -1):
        yield Stem(name=" ".join(words[:length]), kind=stem.kind, local=words[length - 1] in ("county", "parish"))


def is_river(name: str) -> bool:
    """Whether a name begins with another language's word for a river; many towns are called after theirs."""
    words = name_key(name).split()
    return len(words) > 1 and words[0] in WATERS


def is_part_word(word: str) -> bool:
    """Whether ``word``, in small letters, says which part of a place is meant: "northern", "central"."""
    return word in _parts()


@cache
def _features() -> Mapping[str, tuple[PlaceKind, bool]]:
    return {
        words: (cast("PlaceKind", row["kind"]), row["local"] == "yes")
        for row in reversed(_rows("features.csv"))  # of two rows with the same words the first one holds
        for words in row["words"].split("|")
    }


@cache
def _parts() -> frozenset[str]:
    return frozenset(name_key(words) for row in _rows("parts.csv") for words in row["words"].split("|"))


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
