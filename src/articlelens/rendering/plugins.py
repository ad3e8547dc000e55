"""Formats of other packages, by the entry point group ``articlelens.renderers``.

The name of an entry point is the format's, its object the renderer: a function like ``render`` of our own formats.
What it is like stands in attributes of the function, which may all be left out: ``needs_text`` and ``for_people``, as
in :class:`articlelens.rendering.Format`.  In a package's ``pyproject.toml``::

    [project.entry-points."articlelens.renderers"]
    headlines = "my_package.formats:headlines"

A package is imported only when its format is used; one that is broken harms nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from articlelens.errors import ArticlelensError, SettingsError

if TYPE_CHECKING:
    from articlelens.record import Record
    from articlelens.rendering import Format, Look, Renderer

GROUP: Final = "articlelens.renderers"


def found() -> list[Format]:
    """The formats that installed packages announce, by name; none of them is imported."""
    from importlib.metadata import entry_points

    from articlelens.rendering import Format

    formats = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        package = entry.dist.name if entry.dist else "another package"
        formats.append(Format(name=entry.name, summary=f"by {package}", home=entry.value, package=package))
    return formats


def loaded(form: Format) -> Renderer:
    """The renderer of ``form``, imported now; what goes wrong in it is said to be its own.

    Raises:
        SettingsError: It cannot be imported, or is no function.
    """
    from importlib.metadata import EntryPoint

    hint = f"repair or uninstall {form.package}, or choose another format"
    try:
        render = EntryPoint(name=form.name, value=form.home, group=GROUP).load()
    except Exception as error:  # whatever importing somebody's package raises
        raise SettingsError(
            f"the format {form.name} of {form.package} cannot be loaded: {type(error).__name__}: {error}", hint
        ) from error
    if not callable(render):
        raise SettingsError(f"the format {form.name} of {form.package} is a {type(render).__name__}, no function", hint)

    def guarded(records: Iterable[Record], look: Look) -> Iterator[str]:
        try:
            yield from render(records, look)
        except ArticlelensError:
            raise
        except Exception as error:
            raise ArticlelensError(
                f"the format {form.name} of {form.package} failed: {type(error).__name__}: {error}",
                f"please report it to the authors of {form.package}",
            ) from error

    for name in ("for_people", "needs_text"):
        setattr(guarded, name, bool(getattr(render, name, False)))
    return guarded
