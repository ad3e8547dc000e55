"""Page furniture: the lines of a saved web page that are not the article's own.

Each rule is a name, a reason and patterns, one of which a whole line has to match.  They are general forms of words
that sites share, never the furniture of one site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

# longer paragraphs are prose, whatever words they have
MAX_WORDS: Final = 60
MAX_CHARACTERS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of furniture; the patterns ignore case."""

    name: str
    reason: str
    patterns: tuple[str, ...]


_NETWORK = (
    r"(?:facebook|twitter|x|whats\s?app|linked\s?in|telegram|reddit|e-?mail|print|copy(?: link)?|pinterest|messenger)"
)
_MEDIA = r"(?:photos?|images?|pictures?|photographs?|video|illustration|graphic)"
_WHICH = r"(?:(?:above|top|cover|file|featured|lead|main|feature)[ -]?)"
_BY = r"(?: (?:credits?|by|courtesy(?: of)?|caption))?s?"
_AGENCY = r"(?:getty(?: images)?|ap photo|afp|reuters|epa(?:-efe)?|handout|file photo|shutterstock|alamy)"
_MAILING = r"\b(?:newsletters?|digest|inbox|e-?mails?|mailing list|briefing|updates|alerts)\b"

_TEASER = (
    r"(?:(?:also )?read (?:more|also|next|on)|related(?: (?:articles?|stor(?:y|ies)|news|content|topics))?|"
    r"more (?:on this|stories|news)|see also|recommended(?: (?:for you|stories|reading))?|most (?:popular|read)|"
    r"up next|you may also like|trending(?: now)?|don['’]t miss)"
)

RULES: Final = (
    Rule(
        name="skip link",
        reason="the first line of most saved pages, for screen readers",
        patterns=(r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|article|main|footer)\.?",),
    ),
    Rule(
        name="image control",
        reason="the label of a button under a picture",
        patterns=(
            rf"(?:view|see|show|open|enlarge)(?: the)?(?: (?:featured|full|larger|full-size))* {_MEDIA}(?: gallery)?",
            r"(?:hide|show|toggle) caption",
            r"view gallery",
        ),
    ),
    Rule(
        name="credit",
        reason="who took the picture",
        patterns=(
            rf"{_WHICH}?(?:{_MEDIA}|credits?){_BY}\s*[:|©/].{{1,160}}",
            r"©\s?.{1,80}",
        ),
    ),
    Rule(
        name="agency credit",
        reason="the agency of a picture, in brackets or behind a stroke at the end of a caption",
        patterns=(
            rf".{{0,200}}[(\[|/©-]\s*(?:[\w .'’-]{{1,40}}[/|,]\s*)?{_AGENCY}(?:\s*[/|][\w .'’-]{{1,40}})?\s*[)\]]?",
            r"file photo\b.{0,120}",
        ),
    ),
    Rule(
        name="share bar",
        reason="buttons that send the page on",
        patterns=(
            r"share(?: (?:this|on|via|with)\b.{0,40})?:?(?:\s*[\w-]+(?:[\s|,•·/]+[\w-]+){0,8})?",
            rf"(?:share|tweet|pin|{_NETWORK})(?:[\s|,•·/]+(?:share|tweet|pin|and|on|{_NETWORK}))+\.?",
            r"follow us(?: on .{1,60})?:?",
        ),
    ),
    Rule(
        name="related link",
        reason="the way to another article",
        patterns=(
            rf"{_TEASER}\b(?:\s*[:|>»→–-].{{0,200}}|[^.!?]{{0,20}})",
            r"(?:previous|next) (?:article|post|story)\b.{0,160}",
        ),
    ),
    Rule(
        name="newsletter",
        reason="an invitation to subscribe, not a sentence of the article",
        patterns=(
            rf"(?:sign up|subscribe|join|register|get|receive|enter your e-?mail)\b(?=.{{0,160}}{_MAILING}).{{1,240}}",
            rf".{{0,240}}\b(?:sign up|subscribe) (?:for|to) (?:our|the|my) .{{0,40}}{_MAILING}.{{0,200}}",
            r"newsletters?(?: sign[ -]?up)?",
            r"your e-?mail(?: address)?",
        ),
    ),
    Rule(
        name="account",
        reason="the door of a site",
        patterns=(
            r"(?:log|sign)[ -]?(?:in|out|up)",
            r"register(?: now)?",
            r"subscribe(?: (?:now|today|here))?",
            r"my account",
            r"already a (?:subscriber|member)\?.{0,60}",
            r"(?:create|open) (?:a|an|your) (?:free )?account.{0,60}",
            r"donate(?: now)?",
            r"support (?:us|our (?:work|journalism)).{0,80}",
        ),
    ),
    Rule(
        name="notice",
        reason="the law at the foot of a page",
        patterns=(
            r"(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:\d{4}|by)\b.{0,200}",
            r".{0,200}\ball rights reserved\b.{0,120}",
            r"(?:privacy|cookies?) (?:policy|settings|notice|preferences)",
            r"terms (?:of (?:use|service)|(?:and|&) conditions)",
            r"(?:we|this (?:site|website)) uses? cookies.{0,200}",
        ),
    ),
    Rule(
        name="advertisement",
        reason="a label over what somebody paid for",
        patterns=(
            r"advertisement|advertising",
            r"sponsored(?: content| by .{1,40})?",
            r"(?:story|article) continues (?:below|after).{0,40}",
            r"scroll to continue.{0,40}",
        ),
    ),
    Rule(
        name="comments",
        reason="the readers' corner",
        patterns=(
            r"(?:\d+ )?comments?(?: \(\d+\))?",
            r"leave a (?:comment|reply)",
            r"(?:join|view) the (?:conversation|comments).{0,30}",
            r"(?:no|show|view all) comments(?: yet)?",
        ),
    ),
    Rule(
        name="page control",
        reason="buttons and counters of a page",
        patterns=(
            r"menu|search|close|home|back(?: to top)?|load more|show more|next|previous|toggle (?:menu|navigation)",
            r"listen(?: to (?:this )?article)?(?: \(?\d+ min(?:ute)?s?\)?)?",
            r"\d+[ -]min(?:ute)?s? read",
            r"(?:print|save|bookmark)(?: this)?(?: article| page)?",
            r"(?:tags?|topics?|filed under|posted in|categor(?:y|ies)):.{0,160}",
        ),
    ),
    Rule(
        name="menu",
        reason="short headings in a row, parted by strokes or dots",
        patterns=(r"[\w&'’ -]{1,28}(?:\s*[|•·›»>]\s*[\w&'’ -]{1,28}){2,}",),
    ),
)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule.name, re.compile("|".join(rule.patterns), re.IGNORECASE)) for rule in RULES)


def furniture(line: str) -> str | None:
    """The name of the rule that calls ``line`` page furniture; None where it is the article's own.

    Args:
        line: One line or paragraph, without the blanks around it.
    """
    if len(line) > MAX_CHARACTERS or len(line.split()) > MAX_WORDS:
        return None
    return next((name for name, pattern in _compiled() if pattern.fullmatch(line)), None)
