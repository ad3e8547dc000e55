"""Choosing among namesakes: which of the places of one name an article means.

Each candidate starts with how well known it is, and gains by what the article says: the region or country named right
behind it, the countries and regions of the article's other places and of the peoples it speaks of, and the distance to
the nearest of them.  All names of an article are weighed together (``weighing.py``).
Population, containment and distance are the classic evidence for this (Leidner, "Toponym Resolution in Text", 2007;
Lieberman and Samet, "Adaptive context features for toponym resolution", SIGIR 2012); one name means one place
throughout an article ("one sense per discourse", Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log2, log10
from typing import Final

from articlelens.gazetteer.keys import SEAT_SHARE
from articlelens.gazetteer.store import CAPITAL, CITY, COUNTRY, DISTRICT, OTHER, OTHER_NAME, OWN_NAME, REGION, Entry
from articlelens.gazetteer.weighing import GAINS, Candidate, Weighed, kilometres, weigh

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
NATIONAL_SHARE: Final = 0.1  # the same where the region is of the town's own country
NATIONAL_NAMESAKE: Final = -9.0  # such a town: alone "Nevada" is the state in Iowa, too, where a town is called so
LEAST_NATIONAL: Final = 200_000  # inhabitants of a region whose name is the region's all over its country
SEAT: Final = -1.0  # such a region: its name alone is the town's, "Valencia" is not "the province of Valencia"
DATELINE: Final = -4.0  # any region with a namesake in it: a dateline names the town
DATELINE_OF_CAPITAL: Final = -9.0  # the same where a capital is called so, wherever: "WASHINGTON (AP)" beside "D-Wash."
IN_ITS_COUNTRY: Final = -9.0  # a region called as its country is, which is meant: "Taiwan", "Luxembourg"
OF_A_COUNTRY: Final = -4.0  # one of another country with fewer people: "Niger" is rather not the state of Nigeria
DISTRICT_OF_ANOTHER: Final = -12.0  # a district, likewise: "Luxembourg" is not the province of Belgium
BIG: Final = 300_000  # inhabitants of a town that agencies' datelines name without its region or country
DATELINE_ALONE: Final = 2.0  # the best known such town, in a dateline that says no more
CITY_STATE: Final = -3.0  # a capital called as its country is: "Singapore" and "Djibouti" are the states
INSIDE: Final = 6.0  # it lies in the place named right behind it
MAYBE_INSIDE: Final = 2.0  # the same, where the two may be a list: "Washington, New York and Boston"
PART: Final = -3.0  # of a town: a small town of the whole name is rather meant than a part of a middling one
TOLD_ELSEWHERE: Final = 2.5  # one name is one place, where nothing speaks against it
HABITS: Final = 0.5  # times the logarithm of how often the article uses words of one country's offices
FAR_TOWN: Final = 100_000  # inhabitants of a town that needs support in an article that is about another country
HOME_WEIGHT: Final = 2.0  # of names and peoples of a country that an article is about
HOME_SHARE: Final = 0.7  # of all its names
UNSUPPORTED: Final = 0.2  # at most, of what the other names say for a place
CANDIDATES: Final = 60  # of one name that are weighed
MARGIN: Final = 0.1  # by which the best must be ahead of the next one elsewhere
LEAST_TOLD: Final = 0.2  # from where on a reason is told
COUNTY_KM: Final = 90.0  # from the middle of an old county or an island to its farthest towns
ONE_PLACE_KM: Final = 100.0  # two entries nearer than this are one place as far as a map goes: a town and its county


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
    parts_of: tuple[Entry, ...] = ()
    """The towns that it may name a part of: "East Berlin" is a town of its own, or the part of Berlin."""
    told: frozenset[int] = frozenset()
    """Which of the candidates the text says that the same name means elsewhere."""
    kin: str = ""
    """What the names share that say nothing of each other: namesakes, and the region that one of them is told by."""
    closed: bool = False
    """Whether it is plain that ``inside`` belongs to the name: a place elsewhere cannot be meant."""
    joined: bool = False
    """Whether it stands right beside another name, as a word of a longer one may: "Bursa Malaysia"."""
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
    ordered = sorted(queries, key=lambda query: query.id)
    names = [Weighed(query.id, query.weight, _candidates(query), kin=query.kin or query.id) for query in ordered]
    weigh(names, evidence)
    home = _home(names, evidence)
    return {query.id: _decide(query, name.candidates, home) for query, name in zip(ordered, names, strict=True)}


def _home(names: Iterable[Weighed], evidence: Mapping[str, float]) -> str | None:
    """The country that an article is about; None where it is not about one alone."""
    worth: dict[str, float] = defaultdict(float, evidence)
    for name in names:
        for country, mass in name.countries.items():
            worth[country] += mass
    home = max(worth, key=lambda code: (worth[code], code), default=None)
    sure = home and worth[home] >= HOME_WEIGHT and worth[home] >= HOME_SHARE * sum(worth.values())
    return home if sure else None


def _candidates(query: Query) -> list[Candidate]:
    """The places that a name may mean, with what each is worth before the other names are looked at."""
    entries = {entry.id: entry for entry in sorted(query.candidates, key=lambda entry: -entry.use)}
    prior = {number: _known(entry) for number, entry in entries.items()}
    for number, worth in _among_namesakes(query, entries):
        prior[number] += worth
    for entry in query.parts_of:
        entries[entry.id] = entry
        prior[entry.id] = _known(entry) + PART
    for number in query.told.intersection(entries):
        prior[number] += TOLD_ELSEWHERE
    best = sorted(prior, key=lambda number: (-prior[number], number))
    held = _held(query, entries)
    if _is_closed(query, entries.values()):
        entries = {number: entry for number, entry in entries.items() if number in held or _may_lie_in(query, entry)}
        best = [number for number in best if number in entries]
    kept = [number for rank, number in enumerate(best) if rank < CANDIDATES or number in held]
    return [Candidate(entries[number], prior[number] + held.get(number, 0.0), held.get(number, 0.0)) for number in kept]


def _known(entry: Entry) -> float:
    """How well known a place is: the power of ten of its inhabitants, more for capitals, less for districts."""
    known = max(log10(entry.population + 1), LEAST_COUNTRY if entry.level == COUNTRY else LEAST)
    if entry.level == CITY and not entry.population:
        known += NOBODY
    if entry.level == OTHER and entry.region is None:
        known += WATERS if entry.country_code is None else ISLANDS
    if entry.use == OTHER_NAME:
        known += OTHER_NAMES + (OTHER_TOWNS if entry.level in (CAPITAL, CITY) else 0.0)
    return known + LEVELS.get(entry.level, 0.0)


def _among_namesakes(query: Query, entries: Mapping[int, Entry]) -> Iterator[tuple[int, float]]:
    """What candidates lose since better known ones have the same name, and these gain in a dateline."""
    own = [entry for entry in entries.values() if entry.use == OWN_NAME]
    towns = [entry for entry in own if entry.level in (CAPITAL, CITY)]
    regions = [entry for entry in own if entry.level == REGION]
    for region in regions:
        seats = [town.population for town in towns if town.region == region.id]
        if query.dateline and any(town.level == CAPITAL for town in towns):
            yield region.id, DATELINE_OF_CAPITAL
        elif query.dateline and seats:
            yield region.id, DATELINE
        elif seats and max(seats) >= SEAT_SHARE * region.population:
            yield region.id, SEAT
    yield from _called_as_countries(own, entries.values())
    big = [town for town in towns if town.population >= BIG]
    if query.dateline and big and not query.inside:
        yield max(big, key=lambda town: (town.population, -town.id)).id, DATELINE_ALONE
    yield from _small_towns(regions, [entry for entry in entries.values() if entry.level == CITY])


def _called_as_countries(own: Iterable[Entry], entries: Iterable[Entry]) -> Iterator[tuple[int, float]]:
    """What regions and capitals lose that are called as a country is."""
    lands = {entry.country_code: entry.population for entry in own if entry.level == COUNTRY}
    most = max(lands.values(), default=0)
    for entry in entries:
        if entry.level in (REGION, DISTRICT) and entry.country_code in lands:
            yield entry.id, IN_ITS_COUNTRY
        elif entry.level == DISTRICT and lands:
            yield entry.id, DISTRICT_OF_ANOTHER
        elif entry.level == REGION and entry.population < most:
            yield entry.id, OF_A_COUNTRY
        elif entry.level == CAPITAL and entry.country_code in lands:
            yield entry.id, CITY_STATE


def _small_towns(regions: Iterable[Entry], towns: Iterable[Entry]) -> Iterator[tuple[int, float]]:
    """What small towns lose that are called as a region elsewhere."""
    known = max((region.population for region in regions), default=0)
    for town in towns:
        if any(_is_national(region, town) for region in regions):
            yield town.id, NATIONAL_NAMESAKE
        elif known >= WIDE and town.population < SMALL_SHARE * known:
            yield town.id, SMALL_NAMESAKE


def _is_national(region: Entry, town: Entry) -> bool:
    """Whether all of a country takes a town's name for a region's of the same country."""
    return (
        region.country_code == town.country_code
        and region.id != town.region
        and region.population >= LEAST_NATIONAL
        and town.population < NATIONAL_SHARE * region.population
    )


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
        if fitting:
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
        or (
            holder.country_code == entry.country_code
            and entry.level != COUNTRY
            and (holder.level == COUNTRY or (holder.level == OTHER and _is_about(holder, entry)))
        )
        for holder in holders
    )


def _is_about(holder: Entry, entry: Entry) -> bool:
    """Whether a place is where an old county or an island is, whose borders are not known."""
    near = holder.point and entry.point and kilometres(holder.point, entry.point) <= COUNTY_KM
    return bool(near) and entry.id != holder.id


def _is_far(query: Query, candidate: Candidate, home: str | None) -> bool:
    """Whether a town is abroad, in a country that nothing else speaks for: rather something at home is called so."""
    entry = candidate.entry
    abroad = home is not None and entry.level == CITY and entry.country_code != home
    abroad = abroad and (query.joined or entry.population < FAR_TOWN)
    told = candidate.held or query.dateline or entry.id in query.told
    return abroad and not told and sum(candidate.gains) < UNSUPPORTED


def _decide(query: Query, candidates: list[Candidate], home: str | None) -> Choice:
    """The best candidate, where the evidence decides; ``home`` is the country that the article is about."""
    if not candidates:
        return _holder(query) if query.closed and query.inside else Choice(entry=None)
    ranked = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.entry.id))
    best = ranked[0].entry
    if _is_far(query, ranked[0], home):
        return Choice(entry=None, reasons=("gazetteer:undecided",))
    rivals = [candidate.entry for candidate in ranked if candidate.score > ranked[0].score - MARGIN]
    if all(_same(best, rival) for rival in rivals):
        return Choice(
            entry=best, country_code=best.country_code, region=best.region, reasons=_reasons(ranked[0], len(ranked))
        )
    countries = {rival.country_code for rival in rivals}
    regions = {rival.region for rival in rivals}
    return Choice(
        entry=None,
        country_code=countries.pop() if len(countries) == 1 else None,
        region=regions.pop() if len(regions) == 1 else None,
        reasons=("gazetteer:undecided",),
    )


def _reasons(candidate: Candidate, rivals: int) -> tuple[str, ...]:
    """What spoke for the best of so many candidates, the loudest first."""
    gains = {**dict(zip(GAINS, candidate.gains, strict=True)), "inside": candidate.held}
    told = sorted(gains.items(), key=lambda gain: (-gain[1], gain[0]))
    reasons = tuple(f"gazetteer:{name}" for name, worth in told if worth >= LEAST_TOLD)
    return reasons or (("gazetteer:only" if rivals == 1 else "gazetteer:best known"),)


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
