"""Loading the spaCy pipeline of a model: what ours needs of it and no more, ready to run, with our components in it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, use_ops

from articlelens import models
from articlelens.errors import ModelError
from articlelens.pipeline import AFTER_NER, BEFORE_PARSER

# The components of a spaCy pipeline that ours build on; the rest (lemmatizer, attribute ruler) is not loaded.
NEEDED: Final = ("tok2vec", "transformer", "tagger", "parser", "ner")
REQUIRED: Final = ("tagger", "parser", "ner")
REQUIRED_LABELS: Final = frozenset({"PERSON", "ORG", "GPE"})  # of OntoNotes 5, by which its scheme is known
# A model's list of all words it was trained with. Words are found by their hashes, and those of a text are added as it
# is read, so that only components which we do not load need the list: half a second and 130 MB.
STRINGS: Final = "strings"


def load(model: models.Model) -> Language:
    """The pipeline of ``model``, with our components in it.

    Args:
        model: A spaCy pipeline with tagger, parser and an entity recognizer of OntoNotes labels.

    Raises:
        ModelError: It is damaged, or of another kind.
    """
    missing = [pipe for pipe in REQUIRED if pipe not in model.pipes]
    if missing:
        raise ModelError(
            f"the model {model.name} has no {' and no '.join(missing)}",
            "use a spaCy pipeline for English with tagger, parser and ner, such as en_core_web_md",
        )
    unused = [pipe for pipe in model.pipes if pipe not in NEEDED]
    try:
        with _quiet(), _fast_products():
            nlp = spacy.load(model.path, exclude=[*unused, STRINGS])
    except Exception as error:  # whatever a damaged file makes the loaders raise
        raise ModelError(
            f"the model {model.name} {model.version} cannot be loaded ({type(error).__name__}): its files are damaged, "
            "or spaCy is too old or too new for them",
            f"install it again: {model.command}",
        ) from error
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            nlp.vocab.strings.add(label)
    labels = set(nlp.get_pipe("ner").labels)  # type: ignore[attr-defined]
    if not labels >= REQUIRED_LABELS:
        raise ModelError(
            f"the model {model.name} has other entity labels than OntoNotes: no "
            f"{', '.join(sorted(REQUIRED_LABELS - labels))}",
            "use a spaCy pipeline for English trained on OntoNotes, such as en_core_web_md",
        )
    for component in BEFORE_PARSER:
        nlp.add_pipe(component, first=True)
    for component in AFTER_NER:
        nlp.add_pipe(component, last=True)
    return nlp


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps spaCy's warnings about a model of an earlier minor version (W095) off the screen: ``models`` says it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        yield


@contextmanager
def _fast_products() -> Iterator[None]:
    """Models that are loaded within multiply matrices with NumPy's BLAS instead of thinc's own (BLIS).

    Of what a model does, this is the greatest part, and OpenBLAS and Accelerate have kernels for more processors: with
    AVX-512 they take a third of the time.  A GPU that the caller has chosen stays chosen.
    """
    if isinstance(get_current_ops(), NumpyOps):
        with use_ops("numpy", use_blis=False):
            yield
    else:
        yield
