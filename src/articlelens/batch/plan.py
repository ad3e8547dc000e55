"""The plan of a run: what is to be done, in which order, and what is done already."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from articlelens.errors import Failure
from articlelens.reading import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An article that is to be read and analysed.

    Args:
        key: The article's identifier in the store: the same for the same article in every run.
        unread: The article.
    """

    key: str
    unread: Unread


def plan(
    articles: Iterable[Unread | Failure],
    *,
    done: Container[str],
    skip: Callable[[str], None],
    base: Path | None = None,
) -> Iterator[Task | Failure]:
    """What is left to do of ``articles``, in their order; failures of finding stay in their places.

    An article is known by what it says and where it came from, so that an edited one is done again.  One that comes
    more than once in a run is done as often: its further keys have a number.

    Args:
        articles: All articles of the run.
        done: The keys of the articles that the store has.
        skip: Told the keys of those that are done already.
        base: The folder of the output; see :func:`where`.
    """
    again: dict[str, int] = {}
    seen: set[bytes] = set()
    for item in articles:
        if isinstance(item, Failure):
            yield item
            continue
        key = identify(item, base)
        digest = bytes.fromhex(key)
        if digest in seen:
            again[key] = again.get(key, 1) + 1
            key = f"{key}-{again[key]}"
        seen.add(digest)
        if key in done:
            skip(key)
        else:
            yield Task(key=key, unread=item)


def identify(unread: Unread, base: Path | None = None) -> str:
    """The key of an article: 64 bits of BLAKE2 (RFC 7693) over where it is and what it says, before it is read."""
    facts = json.dumps((where(unread.name, base), unread.says))
    return hashlib.blake2b(facts.encode("ascii"), digest_size=8).hexdigest()


@lru_cache(maxsize=16)
def where(name: str | None, base: Path | None) -> str | None:
    """Where a source is, however its name was spelled: seen from the output, so that the two can be moved together.

    Args:
        name: The source's name; standard input and addresses are as they are.
        base: The folder of the output; None for one on another machine.
    """
    if name is None or name == "-" or "://" in name:
        return name
    place = os.path.realpath(name)
    if base is None:
        return place
    try:
        return os.path.relpath(place, os.path.realpath(base))
    except ValueError:  # on another drive of Windows
        return place
