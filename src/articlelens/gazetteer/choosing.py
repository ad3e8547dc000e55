"""Choosing among namesakes: which of the places of one name an article means.

Each candidate starts with how well known it is, and gains by what the article says: the region or country named right
behind it, the countries and regions of the article's other places and of the peoples it speaks of, and the distance to
the nearest of them.  All names of an article are weighed together, in a few rounds, each round counting on what the
last one found likely.  Population, containment and distance are the classic evidence for this (Leidner, "Toponym
Resolution in Text", 2007; Lieberman and Samet, "Adaptive context features for toponym resolution", SIGIR 2012); one
name means one place throughout an article ("one sense per discourse", Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, exp, floor, log2, log10, radians, sin, sqrt
from typing import Final

from articlelens.gazetteer.store import (
    ABBREVIATION,
    CAPITAL,
    CITY,
    COUNTRY,
    DISTRICT,
    OTHER_NAME,
    REGION,
    Entry,
)

EARTH_RADIUS: Final = 6371.0  # kilometres

# What the evidence is worth, in powers of ten: one more is as much as ten times as many inhabitants.
LEVELS: Final = {COUNTRY: 1.5, REGION: -0.3, DISTRICT: -1.5, CAPITAL: 1.0}
LEAST_COUNTRY: Final = 6.0  # a country is known however few people live there
LEAST: Final = 2.5  # a town of a few hundred is as little known as one of none
OTHER_NAMES: Final = -0.8
INSIDE: Final = 6.0  # it lies in the place named right behind it
SAME_COUNTRY: Final = 2.5  # times the share of the article's other places that lie in its country
SAME_REGION: Final = 2.5  # times the share that lie in its region
NEAR: Final = 1.5  # beside another place of the article
NEAR_KM: Final = 100.0  # where that is worth 1/e
ROUNDS: Final = 3
CANDIDATES: Final = 60  # of one name that are weighed
MARGIN: Final = 0.3  # by which the best must be ahead of the next one elsewhere
ONE_PLACE_KM: Final = 100.0  # two entries nearer than this are one place as far as a map goes: a town and its county
CELL: Final = 2.0  # degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A name of an article that is to be found on the map."""

    id: str
    """The caller's name for it."""
    candidates: tuple[Entry, ...]
    inside: tuple[Entry, ...] = ()
    """What the text names right behind it as a place that holds it: "Mobile, Ala."."""
    weight: float = 1.0
    """How much it says about where the article plays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was found."""

    entry: Entry | None
    """The place; None where there is none, or the evidence does not decide."""
    country_code: str | None = None
    """The country, which may be known where the place is not."""
    region: int | None = None
    """The region, likewise."""
    reasons: tuple[str, ...] = ()
    """What spoke for it, the loudest first."""


@dataclass(slots=True)
class _State:
    """One name while it is being decided."""

    query: Query
    prior: dict[int, float]
    scores: dict[int, float] = field(default_factory=dict)
    reasons: dict[int, dict[str, float]] = field(default_factory=dict)
    likely: dict[int, float] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)


def choose(queries: Iterable[Query], peoples: Mapping[str, float] | None = None) -> dict[str, Choice]:
    """Decides all names of an article.

    Args:
        queries: The names, in any order: the outcome does not hang on it.
        peoples: How often the text speaks of a country's people, by country code.

    Returns:
        A choice for each query, by its id.
    """
    states = [_start(query) for query in sorted(queries, key=lambda query: query.id)]
    for _ in range(ROUNDS):
        _weigh(states, peoples or {})
    return {state.query.id: _decide(state) for state in states}


def _start(query: Query) -> _State:
    usable = [entry for entry in query.candidates if entry.use != ABBREVIATION or query.inside]
    prior = {entry.id: _known(entry) for entry in usable}
    entries = {entry.id: entry for entry in usable}
    best = sorted(prior, key=lambda number: (-prior[number], number))
    held = [number for number in best if _holds(query.inside, entries[number])]
    kept = [*best[:CANDIDATES], *(number for number in held if number not in best[:CANDIDATES])]
    state = _State(query, {number: prior[number] for number in kept})
    state.entries = {number: entries[number] for number in kept}
    _normalise(state, state.prior)
    return state


def _known(entry: Entry) -> float:
    """How well known a place is: the power of ten of its inhabitants, more for capitals, less for districts."""
    known = max(log10(entry.population + 1), LEAST_COUNTRY if entry.level == COUNTRY else LEAST)
    return known + LEVELS.get(entry.level, 0.0) + (OTHER_NAMES if entry.use == OTHER_NAME else 0.0)


def _holds(holders: Iterable[Entry], entry: Entry) -> bool:
    return any(
        holder.id in (entry.region, entry.district)
        or (holder.level == COUNTRY and entry.level != COUNTRY and holder.country_code == entry.country_code)
        for holder in holders
    )


def _normalise(state: _State, scores: Mapping[int, float]) -> None:
    """Turns scores into how likely each candidate is."""
    if not scores:
        return
    top = max(scores.values())
    shares = {number: 10 ** (score - top) for number, score in scores.items()}
    total = sum(shares.values())
    state.likely = {number: share / total for number, share in shares.items()}


