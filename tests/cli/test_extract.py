"""``articlelens extract`` on streams of the test's choice."""

import json
import os
import stat

import pytest

from articlelens.errors import ExitCode

TEXT = "Dockers walk out\n\nKofi Mensah of the Harbour Workers' Union spoke in Tema on Monday.\n\nShips are waiting."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize("other", ["", "in", "err", "in err"])
def test_terminal_gets_the_summary_and_a_pipe_the_record(cli, validate, article, other):
    piped = cli("extract", "article.txt", terminals=other)
    (record,) = piped.records
    validate(record, TEXT)
    assert record["title"] == "Dockers walk out"
    shown = cli("extract", "article.txt", terminals=f"out {other}")
    assert shown.out.startswith("\x1b[1mDockers walk out")
    assert piped.code == shown.code == ExitCode.OK


@pytest.mark.parametrize("terminals", ["", "out"])
def test_format_decides_explicitly(cli, article, terminals):
    assert cli("extract", "article.txt", "--format", "json", terminals=terminals).records[0]["people"]
    assert "PEOPLE" in cli("extract", "article.txt", "--format", "terminal", terminals=terminals).out


@pytest.mark.parametrize("terminals", ["", "err", "out", "out err"])
def test_standard_output_is_the_same_whatever_is_said(cli, article, terminals):
    outs = {cli("extract", "article.txt", *flags, terminals=terminals).out for flags in ([], ["-v"], ["-q"])}
    assert len(outs) == 1


def test_people_are_a_jq_away(cli, article):
    assert [person["name"] for person in cli("extract", "article.txt").records[0]["people"]] == ["Kofi Mensah"]


def test_several_sources_in_their_order(cli, article, tmp_path):
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps({"id": n, "text": f"Row {n}."}) + "\n" for n in range(40)))
    done = cli("extract", "rows.jsonl", "article.txt", "-", stdin=b"Li Wei spoke in Lima.")
    assert [record["source"]["id"] for record in done.records] == [*map(str, range(40)), None, None]
    assert [record["source"]["name"] for record in done.records[-2:]] == ["article.txt", "-"]


@pytest.mark.parametrize("name", ["a b.txt", "naïve — ‘x’.txt", "-dash.txt", "a'\"$(x).txt", "[bold]x.txt"])
def test_odd_names(cli, tmp_path, name):
    (tmp_path / name).write_text(TEXT)
    done = cli("extract", "--", name)
    assert done.records[0]["source"]["name"] == name


def test_one_bad_input_does_not_stop_the_others(cli, article, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9\0")
    done = cli("extract", "no.txt", "bad.txt", "article.txt")
    assert done.code == ExitCode.SOME_FAILED
    assert len(done.records) == 1
    assert done.err.split("\n") == [
        "articlelens: failed: no.txt: there is no such file",
        "articlelens: failed: bad.txt: it looks like a binary file, not like text",
        "  hint: give the article's text or its saved web page",
        "articlelens: 2 of 3 articles failed",
        "",
    ]


def test_an_article_that_breaks_the_analysis_costs_itself_only(cli, analyzer, monkeypatch, tmp_path):
    rows = [{"id": n, "text": f"Li Wei spoke {n} times."} for n in range(8)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    record = analyzer._record  # noqa: SLF001

    def breaking(doc, article, **options):
        if article.source.id == "5":
            raise ZeroDivisionError("five")
        return record(doc, article, **options)

    monkeypatch.setattr(analyzer, "_record", breaking)
    done = cli("extract", "rows.jsonl")
    assert done.code == ExitCode.SOME_FAILED
    assert [row["source"]["id"] for row in done.records] == ["0", "1", "2", "3", "4", "6", "7"]
    assert "rows.jsonl:6 (5): the analysis failed: ZeroDivisionError: five" in done.err


def test_a_text_over_the_limit_is_refused(cli, article):
    done = cli("extract", "article.txt", "--max-characters", "10")
    assert done.code == ExitCode.SOME_FAILED
    assert "characters, more than 10" in done.err


def test_how_to_read_is_the_users_choice(cli, tmp_path):
    (tmp_path / "rows.tsv").write_bytes("key\tbody\n7\tLe café est fermé.\n".encode("cp1252"))
    (tmp_path / "articlelens.toml").write_text('text_field = "body"\nid_field = "key"\n')
    done = cli("extract", "rows.tsv", "--encoding", "windows-1252", "--language", "en", "--with-text")
    (record,) = done.records
    assert (record["source"]["id"], record["text"], record["language"]) == ("7", "Le café est fermé.", "en")
    done = cli("extract", "rows.tsv", environ={"ARTICLELENS_TEXT_FIELD": "none"})
    assert 'it has no column "none"' in done.err
    assert "its columns are key, body; --text-field says which has the text" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--encoding", "klingon"), "there is no encoding 'klingon'"),
        (("--fetch-timeout", "3"), "--fetch-timeout has no effect without --fetch"),
        (("--fetch-private", "localhost"), "--fetch-private has no effect without --fetch"),
        (("--input-format", "htm"), "Did you mean 'html'?"),
        (("--language", "English, please"), "'English, please' is no code of a language"),
        (("--max-size", "0"), "0 is not in the range"),
    ],
)
def test_options_of_reading_that_are_not_right(cli, article, arguments, message):
    done = cli("extract", "article.txt", *arguments)
    assert done.code == ExitCode.USAGE
    assert message in done.err


