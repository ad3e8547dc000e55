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
from articlelens.tables import PARTS, TABLES, Column

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

TABLES_PAGE = """\
# The tables

What `articlelens batch` writes to a `.csv` folder, an `.sqlite` database and a `.parquet` folder: the same tables with
the same columns. This page is generated from the record's types, as the columns are.

- `article` joins the tables. It is a hash of where the article came from and of what it says, the same in every run; an
  article that comes more than once in a run has a number behind it.
- A value not known is null: an empty cell in CSV.
- Columns of type `json` hold JSON arrays, such as `["Boluarte"]`: `json_each` in SQLite takes them apart.
- In CSV, control characters are U+FFFD. The files are UTF-8, as RFC 4180 has it but for line ends, which are `\\n`.
- The database has foreign keys, indexes over names, texts and days, and `articles_fts`, a full-text index over titles,
  summaries and texts that Datasette finds by itself; `articles.number` is what it needs to find a row again.
- What is done is known from a folder beside the output, `.NAME.articlelens/`, or in it, `OUT/.articlelens/`: move it
  with the output, and remove it only when nothing is to be added any more, as no run takes the output without it. A
  database has it in `batch_settings`.
- An article is known by what it says and by where its source is, seen from the output: sources and output may be moved
  together. Where only one of them is moved or renamed, all articles are new, and are added once more.
- Before a run goes on it looks whether each file is there, as long as it was, and ends as it did (the last 4,096 bytes
  at the most), and refuses the output if not; what is changed further up it does not see, nor what is in the files of a
  folder of JSON. What was refused can be put back as it was. An output with no article in it takes any settings.
- `extract --format csv` writes one table: a row for each mention, with `source`, `source_id`, `title` and `published`
  of its article and all columns of what it mentions, but for `aliases`, `count` and `salience`.

```sql
SELECT people.name, count(DISTINCT people.article) AS articles
FROM people JOIN articles USING (article)
WHERE articles.published >= '2024-01-01'
GROUP BY people.name ORDER BY articles DESC LIMIT 10;
```

{sections}"""


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


def tables() -> str:
    """The page of the tables."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    parts = {name: schema["$defs"][part.__name__] for name, (_, part) in PARTS.items()}
    parts |= {"articles": schema, "mentions": schema["$defs"]["Mention"]}
    sections = "\n".join(
        f"## {table.name}\n\n{table.meaning}\n\n| column | type | meaning |\n|---|---|---|\n"
        + "".join(
            f"| `{column.name}` | {column.kind} | {_column_meaning(column, parts[table.name], schema)} |\n"
            for column in table.columns
        )
        for table in TABLES
    )
    return TABLES_PAGE.format(sections=sections)


def _column_meaning(column: Column, part: dict[str, Any], schema: dict[str, Any]) -> str:
    """What the record's description says of a column's value."""
    if column.meaning:
        return column.meaning
    for key in column.path[:-1]:
        value = part["properties"][key]
        options = value.get("anyOf", [value])
        name = next(option["$ref"] for option in options if "$ref" in option).split("/")[-1]
        part = schema["$defs"][name]
    return _meaning(part["properties"].get(column.path[-1], {})) or "identifier within the article"


def main() -> int:
    """Writes the pages, or with ``--check`` only says whether they are what would be written."""
    drifted = []
    for page, text in {"cli.md": command_line(), "record.md": record(), "tables.md": tables()}.items():
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
