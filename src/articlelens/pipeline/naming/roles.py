"""What somebody is: titles before the name, appositions, copulas; always in the text's own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

MAX_TITLE: Final = 6  # tokens of a title before a name
MAX_PHRASE: Final = 14  # tokens of an apposition
MAX_MODIFIERS: Final = 6  # tokens from an apposition's first word to its noun
MODIFIERS: Final = ("NN", "JJ", "VBG", "VBN", "HYPH", "RB", "CD")  # tags; a title's words, "Deputy", "vice-", "then"
COPULAS: Final = frozenset({"is", "was", "became", "becomes", "remains"})
_ENDS: Final = frozenset(',.;:!?()[]"“”—–') | {
    "who",
    "whom",
    "whose",
    "which",
    "that",
    "said",
    "says",
    "and",
    "but",
    "--",
}
_DROPPED: Final = frozenset({"the", "his", "her", "its", "their", "our"})  # "its chairman" is chairman
_ARTICLES: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "our"})


def find_roles(view: View, mention: Mention, taken: Collection[int]) -> list[str]:
    """The roles that the text gives a person around one mention.

    Args:
        view: The document.
        mention: A person's mention.
        taken: The tokens of all names, which are no part of a title.
    """
    found = [*_title(view, mention, taken), *_behind(view, mention), *_in_front(view, mention)]
    return [" ".join(view.surface(start, end).split()) for start, end in found]


def _is_role(view: View, index: int) -> bool:
    lower = view.lower(index)
    known = lower in words("people.roles") or lower in words("people.titles")
    return known and lower not in words("people.address")


def _title(view: View, mention: Mention, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """As in "Deputy Transport Minister X": the nouns right before the name, the last one a role."""
    end = mention.start
    if office := _office(view, end):
        yield office
        return
    while end > 0 and view.lower(end - 1) in words("people.address") and not view.breaks[end]:
        end -= 1
    if end == 0 or view.breaks[end] or not _is_role(view, end - 1) or end - 1 in taken:
        return
    start = end - 1
    capital = view.words[start][:1].isupper()
    while (
        start > 0
        and (not capital or not view.words[start - 1].isalpha() or view.words[start - 1][:1].isupper())
        and view.lower(start - 1) not in words("others.calendar")
        and end - start < MAX_TITLE
        and not view.breaks[start]
        and start - 1 not in taken
        and (view.tags[start - 1].startswith(MODIFIERS) or _is_role(view, start - 1))
        and view.lower(start - 1) not in words("people.address")
    ):
        start -= 1
    while start < end - 1 and not view.words[start][:1].isalnum():
        start += 1
    yield start, end


def _office(view: View, end: int) -> tuple[int, int] | None:
    """As in "Minister of Roads and Power X"."""
    at = end
    while at > 0 and not view.breaks[at] and end - at < MAX_PHRASE:
        if view.lower(at - 1) not in words("people.offices") and view.lowers[at - 1] not in ("and", "&", ","):
            break
        at -= 1
    if at == end or at < 2 or view.lowers[at - 1] not in ("of", "for") or not _is_role(view, at - 2):
        return None
    start = at - 2
    while start > 0 and not view.breaks[start] and view.words[start - 1].istitle() and _is_plain(view, start - 1):
        start -= 1
    return start, end


def _phrase(view: View, start: int) -> tuple[int, int] | None:
    """The noun phrase at ``start`` if its noun is a role: "a leader in the Upland Council"."""
    end = start
    role = False
    while end < len(view) and end - start < MAX_PHRASE and not (end > start and view.breaks[end]):
        if view.lowers[end] in _ENDS:
            break
        role = role or (end - start <= MAX_MODIFIERS and _is_role(view, end))
        end += 1
    if view.lower(start) in _DROPPED:
        start += 1
    return (start, end) if role and start < end and end - start < MAX_PHRASE else None


def _behind(view: View, mention: Mention) -> Iterator[tuple[int, int]]:
    """As in "X, a leader in …" and "X is a lawyer"."""
    at = mention.end
    if at >= len(view) - 1:
        return
    if view.words[at] == ",":
        at += 1
        if view.lower(at).isdigit():  # an age
            at += 2
        if at < len(view) and (view.lower(at) in _ARTICLES or _starts_role(view, at)):
            phrase = _phrase(view, at)
            if phrase and _closes(view, phrase[1]):
                yield phrase
    elif view.lower(at) in COPULAS and view.lower(at + 1) in ("a", "an", "the"):
        phrase = _phrase(view, at + 1)
        if phrase:
            yield phrase


def _starts_role(view: View, at: int) -> bool:
    """Whether a role without an article begins here: ", chief executive", ", head of the port"."""
    return any(
        _is_role(view, i) for i in range(at, min(at + 4, len(view))) if all(_is_plain(view, k) for k in range(at, i))
    )


def _is_plain(view: View, index: int) -> bool:
    return view.tags[index].startswith(MODIFIERS)


def _closes(view: View, end: int) -> bool:
    return end >= len(view) or view.breaks[end] or view.lowers[end] in _ENDS


def _in_front(view: View, mention: Mention) -> Iterator[tuple[int, int]]:
    """As in "the company's managing director, X": the noun that the parser has the name stand beside."""
    comma = mention.start - 1
    if comma < 1 or view.words[comma] != "," or view.breaks[mention.start]:
        return
    root = mention.end - 1
    while root > mention.start and mention.start <= view.heads[root] < mention.end and view.heads[root] != root:
        root -= 1
    head = view.heads[root]
    if view.deps[root] != "appos" or not comma - MAX_PHRASE < head < comma or not _is_role(view, head):
        return
    start = head
    while start > 0 and not view.breaks[start] and head - start < MAX_PHRASE:
        tag = view.tags[start - 1]
        if not (tag.startswith(MODIFIERS) or tag in ("DT", "POS", "PRP$")):
            break
        if tag == "POS" and view.words[start - 2].islower():  # "the company's managing director", but "Tarn's lawyer"
            break
        start -= 1
    if view.lower(start) in _DROPPED:
        start += 1
    yield start, comma
