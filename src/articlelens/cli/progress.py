"""How far a long run is: a bar on a terminal, else a line now and then; and what is said and written at its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelens.cli.messages import Messages
from articlelens.cli.streams import Streams
from articlelens.errors import Failure
from articlelens.files import WholeFile

if TYPE_CHECKING:
    from articlelens.batch import Summary
    from articlelens.batch.engines import Outcome

EVERY: Final = 60.0  # seconds between two lines

Tell = Callable[[Sequence["Outcome"]], None]


@contextmanager
def shown(
    summary: Summary, streams: Streams, messages: Messages, *, total: Callable[[], int | None], report: Path | None
) -> Iterator[Tell]:
    """Shows a run while the block runs, and says how it went however it ends.

    Args:
        summary: What the run counts in.
        streams: Where to.
        messages: What is said goes there.
        total: How many articles there are, where that can be told; asked where there is a bar to fill.
        report: Where the report goes, if anywhere; that of an earlier run is replaced.

    Yields:
        What to call with new outcomes whenever the summary has changed.
    """
    if report:
        with WholeFile(report, force=True) as file:  # fails now, not after hours, where nothing can be written
            file.give_up()
    try:
        drawn = streams.stderr_is_terminal and streams.environ.get("TERM") != "dumb"
        if drawn and messages.verbosity >= 0:
            with _bar(summary, streams, messages, total()) as tell:
                yield tell
        else:
            yield _lines(summary, messages)
    except (KeyboardInterrupt, SystemExit):
        messages.closing(f"interrupted: {summary.sentence}; the same command goes on from here")
        raise
    finally:
        if report and summary.begun:
            _write(report, summary)
    if messages.verbosity >= 0 or summary.failures:
        messages.closing(summary.sentence)


def _write(report: Path, summary: Summary) -> None:
    with WholeFile(report, force=True) as file:
        file.write(summary.to_json().encode("ascii"))


def _lines(summary: Summary, messages: Messages) -> Tell:
    """A line every so often."""
    last = time.monotonic()

    def tell(outcomes: Sequence[Outcome]) -> None:
        nonlocal last
        _say(outcomes, messages)
        if (now := time.monotonic()) - last >= EVERY and messages.verbosity >= 0:
            last = now
            messages.closing(f"so far {summary.sentence}{_waiting(summary)}")

    return tell


def _waiting(summary: Summary) -> str:
    return f"; waiting for {summary.waiting_for}" if summary.waiting_for else ""


def _say(outcomes: Sequence[Outcome], messages: Messages) -> None:
    """Says what a user ought to know of each."""
    for outcome in outcomes:
        for warning in outcome.warnings:
            messages.warning(f"{outcome.label}: {warning}")
        if isinstance(outcome.result, Failure):
            messages.failure(outcome.result)


@contextmanager
def _bar(summary: Summary, streams: Streams, messages: Messages, total: int | None) -> Iterator[Tell]:
    """A bar with rate, time left and failures."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(
        file=streams.stderr,
        force_terminal=True,
        no_color=not streams.color(messages.color, terminal=True),
        width=streams.size[0],
        legacy_windows=False,
    )
    columns = (
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} articles/s"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[failed]} failed"),
    )
    with Progress(*columns, console=console, transient=True, expand=True) as progress:
        task = progress.add_task("articles", total=total, rate="-", failed=0)

        told: str | None = None

        def tell(outcomes: Sequence[Outcome]) -> None:
            nonlocal told
            if any(outcome.warnings or isinstance(outcome.result, Failure) for outcome in outcomes):
                progress.stop()  # the messages stand above the bar
                _say(outcomes, messages)
                progress.start()
            rate = summary.done / max(summary.seconds, 0.001)
            if summary.waiting_for != told:
                told = summary.waiting_for
                if told and messages.verbosity >= 0:
                    progress.stop()
                    messages.closing(f"waiting for {told}")
                    progress.start()
            progress.update(task, completed=summary.total, rate=f"{rate:.1f}", failed=len(summary.failures))

        yield tell
