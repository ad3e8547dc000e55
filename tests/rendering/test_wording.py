"""Values in words: what a reader sees is what the record says."""

import dataclasses

import pytest

from articlelens.rendering import FORMATS, Look
from articlelens.rendering.markdown import escaped
from articlelens.rendering.rows import facts, heading, rows_of
from articlelens.rendering.wording import covered, figure_value, number, plain, plural, timex_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("11", "12th century"),
        ("20", "21st century"),
        ("01", "2nd century"),
        ("00", "1st century"),
        ("10", "11th century"),
        ("0079", "AD 79"),
        ("0079-08-24", "24 Aug AD 79"),
        ("1066", None),
        ("199", "the 1990s"),
        ("2023-H1", "first half of 2023"),
        ("2023-H2", "second half of 2023"),
        ("2023-H3", None),
        ("2023-Q3", "Q3 2023"),
        ("2023-W30", "week 30 of 2023"),
        ("2023-WI", "winter 2023"),
        ("XXXX-07-19", "19 Jul"),
    ],
)
def test_dates(value, words):
    assert timex_in_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1_999_999, "1,999,999"),
        (8_336_817, "8,336,817"),
        (1_000_001, "1,000,001"),
        (2_000_000, "2 million"),
        (2_300_000.0, "2.3 million"),
        (1_234_000_000, "1.234 billion"),
        (-1_500_000, "-1.5 million"),
        (4.1e12, "4.1 trillion"),
        (0.0000005, "0.0000005"),
        (51.0000001, "51.0000001"),
        (0.1 + 0.2, "0.3"),
        (1000, "1,000"),
        (0, "0"),
        (57.5, "57.5"),
    ],
)
def test_numbers_are_exact(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("She is 6 feet 2 inches tall, the club said.", "6 feet 2 inches"),
        ("The rate was cut by 25 basis points on Monday.", "25 basis points"),
        ("The drug weighs 0.0000005 kilograms.", "0.0000005 kilograms"),
    ],
)
def test_figures(analyzer, text, shown):
    (figure,) = analyzer.analyze(text).figures
    assert figure_value(figure).removeprefix("down ") == shown


@pytest.mark.parametrize(
    ("unit", "units"),
    [("basis point", "basis points"), ("square metre", "square metres"), ("foot", "feet"), ("degree Celsius",) * 2],
)
def test_plurals(unit, units):
    assert plural(unit) == (units if unit != "degree Celsius" else "degrees Celsius")


ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lima\u200e, \u200fTema", "Lima, Tema"),
        (f"{ENGLAND} won", f"{ENGLAND} won"),
        ("a\U000e0067\U000e007f", "a\ufffd\ufffd"),  # hidden text
        ("\u202eLima\u2066", "\ufffdLima\ufffd"),
        ("\x1b[31m", "\ufffd[31m"),
        ("so\u00adlo \ufeff now", "solo  now"),
    ],
)
def test_what_nobody_sees(text, shown):
    assert plain(text) == shown
    assert len(covered(text)) == len(text)


def test_the_heading_of_a_row_is_its_id_and_one_word_is_a_word(analyzer):
    record = analyzer.analyze("Rain.")
    row = dataclasses.replace(
        record,
        title=None,
        source=dataclasses.replace(record.source, name="rows.jsonl", id="row-7"),
        counts=dataclasses.replace(record.counts, words=1),
    )
    assert heading(row) == "row-7"
    assert facts(row) == ["rows.jsonl", "1 word"]
    assert heading(dataclasses.replace(row, source=dataclasses.replace(row.source, id=None))) == "rows.jsonl"
    assert facts(dataclasses.replace(row, title="Rain"))[:2] == ["rows.jsonl", "row-7"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("ask @quispe now", "ask \\@\u2060quispe now"),
        ("see #123", "see \\#\u2060123"),
        ("a @ b # c", "a \\@ b \\# c"),
    ],
)
def test_no_forge_makes_a_link_of_it(text, source):
    assert escaped(text) == source


def test_one_more_is_shown_where_it_takes_no_more_room(analyzer):
    people = ("Ana Quispe", "Luis Rojas", "Kofi Mensah", "Dina Flores", "Pedro Solis")
    record = analyzer.analyze(" ".join(f"{name} spoke in the town hall." for name in people))
    assert len(record.people) == len(people)
    for height in range(1, 40):
        (shown,) = FORMATS["terminal"].renderer()([record], Look(width=50, height=height))
        assert "and 1 more" not in shown
    (shown,) = FORMATS["terminal"].renderer()([record], Look(width=50, top=4))
    assert "and 1 more" in shown


def test_a_date_is_not_said_twice(analyzer):
    rows = rows_of(analyzer.analyze("The church was built in the 12th century."))["dates"]
    assert [(row.main, row.note) for row in rows] == [("12th century", "")]
