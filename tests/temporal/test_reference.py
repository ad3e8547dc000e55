"""Where the reference date comes from, and what the text alone can tell."""

from datetime import date

import pytest

from articlelens.reading import read_text
from articlelens.temporal import find_timexes, full_day, header_day, is_day, is_update, read_day


@pytest.mark.parametrize(
    "line",
    [
        "Published July 27, 2023",
        "Published: 27 July 2023 10:15",
        "Posted on 27/7/2023 at 10:15",
        "First published on Thu 27 Jul 2023 10.15 BST",
        "Last updated: 2023-07-27T10:15:00Z",
        "Date: Thu, 27 Jul 2023 10:00:00 GMT",
        "Updated 4:15 p.m. ET, July 27, 2023",
        "July 27, 2023",
        "Thursday, 27 July 2023",
        "27 July 2023, 10:15 GMT",
        "Thu 27 Jul 2023 10.15 BST",
        "27-Jul-2023 10:15 IST",
        "July 27, 2023 Thursday",
        "Publication date: 27 July 2023",
    ],
)
def test_header_lines(line):
    assert header_day(line) == date(2023, 7, 27)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Published 2 hours ago",
        "Published by Ana Quispe in 2021",
        "Published 12/7/2022",
        "Posted on 31 February 2023",
        "July 27, 2023 was a day of mourning",
        "July 27, 2023 Thursday was a day of mourning",
        "July 2023",
        "2023",
        "On July 27, 2023, the port was shut.",
        "Published " + "9" * 100,
        "Published " + "July 27, 2023 " * 20,
    ],
)
def test_lines_that_say_no_day_of_publication(line):
    assert header_day(line) is None


def test_updates_and_days():
    assert is_update("Last updated July 27, 2023")
    assert not is_update("Published July 27, 2023")
    assert is_day("July 27, 2023")
    assert not is_day("Published July 27, 2023")
    assert full_day("27 July 2023") == date(2023, 7, 27)
    assert full_day("27 July") is None
    assert full_day("27 July 2023 or so") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thu, 27 Jul 2023 10:00:00 GMT", "2023-07-27"),
        ("July 27, 2023 4:15 p.m. ET", "2023-07-27"),
        ("27.07.2023", "2023-07-27"),
        ("2023/07/27", "2023-07-27"),
        ("7/7/2023", "2023-07-07"),
    ],
)
def test_full_dates_in_free_spelling(text, day):
    assert read_day(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["July 2023", "27 July", "yesterday", "5 days ago", "2023", "44", "12/7/2022", "31 February 2023", "99999-99-99",
     "July 27, 0000", "the 1990s", "June 2022", "tomorrow at 5", "", "1" * 100],
)  # fmt: skip
def test_nothing_is_made_up_of_less_than_a_full_date(text):
    assert read_day(text) is None


ARTICLE = (
    "Dockers Strike In Callao\n\n{}\n\nThe dockers of Callao walked out on Tuesday, and nobody came to talk to them."
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published July 27, 2023", ("2023-07-27", "metadata")),
        ("July 27, 2023", ("2023-07-27", "metadata")),
        ("CALLAO, July 27, 2023 (Gulf Coast Press) - The port fell silent.", ("2023-07-27", "dateline")),
        ("CALLAO, July 27 (Gulf Coast Press) - The port fell silent.", None),
    ],
)
def test_the_reference_of_an_article(line, expected):
    article = read_text(ARTICLE.format(line))
    assert article.reference == expected
    assert article.title == "Dockers Strike In Callao"


def test_a_header_line_is_no_text():
    article = read_text(ARTICLE.format("Published July 27, 2023"))
    assert [block.kind for block in article.blocks] == ["title", "furniture", "body"]


def test_publication_stands_above_a_change():
    head = "Last updated July 29, 2023\nPublished July 27, 2023"
    assert read_text(ARTICLE.format(head)).published == "2023-07-27"
    assert read_text(ARTICLE.format("Last updated July 29, 2023")).published == "2023-07-29"


def test_the_dates_of_a_chronicle_are_no_headers():
    text = "How It Came\n\nMay 1, 2020\n\nThe bank closed its doors.\n\nMay 9, 2020\n\nThe bank was sold."
    article = read_text(text)
    assert article.published is None
    assert "furniture" not in {block.kind for block in article.blocks}


def test_what_the_input_says_stands_above_the_text():
    article = read_text(ARTICLE.format("Published July 27, 2023"), published="2023-07-28")
    assert article.reference == ("2023-07-28", "metadata")


def test_published_in_a_feeds_spelling():
    assert read_text("A text.", published="Thu, 27 Jul 2023 10:00:00 GMT").published == "2023-07-27"


@pytest.mark.parametrize(
    ("text", "value", "year"),
    [
        # a day spelled out gives its year to those that are not, where it is named without as well
        ("They met on May 3. On June 4 they met again. The papers of June 4, 2019, are lost.", "2019-05-03", "2019"),
        # one date alone may be of any year
        ("They met on May 3. They met again on June 4, 2019.", "XXXX-05-03", None),
        # what lies far from the days told may be of another year
        ("It fell on May 3, 2019, and rose on June 4, 2019. They meet on November 5.", "XXXX-11-05", "2019"),
        # between them there is one year only
        ("It fell on December 3, 2018, and rose on June 4. In March it rained. It is June 4, 2019.", "2019-03", "2019"),
        # two years, and nothing says which of them is left out
        ("It fell on December 3, 2018, and rose on June 4, 2019. On January 9 it rained.", "XXXX-01-09", None),
        # of two years that follow each other it is the later one, if that is the one left out elsewhere
        (
            "Begun on 9 November 2018, it ended on May 3, 2019. It was signed on April 2 and May 3.",
            "2019-04-02",
            "2019",
        ),
        # years far apart agree on nothing
        ("On May 3 it was signed. It began on 9 November 1946, and April 2, 1999, sealed it.", "XXXX-05-03", None),
        # a birthday tells nothing of the day it is remembered on
        (
            "On November 3 they met. The host, born on 9 November 1946, drank on November 9.",
            "XXXX-11-03",
            None,
        ),
        # a later year that is named alone speaks against it
        ("On May 3 it was signed. It began on 9 November 1946. By 1999 all was over.", "XXXX-05-03", None),
    ],
)
def test_the_year_that_full_dates_agree_on(text, value, year):
    reading = find_timexes(text)
    assert value in [timex.value for timex in reading.timexes]
    assert (reading.reference.value if reading.reference else None) == year
    assert reading.reference is None or reading.reference.basis == "text"


def test_a_year_alone_is_nothing_to_count_from():
    text = "The accord of June 4, 2019, not that of May 3, 2019, failed on Friday, last month, last year, or yesterday."
    values = [timex.value for timex in find_timexes(text).timexes]
    assert values == ["2019-06-04", "2019-05-03", "XXXX-WXX-5", "XXXX-XX", "XXXX", "XXXX-XX-XX"]


def test_a_reference_that_is_no_day():
    with pytest.raises(ValueError, match="month"):
        find_timexes("Today.", reference="2023-13-01")
