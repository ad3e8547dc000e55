"""From text to tokens, and to a string with one symbol for each: what the patterns of the grammar are matched against.

Patterns over token symbols (as in TokensRegex; Chang and Manning 2014) stay short, and matching them costs a fraction
of what matching over the text would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from articlelens.temporal import lexicon
from articlelens.temporal.holidays import OTHERS, by_name

OTHER_WORD: Final = "_"
OTHER: Final = "~"
FIRST_SYMBOL: Final = 0x100
BREAK: Final = "!"  # between paragraphs and regions
_STOPS: Final = (".", "!", "?")

# the lexer's own symbols: numbers by their form, and punctuation
OWN: Final = (
    "HOUR", "DAY_NUMBER", "YEAR", "INTEGER", "DECIMAL", "FRACTION", "ORDINAL_DAY", "DECADE",
    "SHORT_DECADE", "CLOCK", "FOUR_DIGITS", "MERIDIEM", "ISO", "NUMERIC", "QUARTER_CODE", "HALF_CODE", "FISCAL_CODE",
    "HOLIDAY", "BC", "AD", "COMMA", "DOT", "DASH", "SLASH", "APOSTROPHE", "POSSESSIVE", "CURRENCY", "OPEN", "CLOSE",
)  # fmt: skip

_PATTERN: Final = (
    r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|\d{4}/\d\d/\d\d(?![\d/])|\d{4}-W\d\d(?![\w-]))"
    r"|(?P<numeric>\d{1,2}(?P<between>[/.-])\d{1,2}(?P=between)(?:\d{4}|\d\d)(?![\d/.-]{0,12}\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<fraction>\d{1,2}/\d{1,2}(?![\d/])|[½¼¾])"
    r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?P<suffix>(?:st|nd|rd|th|ST|ND|RD|TH|['’]?s)(?!\w))?"
    r"|(?P<meridiem>(?:[ap]\.m\.?|[AP]\.M\.?|[ap]m\b|[AP]M\b))"
    r"|(?P<era>(?:B\.C\.(?:E\.)?|BCE?|A\.D\.|AD|C\.E\.|CE)(?!\w))"
    r"|(?P<code>(?:Q[1-4]|H[12]|FY ?(?:20)?\d\d)(?!\w))"
    r"|(?P<word>o['’]clock\b|[^\W\d_]\w*)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<break>\n\s*\n)"
    r"|(?P<mark>[^\w\s])"
)
_MARKS: Final = {
    ",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "/": "SLASH", "'": "APOSTROPHE", "’": "APOSTROPHE",
    "‘": "APOSTROPHE", "`": "APOSTROPHE", "$": "CURRENCY", "€": "CURRENCY", "£": "CURRENCY", "¥": "CURRENCY",
    "(": "OPEN", ")": "CLOSE",
}  # fmt: skip
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(slots=True)
class Tokens:
    """The tokens of a text.

    ``symbols`` has one character for each; ``starts`` and ``ends`` are code-point offsets; ``values`` what a token
    stands for: a number, or the word in lower case.  ``sentences`` is the number of the sentence, roughly: the
    grammar only asks whether two dates stand in one.
    """

    text: str
    symbols: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def name_of(self, index: int) -> str | None:
        """The word or the lexer's symbol that a token is; empty for an unknown word, None for what is no word."""
        if index >= len(self.symbols) or self.symbols[index] in (OTHER, BREAK):
            return None
        return _names().get(self.symbols[index], "")


@cache
def symbol_table() -> dict[str, str]:
    """The symbol of every word that the grammar knows and of every symbol name of the lexer.

    What is in the same sets gets neighbouring symbols, so that sets are few ranges, which ``re`` compiles faster.
    """
    names = {*OWN, *lexicon.WORDS}
    ordered = sorted(names, key=lambda name: (*(name not in members for members in lexicon.SETS.values()), name))
    return {name: chr(FIRST_SYMBOL + index) for index, name in enumerate(ordered)}


@cache
def _names() -> dict[str, str]:
    return {symbol: name for name, symbol in symbol_table().items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_PATTERN)


@cache
def _holidays() -> dict[str, re.Pattern[str]]:
    """Patterns of the holidays by their first word."""
    by_first: dict[str, list[str]] = {}
    for name in sorted((*by_name(), *OTHERS), key=lambda name: -len(name)):
        escaped = re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s")
        by_first.setdefault(re.split(r"\W", name)[0], []).append(escaped)
    return {first: re.compile(rf"(?:{'|'.join(names)})(?!\w)", re.IGNORECASE) for first, names in by_first.items()}


