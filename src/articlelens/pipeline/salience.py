"""Salience: how much of an article is about each of the entities of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

TITLE_BONUS: Final = 1.0  # a mention in the headline counts as one more
SUBJECT_BONUS: Final = 0.5  # so does, by half, one that is the subject of its clause
DIGITS: Final = 4


def shares(mentions: Mapping[str, Sequence[tuple[int, bool]]], *, length: int, title_end: int) -> dict[str, float]:
    """Each entity's share of a list's salience.

    A mention weighs more the earlier it stands, more again in the headline, and more as a subject: position, frequency
    and headline are the strongest single features for entity salience in news (Dunietz and Gillick, "A New Entity
    Salience Task with Millions of Training Examples", EACL 2014), and subjects rank first among the centres of
    attention (Grosz, Joshi and Weinstein, "Centering", Computational Linguistics 21, 1995).

    Args:
        mentions: Each entity's mentions: the offset in code points, and whether it is the subject of its clause.
        length: Length of the text, in code points.
        title_end: Offset behind the headline; 0 where there is none.

    Returns:
        Shares between 0 and 1, of four digits, that add up to 1.
    """
    weights = {
        name: sum(
            1
            + (1 - start / max(length, 1))
            + (TITLE_BONUS if start < title_end else 0)
            + (SUBJECT_BONUS if subject else 0)
            for start, subject in found
        )
        for name, found in mentions.items()
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
