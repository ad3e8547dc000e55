import json

import pytest

from articlelens.errors import Failure
from articlelens.reading import Article
from articlelens.reading.rows import find_rows
from articlelens.reading.unread import read_each


def read(*rows):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    return list(read_each(find_rows(lines, name="crawl.jsonl")))


def test_a_row_gives_what_it_has():
    (article,) = read(
        {
            "id": 17,
            "url": "https://example.org/a",
            "title": "Dockers walk out",
            "byline": "Ama Owusu",
            "published": "2024-03-14T08:00:00Z",
            "language": "en",
            "text": "The port is shut.",
            "section": "World",
        }
    )
    assert isinstance(article, Article)
    assert article.title == "Dockers walk out"
    assert article.byline == "Ama Owusu"
    assert article.published == "2024-03-14"
    assert article.language == "en"
    assert (article.source.name, article.source.id, article.source.url, article.source.format) == (
        "crawl.jsonl",
        "17",
        "https://example.org/a",
        "jsonl",
    )
    assert article.label == "crawl.jsonl:1 (17)"


def test_the_url_stands_in_for_the_id():
    (article,) = read({"url": "https://example.org/a", "text": "The port is shut."})
    assert isinstance(article, Article)
    assert article.source.id == "https://example.org/a"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (b"{", "the line is not JSON: "),
        (b"\xff\xfe", "the line is not JSON: "),
        (b"[" * 100_000, "the line is not JSON: "),
        (b"[1]", "the line is not a JSON object"),
        ({"id": 1}, 'the row has no "text"'),
        ({"text": 1}, '"text" is not a string'),
        ({"text": " "}, '"text" is empty'),
    ],
)
def test_a_bad_row_is_a_failure_and_the_others_go_on(row, message):
    good = {"text": "The port is shut."}
    one, bad, two = read(good, row, good)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert isinstance(bad, Failure)
    assert bad.source == "crawl.jsonl:2"
    assert bad.message.startswith(message)


@pytest.mark.parametrize("written", ["17", "1e3", "1.50", "-0.0", "12345678901234567890"])
def test_numbers_are_taken_as_they_are_written(written):
    (article,) = read(f'{{"id": {written}, "text": "The port is shut."}}'.encode())
    assert isinstance(article, Article)
    assert article.source.id == written


def test_empty_lines_and_a_byte_order_mark_are_passed_over():
    articles = read(b'\xef\xbb\xbf{"text": "The port is shut."}\n', b"\n", b'{"text": "It opens."}\r\n')
    assert [article.text for article in articles if isinstance(article, Article)] == ["The port is shut.", "It opens."]


@pytest.mark.parametrize(
    ("row", "known_as", "published", "warnings"),
    [
        ({"id": {"$oid": "65e"}, "published": {"$date": "2024-03-14T08:00:00Z"}}, "65e", "2024-03-14", ()),
        ({"id": {"a": 1, "b": 2}}, None, None, ('"id" is not a string, and was left out',)),
        (
            {"published": {"$date": {"$numberLong": "17"}}},
            None,
            None,
            ('"published" is not a string, and was left out',),
        ),
        (
            {"id": True, "title": ["a"]},
            None,
            None,
            tuple(f'"{key}" is not a string, and was left out' for key in ("title", "id")),
        ),
    ],
)
def test_a_field_that_is_no_string_costs_no_row(row, known_as, published, warnings):
    (article,) = read({"text": "The port is shut."} | row)
    assert (article.source.id, article.published, article.warnings) == (known_as, published, warnings)
