"""What sentences of news name, and of which class."""

import pytest

from articlelens.pipeline.annotations import NAMES, items
from articlelens.pipeline.naming.classes import CLASSES, reasons_for, weigh, weights
from articlelens.reading import read_text


def names(analyzer, text):
    doc = analyzer.nlp(analyzer._parts(read_text(text))[0])  # noqa: SLF001 - what pipe() hands to spaCy
    return [(text[item["start"] : item["end"]], item["class"]) for item in items(doc, NAMES)]


P, O, L = "person", "organization", "place"  # noqa: E741 - a short table

MATCH = (
    "Barcelona beat Getafe 3-1 on Sunday. Getafe, who lost 2-0 to Valencia last week, have not won since May. "
    "Barcelona coach Marc Roca praised the fans, and striker Jordi Puig scored twice. "
    "Valencia face Sevilla on Saturday."
)
SENTENCES = [
    # titles, ages, speech
    ("Brigadier Tariq Oyelowo, 52, told reporters that the bridge would stay shut.", [("Tariq Oyelowo", P)]),
    ("Chancellor Ursula von Brandt flew to Tromsø.", [("Ursula von Brandt", P), ("Tromsø", L)]),
    ("Minister of Education Ilka Brandt opened the school.", [("Ilka Brandt", P)]),
    ("Moon Seung-ho met Kim Da-eun in Busan.", [("Moon Seung-ho", P), ("Kim Da-eun", P), ("Busan", L)]),
    (
        "J. R. Okafor and Dr. Amara Nwosu Jr. spoke at the University of Ibadan.",
        [("J. R. Okafor", P), ("Amara Nwosu Jr.", P), ("University of Ibadan", O), ("Ibadan", L)],
    ),
    # the full name elsewhere
    (
        '"We will appeal," said Wanjiru, a lawyer for the miners. Grace Wanjiru has worked in Kisumu for years.',
        [("Wanjiru", P), ("Grace Wanjiru", P), ("Kisumu", L)],
    ),
    (
        "Nadia Haddad-Cohen met Luis Ferrer in Quito. Haddad-Cohen said Ferrer would not resign.",
        [("Nadia Haddad-Cohen", P), ("Luis Ferrer", P), ("Quito", L), ("Haddad-Cohen", P), ("Ferrer", P)],
    ),
    # companies
    (
        "Shares in Danubell fell after it cut its forecast. Danubell, a mobile operator, said profits would fall.",
        [("Danubell", O), ("Danubell", O)],
    ),
    (
        "The Ministry of Roads, Water and Power signed the contract with Quillfeather Ltd on Monday.",
        [("Ministry of Roads, Water and Power", O), ("Quillfeather Ltd", O)],
    ),
    (
        "Twitter and Facebook removed the video, said Renata Solis, a spokeswoman for Google.",
        [("Twitter", O), ("Facebook", O), ("Renata Solis", P), ("Google", O)],
    ),
    # places
    ("In the village of Ngorongwe, Tabitha Okello runs a shop.", [("Ngorongwe", L), ("Tabitha Okello", P)]),
    (
        "The Mara River burst its banks near Mount Kenya and Lake Baringo.",
        [("Mara River", L), ("Mount Kenya", L), ("Lake Baringo", L)],
    ),
    (
        "The White House said President Ellen Marsh would visit the West Bank.",
        [("White House", O), ("Ellen Marsh", P), ("West Bank", L)],
    ),
    # words of other languages, newspapers of towns, companies called after people
    (
        "Rosa Ibarra of the Instituto Quillay flew to Puerto Tarma.",
        [("Rosa Ibarra", P), ("Instituto Quillay", O), ("Puerto Tarma", L)],
    ),
    ("The Toronto Star reported the theft.", [("Toronto Star", O)]),
    ("Goldman Sachs and Moody's said so.", [("Goldman Sachs", O), ("Moody's", O)]),
    ("The Texas A&M team won.", [("Texas A&M", O)]),
    ("Park Soo-yeon was named foreign minister.", [("Park Soo-yeon", P)]),
    ("Reto Zurbrig left NYC for LA.", [("Reto Zurbrig", P), ("NYC", L), ("LA", L)]),
    ("Reto Zurbrig said Lake Tellisee could burst.", [("Reto Zurbrig", P), ("Lake Tellisee", L)]),
    ("Kuwaiti minister sacked.", []),
    ("Gunmen killed the mayor of Tarma on Sunday.", [("Tarma", L)]),
    (
        "Honda, Samsung, Huawei and Xiaomi plan rival phones.",
        [("Honda", O), ("Samsung", O), ("Huawei", O), ("Xiaomi", O)],
    ),
    ("Hamas said on Sunday that it would free two hostages.", [("Hamas", O)]),
    ("Likud won 32 seats on Tuesday. Fatah boycotted the vote.", [("Likud", O), ("Fatah", O)]),
    ("The Taliban closed the school on Monday.", [("Taliban", O)]),
    ("John Deere umpired the game in Tema.", [("John Deere", P), ("Tema", L)]),
    ("Wendy's mother said the girl, 9, loved horses.", [("Wendy", P)]),
    ("The Ulvi Tarn-led coalition won.", [("Ulvi Tarn", P)]),
    (
        "Officials of the Department of Trade and Industry, and Kim Vale, spoke.",
        [("Department of Trade and Industry", O), ("Kim Vale", P)],
    ),
    # nationalities, peoples, diseases, slogans
    ("The Peruvian government said Peruvians abroad may vote. Aymara women marched in Puno.", [("Puno", L)]),
    ("Covid-19 closed the schools of Lima, and Brexit did not help.", [("Lima", L)]),
    # teams
    (
        MATCH,
        [
            ("Barcelona", O), ("Getafe", O), ("Getafe", O), ("Valencia", O), ("Barcelona", O), ("Marc Roca", P),
            ("Jordi Puig", P), ("Valencia", O), ("Sevilla", O),
        ],
    ),
    ("Barcelona has a port, and Valencia lies south of it.", [("Barcelona", L), ("Valencia", L)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_names_and_classes(analyzer, text, want):
    assert names(analyzer, text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("KAMPALA, Uganda, May 3 (Highland Wire) - Farmers blocked the road.", ["KAMPALA", "Uganda", "Highland Wire"]),
        ("ZAGREB, June 4 (Danube Press) -- The mayor resigned.", ["ZAGREB", "Danube Press"]),
        ("MOMBASA — Floods have closed the port.", ["MOMBASA"]),
        ("Bamako, Mali: The talks have failed.", ["Bamako", "Mali"]),
    ],
)
def test_datelines(analyzer, text, want):
    assert [name for name, _ in names(analyzer, text)] == want


def test_names_written_alike_have_one_class(analyzer):
    text = (
        "Prosecutors charged Ilkay. The trial of Ilkay Demirtas, a former judge, begins in Izmir on Monday. "
        "Ilkay denies it. Judge Demirtas said so, and Ilkay's wife agreed."
    )
    assert {kind for name, kind in names(analyzer, text) if "Ilkay" in name or "Demirtas" in name} == {P}


def test_every_weight_is_a_number_for_every_class():
    assert len(weights()) > 100
    assert all(len(row) == len(CLASSES) for row in weights().values())
    assert any(value for value in weights()["prior"])


@pytest.mark.parametrize(
    ("evidence", "kind"),
    [
        ("apposition:age", P),
        ("before:Capital people.titles", P),
        ("before:places.having", L),
        ("last:organizations.suffixes", O),
        ("last:organizations.heads", O),
        ("in:organizations.holdings", O),
        ("plays in a match", O),
        ("last:places.heads", L),
        ("before:in", L),
        ("gazetteer:country", L),
        ("dateline:place", L),
        ("dateline:agency", O),
        ("only:others.calendar", "other"),
        ("only:others.junk", "other"),
        ("like:given", P),
        ("like:surname", P),
        ("last like:given", P),
        ("last like:surname", P),
        ("like:party", O),
        ("like:company", O),
        ("like:press", O),
        ("like:agency", O),
        ("like:team", O),
        ("last like:org_noun", O),
        ("last like:company", O),
        ("gazetteer:company", O),
        ("like:city", L),
        ("like:town", L),
        ("like:country", L),
        ("like:region", L),
        ("like:water", L),
        ("last like:place_noun", L),
        ("last like:city", L),
        ("like:demonym", "other"),
        ("like:noun", "other"),
        ("like:title", "other"),
        ("last like:town", P),
        ("first like:given", P),
        ("first like:surname", P),
        ("first like:press", O),
        ("first like:company", O),
        ("last like:press", O),
        ("last like:team", O),
        ("last like:region", L),
        ("last like:water", L),
        ("last like:country", L),
        ("like:abstract", "other"),
        ("like:product", "other"),
        ("like:tech", "other"),
        ("last like:work", "other"),
        ("last like:title", "other"),
        ("last:people.generations", P),
        ("shape:initial", P),
        ("shape:acronym", O),
        ("shape:the acronym", O),
        ("inside:partners", O),
        ("in a result", O),
        ("gazetteer:organization", O),
        ("nickname", P),
        ("hyphens:place", L),
        ("of:compass", L),
        ("after:is people.roles", P),
        ("subject people.life", P),
        ("in a row with:person", P),
        ("in a row with:organization", O),
        ("in a row with:place", L),
        ("first:others.storms", "other"),
        ("model:PERSON", P),
        ("model:PERSON/1", P),
        ("model:ORG", O),
        ("model:GPE", L),
        ("model:LOC", L),
        ("model:NORP", "other"),
    ],
)
def test_evidence_speaks_for_the_class_that_it_should(evidence, kind):
    row = weights()[evidence]
    assert CLASSES[row.index(max(row))] == kind


@pytest.mark.parametrize(("label", "kind"), [("PERSON", P), ("ORG", O), ("GPE", L), ("LOC", L)])
def test_no_length_turns_what_the_recognizer_says_around(label, kind):
    table, own = weights(), CLASSES.index(kind)
    for length in (1, 2, 3):
        both = [
            a + b
            for a, b in zip(table[f"model:{label}"], table.get(f"model:{label}/{length}", (0.0,) * 4), strict=True)
        ]
        assert both[own] >= max(both) - 0.05, length


@pytest.mark.parametrize("where", ["like", "first like", "last like"])
def test_what_is_like_a_party_is_no_person_for_that(where):
    person, organization, *_ = weights()[f"{where}:party"]
    assert person <= organization


def test_no_one_piece_of_evidence_decides():
    assert weigh({"before:in": 1, "model:PERSON": 1, "apposition:age": 1, "after:people.speech": 1}) == P
    assert weigh({"before:in": 3, "model:PERSON": 1, "like:city": 1}) == L


def test_the_reasons_are_told_and_speak_for_the_class():
    seen = {"gazetteer:country": 1, "before:in": 2, "model:GPE": 1}
    assert weigh(seen) == L
    assert reasons_for(L, seen)[0] == "gazetteer:country"
    assert reasons_for(P, seen) == []


def test_nothing_known_is_no_name_of_ours():
    assert weigh({}) == "other"
