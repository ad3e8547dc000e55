"""What holds of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelens.quantities import Quantity, find_quantities

PIECES = [
    *(
        "one",
        "two",
        "twenty",
        "hundred",
        "million",
        "dozen",
        "tens",
        "of",
        "thousands",
        "a",
        "half",
        "third",
        "quarter",
    ),
    *("and", "5", "10", "2.5", "1,000", "2019", "007", "1/2", "½", "$", "€", "£", "US$", "RM", "%", "per", "cent"),
    *("percent", "points", "kg", "km/h", "m", "bn", "k", "years-old", "year", "C", "-", "–", "−", "+", "~", "to", "or"),
    *("between", "from", "more", "than", "by", "up", "down", "rose", "fell", "in", "out", "times", "twice", "(", ")"),
    *(",", ".", "/", ":", ";", "Mr", "July", "X-", "\n", "\n\n", "'", "’", "#", "@", "www."),
]

phrases = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
)


def check(text: str) -> list[Quantity]:
    found = find_quantities(text)
    behind = 0
    for quantity in found:
        assert behind <= quantity.start < quantity.end <= len(text)
        behind = quantity.end
        if quantity.value is None:
            assert quantity.low is not None
            assert quantity.high is not None
            assert quantity.low < quantity.high
        else:
            assert quantity.low is None
            assert quantity.high is None
        assert (quantity.kind == "percent") == (quantity.unit == "%")
        assert (quantity.unit is None) == (quantity.kind in ("count", "ratio"))
    return found


@given(st.text(max_size=200))
def test_arbitrary_text(text: str) -> None:
    check(text)


@given(phrases)
def test_arbitrary_phrases(text: str) -> None:
    check(text)


@given(st.integers(min_value=2200, max_value=10**40))
def test_any_integer_is_read_as_it_is_written(number: int) -> None:
    for text in (f"They saw {number} birds.", f"They saw {number:,} birds."):
        assert [quantity.value for quantity in check(text)] == [number]


@given(st.text(alphabet="0123456789.,-– /$%m", max_size=60))
def test_digits_and_signs(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", " ", "\n", "one ", "one hundred and ", "a ", "half a ", "1-", "1:", "1 to ", "12 Aaa ", "$", "+11 22"],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        find_quantities(text)
        return time.process_time() - begin

    find_quantities("one hundred and five euros and 7 Barbadian dollars")  # what is loaded at the first use
    small, large = max(seconds(2_000), 0.005), seconds(20_000)
    assert large < 40 * small
