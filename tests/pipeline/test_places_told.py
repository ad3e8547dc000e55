"""Places that the words beside them tell, and names that only look like places."""

import pytest

from articlelens import Analyzer
from articlelens.watchlists import IgnoredName, IgnoreList


def facts(analyzer, text):
    return [(place.name, place.kind, place.country_code, place.admin) for place in analyzer.analyze(text).places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mills in Hamilton, Ont., and Hamilton, N.Y., have closed.", {"CA", "US"}),
        ("She studied in Cambridge, Massachusetts, and Cambridge, England.", {"GB", "US"}),
        ("He left Alexandria, Egypt, on Monday for Alexandria, Virginia.", {"EG", "US"}),
        (
            "He left Lisbon for Paris, where French police met him. In Paris, Texas, his mother waited.",
            {"PT", "FR", "US"},
        ),
        ("A Paris, Texas, man was robbed in Paris on Friday, the French police said.", {"FR", "US"}),
        ("Drones hit Kyiv and Odessa. A church in Odessa, Texas, sent aid to Kharkiv.", {"UA", "US"}),
        ("A Lima, Ohio, man was held on Monday. Lima police found a gun near Dayton.", {"US"}),
        ("The mill in Halifax, Yorkshire, was sold to a firm from Halifax, Nova Scotia.", {"GB", "CA"}),
    ],
)
def test_two_of_one_name(analyzer, text, expected):
    assert {country for _, kind, country, _ in facts(analyzer, text) if kind == "city"} == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Senators in Washington cut the ferries of Washington state. Seattle protested.",
            "Washington",
            {("city", "District of Columbia"), ("region", None)},
        ),
        (
            "Farmers in the Indian state of Punjab and in Pakistan's Punjab burn straw near Lahore.",
            "Punjab",
            {("region", None, "IN"), ("region", None, "PK")},
        ),
        (
            "A woman from Grantville, Pa., died on Monday. She was born in Grantville and worked in Harrisburg.",
            "Grantville",
            {(None, "Pennsylvania")},
        ),
    ],
)
def test_what_is_told_of_some_mentions(analyzer, text, name, expected):
    found = [(kind, admin, country) for place, kind, country, admin in facts(analyzer, text) if place == name]
    assert {one[: len(min(expected, key=len))] for one in found} == expected
    assert len(found) == len(expected)


