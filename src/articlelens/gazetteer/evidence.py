"""What a text says about where its places are: what stands behind a name, and which peoples it speaks of."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from articlelens.gazetteer.keys import SEAT_SHARE
from articlelens.gazetteer.store import CAPITAL, CITY, COUNTRY, DISTRICT, OTHER, OWN_NAME, REGION, Entry, Gazetteer

COUNTRIES: Final = Path(__file__).parent / "data" / "countries.csv"
DEMONYMS: Final = Path(__file__).parent / "data" / "demonyms.csv"
HABITS: Final = Path(__file__).parent / "data" / "habits.csv"
MAX_WORDS: Final = 4  # of a region's name
MAX_PART: Final = 3  # words of a place's name inside a longer name
TELLING: Final = 50_000  # inhabitants of a town or district whose name in a longer one is no chance
MAX_LENGTH: Final = 60  # characters behind a name that are looked at
_KINDS: Final = r"(?:city|town|village|port|suburb|hamlet|capital|district|region|province|state|municipality|resort)"
_SIDES: Final = (
    r"(?:(?:far |central|rural|coastal|mainland|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?"
    r"|(?:north|south)-?(?:east|west)(?:ern)?) ?){1,2}"
)
# What stands between a place and the region that holds it: "Mobile, Ala.", "Juliaca (Peru)", "Juliaca in Peru",
# "Lima's", "Mobile County, Ala.", "Goma, a city in eastern Congo".
_BETWEEN: Final = re.compile(
    rf"[ \t]{{0,2}}(?:, (?:an?|the) (?:[\w-]+ ){{0,3}}?{_KINDS} (?:in|of)\b|, in\b|,|\(|in\b)"
    rf"[ \t\n]{{0,2}}(?:the )?(?:{_SIDES})?"
)
_SAYS_IN: Final = re.compile(r" (?:in|of)\b")
# What stands before a place that something is in: "shot in Cairo in Vermont", not "a vote on Cairo in Vermont".
_AT: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) $")
_OWNER: Final = re.compile(r"['’]s?$")  # "in Paris, Ukraine's president said"
# Whose a place is: "Greece's Macedonia", "Mali's northern city of Gao".
_BEFORE_OWN: Final = re.compile(
    rf"((?:[A-Z][\w.]+ ){{0,2}}[A-Z][\w.]+)['’]s? (?:(?:[a-z-]+ ){{0,3}}?{_KINDS} (?:of )?(?:the )?)?$"
)
# Of what people or country: "the Malian city of Gao", "the northern Nigerian state of Niger".
_BEFORE_KIND: Final = re.compile(rf"\b([A-Z][\w.]+) (?:[a-z-]+ ){{0,2}}?{_KINDS},? (?:of )?(?:the )?$")
# The second of two pairs: "Lancaster, Pennsylvania, and Reading, Berkshire".
_PAIR: Final = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}, ([A-Z][\w.]+)( [A-Z][\w.]+)?")
# "the Hudson" among rivers: behind "the" stands no town, but before a noun it may: "the Hudson fire".
_ALONE: Final = re.compile(r"[.,;:)]|\s(?:and|or|is|are|was|were|has|have|had|in|at|near|to|for|by|from)\b")
_LIST: Final = re.compile(r",? (?:and|or) [A-Z]")  # an item of a list and its last one
# What closes "Mobile, Alabama,": the sentence goes on in small letters or ends; a list goes on with a capital.
_CLOSED: Final = re.compile(r"[)(;:.\"”–—]|,? ?(?=[a-z0-9(–—])|[.,]?\s*$|[.,]?\n")
# What a name is, said in the words behind it (True) or before it (False).
_SAID: Final = (
    (re.compile(r"[ \n](?:state|province|oblast|prefecture|governorate|voivodeship)\b"), (REGION,), True),
    (re.compile(r"[ \n](?:county|district)\b"), (REGION, DISTRICT), True),
    (re.compile(r"\b(?:[Ss]tate|[Pp]rovince|[Gg]overnor|[Gg]overnorate|[Oo]blast) of (?:the )?$"), (REGION,), False),
    (
        re.compile(r"\b(?:[Cc]ity|[Tt]own|[Mm]ayor|[Ss]treets|[Oo]utskirts|[Ss]uburbs?) of (?:the )?$"),
        (CAPITAL, CITY),
        False,
    ),
    (
        re.compile(r"\b(?:(?:[Pp]resident|[Pp]rime [Mm]inister|[Kk]ing|[Qq]ueen|[Pp]arliament) of|[Aa]mbassador to) $"),
        (COUNTRY,),
        False,
    ),
)
_WORD: Final = re.compile(r"[^\s,;:()\[\]\"“”/]+")
_CAPITALISED: Final = re.compile(r"[A-Z][\w'’\-]+")


class Holders(NamedTuple):
    """The regions and countries that a text names right behind a place's name."""

    entries: tuple[Entry, ...] = ()
    sure: bool = False
    """Not where the two may be items of a list: "Washington, New York and Boston"."""
    closed: bool = False
    """Whether nothing else can be meant: "in Mobile, Alabama, on Monday", not "in Paris, Ukraine asked for help"."""
    start: int = -1
    """Where the name of the region begins."""


