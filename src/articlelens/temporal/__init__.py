"""Dates without spaCy: text and a reference date in, TIMEX3 values out."""

from articlelens.temporal.timex import Timex, find_timexes

__all__ = ["Timex", "find_timexes"]
