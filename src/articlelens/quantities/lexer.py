"""Text → tokens: words, digit strings and signs, each with its offsets.

A tokenizer of its own rather than spaCy's, since figures begin and end inside words (``RM79``, ``5kW``, ``€90–110m``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|[@#](?=[\w]*[^\W\d])\w+)"
    r"|(?P<digits>\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)"
    r"|(?P<fraction>[¼-¾⅐-⅞])"
    r"|(?P<word>(?<![^\W\d_])[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)
_ENDS: Final = frozenset(".!?;")


@dataclass(frozen=True, slots=True)
class Token:
    """A token: ``kind`` is ``digits``, ``fraction``, ``word``, ``sign`` or ``url``."""

    kind: str
    text: str
    lower: str
    start: int
    end: int


def first_token(text: str) -> str:
    """The first token of a text that begins with one."""
    match = _TOKEN.match(text)
    return match.group() if match else ""


class Tokens:
    """The tokens of a text, with questions that look around them.  Indices outside the text answer with nothing."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.all = [
            Token(m.lastgroup or "", m.group(), m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)
        ]

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, index: int) -> Token:
        return self.all[index]

    def lower(self, index: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.all[index].lower if 0 <= index < len(self.all) else ""

    def text(self, index: int) -> str:
        """The token as it stands; empty outside the text."""
        return self.all[index].text if 0 <= index < len(self.all) else ""

    def kind(self, index: int) -> str:
        """The token's kind; empty outside the text."""
        return self.all[index].kind if 0 <= index < len(self.all) else ""

    def glued(self, index: int) -> bool:
        """Whether no blank stands between the token and the one before it."""
        return 0 < index < len(self.all) and self.all[index].start == self.all[index - 1].end

    def breaks(self, index: int) -> bool:
        """Whether a line ends between the token and the one before it."""
        if not 0 < index < len(self.all):
            return True
        return "\n" in self.source[self.all[index - 1].end : self.all[index].start]

    def opens(self, index: int) -> bool:
        """Whether the token may be the first of a sentence."""
        if index <= 0 or self.text(index - 1) in _ENDS or self.text(index - 1) in '“"‘:(':
            return True
        return self.all[index].start - self.all[index - 1].end > 1 and self.breaks(index)

    def clause_start(self, index: int, *, reach: int) -> int:
        """The first token of the clause that leads up to ``index``, at most ``reach`` tokens back."""
        start = index
        while start > 0 and index - start < reach:
            if self.text(start - 1) in _ENDS or self.text(start - 1) in (",", ":", "—", "(", ")"):
                break
            start -= 1
        return start
