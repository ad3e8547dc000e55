"""``articlelens_places``: what becomes of places in articles."""

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articlelens.errors import SettingsError
from articlelens.pipeline.places import Places
from articlelens.reading import read_text


def facts(analyzer, text):
    return {place.name: (place.kind, place.country_code, place.admin) for place in analyzer.analyze(text).places}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Miners marched from Oruro to La Paz on Tuesday. Bolivian police closed the road at Caracollo.",
            "La Paz", ("city", "BO", "La Paz"),
        ),
        (
            "A fisherman from La Paz, Mexico, was rescued. He had left Cabo San Lucas and drifted past Mazatlán.",
            "La Paz", ("city", "MX", "Baja California Sur"),
        ),
        (
            "Floods cut off the city of Hamilton on Sunday. The road from Auckland to Tauranga was closed.",
            "Hamilton", ("city", "NZ", "Waikato"),
        ),
        (
            "Steelworkers in Hamilton, Ontario, voted to strike. Talks go on in Toronto, the union said.",
            "Hamilton", ("city", "CA", "Ontario"),
        ),
        (
            "Lawmakers in Tbilisi passed the bill. Protests spread through Georgia, from Kutaisi to Batumi.",
            "Georgia", ("country", "GE", None),
        ),
        (
            "Peach growers in Georgia lost half the crop. Orchards near Macon and Augusta were hit hardest.",
            "Georgia", ("region", "US", None),
        ),
        (
            "The mayor of Tripoli spoke to fishermen. Beirut had promised help, and Sidon too, said Lebanese radio.",
            "Tripoli", ("city", "LB", None),
        ),
        (
            "Nurses in Birmingham, Ala., won a raise. Hospitals in Montgomery and Mobile may follow.",
            "Birmingham", ("city", "US", "Alabama"),
        ),
        (
            "Trains between Birmingham and Coventry were late. Drivers in Wolverhampton had walked out.",
            "Birmingham", ("city", "GB", "England"),
        ),
        (
            "Rain delayed the count in Kingston. Jamaican officials in Montego Bay began at dawn.",
            "Kingston", ("city", "JM", None),
        ),
        (
            "Herders near Kano fled south. Nigerian soldiers reached Zaria and Kaduna by night.",
            "Kano", ("city", "NG", None),
        ),
        (
            "Ships waited in the Black Sea for grain from Odesa. Ukraine has opened a corridor.",
            "Black Sea", ("natural", None, None),
        ),
    ],
)  # fmt: skip
def test_namesakes_in_articles(analyzer, text, name, expected):
    found = facts(analyzer, text)[name]
    assert found[:2] == expected[:2]
    assert expected[2] is None or found[2] == expected[2]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Officers of the Tacoma Police Department searched the house.", "Tacoma"),
        ("The Ohio Supreme Court will hear the case in May.", "Ohio"),
        ("She studied at the University of Leeds for three years.", "Leeds"),
    ],
)
def test_public_bodies_are_their_places(analyzer, text, place):
    record = analyzer.analyze(text)
    (found,) = [one for one in record.places if one.name == place]
    assert any(one.mentions[0].text.find(place) >= 0 for one in record.organizations)
    assert text[found.mentions[0].start : found.mentions[0].end] == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mills in Kingston, Ont., and Kingston, N.Y., have closed.", {"CA", "US"}),
        ("She moved from Cambridge, England, to a flat in Cambridge, Massachusetts, in May.", {"GB", "US"}),
    ],
)
def test_namesakes_come_apart(analyzer, text, expected):
    places = [place for place in analyzer.analyze(text).places if place.kind == "city"]
    assert len(places) == 2
    assert {place.country_code for place in places} == expected


def test_what_lies_nowhere_in_the_named_region_has_no_coordinates(analyzer):
    record = analyzer.analyze("A barn in Cairo, Vermont, burned down.")
    (place,) = [place for place in record.places if place.name == "Cairo"]
    assert (place.country_code, place.admin, place.latitude) == ("US", "Vermont", None)


@pytest.mark.parametrize(
    "text",
    [
        "Shares in Phoenix Holdings rose on Monday.",
        "The Chamber of Commerce met on Friday.",
        "The Central Government refused the plan.",
        "El Niño brought rain to the coast.",
    ],
)
def test_other_names_are_no_places(analyzer, text):
    assert not {place.name for place in analyzer.analyze(text).places} & {"Phoenix", "Commerce", "Central", "El Niño"}


def test_a_headline_that_runs_on_into_the_dateline(analyzer):
    record = analyzer.analyze("Council drops plan for bridge. TACOMA — The council dropped its plan for a bridge.")
    assert "TACOMA" in [place.name for place in record.places]


def test_why_is_told(analyzer):
    (told,) = analyzer.explain(["Nurses in Birmingham, Ala., won a raise."])
    (rules,) = [entity.mentions[0].rules for entity in told.entities if entity.name == "Birmingham"]
    assert "gazetteer:inside" in rules


def test_settings_of_the_component(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_places", config={"min_population": 5000})
    assert nlp("Nothing.").spans["articlelens.places"].attrs["items"] == []
    with pytest.raises(SettingsError, match="cannot be read"):
        spacy.blank("en").add_pipe("articlelens_places", config={"gazetteer": str(tmp_path / "none.sqlite")})


def test_small_towns_are_left_out_and_not_taken_for_large_ones(analyzer):
    doc = analyzer.parse(read_text("A fire broke out in Moscow, Idaho, on Friday."))
    found = Places(min_population=100_000)(doc).spans["articlelens.places"].attrs["items"]
    assert {(item["country_code"], item["latitude"], item["kind"]) for item in found if item["kind"] is None} == {
        ("US", None, None)
    }
    assert {item["country_code"] for item in found} == {"US"}


WORDS = st.sampled_from(
    "Lima Paris Ill. Georgia the in of , County - Airport East (Peru) São U.S. Street said é".split()
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=20))
def test_any_text_gives_right_offsets(analyzer, words):
    text = " ".join(words)
    for place in analyzer.analyze(text).places:
        for mention in place.mentions:
            assert text[mention.start : mention.end] == mention.text
        assert (place.latitude is None) == (place.longitude is None)
