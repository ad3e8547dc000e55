"""GeoJSON (RFC 7946): one FeatureCollection an article and line, one feature a place, for maps."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from typing import Any

from articlelens.record import Place, Record, escaped
from articlelens.rendering import Look

PROPERTIES = ("name", "aliases", "kind", "country_code", "admin", "geonames_id", "count", "salience")


def render(records: Iterable[Record], look: Look) -> Iterator[str]:  # noqa: ARG001 - all formats are called alike
    """Yields each record's places as a line."""
    for record in records:
        yield escaped(json.dumps(_collection(record), ensure_ascii=False, allow_nan=False)) + "\n"


def _collection(record: Record) -> dict[str, Any]:
    """The places of an article; what the article is stands beside them, as RFC 7946 (6.1) allows."""
    return {
        "type": "FeatureCollection",
        "source": dataclasses.asdict(record.source),
        "title": record.title,
        "features": [_feature(place, record) for place in record.places],
    }


def _feature(place: Place, record: Record) -> dict[str, Any]:
    """A place; without coordinates its geometry is null, as RFC 7946 (3.2) has it.

    It says which article it is of, so that collections may be put together.
    """
    properties: dict[str, Any] = {name: getattr(place, name) for name in PROPERTIES}
    properties |= {"article": record.source.label, "title": record.title}
    properties["mentions"] = [dataclasses.asdict(mention) for mention in place.mentions]
    geometry = None
    if place.latitude is not None and place.longitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {"type": "Feature", "id": place.id, "geometry": geometry, "properties": properties}
