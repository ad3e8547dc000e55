"""Writes the names of countries and territories, from the Unicode CLDR by way of Babel.

``python scripts/countries.py [--check]``.  Babel is needed here only: to load its data takes longer than to analyse an
article.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parent.parent / "src" / "articlelens" / "gazetteer" / "data" / "countries.csv"


def generate() -> str:
    """Two columns: the name, as a text may write it, and the ISO 3166-1 alpha-2 code."""
    iso = _iso_codes()
    rows = {(_as_written(str(name)), str(code)) for code, name in Locale("en").territories.items() if code in iso}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "country_code"))
    writer.writerows(sorted(rows))
    return out.getvalue()


def _iso_codes() -> set[str]:
    """CLDR's territories of two letters, without its groups, its private codes and the exceptional ones."""
    groups = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
    reserved = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    codes = {str(code) for code in Locale("en").territories if len(str(code)) == 2 and str(code).isalpha()}
    return codes - groups - reserved  # XK, of the private range, stays: there is no other code for Kosovo


def _as_written(name: str) -> str:
    """``Bosnia & Herzegovina`` as news writes it; ``Hong Kong SAR China`` is Hong Kong, ``Myanmar (Burma)`` Myanmar."""
    name = name.removesuffix(" (Burma)")
    return name.replace(" & ", " and ").replace(" SAR China", "").replace("St. ", "Saint ").replace("’", "'")


def main() -> int:
    """Writes the file, or with ``--check`` only says whether it is what would be written."""
    text = generate()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, "utf-8")
        return 0
    if TARGET.read_text("utf-8") != text:
        print(f"{TARGET} has drifted: run python scripts/countries.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
