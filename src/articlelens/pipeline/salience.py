"""Salience: how much of an article is about each of the entities of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

TITLE_BONUS: Final = 1.0  # a mention in the headline counts twice
DIGITS: Final = 4


def shares(starts: Mapping[str, Sequence[int]], *, length: int, title_end: int) -> dict[str, float]:
    """Each entity's share of a list's salience.

    A mention weighs more the earlier it stands and more again in the headline: position and frequency are the two
    strongest single features for entity salience in news (Dunietz and Gillick, "A New Entity Salience Task with
    Millions of Training Examples", EACL 2014).

    Args:
        starts: The offsets of each entity's mentions, in code points.
        length: Length of the text, in code points.
        title_end: Offset behind the headline; 0 where there is none.

    Returns:
        Shares between 0 and 1, of four digits, that add up to 1.
    """
    weights = {
        name: sum(1 + (1 - start / max(length, 1)) + (TITLE_BONUS if start < title_end else 0) for start in positions)
        for name, positions in starts.items()
    }
    return _rounded(weights)


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    """``weights`` as shares of 1 in units of 10**-DIGITS, by largest remainder, so that they still add up to 1."""
    units = 10**DIGITS
    total = sum(weights.values())
    exact = {name: weight / total * units for name, weight in weights.items()}
    whole = {name: int(share) for name, share in exact.items()}
    left = units - sum(whole.values())
    for name in sorted(exact, key=lambda name: whole[name] - exact[name])[:left]:
        whole[name] += 1
    return {name: share / units for name, share in whole.items()}
