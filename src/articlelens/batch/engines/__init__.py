"""Engines: who does the work.  They take tasks and give what became of them, in the tasks' order."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from articlelens.batch.plan import Task
from articlelens.errors import Failure

if TYPE_CHECKING:
    from articlelens.batch.setup import Setup
    from articlelens.batch.stores.base import Encode


TICK: Final = 10.0  # seconds without news until whoever waits hears of that


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an article.

    Args:
        result: What the store's ``encode`` made of its record, or a failure.
        key: The task's key; None for a failure of finding, of which there was no task.
        name: The source's name.
        line: The line of a row in its file.
        label: The article's name in messages.
        warnings: What is to be said of how it was read.
    """

    result: Any
    key: str | None = None
    name: str = ""
    line: int | None = None
    label: str = ""
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(cls, task: Task, result: Any, warnings: tuple[str, ...] = ()) -> Outcome:
        """What became of ``task``, without its bytes."""
        found = task.unread
        return cls(result=result, key=task.key, name=found.name, line=found.line, label=found.label, warnings=warnings)


class Engine(Protocol):
    """Does a run's work."""

    def run(self, work: Iterable[Task | Failure], setup: Setup, encode: Encode) -> Generator[list[Outcome], None, None]:
        """Yields what became of ``work``, in its order, in groups that are at hand together; now and then an empty one.

        Args:
            work: What is to be done; failures of finding are passed on in their places.
            setup: How a worker makes its analyzer.
            encode: What a worker makes of a record.

        Raises:
            ArticlelensError: The work cannot be done at all: the model cannot be loaded, or the like.
        """
        ...

    def waiting_for(self) -> str | None:
        """What the next outcome has waited for, for people, where it has for over a minute and that can be told."""
        ...


def engine_for(name: str, jobs: int | None) -> Engine:
    """The engine of a name, ``local`` or ``ray``.

    Args:
        name: Its name.
        jobs: How many workers; None for as many as there are cores.

    Raises:
        SettingsError: What it needs is not installed.
    """
    if name == "ray":
        from articlelens.batch.engines.ray import RayEngine

        return RayEngine(jobs)
    from articlelens.batch.engines.local import LocalEngine

    return LocalEngine(jobs or cores())


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
