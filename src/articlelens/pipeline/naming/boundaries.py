"""Where a name begins and ends: the entity recognizer's spans, and runs of proper nouns, made into whole names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from articlelens.gazetteer import country_code, is_well_known
from articlelens.pipeline.naming.lexicon import lines, namesakes, well_known, words
from articlelens.pipeline.naming.scores import is_result
from articlelens.pipeline.naming.view import HYPHENS, Mention, View

ARTICLES: Final = frozenset({"the", "a", "an"})
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
# Places whose article is part of the name (the spelling of ISO 3166 and of the towns themselves).
NAMES_WITH_ARTICLE: Final = frozenset({"The Hague", "The Gambia", "The Bahamas"})
# OntoNotes labels whose spans are never names of ours.
NUMBERS: Final = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
SCORE: Final = 3  # tokens of "3-1"
MIN_NAME: Final = 2  # words of a full name; letters that may be initials
INITIALS: Final = frozenset({"MS", "MK"})  # of South Asian given names, where titles are "Ms"
_OPENED: Final = frozenset('"“‘')
_COMPANY: Final = frozenset({"inc", "ltd", "llc", "co", "corp", "plc", "jr", "sr"})

Like = Callable[[str], str]
Rule = Callable[[View, Mention], Iterable[Mention]]


def part(mention: Mention, start: int, end: int, rule: str) -> Mention:
    """A mention of other tokens, by a rule."""
    return Mention(start=start, end=end, label=mention.label, rules=[*mention.rules, rule])


def one_line(view: View, mention: Mention) -> Iterator[Mention]:
    """Names do not run over the end of a sentence or a line."""
    cuts = [i for i in range(mention.start + 1, mention.end) if view.breaks[i]]
    if not cuts:
        yield mention
        return
    for start, end in zip([mention.start, *cuts], [*cuts, mention.end], strict=True):
        yield part(mention, start, end, "one_line")


def separators(view: View, mention: Mention) -> Iterator[Mention]:
    """Parts that a slash, a bracket, a bar or (but for companies and lists of duties) a comma parts."""
    words_ = view.words
    listing = mention.label == "ORG" and any(view.lower(i) in ("and", "&") for i in range(mention.start, mention.end))
    cuts = [
        i
        for i in range(mention.start + 1, mention.end - 1)
        if words_[i] in "/|;:([])•—–"
        or (words_[i] == "," and not listing and view.lower(i + 1) not in _COMPANY and not is_district(view, i))
        or (mention.label == "PERSON" and (view.lowers[i] == "and" or (words_[i] == "&" and not _is_firm(mention, i))))
        or (mention.label in ("PERSON", "GPE") and words_[i] in words("grammar.cuts_of_names"))
        or words_[i] in words("grammar.cuts")
        or (words_[i] == "in" and i - mention.start == 1 and is_well_known(view.surface(i + 1, mention.end)))
        or (words_[i] == "and" and _are_alike(view, mention, i))
        or (words_[i] in POSSESSIVES and _is_owner(view, mention, i))
        or (words_[i] == "the" and view.lowers[i - 1] not in words("grammar.before_the"))
    ]
    if not cuts:
        yield mention
        return
    for start, end in zip([mention.start, *(i + 1 for i in cuts)], [*cuts, mention.end], strict=True):
        if start < end:
            yield part(mention, start, end, "separators")


def _is_owner(view: View, mention: Mention, index: int) -> bool:
    """Whether a well-known firm owns what follows: "Alphabet's Google" is two, "Lord's Taverners" one."""
    owner = view.surface(mention.start, index)
    return (
        (owner in well_known() or owner in namesakes())
        and f"{owner}'s" not in namesakes()
        and view.words[index + 1][:1].isupper()
    )


def _are_alike(view: View, mention: Mention, joint: int) -> bool:
    """Whether two bodies of one kind are joined: "University of Tarn and Zemblan University"."""
    last = view.lower(mention.end - 1)
    return (
        mention.end - joint > 2 and last in words("organizations.alone") and last in view.lowers[mention.start : joint]
    )


def _is_firm(mention: Mention, joint: int) -> bool:
    """Whether "&" joins the partners of a firm, by their surnames alone, and not two people's full names."""
    return joint - mention.start == 1 or mention.end - joint - 1 == 1


