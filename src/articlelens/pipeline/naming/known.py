"""Well-known organizations of several words, found as wholes: the model may see but the town in "Tarn United"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from articlelens.pipeline.naming.lexicon import well_known
from articlelens.pipeline.naming.listed import without_longer
from articlelens.pipeline.naming.view import Mention, View


def find_known(view: View, others: Sequence[Mention]) -> list[Mention]:
    """The organizations of ``organizations.toml`` whose names mean nothing else, and that are no part of a longer name.

    Args:
        view: The document.
        others: The candidates, by all other means.
    """
    names = _by_first_word()
    found: list[Mention] = []
    floor = 0
    for at, word in enumerate(view.words):
        for name in names.get(word, ()) if at >= floor and view.own[at] else ():
            end = at + len(name)
            if tuple(view.words[at:end]) == name and not any(view.breaks[at + 1 : end]):
                hints = ["known:lower case"] if word[0].islower() else []
                found.append(Mention(start=at, end=end, label="ORG", rules=["known"], hints=hints))
                floor = end
                break
    return without_longer(found, others)


@cache
def _by_first_word() -> Mapping[str, Sequence[tuple[str, ...]]]:
    names: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in well_known():
        words = tuple(name.replace("-", " - ").split())
        if len(words) > 1 or name[0].islower():  # "easyJet", which no tagger takes for a name
            names[words[0]].append(words)
    return {first: sorted(found, key=lambda words: (-len(words), words)) for first, found in names.items()}
