import csv
import gzip
import io
import json
import os
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.errors import Failure
from articlelens.reading import Article, Fields, ReadingOptions, read_sources
from articlelens.reading.compressed import unpacked
from articlelens.reading.rows import find_rows
from articlelens.reading.unread import read_each

TABLE = (
    'id,text,title,published\r\n1,"The port, he said, is ""shut"".\r\nIt opens.",Dockers,2024-03-11\r\n\r\n'
    "2,Ama left.,,\r\n3,,,\r\n"
)


def read(tmp_path, name, data, **options):
    (tmp_path / name).write_bytes(data)
    return list(read_sources([str(tmp_path / name)], options=ReadingOptions(**options)))


def test_csv(tmp_path):
    one, two, bad = read(tmp_path, "a.csv", TABLE.encode())
    assert one.text == 'The port, he said, is "shut".\r\nIt opens.'
    assert (one.title, one.published, one.source.id, one.source.format) == ("Dockers", "2024-03-11", "1", "csv")
    assert (one.line, two.line, two.text) == (2, 5, "Ama left.")
    assert isinstance(bad, Failure)
    assert (bad.source, bad.message) == (f"{tmp_path}/a.csv:6", 'the row has no "text"')


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_tables(tmp_path, encoding):
    row = "1\tThe café’s owner said “no” on Tuesday, and left.\r\n"
    one, two = read(tmp_path, "a.tsv", ("id\ttext\r\n" + row + row).encode(encoding))
    assert one.text == "The café’s owner said “no” on Tuesday, and left."
    assert bool(one.warnings) == (encoding == "cp1252")
    assert two.warnings == ()


@pytest.mark.parametrize(
    "data",
    [
        "id;Title;Text\r\n1;Dockers;The port, he said, is shut.\r\n".encode("utf-8-sig"),
        b"sep=;\r\nid;text\r\n1;The port, he said, is shut.\r\n",
        "id\ttitle\tTEXT\r\n1\tDockers\tThe port, he said, is shut.\r\n".encode("utf-16"),
        b'text\r\n"The port, he said, is shut."\r\n',
    ],
)
def test_tables_as_spreadsheets_write_them(tmp_path, data):
    (article,) = read(tmp_path, "a.csv", data)
    assert article.text == "The port, he said, is shut."


def test_a_quotation_mark_that_is_not_closed_is_said(tmp_path):
    one, failure, three = read(tmp_path, "a.csv", b'id,text\n1,Ama left.\n2,"The port is shut.\n3,Li Wei left.\n')
    assert (one.text, three.text, three.line) == ("Ama left.", "Li Wei left.", 4)
    assert isinstance(failure, Failure)
    assert failure.source.endswith("a.csv:3")
    assert failure.message.startswith("the row is broken: ")


def test_the_rest_of_a_broken_cell_is_no_row(tmp_path):
    rows = b'id,text\n1,"He said "no".\nThat was all"\n2,Ama left.\n3,"The port is shut.\nIt opens."\n'
    failure, two, three = read(tmp_path, "a.csv", rows)
    assert isinstance(failure, Failure)
    assert (two.text, two.line, three.text, three.line) == ("Ama left.", 4, "The port is shut.\nIt opens.", 5)
    (failure,) = read(tmp_path, "b.csv", b'text\n"He said "no".\nThat was all"\nAma left.\n')
    assert isinstance(failure, Failure)


def test_tab_separated_values_know_no_quoting(tmp_path):
    told = b'"We must pay," said Ama.', b'"The port is shut.', b'They left"', b'He said "no".', b'"'
    rows = b"id\ttext\n" + b"".join(b"%d\t%s\n" % row for row in enumerate(told, start=1))
    assert [article.text.encode() for article in read(tmp_path, "a.tsv", rows)] == list(told)
    assert [article.line for article in read(tmp_path, "a.tsv", rows)] == [2, 3, 4, 5, 6]


def test_tab_separated_values_as_spreadsheets_quote_them(tmp_path):
    one, two = read(tmp_path, "a.tsv", b'id\ttext\n1\t"He said ""no"".\nIt opens."\n2\t"Ama\tleft."\n')
    assert (one.text, two.text) == ('He said "no".\nIt opens.', "Ama\tleft.")


@pytest.mark.parametrize("data", [b"id,text\n", b"id,text", b"id,text\n,\n\n"])
def test_a_header_alone_is_said(tmp_path, data):
    (failure,) = read(tmp_path, "a.csv", data)
    assert (failure.source, failure.message) == (f"{tmp_path}/a.csv", "it has a header and no rows")


def test_the_fields_are_the_users(tmp_path):
    fields = Fields(text="body", id="key", title="head", byline="authors", published="day", url="link", language="lang")
    row = {
        "key": 7,
        "body": "Ama left.",
        "head": "Dockers",
        "authors": ["Li Wei", "A. B."],
        "day": "2024-03-11",
        "link": "https://example.org/a",
        "lang": "en",
    }
    (article,) = read(tmp_path, "a.jsonl", json.dumps(row).encode(), fields=fields)
    assert (article.source.id, article.text, article.title, article.byline) == (
        "7",
        "Ama left.",
        "Dockers",
        "Li Wei, A. B.",
    )
    assert (article.published, article.source.url, article.language) == ("2024-03-11", "https://example.org/a", "en")


