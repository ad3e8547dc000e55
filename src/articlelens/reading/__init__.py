"""From a source to an Article: files, folders, standard input, rows; what is headline, text and page furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articlelens.reading.article import Article, Block
    from articlelens.reading.options import Fields, ReadingOptions
    from articlelens.reading.plain import read_text
    from articlelens.reading.sources import count_sources, find_sources, read_sources
    from articlelens.reading.unread import Unread

__all__ = [
    "Article",
    "Block",
    "Fields",
    "ReadingOptions",
    "Unread",
    "count_sources",
    "find_sources",
    "read_sources",
    "read_text",
]

# Where each name lives. They are imported on first use, so that the options cost the command line's help nothing.
_HOMES = {
    "Article": "article",
    "Block": "article",
    "Fields": "options",
    "ReadingOptions": "options",
    "Unread": "unread",
    "count_sources": "sources",
    "find_sources": "sources",
    "read_sources": "sources",
    "read_text": "plain",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
