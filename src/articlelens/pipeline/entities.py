"""``articlelens_entities``: mentions of one real person, organization or place become one entity."""

from __future__ import annotations

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import ENTITIES, NAMES, TITLE, Item, annotate, items, text_blocks
from articlelens.pipeline.salience import shares


class Entities:
    """Groups mentions by class and exact name.

    Gives every item of ``articlelens.names`` the ``entity`` it belongs to, and makes one item an entity in
    ``doc.spans["articlelens.entities"]``: ``id``, ``class``, ``name``, ``aliases``, ``roles``, ``acronym``,
    ``salience``.
    """

    def __call__(self, doc: Doc) -> Doc:
        groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for mention in items(doc, NAMES):
            groups[mention["class"], plain_name(doc.text[mention["start"] : mention["end"]])].append(mention)
        title_end = max((block["end"] for block in text_blocks(doc) if block["kind"] == TITLE), default=0)
        entities: list[Item] = []
        for entity_class in sorted({entity_class for entity_class, _ in groups}):
            named = {name: mentions for (kind, name), mentions in groups.items() if kind == entity_class}
            entities += _of_class(entity_class, named, length=len(doc.text), title_end=title_end)
        annotate(doc, ENTITIES, entities, label="class")
        return doc


def plain_name(text: str) -> str:
    """A name as it is listed: on one line, with single blanks."""
    return " ".join(text.split())


def _of_class(entity_class: str, named: dict[str, list[Item]], *, length: int, title_end: int) -> list[Item]:
    saliences = shares(
        {name: [mention["start"] for mention in mentions] for name, mentions in named.items()},
        length=length,
        title_end=title_end,
    )
    ranked = sorted(named, key=lambda name: (-saliences[name], named[name][0]["start"]))
    entities: list[Item] = []
    for rank, name in enumerate(ranked, start=1):
        entity_id = f"{entity_class}-{rank}"
        for mention in named[name]:
            mention["entity"] = entity_id
        entities.append(
            {
                "start": named[name][0]["start"],
                "end": named[name][0]["end"],
                "id": entity_id,
                "class": entity_class,
                "name": name,
                "aliases": [],
                "roles": [],
                "acronym": None,
                "salience": saliences[name],
            }
        )
    return entities


@Language.factory("articlelens_entities", requires=["doc.spans"], assigns=["doc.spans"])
def make_entities(nlp: Language, name: str) -> Entities:
    """The factory of ``articlelens_entities``."""
    return Entities()
