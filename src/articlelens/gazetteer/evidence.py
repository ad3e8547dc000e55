"""What a text says about where its places are: what stands behind a name, and which peoples it speaks of."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from articlelens.gazetteer.store import COUNTRY, DISTRICT, REGION, Entry, Gazetteer

DEMONYMS: Final = Path(__file__).parent / "data" / "demonyms.csv"
MAX_WORDS: Final = 4  # of a region's name
MAX_LENGTH: Final = 60  # characters behind a name that are looked at
# What stands between a place and the region that holds it: "Mobile, Ala.", "Juliaca (Peru)", "Juliaca in Peru",
# "Lima's", "Mobile County, Ala.".
_BETWEEN: Final = re.compile(r"[ \t]{0,2}(?:,|\(|in\b|-)[ \t\n]{0,2}(?:the )?")
_WORD: Final = re.compile(r"[^\s,;:()\[\]\"“”/]+")
_CAPITALISED: Final = re.compile(r"[A-Z][\w'’\-]+")


def holders(text: str, end: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The regions and countries that the text names right behind a place's name.

    Args:
        text: The article.
        end: Where the name ends.
        gazetteer: Where to look.
    """
    between = _BETWEEN.match(text, end)
    if between is None:
        return ()
    words = []
    start = at = between.end()
    while len(words) < MAX_WORDS and (word := _WORD.match(text, at, start + MAX_LENGTH)):
        words.append(word)
        at = word.end() + 1
        if text[word.end() : at] != " ":
            break
    for word in reversed(words):
        name = text[start : word.end()]
        if not name[:1].isupper():
            continue
        for form in (name, name.rstrip(".")) if not name.endswith(".") else (name,):
            found = [entry for entry in gazetteer.find(form) if entry.level in (COUNTRY, REGION, DISTRICT)]
            if found:
                return tuple(found)
    return ()


def peoples(text: str) -> Mapping[str, int]:
    """How often a text speaks of each country's people or calls something after it, by country code."""
    table = _demonyms()
    counts: Counter[str] = Counter()
    before = ""
    for match in _CAPITALISED.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        code = table.get(f"{before} {word}") or table.get(word)
        if code:
            counts[code] += 1
        before = word
    return counts


@cache
def _demonyms() -> Mapping[str, str]:
    with DEMONYMS.open(encoding="utf-8", newline="") as file:
        return {name: row["country_code"] for row in csv.DictReader(file) for name in row["names"].split("|")}
