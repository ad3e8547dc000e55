"""What stands before an article instead of it: a paywall's first sentences, a consent page, a door for robots."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

MAX_TEASER: Final = 120  # words that a paywall lets through
MAX_NOTICE: Final = 60  # words of a page that is no article


def barred(body: Sequence[str], rules: AbstractSet[str]) -> tuple[str, ...]:
    """A warning where the text is short and the page says that there is more of it, or that there is none.

    Args:
        body: The article's own paragraphs.
        rules: The rules of :mod:`articlelens.reading.furniture` that its other lines match.
    """
    words = 0
    for paragraph in body:
        words += len(paragraph.split())
        if words > MAX_TEASER:
            return ()
    if rules and not words:
        return ("it has no text of an article, only what stands around one",)
    if "paywall" in rules:
        return ("it looks like the beginning of an article that only subscribers see in full",)
    if "barrier" in rules and words <= MAX_NOTICE:
        return ("it looks like what a site says before or instead of an article, not like one",)
    return ()
