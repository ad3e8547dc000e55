"""The user's lists in the pipeline: what is found by them, what class it gets, what it merges with, what goes."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from articlelens import Analyzer
from articlelens.errors import SettingsError
from articlelens.pipeline.annotations import ENTITIES, NAMES, items
from articlelens.pipeline.naming.listed import Finder
from articlelens.pipeline.naming.merging import is_short_for, merge
from articlelens.pipeline.naming.view import View
from articlelens.watchlists import IgnoredName, IgnoreList, WatchedName, Watchlist

NLP = spacy.blank("en")


def watching(*entries):
    return Watchlist(
        tuple(WatchedName(name=name, entity_class=kind, aliases=aliases) for name, kind, *aliases in entries)
    )


def found(text, *names):
    """The texts of what is found of some names in a text."""
    view = View.of(NLP(text))
    finder = Finder(watching(*((name, "organization") for name in names)))
    return [view.surface(mention.start, mention.end) for mention in finder.find(view)]


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("Quill said so, and Quill's board (Quill) agreed; Quill.", "Quill", 4),
        ("The Quillfeathers and MacQuill met a quill and a QUILL.", "Quill", 0),
        ("VOLTA GATE SOLD", "Volta Gate", 1),
        ("a Volta gate, a volta gate", "Volta Gate", 0),
        ("Quill-based firms, ex-Quill staff and the Quill–Tarn deal", "Quill", 3),
        ("Okafor-Blake and Ana Blake-Okafor", "Okafor", 0),
        ("O’Dowd & Sons’ ships, O'Dowd & Sons", "O'Dowd & Sons", 2),
        ("Pérez, Pe\u0301rez", "Pérez", 2),
        ("Volta\nGate", "Volta Gate", 0),
        ("Volta  Gate", "Volta Gate", 1),
        ("Delta Haven Inc. closed. It was Delta Haven Inc.", "Delta Haven Inc", 2),
        ("see https://example.org/Quill or mail Quill@example.org", "Quill", 0),
        ("3V rose, 13V fell", "3V", 1),
        ("Yippee! Media and Yippee! again", "Yippee!", 2),
        ("", "Quill", 0),
    ],
)
def test_whole_words_as_they_are_given(text, name, times):
    assert len(found(text, name)) == times


def test_of_two_that_overlap_the_longer_one():
    assert found("The Bank of Upland Harbour sank.", "Bank of Upland", "Upland Harbour Trust", "Upland Harbour") == [
        "Bank of Upland"
    ]
    assert found("Quill Gardens opened.", "Quill", "Quill Gardens") == ["Quill Gardens"]


@given(st.text("Quil Q-'’.\n"), st.lists(st.sampled_from(["Quil", "Q", "Q. Quil", "Quil-Q"]), unique=True))
def test_found_names_stand_there_and_do_not_overlap(text, names):
    view = View.of(NLP(text))
    mentions = Finder(watching(*((name, "place") for name in names))).find(view)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    for mention in mentions:
        surface = view.surface(mention.start, mention.end)
        assert any(surface.casefold().startswith(name.casefold()) for name in names)


def test_the_length_of_the_list_hardly_matters():
    view = View.of(NLP("The Bank of Upland paid the Bank of Lowland on Monday. " * 60))
    text = [(f"Bank of {number} Harbour {number}", "organization") for number in range(20_000)]

    def cost(finder):
        def once():
            start = time.process_time()
            finder.find(view)
            return time.process_time() - start

        return min(once() for _ in range(5))

    assert cost(Finder(watching(*text))) < 10 * cost(Finder(watching(("Bank of Upland", "organization")))) + 0.005


class TestMerging:
    def test_forms_of_one_listed_name_are_one(self):
        listed = {"Volta Gate Terminals": "Volta Gate Terminals", "Big Blue": "Volta Gate Terminals"}
        forms = [*listed, "Volta Gate"]
        (cluster,) = merge("organization", forms, listed=listed)
        assert cluster.rules == {"Big Blue": "listed_alias", "Volta Gate": "short_form"}

    def test_forms_of_two_listed_names_are_never(self):
        listed = {name: name for name in ("Volta Gate", "Volta Gate Lines", "Volta Gate Ltd")}
        assert len(merge("organization", listed, listed=listed)) == 3
        assert len(merge("organization", listed)) == 1

    @given(st.sets(st.sampled_from(["Ana Quispe", "Quispe", "Ana", "ANA QUISPE", "A. Quispe", "Tarn"])), st.data())
    def test_the_order_does_not_matter_here_either(self, forms, data):
        listed = {
            form: data.draw(st.sampled_from(["one", "two"])) for form in sorted(forms) if data.draw(st.booleans())
        }

        def clusters(some):
            return sorted(sorted(cluster.forms) for cluster in merge("person", some, listed=listed))

        parts = clusters(sorted(forms))
        assert parts == clusters(sorted(forms, reverse=True))
        assert sorted(form for part in parts for form in part) == sorted(forms)
        for owner in ("one", "two"):
            assert sum(any(listed.get(form) == owner for form in part) for part in parts) <= 1
        assert all(len({listed[form] for form in part if form in listed}) <= 1 for part in parts)

    def test_short_forms(self):
        assert is_short_for("person", "Tarn", "Ulvi Tarn")
        assert is_short_for("organization", "Volta Gate", "Volta Gate Terminals")
        assert not is_short_for("organization", "Gate", "Volta Gate Terminals")


ARTICLE = """VOLTA GATE TERMINALS sold to Meltwater

TANOR (Highland Wire) - Big Blue's chief in Lima, Kofi Adu, said on Tuesday that Volta Gate would buy Quill Gardens.

