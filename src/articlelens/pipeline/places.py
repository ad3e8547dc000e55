"""``articlelens_places``: where the places are, and what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2
from operator import itemgetter
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.gazetteer import Choice, Entry, Gazetteer, Query, choose
from articlelens.gazetteer.evidence import People, abbreviated, habits, homes, known_parts, peoples, said_levels
from articlelens.gazetteer.keys import SEAT_SHARE, name_key
from articlelens.gazetteer.stems import Stem, find_stems, is_part_word, is_river
from articlelens.gazetteer.store import CAPITAL, CITY, COUNTRY, DISTRICT, OTHER, OWN_NAME, REGION
from articlelens.pipeline.annotations import ENTITIES, NAMES, PLACES, Item, annotate, items
from articlelens.pipeline.naming.forms import plain
from articlelens.pipeline.regrouping import Part, part_by_holder, regroup
from articlelens.pipeline.surroundings import Beside, look_beside

HINT: Final = 0.5  # how much an organization's name says
HOSTED: Final = frozenset({"facility", "area"})  # kinds of places that a text may put into a town
_IN: Final = re.compile(
    r" in (?:(?:central|downtown|inner|(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern)?) )?"
)
_THE: Final = frozenset({"the ", "The "})
_OWNERS: Final = frozenset({"'s ", "’s "})
_ACRONYM: Final = re.compile(r"[A-Z]{2,4}")
_TOWNS: Final = frozenset({CAPITAL, CITY})
SMALL_TOWN: Final = 20_000  # inhabitants of a town whose name may rather say which part of another is meant
BESIDE: Final = 30  # characters beside a name that are looked at
DATELINE: Final = 2.0  # how much more a dateline says about where an article plays


class Places:
    """Gives each entity of class ``place`` its facts, in ``doc.spans["articlelens.places"]``.

    Args:
        gazetteer: Path of a gazetteer to use in place of the one that articlelens brings (``docs/gazetteer.md``).
        min_population: Towns with fewer people have no coordinates; what they are called is still the town's.
    """

    def __init__(self, gazetteer: str | None = None, min_population: int = 0) -> None:
        self.gazetteer = Gazetteer(gazetteer)
        self.min_population = min_population

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        mentions: dict[str, list[Item]] = defaultdict(list)
        for mention in items(doc, NAMES):
            mentions[mention.get("entity", "")].append(mention)
        entities = [entity for entity in items(doc, ENTITIES) if entity["class"] == "place"]
        beside = look_beside(text, items(doc, NAMES), self.gazetteer)
        names = [name for entity in entities for name in self._parts(text, entity, mentions[entity["id"]], beside)]
        spoken_of = peoples(text)
        hints = [*self._hints(items(doc, ENTITIES)), *self._homes(spoken_of)]
        nations = {people.country_code: count for people, count in spoken_of.items() if not people.place}
        _make_kin(names, beside)
        _join(names, items(doc, NAMES), text)
        chosen = choose([*(name.query for name in names), *hints], nations, habits(text))
        known = {name_key(form): name.id for name in names if not name.stem for form in name.forms}
        choices: dict[str, Choice] = {}
        for name in names:
            choice = chosen[name.id]
            if choice.entry in name.parts_of:
                name.stem = find_stems(name.forms[0])[0]
            if name.stem and name.stem.name in known:
                choice = chosen[known[name.stem.name]]
            elif name.stem and not name.stem.local:
                choice = Choice(entry=None)
            choices[name.id] = self._told(choice, name.stem)
        _join_kin(names, choices)
        choices |= _hosted(text, names, choices)
        for name in names:
            choice = choices[name.id]
            for mention in name.mentions:
                mention["rules"] = [*mention.get("rules", ()), *choice.reasons]
        groups = _same_places(names, choices)
        if len(groups) != len(entities) or len(names) != len(entities):
            ids = regroup(doc, [[mention for name in group for mention in name.mentions] for group in groups])
        else:
            ids = {at: group[0].id for at, group in enumerate(groups)}
        found = [self._facts(ids[at], group[0], choices[group[0].id]) for at, group in enumerate(groups)]
        annotate(doc, PLACES, found, label="id")
        return doc

    def _parts(self, text: str, entity: Item, mentions: list[Item], beside: Mapping[int, Beside]) -> list[_Name]:
        """The places that a name stands for: several where the words beside its mentions tell namesakes apart."""
        whole = _Name(entity["id"], [entity["name"], *entity["aliases"]], mentions)
        self._look_up(text, whole)
        starts = [mention["start"] for mention in mentions]
        known = {start: numbers for start in starts if (numbers := beside[start].known(whole.candidates))}
        onmap = not whole.stem and any(number > 0 for numbers in known.values() for number in numbers)
        parts = part_by_holder(mentions, known, apart=onmap) if mentions else []
        names = [whole] if len(parts) < 2 else [whole.part(at, part, text) for at, part in enumerate(parts)]
        for name in names:
            name.learn([beside[mention["start"]] for mention in name.mentions])
        told = frozenset[int]().union(*known.values())
        regions = frozenset[int]().union(*(numbers for start, numbers in known.items() if beside[start].says_level))
        for name, part in zip(names, parts, strict=False):
            if len(parts) > 1 and not part.told:
                name.part_from(told, regions)
        return names

    def _hints(self, entities: list[Item]) -> list[Query]:
        """What the names of organizations say about where the article plays."""
        return [
            Query(id=f"{entity['id']}/{number}", candidates=candidates, weight=HINT)
            for entity in entities
            if entity["class"] == "organization"
            for number, candidates in enumerate(known_parts(entity["name"], self.gazetteer))
        ]

    def _homes(self, spoken_of: Mapping[People, int]) -> list[Query]:
        """Where the peoples of regions and towns live: "Bavarian", "Londoners"."""
        return [
            Query(
                id=f"{people.country_code}/{people.place}",
                candidates=homes(people, self.gazetteer),
                weight=log2(1 + count),
            )
            for people, count in spoken_of.items()
            if people.place
        ]

    def _look_up(self, text: str, name: _Name) -> None:
        """What the gazetteer has for a name's forms, and what the text says about each mention."""
        for mention in name.mentions:
            name.candidates += abbreviated(text, mention["start"], mention["end"], self.gazetteer)
        acronym = any(_is_acronym(text, mention) for mention in name.mentions)
        rest = all(_is_rest(text, mention) for mention in name.mentions)
        for form in [] if name.candidates or rest else name.forms:
            found = self.gazetteer.find(form)
            name.narrow(tuple(one for one in found if one.level not in _TOWNS) if acronym else found)
        if _is_side(text, name):
            name.candidates = tuple(one for one in name.candidates if one.level not in _TOWNS)
        elif is_river(name.forms[0]) and any(_is_water(text, mention) for mention in name.mentions):
            name.candidates = tuple(one for one in name.candidates if one.level == OTHER)
        if not name.candidates and not acronym:
            self._take_apart(name)
        elif name.candidates and is_part_word(name_key(name.forms[0]).split(" ", 1)[0]):
            name.parts_of = self._wholes(name)

    def _wholes(self, name: _Name) -> tuple[Entry, ...]:
        """The towns of which a name may be a part, where small towns are called so as well: "East Berlin"."""
        stem = next(iter(find_stems(name.forms[0])), None)
        small = all(entry.level == CITY and entry.population < SMALL_TOWN for entry in name.candidates)
        if stem is None or stem.kind != "area" or not small:
            return ()
        found = self.gazetteer.find(stem.name)
        return tuple(entry for entry in found if entry.use == OWN_NAME and entry.level in _TOWNS)

    def _take_apart(self, name: _Name) -> None:
        """Looks for the place that a name is part of, or is called after."""
        for stem in find_stems(name.forms[0]):
            found = tuple(
                entry
                for entry in (self.gazetteer.find(stem.name) if stem.name else ())
                if entry.use == OWN_NAME or entry.level != CITY
            )
            if name.stem is None or found:
                name.stem = stem
                # what may be called after a place elsewhere says nothing about where the article plays
                name.candidates = found if stem.local else ()
            if found:
                break

    def _told(self, choice: Choice, stem: Stem | None) -> Choice:
        """What of a choice a record may tell: where a part of a whole country is, its middle does not say."""
        entry = choice.entry
        small = entry and entry.level in _TOWNS and entry.population < self.min_population
        wide = entry and stem and stem.kind == "area" and entry.level == COUNTRY
        return replace(choice, entry=None) if small or wide else choice

    def _facts(self, place: str, name: _Name, choice: Choice) -> Item:
        """A part of a place and what is called after it stand where that stands, and have no number of their own."""
        entry, stem = choice.entry, name.stem
        kind = stem.kind if stem else entry.kind if entry else None
        return {
            "start": name.mentions[0]["start"],
            "end": name.mentions[0]["end"],
            "id": place,
            "kind": kind,
            "country_code": choice.country_code,
            "admin": self.gazetteer.name_of(choice.region),
            "latitude": entry.latitude if entry else None,
            "longitude": entry.longitude if entry else None,
            "geonames_id": entry.geonames_id if entry and not stem else None,
        }


