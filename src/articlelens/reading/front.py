"""What stands above an article in its file: YAML front matter, lines such as ``Author: Ana Quispe``, Factiva's codes.

Of YAML only the plain subset is read that front matter is written in: ``key: value``, quoted or not, and lists of such
values.  Whatever else a file may hold there (anchors, tags, nested tables) is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

MAX_LINES: Final = 200
MAX_VALUE: Final = 500
MIN_HEADERS: Final = 2  # one line of this form may be the headline: `Update: Storm hits coast`

# What each of our facts is called, by scrapers, feeds and site generators; the first that is there holds.
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors", "by"),
    "published": (
        "published",
        "date",
        "publication date",
        "published at",
        "publishdate",
        "pubdate",
        "publication_date",
        "published_at",
        "date published",
        "datepublished",
    ),
    "url": ("url", "link", "canonical_url", "canonical", "permalink", "source url", "source_url", "original url"),
    "language": ("language", "lang"),
    "site": ("site", "sitename", "site name", "site_name", "publication", "publisher", "newspaper", "outlet"),
}
# Headers beside them that say nothing to us, but are part of the head.
_OTHERS: Final = frozenset(
    "source section category categories tags keywords description summary subtitle image slug id country "
    "location updated modified accessed retrieved crawled subject topic".split()
)
_BY_NAME: Final = {name: fact for fact, names in NAMES.items() for name in names}
_FENCE: Final = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_KEY: Final = re.compile(r"([A-Za-z][\w ./-]{0,30}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)\Z")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)\Z")


@dataclass(frozen=True, slots=True)
class Front:
    """What the head of a file says, and where the article begins behind it."""

    end: int = 0
    facts: dict[str, str] = field(default_factory=dict)


def read_front(text: str) -> Front:
    """The front matter or the header lines that ``text`` begins with; nothing where there are none."""
    return _matter(text) or _headers(text) or _coded(text) or Front()


def _matter(text: str) -> Front | None:
    start = len(text) - len(text.lstrip("\ufeff\r\n"))
    fence = _FENCE.match(text, start)
    if fence is None:
        return None
    values: dict[str, list[str]] = {}
    key = ""
    position = fence.end()
    for _ in range(MAX_LINES):
        line, position = _next(text, position)
        if line is None:
            return None
        if line.rstrip() in ("---", "..."):
            return Front(position, _facts(values))
        if (found := _KEY.match(line)) and not line[0].isspace():
            key = found[1].lower()
            values[key] = _values(found[2] or "")
        elif key and (item := _ITEM.match(line)):
            values[key] += _values(item[1])
    return None


def _headers(text: str) -> Front | None:
    """Lines of names and values, at least two of them ours, down to an empty line."""
    position = len(text) - len(text.lstrip())
    values: dict[str, list[str]] = {}
    ours = 0
    end = position
    for _ in range(MAX_LINES):
        line, after = _next(text, position)
        if line is None or not line.strip():
            break
        found = _KEY.match(line.strip())
        name = found[1].lower() if found else ""
        if found is None or not found[2] or (name not in _BY_NAME and name not in _OTHERS):
            break
        ours += name in _BY_NAME
        values.setdefault(name, [found[2].strip()])
        position = end = after
    else:
        return None
    return Front(end, _facts(values)) if ours >= MIN_HEADERS else None


# The codes that Factiva puts before what it says of an article, down to its lead (LP) and its text (TD).
_CODE: Final = re.compile(r"(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD)(?:[ \t]+(\S.*)|[ \t]*)\Z")
_CODED: Final = {"HD": "title", "BY": "byline", "PD": "published", "SN": "site"}
_TEXT: Final = ("LP", "TD")
MIN_CODES: Final = 3


def _coded(text: str) -> Front | None:
    """Lines of Factiva's codes; a line without one goes on with what the one above says."""
    position = len(text) - len(text.lstrip())
    values: dict[str, str] = {}
    code = ""
    for _ in range(MAX_LINES):
        begin = position
        line, position = _next(text, position)
        found = _CODE.match(line or "")
        if line is None or (found is None and not code):
            return None
        if found is None:
            values[code] += f" {line.strip()}"
        elif found[1] in _TEXT:
            if "HD" not in values or len(values) < MIN_CODES:
                return None
            facts = {_CODED[name]: [value.strip()] for name, value in values.items() if name in _CODED}
            return Front(begin + found.start(2) if found[2] else position, _facts(facts))
        else:
            code = found[1]
            values[code] = found[2] or ""
    return None


def _next(text: str, position: int) -> tuple[str | None, int]:
    """The line at ``position``, and where the next one begins; None at the end."""
    if position >= len(text):
        return None, position
    match = _LINE.match(text, position)
    return (match[1], match.end()) if match else (None, position)


def _values(written: str) -> list[str]:
    """The value or the values of a list in brackets, without their quotes."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [value for part in written[1:-1].split(",") if (value := _scalar(part))]
    value = _scalar(written)
    return [value] if value else []


def _scalar(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] == '"':
        return re.sub(r"\\([\"\\])", r"\1", written[1:-1]).strip()
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'").strip()
    written = re.split(r"(?:^|\s)#", written, maxsplit=1)[0].strip()
    return "" if written.lower() in ("null", "~", "|", ">", "|-", ">-") or written[:1] in tuple("&*!{") else written


def _facts(values: dict[str, list[str]]) -> dict[str, str]:
    facts = {}
    for fact, names in NAMES.items():
        found = next((values[name] for name in names if values.get(name)), None)
        if found:
            joined = ", ".join(found)
            if len(joined) <= MAX_VALUE:
                facts[fact] = joined
    return facts