def holders(text: str, end: int, gazetteer: Gazetteer, name: str = "") -> Holders:
    """The regions and countries that the text names right behind a place's name.

    Args:
        text: The article.
        end: Where the name ends.
        gazetteer: Where to look.
        name: The name: "Perth, Scotland, and Perth, Australia" is no list of four.
    """
    between = _BETWEEN.match(text, end)
    if between is None:
        return Holders()
    words: list[re.Match[str]] = []
    start = at = between.end()
    while len(words) < MAX_WORDS and (word := _WORD.match(text, at, start + MAX_LENGTH)):
        words.append(word)
        at = word.end() + 1
        if text[word.end() : at] != " ":
            break
    for word in reversed(words):
        region = text[start : word.end()]
        if not region[:1].isupper():
            continue
        if found := gazetteer.expand(region):
            return Holders(found, sure=True, closed=True, start=start)
        found = gazetteer.find(region)
        if held := tuple(entry for entry in found if _may_hold(entry)):
            said = _SAYS_IN.search(between.group()) is not None
            listed = None if said else _LIST.match(text, word.end())
            if listed and _has_capital(found):  # "San José, Alajuela and Heredia"
                return Holders()
            sure = _may_hold(found[0]) and (listed is None or _is_pair(text, listed.end() - 1, name, gazetteer))
            ends = region.endswith(".") or bool(_CLOSED.match(text, word.end()))
            plain = between.group().strip() in (",", "(") and not _OWNER.search(region) and not _has_seat(held, found)
            before = text[max(0, end - len(name) - MAX_LENGTH) : end - len(name)]
            clear = said and found[0].use == OWN_NAME and ("," in between.group() or _AT.search(before) is not None)
            return Holders(held, sure=sure, closed=sure and (clear or (plain and ends)), start=start)
    return Holders()


def owners(text: str, start: int, gazetteer: Gazetteer) -> Holders:
    """The country or region that the text names right before a place's name: "Belarus's Brest", "the Syrian town of X".

    Args:
        text: The article.
        start: Where the name begins.
        gazetteer: Where to look.
    """
    before = text[max(0, start - MAX_LENGTH) : start]
    if told := _BEFORE_KIND.search(before):
        people = _demonyms().get(told.group(1))
        held = homes(people, gazetteer) if people else _countries(told.group(1), gazetteer)
        if held:
            return Holders(held, sure=True, closed=True)
    owner = _BEFORE_OWN.search(before)
    held = _countries(owner.group(1), gazetteer) if owner else ()
    return Holders(held, sure=True) if held else Holders()


