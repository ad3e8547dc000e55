"""Compiles the gazetteer while the package is built, into the wheel and, for editable installs, into the checkout.

It takes half a minute, and is left out where the gazetteer is there already and its sources have not changed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = Path("src", "articlelens", "gazetteer", "data", "gazetteer.sqlite")


class GazetteerHook(BuildHookInterface[Any]):
    """The build hook of ``[tool.hatch.build.targets.wheel.hooks.custom]``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's interface
        """Called before the files of the wheel are gathered."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from articlelens.gazetteer.building import build, is_current
            from articlelens.gazetteer.sources import Sources
        finally:
            sys.path.remove(str(root / "src"))
        sources = Sources.installed()
        target = root / TARGET
        if not is_current(target, sources):
            self.app.display_waiting("Compiling the gazetteer")
            build(target, sources)
