"""Sentences as news writes them, and the values of the expressions in them, in text order."""

import pytest

from articlelens.temporal import Settings, find_timexes

# a Thursday
REFERENCE = "2024-05-16"


def read(text, reference=REFERENCE, **settings):
    reading = find_timexes(text, reference=reference, settings=Settings(**settings))
    return [(text[timex.start : timex.end], timex.value) for timex in reading.timexes]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The vote was held on July 27, 2023, in Quito.", [("July 27, 2023", "2023-07-27")]),
        ("The ferry sank on 7 December 2022.", [("7 December 2022", "2022-12-07")]),
        ("Signed on the 3rd of March, 1999.", [("the 3rd of March, 1999", "1999-03-03")]),
        ("It opened Thursday, Sept. 7, 2023.", [("Thursday, Sept. 7, 2023", "2023-09-07")]),
        ("The log says 2023-07-27.", [("2023-07-27", "2023-07-27")]),
        ("Sent at 2023-07-27T14:30:00Z.", [("2023-07-27T14:30:00Z", "2023-07-27T14:30Z")]),
        ("It closed in Nov. 2019.", [("Nov. 2019", "2019-11")]),
        ("It closed in November of 2019.", [("November of 2019", "2019-11")]),
        ("The strike began in early June 2021.", [("early June 2021", "2021-06")]),
        ("The port was built in 1907.", [("1907", "1907")]),
        ("The 1972 treaty expired.", [("1972", "1972")]),
        ("The trade grew from 1445 to 1870.", [("1445", "1445"), ("1870", "1870")]),
        ("In 1845 Texas joined; by 1861, it left.", [("1845", "1845"), ("1861", "1861")]),
        ("Prices fell from 1985 to 1987.", [("1985", "1985"), ("1987", "1987")]),
        ("The 2012–13 season was short.", [("2012", "2012"), ("13", "2013")]),
        ("The crisis of 1999-00 was worse.", [("1999", "1999"), ("00", "2000")]),
        ("It was popular in the late 1980s.", [("late 1980s", "198")]),
        ("Songs from the '90s.", [("'90s", "199")]),
        ("A church of the 12th century.", [("the 12th century", "11")]),
        ("In the late nineteenth century it grew.", [("the late nineteenth century", "18")]),
        ("The twenty-first century began.", [("The twenty-first century", "20")]),
    ],
)
def test_dates_that_say_their_year(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Talks are due on July 27th, 28th, and 29th.", ["2024-07-27", "2024-07-28", "2024-07-29"]),
        ("The fair ran Nov. 2-4, 2021.", ["2021-11-02", "2021-11-04"]),
        ("The fair ran from 27 to 29 May 2021.", ["2021-05-27", "2021-05-29"]),
        ("On 2 and 3 May the roads were shut.", ["2024-05-02", "2024-05-03"]),
        ("It rained in March and April 2023.", ["2023-03", "2023-04"]),
        ("Open from June 5 to July 10, 2023.", ["2023-06-05", "2023-07-10"]),
        ("In 2019, 2020 and 2021 it was dry.", ["2019", "2020", "2021"]),
        ("The talks took three to five days.", ["P3D", "P5D"]),
        ("Open 9-11 a.m. on Tuesday.", ["2024-05-14T09:00", "2024-05-14T11:00"]),
    ],
)
def test_lists_and_ranges_are_dates_of_their_own(sentence, expected):
    assert [value for _, value in read(sentence)] == expected


