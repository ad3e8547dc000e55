"""Plain text: paragraphs, headline, byline, dateline."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final, get_args

from articlelens.reading import head
from articlelens.reading.article import Article, Block, BlockKind, parse_day
from articlelens.reading.barriers import barred
from articlelens.reading.datelines import dateline
from articlelens.reading.front import read_front
from articlelens.reading.furniture import mark, tail
from articlelens.reading.language import SAMPLE, detect, name_of, primary
from articlelens.reading.markup import unmarked
from articlelens.reading.paragraphs import lines, paragraphs, trimmed
from articlelens.record import Source
from articlelens.temporal import read_day

MAX_HEAD: Final = 12  # blocks from the top of the page within which it says who wrote it and when
MAX_TOP: Final = 8  # the article's own blocks there: headline, points, who changed what, a byline
# Longer than any word or address: encoded data, on which a tokenizer takes time that grows with the square of its
# length, and memory without end.
MAX_RUN: Final = 500
MAX_GAP: Final = 10  # blanks
_FULL_TEXT: Final = re.compile(r"Full text:\s+(?=\S)")  # ProQuest, before the first sentence
_RUN: Final = re.compile(rf"(?<!\S)\S{{{MAX_RUN},}}+")


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
        text: The article, page furniture, front matter and all.
        source: Where it came from; None for a text out of nowhere.
        title: Headline, where it is known; else it is looked for in the text.
        byline: Who wrote it, where it is known; else it is looked for in the text.
        published: When it was published, ISO 8601, where it is known; else it is looked for in the text.
        language: ISO 639-1 code, where it is known; else it is told from the text.

    Returns:
        The article.  What the text does not tell is None.
    """
    given = {"title": title, "byline": byline, "published": published}
    facts = {key: value for key, value in given.items() if value is not None}
    return build(text, source=source or text_source(text), facts=facts, language=language)


def build(
    text: str,
    *,
    source: Source,
    facts: Mapping[str, str],
    language: str | None = None,
    warnings: tuple[str, ...] = (),
) -> Article:
    """The article that a text is.

    Args:
        text: The article.
        source: Where it came from.
        facts: What the input says of it, by the keys of :data:`articlelens.reading.front.NAMES`; it stands above what
            the text itself says.
        language: What the user says that its language is.
        warnings: What is to be said of how it was read.
    """
    front = read_front(text)
    shown = unmarked(text)
    facts = front.facts | dict(facts)
    day, doubts = read_published(facts.get("published"))
    blocks, rules = _blocks(shown, facts, begin=front.end)
    by_kind = {kind: [line_of(shown, block) for block in blocks if block.kind == kind] for kind in get_args(BlockKind)}
    filed = next((found for line in by_kind["body"][:4] if (found := dateline(line))), None)
    own = [block for block in blocks if block.start >= front.end]
    told = head.published([line_of(shown, block) for block in _top(own) if block.kind == "furniture"])
    told = told or next(filter(None, map(head.byline_day, by_kind["byline"])), None)
    spoken, contradicted = _language(by_kind["body"], language, facts.get("language"))
    plain, unread = readable(shown, blocks)
    return Article(
        source=replace(source, url=source.url or facts.get("url"), site=source.site or facts.get("site")),
        text=text,
        readable=plain,
        blocks=tuple(blocks),
        title=facts.get("title") or next(iter(by_kind["title"]), None),
        byline=_byline(facts.get("byline"))
        or next((head.author(line) or head.bare_author(line) for line in by_kind["byline"]), None),
        dateline=filed.place if filed else None,
        dateline_day=filed.day.isoformat() if filed and filed.day else None,
        published=day or (told.isoformat() if told else None),
        language=spoken,
        warnings=(*warnings, *barred(by_kind["body"], rules), *doubts, *contradicted, *unread),
    )


def _top(blocks: list[Block]) -> list[Block]:
    """The blocks from the first to the twelfth that is the article's own."""
    own = [index for index, block in enumerate(blocks) if block.kind != "furniture"]
    return blocks[: max(MAX_HEAD, own[:MAX_HEAD][-1] + 1 if own else 0)]


def _byline(given: str | None) -> str | None:
    """Who wrote it, without the word ``By`` that some inputs give with the name."""
    return (head.author(given) or given) if given else None


