"""What a name's form and surroundings say about its class.

Each observation is a short string, the name of a kind of evidence; ``weights.csv`` says what each is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from articlelens.pipeline.naming.boundaries import POSSESSIVES
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.scores import is_result, is_score
from articlelens.pipeline.naming.telling import inside, shape
from articlelens.pipeline.naming.view import Mention, View

DETERMINERS: Final = {
    "the": "the", "a": "a", "an": "a", "this": "other", "that": "other", "our": "other", "its": "other", "his": "other",
    "her": "other", "their": "other", "my": "other", "your": "other", "these": "other", "those": "other",
}  # fmt: skip
RULING: Final = frozenset({"candidate", "chairman", "government", "leader", "leadership", "spokesman", "spokesperson"})
PRONOUNS: Final = {"its": "its", "he": "he", "she": "he", "his": "he", "her": "he"}
RELATIVE: Final = frozenset({"who", "whom", "whose"})
DEPENDENCIES: Final = frozenset(
    {
        "nsubj", "nsubjpass", "pobj", "dobj", "poss", "compound", "appos", "conj", "ROOT", "nmod", "amod", "npadvmod",
        "agent",
    }
)  # fmt: skip
MARKS: Final = {",": "comma", "(": "(", '"': "quote", "“": "quote", "‘": "quote", "'": "quote"}
FOLLOWING: Final = frozenset({"which", "where", "and", "in", "of", "to", "on", "for", "at", "by", "from"})
TEAM: Final = frozenset(
    {
        "after:team", "before:team", "after:score", "against:organizations.games", "against:else",
        "over:organizations.games", "by:organizations.games", "for:organizations.games", "subject organizations.games",
    }
)  # fmt: skip
APPOSITION: Final = 8  # tokens of "X, a retired …" that are looked through
RESULT: Final = 10  # tokens from a team's verb to the numbers
MAX_AGE_DIGITS: Final = 2


@cache
def _kinds(*lists: str) -> dict[str, str]:
    """Each word of some lists with the list that it stands in; the first list wins."""
    return {word: name for name in reversed(lists) for word in words(name)}


def observe(view: View, mention: Mention) -> Iterator[str]:
    """The evidence of one mention."""
    yield from mention.hints
    length = mention.end - mention.start
    yield f"model:{mention.label or 'nothing'}"
    if mention.label:
        yield f"model:{mention.label}/{min(length, 3)}"
    yield from inside(view, mention)
    yield from shape(view.words[mention.start : mention.end])
    if mention.end - mention.start == 1 and _is_the_acronym(view, mention.start):
        yield "shape:the acronym"
    yield from _before(view, mention)
    yield from _after(view, mention)
    yield from _syntax(view, mention)
    if _is_in_result(view, mention):
        yield "in a result"


def _is_the_acronym(view: View, at: int) -> bool:
    """Whether "the ABC" does something, something is done to it, or it rules, and it is no "ABC test"."""
    word = view.words[at]
    return (
        len(word) > 2
        and word.isupper()
        and word.isalpha()
        and view.lower(at - 1) == "the"
        and view.lower(at) not in words("others.junk")
        and (view.deps[at] in ("nsubj", "nsubjpass", "pobj", "poss", "conj", "agent") or view.lower(at + 1) in RULING)
    )


def _before(view: View, mention: Mention) -> Iterator[str]:
    """The word before the name, its determiner aside: "in the X" says something else than "in X"."""
    at = mention.start - 1
    determiner = DETERMINERS.get(view.lower(at), "") if not view.breaks[mention.start] else ""
    yield f"determiner:{determiner or 'none'}"
    if determiner:
        at -= 1
        if mention.end - mention.start == 1 and view.lower(mention.start) in words("others.nationals"):
            yield "only:others.demonyms"
    if at < 0 or view.breaks[at + 1]:
        yield "before:start"
        return
    lower = view.lower(at)
    if lower in words("grammar.prepositions"):
        yield f"before:{lower} the" if determiner == "the" else f"before:{lower}"
        if lower == "of" and not determiner and view.lower(at - 1) in words("places.having"):
            yield "before:places.having"
    elif kind := _kinds(*_BEFORE).get(lower):
        capital = "Capital " if view.words[at][:1].isupper() else ""
        yield f"before:{capital}{kind}" + ("/determiner" if determiner else "")
    else:
        yield f"before:{_plain_word(view, at)}"
    yield from _further(view, at)


_BEFORE: Final = (
    "people.titles", "people.roles", "people.kin", "places.before", "people.speech", "organizations.kinds",
)  # fmt: skip


def _plain_word(view: View, at: int) -> str:
    """What sort of word it is that no list has."""
    word = view.words[at]
    if word in MARKS:
        return MARKS[word]
    if word[:1].isupper():
        return "Capital"
    return view.tags[at][:2] if view.tags[at][:2] in ("JJ", "NN", "VB", "CC") else "else"


def _further(view: View, at: int) -> Iterator[str]:
    """What stands before the preposition: "the capital of X", "shares in X"; or before a team: "captain X"."""
    lower = view.lower(at)
    if lower == "of":
        yield from _before_of(view.lower(at - 1))
        if view.words[at - 1] == "," and view.lower(at - 2).isdigit() and view.words[at - 3 : at - 2] == [","]:
            yield "of:aged person"
    elif lower in ("in", "against", "by", "over", "for", "between"):
        beyond = _kinds("organizations.holdings", "organizations.games").get(view.lower(at - 1))
        if beyond or lower in ("against", "over"):
            yield f"{lower}:{beyond or 'else'}"
    elif lower in words("organizations.games") or lower in words("organizations.players"):
        yield "before:team"


def _before_of(lower: str) -> Iterator[str]:
    if lower in words("grammar.compass"):
        yield "of:compass"
    elif lower in words("grammar.inhabitants"):
        yield "of:inhabitants"
    else:
        kind = _kinds(
            "places.kinds", "people.roles", "organizations.belongings", "organizations.heads", "others.heads"
        ).get(lower)
        if kind:
            yield f"of:{kind}"


def _after(view: View, mention: Mention) -> Iterator[str]:
    """The word behind the name, or behind its possessive."""
    at = mention.end
    if at < len(view) and view.words[at] in POSSESSIVES:
        yield from _possessed(view, mention)
        return
    if at >= len(view) or view.breaks[at]:
        yield "after:end"
        return
    word, lower = view.words[at], view.lower(at)
    if lower in words("organizations.games") or (lower in words("organizations.players") and word.islower()):
        yield "after:team"
    if is_score(view, at):
        yield "after:score"
    if kind := _kinds(*_AFTER).get(lower):
        yield f"after:{'Capital ' if word[:1].isupper() else ''}{kind}"
        if kind == "people.speech":
            yield from _of_itself(view, at + 1)
    elif word in (",", "("):
        yield f"after:{MARKS[word]}"
        yield from _apposition(view, at + 1, bracket=word == "(")
    elif word == "-":
        yield from _after_hyphen(view.lower(at + 1))
    else:
        yield f"after:{_next_word(view, at)}"
    if mention.label and word.islower() and lower in words("people.roles") and _is_person_next(view, at + 1):
        yield "after:role of somebody"
    yield from _beyond(view, at)


def _of_itself(view: View, at: int) -> Iterator[str]:
    """What the speaker is called next: "X said its shops", "X said he", "X said it would"."""
    at += view.lower(at) == "that"
    pronoun = view.lower(at)
    if pronoun in PRONOUNS:
        yield f"said:{PRONOUNS[pronoun]}"
    elif pronoun == "it" and view.lower(at + 1) in words("people.announcing"):
        yield "said:it would"


def _is_person_next(view: View, at: int) -> bool:
    """Whether two capitalised words stand at ``at``, as behind "chief" in "QRS chief Ana Quispe"."""
    names = view.words[at : at + 2]
    return len(names) > 1 and not view.breaks[at] and all(word[:1].isupper() and word.isalpha() for word in names)


def _after_hyphen(word: str) -> Iterator[str]:
    yield "after:hyphen"
    if word in ("based", "born", "wide", "bound", "area"):
        yield "after:-based"
    elif word in words("people.compounds"):
        yield "after:people.reigns" if word == "era" else "after:-backed"


_AFTER: Final = (
    "people.speech", "people.life", "organizations.doings", "organizations.belongings", "places.kinds",
    "organizations.heads", "others.heads", "people.roles",
)  # fmt: skip


def _beyond(view: View, at: int) -> Iterator[str]:
    """What stands behind the next word: "X and its shops", "X was a singer"."""
    lower = view.lower(at)
    if lower in words("people.reigns") and view.words[at].islower():
        yield "after:people.reigns"
    elif lower == "and" and view.lower(at + 1) in ("its", "his", "her"):
        yield f"and:{PRONOUNS[view.lower(at + 1)]}"
    elif lower in ("is", "was") and any(view.lower(i) in words("people.roles") for i in range(at + 1, at + 5)):
        yield "after:is people.roles"


def _next_word(view: View, at: int) -> str:
    word, lower, tag = view.words[at], view.lower(at), view.tags[at]
    if lower in RELATIVE:
        return "who"
    if word in ".:;!?" or lower in FOLLOWING:
        return lower or word
    if word[:1].isupper():
        return "Capital"
    return tag if tag in ("VBD", "VBZ", "VBP", "MD", "NN", "NNS") else "else"


def _is_in_result(view: View, mention: Mention) -> bool:
    """Whether the name's team won or lost by numbers: "X beat Y 3-1", but not "X beat Y 6-3, 6-4", who are players."""
    if view.lower(mention.end) not in words("organizations.games"):
        return False
    for at in range(mention.end + 1, min(mention.end + RESULT, len(view))):
        if view.breaks[at]:
            return False
        if is_score(view, at):
            behind = at + (1 if is_result(view.words[at]) else 3)
            return not (behind + 1 < len(view) and view.words[behind] in ",;" and is_score(view, behind + 1))
    return False


