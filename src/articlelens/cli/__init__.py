"""The command line: Click, and no logic.  One module a command."""

from articlelens.cli.app import run

__all__ = ["run"]
