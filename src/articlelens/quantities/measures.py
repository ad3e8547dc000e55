"""Units and currencies: the tables under ``data/`` and what of them stands at one place of a text.

A unit is found by its names, in any case and with plurals, or by its symbols, exactly as they are written.  The names
and codes of currencies that the table does not list are those of the Unicode CLDR, by way of babel.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

from articlelens.quantities.lexer import Tokens, first_token
from articlelens.quantities.wordsets import wordset

_NAME_WORDS: Final = re.compile(r"[^\W\d_]+|%")
_MAX_TOKENS: Final = 7
_HYPHENS: Final = frozenset("-‐‑")
_IRREGULAR: Final = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "stone": "stone"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a spelling stands for, and the last of its tokens."""

    name: str
    last: int


@dataclass(slots=True)
class Spellings:
    """Spellings and what they stand for: ``names`` in lower case, ``symbols`` as they are."""

    names: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    glued: dict[str, str] = field(default_factory=dict)  # symbols that count only where no blank parts them
    firsts: set[str] = field(default_factory=set)
    before: bool = False  # stand before a number, and may touch it: RM79

    def add(self, spelling: str, meaning: str, *, into: dict[str, str]) -> None:
        """Learns a spelling; the first meaning of one stays."""
        key = " ".join(_NAME_WORDS.findall(spelling.replace(".", ""))) if into is self.names else spelling
        into.setdefault(key, meaning)
        self.firsts.add(first_token(spelling).lower().replace(".", ""))

    def find(self, tokens: Tokens, i: int) -> Found | None:
        """The longest spelling that begins at token ``i``."""
        if tokens.lower(i).replace(".", "") not in self.firsts:
            return None
        best: Found | None = None
        name = ""
        for j in range(i, min(i + _MAX_TOKENS, len(tokens))):
            if j > i and tokens.breaks(j) and tokens.breaks(j - 1):
                break
            token = tokens[j]
            if token.kind in ("word", "digits"):
                name += (" " if name else "") + token.lower.replace(".", "")
            elif token.text == "%" and j == i:
                name = "%"
            symbol = tokens.source[tokens[i].start : token.end]
            meaning = self.names.get(name) if token.kind == "word" or token.text == "%" else None
            meaning = meaning or self.symbols.get(symbol)
            if meaning is None and tokens.glued(i):
                meaning = self.glued.get(symbol)
            if meaning is not None and not self._runs_on(tokens, j):
                best = Found(meaning, j)
        return best

    def _runs_on(self, tokens: Tokens, j: int) -> bool:
        """Whether letters or digits follow at once: ``kg`` is none in ``kg2``, ``F`` none in ``60 F-35 jets``."""
        if self.before:
            return False
        coded = tokens.text(j + 1) in _HYPHENS and tokens.glued(j + 2) and tokens.kind(j + 2) == "digits"
        if coded and tokens.glued(j + 1) and not tokens.glued(j) and len(tokens.text(j)) == 1:
            return True
        return tokens.glued(j + 1) and tokens.kind(j) != "sign" and tokens.kind(j + 1) in ("digits", "word")


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table under ``data/``."""
    text = files("articlelens.quantities").joinpath("data", f"{table}.csv").read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


def plurals(name: str) -> list[str]:
    """The plurals of a unit's name: of its first word in ``degrees Celsius``, else of its last."""
    first, *rest = name.split(" ")
    if len(rest) and (first in ("degree", "part", "pound") or rest[0] in ("per", "of", "squared")):
        return [" ".join([_plural(first), *rest])]
    *before, last = name.split(" ")
    return [" ".join([*before, _plural(last)])]


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word if word.endswith("s") else word + "s"


@cache
def units() -> Spellings:
    """The units of ``data/units.csv``."""
    spellings = Spellings()
    for row in rows("units"):
        for name in filter(None, row["names"].split("|")):
            spellings.add(name, row["unit"], into=spellings.names)
            for plural in plurals(name):
                spellings.add(plural, row["unit"], into=spellings.names)
        for symbol in filter(None, row["symbols"].split("|")):
            spellings.add(symbol, row["unit"], into=spellings.symbols)
        for symbol in filter(None, row["glued"].split("|")):
            spellings.add(symbol, row["unit"], into=spellings.glued)
    return spellings


@cache
def dimensions() -> dict[str, str]:
    """Unit → what it measures."""
    return {row["unit"]: row["dimension"] for row in rows("units")}


@cache
def money_before() -> Spellings:
    """Signs and codes that stand before an amount of money."""
    spellings = Spellings(before=True)
    for row in rows("currencies"):
        for sign in filter(None, row["prefixes"].split("|")):
            spellings.add(sign, row["code"], into=spellings.symbols)
        if row["code"].isupper():
            spellings.add(row["code"], row["code"], into=spellings.symbols)
    return spellings


@cache
def money_after() -> Spellings:
    """Names, signs and codes that stand behind an amount of money."""
    spellings = Spellings()
    for row in rows("currencies"):
        for name in filter(None, row["names"].split("|")):
            spellings.add(name, row["code"], into=spellings.names)
            for plural in plurals(name):
                spellings.add(plural, row["code"], into=spellings.names)
        for sign in filter(None, row["suffixes"].split("|")):
            into = spellings.glued if sign == "c" else spellings.symbols
            spellings.add(sign, row["code"], into=into)
        if row["code"].isupper():
            spellings.add(row["code"], row["code"], into=spellings.symbols)
    return spellings


# The last words of currencies' names, by which a name that the table does not list is known to be one.
CURRENCY_NOUNS: Final = wordset(
    "dollar dollars pound pounds franc francs peso pesos rupee rupees krona kronor krone kroner króna krónur dinar "
    "dinars dirham dirhams riyal riyals rial rials shilling shillings lira liras crown crowns mark marks rouble "
    "roubles ruble rubles guilder guilders florin florins escudo escudos"
)


def currency_after(tokens: Tokens, i: int) -> Found | None:
    """The currency whose name, sign or code begins at token ``i``, behind an amount."""
    found = money_after().find(tokens, i)
    if found is not None:
        return found
    for last in range(i + 1, min(i + 5, len(tokens))):
        if tokens.kind(last) != "word" or not tokens.text(i)[:1].isupper():
            break
        if tokens.lower(last) in CURRENCY_NOUNS:
            code = _cldr_names().get(" ".join(tokens.lower(j) for j in range(i, last + 1)))
            return Found(code, last) if code else None
    return None


@cache
def _cldr_names() -> dict[str, str]:
    """CLDR's English names of currencies, one and many, in lower case → ISO 4217 code."""
    from babel import Locale
    from babel.numbers import get_currency_name

    locale = Locale("en")
    return {
        str(get_currency_name(str(code), count=count, locale=locale)).lower(): str(code)
        for code in locale.currencies
        for count in (1, 2)
    }
