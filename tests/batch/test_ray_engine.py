"""The Ray engine: its parts without Ray, and the whole where Ray is installed."""

import importlib.util
import json
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articlelens.batch.engines import ray as engine
from articlelens.batch.plan import Task
from articlelens.errors import Failure, ModelError


def tasks(unread, *texts):
    return [Task(key=str(n), unread=unread(text)) for n, text in enumerate(texts)]


def called(actor, work):
    batch = {"number": list(range(len(work))), "data": [pickle.dumps(task) for task in work]}
    found = actor(batch)
    return list(zip(found["number"], map(pickle.loads, found["data"]), strict=True))


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """An actor sets the number of threads for its process, which here is ours."""
    monkeypatch.setattr(os, "environ", dict(os.environ))


def test_what_an_actor_does(stub_analysis, unread):
    actor = engine.Analysis(pickle.dumps((stub_analysis.StubSetup(), stub_analysis.label)))
    failure = Failure(source="a.txt", message="it failed", hint="a hint")
    assert called(actor, tasks(unread, "a", "FAIL", "c")) == [(0, ("0 a", ())), (1, (failure, ())), (2, ("2 c", ()))]


def test_an_actor_without_a_model_says_so(stub_analysis, unread):
    actor = engine.Analysis(pickle.dumps((stub_analysis.StubSetup(fault="model"), stub_analysis.label)))
    ((_, error),) = called(actor, tasks(unread, "a"))
    assert isinstance(error, ModelError)


def test_who_waits_for_results_hears_that_there_are_none_yet(monkeypatch):
    def results():
        yield [(0, ("a", ()))]
        time.sleep(0.5)
        yield [(1, ("b", ()))]

    monkeypatch.setattr(engine, "TICK", 0.1)
    heard = list(engine._now_and_then(results()))  # noqa: SLF001 - the part without Ray
    assert [found for found in heard if found] == [[(0, ("a", ()))], [(1, ("b", ()))]]
    assert [] in heard[1:-1]


def test_what_goes_wrong_while_somebody_waits_is_raised_to_him():
    def results():
        yield [(0, ("a", ()))]
        raise ModelError("none", "install one")

    with pytest.raises(ModelError):
        list(engine._now_and_then(results()))  # noqa: SLF001


class Cluster(engine._Cluster):  # noqa: SLF001 - the part without Ray
    """Loses the tasks of some keys, so many times."""

    def __init__(self, lost):
        self.lost = lost
        self.sizes = []

    def _results(self, tasks, size):
        self.sizes.append((size, list(tasks)))
        for number, task in tasks.items():
            if self.lost.get(task.key, 0) > 0:
                self.lost[task.key] -= 1
            else:
                yield [(number, (f"done {task.key}", ()))]


def test_what_is_lost_comes_again_alone_and_what_is_always_lost_is_a_failure(unread):
    chunk = tasks(unread, *"abcd")
    chunk.insert(1, Failure(source="x", message="unread"))
    cluster = Cluster({"1": 1, "2": 2, "3": 3})
    groups = list(cluster.outcomes(chunk))
    outcomes = [outcome for group in groups for outcome in group]
    assert [outcome.key for outcome in outcomes] == ["0", None, "1", "2", "3"]
    assert [outcome.result for outcome in outcomes[:4]] == ["done 0", chunk[1], "done 1", "done 2"]
    assert outcomes[4].result.message == "its reading or analysis ended every worker process that it was given to"
    assert cluster.sizes == [(engine.BATCH, [0, 2, 3, 4]), (1, [2, 3, 4]), (1, [3]), (1, [4])]
    assert [outcome.result for outcome in groups[0]] == ["done 0", chunk[1]]  # what is at hand is given at once


def test_nothing_lost_is_asked_for_once(unread):
    cluster = Cluster({})
    assert len([outcome for group in cluster.outcomes(tasks(unread, "a", "b")) for outcome in group]) == 2
    assert len(cluster.sizes) == 1


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed")
def test_ray_and_local_agree_and_a_deadly_article_is_one_failure(tmp_path, write_rows):
    write_rows([*(f"w{n}" for n in range(20)), "DIE", "FAIL", "last"])
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import articlelens.batch, stub_analysis\n"
        "articlelens.batch.AnalyzerSetup = lambda **_: stub_analysis.StubSetup()\n"
        "from articlelens.__main__ import main\n"
        "if __name__ == '__main__': main()\n"
    )
    (tmp_path / "run.py").write_text(script)
    reports = {}
    for name in ("local", "ray"):
        command = [sys.executable, "run.py", "batch", "rows.jsonl", "--to", f"{name}.jsonl", "--engine", name]
        done = subprocess.run(
            [*command, "--jobs", "2", "--report", f"{name}.json"],
            cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)}, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (1, b""), done.stderr
        assert b"Traceback" not in done.stderr
        reports[name] = json.loads((tmp_path / f"{name}.json").read_text())
    assert (tmp_path / "ray.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()
    sources = [[failure["source"] for failure in report["failures"]] for report in reports.values()]
    assert sources[0] == sources[1] == ["rows.jsonl:21 (r20)", "rows.jsonl:22 (r21)"]
