"""The measuring scripts run on whatever gold they are given, and count right."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = "Dockers walk out\n\nAna Quispe spoke in Lima on 7 December 2022. Some 80 people heard Quispe."


def at(words, **facts):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), **facts}


GOLD = {
    "names": {"gold": [at("Ana Quispe", **{"class": "people"}), at("Lima", **{"class": "organizations"})]},
    "dates": {"timexes": [at("7 December 2022", value="2022-12-07")]},
    "figures": {"gold": [{"value": 80, "value_high": None}, {"value": 5, "value_high": 6}]},
    "places": {"places": [at("Lima", lat=-12.0, lon=-77.0), at("Dockers", lat=1, lon=1, demonym=True)]},
    "entities": {
        "mentions": [
            at("Ana Quispe", entity="1"),
            {"start": TEXT.rindex("Quispe"), "end": TEXT.rindex("Quispe") + 6, "entity": "1"},
            at("Dockers", entity="2"),
        ]
    },
}


def run(script, *arguments):
    done = subprocess.run(
        [sys.executable, f"benchmarks/{script}.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_accuracy(tmp_path):
    for name, gold in GOLD.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "articles.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
        (folder / "gold.jsonl").write_text(json.dumps({"id": "a", **gold}) + "\n")
    shown = {line.split("  ")[1]: line for line in run("accuracy", str(tmp_path)).splitlines() if line.startswith("  ")}
    assert "P  50.0  R 100.0" in shown["people"]  # Quispe alone is not in the gold
    assert "P   0.0  R   0.0" in shown["organizations"]
    assert "F1 100.0" in shown["span, strict"]
    assert "R  50.0" in shown["value"]
    assert "F1 100.0" in shown["found"]
    assert "F1 100.0" in shown["B3"]
    assert "dates" not in run("accuracy", str(tmp_path), "names")


def test_summaries(tmp_path):
    pytest.importorskip("rouge_score", reason="rouge-score is not installed")
    text = "Port shut\n\n" + " ".join(
        [
            "The port closed on Monday after a fire.",
            "It rained in the hills.",
            "Eleven ships wait, the port master said.",
        ]
        * 2
    )
    path = tmp_path / "summaries.jsonl"
    path.write_text(
        json.dumps({"title": "Port shut", "text": text, "summaries": ["The port closed after a fire."]}) + "\n"
    )
    lines = run("summaries", str(path), "--sentences", "1").splitlines()
    assert lines[0].startswith("1 articles, 1 sentences")
    assert [line.split()[0] for line in lines[2:]] == ["textrank", "lexrank", "lead"]
