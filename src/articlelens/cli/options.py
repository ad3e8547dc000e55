"""Options that commands share, and how they find their settings."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from articlelens import settings
from articlelens.cli.messages import Messages
from articlelens.cli.streams import Streams
from articlelens.errors import SettingsError
from articlelens.models import DEFAULT
from articlelens.reading.options import DEFAULTS, FIELDS, FORMATS, MEGABYTE, Fields, ReadingOptions
from articlelens.rendering import FORMATS as OUTPUT_FORMATS
from articlelens.settings import nearest

Command = TypeVar("Command", bound=Callable[..., Any])

HELP_NAMES = ("-h", "--help")
CONTEXT: dict[str, Any] = {"help_option_names": list(HELP_NAMES), "max_content_width": 100}


class SettingsCommand(click.Command):
    """A command whose options have their defaults from the settings files."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the settings, unless it is only help that is asked for."""
        options = args[: args.index("--")] if "--" in args else args
        if not ctx.resilient_parsing and not set(HELP_NAMES) & set(options):
            streams: Streams = ctx.find_object(Streams) or Streams.of_process()
            settings.check_environment(streams.environ)
            loaded = settings.load(Path(), Path(click.get_app_dir("articlelens")))
            own = {param.name for param in self.params}
            ctx.default_map = {name: value for name, value in loaded.items() if name in own}
        return super().parse_args(ctx, args)


class Suggesting(click.Choice[str]):
    """A choice that names the nearest one when it is missed."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """The message, with the suggestion."""
        message = super().get_invalid_choice_message(value, ctx)
        close = nearest(str(value), self.choices)
        return f"{message} Did you mean {close!r}?" if close else message


class FormatName(click.ParamType[str]):
    """The name of an output format.  Other packages are asked for theirs only where ours will not do."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, where there is such a format."""
        if value not in OUTPUT_FORMATS:
            close = nearest(value, OUTPUT_FORMATS)
            known = ", ".join(map(repr, OUTPUT_FORMATS))
            self.fail(f"{value!r} is not one of {known}.{f' Did you mean {close!r}?' if close else ''}", param, ctx)
        return value

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - Click's
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The formats that begin so."""
        return [
            CompletionItem(name, help=OUTPUT_FORMATS[name].summary)
            for name in OUTPUT_FORMATS
            if name.startswith(incomplete)
        ]


class FormatOption(click.Option):
    """``--format``; its help names the formats, which are known only when it is asked for."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The help, with the formats."""
        formats = "; ".join(f"{form.name}: {form.summary}" for form in OUTPUT_FORMATS.values())
        self.help = f"{formats}. Default: terminal on a terminal, else json."
        return super().get_help_record(ctx)


