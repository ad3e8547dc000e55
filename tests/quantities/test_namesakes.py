"""Which currency an article means by a name that several have."""

from __future__ import annotations

import pytest

from articlelens.quantities.measures import rows
from articlelens.quantities.namesakes import decide


@pytest.mark.parametrize(
    ("text", "units", "codes"),
    [
        ("A bus in Mumbai costs 20 rupees.", ["rupee"], {"rupee": "INR"}),
        ("A bus in Colombo costs 20 rupees a day.", ["rupee per day"], {"rupee": "LKR"}),
        ("A bus costs 20 rupees.", ["rupee"], {}),
        ("India and Pakistan will pay 20 rupees.", ["rupee"], {}),
        ("Pakistan will pay 20 rupees, or 80 Indian rupees in all.", ["rupee", "INR"], {"rupee": "INR"}),
        ("Norway will pay 40m kroner and 20 pesos.", ["krone", "peso", None], {"krone": "NOK"}),
        ("Indiana will pay 20 rupees.", ["rupee"], {}),
        ("India will pay 20 dollars.", ["USD"], {}),
    ],
)
def test_decide(text: str, units: list[str | None], codes: dict[str, str]) -> None:
    assert decide(text, units) == codes


def test_each_country_decides() -> None:
    for row in rows("namesakes"):
        for country in row["countries"].split("|"):
            assert decide(f"In {country}, 20 were paid.", [row["name"]]) == {row["name"]: row["code"]}


def test_each_name_is_that_of_a_currency() -> None:
    known = {row["code"] for row in rows("currencies")}
    assert {row["name"] for row in rows("namesakes")} <= known
