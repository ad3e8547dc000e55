"""Which written forms name one and the same.

Forms, not mentions, are merged: what two writers' habits make of one name is the same wherever it stands.  A shorter
form joins a longer one only where one longer name, and no other, can be meant; names that could be two stay apart.
The outcome depends on the set of forms alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from articlelens.gazetteer import country_code
from articlelens.pipeline.naming.beside import Apart, Beside, Words
from articlelens.pipeline.naming.forms import (
    fold,
    generation,
    initials,
    is_acronym_form,
    organization_words,
    person_words,
    place_words,
)
from articlelens.pipeline.naming.lexicon import words

PARTNERS: Final = 3  # words of "Quill & Ledger"
SECOND_SURNAME: Final = 1  # words that a Spanish or Portuguese full name may have behind the usual one


@dataclass(slots=True)
class Cluster:
    """The forms of one entity."""

    forms: set[str] = field(default_factory=set)
    rules: dict[str, str] = field(default_factory=dict)
    """The name of the rule that joined a form to the others, by form."""


def is_short_for(kind: str, short: str, long: str) -> bool:
    """Whether ``short`` is a shorter form of ``long``, both names of class ``kind``."""
    key, steps = _KINDS[kind]
    one, other = key(short), key(long)
    return len(one) < len(other) and any(fits(one, other) for _, fits in steps)


def merge(
    kind: str,
    forms: Collection[str],
    pairs: Iterable[tuple[str, str]] = (),
    offsets: Mapping[str, Sequence[int]] | None = None,
    *,
    listed: Mapping[str, str] | None = None,
    beside: Beside | None = None,
) -> list[Cluster]:
    """Parts the forms of one class into entities.

    Args:
        kind: ``person``, ``organization`` or ``place``.
        forms: The forms, as they are listed.
        pairs: Long forms and their acronyms, from brackets in the text.
        offsets: Where each form stands in the text.  With it, a surname that two people share goes to the one whom the
            text has named when it first uses it, if the other has not been named by then.
        listed: The names in the user's list of the forms that stand there: forms of one are one entity, forms of two
            are never.
        beside: What stands beside the forms and tells them apart.

    Returns:
        The clusters, in the alphabetical order of their first forms.
    """
    key, steps = _KINDS[kind]
    groups, owners = _grouped(forms, key, listed or {})
    parents = _Forest(groups, owners)
    first: dict[str, Words] = {}
    for one, owner in sorted(owners.items()):
        parents.join(one, first.setdefault(owner, one), "listed_alias")
    for long, short in sorted(pairs):
        if key(long) in groups and key(short) in groups:
            parents.join(key(short), key(long), "acronym")
    where = {
        one: sorted(at for form in cluster.forms for at in (offsets or {}).get(form, ()))
        for one, cluster in groups.items()
    }
    near = _near(groups)
    apart = Apart({one: cluster.forms for one, cluster in groups.items()}, where, beside or Beside())
    for name, fits in steps:
        _step(parents, near, (name, fits, *_rivals(kind)), where, apart)
    merged: dict[Words, Cluster] = {}
    for one in sorted(groups):
        into = merged.setdefault(parents.root(one), Cluster())
        into.forms |= groups[one].forms
        into.rules |= groups[one].rules
        if one in parents.rules:
            into.rules |= dict.fromkeys(groups[one].forms, parents.rules[one])
    return sorted(merged.values(), key=lambda cluster: min(cluster.forms))


def _grouped(
    forms: Iterable[str], key: Callable[[str], Words], listed: Mapping[str, str]
) -> tuple[dict[Words, Cluster], dict[Words, str]]:
    """The forms whose words are the same, and which groups are a listed name's."""
    groups: dict[Words, Cluster] = {}
    owners: dict[Words, str] = {}
    for form in sorted(forms, key=lambda form: (form not in listed, form)):
        words_, owner = key(form), listed.get(form)
        if owner and owners.get(words_, owner) != owner:
            words_ = (*words_, owner)  # two listed names that differ by what is not told apart, such as "Ltd"
        cluster = groups.setdefault(words_, Cluster())
        if cluster.forms:
            cluster.rules[form] = "same_name"
        cluster.forms.add(form)
        if owner:
            owners[words_] = owner
    return groups, owners


class _Forest:
    """Disjoint sets of names.

    Args:
        names: The names, each a set of its own.
        owners: Marks of some of them; those with different marks are never joined.
    """

    def __init__(self, names: Iterable[Words], owners: Mapping[Words, str]) -> None:
        self.parent = {name: name for name in names}
        self.owners = dict(owners)
        self.rules: dict[Words, str] = {}

    def root(self, name: Words) -> Words:
        while self.parent[name] != name:
            name = self.parent[name]
        return name

    def join(self, short: Words, long: Words, rule: str) -> None:
        one, other = self.root(short), self.root(long)
        if one != other and not self.apart(one, other):
            top, below = sorted((one, other), key=lambda name: (-len(name), -sum(map(len, name)), name))
            self.parent[below] = top
            self.rules[below] = rule
            if below in self.owners:
                self.owners[top] = self.owners[below]

    def apart(self, one: Words, other: Words) -> bool:
        """Whether two roots must not be joined."""
        owners = {self.owners[name] for name in (one, other) if name in self.owners}
        return len(owners) > 1


