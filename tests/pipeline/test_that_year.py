"""``that year`` is the last one that was named; ``last`` as a verb; codes that name summits."""

from __future__ import annotations

import pytest


def test_that_year_is_not_the_year_of_a_bare_month(analyzer):
    text = (
        "Mr Pell was scalded on 9 May 2020 at the dairy. The dairy pleaded guilty in January. "
        "Inspectors had written to it twice between February and March of that year."
    )
    found = {
        mention.text: date.value
        for date in analyzer.analyze(text, published="2023-04-03").dates
        for mention in date.mentions
    }
    assert found["January"] == "2023-01"
    assert found["March of that year"] == "2020-03"


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [("Shifts at the mill last two weeks.", "two weeks"), ("Rain fell over the last two weeks.", "the last two weeks")],
)
def test_what_lasts_has_a_length(analyzer, sentence, mention):
    mentions = [
        mention.text for date in analyzer.analyze(sentence, published="2024-03-14").dates for mention in date.mentions
    ]
    assert mentions == [mention]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Delegates to COP31 in Turkey agreed.", []),
        ("The TOP10 list is out.", []),
        ("The house costs COP280 million.", [280_000_000]),
        ("A ticket costs USD28.", [28]),
    ],
)
def test_a_code_glued_to_two_digits_names_something(analyzer, sentence, values):
    assert [figure.value for figure in analyzer.analyze(sentence).figures] == values
