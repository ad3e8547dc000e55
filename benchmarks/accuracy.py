"""Accuracy on gold annotations: precision, recall and F1 of whatever a folder of gold sets holds.

    python benchmarks/accuracy.py FOLDER [SET...]

Every set is a folder with two files of JSON Lines, matched by ``id``: ``articles.jsonl`` (``id``, ``text``, perhaps
``published``) and ``gold.jsonl``, whose rows have one of these beside their ``id``, offsets in code points:

- ``gold`` with ``class`` (``people``, ``organizations`` or ``places``), ``start``, ``end``: names.  A mention is right
  where span and class are; other classes do not count.
- ``mentions`` with ``entity``, ``start``, ``end``: which mentions are one.  B³ (Bagga and Baldwin, 1998) over the gold
  mentions; one that was not found is alone.
- ``timexes`` with ``value``, ``start``, ``end``: dates.  Strict: the same span.  Value: spans overlap, values agree.
- ``places`` with ``lat``, ``lon``, ``start``, ``end``: places.  Found: spans overlap.  Resolved: spans overlap, and the
  coordinates lie within 161 km of each other (100 miles: Gritta et al., 2018); those marked ``demonym`` do not count.
- ``gold`` with ``value``, perhaps ``value_high``: figures without offsets.  One is right where its value or range is.

Each gold item counts for one found item at the most.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articlelens import Analyzer, Failure
from articlelens.reading import read_sources

Item = dict[str, Any]
CLASSES = ("people", "organizations", "places")
KILOMETRES = 161.0
EARTH = 6371.0


@dataclass(kw_only=True)
class Score:
    """Counts of what was right, what was found and what there is to find."""

    precise: float = 0
    found: float = 0
    recalled: float = 0
    gold: float = 0

    def add(self, right: float, found: float, gold: float, *, recalled: float | None = None) -> None:
        """Adds those of one article; ``recalled`` where it is not as many as are right."""
        self.precise += right
        self.recalled += right if recalled is None else recalled
        self.found += found
        self.gold += gold

    def __str__(self) -> str:
        precision = self.precise / self.found if self.found else 0
        recall = self.recalled / self.gold if self.gold else 0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
        return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}   ({self.gold:.0f} gold)"


Scores = defaultdict[str, Score]


def matched(found: Sequence[Item], gold: Sequence[Item], same: Callable[[Item, Item], bool]) -> int:
    """How many pairs can be made of gold and found items, each in one pair at the most, first come, first served."""
    left = list(found)
    pairs = 0
    for wanted in gold:
        for index, item in enumerate(left):
            if same(item, wanted):
                del left[index]
                pairs += 1
                break
    return pairs


def mentions(record: Item, *lists: str) -> Iterator[Item]:
    """The mentions of a record's lists, each with its item's facts and the list's name."""
    for name in lists:
        for item in record[name]:
            for mention in item["mentions"]:
                yield {**item, **mention, "class": name}


def overlap(one: Item, two: Item) -> bool:
    """Whether two spans have a character in common."""
    return bool(one["start"] < two["end"] and two["start"] < one["end"])


def span(one: Item, two: Item) -> bool:
    """Whether two spans are the same."""
    return bool((one["start"], one["end"]) == (two["start"], two["end"]))


def score_names(record: Item, gold: Sequence[Item], scores: Scores) -> None:
    """Spans with their classes."""
    for name in CLASSES:
        found, wanted = list(mentions(record, name)), [item for item in gold if item["class"] == name]
        right = matched(found, wanted, span)
        for row in (name, "all names"):
            scores[row].add(right, len(found), len(wanted))


def score_entities(record: Item, gold: Sequence[Item], scores: Scores) -> None:
    """B³ over the gold mentions; precision and recall are means over them."""
    ours = {(item["start"], item["end"]): (item["class"], item["id"]) for item in mentions(record, *CLASSES)}
    spans = [(item["start"], item["end"]) for item in gold]
    theirs = {place: item["entity"] for place, item in zip(spans, gold, strict=True)}
    given = {place: ours.get(place, ("alone", str(place))) for place in spans}
    sizes_theirs, sizes_given = Counter(theirs.values()), Counter(given.values())
    both = Counter((theirs[place], given[place]) for place in theirs)
    precision = sum(number * number / sizes_given[cluster] for (_, cluster), number in both.items())
    recall = sum(number * number / sizes_theirs[entity] for (entity, _), number in both.items())
    scores["B3"].add(precision, len(theirs), len(theirs), recalled=recall)


