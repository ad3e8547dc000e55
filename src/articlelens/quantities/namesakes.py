"""Names that several currencies have (rupee, peso, krone): which one an article means.

The article decides by another amount that names its country (``Indian rupees``, ``₹``), else by the countries that it
speaks of, where they have one such currency between them.  Where it does not, the name stays: a code would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from articlelens.quantities.measures import rows


def decide(text: str, units: Iterable[str | None]) -> dict[str, str]:
    """Name of a currency → the ISO 4217 code that it stands for in one article.

    Args:
        text: The article's text.
        units: The units of all its figures; rates are passed by (``rupee per day``).

    Returns:
        The names among ``units`` that the article decides.
    """
    found = {(unit or "").partition(" per ")[0] for unit in units}
    asked = found & _codes().keys()
    if not asked:
        return {}
    spoken = set(_countries().findall(text))
    return {name: code for name in asked if (code := _only(name, found, spoken)) is not None}


def _only(name: str, units: Collection[str], spoken: Collection[str]) -> str | None:
    codes = _codes()[name]
    for told in (codes.keys() & units, {code for code, words in codes.items() if words & set(spoken)}):
        if told:
            return min(told) if len(told) == 1 else None
    return None


@cache
def _codes() -> dict[str, dict[str, frozenset[str]]]:
    """Name → code → the words that speak of its country."""
    codes: dict[str, dict[str, frozenset[str]]] = {}
    for row in rows("namesakes"):
        codes.setdefault(row["name"], {})[row["code"]] = frozenset(row["countries"].split("|"))
    return codes


@cache
def _countries() -> re.Pattern[str]:
    words = {word for codes in _codes().values() for words in codes.values() for word in words}
    spelled = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")