Meltwater-based Ulvi Tarn met Quill's board. Tarn said VGT was sold. "It is done," Tarn said. Kofi Adu left for Cusco.
"""
WATCHED = watching(
    ("Volta Gate Terminals", "organization", "Big Blue", "VGT"),
    ("Ulvi Tarn", "person"),
    ("Meltwater", "organization"),
    ("Quill", "organization"),
)


@pytest.fixture
def listing(analyzer):
    """Takes lists for one test."""
    yield analyzer._take  # noqa: SLF001 - what the constructor calls, without loading the model again
    analyzer._take(None, None)  # noqa: SLF001


def rows(analyzer, part, text=ARTICLE):
    return {row.name: row for row in getattr(analyzer.analyze(text), part)}


def test_listed_names_are_found_classed_and_merged(analyzer, listing, validate):
    listing(WATCHED, None)
    record = analyzer.analyze(ARTICLE, with_text=True)
    validate(record.to_dict())
    organizations = {row.name: row for row in record.organizations}
    # the list's own name stands in the text in capitals only: the fullest form that is there
    volta = next(row for row in record.organizations if "VGT" in row.aliases)
    assert {volta.name, *volta.aliases} == {"VOLTA GATE TERMINALS", "Big Blue", "Volta Gate", "VGT"}
    assert organizations["Meltwater"].count == 2
    assert organizations["Quill"].count == 1
    people = {row.name: row for row in record.people}
    assert people["Ulvi Tarn"].aliases == ("Tarn",)
    assert people["Ulvi Tarn"].count == 3


def test_the_lists_own_name_is_the_name_where_it_stands(analyzer, listing):
    text = (
        "The Harbour Workers Union of Tema met. HQ of the union, which Kofi Adu leads, is Dock House. Dock House shut."
    )
    listing(watching(("Dock House", "organization", "Harbour Workers Union of Tema")), None)
    assert rows(analyzer, "organizations", text)["Dock House"].aliases == ("Harbour Workers Union of Tema",)


def test_a_listed_name_in_a_longer_one_is_not_meant(analyzer, listing):
    listing(watching(("Quill", "person")), None)
    assert "Quill" not in rows(analyzer, "people", "The company opened Quill Gardens in London on Monday.")


def test_short_forms_have_the_class_of_the_listed_name(analyzer, listing):
    listing(watching(("Boro Oduya", "person")), None)
    text = "The mayor, Boro Oduya, flew to Oduya in Kenya. In Oduya, there is rain."
    assert {mention.text for mention in rows(analyzer, "people", text)["Boro Oduya"].mentions} == {
        "Boro Oduya",
        "Oduya",
    }
    listing(watching(("Lima Stock Exchange", "organization")), None)
    text = "The Lima Stock Exchange fell. People in Lima, the capital of Peru, shrugged."
    assert "Lima" in rows(analyzer, "places", text)


def test_ignored_names_vanish_and_the_rest_adds_up(analyzer, listing, validate):
    before = analyzer.analyze(ARTICLE)
    assert "Kofi Adu" in {row.name for row in before.people}
    listing(None, IgnoreList((IgnoredName(name="kofi adu"), IgnoredName(name="Cusco", entity_class="person"))))
    after = analyzer.analyze(ARTICLE)
    validate(after.to_dict(), ARTICLE)
    assert {row.name for row in after.people} == {row.name for row in before.people} - {"Kofi Adu"}
    assert "Cusco" in {row.name for row in after.places}  # another class is meant


def test_an_ignored_alias_takes_its_entity_along(analyzer, listing):
    text = "The Harbour Workers Union (HWU) met in Tema. HWU leaders spoke."
    listing(None, IgnoreList((IgnoredName(name="HWU"),)))
    assert not rows(analyzer, "organizations", text)


def test_lists_that_contradict_each_other_are_refused_before_the_model_is_loaded():
    with pytest.raises(SettingsError, match="both watched for and ignored"):
        Analyzer("no-such-model", watchlist=WATCHED, ignore=IgnoreList((IgnoredName(name="Quill"),)))


def test_the_analyzer_takes_lists(monkeypatch, analyzer):
    monkeypatch.setattr("articlelens.analyzer.load", lambda model: analyzer.nlp)
    try:
        mine = Analyzer(watchlist=WATCHED, ignore=IgnoreList((IgnoredName(name="Kofi Adu"),)))
        record = mine.analyze(ARTICLE)
    finally:
        analyzer._take(None, None)  # noqa: SLF001
    assert "Quill" in {row.name for row in record.organizations}
    assert "Kofi Adu" not in {row.name for row in record.people}


def test_the_documented_python(monkeypatch, analyzer, listing, capsys):
    monkeypatch.setattr("articlelens.analyzer.load", lambda model: analyzer.nlp)
    page = (Path(__file__).parents[2] / "docs" / "watchlists.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(code, "watchlists.md", "exec"), {})
    assert capsys.readouterr().out == "Ulvi Tarn\n"


def test_components_take_files_in_a_pipeline_of_ones_own_and_in_processes(tmp_path):
    (tmp_path / "watch.csv").write_text("name,class\nQuill,organization\nTarn,person\n")
    (tmp_path / "ignore.csv").write_text("name\nTarn\n")
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_names", config={"watchlist": str(tmp_path / "watch.csv")})
    nlp.add_pipe("articlelens_entities", config={"ignore": str(tmp_path / "ignore.csv")})
    nlp.to_disk(tmp_path / "saved")
    for doc in spacy.load(tmp_path / "saved").pipe(["Quill met Tarn.", "Quill left."], n_process=2):
        assert [item["name"] for item in items(doc, ENTITIES)] == ["Quill"]
        assert [item["rules"] for item in items(doc, NAMES)] == [["watchlist"]]
