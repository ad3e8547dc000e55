"""Explanations, for people and for programs."""

from __future__ import annotations

from articlelens.explanation import ExplainedEntity, Explanation
from articlelens.rendering.wording import plain


def for_people(explanation: Explanation) -> str:
    """Each entity with its mentions below it: where, what, and by which rules."""
    heading = plain(explanation.title or explanation.source.name or "Article")
    return "\n\n".join([heading, *map(_entity, explanation.entities)]) + "\n"


def for_programs(explanation: Explanation) -> str:
    """One line of JSON."""
    return explanation.to_json() + "\n"


def _entity(entity: ExplainedEntity) -> str:
    also = f" (also {', '.join(plain(alias) for alias in entity.aliases)})" if entity.aliases else ""
    width = max(len(plain(explained.mention.text)) for explained in entity.mentions)
    lines = [f"{entity.id}  {plain(entity.name)}{also}"]
    for explained in entity.mentions:
        mention = explained.mention
        place = f"{mention.start}-{mention.end}"
        lines.append(f"  {place:>13}  {plain(mention.text):{width}}  {', '.join(explained.rules)}".rstrip())
    return "\n".join(lines)
