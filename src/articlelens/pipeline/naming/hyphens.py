"""Places whose names have hyphens: "Ashby-under-Tarn", "Clermont-Ferrand"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlelens.gazetteer import is_well_known
from articlelens.pipeline.naming.duties import PROPER
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import HYPHENS, Mention, View

MAX_PARTS: Final = 5  # words of "Bourton-on-the-Water"


def find_hyphenated(view: View) -> Iterator[Mention]:
    """The places that stand with hyphens and without other capitals beside them, in text order.

    Two capitals need the gazetteer's word, since people and pairs ("the London-Paris train") look the same; what has
    "upon" or "sur" between them is a place's name by that.
    """
    floor = 0
    for at, word in enumerate(view.words):
        if word not in HYPHENS or at <= floor or not view.is_tight(at):
            continue
        start, end = at - 1, _end(view, at)
        if not end or not view.own[start] or _is_name(view, start - 1) or _is_name(view, end):
            continue
        floor = end
        if end - start > 3 or is_well_known(view.surface(start, end)):
            yield Mention(start=start, end=end, label="GPE", rules=["hyphens"], hints=["hyphens:place"])


def _end(view: View, at: int) -> int:
    """Behind the last word of "X-upon-Y" or "X-Y", whose first hyphen stands at ``at``; 0 where it is neither."""
    if not view.words[at - 1][:1].isupper():
        return 0
    parts = 1
    while at < len(view) and view.words[at] in HYPHENS and view.is_tight(at) and parts < MAX_PARTS:
        parts += 1
        if view.words[at + 1][:1].isupper():
            return at + 2
        if view.words[at + 1] not in words("places.joints"):
            return 0
        at += 2
    return 0


def _is_name(view: View, index: int) -> bool:
    """Whether the name may go on at ``index``: a proper noun there, or one more hyphen."""
    if not 0 <= index < len(view):
        return False
    return (view.words[index][:1].isupper() and view.tags[index] in PROPER) or (
        view.words[index] in HYPHENS and view.is_tight(index)
    )
