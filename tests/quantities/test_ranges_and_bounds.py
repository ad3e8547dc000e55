"""Ranges, bounds and directions."""

from __future__ import annotations

import pytest

from articlelens.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It will cost €90–110m.", 90_000_000, 110_000_000, "EUR"),
        ("It will cost $5-$7.", 5, 7, "USD"),
        ("It will cost $5-7.", 5, 7, "USD"),
        ("It will cost between $90m and $110m.", 90_000_000, 110_000_000, "USD"),
        ("A fine of $3 billion to $5 billion is due.", 3 * 10**9, 5 * 10**9, "USD"),
        ("A fine of $3 to $5 billion is due.", 3 * 10**9, 5 * 10**9, "USD"),
        ("Claims range from $200 to $4 million.", 200, 4_000_000, "USD"),
        ("Tickets are $8 or $9.", 8, 9, "USD"),
        ("Rents run from £1,200 to £1,500 a month.", 1200, 1500, "GBP per month"),
        ("Some 1 to 2 thousand people came.", 1000, 2000, None),
        ("Some 1m-2m people came.", 10**6, 2 * 10**6, None),
        ("Some three or four people came.", 3, 4, None),
        ("Between 300 and 400 people came.", 300, 400, None),
        ("A 5-10W bulb.", 5, 10, "watt"),
        ("He drove at 15-22 miles per hour.", 15, 22, "mile per hour"),
        ("It takes seven to 10 years.", 7, 10, "year"),
        ("It takes between seven to 10 years.", 7, 10, "year"),
        ("18- to 24-year-olds voted.", 18, 24, "year"),
        ("Adults aged 18 to 24 voted.", 18, 24, "year"),
        ("Prices are set to rise between 5% and 6%.", 5, 6, "%"),
        ("Highs of 35C to 38C are due.", 35, 38, "degree Celsius"),
        ("A ~25 – 40min wait.", 25, 40, "minute"),
        ("A 25~40 minute wait.", 25, 40, "minute"),
        ("From 10 up to 20 people came.", 10, 20, None),
        ("From 10 to about 20 people came.", 10, 20, None),
        ("The dead were aged between 9 and 61.", 9, 61, "year"),
        ("More than 10 but fewer than 20 people came.", 10, 20, None),
        ("At least 10 and at most 20 per cent left.", 10, 20, "%"),
    ],
)
def test_range(text: str, low: int, high: int, unit: str | None) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.low, found.high, found.unit) == (None, low, high, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell from $36,040 to $34,935.", [36040, 34935]),
        ("It rose from $5m to $7m.", [5_000_000, 7_000_000]),
        ("Output rose by $43bn to $419bn.", [43 * 10**9, 419 * 10**9]),
        ("Shares added 5 cents to 42 cents.", [5, 42]),
        ("Growth is to slow from 4.8 to 4.7 percent.", [4.8, 4.7]),
        ("It fell from 1.3 to 1.1 million.", [1_300_000, 1_100_000]),
        ("It fell from 12.4 to 9.8 billion euros.", [12.4 * 10**9, 9.8 * 10**9]),
        ("It fell from 900 to 1.1 million.", [900, 1_100_000]),
        ("More than 10 died and fewer than 5 were hurt.", [10, 5]),
        ("Revenue was $5m and profit $7m.", [5_000_000, 7_000_000]),
        ("Sales rose 7% to $2.3m.", [7, 2_300_000]),
    ],
)
def test_where_it_came_from_and_got_to_is_no_range(text: str, values: list[float]) -> None:
    assert [found.value for found in find_quantities(text)] == values


