"""``articlelens batch`` as people run it."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import articlelens.batch
from articlelens.errors import ExitCode

TEXT = "Kofi Mensah spoke in Tema on Monday, 4 March 2024."


@pytest.fixture
def stub(monkeypatch):
    """The command without a model."""
    monkeypatch.syspath_prepend(Path(__file__).parent.parent / "batch")
    import stub_analysis

    monkeypatch.setattr(articlelens.batch, "AnalyzerSetup", lambda **_: stub_analysis.StubSetup())
    yield
    sys.modules.pop("stub_analysis", None)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in {"a": "Ana", "b": "FAIL", "c": "Carla"}.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text)
    (tmp_path / "in" / "d.txt").write_bytes(b"")
    return tmp_path / "in"


def test_a_folder_with_broken_articles_end_to_end(process, tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(6):
        (tmp_path / "in" / f"{number}.txt").write_text(TEXT)
    (tmp_path / "in" / "3.txt").write_bytes(b"\x89PNG\0\0")
    done = process("batch", "in", "--to", "out.jsonl", "--jobs", "2", "--report", "report.json")
    assert (done.code, done.out) == (ExitCode.SOME_FAILED, "")
    assert re.search(r"articlelens: 5 articles done, 0 skipped, 1 failed, [\d.]+ s\n$", done.err)
    report = json.loads((tmp_path / "report.json").read_text())
    assert [failure["source"] for failure in report["failures"]] == ["in/3.txt"]
    alone = process("extract", "in")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == alone.out
    (tmp_path / "in" / "3.txt").write_text(TEXT)
    again = process("batch", "in", "--to", "out.jsonl")
    assert again.code == ExitCode.OK
    assert again.err.startswith("articlelens: 1 article done, 5 skipped, 0 failed, ")


def test_failures_are_said_and_reported(cli, stub, folder, tmp_path):
    done = cli("batch", "in", "--to", "out.sqlite", "--jobs", "1", "--report", "report.json", "--quiet")
    assert done.code == ExitCode.SOME_FAILED
    assert "articlelens: failed: in/b.txt: it failed\n  hint: a hint\n" in done.err
    assert "articlelens: failed: in/d.txt: it is empty\n" in done.err
    assert "2 articles done, 0 skipped, 2 failed" in done.err
    assert len(json.loads((tmp_path / "report.json").read_text())["failures"]) == 2
    with closing(sqlite3.connect(tmp_path / "out.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_quiet_is_quiet_where_all_went_well(cli, stub, tmp_path):
    (tmp_path / "a.txt").write_text("Ana")
    assert cli("batch", "a.txt", "--to", "out", "--jobs", "1", "-q").err == ""
    assert [path.name for path in (tmp_path / "out").glob("*.json")] == ["a.txt.json"]


def test_a_bar_on_a_terminal_and_lines_elsewhere(cli, stub, folder, monkeypatch):
    shown = cli("batch", "in", "--to", "one.jsonl", "--jobs", "1", terminals="err", size=(100, 40)).err
    assert "articles/s" in shown
    assert "4/4" in shown
    monkeypatch.setattr("articlelens.cli.progress.EVERY", 0.0)
    lines = cli("batch", "in", "--to", "two.jsonl", "--jobs", "1").err
    assert "articlelens: so far " in lines
    assert "\x1b" not in lines


@pytest.mark.parametrize("terminals", ["err", ""])
def test_what_is_waited_for_is_named(cli, stub, tmp_path, monkeypatch, terminals):
    monkeypatch.setattr("articlelens.batch.engines.local.TICK", 0.05)
    monkeypatch.setattr("articlelens.batch.engines.local.LONG", 0.1)
    monkeypatch.setattr("articlelens.cli.progress.EVERY", 0.0)
    (tmp_path / "slow.txt").write_text("SLOW 1.5")
    shown = cli("batch", "slow.txt", "--to", "out.jsonl", "--jobs", "1", terminals=terminals, size=(100, 40)).err
    assert "waiting for slow.txt" in shown


def test_standard_input(cli, stub, tmp_path):
    rows = b'{"text": "Ana"}\n{"text": "Berta"}\n'
    assert cli("batch", "--to", "out.jsonl", "--jobs", "1", stdin=rows).code == ExitCode.OK
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["in"], "Missing option '--to'"),
        (["in", "--to", "in/out"], "in/out is in in, and would be read with it"),
        (["in", "--to", "in"], "in is in in, and would be read with it"),
        (["in", "--to", "out.xls"], "says no kind of output"),
        (["in", "--to", "out", "--jobs", "0"], "--jobs"),
        (["in", "--to", "out", "--engine", "rai"], "Did you mean 'ray'?"),
    ],
)
def test_misuse(cli, folder, arguments, message):
    done = cli("batch", *arguments)
    assert done.code == ExitCode.USAGE
    assert message in done.err


def test_a_missing_model_is_told_before_anything_is_written(cli, folder, tmp_path):
    done = cli("batch", "in", "--to", "out.jsonl", "--model", "no_such_model")
    assert done.code == ExitCode.MODEL
    assert not (tmp_path / "out.jsonl").exists()


def test_a_report_that_cannot_be_written_is_told_first(cli, stub, folder, tmp_path):
    done = cli("batch", "in", "--to", "out.jsonl", "--report", "nowhere/report.json")
    assert done.code == ExitCode.SOME_FAILED
    assert not (tmp_path / "out.jsonl").exists()


def at_their_defaults():
    """Signals as a terminal has them, whatever runs the tests."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def write_program(folder):
    """The command without a model, as a program of its own."""
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent.parent / 'batch')!r})\n"
        "import articlelens.batch, stub_analysis\n"
        "articlelens.batch.AnalyzerSetup = lambda **_: stub_analysis.StubSetup()\n"
        "from articlelens.__main__ import main\n"
        "if __name__ == '__main__': main()\n"
    )
    (folder / "run.py").write_text(script)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other signals")
