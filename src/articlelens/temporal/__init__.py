"""Dates without spaCy: text and a reference date in, TIMEX3 values out."""

from articlelens.temporal.calendar_strings import read_day
from articlelens.temporal.evidence import Evidence, Tense, no_tag, no_tense
from articlelens.temporal.reference import Reference, full_day, header_day, is_day, is_update
from articlelens.temporal.settings import Settings
from articlelens.temporal.timex import Reading, Timex, find_timexes

__all__ = [
    "Evidence",
    "Reading",
    "Reference",
    "Settings",
    "Tense",
    "Timex",
    "find_timexes",
    "full_day",
    "header_day",
    "is_day",
    "is_update",
    "no_tag",
    "no_tense",
    "read_day",
]
