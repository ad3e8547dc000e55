"""The command group, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

import click

from articlelens import __version__
from articlelens import models as installed_models
from articlelens.cli.batch import batch
from articlelens.cli.explain import explain
from articlelens.cli.extract import extract
from articlelens.cli.messages import Messages
from articlelens.cli.models import models
from articlelens.cli.options import CONTEXT
from articlelens.cli.schema import schema
from articlelens.cli.streams import ReaderGoneError, Streams
from articlelens.errors import ArticlelensError, ExitCode, ModelError, OutputError, SettingsError

NAME = "articlelens"
COMPLETION = "_ARTICLELENS_COMPLETE"  # what Click's completion scripts set
EXIT_CODES = """\b
Exit codes:
  0    done
  1    some inputs failed and the others were written, or the output cannot be written
  2    wrong usage or settings
  3    the model is missing or damaged
  70   a fault of articlelens: --debug shows where
  130  interrupted"""


def _show_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - Click's
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version
    from platform import python_version

    try:
        spacy = version("spacy")
    except PackageNotFoundError:
        spacy = "not installed"
    try:
        model = installed_models.find()
        described = f"{model.name} {model.version}"
    except ModelError:
        described = f"{installed_models.DEFAULT} not installed"
    lines = (
        f"articlelens {__version__}",
        f"spaCy {spacy}",
        f"model {described}",
        f"Python {python_version()}",
    )
    ctx.obj.write("".join(line + "\n" for line in lines).encode())
    ctx.exit()


@click.group(context_settings=CONTEXT, epilog=EXIT_CODES)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="Show the versions of articlelens, spaCy, the model and Python.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of a fault of articlelens.")
def app(*, debug: bool) -> None:
    """articlelens: who, where, when and how much, in news articles.

    \b
    Examples:
      articlelens extract article.txt
      articlelens extract article.txt | jq -r '.people[].name'
      articlelens batch articles/ --to records.jsonl
    """  # noqa: D301
    if debug:
        import logging

        logging.basicConfig(level=logging.DEBUG)


for command in (extract, batch, explain, schema, models):
    app.add_command(command)


def run(arguments: Sequence[str] | None = None, streams: Streams | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: What was typed behind the command's name; None for what this process was given.
        streams: Where to read and write; None for this process's own.

    Returns:
        The exit code, one of :class:`articlelens.errors.ExitCode`.
    """
    streams = streams or Streams.of_process()
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    messages = Messages(streams=streams)
    try:
        return _invoke(list(arguments), streams)
    except click.ClickException as error:
        return _misused(error, messages)
    except ArticlelensError as error:
        messages.error(error)
        return error.exit_code
    except (ReaderGoneError, BrokenPipeError):  # whoever read has what they wanted, as in `| head -1`
        streams.abandon_stdout()
        return ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence: people get a line, not a traceback
        return _bug(error, messages, debug=arguments[:1] == ["--debug"])


def _invoke(arguments: list[str], streams: Streams) -> int:
    """What app.main() does, without its own ideas of interrupts and broken pipes."""
    if COMPLETION in streams.environ:
        app.main(arguments, prog_name=NAME, obj=streams)  # answers the shell and exits
    try:
        with app.make_context(NAME, arguments, obj=streams) as context:
            return int(app.invoke(context) or ExitCode.OK)
    except click.exceptions.Exit as done:
        return done.exit_code
    except OSError as error:  # of the help, which Click prints itself
        if error.errno != errno.ENOSPC:
            raise
        streams.abandon_stdout()
        raise OutputError(f"standard output cannot be written: {error.strerror}") from None


def _misused(error: click.ClickException, messages: Messages) -> ExitCode:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show(messages.streams.stderr)
    else:
        context = getattr(error, "ctx", None)
        hint = f"{context.command_path} --help shows what there is" if context else None
        meant = getattr(error, "command_name", None)  # where a command should stand
        if context and meant and (os.path.exists(meant) or "://" in meant):
            hint = f"{context.command_path} extract {meant} reads it"
        messages.error(SettingsError(error.format_message(), hint))
    return ExitCode.USAGE


def _bug(error: Exception, messages: Messages, *, debug: bool) -> ExitCode:
    fault = ArticlelensError(
        f"a fault of articlelens: {type(error).__name__}: {error}",
        "please report it, with what `articlelens --debug …` shows",
    )
    messages.error(fault)
    if debug:
        import traceback

        traceback.print_exception(error, file=messages.streams.stderr)
    return ExitCode.BUG
