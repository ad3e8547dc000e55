"""Numbers that look like something else: years in ranges, changes and levels, ``in`` and ``m``, codes, clock times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelens.quantities import Quantity, find_quantities


def told(found: list[Quantity]) -> list[object]:
    """Value or ends, with the unit, or the kind where there is none."""
    return [
        (one.value if one.value is not None else (one.low, one.high), one.unit or one.kind)
        for one in found
        if one.doubt is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnover fell from €5 billion in 2018 to €4 billion in 2020.", [(5 * 10**9, "EUR"), (4 * 10**9, "EUR")]),
        ("The herd grew from 1.1 million in 2011 to 1.3 million.", [(1_100_000, "count"), (1_300_000, "count")]),
        ("Landings fell from 6,100 tonnes in 1988 to 2,300 tonnes.", [(6100, "tonne"), (2300, "tonne")]),
        ("Losses went from £3m since 2019 to £7m.", [(3_000_000, "GBP"), (7_000_000, "GBP")]),
        ("In the 10 years to 2021 rents doubled.", [(10, "year")]),
        ("She stayed three years until 2016.", [(3, "year")]),
        ("They ordered 1500 to 2000 tonnes.", [((1500, 2000), "tonne")]),
        ("They ordered 1,200 tonnes to 1800.", [((1200, 1800), "tonne")]),
        ("It holds between 1800 and 2000 litres.", [((1800, 2000), "litre")]),
    ],
)
def test_years_are_no_ends_of_ranges(text: str, expected: list[object]) -> None:
    assert told(find_quantities(text)) == expected


@given(
    st.integers(min_value=1400, max_value=2199),
    st.sampled_from(["in", "since", "by", "until"]),
    st.sampled_from(["to", "until", "through", "or"]),
    st.sampled_from(["$3 billion", "3,400 tonnes", "5 per cent", "1.5 million people", "5 million euros"]),
)
def test_no_figure_ends_in_a_year(year: int, before: str, joint: str, level: str) -> None:
    found = find_quantities(f"It went from {level} {before} {year} {joint} {level}.")
    assert all(year not in (one.low, one.high) for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claims rose by 21,000 to 242,000.", [(21_000, "up"), (242_000, None)]),
        ("Payrolls increased by 165,000 to 149.2 million.", [(165_000, "up"), (149_200_000, None)]),
        ("The herd fell by 400 to 11,000.", [(400, "down"), (11_000, None)]),
        ("The fleet grew by 40 to 520.", [(40, "up"), (520, None)]),
    ],
)
def test_a_change_and_what_it_got_to_are_two_figures(text: str, expected: list[object]) -> None:
    assert [(one.value, one.change) for one in find_quantities(text)] == expected


@pytest.mark.parametrize(
    "text", ["Staff is to grow by 10 to 15 people.", "Rates rose by 3 to 15 per cent.", "Output rose 1 to 2 per cent."]
)
def test_a_change_may_be_a_range(text: str) -> None:
    (found,) = find_quantities(text)
    assert found.value is None
    assert found.change == "up"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They feared a 1-in-200-year storm.", [(0.005, "ratio")]),
        ("It was a one-in-a-million goal.", [(1e-06, "ratio")]),
        ("A one-in-four chance remains.", [(0.25, "ratio")]),
        ("There is a 1-in-8 risk of frost.", [(0.125, "ratio")]),
        ("The screen is 24in wide, the frame 3 x 10 in.", [(24, "inch"), (3, "count"), (10, "count")]),
        ("The lamp is 50 times brighter than a candle.", [(50, "ratio")]),
        ("The new road is 20 times safer.", [(20, "ratio")]),
        ("The three times winner was beaten three times.", [(3, "count"), (3, "count")]),
        ("The tank was at 180 bar.", [(180, "bar")]),
        ("The pub has 12 bar staff.", [(12, "count")]),
        ("Some 3m need aid, including 1.2m displaced.", [(3 * 10**6, "count"), (1_200_000, "count")]),
        ("The 20m yacht sank.", [(20, "metre")]),
    ],
)
def test_ratios_and_letters(text: str, expected: list[object]) -> None:
    assert told(find_quantities(text)) == expected


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("A storm surge of up to 12 feet is due.", None),
        ("A drop of 20 metres lies behind the fence.", None),
        ("A rise of 20 centimetres in the sea level is due.", "up"),
    ],
)
def test_lengths_of_places_do_not_change(text: str, change: str | None) -> None:
    assert find_quantities(text)[0].change == change


@pytest.mark.parametrize(
    "text",
    [
        "Her 401(k) plan is gone.",
        "The ZIP code 90211 is rich.",
        "The PIN was 8765.",
        "He left on cloud nine.",
        "At one time he led it.",
        "The bus left at 10.45.",
        "The 7.40 to Leeds was late.",
        "It is a 9-to-5 job.",
    ],
)
def test_codes_times_and_phrases_are_no_figures(text: str) -> None:
    assert find_quantities(text) == []


def test_numbers_of_dates_stand_apart() -> None:
    text = "It fell from 30 to 2020."
    assert [one.value for one in find_quantities(text, apart=[(19, 23)])] == [30]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Girls aged 11 and 13 were found.", [11, 13]),
        ("The victims, aged 8, 10 and 17, are safe.", [8, 10, 17]),
        ("They held both suspects, both 31.", [31]),
        ("The brothers are both 52.", [52]),
    ],
)
def test_ages_of_several(text: str, ages: list[int]) -> None:
    assert [one.value for one in find_quantities(text) if one.unit == "year"] == ages
