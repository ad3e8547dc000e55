import os
import stat
import subprocess
import sys

import pytest

from articlelens.errors import OutputError, SettingsError
from articlelens.files import WholeFile


def test_a_file_is_there_when_it_is_whole(tmp_path):
    path = tmp_path / "out.txt"
    with WholeFile(path) as file:
        file.write(b"one\n")
        assert not path.exists()
        file.write(b"two\n")
    assert path.read_bytes() == b"one\ntwo\n"
    assert os.listdir(tmp_path) == ["out.txt"]


def test_it_has_the_rights_of_any_new_file(tmp_path):
    with WholeFile(tmp_path / "out.txt") as file:
        file.write(b"x")
    (tmp_path / "other.txt").write_bytes(b"x")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("out.txt", "other.txt")}
    assert len(modes) == 1


def test_what_was_written_is_kept_when_the_writing_breaks_off(tmp_path):
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), WholeFile(path, force=True) as file:  # noqa: PT012
        file.write(b"new")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"old"
    assert (tmp_path / "out.txt.part").read_bytes() == b"new"
    assert file.part == tmp_path / "out.txt.part"
    with pytest.raises(KeyboardInterrupt), WholeFile(path, force=True) as file:  # noqa: PT012
        file.write(b"newer")
        raise KeyboardInterrupt
    assert (tmp_path / "out.txt.part").read_bytes() == b"new"
    assert (tmp_path / "out.txt.part2").read_bytes() == b"newer"


def test_what_was_written_is_kept_when_there_is_no_room_for_more(tmp_path):
    pytest.importorskip("resource")
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from articlelens.errors import OutputError\n"
        "from articlelens.files import WholeFile\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"  # as on a disk that is full
        "file = WholeFile(Path(sys.argv[1]))\n"
        "try:\n"
        "    with file:\n"
        "        file.write(b'a' * 4000)\n"
        "        file.write(b'b' * 4000)\n"
        "except OutputError as error:\n"
        "    print(error.message, file.part, sep='\\n')\n"
    )
    path = tmp_path / "out.txt"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    message, part = done.stdout.splitlines()
    assert message.startswith(f"{path} cannot be written: ")
    assert part == f"{path}.part"
    assert os.listdir(tmp_path) == ["out.txt.part"]
    assert (tmp_path / "out.txt.part").read_bytes().startswith(b"a" * 4000)


def test_nothing_is_left_where_nothing_was_written(tmp_path):
    with pytest.raises(KeyboardInterrupt), WholeFile(tmp_path / "out.txt"):
        raise KeyboardInterrupt
    assert os.listdir(tmp_path) == []


def test_a_file_that_is_there_or_a_folder_is_refused(tmp_path):
    (tmp_path / "out.txt").write_bytes(b"old")
    with pytest.raises(SettingsError):
        WholeFile(tmp_path / "out.txt")
    with pytest.raises(SettingsError):
        WholeFile(tmp_path, force=True)
    with pytest.raises(OutputError):
        WholeFile(tmp_path / "no" / "out.txt")
