"""TIMEX3 values: written, parsed, and the days that they cover."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelens.temporal.calendar import add_months, easter, nth_weekday, orthodox_easter, shift_days, shift_month
from articlelens.temporal.holidays import by_name
from articlelens.temporal.values import DAY_PARTS, Calendar, Duration, Vague, parse

YEARS = st.one_of(st.none(), st.integers(1, 9999))
TIMES = st.one_of(
    st.none(),
    st.sampled_from(DAY_PARTS),
    st.builds("{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59)),
    st.builds("{:02d}:{:02d}Z".format, st.integers(0, 23), st.integers(0, 59)),
)
DAYS = st.dates()
CALENDARS = st.one_of(
    st.builds(lambda day, time: Calendar(year=day.year, month=day.month, day=day.day, time=time), DAYS, TIMES),
    st.builds(lambda day: Calendar(month=day.month, day=day.day), DAYS),
    st.builds(Calendar.of_week, DAYS.filter(lambda day: day.isocalendar()[0] >= 1)),
    st.builds(lambda year, month: Calendar(year=year, month=month), YEARS, st.integers(1, 12)),
    st.builds(
        lambda year, part: Calendar(year=year, part=part),
        YEARS,
        st.sampled_from(["Q1", "Q4", "QX", "H1", "H2", "SP", "SU", "FA", "WI"]),
    ),
    st.builds(lambda year: Calendar(year=year), YEARS),
    st.builds(lambda year: Calendar(year=year, fiscal=True), YEARS),
    st.builds(lambda weekday: Calendar(weekday=weekday), st.one_of(st.integers(1, 7), st.just("WE"))),
    st.builds(lambda unit, time: Calendar(open=unit, time=time if unit == "day" else None),
              st.sampled_from(["day", "week", "month"]), TIMES),
    st.builds(lambda year, month: Calendar(year=year, month=month, open="day"), YEARS, st.integers(1, 12)),
    st.builds(lambda decade: Calendar(decade=decade), st.integers(0, 999)),
    st.builds(lambda digit: Calendar(decade_only=digit), st.integers(0, 9)),
    st.builds(lambda century, bc: Calendar(century=century, bc=bc), st.integers(0, 99), st.booleans()),
    st.builds(lambda year: Calendar(year=year, bc=True), st.integers(1, 9999)),
)  # fmt: skip
DURATIONS = st.builds(
    lambda amount, unit: Duration(f"P{amount}{unit}"),
    st.one_of(st.just("X"), st.integers(0, 10**9), st.just("2.5")),
    st.sampled_from(["Y", "M", "W", "D"]),
)
VALUES = st.one_of(CALENDARS, DURATIONS, st.sampled_from([Vague("PAST_REF"), Vague("FUTURE_REF")]))


@given(VALUES)
def test_parsing_what_is_written_gives_the_value(value):
    assert parse(str(value)) == value


@given(VALUES)
def test_the_first_day_is_not_behind_the_last(value):
    days = value.days()
    assert days is None or days[0] <= days[1]


@given(st.text(alphabet="0123456789X-QHWPTFYMDSUEI:_R.", max_size=16))
def test_what_is_no_value_is_refused_or_read_as_it_is(text):
    try:
        value = parse(text)
    except ValueError:
        return
    assert str(value) == text
    value.days()


@pytest.mark.parametrize(
    "text",
    ["2023-02-29", "2023-13", "2023-W54", "2021-W53", "2023-Q5", "0000", "0000-01-01", "1998-1-1", "", "P", "PT", "P1H",
     "2023-07-19T25:00", "2023-07-19T10:60", "202-05", "20-Q1", "19980807", "XXXX-02-30", "2023-XX-05",
     "BC", "BC0", "BC0000", "BCXXXX",
     "BC0044-13"],
)  # fmt: skip
def test_values_that_there_are_not(text):
    with pytest.raises(ValueError, match=r".*"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2023-W30-WE", "2023-07-29", "2023-07-30"),
        ("2023-W30-3", "2023-07-26", "2023-07-26"),
        ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("202", "2020-01-01", "2029-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
        ("2023-07-19TMO", "2023-07-19", "2023-07-19"),
    ],
)
def test_the_days_that_a_value_covers(text, first, last):
    assert parse(text).days() == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "2023-SU",
        "FY2023",
        "XXXX-07-19",
        "XXXX",
        "2023-07-XX",
        "XXXX-WXX-5",
        "XX9",
        "2023-QX",
        "PAST_REF",
        "P7M",
        "BC0044",
        "BC04",
        "BC0044-03-15",
    ],
)
def test_values_without_days_of_their_own(text):
    assert parse(text).days() is None


@pytest.mark.parametrize(
    ("text", "start", "first", "last"),
    [
        ("FY2013", 10, "2012-10-01", "2013-09-30"),
        ("FY2013-Q1", 4, "2012-04-01", "2012-06-30"),
        ("FY2013-H2", 7, "2013-01-01", "2013-06-30"),
        ("FY2013", 1, "2013-01-01", "2013-12-31"),
    ],
)
def test_the_days_of_fiscal_years(text, start, first, last):
    days = parse(text).days(fiscal_year_start=start)
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


def test_fiscal_years_at_the_ends_of_the_calendar():
    assert parse("FY0001").days(fiscal_year_start=10) is None
    assert parse("FY9999").days(fiscal_year_start=10) is not None


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2024, "03-31"), (2038, "04-25")],
)
def test_easter(year, day):
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2023, "2023-11-23"),
        ("black friday", 2023, "2023-11-24"),
        ("memorial day", 2024, "2024-05-27"),
        ("labor day", 2024, "2024-09-02"),
        ("election day", 2022, "2022-11-08"),
        ("good friday", 2024, "2024-03-29"),
        ("mardi gras", 2024, "2024-02-13"),
        ("boxing day", 1999, "1999-12-26"),
    ],
)
def test_holidays(name, year, day):
    assert by_name()[name].day(year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("year", "day"), [(1918, "05-05"), (2000, "04-30"), (2017, "04-16"), (2021, "05-02"), (2024, "05-05")]
)
def test_orthodox_easter(year, day):
    assert orthodox_easter(year) == date.fromisoformat(f"{year}-{day}")


@given(st.sampled_from(sorted(by_name())), st.integers(-10, 10010))
def test_every_holiday_has_a_day_in_every_year_that_the_calendar_knows(name, year):
    day = by_name()[name].day(year)
    assert (day is not None) == (1 < year < 9999)
    assert day is None or abs(day.year - year) == 0


@given(st.dates(), st.integers(-200, 200))
def test_months_are_counted_as_months(day, months):
    moved = add_months(day, months)
    year, month = shift_month(day.year, day.month, months)
    if moved is None:
        assert not 1 <= year <= 9999
    else:
        assert (moved.year, moved.month) == (year, month)
        assert moved.day <= day.day


def test_arithmetic_ends_where_the_calendar_does():
    assert shift_days(date.max, 1) is None
    assert shift_days(date.min, -1) is None
    assert nth_weekday(2024, 5, 4, -1) == date(2024, 5, 30)
    assert nth_weekday(2024, 5, 4, 2) == date(2024, 5, 9)
    assert nth_weekday(2023, 2, 4, 5) is None
