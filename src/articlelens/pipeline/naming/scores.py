"""Results of matches in numbers, and whether a document tells of a match."""

from __future__ import annotations

from typing import Final

from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import View

DASHES: Final = frozenset({"-", "–", "—"})
MAX_SCORE: Final = 3  # digits of a team's goals or points in a result
RESULTS: Final = 2  # that a match report gives at least
PLAY: Final = 6  # words of play in it


def is_result(word: str) -> bool:
    """Whether a token is what a match ended with: "3-1"."""
    one, dash, two = word.replace("–", "-").partition("-")
    return bool(dash) and one.isdigit() and two.isdigit() and max(len(one), len(two)) <= MAX_SCORE


def is_score(view: View, at: int) -> bool:
    """Whether "3-1" or "3 - 1" stands at ``at``, or a lone number as behind a team's name in a result."""
    word = view.words[at]
    if is_result(word):
        return True
    if not (word.isdigit() and len(word) <= MAX_SCORE):
        return False
    return view.lower(at + 1) in DASHES and view.lower(at + 2).isdigit()


def is_match_report(view: View) -> bool:
    """Whether a document tells of a match: results in numbers, and many a word of play."""
    results = sum(1 for at in range(len(view)) if view.words[at][:1].isdigit() and is_score(view, at))
    if results < RESULTS:
        return False
    play = sum(
        1 for lower in view.lowers if lower in words("organizations.games") or lower in words("organizations.players")
    )
    return play >= PLAY
