"""The timeline of the dates and the map of the places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articlelens.rendering.html.items import Shown
from articlelens.rendering.html.markup import Markup, joined, tag
from articlelens.rendering.rows import enumerated
from articlelens.rendering.wording import plain

if TYPE_CHECKING:
    from articlelens.record import Date, Place, Record

CONTEXT: Final = 60  # code points on either side of a date in the timeline
LEAST_WIDTH: Final = 16.0  # degrees of longitude that a map shows at the least
MARGIN: Final = 0.25  # of the places' own extent, on every side
LABELS: Final = 12
GRATICULE: Final = (1, 2, 5, 15, 30)  # degrees
GRATICULE_LINES: Final = 12  # at the most, from left to right


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The part of the earth that a map shows, in degrees; ``top`` is a latitude south of the equator."""

    left: float
    top: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        """A hundredth of the map's width: what sizes of dots and letters count in."""
        return self.width / 100

    def x(self, longitude: float) -> float:
        """Where a longitude is: maps may go on beyond 180° east."""
        return longitude + 360 if longitude < self.left else longitude


def place_map(places: Sequence[Place], shown: Sequence[Shown]) -> Markup | None:
    """A map of the places that have coordinates, as wide as they lie apart; None where there are none.

    Args:
        places: The places.
        shown: The same ones, as the report shows them.
    """
    known = [
        (item.longitude, -item.latitude, plain(item.name), one)
        for item, one in zip(places, shown, strict=True)
        if item.latitude is not None and item.longitude is not None
    ]
    if not known:
        return None
    frame = _frame([(x, y) for x, y, _, _ in known])
    spots = [
        _Spot(x=frame.x(x), y=y, name=name, number=number, anchor=one.anchor)
        for number, (x, y, name, one) in enumerate(known, 1)
    ]
    turns = ("", "translate(360)") if frame.left + frame.width > 180 else ("",)
    content = [
        *_graticule(frame),
        *(tag("use", class_="land", href="#land", transform=f"{turn}scale(.1)") for turn in turns),
        *_dots(spots, frame),
    ]
    drawing = tag(
        "svg",
        *content,
        viewBox=f"{frame.left:.2f} {frame.top:.2f} {frame.width:.2f} {frame.height:.2f}",
        role="img",
        aria_label=f"Map with {enumerated([spot.name for spot in spots], 'and')}",
        class_="map",
    )
    keys = [tag("li", tag("a", tag("bdi", spot.name), href=f"#{spot.anchor}")) for spot in spots]
    return joined([drawing, tag("ol", *keys, class_="mapped")])


def _frame(points: Sequence[tuple[float, float]]) -> _Frame:
    """A frame twice as wide as high with all points in it, around the side of the earth that they are on."""
    xs, ys = sorted(x for x, _ in points), [y for _, y in points]
    gaps = [after - before for before, after in pairwise(xs)]
    around = xs[0] + 360 - xs[-1]
    behind = 0 if around >= max(gaps, default=0) else gaps.index(max(gaps)) + 1  # the first one east of the widest gap
    wide, high = 360 - max([around, *gaps]), max(ys) - min(ys)
    width = min(max(wide * (1 + 2 * MARGIN), high * (1 + 2 * MARGIN) * 2, LEAST_WIDTH), 360.0)
    height = width / 2
    left = xs[behind] + (wide - width) / 2
    top = min(max((min(ys) + max(ys) - height) / 2, -90), 90 - height)
    return _Frame(left=(left + 180) % 360 - 180, top=top, width=width, height=height)


def _graticule(frame: _Frame) -> list[Markup]:
    step = next(step for step in GRATICULE if frame.width / step <= GRATICULE_LINES)
    across, down = frame.left + frame.width, frame.top + frame.height
    meridians = [x for x in range(-180, 541, step) if frame.left < x < across]
    parallels = [y for y in range(-90, 91, step) if frame.top < y < down]
    steps = [f"M{x} {frame.top:.2f}v{frame.height:.2f}" for x in meridians]
    steps += [f"M{frame.left:.2f} {y}h{frame.width:.2f}" for y in parallels]
    return [Markup(f'<path class="graticule" d="{"".join(steps)}"/>')]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A place on the map."""

    x: float
    y: float
    name: str
    number: int
    """Its number in the list below the map."""
    anchor: str


def _dots(spots: Sequence[_Spot], frame: _Frame) -> list[Markup]:
    """A dot for each place, the most salient last and on top; beside it its name, or its number, where there is room.

    No name lies on a dot or on another name.
    """
    radius = frame.unit * 0.9
    taken = [(spot.x - radius, spot.x + radius, spot.y - radius, spot.y + radius) for spot in spots]
    dots: list[Markup] = []
    labels: list[Markup] = []
    for spot in spots:
        dots.append(tag("circle", tag("title", spot.name), cx=f"{spot.x:.2f}", cy=f"{spot.y:.2f}", r=f"{radius:.2f}"))
        for text in (spot.name, str(spot.number)) if len(labels) < LABELS else (str(spot.number),):
            label = _label(spot, text, frame, taken)
            if label is not None:
                labels.append(label)
                break
    return [*reversed(dots), *labels]


def _label(spot: _Spot, text: str, frame: _Frame, taken: list[tuple[float, float, float, float]]) -> Markup | None:
    """``text`` to the right of the spot, to its left, above or below, where there is room, which is then taken."""
    unit = frame.unit
    length = unit * (1.9 * len(text) + 0.5)
    for anchor, x, y in (
        ("start", spot.x + unit * 1.4, spot.y),
        ("end", spot.x - unit * 1.4, spot.y),
        ("middle", spot.x, spot.y - unit * 2.8),
        ("middle", spot.x, spot.y + unit * 2.8),
    ):
        first = x - {"start": 0.0, "middle": length / 2, "end": length}[anchor]
        area = (first, first + length, y - unit * 1.6, y + unit * 1.6)
        inside = frame.left <= first and first + length <= frame.left + frame.width
        inside = inside and frame.top <= area[2] and area[3] <= frame.top + frame.height
        if inside and not any(_overlap(area, other) for other in taken):
            taken.append(area)
            size, at = f"{unit * 3.2:.2f}", {"x": f"{x:.2f}", "y": f"{y + unit * 1.1:.2f}"}
            return tag("text", text, **at, font_size=size, text_anchor=anchor if anchor != "start" else None)
    return None


def _overlap(one: Sequence[float], two: Sequence[float]) -> bool:
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


@cache
def land() -> Markup:
    """The outlines of the land, which all maps of a page use: Natural Earth, by ``scripts/outlines.py``."""
    outlines = files(__package__).joinpath("land.path").read_text("utf-8").strip()
    return Markup(f'<svg class="store" aria-hidden="true"><defs><path id="land" d="{outlines}"/></defs></svg>')


def legend(places: Sequence[Place]) -> Markup | None:
    """Which places are not on the map."""
    missing = [plain(item.name) for item in places if item.latitude is None or item.longitude is None]
    if not missing:
        return None
    return tag("p", "Not on the map: ", joined([tag("bdi", name) for name in missing], ", "), ".", class_="note")
