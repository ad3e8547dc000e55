"""The samples give the records that stand beside them, and the facts that a reader would look for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXTS = sorted((ROOT / "samples").glob("*.txt"))


def test_records_are_what_the_samples_give():
    done = subprocess.run(
        [sys.executable, "scripts/samples.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_records_are_valid(path, validate):
    record = json.loads(path.with_suffix(".json").read_text("utf-8"))
    validate(record, path.read_text("utf-8"))


def test_there_are_samples():
    assert len(TEXTS) >= 6


def test_page_furniture_yields_nothing():
    text = (ROOT / "samples" / "march.txt").read_text("utf-8")
    record = json.loads((ROOT / "samples" / "march.json").read_text("utf-8"))
    start, end = text.index("Eleven Days"), text.index("Stay In The Struggle")
    caption = text.index("Above Photo"), text.index("Eleven Days")
    for part in ("people", "organizations", "places", "dates", "figures"):
        for item in record[part]:
            for mention in item["mentions"]:
                assert mention["start"] < end
                assert mention["start"] >= start or mention["start"] < caption[0]
    names = {item["name"] for part in ("people", "organizations") for item in record[part]}
    assert not names & {"Facebook", "WhatsApp", "Instagram", "Mastodon", "Telegram"}
