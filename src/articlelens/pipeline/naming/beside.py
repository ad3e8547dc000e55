"""What stands beside names and tells them apart, though one could be short for the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Final

from articlelens.pipeline.naming.forms import Words, fold, is_acronym_form
from articlelens.pipeline.naming.lexicon import namesakes, well_known, words
from articlelens.pipeline.naming.monograms import is_monogram
from articlelens.pipeline.naming.owners import find_owners

_KIN: Final = re.compile(r"\b(?:father|grandfather|grandson|namesake|son|son of)(?:,| and)? $", re.IGNORECASE)
_RELATIVE: Final = re.compile(r"(?:['’]s|\b(?:his|her|their))(?: [a-z-]+)? ([a-z-]+),? $", re.IGNORECASE)
_HOLDINGS: Final = frozenset({"group", "holdings"})
_WINDOW: Final = 40  # characters beside a name that are looked at


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the forms of one class; each by the form."""

    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Titles that go with a given name: "Queen", "Pope"."""
    kin: Collection[str] = ()
    """Forms that stand behind "his father", "the son of"."""
    relatives: Collection[str] = ()
    """Forms that are brought in as somebody's kin: "his wife, X", "Y's brother X"."""
    genders: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """Whether a person is spoken of as a man or a woman, by form and offset."""
    starts: Sequence[int] = ()
    """Where sentences begin."""
    sentences: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """The numbers of the sentences that a form stands in."""
    also: Sequence[tuple[str, str]] = ()
    """Forms of any class, each with another that the text gives for the same: "X, known as Y"."""
    owners: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """Whose a public body is, by offset: of "Ukraine's Foreign Ministry", "the Foreign Ministry in Moscow"."""


def look_beside(
    text: str, kind: str, written: Mapping[str, Sequence[Mapping[str, Any]]], sentences: Sequence[int]
) -> Beside:
    """What stands beside the names of one class.

    Args:
        text: The article.
        kind: ``person``, ``organization`` or ``place``.
        written: The mentions of each form, as items with ``start``, ``end`` and ``roles``.
        sentences: Where sentences begin, in code points and in order.
    """
    if kind == "place":
        return Beside()
    within = {
        form: frozenset(bisect_right(sentences, mention["start"]) for mention in mentions) if sentences else frozenset()
        for form, mentions in written.items()
    }
    if kind == "organization":
        return Beside(sentences=within, owners=find_owners(text, written))
    titles = {form: found for form, mentions in written.items() if (found := _titles(mentions))}
    kin = {form for form, mentions in written.items() if any(_is_kin(text, mention["start"]) for mention in mentions)}
    relatives = {form for form, mentions in written.items() if _is_relative(text, mentions[0]["start"])}
    genders = {
        form: told
        for form, mentions in written.items()
        if (told := {mention["start"]: mention["gender"] for mention in mentions if mention.get("gender")})
    }
    return Beside(titles=titles, kin=kin, relatives=relatives, genders=genders, starts=sentences, sentences=within)


def _titles(mentions: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    lasts = (role.lower().split()[-1] for mention in mentions for role in mention.get("roles", ()))
    return frozenset(lasts) & words("people.regnal")


def _is_kin(text: str, start: int) -> bool:
    return _KIN.search(text[max(0, start - _WINDOW) : start]) is not None


def _is_relative(text: str, start: int) -> bool:
    match = _RELATIVE.search(text[max(0, start - _WINDOW) : start])
    return match is not None and match[1].lower() in words("people.kin")


class Apart:
    """Which names are apart, by what stands beside them, though one fits the other.

    The methods that take a short and a long name are the guards of the rules in :mod:`.fits`.

    Args:
        groups: The forms of each name.
        where: Where each name stands in the text.
        beside: What stands beside the forms.
    """

    def __init__(
        self, groups: Mapping[Words, AbstractSet[str]], where: Mapping[Words, Sequence[int]], beside: Beside
    ) -> None:
        def gather(by: Mapping[str, frozenset[Any]]) -> dict[Words, frozenset[Any]]:
            sets = {name: [by[form] for form in group if form in by] for name, group in groups.items()}
            return {name: frozenset().union(*found) for name, found in sets.items() if found}

        self._titles = gather(beside.titles)
        self._sentences = gather(beside.sentences)
        self._kin = {name for name, group in groups.items() if not group.isdisjoint(beside.kin)}
        self._acronyms = {name for name, group in groups.items() if all(is_acronym_form(form) for form in group)}
        self._initials = {
            name for name, group in groups.items() if all(is_monogram(form.partition(" ")[0]) for form in group)
        }
        self._where = where
        self._names = groups.keys()
        known = well_known() | namesakes()
        self._listed = {name for name, group in groups.items() if not known.isdisjoint(group)}
        legal = words("organizations.suffixes") | _HOLDINGS
        self.companies = {name for name, group in groups.items() if any(legal & {*fold(form)[-1:]} for form in group)}
        self.companies |= {name for name in self._listed if len(name) > 1}

    def never(self, _short: Words, _long: Words) -> bool:
        """Nothing beside the names keeps them apart."""
        return False

    def have_titles(self, short: Words, long: Words) -> bool:
        """Whether the short name has a title that goes with a given name, and the long one another or none."""
        titles = self._titles.get(short)
        return bool(titles and titles.isdisjoint(self._titles.get(long, ())))

    def are_two(self, short: Words, long: Words) -> bool:
        """Whether they are two full names of one sentence, or a father's and a son's."""
        return self.are_together(short, long) or self.are_kin(short, long)

    def are_firm_and_unit(self, short: Words, long: Words) -> bool:
        """Whether they are a firm's and a unit's, or two of one sentence."""
        return self.are_together(short, long) or self._is_part(short, long)

    def is_word(self, short: Words, _long: Words) -> bool:
        """Whether the short name is written as a word, and not as initials."""
        return short not in self._initials

    def sentences_of(self, name: Words) -> frozenset[int]:
        """The sentences that a full name stands in; those of a name of one word say nothing."""
        return self._sentences.get(name, frozenset()) if len(name) > 1 else frozenset()

    def are_together(self, short: Words, long: Words) -> bool:
        """Whether one sentence has both, as no sentence has two forms of one name."""
        return not self._sentences.get(short, frozenset()).isdisjoint(self._sentences.get(long, ()))

    def are_kin(self, short: Words, long: Words) -> bool:
        """Whether the name without "Jr." is a father's or a son's: named before, beside it, or as such."""
        if short[-1] in words("people.generations") or long[-1] not in words("people.generations"):
            return False
        at, later = self._where[short], self._where[long]
        before = bool(at and later) and at[0] < later[0]
        return before or short in self._kin or self.are_together(short, long)

    def _is_part(self, short: Words, long: Words) -> bool:
        """Whether the longer name is a unit's: "Volta News"; behind an acronym but for what companies end in."""
        rest = long[len(short) :]
        if rest in self._names and not words("organizations.heads").issuperset(rest):
            return True  # "Air France" of "Air France-KLM", where KLM is named as well
        companies = words("organizations.suffixes") | _HOLDINGS
        if short in self._listed and words("organizations.heads").isdisjoint(rest) and companies.isdisjoint(rest):
            return rest != ("motor",)  # "Anglo American Platinum" of Anglo American
        return rest[-1] in words("organizations.parts") or (short in self._acronyms and not companies.issuperset(rest))
