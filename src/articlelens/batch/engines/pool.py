"""Worker processes: started, fed, missed when they die, and replaced.

The pools of the standard library break as a whole when one process dies; here the death of one is an event like any
other, and says which tasks it had.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, Any, Final

from articlelens import threads
from articlelens.batch.engines import worker
from articlelens.batch.plan import Task
from articlelens.errors import ArticlelensError

if TYPE_CHECKING:
    from articlelens.batch.setup import Setup
    from articlelens.batch.stores.base import Encode

STILLBORN: Final = 3  # workers that die one after the other before they have done anything: it will not get better
GRACE: Final = 5.0  # seconds


@dataclass(eq=False, kw_only=True)
class Worker:
    """A worker process and what it is at."""

    process: SpawnProcess
    connection: Connection[Any, Any]
    state: str | None = None
    """What it said last of itself; None before it has said anything."""
    tasks: list[tuple[int, Task]] = field(default_factory=list)
    """What it was sent, with the tasks' numbers."""
    since: float = 0.0
    """When, on the monotonic clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What a worker made of its tasks."""

    results: list[tuple[int, Task, worker.Result]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Died:
    """A worker died over its tasks, or while it loaded the model for them."""

    tasks: list[tuple[int, Task]]
    reason: str
    loading: bool


class Pool:
    """Workers, as many as there is work for, whatever becomes of them.

    Args:
        size: How many at the most.
        setup: How they make their analyzers.
        encode: What they make of records.
        limit: See :func:`articlelens.batch.engines.worker.allowed`.
    """

    def __init__(self, size: int, setup: Setup, encode: Encode, limit: float) -> None:
        self._context = multiprocessing.get_context("spawn")  # a fork copies locks that threads hold
        self._given = (setup, encode, limit)
        self._stillborn = 0
        self._workers: list[Worker] = []
        self._size = size

    def grow(self, waiting: int) -> None:
        """Starts workers for tasks that wait: no more than these, and none where one is free."""
        free = sum(not one.tasks for one in self._workers)
        for _ in range(min(waiting - free, self._size - len(self._workers))):
            self._start()

    def idle(self) -> list[Worker]:
        """The workers that wait for work."""
        return [one for one in self._workers if one.state is not None and not one.tasks]

    def send(self, to: Worker, tasks: Sequence[tuple[int, Task]]) -> None:
        """Sends tasks to an idle worker.  If it dies over them, :meth:`events` says so."""
        to.tasks = list(tasks)
        to.since = time.monotonic()
        try:
            to.connection.send([task for _, task in tasks])
        except OSError:  # it is dead already
            return

    def company(self, number: int) -> Worker | None:
        """The worker that has a task, and perhaps others with it."""
        return next((one for one in self._workers if number in (found for found, _ in one.tasks)), None)

    def events(self, timeout: float, also: Sequence[Connection[Any, Any]] = ()) -> Iterator[Finished | Died]:
        """What has happened, after waiting for it.

        Args:
            timeout: Seconds to wait.
            also: What ends the waiting too when there is something to read from it.

        Raises:
            ArticlelensError: A worker cannot load its model.
        """
        by_connection = {one.connection: one for one in self._workers}
        for connection in wait([*by_connection, *also], timeout):
            if connection in also:
                continue
            one = by_connection[connection]  # type: ignore[index]
            try:
                message = one.connection.recv()
            except (EOFError, OSError):
                yield from self._bury(one)
                continue
            if isinstance(message, ArticlelensError):
                raise message
            if isinstance(message, str):
                one.state = message
                continue
            self._stillborn = 0
            tasks, one.tasks = one.tasks, []
            yield Finished(results=[(*task, result) for task, result in zip(tasks, message, strict=True)])

    def close(self) -> None:
        """Ends all workers: those with nothing to do by themselves, the others at once."""
        for one in self._workers:
            one.connection.close()  # which ends one that waits
            if one.tasks or one.state is None:
                one.process.kill()
        for one in self._workers:
            one.process.join(GRACE)
            one.process.kill()
        self._workers.clear()

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=worker.main, args=(theirs, *self._given), daemon=True)
        with without_interrupts(), _single_threads():
            process.start()
        theirs.close()  # else nobody would tell us when it is gone
        self._workers.append(Worker(process=process, connection=ours))

    def _bury(self, one: Worker) -> Iterator[Died]:
        self._workers.remove(one)
        one.connection.close()
        one.process.join(GRACE)
        if one.process.is_alive():
            one.process.kill()
            one.process.join(GRACE)
        reason = _reason(one.process.exitcode)
        allowed = worker.allowed((task for _, task in one.tasks), self._given[-1])
        if one.process.exitcode == worker.OVERDUE and one.tasks and time.monotonic() - one.since >= allowed:
            reason = f"it took more than {allowed:,.0f} seconds"
        loading = one.state in (None, worker.LOADING)
        if loading:
            self._stillborn += 1
            if self._stillborn >= STILLBORN:
                raise ArticlelensError(
                    f"the worker processes die while they load the model ({reason})",
                    "give fewer --jobs: each needs about half a gigabyte of memory",
                )
        if one.tasks:
            yield Died(tasks=one.tasks, reason=reason, loading=loading)


def _reason(code: int | None) -> str:
    """How a process ended, for people."""
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return "killed, perhaps for want of memory" if name == "SIGKILL" else f"ended by {name}"


@contextmanager
def without_interrupts() -> Iterator[None]:
    """What is started within is deaf to interrupts until it says otherwise; ours wait until behind the block."""
    if os.name != "posix":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _single_threads() -> Iterator[None]:
    """What is started within has the environment that keeps libraries from starting a thread a core."""
    before = {name: os.environ.get(name) for name in threads.VARIABLES}
    threads.single_threaded()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