Fits = Callable[[Words, Words], bool]


def _near(names: Iterable[Words]) -> dict[Words, list[Words]]:
    """For each name the others that it could be short for: those with its first or last word, or its letters."""
    having: dict[str, set[Words]] = defaultdict(set)
    for name in names:
        for word in {*name, *initials(name)}:
            having[word].add(name)
    near: dict[Words, list[Words]] = {}
    for name in sorted(names):
        marks = {name[0], name[-1], *(initials(name) if len(name[0]) == 1 else ())} if name else set()
        near[name] = sorted({other for mark in marks for other in having[mark]} - {name})
    return near


def _step(
    forest: _Forest,
    near: Mapping[Words, Sequence[Words]],
    step: tuple[str, Fits, Fits],
    where: Mapping[Words, Sequence[int]],
    apart: Apart,
) -> None:
    """Joins each name to the one entity that has a longer name which it fits, where there is one and no other.

    Args:
        forest: The names.
        near: For each name the others that it could be short for.
        step: A rule's name, what it takes for longer names, and what others could be meant besides.
        where: Where each name stands.
        apart: Which are apart nevertheless.
    """
    rule, fits, rivals = step
    found: list[tuple[Words, Words]] = []
    for short, others in near.items():
        if forest.root(short) != short:
            continue
        fitting = [long for long in others if fits(short, long) and not apart(rule, short, long)]
        if not fitting:
            continue
        could = fitting + [long for long in others if rivals(short, long)]
        homes = {home for long in could if not forest.apart(short, home := forest.root(long))} - {short}
        if len(homes) > 1:  # two longer names may be one: "Ana Quispe" and "Ana María Quispe" for "Quispe"
            homes = {home for home in homes if not any(fits(home, other) for other in homes if other != home)}
        if len(homes) > 1 and rule == "last_name":
            homes = _named_before(short, fitting, homes, forest, where)
        if len(homes) == 1:
            found.append((short, homes.pop()))
    for short, home in found:
        forest.join(short, home, rule)


def _named_before(
    short: Words, fitting: Sequence[Words], homes: set[Words], forest: _Forest, where: Mapping[Words, Sequence[int]]
) -> set[Words]:
    """Of the people who share a surname, the one alone whom the text has named when it first uses it."""
    named: dict[Words, int] = {}
    for long in fitting:
        home = forest.root(long)
        if home in homes and where[long]:
            named[home] = min(named.get(home, where[long][0]), where[long][0])
    if len(named) < len(homes):
        return homes
    first, second = sorted(named.values())[:2]
    if any(first < at < second for at in where[short]):
        return {home for home, at in named.items() if at == first}
    return homes


def _within(short: Words, long: Words) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _full_name(short: Words, long: Words) -> bool:
    """Two forms of a full name: a middle name, an initial or a second surname more."""
    if not 2 <= len(short) <= len(long):
        return False
    if len(short) < len(long):
        if short[0] == long[0] and short[-1] == long[-1] and _in_order(short, long):
            return True
        if short == long[: len(short)]:
            return len(long) - len(short) <= SECOND_SURNAME
        return _within(short, long)
    return _initialled(short, long)


def _in_order(short: Words, long: Words) -> bool:
    rest = iter(long)
    return all(any(word == other or (len(word) == 1 and other[0] == word) for other in rest) for word in short)


def _initialled(short: Words, long: Words) -> bool:
    """Like "J R Okafor" and "John Robert Okafor": the last word the same, each other the same or its initial."""
    return (
        short != long
        and short[-1] == long[-1]
        and all(one == two or (len(one) == 1 and two.startswith(one)) for one, two in zip(short, long, strict=True))
    )


def _last_name(short: Words, long: Words) -> bool:
    return len(short) < len(long) and long[-len(short) :] == short and (len(short) > 1 or len(short[0]) > 1)


def _initial_last(short: Words, long: Words) -> bool:
    return len(short) >= 2 and len(short) != len(long) and _in_order(short, long) and short[-1] == long[-1]


def _part_of_name(short: Words, long: Words) -> bool:
    """A first surname ("Castillo" for "Pedro Castillo Terrones") or a given name."""
    if not len(short) == 1 < len(long) or short[0] not in long:
        return False
    return len(short[0]) > 2 or (len(short[0]) == 2 and long[0] == short[0])  # "Xi", "Ng" stand first


