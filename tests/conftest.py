"""What many tests need: one analyzer, the schema, the command line in this process and in one of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import articlelens.analyzer
from articlelens import Analyzer
from articlelens.cli import run
from articlelens.cli.streams import Streams

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """The analyzer with the default model, loaded once."""
    return Analyzer()


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "samples"


@pytest.fixture(scope="session")
def validate() -> Callable[[dict[str, Any]], None]:
    """Checks a record against the schema, with no key allowed that it does not name, and against what it cannot say."""
    schema = json.loads((ROOT / "src" / "articlelens" / "record.schema.json").read_text("utf-8"))
    for part in (schema, *schema["$defs"].values()):
        part["additionalProperties"] = False
    validator = Draft202012Validator(schema)

    def check(record: dict[str, Any], text: str | None = None) -> None:
        validator.validate(record)
        text = record.get("text", text)
        for part in ("people", "organizations", "places", "dates", "figures"):
            mentions = [mention for item in record[part] for mention in item["mentions"]]
            for item in record[part]:
                assert item["count"] == len(item["mentions"]) > 0
                assert item["mentions"] == sorted(item["mentions"], key=lambda mention: mention["start"])
            if text is not None:
                for mention in mentions:
                    assert text[mention["start"] : mention["end"]] == mention["text"]
            ends = sorted((mention["start"], mention["end"]) for mention in mentions)
            assert all(one[1] <= two[0] for one, two in pairwise(ends)), f"overlap in {part}"
            assert all(start < end for start, end in ends)
            if part in ("people", "organizations", "places") and record[part]:
                saliences = [item["salience"] for item in record[part]]
                assert sum(saliences) == pytest.approx(1)
                assert saliences == sorted(saliences, reverse=True)
        for sentence in record["summary"]:
            if text is not None:
                assert text[sentence["start"] : sentence["end"]] == sentence["text"]

    return check


@dataclass(frozen=True, kw_only=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.split("\n") if line]


@pytest.fixture
def cli(
    analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Done]:
    """The command line in this process, with the analyzer at hand, on streams of the test's choice."""
    summary = analyzer.nlp.get_pipe("articlelens_summary")

    def make(model: str, *, sentences: int = 3, **lists: Any) -> Analyzer:
        monkeypatch.setattr(summary, "sentences", sentences)
        return analyzer

    monkeypatch.setattr(articlelens.analyzer, "Analyzer", make)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "user"))

    def call(
        *arguments: str,
        stdin: bytes | None = b"",
        terminals: str = "",
        environ: dict[str, str] | None = None,
        size: tuple[int, int] = (80, 40),
    ) -> Done:
        out, err = io.BytesIO(), io.StringIO()
        streams = Streams(
            stdin=None if stdin is None else io.BytesIO(stdin),
            stdout=out,
            stderr=err,
            stdin_is_terminal="in" in terminals,
            stdout_is_terminal="out" in terminals,
            stderr_is_terminal="err" in terminals,
            environ=environ or {},
            size=size,
        )
        for name, value in (environ or {}).items():
            monkeypatch.setenv(name, value)
        code = run(arguments, streams)
        help_text = capsys.readouterr().out  # Click prints help itself
        return Done(code=code, out=out.getvalue().decode("utf-8") + help_text, err=err.getvalue())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Done]:
    """The command as a process of its own, in an empty folder and with no settings."""

    def call(*arguments: str | bytes, stdin: bytes = b"", environ: dict[str, str] | None = None) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "articlelens", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)} | (environ or {}),
            check=False,
        )
        return Done(code=done.returncode, out=done.stdout.decode("utf-8"), err=done.stderr.decode("utf-8"))

    return call
