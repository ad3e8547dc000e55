"""Sources and outputs that are on another file system."""

import json

import pytest

from articlelens.batch import Summary, find_everywhere, run_batch, store_for
from articlelens.batch.engines import engine_for
from articlelens.batch.remote import is_remote
from articlelens.errors import Failure, OutputError, SettingsError
from articlelens.reading import find_sources
from articlelens.reading.unread import read_each

fsspec = pytest.importorskip("fsspec")


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "articlelens" / "batch"


@pytest.fixture
def memory():
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def run(sources, to, setup, *, force=False):
    summary = Summary()
    run_batch(
        find_everywhere(sources, find_sources),
        store_for(to, sources),
        setup,
        engine_for("local", 1),
        summary,
        force=force,
    )
    return summary


def test_which_names_are_remote(tmp_path):
    assert is_remote("s3://bucket/a.txt")
    assert not any(map(is_remote, ["a.txt", "https://example.org/a", "http://example.org/a", "-", str(tmp_path)]))


def test_sources_elsewhere_have_their_own_names(memory):
    memory.pipe({"/in/b.txt": b"Berta", "/in/deep/a.jsonl": b'{"text": "Ana", "id": "7"}\n{"text": ""}\n'})
    found = list(read_each(find_everywhere(["memory://in", "memory://none.txt"], find_sources)))
    assert [item.source.name for item in found[:2]] == ["memory:///in/b.txt", "memory:///in/deep/a.jsonl"]
    assert found[1].source.id == "7"
    assert [(item.source, item.message) for item in found[2:]] == [
        ("memory:///in/deep/a.jsonl:2", '"text" is empty'),
        ("memory://none.txt", "there is no such file"),
    ]


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.sqlite"])
def test_an_output_elsewhere_is_gone_on_with(memory, write_rows, stub_analysis, cache, name):
    url = f"memory://data/{name}"
    assert run([str(write_rows(["a"]))], url, stub_analysis.StubSetup()).done == 1
    assert not any(path.is_dir() for path in cache.iterdir())
    second = run([str(write_rows(["a", "b"]))], url, stub_analysis.StubSetup())
    assert (second.done, second.skipped) == (1, 1)
    if name == "out.jsonl":
        lines = memory.cat(f"/data/{name}").splitlines()
        assert [json.loads(line)["people"][0]["name"] for line in lines] == ["a", "b"]
    assert run([str(write_rows(["c"]))], url, stub_analysis.StubSetup(version="2"), force=True).done == 1


def test_a_refusal_leaves_no_copy_behind(memory, write_rows, stub_analysis, cache):
    source = str(write_rows(["a"]))
    run([source], "memory://data/out.jsonl", stub_analysis.StubSetup())
    with pytest.raises(SettingsError, match="other settings"):
        run([source], "memory://data/out.jsonl", stub_analysis.StubSetup(version="2"))
    assert not any(path.is_dir() for path in cache.iterdir())


def test_what_cannot_be_put_there_is_kept_for_the_next_run(memory, write_rows, stub_analysis, cache, monkeypatch):
    source = str(write_rows(["a"]))

    def refuse(*_, **__):
        raise PermissionError("no")

    with monkeypatch.context() as patched:
        patched.setattr(type(memory), "put_file", refuse)
        with pytest.raises(OutputError, match="PermissionError: no") as error:
            run([source], "memory://data/out.jsonl", stub_analysis.StubSetup())
    assert "the same command puts them there" in error.value.hint
    assert run([source], "memory://data/out.jsonl", stub_analysis.StubSetup()).skipped == 1
    assert memory.isfile("/data/out.jsonl")


def test_an_unknown_file_system_is_a_setting():
    with pytest.raises(SettingsError, match="on no file system that is known"):
        store_for("nosuch://a/out.jsonl")
    with pytest.raises(SettingsError):
        list(find_everywhere(["nosuch://a"], find_sources))


def test_a_store_that_fails_is_a_failure_of_its_source(memory, monkeypatch):
    monkeypatch.setattr(type(memory), "find", lambda *_: 1 / 0)
    memory.pipe("/in/a.txt", b"a")
    (failure,) = find_everywhere(["memory://in"], find_sources)
    assert isinstance(failure, Failure)
    assert failure.message == "it cannot be read: ZeroDivisionError: division by zero"


def test_a_fetch_that_fails_changes_nothing_there(memory, write_rows, stub_analysis, cache, monkeypatch):
    url = "memory://data/out.jsonl"
    run([str(write_rows(["a"]))], url, stub_analysis.StubSetup())

    def refuse(*_, **__):
        raise RuntimeError("no endpoint")

    with monkeypatch.context() as patched:
        patched.setattr(type(memory), "get_file", refuse)
        with pytest.raises(OutputError, match="cannot be brought here to go on with it: RuntimeError: no endpoint"):
            run([str(write_rows(["a", "b"]))], url, stub_analysis.StubSetup())
    assert not any(path.is_dir() for path in cache.iterdir())
    assert run([str(write_rows(["a", "b"]))], url, stub_analysis.StubSetup()).skipped == 1
    assert len(memory.cat("/data/out.jsonl").splitlines()) == 2


def test_force_leaves_nothing_old_there(memory, write_rows, stub_analysis):
    run([str(write_rows(["a", "b"]))], "memory://data/out", stub_analysis.StubSetup())
    memory.pipe("/data/out/mine.txt", b"mine")
    run([str(write_rows(["c"]))], "memory://data/out", stub_analysis.StubSetup(version="2"), force=True)
    found = [name for name in memory.find("/data/out") if "/." not in name]
    assert [name.removeprefix("/data/out/") for name in found if name.endswith(".json")] == ["rows.jsonl/1.json"]
    assert "/data/out/mine.txt" in found


def test_two_runs_on_one_output_elsewhere_refuse_each_other_to_the_last(memory, write_rows, stub_analysis, monkeypatch):
    source, url = str(write_rows(["a"])), "memory://data/out.jsonl"
    put_file = type(memory).put_file
    refused = []

    def put(system, *arguments, **options):
        with pytest.raises(SettingsError, match="another run is writing to memory:") as error:
            store_for(url).open({"stub": "1"})
        refused.append(error)
        put_file(system, *arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(type(memory), "put_file", put)
        run([source], url, stub_analysis.StubSetup())
    assert refused
    assert run([source], url, stub_analysis.StubSetup()).skipped == 1


def test_without_a_home_there_is_a_hint(memory, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME")

    def homeless():
        raise RuntimeError("no home")

    monkeypatch.setattr("pathlib.Path.home", homeless)
    with pytest.raises(SettingsError, match="no home folder") as error:
        store_for("memory://data/out.jsonl")
    assert "XDG_CACHE_HOME" in error.value.hint