def _initials(short: Words, long: Words) -> bool:
    return len(short) == 1 < len(long) and 2 <= len(short[0]) <= 8 and short[0] in initials(long)


def _initial_letters(short: Words, long: Words) -> bool:
    """Partners by their letters: "Q&L" for "Quill & Ledger"."""
    return (
        short != long
        and len(short) == len(long) == PARTNERS
        and short[1] == long[1] == "and"
        and all(len(one) == 1 and two.startswith(one) for one, two in ((short[0], long[0]), (short[2], long[2])))
    )


def _short_form(short: Words, long: Words) -> bool:
    """A company's or body's name cut short: "Volta Gate" for "Volta Gate Terminals"."""
    if len(short) >= len(long) or long[: len(short)] != short:
        return False
    generic = all(word in words("organizations.heads") or word in words("organizations.general") for word in short)
    if len(short) == 1:
        return not generic and len(short[0]) > 2 and long[1] not in ("of", "for", "and", "in")
    return not generic or len(short) > 1


def _without_owner(short: Words, long: Words) -> bool:
    """The name without the country before it: "National Police" for "Ruritanian National Police"."""
    return 2 <= len(short) == len(long) - 1 and long[1:] == short


def _behind_of(short: Words, long: Words) -> bool:
    """A body's name without what it is: "Fenwick" for "Church of Fenwick", but no country for its bank."""
    return (
        len(long) == len(short) + 2
        and long[0] in words("organizations.heads")
        and long[1] == "of"
        and long[2:] == short
        and not country_code(" ".join(short))
    )


def _head_word(short: Words, long: Words) -> bool:
    """What a body is, for its name: "the Council" for "Harbour Council", "the Ministry" for "Ministry of Roads"."""
    return (
        len(short) == 1 < len(long)
        and short[0] in words("organizations.heads")
        and (long[-1] == short[0] or (long[0] == short[0] and long[1] in ("of", "for")))
    )


def _generation(short: Words, long: Words) -> bool:
    """The name without "Jr."."""
    return len(long) > len(short) > 1 and long[-1] in words("people.generations") and long[:-1] == short


def _of_one(fits: Fits) -> Fits:
    """``fits`` for names without "Jr.", where both have the same or the shorter has none."""

    def fit(short: Words, long: Words) -> bool:
        generations = words("people.generations")
        if len(short) > 1 and short[-1] in generations:
            return long[-1:] == short[-1:] and len(long) > 1 and fits(short[:-1], long[:-1])
        return fits(short, long[:-1] if len(long) > 1 and long[-1] in generations else long)

    return fit


def _no_rival(_short: Words, _long: Words) -> bool:
    return False


def _is_other_body(short: Words, long: Words) -> bool:
    """Whether "the Foreign Ministry" may be one that other rules would take for it."""
    return _short_form(short, long) or _without_owner(short, long)


def _rivals(kind: str) -> tuple[Fits]:
    return (_is_other_body if kind == "organization" else _no_rival,)


_PEOPLE: Final[tuple[tuple[str, Fits], ...]] = (
    ("generation", _generation),
    ("full_name", _of_one(_full_name)),
    ("initial", _of_one(_initial_last)),
    ("last_name", _of_one(_last_name)),
    ("part_of_name", _of_one(_part_of_name)),
)
_ORGANIZATIONS: Final[tuple[tuple[str, Fits], ...]] = (
    ("initials", _initials),
    ("initial_letters", _initial_letters),
    ("short_form", _short_form),
    ("without_owner", _without_owner),
    ("head_word", _head_word),
    ("behind_of", _behind_of),
)
_PLACES: Final[tuple[tuple[str, Fits], ...]] = (("initials", _initials),)


def _person_key(form: str) -> Words:
    return person_words(form) + generation(form)


def _place_key(form: str) -> Words:
    if code := country_code(form):
        return (f"country {code}",)
    return place_words(form)


_KINDS: Final[dict[str, tuple[Callable[[str], Words], tuple[tuple[str, Fits], ...]]]] = {
    "person": (_person_key, _PEOPLE),
    "organization": (organization_words, _ORGANIZATIONS),
    "place": (_place_key, _PLACES),
}


def fullest(forms: Iterable[str], counts: dict[str, int]) -> str:
    """The form that an entity is listed under: the fullest one, not in capitals where another is not.

    Args:
        forms: The forms.
        counts: How often each is written, which decides between forms that are as full.
    """
    return min(
        forms,
        key=lambda form: (
            is_acronym_form(form),
            form.isupper(),
            -len(fold(form)),
            -len(form),
            -sum(not char.isascii() for char in form),  # accents are left out, hardly put in
            -counts.get(form, 0),
            form,
        ),
    )