def test_each_of_a_list_has_its_own_mention():
    text = "Talks are due on July 27th, 28th, and 29th."
    assert [mention for mention, _ in read(text)] == ["July 27th", "28th", "29th"]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("today", "2024-05-16"),
        ("yesterday", "2024-05-15"),
        ("tomorrow", "2024-05-17"),
        ("the day before yesterday", "2024-05-14"),
        ("the day after tomorrow", "2024-05-18"),
        ("Tuesday", "2024-05-14"),
        ("Thursday", "2024-05-16"),
        ("last Thursday", "2024-05-09"),
        ("next Thursday", "2024-05-23"),
        ("this past Saturday", "2024-05-11"),
        ("Friday last week", "2024-05-10"),
        ("Monday next week", "2024-05-20"),
        ("last week", "2024-W19"),
        ("this week", "2024-W20"),
        ("early next week", "2024-W21"),
        ("last weekend", "2024-W19-WE"),
        ("last month", "2024-04"),
        ("later this month", "2024-05"),
        ("last year", "2023"),
        ("early next year", "2025"),
        ("last quarter", "2024-Q1"),
        ("this decade", "202"),
        ("last century", "19"),
        ("last December", "2023-12"),
        ("next April", "2025-04"),
        ("last fall", "2023-FA"),
        ("this summer", "2024-SU"),
        ("April last year", "2023-04"),
        ("the third quarter of last year", "2023-Q3"),
        ("the first half of 2019", "2019-H1"),
        ("Q3 2022", "2022-Q3"),
        ("the end of the year", "2024"),
        ("two years ago", "2022"),
        ("three months ago", "2024-02"),
        ("six weeks ago", "2024-W14"),
        ("11 days ago", "2024-05-05"),
        ("a decade ago", "2014"),
        ("several years ago", "PAST_REF"),
        ("two weeks from now", "2024-W22"),
        ("the week of May 6", "2024-W19"),
        ("on Tuesday, June 6", "2023-06-06"),
        ("on Thursday, June 6", "2024-06-06"),
        ("on Tuesday, May 9", "2024-05-09"),
        ("over the last year", "P1Y"),
        ("over the weekend", "2024-W19-WE"),
        ("by year-end", "2024"),
        ("at the end of year-end 2012", "2012"),
        ("on the first of March", "2024-03-01"),
        ("in the first quarter of the year", "2024-Q1"),
        ("in March a year ago", "2023-03"),
        ("last fiscal year", "FY2023"),
        ("in the previous month", "2024-04"),
        ("on February 29", "2024-02-29"),
        ("half a century ago", "1974"),
        ("a year and a half ago", "2022-11"),
        ("on the third Sunday in June", "2024-06-16"),
        ("on the last Friday of June 2021", "2021-06-25"),
        ("in the last week of 2021", "2021"),
        ("after the bombing last week of a bridge", "2024-W19"),
        ("in the fall of 2015", "2015-FA"),
        ("in fall 2015", "2015-FA"),
        ("on the 29th & 30th May 2023", "2023-05-29"),
        ("Christmas", "2023-12-25"),
        ("Christmas 2021", "2021-12-25"),
        ("last Thanksgiving", "2023-11-23"),
        ("Good Friday", "2024-03-29"),
        ("New Year's Eve", "2023-12-31"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("in the future", "FUTURE_REF"),
    ],
)
def test_relative_dates(phrase, value):
    assert [found for _, found in read(f"The council met {phrase}.")][:1] == [value]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("at 9:30 a.m. EST Tuesday", "2024-05-14T09:30"),
        ("at 9:30am on May 2", "2024-05-02T09:30"),
        ("Tuesday at 10 p.m.", "2024-05-14T22:00"),
        ("at 12 a.m. on May 2", "2024-05-02T00:00"),
        ("at 0735 GMT", "XXXX-XX-XXT07:35Z"),
        ("at 14:30", "XXXX-XX-XXT14:30"),
        ("at 10.30 p.m.", "XXXX-XX-XXT22:30"),
        ("at five o'clock", "XXXX-XX-XXT05:00"),
        ("at 4 in the morning", "XXXX-XX-XXT04:00"),
        ("Friday night", "2024-05-10TNI"),
        ("on the morning of May 2", "2024-05-02TMO"),
        ("last night", "2024-05-15TNI"),
        ("tonight", "2024-05-16TNI"),
        ("yesterday afternoon", "2024-05-15TAF"),
        ("noon on Tuesday", "2024-05-14T12:00"),
        ("around noon", "XXXX-XX-XXT12:00"),
        ("at 25:10 p.m. on Tuesday", None),
        ("at 10.7 p.m.", None),
        ("at 14 p.m.", None),
    ],
)
def test_times(phrase, value):
    text = f"The council met {phrase}."
    timexes = find_timexes(text, reference=REFERENCE).timexes
    found = [(timex.value, timex.type) for timex in timexes if timex.type == "time"]
    assert found == ([(value, "time")] if value else [])


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("three days", "P3D"),
        ("seven months", "P7M"),
        ("a 16-hour flight", "PT16H"),
        ("a two-year term", "P2Y"),
        ("5 1/2 hours", "PT5H30M"),
        ("half an hour", "PT30M"),
        ("a two-and-a-half-hour march", "PT2H30M"),
        ("for a year and a half", "P1Y6M"),
        ("twenty-five years", "P25Y"),
        ("2.5 million years", "P2500000Y"),
        ("two centuries", "P200Y"),
        ("four decades", "P40Y"),
        ("the past two months", "P2M"),
        ("the last five years", "P5Y"),
        ("the past year", "P1Y"),
        ("several weeks", "PXW"),
        ("for years", "PXY"),
        ("a few minutes", "PTXM"),
        ("a decades-long war", "PXY"),
        ("a yearlong ban", "P1Y"),
        ("a dozen days", "P12D"),
        ("1.5 days", "P1DT12H"),
        ("2.3 weeks", "P2.3W"),
        ("a 30-second film", "PT30S"),
        ("ten and a half minutes", "PT10M30S"),
        ("for a fortnight", "P2W"),
    ],
)
def test_durations(phrase, value):
    timexes = find_timexes(f"The siege lasted {phrase}.", reference=REFERENCE).timexes
    assert [(timex.value, timex.type, timex.from_) for timex in timexes] == [(value, "duration", None)]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("every day", "P1D"),
        ("each year", "P1Y"),
        ("every two weeks", "P2W"),
        ("every other month", "P2M"),
        ("every Monday", "XXXX-WXX-1"),
        ("on Sundays", "XXXX-WXX-7"),
        ("every summer", "XXXX-SU"),
        ("every morning", "XXXX-XX-XXTMO"),
        ("daily", "P1D"),
        ("every July", "XXXX-07"),
        ("on weekends", "XXXX-WXX-WE"),
        ("annually", "P1Y"),
        ("twice a week", "P1W"),
        ("every Monday morning", "XXXX-WXX-1TMO"),
        ("each Friday evening", "XXXX-WXX-5TEV"),
        ("on Friday nights", "XXXX-WXX-5TNI"),
        ("Saturdays at 9 a.m.", "XXXX-WXX-6T09:00"),
        ("at 7:30 p.m. every Tuesday", "XXXX-WXX-2T19:30"),
    ],
)
def test_sets(phrase, value):
    timexes = find_timexes(f"The pump runs {phrase}.", reference=REFERENCE).timexes
    assert [(timex.value, timex.type) for timex in timexes] == [(value, "set")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He fell ill on March 3, 1999. The next day he died.", ["1999-03-03", "1999-03-04"]),
        ("She won on June 1, 2010, and a month later she left.", ["2010-06-01", "2010-07"]),
        ("It began in 2004. Two years later it was over.", ["2004", "2006"]),
        ("Sales rose in the third quarter of 2022 from a year earlier.", ["2022-Q3", "2021-Q3"]),
        ("He came in June 2009 and left later that year.", ["2009-06", "2009"]),
        ("Sales fell in the third quarter of 2022. In the quarter it rained.", ["2022-Q3", "2022-Q3"]),
        ("Sales fell in the third quarter of 2022 from the year-earlier period.", ["2022-Q3", "2021-Q3"]),
        ("He came in 2009, and in March of that year she left.", ["2009", "2009-03"]),
        ("He came in 2009, and in March of the same year she left.", ["2009", "2009-03"]),
        ("He came in 2009. The previous year was calm.", ["2009", "2008"]),
        ("He came on May 2, 2009. Next day she left.", ["2009-05-02", "2009-05-03"]),
        ("He came in 2009. Two days later she left.", ["2009", "XXXX-XX-XX"]),
        ("At 9:10 a.m. (0910 GMT) Tuesday it fell.", ["2024-05-14T09:10", "2024-05-14T09:10Z", "2024-05-14"]),
        ("Open 11-2 p.m. on Tuesday.", ["2024-05-14T11:00", "2024-05-14T14:00"]),
        ("He came on May 2. That night the roof fell in.", ["2024-05-02", "2024-05-02TNI"]),
        ("He came on Monday evening, May 6, and stayed.", ["2024-05-06TEV"]),
        ("On Monday it rained. The following morning the dam broke.", ["2024-05-13", "2024-05-14TMO"]),
        ("The quake came on May 2 at 4:10 a.m., said the office.", ["2024-05-02T04:10"]),
        ("It struck on May 2. At 4:10 a.m. the power failed.", ["2024-05-02", "2024-05-02T04:10"]),
    ],
)
def test_the_reference_moves_along_the_text(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The 44-year-old singer smiled.",
        "A six-year-old girl was found.",
        "She is 92 years old.",
        "He was aged 50 years.",
        "People 65 years of age and over may vote.",
        "The march may begin; may they march well.",
        "They will march in august company.",
        "The sun sat low, and the mon wed.",
        "Each had a second chance at the second attempt, for a second term.",
        "About 1500 people and 2000 workers came.",
        "The crowd grew from 1500 to 2000 people, and then in 1700 cases to more.",
        "Between 1200 and 1400 protesters came.",
        "It cost $1998 and weighed 2000 tonnes.",
        "She lives at 1935 Orchard Lane.",
        "It pumps 400 barrels a day and earns $5 million per year.",
        "He writes for the Sunday Times.",
        "The annual and quarterly reports were late.",
        "Perhaps one day I could sail.",
        "It was the third strike in as many weeks.",
        "They won 3-2 and lost 21-19.",
        "A ratio of 3:2 was agreed.",
        "The plane lost 5kW of power.",
        "31 February 2023 does not exist, nor 99999-99-99.",
        "The team scored a touchdown in the fourth quarter.",
        "He wept after the fall of the wall.",
        "It was a fall from grace, a spring in the step.",
        "Call 555-2019.",
        "In 3030 birds were seen, and 2999 eggs.",
        "",
    ],
)
def test_what_is_no_date(text):
    assert [value for _, value in read(text) if not value.endswith("_REF")] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left last year, on Friday, May 3, at 9 p.m.", ["XXXX", "XXXX-05-03T21:00"]),
        ("He left on July 19.", ["XXXX-07-19"]),
        ("He left on Friday.", ["XXXX-WXX-5"]),
        ("He left yesterday.", ["XXXX-XX-XX"]),
        ("He left last month.", ["XXXX-XX"]),
        ("He left last week.", ["XXXX-WXX"]),
        ("He left in the third quarter.", ["XXXX-Q3"]),
        ("He left at Christmas.", ["XXXX-12-25"]),
        ("He left at Easter.", ["XXXX-XX-XX"]),
        ("He left last weekend.", ["XXXX-WXX-WE"]),
        ("He left in the '90s.", ["XX9"]),
    ],
)
def test_without_a_reference_what_is_not_known_stays_open(text, values):
    reading = find_timexes(text)
    assert reading.reference is None
    assert [timex.value for timex in reading.timexes] == values
    assert all(timex.from_ is timex.to is None and timex.basis in ("none", "explicit") for timex in reading.timexes)