def _possessed(view: View, mention: Mention) -> Iterator[str]:
    """What the name has: "X's shares", "X's mayor", "X's widow"."""
    yield "possessive"
    last = mention.end - 1
    neighbour = view.lower(mention.end + 1)
    if neighbour in words("places.belongings"):
        yield "possessive:near places.belongings"
    owned = view.lower(view.heads[last]) if view.deps[last] == "poss" else neighbour
    for kind in ("organizations.belongings", "people.kin", "places.belongings"):
        if owned in words(kind):
            yield f"possessive:{kind}"


def _apposition(view: View, at: int, *, bracket: bool) -> Iterator[str]:
    """What stands behind the comma or bracket that follows the name: an age, a job, a relative clause."""
    lower = view.lower(at)
    if lower.isdigit() and len(lower) == MAX_AGE_DIGITS and (bracket or view.lower(at + 1) in (",", "", "and")):
        yield "apposition:age"
    elif lower in RELATIVE:
        yield "apposition:who"
    elif lower in ("which", "where"):
        yield f"apposition:{lower}"
    elif not bracket and lower in words("people.roles"):
        yield "apposition:people.roles"
    elif not bracket and lower in ("a", "an", "the", "his", "her", "its", "their", "our"):
        kinds = _kinds("people.roles", "people.kin", "places.kinds", "organizations.kinds", "organizations.heads")
        for i in range(at + 1, min(at + APPOSITION, len(view))):
            if view.words[i] in ",.;:()":
                return
            if kind := kinds.get(view.lower(i)):
                yield f"apposition:{kind}"
                return


