"""Money, percentages and quantities, and that every entry of the tables is read back from its own spelling."""

from __future__ import annotations

import pytest

from articlelens.quantities import find_quantities
from articlelens.quantities.measures import plurals, rows


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $2.3bn.", 2_300_000_000, "USD"),
        ("It cost US$12 million.", 12_000_000, "USD"),
        ("It cost US $12 million.", 12_000_000, "USD"),
        ("It cost $US12 million.", 12_000_000, "USD"),
        ("It cost C$40.", 40, "CAD"),
        ("It cost HK$5.4m.", 5_400_000, "HKD"),
        ("It cost RM79.", 79, "MYR"),
        ("It cost AUD1.5m.", 1_500_000, "AUD"),
        ("It cost EUR 300.", 300, "EUR"),
        ("It cost 1,200€.", 1200, "EUR"),
        ("It cost 40 USD.", 40, "USD"),
        ("It cost Rs 2,500 crore.", 25_000_000_000, "rupee"),
        ("It cost ₹90.", 90, "INR"),
        ("It cost ¥18bn.", 18_000_000_000, "JPY"),
        ("It cost 3 million Swiss francs.", 3_000_000, "CHF"),
        ("It cost 500 Peruvian soles.", 500, "PEN"),
        ("It cost 20 Barbadian dollars.", 20, "BBD"),
        ("It cost 5m euros.", 5_000_000, "EUR"),
        ("It cost 12 Sri Lankan rupees.", 12, "LKR"),
        ("It cost 250 pesos.", 250, "peso"),
        ("It cost 42 cents a share.", 42, "cent per share"),
        ("It cost 164p.", 164, "penny"),
        ("It cost 99c.", 99, "cent"),
        ("It cost sixteen dollars and 25 cents.", 16.25, "USD"),
        ("It cost £5 and 20 pence.", 5.2, "GBP"),
        ("It cost half a cent.", 0.5, "cent"),
        ("It is a million-dollar home.", 1_000_000, "USD"),
        ("It cost $1.5-million.", 1_500_000, "USD"),
        ("It cost $31.20 US.", 31.2, "USD"),
        ("It cost $76 US a barrel.", 76, "USD per barrel"),
        ("It cost $10 per gram.", 10, "USD per gram"),
        ("It cost £3,500 a month.", 3500, "GBP per month"),
        ("It cost €80 per sq m.", 80, "EUR per square metre"),
        ("It cost ten pounds to post.", 10, "GBP"),
        ("It cost £3.5 million pounds.", 3_500_000, "GBP"),
        ("It cost 40 pounds sterling.", 40, "GBP"),
        ("It is a 10-pound note.", 10, "GBP"),
        ("They earn 400 pounds a week.", 400, "GBP per week"),
        ("It cost $30 Canadian.", 30, "CAD"),
        ("It cost $10 K.", 10_000, "USD"),
        ("It cost R12.5 million.", 12_500_000, "ZAR"),
        ("It cost DKr40m.", 40_000_000, "DKK"),
        ("It cost CHF 2'500.", 2500, "CHF"),
        ("It cost a quarter of a million dollars.", 250_000, "USD"),
        ("The result was -$5 million.", -5_000_000, "USD"),
        ("The result was minus $5 million.", -5_000_000, "USD"),
        ("It cost 4 rupees and 50 paise.", 4.5, "rupee"),
    ],
)
def test_money(text: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.value, found.unit) == ("money", value, unit)


