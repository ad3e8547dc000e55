import os
import stat

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


@pytest.fixture
def little_room():
    """Files of this process may have 4,096 bytes and no more, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_was_written_is_kept_when_there_is_no_room_for_more(tmp_path, little_room):
    path = tmp_path / "out.txt"
    with pytest.raises(OutputError) as error, WholeFile(path) as file:  # noqa: PT012
        file.write(b"a" * 4000)
        file.write(b"b" * 4000)
    assert error.value.message.startswith(f"{path} cannot be written: ")
    assert os.listdir(tmp_path) == ["out.txt.part"]
    assert file.part is not None
    assert file.part.read_bytes().startswith(b"a" * 4000)


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
