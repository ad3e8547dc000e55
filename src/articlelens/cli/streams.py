"""The streams that the command line reads and writes, and what is known of them.

All of it is in one place, so that a test can put any combination of terminals and pipes there.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, Self, TextIO

from articlelens.errors import OutputError


class ReaderGoneError(Exception):
    """Whoever read standard output has stopped, as ``head`` does."""


@dataclass(kw_only=True)
class Streams:
    """Standard input, output and error, the environment and the terminal's size."""

    stdin: BinaryIO | None
    stdout: BinaryIO | None
    stderr: TextIO | None
    stdin_is_terminal: bool = False
    stdout_is_terminal: bool = False
    stderr_is_terminal: bool = False
    environ: Mapping[str, str]
    size: tuple[int, int] = (80, 40)
    """Columns and rows."""

    @classmethod
    def of_process(cls) -> Self:
        """Those of this process.  A stream that is closed is None."""
        return cls(
            stdin=sys.stdin.buffer if sys.stdin else None,
            stdout=sys.stdout.buffer if sys.stdout else None,
            stderr=sys.stderr,
            stdin_is_terminal=_is_terminal(sys.stdin),
            stdout_is_terminal=_is_terminal(sys.stdout),
            stderr_is_terminal=_is_terminal(sys.stderr),
            environ=os.environ,
            size=shutil.get_terminal_size((80, 40)),
        )

    def stdin_apart(self) -> BinaryIO | None:
        """Standard input for another thread, by a descriptor of its own.

        Python aborts on its way out where a thread that waits for input holds its own ``sys.stdin``.
        """
        if self.stdin is None or sys.stdin is None or self.stdin is not sys.stdin.buffer:
            return self.stdin
        return os.fdopen(os.dup(self.stdin.fileno()), "rb")

    def write(self, data: bytes) -> None:
        """Writes ``data`` to standard output, at once.

        Raises:
            ReaderGoneError: Nobody reads any more.
            OutputError: It is closed, or the disk behind it is full, or the like.
        """
        if self.stdout is None:
            raise OutputError("standard output is closed")
        try:
            self.stdout.write(data)
            self.stdout.flush()
        except BrokenPipeError:
            self.abandon_stdout()
            raise ReaderGoneError from None
        except (OSError, ValueError) as error:
            self.abandon_stdout()
            reason = getattr(error, "strerror", None) or error
            raise OutputError(f"standard output cannot be written: {reason}") from None

    def abandon_stdout(self) -> None:
        """Keeps Python from writing to a broken standard output once more on its way out."""
        if sys.stdout is None or self.stdout is not sys.stdout.buffer:
            return
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def color(self, choice: str, *, terminal: bool) -> bool:
        """Whether to write escape codes to a stream.

        Args:
            choice: ``always``, ``never``, or ``auto``: then ``NO_COLOR`` and ``FORCE_COLOR`` decide, else the terminal.
            terminal: Whether the stream is a terminal.
        """
        if choice != "auto":
            return choice == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return terminal and self.environ.get("TERM") != "dumb"


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
