"""What a paragraph says of the article instead of the news, and what may stand before its first sentence.

Each rule is a name, a reason and a pattern: general forms of words that newsrooms share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LAST: Final = 2  # paragraphs in which an article may say who wrote it
MAX_OPENING: Final = 60  # code points


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of paragraph that is no news.

    The pattern is for the paragraph's beginning; ``at_end``: the rule holds for an article's last paragraphs alone.
    """

    name: str
    reason: str
    pattern: re.Pattern[str]
    at_end: bool = False


_NAME: Final = r"[A-ZÀ-Þ][\w.'’-]*"
_NAMES: Final = rf"{_NAME}(?: {_NAME}){{1,3}}(?:(?:,| and|, and) {_NAME}(?: {_NAME}){{1,3}}){{0,3}}"
_WRITER: Final = (
    r"(?:reporters?|correspondents?|editors?|columnists?|writers?|journalists?|freelancers?|bureau chiefs?)"
)

RULES: Final = (
    Rule(
        name="byline",
        reason="names and offices behind By, with no full stop, however long they are",
        pattern=re.compile(r"By [A-ZÀ-Þ](?:.{0,300}[^.!?\"”’…])?\Z"),
    ),
    Rule(
        name="correction",
        reason="what was wrong with the article, not what happened",
        pattern=re.compile(
            r"(?i:corrections?|clarifications?|editor['’]s notes?)(?: \([^)\n]{1,40}\)|, [^:\n]{1,40})?(?::| [-–—])|"
            r"(?:An (?:earlier|previous) version of th(?:is|e)|Th(?:is|e)) (?:article|story|report|piece|headline)"
            r"(?: (?:has been|was|originally)| .{0,60}\b(?:has been|was))?"
            r" (?:updated|corrected|amended|clarified|misstated|misspelled|misidentified|incorrectly|wrongly|said)\b"
        ),
    ),
    Rule(
        name="author note",
        reason="who the authors are, at the foot of the article",
        pattern=re.compile(
            rf"{_NAMES} (?:is|are) (?:an? |the )?(?:[\w'’-]+ ){{0,5}}?{_WRITER} "
            r"(?:who (?:covers?|writes?|reports?|specializ)|covering|based|for|at|with|in)\b"
        ),
        at_end=True,
    ),
)

# "(Andean Press) -" without a town, "UPDATED 3:15 p.m. —", and a town in capitals with its day, where an abbreviation
# in it (ST. GALLEN) hides the dateline from the names: none of them is the news.
_OPENING: Final = re.compile(
    r"(?:\([A-ZÀ-Þ][\w /.&-]{1,40}\)|"
    rf"(?:UPDATED?|Updated?|BREAKING|CORRECTED|EXCLUSIVE)\b[\w:.,/ ]{{0,{MAX_OPENING}}}?|"
    r"(?:ST|MT|FT)\. [A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40}(?:, [A-ZÀ-Þ][\w. ]{1,30}){0,2}(?:, \d{4})?(?: \([^)\n]{1,40}\))?)"
    r"\s*(?:--?|[–—]|:(?=\s))\s*(?=[\"'“‘A-ZÀ-Þ\d])"
)


def aside(paragraph: str, *, at_end: bool = False) -> str | None:
    """The name of the rule that calls a paragraph no news; None where it may be.

    Args:
        paragraph: Its text, without the blanks around it.
        at_end: Whether it is one of the article's last ones.
    """
    return next(
        (rule.name for rule in RULES if (at_end or not rule.at_end) and rule.pattern.match(paragraph)),
        None,
    )


def opening(text: str, start: int, end: int) -> int:
    """Where the news begins in the paragraph ``text[start:end]``: behind an agency or a clock before it."""
    match = _OPENING.match(text, start, end)
    return match.end() if match else start
