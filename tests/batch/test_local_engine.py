"""Worker processes: the order, the deaths, the ends."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from articlelens.batch.engines import Outcome, worker
from articlelens.batch.engines.local import AHEAD, LocalEngine
from articlelens.batch.plan import Task
from articlelens.batch.setup import BATCH
from articlelens.batch.stores import json_lines
from articlelens.errors import ArticlelensError, Failure, ModelError
from articlelens.reading.rows import find_rows


def tasks(unread, *texts):
    return [Task(key=str(n), unread=unread(text)) for n, text in enumerate(texts)]


def run(work, setup, jobs=1, encode=None):
    from stub_analysis import label

    return [outcome for group in LocalEngine(jobs).run(work, setup, encode or label) for outcome in group]


def test_the_order_is_the_inputs_and_failures_keep_their_places(stub_analysis, unread):
    texts = ["SLOW 0.3" if n == 3 else "FAIL" if n == 5 else f"w{n}" for n in range(3 * BATCH)]
    work = tasks(unread, *texts)
    work[7] = lost = Failure(source="x", message="unread")
    done = run(work, stub_analysis.StubSetup(), jobs=2)
    assert [outcome.key and int(outcome.key) for outcome in done] == [None if n == 7 else n for n in range(3 * BATCH)]
    assert done[7] == Outcome(result=lost)
    assert done[5].result == Failure(source="a.txt", message="it failed", hint="a hint")
    assert [outcome.result for outcome in done[:3]] == ["0 w0", "1 w1", "2 w2"]


def test_one_slow_article_holds_up_only_so_many(stub_analysis, unread):
    drawn = []

    def work():
        for task in tasks(unread, "SLOW 1", *["w"] * (3 * AHEAD)):
            drawn.append(task)
            yield task

    groups = LocalEngine(1).run(work(), stub_analysis.StubSetup(), stub_analysis.label)
    next(groups)
    assert len(drawn) <= AHEAD + 2  # two are on their way to it
    groups.close()


def test_a_worker_that_dies_costs_no_article_that_lets_it_live(stub_analysis, unread, tmp_path):
    done = run(tasks(unread, "a", f"DIEONCE {tmp_path / 'once'}", "c"), stub_analysis.StubSetup())
    assert [outcome.result for outcome in done] == ["0 a", "1 DIEONCE", "2 c"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_kills_twice_is_a_failure_and_the_others_are_done(stub_analysis, unread, jobs):
    done = run(tasks(unread, "a", "DIE", "c", "d"), stub_analysis.StubSetup(), jobs=jobs)
    assert [outcome.result for outcome in done if not isinstance(outcome.result, Failure)] == ["0 a", "2 c", "3 d"]
    failure = done[1].result
    assert failure.source == "a.txt"
    assert (
        failure.message == "its reading or analysis ended the worker process, twice: killed, perhaps for want of memory"
    )
    assert "articlelens extract" in failure.hint


def test_a_model_that_cannot_be_loaded_ends_the_run_with_its_error(stub_analysis, unread):
    with pytest.raises(ModelError, match="the model is damaged") as error:
        run(tasks(unread, "a"), stub_analysis.StubSetup(fault="model"))
    assert error.value.hint == "install it again"


def test_workers_that_die_while_loading_end_the_run(stub_analysis, unread):
    with pytest.raises(ArticlelensError, match=r"die while they load the model \(exit code 3\)"):
        run(tasks(unread, "a"), stub_analysis.StubSetup(fault="death"))


def test_what_cannot_be_read_needs_no_model(stub_analysis, unread):
    done = run([Task(key="0", unread=unread(" \n"))], stub_analysis.StubSetup(fault="model"))
    assert [outcome.result for outcome in done] == [Failure(source="a.txt", message="it has no text in it")]


def test_a_worker_that_dies_once_while_it_loads_costs_nothing(stub_analysis, unread, tmp_path):
    setup = stub_analysis.StubSetup(fault=f"death once {tmp_path / 'once'}")
    done = run(tasks(unread, "a", "b"), setup)
    assert [outcome.result for outcome in done] == ["0 a", "1 b"]
    assert (tmp_path / "once").exists()


def test_warnings_of_reading_come_with_the_results(stub_analysis, unread):
    data = "Caf\xe9 Ana opens in Tema".encode("latin-1")
    (outcome,) = run([Task(key="0", unread=replace(unread(""), data=data))], stub_analysis.StubSetup())
    assert outcome.result == "0 Café"
    assert len(outcome.warnings) == 1


def test_no_more_is_read_ahead_than_fits(stub_analysis, unread, monkeypatch):
    monkeypatch.setattr("articlelens.batch.engines.local.AHEAD_BYTES", 1000)
    drawn = []

    def work():
        for task in tasks(unread, "SLOW 1", *["w" * 400] * AHEAD):
            drawn.append(task)
            yield task

    groups = LocalEngine(1).run(work(), stub_analysis.StubSetup(), stub_analysis.label)
    first = len(next(groups))
    assert 1 < len(drawn) <= first + 6
    assert first + len([outcome for group in groups for outcome in group]) == len(drawn) == AHEAD + 1


def test_pages_in_rows_count_with_all_their_markup(stub_analysis, monkeypatch):
    monkeypatch.setattr("articlelens.batch.engines.local.AHEAD_BYTES", 100_000)
    drawn = []

    def work():
        for number in range(AHEAD):
            html = "SLOW 1" if not number else f"<p>w{number}</p>" + "<i></i>" * 5000
            (row,) = find_rows([json.dumps({"html": html}).encode()], name="a.jsonl")
            drawn.append(row)
            yield Task(key=str(number), unread=row)

    groups = LocalEngine(1).run(work(), stub_analysis.StubSetup(), stub_analysis.label)
    next(groups)
    assert 1 < len(drawn) <= 12 < AHEAD
    groups.close()


def test_an_article_that_does_not_end_is_a_failure_and_the_others_are_done(stub_analysis, unread):
    engine = LocalEngine(2, limit=2)  # a busy machine takes its time over the others too
    work = tasks(unread, "a", "SLOW 60", "c", "d")
    done = [outcome for group in engine.run(work, stub_analysis.StubSetup(), stub_analysis.label) for outcome in group]
    assert [outcome.result for outcome in done if outcome.key != "1"] == ["0 a", "2 c", "3 d"]
    assert done[1].result.message == (
        "its reading or analysis ended the worker process, twice: it took more than 2 seconds"
    )


def test_the_limit_grows_with_the_articles(unread):
    assert worker.allowed(tasks(unread, "a" * 1000, "b" * 1000)) == worker.LIMIT + 2


def test_whoever_waits_hears_of_it_and_of_what_is_waited_for(stub_analysis, unread, monkeypatch):
    monkeypatch.setattr("articlelens.batch.engines.local.TICK", 0.1)
    monkeypatch.setattr("articlelens.batch.engines.local.LONG", 0.2)
    engine = LocalEngine(1)
    groups = engine.run(tasks(unread, "SLOW 1.5"), stub_analysis.StubSetup(), stub_analysis.label)
    heard = [(len(group), engine.waiting_for()) for group in groups]
    assert (0, "a.txt") in heard
    assert heard[-1] == (1, None)
    assert LocalEngine(1).waiting_for() is None


def test_what_is_done_is_given_while_the_source_gives_nothing(stub_analysis, unread):
    more = threading.Event()

    def work():
        first, *others = tasks(unread, "a", "b", "c")
        yield first
        assert more.wait(60)
        yield from others

    groups = (group for group in LocalEngine(1).run(work(), stub_analysis.StubSetup(), stub_analysis.label) if group)
    assert [outcome.result for outcome in next(groups)] == ["0 a"]
    more.set()
    assert [outcome.result for group in groups for outcome in group] == ["1 b", "2 c"]


def test_an_error_of_finding_ends_the_run(stub_analysis, unread):
    def work():
        yield from tasks(unread, "a")
        raise ArticlelensError("no such bucket")

    with pytest.raises(ArticlelensError, match="no such bucket"):
        run(work(), stub_analysis.StubSetup())


def test_a_run_that_is_closed_draws_no_more(stub_analysis, unread):
    ended = threading.Event()

    def work():
        try:
            yield from tasks(unread, *["w"] * 10 * AHEAD)
        finally:
            ended.set()

    groups = LocalEngine(1).run(work(), stub_analysis.StubSetup(), stub_analysis.label)
    next(groups)
    groups.close()
    assert ended.wait(10)


PROGRAM = """
import os, signal, stub_analysis
from articlelens.batch.engines import local
from articlelens.batch.plan import Task
from articlelens.reading import ReadingOptions
from articlelens.reading.unread import UnreadFile

