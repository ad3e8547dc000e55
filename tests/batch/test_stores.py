"""Stores: what is written is there, whatever happens; what is not ours is left alone."""

import csv
import errno
import gzip
import json
import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from articlelens.batch import KINDS, store_for
from articlelens.batch.stores import Entry
from articlelens.batch.stores.folder import common_root, place_of
from articlelens.errors import OutputError, SettingsError
from articlelens.tables import TABLES

NAMES = [f"out{kind.suffix}" for kind in KINDS] + ["out"]
SETTINGS = {"model": "one"}


@pytest.fixture
def entries(stub_analysis, article):
    def make(store, *keys):
        return [
            Entry(
                key=key, name=f"{key}.txt", line=None,
                payload=store.encoder()(stub_analysis.record_of(article(f"Text {key} in Tema", f"{key}.txt")), key),
            )
            for key in keys
        ]  # fmt: skip

    return make


@pytest.fixture
def filled(tmp_path, entries):
    """Opens a store, writes and closes it."""

    def fill(name, *keys, finish=True, force=False, settings=SETTINGS):
        store = store_for(str(tmp_path / name))
        with closing(store.open(settings, force=force)):
            for key in keys:
                store.write(entries(store, key))
            if finish:
                store.finish()
        return store.path

    return fill


def content(path):
    """What the articles of a store are called."""
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database:
            return [source for (source,) in database.execute("SELECT source FROM articles ORDER BY number")]
    if path.suffix == ".csv":
        with open(path / "articles.csv", newline="", encoding="utf-8") as file:
            return [row["source"] for row in csv.DictReader(file)]
    if path.suffix == ".parquet":
        import pyarrow.parquet

        return pyarrow.parquet.read_table(path / "articles").column("source").to_pylist()
    if path.is_dir():
        return sorted(json.loads(file.read_bytes())["source"]["name"] for file in path.glob("*.json"))
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line)["source"]["name"] for line in data.splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_what_was_written_is_done_and_a_second_run_goes_on(tmp_path, filled, name):
    path = filled(name, "a", "b")
    assert content(path) == ["a.txt", "b.txt"]
    store = store_for(str(path))
    with closing(store.open(SETTINGS)):
        assert store.done == {"a", "b"}
    assert content(filled(name, "c")) == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_force_starts_anew(filled, name):
    filled(name, "a", "b")
    assert content(filled(name, "c", force=True, settings={"model": "two"})) == ["c.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_other_settings_are_refused_and_named(tmp_path, filled, name):
    path = filled(name, "a")
    with pytest.raises(SettingsError, match="was made with other settings: model one, not two") as error:
        store_for(str(path)).open({"model": "two"})
    assert "--force" in error.value.hint
    assert content(path) == ["a.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_on_one_output_refuse_each_other(tmp_path, filled, name):
    path = filled(name, "a")
    with (
        closing(store_for(str(path)).open(SETTINGS)),
        pytest.raises(SettingsError, match="another run is writing to"),
    ):
        store_for(str(path)).open(SETTINGS)
    closing(store_for(str(path)).open(SETTINGS)).thing.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_loses_nothing_that_was_written(tmp_path, filled, entries, monkeypatch, name):
    path = filled(name, "a", finish=False)
    store = store_for(str(path)).open(SETTINGS)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with closing(store), monkeypatch.context() as patched:
        if path.suffix == ".sqlite":
            size = store.database.execute("PRAGMA page_count").fetchone()[0]
            store.database.execute(f"PRAGMA max_page_count = {size}")
        else:
            patched.setattr(os, "fsync", full)
        added = entries(store, *(f"b{number}" for number in range(99)))
        with pytest.raises(OutputError, match="cannot be written") as error:
            store.write(added)
        assert "run the same command again" in error.value.hint
    again = store_for(str(path))
    with closing(again.open(SETTINGS)):
        assert again.done == store.done == {"a"}
        again.write(entries(again, "c"))
        again.finish()
    assert content(path) == ["a.txt", "c.txt"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.csv"])
def test_torn_ends_are_cut_off(tmp_path, filled, name):
    path = filled(name, "a", "b")
    file = path / "mentions.csv" if path.is_dir() else path
    before = file.read_bytes()
    file.write_bytes(before + b'{"torn": ')
    store = store_for(str(path))
    (store.sidecar / "running").touch()
    with open(store.sidecar / "journal", "ab") as journal:
        journal.write(b'{"keys":["c"],"en')
    with closing(store.open(SETTINGS)):
        assert store.done == {"a", "b"}
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.csv"])
def test_what_a_power_cut_took_is_done_again(tmp_path, filled, name):
    path = filled(name, "a", "b")
    file = path / "people.csv" if path.is_dir() else path
    file.write_bytes(file.read_bytes()[:-1])
    (store_for(str(path)).sidecar / "running").touch()
    assert content(filled(name)) == ["a.txt"]
    assert content(filled(name, "b")) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.parquet", "out"])
def test_a_journal_that_is_no_journal_is_no_output_of_ours(tmp_path, filled, name):
    path = filled(name, "a")
    journal = store_for(str(path)).sidecar / "journal"
    journal.write_bytes(b"what?\n")
    with pytest.raises(SettingsError, match="is there already"):
        store_for(str(path)).open(SETTINGS)
    assert content(path) == ["a.txt"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.sqlite"])
def test_a_file_of_somebody_else_is_left_alone(tmp_path, filled, name):
    path = tmp_path / name
    path.write_text("mine")
    with pytest.raises(SettingsError, match="is there already, and no `articlelens batch` is known"):
        store_for(str(path)).open(SETTINGS)
    assert path.read_text() == "mine"
    assert content(filled(name, "a", force=True)) == ["a.txt"]


@pytest.mark.parametrize("name", ["out", "out.csv", "out.parquet"])
@pytest.mark.parametrize("force", [False, True])
def test_a_folder_with_other_files_is_never_touched(tmp_path, name, force):
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine.json").write_text("{}")
    with pytest.raises(SettingsError, match="has other files in it"):
        store_for(str(tmp_path / name)).open(SETTINGS, force=force)
    assert [file.name for file in (tmp_path / name).iterdir()] == ["mine.json"]


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path):
    (tmp_path / "out").write_text("")
    (tmp_path / "out.jsonl").mkdir()
    for name, kind in {"out": "a file", "out.jsonl": "a folder"}.items():
        with pytest.raises(SettingsError, match=f"is {kind}"):
            store_for(str(tmp_path / name)).open(SETTINGS)


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        store_for(str(tmp_path / "file" / "out.jsonl")).open(SETTINGS)


def test_a_link_is_the_file_that_it_leads_to(tmp_path, filled):
    path = filled("out.jsonl", "a")
    (tmp_path / "link.jsonl").symlink_to("out.jsonl")
    (tmp_path / "new.jsonl").symlink_to("elsewhere.jsonl")
    with (
        closing(store_for(str(path)).open(SETTINGS)),
        pytest.raises(SettingsError, match="another run is writing to"),
    ):
        store_for(str(tmp_path / "link.jsonl")).open(SETTINGS)
    filled("link.jsonl", "b")
    assert content(path) == ["a.txt", "b.txt"]
    filled("link.jsonl", "c", force=True)
    filled("new.jsonl", "d")
    assert content(path) == ["c.txt"]
    assert content(tmp_path / "elsewhere.jsonl") == ["d.txt"]
    assert (tmp_path / "link.jsonl").is_symlink()


def test_what_is_refused_leaves_nothing_behind(tmp_path):
    (tmp_path / "mine.jsonl").write_text("mine")
    with pytest.raises(SettingsError):
        store_for(str(tmp_path / "mine.jsonl")).open(SETTINGS)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.jsonl"]


@pytest.mark.parametrize("how", ["DEFERRED", "EXCLUSIVE"])
def test_a_database_that_another_program_keeps_locked(tmp_path, filled, entries, monkeypatch, how):
    monkeypatch.setattr("articlelens.batch.stores.sqlite._PATIENCE", 0.1)
    path = filled("out.sqlite", "a")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        other.execute("SELECT count(*) FROM articles").fetchall()
        with pytest.raises(OutputError, match="another program keeps it locked"):  # noqa: PT012 - one or the other
            store = store_for(str(path))
            with closing(store.open(SETTINGS)):
                store.write(entries(store, "b"))
    assert content(filled("out.sqlite", "b")) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["", "-"])
def test_an_output_has_a_name(name):
    with pytest.raises(SettingsError, match="--to is the name"):
        store_for(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files")
@pytest.mark.parametrize("name", ["pipe", "pipe.jsonl", "pipe.sqlite"])
def test_an_output_is_a_file_or_a_folder(tmp_path, name):
    os.mkfifo(tmp_path / name)
    with pytest.raises(SettingsError, match="is neither a file nor a folder"):
        store_for(str(tmp_path / name))


def test_an_unknown_suffix_is_refused():
    with pytest.raises(SettingsError, match="says no kind of output") as error:
        store_for("out.xlsx")
    assert all(kind.suffix in error.value.hint for kind in KINDS)


def test_parquet_parts_grow_full_and_broken_ones_go(tmp_path, filled, monkeypatch):
    monkeypatch.setattr("articlelens.batch.stores.parquet.PART", 2)
    path = filled("out.parquet", "a", "b", "c", finish=False)
    assert [file.name for file in sorted((path / "people").iterdir())] == ["part-00000.parquet"]
    shutil.copy(path / "people" / "part-00000.parquet", path / "people" / "part-00001.parquet")  # and then it broke off
    assert content(filled("out.parquet")) == ["a.txt", "b.txt", "c.txt"]
    import pyarrow.parquet

    assert pyarrow.parquet.read_table(path / "people").num_rows == 3


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(SettingsError, match="needs pyarrow") as error:
        store_for("out.parquet")
    assert "articlelens[parquet]" in error.value.hint


def test_a_file_of_the_folder_that_was_taken_away_is_done_again(filled):
    path = filled("out", "a", "b")
    (path / "a.txt.json").unlink()
    store = store_for(str(path))
    with closing(store.open(SETTINGS)):
        assert store.done == {"b"}


def test_the_tables_of_all_stores_agree(tmp_path, filled):
    import pyarrow.parquet

    database = sqlite3.connect(filled("out.sqlite", "a", "b"))
    folder, parquet = filled("out.csv", "a", "b"), filled("out.parquet", "a", "b")
    for table in TABLES:
        rows = database.execute(f"SELECT {', '.join(table.names)} FROM {table.name}").fetchall()
        assert [tuple(row.values()) for row in pyarrow.parquet.read_table(parquet / table.name).to_pylist()] == rows
        with open(folder / f"{table.name}.csv", newline="", encoding="utf-8") as file:
            header, *lines = csv.reader(file)
        assert tuple(header) == table.names
        real = [column.kind == "real" for column in table.columns]
        read = [
            tuple(float(cell) if number and cell else cell for cell, number in zip(line, real, strict=True))
            for line in lines
        ]
        assert read == [tuple("" if v is None else v if isinstance(v, float) else str(v) for v in row) for row in rows]
    database.close()


def test_the_database_has_keys_indexes_and_a_full_text_index(filled):
    with closing(sqlite3.connect(filled("out.sqlite", "a", "b"))) as database:
        database.execute("VACUUM")
        found = database.execute(
            "SELECT source FROM articles WHERE number IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'b')"
        )
        assert found.fetchall() == [("b.txt",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM people WHERE name = 'Ana'").fetchone()[3]
        assert "INDEX people_name" in plan
        names = {name for _, name, *_ in database.execute("PRAGMA index_list(mentions)")}
        assert names >= {"mentions_text"}


@pytest.mark.parametrize(
    ("name", "line", "key", "root", "place"),
    [
        ("in/a/b.txt", None, "k", "in", "a/b.txt.json"),
        ("in/a/b.txt", None, "k-2", "in", "a/b.txt.2.json"),
        ("in/crawl.jsonl", 17, "k", "in", "crawl.jsonl/17.json"),
        ("-", None, "k", "in", "stdin.json"),
        ("-", 3, "k", None, "stdin/3.json"),
        ("../other/a.txt", None, "k", "in", "other/a.txt.json"),
        ("/abs/a.txt", None, "k", None, "abs/a.txt.json"),
    ],
)
def test_where_a_file_of_the_folder_goes(name, line, key, root, place):
    assert place_of(Entry(key=key, name=name, line=line, payload=b""), root) == place


def test_the_common_root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "a").mkdir(parents=True)
    assert common_root(["in"]) == str(tmp_path / "in")
    assert common_root(["in/a", "in/x.txt"]) == str(tmp_path / "in")
    assert common_root(["-"]) is None


def entry_of(name, line=None, key="k", text="{}"):
    return Entry(key=key, name=str(name), line=line, payload=f'{{"source": {{"name": "{text}"}}}}\n'.encode())


@pytest.mark.parametrize("line", [None, 3])
def test_another_articles_file_of_the_folder_is_never_replaced(tmp_path, line):
    for number, folder in enumerate(("d1", "d2", "d1")):
        (tmp_path / folder).mkdir(exist_ok=True)
        store = store_for(str(tmp_path / "out"), [str(tmp_path / folder)])
        with closing(store.open(SETTINGS)):
            key = f"{folder}{number}" if line is None else folder
            store.write([entry_of(tmp_path / folder / "a", line, key, f"{folder} {number}")])
    found = [json.loads(path.read_bytes())["source"]["name"] for path in (tmp_path / "out").rglob("*.json")]
    assert sorted(found) == ["d1 2", "d2 1"]


@pytest.mark.parametrize("name", ["a" * 248 + ".txt", "é" * 120 + ".txt", "a" * 200 + "b" * 55])
def test_a_long_name_is_shortened_and_stays_its_own(tmp_path, name):
    with closing(store_for(str(tmp_path / "out")).open(SETTINGS)) as store:
        store.write([entry_of(name, key="1"), entry_of(f"{name[:-1]}x", key="2")])
    assert len(list((tmp_path / "out").glob("*.json"))) == 2


@pytest.mark.parametrize("make", [lambda path: path.touch(), lambda path: sqlite3.connect(path).close()])
def test_a_database_broken_off_while_it_was_made_is_begun_anew(tmp_path, filled, make):
    make(tmp_path / "out.sqlite")
    assert content(filled("out.sqlite", "a")) == ["a.txt"]


def test_a_disk_that_is_full_from_the_start(tmp_path, filled, monkeypatch):
    def full():
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("articlelens.batch.stores.sqlite.schema", full)
        with pytest.raises(OutputError, match="disk is full"):
            filled("out.sqlite", "a")
    assert content(filled("out.sqlite", "a")) == ["a.txt"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.csv"])
@pytest.mark.parametrize("broken_off", [False, True])
@pytest.mark.parametrize(
    "change", [lambda data: b"mine\n" * 9999, lambda data: b"mine" * 8, lambda data: data + b"m\n"]
)
def test_a_file_that_somebody_put_in_the_place_is_left_alone(filled, name, change, broken_off):
    path = filled(name, "a", "b")
    file = path / "mentions.csv" if path.is_dir() else path
    mine = change(file.read_bytes())
    if broken_off:
        if mine.startswith(file.read_bytes()):
            return  # a torn end looks like that
        (store_for(str(path)).sidecar / "running").touch()
    file.write_bytes(mine)
    with pytest.raises(SettingsError, match=r"was changed since|is shorter than it was"):
        store_for(str(path)).open(SETTINGS)
    assert file.read_bytes() == mine


@pytest.mark.parametrize(
    ("name", "file", "length", "said"),
    [
        ("out.csv", "places.csv", None, "places.csv is missing"),
        ("out.csv", "people.csv", -9, "people.csv is shorter than it was"),
        ("out.jsonl", "", 9, "out.jsonl is shorter than it was"),
        ("out.jsonl.gz", "", 40, "out.jsonl.gz is shorter than it was"),
    ],
)
def test_what_was_refused_and_put_back_is_gone_on_with(tmp_path, filled, name, file, length, said):
    path = filled(name, "a", "b", "c")
    damaged = path / file if file else path
    whole = damaged.read_bytes()
    damaged.unlink()
    if length is not None:
        damaged.write_bytes(whole[:length])
    for _ in range(2):
        with pytest.raises(SettingsError, match=said) as error:
            store_for(str(path)).open(SETTINGS)
        assert "put it back" in error.value.hint
    damaged.write_bytes(whole)
    with closing(store_for(str(path)).open(SETTINGS)) as store:
        assert store.done == {"a", "b", "c"}
    assert content(filled(name, "d")) == ["a.txt", "b.txt", "c.txt", "d.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_an_output_with_nothing_in_it_takes_other_settings(filled, name):
    filled(name)
    assert content(filled(name, "a", settings={"model": "two"})) == ["a.txt"]


def test_compressed_records_are_a_gzip_file_from_the_start(filled):
    path = filled("out.jsonl.gz")
    assert path.stat().st_size > 0
    assert gzip.decompress(path.read_bytes()) == b""
    assert content(filled("out.jsonl.gz", "a")) == ["a.txt"]


@pytest.mark.parametrize("name", ["out", "out.csv", "out.parquet"])
def test_a_folder_without_its_sidecar_says_what_is_missing(filled, name):
    path = filled(name, "a")
    shutil.rmtree(path / ".articlelens")
    with pytest.raises(SettingsError, match="has other files in it") as error:
        store_for(str(path)).open(SETTINGS)
    assert "put its .articlelens back" in error.value.hint


def test_a_parquet_part_that_was_taken_away_is_done_again(filled, monkeypatch):
    monkeypatch.setattr("articlelens.batch.stores.parquet.PART", 1)
    path = filled("out.parquet", "a", "b", "c")
    (path / "people" / "part-00001.parquet").unlink()
    store = store_for(str(path))
    with closing(store.open(SETTINGS)):
        assert store.done == {"a", "c"}
    assert sorted(content(filled("out.parquet", "b"))) == ["a.txt", "b.txt", "c.txt"]
    with closing(store_for(str(path)).open(SETTINGS)) as again:
        assert again.done == {"a", "b", "c"}


@pytest.mark.parametrize("number", [errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR])
def test_an_article_that_the_system_takes_no_name_of_is_refused_alone(tmp_path, monkeypatch, number):
    def write(path, data):
        if path.name.startswith("b"):
            raise OSError(number, os.strerror(number))
        path.write_bytes(data)

    monkeypatch.setattr("articlelens.batch.stores.folder.write_whole", write)
    with closing(store_for(str(tmp_path / "out")).open(SETTINGS)) as store:
        store.write([entry_of(name, key=name) for name in "abc"])
        assert store.refused == {"b": os.strerror(number)}
        assert store.done == {"a", "c"}
    with closing(store_for(str(tmp_path / "out")).open(SETTINGS)) as store:
        assert store.done == {"a", "c"}


@pytest.mark.parametrize("name", NAMES)
def test_a_disk_that_is_full_at_any_moment_of_the_beginning(tmp_path, filled, monkeypatch, name):
    moments = []
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", moments.append)
        store_for(str(tmp_path / "whole" / name)).open(SETTINGS).close()
    assert len(moments) > 1
    for number in range(len(moments)):
        path = tmp_path / str(number) / name
        left = [None] * number

        def full(_, left=left):
            if not left:
                raise OSError(errno.ENOSPC, "No space left on device")
            left.pop()

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", full)
            with pytest.raises(OutputError, match="No space left on device") as error:
                store_for(str(path)).open(SETTINGS)
        assert "make room" in error.value.hint
        assert content(filled(f"{number}/{name}", "a")) == ["a.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_the_disk_is_told_to_keep_each_file_and_its_name(tmp_path, filled, monkeypatch, name):
    synced = set()
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.add(os.fstat(descriptor).st_ino))
    filled(f"new/{name}", "a", "b")
    found = [path for path in (tmp_path / "new").rglob("*") if path.name not in ("lock", "running")]
    kept = [path for path in found if path.is_file() and path.suffix != ".sqlite"]  # SQLite sees to its own
    assert {path.parent for path in found if path.parent.stat().st_ino not in synced} == set()
    assert {path for path in kept if path.stat().st_ino not in synced} == set()
    assert tmp_path.stat().st_ino in synced
