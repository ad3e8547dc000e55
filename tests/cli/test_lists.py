"""``--watchlist`` and ``--ignore`` on the command line."""

import json

import pytest

from articlelens.errors import ExitCode
from articlelens.settings import load

TEXT = "Dockers walk out\n\nQuill of Tema met Kofi Mensah on Monday. Quill said no.\n\nShips are waiting."
WATCH = "name,class,aliases\nQuill,organization,\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "watch.csv").write_text(WATCH)
    (tmp_path / "ignore.toml").write_text('[[names]]\nname = "Kofi Mensah"\n')
    return tmp_path


def test_both_lists_in_a_process(process, folder):
    done = process("explain", "a.txt", "--watchlist", "watch.csv", "--ignore", "ignore.toml")
    assert done.code == ExitCode.OK
    entities = {entity["name"]: entity for entity in json.loads(done.out)["entities"]}
    assert entities["Quill"]["class"] == "organization"
    assert all(mention["rules"] == ["watchlist"] for mention in entities["Quill"]["mentions"])
    assert "Kofi Mensah" not in entities


def test_both_lists_from_the_environment_in_a_process(process, folder):
    environ = {"ARTICLELENS_WATCHLIST": "watch.csv", "ARTICLELENS_IGNORE": "ignore.toml"}
    (record,) = process("extract", "a.txt", environ=environ).records
    assert [row["name"] for row in record["organizations"]] == ["Quill"]
    assert not record["people"]


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_wrong_list_stops_the_command_at_once(cli, folder, command):
    (folder / "watch.csv").write_text(WATCH + "Quill,place,\n")
    done = cli(command, "a.txt", "--watchlist", "watch.csv")
    assert (done.code, done.out) == (ExitCode.USAGE, "")
    assert "watch.csv, line 3: 'Quill' stands there twice, first in watch.csv, line 2" in done.err
    assert "hint: " in done.err


def test_lists_that_contradict_each_other(cli, folder):
    (folder / "ignore.toml").write_text('[[names]]\nname = "Quill"\n')
    done = cli("extract", "a.txt", "--watchlist", "watch.csv", "--ignore", "ignore.toml")
    assert done.code == ExitCode.USAGE
    assert "'Quill' is both watched for and ignored" in done.err


def test_lists_in_a_settings_file_stand_beside_it(folder):
    (folder / "user").mkdir()
    (folder / "user" / "articlelens.toml").write_text(f'watchlist = "lists/w.csv"\nignore = "{folder}/i.csv"\n')
    loaded = load(folder, folder / "user")
    assert loaded == {"watchlist": str(folder / "user" / "lists" / "w.csv"), "ignore": str(folder / "i.csv")}
    (folder / "articlelens.toml").write_text('watchlist = "~/w.csv"\n')
    assert not load(folder, folder / "user")["watchlist"].startswith("~")


def test_a_settings_file_names_the_list_for_a_command_run(cli, folder):
    (folder / "articlelens.toml").write_text('watchlist = "missing.csv"\n')
    done = cli("extract", "a.txt")
    assert done.code == ExitCode.USAGE
    assert "missing.csv cannot be read" in done.err