def test_an_address_is_a_hint(cli):
    done = cli("extract", "https://example.org/a")
    assert done.code == ExitCode.SOME_FAILED
    assert "it is an address, not a file" in done.err
    assert "hint: --fetch fetches it" in done.err


@pytest.mark.parametrize("terminals", ["in", "in out err"])
def test_no_source_on_a_terminal_shows_help(cli, terminals):
    done = cli("extract", terminals=terminals, stdin=None)
    assert done.code == ExitCode.USAGE
    assert done.out == ""
    assert "Usage: articlelens extract" in done.err


def test_no_source_in_a_pipe_is_standard_input(cli):
    assert cli("extract", stdin=TEXT.encode()).records[0]["title"] == "Dockers walk out"


@pytest.mark.parametrize(
    ("arguments", "terminals", "message"),
    [
        (("-",), "in", "standard input is a terminal"),
        (("-", "-"), "", "standard input can be read only once"),
        (("--published", "last week", "a.txt"), "", "'last week' is no date: write it as in 2023-07-27"),
        (("--format", "jsonl", "a.txt"), "", "Did you mean 'json'?"),
        (("--fromat", "json", "a.txt"), "", "Did you mean one of: '--format', '--input-format'?"),
        (("--with-text", "a.txt"), "out", "--with-text has no place in --format terminal"),
        (("--top", "3", "a.txt"), "", "--top has no effect with --format json"),
        (("--force", "a.txt"), "", "--force has no effect without --output"),
        (("-q", "-v", "a.txt"), "", "-q and -v contradict each other"),
    ],
)
def test_misuse_is_refused_with_a_reason(cli, arguments, terminals, message):
    done = cli("extract", *arguments, terminals=terminals)
    assert done.code == ExitCode.USAGE
    assert done.out == ""
    assert message in done.err
    assert "hint: " in done.err


def test_published_is_the_reference_date(cli, article):
    record = cli("extract", "--published", "2024-03-14", "article.txt").records[0]
    assert record["published"] == "2024-03-14"
    assert record["reference_date"] == {"value": "2024-03-14", "basis": "option"}


def test_warnings_of_a_record_are_said_unless_quiet(cli, tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"text": "Li Wei left.", "published": "soon"}\n')
    assert (
        "articlelens: warning: rows.jsonl:1: published 'soon' is no ISO 8601 date" in cli("extract", "rows.jsonl").err
    )
    assert cli("extract", "-q", "rows.jsonl").err == ""


class TestColor:
    @pytest.mark.parametrize(
        ("flags", "environ", "terminals", "colored"),
        [
            ([], {}, "out", True),
            ([], {}, "", False),
            ([], {"NO_COLOR": "1"}, "out", False),
            ([], {"NO_COLOR": ""}, "out", True),
            ([], {"FORCE_COLOR": "1"}, "", True),
            ([], {"FORCE_COLOR": "0"}, "", False),
            ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, "out", False),
            ([], {"TERM": "dumb"}, "out", False),
            (["--color", "always"], {"NO_COLOR": "1"}, "", True),
            (["--color", "never"], {"FORCE_COLOR": "1"}, "out", False),
            ([], {"ARTICLELENS_COLOR": "never"}, "out", False),
        ],
    )
    def test_output(self, cli, article, flags, environ, terminals, colored):
        done = cli("extract", "article.txt", "--format", "terminal", *flags, environ=environ, terminals=terminals)
        assert ("\x1b[" in done.out) is colored

    @pytest.mark.parametrize(("terminals", "colored"), [("err", True), ("", False), ("out", False)])
    def test_messages(self, cli, terminals, colored):
        assert ("\x1b[" in cli("extract", "no.txt", terminals=terminals).err) is colored

    def test_names_cannot_colour_messages(self, cli):
        assert "\x1b" not in cli("extract", "no\x1b[31m\nfile.txt").err


