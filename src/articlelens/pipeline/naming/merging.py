"""Which written forms name one and the same.

What two writers' habits make of one name is the same wherever it stands, so forms are merged, and mentions of one form
come apart only where the text tells that it names two: two people of one surname, the bodies of two countries.  A
shorter form joins a longer one only where one longer name, and no other, can be meant; names that could be two stay
apart.  The outcome depends on the set of forms and on where they stand, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

from articlelens.pipeline.naming.also import ALSO
from articlelens.pipeline.naming.beside import Apart, Beside
from articlelens.pipeline.naming.clusters import Cluster, add, leave, part_of, standing
from articlelens.pipeline.naming.fits import KINDS, Fits, Rule, marked, marks, other_spelling, rivals
from articlelens.pipeline.naming.forms import Words, fold, initials, is_acronym_form
from articlelens.pipeline.naming.parting import part_by_owner
from articlelens.pipeline.naming.shared import whose

MIN_ACRONYM: Final = 2  # letters that are too few for one with a legal form's
WHOLE: Final = frozenset({"full_name", "initial", "diminutive", "spelling"})  # rules between forms of a full name
SHARED: Final = frozenset({"last_name", "part_of_name"})  # rules whose short forms several may have in turn


def is_short_for(kind: str, short: str, long: str) -> bool:
    """Whether ``short`` is a shorter form of ``long``, both names of class ``kind``."""
    key, rules = KINDS[kind]
    one, other = key(short), key(long)
    return len(one) < len(other) and any(rule.fits(one, other) for rule in rules)


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
        offsets: Where each form stands in the text.  With it, a surname that two people share goes, mention by
            mention, to the one whom the text then speaks of, where that is clear.
        listed: The names in the user's list of the forms that stand there: forms of one are one entity, forms of two
            are never.
        beside: What stands beside the forms and tells them apart.

    Returns:
        The clusters, in the alphabetical order of their first forms.
    """
    key, rules = KINDS[kind]
    beside = beside or Beside()
    offsets = offsets or {}
    groups, listers = _grouped(forms, key, listed or {})
    owners = part_by_owner(groups, listers, beside.owners, offsets) if kind == "organization" else {}
    parents = _Forest(groups, listers, owners)
    letters = by_legal_form(groups) if kind == "organization" else []
    _join_told(parents, listers, {"acronym": sorted([*pairs, *letters]), ALSO: sorted(beside.also)}, key)
    near = _near(groups)
    where = {one: standing(cluster, offsets) for one, cluster in groups.items()}
    apart = Apart({one: cluster.forms for one, cluster in groups.items()}, where, beside)
    parents.note(apart.sentences_of)
    shared: dict[Words, tuple[str, set[Words]]] = {}
    for rule in rules:
        shared = _step(parents, near, rule, rivals(kind), apart) | shared
    merged: dict[Words, Cluster] = {}
    for one in sorted(groups):
        add(merged.setdefault(parents.root(one), Cluster()), groups[one], parents.rules.get(one))
    for name, (step, homes) in sorted(shared.items()):
        if parents.root(name) == name:
            claim = step, {parents.root(home) for home in homes} - {name}
            _share(merged, name, claim, offsets, beside)
    return sorted((cluster for cluster in merged.values() if cluster.forms), key=_order)


def _join_told(
    forest: _Forest,
    listers: Mapping[Words, str],
    told: Mapping[str, Iterable[tuple[str, str]]],
    key: Callable[[str], Words],
) -> None:
    """Joins what the user's list, brackets and the text itself say is one: by the rule's name, long and short forms."""
    first: dict[str, Words] = {}
    for one, lister in sorted(listers.items()):
        forest.join(one, first.setdefault(lister, one), "listed_alias")
    for rule, pairs in told.items():
        for long, short in pairs:
            if key(long) in forest.parent and key(short) in forest.parent:
                forest.join(key(short), key(long), rule)


