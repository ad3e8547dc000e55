"""What a parse can tell about a text, as plain data, so that this room needs no parser."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Tense = Literal["past", "present", "future"]


def no_tense(start: int, end: int) -> Tense | None:
    """No parse, no tense."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known beyond the words; nothing by default.

    ``tags`` are Penn Treebank tags by the offset where the token starts; ``names`` start and end of proper names, in
    text order, not overlapping; ``tense`` tells the tense of the clause that the expression between two offsets
    stands in, None where it cannot.
    """

    tags: Mapping[int, str] = field(default_factory=dict)
    names: Sequence[tuple[int, int]] = ()
    tense: Callable[[int, int], Tense | None] = no_tense

    def longer_name(self, start: int, end: int) -> bool:
        """Whether a name reaches beyond the expression on either side."""
        index = bisect_right(self.names, (end, 0)) - 1
        while index >= 0 and self.names[index][1] > start:
            name_start, name_end = self.names[index]
            if name_start < end and (name_start < start or name_end > end):
                return True
            index -= 1
        return False


NOTHING = Evidence()
