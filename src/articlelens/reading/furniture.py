"""Page furniture: the lines of a saved web page that are not the article's own.

Each rule is a name, a reason and patterns, one of which a whole line has to match.  They are general forms of words
that sites share, never the furniture of one site.  A rule that would take a sentence of the article is worse than one
that leaves a line of furniture: names, verbs and numbers of the news must not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

# longer paragraphs are prose, whatever words they have
MAX_WORDS: Final = 60
MAX_CHARACTERS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of furniture; the patterns ignore case, but in ``(?-i:…)``."""

    name: str
    reason: str
    patterns: tuple[str, ...]


_NETWORK: Final = (
    r"(?:facebook|twitter|x|whats\s?app|linked\s?in|telegram|reddit|e-?mail|print|copy(?: link)?|pinterest|messenger|"
    r"instagram|bluesky|mastodon|threads|flipboard)"
)
_MEDIA: Final = r"(?:photos?|images?|pictures?|photographs?|video|illustration|graphic)"
_STILL: Final = r"(?:photos?|images?|pictures?|photographs?)"
_WHICH: Final = r"(?:above|top|cover|file|featured|lead|main|feature)"
_AGENCY: Final = (
    r"(?:getty(?: images)?|ap(?: photo)?|afp|reuters|epa(?:-efe)?|handout|shutterstock|alamy|unsplash|pool)"
)
_NAME: Final = r"(?-i:[A-ZÀ-Þ])[\w.'’-]*(?: [\w.'’-]+){0,4}"
_MAILING: Final = r"\b(?:newsletters?|digest|mailing list|e-?mails?|(?:daily|morning|evening|weekly) briefing)\b"
_NOTICE: Final = (
    r"(?:(?:privacy|cookies?) (?:policy|settings|notice|preferences)|terms (?:of (?:use|service)|(?:and|&) conditions)|"
    r"contact(?: us)?|about(?: us)?|careers|accessibility|advertise(?: with us)?)"
)
_TEASER: Final = (
    r"(?:(?:also )?read(?: (?:more|also|next|on))?|see also|"
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|topics))?)"
)

