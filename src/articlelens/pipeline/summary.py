"""``articlelens_summary``: the key sentences."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import BODY, SUMMARY, Item, annotate, text_blocks
from articlelens.pipeline.sentences import sentence_spans

MIN_WORDS: Final = 5  # shorter ones are section headings and exclamations


class Summary:
    """Takes the article's first sentences: news is written so that they say most (the lead baseline, Nenkova 2005).

    Args:
        sentences: How many.
    """

    def __init__(self, *, sentences: int) -> None:
        self.sentences = sentences

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        bodies = [(block["start"], block["end"]) for block in text_blocks(doc) if block["kind"] == BODY]
        starts = [start for start, _ in bodies]
        chosen: list[Item] = []
        for start, end in sentence_spans(doc):
            if len(chosen) == self.sentences:
                break
            block = bisect_right(starts, start) - 1
            if block >= 0 and start < bodies[block][1] and len(text[start:end].split()) >= MIN_WORDS:
                chosen.append({"start": start, "end": end, "rank": len(chosen) + 1})
        annotate(doc, SUMMARY, chosen, label="rank")
        return doc


@Language.factory("articlelens_summary", assigns=["doc.spans"], default_config={"sentences": 3})
def make_summary(nlp: Language, name: str, sentences: int) -> Summary:
    """The factory of ``articlelens_summary``."""
    return Summary(sentences=sentences)
