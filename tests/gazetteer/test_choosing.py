"""Choosing among namesakes: one table for each kind of evidence, and what holds for any names."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.gazetteer import Gazetteer, Query, choose
from articlelens.gazetteer.evidence import DEMONYMS, abbreviated, habits, holders, known_parts, peoples, said_levels
from articlelens.gazetteer.stems import find_stems
from articlelens.gazetteer.store import CAPITAL, CITY, COUNTRY, REGION
from articlelens.gazetteer.weighing import kilometres

GAZETTEER = Gazetteer()


def places(text, *names):
    """What ``names``, which stand in ``text``, are taken for, as "name, region, country"."""
    queries = []
    for name in names:
        end = text.index(name) + len(name)
        found, sure, *_ = holders(text, end, GAZETTEER, name)
        candidates = abbreviated(text, end - len(name), end, GAZETTEER) or GAZETTEER.find(name)
        queries.append(
            Query(
                id=name,
                candidates=candidates,
                inside=found if sure else (),
                maybe_inside=() if sure else found,
            )
        )
    nations = {people.country_code: count for people, count in peoples(text).items() if not people.place}
    chosen = choose(queries, nations, habits(text))
    return {name: (GAZETTEER.name_of(choice.region), choice.country_code) for name, choice in chosen.items()}


@pytest.mark.parametrize(
    ("text", "name", "region", "country"),
    [
        ("The ferry left London at noon.", "London", "England", "GB"),
        ("A fire broke out in Tripoli.", "Tripoli", None, "LY"),
        ("Rain fell in Sydney.", "Sydney", "New South Wales", "AU"),
        ("Voters in Georgia went to the polls.", "Georgia", None, "GE"),
    ],
)
def test_alone_the_best_known(text, name, region, country):
    found = places(text, name)[name]
    assert found[1] == country
    assert region is None or found[0] == region


@pytest.mark.parametrize(
    ("text", "name", "region", "country"),
    [
        ("A teacher in Paris, Texas, won.", "Paris", "Texas", "US"),
        ("A teacher in Paris, Ont., won.", "Paris", "Ontario", "CA"),
        ("A teacher in Mobile, AL, won.", "Mobile", "Alabama", "US"),
        ("The mill at Perth (Scotland) closed.", "Perth", "Scotland", "GB"),
        ("The fair of Birmingham in Alabama opened.", "Birmingham", "Alabama", "US"),
        ("A bus from Córdoba, Argentina, overturned.", "Córdoba", None, "AR"),
        ("A bus from Córdoba, Spain, overturned.", "Córdoba", None, "ES"),
        ("The council of Lebanon, Ohio, met.", "Lebanon", "Ohio", "US"),
        ("He flew to Washington, New York and Boston.", "Washington", "District of Columbia", "US"),
    ],
)
def test_what_stands_behind_the_name(text, name, region, country):
    found = places(text, name)[name]
    assert found[1] == country
    assert region is None or found[0] == region


@pytest.mark.parametrize(
    ("names", "name", "country"),
    [
        (["Georgia", "Tbilisi", "Batumi"], "Georgia", "GE"),
        (["Georgia", "Atlanta", "Savannah", "Alabama"], "Georgia", "US"),
        (["Valencia", "Caracas", "Maracay"], "Valencia", "VE"),
        (["Valencia", "Alicante", "Madrid"], "Valencia", "ES"),
        (["Santiago", "Santo Domingo", "Dominican Republic"], "Santiago", "DO"),
        (["Hyderabad", "Karachi", "Sindh"], "Hyderabad", "PK"),
        (["Hyderabad", "Telangana", "Delhi"], "Hyderabad", "IN"),
        (["Wellington", "Auckland"], "Wellington", "NZ"),
        (["Durham", "Raleigh", "Chapel Hill", "North Carolina"], "Durham", "US"),
        (["Durham", "Sunderland", "Newcastle", "Darlington"], "Durham", "GB"),
    ],
)
def test_the_countries_of_the_other_places(names, name, country):
    assert places(" / ".join(names), *names)[name][1] == country


@pytest.mark.parametrize(
    ("names", "name", "region"),
    [
        (["Portland", "Bangor", "Lewiston"], "Portland", "Maine"),
        (["Portland", "Salem", "Eugene"], "Portland", "Oregon"),
        (["Springfield", "Chicopee", "Holyoke"], "Springfield", "Massachusetts"),
        (["Columbia", "Jefferson City", "St. Louis"], "Columbia", "Missouri"),
        (["Aurora", "Denver", "Boulder"], "Aurora", "Colorado"),
        (["Orange County", "Anaheim", "Irvine"], "Orange County", "California"),
        (["Orange County", "Orlando", "Kissimmee"], "Orange County", "Florida"),
    ],
)
def test_what_is_near(names, name, region):
    assert places(" / ".join(names), *names)[name][0] == region


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Colombian police reached Cartagena.", "Cartagena", "CO"),
        ("Spanish police reached Cartagena. Spaniards wept.", "Cartagena", "ES"),
        ("The Georgian army left Georgia. Georgians cheered.", "Georgia", "GE"),
    ],
)
def test_the_peoples_of_whom_it_speaks(text, name, country):
    assert places(text, name)[name][1] == country


def test_one_people_may_have_two_words():
    counts = peoples("South Korean and Peruvian divers met a New Zealander and two North Carolinians.")
    assert counts == {("KR", ""): 1, ("PE", ""): 1, ("NZ", ""): 1, ("US", "North Carolina"): 1}


def test_every_people_lives_somewhere():
    with DEMONYMS.open(encoding="utf-8") as file:
        homes = [(row["country_code"], row["region"]) for row in csv.DictReader(file) if row["region"]]
    assert [home for home in homes if home[0] not in {entry.country_code for entry in GAZETTEER.find(home[1])}] == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The sheriff's deputies found 3 crore rupees and £20.", {"US": 1, "IN": 1, "GB": 1}),
        ("LAKHS of voters; two Lakhs more.", {"IN": 2}),
        ("He is a randy cadet.", {}),
    ],
)
def test_words_of_one_country(text, counts):
    assert habits(text) == counts


@pytest.mark.parametrize(
    ("text", "name", "levels"),
    [
        ("Rain in Washington state fell.", "Washington", (REGION,)),
        ("Herat province was quiet.", "Herat", (REGION,)),
        ("The mayor of Lincoln spoke.", "Lincoln", (CAPITAL, CITY)),
        ("The prime minister of Georgia spoke.", "Georgia", (COUNTRY,)),
        ("The governor of Georgia spoke.", "Georgia", (REGION,)),
        ("Rain in Georgia stated the obvious.", "Georgia", ()),
    ],
)
def test_what_the_words_beside_a_name_say_it_is(text, name, levels):
    start = text.index(name)
    assert said_levels(text, start, start + len(name)) == levels


def test_what_the_evidence_does_not_decide_stays_open():
    (choice,) = choose([Query(id="x", candidates=GAZETTEER.find("Union County"))]).values()
    assert choice.entry is None or choice.country_code == "US"
    twins = [entry for entry in GAZETTEER.find("Springfield") if entry.population > 100_000]
    even = tuple(twin._replace(population=1000, use=0) for twin in twins)
    (choice,) = choose([Query(id="x", candidates=even)]).values()
    assert (choice.entry, choice.country_code, choice.region) == (None, "US", None)
    assert choice.reasons == ("gazetteer:undecided",)


def test_nothing_is_found_for_nothing():
    (choice,) = choose([Query(id="x", candidates=())]).values()
    assert (choice.entry, choice.country_code, choice.reasons) == (None, None, ())


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ohio Board of Regents", ["Ohio"]),
        ("University of New South Wales", ["New South Wales"]),
        ("Acme Holdings", []),
        ("the state of play", []),
    ],
)
def test_what_an_organization_says_about_where(name, parts):
    assert [entries[0].name for entries in known_parts(name, GAZETTEER)] == parts


@pytest.mark.parametrize(
    ("name", "stem", "kind", "local"),
    [
        ("Vancouver International Airport", "vancouver", "facility", True),
        ("Guernsey County Courthouse", "guernsey county", "facility", True),
        ("East Oxford", "oxford", "area", True),
        ("Port of Tema", "tema", "facility", True),
        ("Elm Street", "elm", "facility", False),
        ("Neva River", "neva", "natural", False),
        ("Lake Volta", "", "natural", False),
        ("Platte County Senior Center", "platte county", "facility", True),
        ("Grapevine Veterans Park", "grapevine", "facility", False),
    ],
)
def test_what_a_name_says_of_its_place(name, stem, kind, local):
    assert (stem, kind, local) in [(found.name, found.kind, found.local) for found in find_stems(name)]


def test_a_plain_name_says_nothing_of_its_place():
    assert find_stems("Quillabamba") == []


def test_distances():
    assert kilometres((51.5, -0.1), (48.9, 2.3)) == pytest.approx(340, abs=10)
    assert kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111, abs=1)


NAMES = st.sampled_from("Georgia Paris London Lima Springfield Perth Peru Tokyo Ala. Atlantic Nowhereville".split())


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES, unique=True, max_size=6), st.randoms())
def test_the_order_of_the_names_makes_no_difference(names, random):
    queries = [Query(id=name, candidates=GAZETTEER.find(name)) for name in names]
    shuffled = list(queries)
    random.shuffle(shuffled)
    assert choose(queries) == choose(shuffled)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_is_taken(text, one, two):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    holders(text, end, GAZETTEER)
    abbreviated(text, start, end, GAZETTEER)
    known_parts(text, GAZETTEER)
    find_stems(text)
    said_levels(text, start, end)
    assert all(count > 0 for count in [*peoples(text).values(), *habits(text).values()])
