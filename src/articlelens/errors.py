"""Errors for people: what happened, to which input, and what to do next; and the exit codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the command line, shown in ``--help``."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    MODEL = 3
    BUG = 70  # EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it


class ArticlelensError(Exception):
    """An error with a message for people and a hint at the next step.

    Args:
        message: What happened, to what; one sentence without a full stop.
        hint: What to do next, or None where there is nothing to advise.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.SOME_FAILED

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[ArticlelensError], tuple[str, str | None]]:
        return type(self), (self.message, self.hint)  # else the hint is lost between processes


class InputError(ArticlelensError):
    """An input that cannot be read as an article; the others go on."""


class OutputError(ArticlelensError):
    """The output cannot be written."""


class SettingsError(ArticlelensError):
    """A setting or an argument that is not right."""

    exit_code = ExitCode.USAGE


class ModelError(ArticlelensError):
    """The model is missing, damaged or of the wrong kind."""

    exit_code = ExitCode.MODEL


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One input that gave no record: a value that travels to the report, not an exception that ends the run."""

    source: str
    """The input as it was named, with the line for a row: ``crawl.jsonl:17``."""
    message: str
    hint: str | None = None

    @classmethod
    def of(cls, source: str, error: ArticlelensError) -> Failure:
        """The failure of ``source`` with the message and hint of ``error``."""
        return cls(source=source, message=error.message, hint=error.hint)
