"""Headlines in capitals or title case, where a capital says nothing about a name.

A headline is read by the light of the story below it (as truecasing does from the rest of a text; Lita et al.,
"tRuEcasIng", ACL 2003): what stands there in lower case is no name, and what is named there is one here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from articlelens.pipeline.naming.boundaries import Like, is_institution
from articlelens.pipeline.naming.duties import PROPER
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

MIN_WORDS: Final = 4  # long words of a line in title case
MAX_TOKENS: Final = 30
LONG: Final = 4  # letters of a word that title case writes with a capital
SHARE: Final = 0.8  # of the long words that are capitalised


def without_headline_words(view: View, mentions: Iterable[Mention], like: Like) -> list[Mention]:
    """The candidates, those of headlines without the words that are none of a name's, in text order.

    Args:
        view: The document.
        mentions: The candidates.
        like: Tells the kind of name that a word is like.
    """
    within = {index for start, end in title_lines(view) for index in range(start, end)}
    if not within:
        return list(mentions)
    body = [index for index in range(len(view)) if index not in within]
    common = {view.words[index] for index in body if view.words[index].islower()}
    mentions = list(mentions)
    named = {_surface(view, mention) for mention in mentions if mention.start not in within}

    def is_common(mention: Mention, index: int) -> bool:
        lower = view.lowers[index]
        if lower in words("grammar.headline_verbs") and index < mention.end - 1:
            return True
        if is_institution(view, mention.end - 1) or lower in words("grammar.small"):
            return False  # "Tarn National Park", though there are parks below
        plain = view.tags[index] not in PROPER and view.words[index].isalpha() and not view.words[index].isupper()
        return (
            lower in common
            or lower in words("grammar.headline_verbs")
            or plain
            or (not body and like(view.words[index]) == "noun")
        )

    found: list[Mention] = []
    for mention in mentions:
        if mention.start in within and _surface(view, mention) not in named:
            found += _pieces(mention, [i for i in range(mention.start, mention.end) if is_common(mention, i)])
        else:
            found.append(mention)
    return found


def _surface(view: View, mention: Mention) -> str:
    return " ".join(view.lowers[mention.start : mention.end])


def _pieces(mention: Mention, cuts: list[int]) -> Iterator[Mention]:
    """What is left of a candidate without some tokens; the recognizer's label was for the whole."""
    if not cuts:
        yield mention
        return
    for start, end in zip([mention.start, *(cut + 1 for cut in cuts)], [*cuts, mention.end], strict=True):
        if start < end:
            yield Mention(start=start, end=end, label="", rules=[*mention.rules, "headline"])


def title_lines(view: View) -> list[tuple[int, int]]:
    """The lines in title case or in capitals: their first tokens and those behind their last ones."""
    ends = [*view.blocks[1:], len(view)]
    return [(start, end) for start, end in zip(view.blocks, ends, strict=False) if _is_title_case(view, start, end)]


def _is_title_case(view: View, start: int, end: int) -> bool:
    last = next((view.words[at] for at in range(end - 1, start - 1, -1) if not view.words[at].isspace()), "")
    if end - start > MAX_TOKENS or last == ".":  # a sentence; headlines have no full stop
        return False
    long = [word for word in view.words[start:end] if len(word) >= LONG and word.isalpha()]
    return len(long) >= MIN_WORDS and sum(word[0].isupper() for word in long) >= SHARE * len(long)
