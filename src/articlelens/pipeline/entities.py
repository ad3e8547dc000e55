"""``articlelens_entities``: mentions of one real person, organization or place become one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import ENTITIES, NAMES, TITLE, Item, annotate, attribute, items, text_blocks
from articlelens.pipeline.naming.also import ALSO
from articlelens.pipeline.naming.beside import look_beside
from articlelens.pipeline.naming.clusters import Cluster
from articlelens.pipeline.naming.forms import fold, is_acronym_form, plain
from articlelens.pipeline.naming.merging import fullest, merge
from articlelens.pipeline.naming.view import text_of
from articlelens.pipeline.salience import shares
from articlelens.record import EntityClass
from articlelens.watchlists import CLASSES, IgnoredName, IgnoreList, read_ignore_list

MAX_ROLES = 5


class Entities:
    """Merges the mentions of ``articlelens.names`` into entities.

    Gives every item of ``articlelens.names`` the ``entity`` it belongs to and the rule that joined it, and makes one
    item an entity in ``doc.spans["articlelens.entities"]``: ``id``, ``class``, ``name``, ``aliases``, ``roles``,
    ``acronym``, ``salience``.  What is to be ignored is taken out of both.

    Args:
        ignore: Names whose entities are left out: those of which it is a form, whole and whatever its capitals.
    """

    def __init__(self, ignore: IgnoreList | None = None) -> None:
        self.ignore(ignore)

    def ignore(self, ignore: IgnoreList | None) -> None:
        """Takes ``ignore`` in place of the list before."""
        entries = ignore.entries if ignore else ()
        self._ignored = {(kind, fold(entry.name)) for entry in entries for kind in _classes(entry)}

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        found: dict[EntityClass, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
        for mention in items(doc, NAMES):
            form = mention.get("full") or plain(text[mention["start"] : mention["end"]])
            found[mention["class"]][form].append(mention)
        title_end = max((block["end"] for block in text_blocks(doc) if block["kind"] == TITLE), default=0)
        pairs = [(plain(long), plain(short)) for long, short in attribute(doc, NAMES, "acronyms") or []]
        also = [(plain(name), plain(other)) for name, other in attribute(doc, NAMES, "also") or []]
        sentences = _sentence_starts(doc)
        entities: list[Item] = []
        ignored: list[Item] = []
        for kind in sorted(found):  # places last: those inside what is ignored are ignored as well
            found[kind] = _outside(found[kind], ignored)
            beside = replace(look_beside(text, kind, found[kind], sentences), also=also)
            clusters = merge(
                kind, found[kind], pairs, _offsets(found[kind]), listed=_listed(found[kind]), beside=beside
            )
            kept = [cluster for cluster in clusters if not self._is_ignored(kind, cluster)]
            ignored += [
                m
                for cluster in clusters
                if cluster not in kept
                for form in cluster.forms
                for m in _own(cluster, form, found[kind][form])
            ]
            entities += _entities(kind, kept, found[kind], pairs, length=len(text), title_end=title_end)
        if self._ignored:
            mentions = [mention for mention in items(doc, NAMES) if "entity" in mention]
            annotate(doc, NAMES, mentions, label="class", acronyms=attribute(doc, NAMES, "acronyms"))
        annotate(doc, ENTITIES, entities, label="class")
        return doc

    def _is_ignored(self, kind: EntityClass, cluster: Cluster) -> bool:
        return bool(self._ignored) and any((kind, fold(form)) in self._ignored for form in cluster.forms)


def _outside(written: dict[str, list[Item]], ignored: Sequence[Item]) -> dict[str, list[Item]]:
    """The mentions, by their forms, that lie inside none of ``ignored``."""
    if not ignored:
        return written
    kept = {
        form: [m for m in mentions if not any(one["start"] <= m["start"] and m["end"] <= one["end"] for one in ignored)]
        for form, mentions in written.items()
    }
    return {form: mentions for form, mentions in kept.items() if mentions}


def _sentence_starts(doc: Doc) -> list[int]:
    """Where sentences begin; read at once, since making a span for each costs more than the merging."""
    starts: list[int] = doc.to_array("IDX")[doc.to_array("SENT_START") == 1].tolist()
    return starts


def _classes(entry: IgnoredName) -> tuple[EntityClass, ...]:
    return (entry.entity_class,) if entry.entity_class else CLASSES


def _listed(written: dict[str, list[Item]]) -> dict[str, str]:
    """Which name of the watchlist the forms were found by that were."""
    return {form: name for form, mentions in written.items() for m in mentions if (name := m.get("listed"))}


def _entities(
    kind: EntityClass,
    clusters: Sequence[Cluster],
    written: dict[str, list[Item]],
    pairs: Sequence[tuple[str, str]],
    *,
    length: int,
    title_end: int,
) -> list[Item]:
    """The entities of one class, the most salient first; their mentions learn their ids."""
    counts = {form: len(mentions) for form, mentions in written.items()}
    named: dict[str, tuple[Cluster, dict[str, list[Item]], list[Item]]] = {}
    for at, cluster in enumerate(clusters):
        own = {form: _own(cluster, form, written[form]) for form in sorted(cluster.forms)}
        mentions = sorted((m for found in own.values() for m in found), key=lambda m: (m["start"], m["end"]))
        named[str(at)] = cluster, own, mentions
    saliences = shares(
        {name: [(m["start"], bool(m.get("subject"))) for m in mentions] for name, (_, _, mentions) in named.items()},
        length=length,
        title_end=title_end,
    )
    ranked = sorted(named, key=lambda name: (-saliences[name], named[name][2][0]["start"]))
    entities: list[Item] = []
    for rank, key in enumerate(ranked, start=1):
        cluster, own, mentions = named[key]
        entity_id = f"{kind}-{rank}"
        for mention in mentions:
            mention["entity"] = entity_id
        listed = sorted({m["listed"] for m in mentions if m.get("listed")} & cluster.forms)
        name = listed[0] if listed else _name(own)
        for form, rule in _rules(cluster, name).items():
            for mention in own[form]:
                mention["rules"] = [*mention.get("rules", ()), rule]
        entities.append(
            {
                "start": mentions[0]["start"],
                "end": mentions[0]["end"],
                "id": entity_id,
                "class": kind,
                "name": name,
                "aliases": _aliases(name, own),
                "roles": _roles(mentions) if kind == "person" else [],
                "acronym": _acronym(name, cluster, counts, pairs) if kind == "organization" else None,
                "salience": saliences[key],
            }
        )
    return entities


def _name(own: dict[str, list[Item]]) -> str:
    """The form that an entity is listed under, and not one that the text says it goes by as well."""
    counts = {form: len(found) for form, found in own.items()}
    others = {form for form, found in own.items() if any(ALSO in m.get("rules", ()) for m in found)}
    return fullest(counts.keys() - others or counts.keys(), counts)


def _offsets(written: dict[str, list[Item]]) -> dict[str, list[int]]:
    return {form: [mention["start"] for mention in mentions] for form, mentions in written.items()}


def _own(cluster: Cluster, form: str, mentions: list[Item]) -> list[Item]:
    """The mentions of a form that are this cluster's."""
    if form not in cluster.only:
        return mentions
    return [mention for mention in mentions if mention["start"] in cluster.only[form]]


