"""What a worker does: reads and analyses what it is sent, with the model loaded once, until nobody sends any more."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

from articlelens.batch.plan import Task
from articlelens.errors import ArticlelensError, Failure
from articlelens.reading.unread import read_each

if TYPE_CHECKING:
    from articlelens.batch.setup import Analyze, Setup
    from articlelens.batch.stores.base import Encode
    from articlelens.reading import Article
    from articlelens.record import Record

# One thread a worker: the workers are as many as there are cores.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

STARTED: Final = "started"
LOADING: Final = "loading"
LOADED: Final = "loaded"

Result = tuple[Any, tuple[str, ...]]
"""What becomes of a task, and what is to be said of how it was read."""

_log = logging.getLogger(__name__)


def main(connection: Connection[Any, Any], setup: Setup, encode: Encode) -> None:
    """A worker process, from its start to the end of the work.

    Args:
        connection: Where lists of tasks come from; each is answered with a list of results, or with the error that
            keeps the model from being loaded.  In between goes one of :data:`STARTED` and the others.
        setup: How to make the analyzer.
        encode: What to make of a record.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends the workers
    single_threaded()
    with contextlib.suppress(OSError, EOFError):  # the parent is gone: so is the work
        _work(connection, setup, encode)
    os._exit(0)  # taking the model apart, object by object, takes a quarter of a second


def _work(connection: Connection[Any, Any], setup: Setup, encode: Encode) -> None:
    analyze: Analyze | None = None

    def loaded(articles: Iterable[Article | Failure]) -> Iterator[Record | Failure]:
        """What the analyzer makes of articles; where none could be read, no model is needed to say so."""
        nonlocal analyze
        articles = list(articles)
        if analyze is None:
            if all(isinstance(article, Failure) for article in articles):
                return (article for article in articles if isinstance(article, Failure))
            connection.send(LOADING)
            analyze = _make(setup)
            connection.send(LOADED)
        return analyze(articles)

    connection.send(STARTED)
    while True:
        tasks = connection.recv()
        try:
            answer: list[Result] | ArticlelensError = results(tasks, loaded, encode)
        except ArticlelensError as error:
            answer = error
        connection.send(answer)


def _make(setup: Setup) -> Analyze:
    gc.disable()  # what is loaded stays: looking through it again and again takes a tenth of a second
    try:
        return setup.make()
    finally:
        gc.freeze()
        gc.enable()


def single_threaded() -> None:
    """Keeps the libraries below from starting a thread a core; to be called before they are imported."""
    for name in THREADS:
        os.environ.setdefault(name, "1")


def results(tasks: Sequence[Task], analyze: Analyze, encode: Encode) -> list[Result]:
    """What becomes of ``tasks``: for each what ``encode`` makes of its record, or a failure; and warnings."""
    articles = list(read_each(task.unread for task in tasks))
    warnings = [() if isinstance(article, Failure) else article.warnings for article in articles]
    encoded = (_encoded(task, result, encode) for task, result in zip(tasks, analyze(articles), strict=True))
    return list(zip(encoded, warnings, strict=True))


def _encoded(task: Task, result: Any, encode: Encode) -> Any:
    if isinstance(result, Failure):
        return result
    try:
        return encode(result, task.key)
    except Exception as error:  # noqa: BLE001 - one article's failure must not end the run
        _log.debug("the record of %s cannot be written", task.unread.label, exc_info=True)
        return Failure(
            source=task.unread.label,
            message=f"its record cannot be written: {type(error).__name__}: {error}",
            hint="this is a fault of articlelens: please report it with the article",
        )
