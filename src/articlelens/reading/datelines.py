"""The dateline: where, and perhaps when, a story was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from articlelens.gazetteer.store import is_well_known, known_as, population_of
from articlelens.temporal import full_day

_MONTH: Final = (
    "(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY: Final = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH}\.?)(?:,? \d{{4}})?"
_CAPITALIZED: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_WITHIN: Final = r"(?:de|do|da|la|del|el|of|the|upon|sur|al)"  # Rio de Janeiro
# What stands before a dash in capitals, and is called like a town somewhere.
_NO_TOWNS: Final = frozenset(
    "BREAKING EXCLUSIVE LIVE UPDATE UPDATED WATCH VIDEO ANALYSIS OPINION INTERVIEW FACTBOX EXPLAINER TIMELINE REVIEW "
    "EDITORIAL COMMENT CORRECTION CORRECTED NOTE NEWS SPORT WARNING ALERT PHOTOS GALLERY PODCAST QUIZ FEATURE "
    "FILE".split()
)
# Where news is filed from and no gazetteer has: seats that are no towns, ships and planes.
_NO_TOWN_BUT_A_PLACE: Final = re.compile(r"UNITED NATIONS|(?:ABOARD|ON BOARD) .+|.+ (?:AIR BASE|BORDER|CROSSING)")
# Short words in capitals are acronyms more often than towns: one is a town only if it is a city.
MAX_ACRONYM: Final = 4
CITY: Final = 100_000
_SAINT: Final = re.compile(r"\bST\.", re.IGNORECASE)
_AGENCY: Final = re.compile(
    r"[A-Za-z]{2,6}|.*\b(?:Reuters|Bloomberg|Xinhua|Yonhap|Kyodo|Interfax|Tass|Anadolu|Press|News|Newswire|Wire|Agency|"
    r"Service|Times|Post|Herald|Courier|Network|Radio|TV|[A-Z]{2,6})\b.*"
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
    or a colon.  With neither day nor agency, the place stands in capitals and a dash follows with blanks around it;
    before a colon it has to be a city, and a paragraph to follow: ``CHICAGO: A history`` is a headline.
    Unless both are there, the gazetteer has to know the place or what it lies in: ``FACT CHECK —`` is none.
    """
    match = _dateline().match(line[:MAX_DATELINE])
    if match is None:
        return None
    place, agency, day = match["place"], match["agency"], match["day"]
    if place.rstrip(".:").upper() in _NO_TOWNS or (match["dash"].strip() == "" and not (agency and day)):
        return None
    if agency and "(" in agency and not _AGENCY.fullmatch(agency.strip(" ,()")):
        return None
    if not (day or agency) and not _stands_alone(place, line[match.end() :], match["dash"].strip()):
        return None
    if not (day and agency) and not _is_place(place, match["within"]):
        return None
    return Dateline(place=place, day=full_day(day.rstrip(".")) if day else None)


MAX_DATELINE: Final = 200  # code points
MIN_PARAGRAPH: Final = 100


def _stands_alone(place: str, rest: str, dash: str) -> bool:
    """Whether ``place`` needs neither day nor agency to be a dateline."""
    if not _in_capitals(place):
        return False
    return dash != ":" or (len(rest) >= MIN_PARAGRAPH and known_as(place) in ("city", "metropolis"))


def _in_capitals(place: str) -> bool:
    bare = place.replace(" and ", " ").replace("/", " ")
    return bare.isupper() and sum(map(str.isalpha, bare)) >= MAX_ACRONYM


def _is_place(place: str, within: str | None) -> bool:
    """Whether the gazetteer knows the place, one of several, or the state or country that it lies in."""
    if within and is_well_known(within):
        return True
    return any(_is_town(name.strip()) for name in re.split(r"/| and ", place))


def _is_town(name: str) -> bool:
    least = CITY if name.isupper() and len(name) <= MAX_ACRONYM else 1
    return (
        max(map(population_of, {name, _SAINT.sub("Saint", name)})) >= least
        or _NO_TOWN_BUT_A_PLACE.fullmatch(name) is not None
    )


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        r"(?:\([A-Z]{2,10}\) [-–—] )?"
        rf"(?P<place>{_CAPITALIZED}(?:(?: (?:and |{_WITHIN} )?|/){_CAPITALIZED}){{0,4}}?)"
        rf"(?: \[{_CAPITALIZED}(?: {_CAPITALIZED}){{0,2}}\])?"
        rf"(?:, (?!{_MONTH}\b)(?P<within>{_CAPITALIZED}(?: {_CAPITALIZED}){{0,2}}?))?"
        rf"(?:(?:,| ?[-–—]) ?(?P<day>{_DAY})\.?)?"
        r"(?P<agency>,? ?\([A-Za-z][\w /.&-]{1,40}\)|,? /[A-Z][\w ]{1,30}/\.?| (?:CNN|AP|AFP|Reuters)(?= [—–-]))?"
        r"(?P<dash> ?(?:—|--|_|:)| [-–]|(?<=\))|(?<=/)|(?<=/\.))(?: (?=[\"'“‘A-Z\d])|(?<=[—–_-])(?=[\"'“‘A-Z])|\s*\Z)"
    )
