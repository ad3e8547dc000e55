"""The walk up the dependency parse from a figure to what it counts or measures.

Dependency labels are those of ClearNLP, tags those of the Penn Treebank, as spaCy's English pipelines give them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import islice
from typing import Final

from spacy.tokens import Span, Token

from articlelens.pipeline import counted_words as words
from articlelens.pipeline.beside import MAX_WORDS, NOUNS, is_adverb
from articlelens.pipeline.clauses import FINITE, is_adverbial
from articlelens.pipeline.phrases import BEFORE_NOUN, MAX_STEPS, SUBJECTS, is_change, is_no_start, names_something
from articlelens.quantities.wordsets import wordset
from articlelens.record import FigureKind

_VERBS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_RELATIVES: Final = frozenset({"which", "who", "that", "whom"})
_MAX_REACH: Final = 64  # tokens from a noun to where its phrase may begin


class Search:
    """A walk up the parse from one figure.

    Args:
        figure: The figure.
        kind: Its kind.
        taken: Indices of the tokens of all figures of its document: none of them is counted itself.
        children: What hangs on a token, as :func:`articlelens.pipeline.clauses.children_of` gives it.
    """

    def __init__(
        self,
        figure: Span,
        kind: FigureKind,
        taken: Collection[int],
        children: Callable[[Token], list[Token]],
    ) -> None:
        self.figure = figure
        self.kind = kind
        self.taken = taken
        self.children = children
        self.steps = 0

    def from_token(self, token: Token) -> str | None:
        """What is counted, seen from ``token``, which is the figure or stands for it."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            return None
        if self.kind == "ratio" and token == self.figure.root and self._is_counted(self.figure[-1].head):
            return self.phrase(self.figure[-1].head)  # one in ten adults
        of = self._of_phrase(token)
        if of is not None or token.head == token:
            return of or self._of_root(token)
        if token.dep_ in BEFORE_NOUN and token.head.i > token.i and self._is_noun(token.head):
            return self.phrase(self._whole_noun(token.head))
        return self._said_of(token) or self._by_dependency(token)

    def of_lead(self) -> str | None:
        """Who is so much ahead: not those behind, whom the parser may give the figure to."""
        verb = next((above for above in islice(self.figure.root.ancestors, MAX_STEPS) if above.tag_ in _VERBS), None)
        return self._subject(verb) if verb is not None else None

    def _whole_noun(self, noun: Token) -> Token:
        """The states of ``27 member states``, where the parser has the number with the member; not of ``21-gun``."""
        behind = noun.head
        apart = self.figure.end == noun.i and behind.i == noun.i + 1
        return behind if apart and noun.dep_ == "compound" and behind.tag_ == "NNS" and noun.tag_ == "NN" else noun

    def _by_dependency(self, token: Token) -> str | None:
        for dependencies, step in self.STEPS:
            if token.dep_ in dependencies:
                return step(self, token)
        return self._as_argument(token)

    def _said_of(self, token: Token) -> str | None:
        """The noun before ``worth $5m`` and ``, ranging from $200``; the word behind the number in ``37 dead``."""
        behind = token.doc[self.figure.end] if self.figure.end < len(token.doc) else token
        hangs_on = behind.head in self.figure or behind == token.head
        if self.kind == "count" and ((behind.tag_ in ("JJ", "VBN") and hangs_on) or self._are_casualties(behind)):
            return behind.text
        word = token.head
        if (
            word.dep_ == "prep" and word.lower_ not in words.DESCRIBING
        ):  # ranging from; "worth" is a preposition at times
            word = word.head
        noun = word.doc[word.i - 2 if word.i > 1 and word.nbor(-1).text == "," else max(word.i - 1, 0)]
        if word.lower_ not in words.DESCRIBING or noun.tag_ not in NOUNS:
            return None
        while noun.dep_ == "pobj" and noun.head.head.tag_ in NOUNS and not self._is_measure(noun.head.head):
            noun = noun.head.head
        return self.phrase(noun)

    def _are_casualties(self, behind: Token) -> bool:
        """Whether the word right behind the figure says what became of those that it counts."""
        after = behind.doc[behind.i + 1] if behind.i + 1 < len(behind.doc) else behind
        noun = after.tag_ in NOUNS and behind.tag_ not in ("VBD", "VBN")  # 200 missing persons
        return behind.lower_ in words.CASUALTIES and not noun and after.tag_ not in words.OBJECT_TAGS

    def _as_modifier(self, token: Token) -> str | None:
        """``up 6%``, ``72 metres long``: what its head is said of."""
        return self._as_argument(token) or self.from_token(token.head)

    def _as_one_of_several(self, token: Token) -> str | None:
        """What the thing that the figure is joined to counts, or that thing."""
        head = token.head
        joined = token.dep_ == "conj" and (head.tag_ in ("CD", "$") or self._is_measure(head))
        return self.phrase(head) if head.tag_ in NOUNS and not joined else self.from_token(head)

    def _as_argument(self, token: Token) -> str | None:
        if token.dep_ == "dobj" and self.kind == "count" and token.head.lower_ not in words.REACHING:
            return None  # "forced 140,000 from their homes": of whom, the text does not say
        if token.head.tag_ in _VERBS or token.head.dep_ == "ROOT":
            return self._of_verb(token.head, token)
        return self.phrase(token.head) if self._is_noun(token.head) else None

    def _is_noun(self, token: Token) -> bool:
        return token.tag_ in NOUNS and token not in self.figure

    def _is_counted(self, noun: Token) -> bool:
        return noun.i >= self.figure.end and self.figure[-1].dep_ == "nummod" and noun.tag_ in NOUNS

    def _of_phrase(self, token: Token) -> str | None:
        """``58% of the population``, ``$1 billion in gains``, ``$5m for repairs``, ``80 killed``."""
        holders = [token] if token not in self.figure else list(self.figure)
        for child in (child for holder in holders for child in self.children(holder)):
            if child.i < self.figure.end:
                continue
            if child.dep_ == "prep":
                for noun in self.children(child):
                    if noun.dep_ == "pobj" and self._is_matter(child, noun):
                        return self.phrase(noun)
            if (
                child.dep_ in ("acl", "relcl")
                and child.tag_ == "VBN"
                and child.i == self.figure.end
                and self._bare(token)
                and (self.kind == "count" or child.lower_ not in words.FORESEEN)
            ):
                return child.text
        return None

    def _is_matter(self, preposition: Token, noun: Token) -> bool:
        """Whether the preposition gives what there is so much of: ``of`` does, ``in`` and ``for`` only of money."""
        if preposition.lower_ == "of":
            return noun.tag_ in NOUNS | {"JJ", "CD"}
        near = preposition.i <= self.figure.end + 1
        if preposition.lower_ == "on" and not any(
            verb.lower_ in words.SPENDING for verb in islice(preposition.ancestors, MAX_STEPS)
        ):
            return False
        return (
            self.kind == "money"
            and near
            and preposition.lower_ in ("in", "for", "on")
            and noun.tag_ in ("NN", "NNS")
            and noun.ent_type_ not in ("DATE", "TIME")
            and noun.i not in self.taken
        )

    def _bare(self, token: Token) -> bool:
        """Whether the token is a number that stands for what it counts."""
        return token.tag_ == "CD" or (self.kind == "count" and token in self.figure)

    def _of_root(self, token: Token) -> str | None:
        if token.tag_ in _VERBS:
            return self._of_verb(token, token)
        for child in self.children(token):
            if child.dep_ in SUBJECTS:
                return self.phrase(child)
        if token.tag_ in NOUNS and token not in self.figure:
            return self.phrase(token)
        return None

    def _as_subject(self, token: Token) -> str | None:
        """``80 were killed`` counts the killed, ``half were women`` women."""
        verb = token.head
        if verb.tag_ in NOUNS and verb not in self.figure:
            return self.phrase(verb)
        named = [
            child
            for child in self.children(token)
            if child.i < token.i and child.i not in self.taken and child.dep_ in ("compound", "nmod")
        ]
        if named and self.kind != "count" and named[0].tag_ in NOUNS:
            return token.doc[named[0].left_edge.i : named[-1].i + 1].text  # the Aspire 16 inch costs
        if not self._bare(token) and token.tag_ not in NOUNS | {"DT"}:
            return None
        if self.kind == "count" and verb.tag_ == "VBN" and token.dep_ == "nsubjpass":
            return verb.text
        for child in self.children(verb):
            if child.dep_ == "attr" and child.tag_ in NOUNS:
                return self.phrase(child)
        return None

    def _through_preposition(self, token: Token) -> str | None:
        preposition = token.head
        governor = preposition.head
        if governor == preposition:
            return None
        if governor.i and governor.nbor(-1).lower_ == "to" and governor.nbor(-1).dep_ == "aux":
            return self._of_verb(governor, preposition)  # "fell to trade at 12.5", tagged as a noun
        if governor.tag_ in NOUNS and governor not in self.figure:
            idiom = self.kind == "count" and governor.lower_ == "front"  # in front of 31,000
            return None if idiom else self.phrase(governor)
        if governor.tag_ in _VERBS:
            return self._of_verb(governor, preposition)
        return self.from_token(governor)

    def _is_measure(self, token: Token) -> bool:
        """Whether a noun is itself part of another figure: ``up 19 cents at $58``."""
        return token.i in self.taken

    def _is_light(self, noun: Token) -> bool:
        """Whether the noun only says how much: ``a total of 12``, ``a record 12``."""
        if noun.lower_ not in words.LIGHT or noun.i >= self.figure.start:
            return False
        return noun.i + 1 in self.taken or any(
            child.lower_ == "of" for child in self.children(noun) if child.i > noun.i
        )

    def _of_verb(self, verb: Token, argument: Token) -> str | None:
        """What the verb says it of: the thing it changes or prices, else its subject."""
        things = [
            child
            for child in self.children(verb)
            if child.dep_ == "dobj" and child != argument and child not in self.figure and child.i < argument.i
        ]
        if things and not self._is_measure(things[0]) and things[0].tag_ in NOUNS:
            return self.phrase(things[0])
        if verb.lower_ in words.SPENDING and self.kind == "money":
            for child in self.children(verb):
                if child.dep_ == "prep" and child.lower_ in ("for", "on"):
                    nouns = [noun for noun in self.children(child) if noun.dep_ == "pobj" and noun.tag_ in NOUNS]
                    if nouns:
                        return self.phrase(nouns[0])
        if verb.lower_ in words.SPEECH or (verb.lower_ in words.FORESEEING and not self._is_passive(verb)):
            return None
        return self._subject(verb)

    def _is_passive(self, verb: Token) -> bool:
        return any(child.dep_ in ("nsubjpass", "auxpass") for child in self.children(verb))

    def _subject(self, verb: Token) -> str | None:
        """The phrase of the verb's subject, or of that of the verb it hangs on."""
        for _ in range(MAX_STEPS):
            subject = self._own_subject(verb)
            if subject is not None:
                return self.phrase(subject)
            if verb.head == verb or verb.dep_ == "acl":
                return None
            verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
            if verb.tag_ in NOUNS:
                return self.phrase(verb)
            if verb.lower_ in words.SPEECH:
                verb = self._told(verb)
        return None

    def _told(self, speech: Token) -> Token:
        """The verb of what is said before ``the regulator said, earning $5m``: who says so earns nothing."""
        told = speech.head if speech.dep_ == "parataxis" else speech
        for child in self.children(speech):
            if child.dep_ == "ccomp" and child.i < speech.i:
                told = child
        return told

    def _own_subject(self, verb: Token) -> Token | None:
        subjects = [
            child
            for child in self.children(verb)
            if child.dep_ in SUBJECTS
            and child not in self.figure
            and not (child.dep_ == "csubj" and is_adverbial(child))
        ]
        if len(subjects) > 1 and subjects[0].nbor(1).text == ":":
            del subjects[0]  # of a dateline: "Mumbai: The index fell"
        if subjects:
            relative = subjects[0].lower_ in _RELATIVES and verb.dep_ == "relcl"
            return _antecedent(verb.head, subjects[0]) if relative else subjects[0]
        before = verb.nbor(-1) if verb.i else verb
        if verb.tag_ in FINITE and before.tag_ in NOUNS and before.i > 1 and before.nbor(-1).text in (",", "and"):
            return before  # "A rose 3%, B climbed 4%", parsed as if B were a part of what A did
        described = verb.head.head if verb.dep_ == "pcomp" else verb.head
        return described if verb.dep_ in ("acl", "relcl", "pcomp") and described.tag_ in NOUNS else None

    def phrase(self, noun: Token) -> str | None:
        """The noun with its modifiers and ``of``-phrase, without the figure itself."""
        if self._is_measure(noun) or self._is_light(noun) or self._is_time(noun) or is_adverb(noun):
            return self.from_token(noun)
        if not names_something(noun):
            return None
        doc = noun.doc
        start = max(noun.left_edge.i, noun.i - _MAX_REACH)
        if start < self.figure.end <= noun.i:
            start = self.figure.end
        if start + 2 in self.taken and doc[start].lower_ in ("a", "an") and doc[start + 1].lower_ in words.ADDED:
            start += 2  # an estimated 30,000 pilgrims
        while start < noun.i and (is_no_start(doc[start]) or start in self.taken):
            start += 1
        end = self._phrase_end(noun, depth=2)
        while noun.ent_type_ and end < min(len(doc), noun.i + MAX_WORDS) and doc[end].ent_iob_ == "I":
            end += 1  # a hyphen inside a name parts it for the tokenizer
        if (
            noun.tag_ in ("NNP", "NNPS")
            and end == noun.i + 1 < len(doc)
            and doc[end].text.isdigit()
            and end not in self.taken
            and doc[min(end + 1, len(doc) - 1)].text not in words.DASHES  # of a score: beat Corvex 113-98
        ):
            end += 1  # the FTSE 100
        if start < self.figure.end and noun.i < self.figure.start < end:
            end = self.figure.start
        if end - start > MAX_WORDS:
            start = max(start, self._first_modifier(noun))
        text = doc[start:end].text.strip(' \n\t,;:-–—()"“”')
        return text if any(char.isalnum() for char in text) else None

    def _is_time(self, noun: Token) -> bool:
        """Whether the noun says when: ``profit for the quarter of $5m``."""
        return noun.ent_type_ in ("DATE", "TIME") and noun.dep_ in ("pobj", "npadvmod") and noun.i < self.figure.start

    @staticmethod
    def _first_modifier(noun: Token) -> int:
        i = noun.i
        while (
            i > max(0, noun.i - MAX_WORDS)
            and noun.doc[i - 1].head.i == noun.i
            and noun.doc[i - 1].dep_ in ("compound", "amod", "nmod")
        ):
            i -= 1
        return i

    def _phrase_end(self, noun: Token, *, depth: int) -> int:
        """The token behind the noun's own phrase: an ``of``-phrase or a participle right behind it belong to it."""
        end = noun.i + 1
        for child in self.children(noun):
            if child.i < noun.i:
                continue
            if child.i != end:
                break
            if child.dep_ == "prep" and depth and (child.lower_ == "of" or (child.lower_ == "in" and is_change(noun))):
                nouns = [
                    grandchild
                    for grandchild in self.children(child)
                    if grandchild.i > child.i and grandchild.dep_ == "pobj"
                ]
                if nouns and nouns[0] not in self.figure and not self._is_measure(nouns[0]):
                    end = self._phrase_end(nouns[0], depth=depth - 1)
                continue
            if child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ != "aged":
                end = child.i + 1
            break
        return end

    # How each dependency leads on from the figure; all others are arguments of their head.
    STEPS: Final = (
        (SUBJECTS, _as_subject),
        (frozenset({"pobj", "pcomp"}), _through_preposition),
        (frozenset({"conj", "appos"}), _as_one_of_several),
        (wordset("prep quantmod advmod npadvmod amod acomp nummod prt dep meta"), _as_modifier),
    )


def _antecedent(noun: Token, relative: Token) -> Token:
    """What a relative clause is about: ``which`` is no person, but the pay of ``pay for Ana Lund, which``."""
    person = noun.ent_type_ == "PERSON" or any(token.ent_type_ == "PERSON" for token in noun.doc[noun.i : relative.i])
    thing = noun.head.head if noun.dep_ == "pobj" else noun
    return thing if relative.lower_ == "which" and person and thing.tag_ in NOUNS else noun
