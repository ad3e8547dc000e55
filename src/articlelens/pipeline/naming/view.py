"""A document as plain lists: what the rules look at, read from spaCy once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from articlelens.pipeline.annotations import BLOCKS, FURNITURE, items


@dataclass(kw_only=True)
class View:
    """The tokens of a document, one list an attribute; ``words[i]`` is the ``i``-th token.

    Where a pipeline has no tagger or no parser, ``tags`` and ``deps`` hold empty strings and each token is its own
    head.
    """

    text: str
    words: list[str]
    lowers: list[str]
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
        words, tags, deps, heads, starts, breaks = [], [], [], [], [], []
        for token in doc:
            words.append(token.text)
            tags.append(token.tag_)
            deps.append(token.dep_)
            heads.append(token.head.i)
            starts.append(token.idx)
            # a new sentence between two words is a guess that splits names
            breaks.append(token.is_sent_start is True and not (len(words) > 1 and words[-2].isalpha()))
        blocks = items(doc, BLOCKS)
        own = [True] * len(words)
        block_starts: list[int] = []
        index = 0
        for block in blocks:
            while index < len(words) and starts[index] < block["start"]:
                index += 1
            if index < len(words):
                breaks[index] = True
                if block["kind"] != FURNITURE:
                    block_starts.append(index)
            if block["kind"] == FURNITURE:
                at = index
                while at < len(words) and starts[at] < block["end"]:
                    own[at] = False
                    at += 1
        for at in range(1, len(words)):
            if "\n" in words[at - 1]:
                breaks[at] = True
        return cls(
            text=doc.text,
            words=words,
            lowers=[word.lower() for word in words],
            tags=tags,
            deps=deps,
            heads=heads,
            starts=starts,
            ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
            breaks=breaks,
            blocks=block_starts,
            own=own,
        )

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> str:
        return self.words[index]

    def lower(self, index: int) -> str:
        """The token in lower case without full stops; empty outside the document."""
        return self.lowers[index].replace(".", "") if 0 <= index < len(self.words) else ""

    def surface(self, start: int, end: int) -> str:
        """The text of tokens ``start`` to ``end``, exclusive."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def end_word(self, mention: Mention) -> str:
        """The last token of ``mention``."""
        return self.words[mention.end - 1]

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The syntactic children of each token that has any."""
        found: dict[int, list[int]] = {}
        for index, head in enumerate(self.heads):
            if head != index:
                found.setdefault(head, []).append(index)
        return found


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
