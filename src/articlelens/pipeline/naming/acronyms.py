"""Acronyms in brackets behind the name that they stand for, and the other way round.

After Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text" (PSB 2003):
the letters of the short form are looked for from right to left in the words before the bracket.  News also gives the
acronym of a name's original language behind its translation ("Workers' General Union (UGT)"): there the bracket alone
must do, and only an organization's name has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

MAX_LETTERS: Final = 12
MAX_WORDS: Final = 14  # of a long form


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A long form and its acronym."""

    long: Mention
    short: Mention
    spelled: bool
    """Whether the letters of the acronym are those that the words of the long form begin with."""


def is_acronym(word: str) -> bool:
    """Whether a word looks like an acronym: mostly capitals, such as ``HQWU``, ``SFDs``, ``U.N.`` or ``BfV``."""
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return 2 <= len(letters) <= MAX_LETTERS and word[:1].isupper() and capitals >= 2 and capitals * 2 > len(letters)


def initials_start(view: View, floor: int, end: int, acronym: str) -> int | None:
    """Where the words before ``end`` begin whose initials spell ``acronym``, or None.

    Small words may be left out; a hyphenated word may give each of its parts.
    """
    letters = [char.lower() for char in acronym if char.isalpha()]
    if acronym.endswith("s") and len(letters) > 2:
        letters = letters[:-1]
    for with_small in (False, True):
        start = _spelled(view, floor, end, letters, with_small=with_small)
        if start is not None:
            return start
    return None


def _spelled(view: View, floor: int, end: int, letters: list[str], *, with_small: bool) -> int | None:
    left = len(letters) - 1
    for at in range(end - 1, max(floor, end - MAX_WORDS) - 1, -1):
        word = view.lowers[at]
        if word[:1] == letters[left] and (
            with_small or word not in words("grammar.small") or view.words[at][:1].isupper()
        ):
            if left == 0:
                return at if view.words[at][:1].isupper() else None
            left -= 1
        elif word not in words("grammar.small") and word[:1].isalpha():
            return None
        if view.breaks[at]:
            return None
    return None


def find_pairs(view: View, mentions: Sequence[Mention]) -> list[Pair]:
    """The long forms with their acronyms, in text order.

    Args:
        view: The document.
        mentions: The candidates, in text order; what overlaps a pair that was found must give way to it.
    """
    ending = {mention.end: mention for mention in mentions}
    starting = {mention.start: mention for mention in mentions}
    pairs: list[Pair] = []
    for at, word in enumerate(view.words):
        if word != "(" or at == 0 or not view.own[at]:
            continue
        close = next((i for i in range(at + 1, min(at + MAX_WORDS, len(view))) if view.words[i] == ")"), None)
        if close is None or close == at + 1:
            continue
        pair = _forward(view, at, close, ending, starting) or _backward(view, at, close, ending)
        if pair:
            pairs.append(pair)
    return pairs


def _forward(view: View, at: int, close: int, ending: dict[int, Mention], starting: dict[int, Mention]) -> Pair | None:
    """As in "Long Name (LN)", "Long Name (LN Country)"."""
    if not is_acronym(view.words[at + 1]) or close - at > 3:
        return None
    if close - at == 3 and not view.words[at + 2][:1].isupper():
        return None
    end = at
    while end > 0 and view.words[end - 1] in ('"', "”", "’", "'"):
        end -= 1
    known = ending.get(end) or ending.get(end - 1) if end else None
    start = initials_start(view, max(0, at - MAX_WORDS), end, view.words[at + 1])
    old = starting.get(at + 1)
    label = old.label if old else ""
    short = Mention(start=at + 1, end=close, label=label, rules=["acronym"])
    if start is not None and end - start > 1:
        long = Mention(start=start, end=end, label=known.label if known else "", rules=["acronym"])
        if known and known.start <= start:
            long = known
        return Pair(long=long, short=short, spelled=True)
    if known and known.end - known.start > 1:
        return Pair(long=known, short=short, spelled=False)
    return None


def _backward(view: View, at: int, close: int, ending: dict[int, Mention]) -> Pair | None:
    """As in "LN (Long Name)", "LN (Another Name)"."""
    known = ending.get(at) or Mention(start=at - 1, end=at, label="", rules=["acronym"])
    if known.end - known.start > 1 or not is_acronym(view.words[known.start]):
        return None
    start = initials_start(view, at + 1, close, view.words[known.start])
    inside = ending.get(close)
    spelled = start == at + 1
    # the translation of a foreign name: "MGT (General Union of Workers)"
    whole = (
        inside is not None
        and inside.label == "ORG"
        and all(view.words[i][:1].isupper() or view.lowers[i] in words("grammar.small") for i in range(at + 1, close))
    )
    if close - at < 3 or not (spelled or whole):
        return None
    long = Mention(start=at + 1, end=close, label=inside.label if inside else "", rules=["acronym"])
    return Pair(long=long, short=known, spelled=spelled)
