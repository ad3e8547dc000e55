"""Weighing an article's names together: what each candidate gains by what the other names are likely to be.

In a few rounds, each counting on what the last one found likely.  The first one leaves a short list of each name's
candidates, since an article may have a hundred names with sixty namesakes each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, exp, floor, radians, sin, sqrt
from typing import Final

from articlelens.gazetteer.store import CAPITAL, COUNTRY, DISTRICT, OWN_NAME, REGION, Entry

EARTH_RADIUS: Final = 6371.0  # kilometres

# What the evidence is worth, in powers of ten.
SAME_COUNTRY: Final = 3.5  # times the share of the article's other places that lie in its country
SAME_REGION: Final = 5.0  # times the share that lie in its region
NEAR: Final = 2.0  # beside another place of the article
NEAR_KM: Final = 150.0  # where that is worth 1/e
NAMED: Final = 2.0  # a capital, where the article names its country or people: states deal with one another
TOGETHER: Final = 3.0  # the article names a district and a town in it: of many namesakes few go together
ROUNDS: Final = 4
SHORTLISTS: Final = 300  # candidates of all names of an article together that are left after the first round
SHORTEST: Final = 6  # of one name
BEHIND: Final = 4.0  # by which a candidate is so unlikely that it says nothing of the others
CELL: Final = 2.0  # degrees

GAINS: Final = ("country", "region", "capital", "together", "near")
"""What a candidate gains by the other names, in the order of :attr:`Candidate.gains`."""

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(slots=True)
class Candidate:
    """One of the places that a name may mean."""

    entry: Entry
    prior: float
    """What it is worth before the other names are looked at."""
    held: float = 0.0
    """What of that is for lying in what the text names right behind the name."""
    together: float = 0.0
    score: float = 0.0
    gains: tuple[float, ...] = ()

    @property
    def region(self) -> int | None:
        """The region that it lies in, or is."""
        return self.entry.id if self.entry.level == REGION else self.entry.region

    @property
    def point(self) -> Point | None:
        """Where it is; None for countries, which are too wide to be near."""
        return None if self.entry.level == COUNTRY else self.entry.point


@dataclass(slots=True)
class Weighed:
    """One name while it is being decided."""

    id: str
    weight: float
    """How much it says about where the article plays."""
    candidates: list[Candidate]
    kin: str
    """What it shares with the names that say nothing of it."""
    likely: list[tuple[float, Candidate]] = field(default_factory=list)
    """How likely the candidates are, but for those that are hardly."""
    countries: dict[str, float] = field(default_factory=dict)
    """How much of the article's places it puts into each country."""
    regions: dict[int, float] = field(default_factory=dict)
    """The same for regions."""

    def shorten(self, most: int) -> None:
        """Leaves the best candidates, ``most`` of them."""
        if len(self.candidates) > most:
            self.candidates = sorted(self.candidates, key=lambda one: (-one.score, one.entry.id))[:most]

    def settle(self) -> None:
        """Turns scores into how likely each candidate is."""
        if not self.candidates:
            return
        top = max(candidate.score for candidate in self.candidates)
        shares = [
            (10 ** (candidate.score - top), candidate)
            for candidate in self.candidates
            if candidate.score > top - BEHIND
        ]
        total = sum(share for share, _ in shares)
        self.likely = [(share / total, candidate) for share, candidate in shares]
        self.countries, self.regions = defaultdict(float), defaultdict(float)
        for share, candidate in self.likely:
            if candidate.entry.country_code:
                self.countries[candidate.entry.country_code] += share * self.weight
            # a square says in which town something was, not where in its country the other towns lie
            if candidate.region and candidate.entry.kind != "facility":
                self.regions[candidate.region] += share * self.weight


