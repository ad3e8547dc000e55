"""What somebody is: titles before the name, appositions, copulas; always in the text's own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from articlelens.pipeline.naming.lexicon import words
from articlelens.pipeline.naming.view import Mention, View

MAX_TITLE: Final = 6  # tokens of a title before a name
MAX_PHRASE: Final = 14  # tokens of an apposition
MAX_OWNER: Final = 5  # tokens of "Manchester United" in "former Manchester United striker"
MODIFIERS: Final = ("NN", "JJ", "VBG", "VBN", "HYPH", "RB", "CD")  # tags; a title's words, "Deputy", "vice-", "then"
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
COPULAS: Final = frozenset({"is", "was", "became", "becomes", "remains"})
_STOPS: Final = frozenset(',.;:!?()[]"“”—–') | {"who", "whom", "whose", "which", "and", "but", "--"}
_ENDS: Final = _STOPS | {"that", "said", "says"}  # "X, a judge said, …" says nothing of X: no apposition ends so
_DROPPED: Final = frozenset({"the", "his", "her", "its", "their", "our"})  # "its chairman" is chairman
_ARTICLES: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "our"})
_STATUS: Final = "people.status"
_OWNING: Final = frozenset({"compound", "nmod"})  # dependency labels of "NATO" in "NATO spokesman X"
_AGED: Final = frozenset({"aged", "age"})
_DOTTED: Final = frozenset({"mep", "mp", "pm", "phd"})
_HOURS: Final = frozenset({"a.m.", "p.m.", "m.", "am", "pm"})  # "At 5 p.m. President X spoke"
_HAVING: Final = frozenset({"had", "has", "have", "having"})
_LOGIST: Final = "ologist"
_BEHIND: Final = frozenset({"elect", "designate", "emeritus"})  # "President-elect", "professor emeritus"


def find_roles(view: View, mention: Mention, taken: Collection[int]) -> list[str]:
    """The roles that the text gives a person around one mention.

    Args:
        view: The document.
        mention: A person's mention.
        taken: The tokens of all names, which are no part of a title.
    """
    found = [*_title(view, mention, taken), *_behind(view, mention, taken), *_in_front(view, mention, taken)]
    return [" ".join(view.surface(start, end).split()) for start, end in found]


def _is_role(view: View, index: int) -> bool:
    lower = view.lower(index)
    if view.words[index].count(".") > 1 and lower not in _DOTTED:  # "M.K. X" is called so
        return False
    if lower in words("people.plural_titles") and view.words[index].islower():
        return False  # "on that day presidents X and Y met"
    known = any(lower in words(kind) for kind in ("people.roles", "people.callings", "people.titles"))
    return (known or lower.endswith(_LOGIST)) and lower not in words("people.address")


def _title(view: View, mention: Mention, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """As in "Deputy Transport Minister X": the nouns right before the name, the last one a role."""
    end = mention.start
    if office := _office(view, end) or _of_body(view, end, taken):
        yield _with_status(view, office[0], taken), end
        return
    while end > 0 and view.lower(end - 1) in words("people.address") and not view.breaks[end]:
        end -= 1
    at = _before_suffix(view, end)
    if at <= 0 or any(view.breaks[at : end + 1]) or not _is_role(view, at - 1) or at - 1 in taken:
        return
    start = at - 1
    capital = view.words[start][:1].isupper()
    while (
        start > 0
        and (not capital or not view.words[start - 1].isalpha() or view.words[start - 1][:1].isupper())
        and view.lower(start - 1) not in words("others.calendar")
        and at - start < MAX_TITLE
        and not view.breaks[start]
        and start - 1 not in taken
        and (view.tags[start - 1].startswith(MODIFIERS) or _is_role(view, start - 1))
        and view.lower(start - 1) not in words("people.address")
        and not (view.lowers[start - 1] in words(_STATUS) and _is_verb(view, start - 1))
        and not view.words[start - 1][:1].isdigit()
        and view.words[start - 1] not in _HOURS
        and view.lowers[start - 1] != "named"  # "the firm named veteran X as its head"
    ):
        start -= 1
    while start < at - 1 and not view.words[start][:1].isalnum():
        start += 1
    start = _with_body(view, start, taken)
    start = _with_other(view, start, taken)
    yield _with_status(view, _with_owner(view, start, mention.end, taken), taken), end


def _with_body(view: View, start: int, taken: Collection[int]) -> int:
    """Where a title begins that says of what it is: "Commissioner of Police X", "Chief of Staff General X"."""
    head = start - 2
    if head < 0 or view.lowers[start - 1] != "of" or any(view.breaks[head + 1 : start + 1]) or head in taken:
        return start
    if not view.words[head].istitle() or not _is_role(view, head):
        return start
    while head > 0 and not view.breaks[head] and view.words[head - 1].istitle() and _is_role(view, head - 1):
        head -= 1
    return head


def _with_other(view: View, start: int, taken: Collection[int]) -> int:
    """Where a title begins with the one before it: "actor and director X", but not "the actor and director X"."""
    other = start - 2
    if other < 0 or view.lowers[start - 1] != "and" or any(view.breaks[other + 1 : start + 1]) or other in taken:
        return start
    alone = view.breaks[other] or other == 0 or not view.tags[other - 1].startswith(("DT", "IN", "PRP", "NN", "CC"))
    return other if alone and _is_role(view, other) else start


def _with_owner(view: View, start: int, end: int, taken: Collection[int]) -> int:
    """Where a title begins with the name before it: "NATO spokesman X", but not "in Lima President X"."""
    at = start
    while at > 0 and at - 1 in taken and not view.breaks[at] and start - at < MAX_OWNER:
        at -= 1
    if at == start or view.deps[start - 1] not in _OWNING or not start <= view.heads[start - 1] < end:
        return start
    before = at - 1
    before -= before > 0 and view.tags[before] == "DT" and not view.breaks[before]
    told = view.lower(before) in words("people.speech")  # "told the BBC President X had lied"
    outside = told or view.tags[at - 1] in ("IN", "TO", "POS")
    return start if at > 0 and not view.breaks[at] and outside else at


def _before_suffix(view: View, end: int) -> int:
    """Where the noun of a title ends that ``end`` stands behind: before "-elect"."""
    if end > 1 and view.lower(end - 1) in _BEHIND:
        end -= 1
        end -= view.words[end - 1] == "-"
    return end


def _with_status(view: View, start: int, taken: Collection[int]) -> int:
    """Where a title begins with what it must not be told without: "former US President", "then-Mayor"."""
    at = start
    while not view.breaks[at] and start - at < MAX_OWNER:
        if (status := _status(view, at)) < at:
            return _with_status(view, status, ())
        plain = at - 1 in taken or view.words[at - 1] == "-" or view.tags[at - 1].startswith(("NN", "JJ"))
        if at == 0 or not plain or view.lower(at - 1) in words("others.calendar"):
            break
        at -= 1
    return start


def _status(view: View, end: int) -> int:
    """Where the word begins before ``end`` that says somebody was, will be or would be something; ``end`` if none."""
    if end == 0 or view.breaks[end]:
        return end
    last = end - 1
    if last > 1 and view.words[last - 1] == "-" and f"{view.lowers[last - 2]}-{view.lowers[last]}" in words(_STATUS):
        return last - 2  # "would-be"
    if last > 0 and view.words[last] == "-" and view.lowers[last - 1] in words(_STATUS):
        return last - 1  # "ex-"
    if view.lowers[last] == "then" and (view.breaks[last] or view.lowers[last - 1] in ("and", ",")):
        return end  # "and then President X left"
    return last if view.lowers[last] in words(_STATUS) and not _is_verb(view, last) else end


def _is_verb(view: View, at: int) -> bool:
    """Whether somebody does what the word says: "critics accused President X", and not "the accused president"."""
    if not view.lowers[at].endswith("ed") or at == 0 or view.breaks[at]:
        return False
    if view.tags[at] == "VBD":
        return True  # "the coup that ousted President X": nobody says that X was one no longer
    return view.tags[at - 1].startswith(("NN", "PRP", "WP", "RB", "MD", "WDT")) or view.lowers[at - 1] in _HAVING


def _office(view: View, end: int) -> tuple[int, int] | None:
    """As in "Minister of Roads and Power X"."""
    at = end
    while at > 0 and not view.breaks[at] and end - at < MAX_PHRASE:
        joint = at < end and view.lowers[at - 1] in ("and", "&", ",", "for")
        if view.lower(at - 1) not in words("people.offices") and not joint:
            break
        at -= 1
    if at < end and view.lowers[at] == "for":
        at += 1
    if at == end or at < 2 or view.lowers[at - 1] not in ("of", "for") or not _is_role(view, at - 2):
        return None
    start = at - 2
    while start > 0 and not view.breaks[start] and view.words[start - 1].istitle() and _is_plain(view, start - 1):
        start -= 1
    return start, end


def _of_body(view: View, end: int, taken: Collection[int]) -> tuple[int, int] | None:
    """As in "Ambassador to the United Nations X": a role, the name that it is held at, and who holds it."""
    at = end
    while at > 0 and at - 1 in taken and not view.breaks[at] and end - at < MAX_OWNER:
        at -= 1
    if at == end:
        return None
    at -= view.lower(at - 1) == "the"
    if at < 2 or any(view.breaks[at - 1 : end + 1]) or view.lowers[at - 1] not in ("of", "for", "to"):
        return None
    start = at - 2
    if not view.words[start].istitle() or not _is_role(view, start) or start in taken:
        return None
    while start > 0 and not view.breaks[start] and view.words[start - 1].istitle() and _is_plain(view, start - 1):
        start -= 1
    return start, end


def _phrase(view: View, start: int, taken: Collection[int]) -> tuple[int, int] | None:
    """The noun phrase at ``start`` if its noun is a role: "a leader in the Upland Council"."""
    noun = _noun(view, start)
    if noun is None or noun in taken or not _is_role(view, noun):
        return None
    end = noun + 1
    while end < len(view) and end - start < MAX_PHRASE and not _is_end(view, end, taken):
        end += 1
    if view.lower(start) in _DROPPED:
        start += 1
    return (start, end) if start < end and end - start < MAX_PHRASE else None


def _is_end(view: View, at: int, taken: Collection[int]) -> bool:
    """Whether what is said of somebody ends before the token; "Department of Trade and Industry" goes on."""
    return view.breaks[at] or (view.lowers[at] in _ENDS and at not in taken)


def _noun(view: View, start: int) -> int | None:
    """The head of the noun phrase that begins at ``start``: the last noun before a preposition, a verb, a mark."""
    noun: int | None = None
    at = start + (view.lower(start) in _ARTICLES)
    while at < len(view) and at - start < MAX_PHRASE and not (at > start and view.breaks[at]):
        tag = view.tags[at]
        if view.lowers[at] in _ENDS or (noun is not None and tag.startswith(("VB", "RB", "CD"))):
            break
        if tag == "POS":  # what follows is the noun, "the president's son"
            noun = None
        elif tag.startswith("NN") or _is_role(view, at):
            noun = at
        elif not tag.startswith(MODIFIERS) and tag != "$":
            break
        at += 1
    return noun - 1 if noun and view.lowers[noun] in _BEHIND and _is_role(view, noun - 1) else noun


def _behind(view: View, mention: Mention, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """As in "X, a leader in …" and "X is a lawyer"."""
    at = mention.end
    if at >= len(view) - 1:
        return
    if view.words[at] == "(":
        phrase = _phrase(view, at + 1, taken)
        if phrase and phrase[1] < len(view) and view.words[phrase[1]] == ")":
            yield phrase
        at = _behind_age(view, at)
    if view.words[at] == ",":
        yield from _apposition(view, _behind_age(view, at) + 1, taken)
    elif view.lower(at) in COPULAS and view.lower(at + 1) in ("a", "an", "the"):
        phrase = _phrase(view, at + 1, taken)
        if phrase:
            yield phrase
    else:
        yield from _made(view, at, taken)


def _behind_age(view: View, at: int) -> int:
    """The comma behind an age, ", 47," or " (47),", else ``at``."""
    age = at + 1 + (view.lower(at + 1) in _AGED)
    if view.lower(age).isdigit():
        comma = age + 1 + (view.words[at] == "(")
        if comma < len(view) - 1 and view.words[comma] == ",":
            return comma
    return at


def _apposition(view: View, at: int, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """As in ", a lawyer,", ", who is a lawyer," and ", who heads the bank," behind a name."""
    if view.lower(at) == "who" and view.lower(at + 1) in words("people.leading"):
        end = next((i for i in range(at + 2, min(at + MAX_PHRASE, len(view))) if _is_end(view, i, taken)), at + 2)
        if end > at + 2 and _closes(view, end) and not _is_clause(view, at + 2, end):
            yield at + 1, end
        return
    clause = view.lower(at) == "who" and view.lower(at + 1) in COPULAS
    then = view.lower(at) == "then" and view.lower(at + 1) in _ARTICLES
    start = at + 2 * clause + then
    phrase = _phrase(view, start, taken) if start < len(view) else None
    if phrase and _closes(view, phrase[1]) and not _is_clause(view, *phrase):
        yield phrase[0] - then * (phrase[0] == start), phrase[1]


def _made(view: View, at: int, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """As in "X was elected president of the club last year", without the time."""
    if view.lower(at) in ("has", "had") and view.lower(at + 1) == "been":
        at += 1
    if view.lower(at) not in ("was", "been", "is") or view.lower(at + 1) not in words("people.making"):
        return
    start = at + 2 + (view.lower(at + 2) == "as")
    phrase = _phrase(view, start, taken) if start < len(view) else None
    if phrase is None:
        return
    begin, end = phrase
    times = (i for i in range(begin + 1, end) if _is_time(view, i))
    end = next(times, end)
    if not _is_clause(view, begin, end):
        yield begin, end


def _is_time(view: View, at: int) -> bool:
    """Whether "last year", "in 2015", "on Monday", "for five years" begins here."""
    lower, after = view.lowers[at], view.lower(at + 1)
    dated = after in words("others.calendar") or after[:1].isdigit()
    if lower in ("in", "on", "since", "until", "from", "after", "before", "by", "at"):
        return dated or lower in ("after", "before", "by", "until", "since")
    return lower in ("last", "next", "earlier", "later", "yesterday", "today", "this") or lower in words(
        "others.calendar"
    )


def _is_clause(view: View, start: int, end: int) -> bool:
    """Whether a phrase has a verb of its own, "a judge said", and not in a clause about it: "a driver he had hired"."""
    tag = next((tag for tag in view.tags[start:end] if tag in FINITE or tag in ("PRP", "WP")), "")
    return tag in FINITE


def _is_plain(view: View, index: int) -> bool:
    return view.tags[index].startswith(MODIFIERS)


def _closes(view: View, end: int) -> bool:
    return end >= len(view) or view.breaks[end] or view.lowers[end] in _STOPS


def _in_front(view: View, mention: Mention, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """As in "the company's managing director, X": the noun that the parser has the name stand beside."""
    comma = mention.start - 1
    if comma < 1 or view.words[comma] != "," or view.breaks[mention.start]:
        return
    root = mention.end - 1
    while root > mention.start and mention.start <= view.heads[root] < mention.end and view.heads[root] != root:
        root -= 1
    head = view.heads[root]
    if view.deps[root] != "appos" or not comma - MAX_PHRASE < head < comma or not _is_role(view, head):
        return
    if any(view.words[i] in _STOPS and i not in taken for i in range(head, comma)):
        return
    start = _first_of(view, head, taken)
    if start > 1 and view.words[start - 1] == "," and start - 2 in taken:
        return  # "Ida Lie, a singer, X": it is said of the one before
    if view.lower(start) in _DROPPED:
        start += 1
    yield start, comma


def _first_of(view: View, head: int, taken: Collection[int]) -> int:
    """Where the noun phrase of ``head`` begins; whole names own, "the Bank of Tarn's governor", common nouns do not."""
    start = head
    while start > 0 and not view.breaks[start] and head - start < MAX_PHRASE:
        tag = view.tags[start - 1]
        if tag == "POS":
            owner = start - 1
            while owner > 0 and owner - 1 in taken and not view.breaks[owner]:
                owner -= 1
            return owner if owner < start - 1 else start
        if not (tag.startswith(MODIFIERS) or tag in ("DT", "PRP$")):
            break
        start -= 1
    return start
