"""Runs: what is done, skipped, failed and reported."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from articlelens.batch import AnalyzerSetup, Summary, run_batch, store_for
from articlelens.batch.engines import cores, engine_for
from articlelens.batch.plan import identify, plan
from articlelens.errors import Failure, ModelError, SettingsError
from articlelens.reading import find_sources


@pytest.fixture
def run(stub_analysis, tmp_path):
    def call(sources, to="out.jsonl", jobs=1, *, force=False, setup=None):
        summary = Summary()
        names = [str(source) for source in sources]
        store = store_for(str(tmp_path / to), names)
        setup = setup or stub_analysis.StubSetup()
        run_batch(find_sources(names), store, setup, engine_for("local", jobs), summary, force=force)
        return summary

    return call


def names(path):
    return [json.loads(line)["people"][0]["name"] for line in path.read_bytes().splitlines()]


def test_a_second_run_does_only_what_is_left(run, write_rows, tmp_path):
    source = write_rows(["a", "FAIL", "c", ""])
    first = run([source])
    assert (first.done, first.skipped, [failure.source for failure in first.failures]) == (
        2, 0, [f"{source}:2 (r1)", f"{source}:4"],
    )  # fmt: skip
    assert names(tmp_path / "out.jsonl") == ["a", "c"]
    second = run([source])
    assert (second.done, second.skipped, len(second.failures)) == (0, 2, 2)
    write_rows(["a", "b", "c", "d"])
    third = run([source])
    assert (third.done, third.skipped, third.failures) == (2, 2, [])
    assert names(tmp_path / "out.jsonl") == ["a", "c", "b", "d"]


def test_the_same_article_twice_is_done_twice(run, tmp_path):
    (tmp_path / "a.txt").write_text("a")
    summary = run([tmp_path / "a.txt", tmp_path / "a.txt"], "out.sqlite")
    assert summary.done == 2
    with closing(sqlite3.connect(tmp_path / "out.sqlite")) as database:
        one, two = (key for (key,) in database.execute("SELECT article FROM articles ORDER BY number"))
    assert two == f"{one}-2"
    assert run([tmp_path / "a.txt", tmp_path / "a.txt"], "out.sqlite").skipped == 2


def test_the_number_of_jobs_changes_no_byte(run, write_rows, tmp_path):
    source = write_rows([f"w{n}" for n in range(40)])
    run([source], "one.jsonl", 1)
    run([source], "two.jsonl", 3)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_folder_mirrors_the_tree(run, tmp_path, write_rows):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "a.txt").write_text("a")
    write_rows(["b", "c"], "in/rows.jsonl")
    run([tmp_path / "in"], "out")
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json")}
    assert found == {"deep/a.txt.json", "rows.jsonl/1.json", "rows.jsonl/2.json"}


def test_in_a_folder_a_changed_article_replaces_its_record(run, tmp_path):
    for text, done in (("a", 1), ("b", 1), ("b", 0), ("a", 1)):
        (tmp_path / "a.txt").write_text(text)
        assert run([tmp_path / "a.txt"], "out").done == done
        (file,) = (tmp_path / "out").glob("*.json")
        assert json.loads(file.read_bytes())["people"][0]["name"] == text


def test_an_article_is_known_by_all_that_its_input_says(unread, tmp_path):
    key = identify(unread("a"))
    assert key == identify(unread("a"))
    others = [unread("b"), unread("a", "b.txt"), replace(unread("a"), url="https://example.org/a")]
    assert len({key, *map(identify, others)}) == 4


def test_a_row_is_known_by_what_it_says_wherever_it_stands(run, tmp_path):
    rows = [{"text": "a", "id": "1", "crawled": 7}, {"text": "b", "id": "2"}]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run([path]).done == 2
    rows = [{"crawled": 8, "id": "2", "text": "b"}, {"id": "1", "text": "a"}, {"id": "1", "text": "a", "title": "A"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    summary = run([path])
    assert (summary.done, summary.skipped) == (1, 2)


@pytest.mark.parametrize("field", ["id", "title", "byline", "published", "url", "language", "text", "html"])
def test_a_row_that_nests_deeply_costs_itself_alone(run, tmp_path, field):
    deep = "[" * 900 + "1" + "]" * 900
    rows = ['{"text": "a"}', f'{{"{field}": {deep}}}', '{"text": "b"}']
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    for done, skipped in ((2, 0), (0, 2)):
        summary = run([tmp_path / "rows.jsonl"])
        assert (summary.done, summary.skipped, len(summary.failures)) == (done, skipped, 1)
    assert names(tmp_path / "out.jsonl") == ["a", "b"]


@pytest.mark.parametrize("field", ["id", "title", "byline", "url", "text"])
def test_half_a_surrogate_pair_is_no_part_of_a_record(run, tmp_path, field):
    row = {"text": "Kojo Mensah", field: "Ana \ud800 Sarr"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n")
    run([tmp_path / "rows.jsonl"])
    run([tmp_path / "rows.jsonl"], "out.sqlite")
    record = (tmp_path / "out.jsonl").read_bytes()
    assert rb"\ud800" not in record
    with closing(sqlite3.connect(tmp_path / "out.sqlite")) as database:
        dump = "\n".join(database.iterdump())
    assert r"\ud800" not in dump
    if field not in ("url", "text"):
        assert "Ana \ufffd Sarr" in record.decode()
        assert "Ana \ufffd Sarr" in dump


def test_the_plan_skips_what_is_done(unread):
    skipped = []
    one, two = unread("a"), unread("b")
    failure = Failure(source="x", message="no")
    left = list(plan([one, failure, two], done={identify(one)}, skip=skipped.append))
    assert [item if isinstance(item, Failure) else item.unread for item in left] == [failure, two]
    assert skipped == [identify(one)]


def test_an_error_of_the_model_leaves_no_lock(run, stub_analysis, write_rows):
    source = write_rows(["a"])
    with pytest.raises(ModelError):
        run([source], setup=stub_analysis.StubSetup(fault="model"))
    assert run([source]).done == 1


def test_the_sentence_and_the_report():
    summary = Summary(done=1, skipped=1200, failures=[Failure(source="a", message="no", hint="try")])
    assert summary.sentence.startswith("1 article done, 1,200 skipped, 1 failed, 0.")
    report = json.loads(summary.to_json())
    assert report["failures"] == [{"source": "a", "message": "no", "hint": "try"}]
    assert (report["done"], report["skipped"], report["failed"]) == (1, 1200, 1)


def test_the_settings_of_the_analyzer(monkeypatch):
    one = AnalyzerSetup().settings()
    assert one["model"].startswith("en_core_web_md 3.7.1 ")
    assert AnalyzerSetup(with_text=True).settings() != one
    assert AnalyzerSetup(published="2024-01-01").settings() != one
    monkeypatch.setattr("articlelens.batch.setup.__version__", "9")
    assert AnalyzerSetup().settings() != one


def test_engines(monkeypatch):
    import sys

    assert engine_for("local", None).jobs == cores() >= 1
    monkeypatch.setitem(sys.modules, "ray.data", None)
    with pytest.raises(SettingsError, match="needs Ray"):
        engine_for("ray", 1)


def test_what_a_run_wrote_is_no_article(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("a")
    for name in ("in/deep.csv", "in/out.jsonl"):
        assert run([tmp_path / "in" / "a.txt"], name).done == 1
    summary = run([tmp_path / "in"], "other.jsonl")
    assert (summary.done, summary.failures) == (1, [])
    assert run([tmp_path / "in" / "deep.csv"]).done == 5  # unless it is asked for


def test_an_article_under_another_spelling_is_the_same(run, tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("a")
    monkeypatch.chdir(tmp_path)
    assert run(["in"]).done == 1
    for name in ("./in", tmp_path / "in", "in/../in"):
        assert run([name]).skipped == 1
    monkeypatch.chdir(tmp_path / "in")
    assert run(["."]).skipped == 1


def test_a_record_without_a_place_is_a_failure_and_the_others_are_done(run, write_rows, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".articlelens").mkdir()
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("a")
    (tmp_path / "in" / "b" / "b.txt").write_text("b")
    run([tmp_path / "in" / "a.txt"], "out")
    (tmp_path / "out" / "b").write_text("a file where a folder has to be")
    summary = run([tmp_path / "in"], "out")
    (failure,) = summary.failures
    assert failure.source.endswith("b.txt")
    assert failure.message.startswith("its record has no place: ")
    (tmp_path / "out" / "b").unlink()
    assert run([tmp_path / "in"], "out").done == 1