def weigh(names: Sequence[Weighed], evidence: Mapping[str, float]) -> None:
    """Gives the candidates of an article's names their scores.

    Args:
        names: All names of the article.
        evidence: What else speaks for countries, by country code.
    """
    for name in names:
        for candidate in name.candidates:
            candidate.score = candidate.prior
        name.settle()
    _put_together(names)
    many = sum(len(name.candidates) > SHORTEST for name in names)
    shortlist = max(SHORTEST, SHORTLISTS // max(many, 1))
    distances: dict[tuple[int, int], float] = {}
    for turn in range(ROUNDS):
        article = _Article(names, evidence)
        for name in names:
            _gain(name, article)
            if not turn:
                name.shorten(shortlist)
            _measure(name, article, distances)
        for name in names:
            name.settle()


class _Article:
    """What all names of an article together say, as far as they are known."""

    def __init__(self, names: Sequence[Weighed], evidence: Mapping[str, float]) -> None:
        self.countries: dict[str, float] = defaultdict(float, evidence)
        self.regions: dict[int, float] = defaultdict(float)
        self.named = {country: min(1.0, worth) for country, worth in evidence.items()}
        self.tops: dict[tuple[int, int], list[tuple[float, Candidate, str]]] = defaultdict(list)
        self.kin = _sums_of_kin(names)
        for name in names:
            for country, mass in name.countries.items():
                self.countries[country] += mass
            for region, mass in name.regions.items():
                self.regions[region] += mass
            for share, candidate in name.likely:
                code = candidate.entry.country_code
                if candidate.entry.level == COUNTRY and code:
                    self.named[code] = max(share, self.named.get(code, 0.0))
            self._place(name)
        self.in_countries = sum(self.countries.values())
        self.in_regions = sum(self.regions.values())

    def _place(self, name: Weighed) -> None:
        """Notes the likeliest place of a name under all the parts of the map that it may be near to."""
        if not name.likely:
            return
        share, top = min(name.likely, key=lambda one: (-one[0], one[1].entry.id))
        if top.point:
            row, column = _cell(top.point)
            for i in (-1, 0, 1):
                for j in (-1, 0, 1):
                    self.tops[row + i, column + j].append((share, top, name.kin))

    def nearness(self, candidate: Candidate, kin: str, distances: dict[tuple[int, int], float]) -> float:
        """Between 0 and 1: how near the nearest other place of the article is to a candidate of one of ``kin``."""
        point, entry = candidate.point, candidate.entry
        if point is None:
            return 0.0
        best = 0.0
        for likely, other, at in self.tops.get(_cell(point), ()):
            number = other.entry.id
            if likely <= best or at == kin or other.point is None or number in (entry.region, entry.district):
                continue
            pair = (entry.id, number)
            if (distance := distances.get(pair)) is None:
                distance = distances[pair] = kilometres(point, other.point)
            best = max(best, likely * exp(-distance / NEAR_KM))
        return best


def _sums_of_kin(names: Sequence[Weighed]) -> Mapping[str, tuple[dict[str, float], dict[int, float]]]:
    """What names of one kin put into each country and region together, for kins of several."""
    kins: dict[str, list[Weighed]] = defaultdict(list)
    for name in names:
        kins[name.kin].append(name)
    sums: dict[str, tuple[dict[str, float], dict[int, float]]] = {}
    for kin, members in kins.items():
        if len(members) > 1:
            countries, regions = sums[kin] = defaultdict(float), defaultdict(float)
            for name in members:
                for country, mass in name.countries.items():
                    countries[country] += mass
                for region, mass in name.regions.items():
                    regions[region] += mass
    return sums


def _gain(name: Weighed, article: _Article) -> None:
    """Weighs one name's candidates by what the others are likely to be."""
    own_countries, own_regions = article.kin.get(name.kin) or (name.countries, name.regions)
    countries, regions = article.countries, article.regions
    in_countries = max(article.in_countries - sum(own_countries.values()), 1.0)
    in_regions = max(article.in_regions - sum(own_regions.values()), 1.0)
    country = SAME_COUNTRY / in_countries
    whole = (SAME_COUNTRY + SAME_REGION) / in_countries  # a country has no region to gain by
    region = SAME_REGION / in_regions
    for candidate in name.candidates:
        entry = candidate.entry
        code, lies_in = entry.country_code, entry.id if entry.level == REGION else entry.region
        by_country = (countries.get(code, 0.0) - own_countries.get(code, 0.0)) if code else 0.0
        by_country *= whole if entry.level == COUNTRY else country
        by_region = region * (regions.get(lies_in, 0.0) - own_regions.get(lies_in, 0.0)) if lies_in else 0.0
        capital = NAMED * article.named.get(code or "", 0.0) if entry.level == CAPITAL else 0.0
        candidate.gains = gains = (by_country, by_region, capital, candidate.together, 0.0)
        candidate.score = candidate.prior + sum(gains)


def _measure(name: Weighed, article: _Article, distances: dict[tuple[int, int], float]) -> None:
    """Adds what candidates gain by being near to other places, where that can make a difference."""
    least = max((candidate.score for candidate in name.candidates), default=0.0) - NEAR - BEHIND
    for candidate in name.candidates:
        if candidate.score > least and (near := article.nearness(candidate, name.kin, distances)):
            candidate.gains = (*candidate.gains[:-1], NEAR * near)
            candidate.score += NEAR * near


def _put_together(names: Sequence[Weighed]) -> None:
    """Marks the districts and towns of different names of which one lies in the other."""
    own = [(one.entry, name.id) for name in names for one in name.candidates if one.entry.use == OWN_NAME]
    districts = {entry.id: name for entry, name in own if entry.level == DISTRICT}
    # one name each, since what is called after a town brings in the town again: that is no evidence for a namesake
    towns = {entry.id: (entry.district, name) for entry, name in own if entry.district and entry.population}
    pairs = {(town, at) for town, (at, name) in towns.items() if at and districts.get(at, name) != name}
    together = {number for pair in pairs for number in pair}
    for name in names:
        for candidate in name.candidates:
            if candidate.entry.id in together:
                candidate.together = TOGETHER


def _cell(point: Point) -> tuple[int, int]:
    return floor(point[0] / CELL), floor(point[1] / CELL)


def kilometres(one: Point, two: Point) -> float:
    """The distance of two points, each latitude and longitude in degrees, along the surface (haversine formula)."""
    phi, psi = radians(one[0]), radians(two[0])
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(two[1] - one[1]) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half)))
