"""Compiles the gazetteer: one SQLite file, the same bytes from the same sources (layout: ``docs/gazetteer.md``).

It is run while the package is built, never when articles are read, and needs nothing but the standard library.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from math import cos, floor, radians
from pathlib import Path
from typing import Any, Final

from articlelens.gazetteer.english import english_name
from articlelens.gazetteer.keys import SEAT_SHARE, bare_key, name_key
from articlelens.gazetteer.sources import TABLES, Sources

LAYOUT: Final = 1
CITIES: Final = "cities500.json"
CELL: Final = 0.5  # degrees; a region's middle is the mean of its inhabited cells, not of its cities, which crowd

# How a place goes by a name.
OWN: Final = 0  # what it is called
OTHER: Final = 1  # what it is called as well
SHORT: Final = 2  # an abbreviation, kept as it is written: "Ala." is one and "Ala" is not

SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    geonames_id INTEGER,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,
    country_code TEXT,
    region INTEGER REFERENCES place (id),
    district INTEGER REFERENCES place (id),
    latitude REAL,
    longitude REAL,
    population INTEGER NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL,
    place INTEGER NOT NULL REFERENCES place (id),
    use INTEGER NOT NULL,
    PRIMARY KEY (key, place)
) WITHOUT ROWID;
"""
HISTORIC: Final = frozenset({"IE"})  # countries whose first level governs nothing; the second is what news names
ARABIC: Final = frozenset("AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE".split())  # by official language
ARTICLES: Final = frozenset("ad al an ar as ash at az el".split())  # "al", and what it sounds like before some letters
SQLITE_VERSION_AT: Final = 96  # where a file says which SQLite wrote it; four bytes
GREEK, MORE_LATIN = "\u0370", "\u1e00"  # between them are other alphabets
MIN_ALTERNATE: Final = 3  # letters; shorter ones are codes
SOUNDS: Final = str.maketrans("qcz", "kks", "aeiouyhwj")  # what spellings of one name in Latin letters share


@dataclass(slots=True, kw_only=True)
class _Place:
    geonames_id: int | None
    name: str
    kind: str
    level: int
    country: str | None = None
    region: int | None = None
    district: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def call(self, names: Iterable[str], use: int) -> None:
        """Adds names; of two uses of one name the stronger holds."""
        for name in names:
            if key := name_key(name):
                self.names[key] = min(use, self.names.get(key, use))


def fingerprint(sources: Sources) -> str:
    """Tells gazetteers apart: changes with the sources' versions, the tables and the compiler."""
    digest = hashlib.sha256("\n".join(sources.versions).encode())
    here = Path(__file__).parent
    for path in [
        here / "building.py",
        here / "english.py",
        here / "keys.py",
        here / "sources.py",
        *(sources.tables / name for name in TABLES),
    ]:
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def build(target: Path, sources: Sources) -> None:
    """Writes the gazetteer to ``target``, whole or not at all.

    Args:
        target: The file; its folder must be there.
        sources: Where the data are.
    """
    places = _collect(sources)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as database:
            database.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
            _fill(database, places, fingerprint(sources))
            database.commit()
            database.execute("VACUUM")
        with part.open("r+b") as file:
            file.seek(SQLITE_VERSION_AT)
            file.write(bytes(4))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def is_current(target: Path, sources: Sources) -> bool:
    """Whether ``target`` is what :func:`build` would write."""
    if not target.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            row = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except sqlite3.Error:
        return False
    return row is not None and row[0] == fingerprint(sources)


def _fill(database: sqlite3.Connection, places: Sequence[_Place], mark: str) -> None:
    meta = {"layout": str(LAYOUT), "fingerprint": mark, "attribution": "GeoNames (geonames.org), CC BY 4.0"}
    database.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    database.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number, place.geonames_id, place.name, place.kind, place.level, place.country, place.region,
                place.district, place.latitude, place.longitude, place.population,
            )
            for number, place in enumerate(places, start=1)
            if place.names
        ),
    )  # fmt: skip
    database.executemany(
        "INSERT INTO name VALUES (?, ?, ?)",
        sorted((key, number, use) for number, place in enumerate(places, start=1) for key, use in place.names.items()),
    )


def _collect(sources: Sources) -> list[_Place]:
    """All places: countries, regions, districts, cities, and those kept by hand; their numbers are their positions."""
    places = list(_countries(sources))
    first = len(places)  # regions are numbered as in their file, behind the countries
    places += _regions(sources, first)
    _cities(sources, places, first)
    _middles(sources, places)
    places += _by_hand(sources, places)
    _more_names(sources, places, first)
    _seats(places)
    return places


def _countries(sources: Sources) -> Iterator[_Place]:
    facts = sources.json("countries.json")
    written: dict[str, list[str]] = defaultdict(list)
    for row in sources.table("countries.csv"):
        written[row["country_code"]].append(row["name"])
    for code in sorted(written):
        fact = facts.get(code, {})
        place = _Place(
            geonames_id=fact.get("geonameid"),
            name=written[code][0],
            kind="country",
            level=0,
            country=code,
            population=int(fact.get("population", 0)),
        )
        place.call([*written[code], *([fact["name"]] if fact else [])], OWN)
        yield place


