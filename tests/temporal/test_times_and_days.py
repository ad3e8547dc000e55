"""Clock times with their part of the day, weekdays beside others, and what is counted from the date before."""

import pytest

from articlelens.temporal import Evidence, find_timexes

# a Thursday
REFERENCE = "2024-03-14"


def read(text, reference=REFERENCE, tense=None):
    evidence = Evidence(tense=lambda _start, _end: tense)
    timexes = find_timexes(text, reference=reference, evidence=evidence).timexes
    return [(text[timex.start : timex.end], timex.value) for timex in timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met at 7:30 on Friday evening.", ("7:30 on Friday evening", "2024-03-08T19:30")),
        ("It met at 19:30 on Friday evening.", ("19:30 on Friday evening", "2024-03-08T19:30")),
        ("It met at 3:15 on Sunday morning.", ("3:15 on Sunday morning", "2024-03-10T03:15")),
        ("It met at 2:30 in the afternoon on Monday.", ("2:30 in the afternoon on Monday", "2024-03-11T14:30")),
        ("It met at 11:45 on Tuesday night.", ("11:45 on Tuesday night", "2024-03-12T23:45")),
        ("It met at 12:40 on Saturday night.", ("12:40 on Saturday night", "2024-03-10T00:40")),
        ("It met at 2 a.m. last night.", ("2 a.m. last night", "2024-03-14T02:00")),
        ("It met at 10:20 last night.", ("10:20 last night", "2024-03-13T22:20")),
        ("It met at 8:05 this morning.", ("8:05 this morning", "2024-03-14T08:05")),
        ("It met at 6 on Friday evening.", ("6 on Friday evening", "2024-03-08T18:00")),
        ("It met at 9.15 on Friday evening.", ("9.15 on Friday evening", "2024-03-08T21:15")),
        ("It met at half past seven on Friday evening.", ("half past seven on Friday evening", "2024-03-08T19:30")),
        ("It met at a quarter to one on Friday morning.", ("a quarter to one on Friday morning", "2024-03-08T00:45")),
        ("It met at twenty past six last night.", ("twenty past six last night", "2024-03-13T18:20")),
        ("On Friday evening at 8, it met.", ("Friday evening at 8", "2024-03-08T20:00")),
        ("On the evening of March 3 at 8:10 it met.", ("the evening of March 3 at 8:10", "2024-03-03T20:10")),
        ("On Sunday evening, at around 9.15, it met.", ("Sunday evening, at around 9.15", "2024-03-10T21:15")),
        ("It met on Sunday at midnight.", ("Sunday at midnight", "2024-03-10T24:00")),
        ("It met on Christmas morning.", ("Christmas morning", "2023-12-25TMO")),
        ("It met the night before last.", ("the night before last", "2024-03-12TNI")),
        ("It met at 8 p.m. on New Year's Eve.", ("8 p.m. on New Year's Eve", "2023-12-31T20:00")),
        ("It met at 1841 GMT on Tuesday.", ("1841 GMT on Tuesday", "2024-03-12T18:41Z")),
    ],
)
def test_clock_times_take_the_part_of_the_day(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Open from 9 a.m. to 5 p.m. on Tuesday.", ["2024-03-12T09:00", "2024-03-12T17:00"]),
        ("Open from 7:30 to 9 p.m. on Tuesday.", ["2024-03-12T19:30", "2024-03-12T21:00"]),
        ("Shut from 10pm to 5am on Friday.", ["XXXX-XX-XXT22:00", "2024-03-08T05:00"]),
        ("It came at 2:41 a.m. (1841 GMT on Tuesday).", ["XXXX-XX-XXT02:41", "2024-03-12T18:41Z"]),
    ],
)
def test_a_range_of_hours_is_of_one_day_unless_it_runs_past_midnight(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize("text", ["They stood at 6 on Friday.", "The rupee was at 9.15 on Friday.", "It won 3:2."])
def test_a_number_is_no_hour_without_the_part_of_the_day(text):
    assert all("T" not in value for _, value in read(text))


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("two Fridays ago", "2024-03-01"),
        ("three Mondays ago", "2024-02-26"),
        ("a few Mondays ago", "PAST_REF"),
        ("Friday week", "2024-03-22"),
        ("last Friday week", "2024-03-01"),
        ("Monday fortnight", "2024-04-01"),
        ("today week", "2024-03-21"),
        ("a week today", "2024-03-21"),
        ("a fortnight tomorrow", "2024-03-29"),
        ("a week on Tuesday", "2024-03-26"),
        ("a week last Tuesday", "2024-03-05"),
        ("two weeks from Saturday", "2024-03-30"),
        ("a week ago Tuesday", "2024-03-05"),
        ("a week ago Thursday", "2024-03-07"),
        ("a year ago today", "2023-03-14"),
        ("two months ago yesterday", "2024-01-13"),
        ("the Friday before last", "2024-03-01"),
        ("the Sunday after next", "2024-03-24"),
        ("the week before last", "2024-W09"),
        ("the weekend before last", "2024-W09-WE"),
        ("the month after next", "2024-05"),
        ("the year before last", "2022"),
        ("the summer before last", "2022-SU"),
        ("the Christmas before last", "2022-12-25"),
        ("Tuesday last", "2024-03-12"),
        ("next week on Wednesday", "2024-03-20"),
        ("this coming Tuesday", "2024-03-19"),
        ("the Friday after Thanksgiving", "2023-11-24"),
        ("the Sunday before March 3", "2024-02-25"),
        ("the Sunday after March 3", "2024-03-10"),
        ("the day after Thanksgiving", "2023-11-24"),
        ("the eve of New Year's Day", "2023-12-31"),
        ("the first week of March", "2024-03"),
        ("the last weekend of January 2023", "2023-01"),
        ("the final quarter of 2022", "2022-Q4"),
        ("Q4 FY24", "FY2024-Q4"),
        ("the second half of FY25", "FY2025-H2"),
        ("the fiscal year 2023-24", "FY2024"),
        ("the 2023-24 financial year", "FY2024"),
        ("the 14th day of February 2023", "2023-02-14"),
        ("2023/02/14", "2023-02-14"),
        ("at the weekend", "2024-W10-WE"),
        ("on the weekend", "2024-W10-WE"),
        ("the first Sunday of every month", "P1M"),
        ("within days", "PXD"),
        ("a year to the day after Oct. 7, 2022", "2023-10-07"),
        # of these the words do not tell which
        ("on a Friday", "XXXX-WXX-5"),
        ("on the Friday before the vote", "XXXX-WXX-5"),
        ("on the first Saturday of the month", "XXXX-WXX-6"),
    ],
)
def test_days_and_units_beside_others(phrase, value):
    text = f"The council met {phrase}."
    found = read(text)
    assert [value_found for _, value_found in found] == [value]
    assert found[0][0] in phrase


