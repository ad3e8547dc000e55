"""Looking a place up by its names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from articlelens.record import PlaceKind

# Written forms of countries that data/countries.csv does not list: abbreviations and short forms of everyday news.
SHORT_FORMS: Final = {
    "US": "US",
    "U.S.": "US",
    "U.S": "US",
    "USA": "US",
    "U.S.A.": "US",
    "United States of America": "US",
    "America": "US",
    "UK": "GB",
    "U.K.": "GB",
    "Britain": "GB",
    "Great Britain": "GB",
    "UAE": "AE",
    "U.A.E.": "AE",
    "Turkey": "TR",
    "Burma": "MM",
    "Czech Republic": "CZ",
    "Ivory Coast": "CI",
    "Macedonia": "MK",
    "Swaziland": "SZ",
    "Holland": "NL",
    "Macau": "MO",
    "Palestine": "PS",
    "Democratic Republic of Congo": "CD",
    "Democratic Republic of the Congo": "CD",
    "DR Congo": "CD",
    "DRC": "CD",
    "DPRK": "KP",
    "Republic of Congo": "CG",
    "Bosnia": "BA",
    "Trinidad": "TT",
    "Vatican": "VA",
    "East Timor": "TL",
    "Saint Vincent and the Grenadines": "VC",
    "Palestinian territories": "PS",
}
# Countries that share their name with another well-known place, which only the context can tell apart.
NAMESAKES: Final = frozenset({"Georgia", "Jordan", "Guam", "Jersey"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of a place; the fields are those of :class:`articlelens.record.Place`."""

    kind: PlaceKind
    country_code: str | None
    admin: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


def find_place(names: Iterable[str]) -> Entry | None:
    """The place that goes by one of ``names``, or None where there is none or no telling which.

    Only countries and territories are known, by the names of the Unicode CLDR and :data:`SHORT_FORMS`.
    """
    codes = {code for name in names if name not in NAMESAKES and (code := _countries().get(name))}
    if len(codes) != 1:
        return None
    return Entry(kind="country", country_code=codes.pop())


@cache
def _countries() -> dict[str, str]:
    import csv  # here, since importing the package must cost nothing
    from importlib.resources import files

    lines = files("articlelens.gazetteer").joinpath("data", "countries.csv").read_text("utf-8").splitlines()
    return {row["name"]: row["country_code"] for row in csv.DictReader(lines)} | SHORT_FORMS
