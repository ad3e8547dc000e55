"""Reading the lists that users keep, and what is said of wrong ones."""

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelens.errors import SettingsError
from articlelens.watchlists import (
    IgnoredName,
    IgnoreList,
    WatchedName,
    Watchlist,
    check_together,
    read_ignore_list,
    read_watchlist,
)

TOML = """\
# what we follow
[[names]]
name = "Volta Gate Terminals"
class = "organization"
aliases = ["Volta Gate", "VGT"]

[[names]]
name = "Ulvi   Tarn"
class = "person"
"""
CSV = """\
name,class,aliases
Volta Gate Terminals,organization,Volta Gate | VGT

"Ulvi Tarn",person,
"""
EXPECTED = Watchlist(
    (
        WatchedName(name="Volta Gate Terminals", entity_class="organization", aliases=("Volta Gate", "VGT")),
        WatchedName(name="Ulvi Tarn", entity_class="person"),
    )
)


@pytest.fixture
def write(tmp_path):
    def to(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return to


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.toml", TOML),
        ("a.csv", CSV),
        ("a.CSV", "\ufeff" + CSV.replace("\n", "\r\n")),
        ("a.csv", CSV.replace(",", ";")),
        ("a.tsv", CSV.replace(",", "\t")),
    ],
    ids=["toml", "csv", "of Excel", "with semicolons", "with tabs"],
)
def test_both_formats_say_the_same(write, name, content):
    assert read_watchlist(write(name, content)) == EXPECTED


def test_names_to_ignore_may_have_a_class(write):
    expected = IgnoreList((IgnoredName(name="Cloudpost"), IgnoredName(name="Tarn", entity_class="place")))
    toml = '[[names]]\nname = "Cloudpost"\n[[names]]\nname = "Tarn"\nclass = "place"\n'
    assert read_ignore_list(write("a.toml", toml)) == expected
    assert read_ignore_list(write("a.csv", "name,class\nCloudpost,\nTarn,place\n")) == expected
    assert read_ignore_list(write("b.csv", "name\nCloudpost\n")) == IgnoreList((IgnoredName(name="Cloudpost"),))


@pytest.mark.parametrize(("name", "content"), [("a.toml", ""), ("a.csv", "name,class,aliases\n")])
def test_an_empty_list_is_a_list(write, name, content):
    assert read_watchlist(write(name, content)) == Watchlist()


PAGE = (Path(__file__).parent.parent / "docs" / "watchlists.md").read_text("utf-8")


@pytest.mark.parametrize(("language", "number"), [("toml", 2), ("csv", 1)])
def test_the_documented_lists_are_lists(write, language, number):
    blocks = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == number
    assert (
        WatchedName(name="Ulvi Tarn", entity_class="person")
        in read_watchlist(write(f"a.{language}", blocks[0])).entries
    )
    for block in blocks[1:]:
        assert IgnoredName(name="Highland Wire") in read_ignore_list(write(f"b.{language}", block)).entries


HEAD = "name,class,aliases\n"
WRONG = [
    ("a.csv", HEAD + "Tarn,persn,\n", "line 2: unknown class 'persn': it is person, organization or place"),
    ("a.csv", HEAD + "\nTarn,,\n", "line 3: 'Tarn' has no class"),
    ("a.csv", HEAD + ",person,Tarn\n", "line 2: a name is empty"),
    ("a.csv", HEAD + "Tarn,person,Ulvi||Tarn U\n", "line 2: a name is empty"),
    ("a.csv", HEAD + "???,person,\n", "line 2: '???' is no name"),
    ("a.csv", HEAD + "Tarn,person,\nTarn,place,\n", "line 3: 'Tarn' stands there twice, first in "),
    ("a.csv", HEAD + "Tarn,person,\nUlvi,person,Tarn\n", "line 3: 'Tarn' stands there twice, first in "),
    ("a.csv", HEAD + "Tarn,person,Tarn\n", "line 2: 'Tarn' stands there twice"),
    ("a.csv", HEAD + "Quill, Ltd,organization,\n", "line 2: it has more cells than columns"),
    ("a.csv", "name,kind\nTarn,person\n", "line 1: unknown field 'kind'"),
    ("a.csv", "class,aliases\nperson,\n", "line 1: it does not name the columns"),
    ("a.csv", "", "line 1: it does not name the columns"),
    ("a.csv", HEAD + '"Tarn,person,\n', "line 2: it is no CSV"),
    ("a.csv", HEAD.encode() + b"P\xe9rez,person,\n", "is not UTF-8"),
    ("a.toml", "[[names]\n", "is no TOML: "),
    ("a.toml", "[names]\nTarn = 1\n", "has something else than [[names]]"),
    ("a.toml", 'title = "Ours"\n', "has something else than [[names]]"),
    ("a.toml", '\n[[names]]\nname = "Tarn"\nclas = "person"\n', "line 2: unknown field 'clas'"),
    ("a.toml", '[[names]]\nname = 3\nclass = "person"\n', "line 1: the name is no string: 3"),
    ("a.toml", '[[names]]\nname = "Tarn"\nclass = ["person"]\n', "line 1: unknown class ['person']"),
    ("a.toml", '[[names]]\nname = "Tarn"\nclass = "person"\naliases = "T"\n', "line 1: aliases is no list of strings"),
    ("a.toml", 'names = [{name = "Tarn"}]\n', "name 1: 'Tarn' has no class"),
    ("a.txt", "Tarn\n", "is neither .toml nor .csv"),
]


