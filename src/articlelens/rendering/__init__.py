"""Renderers: records in, text out.  One small module a format, imported when it is used.

A renderer is a function of the records and of how they are to look, which yields the text piece by piece.  It knows
records, never files or terminals.  Other packages bring formats of their own by the entry point group
``articlelens.renderers`` (see :mod:`articlelens.rendering.plugins`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

from articlelens.rendering import plugins

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
    """Where its renderer is: a module whose ``render`` it is, or ``module:function``."""
    for_people: bool = False
    """Whether it is laid out for the eye, and so heeds all of :class:`Look`; and leaves the text out."""
    needs_text: bool = False
    """Whether it renders records that carry the article's text."""
    package: str | None = None
    """The distribution that brings it, where it is not ours."""

    def renderer(self) -> Renderer:
        """The renderer itself, imported now.

        Raises:
            SettingsError: It is another package's, and cannot be imported.
        """
        module, _, name = self.home.partition(":")
        if self.package is None:
            render: Renderer = getattr(import_module(module), name or "render")
            return render
        return plugins.loaded(self)

    def known(self) -> Format:
        """The format, with what another package's renderer says of itself.

        Raises:
            SettingsError: It is another package's, and cannot be imported.
        """
        if self.package is None:
            return self
        render = self.renderer()
        return replace(
            self,
            for_people=bool(getattr(render, "for_people", False)),
            needs_text=bool(getattr(render, "needs_text", False)),
        )


class _Formats(Mapping[str, Format]):
    """Formats by name: ours, then those of other packages, which are looked for only when they are asked for."""

    def __init__(self, *ours: Format) -> None:
        self._ours = {form.name: form for form in ours}
        self._all: dict[str, Format] | None = None

    def __getitem__(self, name: str) -> Format:
        return self._ours[name] if name in self._ours else self._with_plugins()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._with_plugins())

    def __len__(self) -> int:
        return len(self._with_plugins())

    def _with_plugins(self) -> dict[str, Format]:
        if self._all is None:
            self._all = {form.name: form for form in plugins.found()} | self._ours
            self._all = {name: self._all[name] for name in [*self._ours, *self._all]}
        return self._all


FORMATS: Final[Mapping[str, Format]] = _Formats(
    Format(name="terminal", summary="a summary to read", home="articlelens.rendering.terminal", for_people=True),
    Format(name="json", summary="JSON Lines: one record a line", home="articlelens.rendering.json_lines"),
    Format(name="geojson", summary="the places for a map: a GeoJSON line each", home="articlelens.rendering.geojson"),
    Format(name="csv", summary="a table of all mentions with their facts", home="articlelens.rendering.csv_table"),
    Format(
        name="markdown",
        summary="a briefing for an issue or a wiki",
        home="articlelens.rendering.markdown",
        for_people=True,
    ),
    Format(
        name="html",
        summary="a report for the browser, in one file",
        home="articlelens.rendering.html",
        for_people=True,
        needs_text=True,
    ),
)
