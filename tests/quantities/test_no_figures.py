"""What is no figure though it has digits or number words."""

from __future__ import annotations

import pytest

from articlelens.quantities import find_quantities
from articlelens.quantities.refusals import Shape, shapes


@pytest.mark.parametrize(
    "text",
    [
        "on 19 July 2023",
        "on July 19th",
        "on Oct. 31",
        "July 27-29, 2023",
        "since December 2022",
        "on 2023-07-19",
        "on 19/07/2023",
        "the 2018-19 season",
        "in the 1990s",
        "in the '90s",
        "at 10.45pm",
        "at 5am",
        "at 14:30",
        "at 1430 GMT",
        "in a time of 2:04.3",
        "the 22nd floor",
        "the twenty-second floor",
        "COVID-19 cases",
        "an F-16 jet",
        "the X40 motorway",
        "a 3D film",
        "a 5G phone",
        "a 1080p screen",
        "a 4x4",
        "version 10.2.1",
        "call 020 7946 0958",
        "call +44 20 7946 0958",
        "call (555) 555-0134",
        "call 020-7946-0958",
        "at 16-18 Mill Street",
        "at 575 Old Harbour Road",
        "see page 12",
        "Day 196",
        "No. 5",
        "number 10",
        "#7",
        "the Group of 20",
        "in season 2",
        "24/7",
        "on 9/11",
        "a 50-50 chance",
        "no one came",
        "one another",
        "a two-way street",
        "the first half",
        "a third man",
        "One day, they left.",
        "www.example.com/2023/07/19/story-123",
        "mail desk24@example.com",
        "@user99 and #cop28",
        "the PS5 console",
        "007",
        "7-Eleven",
        "they score",
        "nineteen eighty-four",
        "from 1957–1989",
        "won 3-1",
        "the twenty-first century",
        "in 753 BC",
        "in 753-751 B.C.",
        "in 250 AD",
        "a six-figure salary",
        "a 30-something",
        "won 2:1 at home",
        "see John 3:16",
    ],
)
def test_is_no_figure(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.name)
def test_each_shape_passes_over_its_own_example(shape: Shape) -> None:
    assert find_quantities(f"It says {shape.example} here.") == []


def test_list_numbers_are_no_figures() -> None:
    assert find_quantities("1. Bread\n2. Butter\n3) Jam") == []


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("In 2019 it rained.", "year"),
        ("The Zephyr 11 phone is out.", "name"),
        ("They lost 1-3 there.", "score"),
        ("Ada Roe, 66, has left.", "age"),
        ("One proposal was read.", "one"),
        ("the bottom three clubs", "rank"),
        ("There were 1,957 ships.", None),
        ("In all 57 ships came.", None),
    ],
)
def test_doubt(text: str, doubt: str | None) -> None:
    assert find_quantities(text)[0].doubt == doubt


@pytest.mark.parametrize("text", ["He is 5'", "He is 5' tall", "5'²"])
def test_feet_without_inches(text: str) -> None:
    """A mark of feet that no inches follow ends no run."""
    find_quantities(text)
