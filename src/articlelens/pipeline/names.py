"""``articlelens_names``: the mentions of people, organizations and places.

Takes the entity recognizer's spans (OntoNotes labels), trims what is no part of a name, and leaves out page furniture.
"""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from articlelens.pipeline.annotations import BLOCKS, FURNITURE, NAMES, Item, annotate, items
from articlelens.record import EntityClass

# OntoNotes 5 labels (Weischedel et al. 2013) that are ours. NORP (nationalities, religions) is no place and no person.
CLASSES: Final[dict[str, EntityClass]] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
# OntoNotes includes articles and the possessive in a span; a name has neither.
ARTICLES: Final = frozenset({"the", "a", "an"})
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})
# Places whose article is part of the name (the spelling of ISO 3166 and of the towns themselves).
NAMES_WITH_ARTICLE: Final = frozenset({"The Hague", "The Gambia", "The Bahamas"})


class Names:
    """Turns ``doc.ents`` into the items of ``doc.spans["articlelens.names"]``, each with a ``class``."""

    def __call__(self, doc: Doc) -> Doc:
        furniture = [(block["start"], block["end"]) for block in items(doc, BLOCKS) if block["kind"] == FURNITURE]
        found: list[Item] = []
        for ent in doc.ents:
            if ent.label_ not in CLASSES:
                continue
            span = trim(ent)
            if span is None or any(start <= span.start_char < end for start, end in furniture):
                continue
            found.append({"start": span.start_char, "end": span.end_char, "class": CLASSES[ent.label_]})
        annotate(doc, NAMES, found, label="class")
        return doc


def trim(span: Span) -> Span | None:
    """``span`` without a leading article, a trailing possessive, and blanks and punctuation at its ends.

    Returns:
        The rest, or None where no letter is left.
    """
    start, end = span.start, span.end
    doc = span.doc
    while end > start and _is_edge(doc[end - 1]):
        end -= 1
    while start < end and (_is_edge(doc[start]) or _is_article(doc[start:end])):
        start += 1
    rest = doc[start:end]
    return rest if any(char.isalpha() for char in rest.text) else None


def _is_edge(token: Token) -> bool:
    return token.text in POSSESSIVES or not any(char.isalnum() for char in token.text)


def _is_article(span: Span) -> bool:
    return len(span) > 1 and span[0].lower_ in ARTICLES and span.text not in NAMES_WITH_ARTICLE


@Language.factory("articlelens_names", requires=["doc.ents"], assigns=["doc.spans"])
def make_names(nlp: Language, name: str) -> Names:
    """The factory of ``articlelens_names``."""
    return Names()
