"""Asking the gazetteer: a name in, all places that go by it out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple, cast

from articlelens.errors import ArticlelensError, SettingsError
from articlelens.gazetteer.keys import bare_key, name_key
from articlelens.record import PlaceKind

EMBEDDED: Final = Path(__file__).parent / "data" / "gazetteer.sqlite"
LAYOUT: Final = "1"  # of the files that are understood

WELL_KNOWN: Final = 2_000  # inhabitants of a town whose name is told from other words

SIZES: Final = ((1_000_000, "metropolis"), (100_000, "city"), (10_000, "town"), (0, "village"))

COUNTRY, REGION, DISTRICT, CAPITAL, CITY, OTHER = range(6)
"""What ``level`` may be: how a place stands to others, which hold it."""

# The levels that may be meant by what a name says of its place, the likeliest first: "Republic of Armenia" is the
# country, "Commonwealth of Virginia", which is none, the region.
LEVELS: Final = {
    "country": ((COUNTRY,), (REGION, DISTRICT)),
    "region": ((REGION, DISTRICT),),
    "city": ((CAPITAL, CITY),),
}

OWN_NAME, OTHER_NAME, ABBREVIATION = range(3)
"""What ``use`` may be: how a place goes by a name."""

_FIND: Final = """
SELECT p.id, p.geonames_id, p.name, p.kind, p.level, p.country_code, p.region, p.district, p.latitude, p.longitude,
    p.population, n.use
FROM name n JOIN place p ON p.id = n.place
WHERE n.key = ?
"""


class Entry(NamedTuple):
    """A place that goes by the name which was asked for.

    A tuple, since a name may have hundreds of them.
    """

    id: int
    """Its number in this gazetteer."""
    geonames_id: int | None
    name: str
    kind: PlaceKind
    level: int
    country_code: str | None
    """ISO 3166-1 alpha-2."""
    region: int | None
    """The number of the first-level region that it lies in."""
    district: int | None
    """The number of the second-level region that it lies in."""
    latitude: float | None
    """Degrees north, WGS 84."""
    longitude: float | None
    """Degrees east, WGS 84."""
    population: int
    """People who live there; of seas and the like, as many as make it as well known."""
    use: int
    """How it goes by the name: as its own, as another, as an abbreviation."""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where they are known."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    @property
    def above(self) -> Iterator[int]:
        """The numbers of the regions that it lies in."""
        return (number for number in (self.district, self.region) if number)


class Gazetteer:
    """A gazetteer, open for reading only: any number of processes may share the file.

    The file is opened at the first question, once a process, so that what holds a gazetteer may be copied to others.

    Args:
        path: The file; None for the one that articlelens brings.

    Raises:
        SettingsError: ``path`` is no gazetteer.
        ArticlelensError: The gazetteer of this installation is missing or damaged.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = Path(path).absolute() if path is not None else EMBEDDED
        _check(self.path)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The places that go by ``name``, the most populous first; none where there is none.

        Capitals, accents, hyphens and "the" make no difference.  What says what a place is may stand with its name:
        "Puno region", "the city of Puno".
        """
        return _find(str(self.path), os.getpid(), name_key(name))

    def expand(self, abbreviation: str) -> tuple[Entry, ...]:
        """The region that ``abbreviation`` stands for, exactly as it is written; none where it is none."""
        return _expand(str(self.path), os.getpid(), abbreviation)

    def name_of(self, number: int | None) -> str | None:
        """The name of the place with this number."""
        return None if number is None else _name_of(str(self.path), os.getpid(), number)


def population_of(name: str) -> int:
    """How many people live in the largest place that is called ``name``; 0 where no place is.

    A cheap hint of whether a word is a place's name: countries, regions and towns count alike.
    """
    return max((entry.population for entry in embedded().find(name) if entry.use == OWN_NAME), default=0)


def is_well_known(name: str) -> bool:
    """Whether a country, a region or district or a town of some size is called ``name``."""
    gazetteer = embedded()
    return bool("." in name and gazetteer.expand(name)) or any(
        entry.use == OWN_NAME and (entry.level in (COUNTRY, REGION) or entry.population >= WELL_KNOWN)
        for entry in gazetteer.find(name)
    )


def has_name(name: str) -> bool:
    """Whether a town is called ``name`` in full: "Kansas City" is, "Paris City" is but Paris."""
    return _has_name(str(EMBEDDED), os.getpid(), name_key(name))


def known_as(name: str) -> str | None:
    """The best known sort of place that is called ``name``, as evidence for what sort of name it is.

    Returns:
        ``country``, ``province``, ``nature`` (seas, parts of the world and the like), ``metropolis`` (a million people
        and more), ``city`` (100,000), ``town`` (10,000) or ``village``; ``abbreviation`` for "Ala."; None where no
        place has the name.
    """
    gazetteer = embedded()
    if "." in name and gazetteer.expand(name):
        return "abbreviation"
    own = [entry for entry in gazetteer.find(name) if entry.use == OWN_NAME]
    for level, kind in ((COUNTRY, "country"), (REGION, "province"), (OTHER, "nature")):
        if any(entry.level == level for entry in own):
            return kind
    return next((kind for people, kind in SIZES if own and own[0].population >= people), None)


def country_code(name: str) -> str | None:
    """The country that goes by ``name``, by ISO 3166-1 alpha-2; None where none does."""
    return next((entry.country_code for entry in embedded().find(name) if entry.level == COUNTRY), None)


def is_region(name: str) -> bool:
    """Whether a region, a district or an old county has ``name`` for its own."""
    return any(entry.use == OWN_NAME and entry.level in (REGION, DISTRICT, OTHER) for entry in embedded().find(name))


@lru_cache(maxsize=1)
def embedded() -> Gazetteer:
    """The gazetteer that articlelens brings."""
    return Gazetteer()


def _check(path: Path) -> None:
    try:
        with closing(_connect(path)) as database:
            layout = database.execute("SELECT value FROM meta WHERE key = 'layout'").fetchone()
            database.execute(_FIND, ("",)).fetchone()  # the tables and their columns are there
    except sqlite3.Error as error:
        if path == EMBEDDED:
            raise ArticlelensError(
                f"the gazetteer {path} cannot be read: {error}", "install articlelens again: it is made at that time"
            ) from None
        raise SettingsError(
            f"the gazetteer {path} cannot be read: {error}", "docs/gazetteer.md describes the file's layout"
        ) from None
    if layout is None or layout[0] != LAYOUT:
        raise SettingsError(
            f"the gazetteer {path} has layout {layout and layout[0]}, not {LAYOUT}",
            "docs/gazetteer.md describes the file's layout",
        )


class _Connection(sqlite3.Connection):
    """One that is closed when nobody has it any more: Python 3.13 warns of those that are not."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # one that could not be opened has nothing to close
            self.close()


