"""Names that the text itself says somebody goes by as well: "Ana Lund, known as Frost", "the Front, aka QF"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articlelens.pipeline.naming.lexicon import lines
from articlelens.pipeline.naming.view import Mention, View, key

ALSO: Final = "also_known_as"
MAX_PHRASE: Final = 3  # words of "also known as"
_BEFORE: Final = frozenset({"the", '"', "“", "‘", "'"})  # what may stand between the phrase and the name
_KINDS: Final = frozenset({"person", "organization"})


def find_also(view: View, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """The names, each with the one that the words behind it give it as well; that one takes its class, everywhere.

    Args:
        view: The document.
        mentions: All that may be a name, with their classes.
    """
    starting = {mention.start: mention for mention in mentions}
    found: list[tuple[Mention, Mention]] = []
    for mention in mentions:
        other = starting.get(_behind_phrase(view, mention.end)) if mention.kind in _KINDS else None
        if other and not other.listed and other.kind != "place":
            found.append((mention, other))
    kinds = {key(view, other): mention.kind for mention, other in found}
    for mention in mentions:
        kind = kinds.get(key(view, mention), mention.kind)
        if kind != mention.kind and not mention.listed:
            mention.kind = kind
            mention.rules.append(ALSO)
    for _, other in found:
        if ALSO not in other.rules:
            other.rules.append(ALSO)
    return found


def _behind_phrase(view: View, at: int) -> int:
    """Where the name stands that a phrase such as ", known as the" brings in; -1 where there is no such phrase."""
    at += at < len(view) and view.words[at] in (",", "(")
    for end in range(at + 1, at + MAX_PHRASE + 1):
        if " ".join(view.bare[at:end]) in lines("grammar.also"):
            return next((i for i in range(end, len(view)) if view.lowers[i] not in _BEFORE), -1)
    return -1
