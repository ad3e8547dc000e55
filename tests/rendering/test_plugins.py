"""Formats of other packages: announced by entry points, imported when they are used."""

import os
import subprocess
import sys

import pytest

PLUGIN = """
import sys
sys.modules["heard_of"] = sys  # shows that it was imported

def headlines(records, look):
    for record in records:
        yield (record.title or "-").upper() + (f" {len(record.text)}" if record.text else "") + "\\n"

headlines.for_people = True

def texts(records, look):
    for record in records:
        yield record.text

texts.needs_text = True

def failing(records, look):
    for record in records:
        yield "first\\n"
        raise RuntimeError("no more")

number = 7
"""
ENTRY_POINTS = """[articlelens.renderers]
headlines = articlelens_headlines:headlines
texts = articlelens_headlines:texts
failing = articlelens_headlines:failing
number = articlelens_headlines:number
gone = articlelens_nowhere:render
json = articlelens_headlines:headlines
"""


@pytest.fixture
def installed(tmp_path):
    """A folder with a package that announces formats, as pip would leave it."""
    site = tmp_path / "site"
    info = site / "articlelens_headlines-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "articlelens_headlines.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: articlelens-headlines\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    (tmp_path / "article.txt").write_text("Dockers walk out\n\nKofi Mensah spoke in Tema on Monday.")
    return {"PYTHONPATH": str(site)}


def test_a_format_of_another_package(process, installed):
    done = process("extract", "--format", "headlines", "article.txt", environ=installed)
    assert (done.code, done.out, done.err) == (0, "DOCKERS WALK OUT\n", "")
    done = process("extract", "--format", "texts", "article.txt", environ=installed)
    assert done.out.endswith("Tema on Monday.")


def test_help_lists_it_and_a_misspelling_suggests_it_without_importing_it(process, installed):
    shown = process("extract", "--help", environ=installed)
    assert "headlines: by articlelens-headlines" in " ".join(shown.out.split())
    missed = process("extract", "--format", "headline", "article.txt", environ=installed)
    assert missed.code == 2
    assert "Did you mean 'headlines'?" in missed.err


@pytest.mark.parametrize("arguments", [["extract", "--help"], ["extract", "--format", "xml", "article.txt"]])
def test_other_packages_are_not_imported_unless_used(installed, tmp_path, arguments):
    code = (
        "import sys; from articlelens.cli import run; "
        f"run({arguments!r}); print('imported' if 'heard_of' in sys.modules else 'left alone')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | installed,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("left alone\n")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone", "the format gone of articlelens-headlines cannot be loaded: ModuleNotFoundError"),
        ("number", "the format number of articlelens-headlines is a int, no function"),
    ],
)
def test_a_broken_one_is_said_to_be_so_when_it_is_used(process, installed, name, message):
    done = process("extract", "--format", name, "article.txt", environ=installed)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "repair or uninstall articlelens-headlines" in done.err
    assert process("extract", "--format", "json", "article.txt", environ=installed).records  # ours, and no other's


def test_one_that_fails_is_no_fault_of_ours(process, installed):
    done = process("extract", "--format", "failing", "article.txt", environ=installed)
    assert (done.code, done.out) == (1, "first\n")
    assert "the format failing of articlelens-headlines failed: RuntimeError: no more" in done.err


def test_flags_without_effect_are_refused_by_what_it_says_of_itself(process, installed):
    done = process("extract", "--format", "headlines", "--with-text", "article.txt", environ=installed)
    assert done.code == 2
    done = process("extract", "--format", "headlines", "--top", "3", "article.txt", environ=installed)
    assert done.code == 0
