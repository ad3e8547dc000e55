"""A short run of the fuzzer: each reader, the same inputs every time."""

import io
import itertools
import runpy
from pathlib import Path

import pytest

from articlelens.reading import Article, ReadingOptions, read_sources

FUZZ = runpy.run_path(str(Path(__file__).with_name("fuzz.py")))
INPUTS = 12


@pytest.mark.parametrize("reader", FUZZ["READERS"])
def test_damaged_inputs_are_articles_or_failures(reader):
    if reader in ("docx", "pdf"):
        pytest.importorskip({"docx": "docx", "pdf": "pypdf"}[reader])
    for data in itertools.islice(FUZZ["inputs"](reader, 1), INPUTS):
        assert FUZZ["finding"](reader, data) is None, data


@pytest.mark.parametrize("reader", FUZZ["READERS"])
def test_what_is_damaged_is_an_article_before(reader):
    if reader in ("docx", "pdf"):
        pytest.importorskip({"docx": "docx", "pdf": "pypdf"}[reader])
    options = ReadingOptions(input_format=FUZZ["FORMATS"].get(reader, reader))
    for data in FUZZ["seeds"](reader):
        found = list(read_sources(["-"], stdin=io.BytesIO(data), options=options))
        assert any(isinstance(item, Article) for item in found), found


def test_a_finding_is_told(monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setitem(FUZZ["finding"].__globals__, "read_sources", broken)
    assert "RuntimeError: broken" in FUZZ["finding"]("plain", b"x")
