"""Kills runs at random moments, then lets one end: is the store that of a run nobody disturbed?

    python benchmarks/kills.py [--kills N] [--articles N] [--to records.jsonl] [--engine local]

By turns the whole run and one of its workers are killed (SIGKILL), at moments spread over the time that a whole run
takes.  The run that nobody disturbs is one of the local engine.
Stores are compared byte for byte, their lines sorted; a database by its dump.  Linux only: the workers are
found in ``/proc``.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import articles

START = 2.0  # seconds until the workers have their model


def command(source: Path, to: Path, engine: str) -> list[str]:
    """A run."""
    return [
        sys.executable,
        "-m",
        "articlelens",
        "batch",
        str(source),
        "--to",
        str(to),
        "--jobs",
        "2",
        "--engine",
        engine,
    ]


def workers(pid: int) -> list[int]:
    """The worker processes of a run, or Ray's of its actors, however far down."""
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, tasks.read_text("ascii").split()):
            try:
                command_line = Path(f"/proc/{child}/cmdline").read_bytes()
                if b"spawn_main" in command_line or b"MapBatches(Analysis)" in command_line:
                    found.append(child)
                else:
                    found += workers(child)
            except OSError:  # it has ended meanwhile
                continue
    return found


def content(path: Path) -> list[bytes]:
    """What a store says, in an order that is the same for the same records."""
    if path.suffix == ".sqlite":
        with contextlib.closing(sqlite3.connect(path)) as database:
            check = database.execute("PRAGMA integrity_check").fetchone()[0]
            if check != "ok":
                raise SystemExit(f"{path}: {check}")
            return sorted(line.encode() for line in database.iterdump())
    if path.suffix == ".parquet":
        import pyarrow.parquet

        tables = sorted(folder for folder in path.iterdir() if not folder.name.startswith("."))
        found = [row for folder in tables for row in pyarrow.parquet.read_table(folder).to_pylist()]
        return sorted(json.dumps(row).encode() for row in found)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and ".articlelens" not in file.parts)
        return [part for file in files for part in (file.name.encode(), *sorted(file.read_bytes().splitlines()))]
    data = path.read_bytes()
    return sorted((gzip.decompress(data) if path.suffix == ".gz" else data).splitlines())


def remove(path: Path) -> None:
    """Removes a store and what it keeps beside it."""
    for place in (path, path.with_name(f".{path.name}.articlelens")):
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)


def disturb(run: subprocess.Popen[bytes], whom: str, after: float) -> str:
    """Kills after some seconds; says what happened."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        run.wait(after)
    if run.poll() is not None:
        return "had ended"
    if whom == "run":
        run.kill()
        run.wait()
        return "killed"
    try:
        victims = workers(run.pid)
    except OSError:
        victims = []
    if not victims:
        run.wait()
        return "had no worker"
    os.kill(random.choice(victims), signal.SIGKILL)  # noqa: S311 - not for secrets
    return f"lost a worker, exit {run.wait()}"


def kill_one_store(run_command: Callable[[], list[str]], kills: int, seconds: float) -> None:
    """Kills a worker of each run, and then the run, each at a random moment of its share of ``seconds``."""
    share = seconds / kills
    for number in range(1, kills, 2):
        run = subprocess.Popen(run_command(), stderr=subprocess.DEVNULL)
        victims: list[int] = []
        while run.poll() is None and not victims:
            time.sleep(0.1)
            victims = workers(run.pid)
        time.sleep(random.uniform(0, 2 * share) + START)  # noqa: S311 - not for secrets
        victims = workers(run.pid) if run.poll() is None else []
        if victims:
            os.kill(random.choice(victims), signal.SIGKILL)  # noqa: S311 - not for secrets
        time.sleep(random.uniform(0, 2 * share))  # noqa: S311 - not for secrets
        ended = run.poll() is not None
        run.kill()
        run.wait()
        told = "ended before the second kill" if ended else "killed"
        print(f"{number:3}: {'lost a worker' if victims else 'had no worker'}, {told}", flush=True)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--to", default="records.jsonl")
    parser.add_argument("--engine", default="local")
    parser.add_argument("--one-store", action="store_true", help="every kill on one store, none of them after its end")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random.seed(given.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        articles.write(given.articles, source)
        whole, broken = folder / f"whole-{given.to}", folder / given.to
        began = time.monotonic()
        subprocess.run(command(source, whole, "local"), check=True)
        seconds = time.monotonic() - began
        if given.one_store:
            kill_one_store(lambda: command(source, broken, given.engine), given.kills, seconds)
        for number in () if given.one_store else range(given.kills):
            run = subprocess.Popen(command(source, broken, given.engine), stderr=subprocess.PIPE)
            told = disturb(run, ("run", "worker")[number % 2], random.uniform(0.2, 0.8) * seconds)  # noqa: S311
            message = run.stderr.read().decode().strip().splitlines()[-1:] if run.stderr else []
            print(f"{number + 1:3}: {told} {' '.join(message)}", flush=True)
            if "ended" in told or "exit" in told:  # nothing is left to break: start anew
                same = content(broken) == content(whole)
                print(f"     ended: {'equal' if same else 'DIFFERENT'}", flush=True)
                if not same:
                    return 1
                remove(broken)
        subprocess.run(command(source, broken, given.engine), check=True)
        same = content(broken) == content(whole)
        print(json.dumps({"store": given.to, "kills": given.kills, "equal": same}))
        return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
