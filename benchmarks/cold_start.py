"""Cold start: `articlelens extract` on one file beside a bare spaCy script, run in turn.

    python benchmarks/cold_start.py [--file FILE] [--rounds N]

The bare script imports spaCy, loads the same model whole and prints ``doc.ents``.  Both are whole processes, started
alternately, so that a change of the machine's mood meets both; the ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from articlelens import models

BARE = """
import sys, warnings
warnings.simplefilter("ignore")
import spacy
nlp = spacy.load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    doc = nlp(file.read())
for ent in doc.ents:
    print(ent.text, ent.label_)
"""


def seconds(command: list[str]) -> float:
    """Wall-clock time of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    samples = Path(__file__).parent.parent / "samples"
    parser.add_argument("--file", type=Path, default=samples / "march.txt")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    commands = {
        "bare spaCy": [sys.executable, "-c", BARE, str(models.find().path), str(arguments.file)],
        "extract, json": [sys.executable, "-m", "articlelens", "extract", str(arguments.file)],
        "extract, terminal": [
            sys.executable, "-m", "articlelens", "extract", "--format", "terminal", str(arguments.file),
        ],
        "extract --help": [sys.executable, "-m", "articlelens", "extract", "--help"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }  # fmt: skip
    for command in commands.values():
        seconds(command)  # warms the disk cache, and compiles
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            times[name].append(seconds(command))
    bare = statistics.median(times["bare spaCy"])
    for name, taken in times.items():
        median = statistics.median(taken)
        spread = f"{min(taken):.3f} to {max(taken):.3f} s"
        print(f"{name:18} median {median:.3f} s ({spread}), {median / bare:.2f} times bare spaCy")


if __name__ == "__main__":
    main()