def _countries(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return tuple(entry for entry in gazetteer.find(name) if entry.level == COUNTRY)


def _may_hold(entry: Entry) -> bool:
    """Whether towns may lie in it: a country, a region, an old county, an island."""
    old = entry.level == OTHER and entry.kind in ("region", "natural") and entry.country_code is not None
    return entry.level in (COUNTRY, REGION, DISTRICT) or old


def _has_capital(found: tuple[Entry, ...]) -> bool:
    """Whether the best known of them has a town of its name where many of its people live: the next one of a list."""
    best = found[0]
    return best.level in (CAPITAL, CITY) or any(
        best.id in entry.above and entry.population >= SEAT_SHARE * best.population
        for entry in found
        if entry.level in (CAPITAL, CITY)
    )


def _is_pair(text: str, at: int, name: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands behind "and" is a name with its region again, so that the one before it is no list."""
    if name and text.startswith(name, at):
        return True
    pair = _PAIR.match(text, at, at + MAX_LENGTH)
    regions = ("".join(filter(None, pair.groups())), pair.group(1)) if pair else ()
    return any(_may_hold(entry) for region in regions for entry in gazetteer.find(region)[:1])


def _has_seat(held: tuple[Entry, ...], found: tuple[Entry, ...]) -> bool:
    """Whether a district has a town of its name, which may be the next of a list: "Barcelona, Liverpool"."""
    districts = {entry.id for entry in held if entry.level == DISTRICT}
    return any(entry.district in districts for entry in found)


def said_levels(text: str, start: int, end: int) -> tuple[int, ...]:
    """The levels that the words beside a name leave: "New York state" is a region, a country has a prime minister.

    Args:
        text: The article.
        start: Where the name begins.
        end: Where it ends.

    Returns:
        None of them where the words do not say.
    """
    before = text[max(0, start - MAX_LENGTH) : start]
    alone = before[-4:] in ("the ", "The ") and _ALONE.match(text, end) is not None
    return next(
        (
            levels
            for pattern, levels, behind in _SAID
            if (pattern.match(text, end) if behind else pattern.search(before)) is not None
        ),
        (OTHER,) if alone else (),
    )


def abbreviated(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The region that ``text[start:end]`` abbreviates: "Ala." anywhere, "AL" behind a comma or, as in "R-AL", a hyphen.

    Args:
        text: The article.
        start: Where the name begins.
        end: Where it ends, with or without its full stop.
        gazetteer: Where to look.
    """
    name = text[start:end]
    if text[end : end + 1] == "." and (found := gazetteer.expand(f"{name}.")):
        return found
    return gazetteer.expand(name) if "." in name or text[:start].rstrip(" ")[-1:] in {",", "-", "–"} else ()


def known_parts(name: str, gazetteer: Gazetteer) -> list[tuple[Entry, ...]]:
    """The countries, regions and larger towns in a longer name: "Ohio" in "the Ohio Board of Regents".

    Such a name says where an article plays.

    Args:
        name: What is no place itself: an organization, a person's title.
        gazetteer: Where to look.
    """
    words = name.split()
    found = []
    at = 0
    while at < len(words):
        for length in range(min(MAX_PART, len(words) - at), 0, -1):
            part = " ".join(words[at : at + length])
            entries = gazetteer.find(part) if part[:1].isupper() else ()
            if any(_is_telling(entry) for entry in entries):
                found.append(entries)
                at += length
                break
        else:
            at += 1
    return found


def _is_telling(entry: Entry) -> bool:
    own = entry.use == OWN_NAME
    return own and (entry.level in (COUNTRY, REGION) or entry.population >= TELLING)


class People(NamedTuple):
    """Who lives in a country, or in one of its regions or towns."""

    country_code: str
    """ISO 3166-1 alpha-2."""
    place: str
    """The region or town; empty where it is the country."""


def peoples(text: str) -> Mapping[People, int]:
    """How often a text speaks of each people, or calls something after it."""
    table = _demonyms()
    counts: Counter[People] = Counter()
    before = ""
    for match in _CAPITALISED.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        if people := table.get(f"{before} {word}") or table.get(word):
            counts[people] += 1
        before = word
    return counts


def homes(people: People, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Where a people lives: its country, or what is called so in it.

    Args:
        people: Who.
        gazetteer: Where to look.
    """
    found = gazetteer.find(people.place or _names_of_countries().get(people.country_code, ""))
    return tuple(
        entry
        for entry in found
        if entry.country_code == people.country_code
        and entry.use == OWN_NAME
        and (people.place or entry.level == COUNTRY)
    )


def habits(text: str) -> Mapping[str, int]:
    """How often a text uses words for money, offices and schools that only one country has, by country code.

    A local paper does not say which country it is in, but it says "the sheriff's deputies" or "the crown court".
    """
    codes, pattern = _habits()
    return Counter(codes[match.group().casefold()] for match in pattern.finditer(text))


def country_of_people(name: str) -> str | None:
    """The country that a people or something of it is called after: ``PE`` for "Peruvian", None for "Scottish".

    Args:
        name: The word, in any capitals.
    """
    people = _demonyms().get(name.title())
    return people.country_code if people and not people.place else None


def is_people(name: str) -> bool:
    """Whether a people is called so, which no town is that news means by it: "the Welsh Government"."""
    return name.title() in _demonyms()


@cache
def _names_of_countries() -> Mapping[str, str]:
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        return {row["country_code"]: row["name"] for row in csv.DictReader(file)}


@cache
def _habits() -> tuple[Mapping[str, str], re.Pattern[str]]:
    with HABITS.open(encoding="utf-8", newline="") as file:
        codes = {words: row["country_code"] for row in csv.DictReader(file) for words in row["words"].split("|")}
    words = "|".join(re.escape(word) for word in sorted(codes, key=len, reverse=True))
    return codes, re.compile(rf"(?<!\w)(?:{words})(?:(?!\w)|(?<=\W))", re.IGNORECASE)


@cache
def _demonyms() -> Mapping[str, People]:
    with DEMONYMS.open(encoding="utf-8", newline="") as file:
        return {
            name: People(row["country_code"], row["region"])
            for row in csv.DictReader(file)
            for name in row["names"].split("|")
        }