def test_a_president_has_a_country_and_a_town_its_state(analyzer):
    found = facts(analyzer, "The president of Georgia visited Atlanta, Georgia, on Monday.")
    assert ("Georgia", "country", "GE", None) in found
    assert ("Georgia", "region", "US", None) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New York state police arrested three men in Albany.", ("New York", "region", "US", None)),
        ("Gunmen killed ten people in Niger State. Niger was tense.", ("Niger State", "region", "NG", None)),
        ("Cleveland police arrested a man on Monday.", ("Cleveland", "city", "US", "Ohio")),
        ("WASHINGTON (AP) — Sen. Ana Ruiz, D-Wash., wrote it.", ("WASHINGTON", "city", "US", "District of Columbia")),
        ("A train derailed on Long Island, delaying riders to Manhattan.", ("Long Island", "natural", "US", None)),
        ("Dublin City Council in Ohio approved a park near Hilliard.", ("Dublin", "city", "US", "Ohio")),
        ("Sen. Bob Roe, R-Lima, wrote the bill, said Ohio lawmakers.", ("Lima", "city", "US", "Ohio")),
        ("Trinidad and Tobago's minister resigned.", ("Trinidad and Tobago", "country", "TT", None)),
        ("Bavarian police searched a house in Erlangen.", ("Erlangen", "city", "DE", "Bavaria")),
        ("Texan officials evacuated Paris after the storm.", ("Paris", "city", "US", "Texas")),
        ("Armenia's army shelled Goris, Azerbaijan said.", ("Armenia", "country", "AM", None)),
        ("A blast in Tripoli in northern Lebanon killed three.", ("Tripoli", "city", "LB", None)),
        ("A farmer in Cairo in Vermont won a prize.", ("Cairo", None, "US", "Vermont")),
        ("Officials in Cordoba, a city in Mexico's Veracruz state, met.", ("Cordoba", "city", "MX", "Veracruz")),
        ("The Pakistani city of Hyderabad had no power.", ("Hyderabad", "city", "PK", "Sindh")),
        ("Police in Reading, Berkshire, arrested two men.", ("Berkshire", "region", "GB", "England")),
        ("They went from Lancaster, Pennsylvania, to Oxford.", ("Lancaster", "city", "US", "Pennsylvania")),
        ("It has mills in Leeds, Yorkshire, and Lancaster, Pennsylvania.", ("Leeds", "city", "GB", "England")),
        ("Marches blocked San José, Alajuela and Heredia, Costa Rica said.", ("San José", "city", "CR", "San José")),
        ("East Berlin and West Berlin had two zoos.", ("East Berlin", "area", "DE", "Berlin")),
        ("Taxis in East London and Mthatha stopped, South Africa said.", ("East London", "city", "ZA", None)),
        ("Penguins breed on South Georgia and the Falkland Islands.", ("South Georgia", "country", "GS", None)),
        ("Singapore and Kuala Lumpur signed a deal on water.", ("Singapore", "country", "SG", None)),
        ("The Hudson and the Thames are cleaner than in 1970.", ("Hudson", "natural", "US", None)),
        ("Talks were held in Asunción and Montevideo.", ("Asunción", "city", "PY", None)),
    ],
)
def test_what_is_meant(analyzer, text, expected):
    found = {name: rest for name, *rest in facts(analyzer, text)}
    kind, country, admin = found[expected[0]]
    assert (kind, country) == expected[1:3]
    assert expected[3] is None or admin == expected[3]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A fire broke out at the Orpheum Theatre in Omaha.", "Orpheum Theatre", "US"),
        ("Crowds filled Harare's Third Street on Sunday.", "Third Street", "ZW"),
    ],
)
def test_what_stands_in_a_town_is_there(analyzer, text, name, country):
    record = analyzer.analyze(text)
    (place,) = [place for place in record.places if place.name == name]
    assert (place.kind, place.country_code, place.geonames_id) == ("facility", country, None)
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Turkey prices rose before the holiday.", "Turkey"),
        ("Turkey and chicken are cheap this year.", "Turkey"),
        ("Salmon in the river are dying.", "Salmon"),
    ],
)
def test_goods_are_no_places(analyzer, text, name):
    assert name not in [place[0] for place in facts(analyzer, text)]


def test_turkey_is_a_country_all_the_same(analyzer):
    assert ("Turkey", "country", "TR", None) in facts(analyzer, "Turkey and Greece agreed on gas.")


def test_a_place_inside_an_ignored_name_is_ignored():
    mine = Analyzer(ignore=IgnoreList((IgnoredName(name="Tacoma Police Department"),)))
    found = [place[0] for place in facts(mine, "The Tacoma Police Department searched a house in Olympia.")]
    assert found == ["Olympia"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Critics of the APC government in Abuja marched.", "APC", None),
        ("Fossils were found between Still Bay and Robberg in South Africa.", "Bay", None),
        ("The city of Brest in France wrote to Belarus's Brest.", "Brest", {"FR", "BY"}),
        ("Jammu and Kashmir's government met in Srinagar.", "Jammu and Kashmir", "IN"),
        ("The Louisiana State Police arrested three men in Shreveport, La., on Monday.", "Louisiana", "US"),
        ("She lives on the Upper East Side, not in Harlem.", "Upper East Side", "US"),
        ("Boeing's capsule is still at Kennedy.", "Kennedy", "US"),
        ("Envoys broke ties with Taiwan and left Taipei.", "Taiwan", "TW"),
        ("Ceylon, now Sri Lanka, grew tea.", "Sri Lanka", "LK"),
        ("A farmer in Paris (Kentucky) won the prize.", "Paris", "US"),
    ],
)
def test_the_country_or_none(analyzer, text, name, country):
    found = {place.country_code for place in analyzer.analyze(text).places if place.name == name}
    assert found <= (country if isinstance(country, set) else {country})
    assert not isinstance(country, set) or found == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Students at Columbia University in New York protested.", "Columbia"),
        ("He teaches at Boston University and at the University of Leeds.", "Boston"),
        ("The Louisiana State Police arrested three men in Shreveport, La., on Monday.", "Louisiana State"),
    ],
)
def test_no_places(analyzer, text, place):
    assert place not in [found.name for found in analyzer.analyze(text).places]