def _language(body: list[str], known: str | None, declared: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The article's language, and a warning where the input says another than the text speaks."""
    if known is not None:
        return known, ()
    spoken = detect(_beginning(body))
    if spoken is None or primary(declared) in (None, spoken):
        # a tag stays as it is, a name such as "English" becomes one
        return (declared if declared and "-" in declared else primary(declared)) or spoken, ()
    return spoken, (f"it says that it is in {name_of(primary(declared) or '')}; the text is in {name_of(spoken)}",)


def _beginning(body: Iterable[str]) -> str:
    """The first paragraphs, as many as tell the language."""
    taken: list[str] = []
    length = 0
    for line in body:
        if length >= SAMPLE:
            break
        taken.append(line[:SAMPLE])
        length += len(line)
    return "\n".join(taken)


def text_source(text: str, **known: str | None) -> Source:
    """The source of a text that is no file; ``known`` are the fields that are known all the same."""
    return Source(
        name=known.get("name"),
        id=known.get("id"),
        url=known.get("url"),
        site=known.get("site"),
        format=known.get("format") or "text",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        characters=len(text),
    )


def read_published(published: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The day of an ISO 8601 date or time, or of a full date as feeds write it; a warning where it is none."""
    if published is None:
        return None, ()
    try:
        return parse_day(published).isoformat(), ()
    except ValueError:
        day = read_day(published)
    return (day.isoformat(), ()) if day else (None, (f"published {published!r} is no ISO 8601 date: left out",))


def readable(text: str, blocks: list[Block]) -> tuple[str, tuple[str, ...]]:
    """``text`` as the language model can take it, as long as before (see :class:`Article`), and a warning at need."""
    chars, runs = _RUN.subn(lambda match: " " * len(match[0]), text.translate(_blanks()))
    warnings = (f"what is over {MAX_RUN} characters long without a blank was not read ({runs}×)",) if runs else ()
    return _unwrapped(chars, blocks), warnings


def _unwrapped(chars: str, blocks: list[Block]) -> str:
    """Line breaks within blocks as spaces."""
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
    return {ord(char): " " for char in [*controls, *spaces, "\ufeff"]} | {ord(char): "\ufffd" for char in surrogates}


def _blocks(text: str, facts: Mapping[str, str], *, begin: int = 0) -> tuple[list[Block], set[str]]:
    """The blocks of ``text``: furniture, at most one title and one byline, and the rest; and the furniture's rules.

    Args:
        text: The text.
        facts: What is known of it: its headline, who wrote it.
        begin: Where the article begins, behind its front matter.
    """
    matter = [Block(kind="furniture", start=start, end=end) for start, end in trimmed(text, 0, begin)]
    spans = [(begin + start, begin + end) for start, end in _pieces(text[begin:])]
    rows = [" ".join(text[start:end].split()) for start, end in spans]
    rules = mark(rows, [index for index in range(1, len(spans)) if _is_behind(text, spans, index)])
    kinds: list[BlockKind] = ["furniture" if rule else "body" for rule in rules]
    own_rows = [row if kind == "body" else "" for row, kind in zip(rows, kinds, strict=True)]
    for index in head.header_lines(own_rows, MAX_HEAD):
        kinds[index] = "furniture"
    own = [index for index, kind in enumerate(kinds) if kind == "body"]
    top = own[:MAX_TOP]
    _mark_authors(text, spans, rows, kinds, facts.get("byline") or "")
    able = [index for index in top if kinds[index] == "body"]
    first = head.first_headline(rows, able)
    if first is not None and len(own) > 1 and head.is_title(rows[first], facts.get("title")):
        kinds[first] = "title"
        for index in able[: able.index(first)]:  # a place that stands there tells of the news
            if head.is_label(rows[index]) or head.is_paper(rows[index]):
                kinds[index] = "furniture"
    blocks = [Block(kind=kind, start=start, end=end) for kind, (start, end) in zip(kinds, spans, strict=True)]
    return matter + blocks, {rule for rule in rules if rule}


def _mark_authors(text: str, spans: list[tuple[int, int]], rows: list[str], kinds: list[BlockKind], given: str) -> None:
    """Marks the byline, whom its author writes for, and what is said of him elsewhere.

    Args:
        text: The text.
        spans: Its pieces.
        rows: They on one line each.
        kinds: What they are; it is changed.
        given: The authors' names, where the input says them.
    """
    top = [index for index, kind in enumerate(kinds) if kind == "body"][:MAX_TOP]
    written = next((index for index in top if head.author(rows[index]) or head.is_author(rows[index], given)), None)
    if written is None:
        following = [*rows[1:], ""]
        written = next((index for index in top[1:3] if head.unmarked_author(rows[index], following[index])), None)
    if written is not None:
        kinds[written] = "byline"
        below = written + 1
        if (
            below < len(rows)
            and kinds[below] == "body"
            and _adjacent(text, spans, below)
            and head.affiliation(rows[below])
        ):
            kinds[below] = "furniture"
        given = given or head.author(rows[written]) or ""
    for index in head.about_authors(
        [row if kind == "body" else "" for row, kind in zip(rows, kinds, strict=True)], given
    ):
        kinds[index] = "furniture"


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs; in a wrapped text, a headline and what stands right below it are lines of their own."""
    for number, (start, end) in enumerate(paragraphs(text)):
        if number < MAX_HEAD and (label := _FULL_TEXT.match(text, start, end)):
            yield from trimmed(text, start, label.end())
            yield label.end(), end
            continue
        rows = list(lines(text, start, end)) if number < MAX_HEAD else []
        if len(rows) > 1 and any(_is_head(text[first:last]) for first, last in rows):
            yield from rows
        elif (behind := tail(text[start:end])) is not None:
            yield from trimmed(text, start, start + behind)
            yield start + behind, end
        else:
            yield start, end


def _adjacent(text: str, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether nothing but one line break stands before a paragraph."""
    between = text[spans[index - 1][1] : spans[index][0]]
    return len(between.replace("\r\n", "\n").strip(" \t")) == 1


def _is_behind(text: str, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether a piece stands in the line of the one before."""
    begin, end = spans[index - 1][1], spans[index][0]
    return end - begin < MAX_GAP and text[begin:end].strip(" \t") == ""


def _is_head(line: str) -> bool:
    return head.author(line) is not None or (len(line) <= head.MAX_BYLINE and head.header_lines([line], 1) != [])


def line_of(text: str, block: Block) -> str:
    """A block on one line, with single blanks."""
    return " ".join(text[block.start : block.end].split())
