"""A folder of hostile files, read by the command as a process: to the end, in bounded time and memory."""

import json
import os
import resource
import runpy
import subprocess
import sys
from pathlib import Path

HOSTILE = Path(__file__).parent / "hostile.py"
SECONDS = 120  # of processor time; the model and all files take a tenth of it
MEGABYTES = 2_000


def test_a_hostile_folder_is_read_to_the_end(tmp_path, validate):
    maker = runpy.run_path(str(HOSTILE))
    made = maker["make"](tmp_path)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "articlelens", "extract", "--with-text", "."],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=1500,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    records = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    messages = done.stderr.decode().split("\n")
    for record in records:
        validate(record)
    found = [os.fsencode(record["source"]["name"]).removeprefix(b"./") for record in records]
    assert sorted(set(found) - {b"rows.jsonl", b"rows.csv"}) == sorted(made.good)
    assert len(found) == len(made.good) + made.rows
    failed = {
        line.removeprefix("articlelens: failed: ./") for line in messages if line.startswith("articlelens: failed: ")
    }
    assert len(failed) == len(made.bad) + maker["BAD_ROWS"]
    for name in made.bad:
        assert any(line.startswith((f"{name.decode()}: ", f"{name.decode()}:1: ")) for line in failed), name
    assert f"articlelens: {len(failed)} of {len(failed) + len(records)} articles failed" in messages
    assert "Traceback" not in done.stderr.decode()
    assert done.returncode == 1
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < SECONDS
    assert after.ru_maxrss / 1024 < MEGABYTES