def tasks():
    unread = UnreadFile(data=b"SLOW 600", name="a", form="text", options=ReadingOptions())
    yield Task(key="a", unread=unread)

if __name__ == "__main__":
    local.TICK = 0.2
    engine = local.LocalEngine(1)
    for group in engine.run(tasks(), stub_analysis.StubSetup(), stub_analysis.label):
        (worker,) = engine._run.pool._workers
        if worker.state == "loaded":
            print(worker.process.pid, flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_ends_with_the_run_however_that_ends(stub_analysis, tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM)
    environment = os.environ | {"PYTHONPATH": os.path.dirname(stub_analysis.__file__)}
    done = subprocess.run(
        [sys.executable, tmp_path / "program.py"], env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    process = int(done.stdout)
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the worker is still there")


def test_nothing_to_do_starts_no_worker(stub_analysis):
    assert run([], stub_analysis.StubSetup(fault="model")) == []


def test_failures_alone_need_no_answers(stub_analysis):
    failures = [Failure(source=str(n), message="unread") for n in range(3)]
    assert run(failures, stub_analysis.StubSetup()) == [Outcome(result=failure) for failure in failures]


def test_the_environment_is_left_as_it_was(stub_analysis, unread, monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    run(tasks(unread, "a"), stub_analysis.StubSetup())
    assert "OPENBLAS_NUM_THREADS" not in os.environ
    assert os.environ["OMP_NUM_THREADS"] == "3"


def test_a_record_that_cannot_be_encoded_is_one_failure(stub_analysis, unread):
    def encode(record, key):
        if key == "1":
            raise ValueError("no")
        return key

    found = worker.results(tasks(unread, "a", "b", "c"), stub_analysis.analyze, encode)
    assert [result for result, _ in found[::2]] == ["0", "2"]
    assert found[1][0].message == "its record cannot be written: ValueError: no"


def test_workers_and_this_process_make_the_same(analyzer, unread):
    from articlelens.batch import AnalyzerSetup

    work = tasks(unread, "Ana Quispe spoke in Lima on Monday.", "Kofi Mensah lives in Tema.")
    done = run(work, AnalyzerSetup(), encode=json_lines.encode)
    records = analyzer.pipe([task.unread.read() for task in work])
    assert [outcome.result for outcome in done] == [json_lines.encode(record, "") for record in records]


def test_workers_are_no_more_than_the_tasks(stub_analysis, unread, monkeypatch):
    from articlelens.batch.engines.pool import Pool

    started = []
    start = Pool._start  # noqa: SLF001 - counted, not replaced
    monkeypatch.setattr(Pool, "_start", lambda pool: (started.append(1), start(pool)))
    assert len(run(tasks(unread, "a", "b"), stub_analysis.StubSetup(), jobs=5)) == 2
    assert len(started) <= 2