def _regions(sources: Sources, first: int) -> list[_Place]:
    countries = [row[1] for row in sources.rows("countries")]
    rows = list(sources.rows("subdivisions"))
    places = []
    for name, _, _, number, _, aliases, level, parent, country in rows:
        code = countries[int(country) - 1]
        above = int(parent) if parent and not _is_formal(rows[int(parent) - 1], code) else 0
        place = _Place(
            geonames_id=int(number) if number else None,
            name=name,
            kind="region",
            level=2 if above else 1,
            country=code,
            region=first + above if above else None,
        )
        if number and level != "0":  # those without a number stand among the countries as well
            place.call([name], OWN)
            place.call(filter(_is_latin, aliases.split("|")), OTHER)
            place.call([bare.key for key in list(place.names) if (bare := bare_key(key))], OTHER)
            if place.level == 1:
                place.name = english_name(name, aliases.split("|"), code)
                place.call([place.name], OTHER)
        places.append(place)
    return places


def _is_formal(row: Sequence[str], code: str) -> bool:
    """Whether a first level is there on paper only: parts of Indonesia without a number, the provinces of Ireland."""
    return row[6] == "0" and (not row[3] or code in HISTORIC)


def _is_latin(name: str) -> bool:
    """Whether news in English could write it so: in Latin letters, capitalised, and no code such as ``LIM``."""
    if not name[:1].isupper() or GREEK <= name[0] < MORE_LATIN:
        return False
    key = name_key(name)
    return key.isascii() and len(key) >= MIN_ALTERNATE and not (name.isupper() and len(key) <= MIN_ALTERNATE + 1)


def _cities(sources: Sources, places: list[_Place], first: int) -> None:
    """Adds the cities, each in its region and district, and tells those how many live in them."""
    regions = {int(row[1]): [int(part) for part in row[2].split("|") if part] for row in sources.rows("cities")}
    rows = sorted(sources.json(CITIES).values(), key=lambda row: int(row["geonameid"]))
    capitals = _capitals(sources, rows)
    for row in rows:
        code = row["countrycode"]
        place = _Place(
            geonames_id=int(row["geonameid"]),
            name=row["name"],
            kind="city",
            level=3 if row["geonameid"] in capitals else 4,
            country=code,
            latitude=round(row["latitude"], 4),
            longitude=round(row["longitude"], 4),
            population=row["population"],
        )
        for part in regions.get(int(row["geonameid"]), ()):
            number = first + part
            above = places[number - 1]
            if above.level == 2:
                place.district, place.region = number, place.region or above.region
            else:
                place.region = number
        place.call([row["name"]], OWN)
        place.call(filter(_is_latin, row["alternatenames"]), OTHER)
        place.call(_without_article(place), OTHER)
        places.append(place)


def _capitals(sources: Sources, rows: Sequence[Mapping[str, Any]]) -> set[int]:
    """The numbers of the capitals: of the towns of a capital's name in its country the largest.

    Accents make no difference, and where no town has the name for its own, another name will do: "Ulaanbaatar".
    """
    names = {(code, name_key(fact["capital"])) for code, fact in sources.json("countries.json").items()}
    found: dict[tuple[str, str], tuple[int, int]] = {}  # inhabitants and number
    for row in rows:
        if (at := (row["countrycode"], name_key(row["name"]))) in names:
            found[at] = max(found.get(at, (-1, 0)), (row["population"], row["geonameid"]))
    open_ = {code for code, name in names - found.keys()}
    for row in rows:
        code = row["countrycode"]
        for name in {name_key(name) for name in row["alternatenames"]} if code in open_ else ():
            if (code, name) in names:
                found[code, name] = max(found.get((code, name), (-1, 0)), (row["population"], row["geonameid"]))
    return {number for _, number in found.values()}


def _without_article(place: _Place) -> Iterator[str]:
    """What English news writes for "Al Qāmishlī": it drops the Arabic article more often than not."""
    if place.country in ARABIC:
        for key in list(place.names):
            first, _, rest = key.partition(" ")
            if first in ARTICLES and len(rest) > MIN_ALTERNATE:
                yield rest