RULES: Final = (
    Rule(
        name="skip link",
        reason="the first line of most saved pages, for screen readers",
        patterns=(
            r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|article|main|footer)\.?",
            r"skip (?:advertisement|ad|video)",
        ),
    ),
    Rule(
        name="image control",
        reason="the label of a button under a picture or a film",
        patterns=(
            rf"(?:view|see|show|open|enlarge)(?: the)?(?: (?:featured|full|larger|full-size))* {_MEDIA}(?: gallery)?",
            r"(?:hide|show|toggle) caption|view gallery",
            r"this video (?:can ?not|can't) be played.{0,40}",
        ),
    ),
    Rule(
        name="credit",
        reason="who took the picture, and what is on it",
        patterns=(
            rf"{_WHICH}[ -]{_STILL}(?: (?:credits?|by|courtesy(?: of)?|caption))?\s*[:|©].{{1,200}}",
            rf"(?:{_STILL}|{_MEDIA} (?:credits?|source|courtesy(?: of)?|caption|copyright)|credits?)\s*[:|©].{{1,200}}",
            r"image (?:source|caption|credit|copyright), .{1,200}",
            rf"file {_STILL}(?:\.|[:–-].{{0,160}})?",
            rf"[(\[]?{_MEDIA} (?:by|courtesy of) {_NAME}(?:[/|,] ?{_NAME}| (?:via|on|for) {_NAME})*[)\]]?\.?",
            r"©\s?.{1,80}",
        ),
    ),
    Rule(
        name="agency credit",
        reason="the photographer and the agency, at the end of a caption or alone",
        patterns=(
            rf".{{0,200}}[(\[]{_NAME}(?:[/|]| via ) ?{_AGENCY}(?:[/|]{_NAME})?[)\]]",
            rf"(?:{_NAME}[/|]|{_AGENCY} (?:via|[/|]) )?{_AGENCY}",
        ),
    ),
    Rule(
        name="share bar",
        reason="buttons that send the page on",
        patterns=(
            r"share(?: this)?(?: (?:article|story|post|page))?:?"
            rf"(?:(?:[\s|,•·/]|\b(?:on|via|and|with|by)\b)++{_NETWORK})*+",
            rf"(?:tweet|pin|{_NETWORK})(?:(?:[\s|,•·/]|\band\b)++(?:share|tweet|pin|{_NETWORK}))++\.?",
            rf"follow (?:us|(?:@|(?-i:[A-Z]))[\w@'’.-]*(?: [\w'’.-]+){{0,3}})(?: on {_NETWORK}\b.{{0,60}})?:?",
        ),
    ),
    Rule(
        name="related link",
        reason="the way to another article",
        patterns=(
            rf"{_TEASER}\s*[:|>»→].{{1,200}}",
            rf"(?:{_TEASER}|more (?:stories|news|on this(?: story)?)|recommended(?: (?:for you|stories|reading))?|"
            r"most (?:popular|read|viewed)|up next|you may also like|trending(?: now)?|don['’]t miss|(?:previous|next) "
            r"(?:article|post|story)|latest (?:news|stories|updates|headlines|posts))\s*[:»>→]?",
            r"(?-i:ALSO|PLUS|WATCH|LISTEN|RELATED|READ)\s?:\s.{1,200}",
            r"more (?:from|in|on) (?-i:[A-Z])[\w&-]*(?: (?-i:[A-Z&])[\w&-]*){0,3}",
        ),
    ),
    Rule(
        name="newsletter",
        reason="an invitation to subscribe, not a sentence of the article",
        patterns=(
            rf"(?:.{{0,240}}[.!?…] )?(?:sign up|subscribe)(?: now| today| here)? (?:for|to) (?:our|the|my) "
            rf"(?:[\w'’-]+ ){{0,5}}?{_MAILING}.{{0,200}}",
            rf"sign up (?:for|to) (?:[\w'’-]+ ){{0,4}}?{_MAILING}(?: (?:here|now|today))?[.!]?",
            rf"(?:get|receive|have) (?:our|the|all|more|your|breaking)\b.{{0,120}}\b"
            rf"(?:{_MAILING}|(?:in|to|into) your inbox)\b.{{0,200}}",
            rf"join (?:our|the) (?:[\w'’-]+ ){{0,4}}?{_MAILING}.{{0,160}}",
            rf"sign up (?:for|to) (?-i:[A-Z]).{{1,60}}, (?:our|the|a) (?:[\w'’-]+ ){{0,4}}?{_MAILING}.{{0,200}}",
            r"enter your e-?mail.{0,80}|your e-?mail(?: address)?|newsletters?(?: sign[ -]?up)?",
        ),
    ),
    Rule(
        name="account",
        reason="the door of a site",
        patterns=(
            r"(?:log|sign)[ -]?(?:in|out|up)|register(?: now)?|my account|subscribe(?: (?:now|today|here))?",
            r"already a (?:subscriber|member)\?.{0,60}",
            r"(?:create|open) (?:a|an|your) (?:free )?account(?: (?:now|today|here))?[.!]?",
            r"this (?:article|story|content) is (?:for|available (?:only )?to|reserved for) (?:our )?"
            r"(?:subscribers|members)\b.{0,200}",
            r"(?:subscribe|sign in|log in|register) to (?:continue|keep|read)\b.{0,160}",
            r"(?:subscribe|log[ -]?in|sign[ -]?(?:in|up)|register|my account|e-?paper)"
            r"(?:(?:\s+|\s*[|/•·]\s*)(?:subscribe|log[ -]?in|sign[ -]?(?:in|up)|register|my account|e-?paper)){1,5}",
            r"donate(?: (?:now|today|here))?|support (?:us|our (?:work|journalism))(?: (?:now|today|here))?[.!]?",
        ),
    ),
    Rule(
        name="notice",
        reason="the law at the foot of a page",
        patterns=(
            r".{0,120}(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:\d{4}|by (?-i:[A-Z]))\b.{0,200}",
            r"(?:.{0,200}[.,;©)] ?)?all rights reserved(?:[.,;)].{0,160})?",
            rf"{_NOTICE}(?:\s*[|•·]\s*{_NOTICE})*",
            r"this (?:site|website|page) uses cookies.{0,200}|we use cookies (?:to|on|and|for)\b.{0,200}",
            r"our standards:.{0,80}",
        ),
    ),
    Rule(
        name="barrier",
        reason="what a site says instead of the article: scripts, robots, cookies, a page that is gone",
        patterns=(
            r"(?:you need to |please )?enable (?:java ?script|cookies)\b.{0,160}",
            r"(?:java ?script|cookies) (?:is|are|must be) (?:disabled|required|enabled)\b.{0,160}",
            r"checking (?:your browser|if the site connection is secure)\b.{0,120}|just a moment\.{0,3}",
            r"(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human\b.{0,120}|ray id: .{1,60}",
            r"(?:sorry,? )?(?:we can['’]?t find )?the page (?:that )?you(?:['’]re| were| are)? "
            r"(?:looking for|requested)\b.{0,120}",
            r"(?:error )?404(?: .{0,30})?|page not found.{0,40}",
            r"we value your privacy|before you continue(?: to .{1,40})?|accept all(?: cookies)?",
            r"we and our (?:\d+ )?(?:trusted )?partners (?:use|store)\b.{0,400}",
        ),
    ),
    Rule(
        name="quoted mail",
        reason="what a mail answers to",
        patterns=(r">.*",),
    ),
    Rule(
        name="sign-off",
        reason="who else had a hand in the story",
        patterns=(
            rf"(?:{_NAME} )?(?:writers?|reporters?|journalists?|correspondents?|producers?) (?-i:[A-Z]).{{1,160}} "
            r"contributed (?:to this (?:report|story|article)|reporting)\b.{0,80}",
            r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited) by (?-i:[A-Z]).{0,240}\)",
        ),
    ),
    Rule(
        name="advertisement",
        reason="a label over what somebody paid for",
        patterns=(
            r"advertisement|advertising|sponsored(?: content| by .{1,40})?",
            r"(?:story|article) continues (?:below|after)(?: (?:this )?(?:advertisement|ad|newsletter.{0,20}|video))?",
            r"scroll to continue(?: .{0,30})?",
        ),
    ),
    Rule(
        name="comments",
        reason="the readers' corner",
        patterns=(
            r"(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|(?:no|show|view(?: all)?) comments(?: yet)?",
            r"(?:join|view) the (?:conversation|comments)",
        ),
    ),
    Rule(
        name="page control",
        reason="buttons and counters of a page",
        patterns=(
            r"menu|search|close|home|back(?: to top)?|load more|show more|next|previous|toggle (?:menu|navigation)",
            r"listen(?: to (?:this )?article)?(?: \(?\d+ min(?:ute)?s?\)?)?|\d+[ -]min(?:ute)?s? read",
            r"(?:print|save|bookmark)(?: this)?(?: article| page)?",
            r"(?:tags?|topics?|filed under|posted in|categor(?:y|ies)):.{0,160}",
        ),
    ),
    Rule(
        name="menu",
        reason="short headings in a row, parted by strokes or dots",
        patterns=(r"(?:[^|•·›»>\d.!?:;,]{1,28}[|•·›»>]){2,40}[^|•·›»>\d.!?:;,]{1,28}",),
    ),
)

