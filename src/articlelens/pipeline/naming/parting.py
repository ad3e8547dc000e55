"""Public bodies of one written name come apart by whose they are, mention by mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from articlelens.pipeline.naming.clusters import Cluster, add, leave, part_of, standing
from articlelens.pipeline.naming.forms import Words
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.owners import COUNTRY, body_words, is_body, owned_body

ANOTHER: Final = "another"  # the owner of a body that is not the one that is named later


def part_by_owner(
    groups: dict[Words, Cluster],
    listers: Collection[Words],
    owners: Mapping[str, Mapping[int, str]],
    offsets: Mapping[str, Sequence[int]],
) -> dict[Words, str]:
    """Parts the mentions of public bodies where the text has two of one name.

    Args:
        groups: The names; those of two bodies get a name each.
        listers: The names that are the user's.
        owners: Whose a body is that does not say it itself, by form and offset.
        offsets: Where each form stands.

    Returns:
        Whose the bodies are that are somebody's.
    """
    found = {name: told for name in groups if (told := owned_body(name))}
    marks = {name: owner for name, (_, owner) in found.items()}
    bare: dict[Words, list[Words]] = defaultdict(list)
    for name in groups:
        if name not in found and name not in listers and is_body(name):
            bare[body_words(name)].append(name)
    for body, names in bare.items():
        turns = [
            (at, owner) for name, (of, owner) in found.items() if of == body for at in standing(groups[name], offsets)
        ]
        own = {owner for of, owner in found.values() if of == body}
        for name in names:
            for form in groups[name].forms:
                turns += [(at, owner) for at, owner in owners.get(form, {}).items() if at in set(offsets.get(form, ()))]
        own |= {owner for _, owner in turns}
        for name in sorted(names):
            marks |= _part(groups, name, own, dict(sorted(turns)), offsets)
    return marks


def _part(
    groups: dict[Words, Cluster],
    name: Words,
    own: Collection[str],
    turns: Mapping[int, str],
    offsets: Mapping[str, Sequence[int]],
) -> dict[Words, str]:
    """Parts one name among the owners of its body; returns whose its parts are."""
    cluster = groups[name]
    where = standing(cluster, offsets)
    if len(own) == 1:
        (owner,) = own
        if _is_other(name, owner, where, turns):
            return {name: ANOTHER}
        return {name: owner} if any(at in turns for at in where) else {}
    marks: dict[Words, str] = {}
    whose = {at: told for at in where if (told := turns.get(at) or _only_one_yet(at, turns))}
    for one in sorted(set(whose.values())):
        part = (*name, "of", one)
        taken = {form: {at for at in offsets.get(form, ()) if whose.get(at) == one} for form in cluster.forms}
        add(groups.setdefault(part, Cluster()), part_of(cluster, taken), None)  # the text may say all of it elsewhere
        marks[part] = one
        leave(cluster, taken, offsets)
    if not cluster.forms:
        del groups[name]
    return marks


def _only_one_yet(at: int, turns: Mapping[int, str]) -> str | None:
    """The one owner whose body the text has spoken of before an offset; None where there is none or another."""
    before = {owner for turn, owner in turns.items() if turn < at}
    return before.pop() if len(before) == 1 else None


def _is_other(name: Words, owner: str, where: Sequence[int], turns: Mapping[int, str]) -> bool:
    """Whether a national body was spoken of before the one that a part of a country has: "Texas Supreme Court"."""
    return (
        not owner.startswith(COUNTRY)
        and not words("organizations.national").isdisjoint(name)
        and bool(where and turns)
        and where[0] < min(turns)
    )
