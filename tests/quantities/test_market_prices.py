"""Prices in eighths, distances of races, rates by the year, and other forms of the market and sports pages."""

from __future__ import annotations

import pytest

from articlelens.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Corn rose 4-1/2 cents.", 4.5, "cent"),
        ("Oats fell to $3.85-1/4 a bushel.", 3.8525, "USD per bushel"),
        ("A 7-1/2-inch pipe burst.", 7.5, "inch"),
        ("She ran 10k for charity.", 10, "kilometre"),
        ("He won the 5k fun run.", 5, "kilometre"),
        ("He earned 10k last year.", 10_000, None),
        ("Output is 3 million tonnes per annum.", 3_000_000, "tonne per year"),
        ("The wage is 900 euros a month from March.", 900, "EUR per month"),
        ("Life expectancy rose to 73.4 in the region.", 73.4, "year"),
        ("More than double the 14.6 million of last year.", 2, None),
    ],
)
def test_reading(text: str, value: float, unit: str | None) -> None:
    first = find_quantities(text)[0]
    assert (first.value, first.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Scores died in the fire.", 20),
        ("Scores were injured in the crush.", 20),
        ("Test scores were down.", None),
        ("She scores twice a week.", None),
    ],
)
def test_scores_of_people(text: str, low: int | None) -> None:
    assert next((found.low for found in find_quantities(text) if found.low), None) == low


@pytest.mark.parametrize(
    "text",
    [
        "He made 9-of-14.",
        "The hosts were 145 for six at lunch.",
        "Ama Boateng: 7 Made a fine save.",
        "The sp 500 rose.",
        "She lives in the 400 block of Oak Street.",
        "Shots were heard in the 1200 block of North Elm Avenue.",
    ],
)
def test_no_figures(text: str) -> None:
    assert find_quantities(text) == []


def test_a_count_behind_a_colon_stays() -> None:
    assert [found.value for found in find_quantities("Result: 4 people died.")] == [4]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("The rate edged up to 3.9%.", None),
        ("The rate may reach up to 3.9%.", "at_most"),
        ("They argued over two days before agreeing.", None),
        ("It came over two days before the vote.", "more_than"),
    ],
)
def test_modifier(text: str, modifier: str | None) -> None:
    assert find_quantities(text)[0].modifier == modifier


def test_a_jump_year_on_year_is_up() -> None:
    assert find_quantities("It was a 12 per cent jump year-on-year.")[0].change == "up"
