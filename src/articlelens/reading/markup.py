"""Markdown in a plain text: its marks are no words, and are made blanks, so that all offsets stay."""

from __future__ import annotations

import re
from typing import Final

# Each takes what is a mark of Markdown (CommonMark 0.31) wherever it stands, and nothing that prose has by itself;
# what is in the first group is kept.
_MARKS: Final = (
    # ![alt](address "title") and [words](address)
    re.compile(r"!?\[([^\[\]\n\r]{0,300})\]\((?:https?://|mailto:|/|#)[^\s()]{0,1000}(?: \"[^\"\n\r]{0,200}\")?\)"),
    re.compile(r"(?m)^[ \t]{0,3}#{1,6}(?=[ \t]+\S)()"),  # a heading
    re.compile(r"(?<!\*)\*\*(?=[^\s*])([^*\n\r]{1,400})(?<=\S)\*\*(?!\*)"),  # bold
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n\r]{1,300})(?<=\S)\*(?![\w*])"),  # emphasis
    re.compile(r"(?m)^_(?=[^\s_])([^_\n\r]{1,300})(?<=\S)_(?=[ \t]*\r?$)"),  # a line of it
)
# A quotation; in a mail it is what is answered to, and a number behind the sign is compared with.
_QUOTED: Final = re.compile(r"(?m)^[ \t]{0,3}>(?=[ \t]?[^\s\d>])()")
_ANSWER: Final = re.compile(r"(?m)^[^\n]{0,200}\bwrote:[ \t]*\r?$")


def unmarked(text: str) -> str:
    """``text`` with blanks where Markdown has its marks and its links' addresses, as long as before."""
    for mark in _MARKS:
        text = mark.sub(_blanked, text)
    return text if _ANSWER.search(text) else _QUOTED.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    before, kept = match.start(1) - match.start(), match[1]
    return " " * before + kept + " " * (len(match[0]) - before - len(kept))