@pytest.mark.parametrize(
    ("text", "day_first", "value"),
    [
        ("Dated 27/7/2023.", None, "2023-07-27"),
        ("Dated 7/27/2023.", None, "2023-07-27"),
        ("Dated 07.27.2023.", None, "2023-07-27"),
        ("Dated 27/7/23.", None, "2023-07-27"),
        ("Dated 12/7/2022.", None, "2022"),
        ("Dated 12/7/2022.", True, "2022-07-12"),
        ("Dated 12/7/2022.", False, "2022-12-07"),
        ("Dated 7/7/2022.", None, "2022-07-07"),
        ("Dated 12/7/2022 and 25/12/2022.", None, "2022-07-12"),
        ("Dated 12/7/2022 and 12/25/2022.", None, "2022-12-07"),
    ],
)
def test_dates_in_digits_by_evidence_of_their_order(text, day_first, value):
    assert read(text, day_first=day_first)[0][1] == value


@pytest.mark.parametrize("text", ["Dated 45/45/2022.", "Dated 27/7/2023.", "Dated 31/2/2023."])
def test_an_order_that_does_not_fit_gives_no_day(text):
    assert read(text, day_first=False) == []


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("Losses in fiscal 2013 grew.", None, ("FY2013", None, None)),
        ("Losses in fiscal 2013 grew.", 10, ("FY2013", "2012-10-01", "2013-09-30")),
        ("Losses in fiscal 2013 grew.", 1, ("2013", "2013-01-01", "2013-12-31")),
        ("In the second quarter of fiscal 2013 it grew.", 10, ("FY2013-Q2", "2013-01-01", "2013-03-31")),
        ("In FY22 it grew.", 4, ("FY2022", "2021-04-01", "2022-03-31")),
    ],
)
def test_fiscal_years(text, start, expected):
    (timex,) = find_timexes(text, reference=REFERENCE, settings=Settings(fiscal_year_start=start)).timexes
    assert (timex.value, timex.from_, timex.to) == expected