class _Forest:
    """Disjoint sets of names.

    Args:
        names: The names, each a set of its own.
        marks: Marks of some of them, sort by sort; those with different marks of one sort are never joined.
    """

    def __init__(self, names: Iterable[Words], *marks: Mapping[Words, str]) -> None:
        self.parent = {name: name for name in names}
        self.marks = [dict(sort) for sort in marks]
        self.rules: dict[Words, str] = {}
        self.sentences: dict[Words, set[int]] = {}
        """The sentences that the full names of a set stand in, by its root."""

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
            some, others = self.sentences.pop(below, set()), self.sentences.pop(top, set())
            few, many = sorted((some, others), key=len)
            many |= few  # the smaller into the larger, so that many forms of one name take no square time
            self.sentences[top] = many
            for sort in self.marks:
                if below in sort:
                    sort[top] = sort[below]

    def note(self, sentences_of: Callable[[Words], Iterable[int]]) -> None:
        """Takes the sentences of each set's names."""
        for name in self.parent:
            self.sentences.setdefault(self.root(name), set()).update(sentences_of(name))

    def together(self, one: Words, other: Words) -> bool:
        """Whether one sentence has a full name of each of two sets."""
        first, second = (self.sentences.get(self.root(name), set()) for name in (one, other))
        return self.root(one) != self.root(other) and not first.isdisjoint(second)

    def apart(self, one: Words, other: Words) -> bool:
        """Whether two roots must not be joined."""
        return any(len({sort[name] for name in (one, other) if name in sort}) > 1 for sort in self.marks)


def _near(names: Iterable[Words]) -> dict[Words, list[Words]]:
    """For each name the others that it could be short for: those with its first or last word, or its letters."""
    having: dict[str, set[Words]] = defaultdict(set)
    for name in names:
        for mark in marked(name):
            having[mark].add(name)
    near: dict[Words, list[Words]] = {}
    for name in sorted(names):
        if others := {other for mark in marks(name) for other in having.get(mark, ())} - {name}:
            near[name] = sorted(others)
    return near


def _step(
    forest: _Forest,
    near: Mapping[Words, Sequence[Words]],
    rule: Rule,
    rivals_of: Fits,
    apart: Apart,
) -> dict[Words, tuple[str, set[Words]]]:
    """Joins each name to the one entity that has a longer name which it fits, where there is one and no other.

    Args:
        forest: The names.
        near: For each name the others that it could be short for.
        rule: What it takes for longer names.
        rivals_of: What others could be meant besides.
        apart: Which are apart nevertheless.

    Returns:
        The surnames that several have, with the rule and those who have them.
    """

    def fits_one(short: Words, long: Words) -> bool:
        return rule.fits(short, long) and not rule.apart(apart, short, long)

    found: list[tuple[Words, Words]] = []
    shared: dict[Words, tuple[str, set[Words]]] = {}
    for short, others in near.items():
        if forest.root(short) != short:
            continue
        fitting = [long for long in others if fits_one(short, long)] if _may(rule.name, short, others) else []
        if not fitting:
            continue
        could = fitting + [long for long in others if rivals_of(short, long)]
        homes = {home for long in could if not forest.apart(short, home := forest.root(long))} - {short}
        if len(homes) > 1:  # two longer names may be one: "Ana Quispe" and "Ana María Quispe" for "Quispe"
            homes = {home for home in homes if not any(fits_one(home, other) for other in homes - {home})}
        if len(homes) > 1 and rule.name in SHARED:
            shared[short] = rule.name, homes
        if len(homes) > 1 and rule.name == "short_form":  # "Volta" is the firm, "Volta Ltd", before its "Volta Finance"
            homes = {forest.root(long) for long in fitting if long in apart.companies} & homes or homes
        if len(homes) == 1 and not homes.isdisjoint(map(forest.root, fitting)):
            found.append((short, homes.pop()))
    _join(forest, found, rule.name)
    return shared


def _join(forest: _Forest, found: Sequence[tuple[Words, Words]], rule: str) -> None:
    """Joins the names that fit, but for sets of which one sentence has a full name each."""
    for short, home in found:
        if rule not in WHOLE or not forest.together(short, home):
            forest.join(short, home, rule)


