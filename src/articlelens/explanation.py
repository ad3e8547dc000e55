"""Why a record says what it says of names: each entity's mentions, with the rules that made, moved or merged them."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from articlelens.record import EntityClass, Mention, Source, escaped


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedMention:
    """A mention and its rules."""

    mention: Mention
    rules: tuple[str, ...]
    """Names of the rules that found it, set its bounds, decided its class or joined it to its entity, in that order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedEntity:
    """An entity and its mentions."""

    id: str
    entity_class: EntityClass
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[ExplainedMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All entities of an article, explained."""

    source: Source
    title: str | None
    entities: tuple[ExplainedEntity, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain dicts and lists; a mention's rules stand beside its text and offsets."""
        return {
            "source": dataclasses.asdict(self.source),
            "title": self.title,
            "entities": [
                {
                    "id": entity.id,
                    "class": entity.entity_class,
                    "name": entity.name,
                    "aliases": list(entity.aliases),
                    "mentions": [
                        dataclasses.asdict(explained.mention) | {"rules": list(explained.rules)}
                        for explained in entity.mentions
                    ],
                }
                for entity in self.entities
            ],
        }

    def to_json(self) -> str:
        """As one line of JSON, as harmless as :meth:`articlelens.record.Record.to_json`."""
        return escaped(json.dumps(self.to_dict(), ensure_ascii=False))