def edges(view: View, mention: Mention) -> Iterator[Mention]:
    """No article, no possessive, no punctuation, no stray small word at either end."""
    start, end = mention.start, mention.end
    if end - start > SCORE and is_result("".join(view.words[end - SCORE : end])):
        end -= SCORE
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
        _is_edge(view, start)
        or _is_article(view, start, end)
        or _is_small(view, start, mention.label)
        or (end - start > 1 and mention.label in ("PERSON", "GPE", "") and is_opening(view, start))
    ):
        start += 1
    if start < end and any(char.isalpha() for char in view.surface(start, end)):
        yield mention if (start, end) == (mention.start, mention.end) else part(mention, start, end, "edges")


def is_opening(view: View, index: int) -> bool:
    """Whether a capital is only that of a preposition that a sentence begins with: "Under Quill, the firm grew"."""
    return view.lowers[index] in words("grammar.openings") and (
        view.breaks[index] or index == 0 or view.words[index - 1] in _OPENED
    )


def _is_edge(view: View, index: int) -> bool:
    return view.words[index] in POSSESSIVES or not any(char.isalnum() for char in view.words[index])


def _is_own_possessive(view: View, start: int, index: int, label: str) -> bool:
    """Whether "'s" belongs to a company's name: nothing is owned where a verb or a preposition follows."""
    if view.lowers[index] not in ("'s", "’s"):
        return False
    if index > start and f"{view.surface(start, index)}'s" in namesakes():
        return is_own_ending(view, start, index)
    return label == "ORG" and index + 1 < len(view) and view.tags[index + 1] in ("VBD", "VBZ", "MD", "IN")


def is_own_ending(view: View, start: int, index: int) -> bool:
    """Whether "'s" at ``index`` belongs to a known name that begins at ``start``.

    It does where nothing owned follows, as in "Macy's closed a shop"; and before what a firm has, as in "Macy's
    shares", where nobody of the text goes by that name with another before it.
    """
    behind = index + 1
    if behind >= len(view) or view.words[index] not in POSSESSIVES:
        return False
    if view.tags[behind] in ("VBD", "VBZ", "VBP", "MD", "IN", "CC", ",", "."):
        return True
    return view.lower(behind) in words("organizations.belongings") and not _is_surname(view, start)


def _is_surname(view: View, index: int) -> bool:
    """Whether the word at ``index`` stands somewhere behind another capital, as in "Mr Kohl" or "Ana Kohl"."""
    word = view.words[index]
    return any(
        other == word and at > 0 and view.words[at - 1][:1].isupper() and not view.breaks[at]
        for at, other in enumerate(view.words)
    )


def _is_tail(view: View, index: int, label: str) -> bool:
    """A score behind a place or a person, "-led", or the next caption's "Photo:"."""
    if view.words[index] in words("people.compounds") and view.words[index - 1] in HYPHENS:
        return True
    if label == "PERSON" and view.words[index].isupper() and view.lower(index) in words("people.postnominals"):
        return True
    if view.words[index].isdigit():
        return label in ("GPE", "PERSON")
    if view.words[index][0].isdigit() and is_result(view.words[index]):
        return True
    return view.lower(index) in words("others.junk") and index + 1 < len(view) and view.words[index + 1] in ":/"


def _is_article(view: View, start: int, end: int) -> bool:
    return end - start > 1 and view.lowers[start] in ARTICLES and view.surface(start, end) not in NAMES_WITH_ARTICLE


def _is_small(view: View, index: int, label: str) -> bool:
    """A word in lower case that the tagger takes for a function word, or any beside a person's name."""
    word = view.words[index]
    if not word.islower() or word in words("people.particles"):
        return False
    return label == "PERSON" or view.tags[index] in ("IN", "TO", "CC", "DT", "VBD", "VBZ", "RB", "MD")


def employer(view: View, mention: Mention) -> Iterator[Mention]:
    """An acronym before a person's full name is somebody else's: "QRS Chairman Amara Nwosu"."""
    start = mention.start
    if mention.label == "PERSON" and mention.end - start > MIN_NAME and is_employer(view, start):
        yield Mention(start=start, end=start + 1, label="ORG", rules=[*mention.rules, "employer"])
        yield part(mention, start + 1, mention.end, "employer")
    else:
        yield mention


