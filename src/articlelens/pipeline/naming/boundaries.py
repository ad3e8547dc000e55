"""Where a name begins and ends: the entity recognizer's spans, and runs of proper nouns, made into whole names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from articlelens.gazetteer import country_code, is_well_known
from articlelens.pipeline.naming.duties import PROPER, list_tail
from articlelens.pipeline.naming.lexicon import namesakes, words
from articlelens.pipeline.naming.view import Mention, View

ARTICLES: Final = frozenset({"the", "a", "an"})
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
# Places whose article is part of the name (the spelling of ISO 3166 and of the towns themselves).
NAMES_WITH_ARTICLE: Final = frozenset({"The Hague", "The Gambia", "The Bahamas"})
# OntoNotes labels whose spans are never names of ours.
NUMBERS: Final = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
HYPHENS: Final = frozenset({"-", "–", "‑"})
INITIALS: Final = frozenset({"MS", "MK"})  # of South Asian given names, where titles are "Ms"
_COMPANY: Final = frozenset({"inc", "ltd", "llc", "co", "corp", "plc", "jr", "sr"})

Like = Callable[[str], str]
Rule = Callable[[View, Mention], Iterable[Mention]]


def find_candidates(view: View, spans: Iterable[tuple[int, int, str]], like: Like) -> list[Mention]:
    """Everything that may be a name, in text order, without overlaps.

    Args:
        view: The document.
        spans: First token, token behind the last one and OntoNotes label of what the entity recognizer found.
        like: Tells the kind of name that a word is like.
    """
    found = [
        Mention(start=start, end=end, label=label, rules=["model"])
        for start, end, label in spans
        if label not in NUMBERS and view.own[start]
    ]
    for rule in RULES:
        found = [piece for mention in found for piece in rule(view, mention)]
    found = [_without_people(view, mention) for mention in found]
    taken = [False] * len(view)
    for start, end, label in spans:
        if label in NUMBERS:
            taken[start:end] = [True] * (end - start)
    found = _grown(view, found, taken, like)
    return sorted([*found, *_unseen(view, taken)], key=lambda mention: mention.start)


def _part(mention: Mention, start: int, end: int, rule: str) -> Mention:
    return Mention(start=start, end=end, label=mention.label, rules=[*mention.rules, rule])


def _without_people(view: View, mention: Mention) -> Mention:
    """Without the people that somebody is of: "Zemblan Ilka Brandt"; of two words the first may be a given name."""
    start = mention.start
    word = view.words[start]
    if mention.label == "PERSON" and mention.end - start >= 3 and len(word) >= 3 and word.isalpha() and word.isupper() and view.words[start + 1].istitle():
        return _part(mention, start + 1, mention.end, "employer")
    if (
        mention.label == "PERSON"
        and mention.end - start >= 3
        and view.words[start + 1][:1].isupper()
        and (view.lower(start) in words("others.demonyms") or view.lower(start) in words("people.adherents"))
    ):
        return _part(mention, start + 1, mention.end, "people")
    return mention


def one_line(view: View, mention: Mention) -> Iterator[Mention]:
    """Names do not run over the end of a sentence or a line."""
    cuts = [i for i in range(mention.start + 1, mention.end) if view.breaks[i]]
    if not cuts:
        yield mention
        return
    for start, end in zip([mention.start, *cuts], [*cuts, mention.end], strict=True):
        yield _part(mention, start, end, "one_line")


def separators(view: View, mention: Mention) -> Iterator[Mention]:
    """Parts that a slash, a bracket, a bar or (but for companies and lists of duties) a comma parts."""
    words_ = view.words
    listing = mention.label == "ORG" and any(view.lower(i) in ("and", "&") for i in range(mention.start, mention.end))
    cuts = [
        i
        for i in range(mention.start + 1, mention.end - 1)
        if words_[i] in "/|;:([])•—–"
        or (words_[i] == "," and not listing and view.lower(i + 1) not in _COMPANY and not _is_district(view, i))
        or (mention.label == "PERSON" and (view.lowers[i] == "and" or (words_[i] == "&" and not _is_firm(mention, i))))
        or (mention.label in ("PERSON", "GPE") and words_[i] in words("grammar.cuts_of_names"))
        or words_[i] in words("grammar.cuts")
        or (words_[i] == "in" and i - mention.start == 1 and is_well_known(view.surface(i + 1, mention.end)))
        or (words_[i] == "and" and _are_alike(view, mention, i))
        or (words_[i] == "the" and view.lowers[i - 1] not in words("grammar.before_the"))
    ]
    if not cuts:
        yield mention
        return
    for start, end in zip([mention.start, *(i + 1 for i in cuts)], [*cuts, mention.end], strict=True):
        if start < end:
            yield _part(mention, start, end, "separators")


def _are_alike(view: View, mention: Mention, joint: int) -> bool:
    """Whether two bodies of one kind are joined: "University of Tarn and Zemblan University"."""
    last = view.lower(mention.end - 1)
    return (
        mention.end - joint > 2  # noqa: PLR2004 - "and Industry" is a part of the name
        and last in words("organizations.alone")
        and last in view.lowers[mention.start : joint]
    )


def _is_firm(mention: Mention, joint: int) -> bool:
    """Whether "&" joins the partners of a firm, by their surnames alone, and not two people's full names."""
    return joint - mention.start == 1 or mention.end - joint - 1 == 1