@dataclass(slots=True)
class _Name:
    """A place of the article, and what is known of it."""

    id: str
    forms: list[str]
    """The fullest one first."""
    mentions: list[Item]
    candidates: tuple[Entry, ...] = ()
    inside: tuple[Entry, ...] = ()
    maybe_inside: tuple[Entry, ...] = ()
    closed: bool = False
    stem: Stem | None = None
    dateline: bool = False
    parts_of: tuple[Entry, ...] = ()
    """The towns that it may name a part of, though it is a place of its own."""
    told: frozenset[int] = frozenset()
    """What the text says that its namesakes are, where it says nothing of it."""
    kin: str = ""
    """What it shares with its namesakes."""
    joined: bool = False

    def part(self, number: int, part: Part, text: str) -> _Name:
        """The place that some of the mentions name, one of several."""
        forms = list(dict.fromkeys(plain(text[one["start"] : one["end"]]) for one in part.mentions))
        return replace(self, id=f"{self.id}/{number}", forms=forms, mentions=part.mentions, kin=self.id)

    def part_from(self, told: frozenset[int], regions: frozenset[int]) -> None:
        """Takes in what the text says that its namesakes are: "New York" beside "New York state" is the town."""
        towns = [entry for entry in self.candidates if entry.level in _TOWNS]
        barred = {
            entry.id
            for entry in self.candidates
            if entry.id in regions
            and entry.level in (REGION, DISTRICT)
            and any(
                (town.level == CAPITAL and town.country_code == entry.country_code)
                or (entry.id in town.above and town.population >= SEAT_SHARE * entry.population)
                for town in towns
            )
        }
        self.candidates = tuple(entry for entry in self.candidates if entry.id not in barred)
        self.told = told - barred

    def learn(self, beside: Sequence[Beside]) -> None:
        """Takes in what the text says beside its mentions."""
        fitting = frozenset[int]().union(*(one.fitting(self.candidates) for one in beside))
        self.candidates = tuple(entry for entry in self.candidates if entry.id in fitting) or self.candidates
        for one in beside:
            if one.behind.sure:
                self.inside += one.behind.entries
                self.closed = self.closed or one.behind.closed
            else:
                self.maybe_inside += one.behind.entries
        self.dateline = any("dateline" in mention.get("rules", ()) for mention in self.mentions)

    def narrow(self, found: tuple[Entry, ...]) -> None:
        """Takes in what the gazetteer has for one of the forms: "Niger", also written "Niger State", is no country."""
        numbers = {entry.id for entry in found}
        self.candidates = tuple(entry for entry in self.candidates if entry.id in numbers) or self.candidates or found

    @property
    def listed(self) -> set[str]:
        """The names of the user's list that it was found by."""
        return {mention["listed"] for mention in self.mentions if mention.get("listed")}

    @property
    def query(self) -> Query:
        weight = HINT if self.stem else log2(1 + len(self.mentions)) + (DATELINE if self.dateline else 0)
        return Query(
            id=self.id,
            candidates=self.candidates,
            inside=self.inside,
            maybe_inside=self.maybe_inside,
            closed=self.closed and not self.stem,
            dateline=self.dateline,
            joined=self.joined,
            parts_of=self.parts_of,
            told=self.told,
            kin=self.kin,
            weight=weight,
        )