def test_the_unit_reaches_back_over_from_and_to() -> None:
    assert [found.unit for found in find_quantities("Growth is to slow from 4.8 to 4.7 percent.")] == ["%", "%"]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("About 50 people", "approximately"),
        ("nearly 50 people", "approximately"),
        ("an estimated 50 people", "approximately"),
        ("some 50 people", "approximately"),
        ("~50 people", "approximately"),
        ("≈50 people", "approximately"),
        ("50 or so people", "approximately"),
        ("close to 50 people", "approximately"),
        ("in the region of 50 people", "approximately"),
        ("at least 50 people", "at_least"),
        ("no fewer than 50 people", "at_least"),
        ("50 people or more", None),
        ("50 or more people", "at_least"),
        ("50-plus people", "at_least"),
        ("50+ people", "at_least"),
        ("a minimum of 50 people", "at_least"),
        ("greater than or equal to 50 people", "at_least"),
        ("up to 50 people", "at_most"),
        ("as many as 50 people", "at_most"),
        ("no more than 50 people", "at_most"),
        ("50 or fewer people", "at_most"),
        ("more than 50 people", "more_than"),
        ("over 50 people", "more_than"),
        ("well over 50 people", "more_than"),
        ("upwards of 50 people", "more_than"),
        ("exceeded 50 people", "more_than"),
        ("fewer than 50 people", "less_than"),
        ("just under 50 people", "less_than"),
        ("less than a further 50 people", "less_than"),
        ("sub-50 people", "less_than"),
        ("up to about 50 people", "at_most"),
        ("exactly 50 people", None),
        ("the 50 people", None),
        ("They talked about 50 people", None),
        ("It did not exceed 50 people", "at_most"),
        ("without exceeding 50 people", "at_most"),
        ("It never rose above 50 people", "at_most"),
        ("It does not hold more than 50 people", "at_most"),
        ("It didn’t draw more than 50 people", "at_most"),
        ("It has never been below 50 people", "at_least"),
        ("It may not hold fewer than 50 people", "at_least"),
        ("He did not say more than 50 people", "more_than"),
        ("not only more than 50 people", "more_than"),
    ],
)
def test_modifier(text: str, modifier: str | None) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.modifier) == (50, modifier)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("He smoked for over 20 years.", "more_than"),
        ("Over 20 years, the ice shrank.", None),  # in the course of
        ("The ice shrank over 20 years.", None),
        ("Over 20 years after the war, mines remain.", "more_than"),
        ("Children over 12 years old may enter.", "more_than"),
    ],
)
def test_over_a_duration_may_mean_in_its_course(text: str, modifier: str | None) -> None:
    (found,) = find_quantities(text)
    assert found.modifier == modifier


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Shares rose 3%.", "up"),
        ("Shares rose by nearly 3%.", "up"),
        ("Shares were up about 3%.", "up"),
        ("Shares climbed a further 3%.", "up"),
        ("Shares jumped sharply, by 3%.", "up"),
        ("Shares gained 3%.", "up"),
        ("Shares closed 3% higher.", "up"),
        ("Nikkei +3%.", "up"),
        ("Shares lost 3%.", "down"),
        ("Shares fell as much as 3%.", "down"),
        ("Shares, down 3%, led the fall.", "down"),
        ("It cut its forecast by 3%.", "down"),
        ("It reduced emissions last year by 3%.", "down"),
        ("Shares ended 3% lower.", "down"),
        ("Shares fell to 3%.", None),
        ("Shares rose from 3%.", None),
        ("A 3% rise is due.", "up"),
        ("A 3% annual pay rise is due.", "up"),
        ("There was a 3% drop in sales.", "down"),
        ("A rise of 3% was recorded.", "up"),
        ("A fall in sales of about 3% was recorded.", "down"),
        ("The gap widened by 3%.", "up"),
        ("The gap narrowed by 3%.", "down"),
        ("The forecast was revised upward by 3%.", "up"),
        ("The shares recovered 3%.", "up"),
        ("Prices did not rise by more than 3%.", None),
        ("Prices never rose above 3%.", None),
        ("Prices haven't yet fallen 3%.", None),
        ("Sales failed to grow 3%.", None),
        ("There was no rise of 3%.", None),
        ("About 3% drop out of school.", None),
        ("It is a 3% growth fund.", None),
        ("Prices are 3% higher than then.", None),
        ("Women made up 3% of them.", None),
        ("Up to 3% may leave.", None),
        ("The rate is 3%.", None),
    ],
)
def test_change(text: str, change: str | None) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit, found.change) == (3, "%", change)


def test_a_place_is_no_change() -> None:
    (found,) = find_quantities("The ferry sank 12 miles off the coast.")
    assert found.change is None


def test_bound_and_direction_hold_at_once() -> None:
    (found,) = find_quantities("Sales were up nearly 57 per cent.")
    assert (found.modifier, found.change) == ("approximately", "up")


def test_a_figure_in_brackets_restates_the_one_before() -> None:
    first, second = find_quantities("More than 8 miles (13 km) of tunnel were dug.")
    assert (second.restates, second.modifier) == (True, "more_than")
    assert not first.restates
    first, second = find_quantities("It took 8 miles (13 hours).")
    assert not second.restates


def test_a_rate_behind_the_brackets_is_that_of_both() -> None:
    found = find_quantities("She earns £50,000 ($63,000) a year.")
    assert [quantity.unit for quantity in found] == ["GBP per year", "USD per year"]


@pytest.mark.parametrize(
    "text",
    [
        "The shares gained $1.15, or 1.4%, on Friday.",
        "The shares gained 45 cents (1.4%) on Friday.",
        "Steel was up 2.3%, Copper by 1.9%.",
        "Sales rose 5% in May and 3% in June.",
        "Profits were up a fifth, or £3m.",
    ],
)
def test_the_direction_holds_for_both(text: str) -> None:
    assert [found.change for found in find_quantities(text)] == ["up", "up"]


@pytest.mark.parametrize(
    "text",
    [
        "Police recovered 1,200 phones.",
        "Police recovered $5m.",
        "The coach dropped two players.",
        "She jumped 6.92m.",
        "They had a 200-metre climb.",
        "The law raised $5m.",
    ],
)
def test_what_is_done_to_a_number_of_things_is_no_change(text: str) -> None:
    assert [found.change for found in find_quantities(text)] == [None]
