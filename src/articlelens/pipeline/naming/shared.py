"""Names that several entities of an article go by: which of them each mention means, where the text makes it clear."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import Final, TypeVar

Home = TypeVar("Home")
PAIR: Final = 2
SETTLED: Final = 3  # uses of a surname for one person, after which another would not be called by it


def whose(
    offsets: Sequence[int],
    homes: Mapping[Home, Sequence[int]],
    *,
    relatives: Collection[Home] = (),
    starts: Sequence[int] = (),
    titles: Mapping[int, str] | None = None,
    genders: Mapping[Home, str] | None = None,
) -> dict[int, Home]:
    """Whose a surname is, mention by mention, that several people have.

    Behind "Mr" or "Ms" it is that one's who alone is a man or a woman.  Up to where a second of them is named it is the
    first one's, if it is used at all by then.  Behind the full name of just one in the same sentence it is that one's.
    Whose it was last it stays until another of them is named, and the first one's for good if it was settled on that
    one before, or if the second is brought in as kin.  The others are nobody's.

    Args:
        offsets: Where the surname stands alone.
        homes: Where the people stand who have it, by their other forms.
        relatives: Those of the people who are brought in as somebody's wife, son and the like.
        starts: Where sentences begin, in order.
        titles: The gender that a title before the surname tells, by the offset of the surname.
        genders: The genders of the people, empty where they are not known.

    Returns:
        The people, by the offsets of the mentions that are clearly theirs.
    """
    named = sorted((min(at), home) for home, at in homes.items() if at)
    if len(named) < max(len(homes), 2):
        return {}
    titled = _by_title(titles or {}, homes, genders or {})
    known = _in_sentence(offsets, homes, starts)
    (began, first), (second, other) = named[:2]
    alone = [at for at in offsets if began < at < second]
    known |= dict.fromkeys(alone, first)
    if alone:
        known |= {at: first for at in offsets if at < began}
    known |= titled
    settled = len(alone) >= SETTLED or (bool(alone) and other in relatives and first not in relatives)
    turns = sorted([*((at, home) for home, found in homes.items() for at in found), *known.items()])
    last: Home | None = None
    for at in sorted(offsets):
        since = [home for turn, home in turns if turn < at]
        if at in known:
            last = known[at]
        elif last is not None and since and since[-1] == last:
            known[at] = last
        elif at > second and settled:
            known[at] = last = first
    return known


def _by_title(titles: Mapping[int, str], homes: Collection[Home], genders: Mapping[Home, str]) -> dict[int, Home]:
    """The mentions whose title fits one of the people only.

    All others have to be of another gender; of two people they are, where both titles are used and one's gender is
    known.
    """
    used = set(titles.values())
    known: dict[int, Home] = {}
    for at, title in titles.items():
        fitting = [home for home in homes if genders.get(home) == title]
        others = [home for home in homes if genders.get(home) not in ("", None, title)]
        if len(fitting) == 1 and len(homes) == len(used) == PAIR:
            known[at] = fitting[0]
        elif len(others) == len(homes) - 1:
            (known[at],) = set(homes) - set(others)
    return known


def _in_sentence(offsets: Sequence[int], homes: Mapping[Home, Sequence[int]], starts: Sequence[int]) -> dict[int, Home]:
    """The mentions behind the name of just one of the people in their sentence."""
    known: dict[int, Home] = {}
    for at in offsets if starts else ():
        begin = starts[max(bisect_right(starts, at) - 1, 0)]
        before = [home for home, found in homes.items() if any(begin <= one < at for one in found)]
        if len(before) == 1:
            known[at] = before[0]
    return known
