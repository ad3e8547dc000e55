"""The class of each name, from all that is known of it in the document.

A log-linear model (multinomial logistic regression): each kind of evidence in ``weights.csv`` adds its weight to each
class, times log2(1 + how often it was seen), and the heaviest class wins.  Names written alike are weighed together
("one sense per discourse", Gale, Church and Yarowsky 1992), longer names before the shorter ones that they contain.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log2
from typing import Final

from articlelens.gazetteer import country_code, known_as
from articlelens.pipeline.naming.boundaries import Like
from articlelens.pipeline.naming.evidence import TEAM, is_match_report, observe
from articlelens.pipeline.naming.lexicon import lines, words
from articlelens.pipeline.naming.view import Mention, View

CLASSES: Final = ("person", "organization", "place", "other")
Name = tuple[str, ...]
REASONS: Final = 3  # how many kinds of evidence a mention tells


@cache
def weights() -> Mapping[str, tuple[float, ...]]:
    """What each kind of evidence is worth for each of :data:`CLASSES`, from ``weights.csv``."""
    rows = csv.DictReader((files(__package__) / "weights.csv").read_text(encoding="utf-8").splitlines())
    return {row["evidence"]: tuple(float(row[name]) for name in CLASSES) for row in rows}


def key(view: View, mention: Mention) -> Name:
    """What names written alike have in common: their words, whatever their capitals and full stops."""
    return tuple(view.lower(i) for i in range(mention.start, mention.end))


def classify(view: View, mentions: Sequence[Mention], like: Like) -> None:
    """Sets the ``kind`` of every mention and adds the evidence that told most to its ``rules``."""
    groups: dict[Name, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[key(view, mention)].append(mention)
    reasons: dict[Name, list[str]] = {}

    def decide(name: Name, seen: Counter[str]) -> str:
        kind, reasons[name] = weigh(seen)
        return kind

    for name, kind in decide_all(view, groups, like, decide).items():
        for mention in groups[name]:
            mention.kind = kind
            mention.rules += reasons[name]


def decide_all(
    view: View, groups: Mapping[Name, Sequence[Mention]], like: Like, decide: Callable[[Name, Counter[str]], str]
) -> dict[Name, str]:
    """The class of each name of a document.

    Single words are judged by themselves first; then the longer names, which may count on that; then the shorter
    names again, by what they are part of.

    Args:
        view: The document.
        groups: Where each name stands, by its :func:`key`.
        like: Tells the kind of name that a word is like.
        decide: Tells the class from a name and all evidence for it, with how often it was seen.
    """
    match = is_match_report(view)
    seen = {name: _gather(view, mentions, like, match=match) for name, mentions in groups.items()}
    alone = {name[0]: decide(name, seen[name]) for name in sorted(groups) if len(name) == 1}
    kinds: dict[Name, str] = {}
    longer: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(groups, key=lambda name: (-len(name), name)):
        for whole in longer[name[0]]:
            if where := _place_in(name, whole):
                seen[name][f"{where}:{kinds[whole]}"] = 1
        if len(name) > 1 and name[-1] in alone:
            seen[name][f"last word alone:{alone[name[-1]]}"] = 1
        kinds[name] = decide(name, seen[name])
        for word in set(name) if len(name) > 1 else ():
            longer[word].append(name)
    return kinds


def _gather(view: View, mentions: Sequence[Mention], like: Like, *, match: bool) -> Counter[str]:
    """The evidence for one name by itself.

    Args:
        view: The document.
        mentions: Where the name stands.
        like: Tells the kind of name that a word is like.
        match: Whether the document tells of a match, where a town or a country that plays is its team.
    """
    seen = Counter(evidence for mention in mentions for evidence in observe(view, mention))
    for evidence in _of_name(view, mentions[0], like):
        seen[evidence] = 1
    if any(evidence.startswith("gazetteer:") for evidence in seen):
        people = sum(1 for mention in mentions if view.lower(mention.end) in words("places.people"))
        if people:
            seen["gazetteer:before people"] = people
    if match and (plays := sum(count for evidence, count in seen.items() if evidence in TEAM)):
        seen["plays in a match"] = plays
    return seen


def _place_in(name: Name, longer: Name) -> str:
    """What ``name`` is of a longer name; empty where it is no part of it."""
    if len(name) >= len(longer):
        return ""
    number = "word" if len(name) == 1 else "words"
    if longer[-len(name) :] == name:
        return f"last {number} of"
    if longer[: len(name)] == name:
        return f"first {number} of"
    return "middle word of" if len(name) == 1 else ""


def _of_name(view: View, mention: Mention, like: Like) -> Iterator[str]:
    """What is known of a name wherever it stands."""
    tokens = [view.words[i] for i in range(mention.start, mention.end) if view.words[i][:1].isalpha()]
    if not tokens:
        return
    if kind := like(tokens[-1]):
        yield f"like:{kind}" if len(tokens) == 1 else f"last like:{kind}"
        if len(tokens) > 1:
            yield f"first like:{like(tokens[0])}"
    name = view.surface(mention.start, mention.end)
    if name in lines("others.not_places"):
        yield "gazetteer:no place"
    elif country_code(name):
        yield "gazetteer:country"
    elif sort := known_as(name):
        yield f"gazetteer:{sort}" + ("/words" if mention.end - mention.start > 1 else "")
    if name in lines("places.regions"):
        yield "gazetteer:region"
    if name in lines("organizations.seats"):
        yield "gazetteer:seat of power"


def weigh(seen: Mapping[str, int]) -> tuple[str, list[str]]:
    """The class that the evidence speaks for, and the kinds of evidence that spoke loudest for it."""
    table = weights()
    totals = list(table["prior"])
    told: list[tuple[float, tuple[float, ...], str]] = []
    for evidence, count in seen.items():
        if weight := table.get(evidence):
            factor = log2(1 + count)
            for index, value in enumerate(weight):
                totals[index] += factor * value
            told.append((factor, weight, evidence))
    best = max(range(len(CLASSES)), key=totals.__getitem__)
    told.sort(key=lambda item: (-item[0] * (item[1][best] - sum(item[1]) / len(CLASSES)), item[2]))
    return CLASSES[best], [evidence for _, weight, evidence in told[:REASONS] if weight[best] > 0]
