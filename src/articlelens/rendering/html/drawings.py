"""The timeline of the dates and the map of the places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from articlelens.rendering.html.items import Shown
from articlelens.rendering.html.markup import Markup, joined, tag
from articlelens.rendering.rows import enumerated
from articlelens.rendering.wording import plain

if TYPE_CHECKING:
    from articlelens.record import Date, Place, Record

CONTEXT: Final = 60  # code points on either side of a date in the timeline
LEAST_WIDTH: Final = 40.0  # degrees of longitude that a map shows at the least
MARGIN: Final = 0.25  # of the places' own extent, on every side
LABELS: Final = 12
GRATICULE: Final = 15  # degrees


def timeline(record: Record, dates: Sequence[Shown]) -> Markup | None:
    """The dates that are days, months or years of the calendar, in their order, with the time between them."""
    known = [(item, shown) for item, shown in zip(record.dates, dates, strict=True) if item.from_ and item.to]
    if not known:
        return None
    entries: list[Markup] = []
    last: date | None = None
    for item, shown in known:
        first, end = date.fromisoformat(str(item.from_)), date.fromisoformat(str(item.to))
        gap = _gap(last, first) if last else None
        if gap:
            entries.append(tag("li", gap, class_="gap"))
        day = tag("a", shown.row.main, href=f"#{shown.anchor}")
        entries.append(tag("li", day, " ", tag("q", *_context(record, item)), class_="span" if end > first else None))
        last = max(last, end) if last else end
    return tag("ol", *entries, class_="timeline")


def _gap(before: date, after: date) -> str | None:
    """The time between two days, where it is worth saying."""
    days = (after - before).days
    if days < 7:
        return None
    for size, name in ((365.25, "year"), (30.44, "month"), (7, "week")):
        if days >= size * 1.5 or name == "week":
            number = round(days / size)
            return f"{number} {name}{'' if number == 1 else 's'}"
    return None


def _context(record: Record, item: Date) -> list[str | None]:
    """The words around the first mention."""
    mention, text = item.mentions[0], record.text or ""
    start, end = (record.sentences or ((mention.start, mention.end),))[mention.sentence]
    start, end = min(start, mention.start), max(end, mention.end)
    before, after = text[max(start, mention.start - CONTEXT) : mention.start], text[mention.end : end][:CONTEXT]
    return [
        "…" if mention.start - CONTEXT > start else None,
        _one_line(before),
        tag("b", plain(mention.text)),
        _one_line(after),
        "…" if mention.end + CONTEXT < end else None,
    ]


def _one_line(text: str) -> str:
    """``plain``, with the blanks at its ends."""
    return (" " if text[:1].isspace() else "") + plain(text) + (" " if text.strip() and text[-1:].isspace() else "")


def place_map(places: Sequence[Place]) -> Markup | None:
    """A map of the places that have coordinates, as wide as they lie apart; None where there are none."""
    known = [(item, item.longitude, -item.latitude) for item in places if _is_known(item)]  # type: ignore[operator]
    if not known:
        return None
    spots = [(item, float(x), y) for item, x, y in known if x is not None]
    left, top, width, height = _frame([(x, y) for _, x, y in spots])
    unit = width / 100  # a hundredth of the map's width: what sizes of dots and letters count in
    content = [
        *_graticule(left, top, width, height),
        Markup('<use class="land" href="#land" transform="scale(.1)"/>'),
        *_dots(spots, unit, (left, left + width)),
    ]
    names = enumerated([plain(item.name) for item in places if _is_known(item)], "and")
    return tag(
        "svg",
        *content,
        viewBox=f"{left:.2f} {top:.2f} {width:.2f} {height:.2f}",
        role="img",
        aria_label=f"Map with {names}",
        class_="map",
    )


def _is_known(item: Place) -> bool:
    return item.latitude is not None and item.longitude is not None


def _frame(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, top, width and height of a map twice as wide as high that has all points on it, in degrees."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    width = min(max(wide * (1 + 2 * MARGIN), high * (1 + 2 * MARGIN) * 2, LEAST_WIDTH), 360.0)
    height = width / 2
    left = min(max((min(xs) + max(xs) - width) / 2, -180), 180 - width)
    top = min(max((min(ys) + max(ys) - height) / 2, -90), 90 - height)
    return left, top, width, height


def _graticule(left: float, top: float, width: float, height: float) -> list[Markup]:
    meridians = [x for x in range(-180, 181, GRATICULE) if left < x < left + width]
    parallels = [y for y in range(-90, 91, GRATICULE) if top < y < top + height]
    steps = [f"M{x} {top:.2f}v{height:.2f}" for x in meridians] + [f"M{left:.2f} {y}h{width:.2f}" for y in parallels]
    return [Markup(f'<path class="graticule" d="{"".join(steps)}"/>')]


def _dots(spots: Sequence[tuple[Place, float, float]], unit: float, sides: tuple[float, float]) -> list[Markup]:
    """A dot for each place, the most salient last and on top; a name beside it where there is room."""
    dots: list[Markup] = []
    names: list[Markup] = []
    taken: list[tuple[float, float, float, float]] = []
    for item, x, y in spots:
        name = plain(item.name)
        dots.append(tag("circle", tag("title", name), cx=f"{x:.2f}", cy=f"{y:.2f}", r=f"{unit * 0.9:.2f}"))
        length = len(name) * unit * 1.9
        to_left = x + unit * 2 + length > sides[1]
        box = (x - unit * 2 - length, x - unit) if to_left else (x + unit, x + unit * 2 + length)
        area = (*box, y - unit * 1.6, y + unit * 1.6)
        if len(names) < LABELS and not any(_overlap(area, other) for other in taken):
            taken.append(area)
            names.append(
                tag(
                    "text",
                    name,
                    x=f"{x - unit * 1.7 if to_left else x + unit * 1.7:.2f}",
                    y=f"{y + unit * 1.1:.2f}",
                    font_size=f"{unit * 3.2:.2f}",
                    text_anchor="end" if to_left else None,
                )
            )
    return [*reversed(dots), *names]


def _overlap(one: Sequence[float], two: Sequence[float]) -> bool:
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


@cache
def land() -> Markup:
    """The outlines of the land, which all maps of a page use: Natural Earth, by ``scripts/outlines.py``."""
    outlines = files(__package__).joinpath("land.path").read_text("utf-8").strip()
    return Markup(f'<svg class="store" aria-hidden="true"><defs><path id="land" d="{outlines}"/></defs></svg>')


def legend(places: Sequence[Place]) -> Markup | None:
    """Which places are not on the map."""
    missing = [plain(item.name) for item in places if not _is_known(item)]
    if not missing:
        return None
    return tag("p", joined([f"Not on the map: {', '.join(missing)}."]), class_="note")
