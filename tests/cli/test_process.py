"""The command as a process of its own: pipes, terminals, signals, and what it does not import."""

import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from articlelens.errors import ExitCode

TEXT = "Dockers walk out\n\nKofi Mensah spoke in Tema on Monday.\n\nShips are waiting."
HEAVY = set("spacy thinc numpy rich dateparser pydantic babel text_to_num trafilatura lxml py3langid".split())


def in_terminals(arguments, terminals, cwd, columns=70):
    """Runs the command with some of its streams on a terminal of their own: (code, output, messages)."""
    ends = {name: pty.openpty() if name in terminals else os.pipe() for name in ("in", "out", "err")}
    for name, (first, _) in ends.items():
        if name in terminals:
            fcntl.ioctl(first, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    # of a pty either end does both; a pipe is read at its first end and written at its second
    child = {"in": ends["in"][1 if "in" in terminals else 0], "out": ends["out"][1], "err": ends["err"][1]}
    environ = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "articlelens", *arguments],
        stdin=child["in"],
        stdout=child["out"],
        stderr=child["err"],
        cwd=cwd,
        env=environ | {"TERM": "xterm-256color", "XDG_CONFIG_HOME": str(cwd)},
    )
    for descriptor in child.values():
        os.close(descriptor)
    if "in" not in terminals:
        os.close(ends["in"][1])  # an empty pipe
    out, err = read_to_end(ends["out"][0]), read_to_end(ends["err"][0])
    return process.wait(timeout=60), out, err


