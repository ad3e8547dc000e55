"""The tense of the clause that a word stands in, from tags and the dependency parse."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from articlelens.temporal import Tense


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
AUXILIARIES: Final = frozenset({"aux", "auxpass"})
# what hangs on these is yet to come
AHEAD: Final = _words(
    "deadline scheduled due slated set expected plans planned planning hopes upcoming expires ready likely"
)
# "would" and "might" are the future of reported speech ("said it would")
FUTURE: Final = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "should", "must"})
POSSIBLE: Final = frozenset({"can", "could"})
# verbs whose infinitive is yet to come: "plans to meet"
PLANNING: Final = _words(
    "plan plans planned planning expect expects expected want wants wanted hope hopes hoped intend intends "
    "intended vow vows vowed agree agrees agreed decide decided aim aims aimed promise promised pledge pledged "
    "prepare prepares preparing prepared need needs needed going scheduled due set slated is are was were be "
    "likely ready"
)
MAX_CLIMB: Final = 12


def tense_at(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the clause around ``doc.text[start:end]``, in a parsed document; None where there is no verb."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.tag_ == "VBD" and before.lower_ not in AHEAD:
        return "past"  # "said Friday", wherever the parser hangs it
    if before is not None and before.lower_ in ("until", "till"):
        return _until(span)
    tense = _climb(span.root)
    if tense == "present" and before is not None and before.lower_ == "on":
        return "future"  # "the vote is on Friday": what is over, news tells in the past
    return tense


def _climb(token: Token) -> Tense | None:
    """The tense of the first verb above ``token`` that has one of its own."""
    possessive = token.dep_ == "poss"
    for _ in range(MAX_CLIMB):
        found = _tense_of(token) if token.tag_ in VERBS else "future" if token.lower_ in AHEAD else None
        if found is not None or token.head == token:
            return found
        if possessive and token.head.tag_ in VERBS and token.dep_ not in ("nsubj", "nsubjpass"):
            return "past"  # "discuss Friday's vote": it is the vote that has the day
        token = token.head
    return None


def _until(span: Span) -> Tense:
    """``postponed until Friday`` looks ahead; ``until Friday, nobody had known`` looks back."""
    token = span.root
    for _ in range(MAX_CLIMB):
        if token.tag_ in VERBS:
            break
        token = token.head
    negated = any(child.dep_ == "neg" for child in token.children)
    return "past" if token.i > span.start or negated else "future"


def _tense_of(verb: Token) -> Tense | None:  # noqa: PLR0911 - one return a form
    """The tense of a verb with its auxiliaries; None for a form that has it from the clause above."""
    helpers = [child for child in verb.children if child.dep_ in AUXILIARIES]
    words = {helper.lower_ for helper in helpers} | ({verb.lower_} if verb.tag_ == "MD" else set())
    if words & FUTURE:
        return "past" if "have" in words else "future"
    if words & POSSIBLE:  # "could not be reached Friday"
        negated = any(child.dep_ == "neg" for child in verb.children)
        return "past" if negated or "have" in words else "future"
    if verb.lower_ in AHEAD and (verb.tag_ == "VBN" or (verb.tag_ != "VB" and verb.lower_ != "set")):
        return "future"
    if any(helper.tag_ == "TO" for helper in helpers):
        return "future" if verb.head.lower_ in PLANNING and verb.head != verb else None
    tags = {helper.tag_ for helper in helpers} | {verb.tag_}
    if "VBD" in tags or (verb.tag_ == "VBN" and (not helpers or words & {"has", "have", "'ve", "’ve"})):
        return "past"
    if verb.tag_ == "VBN" or tags & {"VBZ", "VBP"}:
        return "present"
    return None
