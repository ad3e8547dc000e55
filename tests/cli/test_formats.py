"""Formats for people, and how many key sentences they show."""

import pytest

TEXT = (
    "Dockers walk out\n\nKofi Mensah spoke to the dockers in Tema on Monday. The port has been shut since the fire. "
    "Eleven ships are waiting in the bay. The union wants more pay, and the owners of the port offer none."
)


@pytest.fixture
def article(tmp_path):
    (tmp_path / "article.txt").write_text(TEXT)
    return "article.txt"


def test_a_report_of_several_articles(cli, article, tmp_path):
    (tmp_path / "other.txt").write_text(TEXT.replace("Dockers", "Pilots"))
    done = cli("extract", "--format", "html", "--output", "report.html", article, "other.txt")
    assert (done.code, done.out) == (0, "")
    report = (tmp_path / "report.html").read_text("utf-8")
    assert "<h1>2 articles</h1>" in report
    assert "Pilots walk out" in report
    assert "shut since the fire" in report  # the text is there without --with-text


def test_one_report_although_an_input_fails(cli, article, tmp_path):
    done = cli("extract", "--format", "html", article, "missing.txt")
    assert done.code == 1
    assert done.out.count("<!DOCTYPE html>") == 1
    assert cli("extract", "--format", "html", "missing.txt").out == ""


def test_a_briefing(cli, article):
    done = cli("extract", "--format", "markdown", "--top", "1", article)
    assert done.out.startswith("# Dockers walk out\n")
    assert "**Kofi Mensah**" in done.out


@pytest.mark.parametrize(("number", "found"), [("0", 0), ("1", 1), ("3", 3), ("9", 4)])
def test_as_many_key_sentences_as_asked_for(cli, article, number, found):
    (record,) = cli("extract", "--sentences", number, article).records
    assert len(record["summary"]) == found
    (record,) = cli("extract", article, environ={"ARTICLELENS_SENTENCES": number}).records
    assert len(record["summary"]) == found


def test_key_sentences_are_a_setting(cli, article, tmp_path):
    (tmp_path / "articlelens.toml").write_text("sentences = 2\n")
    (record,) = cli("extract", article).records
    assert len(record["summary"]) == 2


def test_fewer_than_none_is_refused(cli, article):
    assert cli("extract", "--sentences", "-1", article).code == 2


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_the_text_is_asked_for_of_formats_for_programs_only(cli, article, form):
    done = cli("extract", "--format", form, "--with-text", article)
    assert done.code == 2
    assert f"--with-text has no place in --format {form}" in done.err


def test_a_library_user_says_how_many(analyzer, monkeypatch):
    monkeypatch.setattr(analyzer.nlp.get_pipe("articlelens_summary"), "sentences", 0)
    assert analyzer.analyze(TEXT).summary == ()
