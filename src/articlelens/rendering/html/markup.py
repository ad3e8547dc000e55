"""HTML that cannot go wrong: whatever is no markup of ours is escaped, and nothing else is done to it."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from articlelens.rendering.wording import covered

# Elements without an end tag.
_VOID: Final = frozenset({"meta", "link", "br"})


class Markup(str):
    """A piece of finished HTML."""

    __slots__ = ()


def tag(name: str, /, *children: str | None, **attributes: str | float | bool | None) -> Markup:
    """An element.

    Args:
        name: Its name.
        children: What stands in it: markup as it is, other strings escaped; None is nothing.
        attributes: ``class_`` and ``for_`` lose their underscore, other underscores are dashes; None and False are left
            out, True has no value.
    """
    written = "".join(
        f" {_attribute(key)}" if value is True else f' {_attribute(key)}="{_escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


def joined(pieces: Iterable[str | None], between: str = "") -> Markup:
    """The pieces, one behind the other."""
    return Markup(between.join(_escaped(piece) for piece in pieces if piece is not None))


def harmless(text: str) -> str:
    """``text``, as long, with nothing in it that steers its display: see :func:`articlelens.rendering.wording.covered`.

    Of the pair that ends a line on Windows, and alone, the carriage return is a blank.
    """
    return covered(text.replace("\r", " "))


def web_address(url: str | None) -> str | None:
    """``url``, where a browser may be sent there: an address of the web, and no script."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc and url == harmless(url) else None


def _escaped(piece: str) -> str:
    return piece if isinstance(piece, Markup) else html.escape(harmless(piece))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