BUTTON: Final = rf"share|tweet|pin|{_NETWORK}"  # a line of its own beside another of its kind


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule.name, re.compile("|".join(rule.patterns), re.IGNORECASE)) for rule in RULES)


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
    return next((name for name, pattern in _compiled() if pattern.fullmatch(line)), None)


# A newsletter box at the foot of a page: at most so many lines from it to the end, and so many words in its heading and
# in what stands below it but is no sentence.
MAX_FOOT: Final = 4
MAX_HEADING: Final = 8


def mark(lines: Sequence[str]) -> list[str | None]:
    """The rule for each line that is page furniture, by itself or by its neighbours; None for the article's own.

    Args:
        lines: All lines or paragraphs of a page, in their order.
    """
    rules = [furniture(line) for line in lines]
    buttons = [bool(_button().fullmatch(line)) for line in lines]
    for index, is_button in enumerate(buttons):
        if is_button and any(buttons[max(index - 1, 0) : index] + buttons[index + 1 : index + 2]):
            rules[index] = "share bar"
    for index in _teasers(lines, rules):
        rules[index] = rules[index] or "related link"
    for index in _foot(lines, rules):
        rules[index] = rules[index] or "newsletter"
    return rules


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


def _foot(lines: Sequence[str], rules: Sequence[str | None]) -> Iterator[int]:
    """The lines around a newsletter box at the foot of a page: its heading, and what it says besides."""
    boxes = [index for index, rule in enumerate(rules) if rule == "newsletter"]
    if not boxes or len(lines) - boxes[-1] > MAX_FOOT or boxes[-1] < len(lines) / 2:
        return
    last = boxes[-1]
    below = range(last + 1, len(lines))
    if all(rules[index] or _speaks_to_the_reader(lines[index]) for index in below):
        yield from below
    heading = lines[last - 1]
    if last > 0 and len(heading.split()) <= MAX_HEADING and not heading.endswith((".", "!", "?", '"', "”")):
        yield last - 1


def _speaks_to_the_reader(line: str) -> bool:
    """``You can also follow us``, ``Find us on``: no sentence of a news article, or no sentence at all."""
    words = line.lower().split()
    fragment = len(words) <= MAX_HEADING and line[-1] not in ".!?"
    return fragment or not {"you", "your", "us", "our"}.isdisjoint(words[:8])