def test_a_year_to_the_day_after_a_day_without_its_year_is_a_length_and_that_day():
    found = read("A year to the day after Oct. 7, families met.")
    assert found == [("A year to the day", "P1Y"), ("Oct. 7", "2023-10-07")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She came in May 2020 and left the following year.", ["2020-05", "2021"]),
        ("She came in May 2020 and left a year later.", ["2020-05", "2021-05"]),
        ("She came in May 2020; the previous year she had won.", ["2020-05", "2019"]),
        ("It fell in the third quarter of 2021 and rose the following year.", ["2021-Q3", "2022"]),
        ("She came in 2005; the following March she left.", ["2005", "2006-03"]),
        ("She came in January 2005; the following March she left.", ["2005-01", "2005-03"]),
        ("She came in May 2005; the previous summer she had won.", ["2005-05", "2004-SU"]),
        ("She was freed in 2019 and wed in May of the following year.", ["2019", "2020-05"]),
        ("It rose in March 2020 and in the same month of 2021.", ["2020-03", "2021-03"]),
        ("It rose in the third quarter of 2022 from the same quarter a year earlier.", ["2022-Q3", "2021-Q3"]),
        ("It rose in the fourth quarter from the same quarter last year.", ["2023-Q4", "2022-Q4"]),
        ("It rose on February 9, as on the same day of 2019.", ["2024-02-09", "2019-02-09"]),
        ("It rose on February 29, 2020, as on the same day in 2019.", ["2020-02-29", "2019"]),
        ("It rose from the same period of 2021.", ["2021"]),
        ("It rose in the same month last year.", ["2023"]),
        ("He fled on Feb. 1, 2024. The following Monday he died.", ["2024-02-01", "2024-02-05"]),
        ("He fled on Feb. 2, 2024. That Friday he died.", ["2024-02-02", "2024-02-02"]),
        ("He fled on Feb. 2, 2024. The previous Friday he wed.", ["2024-02-02", "2024-01-26"]),
        ("The following Monday he died.", ["XXXX-WXX-1"]),
        ("In 323 BC he died; ten years later they fought.", ["BC0323", "XXXX"]),
        ("Profit rose in the January-March quarter.", ["2024-01", "2024-03"]),
        ("It fell from December to February.", ["2023-12", "2024-02"]),
        ("It fell in June, July and August 2021.", ["2021-06", "2021-07", "2021-08"]),
        ("It is shut from Monday to Friday next week.", ["2024-03-18", "2024-03-22"]),
        ("It was shut from Monday to Thursday.", ["2024-03-11", "2024-03-14"]),
        ("It is shut from next Monday to Friday.", ["2024-03-18", "2024-03-22"]),
    ],
)
def test_what_is_counted_from_the_date_before(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("tense", "values"),
    [("past", ["1950-06", "1951"]), ("future", ["1950-06", "2025"]), (None, ["1950-06", "2025"])],
)
def test_the_next_year_is_told_by_tense(tense, values):
    assert [value for _, value in read("He was born in June 1950; the next year he left.", tense=tense)] == values


