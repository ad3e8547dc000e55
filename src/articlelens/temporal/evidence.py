"""What a parse can tell about a text, as plain data, so that this room needs no parser."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

# "planned" is ahead of something that is past, "done" the past of the very verb that has the date: "resigned in June"
Tense = Literal["past", "done", "present", "future", "planned"]


def no_tag(_offset: int) -> str:
    """No tagger, no tag."""
    return ""


def no_tense(_start: int, _end: int) -> Tense | None:
    """No parse, no tense."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known beyond the words; nothing by default.

    ``tag`` gives the Penn Treebank tag of the token at an offset, an empty string without tags.  ``names`` are start
    and end of proper names, ``dates`` those of what an entity recognizer calls a date or a time, both in text order
    and not overlapping.  ``tense`` tells the tense of the clause that the expression between two offsets stands in,
    None where it cannot.
    """

    tag: Callable[[int], str] = no_tag
    names: Sequence[tuple[int, int]] = ()
    dates: Sequence[tuple[int, int]] = ()
    tense: Callable[[int, int], Tense | None] = no_tense

    def confirms(self, start: int, end: int) -> bool:
        """Whether an entity recognizer calls it a date."""
        return _overlapping(self.dates, start, end) is not None

    def named(self, start: int, end: int) -> bool:
        """Whether it is a name, or part of one."""
        return _overlapping(self.names, start, end) is not None

    def longer_name(self, start: int, end: int) -> bool:
        """Whether a name reaches beyond the expression on either side."""
        name = _overlapping(self.names, start, end)
        return name is not None and (name[0] < start or name[1] > end)


def _overlapping(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The last of ``spans``, in text order and not overlapping, that overlaps ``start`` to ``end``."""
    index = bisect_right(spans, (end, 0)) - 1
    return spans[index] if index >= 0 and spans[index][1] > start else None


NOTHING = Evidence()
