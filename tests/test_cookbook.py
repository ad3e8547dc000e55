"""Every recipe of the cookbook does something, and fails in nothing."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
NEEDS = re.compile(r"<!-- needs: (.*?) -->")
FIRST, *SECTIONS = re.split(r"^## ", (ROOT / "docs" / "cookbook.md").read_text("utf-8"), flags=re.MULTILINE)
QUIET = {"11", "12"}  # recipes that write files and print nothing


@dataclass(frozen=True)
class Recipe:
    title: str
    body: str

    @property
    def missing(self):
        """The first tool it needs that is not here."""
        needs = [name for names in NEEDS.findall(self.body) for name in names.split()]
        needs += ["jq"] if "jq " in self.body else []
        needs += ["make"] if "```make" in self.body else []
        return next((name for name in needs if not is_there(name)), None)


def is_there(name):
    kind, _, module = name.partition(":")
    return bool(importlib.util.find_spec(module)) if kind == "python" else shutil.which(name, path=search()) is not None


def search():
    """Where commands are looked for: first beside this Python."""
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def run(command, folder):
    return subprocess.run(
        command, cwd=folder, env=os.environ | {"PATH": search()}, capture_output=True, text=True, check=False
    )


RECIPES = [Recipe(*section.split("\n", 1)) for section in SECTIONS]


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    """The file that all recipes work on."""
    folder = tmp_path_factory.mktemp("cookbook")
    (folder / "samples").symlink_to(ROOT / "samples")
    (command,) = [block["code"] for block in BLOCK.finditer(FIRST)]
    done = run(["bash", "-euo", "pipefail", "-c", command], folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "records.jsonl"


def test_there_are_twenty_and_they_are_numbered():
    assert len(RECIPES) >= 20
    assert [recipe.title.split(".")[0] for recipe in RECIPES] == [str(number + 1) for number in range(len(RECIPES))]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe(recipe, records, tmp_path):
    if recipe.missing:
        pytest.skip(f"{recipe.missing} is not installed")
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    shutil.copy(records, tmp_path)
    before = set(tmp_path.iterdir())
    printed = ""
    for block in BLOCK.finditer(recipe.body):
        if block["file"]:
            (tmp_path / block["file"]).write_text(block["code"], "utf-8")
            continue
        # no pipefail: what writes to `head` may end by its closing; other failures are seen on stderr
        shell = ["bash", "-eu", "-c", block["code"]]
        done = run(shell if block["language"] == "sh" else [sys.executable, "-c", block["code"]], tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), block["code"]
        printed += done.stdout
    if recipe.title.split(".")[0] in QUIET:
        assert [path for path in set(tmp_path.iterdir()) - before if path.stat().st_size]
    else:
        assert printed.strip()
