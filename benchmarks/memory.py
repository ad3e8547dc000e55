"""Memory: what a run holds after 2,000 and after 20,000 articles.

    python benchmarks/memory.py [--articles N] [--sentences N] [--jobs N]

A whole run of made-up articles, which bring new names all the time; the resident memory of the run and of its workers
is read from ``/proc`` (Linux only) while it goes.  A figure is the median of the readings around its count.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import articles
from kills import workers

EARLY = 2000
PAGE = 4096


def resident(pid: int) -> int:
    """Resident bytes of a process; nothing where it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * PAGE
    except OSError:
        return 0


def readings(run: subprocess.Popen[bytes], to: Path) -> list[tuple[int, int, int]]:
    """While it goes: articles done, bytes of the run itself, bytes of its workers."""
    found = []
    done = position = 0
    while run.poll() is None:
        time.sleep(0.5)
        if not to.exists():
            continue
        with to.open("rb") as file:
            file.seek(position)
            data = file.read()
        position += len(data)
        done += data.count(b"\n")
        try:
            found.append((done, resident(run.pid), sum(map(resident, workers(run.pid)))))
        except OSError:
            break
    return [reading for reading in found if reading[0] and reading[2]]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--sentences", type=int, default=6)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        source, to = Path(name) / "articles.jsonl", Path(name) / "records.jsonl"
        articles.write(given.articles, source, given.sentences)
        run = subprocess.Popen(
            [sys.executable, "-m", "articlelens", "batch", str(source), "--to", str(to), "--jobs", str(given.jobs)]
        )
        found = readings(run, to)
    counts = [count for count in (1000, EARLY, 5000, 10_000, 20_000, given.articles) if count <= given.articles]
    totals = {}
    for count in dict.fromkeys(counts):
        near = [reading for reading in found if 0.9 * count <= reading[0] <= count]
        if not near:
            continue
        own, theirs = (statistics.median(reading[index] for reading in near) / 1e6 for index in (1, 2))
        totals[count] = own + theirs
        print(f"{count:7,} articles: {own + theirs:6.0f} MB (the run {own:.0f}, its workers {theirs:.0f})")
    if EARLY in totals and given.articles in totals:
        print(f"{given.articles:,} to {EARLY:,}: {totals[given.articles] / totals[EARLY] - 1:+.1%}")


if __name__ == "__main__":
    main()
