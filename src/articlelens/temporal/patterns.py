"""The language that the rules of the grammar are written in: regular expressions over tokens.

A pattern is a row of items, parted by blanks.  An item is a word (``ago``), a set of words or a symbol of the lexer
(``MONTH``, ``COMMA``), or a named part of the grammar (``ITS_YEAR``), perhaps with ``name:`` before it, to be asked
for later, and with ``?``, ``*``, ``+`` or ``{m,n}`` behind it.  ``(``, ``|`` and ``)`` group.  ``<of`` and ``>of``
stand for a neighbour that is no part of the match, ``<!of`` and ``>!of`` for one that must not be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from articlelens.temporal.expressions import Draft
from articlelens.temporal.lexer import BREAK, OTHER, OTHER_WORD, Tokens, symbol_table
from articlelens.temporal.lexicon import SETS

_ITEM: Final = re.compile(
    r"(?P<side><!|<|>!|>)?(?:(?P<name>[a-z_0-9]+):)?(?P<atom>[A-Za-z'_0-9-]+)(?P<times>[?*+]|\{[\d,]+\})?"
)


_SIDES: Final = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}


class Match:
    """A match of a rule: the tokens of its named items."""

    __slots__ = ("_groups", "_match", "tokens")

    def __init__(self, tokens: Tokens, match: re.Match[str]) -> None:
        self.tokens = tokens
        self._match = match
        self._groups = _groups(match.re)

    def __getitem__(self, name: str) -> Any:
        """The value of the named token; None where it is not there."""
        index = self.index(name)
        return None if index is None else self.tokens.values[index]

    def index(self, name: str) -> int | None:
        """The number of the first token of a named item; None where it is not there."""
        return next((start for group in self._groups.get(name, ()) if (start := self._match.start(group)) >= 0), None)

    def has(self, name: str) -> bool:
        """Whether the named item is there."""
        return self.index(name) is not None

    def indices(self, name: str) -> range:
        """The numbers of the tokens of a named item."""
        spans = (self._match.span(group) for group in self._groups.get(name, ()))
        return next((range(*span) for span in spans if span[0] >= 0), range(0))

    @property
    def all(self) -> range:
        """The numbers of all tokens of the match."""
        return range(*self._match.span())

    def span(self, indices: range | None = None) -> tuple[int, int]:
        """Code-point offsets of the tokens; of the whole match without ``indices``."""
        chosen = self.all if indices is None else indices
        return self.tokens.starts[chosen[0]], self.tokens.ends[chosen[-1]]


Builder = Callable[[Match], Iterable[Draft]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of temporal expressions.

    ``name`` says what it finds, with an example; ``pattern`` is written as above; ``build`` makes the expressions of
    a match, none where it turns out to be no date.
    """

    name: str
    pattern: str
    build: Builder


def compile_pattern(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression over symbols that ``pattern`` stands for.

    No pattern may begin with a word that the grammar does not know: at most tokens of a text it is not even tried,
    which halves the time.

    Args:
        pattern: As described above.
        parts: Patterns by the names that other patterns use for them.
    """
    return re.compile(f"(?![{OTHER_WORD}{OTHER}{BREAK}])(?:{_Translation(parts).of(pattern)})")


@cache
def _groups(pattern: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    """The groups of a regular expression by the name that the rule gives them."""
    groups: dict[str, tuple[str, ...]] = {}
    for group in pattern.groupindex:
        name = group.partition("__")[0]
        groups[name] = (*groups.get(name, ()), group)
    return groups


class _Translation:
    """Translates one pattern.  A name may be used in several alternatives: ``re`` gets a name of its own for each."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self._parts = parts
        self._named = 0

    def of(self, pattern: str) -> str:
        return "".join(
            "(?:" if item == "(" else item if item[0] in "|)" else self._item(item) for item in pattern.split()
        )

    def _item(self, item: str) -> str:
        match = _ITEM.fullmatch(item)
        if match is None:
            raise ValueError(f"pattern item {item!r}")
        name, times, atom = match["name"], match["times"] or "", match["atom"]
        inner = f"(?:{self.of(self._parts[atom])})" if atom in self._parts else _class(atom)
        if name:
            self._named += 1
            repeated = "" if times == "?" else times
            return f"(?P<{name}__{self._named}>{inner}{repeated}){times if times == '?' else ''}"
        return f"{_SIDES[match['side']]}{inner})" if match["side"] else inner + times


@cache
def _class(atom: str) -> str:
    if atom == "WORD":  # any word that the grammar does not know
        return OTHER_WORD
    table = symbol_table()
    return f"[{_ranges(sorted(ord(table[member]) for member in SETS.get(atom, {atom})))}]"


def _ranges(codes: list[int]) -> str:
    """Characters as ranges of a character class."""
    first = [code for code in codes if code - 1 not in codes]
    last = [code for code in codes if code + 1 not in codes]
    return "".join(f"{chr(one)}-{chr(two)}" for one, two in zip(first, last, strict=True))
