"""Two people of whom a text gives the surname once: "Ana and Luis Quispe" are Ana Quispe and Luis Quispe.

Only a given name shares the surname that follows: "Quispe and Ilka Brandt" are two people, one by the surname alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from articlelens.pipeline.naming.boundaries import Like
from articlelens.pipeline.naming.lexicon import diminutives
from articlelens.pipeline.naming.view import Mention, View

RULE: Final = "shared_surname"
_JOINTS: Final = frozenset({"and", "&"})


def find_couples(view: View, mentions: Sequence[Mention], like: Like) -> list[Mention]:
    """Those who are named by the given name before another's full name, in text order, with their full names.

    Args:
        view: The document.
        mentions: All that may be a name.
        like: Tells the kind of name that a word is like.
    """
    full = [one for one in mentions if one.label == "PERSON" and one.end - one.start > 1]
    surnames = {view.end_word(one) for one in full}
    found: list[Mention] = []
    for one in full:
        at, surname = one.start - 2, view.end_word(one)
        if at < 0 or view.lowers[at + 1] not in _JOINTS or any(view.breaks[at + 1 : one.end]):
            continue
        word = view.words[at]
        if not (word.istitle() and view.own[at] and view.tags[at].startswith("NN")):
            continue
        if word in surnames or word == view.words[one.start]:
            continue
        if _is_told(view, word, surname) or (_is_given(word, like) and _stands_free(view, at)):
            name = f"{word} {surname}"
            found.append(Mention(start=at, end=at + 1, label="PERSON", rules=[RULE], hints=["nickname"], full=name))
    return found


def _is_told(view: View, word: str, surname: str) -> bool:
    """Whether the text says elsewhere that somebody has both names, or that several have the surname."""
    after = list(zip(view.words, view.words[1:], strict=False))
    return (word, surname) in after or ("the", f"{surname}s") in after or ("The", f"{surname}s") in after


def _is_given(word: str, like: Like) -> bool:
    return like(word) == "given" or word.lower() in _short_names() or word.lower() in diminutives()


@cache
def _short_names() -> frozenset[str]:
    return frozenset().union(*diminutives().values())


def _stands_free(view: View, at: int) -> bool:
    """Whether nothing before the name belongs to it or to a list, and it is never used alone, as a surname is."""
    free = (
        at == 0 or view.breaks[at] or not (view.words[at - 1][:1].isupper() or view.words[at - 1] in (",", "and", "&"))
    )
    return free and view.words.count(view.words[at]) == 1
