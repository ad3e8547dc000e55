"""``articlelens_figures``: what is counted, what its sentence settles, and that it works in any pipeline."""

from __future__ import annotations

import time

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from articlelens import Analyzer
from articlelens.pipeline.annotations import DATES, FIGURES, annotate, items
from articlelens.pipeline.figures import Figures


def of(analyzer: Analyzer, text: str) -> list[tuple[object, str | None]]:
    return [
        (figure.value if figure.value is not None else (figure.low, figure.high), figure.of)
        for figure in analyzer.analyze(text).figures
    ]


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("Police arrested 27 suspects.", 27, "suspects"),
        ("Justice for the more than 60 villagers killed is due.", 60, "villagers killed"),
        ("At least 12 bridges were closed by the storm.", 12, "bridges"),
        ("Nearly 40% of the electorate stayed at home.", 40, "the electorate"),
        ("The firm cut 4 members of its board.", 4, "members of its board"),
        ("Tens of thousands of Bolivians gathered in the capital.", (10_000, 100_000), "Bolivians"),
        ("Sales of lorries rose 3.5% last year.", 3.5, "Sales of lorries"),
        ("The company reported a 7 per cent rise in quarterly profit.", 7, "rise in quarterly profit"),
        ("The tunnel is 12 kilometres long.", 12, "The tunnel"),
        ("The inquiry imposed a fine of $3 billion.", 3 * 10**9, "a fine"),
        ("They built a 10-megawatt plant.", 10, "plant"),
        ("The council spent £5m on new buses.", 5_000_000, "new buses"),
        ("The central bank cut its key rate by 25 basis points.", 25, "its key rate"),
        ("About 1 in 10 adults smokes.", 0.1, "adults"),
        ("A third of the crop was lost.", 1 / 3, "the crop"),
        ("Shares in Velmar, which fell 8% on Monday, recovered.", 8, None),
        ("It weighs 25 kg.", 25, None),
        ("At least 37 dead in a ferry disaster.", 37, "dead"),
        ("With at least 200 injured, the hall was closed.", 200, "injured"),
        ("Fewer than 17 players over the limit came.", 17, "players"),
        ("The Corvex 100 lost 12 points.", 12, "The Corvex 100"),
        ("Velmar beat the Corvex Comets 113-98 behind 25 points.", 25, "the Corvex Comets"),
        ("Police seized cocaine worth £20m.", 20_000_000, "cocaine"),
    ],
)
def test_counted(analyzer: Analyzer, text: str, value: object, counted: str | None) -> None:
    found = of(analyzer, text)
    assert len(found) == 1
    assert found[0][0] == pytest.approx(value)
    if counted is not None or text.startswith("It"):
        assert found[0][1] == counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast injured 40 more and flattened six homes.", [(40, None), (6, "homes")]),
        ("The mill hired 300 more last year.", [(300, None)]),
        ("It ordered 40 jets, with options for 20 more.", [(40, "jets"), (20, None)]),
        ("There are 12 more in intensive care.", [(12, None)]),
        ("The mill lost 20 more of its looms.", [(20, "its looms")]),
        (
            "The fund made a record $12 million, up from $9 million.",
            [(12_000_000, "The fund"), (9_000_000, "The fund")],
        ),
        ("The poll has a margin of plus or minus 3 percentage points.", [(3, "a margin")]),
        ("The mill hired 300 more weavers.", [(300, "weavers")]),
        (
            "Fallers were Tarn Mills, down 3% at $12, and Quill, down about 2%.",
            [(3, "Tarn Mills"), (12, "Tarn Mills"), (2, "Quill")],
        ),
        ("Shares in Quill, down 8% this year, fell.", [(8, "Shares")]),
        ("Officers seized 1.5 tonnes of cocaine worth A$400m.", [(1.5, "cocaine"), (400_000_000, "cocaine")]),
    ],
)
def test_who_did_it_is_not_what_is_counted(
    analyzer: Analyzer, text: str, expected: list[tuple[float, str | None]]
) -> None:
    assert of(analyzer, text) == expected


