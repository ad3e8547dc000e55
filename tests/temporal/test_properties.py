"""What holds for any text."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.temporal import find_timexes
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


@given(st.lists(WORDS, max_size=20).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_without_a_reference_no_year_is_made_up(text):
    """Every year of a value stands in the text, or is a number of years from one that does."""
    reading = find_timexes(text)
    if reading.reference is None and not any(char.isdigit() for char in text):
        known = [timex.value for timex in reading.timexes if timex.type in ("date", "time")]
        assert all(value.startswith(("XXXX", "FYXXXX", "P")) or len(value) == 2 for value in known)


@pytest.mark.parametrize(
    "reference", ["0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31", "2024-02-29", "2020-12-31"]
)
def test_the_ends_of_the_calendar(reference):
    text = (
        "Yesterday, tomorrow, last week, next week, last month, next month, last year, next year, last weekend, next "
        "weekend, 500 years ago, last century, next decade, Monday, next Friday, Christmas, Easter week, last Easter, "
        "February 29, March 31, in December, last spring, the '90s, 10,000 years ago, a month later, the next day, "
        "the day before yesterday, the week of May 6, the third quarter of last year, fiscal 2013, next quarter."
    )
    assert find_timexes(text, reference=reference).timexes


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
    ],
)
def test_long_runs_take_linear_time(run):
    def took(length):
        text = (run * length)[:length]
        start = time.process_time()
        find_timexes(text, reference="2024-05-16")
        return time.process_time() - start

    took(1000)
    assert took(100_000) < 3  # in linear time half a second at the most; quadratic time takes from five up
