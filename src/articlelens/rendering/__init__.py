"""Renderers: records in, text out.  One small module a format, imported when it is used.

A renderer is a function of the records and of how they are to look, which yields the text piece by piece.  It knows
records, never files or terminals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from articlelens.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How records are to look; a format heeds what concerns it.

    Args:
        width: Columns.
        height: Rows that one article should take at the most, where ``top`` does not say otherwise.
        color: Whether escape codes for colour and weight may be used.
        top: Rows of each list; 0 for all of them, None for as many as ``height`` has room for.
    """

    width: int = 80
    height: int = 40
    color: bool = False
    top: int | None = None


class Renderer(Protocol):
    """What a format's module offers as ``render``."""

    def __call__(self, records: Iterable[Record], look: Look) -> Iterator[str]:
        """Yields the text, a piece for each record at the latest when it is whole."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """An output format."""

    name: str
    summary: str
    home: str
    """The module whose ``render`` it is."""
    for_people: bool = False
    """Whether it is laid out for the eye, and so heeds all of :class:`Look`; and leaves the text out."""

    def renderer(self) -> Renderer:
        """The renderer itself, imported now."""
        render: Renderer = import_module(self.home).render
        return render


FORMATS: Final = {
    form.name: form
    for form in (
        Format(name="terminal", summary="a summary to read", home="articlelens.rendering.terminal", for_people=True),
        Format(name="json", summary="JSON Lines: one record a line", home="articlelens.rendering.json_lines"),
        Format(
            name="geojson", summary="the places for a map: a GeoJSON line each", home="articlelens.rendering.geojson"
        ),
        Format(name="csv", summary="a table of all mentions with their facts", home="articlelens.rendering.csv_table"),
    )
}
