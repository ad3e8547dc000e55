"""Which mentions of places are one place, by what the map says: namesakes come apart, two names of one place together.

Names alone cannot tell "Kingston, Ont." from "Kingston, N.Y.", nor that Derry is Londonderry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from spacy.tokens import Doc

from articlelens.pipeline.annotations import ENTITIES, TITLE, Item, annotate, items, text_blocks
from articlelens.pipeline.naming.forms import plain
from articlelens.pipeline.naming.merging import fullest
from articlelens.pipeline.salience import shares


class Part(NamedTuple):
    """Some mentions of a name, which mean one place."""

    mentions: list[Item]
    """In text order."""
    told: bool
    """Whether the text says which place it is."""


def part_by_holder(
    mentions: Sequence[Item], holders: Mapping[int, frozenset[int]], *, apart: bool = True
) -> list[Part]:
    """Parts one name's mentions where the places named behind them disagree, and where nothing is said of some.

    Where several places are told apart, a mention with nothing behind it goes with the last one before it that has
    something ("one sense per discourse" holds until the text says otherwise); else, where ``apart``, those before and
    behind the told ones are parts of their own.  Where they turn out to be the same place, they come together again.

    Args:
        mentions: The mentions, in text order.
        holders: By a mention's start, the gazetteer's numbers of the candidates that lie in what is named behind it.
        apart: Whether one that nothing is said of may be another one.

    Returns:
        The parts; one where nothing is said or nothing disagrees.
    """
    parts: list[tuple[frozenset[int], list[Item]]] = []
    bare: list[list[Item]] = [[]]  # before anything is told, and behind each part
    last = 0
    for mention in mentions:
        held = holders.get(mention["start"])
        if not held:
            bare[last].append(mention)
            continue
        fitting = [at for at, (other, _) in enumerate(parts) if held & other]
        if fitting:
            last = fitting[0] + 1
            parts[last - 1] = (parts[last - 1][0] & held, [*parts[last - 1][1], mention])
        else:
            parts.append((held, [mention]))
            bare.append([])
            last = len(parts)
    told = [Part(part, told=True) for _, part in parts]
    if len(told) < 2 and not apart:
        return [Part(list(mentions), told=True)]
    if len(told) == 1:
        return [part for part in (Part(bare[0], told=False), *told, Part(bare[1], told=False)) if part.mentions]
    told = [
        Part(sorted(part.mentions + more, key=itemgetter("start")), told=True)
        for part, more in zip(told, bare[1:], strict=True)
    ]
    return [Part(bare[0], told=False), *told] if bare[0] else told


def regroup(doc: Doc, groups: Sequence[Sequence[Item]]) -> dict[int, str]:
    """Makes each group of mentions one place of ``doc.spans["articlelens.entities"]``, in place of those before.

    Args:
        doc: The document.
        groups: The mentions of each place, all places together.

    Returns:
        The new identifiers, by the groups' positions.
    """
    text = doc.text
    title_end = max((block["end"] for block in text_blocks(doc) if block["kind"] == TITLE), default=0)
    ordered = {at: sorted(group, key=lambda one: (one["start"], one["end"])) for at, group in enumerate(groups)}
    saliences = shares(
        {str(at): [(one["start"], bool(one.get("subject"))) for one in group] for at, group in ordered.items()},
        length=len(text),
        title_end=title_end,
    )
    ranked = sorted(ordered, key=lambda at: (-saliences[str(at)], ordered[at][0]["start"]))
    names = {at: f"place-{rank}" for rank, at in enumerate(ranked, start=1)}
    places = [_place(text, ordered[at], names[at], saliences[str(at)]) for at in ranked]
    for at, group in ordered.items():
        for mention in group:
            mention["entity"] = names[at]
    others = [entity for entity in items(doc, ENTITIES) if entity["class"] != "place"]
    annotate(doc, ENTITIES, [*others, *places], label="class")
    return names


def _place(text: str, mentions: Sequence[Item], name_id: str, salience: float) -> Item:
    forms = [plain(text[mention["start"] : mention["end"]]) for mention in mentions]
    listed = sorted({mention["listed"] for mention in mentions if mention.get("listed")} & set(forms))
    name = listed[0] if listed else fullest(sorted(set(forms)), Counter(forms))
    unlike = {form.casefold(): form for form in reversed(forms) if form.casefold() != name.casefold()}
    aliases = sorted(unlike.values(), key=forms.index)
    return {
        "start": mentions[0]["start"],
        "end": mentions[0]["end"],
        "id": name_id,
        "class": "place",
        "name": name,
        "aliases": aliases,
        "roles": [],
        "acronym": None,
        "salience": salience,
    }
