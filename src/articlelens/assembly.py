"""Doc → Record: the one place where a document's annotations become the article's record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from typing import Any

from spacy.tokens import Doc

from articlelens.explanation import ExplainedEntity, ExplainedMention, Explanation
from articlelens.pipeline.annotations import DATES, ENTITIES, FIGURES, NAMES, PLACES, SUMMARY, Item, attribute, items
from articlelens.pipeline.sentences import sentence_spans
from articlelens.reading import Article
from articlelens.record import (
    SCHEMA_VERSION,
    Counts,
    Date,
    Figure,
    Generator,
    KeySentence,
    Mention,
    Organization,
    Person,
    Place,
    Record,
    ReferenceDate,
)

_DATE = ("value", "type", "from_", "to", "basis")
_FIGURE = ("kind", "value", "low", "high", "unit", "modifier", "change", "of")
_PLACE = ("kind", "country_code", "admin", "latitude", "longitude", "geonames_id")


def assemble(doc: Doc, article: Article, generator: Generator, *, with_text: bool = False) -> Record:
    """The record of ``article``, from what the components left in ``doc``.

    Args:
        doc: The analysed document; its text is ``article.readable``.
        article: The article that it was made from.
        generator: Who made the record.
        with_text: Whether the record carries the text and its sentences.
    """
    sentences = sentence_spans(doc)
    mentions = _Mentions(article.text, sentences)
    entities = _entities(doc, mentions)
    reference = attribute(doc, DATES, "reference")
    if article.reference:
        reference = dict(zip(("value", "basis"), article.reference, strict=True))
    return Record(
        schema_version=SCHEMA_VERSION,
        source=article.source,
        title=article.title,
        byline=article.byline,
        dateline=article.dateline,
        published=article.published,
        reference_date=ReferenceDate(**reference) if reference else None,
        language=article.language,
        counts=Counts(words=_words(doc, sentences), sentences=len(sentences)),
        summary=tuple(
            KeySentence(text=article.text[item["start"] : item["end"]], start=item["start"], end=item["end"])
            for item in items(doc, SUMMARY)
        ),
        people=tuple(Person(**_some(entity, "roles"), **_common(entity)) for entity in entities["person"]),
        organizations=tuple(
            Organization(**_some(entity, "acronym"), **_common(entity)) for entity in entities["organization"]
        ),
        places=_places(doc, entities["place"]),
        dates=_dates(doc, mentions),
        figures=_figures(doc, mentions),
        warnings=article.warnings,
        generator=generator,
        text=article.text if with_text else None,
        sentences=tuple(sentences) if with_text else None,
    )


def explain(doc: Doc, article: Article) -> Explanation:
    """Why the record of ``article`` has the entities it has: their mentions, with the components' rules.

    Args:
        doc: The analysed document; its text is ``article.readable``.
        article: The article that it was made from.
    """
    mentions = _Mentions(article.text, sentence_spans(doc))
    entities = [entity for of_class in _entities(doc, mentions).values() for entity in of_class]
    return Explanation(
        source=article.source,
        title=article.title,
        entities=tuple(
            ExplainedEntity(
                id=entity["id"],
                entity_class=entity["class"],
                name=entity["name"],
                aliases=tuple(entity["aliases"]),
                mentions=tuple(
                    ExplainedMention(mention=mention, rules=tuple(rules))
                    for mention, rules in zip(entity["mentions"], entity["rules"], strict=True)
                ),
            )
            for entity in entities
        ),
    )


class _Mentions:
    """Makes mentions: knows the text and its sentences."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.starts = [start for start, _ in sentences]

    def of(self, found: Sequence[Item]) -> tuple[Mention, ...]:
        return tuple(self._one(item["start"], item["end"]) for item in found)

    def _one(self, start: int, end: int) -> Mention:
        sentence = max(bisect_right(self.starts, start) - 1, 0)
        return Mention(text=self.text[start:end], start=start, end=end, sentence=sentence)