class TestOutput:
    def test_a_file_gets_json_lines_even_from_a_terminal(self, cli, article, tmp_path):
        done = cli("extract", "article.txt", "--output", "out.jsonl", terminals="out err")
        assert (done.code, done.out) == (ExitCode.OK, "")
        assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["title"] == "Dockers walk out"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.jsonl"]

    def test_nothing_is_overwritten_without_force(self, cli, article, tmp_path):
        (tmp_path / "out.jsonl").write_text("mine")
        done = cli("extract", "article.txt", "--output", "out.jsonl")
        assert done.code == ExitCode.USAGE
        assert "out.jsonl is there already" in done.err
        assert (tmp_path / "out.jsonl").read_text() == "mine"
        assert cli("extract", "article.txt", "--output", "out.jsonl", "--force").code == ExitCode.OK
        assert (tmp_path / "out.jsonl").read_text("utf-8").startswith('{"schema_version"')

    def test_a_dash_is_standard_output(self, cli, article):
        assert len(cli("extract", "article.txt", "--output", "-").records) == 1

    def test_a_folder_that_is_not_there(self, cli, article):
        done = cli("extract", "article.txt", "--output", "no/out.jsonl")
        assert done.code == ExitCode.SOME_FAILED
        assert "no/out.jsonl cannot be written" in done.err
        assert "hint: make the folder first: mkdir -p" in done.err

    def test_a_summary_in_a_file_has_no_colour(self, cli, article, tmp_path):
        cli("extract", "article.txt", "--format", "terminal", "--output", "out.txt", terminals="out")
        assert "\x1b" not in (tmp_path / "out.txt").read_text("utf-8")

    def test_links_are_followed_and_modes_kept(self, cli, article, tmp_path):
        (tmp_path / "real.jsonl").write_text("old")
        (tmp_path / "real.jsonl").chmod(0o600)
        (tmp_path / "link.jsonl").symlink_to("real.jsonl")
        assert cli("extract", "article.txt", "--output", "link.jsonl", "--force").code == ExitCode.OK
        assert (tmp_path / "link.jsonl").is_symlink()
        assert (tmp_path / "real.jsonl").read_text("utf-8").startswith("{")
        assert stat.S_IMODE((tmp_path / "real.jsonl").stat().st_mode) == 0o600

    def test_devices_are_written_and_not_replaced(self, cli, article):
        assert cli("extract", "article.txt", "--output", "/dev/null").code == ExitCode.OK
        assert not os.path.isfile("/dev/null")

    def test_a_good_file_is_not_replaced_by_nothing(self, cli, tmp_path):
        (tmp_path / "good.jsonl").write_text("good")
        done = cli("extract", "no.txt", "--output", "good.jsonl", "--force")
        assert done.code == ExitCode.SOME_FAILED
        assert "good.jsonl was not written" in done.err
        assert (tmp_path / "good.jsonl").read_text() == "good"

    def test_the_output_is_no_input(self, cli, tmp_path):
        (tmp_path / "a.txt").write_text(TEXT)
        for _ in range(2):
            assert cli("extract", ".", "--output", "out.jsonl", "--force").code == ExitCode.OK
        assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 1

    def test_what_is_finished_is_kept_when_interrupted(self, cli, analyzer, monkeypatch, tmp_path):
        (tmp_path / "rows.jsonl").write_text('{"text": "Li Wei left."}\n' * 3)

        def interrupted(articles, **options):
            yield analyzer.analyze(next(articles).text)
            raise KeyboardInterrupt

        monkeypatch.setattr(analyzer, "pipe", interrupted)
        done = cli("extract", "rows.jsonl", "--output", "out.jsonl")
        assert done.code == ExitCode.INTERRUPTED
        assert "interrupted: 1 article done" in done.err
        assert "/out.jsonl.part\n" in done.err
        assert not (tmp_path / "out.jsonl").exists()
        assert len((tmp_path / "out.jsonl.part").read_text("utf-8").splitlines()) == 1


class TestProgress:
    def test_counts_on_a_terminal_beside_a_pipe_only(self, cli, monkeypatch, tmp_path):
        clock = iter(range(1000))
        monkeypatch.setattr("articlelens.cli.messages.time.monotonic", lambda: next(clock))
        (tmp_path / "rows.jsonl").write_text('{"text": "Li Wei left."}\n' * 3)
        said = cli("extract", "rows.jsonl", terminals="err").err
        assert "1 article\r" in said.replace("\r2", "\r\r2")
        assert "2 articles" in said
        for terminals in ("", "out", "out err"):
            assert cli("extract", "rows.jsonl", terminals=terminals).err == ""
        assert cli("extract", "-q", "rows.jsonl", terminals="err").err == ""
