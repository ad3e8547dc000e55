"""Key sentences beside human summaries: ROUGE of each method, and of the article's first sentences.

    python benchmarks/summaries.py SUMMARIES.jsonl [--sentences N]

Each line of the file is an article, ``{"title": …, "published": …, "text": …, "summaries": ["…", …]}``.  Scored with
``rouge-score`` (F1, stemmed), against each human summary in turn, and the mean is taken.  More words give another
ROUGE: so a method's sentences and the first ones are both cut at the length of the shorter of the two.  The first
sentences are those of the body that have five words at least; headlines and page furniture are none.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rouge_score.rouge_scorer import RougeScorer
from spacy.tokens import Doc

from articlelens import Analyzer
from articlelens.pipeline.annotations import BODY, SUMMARY, items, text_blocks
from articlelens.pipeline.ranking import METHODS
from articlelens.pipeline.sentences import sentence_spans
from articlelens.pipeline.summary import MIN_WORDS, Summary
from articlelens.reading import read_text

ROUGES = ("rouge1", "rouge2", "rougeL")
ROUNDS = 5


def parsed(path: Path) -> list[tuple[Doc, list[str]]]:
    """The articles, analysed, each with its human summaries."""
    analyzer = Analyzer()
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
    docs = []
    for row in rows:
        article = read_text(row["text"], title=row.get("title"))
        if row.get("published"):
            article = article.with_published(row["published"])
        docs.append((analyzer.parse(article), row["summaries"]))
    return docs


def first_sentences(doc: Doc, number: int) -> list[str]:
    """The baseline."""
    text = doc.text
    bodies = [range(block["start"], block["end"]) for block in text_blocks(doc) if block["kind"] == BODY]
    spans = [(start, end) for start, end in sentence_spans(doc) if any(start in body for body in bodies)]
    sentences = [text[start:end] for start, end in spans if len(text[start:end].split()) >= MIN_WORDS]
    return sentences[:number]


def rouge(scorer: RougeScorer, words: Sequence[str], summaries: Sequence[str]) -> list[float]:
    """F1 of each ROUGE, the mean over the human summaries."""
    scores = [scorer.score(summary, " ".join(words)) for summary in summaries]
    return [sum(score[name].fmeasure for score in scores) / len(scores) for name in ROUGES]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    arguments = parser.parse_args()
    scorer = RougeScorer(list(ROUGES), use_stemmer=True)
    articles = parsed(arguments.file)
    print(f"{len(articles)} articles, {arguments.sentences} sentences; F1 x 100 (first sentences, cut alike)")
    print(f"{'':10}{'ROUGE-1':>15}{'ROUGE-2':>15}{'ROUGE-L':>15}{'ms each':>10}")
    for method in METHODS:
        component = Summary(sentences=arguments.sentences, method=method)
        taken = []
        for _ in range(ROUNDS):
            begun = time.process_time()
            for doc, _ in articles:
                component(doc)
            taken.append(time.process_time() - begun)
        own_scores, first_scores = [], []
        for doc, summaries in articles:
            text = doc.text
            own = " ".join(text[item["start"] : item["end"]] for item in items(doc, SUMMARY)).split()
            first = " ".join(first_sentences(doc, arguments.sentences)).split()
            length = min(len(own), len(first))
            own_scores.append(rouge(scorer, own[:length], summaries))
            first_scores.append(rouge(scorer, first[:length], summaries))
        means = [
            f"{100 * sum(own) / len(articles):.1f} ({100 * sum(first) / len(articles):.1f})"
            for own, first in zip(zip(*own_scores, strict=True), zip(*first_scores, strict=True), strict=True)
        ]
        print(f"{method:10}" + "".join(f"{mean:>15}" for mean in means) + f"{1000 * min(taken) / len(articles):10.1f}")


if __name__ == "__main__":
    main()
