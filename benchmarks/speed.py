"""Words per second: `articlelens batch` beside a bare spaCy script, run in turn.

    python benchmarks/speed.py [--articles N] [--rounds N] [--folder FOLDER] [--engines local,ray]

The bare script reads the same articles, puts the same model, whole, through ``nlp.pipe(texts, n_process=N)`` and
prints ``doc.ents``, no more; ours does all that it does, down to records that are safely on the disk.  All are whole
processes, from their start to their end, alternately, so that a change of the machine's mood meets all of them.  A rate
is that of the median time; processor seconds (the best round's) tell more where the machine is shared.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import articles

from articlelens import models

BARE = """
import json, sys, warnings
warnings.simplefilter("ignore")
import spacy
nlp = spacy.load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    texts = [json.loads(line)["text"] for line in file]
for doc in nlp.pipe(texts, n_process=int(sys.argv[3])):
    for ent in doc.ents:
        print(ent.text, ent.label_)
"""
JOBS = (1, 2)


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of the processors, for a whole process and its children."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds, after = time.perf_counter() - start, os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, busy


def commands(source: Path, to: Path, engines: list[str]) -> dict[str, list[str]]:
    """What is run, by name."""
    found = {}
    for jobs in JOBS:
        found[f"bare spaCy, {jobs}"] = [sys.executable, "-c", BARE, str(models.find().path), str(source), str(jobs)]
        for engine in engines:
            found[f"batch {engine}, {jobs}"] = [
                sys.executable, "-m", "articlelens", "batch", str(source), "--to", str(to), "--force",
                "--jobs", str(jobs), "--engine", engine,
            ]  # fmt: skip
    return found


def from_folder(folder: Path) -> list[str]:
    """The texts of a folder, as rows."""
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))]
    return [json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts)]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="articles of your own: .txt files, UTF-8")
    parser.add_argument("--engines", default="local")
    given = parser.parse_args()
    lines = from_folder(given.folder) if given.folder else list(articles.rows(given.articles))
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    with tempfile.TemporaryDirectory() as name:
        source, to = Path(name) / "articles.jsonl", Path(name) / "records.jsonl"
        source.write_text("".join(lines), "utf-8")
        runs = commands(source, to, given.engines.split(","))
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
        for _ in range(given.rounds):
            for one, command in runs.items():
                times[one].append(measured(command))
    print(f"{len(lines):,} articles, {words:,} words, {given.rounds} rounds")
    rates = {name: words / statistics.median(clock for clock, _ in taken) for name, taken in times.items()}
    for name, taken in times.items():
        bare = rates[f"bare spaCy, {name.rpartition(' ')[2]}"]
        spread = f"{min(clock for clock, _ in taken):.1f} to {max(clock for clock, _ in taken):.1f} s"
        busy = min(busy for _, busy in taken)
        print(
            f"{name:16} {rates[name]:7,.0f} words/s, {rates[name] / bare:.2f} times bare ({spread}; {busy:.1f} s busy)"
        )
    for engine in given.engines.split(","):
        print(f"batch {engine}: two jobs are {rates[f'batch {engine}, 2'] / rates[f'batch {engine}, 1']:.2f} times one")


if __name__ == "__main__":
    main()
