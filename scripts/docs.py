"""Writes the reference pages, generated from the commands and the schema: ``python scripts/docs.py [--check]``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from articlelens.cli.app import app
from articlelens.settings import SETTINGS

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs"
SCHEMA = ROOT / "src" / "articlelens" / "record.schema.json"

COMMAND_LINE = """\
# The command line

This page is generated from the commands' own help.

{helps}
## Settings

Every setting can stand on the command line, in the environment, in `articlelens.toml` or the `[tool.articlelens]`
table of `pyproject.toml` in the folder where the command runs, or in the user's own `articlelens.toml`, and is taken
from the first of these that has it. An unknown setting is an error.

| setting | variable | meaning |
|---|---|---|
{settings}

The user's own file is in `~/.config/articlelens/` on Linux, `~/Library/Application Support/articlelens/` on macOS and
`%APPDATA%\\articlelens\\` on Windows.

## Shell completion

```sh
eval "$(_ARTICLELENS_COMPLETE=bash_source articlelens)"   # in ~/.bashrc
eval "$(_ARTICLELENS_COMPLETE=zsh_source articlelens)"    # in ~/.zshrc
_ARTICLELENS_COMPLETE=fish_source articlelens | source    # in ~/.config/fish/completions/articlelens.fish
```
"""

RECORD = """\
# The record

What articlelens prints for one article, schema version {version}. This page is generated from the record's types; the
JSON Schema (draft 2020-12) is what `articlelens schema` prints. Adding an optional key keeps the version; anything
else raises it.

- Every key is always there, but `text` and `sentences`: a list that found nothing is `[]`, a value not known is `null`.
- `start` and `end` count Unicode code points in the article's text: the decoded file as it was, line ends and page
  furniture and all (a byte-order mark is no part of it). `text[start:end] == mention.text`, always.
- Mentions stand in text order and do not overlap within one list.
- Lists are ordered by `salience` (people, organizations, places), by `from` (dates), by position (figures).
- The same input and settings give the same bytes.

{tables}"""


def command_line() -> str:
    """The page of the commands."""
    helps = "".join(f"## {path}\n\n```text\n{text}\n```\n\n" for path, text in _helps())
    settings = "\n".join(f"| `{item.name}` | `{item.variable}` | {item.meaning} |" for item in SETTINGS)
    return COMMAND_LINE.format(helps=helps, settings=settings)


def _helps() -> Iterator[tuple[str, str]]:
    for name in ("", *app.commands):
        path = f"articlelens {name}".strip()
        command = app.commands[name] if name else app
        context = click.Context(command, info_name=path, terminal_width=100, **command.context_settings)
        yield path, "\n".join(line.rstrip() for line in command.get_help(context).split("\n"))


def record() -> str:
    """The page of the record."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    parts = {"Record": schema, **schema["$defs"]}
    tables = "\n".join(_table(name, part, set(parts)) for name, part in parts.items())
    return RECORD.format(version=schema["properties"]["schema_version"]["const"], tables=tables)


def _table(name: str, part: dict[str, Any], names: set[str]) -> str:
    required = set(part["required"])
    rows = "".join(
        f"| `{key}`{'' if key in required else ' (optional)'} | {_kind(value, names)} | {_meaning(value)} |\n"
        for key, value in part["properties"].items()
    )
    return f"## {name}\n\n{part['description']}\n\n| key | type | meaning |\n|---|---|---|\n{rows}"


def _meaning(value: dict[str, Any]) -> str:
    return str(value.get("description", "")).replace("\n", " ")


def _kind(value: dict[str, Any], names: set[str]) -> str:
    """A type as people write it."""
    if "$ref" in value:
        name = value["$ref"].split("/")[-1]
        return f"[{name}](#{name.lower()})" if name in names else name
    if "anyOf" in value:
        kinds = [_kind(option, names) for option in value["anyOf"]]
        return " or ".join(dict.fromkeys("number" if kind == "integer" else kind for kind in kinds))
    if "enum" in value:
        return ", ".join(f"`{option}`" for option in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value.get("type") == "array":
        inner = value.get("items", {})
        return f"list of {_kind(inner, names)}" if inner else "pair of integers"
    return str(value.get("type"))


def main() -> int:
    """Writes the pages, or with ``--check`` only says whether they are what would be written."""
    drifted = []
    for page, text in {"cli.md": command_line(), "record.md": record()}.items():
        path = PAGES / page
        if "--check" not in sys.argv[1:]:
            path.write_text(text, "utf-8")
        elif not path.is_file() or path.read_text("utf-8") != text:
            drifted.append(page)
    if drifted:
        print(f"docs have drifted: {', '.join(drifted)}; run python scripts/docs.py", file=sys.stderr)
    return 1 if drifted else 0


if __name__ == "__main__":
    sys.exit(main())
