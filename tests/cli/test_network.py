"""Nothing is sent anywhere: the commands run where every way to the network is an error."""

import os
import subprocess
import sys

import pytest

# An audit hook sees every socket, whatever library opens it, and every name that is looked up.
GUARD = """
import sys
FORBIDDEN = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg",
             "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect"}
def refuse(event, arguments):
    if event in FORBIDDEN:
        sys.stderr.write(f"NETWORK {event} {arguments!r}\\n")
        raise OSError("the network is out of bounds")
sys.addaudithook(refuse)
"""


def run(tmp_path, code, *arguments):
    return subprocess.run(
        [sys.executable, "-c", GUARD + code, *arguments],
        cwd=tmp_path,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_guard_sees_a_connection(tmp_path):
    done = run(tmp_path, "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')")
    assert done.returncode != 0
    assert "NETWORK" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "article.txt"],
        ["extract", "--format", "terminal", "article.txt"],
        ["extract", "--format", "html", "article.txt"],
        ["extract", "--format", "markdown", "article.txt"],
        ["explain", "article.txt"],
        ["models"],
        ["--version"],
    ],
)
def test_no_command_asks_the_network(tmp_path, arguments):
    text = "Dockers walk out\n\nKofi Mensah of https://example.org spoke in Tema on 27 July 2023 of $2.3bn."
    (tmp_path / "article.txt").write_text(text)
    done = run(tmp_path, "from articlelens.__main__ import main; sys.exit(main())", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
