"""Each weight decides a case that would go the other way without it; the places are made up."""

import pytest

from articlelens.gazetteer import Entry, Query, choose, choosing, weighing
from articlelens.gazetteer.store import (
    CAPITAL,
    CITY,
    COUNTRY,
    DISTRICT,
    OTHER,
    OTHER_NAME,
    OWN_NAME,
    REGION,
)

TOWN = Entry(1, 1, "Alba", "city", CITY, "AA", 10, None, 10.0, 10.0, 50_000, OWN_NAME)
FAR = Entry(2, 2, "Alba", "city", CITY, "BB", 20, None, -40.0, 100.0, 60_000, OWN_NAME)
STATE = Entry(10, 10, "Alba", "region", REGION, "AA", None, None, 11.0, 11.0, 5_000_000, OWN_NAME)
LAND = Entry(30, 30, "Landia", "country", COUNTRY, "BB", None, None, -41.0, 99.0, 9_000_000, OWN_NAME)
ANCHOR = Entry(40, 40, "Porto", "city", CITY, "AA", 10, None, 30.0, 30.0, 40_000, OWN_NAME)
NEIGHBOUR = ANCHOR._replace(region=11)
FOREIGN = ANCHOR._replace(id=41, country_code="CC", region=30)
SEA = Entry(50, None, "Alba", "natural", OTHER, None, None, None, 60.0, 60.0, 100_000, OWN_NAME)


def _query(*candidates, name="alba", **more):
    return Query(id=name, candidates=candidates, **more)


def _others(*entries):
    return [Query(id=f"other {entry.id}", candidates=(entry,)) for entry in entries]


CASES = {
    "OTHER_NAMES": ([_query(TOWN, FAR._replace(level=DISTRICT, population=2_000_000, use=OTHER_NAME))], {}, TOWN),
    "OTHER_TOWNS": ([_query(TOWN, FAR._replace(population=900_000, use=OTHER_NAME))], {}, TOWN),
    "NOBODY": (
        [_query(TOWN._replace(population=0), FAR._replace(population=900)), *_others(NEIGHBOUR, FOREIGN)], {}, FAR,
    ),
    "WATERS": ([_query(SEA, TOWN._replace(population=2_000_000))], {}, SEA),
    "ISLANDS": ([_query(SEA._replace(country_code="AA"), TOWN._replace(population=2_000_000))], {}, SEA),
    "SMALL_NAMESAKE": (
        [
            _query(STATE, FAR._replace(population=90_000)),
            *_others(ANCHOR._replace(country_code="BB", region=21), FOREIGN),
        ],
        {}, STATE,
    ),
    "SEAT": ([_query(STATE, TOWN._replace(population=2_000_000))], {}, TOWN),
    "DATELINE": ([_query(STATE, TOWN._replace(population=40_000), dateline=True)], {}, TOWN),
    "INSIDE": ([_query(TOWN, FAR._replace(population=5_000_000), inside=(STATE,))], {}, TOWN),
    "MAYBE_INSIDE": ([_query(TOWN, FAR._replace(population=900_000), maybe_inside=(STATE,))], {}, TOWN),
    "SAME_COUNTRY": ([_query(TOWN, FAR), *_others(NEIGHBOUR)], {}, TOWN),
    "SAME_REGION": (
        [_query(TOWN, FAR._replace(country_code="AA")), *_others(ANCHOR)], {}, TOWN,
    ),
    "NEAR": (
        [
            _query(TOWN._replace(region=None), FAR._replace(region=None)),
            *_others(ANCHOR._replace(country_code=None, region=None, latitude=10.2, longitude=10.2)),
        ],
        {}, TOWN,
    ),
    "NAMED": (
        [_query(FAR._replace(level=CAPITAL), TOWN._replace(population=600_000)), *_others(NEIGHBOUR, LAND)],
        {}, FAR,
    ),
    "TOGETHER": (
        [
            _query(TOWN._replace(district=70, population=9_000), FAR._replace(population=300_000)),
            Query(id="county", candidates=(
                Entry(70, 70, "Berg", "region", DISTRICT, "AA", 10, None, 10.0, 10.0, 2_000, OWN_NAME),
                Entry(71, 71, "Berg", "region", DISTRICT, "CC", 30, None, -40.0, 70.0, 90_000, OWN_NAME),
            )),
        ],
        {}, TOWN,
    ),
    "CITY_STATE": (
        [_query(LAND._replace(name="Alba", country_code="AA"), TOWN._replace(level=CAPITAL, population=40_000_000))],
        {}, LAND,
    ),
    "PART": ([_query(TOWN, parts_of=(FAR._replace(population=2_000_000),))], {}, TOWN),
    "TOLD_ELSEWHERE": ([_query(TOWN, FAR._replace(population=900_000), told=frozenset({TOWN.id}))], {}, TOWN),
    "HABITS": ([_query(TOWN, FAR)], {"AA": 3}, TOWN),
}  # fmt: skip


@pytest.mark.parametrize("weight", CASES)
def test_the_weight_decides(weight, monkeypatch):
    queries, habits, expected = CASES[weight]
    assert _id(choose(queries, None, habits)) == expected.id
    monkeypatch.setattr(choosing if hasattr(choosing, weight) else weighing, weight, 0.0)
    assert _id(choose(queries, None, habits)) != expected.id


def _id(choices):
    entry = choices["alba"].entry
    return entry and entry.id


def test_kin_say_nothing_of_one_another():
    told = Query(id="told", candidates=(TOWN,), inside=(STATE,), kin="k")
    state = Query(id="state", candidates=(STATE,), kin="k")
    rival = FAR._replace(population=900_000)
    assert _id(choose([_query(TOWN, rival, kin="k"), told, state])) == rival.id
    assert _id(choose([_query(TOWN, rival), told, state])) == TOWN.id


def test_candidates_that_are_even_stay_open():
    twin = TOWN._replace(id=3, latitude=45.0, longitude=45.0)
    assert _id(choose([_query(TOWN, twin)])) is None
    assert _id(choose([_query(TOWN, twin._replace(population=20_000))])) == TOWN.id
