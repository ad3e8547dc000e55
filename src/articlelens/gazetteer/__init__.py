"""Places without spaCy: names in, what and where they are out."""

from articlelens.gazetteer.lookup import Entry, find_place

__all__ = ["Entry", "find_place"]
