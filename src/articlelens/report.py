"""What became of the inputs of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from articlelens.errors import ExitCode, Failure

if TYPE_CHECKING:
    from articlelens.record import Source


class Analyzed(Protocol):
    """What an article gives: it knows where it came from."""

    @property
    def source(self) -> Source:
        """Where the article came from."""
        ...


Result = TypeVar("Result", bound=Analyzed)


@dataclass(kw_only=True)
class Report:
    """Counts a run's articles; owns the exit code and the closing sentence."""

    done: int = 0
    failures: list[Failure] = field(default_factory=list)
    last: str | None = None
    """The name of the last article that was dealt with."""

    def successes(self, results: Iterable[Result | Failure]) -> Iterator[Result]:
        """What is no failure among ``results``, counted; the failures are kept.

        An article counts as done when the next one is asked for: then whoever asked has dealt with it.
        """
        for result in results:
            if isinstance(result, Failure):
                self.failures.append(result)
                self.last = result.source
            else:
                yield result
                self.done += 1
                self.last = result.source.label

    @property
    def exit_code(self) -> ExitCode:
        """0 where all went well, else 1."""
        return ExitCode.SOME_FAILED if self.failures else ExitCode.OK

    @property
    def sentence(self) -> str:
        """How the run went, for people."""
        articles = "article" if self.total == 1 else "articles"
        if self.failures:
            return f"{len(self.failures)} of {self.total} {articles} failed"
        return f"{self.total} {articles} done"

    @property
    def total(self) -> int:
        """Articles dealt with so far, one way or the other."""
        return self.done + len(self.failures)