def heeding_interrupts():
    """What runs in the background ignores interrupts; so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def read_to_end(descriptor):
    data = b""
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # what a pty says when the other end is closed
            piece = b""
        if not piece:
            os.close(descriptor)
            return data.decode("utf-8")
        data += piece


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize("messages", ["", "in", "err", "in err"])
def test_every_combination_of_terminal_and_pipe(article, messages):
    code, out, err = in_terminals(["extract", "article.txt"], messages, article.parent)
    assert (code, err.split("\r")[-1]) == (ExitCode.OK, "")  # the count is wiped
    assert json.loads(out)["title"] == "Dockers walk out"
    code, out, err = in_terminals(["extract", "article.txt"], f"out {messages}", article.parent)
    assert (code, err) == (ExitCode.OK, "")
    assert out.startswith("\x1b[1mDockers walk out\x1b[0m")


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "-"]])
def test_a_terminal_as_standard_input_does_not_hang(tmp_path, arguments):
    code, out, err = in_terminals(arguments, "in out err", tmp_path)
    assert code == ExitCode.USAGE
    assert "Usage:" in err or "standard input is a terminal" in err
    assert out == ""


def test_no_raw_warning_reaches_the_screen(process, article):
    done = process("extract", str(article), environ={"PYTHONWARNINGS": "default"})
    assert done.code == ExitCode.OK
    assert "W095" not in done.err


def test_names_of_raw_bytes(process, tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:
        file.write(TEXT)
    done = process("extract", name)
    assert (done.code, done.err) == (ExitCode.OK, "")
    assert os.fsencode(done.records[0]["source"]["name"]) == name


def test_utf8_whatever_the_locale(process, tmp_path):
    (tmp_path / "a.txt").write_text("José Huancarán spoke in Lima.", "utf-8")
    done = process("extract", "a.txt", "--with-text", environ={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.records[0]["text"] == "José Huancarán spoke in Lima."


def test_a_reader_that_stops_reading_ends_the_run_quietly(tmp_path):
    row = json.dumps({"text": "Kofi Mensah spoke in Tema. " * 50}) + "\n"
    (tmp_path / "rows.jsonl").write_text(row * 100)
    command = f"{sys.executable} -m articlelens extract rows.jsonl | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    record, code, _ = done.stdout.split("\n")
    assert json.loads(record)["schema_version"] == 1
    assert (code, done.stderr) == ("0", "")


@pytest.mark.parametrize("command", ["--help", "extract --help", "--version", "schema"])
def test_help_into_a_pipe_that_closes_and_onto_a_full_disk(tmp_path, command):
    script = f"import sys; from articlelens.__main__ import main; sys.argv[1:] = {command.split()!r}; main()"
    closed, writing = os.pipe()
    os.close(closed)
    with open(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-c", script], stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", script], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == ExitCode.SOME_FAILED
    assert done.stderr.startswith("articlelens: error: standard output cannot be written: ")


@pytest.mark.skipif(not os.path.exists("/proc/self/maps"), reason="only Linux tells what a process has loaded")
@pytest.mark.parametrize("library", ["numpy", "thinc", "spacy/tokens", "spacy/pipeline"])
def test_an_interrupt_during_the_imports_ends_the_run(tmp_path, library):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(TEXT)
    process = subprocess.Popen(
        [sys.executable, "-m", "articlelens", "extract", "a.txt", "pipe.txt"],
        cwd=tmp_path,
        # no measuring of coverage: it begins before we do, and has its own way with interrupts
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        preexec_fn=heeding_interrupts,  # noqa: PLW1509 - there are no threads
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while library not in Path(f"/proc/{process.pid}/maps").read_text():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Traceback" not in err


def test_termination_leaves_no_rubbish(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    os.mkfifo(tmp_path / "pipe.txt")
    process = subprocess.Popen(
        [sys.executable, "-m", "articlelens", "extract", "a.txt", "pipe.txt", "--output", "out.jsonl"], cwd=tmp_path
    )
    while not any(path.stat().st_size for path in tmp_path.glob(".out.jsonl.*")):
        time.sleep(0.05)
        assert process.poll() is None
    process.terminate()
    assert process.wait(timeout=60) == 128 + signal.SIGTERM
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.jsonl.part", "pipe.txt"]


def test_a_full_disk_is_said(article):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "articlelens", "extract", article],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == ExitCode.SOME_FAILED
    assert done.stderr.startswith("articlelens: error: standard output cannot be written: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_closed_streams(article, closed):
    command = f"{sys.executable} -m articlelens extract article.txt {closed}"
    done = subprocess.run(["bash", "-c", command], cwd=article.parent, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == (ExitCode.SOME_FAILED if closed == ">&-" else ExitCode.OK)


def test_interrupt_keeps_what_is_finished(tmp_path):
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": "Kofi Mensah spoke in Tema. " * 200}) + "\n")
    os.mkfifo(tmp_path / "pipe.txt")  # nobody writes there: the run waits for it
    process = subprocess.Popen(
        [sys.executable, "-m", "articlelens", "extract", "rows.jsonl", "pipe.txt"],
        cwd=tmp_path,
        preexec_fn=heeding_interrupts,  # noqa: PLW1509 - there are no threads
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    first = process.stdout.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    rest, err = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert json.loads(first)["counts"]["words"] > 0
    assert rest == ""
    assert (
        err
        == "articlelens: interrupted: 1 article done, the last of them rows.jsonl; run again with those that are left\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["extract", "--help"], 0),
        (["models", "--help"], 0),
        (["schema", "--help"], 0),
        (["--version"], 0),
        (["schema"], 0),
        (["models"], 0),
        (["extract", "--nope"], 2),
        (["nope"], 2),
        (["extract", "--published", "x", "a.txt"], 2),
        (["extract", "no.txt"], 1),
        (["extract", "--model", "no_such_model", "/dev/null"], 1),
    ],
)
def test_nothing_heavy_at_the_door(tmp_path, arguments, code):
    script = (
        "import sys; from articlelens.cli import run; code = run();"
        "print(*{name.split('.')[0] for name in sys.modules}, file=open('modules', 'w')); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == code
    assert not HEAVY & set((tmp_path / "modules").read_text().split())


def test_version_names_all_that_matters(process):
    assert [line.split()[0] for line in process("--version").out.splitlines()] == [
        "articlelens",
        "spaCy",
        "model",
        "Python",
    ]


def test_the_console_script_is_there():
    script = os.path.join(os.path.dirname(sys.executable), "articlelens")
    done = subprocess.run([script, "schema"], capture_output=True, check=True)
    assert json.loads(done.stdout)["$schema"].endswith("2020-12/schema")
