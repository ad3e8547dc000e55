"""What a name's form and surroundings say about its class.

Each observation is a short string, the name of a kind of evidence; ``weights.csv`` says what each is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from articlelens.pipeline.naming.boundaries import POSSESSIVES
from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.scores import is_result, is_score
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
    yield from _inside(view, mention)
    yield from _shape(view.words[mention.start : mention.end])
    if mention.end - mention.start == 1 and _is_the_acronym(view, mention.start):
        yield "shape:the acronym"
    yield from _before(view, mention)
    yield from _after(view, mention)
    yield from _syntax(view, mention)
    if _is_in_result(view, mention):
        yield "in a result"


def _inside(view: View, mention: Mention) -> Iterator[str]:
    """Telling words of the name itself."""
    start, end = mention.start, mention.end
    length = end - start
    first, last = view.lower(start), view.lower(end - 1)
    yield f"words:{min(length, 4)}"
    if length == 1:
        yield from _common(first)
    yield from _telling(view, start, end)
    if length > 1 and first in words("others.storms"):
        yield "first:others.storms"
    if length > 1:
        yield from _foreign(first, last)
        yield from _trade_or_party(view, start, end)
        if any("&" in view.words[i][1:] for i in range(start, end)):
            yield "inside:ampersand"
    if length > 2:
        yield from _links(view, start, end)


def _is_office(view: View, start: int, end: int) -> bool:
    """Whether a body's name says what it is of, which is nothing by itself: "Ministry of Defence"."""
    return end - start > 2 and view.lower(start) in words("organizations.heads") and view.lowers[start + 1] == "of"


def _common(word: str) -> Iterator[str]:
    """Words that name nobody alone, though a sentence may begin with them: "Carmaker", "Zemblan"."""
    if word in words("others.demonyms") or word in words("people.adherents"):
        yield "only:others.demonyms"
    if word in words("organizations.kinds") or word in words("grammar.descriptors"):
        yield "only:organizations.kinds"
    singular = f"{word[:-3]}man" if word.endswith("men") else word[:-1]
    if word[-1:] in ("s", "n") and singular in words("people.roles"):
        yield "only:people of a role"


def _telling(view: View, start: int, end: int) -> Iterator[str]:
    """The lists that the first and the last word stand in."""
    length, first, last = end - start, view.lower(start), view.lower(end - 1)
    number = "only" if length == 1 else "last"
    for kind in _LAST:
        staff = kind == "others.junk" and view.lower(end - 2) == "of"  # "Joint Chiefs of Staff"; else a byline's
        if staff or (kind == "others.heads" and _is_office(view, start, end)):
            continue
        if last in words(kind) and not (kind == "people.generations" and view.words[end - 2] in "-–"):
            yield f"{number}:{kind}"
        if length > 1 and first in words(kind):
            yield f"first:{kind}"


def _trade_or_party(view: View, start: int, end: int) -> Iterator[str]:
    """What companies deal in, "Quill Water", and parties by their people, "Tanorian Dream lawmakers"."""
    if end - start == 2 and view.lower(start) in words("others.demonyms"):
        yield "first:others.demonyms"
    if view.lower(end - 1) in words("organizations.trades"):
        yield "last:organizations.trades"
    if view.lower(start) in words("others.demonyms") and view.lower(end) in words("organizations.partisans"):
        yield "party of a people"


def _foreign(first: str, last: str) -> Iterator[str]:
    """Telling words of other languages: "Instituto Quispe", "Harit Sabha", "Puerto Tarn"."""
    if first in words("organizations.foreign_heads") or last in words("organizations.foreign_heads"):
        yield "foreign head:organization"
    if first in words("places.foreign_heads"):
        yield "foreign head:place"
    if first in words("places.first"):
        yield "first:places.first"


def _links(view: View, start: int, end: int) -> Iterator[str]:
    """Small words inside a name, and the head before "of": "Ministry of Roads", "Quill & Ledger", "Ana de la Vega"."""
    links = [i for i in range(start + 1, end - 1) if view.lowers[i] in ("of", "for", "on")]
    if links:
        yield "inside:of"
        for kind in ("organizations.heads", "places.heads", "others.heads"):
            if view.lower(links[0] - 1) in words(kind):
                yield f"head:{kind}"
    if any(view.lowers[i] in ("and", "&") for i in range(start + 1, end - 1)):
        yield "inside:and"
    if "&" in view.words[start + 1 : end - 1]:
        yield "inside:partners"
    if any(view.words[i] in words("people.particles") for i in range(start, end - 1)):
        yield "inside:particle"


_LAST: Final = (
    "organizations.heads",
    "organizations.suffixes",
    "places.heads",
    "others.heads",
    "others.calendar",
    "others.junk",
    "others.capitalised",
    "people.titles",
    "people.generations",
    "people.roles",
    "grammar.compass",
)


def _shape(tokens: Sequence[str]) -> Iterator[str]:
    """Capitals, digits, initials."""
    if len(tokens) == 1:
        yield from _shape_of_word(tokens[0])
        return
    if all(token.isupper() or not token.isalpha() for token in tokens):
        yield "shape:all capitals"
    if tokens[-1].islower() and tokens[-2] == "-" and len(tokens) > 3:
        yield "shape:syllables"  # East Asian given names: "Soo-yeon"
    if any(len(token) == 2 and token[1] == "." and token[0].isupper() for token in tokens[:-1]):
        yield "shape:initial"
    if any(char.isdigit() for token in tokens for char in token):
        yield "shape:digits"
    if len(tokens[0]) > 2 and tokens[0].isupper() and tokens[0].isalpha() and not tokens[1].isupper():
        yield "shape:acronym first"  # and not two initials: "MS Quill"
    yield "shape:capitalised" if all(token[:1].isupper() for token in tokens) else "shape:mixed"


def _shape_of_word(word: str) -> Iterator[str]:
    if word.isupper():
        yield "shape:acronym" if 2 <= len(word) <= 6 else "shape:capitals"
    elif any(char.isupper() for char in word[1:]):
        yield "shape:inner capital"
    if any(char.isdigit() for char in word):
        yield "shape:digit"
    if not word[:1].isupper():
        yield "shape:lower case"


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
    elif lower == "and" and view.lower(at + 1) in ("its", "his", "her"):
        yield "after:and"
        yield f"and:{PRONOUNS[view.lower(at + 1)]}"
    elif word in (",", "("):
        yield f"after:{MARKS[word]}"
        yield from _apposition(view, at + 1, bracket=word == "(")
    elif word == "-":
        yield from _after_hyphen(view.lower(at + 1))
    else:
        yield f"after:{_next_word(view, at)}"
    if mention.label and word.islower() and lower in words("people.roles") and _is_person_next(view, at + 1):
        yield "after:role of somebody"
    if lower in ("is", "was") and any(view.lower(i) in words("people.roles") for i in range(at + 1, at + 5)):
        yield "after:is people.roles"


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
        yield "after:-backed"


_AFTER: Final = (
    "people.speech", "people.life", "organizations.doings", "organizations.belongings", "places.kinds",
    "organizations.heads", "others.heads", "people.roles",
)  # fmt: skip


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
    elif dependency in ("compound", "nmod", "poss", "amod"):
        kinds = _kinds("organizations.belongings", "places.kinds", "people.roles")
    elif dependency == "appos":
        kinds = _kinds("people.roles", "places.kinds", "organizations.kinds", "organizations.heads")
    if kind := kinds.get(governor):
        yield f"{'subject' if dependency == 'nsubj' else 'apposition to' if dependency == 'appos' else 'before'} {kind}"
