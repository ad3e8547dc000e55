"""How a run analyses: everything a worker needs to make its analyzer, and what a store's records hang on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from articlelens import __version__, models
from articlelens.errors import Failure
from articlelens.reading import ReadingOptions
from articlelens.record import SCHEMA_VERSION, Record
from articlelens.watchlists import IgnoreList, Watchlist

if TYPE_CHECKING:
    from articlelens.reading import Article

BATCH: Final = 16
"""Articles that are analysed together: faster than one by one, and no slower than more."""

KEYS: Final = "3"
"""How articles are told from one another (:func:`articlelens.batch.plan.identify`); raised when that changes."""

Analyze = Callable[[Iterable["Article | Failure"]], Iterator["Record | Failure"]]
Settings = dict[str, str]


class Setup(Protocol):
    """What an engine asks of a set-up; it is pickled and sent to the workers."""

    def make(self) -> Analyze:
        """Loads the model: called once in each worker.  What it returns passes failures on.

        Raises:
            ModelError: It cannot be loaded.
        """
        ...

    def settings(self) -> Settings:
        """Everything that the records hang on besides the articles, for people and for comparing."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyzerSetup:
    """The set-up of :class:`articlelens.Analyzer`.  What changes its records is a field here, and so a setting.

    Args:
        model: The name or folder of a spaCy pipeline.
        with_text: Whether the records carry the text and its sentences.
        sentences: How many key sentences they have at the most.
        published: The day the articles were published, ISO 8601, where the user says it.
        watchlist: Names to find wherever they stand.
        ignore: Names to leave out.
        reading: How the sources were read.
    """

    model: str = models.DEFAULT
    with_text: bool = False
    sentences: int = 3
    published: str | None = None
    watchlist: Watchlist = field(default_factory=Watchlist)
    ignore: IgnoreList = field(default_factory=IgnoreList)
    reading: ReadingOptions = field(default_factory=ReadingOptions)

    def make(self) -> Analyze:
        """The analyzer's :meth:`articlelens.Analyzer.pipe`, with the model loaded."""
        from functools import partial

        from articlelens.analyzer import Analyzer

        analyzer = Analyzer(self.model, sentences=self.sentences, watchlist=self.watchlist, ignore=self.ignore)
        pipe = partial(analyzer.pipe, with_text=self.with_text, batch_size=BATCH)
        return pipe if self.published is None else lambda articles: pipe(map(self._dated, articles))

    def _dated(self, article: Article | Failure) -> Article | Failure:
        if self.published is None or isinstance(article, Failure):
            return article
        return article.with_published(self.published)

    def settings(self) -> Settings:
        """Versions of articlelens and of its model, and the options that shape records.

        Raises:
            ModelError: The model is not installed.
        """
        found = models.find(self.model)
        meta = (found.path / "meta.json").read_bytes()
        return {
            "articlelens": __version__,
            "keys": KEYS,
            "schema": str(SCHEMA_VERSION),
            "model": f"{found.name} {found.version} {_digest(meta)}",
            "with_text": str(self.with_text),
            "sentences": str(self.sentences),
            "published": str(self.published),
            "watchlist": _digest(repr(self.watchlist).encode()) if self.watchlist.entries else "None",
            "ignore": _digest(repr(self.ignore).encode()) if self.ignore.entries else "None",
            "fields": ", ".join(astuple(self.reading.fields)),
        } | {name: str(getattr(self.reading, name)) for name in ("input_format", "encoding", "language")}


def _digest(data: bytes) -> str:
    """Enough of a hash to tell two of a kind apart."""
    return hashlib.sha256(data).hexdigest()[:12]
