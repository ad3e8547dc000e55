"""A document as plain lists: what the rules look at, read from spaCy once."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add
from typing import Final

from spacy.tokens import Doc

from articlelens.pipeline.annotations import BLOCKS, FURNITURE, Item, items

HYPHENS: Final = frozenset({"-", "–", "‑", "‐"})  # plain, en dash, unbreakable, the typographer's
LONGEST_ABBREVIATION: Final = 4  # letters and full stop of "PhD."


@dataclass(kw_only=True)
class View:
    """The tokens of a document, one list an attribute; ``words[i]`` is the ``i``-th token.

    Where a pipeline has no tagger or no parser, ``tags`` and ``deps`` hold empty strings and each token is its own
    head.
    """

    text: str
    words: list[str]
    lowers: list[str]
    bare: list[str]
    """In lower case without full stops."""
    tags: list[str]
    """Penn Treebank tags."""
    deps: list[str]
    """ClearNLP dependency labels."""
    heads: list[int]
    """Index of each token's syntactic head."""
    starts: list[int]
    """Code-point offsets."""
    ends: list[int]
    breaks: list[bool]
    """Whether a sentence, a block or a line begins with the token."""
    blocks: list[int]
    """The tokens that the blocks of the article itself begin with."""
    own: list[bool]
    """Whether the token belongs to the article itself and not to page furniture."""

    @classmethod
    def of(cls, doc: Doc) -> View:
        """Reads ``doc``."""
        strings = doc.vocab.strings
        # arrays, since making a token object for each token, as doc.text does, costs more than all the rules together
        heads, sentences = _columns(doc, "HEAD", "SENT_START")
        tags, deps = _columns(doc, "TAG", "DEP", kind="uint64")
        words, spaces = _spelled(doc)
        text = _joined(words, spaces)
        lowers = [word.lower() for word in words]
        ends = list(accumulate(map(add, map(len, words), spaces)))
        starts = [0, *ends[:-1]] if ends else []
        ends = list(map(add, starts, map(len, words)))
        named = {number: strings[number] if number else "" for number in {*tags, *deps}}
        blocks, own = _own(items(doc, BLOCKS), starts)
        return cls(
            text=text,
            words=words,
            lowers=lowers,
            bare=[word.replace(".", "") if "." in word else word for word in lowers],
            tags=[named[tag] for tag in tags],
            deps=[named[dep] for dep in deps],
            heads=list(map(add, heads, range(len(words)))),
            starts=starts,
            ends=ends,
            breaks=_breaks(words, sentences, blocks),
            blocks=[index for index in blocks if index < len(own) and own[index]],
            own=own,
        )

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> str:
        return self.words[index]

    def lower(self, index: int) -> str:
        """The token in lower case without full stops; empty outside the document."""
        return self.bare[index] if 0 <= index < len(self.bare) else ""

    def surface(self, start: int, end: int) -> str:
        """The text of tokens ``start`` to ``end``, exclusive."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def touch(self, index: int) -> bool:
        """Whether no blank stands between a token and the next one."""
        return 0 <= index < len(self.words) - 1 and self.ends[index] == self.starts[index + 1]

    def is_tight(self, index: int) -> bool:
        """Whether a mark ties two words, as a hyphen does: no blank stands on either side of it."""
        return self.touch(index - 1) and self.touch(index)

    def end_word(self, mention: Mention) -> str:
        """The last token of ``mention``."""
        return self.words[mention.end - 1]


def text_of(doc: Doc) -> str:
    """The text of ``doc``, as ``doc.text`` gives it, without making an object for each token."""
    return _joined(*_spelled(doc))


def _spelled(doc: Doc) -> tuple[list[str], list[int]]:
    """The tokens, and which of them a blank follows."""
    (forms,) = _columns(doc, "ORTH", kind="uint64")
    (spaces,) = _columns(doc, "SPACY")
    spelled = {number: doc.vocab.strings[number] for number in set(forms)}
    return [spelled[number] for number in forms], spaces


def _joined(words: list[str], spaces: list[int]) -> str:
    return "".join([word + " " if space else word for word, space in zip(words, spaces, strict=True)])


def _columns(doc: Doc, *attributes: str, kind: str = "int64") -> list[list[int]]:
    """Attributes of the tokens that are numbers, each as a list; heads are counted from the token."""
    columns: list[list[int]] = doc.to_array(list(attributes)).astype(kind).reshape(-1, len(attributes)).T.tolist()
    return columns


def _own(blocks: list[Item], starts: list[int]) -> tuple[list[int], list[bool]]:
    """The tokens that blocks begin with, and which tokens are the article's own."""
    own = [True] * len(starts)
    firsts = [bisect_left(starts, block["start"]) for block in blocks]
    for block, first in zip(blocks, firsts, strict=True):
        if block["kind"] == FURNITURE:
            last = bisect_left(starts, block["end"])
            own[first:last] = [False] * (last - first)
    return firsts, own


def _breaks(words: list[str], sentences: list[int], blocks: list[int]) -> list[bool]:
    """Where a sentence, a line or a block begins; a new sentence between two words is a guess that splits names."""
    breaks = (
        [
            (sentence == 1 and not before.isalpha()) or "\n" in before or (before[-1:] == "." and is_stopped(before))
            for sentence, before in zip(sentences, ["", *words[:-1]], strict=True)
        ]
        if words
        else []
    )
    for index in blocks:
        if index < len(breaks):
            breaks[index] = True
    return breaks


def is_stopped(word: str) -> bool:
    """Whether a token has the sentence's full stop in it, as the tokenizer leaves it in "SpaceX."."""
    return len(word) > LONGEST_ABBREVIATION and word[-1] == "." and word[-2].isupper() and word[-3].islower()


@dataclass(kw_only=True, eq=False, slots=True)
class Mention:
    """A stretch of tokens that may be a name."""

    start: int
    """Index of its first token."""
    end: int
    """Index behind its last token."""
    label: str
    """The entity recognizer's label, empty where it saw nothing."""
    rules: list[str] = field(default_factory=list)
    """The names of the rules that made, moved or classed it."""
    hints: list[str] = field(default_factory=list)
    """Evidence that the rules saw which made it."""
    kind: str = ""
    """``person``, ``organization`` or ``place``; empty while it is not known, ``other`` for what is none of them."""
    full: str = ""
    """The whole name, of which the text writes the rest once for two people: "Ana Quispe" for "Ana and Luis Quispe"."""
    gender: str = ""
    """``masculine`` or ``feminine`` where a title, a word for kin or a given name tells it."""
    listed: str = ""
    """The name in the user's list that it was found by; its ``kind`` is the list's then, and stays."""


def key(view: View, mention: Mention) -> tuple[str, ...]:
    """What names written alike have in common: their words, whatever their capitals and full stops."""
    return tuple(view.lower(i) for i in range(mention.start, mention.end))
