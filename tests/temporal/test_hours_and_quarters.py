"""Hours that come round, quarters by their last month, periods up to a date, nights; counted from 14 March 2024."""

import pytest

from articlelens import Analyzer
from articlelens.temporal import Evidence, find_timexes


def read(text, tense=None):
    evidence = Evidence(tense=lambda _start, _end: tense)
    timexes = find_timexes(text, reference="2024-03-14", evidence=evidence).timexes
    return [(text[timex.start : timex.end], timex.value) for timex in timexes]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Hours are 10 a.m. to 5 p.m. Tuesday through Sunday.", ["XXXX-XX-XXT10:00", "XXXX-WXX-2T17:00", "XXXX-WXX-7"]),
        ("Open Monday to Friday, 9am to 6pm.", ["XXXX-WXX-1", "XXXX-WXX-5T09:00", "XXXX-XX-XXT18:00"]),
        (
            "Open Monday to Friday from 9am to 6pm.",
            ["XXXX-WXX-1", "XXXX-WXX-5", "XXXX-XX-XXT09:00", "XXXX-XX-XXT18:00"],
        ),
    ],
)
def test_hours_that_come_round(text, values):
    assert [value for _, value in read(text, "present")] == values


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("It will be open 8 a.m. to 11 a.m. Friday through Sunday.", "future"),
        ("It was open 8 a.m. to 11 a.m. Friday through Sunday.", "past"),
        ("It is shut Friday through Sunday.", "present"),
    ],
)
def test_days_of_one_week(text, tense):
    assert all(value.startswith("2024-03-") for _, value in read(text, tense))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in the December quarter.", [("the December quarter", "2023-Q4")]),
        ("Sales in the September quarter of 2021 rose.", [("the September quarter of 2021", "2021-Q3")]),
        ("The September quarter-final was lost.", [("September", "2023-09")]),
        ("Prices rose in the year to March 1.", [("the year", "P1Y"), ("March 1", "2024-03-01")]),
        ("It is for the fiscal year ended June 2023.", [("the fiscal year", "P1Y"), ("June 2023", "2023-06")]),
        ("Snow fell overnight on Sunday.", [("overnight on Sunday", "2024-03-10TNI")]),
        ("Snow fell overnight into Sunday.", [("overnight into Sunday", "2024-03-09TNI")]),
        ("Snow fell overnight.", []),
        (
            "It ran from Friday to Sunday, May 17-19, 2019.",
            [("Friday", "2019-05-17"), ("May 17", "2019-05-17"), ("Sunday", "2019-05-19"), ("19, 2019", "2019-05-19")],
        ),
        ("Prices fell the week before the vote.", [("the week before", "XXXX-WXX")]),
        ("Prices fell on March 6 and the week before.", [("March 6", "2024-03-06"), ("the week before", "2024-W09")]),
        ("It was 35 percent more than a year ago.", [("a year ago", "2023")]),
        ("It began more than a year ago.", [("more than a year ago", "2023")]),
        ("This time last year it was dry; the same day last year it rained.", ["2023", "2023"]),
    ],
)
def test_value(text, expected):
    found = sorted(read(text, "past"), key=lambda timex: text.index(timex[0]))
    if expected and isinstance(expected[0], str):
        assert [value for _, value in found] == expected
    else:
        assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("December wheat rose to $6.85 a bushel.", "2024-12"),
        ("Oil fell, while July corn slipped two cents.", "2024-07"),
        ("Soybean meal for December was up $2.10.", "2024-12"),
        ("December wheat exports fell.", "2023-12"),
        ("In December gold rose sharply.", "2023-12"),
        ("Tickets, priced from £45, go on sale on Friday and there will be two shows.", "2024-03-15"),
    ],
)
def test_month_of_delivery(analyzer: Analyzer, text, value):
    assert [date.value for date in analyzer.analyze(text, published="2024-03-14").dates] == [value]
