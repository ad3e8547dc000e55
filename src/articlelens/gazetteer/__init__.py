"""Places without spaCy: names in, what and where they are out."""

from articlelens.gazetteer.choosing import Choice, Query, choose
from articlelens.gazetteer.store import Entry, Gazetteer, country_code, is_well_known, known_as, population_of

__all__ = [
    "Choice",
    "Entry",
    "Gazetteer",
    "Query",
    "choose",
    "country_code",
    "is_well_known",
    "known_as",
    "population_of",
]