@pytest.mark.parametrize(("number", "code"), [(2, 130), (15, 143)])
def test_a_slow_pipe_holds_up_nothing_and_a_run_that_waits_for_it_can_be_ended(tmp_path, number, code):
    write_program(tmp_path)
    run = subprocess.Popen(
        [sys.executable, "run.py", "batch", "-", "--to", "out.jsonl", "--jobs", "1"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=at_their_defaults,  # noqa: PLW1509 - no threads
    )
    run.stdin.write(b'{"text": "Ana"}\n{"text": "Berta"}\n')
    run.stdin.flush()
    out = tmp_path / "out.jsonl"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (out.exists() and out.read_bytes().count(b"\n") == 2):
        time.sleep(0.1)
    assert out.read_bytes().count(b"\n") == 2
    time.sleep(0.5)  # they are on the disk before they are counted
    run.send_signal(number)
    assert run.wait(timeout=60) == code
    said = run.stderr.read().decode()
    run.stdin.close()
    run.stderr.close()
    assert said.startswith("articlelens: interrupted: 2 articles done")
    assert said.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows has other signals")
@pytest.mark.parametrize(("number", "code"), [(2, 130), (15, 143), (1, 129)])
def test_an_interrupt_keeps_what_is_done_and_says_how_to_go_on(tmp_path, number, code):
    (tmp_path / "rows.jsonl").write_text('{"text": "Ana and Berta"}\n' * 40 + '{"text": "SLOW 60"}\n')
    write_program(tmp_path)
    run = subprocess.Popen(
        [sys.executable, "run.py", "batch", "rows.jsonl", "--to", "out.jsonl", "--jobs", "2", "--report", "r.json"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=at_their_defaults,  # noqa: PLW1509 - no threads
    )
    deadline = time.monotonic() + 60
    out = tmp_path / "out.jsonl"
    while time.monotonic() < deadline and not (out.exists() and out.stat().st_size):
        time.sleep(0.1)
    run.send_signal(number)
    _, err = run.communicate(timeout=60)
    assert run.returncode == code
    kept = len(out.read_text().splitlines())
    assert kept > 0
    counted = int(re.search(r"articlelens: interrupted: (\d+) articles done", err)[1])
    assert 0 <= counted <= kept  # what is counted is kept; the last group may not have been counted yet
    assert "the same command goes on from here" in err
    assert "Traceback" not in err
    assert json.loads((tmp_path / "r.json").read_text())["done"] == counted


def test_a_report_replaces_reports_only(cli, stub, folder, tmp_path):
    (tmp_path / "r.json").write_text('{"mine": 1}')
    for place, message in {"r.json": "is no report", "out.jsonl": "is where the records go"}.items():
        done = cli("batch", "in", "--to", "out.jsonl", "--jobs", "1", "--report", place)
        assert done.code == ExitCode.USAGE
        assert message in done.err
    assert (tmp_path / "r.json").read_text() == '{"mine": 1}'
    assert not (tmp_path / "out.jsonl").exists()


def test_a_run_that_is_refused_leaves_the_last_report(cli, stub, folder, tmp_path):
    cli("batch", "in", "--to", "out.jsonl", "--jobs", "1", "--report", "r.json")
    before = (tmp_path / "r.json").read_bytes()
    (tmp_path / "out.jsonl").write_text("mine")
    assert cli("batch", "in", "--to", "out.jsonl", "--jobs", "1", "--report", "r.json").code == ExitCode.USAGE
    assert (tmp_path / "r.json").read_bytes() == before
