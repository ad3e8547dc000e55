"""What a text says about its places beside each of their names: where they lie, what they are, what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from articlelens.gazetteer import Entry, Gazetteer
from articlelens.gazetteer.choosing import lying_in
from articlelens.gazetteer.evidence import Holders, holders, owners, said_levels
from articlelens.gazetteer.store import COUNTRY
from articlelens.pipeline.annotations import Item

INSIDE: Final = "inside_organization"  # the rule that finds places inside organizations' names


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside one mention."""

    behind: Holders
    """The regions and countries named right behind it, or the country right before it."""
    levels: tuple[int, ...]
    """What it is said to be: the levels that are left; empty where it is not said."""
    holding: frozenset[int]
    """What it is, since it stands behind a place that it holds: "Georgia" in "Atlanta, Georgia"."""

    def fitting(self, candidates: Iterable[Entry]) -> frozenset[int]:
        """The numbers of the candidates that it leaves; none where it says nothing sure of them."""
        candidates = list(candidates)
        if self.holding:
            return self.holding.intersection(entry.id for entry in candidates)
        inside = frozenset(lying_in(self.behind.entries, candidates)) if self.behind.sure else frozenset[int]()
        return inside or frozenset(entry.id for entry in candidates if entry.level in self.levels)

    @property
    def says_level(self) -> bool:
        """Whether it is told as a region, which says nothing of the town of its name: "Rochester, New York"."""
        return bool(self.holding or self.levels)

    def known(self, candidates: Iterable[Entry]) -> frozenset[int]:
        """What tells it from its namesakes: what is not on the map is told apart by the regions themselves."""
        outside = self.behind.entries if self.behind.sure and self.behind.closed else ()
        return self.fitting(candidates) or frozenset(-entry.id for entry in outside)


def look_beside(text: str, names: Sequence[Item], gazetteer: Gazetteer) -> Mapping[int, Beside]:
    """What stands beside each mention of a place, by where the mention starts.

    Args:
        text: The article.
        names: The mentions of all names, those inside others included.
        gazetteer: Where to look.
    """
    bodies = [(one["start"], one["end"]) for one in names if one["class"] == "organization"]
    behind: dict[int, Holders] = {}
    holding: dict[int, frozenset[int]] = {}
    for one in names:
        if one["class"] != "place":
            continue
        start, end = one["start"], one["end"]
        name = text[start:end]
        if INSIDE in one.get("rules", ()):  # "Dublin City Council in Ohio"
            end = next((stop for begin, stop in bodies if begin <= start < stop), end)
        found = holders(text, end, gazetteer, name)
        if not found.entries:
            found = _owners(text, start, gazetteer, name)
        behind[start] = found
        if found.sure and found.start >= 0:
            towns = gazetteer.find(name)
            holding[found.start] = frozenset(entry.id for entry in found.entries if lying_in((entry,), towns))
    return {
        one["start"]: Beside(
            behind=behind[one["start"]],
            levels=said_levels(text, one["start"], one["end"]),
            holding=holding.get(one["start"], frozenset()),
        )
        for one in names
        if one["class"] == "place"
    }


def _owners(text: str, start: int, gazetteer: Gazetteer, name: str) -> Holders:
    """What the text says before a place's name of where it is; of a country it may say no more than "X's Y policy"."""
    found = owners(text, start, gazetteer)
    return found if found.closed or not any(entry.level == COUNTRY for entry in gazetteer.find(name)) else Holders()
