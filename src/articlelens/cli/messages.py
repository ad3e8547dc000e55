"""What is said to people, on standard error."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import click

from articlelens.cli.streams import Streams
from articlelens.errors import ArticlelensError, Failure
from articlelens.rendering.wording import plain


@dataclass(kw_only=True)
class Messages:
    """Writes messages; nothing in an input's name or in an article reaches the terminal raw.

    Args:
        streams: Where to.
        color: ``auto``, ``always`` or ``never``.
        verbosity: -1 for errors only, 0, or 1 for more.
    """

    streams: Streams
    color: str = "auto"
    verbosity: int = 0
    _counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        self._counter = Counter(streams=self.streams, shown=self.verbosity >= 0)

    def error(self, error: ArticlelensError) -> None:
        """An error that ends the run."""
        self._say(error.message, error.hint, mark="error", style="red")

    def failure(self, failure: Failure) -> None:
        """An input that gave no record."""
        self._say(f"{failure.source}: {failure.message}", failure.hint, mark="failed", style="red")

    def warning(self, text: str) -> None:
        """Something that a user ought to know."""
        if self.verbosity >= 0:
            self._say(text, None, mark="warning", style="yellow")

    def notice(self, text: str) -> None:
        """Something that a user may want to know; with ``-v`` only."""
        if self.verbosity > 0:
            self._say(text)

    def closing(self, text: str) -> None:
        """How the run went."""
        self._say(text)

    def count(self, articles: int | None) -> None:
        """How many articles are done so far; None when that is no news any more."""
        if articles is None:
            self._counter.clear()
        else:
            self._counter.show(articles)

    def _say(self, text: str, hint: str | None = None, *, mark: str = "", style: str | None = None) -> None:
        self._counter.clear()
        colored = self.streams.color(self.color, terminal=self.streams.stderr_is_terminal)
        lead = f"{mark}: " if mark else ""
        self._write(f"articlelens: {click.style(lead, fg=style) if colored and lead else lead}{plain(text)}")
        if hint:
            self._write(f"  hint: {plain(hint)}")

    def _write(self, line: str) -> None:
        _write(self.streams, line + "\n")


@dataclass(kw_only=True)
class Counter:
    """A line that counts, where standard error is a terminal and standard output is not."""

    streams: Streams
    shown: bool
    _last: float = field(init=False)
    _width: int = 0

    def __post_init__(self) -> None:
        self._last = time.monotonic()

    def show(self, articles: int) -> None:
        """Shows the count, five times a second at the most."""
        if not self.shown or not self.streams.stderr_is_terminal or self.streams.stdout_is_terminal:
            return
        if (now := time.monotonic()) - self._last >= 0.2:
            line = f"{articles} article{'' if articles == 1 else 's'}"
            _write(self.streams, "\r" + line)
            self._last, self._width = now, len(line)

    def clear(self) -> None:
        """Wipes the line."""
        if self._width:
            _write(self.streams, "\r" + " " * self._width + "\r")
            self._width = 0


def _write(streams: Streams, text: str) -> None:
    if streams.stderr is None:
        return
    try:
        streams.stderr.write(text)
        streams.stderr.flush()
    except (OSError, ValueError):
        pass  # nobody is there to be told