def _is_acronym(text: str, mention: Item) -> bool:
    """Whether a name is short and in capitals among other words: no town is written so but in datelines, headlines."""
    start, end = mention["start"], mention["end"]
    if not _ACRONYM.fullmatch(text, start, end) or "dateline" in mention.get("rules", ()):
        return False
    beside = text[max(0, start - BESIDE) : start].split()[-2:] + text[end : end + BESIDE].split()[:2]
    return any(word.islower() for word in beside)


def _is_side(text: str, name: _Name) -> bool:
    """Whether its mentions show that a side of a place is meant: "north Wales", though there is a North Wales."""
    side = is_part_word(name_key(name.forms[0]).split(" ", 1)[0])
    return side and all(text[mention["start"]].islower() for mention in name.mentions)


def _is_water(text: str, mention: Item) -> bool:
    """Whether a river is meant, though a town or a province is called after it: "the Rio Negro"."""
    start = mention["start"]
    said = said_levels(text, start, mention["end"])
    return text[max(0, start - 4) : start] in _THE and said in ((), (OTHER,))


def _is_rest(text: str, mention: Item) -> bool:
    """Whether a name is but the word for what a place is, the rest of a longer name: "Bay" of "Still Bay"."""
    start = mention["start"]
    before = text[max(0, start - BESIDE) : start]
    if not before.endswith(" ") or not any(word[0].isupper() for word in before.split()[-1:]):
        return False
    name = text[start : mention["end"]]
    return " " not in name and any(not stem.name for stem in find_stems(name))


