"""How the components hand their findings on.

A finding is a plain dict with at least ``start`` and ``end`` (code-point offsets).  The findings of a component stand
in ``doc.spans[key].attrs["items"]``, and in the span group itself as spans over the tokens that they touch, in the same
order.  Plain data survives ``n_process`` and ``spawn``; offsets of their own let a finding begin inside a token, as in
``RM79`` or ``5kW``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, SpanGroup

BLOCKS = "articlelens.blocks"
NAMES = "articlelens.names"
ENTITIES = "articlelens.entities"
PLACES = "articlelens.places"
DATES = "articlelens.dates"
FIGURES = "articlelens.figures"
SUMMARY = "articlelens.summary"

FURNITURE = "furniture"
TITLE = "title"
BODY = "body"

PUBLISHED = "articlelens_published"  # doc._.articlelens_published: ISO 8601 day or None

Item = dict[str, Any]


def register_extensions() -> None:
    """Registers the extension attributes, once; those that are there already are left alone."""
    if not Doc.has_extension(PUBLISHED):
        Doc.set_extension(PUBLISHED, default=None)


register_extensions()


def annotate(doc: Doc, key: str, items: Iterable[Item], *, label: str, **attrs: Any) -> None:
    """Keeps ``items`` under ``key``, in text order.

    Args:
        doc: The document.
        key: One of the keys above.
        items: Findings; what is not plain data (str, int, float, bool, None, list, dict) does not survive processes.
        label: The key of an item that becomes the label of its span.
        attrs: More plain data about the group as a whole.
    """
    ordered = sorted(items, key=lambda item: (item["start"], item["end"]))
    spans = [
        doc.char_span(item["start"], item["end"], label=str(item[label]), alignment_mode="expand") for item in ordered
    ]
    doc.spans[key] = SpanGroup(
        doc, name=key, attrs={"items": ordered, **attrs}, spans=[span for span in spans if span is not None]
    )


def items(doc: Doc, key: str) -> list[Item]:
    """The findings kept under ``key``; none where the component did not run."""
    if key not in doc.spans:
        return []
    found: list[Item] = doc.spans[key].attrs["items"]
    return found


def attribute(doc: Doc, key: str, name: str) -> Any:
    """A piece of data about the group ``key`` as a whole; None where there is none."""
    return doc.spans[key].attrs.get(name) if key in doc.spans else None


def text_blocks(doc: Doc) -> list[Item]:
    """The blocks of the article's own text, page furniture left out; the whole text where nothing says better."""
    if BLOCKS not in doc.spans:
        return [{"start": 0, "end": len(doc.text), "kind": BODY}] if len(doc) else []
    return [block for block in items(doc, BLOCKS) if block["kind"] != FURNITURE]
