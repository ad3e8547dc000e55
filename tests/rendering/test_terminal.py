import re

import pytest
from rich.cells import cell_len

from articlelens.record import Date, Figure, Mention
from articlelens.rendering import FORMATS, Look
from articlelens.rendering.wording import date_value, figure_value, number, plain

MENTION = Mention(text="x", start=0, end=1, sentence=0)


@pytest.fixture(scope="module")
def records(analyzer, samples):
    return {path.stem: analyzer.analyze(path.read_text("utf-8")) for path in sorted(samples.glob("*.txt"))}


def draw(record, **look):
    return "".join(FORMATS["terminal"].renderer()([record], Look(**look)))


@pytest.mark.parametrize("width", [20, 60, 80, 100, 120, 160, 200])
def test_no_line_is_wider_than_the_terminal(records, width):
    for record in records.values():
        lines = draw(record, width=width).split("\n")
        assert max(cell_len(line) for line in lines) <= max(width, 40)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_an_article_fits_into_forty_rows(records, width):
    for name, record in records.items():
        assert draw(record, width=width).count("\n") <= 40, name


def test_all_rows_on_request(records):
    record = records["march"]
    shown = draw(record, width=200, top=0)
    assert not re.search(r"and \d+ more", shown)
    for item in (*record.people, *record.organizations, *record.places):
        assert item.name in shown
    few = draw(record, width=200, top=1)
    assert f"and {len(record.people) - 1} more" in few


def test_sections_stand_in_order(records):
    shown = draw(records["march"], width=60)
    places = [shown.index(word) for word in ("River", "•", "PEOPLE", "ORGANIZATIONS", "PLACES")]
    assert places == sorted(places)


def test_without_colour_there_is_no_escape_code(records):
    assert "\x1b" not in draw(records["harbour"], width=100)
    assert "\x1b[" in draw(records["harbour"], width=100, color=True)


@pytest.mark.parametrize("color", [False, True])
def test_markup_and_escape_codes_of_an_article_stay_text(analyzer, color):
    text = (
        "[red]Alarm[/red] in \x1b[31mLima\x1b[0m :smile: [/]\n\n"
        "Ana [bold]Quispe spoke in [link=https://example.org]Lima[/link] \x9b31m on Monday, said \u202eLi Wei.\n\n"
        "She left."
    )
    shown = draw(analyzer.analyze(text), width=100, color=color)
    assert "[red]Alarm[/red]" in shown
    assert ":smile:" in shown
    own = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", own)
    assert shown.count("\x1b") == 0 or color
    assert "\x1b[31mLima" not in shown


def test_an_article_with_nothing_in_it_says_so(analyzer):
    shown = draw(analyzer.analyze("It rained."), width=80)
    assert "No people, organizations, places, dates or figures found." in shown


def test_several_articles_are_parted_by_an_empty_line(records):
    pieces = list(FORMATS["terminal"].renderer()([records["brief"], records["brief"]], Look()))
    assert pieces[1] == "\n" + pieces[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("José\n Huancarán", "José Huancarán"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\u202eb\u200b", "a\ufffdb"),
        ("a\ud800", "a\ufffd"),
        ("北京 👍", "北京 👍"),
        ("Bundes\u00adtag 👩\u200d👧 می\u200cخواهم", "Bundestag 👩\u200d👧 می\u200cخواهم"),
    ],
)
def test_plain(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (80, "80"),
        (30000, "30,000"),
        (2_300_000_000, "2.3 billion"),
        (1_000_000, "1 million"),
        (419.2e9, "419.2 billion"),
        (0.3333, "0.3333"),
        (-4.5, "-4.5"),
        (1e13, "10 trillion"),
    ],
)
def test_number(value, shown):
    assert number(value) == shown


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"kind": "count", "value": 80, "modifier": "more_than"}, "more than 80"),
        ({"kind": "percent", "value": 57, "unit": "%", "modifier": "approximately", "change": "up"}, "up about 57 %"),
        ({"kind": "money", "value": 2.3e9, "unit": "USD"}, "USD 2.3 billion"),
        ({"kind": "money", "low": 90e6, "high": 110e6, "unit": "EUR"}, "EUR 90 million to 110 million"),
        ({"kind": "money", "value": 10, "unit": "USD per gram"}, "10 USD per gram"),
        ({"kind": "quantity", "value": 15, "unit": "year"}, "15 years"),
        ({"kind": "ratio", "value": 0.2}, "x"),
        ({"kind": "quantity", "value": 1, "unit": "year"}, "1 year"),
        ({"kind": "quantity", "value": 6, "unit": "foot"}, "6 feet"),
        ({"kind": "quantity", "value": 40, "unit": "degree Celsius"}, "40 degrees Celsius"),
        ({"kind": "quantity", "value": 9, "unit": "square kilometre"}, "9 square kilometres"),
        ({"kind": "quantity", "value": 120, "unit": "kilometre per hour"}, "120 kilometres per hour"),
        ({"kind": "quantity", "value": 5, "unit": "kWh"}, "5 kWh"),
        ({"kind": "quantity", "value": 2.5, "unit": "percentage point"}, "2.5 percentage points"),
        ({"kind": "count", "low": 10_000}, "10,000"),
    ],
)
def test_figure(facts, shown):
    nothing = dict.fromkeys(("value", "low", "high", "unit", "modifier", "change", "of"))
    assert figure_value(Figure(**(nothing | facts), count=1, mentions=(MENTION,))) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2023-07-19", "19 Jul 2023"),
        ("XXXX-07-19", "19 Jul"),
        ("2023-07", "Jul 2023"),
        ("2023", "2023"),
        ("2023-Q3", "Q3 2023"),
        ("2023-W05", "week 5 of 2023"),
        ("2023-H1", "first half of 2023"),
        ("2023-SU", "summer 2023"),
        ("199", "the 1990s"),
        ("20", "21st century"),
        ("2023-07-19T14:30", "19 Jul 2023, 14:30"),
        ("2023-07-19TMO", "19 Jul 2023, morning"),
        ("2023-07-19TXX", "2023-07-19TXX"),
        ("PT36H", "36 hours"),
        ("PT1M", "1 minute"),
        ("P7M", "7 months"),
        ("P1W", "1 week"),
        ("PXD", "PXD"),
        ("PRESENT_REF", "PRESENT_REF"),
    ],
)
def test_date(value, shown):
    item = Date(value=value, type="date", from_=None, to=None, basis="none", count=1, mentions=(MENTION,))
    assert date_value(item) == shown