def by_legal_form(groups: Mapping[Words, Cluster]) -> list[tuple[str, str]]:
    """Companies and the acronyms that have their legal form's letter: "Tarn Seed Makers Co." and "TSMC"."""
    short = {form: name[0] for name, group in groups.items() if len(name) == 1 for form in group.forms}
    acronyms = {letters: form for form, letters in short.items() if len(letters) > MIN_ACRONYM}
    long = [form for name, group in groups.items() if len(name) > 1 for form in group.forms if name != fold(form)]
    return [(form, acronyms[letters]) for form in long for letters in initials(fold(form)) & acronyms.keys()]


def _may(rule: str, short: Words, others: Sequence[Words]) -> bool:
    """Whether a rule may join a name at all: what is somebody's surname to the letter is no spelling of another's."""
    return rule != "spelling" or len(short) > 1 or not any(len(long) > 1 and long[-1:] == short for long in others)


def _order(cluster: Cluster) -> tuple[str, list[int]]:
    form = min(cluster.forms)
    return form, sorted(cluster.only.get(form, ()))


def _grouped(
    forms: Iterable[str], key: Callable[[str], Words], listed: Mapping[str, str]
) -> tuple[dict[Words, Cluster], dict[Words, str]]:
    """The forms whose words are the same, and which groups are a listed name's."""
    groups: dict[Words, Cluster] = {}
    listers: dict[Words, str] = {}
    for form in sorted(forms, key=lambda form: (form not in listed, form)):
        words_, lister = key(form), listed.get(form)
        if lister and listers.get(words_, lister) != lister:
            words_ = (*words_, lister)  # two listed names that differ by what is not told apart, such as "Ltd"
        cluster = groups.setdefault(words_, Cluster())
        if cluster.forms:
            cluster.rules[form] = "same_name"
        cluster.forms.add(form)
        if lister:
            listers[words_] = lister
    return groups, listers


def _share(
    merged: Mapping[Words, Cluster],
    short: Words,
    claim: tuple[str, Collection[Words]],
    offsets: Mapping[str, Sequence[int]],
    beside: Beside,
) -> None:
    """Hands the mentions of a name that several people have, by a rule, to those whose they clearly are."""
    cluster = merged[short]
    rule, homes = claim
    where = {home: standing(merged[home], offsets) for home in sorted(homes)}
    relatives = {home for home in homes if not merged[home].forms.isdisjoint(beside.relatives)}
    genders = {home: _gender(merged[home], beside) for home in where}
    told = {at: gender for form in sorted(cluster.forms) for at, gender in beside.genders.get(form, {}).items()}
    known = whose(
        standing(cluster, offsets), where, relatives=relatives, starts=beside.starts, titles=told, genders=genders
    )
    for home in sorted(set(known.values())):
        at = {form: {at for at in offsets.get(form, ()) if known.get(at) == home} for form in sorted(cluster.forms)}
        whole = all(at[form] == set(offsets.get(form, ())) for form in cluster.forms)
        add(merged[home], Cluster(set(cluster.forms)) if whole else part_of(cluster, at), rule)
        leave(cluster, at, offsets)


def _gender(cluster: Cluster, beside: Beside) -> str:
    """How the text speaks of somebody; empty where it does not tell, or tells both."""
    told = {gender for form in cluster.forms for gender in beside.genders.get(form, {}).values()}
    return told.pop() if len(told) == 1 else ""


def fullest(forms: Collection[str], counts: Mapping[str, int]) -> str:
    """The form that an entity is listed under: the fullest one, not in capitals where another is not.

    Args:
        forms: The forms.
        counts: How often each is written, which decides between forms that are as full and between spellings.
    """
    if len(forms) == 1:
        return next(iter(forms))

    def rank(form: str) -> tuple[bool, bool, int, int, int, int, str]:
        accents = sum(not char.isascii() for char in form)  # they are left out, hardly put in
        return is_acronym_form(form), form.isupper(), -len(fold(form)), -len(form), -accents, -counts.get(form, 0), form

    best = min(forms, key=rank)
    alike = [form for form in forms if other_spelling(fold(form), fold(best)) and not form.isupper()]
    return min([best, *alike], key=lambda form: (-counts.get(form, 0), rank(form)))