def test_a_school_is_where_its_town_is(analyzer):
    found = facts(
        analyzer, "Floods hit Omaha on Monday. Classes at Omaha College were called off, officials in Nebraska said."
    )
    assert ("Omaha", "city", "US", "Nebraska") in found


def test_a_region_called_as_its_country_is_the_country(analyzer):
    assert ("Taiwan", "country", "TW", None) in facts(analyzer, "Envoys broke ties with Taiwan and left Taipei.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Voters in Londonderry queued. Derry has two polling stations, Northern Ireland officials said.", 1),
        ("Police in Springfield, Ill., called their peers in Springfield, Mo., on Friday.", 2),
    ],
)
def test_two_names_of_one_place_are_one(analyzer, text, names):
    places = [place for place in analyzer.analyze(text).places if place.kind == "city"]
    assert len(places) == names
    assert len({place.geonames_id for place in places}) == names


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Iowa votes first. New Hampshire follows, and Nevada holds a caucus, officials in Ames and Davenport said.",
            "Nevada",
            ("region", "US", None),
        ),
        ("The team from Ames beat Nevada, Iowa, on Friday.", "Nevada", ("city", "US", "Iowa")),
        (
            "Growers in Lima, Findlay and Toledo, Ohio, say that Oregon pays more for corn.",
            "Oregon",
            ("region", "US", None),
        ),
        ("Snow closed schools in north Wales, in Bangor and Rhyl.", "north Wales", ("area", "GB", None)),
        (
            "The Rio Negro at Manaus fell again, and Brazil's navy closed the port.",
            "Rio Negro",
            ("natural", None, None),
        ),
        (
            "Thousands marched across Trafalgar Square, others in Bristol, Cardiff and Newport.",
            "Newport",
            ("city", "GB", "Wales"),
        ),
        (
            "HOUSTON - The lander is on its side. The probe was built in Texas and flew from Cape Canaveral, Florida.",
            "HOUSTON",
            ("city", "US", "Texas"),
        ),
    ],
)
def test_what_a_bare_name_means(analyzer, text, name, expected):
    assert {one[0]: one[1:] for one in facts(analyzer, text)}[name] == expected


def test_a_country_before_a_district_abroad(analyzer):
    text = "Belgium and Luxembourg signed a treaty. Ministers from Luxembourg met in Namur and Arlon."
    assert ("Luxembourg", "country", "LU", None) in facts(analyzer, text)


def test_a_word_of_a_longer_name_is_no_town_abroad(analyzer):
    text = "Bursa Malaysia's index rose on Tuesday. Traders in Kuala Lumpur, Penang and Ipoh bought. The ringgit rose."
    assert "TR" not in {country for _, _, country, _ in facts(analyzer, text)}


def test_the_people_of_a_country_are_no_town(analyzer):
    text = "The Welsh Government said pupils in Bangor and Rhyl could learn at home."
    assert {name for name, *_ in facts(analyzer, text)} == {"Bangor", "Rhyl"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Labour won in Hamilton West. Scottish voters in Glasgow, Paisley and Dundee follow in May.", None),
        ("The two towns are twins: Hamilton West, New Zealand, and Glasgow, Scotland.", "NZ"),
    ],
)
def test_small_towns_abroad_need_support(analyzer, text, country):
    found = {name: code for name, _, code, _ in facts(analyzer, text)}
    assert found["Hamilton West"] == country
