"""Writes the outlines of the land for the map of a report, from a TopoJSON file of Natural Earth.

``python scripts/outlines.py land-110m.json``

The file is the one of that name in the npm package ``world-atlas`` 2.0.2: Natural Earth 1:110m, version 4.1, which is
in the public domain.  The outlines are simplified (Douglas and Peucker, 1973) and become one SVG path in tenths of a
degree, longitude to the right and latitude downwards.  Rings that cross the meridian of 180° are cut at it (Sutherland
and Hodgman, 1974), and one around a pole is closed over the pole: no edge runs across the map.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src" / "articlelens" / "rendering" / "html" / "land.path"
TOLERANCE = 0.2  # degrees
LEAST = 4  # points; smaller islands are left out

Point = tuple[float, float]


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The rings of all polygons, in degrees."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for numbers in polygon:
                ring: list[Point] = []
                for number in numbers:
                    points = arcs[number] if number >= 0 else arcs[~number][::-1]
                    ring += points[1:] if ring else points
                yield ring


def simplified(points: list[Point]) -> list[Point]:
    """``points`` without those that lie within the tolerance of a line between others."""
    if len(points) < 3:
        return points
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = math.hypot(x2 - x1, y2 - y1)

    def distance(point: Point) -> float:
        x, y = point
        if not length:
            return math.hypot(x - x1, y - y1)
        return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length

    farthest = max(range(1, len(points) - 1), key=lambda index: distance(points[index]))
    if distance(points[farthest]) <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: farthest + 1])[:-1] + simplified(points[farthest:])


def unwrapped(ring: list[Point]) -> list[Point]:
    """``ring`` without jumps from one side of the map to the other: its longitudes go on beyond 180°."""
    points, turn = [ring[0]], 0.0
    for (before, _), (x, y) in pairwise(ring):
        turn -= 360 * round((x - before) / 360)
        points.append((x + turn, y))
    if turn:  # once around the earth: over the pole and back
        pole = math.copysign(90, sum(y for _, y in ring))
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def cut(ring: list[Point], edge: float, side: int) -> list[Point]:
    """What of a closed ring lies on one ``side`` (1 east, -1 west) of the meridian ``edge``."""
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (x1 < edge < x2) or (x2 < edge < x1):
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
        if (x2 - edge) * side >= 0:
            kept.append((x2, y2))
    return [*kept, *kept[:1]]


def on_the_map(ring: list[Point]) -> Iterator[list[Point]]:
    """The parts of an unwrapped ring, each moved to between 180° west and 180° east."""
    for turn in (-360, 0, 360):
        part = cut(cut([(x + turn, y) for x, y in ring], -180, 1), 180, -1)
        if len({x for x, _ in part}) > 1:
            yield part


def path(ring: list[Point]) -> str:
    """A closed SVG path of relative steps."""
    placed = [(round(x * 10), round(-y * 10)) for x, y in ring[:-1]]
    (x, y), steps = placed[0], []
    for to_x, to_y in placed[1:]:
        steps.append(f"{to_x - x} {to_y - y}")
        x, y = to_x, to_y
    return f"M{placed[0][0]} {placed[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def main() -> None:
    """Writes the path."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    shapes = [simplified(unwrapped(ring)) for ring in rings(topology)]
    parts = [part for shape in shapes if len(shape) > LEAST for part in on_the_map(shape)]
    TARGET.write_text("".join(map(path, parts)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
