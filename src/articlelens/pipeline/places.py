"""``articlelens_places``: where the places are, and what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log2
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.gazetteer import Choice, Entry, Gazetteer, Query, choose
from articlelens.gazetteer.evidence import abbreviated, holders, known_parts, peoples
from articlelens.gazetteer.keys import name_key
from articlelens.gazetteer.stems import Stem, find_stems
from articlelens.pipeline.annotations import ENTITIES, NAMES, PLACES, Item, annotate, items

HINT: Final = 0.5  # how much an organization's name says
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
        names = [_Name(entity, mentions[entity["id"]]) for entity in entities]
        for name in names:
            self._look_up(text, name)
        chosen = choose([*(name.query for name in names), *self._hints(items(doc, ENTITIES))], peoples(text))
        known = {name_key(form): name.id for name in names if not name.stem for form in name.forms}
        found = []
        for name in names:
            choice = chosen[name.id]
            if name.stem and name.stem.name in known:
                choice = chosen[known[name.stem.name]]
            elif name.stem and not name.stem.local:
                choice = Choice(entry=None)
            for mention in name.mentions:
                mention["rules"] = [*mention.get("rules", ()), *choice.reasons]
            found.append(self._facts(name, choice))
        annotate(doc, PLACES, found, label="id")
        return doc

    def _hints(self, entities: list[Item]) -> list[Query]:
        """What the names of organizations say about where the article plays."""
        return [
            Query(id=f"{entity['id']}/{number}", candidates=candidates, weight=HINT)
            for entity in entities
            if entity["class"] == "organization"
            for number, candidates in enumerate(known_parts(entity["name"], self.gazetteer))
        ]

    def _look_up(self, text: str, name: _Name) -> None:
        """What the gazetteer has for a name's forms, and what the text says about each mention."""
        for mention in name.mentions:
            name.candidates += abbreviated(text, mention["start"], mention["end"], self.gazetteer)
        for form in [] if name.candidates else name.forms:
            name.candidates += self.gazetteer.find(form)
        if not name.candidates:
            self._take_apart(name)
        for mention in name.mentions:
            found, sure = holders(text, mention["end"], self.gazetteer)
            if sure:
                name.inside += found
            else:
                name.maybe_inside += found
            if "dateline" in mention.get("rules", ()):
                name.dateline = True

    def _take_apart(self, name: _Name) -> None:
        """Looks for the place that a name is part of, or is called after."""
        for stem in find_stems(name.forms[0]):
            found = self.gazetteer.find(stem.name) if stem.name else ()
            if name.stem is None or found:
                name.stem = stem
                name.candidates = found
            if found:
                break

    def _facts(self, name: _Name, choice: Choice) -> Item:
        """A part of a place and what is called after it stand where that stands, and have no number of their own."""
        entry, stem = choice.entry, name.stem
        kind = stem.kind if stem else entry.kind if entry else None
        return {
            "start": name.mentions[0]["start"],
            "end": name.mentions[0]["end"],
            "id": name.id,
            "kind": kind,
            "country_code": choice.country_code,
            "admin": self.gazetteer.name_of(choice.region),
            "latitude": entry.latitude if entry else None,
            "longitude": entry.longitude if entry else None,
            "geonames_id": entry.geonames_id if entry and not stem else None,
        }


@dataclass(slots=True)
class _Name:
    """A place of the article, and what is known of it."""

    entity: Item
    mentions: list[Item]
    candidates: tuple[Entry, ...] = ()
    inside: tuple[Entry, ...] = ()
    maybe_inside: tuple[Entry, ...] = ()
    stem: Stem | None = None
    dateline: bool = False

    @property
    def id(self) -> str:
        return str(self.entity["id"])

    @property
    def forms(self) -> list[str]:
        return [self.entity["name"], *self.entity["aliases"]]

    @property
    def query(self) -> Query:
        weight = HINT if self.stem else log2(1 + len(self.mentions)) + (DATELINE if self.dateline else 0)
        return Query(
            id=self.id,
            candidates=self.candidates,
            inside=self.inside,
            maybe_inside=self.maybe_inside,
            weight=weight,
        )


@Language.factory(
    "articlelens_places",
    requires=["doc.spans"],
    assigns=["doc.spans"],
    default_config={"gazetteer": None, "min_population": 0},
)
def make_places(nlp: Language, name: str, gazetteer: str | None, min_population: int) -> Places:
    """The factory of ``articlelens_places``."""
    return Places(gazetteer=gazetteer, min_population=min_population)
