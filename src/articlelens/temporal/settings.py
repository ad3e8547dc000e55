"""What a reader may know better than the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How dates are read where usage differs.

    ``day_first`` is the order of dates in digits (``12/7/2022``); None leaves it to the other dates of the text, and
    what they do not decide is left open.  ``fiscal_year_start`` is the month in which fiscal years begin, each named
    after the year that it ends in; None leaves the days of a fiscal year open, since they hang on the company.
    ``week_start`` is the day from which ``this week`` and ``last week`` are counted; values are ISO 8601 weeks always.

    Raises:
        ValueError: ``fiscal_year_start`` is no month.
    """

    day_first: bool | None = None
    fiscal_year_start: int | None = None
    week_start: Literal["monday", "sunday"] = "monday"

    def __post_init__(self) -> None:
        if self.fiscal_year_start is not None and self.fiscal_year_start not in range(1, 13):
            raise ValueError(f"fiscal_year_start is {self.fiscal_year_start!r}, and has to be a month, 1 to 12")
        if self.week_start not in ("monday", "sunday"):
            raise ValueError(f"week_start is {self.week_start!r}, and has to be monday or sunday")


DEFAULT = Settings()
