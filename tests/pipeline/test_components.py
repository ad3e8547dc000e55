"""The components in pipelines of one's own, and in several processes."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
import spacy

from articlelens.models import find
from articlelens.pipeline import AFTER_NER, BEFORE_PARSER
from articlelens.pipeline.annotations import BLOCKS, NAMES, annotate, items
from articlelens.pipeline.salience import shares
from articlelens.pipeline.sentences import sentence_spans
from articlelens.reading import read_text

TEXT = (
    "Dockers walk out\n\nKofi Mensah of the Harbour Workers' Union spoke in Tema on 7 December 2022.\n\n"
    "Mensah said 58% of the members had voted."
)


def prepared(analyzer, text):
    return analyzer._parts(read_text(text))[0]  # noqa: SLF001 - what pipe() hands to spaCy


def test_every_component_is_published_as_a_factory():
    published = {point.name for point in entry_points(group="spacy_factories")}
    assert set(BEFORE_PARSER + AFTER_NER) <= published


@pytest.mark.parametrize("name", [*BEFORE_PARSER, *AFTER_NER])
def test_every_component_works_alone_in_a_blank_pipeline(name):
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    assert nlp("Kofi Mensah spoke in Tema.\n\nHe left.").text


@pytest.mark.filterwarnings("ignore:.*W095")  # the model is of an earlier minor version of spaCy
@pytest.mark.parametrize("name", [*BEFORE_PARSER, *AFTER_NER])
def test_every_component_works_alone_behind_a_parser(name):
    nlp = spacy.load(find().path, exclude=["lemmatizer", "attribute_ruler"])
    nlp.add_pipe(name)
    assert nlp("Kofi Mensah spoke in Tema.\n\nHe left.").text


def test_a_blank_pipeline_can_be_saved_and_loaded(tmp_path):
    nlp = spacy.blank("en")
    for name in (*BEFORE_PARSER, *AFTER_NER):
        nlp.add_pipe(name)
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path).pipe_names == nlp.pipe_names


def test_annotations_survive_processes(analyzer):
    texts = [TEXT, "Nothing.", TEXT.replace("Mensah", "Boateng")] * 2
    keys = ["articlelens.blocks", "articlelens.names", "articlelens.entities", "articlelens.dates"]
    alone = list(analyzer.nlp.pipe([prepared(analyzer, text) for text in texts]))
    shared = list(analyzer.nlp.pipe([prepared(analyzer, text) for text in texts], n_process=2, batch_size=2))
    for one, two in zip(alone, shared, strict=True):
        assert [items(one, key) for key in keys] == [items(two, key) for key in keys]
        assert one.spans[NAMES].attrs == two.spans[NAMES].attrs


def test_the_pipeline_needs_no_extension_to_be_forced():
    code = "import articlelens.pipeline.annotations as a; a.register_extensions(); a.register_extensions()"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_unused_pipes_are_not_loaded(analyzer):
    assert analyzer.nlp.pipe_names == [*BEFORE_PARSER, "tok2vec", "tagger", "parser", "ner", *AFTER_NER]


class TestLayout:
    def test_paragraphs_end_sentences(self, analyzer):
        doc = analyzer.nlp(prepared(analyzer, TEXT))
        assert [doc.text[start:end] for start, end in sentence_spans(doc)] == [
            "Dockers walk out",
            "Kofi Mensah of the Harbour Workers' Union spoke in Tema on 7 December 2022.",
            "Mensah said 58% of the members had voted.",
        ]

    def test_without_blocks_blank_lines_part_paragraphs(self):
        nlp = spacy.blank("en")
        nlp.add_pipe("articlelens_layout")
        doc = nlp("  One line\ngoes on.\n\n\nAnother.  \n \nA third.\n")
        assert [doc.text[item["start"] : item["end"]] for item in items(doc, BLOCKS)] == [
            "One line\ngoes on.",
            "Another.",
            "A third.",
        ]
        assert [token.text for token in doc if token.is_sent_start] == ["  ", "One", "Another", "A"]

    def test_furniture_is_no_sentence(self, analyzer):
        doc = analyzer.nlp(prepared(analyzer, f"Skip to content\n\n{TEXT}\n\n© 2024 The Courier"))
        assert len(sentence_spans(doc)) == 3


class TestNames:
    def test_furniture_has_no_names(self, analyzer):
        doc = analyzer.nlp(prepared(analyzer, f"Photo: Ana Quispe in Lima.\n\n{TEXT}"))
        assert not [item for item in items(doc, NAMES) if item["start"] < doc.text.index("Dockers")]


class TestAnnotations:
    def test_items_are_kept_in_order_and_may_begin_inside_a_token(self):
        doc = spacy.blank("en")("They paid RM79 for 5kW.")
        found = [{"start": 19, "end": 22, "kind": "quantity"}, {"start": 12, "end": 14, "kind": "money"}]
        annotate(doc, "articlelens.test", found, label="kind", note=1)
        assert [item["start"] for item in items(doc, "articlelens.test")] == [12, 19]
        assert doc.spans["articlelens.test"].attrs["note"] == 1
        assert len(doc.spans["articlelens.test"]) == 2

    def test_what_did_not_run_left_nothing(self):
        assert items(spacy.blank("en")("Lima"), NAMES) == []


class TestSalience:
    def test_frequent_early_in_the_headline_and_a_subject_is_more(self):
        starts = {"often": [50, 60, 70], "early": [40], "late": [90], "title": [0]}
        mentions = {name: [(start, False) for start in found] for name, found in starts.items()}
        got = shares(mentions | {"subject": [(90, True)]}, length=100, title_end=20)
        assert got["often"] > got["title"] > got["early"] > got["late"]
        assert got["subject"] > got["late"]
        assert sum(got.values()) == pytest.approx(1)

    def test_nothing(self):
        assert shares({}, length=0, title_end=0) == {}
