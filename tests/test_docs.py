"""The README's commands do what it says, and the reference pages are what the code gives."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


SET_UP = [block for block in blocks("sh") if "pip install" in block]
COMMANDS = [line for block in blocks("sh") if block not in SET_UP for line in block.splitlines()]


def shell(command):
    environ = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )


def test_there_are_exactly_two_set_up_commands():
    assert [len(block.splitlines()) for block in SET_UP] == [1, 1]


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize("command", COMMANDS)
def test_the_readmes_commands(command):
    done = shell(command)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


def test_the_readmes_python(capsys):
    (code,) = blocks("python")
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("['Ana Quispe'] ['2022-12-07']")


def test_reference_pages_are_what_the_code_gives():
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", ["README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def test_links_lead_somewhere(page):
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)", path.read_text("utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target