def test_weeks_that_begin_on_sunday():
    sunday = "2024-05-19"
    assert read("It opens this week.", sunday) == [("this week", "2024-W20")]
    assert read("It opens this week.", sunday, week_start="sunday") == [("this week", "2024-W21")]


def test_from_and_to_are_the_days_that_a_value_covers():
    text = "In 1998, the third quarter of 2022, last week, last weekend, May 2 and the 1980s."
    timexes = find_timexes(text, reference=REFERENCE).timexes
    assert [(timex.from_, timex.to) for timex in timexes] == [
        ("1998-01-01", "1998-12-31"),
        ("2022-07-01", "2022-09-30"),
        ("2024-05-06", "2024-05-12"),
        ("2024-05-11", "2024-05-12"),
        ("2024-05-02", "2024-05-02"),
        ("1980-01-01", "1989-12-31"),
    ]


def test_the_basis_says_what_a_value_was_resolved_against():
    text = "On June 1, 2010 he won. The next day he left. He spoke last week. He speaks now."
    assert [timex.basis for timex in find_timexes(text, reference=REFERENCE).timexes] == [
        "explicit",
        "previous_date",
        "reference_date",
        "none",
    ]


@pytest.mark.parametrize("name", ["fiscal_year_start", "week_start"])
def test_settings_that_make_no_sense_are_refused(name):
    with pytest.raises(ValueError, match=name):
        Settings(**{name: 13})