def is_employer(view: View, index: int) -> bool:
    """Whether a word is an acronym, and what follows is not in capitals too."""
    word, after = view.words[index], view.words[index + 1 : index + 2]
    return len(word) > MIN_NAME and word.isalpha() and word.isupper() and after != [] and after[0].istitle()


def titles(view: View, mention: Mention) -> Iterator[Mention]:
    """A title stands before a person's name and is no part of it: "Gen. Hossam Idris"."""
    start, end = mention.start, mention.end
    if _is_place_with_title(view, mention):
        yield mention
        return
    if mention.label in ("PERSON", "") or (mention.label in ("ORG", "GPE", "LAW", "WORK_OF_ART") and end - start <= 3):
        at = title_end(view, start, end)
        if at > start and end - at == 1 and view.lower(at) in words("people.address"):
            return  # "Datuk Seri" before a name: nobody yet
        if at > start and (mention.label == "PERSON" or end - at <= 2) and not is_institution(view, end - 1):
            yield part(mention, at, end, "titles")
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
    yield mention if start == mention.start else part(mention, start, mention.end, "office")


def title_end(view: View, start: int, end: int) -> int:
    """The token behind the titles that ``start`` to ``end`` begins with; at least one token is left."""
    if end - start == 2 and view.lower(start) in words("people.forenames"):
        return start
    if end - start == 2 and _is_double(view, start):
        return start
    at = start
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
    return (known or _is_double(view, index)) and index < len(view) and view.words[index][:1].isupper()


def _is_double(view: View, index: int) -> bool:
    """Whether a title of two words begins, such as "Crown Prince"."""
    return f"{view.lower(index)} {view.lower(index + 1)}" in lines("people.double")


def is_institution(view: View, index: int) -> bool:
    """Whether a name's last word says what body, company or place it is."""
    last = view.lower(index)
    return any(last in words(kind) for kind in ("organizations.heads", "places.heads", "organizations.suffixes"))


def trailing_role(view: View, mention: Mention) -> Iterator[Mention]:
    """What is said of someone in an organization is no part of its name: "the Quay Union Secretary"."""
    end = mention.end
    while end - mention.start > 1 and view.lower(end - 1) in words("people.roles") and mention.label != "PERSON":
        if view.lower(end - 1) in words("organizations.heads") or view.lower(end - 2) == "of":  # "Court of Justice"
            break
        end -= 1
    if end == mention.end:
        yield mention
    else:
        yield Mention(start=mention.start, end=end, label="", rules=[*mention.rules, "trailing_role"])


def trailing_title(view: View, mention: Mention) -> Iterator[Mention]:
    """The title of those who are named next is no part of a name: "Ohio Sens. Ana Quispe and Luis Flores"."""
    last = mention.end - 1
    behind = mention.end + (view.words[mention.end : mention.end + 1] == ["."])
    if (
        last > mention.start
        and view.lower(last) in words("people.plural_titles")
        and behind < len(view)
        and view.words[behind][:1].isupper()
    ):
        yield Mention(start=mention.start, end=last, label="", rules=[*mention.rules, "trailing_title"])
    else:
        yield mention


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
    yield mention if start == mention.start else part(mention, start, mention.end, "described")


def common_tail(view: View, mention: Mention) -> Iterator[Mention]:
    """A common noun in lower case behind a place's name is no part of it: "Tanor district"."""
    if mention.label in ("GPE", "LOC") and mention.end - mention.start > 1:
        last = view.end_word(mention)
        if last.islower() and last in words("places.kinds"):
            yield from edges(view, part(mention, mention.start, mention.end - 1, "common_tail"))
            return
    yield mention


def is_district(view: View, comma: int) -> bool:
    """Whether a comma is that of "Washington, D.C.", which is one name."""
    return view.words[comma] == "," and view.lower(comma - 1) == "washington" and view.lower(comma + 1) == "dc"


RULES: Final[tuple[Rule, ...]] = (
    one_line, separators, edges, employer, titles, office, trailing_role, trailing_title, described, common_tail,
)  # fmt: skip
