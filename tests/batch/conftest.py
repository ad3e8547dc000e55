"""Sources, and the set-up without a model."""

import json
import sys
from pathlib import Path

import pytest

from articlelens.reading import ReadingOptions, read_text
from articlelens.reading.plain import text_source
from articlelens.reading.unread import UnreadFile


@pytest.fixture(autouse=True)
def stub_analysis(monkeypatch):
    """The module of the stub; worker processes find it, as they are handed our path."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    import stub_analysis

    yield stub_analysis
    sys.modules.pop("stub_analysis", None)


@pytest.fixture
def article():
    def make(text, name="a.txt", published=None):
        return read_text(text, source=text_source(text, name=name), published=published)

    return make


@pytest.fixture
def unread():
    def make(text, name="a.txt"):
        return UnreadFile(data=text.encode(), name=name, form="text", options=ReadingOptions())

    return make


@pytest.fixture
def write_rows(tmp_path):
    def write(texts, name="rows.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
        return path

    return write
