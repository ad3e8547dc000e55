"""The engine of a cluster: Ray Data, with actors that hold the model."""

from __future__ import annotations

import logging
import os
import pickle
import sys
import warnings
from collections.abc import Container, Generator, Iterable, Iterator, Sequence
from contextlib import closing, redirect_stdout
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final

from articlelens.batch.engines import TICK, Outcome
from articlelens.batch.engines.finding import Finding
from articlelens.batch.engines.worker import Result, results
from articlelens.batch.plan import Task
from articlelens.batch.setup import BATCH
from articlelens.errors import ArticlelensError, Failure, SettingsError
from articlelens.threads import single_threaded

if TYPE_CHECKING:
    from articlelens.batch.setup import Setup
    from articlelens.batch.stores.base import Encode

# Articles an actor has in one dataset: enough for the loading of its model not to count.
SHARE: Final = 2000
SHARE_BYTES: Final = 50_000_000  # and as much as they may have, as the driver holds them all
MOST_BYTES: Final = 2_000_000_000


class RayEngine:
    """Spreads the work over a Ray cluster: the one at ``RAY_ADDRESS``, else one that is started on this machine.

    An actor that dies, alone or with its node, costs the articles that it had, which are each tried once more alone,
    and then with an actor of their own.

    Args:
        jobs: How many actors; None for as many as the cluster has cores.

    Raises:
        SettingsError: Ray is not installed.
    """

    def __init__(self, jobs: int | None) -> None:
        try:
            import ray.data  # noqa: F401 - is it there?
        except ImportError:
            raise SettingsError(
                "--engine ray needs Ray, which is not installed", "python3 -m pip install 'articlelens[ray]'"
            ) from None
        self.jobs = jobs

    def run(self, work: Iterable[Task | Failure], setup: Setup, encode: Encode) -> Generator[list[Outcome], None, None]:
        """See :class:`articlelens.batch.engines.Engine`."""
        remaining = iter(work)
        first = next(remaining, None)
        if first is None:
            return
        remaining = chain([first], remaining)
        with redirect_stdout(sys.stderr):  # where Ray says what it has to say
            cluster = _Cluster(self.jobs, setup, encode)
            while chunk := list(_chunk(remaining, cluster.jobs)):
                yield from cluster.outcomes(chunk)

    def waiting_for(self) -> str | None:
        """See :class:`articlelens.batch.engines.Engine`; the actors do not tell."""
        return None


def _chunk(remaining: Iterator[Task | Failure], jobs: int) -> Iterator[Task | Failure]:
    """What is done next: a share for each of ``jobs`` actors."""
    size, most = 0, min(jobs * SHARE_BYTES, MOST_BYTES)
    for item in islice(remaining, jobs * SHARE):
        yield item
        size += item.unread.size if isinstance(item, Task) else 0
        if size >= most:
            return


class Analysis:
    """What an actor does: loads the model when it is made, then analyses batches.

    Args:
        given: The set-up and the store's ``encode``, pickled.
    """

    def __init__(self, given: bytes) -> None:
        single_threaded()
        setup, self.encode = pickle.loads(given)  # noqa: S301 - from our own driver
        self.error: ArticlelensError | None = None
        try:
            self.analyze = setup.make()
        except ArticlelensError as error:  # an actor that cannot be made would be made again and again
            self.error = error

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Analyses a batch: ``number`` and ``data``, a pickled task, to ``number`` and ``data``, a pickled result."""
        if self.error:
            return {"number": batch["number"], "data": [pickle.dumps(self.error)] * len(batch["number"])}
        tasks = [pickle.loads(data) for data in batch["data"]]  # noqa: S301 - from our own driver
        found = results(tasks, self.analyze, self.encode)
        return {"number": batch["number"], "data": [pickle.dumps(result) for result in found]}


class _Cluster:
    """A connection to Ray."""

    def __init__(self, jobs: int | None, setup: Setup, encode: Encode) -> None:
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # read when Ray is imported
        import ray

        if not ray.is_initialized():
            ray.init(log_to_driver=False, logging_level=logging.ERROR)
        resources: dict[str, float] = ray.cluster_resources()
        self.jobs = jobs or max(int(resources.get("CPU", 1)), 1)
        self.given = pickle.dumps((setup, encode))

    def outcomes(self, chunk: Sequence[Task | Failure]) -> Iterator[list[Outcome]]:
        """What became of ``chunk``, in its order."""
        finished = {n: Outcome(result=item) for n, item in enumerate(chunk) if isinstance(item, Failure)}
        tasks = {number: item for number, item in enumerate(chunk) if isinstance(item, Task)}
        given = 0
        for left, size in self._attempts(tasks, finished):
            for found in _now_and_then(self._results(left, size)):
                finished.update((number, Outcome.of(tasks[number], *result)) for number, result in found)
                group = []
                while given in finished:
                    group.append(finished[given])
                    given += 1
                if group or not found:
                    yield group
        for number, task in tasks.items():
            finished.setdefault(number, Outcome.of(task, _lost(task)))
        yield [finished[number] for number in range(given, len(chunk))]

    @staticmethod
    def _attempts(tasks: dict[int, Task], finished: Container[int]) -> Iterator[tuple[dict[int, Task], int]]:
        """What is to be tried next, and how many together.

        What was lost with its actor comes a second time alone.  What is lost then comes a third time with an actor of
        its own, since Ray may hand an actor that is dying one task more.
        """
        if tasks:
            yield tasks, BATCH
        if left := {number: task for number, task in tasks.items() if number not in finished}:
            yield left, 1
        for number, task in left.items():
            if number not in finished:
                yield {number: task}, 1

    def _results(self, tasks: dict[int, Task], size: int) -> Iterator[list[tuple[int, Result]]]:
        """What actors make of ``tasks``, in their order and batch by batch, but for what is lost with them."""
        import ray.data

        context = ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.max_errored_blocks = -1
        context.enable_progress_bars = False
        logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what is lost is our report's
        items = [{"number": number, "data": pickle.dumps(task)} for number, task in tasks.items()]
        blocks = -(-len(items) // size)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Ray's, of the last argument: there is no other way yet to give it
            data = ray.data.from_items(items, override_num_blocks=blocks).map_batches(
                Analysis,
                fn_constructor_args=(self.given,),
                batch_size=size,
                batch_format="numpy",
                compute=ray.data.ActorPoolStrategy(
                    size=min(self.jobs, blocks), max_tasks_in_flight_per_actor=2 if size > 1 else 1
                ),
                num_cpus=1,
                max_task_retries=0,  # an article that ends its actor would end one after the other
            )
        for batch in data.iter_batches(batch_size=None, batch_format="numpy"):
            found = [pickle.loads(result) for result in batch["data"]]  # noqa: S301 - from our own actors
            if error := next((result for result in found if isinstance(result, ArticlelensError)), None):
                raise error
            yield list(zip(map(int, batch["number"]), found, strict=True))


def _now_and_then(results: Iterable[list[tuple[int, Result]]]) -> Iterator[list[tuple[int, Result]]]:
    """``results``, and an empty list for every :data:`TICK` that passes without one."""
    with closing(Finding(results)) as found:
        while not found.is_over():
            came = wait([found.bell], TICK)
            if (result := found.take()) is not None:
                yield result
            elif not came:
                yield []


def _lost(task: Task) -> Failure:
    return Failure(
        source=task.unread.label,
        message="its reading or analysis ended every worker process that it was given to",
        hint="try it alone: articlelens extract; if that ends too, please report it with the article",
    )
