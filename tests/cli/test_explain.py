import pytest

from articlelens.errors import ExitCode

TEXT = "Dockers walk out\n\nKofi Mensah spoke in Tema on Monday. In Tema, Kofi Mensah said no.\n\nShips are waiting."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


def test_every_mention_of_every_entity_with_its_rules(cli, article):
    (explained,) = cli("explain", "article.txt").records
    (record,) = cli("extract", "article.txt").records
    for part in ("people", "organizations", "places"):
        for item in record[part]:
            (entity,) = [entity for entity in explained["entities"] if entity["id"] == item["id"]]
            assert entity["name"] == item["name"]
            mentions = [dict(mention) for mention in entity["mentions"]]
            assert all(isinstance(mention.pop("rules"), list) for mention in mentions)
            assert mentions == item["mentions"]


def test_on_a_terminal_it_is_to_read(cli, article):
    done = cli("explain", "article.txt", terminals="out")
    lines = done.out.split("\n")
    assert lines[0] == "Dockers walk out"
    assert lines[2] == "person-1  Kofi Mensah"
    assert lines[3].split()[:3] == ["18-29", "Kofi", "Mensah"]


def test_names_cannot_steer_the_terminal(cli, tmp_path):
    (tmp_path / "a.txt").write_text("Alarm \x1b[31m now\n\nKofi\x9bMensah spoke in Tema.\n\nHe left.")
    shown = cli("explain", "a.txt", terminals="out").out
    assert not {"\x1b", "\x9b"} & set(shown)


def test_failures_are_said_and_the_others_go_on(cli, article):
    done = cli("explain", "no.txt", "article.txt")
    assert done.code == ExitCode.SOME_FAILED
    assert len(done.records) == 1
    assert "no.txt: there is no such file" in done.err
