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
    from articlelens.errors import ArticlelensError, Failure
    from articlelens.reading import Article
    from articlelens.record import Record

# Where each public name lives. They are imported on first use, so that `import articlelens` costs nothing.
_HOMES = {
    "Analyzer": "articlelens.analyzer",
    "Article": "articlelens.reading",
    "ArticlelensError": "articlelens.errors",
    "Failure": "articlelens.errors",
    "Record": "articlelens.record",
    "analyze": "articlelens.analyzer",
}

__all__ = ["Analyzer", "Article", "ArticlelensError", "Failure", "Record", "__version__", "analyze"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