@pytest.mark.parametrize("spelling", ["%", " %", " percent", " per cent", " per-cent", "pc", " pct", "-percent"])
def test_percent(spelling: str) -> None:
    (found,) = find_quantities(f"Turnout was 5.5{spelling}.")
    assert (found.kind, found.value, found.unit) == ("percent", 5.5, "%")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("up 4 percentage points", 4, "percentage point"),
        ("up 25 basis points", 25, "basis point"),
        ("a 25-basis-point cut", 25, "basis point"),
        ("5kW", 5, "kilowatt"),
        ("a 75kWh battery", 75, "kilowatt-hour"),
        ("3.4 gigawatts", 3.4, "gigawatt"),
        ("1,200 sq ft", 1200, "square foot"),
        ("32m2", 32, "square metre"),
        ("86 sq km", 86, "square kilometre"),
        ("41.5C", 41.5, "degree Celsius"),
        ("41.5 °C", 41.5, "degree Celsius"),
        ("minus 7 degrees Celsius", -7, "degree Celsius"),
        ("7 degrees below zero", -7, "degree"),
        ("−7°C", -7, "degree Celsius"),
        ("minus-40 degrees Fahrenheit", -40, "degree Fahrenheit"),
        ("140 km/h", 140, "kilometre per hour"),
        ("about 80 m.p.h.", 80, "mile per hour"),
        ("80 miles an hour", 80, "mile per hour"),
        ("400,000 barrels a day", 400_000, "barrel per day"),
        ("a 52,000 barrel-a-day refinery", 52_000, "barrel per day"),
        ("24 miles per gallon", 24, "mile per gallon"),
        ("275 pound-feet of torque", 275, "pound-foot"),
        ("4500 mAh", 4500, "milliampere-hour"),
        ("54GB of data", 54, "gigabyte"),
        ("15 years in prison", 15, "year"),
        ("a five-year plan", 5, "year"),
        ("a 10-kilometre-long tunnel", 10, "kilometre"),
        ("a 6-year-old girl", 6, "year"),
        ("an 18-month-old boy", 18, "month"),
        ("people aged 75", 75, "year"),
        ("a woman of 50 years of age", 50, "year"),
        ("she was 34 when she left", 34, "year"),
        ("a magnitude 6.8 earthquake", 6.8, "magnitude"),
        ("a 45m-high wall", 45, "metre"),
        ("87.58m with the javelin", 87.58, "metre"),
        ("half a mile", 0.5, "mile"),
        ("a quarter of an hour", 0.25, "hour"),
        ("1/16 of a pint", 0.0625, "pint"),
        ("3½ hours", 3.5, "hour"),
        ("11 FEET per century", 11, "foot per century"),
        ("a 200-pound man", 200, "pound"),
        ("10 or more years", 10, "year"),
        ("five consecutive weeks", 5, "week"),
        ("5ft 6in", 5.5, "foot"),
        ("5 feet 6 inches", 5.5, "foot"),
        ("a 6-foot-3 guard", 6.25, "foot"),
        ("a 6-foot-3-inch guard", 6.25, "foot"),
        ("he is six foot three", 6.25, "foot"),
        ("he is 6'3\" tall", 6.25, "foot"),
        ("he is 6' 3'' tall", 6.25, "foot"),
        ("5′9″", 5.75, "foot"),
        ("a 6'3 guard", 6.25, "foot"),
        ("9 pounds 8 ounces", 9.5, "pound"),
        ("9lb 4oz", 9.25, "pound"),
        ("14st 7lb", 14.5, "stone"),
        ("14st", 14, "stone"),
        ("21st 7lb", 21.5, "stone"),
        ("7 million barrels of oil per day", 7_000_000, "barrel per day"),
        ("40 tonnes of carbon dioxide a year", 40, "tonne per year"),
        ("40 tonnes of rice a ship", 40, "tonne"),
        ("40 tonnes of the rice per bag", 40, "tonne"),
        ("12 stone", 12, "stone"),
        ("2 hours 30 minutes", 2.5, "hour"),
        ("2h 30m", 2.5, "hour"),
        ("2 hours, 30 minutes and 36 seconds", 2.51, "hour"),
        ("four years and nine months in jail", 4.75, "year"),
        ("an hour and a half", 1.5, "hour"),
        ("two miles and a quarter", 2.25, "mile"),
        ("a month-old baby", 1, "month"),
        ("10 gb", 10, "gigabyte"),
        ("512 MB", 512, "megabyte"),
        ("1.5 l", 1.5, "litre"),
        ("960 mb", 960, "millibar"),
        ("100 megabits per second", 100, "megabit per second"),
        ("9.8 m/s²", 9.8, "metre per second squared"),
        ("at Mach 2", 2, "Mach"),
        ("children under 5 may enter", 5, "year"),
        ("she died at 93", 93, "year"),
        ("she's 34", 34, "year"),
    ],
)
def test_quantity(text: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.unit) == ("quantity", unit)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("half a percent", 0.5), ("half of 1 per cent", 0.5), ("a quarter of a percent", 0.25)],
)
def test_part_of_a_percent(text: str, value: float) -> None:
    (found,) = find_quantities(f"Rates rose by {text}.")
    assert (found.kind, found.value, found.unit) == ("percent", value, "%")


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("a room of 20 by 30 metres", [20, 30], "metre"),
        ("a 20-by-30-foot room", [20, 30], "foot"),
        ("a sheet of 8 x 10 inches", [8, 10], "inch"),
        ("a box of 10 x 20 x 30 cm", [10, 20, 30], "centimetre"),
        ("a pitch of 100 metres by 60", [100, 60], "metre"),
    ],
)
def test_sides_share_their_unit(text: str, values: list[int], unit: str) -> None:
    found = find_quantities(text)
    assert [quantity.value for quantity in found] == values
    assert {quantity.unit for quantity in found} == {unit}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("60 F-35 jets", [None]),
        ("12 stones were thrown", [None]),
        ("thousands of pounds of rice", ["pound"]),
        ("He cut staff of 20 by 30%.", [None, "%"]),
        ("He ran six foot races", ["foot"]),
        ("the PS5 and R2 consoles", []),
    ],
)
def test_what_only_looks_like_a_unit(text: str, units: list[str | None]) -> None:
    assert [found.unit for found in find_quantities(text)] == units


