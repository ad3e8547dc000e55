"""How far a long run is: a bar on a terminal, else a line now and then; and what is said and written at its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelens.cli.messages import Messages
from articlelens.cli.streams import Streams
from articlelens.errors import Failure
from articlelens.files import WholeFile

if TYPE_CHECKING:
    from rich.progress import Progress

    from articlelens.batch import Summary

EVERY: Final = 60.0  # seconds between two lines

Tell = Callable[[list[Failure]], None]


@contextmanager
def shown(
    summary: Summary, names: tuple[str, ...], streams: Streams, messages: Messages, *, report: Path | None
) -> Iterator[Tell]:
    """Shows a run while the block runs, and says how it went however it ends.

    Args:
        summary: What the run counts in.
        names: The sources, counted where there is a bar to fill.
        streams: Where to.
        messages: What is said goes there.
        report: Where the report goes, if anywhere; what is there is replaced.

    Yields:
        What to call with new failures whenever the summary has changed.
    """
    file = WholeFile(report, force=True) if report else None
    quiet = messages.verbosity < 0
    display = _bar(summary, names, streams) if streams.stderr_is_terminal and not quiet else _lines(summary, messages)
    with file or nullcontext():
        try:
            with display as changed:

                def tell(failures: list[Failure]) -> None:
                    for failure in failures:
                        messages.failure(failure)
                    changed()

                yield tell
        except KeyboardInterrupt:
            messages.closing(f"interrupted: {summary.sentence}; the same command goes on from here")
            raise
        finally:
            if file:
                file.write(summary.to_json().encode("ascii"))
    if not quiet or summary.failures:
        messages.closing(summary.sentence)


@contextmanager
def _lines(summary: Summary, messages: Messages) -> Iterator[Callable[[], None]]:
    """A line every so often."""
    last = time.monotonic()

    def changed() -> None:
        nonlocal last
        if (now := time.monotonic()) - last >= EVERY:
            last = now
            if messages.verbosity >= 0:
                messages.closing(f"{summary.sentence} so far")

    yield changed


@contextmanager
def _bar(summary: Summary, names: tuple[str, ...], streams: Streams) -> Iterator[Callable[[], None]]:
    """A bar with rate, time left and failures."""
