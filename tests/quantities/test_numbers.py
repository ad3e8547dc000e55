"""Every spelling of a number that news uses, alone and with a noun."""

from __future__ import annotations

import pytest

from articlelens.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They counted 1,334,200 ballots.", 1_334_200),
        ("They counted 1334200 ballots.", 1_334_200),
        ("They counted 12,34,567 ballots.", 1_234_567),
        ("They counted 1.234.567 ballots.", 1_234_567),
        ("They counted 10 000 ballots.", 10_000),
        ("They counted 10\u202f450 ballots.", 10_450),
        ("They counted 10 450 ballots.", 10_450),
        ("They counted 3 210 450 ballots.", 3_210_450),
        ("They counted 4'500 ballots.", 4500),
        ("They counted 4’500’000 ballots.", 4_500_000),
        ("A quarter of a million ballots were void.", 250_000),
        ("A quarter million ballots were void.", 250_000),
        ("Three-quarters of a million ballots were void.", 750_000),
        ("A ratio of .75 was measured.", 0.75),
        ("It trades on 17.5 times.", 17.5),
        ("Some 4.3M units were shipped.", 4_300_000),
        ("The site has 20k readers.", 20_000),
        ("The app has 2.2bn users.", 2_200_000_000),
        ("The app has 15 mn users.", 15_000_000),
        ("The app has 1.5 million users.", 1_500_000),
        ("There were 4 hundred million trees.", 400_000_000),
        ("The state built three lakh homes.", 300_000),
        ("The state has 2.5 crore voters.", 25_000_000),
        ("The plan covers 1.2m households.", 1_200_000),
        ("Some 1.2m of them came.", 1_200_000),
        ("Seventeen ships waited.", 17),
        ("Twenty-one ships waited.", 21),
        ("A hundred ships waited.", 100),
        ("One hundred and five ships waited.", 105),
        ("Two thousand three hundred and four ships waited.", 2304),
        ("Forty-one thousand six hundred twelve ballots were spoiled.", 41_612),
        ("Two and a half million people fled.", 2_500_000),
        ("Half a million people fled.", 500_000),
        ("A dozen boats sank.", 12),
        ("Two dozen boats sank.", 24),
        ("Half a dozen boats sank.", 6),
        ("The mass is 5.97×10^24 tonnes.", 597 * 10**22),
        ("The gap is 2 x 10⁻³ mm.", 0.002),
    ],
)
def test_number(text: str, value: float) -> None:
    (found,) = find_quantities(text)
    assert found.value == value
    assert isinstance(found.value, type(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Tens of thousands marched.", 10_000, 100_000),
        ("Thousands of students marched.", 1000, 10_000),
        ("Hundreds of millions of birds migrate.", 10**8, 10**9),
        ("Dozens were hurt.", 12, 120),
        ("Scores of homes burned.", 20, 200),
        ("Several hundred homes burned.", 100, 1000),
        ("A few thousand homes burned.", 1000, 10_000),
    ],
)
def test_open_magnitude(text: str, low: int, high: int) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.low, found.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A third of the votes were void.", 1 / 3),
        ("Profits fell by a third to nothing.", 1 / 3),
        ("Two-thirds of the votes were void.", 2 / 3),
        ("Three quarters of the votes were void.", 0.75),
        ("A quarter of the votes were void.", 0.25),
        ("Half the votes were void.", 0.5),
        ("Almost half of the votes were void.", 0.5),
        ("One in five votes was void.", 0.2),
        ("9 out of 10 votes were void.", 0.9),
        ("1 in every 250 votes was void.", 0.004),
        ("It sold three times as many cars.", 3),
        ("It is twice as large.", 2),
        ("Debt is 1.8 times earnings.", 1.8),
        ("Protesters saw a tenfold rise.", 10),
        ("It passed by a 2-to-1 margin.", 2),
        ("¾ of the votes were void.", 0.75),
        ("1/3 of the votes were void.", 1 / 3),
    ],
)
def test_ratio(text: str, value: float) -> None:
    (found,) = find_quantities(text)
    assert found.kind == "ratio"
    assert found.unit is None
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "$",
        "€ and %",
        "m",
        "bn",
        "The 5",
        "1e999 percent",
        "9" * 5000,
        "1" * 400 + ".5",
        "∞ people",
        "2 x 10^99999 kg",
        "half",
        "-",
        "1,2,3,4",
    ],
)
def test_odd_input_gives_finite_numbers(text: str) -> None:
    for found in find_quantities(text):
        for number in (found.value, found.low, found.high):
            assert number is None or abs(number) < float("inf")


def test_whole_numbers_stay_exact() -> None:
    (found,) = find_quantities("7" * 400 + " grains of sand")
    assert found.value == int("7" * 400)
    (scaled,) = find_quantities("9007199254740993 million grains of sand")
    assert scaled.value == 9007199254740993 * 10**6


def test_infinity_is_no_figure() -> None:
    assert find_quantities("1e999 percent") == []
    assert find_quantities("1" * 400 + ".5 percent") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The airline ordered 15 787 jets.", [15, 787]),  # a model behind its count
        ("The numbers were 12 345 6.", [12, 345, 6]),  # a row of numbers
        ("They scored 12 3456 times.", [12, 3456]),
    ],
)
def test_blanks_that_part_no_thousands(text: str, values: list[int]) -> None:
    assert [found.value for found in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ratio is 3:2.", 1.5),
        ("It has a 16:10 aspect ratio.", 1.6),
        ("The ratio of men to women is 5 to 4.", 1.25),
        ("2:1", 2),
        ("Exports grew 3x.", 3),
    ],
)
def test_proportion(text: str, value: float) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.value, found.unit) == ("ratio", value, None)