def _rules(cluster: Cluster, name: str) -> dict[str, str]:
    """What joined the forms to the one that the entity is listed under."""
    rules = dict(cluster.rules)
    first = sorted(cluster.forms - rules.keys())
    if first and name in rules:  # the others were joined to that one, which comes to the same
        rules[first[0]] = rules.pop(name)
    return rules


def _aliases(name: str, own: dict[str, list[Item]]) -> list[str]:
    """The other forms in text order, each once however it is capitalised."""
    seen = {name.casefold()}
    aliases: list[str] = []
    written = [
        (m["start"], form[: m["end"] - m["start"]] if m.get("full") else form) for form in own for m in own[form]
    ]
    for _, form in sorted(written):
        if form.casefold() not in seen:
            seen.add(form.casefold())
            aliases.append(form)
    return aliases


def _acronym(
    name: str, cluster: Cluster, counts: Counter[str] | dict[str, int], pairs: Sequence[tuple[str, str]]
) -> str | None:
    """The acronym that brackets give, else the one among the forms that is written most."""
    given = [short.split()[0] for long, short in pairs if long in cluster.forms and short in cluster.forms]
    if given:
        return given[0]
    short = [form for form in cluster.forms if form != name and is_acronym_form(form)]
    return min(short, key=lambda form: (-counts[form], form)) if short else None


def _roles(mentions: Sequence[Item]) -> list[str]:
    """What the text says somebody is, in text order; of two that say the same the fuller one."""
    roles: list[str] = []
    for mention in mentions:
        for role in mention.get("roles", ()):
            low = role.casefold()
            if any(low in known.casefold() for known in roles):
                continue
            roles = [known for known in roles if known.casefold() not in low]
            roles.append(role)
    return roles[:MAX_ROLES]


@Language.factory(
    "articlelens_entities", requires=["doc.spans"], assigns=["doc.spans"], default_config={"ignore": None}
)
def make_entities(nlp: Language, name: str, ignore: str | None) -> Entities:
    """The factory of ``articlelens_entities``.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        ignore: A file of names to leave out, see :func:`articlelens.watchlists.read_ignore_list`.
    """
    return Entities(read_ignore_list(ignore) if ignore else None)
