"""What a phrase that names a counted thing may begin with, and which word can be its head."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from articlelens.pipeline.beside import NOUNS
from articlelens.quantities.directions import change_nouns

# Tags of words that may name a thing as the head of a phrase: the unemployed, the 125.
_NAMING: Final = NOUNS | {"JJ", "CD"}
# How a figure hangs on a noun behind it.
BEFORE_NOUN: Final = frozenset(
    {"nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "poss", "advmod", "nsubj"}
)
MAX_STEPS: Final = 12  # up the parse from a figure
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})


def is_no_start(token: Token) -> bool:
    """Whether a phrase cannot begin with the token: punctuation, and the bound of another number."""
    return (
        token.is_punct
        or token.is_space
        or token.dep_ in ("quantmod", "mark", "cc", "prep", "advmod", "aux")
        or (token.tag_ in ("PRP", "EX") or token.lower_ in ("more", "less", "fewer", "least", "most"))
        or (token.lower_ in ("strong", "odd", "plus") and token.i > 0 and token.nbor(-1).text == "-")
        or (token.lower_ == "so" and token.i > 0 and token.nbor(-1).lower_ == "or")
    )


def is_change(noun: Token) -> bool:
    """Whether the noun is a change of something: what rises or falls belongs to it."""
    return noun.lower_ in change_nouns()


def names_something(token: Token) -> bool:
    """Whether the token can be the head of a phrase that names something."""
    if token.lower_ == "one":
        return False
    if token.tag_ in _NAMING or (token.tag_ == "VBG" and token.dep_ in SUBJECTS):
        return True
    return any(char.isdigit() for char in token.text)  # an index or a model, whatever its tag
