"""Names found once are looked for in the whole document: what the model saw in one sentence it may miss in the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import and_
from typing import Final

from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

MIN_LETTERS: Final = 3  # of a name of one word
ACRONYM: Final = 3  # letters of a word in capitals that may be an acronym: "LIM" is not Lim
NAMES: Final = frozenset({"person", "organization", "place"})


def find_repeats(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of known names in words that belong to no name yet.

    Args:
        view: The document.
        mentions: All candidates with their classes.
    """
    known: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    taken = [False] * len(view)
    for mention in mentions:
        if mention.kind in NAMES or mention.label:
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    loud = [word.isupper() and len(word) > ACRONYM for word in view.words]
    capitals = any(map(and_, loud, loud[1:]))  # two words of a headline in capitals
    for name, kind in _names(view, mentions).items():
        known[name[0]].append((name, kind))
        upper = tuple(word.upper() for word in name)
        if capitals and upper != name and max(map(len, upper)) > ACRONYM:
            known[upper[0]].append((upper, kind))  # as headlines in capitals have it
    for names in known.values():
        names.sort(key=lambda item: -len(item[0]))
    found: list[Mention] = []
    floor = 0
    for at, word in enumerate(view.words):
        if word not in known or taken[at] or at < floor:
            continue
        name, kind = next((one for one in known[word] if _stands(view, at, one[0], taken)), ((), ""))
        floor = at + len(name)
        if name and view.own[at]:
            found.append(Mention(start=at, end=floor, label="", rules=["repeat"], kind=kind))
    return found


def _stands(view: View, at: int, name: tuple[str, ...], taken: list[bool]) -> bool:
    return tuple(view.words[at : at + len(name)]) == name and not any(taken[at : at + len(name)])


def _names(view: View, mentions: Sequence[Mention]) -> dict[tuple[str, ...], str]:
    """The names to look for, as they are written, and the last names of people."""
    names: dict[tuple[str, ...], str] = {}
    for mention in mentions:
        if mention.kind in NAMES and (mention.label or "acronym" in mention.rules):
            name = tuple(view.words[mention.start : mention.end])
            if _is_telling(name):
                names.setdefault(name, mention.kind)
            if mention.kind == "person" and len(name) > 1 and _is_telling(name[-1:]):
                names.setdefault(name[-1:], mention.kind)
    return names


def _is_telling(name: tuple[str, ...]) -> bool:
    if len(name) > 1:
        return name[0][:1].isupper()
    lower = name[0].lower()
    common = (
        lower in words("others.capitalised") or lower in words("people.titles") or lower in words("people.generations")
    )
    return len(lower) >= MIN_LETTERS and name[0][:1].isupper() and not common
