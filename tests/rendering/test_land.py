"""The outlines of the land on the map of a report."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest

POLE = -90


def rings():
    outlines = files("articlelens.rendering.html").joinpath("land.path").read_text("utf-8")
    for ring in re.findall(r"M([^z]+)z", outlines):
        x = y = 0
        points = []
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            points.append((x / 10, -y / 10))
        yield [*points, points[0]]


RINGS = list(rings())


def test_no_edge_runs_across_the_map():
    for ring in RINGS:
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        for (x1, y1), (x2, y2) in pairwise(ring):
            assert abs(x2 - x1) < 180 or y1 == y2 == POLE


@pytest.mark.parametrize(
    ("latitude", "longitude", "land"),
    [
        (60.5, 9.0, True),  # inland from Oslo
        (69.3, 25.0, True),  # Finnmark
        (67.8, 120.0, True),  # Siberia
        (66.5, 179.0, True),  # Chukotka, on both sides of 180°
        (66.5, -179.0, True),
        (-85.0, 0.0, True),  # Antarctica
        (-85.0, 179.0, True),
        (-12.0, -75.0, True),  # inland from Lima
        (67.0, 0.0, False),  # the Norwegian Sea
        (66.5, -170.5, False),  # the Bering Strait
        (-16.3, 90.0, False),  # the Indian Ocean
        (-16.3, -110.0, False),  # the Pacific
        (40.0, -40.0, False),  # the Atlantic
        (85.0, 0.0, False),  # the Arctic
    ],
)
def test_what_is_land_and_what_is_sea(latitude, longitude, land):
    crossings = sum(
        (y1 > latitude) != (y2 > latitude) and longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
        for ring in RINGS
        for (x1, y1), (x2, y2) in pairwise(ring)
    )
    assert bool(crossings % 2) is land