def score_dates(record: Item, gold: Sequence[Item], scores: Scores) -> None:
    """Spans, and values."""
    found = list(mentions(record, "dates"))
    scores["span, strict"].add(matched(found, gold, span), len(found), len(gold))
    right = matched(found, gold, lambda one, two: overlap(one, two) and one["value"] == two["value"])
    scores["value"].add(right, len(found), len(gold))


def score_places(record: Item, gold: Sequence[Item], scores: Scores) -> None:
    """Spans, and coordinates."""
    wanted = [item for item in gold if not item.get("demonym")]
    found = list(mentions(record, "places"))
    scores["found"].add(matched(found, wanted, overlap), len(found), len(wanted))
    right = matched(found, wanted, lambda one, two: overlap(one, two) and near(one, two))
    scores["resolved within 161 km"].add(right, len(found), len(wanted))


def near(found: Item, gold: Item) -> bool:
    """Whether the coordinates lie within 161 km of each other, by the haversine formula."""
    if found["latitude"] is None or gold["lat"] is None:
        return False
    north, south = math.radians(found["latitude"]), math.radians(gold["lat"])
    east = math.radians(found["longitude"] - gold["lon"])
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half))) <= KILOMETRES


def score_figures(record: Item, gold: Sequence[Item], scores: Scores) -> None:
    """Values."""
    found = [item for item in record["figures"] for _ in item["mentions"]]
    scores["value"].add(matched(found, gold, same_value), len(found), len(gold))


def same_value(found: Item, gold: Item) -> bool:
    """Whether the values are equal to a thousandth, or both ends of the ranges."""
    ends = (found["low"], found["high"]) if found["value"] is None else (found["value"], None)
    wanted = (gold["value"], gold.get("value_high"))
    return all(
        (one is None) == (two is None) and (one is None or two is None or math.isclose(one, two, rel_tol=1e-3))
        for one, two in zip(ends, wanted, strict=True)
    )


SCORERS: dict[str, Callable[[Item, Sequence[Item], Scores], None]] = {
    "mentions": score_entities,
    "timexes": score_dates,
    "places": score_places,
    "names": score_names,
    "figures": score_figures,
}


def kind(rows: Sequence[Item]) -> tuple[str, str]:
    """What a set's gold is of, and the key that has it."""
    key = next((key for key in ("mentions", "timexes", "places", "gold") if key in rows[0]), None)
    if key is None:
        raise SystemExit(f"no gold that this script knows: {', '.join(rows[0])}")
    if key != "gold":
        return key, key
    return ("names" if any("class" in item for row in rows for item in row["gold"]) else "figures"), key


def measure(folder: Path, analyzer: Analyzer) -> dict[str, Score]:
    """The scores of one set."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").open(encoding="utf-8") if line.strip()]
    by_id = {row["id"]: row for row in rows}
    name, key = kind(rows)
    scores: Scores = defaultdict(Score)
    for record in analyzer.pipe(read_sources([str(folder / "articles.jsonl")])):
        if isinstance(record, Failure):
            raise SystemExit(f"{record.source}: {record.message}")
        if record.source.id in by_id:
            SCORERS[name](record.to_dict(), by_id[record.source.id][key], scores)
    return scores


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", help="names of sets; default: all in the folder")
    arguments = parser.parse_args()
    folders = [path.parent for path in sorted(arguments.folder.glob("*/gold.jsonl"))]
    analyzer = Analyzer()
    for folder in folders:
        if not arguments.sets or folder.name in arguments.sets:
            print(folder.name)
            for name, score in measure(folder, analyzer).items():
                print(f"  {name:24}{score}")


if __name__ == "__main__":
    main()
