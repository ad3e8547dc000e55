import gzip
import hashlib
import io
import json
import os

import pytest

from articlelens.errors import Failure
from articlelens.reading import Article, ReadingOptions, read_sources

TEXT = "The port is shut."


def names(results):
    return [item.source.name if isinstance(item, Article) else item.source for item in results]


def test_a_file_is_read_as_it_is(tmp_path):
    data = "\ufeffThe port\r\nis shut — “again”.".encode()
    (tmp_path / "a.txt").write_bytes(data)
    (article,) = read_sources([str(tmp_path / "a.txt")])
    assert article.text == "The port\r\nis shut — “again”."
    assert article.source.sha256 == hashlib.sha256(data).hexdigest()
    assert article.source.characters == len(article.text)


def test_a_folder_gives_its_articles_in_order(tmp_path):
    for name in ("b.txt", "a.TXT", "c.jpg", "d.text", ".hidden.txt", "sub/e.text", ".git/f.txt", "a b.txt", "é.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "rows.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    found = [os.path.relpath(name, tmp_path) for name in names(read_sources([str(tmp_path)]))]
    assert found == ["a b.txt", "a.TXT", "b.txt", "d.text", "rows.jsonl", "rows.jsonl", "é.txt", "sub/e.text"]


def test_markdown_in_a_folder_is_read(tmp_path):
    (tmp_path / "a.md").write_text(f"---\ntitle: Dockers walk out\n---\n\n{TEXT}")
    (article,) = read_sources([str(tmp_path)])
    assert article.title == "Dockers walk out"


def test_an_explicit_file_may_have_any_suffix(tmp_path):
    (tmp_path / "article").write_text(TEXT)
    (article,) = read_sources([str(tmp_path / "article")])
    assert article.text == TEXT


def test_standard_input():
    (article,) = read_sources(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert article.text == TEXT
    assert article.source.name == "-"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b" \n ", "it has no text in it"),
        (b"PK\x03\x04\x00\x00\xff", "it is an archive, not an article"),
        (b"abc\0def", "it looks like a binary file, not like text"),
    ],
)
def test_what_is_no_text_is_a_failure(tmp_path, data, message):
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text(TEXT)
    bad, good = read_sources([str(tmp_path)])
    assert isinstance(bad, Failure)
    assert bad.message == message
    assert isinstance(good, Article)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_byte_order_marks_are_heeded(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    (article,) = read_sources([str(tmp_path / "a.txt")])
    assert article.text == TEXT


def test_what_is_not_there_is_a_failure_with_its_reason(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    missing, pattern, empty, dangling = read_sources(
        [str(tmp_path / "no.txt"), "*.txt", str(tmp_path / "empty"), str(tmp_path / "dangling.txt")]
    )
    assert missing.message == pattern.message == "there is no such file"
    assert dangling.message == "it is a link to nowhere"
    assert pattern.hint == "no file matches this pattern"
    assert empty.message.startswith("no articles in this folder: looked for ")


def test_pipes_in_a_folder_do_not_hang_and_links_to_folders_are_not_followed(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "elsewhere").symlink_to(os.path.dirname(__file__))
    (tmp_path / "a.txt").write_text(TEXT)
    loop, article, pipe = read_sources([str(tmp_path)])
    assert loop.message == "it is a link to a folder that it is in"
    assert article.text == TEXT
    assert pipe.message == "it is not a regular file"


def test_tables_of_other_things_in_a_folder_are_named(tmp_path):
    (tmp_path / "names.csv").write_text("name,class\nAma Owusu,person\n")
    (tmp_path / "rows.csv").write_text(f"text\n{TEXT}\n")
    named, article = read_sources([str(tmp_path)])
    assert (named.source, named.message) == (str(tmp_path / "names.csv"), 'it has no column "text"')
    assert named.hint.endswith("as in FOLDER/*.txt")
    assert article.text == TEXT
    (tmp_path / "package.json").write_text('{"name": "harbour", "version": "1.0.0"}')
    *_, package, _ = read_sources([str(tmp_path)])
    assert (package.message, package.hint[-18:]) == ('the row has no "text"', "as in FOLDER/*.txt")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('{"text": "One."}', ["One."]),
        ('[{"text": "One."}, {"text": "Two.", "id": 7}]', ["One.", "Two."]),
        ('{\n  "title": "Dockers",\n  "text": "One."\n}\n', ["One."]),
        ('\ufeff{"text": "One."}', ["One."]),
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
    ],
)
def test_json_files_hold_one_article_or_an_array_of_them(tmp_path, written, found):
    (tmp_path / "a.json").write_text(written)
    assert [article.text for article in read_sources([str(tmp_path)])] == found


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('{"name": "dockers", "version": 1}', 'the row has no "text"'),
        ("[]", "there is no article in it"),
        ("[1]", "the line is not a JSON object"),
        ("{", "it is not JSON: "),
        ("[" * 100_000, "it is not JSON: "),
    ],
)
def test_json_files_of_other_things_are_named(tmp_path, written, message):
    (tmp_path / "a.json").write_text(written)
    (failure,) = read_sources([str(tmp_path)])
    assert failure.message.startswith(message)


