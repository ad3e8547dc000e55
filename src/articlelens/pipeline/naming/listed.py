"""Finding the names of a user's list in a text.

The text is cut into words and marks, and looked up by them: a dictionary of whole names, asked only where a word
begins one of them, so that the cost hangs on the text and hardly on the length of the list.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from articlelens.pipeline.naming.classes import LISTED
from articlelens.pipeline.naming.view import HYPHENS, Mention, View
from articlelens.watchlists import SPELLED_ALIKE, WatchedName, Watchlist

LABELS: Final = {"person": "PERSON", "organization": "ORG", "place": "GPE"}
_PIECE = re.compile(r"[^\W_]+|\S")
_HYPHENS: Final = HYPHENS - {"–"}  # a dash stands between two names: "Quill–Tarn talks"
Pieces = tuple[str, ...]


class Finder:
    """Finds the names of one list.

    A name is found where it stands as whole words, as it is written in the list; one of several words in capitals too,
    as headlines have it.

    Args:
        watchlist: The list.
    """

    def __init__(self, watchlist: Watchlist) -> None:
        self._names: dict[Pieces, WatchedName] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        # a name as it is given goes before another's capitals
        for capitals in (False, True):
            for entry in watchlist.entries:
                for form in entry.forms:
                    if capitals and " " not in form:
                        continue
                    for written in _spellings(form.upper() if capitals else form):
                        pieces = _pieces(written)
                        self._names.setdefault(pieces, entry)
                        lengths[pieces[0]].add(len(pieces))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, view: View) -> list[Mention]:
        """The listed names of a document, in text order and without overlaps; of two that overlap the longer one."""
        if not self._names:
            return []
        spans = [(match.start(), match.end()) for match in _PIECE.finditer(view.text)]
        pieces = [view.text[start:end].translate(SPELLED_ALIKE) for start, end in spans]
        found: list[tuple[int, int, WatchedName]] = []
        for at, piece in enumerate(pieces):
            for length in self._lengths.get(piece, ()):
                entry = self._names.get(tuple(pieces[at : at + length])) if at + length <= len(pieces) else None
                if entry and (where := _tokens(view, spans[at][0], spans[at + length - 1][1])):
                    found.append((*where, entry))
        taken: set[int] = set()
        mentions: list[Mention] = []
        for start, end, entry in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
            tokens = range(start, end)
            if taken.isdisjoint(tokens):
                taken.update(tokens)
                mentions.append(
                    Mention(
                        start=start,
                        end=end,
                        label=LABELS[entry.entity_class],
                        rules=[LISTED],
                        kind=entry.entity_class,
                        listed=entry.name,
                    )
                )
        return sorted(mentions, key=lambda mention: mention.start)


def _spellings(form: str) -> Iterable[str]:
    """The form with its accents as letters of their own and as marks behind letters."""
    return (form,) if form.isascii() else {unicodedata.normalize(way, form) for way in ("NFC", "NFD")}


def _pieces(name: str) -> Pieces:
    return tuple(_PIECE.findall(name.translate(SPELLED_ALIKE)))


def _tokens(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a stretch of text; None where it is no whole words, runs over a line, or is page furniture."""
    first = bisect_right(view.starts, start) - 1
    last = bisect_left(view.ends, end)
    if first < 0 or view.starts[first] != start or last >= len(view) or not view.own[first]:
        return None
    if any(char.isalnum() for char in view.text[end : view.ends[last]]) or "\n" in view.text[start:end]:
        return None
    return None if _is_joined(view, first - 1, first, -1) or _is_joined(view, last + 1, last, 1) else (first, last + 1)


def _is_joined(view: View, mark: int, edge: int, step: int) -> bool:
    """Whether a hyphen ties a name to another capital: "Okafor" is no name of its own in "Okafor-Blake"."""
    beyond = mark + step
    return view.is_tight(mark) and view.words[mark] in _HYPHENS and view.words[beyond][:1].isupper()


def without_longer(listed: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The listed names that are no part of a longer name: "Quill" is not meant in "Quill Gardens".

    A longer name that holds two of the list is none: the model ran them together.

    Args:
        listed: What :class:`Finder` found.
        others: The candidates of the document, by all other means.
    """
    longer = {index: mention for mention in others if mention.label for index in range(mention.start, mention.end)}

    def whole(mention: Mention) -> Mention | None:
        other = longer.get(mention.start)
        if other is None or other.start > mention.start or other.end < mention.end:
            return None
        return other if other.end - other.start > mention.end - mention.start else None

    wholes = [whole(mention) for mention in listed]
    return [mention for mention, one in zip(listed, wholes, strict=True) if one is None or wholes.count(one) > 1]
