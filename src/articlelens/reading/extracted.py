"""What a reader of some format finds in an input."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article's text, what the input says of it, and what is to be said of how it was read.

    ``facts`` has some of the keys of :data:`articlelens.reading.front.NAMES`.
    """

    text: str
    facts: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