def edges(view: View, mention: Mention) -> Iterator[Mention]:
    """No article, no possessive, no punctuation, no stray small word at either end."""
    start, end = mention.start, mention.end
    while (
        end > start
        and not _is_own_possessive(view, start, end - 1, mention.label)
        and (
            _is_edge(view, end - 1)
            or _is_small(view, end - 1, mention.label)
            or (end - start > 1 and _is_tail(view, end - 1, mention.label))
        )
    ):
        end -= 1
    while start < end and (
        _is_edge(view, start) or _is_article(view, start, end) or _is_small(view, start, mention.label)
    ):
        start += 1
    if start < end and any(char.isalpha() for char in view.surface(start, end)):
        yield mention if (start, end) == (mention.start, mention.end) else _part(mention, start, end, "edges")


def _is_edge(view: View, index: int) -> bool:
    return view.words[index] in POSSESSIVES or not any(char.isalnum() for char in view.words[index])


def _is_own_possessive(view: View, start: int, index: int, label: str) -> bool:
    """Whether "'s" belongs to a company's name: nothing is owned where a verb or a preposition follows."""
    if view.lowers[index] not in ("'s", "’s"):
        return False
    if index > start and f"{view.surface(start, index)}'s" in namesakes():
        return is_own_ending(view, index)
    return label == "ORG" and index + 1 < len(view) and view.tags[index + 1] in ("VBD", "VBZ", "MD", "IN")


def is_own_ending(view: View, index: int) -> bool:
    """Whether "'s" at ``index`` may belong to a known name, as in "Macy's closed a shop": nothing owned follows."""
    behind = index + 1
    return (
        behind < len(view)
        and view.words[index] in POSSESSIVES
        and view.tags[behind] in ("VBD", "VBZ", "VBP", "MD", "IN", "CC", ",", ".")
    )


def _is_tail(view: View, index: int, label: str) -> bool:
    """A score behind a place or a person, "-led", or the next caption's "Photo:"."""
    if view.words[index] in words("people.compounds") and view.words[index - 1] in HYPHENS:
        return True
    if view.words[index].isdigit():
        return label in ("GPE", "PERSON")
    return view.lower(index) in words("others.junk") and index + 1 < len(view) and view.words[index + 1] in ":/"


def _is_article(view: View, start: int, end: int) -> bool:
    return end - start > 1 and view.lowers[start] in ARTICLES and view.surface(start, end) not in NAMES_WITH_ARTICLE


def _is_small(view: View, index: int, label: str) -> bool:
    """A word in lower case that the tagger takes for a function word, or any beside a person's name."""
    word = view.words[index]
    if not word.islower() or word in words("people.particles"):
        return False
    return label == "PERSON" or view.tags[index] in ("IN", "TO", "CC", "DT", "VBD", "VBZ", "RB", "MD")


def titles(view: View, mention: Mention) -> Iterator[Mention]:
    """A title stands before a person's name and is no part of it: "Gen. Hossam Idris"."""
    start, end = mention.start, mention.end
    if _is_place_with_title(view, mention):
        yield mention
        return
    if mention.label in ("PERSON", "") or (mention.label in ("ORG", "GPE") and end - start <= 3):
        at = title_end(view, start, end)
        if at > start and (mention.label == "PERSON" or end - at <= 2) and not is_institution(view, end - 1):
            yield _part(mention, at, end, "titles")
            return
    yield mention


def _is_place_with_title(view: View, mention: Mention) -> bool:
    """Whether what looks like a title belongs to a place: "Sri Lanka", "Saint Lucia", "Prince George"."""
    if mention.end - mention.start == 1 or not is_title(view, mention.start):
        return False
    surface = view.surface(mention.start, mention.end)
    return bool(country_code(surface)) or (mention.label in ("GPE", "LOC") and is_well_known(surface))


