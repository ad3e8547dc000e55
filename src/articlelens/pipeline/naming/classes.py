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
from heapq import nsmallest
from importlib.resources import files
from math import log2
from typing import Final

from articlelens.gazetteer import country_code, known_as
from articlelens.pipeline.naming.boundaries import POSSESSIVES, Like
from articlelens.pipeline.naming.evidence import TEAM, observe
from articlelens.pipeline.naming.forms import is_place_alias
from articlelens.pipeline.naming.lexicon import lines, namesakes, well_known, words
from articlelens.pipeline.naming.merging import is_short_for
from articlelens.pipeline.naming.scores import is_match_report
from articlelens.pipeline.naming.spelling import MIN_LETTERS, consonants, same_sound
from articlelens.pipeline.naming.view import Mention, View, key

CLASSES: Final = ("person", "organization", "place", "other")
Name = tuple[str, ...]
TOWNS: Final = frozenset({"city", "town", "country", "region"})  # what words are like that newspapers are called by
JOINTS: Final = frozenset({",", "and", "or", "&", ";", "the"})
ROW: Final = 3  # names in a row that are a list; two may be "Tanor, Zembla"
PAIR: Final = 2
LISTED: Final = "watchlist"
SORTS: Final = ("province", "metropolis", "city", "town", "village")  # of articlelens.gazetteer.known_as
SMALL: Final = frozenset({"town", "village"})  # that no one means by a few capitals, "APC"
MAX_ACRONYM: Final = 4
REASONS: Final = 3  # how many kinds of evidence a mention tells


@cache
def weights() -> Mapping[str, tuple[float, ...]]:
    """What each kind of evidence is worth for each of :data:`CLASSES`, from ``weights.csv``."""
    rows = csv.DictReader((files(__package__) / "weights.csv").read_text(encoding="utf-8").splitlines())
    return {row["evidence"]: tuple(float(row[name]) for name in CLASSES) for row in rows}


