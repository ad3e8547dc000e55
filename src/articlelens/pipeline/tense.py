"""The tense of the clause that a word stands in, from tags and the dependency parse."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from articlelens.temporal import Tense

VERBS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
AUXILIARIES: Final = frozenset({"aux", "auxpass"})
# nouns and adjectives that point ahead: what depends on them is yet to come
AHEAD: Final = frozenset(
    "deadline scheduled due slated set expected plans planned hopes upcoming expires until plan ready likely".split()
)
# past forms of modals: reported speech puts the future in them ("said it would")
FUTURE_MODALS: Final = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "could", "can", "should", "must"})
MAX_CLIMB: Final = 12


def tense_at(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the clause around ``doc.text[start:end]``; None without a parse, or where there is no verb."""
    if not doc.has_annotation("DEP") or not doc.has_annotation("TAG"):
        return None
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    for _ in range(MAX_CLIMB):
        if token.tag_ in VERBS:
            found = _tense_of(token)
            if found is not None:
                return found
        elif token.lower_ in AHEAD:
            return "future"
        if token.head is token:
            return None
        token = token.head
    return None


def _tense_of(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; None for a form that has it from the clause above."""
    helpers = [child for child in verb.children if child.dep_ in AUXILIARIES]
    words = {helper.lower_ for helper in helpers} | ({verb.lower_} if verb.tag_ == "MD" else set())
    if words & FUTURE_MODALS:
        return "future"
    if any(helper.lower_ == "to" and helper.tag_ == "TO" for helper in helpers):
        return "future" if verb.tag_ == "VB" and not {"have"} & words else None
    tags = {helper.tag_ for helper in helpers} | {verb.tag_}
    if "VBD" in tags:
        return "future" if verb.lower_ in AHEAD and helpers else "past"
    if verb.tag_ == "VBN":
        if not helpers:
            return "future" if verb.lower_ in AHEAD else "past"
        if words & {"has", "have", "had", "'ve", "’ve"}:
            return "past"
        return "future" if verb.lower_ in AHEAD else "present"
    if verb.tag_ == "VBG":
        return "present" if tags & {"VBZ", "VBP"} else None
    return "present" if verb.tag_ in ("VBZ", "VBP") else None