def tokenize(text: str, regions: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens of the regions of ``text``; a symbol that nothing matches stands between the regions."""
    lexer = _Lexer(text)
    for start, end in regions:
        lexer.read(start, end)
    return lexer.done()


class _Lexer:
    def __init__(self, text: str) -> None:
        self._tokens = Tokens(text)
        self._text = text
        self._symbols: list[str] = []
        self._sentence = 0
        self._table = symbol_table()
        self._holidays = _holidays()
        self._known = by_name()

    def read(self, start: int, end: int) -> None:
        done = start
        for match in _pattern().finditer(self._text, start, end):
            first = match.start()
            if first >= done:
                symbol, value, done = self._token(match, end)
                self._add(symbol, value, first, done)
                if match.group() in _STOPS and self._ends_sentence(done, end):
                    self._sentence += 1
        self._add(BREAK, None, end, end)
        self._sentence += 1

    def done(self) -> Tokens:
        self._tokens.symbols = "".join(self._symbols)
        return self._tokens

    def _add(self, symbol: str, value: Any, start: int, end: int) -> None:
        self._symbols.append(symbol)
        self._tokens.values.append(value)
        self._tokens.starts.append(start)
        self._tokens.ends.append(end)
        self._tokens.sentences.append(self._sentence)

    def _token(self, match: re.Match[str], end: int) -> tuple[str, Any, int]:
        """Symbol, value and end of a token."""
        kind, last = match.lastgroup, match.end()
        match kind:
            case "word":
                return self._word(match, end)
            case "number" | "suffix":
                name, value = _number(match, self._text, end)
                return self._table.get(name, OTHER), value, last
            case "mark":
                return (
                    self._table.get("and" if match.group() == "&" else _MARKS.get(match.group(), ""), OTHER),
                    None,
                    last,
                )
            case "break":
                return BREAK, None, last
            case "possessive":
                return self._table["POSSESSIVE"], None, last
            case _:
                name, value = _special(kind or "", match)
                return self._table[name], value, last

    def _word(self, match: re.Match[str], end: int) -> tuple[str, Any, int]:
        first, last = match.span()
        word = match.group().lower()
        capital = match.group()[0].isupper()
        if capital and word in self._holidays and (found := self._holidays[word].match(self._text, first, end)):
            name = " ".join(found.group().lower().replace("’", "'").split())
            return self._table["HOLIDAY"] if name in self._known else OTHER_WORD, name, found.end()
        if word not in self._table or (word in lexicon.CAPITAL_ONLY and not capital):
            return OTHER_WORD, None, last
        if word in lexicon.DOTTED and last < end and self._text[last] == ".":
            last += 1  # "Dec."
        return self._table[word], word, last

    def _ends_sentence(self, last: int, end: int) -> bool:
        rest = self._text[last : min(last + 3, end)].lstrip("\"'”’)")
        return not rest or (rest[0].isspace() and not rest[1:2].islower())


def _number(match: re.Match[str], text: str, end: int) -> tuple[str, Any]:  # noqa: PLR0911 - one return a form
    """Which symbol a number has, and its value."""
    digits, suffix = match["number"], (match["suffix"] or "").lower().lstrip("'’")
    if (
        match.end() < end
        and text[match.end()].isalpha()
        and text[match.end() : match.end() + 2].lower() not in ("am", "pm")
    ):
        return "", None  # 5kW, 10km
    if match.start() > 0 and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "_#"):
        return "", None
    if suffix == "s":
        return _decade(digits)
    if "." in digits:
        return "DECIMAL", float(digits.replace(",", "")) if len(digits) < 20 else None
    if "," in digits or len(digits) > 15:
        return "INTEGER", int(digits.replace(",", "")) if len(digits) < 20 else None
    value = int(digits)
    if suffix:
        return ("ORDINAL_DAY" if 1 <= value <= 31 else ""), value
    if len(digits) == 4:
        return ("YEAR", value) if 1000 <= value <= 2999 else ("FOUR_DIGITS", digits)
    if len(digits) > 2 or not 1 <= value <= 31:
        return "INTEGER", value
    return ("HOUR" if value <= 12 else "DAY_NUMBER"), value


def _decade(digits: str) -> tuple[str, Any]:
    if digits.isdigit() and len(digits) == 4 and digits[3] == "0":
        return "DECADE", int(digits[:3])
    if digits.isdigit() and len(digits) == 2 and digits[1] == "0":
        return "SHORT_DECADE", int(digits[0])
    return "", None


def _special(kind: str, match: re.Match[str]) -> tuple[str, Any]:  # noqa: PLR0911 - one return a form
    text = match.group()
    match kind:
        case "clock":
            return "CLOCK", text
        case "fraction":
            return "FRACTION", _fraction(text)
        case "meridiem":
            return "MERIDIEM", text[0].lower()
        case "era":
            return ("BC" if text[0] == "B" else "AD"), text
        case "code":
            return {"Q": "QUARTER_CODE", "H": "HALF_CODE", "F": "FISCAL_CODE"}[text[0]], text
        case "iso":
            return "ISO", text
        case _:
            return "NUMERIC", text


def _fraction(text: str) -> float | None:
    if text in _FRACTIONS:
        return _FRACTIONS[text]
    top, bottom = (int(number) for number in text.split("/"))
    return top / bottom if 0 < top < bottom else None
