"""Years that stand beside their day in other ways than behind a comma, and names that hold the name of a day."""

import pytest

from articlelens.temporal import Evidence, Settings, find_timexes

# a Thursday
REFERENCE = "2024-09-19"


def read(text, evidence=None, **settings):
    reading = find_timexes(text, reference=REFERENCE, evidence=evidence or Evidence(), settings=Settings(**settings))
    return [(text[timex.start : timex.end], timex.value) for timex in reading.timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The April 9 landslide of 2012 buried a farm.", [("April 9", "2012-04-09"), ("2012", "2012")]),
        ("Its Nov. 3 referendum in 2019 failed.", [("Nov. 3", "2019-11-03"), ("2019", "2019")]),
        ("Lisbon's May 2 power failure of 2017.", [("May 2", "2017-05-02"), ("2017", "2017")]),
        ("The October flood of 1998 was worse.", [("October", "1998-10"), ("1998", "1998")]),
        ("On April 9 he quit the post of 2012.", [("April 9", "2024-04-09"), ("2012", "2012")]),
        ("The April 9 vote in Wales.", [("April 9", "2024-04-09")]),
    ],
)
def test_the_year_behind_an_event_is_that_of_its_day(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Judges revived an 1864 theft law.", [("1864", "1864")]),
        ("The 1755 earthquake levelled the town.", [("1755", "1755")]),
        ("It is Austen's 1813 novel.", [("1813", "1813")]),
        ("It drew an 1864 steam engine.", []),
        ("The 1500 houses burned.", []),
        ("He hauled 1200 gold bars.", []),
    ],
)
def test_an_old_year_belongs_to_a_thing_that_is_called_by_it(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vault opens on Jan. 1, 9999.", [("Jan. 1, 9999", "9999-01-01")]),
        ("The vault opens on 4 July 3000.", [("4 July 3000", "3000-07-04")]),
        ("The vault opens on Jan. 1, 0000.", []),
        ("The vault opens on Jan. 1, 12000.", []),
        ("On July 4, 3000 people marched.", [("July 4", "2024-07-04")]),
        ("On July 4, 2000 people marched.", [("July 4", "2024-07-04")]),
        ("On July 4, 2000 a bridge opened.", [("July 4, 2000", "2000-07-04")]),
        ("Dated 9 May 24.", [("9 May 24", "2024-05-09")]),
        ("Born on 3 Apr 62 in Oslo.", [("3 Apr 62", "1962-04-03")]),
        ("On 9 May 24 people fell ill.", [("9 May", "2024-05-09")]),
        ("On 9 May 24% stayed away.", [("9 May", "2024-05-09")]),
    ],
)
def test_a_number_behind_a_day_is_its_year_or_none_of_it(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A mill of the 1700s, rebuilt in the early 1800s.", ["17", "18"]),
        ("The 1900s and the 2000s.", ["190", "200"]),
        ("Letters of the 1850s-60s.", ["185", "186"]),
        ("The fiscal year 2023/2024 closed.", ["FY2024"]),
        ("The 2023/24 financial year closed.", ["FY2024"]),
        ("The 2025 fiscal year closed.", ["FY2025"]),
        ("Week 2020-W53 was long.", ["2020-W53"]),
        ("Week 2021-W53 was none.", []),
        ("The 9/11 attacks changed air travel.", ["2001-09-11"]),
        ("It took 9/11 of the land.", []),
        ("He got between 18 and 24 months.", ["P18M", "P24M"]),
    ],
)
def test_longer_and_shorter_units_in_digits(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Sheffield Wednesday drew at home.",
        "Songs about Bloody Sunday.",
        "Black Wednesday cost the bank dear.",
        "Super Tuesday was dull.",
        "Mr. Friday declined to comment.",
    ],
)
def test_names_that_hold_a_weekday(text):
    assert read(text) == []


def test_a_shopping_day_that_hangs_on_a_holiday():
    assert read("Giving Tuesday in 2023 broke records.")[0][1] == "2023-11-28"


def test_first_names_that_are_months():
    everything = Evidence(dates=[(0, 6)])
    assert read("August Carver sings.", everything) == []
    assert read("August sales fell.", everything) == [("August", "2024-08")]
    assert read("A play by June Carver.") == []


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("In 2016 she won. That November, she left.", "DT", ("That November", "2016-11")),
        ("In 2016 she won. She left that same autumn.", "DT", ("that same autumn", "2016-FA")),
        ("In 2016 she won. She said that November was cold.", "IN", ("November", "2024-11")),
        ("In 2016 she won. Polls say that Friday is best.", "IN", ("Friday", "2024-09-13")),
        ("In 2016 she won. On that Friday she slept.", "", ("that Friday", "XXXX-WXX-5")),
    ],
)
def test_that_month_is_of_the_year_named_before(text, tag, expected):
    assert read(text, Evidence(tag=lambda _offset: tag))[1] == expected


def test_the_year_of_that_month_is_remembered():
    text = "In 2016 she won. That November, she left. By July of that year, and later that year, she wrote."
    assert [value for _, value in read(text)] == ["2016", "2016-11", "2016-07", "2016"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 2 a.m. Sunday it burned; by 4 p.m. the next day it was out.", ("4 p.m. the next day", "2024-09-16T16:00")),
        ("On June 3 it rose; at 6:10 p.m. the same day it fell.", ("6:10 p.m. the same day", "2024-06-03T18:10")),
    ],
)
def test_a_clock_time_takes_the_day_beside_the_last_date(text, expected):
    assert read(text)[1:] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left at 11.59.", [("11.59", "XXXX-XX-XXT11:59")]),
        ("The match kicks off at 20.45 on Tuesday.", [("20.45 on Tuesday", "2024-09-17T20:45")]),
        ("The 8.15 to London was late.", [("8.15", "XXXX-XX-XXT08:15")]),
        ("The pound closed at 1.25.", []),
        ("The ferry left at 11.59% of capacity.", []),
        ("The index began at 11.59 points.", []),
        ("A quake struck at 5.75.", []),
        ("From the 8.15 to the 9.20 mark.", []),
    ],
)
def test_clock_times_with_a_dot_need_a_cue(text, expected):
    assert read(text) == expected


def test_the_week_of_a_sunday_hangs_on_where_weeks_begin():
    assert read("The week of June 9.")[0][1] == "2024-W23"
    assert read("The week of June 9.", week_start="sunday")[0][1] == "2024-W24"


@pytest.mark.parametrize(
    ("tense", "value"),
    [(None, "2024-02-29"), ("past", "2024-02-29"), ("done", "2024-02-29"), ("future", "2028-02-29")],
)
def test_leap_days_by_tense(tense, value):
    evidence = Evidence(tense=lambda _start, _end: tense)
    assert read("On Feb. 29 the child is born.", evidence)[0][1] == value


def test_this_leap_day_is_of_this_year_or_none():
    assert read("This Feb. 29 was cold.")[0][1] == "2024-02-29"
    (timex,) = find_timexes("This Feb. 29 was cold.", reference="2023-09-19").timexes
    assert timex.value == "XXXX-02-29"


def test_a_length_of_time_does_not_begin_with_a_verb():
    assert read("Talks may last six weeks.", Evidence(tag=lambda _offset: "VB")) == [("six weeks", "P6W")]
    assert read("The last six weeks were dry.") == [("The last six weeks", "P6W")]
