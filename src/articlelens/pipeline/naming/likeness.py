"""Which kind of name a word is like, by its word vector.

A nearest-centroid classifier (Rocchio; Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008,
section 14.2) over the vectors that the model brings along anyway, with the anchors of ``likeness.toml``.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from articlelens.pipeline.naming.lexicon import load

NEAR: Final = 0.2  # cosine under which a word is like nothing
NEAR_FAMOUS: Final = 0.5  # the same for the surnames of leaders and stars, which lie among those of other kinds
FEMININE: Final = 0.03  # how far a woman's name lies on the women's side of the middle between theirs and men's
MAX_ACRONYM: Final = 4  # longer words in capitals are looked up as "Lima" where they stand as "LIMA"


class Likeness:
    """Answers for one vocabulary; an answer is kept, so that a word costs one look-up.

    Args:
        vocab: A vocabulary with word vectors; without them nothing is like anything.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vectors: Any = vocab.vectors
        self._strings = vocab.strings
        self._kinds: list[str] = []
        self._known: dict[int, str] = {}
        if len(self._vectors.data) and self._vectors.shape[1]:
            lines = {kind: line for kind, line in load("likeness.toml").items() if isinstance(line, str)}
            famous = {f"surname/{who}": line for who, line in load("likeness.toml")["famous"].items()}
            anchors = {kind: self._mean(line.split()) for kind, line in (lines | famous).items()}
            found = [kind for kind, mean in anchors.items() if mean.any()]
            means = np.array([anchors[kind] for kind in found])
            self._kinds = [kind.partition("/")[0] for kind in found]  # "surname/africa" is one of surnames
            self._near = np.array([NEAR_FAMOUS if kind in famous else NEAR for kind in found])
            self._middle = np.mean([anchors[kind] for kind in found if "/" not in kind], axis=0)
            genders = load("likeness.toml")["genders"]
            self._genders = [self._mean(genders[gender].split()) for gender in ("masculine", "feminine")]
            self._anchors = np.array([_unit(mean - self._middle) for mean in means])

    def kind(self, word: str) -> str:
        """The kind of ``word``, ``unknown`` where it has no vector, empty where nothing has."""
        if not self._kinds:
            return ""
        if len(word) > MAX_ACRONYM and word.isupper():
            word = word.title()
        row = self._row(word)
        if row < 0:
            return "unknown"
        if row not in self._known:
            nearness = self._anchors @ _unit(_unit(self._vectors.data[row]) - self._middle)
            best = int(np.where(nearness > self._near, nearness, -1).argmax())
            self._known[row] = self._kinds[best] if nearness[best] > self._near[best] else "nothing"
        return self._known[row]

    def is_feminine(self, name: str) -> bool:
        """Whether a given name lies clearly among those of women.

        The other way round the vectors do not tell: many a woman's name that is rare in English lies among men's.
        """
        row = self._row(name) if self._kinds else -1
        if row < 0:
            return False
        men, women = self._genders
        return float((_unit(self._vectors.data[row]) - (men + women) / 2) @ _unit(women - men)) > FEMININE

    def _row(self, word: str) -> int:
        for form in (word, word.title(), word.lower(), word.upper()):
            row = int(self._vectors.find(key=self._strings[form]))
            if row >= 0:
                return row
        return -1

    def _mean(self, anchors: list[str]) -> NDArray[Any]:
        rows = [row for word in anchors if (row := self._row(word)) >= 0]
        size = self._vectors.shape[1]
        return np.mean([_unit(self._vectors.data[row]) for row in rows], axis=0) if rows else np.zeros(size)


def _unit(vector: NDArray[Any]) -> NDArray[Any]:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
