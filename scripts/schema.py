"""Writes the JSON Schema of the record, generated from its types: ``python scripts/schema.py [--check]``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from articlelens.record import SCHEMA_VERSION, Record

TARGET = Path(__file__).parent.parent / "src" / "articlelens" / "record.schema.json"
OPTIONAL = ("text", "sentences")  # there or not there, never null


def generate() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    schema = TypeAdapter(Record).json_schema(mode="validation")
    for name in OPTIONAL:
        described = schema["properties"][name]
        (value,) = [option for option in described.pop("anyOf") if option != {"type": "null"}]
        del described["default"]
        described |= value
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:articlelens:record:{SCHEMA_VERSION}",
        **schema,
    }


def main() -> int:
    """Writes the file, or with ``--check`` only says whether it is what the types give."""
    text = json.dumps(generate(), indent=2, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        if TARGET.read_text("utf-8") != text:
            print(f"{TARGET} has drifted from the record's types: run python scripts/schema.py", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
