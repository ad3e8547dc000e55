"""The head of an article: headline, byline, dateline, and the line that says when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

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
    r"opinion|local|sport|business|world|politics|live|updated?\b(?! \d+-).{0,60}|\d.{0,24}",
    re.IGNORECASE,
)

_MONTHS: Final = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
_MONTH: Final = rf"(?:{_MONTHS}Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DAY: Final = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH}\.?)(?:,? \d{{4}})?"
_CAPITALIZED: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
# What stands before a dash or a colon in capitals and is no town.
_NO_TOWNS: Final = frozenset(
    "BREAKING EXCLUSIVE LIVE UPDATE UPDATED WATCH VIDEO ANALYSIS OPINION INTERVIEW FACTBOX EXPLAINER TIMELINE REVIEW "
    "EDITORIAL COMMENT CORRECTION CORRECTED NOTE NEWS SPORT WARNING ALERT PHOTOS GALLERY PODCAST QUIZ FEATURE".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, and perhaps when, a story was filed: ``LIMA, Peru, July 19 (Andean Press) —``."""

    place: str
    day: date | None
    """The day, where the dateline has one with its year."""


def dateline(line: str) -> Dateline | None:
    """The dateline that ``line`` begins with; it may have the line for itself.

    A dateline is a place, perhaps with its country or state, then a day or an agency in brackets or both, then a dash
    or a colon.  With neither day nor agency, the place stands in capitals and a dash follows with blanks around it.
    """
    match = _dateline().match(line)
    if match is None:
        return None
    place = match["place"]
    if place.rstrip(".:").upper() in _NO_TOWNS:
        return None
    if not (match["day"] or match["agency"]):
        bare = place.replace(" and ", " ").replace("/", " ")
        if not (bare.isupper() and sum(map(str.isalpha, bare)) >= 4 and match["dash"].strip() != ":"):
            return None
    return Dateline(place=place, day=full_day(match["day"]) if match["day"] else None)


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>{_CAPITALIZED}(?:(?: (?:and )?|/){_CAPITALIZED}){{0,4}}?)"
        rf"(?:, (?!{_MONTH}\b){_CAPITALIZED}(?: {_CAPITALIZED}){{0,2}})?"
        rf"(?:(?:,| ?[-–—]) ?(?P<day>{_DAY}))?"
        r"(?P<agency>,? ?\([A-Z][\w /.&-]{1,40}\))?"
        r"(?P<dash> ?(?:—|--|_|:)| [-–])(?: (?=[\"'“‘A-Z\d])|(?<=[—–_-])(?=[\"'“‘A-Z])|\s*\Z)"
    )


def author(line: str) -> str | None:
    """Who wrote the article, where ``line`` is a byline: ``By Ana Quispe and Li Wei, The Daily Bugle``.

    The first name has two words at least, so that ``By Christmas`` is none, or is an agency's or a desk's.
    """
    if len(line) > MAX_BYLINE:
        return None
    match = _byline().match(line)
    if match is None or match["who"].split()[0].upper().rstrip(".,") in _NO_AUTHORS:
        return None
    rest = line[match.end() :].strip(" ,|•·-–—")
    return match["who"].strip() if not rest or header_day(rest) or full_day(rest) or _behind().match(rest) else None


_NO_AUTHORS: Final = frozenset(
    "THE A AN MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY "
    "AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split()
)


@cache
def _byline() -> re.Pattern[str]:
    particle = r"(?:de|da|del|della|di|do|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e)"
    initial_or_word = rf"(?:{_CAPITALIZED}|{particle})"
    name = rf"{_CAPITALIZED}(?: {initial_or_word}){{1,5}}"
    desk = r"(?:[A-Z]{2,5}|Reuters|Agenc(?:y|ies)|Staff|Our)(?: (?:staff|staff writers?|reporters?|correspondents?))?"
    publication = rf"(?:{_CAPITALIZED}|of|for|in|the)"
    one = rf"(?:{name}|{desk})"
    return re.compile(
        rf"(?:(?:[Ww]ritten |[Rr]eported |[Ss]tory |[Ww]ords )?[Bb]y|BY):? "
        rf"(?P<who>{one}(?:(?:, | and | AND | & |, and ){one})*(?:, {publication}(?: (?:{publication}|and)){{0,6}})?)"
    )


@cache
def _behind() -> re.Pattern[str]:
    """What may stand behind the names of a byline."""
    return re.compile(r"(?:published|updated|posted|last updated|\d|@).{0,60}", re.IGNORECASE)


def unmarked_author(line: str) -> str | None:
    """Who wrote the article, where ``line`` under the headline names him and his job or paper: ``Ana Ruiz, The Post``.

    Without the word ``By`` it takes two names or three and, behind a comma, what is called like a paper or a job.
    """
    match = _unmarked().fullmatch(line) if len(line) <= MAX_BYLINE else None
    return match["who"] if match and match["who"].split()[0].upper() not in _NO_AUTHORS else None


@cache
def _unmarked() -> re.Pattern[str]:
    name = rf"{_CAPITALIZED}(?: {_CAPITALIZED}){{1,2}}"
    press = (
        r"(?:Courier|Times|Post|Herald|News|Gazette|Tribune|Journal|Press|Chronicle|Star|Dispatch|Mail|Guardian|Globe|"
        r"Observer|Telegraph|Record|Register|Sentinel|Reporter|Standard|Daily|Writer|Correspondent|Editor)"
    )
    return re.compile(
        rf"(?P<who>{name}(?:(?: and | & ){name})?, (?:{_CAPITALIZED} ){{0,4}}{press}(?: {_CAPITALIZED})?)"
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
    """Which of the first ``most`` lines say when the article was published.

    A line that is a date and nothing else is one only where it stands alone: several of them part a chronicle.
    """
    told = [index for index, line in enumerate(lines[:most]) if header_day(line) and not is_day(line)]
    bare = [index for index, line in enumerate(lines) if is_day(line)]
    return told + [index for index in bare if len(bare) == 1 and index < most]


def published(lines: Sequence[str]) -> date | None:
    """The day that header lines tell: of publication before that of a change."""
    days = [(is_update(line), day) for line in lines if (day := header_day(line))]
    return min(days, key=lambda found: found[0])[1] if days else None
