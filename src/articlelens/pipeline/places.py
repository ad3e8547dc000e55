"""``articlelens_places``: what the gazetteer knows of the places."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.gazetteer import find_place
from articlelens.pipeline.annotations import ENTITIES, PLACES, annotate, items


class Places:
    """Gives each entity of class ``place`` its facts, in ``doc.spans["articlelens.places"]``."""

    def __call__(self, doc: Doc) -> Doc:
        found = []
        for entity in items(doc, ENTITIES):
            if entity["class"] != "place":
                continue
            entry = find_place([entity["name"], *entity["aliases"]])
            found.append(
                {
                    "start": entity["start"],
                    "end": entity["end"],
                    "id": entity["id"],
                    "kind": entry.kind if entry else None,
                    "country_code": entry.country_code if entry else None,
                    "admin": entry.admin if entry else None,
                    "latitude": entry.latitude if entry else None,
                    "longitude": entry.longitude if entry else None,
                    "geonames_id": entry.geonames_id if entry else None,
                }
            )
        annotate(doc, PLACES, found, label="id")
        return doc


@Language.factory("articlelens_places", requires=["doc.spans"], assigns=["doc.spans"])
def make_places(nlp: Language, name: str) -> Places:
    """The factory of ``articlelens_places``."""
    return Places()
