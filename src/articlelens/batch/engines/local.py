"""The engine of one machine: worker processes, each with the model loaded once."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from articlelens.batch.engines import Outcome
from articlelens.batch.engines.pool import Died, Finished, Pool
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


class LocalEngine:
    """Spreads the work over processes of this machine.

    A process that dies costs the articles that it had, which are each tried once more alone; one over which a process
    dies again is a failure.

    Args:
        jobs: How many processes.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def run(self, work: Iterable[Task | Failure], setup: Setup, encode: Encode) -> Generator[list[Outcome], None, None]:
        """See :class:`articlelens.batch.engines.Engine`."""
        remaining = iter(work)
        first = next(remaining, None)
        if first is None:
            return  # nothing to do needs no model
        with closing(Pool(self.jobs, setup, encode)) as pool:
            yield from _Run(pool, self.jobs, remaining, first).groups()


class _Run:
    """The state of one run: what waits, what is finished, what was tried before."""

    def __init__(self, pool: Pool, jobs: int, remaining: Iterator[Task | Failure], first: Task | Failure) -> None:
        self.pool = pool
        self.jobs = jobs
        self.remaining: Iterator[Task | Failure] | None = remaining
        self.waiting: deque[tuple[int, Task]] = deque()
        self.alone: deque[tuple[int, Task]] = deque()
        self.finished: dict[int, Outcome] = {}
        self.tried: set[int] = set()
        self.read = self.given = self.held = 0
        self._take(first)

    def groups(self) -> Iterator[list[Outcome]]:
        """What became of the work, in its order."""
        while self.remaining is not None or self.given < self.read:
            ahead = self.read - self.given >= self.jobs * AHEAD or self.held >= AHEAD_BYTES
            reading = self.remaining is not None and not ahead
            if reading:
                self._read()
            self._send()
            if group := list(self._ready()):
                yield group
            # While there is something to read, workers are only looked after in between.
            if reading or self.given < self.read:
                for event in self.pool.events(0 if reading else None):
                    self._note(event)

    def _read(self) -> None:
        item = next(self.remaining, None) if self.remaining is not None else None
        if item is not None:
            self._take(item)
            return
        self.remaining = None
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
        size = BATCH if self.remaining is not None else min(BATCH, -(-len(self.waiting) // (2 * self.jobs)))
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
        message=f"its analysis ended the worker process, twice: {reason}",
        hint="try it alone: articlelens extract; if that ends too, please report it with the article",
    )
