"""``articlelens_places``: where the places are, and what."""

from __future__ import annotations

from collections import defaultdict
from math import log2
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.gazetteer import Choice, Entry, Gazetteer, Query, choose
from articlelens.gazetteer.evidence import holders, peoples
from articlelens.pipeline.annotations import ENTITIES, NAMES, PLACES, Item, annotate, items

DATELINE: Final = 2.0  # how much more a dateline says about where an article plays


class Places:
    """Gives each entity of class ``place`` its facts, in ``doc.spans["articlelens.places"]``.

    Args:
        gazetteer: Path of a gazetteer to use in place of the one that articlelens brings (``docs/gazetteer.md``).
        min_population: Towns with fewer people are not considered.
    """

    def __init__(self, gazetteer: str | None = None, min_population: int = 0) -> None:
        self.gazetteer = Gazetteer(gazetteer, min_population=min_population)

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        mentions: dict[str, list[Item]] = defaultdict(list)
        for mention in items(doc, NAMES):
            mentions[mention.get("entity", "")].append(mention)
        entities = [entity for entity in items(doc, ENTITIES) if entity["class"] == "place"]
        queries = [self._query(text, entity, mentions[entity["id"]]) for entity in entities]
        chosen = choose(queries, peoples(text))
        found = []
        for entity in entities:
            choice = chosen[entity["id"]]
            for mention in mentions[entity["id"]]:
                mention["rules"] = [*mention.get("rules", ()), *choice.reasons]
            found.append({"start": entity["start"], "end": entity["end"], "id": entity["id"]} | self._facts(choice))
        annotate(doc, PLACES, found, label="id")
        return doc

    def _query(self, text: str, entity: Item, mentions: list[Item]) -> Query:
        """What the gazetteer has for an entity's names, and what the text says about each mention."""
        candidates: tuple[Entry, ...] = ()
        for name in [entity["name"], *entity["aliases"]]:
            known = {entry.id for entry in candidates}
            candidates += tuple(entry for entry in self.gazetteer.find(name) if entry.id not in known)
        inside = tuple(holder for mention in mentions for holder in holders(text, mention["end"], self.gazetteer))
        weight = log2(1 + len(mentions))
        if any("dateline" in mention.get("rules", ()) for mention in mentions):
            weight += DATELINE
        return Query(id=entity["id"], candidates=candidates, inside=inside, weight=weight)

    def _facts(self, choice: Choice) -> Item:
        entry = choice.entry
        return {
            "kind": entry.kind if entry else None,
            "country_code": choice.country_code,
            "admin": self.gazetteer.name_of(choice.region),
            "latitude": entry.latitude if entry else None,
            "longitude": entry.longitude if entry else None,
            "geonames_id": entry.geonames_id if entry else None,
        }


@Language.factory(
    "articlelens_places",
    requires=["doc.spans"],
    assigns=["doc.spans"],
    default_config={"gazetteer": None, "min_population": 0},
)
def make_places(nlp: Language, name: str, gazetteer: str | None, min_population: int) -> Places:
    """The factory of ``articlelens_places``."""
    return Places(gazetteer=gazetteer, min_population=min_population)
