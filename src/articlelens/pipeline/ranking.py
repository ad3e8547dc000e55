"""Which sentences say most: graph rankings of sentences, as numbers over bags of words.

Three published methods, all after one scheme: sentences are the nodes of a graph, what they have in common is the
weight of its edges, and a random walk over it tells how central a sentence is.

- ``textrank``: edges by shared words (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004).
- ``lexrank``: edges by the cosine of tf-idf vectors (Erkan and Radev, "LexRank", JAIR 22, 2004).
- ``lead``: no graph; the first sentences, the baseline that is hard to beat in news (Nenkova, AAAI 2005).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Method = Literal["textrank", "lexrank", "lead"]
METHODS: Final[tuple[Method, ...]] = get_args(Method)

Bag = Mapping[Hashable, int]

# Share of the walk that follows edges.  The usual 0.85 is for long texts; the graph of a short article has few nodes,
# all of them joined, and half is enough to tell them apart.
DAMPING: Final = 0.5
STEPS: Final = 40  # leave an error below 10**-12
REDUNDANCY: Final = 0.5  # what a sentence loses by repeating one that is chosen already
DIGITS: Final = 9  # scores that differ less are equal, on every machine


def ranked(bags: Sequence[Bag], headline: Bag, *, method: Method = "textrank", most: int) -> list[int]:
    """The indices of the sentences that say most, best first.

    A sentence's score is its centrality times what its place makes likely (news says most in its first sentences: one
    over the square root of its rank) times its closeness to the headline.  Sentences are taken one by one, and each
    loses by what it has in common with one taken before: maximal marginal relevance (Carbonell and Goldstein, SIGIR
    1998).

    Args:
        bags: The content words of each sentence, with their counts, in text order.
        headline: Those of the headline; may be empty.
        method: How centrality is measured.
        most: How many are wanted.
    """
    count = len(bags)
    if method == "lead" or count <= most:
        return list(range(min(most, count)))
    import numpy as np

    rarity = _rarity(bags)
    cosines = _cosines(_vectors([*bags, headline], rarity))
    common, closeness = cosines[:-1, :-1], cosines[-1, :-1]
    edges = common if method == "lexrank" else _overlaps(bags)
    place = 1 / np.sqrt(np.arange(1, count + 1))
    scores = _centrality(edges) * place * (1 + closeness)
    return _chosen(np.round(scores / scores.max(), DIGITS), np.round(common, DIGITS), most)


def _rarity(bags: Sequence[Bag]) -> dict[Hashable, float]:
    """Smoothed inverse document frequency of each word, a sentence being a document."""
    frequency = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / number) for word, number in frequency.items()}


def _vectors(bags: Sequence[Bag], rarity: Mapping[Hashable, float]) -> Numbers:
    """One row a bag, one column a word of ``rarity``: count times rarity."""
    import numpy as np

    columns = {word: column for column, word in enumerate(rarity)}
    vectors = np.zeros((len(bags), len(columns)))
    for row, bag in enumerate(bags):
        for word, number in bag.items():
            if word in columns:
                vectors[row, columns[word]] = number * rarity[word]
    return vectors


def _cosines(vectors: Numbers) -> Numbers:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units = vectors / np.where(lengths > 0, lengths, 1)
    cosines: Numbers = units @ units.T
    return cosines


def _overlaps(bags: Sequence[Bag]) -> Numbers:
    """Words in common over the sum of the logarithms of the lengths (one added, so that one word is a length)."""
    import numpy as np

    present = (_vectors(bags, dict.fromkeys((word for bag in bags for word in bag), 1.0)) > 0).astype(float)
    lengths = np.log1p(np.array([sum(bag.values()) for bag in bags]))
    sums = lengths[:, None] + lengths[None, :]
    overlaps: Numbers = (present @ present.T) / np.where(sums > 0, sums, 1)
    return overlaps


def _centrality(edges: Numbers) -> Numbers:
    """Where the random walk is found in the long run (PageRank), by power iteration."""
    import numpy as np

    count = len(edges)
    edges = edges * (1 - np.eye(count))
    totals = edges.sum(axis=1, keepdims=True)
    steps = np.where(totals > 0, edges / np.where(totals > 0, totals, 1), 1 / count)
    scores: Numbers = np.full(count, 1 / count)
    for _ in range(STEPS):
        scores = (1 - DAMPING) / count + DAMPING * (scores @ steps)
    return scores


def _chosen(scores: Numbers, common: Numbers, most: int) -> list[int]:
    """The best, one by one; ``scores`` are between 0 and 1.  Of equals the earlier one."""
    import numpy as np

    chosen: list[int] = []
    repeated = np.zeros(len(scores))
    while len(chosen) < min(most, len(scores)):
        worth = scores - REDUNDANCY * repeated
        worth[chosen] = -np.inf
        best = int(worth.argmax())
        chosen.append(best)
        repeated = np.maximum(repeated, common[best])
    return chosen
