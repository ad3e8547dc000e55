"""Choosing among namesakes: which of the places of one name an article means.

Each candidate starts with how well known it is, and gains by what the article says: the region or country named right
behind it, the countries and regions of the article's other places and of the peoples it speaks of, and the distance to
the nearest of them.  All names of an article are weighed together, in a few rounds, each round counting on what the
last one found likely.  Population, containment and distance are the classic evidence for this (Leidner, "Toponym
Resolution in Text", 2007; Lieberman and Samet, "Adaptive context features for toponym resolution", SIGIR 2012); one
name means one place throughout an article ("one sense per discourse", Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, exp, floor, log2, log10, radians, sin, sqrt
from typing import Final

from articlelens.gazetteer.store import CAPITAL, CITY, COUNTRY, DISTRICT, OTHER, OTHER_NAME, OWN_NAME, REGION, Entry

EARTH_RADIUS: Final = 6371.0  # kilometres

# What the evidence is worth, in powers of ten: one more is as much as ten times as many inhabitants.
LEVELS: Final = {COUNTRY: 1.5, REGION: -0.3, DISTRICT: -1.5, CAPITAL: 1.0}
LEAST_COUNTRY: Final = 6.0  # a country is known however few people live there
LEAST: Final = 2.5  # a town of a few hundred is as little known as one of none
OTHER_NAMES: Final = -1.0
OTHER_TOWNS: Final = -1.0  # more for a town: its other names are of other languages and times
NOBODY: Final = -2.5  # a town without any inhabitants on record is hardly one that news is about
WATERS: Final = 3.0  # a sea, or a river of several countries, has no country or region to gain by
ISLANDS: Final = 2.5  # what lies in one country, but in none of its regions, has no region to gain by
WIDE: Final = 1_000_000  # inhabitants of a region that everybody knows
SMALL_SHARE: Final = 0.02  # of such a region's people live in a namesake elsewhere that needs more to be meant
SMALL_NAMESAKE: Final = -2.0  # a small town called after a state: that the rest is near it is too little
SEAT_SHARE: Final = 0.1  # of a region's people live in the town that it is called after
SEAT: Final = -1.0  # such a region: its name alone is the town's, "Valencia" is not "the province of Valencia"
DATELINE: Final = -4.0  # any region with a namesake in it: a dateline names the town
INSIDE: Final = 6.0  # it lies in the place named right behind it
MAYBE_INSIDE: Final = 2.0  # the same, where the two may be a list: "Washington, New York and Boston"
SAME_COUNTRY: Final = 3.5  # times the share of the article's other places that lie in its country
SAME_REGION: Final = 5.0  # times the share that lie in its region
NEAR: Final = 2.0  # beside another place of the article
NEAR_KM: Final = 150.0  # where that is worth 1/e
NAMED: Final = 2.0  # a capital, where the article names its country or people: states deal with one another
TOGETHER: Final = 3.0  # the article names a district and a town in it: of many namesakes few go together
HABITS: Final = 0.5  # times the logarithm of how often the article uses words of one country's offices
ROUNDS: Final = 4
CANDIDATES: Final = 60  # of one name that are weighed
MARGIN: Final = 0.1  # by which the best must be ahead of the next one elsewhere
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
    maybe_inside: tuple[Entry, ...] = ()
    """The same, where the two may be a list."""
    closed: bool = False
    """Whether it is plain that ``inside`` belongs to the name: a place elsewhere cannot be meant."""
    dateline: bool = False
    """Whether an article is dated from there."""
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


@dataclass(slots=True, kw_only=True)
class _State:
    """One name while it is being decided."""

    query: Query
    entries: dict[int, Entry]
    prior: dict[int, float]
    held: dict[int, float]
    """What it is worth to candidates that they lie in what the text names right behind the name."""
    scores: dict[int, float] = field(default_factory=dict)
    reasons: dict[int, dict[str, float]] = field(default_factory=dict)
    likely: dict[int, float] = field(default_factory=dict)


def choose(
    queries: Iterable[Query], peoples: Mapping[str, float] | None = None, habits: Mapping[str, float] | None = None
) -> dict[str, Choice]:
    """Decides all names of an article.

    Args:
        queries: The names, in any order: the outcome does not hang on it.
        peoples: How often the text speaks of a country's people, by country code.
        habits: How often it uses words that only one country has, likewise.

    Returns:
        A choice for each query, by its id.
    """
    evidence: dict[str, float] = defaultdict(float)
    for counts, worth in ((peoples, 1.0), (habits, HABITS)):
        for country, count in (counts or {}).items():
            evidence[country] += worth * log2(1 + count)
    states = [_start(query) for query in sorted(queries, key=lambda query: query.id)]
    for _ in range(ROUNDS):
        _weigh(states, evidence)
    return {state.query.id: _decide(state) for state in states}


def _start(query: Query) -> _State:
    entries = {entry.id: entry for entry in sorted(query.candidates, key=lambda entry: -entry.use)}
    prior = {number: _known(entry) for number, entry in entries.items()}
    for number, worth in _among_namesakes(query, entries):
        prior[number] += worth
    best = sorted(prior, key=lambda number: (-prior[number], number))
    held = _held(query, entries)
    if _is_closed(query, entries.values()):
        entries = {number: entry for number, entry in entries.items() if number in held or _may_lie_in(query, entry)}
        best = [number for number in best if number in entries]
    kept = [number for rank, number in enumerate(best) if rank < CANDIDATES or number in held]
    state = _State(
        query=query,
        entries={number: entries[number] for number in kept},
        prior={number: prior[number] + held.get(number, 0.0) for number in kept},
        held=held,
    )
    _normalise(state, state.prior)
    return state


def _known(entry: Entry) -> float:
    """How well known a place is: the power of ten of its inhabitants, more for capitals, less for districts."""
    known = max(log10(entry.population + 1), LEAST_COUNTRY if entry.level == COUNTRY else LEAST)
    if entry.level == CITY and not entry.population:
        known += NOBODY
    if entry.level == OTHER:
        known += WATERS if entry.country_code is None else ISLANDS
    if entry.use == OTHER_NAME:
        known += OTHER_NAMES + (OTHER_TOWNS if entry.level in (CAPITAL, CITY) else 0.0)
    return known + LEVELS.get(entry.level, 0.0)


def _among_namesakes(query: Query, entries: Mapping[int, Entry]) -> Iterator[tuple[int, float]]:
    """What candidates lose since better known ones have the same name."""
    own = [entry for entry in entries.values() if entry.use == OWN_NAME]
    towns = [entry for entry in own if entry.level in (CAPITAL, CITY)]
    regions = [entry for entry in own if entry.level == REGION]
    for region in regions:
        seats = [town.population for town in towns if town.region == region.id]
        if seats and query.dateline:
            yield region.id, DATELINE
        elif seats and max(seats) >= SEAT_SHARE * region.population:
            yield region.id, SEAT
    known = max((region.population for region in regions), default=0)
    for entry in entries.values():
        if entry.level == CITY and known >= WIDE and entry.population < SMALL_SHARE * known:
            yield entry.id, SMALL_NAMESAKE


def _is_closed(query: Query, entries: Iterable[Entry]) -> bool:
    """Whether a place that does not lie in ``query.inside`` cannot be meant.

    Regions and countries may stand in a list with others: "Louisiana, Nevada".
    """
    return (
        query.closed
        and not any(entry.level in (COUNTRY, REGION) and entry.use != OTHER_NAME for entry in entries)
        and any(holder.use != OTHER_NAME for holder in query.inside)
    )


def _may_lie_in(query: Query, entry: Entry) -> bool:
    """Whether what the gazetteer does not know of ``entry`` leaves it open that the named region holds it.

    A river runs through many regions, and of some towns only the country is known.
    """
    codes = {holder.country_code for holder in query.inside}
    if entry.level == OTHER:
        return entry.country_code is None or entry.country_code in codes
    return entry.level in (CAPITAL, CITY) and entry.region is None and entry.country_code in codes


def _held(query: Query, entries: Mapping[int, Entry]) -> dict[int, float]:
    """Which candidates lie in what the text names right behind the name, and what that is worth."""
    country = any(entry.level == COUNTRY for entry in entries.values())
    held: dict[int, float] = {}
    for holders, worth in ((query.maybe_inside, MAYBE_INSIDE), (query.inside, INSIDE)):
        # "Peru, Colombia" is a list, "Lebanon, Ohio" is not
        fitting = [holder for holder in holders if not (country and holder.level == COUNTRY)]
        held |= {number: worth for number, entry in entries.items() if _holds(fitting, entry)}
    return held


def lying_in(holders: Iterable[Entry], candidates: Iterable[Entry]) -> set[int]:
    """The numbers of the candidates that one of ``holders`` holds.

    Args:
        holders: What a text names right behind a place's name.
        candidates: The places that go by the name.
    """
    return {entry.id for entry in candidates if entry.level != COUNTRY and _holds(holders, entry)}


def _holds(holders: Iterable[Entry], entry: Entry) -> bool:
    """Whether one of ``holders`` holds ``entry``."""
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


def _weigh(states: Sequence[_State], evidence: Mapping[str, float]) -> None:
    """One round: every name is weighed by what the others are likely to be, all at once."""
    countries, regions = _masses(states)
    for country, worth in evidence.items():
        countries[country] += worth
    named = _named(states, evidence)
    tops = _tops(states)
    together = _together(states)
    fresh: list[dict[int, float]] = []
    for state in states:
        own_countries, own_regions = _masses([state])
        country_total = sum(countries.values()) - sum(own_countries.values())
        region_total = sum(regions.values()) - sum(own_regions.values())
        scores = {}
        for number, entry in state.entries.items():
            reasons: dict[str, float] = {}
            if country_total > 0 and entry.country_code:
                mass = countries[entry.country_code] - own_countries[entry.country_code]
                worth = SAME_COUNTRY + (SAME_REGION if entry.level == COUNTRY else 0)  # it has no region to gain by
                reasons["country"] = worth * mass / max(country_total, 1.0)
            region = entry.id if entry.level == REGION else entry.region
            if region_total > 0 and region:
                mass = regions[region] - own_regions[region]
                reasons["region"] = SAME_REGION * mass / max(region_total, 1.0)
            if entry.level == CAPITAL and (share := named.get(entry.country_code or "", 0.0)):
                reasons["capital"] = NAMED * share
            if number in together:
                reasons["together"] = TOGETHER
            if near := _nearness(entry, tops, state):
                reasons["near"] = NEAR * near
            scores[number] = state.prior[number] + sum(reasons.values())
            state.reasons[number] = reasons | ({"inside": state.held[number]} if number in state.held else {})
        fresh.append(scores)
    for state, scores in zip(states, fresh, strict=True):
        state.scores = scores
        _normalise(state, scores)


def _named(states: Iterable[_State], evidence: Mapping[str, float]) -> dict[str, float]:
    """How likely it is that the article names a country or its people, by country code."""
    named = {country: min(1.0, worth) for country, worth in evidence.items()}
    for state in states:
        for number, share in state.likely.items():
            entry = state.entries[number]
            if entry.level == COUNTRY and entry.country_code:
                named[entry.country_code] = max(share, named.get(entry.country_code, 0.0))
    return named


def _together(states: Iterable[_State]) -> set[int]:
    """The districts and towns of different names of which one lies in the other."""
    own = [(entry, state.query.id) for state in states for entry in state.entries.values() if entry.use == OWN_NAME]
    districts = {entry.id: name for entry, name in own if entry.level == DISTRICT}
    towns = {
        entry.id: (entry.district, name) for entry, name in own if entry.district in districts and entry.population
    }
    pairs = {(town, at) for town, (at, name) in towns.items() if at is not None and districts[at] != name}
    return {number for pair in pairs for number in pair}


def _masses(states: Iterable[_State]) -> tuple[dict[str, float], dict[int, float]]:
    """How much of an article lies in each country and in each region."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[int, float] = defaultdict(float)
    for state in states:
        for number, share in state.likely.items():
            entry = state.entries[number]
            if entry.country_code:
                countries[entry.country_code] += share * state.query.weight
            region = entry.id if entry.level == REGION else entry.region
            if region:
                regions[region] += share * state.query.weight
    return countries, regions


