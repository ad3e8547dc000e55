"""The forms of an entity, and where they stand for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Cluster:
    """The forms of one entity."""

    forms: set[str] = field(default_factory=set)
    rules: dict[str, str] = field(default_factory=dict)
    """The name of the rule that joined a form to the others, by form."""
    only: dict[str, frozenset[int]] = field(default_factory=dict)
    """Of forms that other entities go by as well: where they stand for this one."""


def standing(cluster: Cluster, offsets: Mapping[str, Sequence[int]]) -> list[int]:
    """Where the mentions of a cluster stand, in order."""
    return sorted(
        at
        for form in cluster.forms
        for at in offsets.get(form, ())
        if form not in cluster.only or at in cluster.only[form]
    )


def part_of(cluster: Cluster, where: Mapping[str, Collection[int]]) -> Cluster:
    """The part of ``cluster`` whose forms stand at these offsets."""
    only = {form: frozenset(at) for form, at in where.items() if at}
    return Cluster(set(only), {form: rule for form, rule in cluster.rules.items() if form in only}, only)


def leave(cluster: Cluster, taken: Mapping[str, Collection[int]], offsets: Mapping[str, Sequence[int]]) -> None:
    """Takes the mentions at these offsets out of ``cluster``."""
    for form, at in taken.items():
        left = cluster.only.get(form, frozenset(offsets.get(form, ()))) - set(at)
        if left and at:
            cluster.only[form] = left
        elif at:
            cluster.forms.discard(form)
            cluster.only.pop(form, None)
            cluster.rules.pop(form, None)


def add(into: Cluster, group: Cluster, rule: str | None) -> None:
    """Makes ``group``, which ``rule`` joined, a part of another cluster."""
    for form in group.forms:
        if form not in into.forms and form in group.only:
            into.only[form] = group.only[form]
        elif form in into.only:
            into.only[form] |= group.only[form]
    into.forms |= group.forms
    into.rules |= dict.fromkeys(group.forms, rule) if rule else group.rules