def _connect(path: Path) -> sqlite3.Connection:
    # immutable: no locks and no look at the file system for changes, so that processes do not wait for one another
    address = f"{path.as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False, factory=_Connection)


@lru_cache(maxsize=4)
def _database(path: str, process: int) -> sqlite3.Connection:  # noqa: ARG001 - no connection outlives a fork
    return _connect(Path(path))


@lru_cache(maxsize=4096)
def _find(path: str, process: int, key: str) -> tuple[Entry, ...]:
    database = _database(path, process)
    found = _ask(database, key)
    if bare := bare_key(key):  # "Puno region", but "Kansas City" is a name of its own
        fitting = (_of_levels(_ask(database, bare.key), levels) for levels in LEVELS[bare.kind])
        if not found:
            found = next(filter(None, fitting), [])
        elif bare.kind == "city" and key.endswith(f" of {bare.key}"):  # "City of Richmond" is the name of a district
            found += [entry for entry in next(fitting) if entry.id not in {other.id for other in found}]
    return tuple(sorted(found, key=lambda entry: (-entry.population, entry.id)))


def _of_levels(entries: list[Entry], levels: tuple[int, ...]) -> list[Entry]:
    return [entry for entry in entries if entry.level in levels]


@lru_cache(maxsize=4096)
def _expand(path: str, process: int, abbreviation: str) -> tuple[Entry, ...]:
    found = _ask(_database(path, process), abbreviation)
    return tuple(entry for entry in found if entry.use == ABBREVIATION)


@lru_cache(maxsize=4096)
def _has_name(path: str, process: int, key: str) -> bool:
    return any(
        entry.use == OWN_NAME and entry.level in (CAPITAL, CITY) for entry in _ask(_database(path, process), key)
    )


def _ask(database: sqlite3.Connection, key: str) -> list[Entry]:
    return [Entry._make(row) for row in database.execute(_FIND, (key,))]


@lru_cache(maxsize=4096)
def _name_of(path: str, process: int, number: int) -> str | None:
    row = _database(path, process).execute("SELECT name FROM place WHERE id = ?", (number,)).fetchone()
    return cast("str", row[0]) if row else None
