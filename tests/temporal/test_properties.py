"""What holds for any text."""

import re
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.temporal import Evidence, find_timexes
from articlelens.temporal.values import parse

VOCABULARY = (
    "the a of in on at to and or last next this that Monday Fri. May March Dec. July December 7 27th 31 1998 2023 "
    "1,500 9:30 25:61 p.m. GMT week weeks year years month quarter third first half fall summer spring ago later "
    "earlier before after now today tomorrow night morning Christmas Easter every each three twenty-five 5 1/2 several "
    "for past early mid - – , . ( ) ' 's '90s 1990s century 19th 12/7/2022 2023-02-31 fiscal Q3 FY22 $ old day-long "
    "weekend same following previous Friday evening half past quarter at eve BC AD 44 May-July FY24 Eve New Year's "
    "Orthodox between from until twice a day hours second Sunday 0000 9999 February 29 30"
)
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=12).map("".join))
TENSES = st.sampled_from([None, "past", "done", "present", "future", "planned"])
REFERENCES = st.one_of(st.none(), st.dates().map(date.isoformat))


@settings(max_examples=300, deadline=None)
@given(TEXTS, REFERENCES)
def test_any_text_gives_ordered_expressions_with_sound_values(text, reference):
    timexes = find_timexes(text, reference=reference).timexes
    assert all(0 <= timex.start < timex.end <= len(text) for timex in timexes)
    assert all(one.end <= two.start for one, two in pairwise(timexes))
    for timex in timexes:
        assert text[timex.start : timex.end].strip() == text[timex.start : timex.end]
        assert str(parse(timex.value)) == timex.value
        assert (timex.from_ is None) == (timex.to is None)
        assert timex.from_ is None or timex.from_ <= timex.to
        if timex.type in ("duration", "set"):
            assert timex.from_ is None


NOT_A_YEAR = WORDS.filter(lambda word: not re.search(r"\d{4}|\d/|'\d0s|FY\d|^\d\d$|BC|AD", word))


@given(st.lists(NOT_A_YEAR, max_size=20).map(" ".join))
@settings(max_examples=80, deadline=None)
def test_without_a_reference_no_year_is_made_up(text):
    """Digits or not: where no year stands in the text, none stands in a value."""
    reading = find_timexes(text)
    assert reading.reference is None
    known = [timex for timex in reading.timexes if timex.type in ("date", "time")]
    open_ = ("XXXX", "FYXXXX", "PAST", "PRESENT", "FUTURE")
    assert all(timex.value.startswith(open_) or len(timex.value) == 2 for timex in known)


DAYS_AND_YEARS = st.tuples(st.dates(), st.sampled_from(["{0:%B} {1}, {2}", "{1} {0:%B} {2}", "{0:%b} {1}, {2}"]))


@given(DAYS_AND_YEARS, REFERENCES.filter(bool), st.sampled_from([".", ", he said.", " in Leeds.", ""]))
@settings(max_examples=80, deadline=None)
def test_a_year_that_the_text_gives_is_never_replaced(written, reference, behind):
    day, form = written
    text = f"It was {form.format(day, day.day, f'{day.year:04d}')}{behind}"
    assert [timex.value for timex in find_timexes(text, reference=reference).timexes] == [day.isoformat()]


@pytest.mark.parametrize("year", ["0000", "3000", "9999", "10000", "20245"])
@pytest.mark.parametrize("form", ["on Jan. 1, {}", "on July 4, {}, she said", "at noon on May 5, {}"])
def test_a_year_that_no_calendar_of_news_has_is_not_replaced_either(year, form):
    values = [timex.value for timex in find_timexes(f"It opened {form.format(year)}.", reference="2024-05-16").timexes]
    assert all(value.startswith((year, "XXXX")) for value in values)


WEEKDAYS = st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
CLOCKS = st.sampled_from(["{}", "{}, 9am", "8:30 a.m. {}"])


@given(WEEKDAYS, WEEKDAYS, CLOCKS, CLOCKS, st.sampled_from(["to", "through", "until", "-"]), st.dates(), TENSES)
@settings(max_examples=80, deadline=None)
def test_a_range_of_weekdays_is_in_order(one, two, first, second, word, reference, tense):
    if one == two or not date(2, 1, 1) < reference < date(9998, 12, 31):
        return
    text = f"The shop is open {first.format(one)} {word} {second.format(two)}."
    evidence = Evidence(tense=lambda _start, _end: tense)
    found = find_timexes(text, reference=reference.isoformat(), evidence=evidence).timexes
    days = [timex.from_ for timex in found if timex.from_]
    assert len(days) == 2
    assert days[0] < days[1]


@pytest.mark.parametrize(
    ("reference", "text", "values"),
    [
        ("0001-01-01", "yesterday, today and tomorrow", ["0001-01-01", "0001-01-02"]),
        ("9999-12-31", "yesterday, today and tomorrow", ["9999-12-30", "9999-12-31"]),
        ("0001-01-01", "last month, this month and next month", ["0001-01", "0001-02"]),
        ("9999-12-31", "last month, this month and next month", ["9999-11", "9999-12"]),
        ("0001-06-01", "last year and next year", ["0002"]),
        ("9999-06-01", "last year and next year", ["9998"]),
        ("0001-06-01", "500 years ago and two years from now", ["0003"]),
        ("9999-06-01", "500 years ago and two years from now", ["9499"]),
        ("0001-06-01", "last century, this century and next century", ["00", "01"]),
        ("9999-06-01", "last century, this century and next century", ["98", "99"]),
        ("2020-12-31", "this week and next week", ["2020-W53", "2021-W01"]),
        ("2024-02-29", "a year ago today, tomorrow and next year", ["2023-02-28", "2024-03-01", "2025"]),
    ],
)
def test_the_ends_of_the_calendar(reference, text, values):
    assert [timex.value for timex in find_timexes(text, reference=reference).timexes] == values


@pytest.mark.parametrize(
    "run",
    [
        "1",
        " ",
        "May ",
        "1 ",
        "a ",
        "1,",
        "1/",
        "12:",
        "-",
        "July 27th, ",
        "last ",
        "'",
        "½",
        "\n",
        "12/12/",
        "Monday ",
        "in ",
        "(",
        "BC ",
        "half past ",
        "Friday to ",
        "the first week of ",
        "May, ",
        "9 a.m. to ",
        "2012-13 ",
        "9 May 24, ",
        "the July 7 attacks of ",
    ],
)
def test_long_runs_take_linear_time(run):
    def took(length):
        text = (run * length)[:length]
        start = time.process_time()
        find_timexes(text, reference="2024-05-16")
        return time.process_time() - start

    took(1000)
    assert took(100_000) < 9 * min(took(25_000) for _ in range(2)) + 0.1  # linear time is 4 times as much, square 16
