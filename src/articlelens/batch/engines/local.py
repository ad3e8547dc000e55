"""The engine of one machine: worker processes, each with the model loaded once."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from articlelens.batch.engines import TICK, Outcome
from articlelens.batch.engines.finding import Finding
from articlelens.batch.engines.pool import Died, Finished, Pool
from articlelens.batch.engines.worker import LIMIT
from articlelens.batch.plan import Task
from articlelens.batch.setup import BATCH
from articlelens.errors import Failure

if TYPE_CHECKING:
    from articlelens.batch.setup import Setup
    from articlelens.batch.stores.base import Encode

BATCH_CHARACTERS: Final = 100_000  # what a worker is sent at a time, besides BATCH articles
# How far reading runs ahead of the next record to be written, a worker: a slow article holds up no other.
AHEAD: Final = 4 * BATCH
AHEAD_BYTES: Final = 64_000_000  # in all: saved pages and documents can be large
LONG: Final = 60.0  # seconds from which on a user may ask what is waited for


class LocalEngine:
    """Spreads the work over processes of this machine.

    A process that dies costs the articles that it had, which are each tried once more alone; one over which a process
    dies again is a failure.

    Args:
        jobs: How many processes.
        limit: Seconds that an article may take, and what is sent with it; more for long ones.  A process that takes
            longer is ended.
    """

    def __init__(self, jobs: int, limit: float = LIMIT) -> None:
        self.jobs = jobs
        self.limit = limit
        self._run: _Run | None = None

    def run(self, work: Iterable[Task | Failure], setup: Setup, encode: Encode) -> Generator[list[Outcome], None, None]:
        """See :class:`articlelens.batch.engines.Engine`."""
        with closing(Pool(self.jobs, setup, encode, self.limit)) as pool, closing(Finding(work)) as finding:
            self._run = _Run(pool, self.jobs, finding)
            yield from self._run.groups()

    def waiting_for(self) -> str | None:
        """See :class:`articlelens.batch.engines.Engine`."""
        return self._run.waiting_for() if self._run else None


class _Run:
    """The state of one run: what waits, what is finished, what was tried before."""

    def __init__(self, pool: Pool, jobs: int, finding: Finding[Task | Failure]) -> None:
        self.pool = pool
        self.jobs = jobs
        self.finding = finding
        self.waiting: deque[tuple[int, Task]] = deque()
        self.alone: deque[tuple[int, Task]] = deque()
        self.finished: dict[int, Outcome] = {}
        self.tried: set[int] = set()
        self.read = self.given = self.held = 0

    def groups(self) -> Iterator[list[Outcome]]:
        """What became of the work, in its order."""
        told = time.monotonic()
        while True:
            self._read()
            self._send()
            group = list(self._ready())
            if group or time.monotonic() - told >= TICK:
                told = time.monotonic()
                yield group
            if self.finding.is_over() and self.given == self.read:
                return
            more = () if self.finding.is_over() or self._ahead() else (self.finding.bell,)
            for event in self.pool.events(TICK, more):
                self._note(event)

    def waiting_for(self) -> str | None:
        """What the next record has waited for, where that is long."""
        worker = self.pool.company(self.given)
        if worker is None or time.monotonic() - worker.since < LONG:
            return None
        others = len(worker.tasks) - 1
        label = next(task.unread.label for number, task in worker.tasks if number == self.given)
        return f"{label} or one of {others:,} that went with it" if others else label

    def _ahead(self) -> bool:
        """Whether enough is read for now."""
        return self.read - self.given >= self.jobs * AHEAD or self.held >= AHEAD_BYTES

    def _read(self) -> None:
        if self.finding.is_over():
            return
        while not self._ahead() and (item := self.finding.take()) is not None:
            self._take(item)
        if self.finding.is_over():
            # Nothing comes behind these: with the longest first, the workers end at about the same time.
            self.waiting = deque(sorted(self.waiting, key=lambda numbered: -numbered[1].unread.characters))

    def _take(self, item: Task | Failure) -> None:
        if isinstance(item, Failure):
            self.finished[self.read] = Outcome(result=item)
        else:
            self.waiting.append((self.read, item))
            self.held += item.unread.size
        self.read += 1

    def _send(self) -> None:
        self.pool.grow(len(self.waiting) + len(self.alone))
        for worker in self.pool.idle():
            if self.alone:
                self.pool.send(worker, [self.alone.popleft()])
            elif batch := list(self._batch()):
                self.pool.send(worker, batch)

    def _batch(self) -> Iterator[tuple[int, Task]]:
        """What to send next: less at a time towards the end, so that no worker is left alone with much."""
        size = BATCH if not self.finding.is_over() else min(BATCH, -(-len(self.waiting) // (2 * self.jobs)))
        characters = 0
        while self.waiting and size > 0 and characters < BATCH_CHARACTERS:
            characters += self.waiting[0][1].unread.characters
            size -= 1
            yield self.waiting.popleft()

    def _note(self, event: Finished | Died) -> None:
        if isinstance(event, Finished):
            for number, task, (result, warnings) in event.results:
                self._finish(number, task, result, warnings)
            return
        if event.loading:  # they had no part in it
            self.waiting.extendleft(reversed(event.tasks))
            return
        for number, task in event.tasks:
            if number in self.tried:
                self._finish(number, task, _fatal(task, event.reason))
            else:
                self.tried.add(number)
                self.alone.append((number, task))

    def _finish(self, number: int, task: Task, result: Any, warnings: tuple[str, ...] = ()) -> None:
        self.finished[number] = Outcome.of(task, result, warnings)
        self.held -= task.unread.size

    def _ready(self) -> Iterator[Outcome]:
        """What is finished with nothing before it unfinished."""
        while self.given in self.finished:
            yield self.finished.pop(self.given)
            self.given += 1


def _fatal(task: Task, reason: str) -> Failure:
    return Failure(
        source=task.unread.label,
        message=f"its reading or analysis ended the worker process, twice: {reason}",
        hint="try it alone: articlelens extract; if that ends too, please report it with the article",
    )