def _make_kin(names: Sequence[_Name], beside: Mapping[int, Beside]) -> None:
    """Makes the region that only tells a place from its namesake their kin: "Texas" says nothing of the other Paris."""
    tellers = {
        found.start: name.kin
        for name in names
        if name.kin
        for mention in name.mentions
        if (found := beside[mention["start"]].behind).start >= 0
    }
    for name in names if tellers else ():
        kin = {tellers.get(mention["start"], "") for mention in name.mentions}
        if len(kin) == 1 and not name.kin:
            name.kin = kin.pop()


def _join(names: Sequence[_Name], mentions: Sequence[Item], text: str) -> None:
    """Marks the names that only stand right beside others: "Bursa" of "Bursa Malaysia"."""
    starts = {one["start"] - 1 for one in mentions if text[one["start"] - 1 : one["start"]] == " "}
    ends = {one["end"] + 1 for one in mentions if text[one["end"] : one["end"] + 1] == " "}
    for name in names:
        name.joined = all(one["end"] in starts or one["start"] in ends for one in name.mentions)


def _join_kin(names: Sequence[_Name], choices: dict[str, Choice]) -> None:
    """Takes a name that stays open for what the text says that its namesakes are."""
    places = {name.kin: name.id for name in names if name.kin and not name.told and choices[name.id].entry}
    for name in names:
        if name.told and choices[name.id].entry is None and name.kin in places:
            choices[name.id] = choices[places[name.kin]]


def _hosted(text: str, names: Sequence[_Name], choices: Mapping[str, Choice]) -> dict[str, Choice]:
    """Where buildings, streets and quarters are that the map does not have: in the town that the text puts them in.

    "The Orpheum Theatre in Omaha", "Harare's Third Street".
    """
    ordered = sorted(
        ((mention["start"], mention["end"], name) for name in names for mention in name.mentions), key=itemgetter(0)
    )
    found: dict[str, Choice] = {}
    for (_, end, one), (start, _, two) in pairwise(ordered):
        between = text[end:start]
        part, host = (one, two) if _IN.fullmatch(between) else (two, one) if between in _OWNERS else (one, one)
        town = choices[host.id]
        if part is host or part.id in found or choices[part.id].entry or not town.entry or host.stem:
            continue
        if part.stem and part.stem.kind in HOSTED:
            wide = town.entry.level in (COUNTRY, REGION)
            region = town.entry.id if town.entry.level == REGION else town.region
            entry = None if wide else town.entry
            found[part.id] = Choice(
                entry=entry, country_code=town.country_code, region=region, reasons=("gazetteer:host",)
            )
    return found


def _same_places(names: Sequence[_Name], choices: Mapping[str, Choice]) -> list[list[_Name]]:
    """The names by the places that they are of: two of one place are one, but where the user's list parts them.

    The first of each group is the one that the text names most.
    """
    groups: list[list[_Name]] = []
    at: dict[int, int] = {}
    for name in sorted(names, key=lambda name: (-len(name.mentions), name.id)):
        entry = None if name.stem else choices[name.id].entry
        number = entry.id if entry else None
        place = at.get(number) if number is not None else None
        if place is not None and len(name.listed.union(*(other.listed for other in groups[place]))) < 2:
            groups[place].append(name)
        else:
            groups.append([name])
            if number is not None:
                at[number] = len(groups) - 1
    return groups


@Language.factory(
    "articlelens_places",
    requires=["doc.spans"],
    assigns=["doc.spans"],
    default_config={"gazetteer": None, "min_population": 0},
)
def make_places(nlp: Language, name: str, gazetteer: str | None, min_population: int) -> Places:
    """The factory of ``articlelens_places``."""
    return Places(gazetteer=gazetteer, min_population=min_population)
