"""Page furniture: the lines of a saved web page that are not the article's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

from articlelens.reading.furniture_rules import BUTTON, RULES, SECTIONS, Rule

# longer paragraphs are prose, whatever words they have
MAX_WORDS: Final = 60
MAX_CHARACTERS: Final = 500


@cache
def _compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile("|".join(rule.patterns), re.IGNORECASE)) for rule in RULES)


@cache
def _button() -> re.Pattern[str]:
    return re.compile(BUTTON, re.IGNORECASE)


def furniture(line: str) -> str | None:
    """The name of the rule that calls ``line`` page furniture; None where it is the article's own.

    Args:
        line: One line or paragraph, without the blanks around it.
    """
    if len(line) > MAX_CHARACTERS or len(line.split()) > MAX_WORDS:
        return None
    return next(
        (rule.name for rule, pattern in _compiled() if pattern.fullmatch(line) and not (rule.open and _tells(line))),
        None,
    )


# What people say in the news, and what is told of them; an invitation to the reader has neither.  And what a site says
# of itself: a whole sentence without it is the article's.
_REPORTED: Final = frozenset(
    "said says told tells asked ruled warned argued wrote testified joked shouted sang sings reads according".split()
)
_TOLD: Final = frozenset("was were had has made met took led held won lost died killed arrested charged sits".split())
_READER: Final = frozenset("you your you're you’re us our we my".split())
_OF_THE_SITE: Final = re.compile(
    r"\b(?:you|your|you['’](?:re|ve|ll)|us|our|we|my|i|here|now|newsletters?|inbox|subscribers?|subscribe|members only|"
    r"free trial|unlimited|browser|javascript|cookies|robot|bot|all rights|reserved|copyright|app|"
    r"this (?:article|story|report|content|page|site|website|video))\b|©",
    re.IGNORECASE,
)
MIN_SENTENCE: Final = 6  # words


def _tells(line: str) -> bool:
    """Whether ``line`` is a sentence of the news, whatever words it begins with."""
    words = [word.strip('.,;:!?"“”()') for word in line.lower().split()]
    if len(words) < MIN_SENTENCE or line[-1:] not in _ENDS:
        return False
    told = not _TOLD.isdisjoint(words) and _READER.isdisjoint(words)
    return told or not _REPORTED.isdisjoint(words) or not _OF_THE_SITE.search(line)


# What is set behind the last sentence of a paragraph: an invitation, or below a picture its maker.
_BEHIND: Final = re.compile(
    r"(?<=[.!?…”\")]) +(?=(?:sign up|subscribe|follow us|click here|read more|download (?:our|the)|photo|photograph|"
    r"picture|credit|courtesy)\b|(?-i:[A-Z])[\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,3} ?/)|"
    r"\s+(?=[(\[][^()\[\]]{3,80}[)\]]\.?\Z)",
    re.IGNORECASE,
)
MAX_TAIL: Final = 160  # characters


def tail(paragraph: str) -> int | None:
    """Where in ``paragraph`` an invitation or a credit begins behind its last sentence; None where there is none."""
    start = max(len(paragraph) - MAX_TAIL, 0)
    ends = [found.end() for found in _BEHIND.finditer(paragraph, start)]
    return next((end for end in ends if furniture(" ".join(paragraph[end:].split()))), None)


# A newsletter box at the foot of a page: at most so many lines from it to the end, and so many words in its heading and
# in what stands below it but is no sentence.
MAX_FOOT: Final = 4
MAX_HEADING: Final = 8


def mark(lines: Sequence[str], behind: Collection[int] = ()) -> list[str | None]:
    """The rule for each line that is page furniture, by itself or by its neighbours; None for the article's own.

    Args:
        lines: All lines or paragraphs of a page, in their order.
        behind: Which of them were parted from the one before (:func:`tail`).
    """
    lines = [line.removeprefix("- ") for line in lines]  # of lists on pages
    rules = [furniture(line) for line in lines]
    buttons = [bool(_button().fullmatch(line)) for line in lines]
    for index, is_button in enumerate(buttons):
        if is_button and any(buttons[max(index - 1, 0) : index] + buttons[index + 1 : index + 2]):
            rules[index] = "share bar"
    for index in _menu(lines):
        rules[index] = rules[index] or "menu"
    for index in _teasers(lines, rules):
        rules[index] = rules[index] or "related link"
    for index in [*_pitches(lines, rules, behind), *_foot(lines, rules)]:
        rules[index] = rules[index] or "newsletter"
    return rules


MIN_MENU: Final = 3  # lines or words in a row


def _menu(lines: Sequence[str]) -> Iterator[int]:
    """Lines of section names: several in one line, or one in each of several lines that follow each other."""
    alone = [len(line.split()) <= 2 and line.lower() in SECTIONS for line in lines]
    for index, line in enumerate(lines):
        if alone[index]:
            begin = index
            while begin and alone[begin - 1] and index - begin < MIN_MENU:
                begin -= 1
            after = lines[index + 1 : index + MIN_MENU]
            run = index - begin + 1
            for offset in range(1, len(after) + 1):
                if not alone[index + offset]:
                    break
                run += 1
            if run >= MIN_MENU:
                yield index
        elif len(line) <= MAX_CHARACTERS:
            words = [word for word in re.split(r"[\s/|•·»>&,]+", line) if word]
            known = sum(word.lower() in SECTIONS for word in words)
            if len(words) >= MIN_MENU and 2 * known >= len(words) and all(word[0].isupper() for word in words):
                yield index


def _teasers(lines: Sequence[str], rules: Sequence[str | None]) -> Iterator[int]:
    """The headlines below a heading such as ``More on this story`` at the end of a page, down to the first sentence."""
    heading = next(
        (index for index, line in enumerate(lines) if index >= len(lines) / 2 and _TAIL.fullmatch(line)), None
    )
    if heading is None:
        return
    below = range(heading + 1, len(lines))
    for index in below:
        line = lines[index]
        if not rules[index] and (len(line.split()) > MAX_TEASER or line[-1:] in _ENDS):
            return
        yield index


MAX_TEASER: Final = 14  # words of a headline
_ENDS: Final = '.!?"”'
_TAIL: Final = re.compile(
    r"(?:related (?:topics|stories|articles|news|content|internet links)|more (?:on this(?: story)?|stories|news)|"
    r"most (?:read|popular|viewed)|read (?:more|next|also)|recommended(?: (?:for you|stories))?|you may also like|"
    r"more (?:from|in) (?-i:[A-Z])[\w&-]*(?: (?-i:[A-Z&])[\w&-]*){0,3})\s*:?",
    re.IGNORECASE,
)


def _pitches(lines: Sequence[str], rules: Sequence[str | None], behind: Collection[int]) -> Iterator[int]:
    """What stands before an invitation in its paragraph, below the heading of a newsletter box: why to subscribe."""
    for index in behind:
        if index > 1 and rules[index] == rules[index - 2] == "newsletter" and _is_heading(lines[index - 2]):
            yield index - 1


def _is_heading(line: str) -> bool:
    return len(line.split()) <= MAX_HEADING and not line.endswith((".", "!", "?", '"', "”"))


def _foot(lines: Sequence[str], rules: Sequence[str | None]) -> Iterator[int]:
    """The lines around a newsletter box at the foot of a page: its heading, and what it says besides."""
    boxes = [index for index, rule in enumerate(rules) if rule == "newsletter"]
    if not boxes or len(lines) - boxes[-1] > MAX_FOOT or boxes[-1] < len(lines) / 2:
        return
    last = boxes[-1]
    below = range(last + 1, len(lines))
    if all(rules[index] or _speaks_to_the_reader(lines[index]) for index in below):
        yield from below
    if last > 0 and _is_heading(lines[last - 1]):
        yield last - 1


def _speaks_to_the_reader(line: str) -> bool:
    """``You can also follow us``, ``Find us on``: no sentence of a news article, or no sentence at all."""
    words = line.lower().split()
    fragment = len(words) <= MAX_HEADING and line[-1] not in ".!?"
    return fragment or not {"you", "your", "us", "our"}.isdisjoint(words[:8])
