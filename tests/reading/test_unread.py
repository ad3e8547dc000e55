"""What was found and is not read yet."""

import json
import pickle

import pytest

from articlelens.errors import Failure
from articlelens.reading import ReadingOptions, find_sources, read_sources
from articlelens.reading.rows import find_rows
from articlelens.reading.unread import UnreadFile, read_each

TEXT = "Ana Quispe spoke in Lima on Monday, and the port was shut."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(f"<html><head><title>The port</title></head><body><p>{TEXT}</p></body></html>")
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": TEXT, "id": 7, "crawled": "x"}) + "\n{}\n")
    (tmp_path / "d.csv").write_text(f'id,text\n1,\n2,"{TEXT} Café"\n', "latin-1")
    (tmp_path / "e.txt").write_bytes(b"")
    return tmp_path


def row(**values):
    (found,) = find_rows([json.dumps(values).encode()], name="crawl.jsonl")
    return found


@pytest.mark.parametrize("value", [True, {"a": [1]}, [[["a"]]], ["a", 1.5, {}], {"$oid": 7.5e3, "b": 1}])
def test_a_row_holds_strings_and_lists_of_strings(value):
    kept = [row(**{key: value}).values[key] for key in ("text", "html", "title", "byline")]
    assert all(isinstance(item, dict) and not item for item in kept)
    assert row(byline=["Ana", 7], id={"$oid": "a7"}, title=None).values == {
        "byline": ["Ana", "7"], "id": "a7", "title": None,
    }  # fmt: skip


def test_the_size_of_a_row_is_that_of_its_strings():
    assert row(html="<p>a</p>" * 1000).size > 8000
    assert row(text="я" * 1000).size > 2000
    assert row(text="a", byline=["b" * 500, "c" * 500]).size > 1000


def test_want_of_memory_is_said(monkeypatch):
    def read(*_, **__):
        raise MemoryError

    monkeypatch.setattr("articlelens.reading.readers.read_article", read)
    failure = UnreadFile(data=b"a", name="a.txt", form="text", options=ReadingOptions()).read()
    assert failure == Failure(source="a.txt", message="reading it takes more memory than there is")


def test_what_was_found_is_read_the_same_in_another_process(folder):
    found = pickle.loads(pickle.dumps(list(find_sources([str(folder)]))))
    assert list(read_each(found)) == list(read_sources([str(folder)]))


def test_finding_tells_only_what_needs_no_reading(folder):
    found = list(find_sources([str(folder)]))
    assert [isinstance(item, Failure) for item in found] == [False, False, False, False, False, False, True]
    read = list(read_each(found))
    assert [isinstance(item, Failure) for item in read] == [False, False, False, True, True, False, True]


def test_a_warning_about_a_table_is_said_with_its_first_article(folder):
    first, second = read_sources([str(folder / "d.csv")])
    assert isinstance(first, Failure)
    assert len(second.warnings) == 1


@pytest.mark.parametrize(
    ("values", "label"),
    [
        ({"id": "r7"}, "crawl.jsonl:1 (r7)"),
        ({"id": 7}, "crawl.jsonl:1 (7)"),
        ({"id": " ", "url": "https://example.org/a"}, "crawl.jsonl:1 (https://example.org/a)"),
        ({"id": None, "url": "https://example.org/a"}, "crawl.jsonl:1 (https://example.org/a)"),
        ({}, "crawl.jsonl:1"),
    ],
)
def test_the_label_is_the_articles(values, label):
    found = row(text=TEXT, **values)
    assert found.label == found.read().label == label


def test_a_row_says_what_its_known_columns_say():
    says = row(text=TEXT, id="1").says
    assert says == row(id="1", crawled=5, text=TEXT).says
    others = [row(text=TEXT), row(text=f"{TEXT}.", id="1"), row(text=TEXT, id="1", title="The port")]
    assert all(other.says != says for other in others)


def test_a_fault_of_a_reader_is_one_failure(monkeypatch):
    def fail(*_, **__):
        raise RecursionError("too deep")

    monkeypatch.setattr("articlelens.reading.readers.read_article", fail)
    failure = UnreadFile(data=b"a", name="a.txt", form="text", options=ReadingOptions()).read()
    assert failure.message == "reading it failed: RecursionError: too deep"
    assert "please report it" in failure.hint
