"""Writes the outlines of the land for the map of a report, from a TopoJSON file of Natural Earth.

``python scripts/outlines.py land-110m.json``

The file is the one of that name in the npm package ``world-atlas`` 2.0.2: Natural Earth 1:110m, version 4.1, which is
in the public domain.  The outlines are simplified (Douglas and Peucker, 1973) and become one SVG path in tenths of a
degree, longitude to the right and latitude downwards.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
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
    shapes = [simplified(ring) for ring in rings(topology)]
    TARGET.write_text("".join(path(shape) for shape in shapes if len(shape) > LEAST) + "\n", "utf-8")


if __name__ == "__main__":
    main()
