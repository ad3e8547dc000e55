"""What may be a name: the entity recognizer's spans, and runs of proper nouns, made into whole names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelens.gazetteer import country_code, is_well_known, known_as
from articlelens.pipeline.naming.boundaries import (
    NUMBERS,
    RULES,
    Like,
    edges,
    is_district,
    is_employer,
    is_institution,
    is_opening,
    is_own_ending,
    is_title,
    part,
    titles,
    trailing_role,
)
from articlelens.pipeline.naming.duties import PROPER, list_tail
from articlelens.pipeline.naming.lexicon import namesakes, words
from articlelens.pipeline.naming.view import HYPHENS, Mention, View


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
        if label in NUMBERS and not _is_odd_name(view, start, end):
            taken[start:end] = [True] * (end - start)
    found = _grown(view, found, taken, like)
    return sorted([*found, *_unseen(view, taken)], key=lambda mention: mention.start)


def _is_odd_name(view: View, start: int, end: int) -> bool:
    """Whether what the model takes for a date or a number is one proper noun without a digit, and no month."""
    return (
        end - start == 1
        and view.tags[start] == "NNP"
        and view.words[start].istitle()
        and view.deps[start] in ("nsubj", "nsubjpass", "dobj", "pobj", "compound")
        and view.lower(start) not in words("others.calendar")
        and start > 0
        and view.words[start - 1].istitle()
    )


def _without_people(view: View, mention: Mention) -> Mention:
    """Without the people that somebody is of: "Zemblan Ilka Brandt"; of two words the first may be a given name."""
    start = mention.start
    if (
        mention.label == "PERSON"
        and mention.end - start >= 3
        and view.words[start + 1][:1].isupper()
        and (view.lower(start) in words("others.demonyms") or view.lower(start) in words("people.adherents"))
    ):
        return part(mention, start + 1, mention.end, "people")
    return mention


def _grown(view: View, found: list[Mention], taken: list[bool], like: Like) -> list[Mention]:
    """Names whose rest the model left out, made whole; what two mentions would share goes to the first."""
    grown: list[Mention] = []
    for mention in found:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    for mention in found:
        if grown and mention.start < grown[-1].end:
            continue
        if grown and _go_on(view, grown[-1], mention):
            grown[-1] = part(grown[-1], grown[-1].start, mention.end, "whole_name")
            continue
        if grown and _is_named_after_place(view, grown[-1], mention):
            grown[-1].label = "PERSON"
            grown[-1] = part(grown[-1], grown[-1].start, mention.end, "given_name")
            continue
        if _is_given_name(view, mention, taken, like) or _is_surname(view, mention, taken, like):
            mention.label = "PERSON"
            mention.rules.append("given_name")
        end = _with_ending(view, mention.start, _right(view, mention, taken))
        start = _left(view, mention, taken, grown[-1].end if grown else 0)
        if (start, end) != (mention.start, mention.end):
            taken[start:end] = [True] * (end - start)
            mention = part(mention, start, end, "whole_name")  # noqa: PLW2901 - the same name, made whole
        grown.append(mention)
    return grown


def _with_ending(view: View, start: int, end: int) -> int:
    """Behind the "'s" of "Macy's", where it is the company's own."""
    own = end < len(view) and f"{view.surface(start, end)}'s" in namesakes() and is_own_ending(view, start, end)
    return end + own


def _go_on(view: View, one: Mention, two: Mention) -> bool:
    """Whether two people's names that nothing parts are one; and "Washington, D.C."."""
    if one.end + 1 == two.start and two.end - two.start == 1 and is_district(view, one.end):
        return True
    if one.label == two.label == "GPE" and one.end == two.start and not view.breaks[two.start]:
        return is_well_known(view.surface(one.start, two.end))
    if one.label == "ORG" and two.label == "GPE" and one.end == two.start and view.heads[one.end - 1] == two.start:
        place = view.surface(two.start, two.end)
        return not view.breaks[two.start] and (bool(country_code(place)) or known_as(place) == "province")
    return one.end == two.start and one.label == two.label == "PERSON" and not view.breaks[two.start]


def _is_named_after_place(view: View, one: Mention, two: Mention) -> bool:
    """Whether a "place" is the given name of the surname right behind it: "Chad Whitlow" as a place and a person."""
    at = one.start
    return (
        one.label == "GPE"
        and two.label == "PERSON"
        and one.end == two.start
        and one.end - at == two.end - two.start == 1
        and not view.breaks[two.start]
        and view.deps[at] == "compound"
        and view.heads[at] == two.start
        and not (at and not view.breaks[at] and view.tags[at - 1] in ("IN", "TO", "POS"))
    )


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


def _is_surname(view: View, mention: Mention, taken: list[bool], like: Like) -> bool:
    """A lone "organization" or "place" behind a given name that the model left out."""
    before = mention.start - 1
    return (
        mention.label in ("ORG", "GPE", "NORP")
        and mention.end - mention.start == 1
        and _is_free_name(view, before, taken)
        and not view.breaks[mention.start]
        and view.deps[before] == "compound"
        and view.heads[before] == mention.start
        and like(view.words[before]) == "given"
        and like(view.words[mention.start]) in ("given", "surname", "unknown")
    )


def _is_free_name(view: View, index: int, taken: list[bool], *, tied: bool = False) -> bool:
    """Whether a token could belong to the name beside it: a capitalised proper noun that nothing else has taken."""
    return (
        0 <= index < len(view)
        and not taken[index]
        and (tied or view.tags[index] in PROPER)
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
            and view.is_tight(end)
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
    while start > floor and not view.breaks[start] and _may_precede(view, start, mention, taken):
        before = view.lower(start - 1)
        if is_institution(view, start - 1) or before in words("people.offices") or _is_apart(view, start - 1):
            break
        if mention.label == "PERSON" and is_employer(view, start - 1):
            break
        if mention.label == "PERSON" and (before in words("others.demonyms") or before in words("people.adherents")):
            break
        start -= 1
    return start


def _may_precede(view: View, start: int, mention: Mention, taken: list[bool]) -> bool:
    """Whether the word before ``start`` may belong to the name: one that the parser ties to it counts as a noun."""
    at = start - 1
    tied = (
        mention.label == "PERSON"
        and view.tags[at] not in PROPER
        and view.deps[at] == "compound"
        and view.heads[at] == mention.end - 1
        and not view.breaks[at]
        and view.words[at].istitle()
    )
    return _is_free_name(view, at, taken, tied=tied)


def _is_apart(view: View, index: int) -> bool:
    """Whether the token before a name is none of its own: "Rival X", "pro-Tanor X"."""
    if is_opening(view, index):
        return True
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
