"""Which written forms of names are one entity."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelens.pipeline.annotations import ENTITIES, items
from articlelens.pipeline.naming.forms import fold, is_acronym_form, person_words, place_words
from articlelens.pipeline.naming.merging import fullest, merge
from articlelens.reading import read_text

PERSON, ORGANIZATION, PLACE = "person", "organization", "place"


def clusters(kind, forms, pairs=(), offsets=None):
    return sorted(sorted(cluster.forms) for cluster in merge(kind, forms, pairs, offsets))


TOGETHER = [
    # people
    (PERSON, ["Ana Quispe", "Quispe"]),
    (PERSON, ["Ana Quispe", "Ana"]),
    (PERSON, ["Xi Ruolan", "Xi"]),
    (PERSON, ["Martin Okoro King Jr.", "King Jr."]),
    (PERSON, ["Ana Quispe", "ANA QUISPE"]),
    (PERSON, ["Ana Quispe Mamani", "Ana Quispe", "Quispe"]),
    (PERSON, ["Ana María Quispe", "Ana Quispe", "Ana M. Quispe"]),
    (PERSON, ["John Robert Okafor", "J. R. Okafor", "Okafor"]),
    (PERSON, ["Efua Sarbah-Quist", "Sarbah-Quist"]),
    (PERSON, ["José Núñez", "Jose Nunez"]),
    (PERSON, ["Amara Nwosu Jr.", "Amara Nwosu"]),
    (PERSON, ["Ursula von Brandt", "von Brandt", "Brandt"]),
    # organizations
    (ORGANIZATION, ["Volta Gate Terminals", "Volta Gate"]),
    (ORGANIZATION, ["Corvane Packaging Group", "Corvane"]),
    (ORGANIZATION, ["Quillfeather Ltd", "Quillfeather"]),
    (ORGANIZATION, ["Harbour Workers Union", "HWU"]),
    (ORGANIZATION, ["Ministry of Roads and Power", "MRP", "the Ministry of Roads & Power"]),
    (ORGANIZATION, ["Upland Harbour Council", "Council"]),
    (ORGANIZATION, ["Ruritanian National Police", "National Police"]),
    (ORGANIZATION, ["Quill & Ledger", "Q&L"]),
    (ORGANIZATION, ["Church of Fenwickism", "Fenwickism"]),
    # places
    (PLACE, ["U.S.", "US", "United States", "the United States", "America"]),
    (PLACE, ["Burma", "Myanmar"]),
    (PLACE, ["Perú", "Peru"]),
    (PLACE, ["TEMA", "Tema"]),
    (PLACE, ["NSW", "New South Wales"]),
    (PLACE, ["Nile River", "River Nile", "Nile"]),
    (PLACE, ["State of Zembla", "Zembla"]),
    (PLACE, ["Kiev", "Kyiv"]),
]
APART = [
    (PERSON, ["Ana Quispe", "Luis Quispe", "Quispe"]),
    (PERSON, ["Aung Tin", "Aung Tin Khaing Soe"]),
    (PERSON, ["Ana Quispe", "Ana Flores", "Ana"]),
    (PERSON, ["Ana Quispe", "Luis Flores"]),
    (PERSON, ["J. Okafor", "K. Okafor"]),
    (PERSON, ["Ana Quispe Jr.", "Ana Quispe Sr."]),
    (PERSON, ["Ana Quispe Jr.", "Ana Quispe III", "Ana Quispe"]),
    (ORGANIZATION, ["East Harbour", "Harbour"]),
    (ORGANIZATION, ["Upland Council", "Lowland Council", "Council"]),
    (ORGANIZATION, ["Volta Gate", "Volta Bank", "Volta"]),
    (ORGANIZATION, ["Highland Workers Union", "Harbour Workers Union", "HWU"]),
    (ORGANIZATION, ["Quill & Ledger", "Q&M"]),
    (ORGANIZATION, ["Bank of Chile", "Chile"]),
    (ORGANIZATION, ["Volta News", "Volta"]),
    (ORGANIZATION, ["QVH", "QVH Upland"]),
    (ORGANIZATION, ["Ruritanian Supreme Court", "Supreme Court of Zembla", "Supreme Court"]),
    (PLACE, ["Mexico", "Mexico City"]),
    (PLACE, ["Niger", "Nigeria"]),
    (PLACE, ["Toledo", "Toledo Bend"]),
]


@pytest.mark.parametrize(("kind", "forms"), TOGETHER, ids=[forms[0] for _, forms in TOGETHER])
def test_one_entity(kind, forms):
    assert clusters(kind, forms) == [sorted(forms)]


@pytest.mark.parametrize(("kind", "forms"), APART, ids=[forms[0] for _, forms in APART])
def test_names_that_could_be_two_stay_apart(kind, forms):
    assert len(clusters(kind, forms)) == len(forms)


# what the text says beside names: each a text, and the rows it makes of a class
BESIDE = [
    (
        PERSON,
        "King Charles opened the school. Charles Okafor, 12, gave King Charles a drawing.",
        [["Charles"], ["Charles Okafor"]],
    ),
    (PERSON, "Prince Harry watched Harry Quill score.", [["Harry"], ["Harry Quill"]]),
    (PERSON, "Pope Francis met Francis Okoro, a farmer.", [["Francis"], ["Francis Okoro"]]),
    (
        PERSON,
        "Amara F. Nwosu Jr. spoke on Monday. His father, Amara F. Nwosu, died in 1968. Nwosu Jr. left.",
        [["Amara F. Nwosu"], ["Amara F. Nwosu Jr.", "Nwosu Jr."]],
    ),
    (
        PERSON,
        "Daniel Marsh flew home. Daniel Marsh Jr. stayed in New York. Marsh Jr. said so.",
        [["Daniel Marsh"], ["Daniel Marsh Jr.", "Marsh Jr."]],
    ),
    (
        PERSON,
        "Daniel Marsh Jr. flew home. His lawyer said that Daniel Marsh was ill.",
        [["Daniel Marsh", "Daniel Marsh Jr."]],
    ),
    (PERSON, "Sarah Marsh and Sarah Marsh-Brown are cousins.", [["Sarah Marsh"], ["Sarah Marsh-Brown"]]),
    (ORGANIZATION, "Google said Google Cloud would grow.", [["Google"], ["Google Cloud"]]),
    (ORGANIZATION, "BBC News reported it. The BBC apologised.", [["BBC"], ["BBC News"]]),
    (
        ORGANIZATION,
        "Ukraine's Foreign Ministry protested. The Russian Foreign Ministry denied it.",
        [["Foreign Ministry"], ["Russian Foreign Ministry"]],
    ),
]


@pytest.mark.parametrize(("kind", "text", "want"), BESIDE, ids=[text[:40] for _, text, _ in BESIDE])
def test_what_stands_beside_names_tells_them_apart(analyzer, kind, text, want):
    doc = analyzer.nlp(analyzer._parts(read_text(text))[0])  # noqa: SLF001 - what pipe() hands to spaCy
    rows = [item for item in items(doc, ENTITIES) if item["class"] == kind]
    assert sorted(sorted([row["name"], *row["aliases"]]) for row in rows) == want


def test_brackets_tie_an_acronym_whatever_its_letters():
    forms = ["Federation of Highland Teachers", "SUTEM"]
    assert len(clusters(ORGANIZATION, forms)) == 2
    assert len(clusters(ORGANIZATION, forms, [("Federation of Highland Teachers", "SUTEM")])) == 1


def test_a_shared_surname_goes_to_the_one_who_was_named_when_it_was_used():
    offsets = {"Ana Quispe": [0], "Quispe": [50, 300], "Luis Quispe": [200]}
    assert clusters(PERSON, offsets, offsets=offsets) == [["Ana Quispe", "Quispe"], ["Luis Quispe"]]
    later = offsets | {"Quispe": [300]}
    assert len(clusters(PERSON, later, offsets=later)) == 3


def test_the_rule_that_joined_a_form_is_told():
    (cluster,) = merge(PERSON, ["Ana Quispe", "Quispe", "ANA QUISPE"])
    assert cluster.rules["Quispe"] == "last_name"
    assert set(cluster.rules.values()) == {"last_name", "same_name"}


WORDS = st.sampled_from(
    [
        "Ana",
        "Luis",
        "Quispe",
        "Flores",
        "Q.",
        "A.",
        "de",
        "von",
        "Harbour",
        "Council",
        "Union",
        "Bank",
        "of",
        "the",
        "HU",
        "U.S.",
        "River",
        "Nile",
        "Ltd",
        "Perú",
        "peru",
        "’s",
        "-",
        "Al-Sayed",
    ]
)
FORMS = st.sets(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=9)
KINDS = st.sampled_from([PERSON, ORGANIZATION, PLACE])


@given(KINDS, FORMS, st.randoms())
def test_the_order_does_not_matter(kind, forms, shuffler):
    mixed = list(forms)
    shuffler.shuffle(mixed)
    assert clusters(kind, sorted(forms)) == clusters(kind, mixed)


@given(KINDS, FORMS)
def test_every_form_is_in_one_cluster(kind, forms):
    assert sorted(form for cluster in merge(kind, forms) for form in cluster.forms) == sorted(forms)


@given(KINDS, FORMS)
def test_merging_what_was_merged_changes_nothing(kind, forms):
    for cluster in merge(kind, forms):
        assert len(merge(kind, cluster.forms)) == 1


@given(KINDS, FORMS, st.data())
def test_where_names_stand_may_change_the_order_of_the_pairs_only(kind, forms, data):
    offsets = {form: sorted(data.draw(st.lists(st.integers(0, 999), min_size=1, max_size=3))) for form in sorted(forms)}
    backwards = dict(reversed(offsets.items()))
    assert clusters(kind, offsets, offsets=offsets) == clusters(kind, backwards, offsets=backwards)


@given(KINDS, st.sets(st.text(min_size=1, max_size=30), min_size=1, max_size=6))
def test_arbitrary_text_never_crashes(kind, forms):
    assert sum(len(cluster.forms) for cluster in merge(kind, forms)) == len(forms)


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["Quispe", "Ana Quispe"], "Ana Quispe"),
        (["LIMA", "Lima"], "Lima"),
        (["HWU", "Harbour Workers Union"], "Harbour Workers Union"),
        (["U.S.", "United States"], "United States"),
        (["Asa Oberg", "Åsa Öberg"], "Åsa Öberg"),
    ],
)
def test_the_fullest_form_is_the_name(forms, name):
    assert fullest(forms, dict.fromkeys(forms, 1)) == name


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("the São Brás-Kent Co.", ("sao", "bras", "kent", "co")),
        ("Quill & Ledger", ("quill", "and", "ledger")),
        ("Workers' Union's", ("workers'", "union")),
        ("The", ("the",)),
        ("", ()),
    ],
)
def test_fold(text, want):
    assert fold(text) == want


def test_titles_and_generations_are_no_part_of_a_person():
    assert person_words("President Ana Quispe Jr.") == ("ana", "quispe")
    assert person_words("King") == ("king",)


def test_natural_features_stand_with_and_without_the_word():
    assert place_words("Lake Tellisee") == place_words("Tellisee")
    assert place_words("Lake") == ("lake",)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Michigan", "Lake Michigan"), ("Colorado", "Colorado River"), ("Washington", "Mount Washington")],
)
def test_a_state_is_not_the_lake_that_it_lies_on(one, other):
    assert len(clusters(PLACE, [one, other])) == 2


@pytest.mark.parametrize("form", ["HQWU", "U.N.", "BfVT"])
def test_acronym_forms(form):
    assert is_acronym_form(form)


@pytest.mark.parametrize("form", ["Lima", "Harbour Union", "I", "", "2023", "G20"])
def test_other_forms(form):
    assert not is_acronym_form(form)


def test_many_forms_take_no_age():
    forms = {f"{letter}a{i} Family{i}" for i in range(1500) for letter in "AB"} | {f"Family{i}" for i in range(1500)}
    began = time.process_time()
    assert len(merge(PERSON, forms)) == len(forms)
    assert time.process_time() - began < 5
