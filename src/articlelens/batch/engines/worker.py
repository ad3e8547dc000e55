"""What a worker does: reads and analyses what it is sent, with the model loaded once, until nobody sends any more."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Final

from articlelens.batch.plan import Task
from articlelens.errors import ArticlelensError, Failure
from articlelens.reading.unread import read_each
from articlelens.threads import single_threaded

if TYPE_CHECKING:
    from articlelens.batch.setup import Analyze, Setup
    from articlelens.batch.stores.base import Encode
    from articlelens.reading import Article
    from articlelens.record import Record

# What is sent together is ended if it takes longer than this.  It takes a second or two, a hostile page in it ten, and
# the model, which is loaded with the first of it, as long from a slow disk.
LIMIT: Final = 120.0  # seconds
PER_CHARACTER: Final = 0.001  # seconds more: a text of 3,000,000 characters takes some 150 seconds
OVERDUE: Final = 1  # the exit code of a worker that was ended so

STARTED: Final = "started"
LOADING: Final = "loading"
LOADED: Final = "loaded"

Result = tuple[Any, tuple[str, ...]]
"""What becomes of a task, and what is to be said of how it was read."""

_log = logging.getLogger(__name__)


def main(connection: Connection[Any, Any], setup: Setup, encode: Encode, limit: float) -> None:
    """A worker process, from its start to the end of the work.

    Args:
        connection: Where lists of tasks come from; each is answered with a list of results, or with the error that
            keeps the model from being loaded.  In between goes one of :data:`STARTED` and the others.
        setup: How to make the analyzer.
        encode: What to make of a record.
        limit: See :func:`allowed`.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends the workers
    single_threaded()
    with contextlib.suppress(OSError, EOFError):  # the parent is gone: so is the work
        _work(connection, setup, encode, limit)
    os._exit(0)  # taking the model apart, object by object, takes a quarter of a second


def _end_with_parent() -> None:
    """Ends this process when its parent is gone, also in the midst of an article."""
    parent = multiprocessing.parent_process()
    if parent is not None and parent.sentinel is not None:
        wait([parent.sentinel])
        os._exit(0)


def _work(connection: Connection[Any, Any], setup: Setup, encode: Encode, limit: float) -> None:
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
            answer: list[Result] | ArticlelensError = results(tasks, loaded, encode, limit)
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


def allowed(tasks: Iterable[Task], limit: float = LIMIT) -> float:
    """How many seconds ``tasks`` may take together.

    Args:
        tasks: What is read and analysed together.
        limit: What they may take however short they are.
    """
    return limit + PER_CHARACTER * sum(task.unread.characters for task in tasks)


def results(tasks: Sequence[Task], analyze: Analyze, encode: Encode, limit: float = LIMIT) -> list[Result]:
    """What becomes of ``tasks``: for each what ``encode`` makes of its record, or a failure; and warnings.

    The process ends with code :data:`OVERDUE` where they take longer than :func:`allowed`.
    """
    with _limited(allowed(tasks, limit)):
        articles = list(read_each(task.unread for task in tasks))
        warnings = [() if isinstance(article, Failure) else article.warnings for article in articles]
        encoded = (_encoded(task, result, encode) for task, result in zip(tasks, analyze(articles), strict=True))
        return list(zip(encoded, warnings, strict=True))


@contextlib.contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Ends this process where the block takes longer, even if it keeps all of Python waiting."""
    with open(os.devnull, "wb") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


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
