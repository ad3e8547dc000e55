"""articlelens: who, where, when and how much, in a news article.

>>> from articlelens import analyze
>>> record = analyze("Ana Quispe spoke in Lima on 7 December 2022.", published="2022-12-09")  # doctest: +SKIP
>>> [person.name for person in record.people]  # doctest: +SKIP
['Ana Quispe']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from articlelens.analyzer import Analyzer, analyze
    from articlelens.errors import ArticlelensError, Failure, InputError, ModelError, SettingsError
    from articlelens.reading import Article, Fields, ReadingOptions, read_sources, read_text
    from articlelens.record import (
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
        Source,
    )
    from articlelens.watchlists import (
        IgnoredName,
        IgnoreList,
        WatchedName,
        Watchlist,
        read_ignore_list,
        read_watchlist,
    )

__all__ = [
    "Analyzer",
    "Article",
    "ArticlelensError",
    "Counts",
    "Date",
    "Failure",
    "Fields",
    "Figure",
    "Generator",
    "IgnoreList",
    "IgnoredName",
    "InputError",
    "KeySentence",
    "Mention",
    "ModelError",
    "Organization",
    "Person",
    "Place",
    "ReadingOptions",
    "Record",
    "ReferenceDate",
    "SettingsError",
    "Source",
    "WatchedName",
    "Watchlist",
    "__version__",
    "analyze",
    "read_ignore_list",
    "read_sources",
    "read_text",
    "read_watchlist",
]

# Where each public name lives. They are imported on first use, so that `import articlelens` costs nothing.
_HOMES = {
    "articlelens.analyzer": ("Analyzer", "analyze"),
    "articlelens.errors": ("ArticlelensError", "Failure", "InputError", "ModelError", "SettingsError"),
    "articlelens.reading": ("Article", "Fields", "ReadingOptions", "read_sources", "read_text"),
    "articlelens.watchlists": (
        "IgnoreList",
        "IgnoredName",
        "WatchedName",
        "Watchlist",
        "read_ignore_list",
        "read_watchlist",
    ),
}
_RECORD = "articlelens.record"  # all others


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = next((module for module, names in _HOMES.items() if name in names), _RECORD)
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
