"""What a worker does: loads the model once, then reads and analyses what it is sent until nobody sends any more."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from articlelens.batch.plan import Task
from articlelens.errors import ArticlelensError, Failure
from articlelens.reading.unread import read_each

if TYPE_CHECKING:
    from articlelens.batch.setup import Analyze, Setup
    from articlelens.batch.stores.base import Encode

# One thread a worker: the workers are as many as there are cores.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

Result = tuple[Any, tuple[str, ...]]
"""What becomes of a task, and what is to be said of how it was read."""

_log = logging.getLogger(__name__)


def main(connection: Connection[Any, Any], setup: Setup, encode: Encode) -> None:
    """A worker process, from loading the model to the end of the work.

    Args:
        connection: Where tasks come from and results go to.  The first message sent is None, or the error that keeps
            the model from being loaded.
        setup: How to make the analyzer.
        encode: What to make of a record.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends the workers
    single_threaded()
    with contextlib.suppress(OSError, EOFError):  # the parent is gone: so is the work
        _work(connection, setup, encode)
    os._exit(0)  # taking the model apart, object by object, takes a quarter of a second


def _work(connection: Connection[Any, Any], setup: Setup, encode: Encode) -> None:
    gc.disable()  # what is loaded stays: looking through it again and again takes a tenth of the loading
    try:
        analyze = setup.make()
    except ArticlelensError as error:
        connection.send(error)
        return
    gc.freeze()
    gc.enable()
    connection.send(None)
    while True:
        connection.send(results(connection.recv(), analyze, encode))


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