def classify(view: View, mentions: Sequence[Mention], like: Like) -> None:
    """Sets the ``kind`` of every mention and adds the evidence that told most to its ``rules``.

    What stands in the user's list has its class from there, and so have its short forms.
    """
    groups: dict[Name, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[key(view, mention)].append(mention)
    listed = {name: mention for name, found in groups.items() for mention in found if mention.listed}
    told: dict[Name, Counter[str]] = {}

    def decide(name: Name, seen: Counter[str]) -> str:
        if name in listed:
            return listed[name].kind
        told[name] = seen
        return weigh(seen)

    kinds = decide_all(view, groups, like, decide)
    short = _of_short_forms(view, kinds, groups, list(listed.values()))
    for name, kind in (kinds | short).items():
        reasons = [LISTED] if name in listed or name in short else reasons_for(kind, told[name])
        for mention in groups[name]:
            mention.kind = kind
            mention.rules += [reason for reason in reasons if reason not in mention.rules]


def _of_short_forms(
    view: View, kinds: Mapping[Name, str], groups: Mapping[Name, Sequence[Mention]], listed: Sequence[Mention]
) -> dict[Name, str]:
    """The class of the short forms of listed names; "Lima" stays a place beside a listed "Lima Stock Exchange"."""
    found: dict[Name, str] = {}
    for name, kind in kinds.items():
        form = view.surface(groups[name][0].start, groups[name][0].end)
        for long in listed:
            if (
                not groups[name][0].listed
                and long.kind != kind
                and (long.kind == "person" or kind != "place" or len(name) > 1)
                and not country_code(form)
                and is_short_for(long.kind, form, view.surface(long.start, long.end))
            ):
                found[name] = long.kind
    return found


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
    surnames: dict[str, list[str]] = defaultdict(list)
    for name in sorted(groups, key=lambda name: (-len(name), name)):
        seen[name].update(_of_longer(name, {whole: kinds[whole] for whole in longer[name[0]]}, like))
        if len(name) == 1 and _is_surname(name[0], surnames):
            seen[name]["last word of:person"] = 1
        if len(name) > 1 and name[-1] in alone:
            seen[name][f"last word alone:{alone[name[-1]]}"] = 1
        kinds[name] = decide(name, seen[name])
        if len(name) > 1:
            for sound in consonants(name[-1]) if kinds[name] == "person" else ():
                surnames[sound].append(name[-1])
            for word in set(name):
                longer[word].append(name)
    for name, beside in _neighbours(view, groups, kinds).items():
        seen[name].update(beside)
        kinds[name] = decide(name, seen[name])
    return kinds


def _of_longer(name: Name, longer: Mapping[Name, str], like: Like) -> dict[str, int]:
    """What the longer names tell of a name that may be a part of them, by their classes."""
    found: dict[str, int] = {}
    for whole, kind in longer.items():
        if where := _place_in(name, whole):
            found[f"{where}:{kind}"] = 1
            if _is_cause(name, whole) and like(name[-1].title()) not in TOWNS:
                found["named after:organization"] = 1
    return found


def _is_surname(word: str, surnames: Mapping[str, Sequence[str]]) -> bool:
    """Whether a word sounds like somebody's surname: "Zelensky" where "Volodymyr Zelenskyy" stands as well."""
    if len(word) < MIN_LETTERS:
        return False
    return any(same_sound(word, other) for sound in consonants(word) for other in surnames.get(sound, ()))


def _neighbours(
    view: View, groups: Mapping[Name, Sequence[Mention]], kinds: Mapping[Name, str]
) -> dict[Name, Counter[str]]:
    """What stands in a row with each name: "X, Y and Z" are mostly of one class."""
    ordered = sorted(((m.start, m.end, name) for name, found in groups.items() for m in found))
    forms = {name: view.surface(mentions[0].start, mentions[0].end) for name, mentions in groups.items()}
    rows: list[list[Name]] = []
    before = -1
    for start, end, name in ordered:
        if 0 < before < start and _is_row(view, before, start):
            rows[-1].append(name)
        else:
            rows.append([name])
        before = end
    found: dict[Name, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if len(set(row)) >= ROW:
            for name in row:
                found[name].update(f"in a row with:{kinds[other]}" for other in row if other != name)
        elif len(row) == PAIR and len(set(row)) == PAIR:
            for name, other in (row, row[::-1]):
                sure = forms[other] in well_known() or forms[other] in namesakes() or forms[name] in namesakes()
                if sure and kinds[other] == "organization":
                    found[name]["joined with:a known organization"] += 1
    return found


def _is_row(view: View, start: int, end: int) -> bool:
    """Whether nothing but a comma, "and" or "or" stands between two names."""
    return all(view.lowers[i] in JOINTS and not view.breaks[i] for i in range(start, end)) and not view.breaks[end]


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
    if {"last:places.heads", "model:PERSON", "first like:given", "words:2"} <= seen.keys():
        del seen["last:places.heads"]  # surnames are called after places: "Karen Marsh"
        seen.pop("last like:place_noun", None)
    if match:  # where towns play, that a name is a town's says nothing
        for sort in SORTS:
            seen.pop(f"gazetteer:{sort}", None)
    if {"gazetteer:nature", "gazetteer:company", "determiner:the"} <= seen.keys():
        seen["gazetteer:the nature"] = seen["determiner:the"]  # "the Amazon", unlike the company
    if "possessive" in seen and (owning := sum(_has_person(view, mention, like) for mention in mentions)):
        seen["possessive:a full name"] = owning
    if any(evidence.startswith("gazetteer:") for evidence in seen):
        people = sum(1 for mention in mentions if view.lower(mention.end) in words("places.people"))
        if people:
            seen["gazetteer:before people"] = people
    if match and (plays := sum(count for evidence, count in seen.items() if evidence in TEAM)):
        seen["plays in a match"] = plays
    return seen


def _has_person(view: View, mention: Mention, like: Like) -> bool:
    """Whether somebody's full name stands behind "'s", as in "Quill Bank's Ana Lund": people have no such people."""
    at = mention.end + 1
    return (
        at + 1 < len(view)
        and view.words[at - 1] in POSSESSIVES
        and view.words[at].istitle()
        and view.words[at + 1].istitle()
        and view.tags[at] == view.tags[at + 1] == "NNP"
        and not view.breaks[at + 1]
        and like(view.words[at]) == "given"
        and like(view.words[at + 1]) in ("surname", "unknown", "given")
    )


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


def _is_cause(name: Name, whole: Name) -> bool:
    """Whether an organization is called after ``name``: "Church of X"."""
    return whole[0] in words("organizations.causes") and whole[1:] == ("of", *name)


def _of_gazetteer(name: str, *, several: bool) -> Iterator[str]:
    """What the gazetteer and the lists of places say of a name."""
    if name in lines("others.not_places"):
        yield "gazetteer:no place"
    elif country_code(name):
        yield "gazetteer:country"
        if several:
            yield "gazetteer:country/words"
    elif (sort := known_as(name)) and not (sort in SMALL and len(name) <= MAX_ACRONYM and name.isupper()):
        yield f"gazetteer:{sort}" + ("/words" if several else "")
    if name in lines("places.regions") or is_place_alias(name):
        yield "gazetteer:region"


def _of_name(view: View, mention: Mention, like: Like) -> Iterator[str]:
    """What is known of a name wherever it stands."""
    tokens = [view.words[i] for i in range(mention.start, mention.end) if view.words[i][:1].isalpha()]
    if not tokens:
        return
    # "Kremlin" is used like its masters' names, and is a body
    kind = "agency" if tokens[0] in lines("organizations.seats") else like(tokens[-1])
    if kind:
        yield f"like:{kind}" if len(tokens) == 1 else f"last like:{kind}"
        if len(tokens) > 1:
            yield f"first like:{like(tokens[0])}"
            if tokens[-1].lower() in words("organizations.newspapers") and like(tokens[0]) in TOWNS:
                yield "newspaper of a place"
        if _ends_in_country(view, mention):
            yield "last:country"
    name = view.surface(mention.start, mention.end)
    yield from _of_gazetteer(name, several=mention.end - mention.start > 1)
    if name in well_known() or (name.endswith(("'s", "’s")) and name.replace("’", "'") in namesakes()):
        yield "gazetteer:organization"
    elif name in namesakes():
        yield "gazetteer:company"
        aged = view.words[mention.end : mention.end + 1] == [","] and view.lower(mention.end + 1).isdigit()
        if len(tokens) > 1 and mention.label == "ORG" and not aged:
            yield "gazetteer:company/model"
    if name in lines("organizations.seats"):
        yield "gazetteer:seat of power"


def _ends_in_country(view: View, mention: Mention) -> bool:
    """Whether a country stands last, as in "Quill Kenya", and is not "southern Kenya" or "Air Force of Kenya"."""
    return (
        view.words[mention.end - 2].isalpha()
        and view.words[mention.end - 2][0].isupper()
        and view.lower(mention.start) not in words("places.before")
        and view.lower(mention.start) not in words("others.demonyms")
        and bool(country_code(view.words[mention.end - 1]))
        and not known_as(view.surface(mention.start, mention.end))
    )


def weigh(seen: Mapping[str, int]) -> str:
    """The class that the evidence speaks for."""
    table = weights()
    person, organization, place, other = table["prior"]
    for evidence, count in seen.items():
        if weight := table.get(evidence):
            factor = 1.0 if count == 1 else log2(1 + count)
            person += factor * weight[0]
            organization += factor * weight[1]
            place += factor * weight[2]
            other += factor * weight[3]
    totals = (person, organization, place, other)
    return CLASSES[totals.index(max(totals))]


def reasons_for(kind: str, seen: Mapping[str, int]) -> list[str]:
    """The kinds of evidence that speak loudest for a class, against all others."""
    table, at = weights(), CLASSES.index(kind)
    told = []
    for evidence, count in seen.items():
        if weight := table.get(evidence):
            told.append((-log2(1 + count) * (weight[at] - sum(weight) / len(CLASSES)), evidence, weight[at]))
    return [evidence for _, evidence, weight in nsmallest(REASONS, told) if weight > 0]