def _weigh(states: Sequence[_State], peoples: Mapping[str, float]) -> None:
    """One round: every name is weighed by what the others are likely to be, all at once."""
    countries, regions = _masses(states)
    for country, count in peoples.items():
        countries[country] += log2(1 + count)
    tops = _tops(states)
    fresh: list[dict[int, float]] = []
    for state in states:
        own_countries, own_regions = _masses([state])
        country_total = sum(countries.values()) - sum(own_countries.values())
        region_total = sum(regions.values()) - sum(own_regions.values())
        scores = {}
        for number, entry in state.entries.items():
            reasons: dict[str, float] = {}
            if state.query.inside and _holds(state.query.inside, entry):
                reasons["inside"] = INSIDE
            if country_total > 0 and entry.country_code:
                mass = countries[entry.country_code] - own_countries[entry.country_code]
                reasons["country"] = SAME_COUNTRY * mass / max(country_total, 1.0)
            region = entry.id if entry.level == REGION else entry.region
            if region_total > 0 and region:
                mass = regions[region] - own_regions[region]
                reasons["region"] = SAME_REGION * mass / max(region_total, 1.0)
            if near := _nearness(entry, tops, state):
                reasons["near"] = NEAR * near
            state.reasons[number] = reasons
            scores[number] = state.prior[number] + sum(reasons.values())
        fresh.append(scores)
    for state, scores in zip(states, fresh, strict=True):
        state.scores = scores
        _normalise(state, scores)


def _masses(states: Iterable[_State]) -> tuple[Counter[str], Counter[int]]:
    """How much of an article lies in each country and in each region."""
    countries: Counter[str] = Counter()
    regions: Counter[int] = Counter()
    for state in states:
        for number, share in state.likely.items():
            entry = state.entries[number]
            if entry.country_code:
                countries[entry.country_code] += share * state.query.weight
            region = entry.id if entry.level == REGION else entry.region
            if region:
                regions[region] += share * state.query.weight
    return countries, regions


_Tops = dict[tuple[int, int], list[tuple[Entry, float, str]]]


def _tops(states: Iterable[_State]) -> _Tops:
    """The likeliest place of each name, by the part of the map that it lies in; countries are too wide to be near."""
    tops: _Tops = defaultdict(list)
    for state in states:
        if not state.likely:
            continue
        number = max(sorted(state.likely), key=state.likely.__getitem__)
        entry = state.entries[number]
        if entry.level != COUNTRY and entry.latitude is not None and entry.longitude is not None:
            tops[_cell(entry.latitude, entry.longitude)].append((entry, state.likely[number], state.query.id))
    return tops


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return floor(latitude / CELL), floor(longitude / CELL)


def _nearness(entry: Entry, tops: _Tops, state: _State) -> float:
    """Between 0 and 1: how near the nearest other place of the article is."""
    if entry.level == COUNTRY or entry.latitude is None or entry.longitude is None:
        return 0.0
    row, column = _cell(entry.latitude, entry.longitude)
    best = 0.0
    for beside in ((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
        for other, likely, name in tops.get(beside, ()):
            if name != state.query.id and other.id not in (entry.region, entry.district):
                best = max(best, likely * exp(-kilometres(entry, other) / NEAR_KM))
    return best


def kilometres(one: Entry, two: Entry) -> float:
    """The distance of two places with coordinates along the surface, in kilometres (haversine formula)."""
    assert one.latitude is not None
    assert one.longitude is not None
    assert two.latitude is not None
    assert two.longitude is not None
    phi, psi = radians(one.latitude), radians(two.latitude)
    half = sin((psi - phi) / 2) ** 2
    half += cos(phi) * cos(psi) * sin(radians(two.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half)))


def _decide(state: _State) -> Choice:
    if not state.scores:
        return Choice(entry=None)
    ranked = sorted(state.scores, key=lambda number: (-state.scores[number], number))
    best = state.entries[ranked[0]]
    level = state.scores[ranked[0]] - MARGIN
    rivals = [state.entries[number] for number in ranked if state.scores[number] > level]
    if all(_same(best, rival) for rival in rivals):
        told = sorted(state.reasons[best.id].items(), key=lambda reason: (-reason[1], reason[0]))
        reasons = tuple(f"gazetteer:{name}" for name, worth in told if worth >= 0.2)
        return Choice(
            entry=best,
            country_code=best.country_code,
            region=best.region,
            reasons=reasons or (("gazetteer:only" if len(ranked) == 1 else "gazetteer:best known"),),
        )
    countries = {rival.country_code for rival in rivals}
    regions = {rival.region for rival in rivals}
    return Choice(
        entry=None,
        country_code=countries.pop() if len(countries) == 1 else None,
        region=regions.pop() if len(regions) == 1 else None,
        reasons=("gazetteer:undecided",),
    )


def _same(one: Entry, two: Entry) -> bool:
    if one.country_code != two.country_code:
        return False
    if None in (one.latitude, two.latitude):
        return one.id == two.id
    return kilometres(one, two) <= ONE_PLACE_KM or two.id in one.above or one.id in two.above
