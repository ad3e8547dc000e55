"""People who go by their initials: "JRQ" where the article has "Juan R. Quispe"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from articlelens.pipeline.naming.forms import initials, organization_words, person_words
from articlelens.pipeline.naming.lexicon import namesakes, well_known
from articlelens.pipeline.naming.view import Mention, View

RULE: Final = "monogram"
MIN_LETTERS: Final = 3
MAX_LETTERS: Final = 4


def class_monograms(view: View, mentions: Sequence[Mention]) -> None:
    """Makes people of the acronyms that are the initials of somebody, and of no body that is named in the text."""
    owners: dict[str, set[str]] = defaultdict(set)
    for one in mentions:
        surface = view.surface(one.start, one.end)
        if one.kind == "person" and one.end - one.start > 1:
            for letters in initials(person_words(surface)):
                owners[letters].add("person")
        elif one.end - one.start > 1:
            for letters in initials(organization_words(surface)):
                owners[letters].add("other")
    with_article = {view.words[one.start] for one in mentions if view.lower(one.start - 1) == "the"}
    for one in mentions:
        word = view.words[one.start]
        if (
            one.end - one.start == 1
            and one.kind != "person"
            and not one.listed
            and is_monogram(word)
            and owners.get(word.lower()) == {"person"}
            and word not in with_article
            and word not in well_known()
            and word not in namesakes()
        ):
            one.kind = "person"
            one.rules.append(RULE)


def is_monogram(word: str) -> bool:
    """Whether a word may be somebody's initials."""
    return MIN_LETTERS <= len(word) <= MAX_LETTERS and word.isalpha() and word.isupper()
