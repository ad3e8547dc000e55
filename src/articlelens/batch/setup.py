"""How a run analyses: everything a worker needs to make its analyzer, and what a store's records hang on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, Protocol

from articlelens import __version__, models
from articlelens.record import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    from articlelens.errors import Failure
    from articlelens.reading import Article

BATCH: Final = 16
"""Articles that are analysed together: faster than one by one, and no slower than more."""

Analyze = Callable[[Iterable["Article"]], Iterator["Record | Failure"]]
Settings = dict[str, str]


class Setup(Protocol):
    """What an engine asks of a set-up; it is pickled and sent to the workers."""

    def make(self) -> Analyze:
        """Loads the model: called once in each worker.

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
        published: The day the articles were published, ISO 8601, where the user says it.
    """

    model: str = models.DEFAULT
    with_text: bool = False
    published: str | None = None

    def make(self) -> Analyze:
        """The analyzer's :meth:`articlelens.Analyzer.pipe`, with the model loaded."""
        from functools import partial

        from articlelens.analyzer import Analyzer

        return partial(Analyzer(self.model).pipe, with_text=self.with_text, batch_size=BATCH)

    def settings(self) -> Settings:
        """Versions of articlelens and of its model, and the options that shape records.

        Raises:
            ModelError: The model is not installed.
        """
        found = models.find(self.model)
        meta = hashlib.sha256((found.path / "meta.json").read_bytes()).hexdigest()
        options = {name: value for name, value in asdict(self).items() if name != "model"}
        return {
            "articlelens": __version__,
            "schema": str(SCHEMA_VERSION),
            "model": f"{found.name} {found.version} {meta[:12]}",
        } | {name: str(value) for name, value in options.items()}
