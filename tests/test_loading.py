"""The model as it is loaded: faster and smaller than whole, and with the same findings."""

import os
import subprocess
import sys
import warnings

import pytest
import spacy
from thinc.api import NumpyOps, get_current_ops

from articlelens import models, threads
from articlelens.loading import NEEDED

TEXT = (
    "Kofi Mensah's union won't sign, it said in Tema on Dec. 7. The walk-out cost GH¢58m — 12% of the port's income — "
    "and \"we're not done\", Mensah told Radio Ostrava. Zqxv-9 Ltd. paid €4.5bn; I'd've asked Mr. O'Brien-Łukasz, 43."
)


@pytest.fixture(scope="module")
def whole():
    """The model with all its words, as spaCy loads it."""
    found = models.find()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*W095")  # it is of an earlier minor version of spaCy
        return spacy.load(found.path, exclude=[pipe for pipe in found.pipes if pipe not in NEEDED])


def test_without_its_list_of_words_the_model_finds_the_same(analyzer, whole):
    assert len(analyzer.nlp.vocab.strings) < len(whole.vocab.strings) / 10
    one, two = (
        nlp(TEXT, disable=[name for name in nlp.pipe_names if name not in NEEDED]) for nlp in (analyzer.nlp, whole)
    )
    for name in ("text", "norm_", "tag_", "dep_", "ent_type_", "shape_", "prefix_", "suffix_", "is_oov"):
        assert [getattr(token, name) for token in one] == [getattr(token, name) for token in two], name
    assert [(ent.text, ent.label_) for ent in one.ents] == [(ent.text, ent.label_) for ent in two.ents]


def test_matrices_are_multiplied_by_numpy_and_only_ours(analyzer):
    layers = [layer for name in ("tok2vec", "parser", "ner") for layer in analyzer.nlp.get_pipe(name).model.walk()]
    wide = [layer for layer in layers if layer.name in ("maxout", "precomputable_affine")]
    assert len(wide) >= 2 * 5 + 2
    assert not any(layer.ops.use_blis for layer in wide)
    ops = get_current_ops()
    assert not isinstance(ops, NumpyOps) or ops.use_blis


def test_labels_can_be_read_in_a_text_without_words(analyzer):
    doc = analyzer.nlp("!")
    assert doc[0].tag_ == "."
    assert all(label in analyzer.nlp.vocab.strings for label in ("PERSON", "nsubj", "NNP", "WP$", "-LRB-"))


def test_what_the_user_says_of_threads_stands(monkeypatch):
    for name in threads.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.setattr(os, "environ", dict(os.environ))
    threads.single_threaded()
    assert os.environ["OMP_NUM_THREADS"] == "3"
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


def test_the_command_is_single_threaded_before_numpy_is_there():
    code = (
        "import os, sys, articlelens.threads as threads, articlelens.__main__ as main\n"
        "real = threads.single_threaded\n"
        "main.single_threaded = lambda: (print('numpy' in sys.modules), real())\n"
        "sys.argv = ['articlelens', '--version']\n"
        "main.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("False\n")
