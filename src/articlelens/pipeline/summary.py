"""``articlelens_summary``: the key sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import BODY, NAMES, SUMMARY, TITLE, Item, annotate, items, text_blocks
from articlelens.pipeline.asides import LAST, aside, opening
from articlelens.pipeline.ranking import METHODS, Bag, Method, ranked
from articlelens.pipeline.sentences import sentence_spans

SENTENCES: Final = 3
MIN_WORDS: Final = 5  # shorter ones are section headings and exclamations
CAPTION_WORDS: Final = 12  # shorter ones without a finite verb are captions, longer ones a slip of the tagger
MAX_SENTENCES: Final = 200  # of a text; what comes later is no news, and ranking takes the square of the time
FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})  # Penn Treebank

# What is left of a dateline behind its last name: a day, the agency in brackets, then the dash or colon.
_DATELINE_END: Final = re.compile(r"[^\n–—:]{0,60}?(?:--?|[–—:_])\s*(?=\S|\Z)")
_OPENERS: Final = frozenset("\"'“‘«([$€£¥#@")  # punctuation that a sentence may begin with


class Summary:
    """Takes the sentences that say most of the article, without captions, and without a dateline before them.

    The items of ``doc.spans["articlelens.summary"]`` have ``start``, ``end`` (code points) and ``rank``, 1 for the
    sentence that says most.  See :mod:`articlelens.pipeline.ranking` for the methods.

    Args:
        sentences: How many; 0 for none.
        method: How they are ranked: ``textrank``, ``lexrank`` or ``lead``.

    Raises:
        ValueError: There is no such method.
    """

    def __init__(self, *, sentences: int = SENTENCES, method: Method = "textrank") -> None:
        if method not in METHODS:
            raise ValueError(f"no method {method!r}: there are {', '.join(METHODS)}")
        self.sentences = sentences
        self.method = method

    def __call__(self, doc: Doc) -> Doc:
        words = _Words(doc)
        candidates = list(_candidates(doc, words)) if self.sentences > 0 else []
        bags = [words.bag(start, end) for start, end in candidates]
        titles = [(block["start"], block["end"]) for block in text_blocks(doc) if block["kind"] == TITLE]
        headline = words.bag(*titles[0]) if titles else {}
        best = ranked(bags, headline, method=self.method, most=self.sentences) if bags else []
        chosen = [
            {"start": candidates[index][0], "end": candidates[index][1], "rank": rank}
            for rank, index in enumerate(best, 1)
        ]
        annotate(doc, SUMMARY, chosen, label="rank")
        return doc


class _Words:
    """The tokens as numbers, read at once: asking each token costs more than the ranking."""

    def __init__(self, doc: Doc) -> None:
        columns = doc.to_array(["IDX", "LOWER", "TAG", "IS_STOP", "IS_PUNCT", "IS_SPACE"]).reshape(-1, 6).T.tolist()
        self._starts, self._forms, self._tags = columns[:3]
        self._content = [not any(flags) for flags in zip(*columns[3:], strict=True)]
        self._finite = {doc.vocab.strings[tag] for tag in FINITE} if doc.has_annotation("TAG") else None

    def bag(self, start: int, end: int) -> Bag:
        """The content words of ``text[start:end]``, in lower case and as numbers, with their counts."""
        return Counter(self._forms[index] for index in self._between(start, end) if self._content[index])

    def have_verb(self, start: int, end: int) -> bool:
        """Whether there is a finite verb in ``text[start:end]``; without a tagger, there is one."""
        return self._finite is None or any(self._tags[index] in self._finite for index in self._between(start, end))

    def _between(self, start: int, end: int) -> range:
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))


def _candidates(doc: Doc, words: _Words) -> Iterator[tuple[int, int]]:
    """Start and end of the body's first sentences that could stand in a summary."""
    text = doc.text  # put together anew each time it is asked for
    bodies = [(block["start"], block["end"]) for block in text_blocks(doc) if block["kind"] == BODY]
    starts = [start for start, _ in bodies]
    behind = _datelines(text, bodies, items(doc, NAMES))
    behind = {block: behind.get(block, opening(text, *span)) for block, span in enumerate(bodies)}
    news = [not aside(text[start:end], at_end=at >= len(bodies) - LAST) for at, (start, end) in enumerate(bodies)]
    spans: list[tuple[int, int]] = []
    blocks: list[int] = []
    for first, end in sentence_spans(doc):
        block = bisect_right(starts, first) - 1
        if block < 0 or first >= bodies[block][1] or not news[block]:
            continue
        if blocks[-1:] == [block] and (_goes_on(text, *spans[-1], first) or first < behind[block]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((first, end))
            blocks.append(block)
    whole = [(max(start, behind[block]), end) for (start, end), block in zip(spans, blocks, strict=True)]
    return islice(((start, end) for start, end in whole if _says_something(text, words, start, end)), MAX_SENTENCES)


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    """Whether what the parser begins a sentence with at ``following`` belongs to the one before it.

    It does where the one before is no word or a lone one without a full stop, or where it begins in lower case
    (``iPhone`` does not) or with punctuation that begins no sentence, but for the bullet of a line.
    """
    before = text[start:end]
    if sum(map(str.isalnum, before)) < 2 or (len(before.split()) == 1 and before[-1] not in '!?…"”'):
        return True
    first = text[following]
    if first.isalnum():
        word = text[following : following + 40].split(maxsplit=1)[0]
        return first.islower() and word.islower()
    return first not in _OPENERS and "\n" not in text[end:following]


def _says_something(text: str, words: _Words, start: int, end: int) -> bool:
    """Whether a sentence is long enough, and no caption."""
    length = sum(any(map(str.isalnum, word)) for word in text[start:end].split())
    return length >= MIN_WORDS and (length >= CAPTION_WORDS or words.have_verb(start, end))


def _datelines(text: str, bodies: Sequence[tuple[int, int]], names: Iterable[Item]) -> dict[int, int]:
    """Where the datelines of paragraphs end, by the paragraph's number: behind the dash after its last name."""
    starts = [start for start, _ in bodies]
    lasts: dict[int, int] = {}
    for name in names:
        block = bisect_right(starts, name["start"]) - 1
        if "dateline" in name["rules"] and block >= 0 and (name["start"] == starts[block] or block in lasts):
            lasts[block] = name["end"]
    matches = {block: _DATELINE_END.match(text, last, bodies[block][1]) for block, last in lasts.items()}
    return {block: match.end() for block, match in matches.items() if match}


@Language.factory(
    "articlelens_summary", assigns=["doc.spans"], default_config={"sentences": SENTENCES, "method": "textrank"}
)
def make_summary(nlp: Language, name: str, sentences: int, method: str) -> Summary:
    """The factory of ``articlelens_summary``."""
    return Summary(sentences=sentences, method=method)  # type: ignore[arg-type]