def test_tens_of_millions_of_dollars_are_money() -> None:
    (found,) = find_quantities("It will cost tens of millions of dollars.")
    assert (found.kind, found.low, found.high, found.unit) == ("money", 10**7, 10**8, "USD")


def _unit_spellings() -> list[tuple[str, str]]:
    spellings = []
    for row in rows("units"):
        names = [name for name in row["names"].split("|") if name]
        for name in names:
            spellings += [(f"They saw 7 {word} there.", row["unit"]) for word in (name, *plurals(name))]
        spellings += [(f"They saw 7 {symbol} there.", row["unit"]) for symbol in row["symbols"].split("|") if symbol]
        spellings += [(f"They saw 7{symbol} there.", row["unit"]) for symbol in row["glued"].split("|") if symbol]
    return spellings


@pytest.mark.parametrize(("text", "unit"), _unit_spellings())
def test_each_unit_is_read_back(text: str, unit: str) -> None:
    assert [found.unit for found in find_quantities(text)] == [unit]


def _currency_spellings() -> list[tuple[str, str]]:
    spellings = []
    for row in rows("currencies"):
        spellings += [(f"They owed {sign}7,500 then.", row["code"]) for sign in row["prefixes"].split("|") if sign]
        spellings += [(f"They owed 7,500 {name} then.", row["code"]) for name in row["names"].split("|") if name]
        spellings += [(f"They owed 7,500{sign} then.", row["code"]) for sign in row["suffixes"].split("|") if sign]
        if row["code"].isupper():
            spellings += [
                (f"They owed {row['code']} 7,500 then.", row["code"]),
                (f"They owed {row['code']}7,500 then.", row["code"]),
                (f"They owed 7,500 {row['code']} then.", row["code"]),
            ]
    return spellings


@pytest.mark.parametrize(("text", "code"), _currency_spellings())
def test_each_currency_is_read_back(text: str, code: str) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.value, found.unit) == ("money", 7500, code)


def test_tables_have_one_row_a_unit() -> None:
    for table, key in (("units", "unit"), ("currencies", "code")):
        names = [row[key] for row in rows(table)]
        assert len(names) == len(set(names))
