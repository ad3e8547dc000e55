"""Places that their frame tells, whatever the entity recognizer saw.

A politician's party with the place that sent them ("Sen. X, D-Dayton"), and names with an "and", which look like two
("Trinidad and Tobago"); and things that only look like places where a sentence begins ("Turkey prices").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from articlelens.gazetteer import country_code, known_as
from articlelens.gazetteer.store import is_region
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import HYPHENS, Mention, View

MAX_WORDS: Final = 3  # of a place's name
PARTIES: Final = frozenset({"D", "R", "I"})  # as American newspapers mark a politician's party


def find_framed(view: View) -> list[Mention]:
    """The places that stand behind a politician's party, and those with "and" in their names, in text order."""
    found: list[Mention] = []
    for at in range(1, len(view) - 1):
        word = view.words[at]
        span = _constituency(view, at) if word in HYPHENS else _joined(view, at) if word == "and" else None
        if span and view.own[span[0]]:
            rule = "constituency" if word in HYPHENS else "joined_by_and"
            found.append(Mention(start=span[0], end=span[1], label="GPE", rules=[rule], hints=["framed:place"]))
    return found


def _constituency(view: View, at: int) -> tuple[int, int] | None:
    """The place behind the hyphen at ``at``: "(R-Fort Worth)", "D-W. Va.,"."""
    if view.words[at - 1] not in PARTIES or at < 2 or view.words[at - 2][-1] not in ",(" or not view.is_tight(at):
        return None
    end = _run(view, at + 1)
    return (at + 1, end) if end > at + 1 else None


def _run(view: View, start: int) -> int:
    """Where the capitalised words that begin at ``start`` end."""
    end = start
    while end < len(view) and end - start <= MAX_WORDS and view.words[end][:1].isupper():
        end += 1
    return end


def _joined(view: View, at: int) -> tuple[int, int] | None:
    """The country or region whose name has the "and" at ``at`` in it: "Trinidad and Tobago", "Jammu and Kashmir"."""
    first = at
    while first > 0 and at - first < MAX_WORDS and view.words[first - 1][:1].isupper():
        first -= 1
    last = _run(view, at + 2 if view.lower(at + 1) == "the" else at + 1)
    for start in range(first, at):
        for end in range(last, at + 1, -1):
            surface = view.surface(start, end)
            if country_code(surface) or (is_region(surface) and not _is_body(view, end)):
                return start, end
    return None


def _is_body(view: View, at: int) -> bool:
    """Whether what stands at ``at`` makes the place a part of a body's name: "Jammu and Kashmir Coalition"."""
    return view.lower(at) in words("organizations.heads")


def refuse_goods(view: View, mentions: Iterable[Mention]) -> None:
    """Takes from the places what a sentence begins with and is a thing: "Turkey prices rose", "Salmon and trout".

    Only there does a capital say nothing.  A large country is refused only where the words behind it speak of goods.
    """
    for mention in mentions:
        at = mention.start
        if (
            mention.kind == "place"
            and not mention.listed
            and mention.end == at + 1
            and view.lower(at) in words("others.goods")
            and view.breaks[at]
            and (_is_traded(view, at + 1) or known_as(view.words[at]) not in ("country", "province", "nature"))
        ):
            mention.kind = "other"
            mention.rules.append("goods")


def refuse_families(view: View, mentions: Iterable[Mention]) -> None:
    """Takes out those whom one surname names together: "the Quispe family", "the Quispes"."""
    mentions = list(mentions)
    people = {view.end_word(one) for one in mentions if one.kind == "person" and one.end - one.start > 1}
    for mention in mentions:
        if mention.listed or mention.end - mention.start > 1 or view.lower(mention.start - 1) != "the":
            continue
        word = view.words[mention.start]
        known = mention.kind == "place" and known_as(word)
        named = (
            mention.kind in ("person", "place") and not known and view.lower(mention.end) in words("people.families")
        )
        if named or (word.endswith("s") and word[:-1] in people):
            mention.kind = "other"
            mention.rules.append("family")


def _is_traded(view: View, at: int) -> bool:
    """Whether the words from ``at`` on go on as behind a thing: "prices", "and chicken"."""
    if view.lower(at) in words("others.trade"):
        return True
    beside = at + 1 if view.lower(at) in ("and", "or") else len(view)
    return beside < len(view) and view.tags[beside] in ("NN", "NNS") and view.words[beside].islower()
