"""Names that several entities of an article go by: which of them each mention means, where the text makes it clear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

Home = TypeVar("Home")
SETTLED: Final = 3  # uses of a surname for one person, after which another would not be called by it


def whose(offsets: Sequence[int], homes: Mapping[Home, Sequence[int]]) -> dict[int, Home]:
    """Whose a surname is, mention by mention, that several people have.

    Up to where a second of them is named it is the first one's.  From there on it stays with the first if it was
    settled on that one before; if it was used but once or twice, only where that one was spoken of last.  The others
    are nobody's.

    Args:
        offsets: Where the surname stands alone.
        homes: Where the people stand who have it, by their other forms.

    Returns:
        The people, by the offsets of the mentions that are clearly theirs.
    """
    named = sorted((min(at), home) for home, at in homes.items() if at)
    if len(named) < len(homes) or len(named) < 2:
        return {}
    (began, first), (second, _) = named[:2]
    known = {at: first for at in offsets if began < at < second}
    if not known:
        return {}
    settled = len(known) >= SETTLED
    known |= {at: first for at in offsets if at < began}
    turns = sorted((at, home == first) for home, found in homes.items() for at in found)
    for at in sorted(offsets):
        if at > second and (settled or [own for turn, own in turns if turn < at][-1]):
            known[at] = first
    return known
