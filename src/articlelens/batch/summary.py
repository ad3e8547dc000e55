"""What became of a run."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from articlelens.errors import ExitCode, Failure, SettingsError

if TYPE_CHECKING:
    from articlelens.batch.engines import Outcome


@dataclass(kw_only=True)
class Summary:
    """Counts a run's articles; owns the exit code, the closing sentence and the report."""

    done: int = 0
    skipped: int = 0
    """Articles that the store had already."""
    failures: list[Failure] = field(default_factory=list)
    begun: bool = False
    """Whether the store was opened: a run that was refused has nothing to report."""
    waiting_for: str | None = None
    """What has been in work for over a minute and holds up the next record."""
    started: float = field(default_factory=time.monotonic)

    @staticmethod
    def check_report(path: Path, output: str, *, force: bool) -> None:
        """Refuses to replace with a report what is none.

        Args:
            path: Where the report is to go.
            output: Where the records go.
            force: Whether any file may be replaced.

        Raises:
            SettingsError: The place is the output's, or something else is there.
        """
        if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(output)):
            raise SettingsError(f"{path} is where the records go", "give the report a name outside of --to")
        if force or not path.is_file() or not path.stat().st_size:
            return
        try:
            found = json.loads(path.read_bytes())
        except (ValueError, OSError):
            found = None
        if not (isinstance(found, dict) and found.keys() >= {"done", "skipped", "failed", "failures"}):
            raise SettingsError(f"{path} is there already, and is no report", "give another name, or --force")

    def note(self, outcomes: Sequence[Outcome]) -> None:
        """Counts outcomes, which are failures or in the store."""
        failed = [outcome.result for outcome in outcomes if isinstance(outcome.result, Failure)]
        self.failures += failed
        self.done += len(outcomes) - len(failed)

    def skip(self, _key: str) -> None:
        """Counts an article that the store has already."""
        self.skipped += 1

    @property
    def total(self) -> int:
        """Articles dealt with so far, one way or the other."""
        return self.done + self.skipped + len(self.failures)

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.monotonic() - self.started

    @property
    def exit_code(self) -> ExitCode:
        """0 where all went well, else 1."""
        return ExitCode.SOME_FAILED if self.failures else ExitCode.OK

    @property
    def sentence(self) -> str:
        """How the run went, for people."""
        articles = "article" if self.done == 1 else "articles"
        seconds = f"{self.seconds:.1f}" if self.seconds < 10 else f"{self.seconds:,.0f}"
        return f"{self.done:,} {articles} done, {self.skipped:,} skipped, {len(self.failures):,} failed, {seconds} s"

    def to_json(self) -> str:
        """The report: the counts, and every failure with its reason and hint."""
        report = {
            "done": self.done,
            "skipped": self.skipped,
            "failed": len(self.failures),
            "seconds": round(self.seconds, 3),
            "failures": [asdict(failure) for failure in self.failures],
        }
        return json.dumps(report, ensure_ascii=True, indent=1) + "\n"