@pytest.mark.parametrize(("name", "content", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_a_wrong_list_is_told_with_file_line_and_hint(write, name, content, message):
    path = write(name, content)
    with pytest.raises(SettingsError) as caught:
        read_watchlist(path)
    assert message in caught.value.message
    assert str(path) in caught.value.message
    assert caught.value.hint


def test_missing_files_and_folders_are_no_lists(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    for name in ("none.toml", "folder.csv"):
        with pytest.raises(SettingsError, match="cannot be read"):
            read_watchlist(tmp_path / name)


def test_lists_made_in_python_are_held_to_the_same():
    with pytest.raises(SettingsError, match="twice"):
        IgnoreList((IgnoredName(name="Tarn"), IgnoredName(name="Tarn")))
    with pytest.raises(SettingsError, match="empty"):
        Watchlist((WatchedName(name=" ", entity_class="person"),))


def test_a_name_cannot_be_watched_for_and_ignored():
    watchlist = Watchlist((WatchedName(name="Ulvi Tarn", entity_class="person", aliases=("Tarn",)),))
    check_together(watchlist, IgnoreList((IgnoredName(name="Tarn", entity_class="place"),)))
    for kind in (None, "person"):
        with pytest.raises(SettingsError, match="both watched for and ignored"):
            check_together(watchlist, IgnoreList((IgnoredName(name="Tarn", entity_class=kind),)))


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="|\r\n"), min_size=1).map(lambda text: f"N{text}")


@given(st.lists(NAMES, unique_by=lambda name: " ".join(name.split())))
def test_what_csv_writes_is_read_again(tmp_path_factory, names):
    import csv

    path = tmp_path_factory.mktemp("lists") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["name", "class"], *([name, "place"] for name in names)])
    assert [entry.name for entry in read_watchlist(path).entries] == [" ".join(name.split()) for name in names]


def test_lists_can_be_hashed_and_sent_to_processes():
    assert pickle.loads(pickle.dumps(EXPECTED)) == EXPECTED
    assert hash(EXPECTED) == hash(pickle.loads(pickle.dumps(EXPECTED)))


@pytest.mark.parametrize(
    "content",
    [
        "Name,Class,Aliases\nVolta Gate Terminals,Organization,Volta Gate | VGT |\nUlvi Tarn,PERSON,\n",
        "sep=;\r\nname;class;aliases\r\nVolta Gate Terminals;organization;Volta Gate|VGT\r\nUlvi Tarn;person;\r\n",
        '"sep=;"\nNAME;CLASS;ALIASES\nVolta Gate Terminals;organization;Volta Gate|VGT|\nUlvi Tarn;person;\n',
    ],
)
def test_tables_as_spreadsheets_write_them(write, content):
    assert read_watchlist(write("a.csv", content)) == EXPECTED


def test_lines_are_counted_with_the_one_that_names_the_mark(write):
    with pytest.raises(SettingsError, match="line 3"):
        read_watchlist(write("a.csv", "sep=;\nname;class\nTarn;fish\n"))


@pytest.mark.parametrize(
    ("one", "other"), [("O'Neil", "O’Neil"), ("N\u00fa\u00f1ez", "Nu\u0301n\u0303ez"), ("Al-Said", "Al‑Said")]
)
def test_names_that_are_found_alike_stand_there_twice(one, other):
    entries = WatchedName(name=one, entity_class="person"), WatchedName(name=other, entity_class="organization")
    with pytest.raises(SettingsError, match="twice"):
        Watchlist(entries)


@pytest.mark.parametrize("ignored", ["VOLTA GATE", "volta gate", "The Volta Gate", "Vólta Gate"])
def test_lists_contradict_each_other_whatever_the_capitals(ignored):
    watchlist = Watchlist((WatchedName(name="Volta Gate", entity_class="organization"),))
    with pytest.raises(SettingsError, match="both"):
        check_together(watchlist, IgnoreList((IgnoredName(name=ignored),)))


def test_no_file_is_no_list():
    with pytest.raises(SettingsError, match="no file is named"):
        read_watchlist("")