def test_casualties_are_counted_one_after_another(analyzer: Analyzer) -> None:
    text = "More than 80 people killed and at least 200 injured in the floods."
    assert of(analyzer, text) == [(80, "people killed"), (200, "injured")]


def test_a_verb_left_out_leaves_what_it_is_said_of(analyzer: Analyzer) -> None:
    text = "Shares of Velmar were down 2.3%, Corvex by 2.6%."
    assert of(analyzer, text)[1] == (2.6, "Corvex")


@pytest.mark.parametrize(
    ("text", "unit", "measured"),
    [
        ("In the past 24 hours two bridges fell.", "hour", None),
        ("Over the last five years rents doubled in Tema.", "year", None),
        ("In the 12 months to April, fares rose 4%.", "month", None),
        ("A million years ago, ice filled the valley.", "year", None),
        ("The yard lost $3m in the first nine months of 2023.", "month", None),
        ("The blockade lasted 12 days.", "day", "The blockade"),
        ("The crossing takes six hours.", "hour", "The crossing"),
        ("They docked after a five-day voyage.", "day", "voyage"),
        ("Rents jumped 45% year on year.", "%", "Rents"),
        ("Output fell 3% month on month.", "%", "Output"),
        ("A man aged 45 was hurt.", "year", "A man"),
        ("The town lost 1,000 or so men.", None, "men"),
    ],
)
def test_what_only_says_when_measures_nothing(
    analyzer: Analyzer, text: str, unit: str | None, measured: str | None
) -> None:
    assert [figure.of for figure in analyzer.analyze(text).figures if figure.unit == unit][:1] == [measured]


def test_figures_of_nothing_known_are_not_the_same(analyzer: Analyzer) -> None:
    figures = analyzer.analyze("The yard hired 12. Police arrested 12. The court fined 12.").figures
    assert [(figure.value, figure.count) for figure in figures if figure.of is None] == [(12, 1)] * 3


@pytest.mark.parametrize(("text", "values"), [("3M said sales fell.", []), ("Some 3M people voted.", [3_000_000])])
def test_a_firm_called_by_a_number_is_no_figure(analyzer: Analyzer, text: str, values: list[int]) -> None:
    assert [figure.value for figure in analyzer.analyze(text).figures] == values


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The Indian state will pay 20 rupees a day.", ["INR per day"]),
        ("The state will pay 20 rupees a day.", ["rupee per day"]),
        ("The fare rose 45 cents to $3.", ["cent", "USD"]),
    ],
)
def test_the_article_tells_whose_currency_it_is(analyzer: Analyzer, text: str, units: list[str]) -> None:
    assert [figure.unit for figure in analyzer.analyze(text).figures] == units