@pytest.mark.parametrize("indent", [None, 2])
def test_records_beside_articles_are_passed_over(tmp_path, indent):
    record = {"schema_version": 1, "source": {"name": "a.txt"}, "title": "Dockers"}
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text(json.dumps(record, indent=indent))
    rows = f"{json.dumps(record)}\n" * 2
    (tmp_path / "all.jsonl").write_text(rows)
    (tmp_path / "all.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    assert names(read_sources([str(tmp_path)])) == [str(tmp_path / "a.txt")]
    (named,) = read_sources([str(tmp_path / "a.json")])
    assert named.message == 'the row has no "text"'


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path):
    page = f"<html><body><p>{TEXT * 5}</p></body></html>"
    for name in ("Dockers.html", "Dockers_files/ad.html", "case_files/a.txt", "Dockers_files/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page)
    found = [os.path.relpath(name, tmp_path) for name in names(read_sources([str(tmp_path)]))]
    assert found == ["Dockers.html", "case_files/a.txt"]


@pytest.mark.parametrize("name", ["feed.xml", "paper.doc", "pages.zip"])
def test_what_is_not_read_is_said(tmp_path, name):
    (tmp_path / name).write_text(TEXT)
    (failure,) = read_sources([str(tmp_path / name)])
    assert failure.message.endswith("is not read")
    assert failure.hint


def test_an_address_is_not_fetched_unasked():
    (failure,) = read_sources(["https://example.org/a"])
    assert failure.message == "it is an address, not a file"
    assert failure.hint == "--fetch fetches it; or save the page and give the file"


def test_the_address_of_a_file_is_its_name():
    for options in (ReadingOptions(), ReadingOptions(fetch=True)):
        (failure,) = read_sources(["file:///srv/a.txt"], options=options)
        assert failure.hint == "give the file by its name, without file://"


def test_rows_on_standard_input():
    rows = b'\n{"id": "a", "text": "One."}\n\n{"id": "b", "text": "Two."}'
    assert [item.source.id for item in read_sources(["-"], stdin=io.BytesIO(rows))] == ["a", "b"]
    (article,) = read_sources(["-"], stdin=io.BytesIO(b"{One brace more\nor less."))
    assert article.text == "{One brace more\nor less."


def test_the_file_that_is_written_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "out.txt").write_text(TEXT)
    found = read_sources([str(tmp_path)], skip=str(tmp_path / "sub" / ".." / "out.txt"))
    assert [os.path.basename(name) for name in names(found)] == ["a.txt"]


def test_closed_standard_input_is_a_failure():
    (failure,) = read_sources(["-"], stdin=None)
    assert failure.message == "it is closed"


def test_names_of_raw_bytes_are_read(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:
        file.write(TEXT)
    (article,) = read_sources([os.fsdecode(name)])
    assert article.text == TEXT