def _middles(sources: Sources, places: list[_Place]) -> None:
    """Gives regions and countries the middle of their inhabited land, and regions their population.

    The middle is that of the half-degree cells with a city in them, so that crowded corners do not pull it; where that
    is far from what maps print, ``middles.csv`` says better.
    """
    cells: dict[int, set[tuple[int, int]]] = defaultdict(set)
    numbers = {place.country: number for number, place in enumerate(places, start=1) if place.level == 0}
    for place in places:
        if place.kind != "city" or place.latitude is None or place.longitude is None:
            continue
        cell = floor(place.latitude / CELL), floor(place.longitude / CELL)
        for number in filter(None, (place.region, place.district)):
            cells[number].add(cell)
            places[number - 1].population += place.population
        if place.country in numbers:
            cells[numbers[place.country]].add(cell)
    by_hand = {(row["country_code"], row["region"]): row for row in sources.table("middles.csv")}
    for number, place in enumerate(places, start=1):
        if place.level > 2:
            continue
        given = by_hand.get((place.country or "", "" if place.level == 0 else place.name))
        if given and place.level < 2:
            place.latitude, place.longitude = float(given["latitude"]), float(given["longitude"])
        elif cells[number]:
            place.latitude, place.longitude = _middle(sorted(cells[number]))


def _middle(cells: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The middle of some cells, in degrees; cells towards the poles are narrower and count less."""
    centres = [((row + 0.5) * CELL, (column + 0.5) * CELL) for row, column in cells]
    longitudes = [longitude for _, longitude in centres]
    if max(longitudes) - min(longitudes) > 180:  # across the date line
        centres = [(latitude, longitude % 360) for latitude, longitude in centres]
    weights = [cos(radians(latitude)) for latitude, _ in centres]
    total = sum(weights)
    latitude = sum(weight * latitude for weight, (latitude, _) in zip(weights, centres, strict=True)) / total
    longitude = sum(weight * longitude for weight, (_, longitude) in zip(weights, centres, strict=True)) / total
    return round(latitude, 4), round((longitude + 180) % 360 - 180, 4)


def _by_hand(sources: Sources, others: Sequence[_Place]) -> Iterator[_Place]:
    """Continents, seas, rivers, parts of countries and regions, blocs."""
    regions = {
        (place.country, key): number
        for number, place in enumerate(others, start=1)
        if place.level == 1
        for key in place.names
    }
    continents = {fact["name"]: fact["geonameId"] for fact in sources.json("continents.json").values()}
    for row in sources.table("places.csv"):
        lies_in = (row["country_code"], name_key(row["region"]))
        if row["region"] and lies_in not in regions:
            raise ValueError(f"places.csv: no region of {lies_in[0]} is called {row['region']}")
        place = _Place(
            geonames_id=continents.get(row["name"]),
            name=row["name"],
            kind=row["kind"],
            level=5,
            country=row["country_code"] or None,
            region=regions.get(lies_in) if row["region"] else None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
            population=int(row["weight"]),
        )
        place.call([row["name"], *filter(None, row["names"].split("|"))], OWN)
        yield place


def _more_names(sources: Sources, places: Sequence[_Place], first: int) -> None:
    """Adds what the sources do not have: English names and abbreviations of countries, regions and cities."""
    codes = {row[1] or row[2]: first + at for at, row in enumerate(sources.rows("subdivisions"), start=1)}
    for row in sources.table("abbreviations.csv"):
        places[codes[row["iso_code"]] - 1].names |= dict.fromkeys(row["names"].split("|"), SHORT)
    towns = {
        (place.country, key)
        for place in places
        if place.kind == "city"
        for key, use in place.names.items()
        if use == OWN
    }
    for row in sources.table("names.csv"):
        key, wanted = name_key(row["name"]), (row["kind"], row["country_code"])
        fitting = [place for place in places if (place.kind, place.country) == wanted and key in place.names]
        if not fitting:
            raise ValueError(f"names.csv: no {row['kind']} of {row['country_code']} is called {row['name']}")
        found = max(fitting, key=lambda place: place.population)
        found.name = row["shown"] or found.name
        # the name of a town and of its region is the town's: "Prague"
        shared = found.kind == "region" and (found.country, name_key(found.name)) in towns
        found.call([found.name, *row["names"].split("|")], OTHER if shared else OWN)


def _seats(places: Sequence[_Place]) -> None:
    """Makes the names that a town shares with the region called after it the town's own: "Basra", "Seville".

    Not those of countries, nor where one is told apart: "Oklahoma" is not Oklahoma City, "Dublin City" not Dublin.
    """
    lands = {key for place in places if place.level == 0 for key in place.names}
    for town in places:
        if town.kind != "city":
            continue
        for number in filter(None, (town.region, town.district)):
            region = places[number - 1]
            if town.population >= SEAT_SHARE * region.population and _sound_alike(town.name, region.name):
                shared = town.names.keys() & {key for key, use in region.names.items() if use != SHORT}
                told = (key for key in shared - lands if town.names.get(f"{key} city") != OWN and not bare_key(key))
                town.call(told, OWN)


def _sound_alike(one: str, two: str) -> bool:
    """Whether two names have a word in common, however it is spelled: "Basrah" and "Basra"."""
    words, others = ({word: word.translate(SOUNDS) for word in name_key(name).split()} for name in (one, two))
    return any(len(sound) > 1 for sound in {*words.values()} & {*others.values()}) or bool(words.keys() & others.keys())
