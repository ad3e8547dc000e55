"""The library's face."""

import ast
from datetime import date
from pathlib import Path

import pytest

import articlelens
from articlelens import Analyzer, Failure, InputError, ModelError, Record, SettingsError, analyze, read_text


def test_every_public_name_is_there():
    for name in articlelens.__all__:
        assert getattr(articlelens, name) is not None
    assert set(articlelens.__all__) <= set(dir(articlelens))
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        articlelens.nope  # noqa: B018


def test_analyze_keeps_the_model(monkeypatch):
    first = analyze("Ana Quispe spoke in Lima.", published=date(2024, 3, 14))
    monkeypatch.setattr("articlelens.analyzer.load", lambda model: pytest.fail("loaded again"))
    assert analyze("Ana Quispe spoke in Lima.", published="2024-03-14") == first
    assert first.reference_date is not None
    assert first.reference_date.basis == "option"


def test_a_given_title_is_the_title():
    assert analyze("Ana Quispe spoke in Lima.", title="Quispe speaks").title == "Quispe speaks"


@pytest.mark.parametrize("text", [None, b"bytes", 3])
def test_what_is_no_string_is_refused(text):
    with pytest.raises(TypeError, match=r"text is a .*, not a string"):
        analyze(text)


def test_errors_are_articlelens_errors(analyzer: Analyzer, monkeypatch):
    with pytest.raises(SettingsError, match="'soon' is no date"):
        analyze("Ana Quispe spoke.", published="soon")
    with pytest.raises(ModelError, match="no_such_model is not installed"):
        analyze("Ana Quispe spoke.", model="no_such_model")
    monkeypatch.setattr(analyzer.nlp, "lang", "de")
    with pytest.raises(InputError, match="it is in English, and en_core_web_md reads German"):
        analyzer.analyze("The dockers of Tema will not be back in the port before there is a deal on their pay. " * 2)


def test_pipe_takes_articles_strings_and_failures(analyzer):
    failure = Failure(source="a.txt", message="it is empty")
    results = list(analyzer.pipe([read_text("Ana Quispe spoke."), failure, "Li Wei spoke."]))
    assert [type(result) for result in results] == [Record, Failure, Record]
    assert results[1] is failure
    assert results[2] == analyzer.analyze("Li Wei spoke.")


def test_pipe_takes_nothing_else(analyzer):
    with pytest.raises(TypeError, match="an article is an Article or a string, not a int"):
        list(analyzer.pipe([3]))


def test_what_was_read_before_the_reading_broke_off_is_not_lost(analyzer):
    def broken():
        yield from ["Li Wei spoke."] * 7
        raise OSError("the disk is gone")

    results = []
    with pytest.raises(OSError, match="the disk is gone"):
        results.extend(analyzer.pipe(broken()))
    assert len(results) == 7


def test_batches_change_nothing(analyzer, samples):
    texts = [path.read_text("utf-8") for path in sorted(samples.glob("*.txt"))] * 3
    assert list(analyzer.pipe(texts)) == [analyzer.analyze(text) for text in texts]


def test_nothing_of_the_articles_stays_in_the_vocabulary(analyzer):
    before = len(analyzer.nlp.vocab.strings)
    list(analyzer.pipe(f"Xq{n}zva met Yq{n}zvo in Zq{n}zvi." for n in range(50)))
    assert len(analyzer.nlp.vocab.strings) == before


def test_no_component_cuts_pieces_from_the_documents_text():
    """``Doc.text`` joins all tokens at every asking: cut once a mention, the work grows with the square."""
    folder = Path(articlelens.__file__).parent / "pipeline"
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Subscript):
                assert ast.unparse(node.value) != "doc.text", f"{path.name}:{node.lineno}"
