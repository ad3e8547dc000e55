"""Plain text: paragraphs, headline, byline, dateline."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from articlelens.reading.article import Article, Block, parse_day
from articlelens.reading.furniture import furniture
from articlelens.record import Source

WRAP_COLUMNS: Final = range(40, 121)  # a wrapped text's longest line is within these
MAX_TITLE: Final = 200  # code points; a longer line is a paragraph
MAX_BYLINE: Final = 100
MAX_FOOT: Final = 4  # blocks from a newsletter box to the end of the page
MAX_HEADING: Final = 8  # words

_LINE = re.compile(r"[^\r\n]+")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
# "By Ana Quispe", "By ANA QUISPE and Li Wei, The Daily Bugle": a name begins with a capital
_BYLINE = re.compile(r"(?:By|BY) (?P<who>[^\W\d_a-z](?:[^.!?;:]|(?<=\b[A-Z])\.)*)")
# "LIMA, Peru, July 19 (Reuters) —", "PARIS (AP) _", "New Delhi, 3 May (PTI):": a place, then perhaps its country, a day
# and an agency, then a dash; without an agency the town stands in capitals.  It may have a line of its own.
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w.'’-]*(?: (?:and )?[A-ZÀ-Þ][\w.'’-]*){0,4})"
    r"(?:, (?:[A-Z][\w.]+ ?){1,3})?(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?)?"
    r"(?P<agency> ?\([A-Z][\w /-]{1,30}\))? ?(?:--?|[—–_:]) ?(?=\S|\Z)"
)
_TERMINAL = tuple(".;:,")


def read_text(
    text: str,
    *,
    source: Source | None = None,
    title: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> Article:
    """Reads a plain text.

    Args:
        text: The article, page furniture and all.
        source: Where it came from; None for a text out of nowhere.
        title: Headline, where the input gives it; else it is looked for in the text.
        byline: Who wrote it, where the input gives it; else it is looked for in the text.
        published: When it was published, ISO 8601, where the input gives it.
        language: ISO 639-1 code, where the input gives it.

    Returns:
        The article.  What the text does not tell is None.
    """
    day, warnings = read_published(published)
    blocks = _blocks(text, title=title)
    found = {
        kind: next((_line(text, block) for block in blocks if block.kind == kind), None) for kind in ("title", "byline")
    }
    return Article(
        source=source or text_source(text),
        text=text,
        readable=readable(text, blocks),
        blocks=tuple(blocks),
        title=title or found["title"],
        byline=byline or _author(found["byline"]),
        dateline=_dateline(text, blocks),
        published=day,
        language=language,
        warnings=warnings,
    )


def text_source(text: str, **known: str | None) -> Source:
    """The source of a text that is no file; ``known`` are the fields that are known all the same."""
    return Source(
        name=known.get("name"),
        id=known.get("id"),
        url=known.get("url"),
        format=known.get("format") or "text",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        characters=len(text),
    )


def read_published(published: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The day of an ISO 8601 date or time, and a warning where it is none."""
    if published is None:
        return None, ()
    try:
        return parse_day(published).isoformat(), ()
    except ValueError:
        return None, (f"published {published!r} is no ISO 8601 date: left out",)


def readable(text: str, blocks: list[Block]) -> str:
    """``text`` as the language model can take it, as long as before (see :class:`Article`)."""
    chars = text.translate(_blanks())
    if "\n" not in chars and "\r" not in chars:
        return chars
    parts: list[str] = []
    done = 0
    for block in blocks:
        parts.append(chars[done : block.start])
        parts.append(chars[block.start : block.end].replace("\n", " ").replace("\r", " "))
        done = block.end
    return "".join(parts) + chars[done:]


@cache
def _blanks() -> dict[int, str]:
    controls = [chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\n\r"]
    spaces = [char for char in map(chr, range(0xA0, 0x3001)) if char.isspace()]
    surrogates = [chr(code) for code in range(0xD800, 0xE000)]
    return {ord(char): " " for char in [*controls, *spaces]} | {ord(char): "\ufffd" for char in surrogates}


def _blocks(text: str, *, title: str | None) -> list[Block]:
    """The blocks of ``text``: furniture, at most one title and one byline, and the rest."""
    blocks = [
        Block(kind="furniture" if furniture(" ".join(text[start:end].split())) else "body", start=start, end=end)
        for start, end in _paragraphs(text)
    ]
    for index in _foot([_line(text, block) for block in blocks]):
        blocks[index] = replace(blocks[index], kind="furniture")
    own = [index for index, block in enumerate(blocks) if block.kind == "body"]
    head = own[:4]  # headline, perhaps a subtitle, a byline and a date
    for index in head:
        if _is_byline(_line(text, blocks[index])):
            blocks[index] = replace(blocks[index], kind="byline")
            break
    first = next((index for index in head if blocks[index].kind == "body"), None)
    if first is not None and len(own) > 1 and _is_title(_line(text, blocks[first]), title):
        blocks[first] = replace(blocks[first], kind="title")
    return blocks


def _foot(lines: list[str]) -> Iterator[int]:
    """The blocks around a newsletter box at the foot of a page: its heading, and what little comes after it."""
    boxes = [index for index, line in enumerate(lines) if furniture(line) == "newsletter"]
    if not boxes or len(lines) - boxes[-1] > MAX_FOOT or boxes[-1] < len(lines) / 2:
        return
    last = boxes[-1]
    yield from range(last + 1, len(lines))
    heading = lines[last - 1]
    if last > 0 and len(heading.split()) <= MAX_HEADING and not heading.endswith((".", "!", "?", '"', "”")):
        yield last - 1


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every paragraph: lines, or in a text wrapped to a width what stands between blank lines."""
    if _is_wrapped(text):
        edges = [0, *(edge for match in _BLANK_LINE.finditer(text) for edge in match.span()), len(text)]
        pieces = list(zip(edges[::2], edges[1::2], strict=True))
    else:
        pieces = [match.span() for match in _LINE.finditer(text)]
    for start, end in pieces:
        piece = text[start:end]
        if stripped := piece.strip():
            begin = start + piece.index(stripped[0])
            yield begin, begin + len(stripped)


def _is_wrapped(text: str) -> bool:
    """Whether single line breaks are the work of a line width: lines of a width, going on in lower case."""
    lines = [line.rstrip() for line in text.splitlines()]
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    if len(pairs) < 2 or max(map(len, lines), default=0) not in WRAP_COLUMNS:
        return False
    running_on = sum(not one.endswith((".", "!", "?", '"', "”")) and two.lstrip()[0].islower() for one, two in pairs)
    return running_on >= len(pairs) / 4


def _line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _is_byline(line: str) -> bool:
    return len(line) <= MAX_BYLINE and _BYLINE.fullmatch(line) is not None


def _author(line: str | None) -> str | None:
    match = _BYLINE.fullmatch(line) if line else None
    return match["who"].strip() if match else None


def _is_title(line: str, given: str | None) -> bool:
    if given is not None:
        return line == " ".join(given.split())
    return (
        len(line) <= MAX_TITLE
        and len(line.split()) > 1
        and not line.endswith(_TERMINAL)
        and any(char.isalpha() for char in line)
        and _DATELINE.match(line) is None
    )


def _dateline(text: str, blocks: list[Block]) -> str | None:
    """The place of a dateline before one of the first paragraphs."""
    for block in [block for block in blocks if block.kind == "body"][:4]:
        match = _DATELINE.match(_line(text, block))
        if match and (match["agency"] or match["place"].replace(" and ", "").isupper()):
            return match["place"]
    return None