@pytest.mark.parametrize("piece", ["1 ", "5% ", "rose 5% and ", "80 killed, ", "Aa 5, "])
def test_time_grows_with_the_text_even_where_all_is_one_clause(analyzer: Analyzer, piece: str) -> None:
    component = Figures()

    def seconds(size: int) -> float:
        words = (piece * (size // len(piece.split()))).split()
        heads = [0] * len(words)
        doc = Doc(
            analyzer.nlp.vocab,
            words=words,
            heads=heads,
            deps=["ROOT"] + ["dep"] * (len(words) - 1),
            tags=["CD"] * len(words),
        )
        begin = time.process_time()
        component(doc)
        return time.process_time() - begin

    seconds(50)
    small, large = max(seconds(300), 0.01), seconds(2400)
    assert large < 30 * small


def test_a_restated_figure_counts_the_same(analyzer: Analyzer) -> None:
    assert of(analyzer, "The trail runs for 8 miles (13 km).") == [(8, "The trail"), (13, "The trail")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In all, 1500 troops left in 2019.", [1500]),
        ("The 2020 elections were delayed.", []),
        ("The Galaxor 11 sold well.", []),
        ("They beat Ashby 3-1 at home.", []),
        ("They saw One Horizon in concert.", []),
        ("The show is on 60 Minutes.", []),
        ("Five Mile Creek burst its banks.", []),
        ("Auditors from the Big Four quit.", []),
        ("The Gang of Seven met again.", []),
        ("The Zelo 11 and 12 Pro are on sale.", []),
        ("A Boeing 737 crashed.", []),
        ("It is a Category 4 hurricane.", []),
        ("Three Bolivians and five Labour councillors came.", [3, 5]),
        ("She won one Emmy.", [1]),
        ("Police Arrest Two Men Over Theft", [2]),
        ("Two Fridays ago he left.", []),
        ("Some 10-15 people were hurt.", [(10, 15)]),
        ("No one asked which one he meant.", []),
        ("One proposal was rejected.", [1]),
        ("The club is in the bottom three.", []),
        ("Michael Turner, 66, has retired.", [66]),
    ],
)
def test_doubts_are_settled_by_the_sentence(analyzer: Analyzer, text: str, values: list[object]) -> None:
    assert [value for value, _ in of(analyzer, text)] == values


def test_age_is_in_years(analyzer: Analyzer) -> None:
    (figure,) = analyzer.analyze("Michael Turner, 66, has retired.").figures
    assert (figure.kind, figure.unit, figure.of) == ("quantity", "year", "Michael Turner")


def test_mentions_are_the_text(analyzer: Analyzer) -> None:
    text = "RM79 and 5kW.\n\nA lead\u00adpipe\u2028cost €90–110m; “£5”."
    for figure in analyzer.analyze(text).figures:
        for mention in figure.mentions:
            assert text[mention.start : mention.end] == mention.text


def test_page_furniture_has_no_figures() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_figures")
    doc = nlp.make_doc("40 comments\n\nThe fund has $5m.")
    blocks = [{"start": 0, "end": 11, "kind": "furniture"}, {"start": 13, "end": 30, "kind": "body"}]
    annotate(doc, "articlelens.blocks", blocks, label="kind")
    assert [item["value"] for item in items(nlp(doc), FIGURES)] == [5_000_000]


@pytest.fixture
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_figures")
    return nlp


def test_alone_it_finds_what_needs_no_sentence(blank: Language) -> None:
    doc = blank("More than 80 people paid €90–110m in 2019, and one man, 66, left with an iPod 11.")
    found = items(doc, FIGURES)
    assert [(item["value"], item["low"], item["unit"], item["modifier"], item["of"]) for item in found] == [
        (80, None, None, "more_than", None),
        (None, 90_000_000, "EUR", None, None),
    ]
    assert [span.label_ for span in doc.spans[FIGURES]] == ["count", "money"]
    assert all(isinstance(item, dict) and {"doubt", "restates"}.isdisjoint(item) for item in found)


def test_empty_document(blank: Language) -> None:
    assert items(blank(""), FIGURES) == []


@pytest.mark.parametrize(("kind", "kept"), [("date", 0), ("time", 0), ("duration", 1)])
def test_dates_are_no_figures_but_durations_are(blank: Language, kind: str, kept: int) -> None:
    doc = blank.make_doc("It was two years ago.")
    annotate(doc, DATES, [{"start": 7, "end": 20, "type": kind}], label="type")
    assert len(items(blank(doc), FIGURES)) == kept


def test_the_interval_of_a_set_is_a_figure(blank: Language) -> None:
    doc = blank.make_doc("It returns every 33 years.")
    annotate(doc, DATES, [{"start": 11, "end": 25, "type": "set"}], label="type")
    assert [item["value"] for item in items(blank(doc), FIGURES)] == [33]


def test_a_date_inside_a_figure_leaves_it(blank: Language) -> None:
    doc = blank.make_doc("He pays $3,500 a month.")
    annotate(doc, DATES, [{"start": 15, "end": 22, "type": "set"}], label="type")
    assert [item["unit"] for item in items(blank(doc), FIGURES)] == ["USD per month"]


def test_several_processes(blank: Language) -> None:
    texts = ["It cost $5m.", "Nothing here.", "It rose 3%."]
    alone = [items(doc, FIGURES) for doc in blank.pipe(texts)]
    several = [items(doc, FIGURES) for doc in blank.pipe(texts, n_process=2, batch_size=1)]
    assert several == alone
    assert [len(found) for found in several] == [1, 0, 1]