class Day(click.ParamType[str]):
    """A calendar day, ISO 8601."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as ``YYYY-MM-DD``."""
        from articlelens.reading.article import parse_day

        try:
            return parse_day(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no date: write it as in 2023-07-27", param, ctx)


def setting_variable(name: str) -> str:
    """The environment variable of a setting; an option without one is no setting."""
    return next(setting.variable for setting in settings.SETTINGS if setting.name == name)


def model_option(command: Command) -> Command:
    """``--model``."""
    return click.option(
        "--model",
        metavar="NAME_OR_PATH",
        default=DEFAULT,
        show_default=True,
        envvar=setting_variable("model"),
        show_envvar=True,
        help="A spaCy pipeline for English with OntoNotes labels: an installed one, or its folder.",
    )(command)


def published_option(command: Command) -> Command:
    """``--published``."""
    return click.option(
        "--published", type=Day(), metavar="DATE", help="The day the articles were published, such as 2023-07-27."
    )(command)


def with_text_option(command: Command) -> Command:
    """``--with-text``."""
    return click.option(
        "--with-text",
        is_flag=True,
        envvar=setting_variable("with_text"),
        show_envvar=True,
        help="Put the article's text and its sentences into the record.",
    )(command)


def list_options(command: Command) -> Command:
    """``--watchlist``, ``--ignore``."""
    for option in (
        click.option(
            "--ignore",
            metavar="FILE",
            envvar=setting_variable("ignore"),
            show_envvar=True,
            help="Names to leave out, as TOML or CSV.",
        ),
        click.option(
            "--watchlist",
            metavar="FILE",
            envvar=setting_variable("watchlist"),
            show_envvar=True,
            help="Names to find wherever they stand, with class and aliases, as TOML or CSV.",
        ),
    ):
        command = option(command)
    return command


def reading_options(command: Command) -> Command:
    """How to read the sources: many options, of which the command gets one ``options``, a ``ReadingOptions``."""

    @wraps(command)
    def wrapped(*arguments: Any, **values: Any) -> Any:
        chosen = {name: values.pop(name) for name in list(values) if name in _READING_NAMES}
        return command(*arguments, options=_reading(click.get_current_context(), chosen), **values)

    decorated: Any = wrapped
    for option in reversed(_READING):
        decorated = option(decorated)
    return cast("Command", decorated)


def _with_setting(flag: str, **more: Any) -> Callable[[Command], Command]:
    """An option that settings may set."""
    variable = setting_variable(flag.removeprefix("--").replace("-", "_"))
    return click.option(flag, envvar=variable, show_envvar=True, show_default="default" in more, **more)


_READING: Final = (
    click.option(
        "--input-format",
        type=Suggesting(FORMATS),
        help="What the sources are. Default: what their names and contents say.",
    ),
    _with_setting("--encoding", metavar="NAME", help="The encoding of the sources. Default: it is found out."),
    click.option(
        "--language",
        metavar="CODE",
        help="The language of the articles, such as en. Default: it is told from their texts.",
    ),
    *(
        _with_setting(
            f"--{name}-field", metavar="KEY", default=name, help=f"Which key or column of rows has the {name}."
        )
        for name in FIELDS
    ),
    _with_setting(
        "--max-size",
        type=click.IntRange(min=1),
        metavar="MEGABYTES",
        default=DEFAULTS.max_bytes // MEGABYTE,
        help="The most that one article may have, unpacked.",
    ),
    _with_setting(
        "--max-characters",
        type=click.IntRange(min=1),
        metavar="NUMBER",
        default=DEFAULTS.max_characters,
        help="The most that one article's text may have.",
    ),
    click.option("--fetch", is_flag=True, help="Fetch the sources that are addresses, such as https://example.org/a."),
    click.option(
        "--fetch-private",
        multiple=True,
        metavar="HOST",
        help="With --fetch: a host that may be asked though it is in a private network. May be repeated.",
    ),
    _with_setting(
        "--fetch-timeout",
        type=click.IntRange(min=1),
        metavar="SECONDS",
        default=int(DEFAULTS.fetch_timeout),
        help="With --fetch: how long one address may take.",
    ),
)
_READING_NAMES: Final = frozenset(
    {"input_format", "encoding", "language", "max_size", "max_characters", "fetch", "fetch_private", "fetch_timeout"}
    | {f"{name}_field" for name in FIELDS}
)


def _reading(ctx: click.Context, chosen: dict[str, Any]) -> ReadingOptions:
    """What the options say.

    Raises:
        SettingsError: There is no such encoding, or an option has no effect.
    """
    for name in ("fetch_private", "fetch_timeout"):
        if given(ctx, name) and not chosen["fetch"]:
            flag = f"--{name.replace('_', '-')}"
            raise SettingsError(f"{flag} has no effect without --fetch", "leave it out, or add --fetch")
    encoding, language = chosen["encoding"], chosen["language"]
    if language is not None and not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", language):
        raise SettingsError(f"{language!r} is no code of a language", "write it as in en, de or pt-BR")
    if encoding is not None:
        from articlelens.reading.decoding import checked_encoding

        encoding = checked_encoding(encoding)
    return ReadingOptions(
        input_format=chosen["input_format"],
        encoding=encoding,
        language=language,
        fields=Fields(**{name: chosen[f"{name}_field"] for name in FIELDS}),
        max_bytes=chosen["max_size"] * MEGABYTE,
        max_characters=chosen["max_characters"],
        fetch=chosen["fetch"],
        fetch_timeout=chosen["fetch_timeout"],
        private_hosts=tuple(chosen["fetch_private"]),
    )


def sentences_option(command: Command) -> Command:
    """``--sentences``."""
    return click.option(
        "--sentences",
        type=click.IntRange(min=0),
        default=3,
        show_default=True,
        envvar=setting_variable("sentences"),
        show_envvar=True,
        help="Key sentences of each article; 0 for none.",
    )(command)


def message_options(command: Command) -> Command:
    """``--color``, ``-q``, ``-v``."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Say more on standard error."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
        click.option(
            "--color",
            type=Suggesting(settings.COLORS),
            default="auto",
            show_default=True,
            envvar=setting_variable("color"),
            show_envvar=True,
            help="Colours. auto heeds NO_COLOR, FORCE_COLOR and TERM, and asks whether there is a terminal.",
        ),
    ):
        command = option(command)
    return command


def messages_for(streams: Streams, *, color: str, quiet: bool, verbose: bool) -> Messages:
    """The messages that the options ask for.

    Raises:
        SettingsError: Both ``-q`` and ``-v`` were given.
    """
    if quiet and verbose:
        raise SettingsError("-q and -v contradict each other", "give one of them")
    return Messages(streams=streams, color=color, verbosity=verbose - quiet)


def given(ctx: click.Context, name: str) -> bool:
    """Whether an option stands on the command line."""
    return ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
