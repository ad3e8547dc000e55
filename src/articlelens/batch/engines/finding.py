"""Finding what is to be done beside doing it: a source may be slow, as a pipe is that a crawler writes to."""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import threading
from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from articlelens.batch.engines.pool import without_interrupts

Item = TypeVar("Item")
_PATIENCE: Final = 0.2  # seconds for the thread to end; one that waits for its source does not


class Finding(Generic[Item]):
    """Draws from what may be slow in a thread of its own, two items ahead of who takes them at the most.

    Args:
        work: What is drawn from; None is no item of it.
    """

    def __init__(self, work: Iterable[Item]) -> None:
        self._over = False
        self.bell, self._rope = multiprocessing.Pipe(duplex=False)
        """Readable while there is something to take, for :func:`multiprocessing.connection.wait`."""
        self._found: queue.Queue[Item | BaseException | None] = queue.Queue(maxsize=1)
        self._closed = False
        self._thread = threading.Thread(target=self._draw, args=(work,), daemon=True)
        with without_interrupts():  # they are the main thread's, also while that one is deaf to them
            self._thread.start()

    def take(self) -> Item | None:
        """What comes next; None where nothing is there yet, or nothing any more."""
        if self._over or not self.bell.poll():
            return None
        self.bell.recv_bytes()
        item = self._found.get()
        if isinstance(item, BaseException):
            raise item
        self._over = item is None
        return item

    def is_over(self) -> bool:
        """Whether all of it was taken."""
        return self._over

    def close(self) -> None:
        """Ends the thread, unless it waits for its source: then it ends when that gives something."""
        self._closed = True
        with contextlib.suppress(queue.Empty):
            self._found.get_nowait()
        self._thread.join(_PATIENCE)
        self.bell.close()

    def _draw(self, work: Iterable[Item]) -> None:
        try:
            for item in work:
                if not self._give(item):
                    return
            self._give(None)
        except BaseException as error:  # noqa: BLE001 - it is raised where the work is taken
            self._give(error)
        finally:
            self._rope.close()

    def _give(self, item: Item | BaseException | None) -> bool:
        """Lays something down to be taken; whether anybody still takes."""
        self._found.put(item)
        if not self._closed:
            with contextlib.suppress(OSError):
                self._rope.send_bytes(b"!")
        return not self._closed
