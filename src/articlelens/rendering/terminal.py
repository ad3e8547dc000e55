"""The summary on a terminal: headline, where and when, key sentences, then five lists side by side."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from articlelens.record import Record
from articlelens.rendering import Look
from articlelens.rendering.rows import Row, enumerated, facts, heading, rows_of
from articlelens.rendering.wording import plain

MIN_WIDTH: Final = 40  # narrower terminals get lines of this width
MAX_WIDTH: Final = 160  # wider lines are hard to follow
TWO_COLUMNS: Final = 60
THREE_COLUMNS: Final = 112
MIN_TOP, MAX_TOP = 1, 12
MIN_COLUMN: Final = 4  # fewer rows are not worth another column

STYLES: Final = {
    "people": "bold cyan",
    "organizations": "bold magenta",
    "places": "bold green",
    "dates": "bold yellow",
    "figures": "bold blue",
}


def render(records: Iterable[Record], look: Look) -> Iterator[str]:
    """Yields a summary for each record, with an empty line between two."""
    for number, record in enumerate(records):
        yield ("\n" if number else "") + _summary(record, look)


def _summary(record: Record, look: Look) -> str:
    """The summary, with as many rows in each list as fit into the height."""
    if look.top is not None:
        return _draw(record, look, look.top or None)
    drawn = ""
    for top in range(MAX_TOP, MIN_TOP - 1, -1):
        drawn = _draw(record, look, top)
        if drawn.count("\n") <= look.height:
            break
    return drawn


def _draw(record: Record, look: Look, top: int | None) -> str:
    out = io.StringIO()
    width = min(max(look.width, MIN_WIDTH), MAX_WIDTH)
    console = Console(
        file=out,
        width=width,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(Group(*_head(record), *_lists(record, width, top, fill=look.top is None), *_foot(record)))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _head(record: Record) -> Iterator[RenderableType]:
    yield Text(heading(record), style="bold")
    yield Text(" · ".join(facts(record)), style="dim")
    if record.summary:
        yield Text()
    for sentence in record.summary:
        bullet = Table.grid(padding=(0, 1))
        bullet.add_row(Text("•", style="dim"), Text(plain(sentence.text)))
        yield bullet


def _foot(record: Record) -> Iterator[RenderableType]:
    empty = [name for name in STYLES if not getattr(record, name)]
    if empty:
        yield Text()
        yield Text(f"No {enumerated(empty)} found.", style="dim")
    for warning in record.warnings:
        yield Text(f"Note: {plain(warning)}", style="yellow")


def _lists(record: Record, width: int, top: int | None, *, fill: bool) -> Iterator[RenderableType]:
    """The lists that have something in them, in bands of as many columns as the width has room for."""
    lists = [(name, rows) for name, rows in rows_of(record).items() if rows]
    columns = 3 if width >= THREE_COLUMNS else 2 if width >= TWO_COLUMNS else 1
    for first in range(0, len(lists), columns):
        band = lists[first : first + columns]
        grid = Table.grid(expand=True, padding=(0, 3, 0, 0))
        for _ in range(columns):
            grid.add_column(ratio=1)
        cells: list[RenderableType] = []
        for name, rows in band[:-1]:
            cells += _list(name, rows, top, columns=1, fill=fill)
        name, rows = band[-1]  # the last one has all the room that is left
        cells += _list(name, rows, top, columns=columns - len(cells), fill=fill)
        grid.add_row(*cells)
        yield Padding(grid, (1, 0, 0, 0))


def _list(name: str, rows: Sequence[Row], top: int | None, *, columns: int, fill: bool) -> Iterator[RenderableType]:
    """A list in so many columns, read downwards, each of at most ``top`` rows."""
    shown = rows[: top and top * columns]
    if fill and len(rows) == len(shown) + 1:  # "and 1 more" would take the line that the row needs
        shown = rows
    height = max(math.ceil(len(shown) / columns), min(len(shown), MIN_COLUMN))
    for column in range(columns):
        part = shown[column * height : (column + 1) * height]
        heading_ = f"{name.upper()} {len(rows)}" if column == 0 else ""
        table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
        table.add_column(Text(heading_, style=STYLES[name]), ratio=1, overflow="fold")
        table.add_column(justify="right", min_width=3)
        for row in part:
            main = Text(plain(row.main))
            if row.note:
                main.append(f"  {plain(row.note)}", style="dim")
            table.add_row(main, Text(f"×{row.count}" if row.count > 1 else "", style="dim"))
        if len(shown) < len(rows) and (column + 1) * height >= len(shown) and (part or column == 0):
            table.add_row(Text(f"and {len(rows) - len(shown)} more", style="dim italic"))
        yield table if part or column == 0 else Text()