def _syntax(view: View, mention: Mention) -> Iterator[str]:
    """The name's part in the sentence."""
    root = mention.end - 1
    while root > mention.start and mention.start <= view.heads[root] < mention.end and view.heads[root] != root:
        root -= 1
    dependency, governor = view.deps[root], view.lower(view.heads[root])
    if not dependency:
        return
    yield f"part:{dependency if dependency in DEPENDENCIES else 'else'}"
    yield f"tag:{view.tags[root]}"
    kinds: dict[str, str] = {}
    if dependency == "nsubj":
        kinds = _kinds("people.speech", "people.life", "organizations.doings", "organizations.games")
    elif dependency == "dobj" and governor in words("people.treated"):
        yield "object of people.treated"
    elif dependency == "dobj" and (kind := _kinds("people.meeting", "places.overrun").get(governor)):
        yield f"object of {kind}"
    elif dependency in ("compound", "nmod", "poss", "amod"):
        kinds = _kinds("organizations.belongings", "places.kinds", "people.roles")
    elif dependency == "appos":
        kinds = _kinds("people.roles", "places.kinds", "organizations.kinds", "organizations.heads")
    if kind := kinds.get(governor):
        yield f"{'subject' if dependency == 'nsubj' else 'apposition to' if dependency == 'appos' else 'before'} {kind}"
