"""What a figure counts where its neighbours say more than the parse: leads, parts, tallies, fates, shots."""

from __future__ import annotations

import pytest

from articlelens import Analyzer


def figures(analyzer: Analyzer, text: str) -> list[tuple[float | int | None, str | None]]:
    return [(figure.value, figure.of) for figure in analyzer.analyze(text).figures]


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        # what became of those that are counted
        ("About 40 miners were trapped by the flood.", 40, "miners trapped"),
        ("Police said 1,200 villagers had been displaced since Sunday.", 1200, "villagers displaced"),
        ("Nine children were among the dead.", 9, "children"),
        ("The rebels killed 30 soldiers.", 30, "soldiers"),
        ("Some 20,000 marched through the old town.", 20_000, "marched"),
        ("Landslides killed 61 in the hills.", 61, "killed"),
        ("The wave injured 12 more and fled inland.", 12, None),
        # a part of what the sentence begins with
        ("Of the 90 boats, 14 have returned.", 14, "the 90 boats"),
        ("Of the 90 members, 61% backed the plan.", 61, "the 90 members"),
        # who leads, not who trails
        ("Kimani finished 4.2 seconds ahead of Sato.", 4.2, "Kimani"),
        ("The party is 12 points behind the Greens in the polls.", 12, "The party"),
        ("The bridge was finished two months ahead of schedule.", 2, None),
        # the second of a pair has no noun of its own
        ("The motion passed by 61 votes to 22.", 22, "votes"),
        ("The firm grew from 3 bakeries to 48.", 48, "bakeries"),
        # a level that something got to
        ("Attendance at the fair topped 60,000.", 60_000, "Attendance"),
        ("The lira weakened to trade at 32.25 against the dollar.", 32.25, "The lira"),
        # a dateline, a speaker and a forecaster are not what is measured
        ("Nairobi: The index gained 21.4 points.", 21.4, "The index"),
        ("PORT LOUIS, May 9 (Reuters) - Output at the island's mills fell 6.4% to 210,000 tonnes.", 6.4, "Output"),
        # a share of what a clause tells of, and of the name before it
        ("With 93% of districts reporting, Ms. Vega led.", 93, "districts"),
        ("Ms. Vega led Mr. Oduya, with Mr. Haas at 7%.", 7, "Mr. Haas"),
        # a measure in brackets
        ("A storm hit Camp III of Baruntse (7,129m) on Monday.", 7129, "Baruntse"),
        ("Exports of tea rose sharply, the board said, earning $40m.", 40_000_000, "Exports of tea"),
        ("Analysts had forecast $1.2 billion.", 1_200_000_000, None),
        ("The court fined him £500.", 500, None),
        ("Sales were $4 billion versus the $3.9 billion expected.", 3_900_000_000, "Sales"),
        # the whole compound
        ("It has backing in the bloc's 14 member states.", 14, "member states"),
        ("He made 31 off 20 balls.", 31, None),
        ("She shot 61% from the field.", 61, "the field"),
        ("The fall came two days before the vote.", 2, None),
        ("A bonus for the chairman, Ivo Hale, which came to $7m, was cut.", 7_000_000, "A bonus"),
        ("Banks fell, with the Velmar 30 up 2%.", 2, "the Velmar 30"),
    ],
)
def test_counted(analyzer: Analyzer, text: str, value: float, counted: str | None) -> None:
    found = [of for number, of in figures(analyzer, text) if number == pytest.approx(value)]
    assert found == [counted]


def test_the_suspects_are_not_all_arrested(analyzer: Analyzer) -> None:
    assert figures(analyzer, "Three of the four suspects were arrested.")[1] == (4, "suspects")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Unity won 61 seats, the Liberals 30 and the Farmers 9.", [(61, "seats"), (30, "seats"), (9, "seats")]),
        ("Unity won 61 seats, while the Green Front took 37.", [(61, "seats"), (37, "seats")]),
        ("The firm sold 61 boats, the Zephyr 30 and the Zephyr 40.", [(61, "boats")]),
    ],
)
def test_tallies(analyzer: Analyzer, text: str, counted: list[tuple[int, str]]) -> None:
    """A number behind a name counts what was won before; behind a product's name it is none."""
    assert figures(analyzer, text) == counted


def test_a_level_taken_for_a_date(analyzer: Analyzer) -> None:
    """A thousand with a comma is no date, whatever the entity recognizer says."""
    found = figures(analyzer, "The index closed down 1% and the broader index lost 2% to end at 1,334.20 on Monday.")
    assert found[-1][0] == pytest.approx(1334.2)
