"""Names by their shape, headlines, well-known organizations and namesakes, in sentences as news has them."""

import pytest

from articlelens.pipeline.annotations import NAMES, items
from articlelens.pipeline.naming.headlines import title_lines
from articlelens.pipeline.naming.lexicon import lines, namesakes, well_known, words
from articlelens.pipeline.naming.view import View
from articlelens.reading import read_text


def names(analyzer, text):
    doc = analyzer.nlp(analyzer._parts(read_text(text))[0])  # noqa: SLF001 - what pipe() hands to spaCy
    return [(text[item["start"] : item["end"]], item["class"]) for item in items(doc, NAMES)]


P, O, L = "person", "organization", "place"  # noqa: E741 - a short table

SENTENCES = [
    # nicknames
    (
        'Thabo "Bricks" Nkosi, 34, was arrested in Durban on Friday. Nkosi denies the charge.',
        [('Thabo "Bricks" Nkosi', P), ("Durban", L), ("Nkosi", P)],
    ),
    ("Ramón “El Zorro” Ibarra was freed.", [("Ramón “El Zorro” Ibarra", P)]),
    ("Dwight 'The Wall' Hanson will fight in Dublin.", [("Dwight 'The Wall' Hanson", P), ("Dublin", L)]),
    ("Edward (Ned) Calloway, the former senator, died on Monday.", [("Edward (Ned) Calloway", P)]),
    ("Police charged Anna Holt (Labour) and Peter Vane.", [("Anna Holt", P), ("Labour", O), ("Peter Vane", P)]),
    # hyphens
    ("Police in Ashby-under-Tarn found a body.", [("Ashby-under-Tarn", L)]),
    ("Talks were held in Aix-en-Provence and Clermont-Ferrand.", [("Aix-en-Provence", L), ("Clermont-Ferrand", L)]),
    ("Marie-Claire Dubois lives in Saint-Denis.", [("Marie-Claire Dubois", P), ("Saint-Denis", L)]),
    # places that begin like titles
    ("The minnows play Sri Lanka in Colombo.", [("Sri Lanka", L), ("Colombo", L)]),
    ("Flights from Saint Lucia have resumed.", [("Saint Lucia", L)]),
    # titles and given names
    ("Dean Harcourt was stabbed in Leeds.", [("Dean Harcourt", P), ("Leeds", L)]),
    ("Taoiseach Niall Brennan flew to Brussels.", [("Niall Brennan", P), ("Brussels", L)]),
    ("Scientologist Will Farrant bought a house.", [("Will Farrant", P)]),
    ("Democrat Jane Castle lost.", [("Jane Castle", P)]),
    # names whose halves the model parts, or that it takes for something else
    ("Sens. Anna Holt, R-Maine, and Paul Vane, D-San Francisco, agreed.",
     [("Anna Holt", P), ("Maine", L), ("Paul Vane", P), ("San Francisco", L)]),
    ("Karen Shore beat Brian Vane in Runcorn.", [("Karen Shore", P), ("Brian Vane", P), ("Runcorn", L)]),
    ("Chirag Pathwal met Sunita Deshwal in Patna.", [("Chirag Pathwal", P), ("Sunita Deshwal", P), ("Patna", L)]),
    ("Police arrested Otieno Kiplimo and Wanjiru Mutua in Kisumu.",
     [("Otieno Kiplimo", P), ("Wanjiru Mutua", P), ("Kisumu", L)]),
    # firms and bodies
    (
        "Marlow & Finch advised the buyer, while Hobbs, Tarn, Vale & Pike stood by the seller.",
        [("Marlow & Finch", O), ("Hobbs, Tarn, Vale & Pike", O)],
    ),
    ("The Quillay University and Danubell University merged.", [("Quillay University", O), ("Danubell University", O)]),
    ("Danubell Kenya cut jobs.", [("Danubell Kenya", O)]),
    ("The DSB celebrated in Astoria.", [("DSB", O), ("Astoria", L)]),
    ("A cruise ship lay off Tema as Hurricane Ida passed.", [("Tema", L)]),
    ("JD(U) leaders met in Patna.", [("JD(U)", O), ("Patna", L)]),
    ("Pupils joined SPARK (Society for Practical Arts and Rural Knowledge) on Friday.",
     [("SPARK", O), ("Society for Practical Arts and Rural Knowledge", O)]),
    # well-known organizations
    ("Podemos and Syriza won seats.", [("Podemos", O), ("Syriza", O)]),
    ("Shares of Amazon and Intel fell.", [("Amazon", O), ("Intel", O)]),
    ("The Amazon flooded villages in Brazil.", [("Amazon", L), ("Brazil", L)]),
    ("Macy's said it would close 30 shops.", [("Macy's", O)]),
    ("Arsenal beat Real Madrid 3-0.", [("Arsenal", O), ("Real Madrid", O)]),
    ("Kenya's Joint Chiefs of Staff said so.", [("Kenya", L), ("Joint Chiefs of Staff", O)]),
    ("Boston closed out the Cleveland Cavaliers 113-98 on Friday.", [("Boston", L), ("Cleveland Cavaliers", O)]),
    # namesakes
    (
        "Michael Jordan visited Jordan last week. He met the king in Amman. Jordan said he was glad to be there.",
        [("Michael Jordan", P), ("Jordan", L), ("Amman", L), ("Jordan", P)],
    ),
    (
        "Chelsea beat Arsenal 3-1 on Saturday. Chelsea Brandt watched the game. Chelsea are third.",
        [("Chelsea", O), ("Arsenal", O), ("Chelsea Brandt", P), ("Chelsea", O)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_names_and_classes(analyzer, text, want):
    assert names(analyzer, text) == want


BESIDE = [
    # plural titles
    ("Virginia Sens. Mark Warlow and Tim Kane wrote a letter.", [("Virginia", L), ("Mark Warlow", P), ("Tim Kane", P)]),
    ("Justices Sanjiv Kannan and Dipankar Das heard the plea.", [("Sanjiv Kannan", P), ("Dipankar Das", P)]),
    # results, clubs that are called after towns
    ("Manchester City beat Tottenham 2-0 on Saturday.", [("Manchester City", O), ("Tottenham", O)]),
    # what the words beside a name tell
    ("Morgan Stanley's Erik Woodman rates it highly.", [("Morgan Stanley", O), ("Erik Woodman", P)]),
    ("PGMOL chief Howard Wells apologised.", [("PGMOL", O), ("Howard Wells", P)]),
    ("Regeneron and Eli Lilly are testing rival drugs.", [("Regeneron", O), ("Eli Lilly", O)]),
    ("Eli Lilly, 7, is back at school.", [("Eli Lilly", P)]),
    ("The utility is owned by Kemble Water.", [("Kemble Water", O)]),
    ("The Ministry of Defence in London said it was false.", [("Ministry of Defence", O), ("London", L)]),
    # a few capitals are no town
    ("Critics of the APC government in Abuja spoke.", [("APC", O), ("Abuja", L)]),
    # whole names
    ("A house burned in Hemel Hempstead.", [("Hemel Hempstead", L)]),
    ("Planned Parenthood Arizona said it would appeal.", [("Planned Parenthood Arizona", O)]),
    ("Louisiana State Police held two men.", [("Louisiana", L), ("Louisiana State Police", O)]),
    ("Troops entered Jammu and Kashmir on Monday.", [("Jammu and Kashmir", L)]),
    ("Alphabet's Google said it would appeal.", [("Alphabet", O), ("Google", O)]),
    ("easyJet cancelled flights.", [("easyJet", O)]),
    ("Al Qaeda and al Shabaab said so.", [("Al Qaeda", O), ("al Shabaab", O)]),
    ("A bus crashed near Leeds.", [("Leeds", L)]),
    # who is thanked is somebody
    ("Nobody thanked Biden. Crowds cheered Obama.", [("Biden", P), ("Obama", P)]),
    (
        "President Volodymyr Zelenskyy spoke. Zelensky thanked Zaluzhny. Gen. Valerii Zaluzhnyi agreed.",
        [("Volodymyr Zelenskyy", P), ("Zelensky", P), ("Zaluzhny", P), ("Valerii Zaluzhnyi", P)],
    ),
    (
        "Mayor Richard Ireland said it was late. Ireland, mayor since 2001, thanked Smith.",
        [("Richard Ireland", P), ("Ireland", P), ("Smith", P)],
    ),
    # honours, and who belongs to a people
    ("Judge Paul Farrow KC presided.", [("Paul Farrow", P)]),
    ("A Pole won the race, and a Finn was second.", []),
    # a family is nobody of that name
    ("The Nkhata family lost its house.", []),
    ("Peter Nkhata lost his house.", [("Peter Nkhata", P)]),
]


@pytest.mark.parametrize(("text", "want"), BESIDE, ids=[text[:40] for text, _ in BESIDE])
def test_names_by_what_stands_beside_them(analyzer, text, want):
    assert names(analyzer, text) == want


def test_a_full_stop_behind_a_capital_ends_a_name(analyzer):
    assert [name for name, _ in names(analyzer, "They worked at SpaceX. Musk posted a picture.")] == ["SpaceX", "Musk"]


HEADLINES = [
    ("Governor Vetoes Water Bill As Ranchers Protest\n\nThe governor vetoed a water bill on Monday.", []),
    ("Governor Vetoes Water Bill As Ranchers Protest", []),
    (
        "Salas Signs Order Closing Education Department\n\nGov. Maria Salas signed an order on Thursday to close the "
        "Education Department.",
        [("Salas", P), ("Education Department", O), ("Maria Salas", P), ("Education Department", O)],
    ),
    (
        "FORMER SENATOR BRAD HOLLIS DIES AT 87\n\nBrad Hollis, a former senator, died on Tuesday. Hollis was 87.",
        [("BRAD HOLLIS", P), ("Brad Hollis", P), ("Hollis", P)],
    ),
    (
        "Bank Of England Cuts Rates As Bayley Warns Of Slowdown\n\nThe Bank of England cut rates on Thursday. Its "
        "governor, Andrew Bayley, warned of a slowdown.",
        [("Bank Of England", O), ("Bayley", P), ("Bank of England", O), ("Andrew Bayley", P)],
    ),
]


@pytest.mark.parametrize(("text", "want"), HEADLINES, ids=[text[:40] for text, _ in HEADLINES])
def test_headlines_are_read_by_the_light_of_their_stories(analyzer, text, want):
    assert [name for name in names(analyzer, text) if name != ("England", L)] == want


def lined(analyzer, text):
    return [text for text in text.split("\n\n") if title_lines(View.of(analyzer.parse(read_text(text))))]


@pytest.mark.parametrize(
    ("text", "title_case"),
    [
        ("Farmers Walk On The Capital Again", True),
        ("FARMERS WALK ON THE CAPITAL AGAIN", True),
        ("Farmers walk on the capital again", False),
        ("Anna Holt and Peter Vane spoke.", False),
        ("Farmers Walk", False),
    ],
)
def test_lines_in_title_case(analyzer, text, title_case):
    assert bool(lined(analyzer, text)) is title_case


def test_well_known_organizations_are_told_from_namesakes():
    assert well_known().isdisjoint(namesakes())
    assert well_known().isdisjoint(lines("organizations.seats"))
    assert all(name == name.strip() for name in well_known() | namesakes())


def test_headline_verbs_are_no_small_words():
    assert words("grammar.headline_verbs").isdisjoint(words("grammar.small"))
