"""Names that the text around them tells: couples, men and women of one surname, initials, groups, what is said next."""

import pytest

from articlelens.pipeline.naming.couples import RULE
from articlelens.pipeline.naming.likeness import Likeness
from articlelens.pipeline.naming.merging import merge
from articlelens.pipeline.naming.shared import whose

P, O, L = "people", "organizations", "places"  # noqa: E741 - a short table


def rows(record, kind):
    return {row.name: {mention.text for mention in row.mentions} for row in getattr(record, kind)}


SENTENCES = [
    # two people of one surname
    ("Emily and Jack Turnwell run a bakery in Leeds.", P, {"Emily Turnwell", "Jack Turnwell"}),
    ("Bill and Ruth Harker sold the farm.", P, {"Bill Harker", "Ruth Harker"}),
    ("Holt and Peter Vane met. Anna Holt paid for lunch.", P, {"Anna Holt", "Peter Vane"}),
    ("Merkel and Peter Vane met in Oslo.", P, {"Merkel", "Peter Vane"}),
    ("Anna Vane and Peter Vane met. The Vanes left early.", P, {"Anna Vane", "Peter Vane"}),
    # initials
    ("Senator John R. Quispe, widely known as JRQ, won. JRQ thanked Ohio.", P, {"John R. Quispe"}),
    ("Luisa Tarn-Okafor spoke to the miners. Critics say LTO lied.", P, {"Luisa Tarn-Okafor"}),
    ("Luisa Tarn-Okafor joined the Lima Trade Office. The LTO hired her.", O, {"Lima Trade Office"}),
    # leaders by their surnames alone
    ("The vote helped Merkel. Nobody thanked Berlusconi.", P, {"Merkel", "Berlusconi"}),
    ("A rule of the Obama administration was struck down.", P, {"Obama"}),
    ("He was not speaking on behalf of the Kremlin.", O, {"Kremlin"}),
    ("Senators met Kennedy.", P, {"Kennedy"}),
    # what the words of a name cannot take from it
    ("The World Food Programme (WFP) needs tents. The WFP wants more.", O, {"World Food Programme"}),
    ("The Coastal Court of Justice ruled on Friday that the dam may be built.", O, {"Coastal Court of Justice"}),
    ("His wife, Datuk Seri Dr Nurul Hana Osman, spoke in Ipoh.", P, {"Nurul Hana Osman"}),
    ("They host Ipswich Town on Boxing Day.", O, {"Ipswich Town"}),
    # people called after countries
    ("Israel Adeyinka knocked out Robert Vane in Perth. Adeyinka was born in Lagos.", P,
     {"Israel Adeyinka", "Robert Vane"}),
    # groups
    ("A clinic run by Bakers Without Walls closed.", O, {"Bakers Without Walls"}),
    ("Nurses for Peace marched in Cardiff.", O, {"Nurses for Peace"}),
    ("Lawyers for Barclays appealed in Cardiff.", O, {"Barclays"}),
    ("Doctors Without Borders said its clinic in Tarn was hit.", O, {"Doctors Without Borders"}),
    # bodies and firms
    ("The Ghana Ports and Railways Board has sacked its director.", O, {"Ghana Ports and Railways Board"}),
    ("Kenya Airways and Equity Bank signed a deal.", O, {"Kenya Airways", "Equity Bank"}),
    ("Sainsbury's boss Simon Vane said prices would fall.", O, {"Sainsbury's"}),
    ("Ana Christie won. Christie's spokesman said so.", O, set()),
    ("Russian troops shelled Kherson on Monday.", L, {"Kherson"}),
    # prepositions that sentences begin with
    ("Under Delmonte, a former Rexel executive, sales grew.", P, {"Delmonte"}),
    ("Since Okonjo took over, sales have grown.", P, {"Okonjo"}),
    ("Per Ahlgren spoke in Malmo.", P, {"Per Ahlgren"}),
    # given names cut short
    ("Srinivas Rao joined in 1992. Srini Rao thanked the board. Rao is 56.", P, {"Srinivas Rao"}),
    ("Paul Ferrer won the race. Paula Ferrer came second on Sunday.", P, {"Paul Ferrer", "Paula Ferrer"}),
    # honorifics and titles of several
    ("Datuk Seri Anwar Latif said Tan Sri Hamid Yusof would meet Puan Sri Noraini Kassim.", P,
     {"Anwar Latif", "Hamid Yusof", "Noraini Kassim"}),
    ("Tan See Boon spoke in Ipoh.", P, {"Tan See Boon"}),
    ("Councilors Lori Dexter and Phil Laken Jr. voted against it.", P, {"Lori Dexter", "Phil Laken Jr."}),
    # every word cut short
    ("The Liberal Democrats lost seats. The Lib Dems blamed the weather.", O, {"Liberal Democrats"}),
    # a day in the brackets of a dateline
    ("CEDAR RAPIDS, Iowa (Jan. 16) -- The governor, Ana Quill, spoke on Monday.", O, set()),
    ("CEDAR RAPIDS, Iowa (Jan. 16) -- The governor, Ana Quill, spoke on Monday.", L, {"CEDAR RAPIDS", "Iowa"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "want"), SENTENCES)
def test_the_text_around_a_name_tells(analyzer, text, kind, want):
    assert set(rows(analyzer.analyze(text), kind)) == want


def test_a_verb_is_no_part_of_a_role(analyzer):
    record = analyzer.analyze("Varnix on Saturday named company veteran Srinivas Rao as chief executive.")
    assert [row.roles for row in record.people if row.name == "Srinivas Rao"] == [("company veteran",)]


def test_a_couple_is_listed_by_full_names_and_found_by_its_words(analyzer):
    record = analyzer.analyze("Emily and Jack Turnwell run a bakery. Emily Turnwell bakes.", with_text=True)
    emily = next(row for row in record.people if row.name == "Emily Turnwell")
    assert emily.aliases == ("Emily",)
    assert [mention.text for mention in emily.mentions] == ["Emily", "Emily Turnwell"]
    assert all(record.text[m.start : m.end] == m.text for m in emily.mentions)


def test_explain_says_that_a_surname_was_shared_out(analyzer):
    (explanation,) = analyzer.explain(["Emily and Jack Turnwell run a bakery."])
    assert RULE in repr(explanation)


def test_mr_and_ms_tell_two_people_of_one_surname(analyzer):
    text = "Rachel Otway left after a row with Daniel Otway. Ms Otway said she was tired. Mr Otway called it a farce."
    people = {row.name: row.count for row in analyzer.analyze(text).people}
    assert people == {"Rachel Otway": 2, "Daniel Otway": 2}


@pytest.mark.parametrize(
    ("forms", "sets"),
    [
        (["Robert N. Kessler Jr.", "RNK Jr."], 1),
        (["Luisa Tarn-Okafor", "LTO"], 1),
        (["Luisa Tarn-Okafor", "Lto"], 2),  # somebody's surname
        (["Luisa Tarn-Okafor", "Lena Tarn Otieno", "LTO"], 3),
        (["Robert Kessler", "RK"], 2),
    ],
)
def test_initials_join_the_one_who_has_them(forms, sets):
    assert len(merge("person", forms)) == sets


TITLED = [
    ({40: "feminine", 50: "masculine"}, {"a": "feminine", "b": ""}, {40: "a", 50: "b"}),
    ({40: "masculine"}, {"a": "feminine", "b": ""}, {40: "b"}),
    ({40: "feminine"}, {"a": "feminine", "b": ""}, {}),  # two women, for all that is known
    ({40: "feminine"}, {"a": "feminine", "b": "masculine"}, {40: "a"}),
    ({40: "feminine"}, {"a": "", "b": ""}, {}),
    ({40: "masculine"}, {"a": "masculine", "b": "masculine"}, {}),
]


@pytest.mark.parametrize(("titles", "genders", "want"), TITLED)
def test_a_title_is_theirs_whom_alone_it_fits(titles, genders, want):
    assert whose(sorted(titles), {"a": [0], "b": [20]}, titles=titles, genders=genders) == want


def test_likeness_of_leaders_and_of_womens_names(analyzer):
    likeness = Likeness(analyzer.nlp.vocab)
    assert {likeness.kind(word) for word in ("Merkel", "Putin", "Netanyahu", "Neymar")} == {"surname"}
    assert likeness.kind("Labour") == likeness.kind("Republicans") == "party"
    assert likeness.is_feminine("Susan")
    assert not likeness.is_feminine("Kevin")
    assert not likeness.is_feminine("Xqzv")
