"""The duties that an office has in its name: "Ministry of Roads, Water and Power"."""

from __future__ import annotations

from typing import Final

from articlelens.pipeline.naming.view import View

PROPER: Final = frozenset({"NNP", "NNPS"})
MAX_TAIL: Final = 6  # tokens that "… and Culture" may add to a name
_LIST_HEADS: Final = frozenset(
    {"ministry", "department", "secretariat", "directorate", "office", "commission", "bureau"}
)


def list_tail(view: View, start: int, end: int) -> int:
    """Behind the last of an office's duties, as in "Ministry of Roads, Water and Power"; 0 where there are none."""
    if view.lower(start) not in _LIST_HEADS and not (end - start > 2 and view.lower(start + 1) in _LIST_HEADS):
        return 0
    if any(view.lowers[i] in ("and", "&") for i in range(start, end)):
        return 0  # "Trade and Industry, and X": the list has ended
    at, joined = end, False
    while at < len(view) and at - end < MAX_TAIL + 6 and not view.breaks[at]:
        if view.words[at] == "," and not joined:
            at += 1
        elif view.lowers[at] in ("and", "&") and at + 1 < len(view) and view.words[at + 1][:1].isupper():
            at, joined = at + 1, True
        elif view.words[at][:1].isupper() and view.tags[at] in PROPER and view.words[at - 1] != ".":
            at += 1
        else:
            break
    return at if joined and view.words[at - 1][:1].isupper() else 0
