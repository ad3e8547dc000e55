import subprocess
import sys
from pathlib import Path

import pytest

from articlelens.gazetteer import find_place
from articlelens.gazetteer.lookup import NAMESAKES, SHORT_FORMS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["Peru"], "PE"),
        (["U.S.", "United States"], "US"),
        (["Britain"], "GB"),
        (["Hong Kong"], "HK"),
        (["Bosnia and Herzegovina"], "BA"),
        (["Saint Lucia"], "LC"),
        (["Côte d'Ivoire"], "CI"),
        (["Kosovo"], "XK"),
    ],
)
def test_countries(names, code):
    entry = find_place(names)
    assert entry is not None
    assert (entry.kind, entry.country_code, entry.latitude) == ("country", code, None)


@pytest.mark.parametrize("names", [[], ["Lima"], ["Georgia"], ["European Union"], ["world"], ["Peru", "Chile"]])
def test_what_is_unknown_or_undecided(names):
    assert find_place(names) is None


def test_short_forms_add_to_the_table_and_do_not_repeat_it():
    listed = {line.split(",")[0] for line in _table()[1:]}
    assert not listed & SHORT_FORMS.keys()
    assert listed >= NAMESAKES


def test_the_table_is_what_cldr_gives():
    done = subprocess.run(
        [sys.executable, "scripts/countries.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def _table():
    path = ROOT / "src" / "articlelens" / "gazetteer" / "data" / "countries.csv"
    return path.read_text("utf-8").splitlines()
