"""The head of an article: headline, byline, and the line that says when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final

from articlelens.reading.datelines import dateline
from articlelens.temporal import full_day, header_day, is_day, is_update

MAX_TITLE: Final = 200  # code points; a longer line is a paragraph
MAX_BYLINE: Final = 120

# A line that ends so is a sentence, not a headline; closing quotes do not count.
_TERMINAL: Final = (".", ";", ":", ",")
_QUOTES: Final = "\"'”’»)"
_ABBREVIATION: Final = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No)\.$")
# Labels of a page that are no headline.
_LABELS: Final = re.compile(
    r"(?:\d+|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|"
    r"(?:(?:world|local|latest|breaking|top|national) )?news|"
    r"opinion|local|sport|business|world|politics|live|updated?(?:[: ](?!\d+-).{0,50}\d.{0,12})?|"
    r"[\d\s:/.,–-]+(?:[ap]\.?m\.?)?|https?://\S+|"
    r"(?-i:BC|AP)-(?-i:[A-Z]).{1,60}|.{1,60}, \d(?:st|nd|rd|th) ld\b.{0,20}",  # what a wire calls a story
    re.IGNORECASE,
)

_MONTHS: Final = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
_MONTH: Final = rf"(?i:{_MONTHS}Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_CAPITALIZED: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"


def author(line: str) -> str | None:
    """Who wrote the article, where ``line`` is a byline: ``By Ana Quispe and Li Wei, The Daily Bugle``.

    The first name has two words at least, so that ``By Christmas`` is none, or is an agency's or a desk's.
    """
    return _split(line)[0]


def byline_day(line: str) -> date | None:
    """The day that stands behind the names of a byline: ``By Ana Quispe | March 3, 2024``."""
    who, rest = _split(line)
    return (header_day(rest) or full_day(rest)) if who and rest else None


def _split(line: str) -> tuple[str | None, str]:
    """The names of a byline, and what stands behind them; None where ``line`` is no byline."""
    if (turned := _SURNAME_FIRST.fullmatch(line)) and not _PRESS.search(line):
        return f"{turned[2]} {turned[1]}", ""
    match = _byline().match(line) if len(line) <= MAX_BYLINE else None
    if match is None or (match["one"] is None and match["who"].split()[0].upper().rstrip(".,") in _NO_AUTHORS):
        return None, ""
    paper = match["paper"] or ""
    if len(paper.split()) > MAX_PAPER and not _PRESS.search(paper):
        return None, ""  # ``By Popular Demand, Council Raises Price`` is a headline
    who, rest = match["who"].strip(), line[match.end() :].strip(" ,|•·-–—/")
    if rest.startswith("The ") and _PRESS.search(rest) and affiliation(rest):
        return f"{who}, {rest}", ""  # ``By Ana Quispe The Daily Bugle``
    known = not line[match.end() :].startswith(f" {rest}") or _PRESS.search(rest)  # what nothing parts is a headline
    behind = not rest or header_day(rest) or full_day(rest) or (known and affiliation(rest)) or _behind().match(rest)
    return (_parted(who, match["paper"]), rest) if behind else (None, "")


def _parted(who: str, paper: str | None) -> str:
    """The names of a byline, parted from what stands behind the last of them without a comma: a job goes."""
    if paper:
        return who
    last = re.split(r", | and | AND | & ", who)[-1]
    found = _run_on().fullmatch(last)
    if found is None:
        return who
    names, press = who[: len(who) - len(last)] + (found["name"] or found["short"]), found["agency"] or found["paper"]
    if found["job"]:
        return names
    return f"{names}, {press}" if found["agency"] or _PRESS.search(press) else who


@cache
def _run_on() -> re.Pattern[str]:
    """``Ana Quispe Reuters``, ``Ana Quispe Staff Writer``; of papers only where nobody has more than two names."""
    job = rf"(?i:(?:(?:{_DESKS}|{_PAPERS}) ){{1,4}}{_JOBS})"
    agency = (
        r"Reuters|Bloomberg(?: News)?|AP|AFP|PA|UPI|PTI|ANI|IANS|CNN|BBC|NPR|Xinhua|Agence France-Presse|"
        r"(?i:(?:associated|canadian|australian associated) press|press association)|(?:BBC|CBS|ABC|NBC|Fox|Sky) News"
    )
    return re.compile(
        rf"(?P<name>\S+(?: \S+)+?) (?:(?P<job>{job})|(?P<agency>{agency}))|"
        rf"(?P<short>{_CAPITALIZED} {_CAPITALIZED}) (?P<paper>{_CAPITALIZED} {_CAPITALIZED})"
    )


_JOBS: Final = r"(?:correspondent|reporter|editor|writer|columnist)s?"
_DESKS: Final = (
    "staff|senior|chief|deputy|assistant|managing|contributing|special|political|politics|diplomatic|foreign|home|affairs|"
    "sports?|football|cricket|business|economics|city|consumer|health|education|science|environment|technology|transport|"
    "crime|court|legal|security|defence|defense|religion|arts|culture|entertainment|features|news|national|metro|local|"
    "international|world|africa|asia|europe|india|china"
)


# As libraries have it, and the databases of newspapers: ``Author: Quispe, Ana``.
_SURNAME_FIRST: Final = re.compile(rf"Author: ({_CAPITALIZED}), ({_CAPITALIZED}(?: {_CAPITALIZED})?)")
# What follows ``By`` in idioms and before days, and is no first name.
_NO_AUTHORS: Final = frozenset(
    "THE A AN MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY "
    "AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER ANY ALL NO LAND SEA AIR POPULAR ORDER CHANCE DESIGN LAW".split()
)
MAX_PAPER: Final = 3  # words behind a comma that need not be called like a paper
_PAPERS: Final = (
    "Courier|Times|Post|Herald|News|Gazette|Tribune|Journal|Press|Chronicle|Star|Dispatch|Mail|Guardian|Globe|Observer|"
    "Telegraph|Record|Register|Sentinel|Standard|Daily|Weekly|Network|Radio|TV|Service|Agency|Blade|Sun|Examiner|"
    "Independent|Inquirer|Bee|Review|Magazine"
)
_PRESS: Final = re.compile(rf"\b(?:{_PAPERS}|Reuters|Reporter|Writer|Correspondent|Editor)\b", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    particle = r"(?:de|da|del|della|di|do|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e)"
    word = rf"(?!(?:Published|Updated|Posted|Last|For|The)\b)(?:{_CAPITALIZED}|(?:al|el|ul|as|ar)-{_CAPITALIZED})"
    name = rf"{word}(?: (?:{word}|{particle}\b)){{1,5}}"
    desk = r"(?:[A-Z]{2,5}|Reuters|Agenc(?:y|ies)|Staff|Our)(?: (?:staff|staff writers?|reporters?|correspondents?))?"
    agency = r"(?:[Tt]he [A-Z][\w-]+ Press|Press Trust of [A-Z]\w+|[Tt]he Editorial Board)"
    publication = rf"(?:{_CAPITALIZED}|of|for|in|the)"
    one = rf"(?:{name}|{desk})"
    said = r"(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Ww]ords|[Oo]pinion|[Aa]nalysis|[Rr]eview|[Cc]ommentary|[Pp]osted)"
    return re.compile(
        rf"(?:(?:{said} )?[Bb]y:?|BY:?|Author:|B(?:yline|YLINE):) "
        rf"(?P<who>(?:(?P<one>{agency})|{one})(?:(?:, | and | AND | & |, and ){one})*"
        rf"(?:, (?P<paper>{publication}(?: (?:{publication}|and)){{0,6}}))?)(?!\w)"
    )


@cache
def _behind() -> re.Pattern[str]:
    """What may stand behind the names of a byline: a day, an address, whom they write for, where, with whom."""
    names = rf"(?:the )?{_CAPITALIZED}(?: (?:{_CAPITALIZED}|of|and)){{0,5}}\Z"
    return re.compile(
        rf"(?i:published|updated|posted|last updated|on \d|\d|@|\(@|[\w.+-]{{1,40}}@).{{0,60}}|"
        rf"(?:on {_MONTH}|{_MONTH}) .{{0,40}}|(?:for|in|at|with) {names}|"
        rf"(?:[\w’'-]{{2,20}} ){{0,5}}{_JOBS}(?:(?:,| in| at| for) .{{1,40}})?\Z"
    )


def is_author(line: str, given: str) -> bool:
    """Whether ``line`` is nothing but the authors that the input gives, perhaps with a day behind them.

    Args:
        line: A line near the headline.
        given: The authors' names: ``Ana Quispe, Li Wei`` stand there as ``Ana Quispe and Li Wei`` too.
    """
    names = [re.escape(word) for word in re.findall(r"[\w.'’-]+", given)]
    if not names or len(line) > MAX_BYLINE:
        return False
    found = re.match(rf"(?:by )?{_BETWEEN_NAMES.join(names)}(?!\w)", line, re.IGNORECASE)
    rest = line[found.end() :].strip(" ,|•·-–—") if found else line
    return not rest or header_day(rest) is not None or full_day(rest) is not None


_BETWEEN_NAMES: Final = r"[ ,;&|•·]{1,4}(?:and )?"


MAX_BOX: Final = 4  # lines
_IS: Final = re.compile(
    r"(?:,.{1,80},)? (?:is (?:an?|the|our)|was (?:an?|the)|has (?:been|covered|written)|covers|writes|reports)\b"
)


def about_authors(lines: Sequence[str], authors: str) -> Iterator[int]:
    """Which lines tell of the authors: all from a bare name at the foot on, and those such as ``Ana Ruiz covers …``.

    Args:
        lines: All lines; those that are furniture or a byline are empty.
        authors: The authors' names in a row.
    """
    names = [name for name in re.split(r", | and ", authors) if len(name.split()) > 1]
    foot = max(len(lines) - MAX_BOX, len(lines) // 2 + 1)
    box = next((index for index in range(foot, len(lines)) if lines[index] in names), len(lines))
    yield from range(box, len(lines))
    for index in (*range(min(MAX_BOX, foot)), *range(foot, box)):
        if any(lines[index].startswith(name) and _IS.match(lines[index], len(name)) for name in names):
            yield index


def unmarked_author(line: str, below: str) -> bool:
    """Whether ``line`` under the headline names the author without the word ``By``.

    It takes two names or three and, behind a comma, what is called like a paper or a job (``Ana Ruiz, The Post``); or
    where he is, above a day: ``Ana Ruiz in Lima``.

    Args:
        line: The line.
        below: The next one.
    """
    match = _unmarked().fullmatch(line) if len(line) <= MAX_BYLINE else None
    if match is None or match["who"].split()[0].upper() in _NO_AUTHORS:
        return False
    if match["paper"]:
        return _PRESS.search(match["paper"]) is not None
    return match["where"] is not None and bool(_days(below))


def bare_author(line: str) -> str | None:
    """The names in a line that is known as a byline without the word ``By``."""
    match = _unmarked().fullmatch(line)
    return match["who"] if match else None


@cache
def _unmarked() -> re.Pattern[str]:
    name = rf"{_CAPITALIZED}(?: {_CAPITALIZED}){{1,2}}"
    return re.compile(
        rf"(?P<who>{name}(?:(?: and | & |, ){name})??"
        rf"(?:, (?P<paper>{_CAPITALIZED}(?: {_CAPITALIZED}){{0,5}}))?)"
        rf"(?P<where> in {_CAPITALIZED}(?: {_CAPITALIZED}){{0,2}})?"
    )


def affiliation(line: str) -> bool:
    """Whether ``line``, which stands right below a byline, says whom the author writes for and is no headline."""
    words = line.split()
    return (
        len(words) <= MAX_AFFILIATION and line[-1:] not in ".!?:" and all(_IN_NAMES.fullmatch(word) for word in words)
    )


MAX_AFFILIATION: Final = 6
_IN_NAMES: Final = re.compile(rf"{_CAPITALIZED},?|of|the|for|in|and|&")


def is_label(line: str) -> bool:
    """Whether ``line`` is a label that pages put above a headline, such as the name of a section."""
    return _LABELS.fullmatch(line) is not None


def is_paper(line: str) -> bool:
    """Whether ``line`` is called like a newspaper or a broadcaster: ``The Coast Herald``, ``BBC News``."""
    return _is_name(line) and _PRESS.search(line) is not None


def first_headline(rows: Sequence[str], own: Sequence[int]) -> int | None:
    """Which of the article's own first lines may be its headline: labels and names of sites above it are none.

    A line of one or two capitalised words, or one that is called like a paper, stands aside for a longer line below
    it that is a headline as well.

    Args:
        rows: All lines.
        own: Those that are the article's own, from the top.
    """
    able = [index for index in own if not is_label(rows[index])]
    for index, below in zip(able, [*able[1:], None], strict=False):
        if below is None or not (_is_name(rows[index]) and len(rows[below].split()) > MAX_NAME):
            return index
        if not is_title(rows[below], None):
            return index
    return None


MAX_NAME: Final = 3  # words of a site's or a section's name


def _is_name(line: str) -> bool:
    words = [word for word in line.split() if word != "&"]
    named = all(word[0].isupper() or word in ("and", "of", "the") for word in words) and line[-1] not in ".!?"
    return named and (len(words) < MAX_NAME or (len(words) <= MAX_NAME + 1 and bool(_PRESS.search(line))))


def is_title(line: str, given: str | None) -> bool:
    """Whether ``line``, the first of the article's own, is its headline.

    Args:
        line: The line.
        given: The headline, where the input says it: then it is that one and no other.
    """
    if given is not None:
        return line == " ".join(given.split())
    bare = line.rstrip(_QUOTES)
    return (
        len(line) <= MAX_TITLE
        and len(line.split()) > 1
        and not (bare.endswith(_TERMINAL) and not _ABBREVIATION.search(bare))
        and any(char.isalpha() for char in line)
        and dateline(line) is None
        and header_day(line) is None
        and not is_label(line)
    )


def header_lines(lines: Sequence[str], most: int) -> list[int]:
    """Which of the first ``most`` lines that are not empty say when the article was published.

    A line that is a date and nothing else is one only where it stands alone: several of them part a chronicle.
    """
    filled = [index for index, line in enumerate(lines) if line][:most]
    last = filled[-1] + 1 if filled else 0
    told = [index for index, line in enumerate(lines[:last]) if _days(line) and not is_day(line) and not author(line)]
    bare = [index for index, line in enumerate(lines) if is_day(line)]
    return told + [index for index in bare if len(bare) == 1 and index < last]


_PARTS: Final = re.compile(r"\s+[|•·/–—-]\s+|(?<!Last)\s+(?=(?:Last )?[Uu]pdated\b)")
_TIME_OR_SITE: Final = re.compile(r"\d{1,2}[:.]\d\d.{0,14}|(?:[A-Z][\w&.]*)(?: [A-Z][\w&.]*){0,2}")


def _days(line: str) -> list[tuple[bool, date]]:
    """Whether it is a change, and the day, for each part of a line: ``Updated: May 5, 2024 - Posted: May 4, 2024``."""
    parts = _PARTS.split(line) if len(line) <= MAX_HEADER_LINE else []
    days = [(is_update(part), day) for part in parts if (day := header_day(part))]
    if len(parts) > 1 and days and all(header_day(part) or _TIME_OR_SITE.fullmatch(part) for part in parts):
        return days
    whole = header_day(line)
    return [(is_update(line), whole)] if whole else []


MAX_HEADER_LINE: Final = 120


def published(lines: Sequence[str]) -> date | None:
    """The day that header lines tell: of publication before that of a change."""
    days = [found for line in lines for found in _days(line)]
    return min(days, key=lambda found: found[0])[1] if days else None
