"""Shell completion answers, and a shell can use it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def completed(process, line, word, shell="bash"):
    environ = {"_ARTICLELENS_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": str(word)}
    done = process(environ=environ)
    assert (done.code, done.err) == (0, "")
    return {entry.split(",", 1)[1] for entry in done.out.splitlines()}


def test_commands_options_and_formats(process):
    assert {"extract", "explain", "schema"} <= completed(process, "articlelens ", 1)
    assert completed(process, "articlelens ext", 1) == {"extract"}
    assert completed(process, "articlelens extract --sent", 2) == {"--sentences"}
    assert {"html", "json", "markdown", "terminal"} <= completed(process, "articlelens extract --format ", 3)
    assert completed(process, "articlelens extract --format mark", 3) == {"markdown"}
    assert completed(process, "articlelens extract --color a", 3) == {"auto", "always"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_each_shell(process, shell):
    done = process(environ={"_ARTICLELENS_COMPLETE": f"{shell}_source"})
    assert done.code == 0
    assert "_ARTICLELENS_COMPLETE" in done.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=done.out, text=True, check=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_as_the_docs_say(tmp_path):
    script = (
        'eval "$(_ARTICLELENS_COMPLETE=bash_source articlelens)"; '
        "COMP_WORDS=(articlelens extract --format html); COMP_CWORD=3; "
        '_articlelens_completion articlelens; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    environ = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["html"]
