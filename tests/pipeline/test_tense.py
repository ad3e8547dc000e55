"""The direction of a bare weekday, from the tense of its clause; counted from Thursday, 14 March 2024."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The vote is on Friday, the minister said.", "2024-03-15"),
        ("The summit takes place on Friday.", "2024-03-15"),
        ("The court will meet on Tuesday.", "2024-03-19"),
        ("The vote was held on Friday.", "2024-03-08"),
        ("The minister said on Tuesday that the harbour is safe.", "2024-03-12"),
        ("Parliament reconvenes Tuesday.", "2024-03-19"),
        ("The deadline is Friday.", "2024-03-15"),
        ("The match kicks off at 7.30pm on Saturday.", "2024-03-16T19:30"),
        ("The hearing set for Tuesday was moved.", "2024-03-19"),
        ("The report expected on Friday has been delayed.", "2024-03-15"),
        ("The trial was to begin on Monday.", "2024-03-18"),
        ("The vote was postponed to Monday.", "2024-03-18"),
        ("Organisers have called for calm over a rally called for Saturday.", "2024-03-16"),
        ("The accident occurred around 2.30 am on Wednesday.", "2024-03-13T02:30"),
        ("Shares fell ahead of Friday's vote.", "2024-03-15"),
        ("Saturday is the last day to register.", "2024-03-16"),
        ("Rain is forecast at the weekend.", "2024-W11-WE"),
        ("Three people died at the weekend, police said.", "2024-W10-WE"),
    ],
)
def test_weekday(analyzer, sentence, value):
    (found,) = analyzer.analyze(sentence, published="2024-03-14").dates
    assert found.value == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Brent futures for May rose 2 percent.", "2024-05"),
        ("Wheat for July delivery fell 3 cents.", "2024-07"),
        ("Wheat for December delivery fell 3 cents.", "2024-12"),
        ("The inflation figures for January showed a rise.", "2024-01"),
        ("Figures for December were better than feared.", "2023-12"),
        ("The figures for February will be published soon.", "2024-02"),
        ("The talks, due in February, were postponed.", "2024-02"),
        ("The talks, due in November, were postponed.", "2024-11"),
        ("The report is due in February.", "2025-02"),
        ("A summit scheduled for June was cancelled.", "2024-06"),
        ("An election planned for November drew criticism.", "2024-11"),
        ("The bank failed in November.", "2023-11"),
    ],
)
def test_month(analyzer, sentence, value):
    (found,) = analyzer.analyze(sentence, published="2024-03-14").dates
    assert found.value == value


def test_a_list_of_weekdays_has_one_direction(analyzer):
    found = analyzer.analyze("The board meets on Tuesday and Wednesday.", published="2024-03-14").dates
    assert [row.value for row in found] == ["2024-03-19", "2024-03-20"]
