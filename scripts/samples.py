"""Writes the record of every sample beside it: ``python scripts/samples.py [--check]``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from articlelens import Analyzer, Failure
from articlelens.reading import read_sources

ROOT = Path(__file__).parent.parent
FOLDER = "samples"


def main() -> int:
    """Writes the records, or with ``--check`` only says whether they are what would be written."""
    os.chdir(ROOT)  # so that the records name the samples as a reader would
    texts = sorted(str(path) for path in Path(FOLDER).glob("*.txt"))
    drifted = []
    for record in Analyzer().pipe(read_sources(texts)):
        if isinstance(record, Failure):
            raise SystemExit(f"{record.source}: {record.message}")
        path = Path(str(record.source.name)).with_suffix(".json")
        text = json.dumps(record.to_dict(), indent=1, ensure_ascii=False) + "\n"
        if "--check" not in sys.argv[1:]:
            path.write_text(text, "utf-8")
        elif not path.is_file() or path.read_text("utf-8") != text:
            drifted.append(str(path))
    if drifted:
        print(f"drifted: {', '.join(drifted)}; run python scripts/samples.py and read the diff", file=sys.stderr)
    return 1 if drifted else 0


if __name__ == "__main__":
    sys.exit(main())