def office(view: View, mention: Mention) -> Iterator[Mention]:
    """What a minister is minister of is no part of the name: "Minister of Education Ilka Brandt"."""
    start = mention.start
    if mention.label == "PERSON" and start and view.lowers[start - 1] in ("of", "for", "and", "&", ","):
        while start < mention.end - 1 and view.lower(start) in words("people.offices"):
            start += 1
    yield mention if start == mention.start else _part(mention, start, mention.end, "office")


def title_end(view: View, start: int, end: int) -> int:
    """The token behind the titles that ``start`` to ``end`` begins with; at least one token is left."""
    at = start
    if end - start == 2 and view.lower(start) in words("people.forenames"):  # noqa: PLR2004 - given name and surname
        return start
    while at < end - 1 and is_title(view, at) and view.lower(at + 1) not in words("people.generations"):
        if view.words[at + 1] in HYPHENS:
            break
        at += 1
        if view.words[at] == "." and at < end - 1:
            at += 1
    return at


def is_title(view: View, index: int) -> bool:
    """Whether a capitalised word is a title or a role, and no given name."""
    lower = view.lower(index)
    if view.words[index] in INITIALS:
        return False
    known = lower in words("people.titles") or (lower in words("people.roles") and lower not in words("people.given"))
    return known and index < len(view) and view.words[index][:1].isupper()


def is_institution(view: View, index: int) -> bool:
    """Whether a name's last word says what body, company or place it is."""
    last = view.lower(index)
    return any(last in words(kind) for kind in ("organizations.heads", "places.heads", "organizations.suffixes"))


def trailing_role(view: View, mention: Mention) -> Iterator[Mention]:
    """What is said of someone in an organization is no part of its name: "the Quay Union Secretary"."""
    end = mention.end
    while end - mention.start > 1 and view.lower(end - 1) in words("people.roles") and mention.label != "PERSON":
        if view.lower(end - 1) in words("organizations.heads"):
            break
        end -= 1
    if end == mention.end:
        yield mention
    else:
        yield Mention(start=mention.start, end=end, label="", rules=[*mention.rules, "trailing_role"])


def described(view: View, mention: Mention) -> Iterator[Mention]:
    """What a body is or stands for is no part of its name: "charity Quill Aid", "pro-Tanor Harbour Union"."""
    start = mention.start
    for i in range(mention.start, mention.end - 1):
        if not view.words[i + 1][:1].isupper():
            continue
        if view.lowers[i] in words("organizations.kinds") and view.words[i].islower():
            start = i + 1
    if start == mention.start and start < mention.end - 1 and view.lower(start) in words("grammar.descriptors"):
        start += 1
    if start == mention.start and view.lowers[start] in ("pro", "anti") and mention.end - start > 3:
        start += 3 if view.words[start + 1] in HYPHENS else 0
    yield mention if start == mention.start else _part(mention, start, mention.end, "described")


def common_tail(view: View, mention: Mention) -> Iterator[Mention]:
    """A common noun in lower case behind a place's name is no part of it: "Tanor district"."""
    if mention.label in ("GPE", "LOC") and mention.end - mention.start > 1:
        last = view.end_word(mention)
        if last.islower() and last in words("places.kinds"):
            yield from edges(view, _part(mention, mention.start, mention.end - 1, "common_tail"))
            return
    yield mention


RULES: Final[tuple[Rule, ...]] = (
    one_line, separators, edges, titles, office, trailing_role, described, common_tail,
)  # fmt: skip


def _grown(view: View, found: list[Mention], taken: list[bool], like: Like) -> list[Mention]:
    """Names whose rest the model left out, made whole; what two mentions would share goes to the first."""
    grown: list[Mention] = []
    for mention in found:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    for mention in found:
        if grown and mention.start < grown[-1].end:
            continue
        if grown and _go_on(view, grown[-1], mention):
            grown[-1] = _part(grown[-1], grown[-1].start, mention.end, "whole_name")
            continue
        if _is_given_name(view, mention, taken, like):
            mention.label = "PERSON"
            mention.rules.append("given_name")
        end = _right(view, mention, taken)
        start = _left(view, mention, taken, grown[-1].end if grown else 0)
        if (start, end) != (mention.start, mention.end):
            taken[start:end] = [True] * (end - start)
            mention = _part(mention, start, end, "whole_name")  # noqa: PLW2901 - the same name, made whole
        grown.append(mention)
    return grown


def _go_on(view: View, one: Mention, two: Mention) -> bool:
    """Whether two people's names that nothing parts are one; and "Washington, D.C."."""
    if one.end + 1 == two.start and two.end - two.start == 1 and _is_district(view, one.end):
        return True
    return one.end == two.start and one.label == two.label == "PERSON" and not view.breaks[two.start]