def _entities(doc: Doc, mentions: _Mentions) -> dict[str, list[Item]]:
    """The entities by class, the most salient first, each with its mentions."""
    by_entity: dict[str, list[Item]] = {}
    for mention in items(doc, NAMES):
        by_entity.setdefault(mention["entity"], []).append(mention)
    by_class: dict[str, list[Item]] = {"person": [], "organization": [], "place": []}
    for entity in sorted(items(doc, ENTITIES), key=lambda entity: (-entity["salience"], entity["start"])):
        found = by_entity[entity["id"]]
        rules = [item.get("rules", []) for item in found]
        by_class[entity["class"]].append(entity | {"mentions": mentions.of(found), "rules": rules})
    return by_class


def _common(entity: Item) -> dict[str, Any]:
    """What all classes of entities have."""
    return {
        "id": entity["id"],
        "name": entity["name"],
        "aliases": tuple(entity["aliases"]),
        "count": len(entity["mentions"]),
        "salience": entity["salience"],
        "mentions": entity["mentions"],
    }


def _some(entity: Item, key: str) -> dict[str, Any]:
    value = entity[key]
    return {key: tuple(value) if isinstance(value, list) else value}


def _places(doc: Doc, entities: Sequence[Item]) -> tuple[Place, ...]:
    facts = {item["id"]: item for item in items(doc, PLACES)}
    nothing: Item = dict.fromkeys(_PLACE)
    return tuple(
        Place(**_common(entity), **{key: facts.get(entity["id"], nothing)[key] for key in _PLACE})
        for entity in entities
    )


def _dates(doc: Doc, mentions: _Mentions) -> tuple[Date, ...]:
    """One row for each value, by its first day.  A value that the text spells out once is ``explicit``."""
    rows = []
    text = doc.text  # put together anew at every use
    for found in _grouped([item | {"known": _known(text, item)} for item in items(doc, DATES)], ("known", "type")):
        explicit = next((item for item in found if item["basis"] == "explicit"), found[0])
        rows.append(Date(**{key: explicit[key] for key in _DATE}, count=len(found), mentions=mentions.of(found)))
    return tuple(
        sorted(rows, key=lambda row: (row.from_ is None, row.from_ or "", row.to or "", row.mentions[0].start))
    )


def _known(text: str, item: Item) -> str:
    """What makes mentions one row: the value; of a date of which nothing is known, its words as well.

    ``yesterday`` and ``tomorrow`` are not one day because neither can be told.
    """
    value: str = item["value"]
    if value.startswith("XXXX") and not any(char.isdigit() for char in value.partition("T")[0]):
        return f"{value} {' '.join(text[item['start'] : item['end']].lower().split())}"
    return value


def _figures(doc: Doc, mentions: _Mentions) -> tuple[Figure, ...]:
    """One row for each fact, by its first mention.

    Two figures of which it is not known what they count are not known to be one fact: each has a row of its own.
    """
    found = [item | {"apart": item["start"] if item["of"] is None else None} for item in items(doc, FIGURES)]
    return tuple(
        Figure(**{key: group[0][key] for key in _FIGURE}, count=len(group), mentions=mentions.of(group))
        for group in _grouped(found, (*_FIGURE, "apart"))
    )


def _grouped(found: Sequence[Item], keys: Sequence[str]) -> list[list[Item]]:
    """Items that agree in ``keys``, in the order of their first ones."""
    groups: dict[Hashable, list[Item]] = {}
    for item in found:
        groups.setdefault(tuple(item[key] for key in keys), []).append(item)
    return list(groups.values())


def _words(doc: Doc, sentences: Sequence[tuple[int, int]]) -> int:
    """Tokens of the sentences that are neither punctuation nor white space."""
    remaining = iter(sentences)
    sentence = next(remaining, None)
    words = 0
    for token in doc:
        while sentence is not None and sentence[1] <= token.idx:
            sentence = next(remaining, None)
        if sentence is not None and token.idx >= sentence[0] and not (token.is_punct or token.is_space):
            words += 1
    return words