@pytest.mark.parametrize(
    ("tense", "reference", "weekend", "this"),
    [
        ("past", "2024-03-18", "2024-W11-WE", "2024-W11-WE"),
        ("past", "2024-03-14", "2024-W10-WE", "2024-W11-WE"),
        ("future", "2024-03-14", "2024-W11-WE", "2024-W11-WE"),
        ("planned", "2024-03-18", "2024-W12-WE", "2024-W12-WE"),
        ("past", "2024-03-17", "2024-W11-WE", "2024-W11-WE"),
    ],
)
def test_weekends_by_tense(tense, reference, weekend, this):
    found = read("They met at the weekend. They met this weekend.", reference, tense)
    assert found == [("the weekend", weekend), ("this weekend", this)]


@pytest.mark.parametrize(
    ("month", "tense", "value"),
    [
        ("February", "planned", "2024-02"),  # it was to be in the February that is just over
        ("February", "future", "2025-02"),
        ("November", "planned", "2024-11"),
        ("November", "past", "2023-11"),
    ],
)
def test_months_that_were_planned(month, tense, value):
    assert read(f"The talks were due in {month}.", tense=tense) == [(month, value)]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("in 44 BC", "BC0044"),
        ("in 753 B.C.", "BC0753"),
        ("around 120 BCE", "BC0120"),
        ("in 1,200 BC", "BC1200"),
        ("on March 15, 44 BC", "BC0044-03-15"),
        ("in AD 79", "0079"),
        ("in A.D. 476", "0476"),
        ("in 1066 AD", "1066"),
        ("in the 5th century BC", "BC04"),
        ("in the first century AD", "00"),
        ("in the 1200s BC", "BC12"),
    ],
)
def test_years_of_an_era(phrase, value):
    (timex,) = find_timexes(f"The town burned {phrase}.", reference=REFERENCE).timexes
    assert timex.value == value
    assert (timex.from_ is None) == value.startswith("BC")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted from 490 to 480 BC.", ["BC0490", "BC0480"]),
        ("It lasted from 44 BC to AD 14.", ["BC0044", "0014"]),
        ("It is in the 3rd millennium BC, and in Vancouver, BC.", []),
    ],
)
def test_ranges_of_years_of_an_era(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rang at Orthodox Easter.", ["2024-05-05"]),
        ("It rang on Orthodox Christmas.", ["2024-01-07"]),
        ("It rang on Canadian Thanksgiving.", ["2023-10-09"]),
        ("It rang on Remembrance Sunday.", ["2023-11-12"]),
        ("It rang on Lunar New Year's Day, at Eid, on Diwali, on Easter Island.", []),
    ],
)
def test_holidays_of_other_calendars(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize("text", ["They lost 3-1 after a poor first half.", "He beat Leeds 2-0 in the second half."])
def test_half_of_a_game(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "tense", "values"),
    [
        ("The inquiry looked at January through March.", "past", ["2024-01", "2024-03"]),
        ("The season runs May through July.", "future", ["2024-05", "2024-07"]),
        ("The season ran October to March.", "past", ["2023-10", "2024-03"]),
    ],
)
def test_the_months_of_a_range_have_the_tense_of_the_first(text, tense, values):
    first = text.index(next(month for month in ("January", "May", "October") if month in text))
    evidence = Evidence(tense=lambda start, _end: tense if start == first else None)
    assert [timex.value for timex in find_timexes(text, reference=REFERENCE, evidence=evidence).timexes] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A year ago this week, the dam burst.", "2023-W11"),
        ("Ten years ago this week, the mill burned.", "2014-W11"),
        ("Two years ago this month, he resigned.", "2022-03"),
        ("Talks resumed on the 12th of this month.", "2024-03-12"),
        ("It was due on the 5th of last month.", "2024-02-05"),
    ],
)
def test_within_the_week_or_month(text, value):
    assert [value for _, value in read(text)] == [value]
