"""Whether a person is spoken of as a man or a woman: what tells "Mr Quispe" from "Ms Quispe" in one article.

Told by the title right before the name, by a word for kin ("his wife, X"), or by a given name that the word vectors
place among women's names.  It is used for nothing but whom a shared surname means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

FEMININE: Final = "feminine"
GENDERS: Final = ("masculine", FEMININE)
_BETWEEN: Final = frozenset({",", "."})
MAX_TITLES: Final = 4  # tokens of titles before a name: "Mr . Justice"


def tell_genders(view: View, mentions: Sequence[Mention], is_feminine: Callable[[str], bool]) -> None:
    """Sets the ``gender`` of people where a title before a surname alone makes it matter.

    Args:
        view: The document.
        mentions: All names with their classes.
        is_feminine: Whether a given name is a woman's.
    """
    people = [one for one in mentions if one.kind == "person"]
    for one in people:
        one.gender = _of_title(view, one)
    if not any(one.gender and one.end - one.start == 1 for one in people):
        return
    for one in people:
        if not one.gender and (one.end - one.start > 1 or one.full):
            one.gender = _of_kin(view, one.start) or (FEMININE if is_feminine(view.words[one.start]) else "")


def _of_title(view: View, mention: Mention) -> str:
    at = mention.start - 1
    while at >= max(0, mention.start - MAX_TITLES) and not view.breaks[at + 1]:
        if gender := _listed(view.lower(at), "titles"):
            return gender
        if view.words[at] != "." and view.lower(at) not in words("people.titles"):
            return ""
        at -= 1
    return ""


def _of_kin(view: View, start: int) -> str:
    """As in "his wife, X" and "her brother X"."""
    at = start - 1
    at -= at >= 0 and view.words[at] in _BETWEEN
    return _listed(view.lower(at), "kin") if at >= 0 and not view.breaks[at + 1] else ""


def _listed(word: str, sort: str) -> str:
    return next((gender for gender in GENDERS if word in words(f"{gender}.{sort}")), "")