def _is_district(view: View, comma: int) -> bool:
    """Whether a comma is that of "Washington, D.C.", which is one name."""
    return view.words[comma] == "," and view.lower(comma - 1) == "washington" and view.lower(comma + 1) == "dc"


def _is_given_name(view: View, mention: Mention, taken: list[bool], like: Like) -> bool:
    """A lone "place" or "nationality" that no place is like and that a surname, which the model left out, follows."""
    at = mention.start
    return (
        mention.label in ("GPE", "NORP")
        and mention.end - at == 1
        and _is_free_name(view, mention.end, taken)
        and not view.breaks[mention.end]
        and view.deps[at] == "compound"
        and view.heads[at] == mention.end
        and not is_institution(view, mention.end)
        and like(view.words[at]) in ("given", "surname", "unknown")
    )


def _is_free_name(view: View, index: int, taken: list[bool]) -> bool:
    """Whether a token could belong to the name beside it: a capitalised proper noun that nothing else has taken."""
    return (
        0 <= index < len(view)
        and not taken[index]
        and view.tags[index] in PROPER
        and view.words[index][:1].isupper()
        and view.own[index]
        and view.lower(index) not in words("others.calendar")
        and view.lower(index) not in words("people.titles")
        and view.lower(index) not in words("people.roles")
        and view.lower(index) not in words("others.junk")
    )


def _right(view: View, mention: Mention, taken: list[bool]) -> int:
    end = mention.end
    while end < len(view) and not view.breaks[end]:
        if mention.label == "PERSON" and _is_free_name(view, end, taken):
            end += 1
        elif mention.label == "PERSON" and (at := _over_particles(view, end, taken)):
            end = at
        elif (
            view.words[end] in HYPHENS
            and end + 1 < len(view)
            and not taken[end + 1]
            and view.starts[end] == view.ends[end - 1]
            and view.starts[end + 1] == view.ends[end]
            and mention.label == "PERSON"
            and view.words[end + 1].isalpha()
            and view.words[end + 1] not in words("people.compounds")
        ):
            end += 2
        elif mention.label == "ORG" and (at := list_tail(view, mention.start, end)):
            end = at
        elif (
            mention.label in ("ORG", "FAC", "LOC", "GPE")
            and _is_free_name(view, end, taken)
            and is_institution(view, end)
            and not (view.lower(end) in words("people.courts") and is_title(view, end + 1))
        ):
            end += 1
        else:
            break
    return end


def _over_particles(view: View, index: int, taken: list[bool]) -> int:
    """Behind "von der Leyen", where ``index`` stands at "von"; 0 where there is no such thing."""
    at = index
    while at < len(view) and at - index < 3 and view.words[at] in words("people.particles") and not taken[at]:
        at += 1
    return at + 1 if at > index and at < len(view) and not view.breaks[at] and _is_free_name(view, at, taken) else 0


def _left(view: View, mention: Mention, taken: list[bool], floor: int) -> int:
    start = mention.start
    company = mention.label == "ORG" and is_institution(view, mention.end - 1) and mention.end - start <= 2
    if mention.label not in ("PERSON", "GPE") and not company:
        return start
    while start > floor and not view.breaks[start] and _is_free_name(view, start - 1, taken):
        before = view.lower(start - 1)
        if is_institution(view, start - 1) or before in words("people.offices") or _is_apart(view, start - 1):
            break
        if mention.label == "PERSON" and (before in words("others.demonyms") or before in words("people.adherents")):
            break
        start -= 1
    return start


def _is_apart(view: View, index: int) -> bool:
    """Whether the token before a name is none of its own: "Rival X", "pro-Tanor X"."""
    return view.lower(index) in words("grammar.descriptors") or (index > 0 and view.words[index - 1] in HYPHENS)


def _unseen(view: View, taken: list[bool]) -> Iterator[Mention]:
    """Runs of proper nouns in which the model saw no name, or saw something else."""
    index = 0
    while index < len(view):
        if taken[index] or view.tags[index] not in PROPER or not view.words[index][:1].isupper():
            index += 1
            continue
        end = index + 1
        while (
            end < len(view)
            and not taken[end]
            and not view.breaks[end]
            and view.tags[end] in PROPER
            and view.words[end][:1].isupper()
        ):
            end += 1
        if view.own[index] and not all(
            is_title(view, at) or view.lower(at) in words("people.courts") for at in range(index, end)
        ):
            run = Mention(start=index, end=end, label="", rules=["proper_noun"])
            for rule in (edges, titles, trailing_role):
                run = next(iter(rule(view, run)), run)
            yield run
        index = end
