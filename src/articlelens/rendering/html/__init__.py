"""A report for the browser: one file that needs no network, with the text, its mentions and the five lists.

Nothing of an article can run: all of it is escaped, and the page's content security policy lets in nothing but the
page's own style and script, by their hashes (CSP Level 3).  Without the script the mentions are plain links.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from articlelens.rendering import Look
from articlelens.rendering.html.drawings import land, legend, place_map, timeline
from articlelens.rendering.html.items import KINDS, Shown, items_of
from articlelens.rendering.html.markup import Markup, joined, tag, web_address
from articlelens.rendering.html.text import marked
from articlelens.rendering.rows import enumerated, facts, heading
from articlelens.rendering.wording import plain

if TYPE_CHECKING:
    from articlelens.record import Record

SINGLE: Final = ""  # what the anchors of the only article of a page begin with


def render(records: Iterable[Record], look: Look) -> Iterator[str]:
    """Yields one page for all records; where they break off, one for those that there are.

    Args:
        records: Records that carry their text.
        look: ``top`` cuts the lists.
    """
    done: list[Record] = []
    try:
        done.extend(records)
    except KeyboardInterrupt:
        yield from _page(done, look)
        raise
    yield from _page(done, look)


def _page(records: Sequence[Record], look: Look) -> Iterator[str]:
    if not records:
        return
    several = len(records) > 1
    title = f"{len(records)} articles" if several else heading(records[0])
    yield f'<!DOCTYPE html>\n<html lang="{_language(records)}">\n{_head(title)}\n<body>\n'
    yield tag("a", "Skip to the article" if not several else "Skip to the articles", class_="skip", href="#main") + "\n"
    if any(place.latitude is not None for record in records for place in record.places):
        yield land() + "\n"
    if several:
        yield _index(records) + "\n"
    yield '<main id="main">\n'
    for number, record in enumerate(records, 1):
        yield _article(record, look, prefix=f"a{number}-" if several else SINGLE, several=several) + "\n"
    generator = records[0].generator
    made_by = f"{generator.name} {generator.version}, {generator.model} {generator.model_version}"
    yield f"</main>\n{tag('footer', 'Made by ', made_by, '. Names, dates and figures were found by a program.')}\n"
    yield '<div id="card" hidden></div>\n'
    yield f"<script>{_asset('page.js')}</script>\n</body>\n</html>\n"


def _language(records: Sequence[Record]) -> str:
    languages = {record.language for record in records}
    only = next(iter(languages)) if len(languages) == 1 else None
    return only if only and only.isascii() and only.isalpha() else "en"


def _head(title: str) -> str:
    policy = (
        f"default-src 'none'; style-src '{_hash('page.css')}'; script-src '{_hash('page.js')}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    lines = (
        Markup('<meta charset="utf-8">'),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("link", rel="icon", href="data:,"),
        tag("title", title),
        Markup(f"<style>{_asset('page.css')}</style>"),
    )
    return f"<head>\n{joined(lines, chr(10))}\n</head>"


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(name: str) -> str:
    digest = hashlib.sha256(_asset(name).encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _index(records: Sequence[Record]) -> Markup:
    entries = [
        tag("li", tag("a", tag("bdi", heading(record)), href=f"#a{number}"), " ", tag("small", _facts(record)))
        for number, record in enumerate(records, 1)
    ]
    return tag("nav", tag("h1", f"{len(records)} articles"), tag("ol", *entries), aria_label="Articles")


def _article(record: Record, look: Look, *, prefix: str, several: bool) -> Markup:
    lists = items_of(record, prefix)
    empty = [name for name, items in lists.items() if not items]
    every = [item for items in lists.values() for item in items]
    level = "h2" if several else "h1"
    head = tag(
        "header",
        tag(level, tag("bdi", heading(record)), id=f"{prefix}title"),
        tag("p", _facts(record), _link(record), class_="facts"),
        *(tag("p", "Note: ", plain(warning), class_="note") for warning in record.warnings),
        _key_sentences(record, level, prefix),
    )
    text = tag(
        "section",
        tag(_below(level), "Text", id=f"{prefix}text", class_="unseen"),
        _key(lists),
        tag("div", marked(record, every), class_="text", data_article=True),
        aria_labelledby=f"{prefix}text {prefix}title",
        class_="body",
    )
    aside = tag(
        "div",
        *(_list(name, items, look, level) for name, items in lists.items() if items),
        tag("p", f"No {enumerated(empty)} found.", class_="note") if empty else None,
        class_="lists",
    )
    drawings = tag(
        "div",
        _drawing("Map", level, prefix, place_map(record.places, lists["places"]), legend(record.places)),
        _drawing("Timeline", level, prefix, timeline(record, lists["dates"])),
        class_="drawings",
    )
    return tag("article", head, text, aside, drawings, id=prefix.rstrip("-") or None, aria_labelledby=f"{prefix}title")


def _facts(record: Record) -> Markup:
    """Each fact in the direction of its own script, whatever stands beside it."""
    return joined([tag("bdi", fact) for fact in facts(record)], " · ")


def _below(level: str) -> str:
    """The heading below one of ``level``."""
    return f"h{int(level[1]) + 1}"


def _link(record: Record) -> Markup | None:
    address = web_address(record.source.url)
    return joined([" · ", tag("a", "original", href=address, rel="noreferrer noopener")]) if address else None


def _key_sentences(record: Record, level: str, prefix: str) -> Markup | None:
    if not record.summary:
        return None
    return tag(
        "section",
        tag(_below(level), "Key sentences", id=f"{prefix}key", class_="unseen"),
        tag("ul", *(tag("li", plain(sentence.text), dir="auto") for sentence in record.summary)),
        aria_labelledby=f"{prefix}key {prefix}title",
        class_="key",
    )


def _key(lists: dict[str, list[Shown]]) -> Markup | None:
    """What the colours mean: the way to the lists, and how long they are."""
    entries = [
        tag("a", name, " ", tag("small", str(len(items))), class_=f"m {KINDS[name]}", href=f"#{_list_anchor(items)}")
        for name, items in lists.items()
        if items
    ]
    return tag("p", joined(entries, " "), class_="kinds") if entries else None


def _list_anchor(items: Sequence[Shown]) -> str:
    return items[0].anchor.rsplit("-", 1)[0] + "s"


def _list(name: str, items: Sequence[Shown], look: Look, level: str) -> Markup:
    title = tag(
        _below(level), name.capitalize(), " ", tag("small", str(len(items))), id=_list_anchor(items), tabindex=-1
    )
    entries = [_entry(item) for item in items]
    top = look.top or len(items)
    more = None
    if top < len(items):  # a browser opens it where a link leads into it
        rest = tag("ol", *entries[top:], start=top + 1)
        more = tag("details", tag("summary", f"and {len(items) - top} more", class_="note"), rest, class_="more")
    return tag("section", title, tag("ol", *entries[:top]), more, class_=KINDS[name])


def _entry(item: Shown) -> Markup:
    """An item; opened, it says all that is known, with the links to its mentions."""
    note = joined([" ", tag("bdi", item.row.note, class_="known")]) if item.row.note else None
    count = joined([" ", tag("small", f"×{item.row.count}")]) if item.row.count > 1 else None
    links = [
        tag("a", str(number), href=f"#{item.mention(number)}", aria_label=f"{item.row.main}, mention {number}")
        for number in range(1, len(item.row.mentions) + 1)
    ]
    facts_ = tag("ul", *(tag("li", detail, dir="auto") for detail in item.details))
    where = tag("p", "in the text: ", joined(links, " "), class_="where")
    return tag(
        "li",
        tag(
            "details",
            tag("summary", tag("b", tag("bdi", item.row.main)), note, count),
            tag("div", facts_, where, id=item.anchor, tabindex=-1),
        ),
    )


def _drawing(title: str, level: str, prefix: str, drawing: Markup | None, below: Markup | None = None) -> Markup | None:
    if drawing is None:
        return None
    return tag("section", tag(_below(level), title, id=f"{prefix}{title.lower()}"), drawing, below)