_Point = tuple[float, float]
_Tops = dict[tuple[int, int], list[tuple[int, _Point, float, str]]]


def _tops(states: Iterable[_State]) -> _Tops:
    """The likeliest place of each name, by the part of the map that it lies in; countries are too wide to be near."""
    tops: _Tops = defaultdict(list)
    for state in states:
        if not state.likely:
            continue
        number = max(sorted(state.likely), key=state.likely.__getitem__)
        entry = state.entries[number]
        if entry.level != COUNTRY and entry.point:
            tops[_cell(entry.point)].append((entry.id, entry.point, state.likely[number], state.query.id))
    return tops


def _cell(point: _Point) -> tuple[int, int]:
    return floor(point[0] / CELL), floor(point[1] / CELL)


def _nearness(entry: Entry, tops: _Tops, state: _State) -> float:
    """Between 0 and 1: how near the nearest other place of the article is."""
    if entry.level == COUNTRY or entry.point is None:
        return 0.0
    row, column = _cell(entry.point)
    best = 0.0
    for beside in ((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
        for other, point, likely, name in tops.get(beside, ()):
            if name != state.query.id and other not in (entry.region, entry.district):
                best = max(best, likely * exp(-kilometres(entry.point, point) / NEAR_KM))
    return best


def kilometres(one: _Point, two: _Point) -> float:
    """The distance of two points, each latitude and longitude in degrees, along the surface (haversine formula)."""
    phi, psi = radians(one[0]), radians(two[0])
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(two[1] - one[1]) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half)))


def _decide(state: _State) -> Choice:
    if not state.scores:
        return _holder(state.query) if state.query.closed and state.query.inside else Choice(entry=None)
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


def _holder(query: Query) -> Choice:
    """What is known of a place from the place that holds it alone."""
    holder = max(query.inside, key=lambda entry: (_known(entry), -entry.id))
    region = holder.id if holder.level == REGION else holder.region
    return Choice(entry=None, country_code=holder.country_code, region=region, reasons=("gazetteer:inside",))


def _same(one: Entry, two: Entry) -> bool:
    if one.country_code != two.country_code:
        return False
    if one.point is None or two.point is None:
        return one.id == two.id
    return kilometres(one.point, two.point) <= ONE_PLACE_KM or two.id in one.above or one.id in two.above
