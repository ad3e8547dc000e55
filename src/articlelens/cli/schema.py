"""``articlelens schema``."""

from __future__ import annotations

from importlib.resources import files

import click

from articlelens.cli.streams import Streams


@click.command()
@click.pass_obj
def schema(streams: Streams) -> None:
    """Prints the JSON Schema of the record.

    \b
    Examples:
      articlelens schema > record.schema.json
      articlelens schema | jq '.properties | keys'
    """  # noqa: D301
    streams.write(files("articlelens").joinpath("record.schema.json").read_bytes())