def test_rows_of_html(tmp_path):
    html = "<p>Kofi Mensah led the dockers of Tema out of the gates on Monday, the union said.</p>"
    page, number = read(
        tmp_path, "a.jsonl", b"".join(json.dumps({"html": html}).encode() + b"\n" for html in (html, 3))
    )
    assert page.text.startswith("Kofi Mensah led")
    assert number.message == '"html" is not a string'


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"", "it is empty"),
        ("a.csv", b"id,body\n1,x\n", 'it has no column "text"'),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "it is a picture"),
        ("a.csv", b"a\0b", "it looks like a binary file"),
        ("a.csv", b"text\n" + b"a" * 2_000_000, "it has a line of more than 1 MB"),
        ("a.csv", b'text\n"' + b"a\n" * 2_000_000, "it is no table from line 2 on: field larger than"),
        ("a.csv", b"text\n" + (b"a" * 999 + b"\n") * 1_100 + b"\xe9\n", "it is not utf-8"),
        ("a.jsonl", b"a" * 2_000_000, "it has a line of more than 1 MB"),
        ("a.txt", b"a" * 2_000_000, "it has more than 1 MB"),
        ("a.txt", b"The port is shut. " * 100, "it has 1,800 characters, more than 1,000"),
        ("a.jsonl", b'{"text": "' + b"The port. " * 200 + b'"}', '"text" has 2,000 characters, more than 1,000'),
        ("a.txt.gz", gzip.compress(b"The port is shut.")[:-9], "its compression is damaged"),
        ("a.txt.gz", gzip.compress(os.urandom(1_100_000)), "it has more than 1 MB"),
        ("a.jsonl.gz", gzip.compress(b"\n" * 4_000_000), "it unpacks to more than 200 times its size"),
        ("a.xml", b"<a/>", "it is XML, which is not read"),
        ("a.zip", b"PK", "it is an archive, which is not read"),
    ],
)
def test_limits_and_errors(tmp_path, name, data, message):
    *_, failure = read(tmp_path, name, data, max_bytes=1_000_000, max_characters=1_000)
    assert isinstance(failure, Failure)
    assert failure.message.startswith(message)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt"])
def test_gzip_is_told_by_its_bytes(tmp_path, name):
    (article,) = read(tmp_path, name, gzip.compress(b"The port ") + gzip.compress(b"is shut."))
    assert (article.text, article.source.format) == ("The port is shut.", "text")
    (article,) = read_sources(["-"], stdin=io.BytesIO(gzip.compress(b'{"text": "The port is shut."}')))
    assert article.source.format == "jsonl"


def test_good_text_is_unpacked_whatever_its_size():
    text = "".join(f"Row {n} of the table has {n * n % 977} ships. " for n in range(200_000)).encode()
    assert unpacked(io.BytesIO(gzip.compress(text)), free=1000).read() == text


def test_the_format_is_the_users(tmp_path):
    (text,) = read(tmp_path, "a.html", b"<p>The port is shut.</p>", input_format="text")
    assert text.text == "<p>The port is shut.</p>"
    (row,) = read(tmp_path, "a.dat", b"text\nThe port is shut.\n", input_format="csv")
    assert row.text == "The port is shut."
    (row,) = read_sources(
        ["-"], stdin=io.BytesIO(b"text\tid\nAma left.\t1\n"), options=ReadingOptions(input_format="tsv")
    )
    assert (row.text, row.source.id) == ("Ama left.", "1")
    (article,) = read(tmp_path, "a.txt", "Łódź is shut.".encode("iso8859-2"), encoding="iso8859-2", language="pl")
    assert (article.text, article.language) == ("Łódź is shut.", "pl")
    (row,) = read(tmp_path, "a.jsonl", '{"text": "Łódź"}'.encode("iso8859-2"), encoding="iso8859-2")
    assert row.text == "Łódź"


def test_options_survive_pickling():
    options = ReadingOptions(input_format="csv", fields=Fields(text="body"), private_hosts=("localhost",))
    assert pickle.loads(pickle.dumps(options)) == options


@settings(deadline=None)  # the first call imports
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), max_size=5))
def test_tables_give_what_was_put_into_them(texts):
    buffer = io.StringIO()
    csv.writer(buffer).writerows([["text"], *([text] for text in texts)])
    options = ReadingOptions(input_format="csv")
    found = list(read_sources(["-"], stdin=io.BytesIO(buffer.getvalue().encode()), options=options))
    assert [item.text for item in found if isinstance(item, Article)] == [text for text in texts if text.strip()]


@settings(deadline=None)  # the first call imports
@given(st.binary(max_size=100))
def test_any_rows_are_read_to_the_end(data):
    for form in ("csv", "tsv", "jsonl"):
        for item in read_sources(["-"], stdin=io.BytesIO(data), options=ReadingOptions(input_format=form)):
            assert isinstance(item, (Article, Failure))


@settings(deadline=None)  # the first call imports
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["text", "html", "id", "title", "url", "published", "language", "byline"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_an_article_or_a_failure(value):
    (item,) = read_each(find_rows([json.dumps(value).encode()], name="a"))
    assert isinstance(item, (Article, Failure))


def test_two_columns_of_one_name(tmp_path):
    (bad,) = read(tmp_path, "a.csv", b"text,text,id\none,two,1\n")
    assert (bad.message, bad.hint) == ('it has two columns "text"', "give each column a name of its own")
    (article,) = read(tmp_path, "b.csv", b"Text,text,id\none,The port is shut.,1\n")
    assert article.text == "The port is shut."
    (article,) = read(tmp_path, "c.csv", b"note,note,text\none,two,The port is shut.\n")
    assert article.text == "The port is shut."
