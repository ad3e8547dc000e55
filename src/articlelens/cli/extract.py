"""``articlelens extract``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from articlelens.cli.messages import Messages
from articlelens.cli.options import (
    FormatName,
    FormatOption,
    SettingsCommand,
    given,
    list_options,
    message_options,
    messages_for,
    model_option,
    published_option,
    reading_options,
    sentences_option,
    setting_variable,
    with_text_option,
)
from articlelens.cli.running import analyzed, analyzer_maker, checked_sources, write_all
from articlelens.cli.streams import Streams
from articlelens.errors import ExitCode, SettingsError
from articlelens.files import WholeFile
from articlelens.reading import ReadingOptions
from articlelens.rendering import FORMATS, Format, Look
from articlelens.report import Report

MIN_HEIGHT = 40  # a lower terminal is scrolled: fewer rows would say too little


@click.command(cls=SettingsCommand)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=click.Path(path_type=str, allow_dash=True))
@published_option
@click.option(
    "--format",
    "format",
    cls=FormatOption,
    type=FormatName(),
    metavar="NAME",
    envvar=setting_variable("format"),
    show_envvar=True,
    help="The output format.",
)
@model_option
@list_options
@with_text_option
@sentences_option
@click.option(
    "--top",
    type=click.IntRange(min=0),
    envvar=setting_variable("top"),
    show_envvar=True,
    help="Rows of each list in formats for people; 0 for all. Default: on the terminal what it, or 40 rows, have room "
    "for, else all.",
)
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write there and not to the screen.")
@click.option("--force", is_flag=True, help="Replace FILE if it is there already.")
@reading_options
@message_options
@click.pass_context
def extract(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    published: str | None,
    format: str | None,  # noqa: A002 - the option's name
    model: str,
    watchlist: str | None,
    ignore: str | None,
    with_text: bool,
    sentences: int,
    top: int | None,
    output: Path | None,
    force: bool,
    color: str,
    quiet: bool,
    verbose: bool,
    options: ReadingOptions,
) -> int:
    """Finds who, where, when and how much in news articles.

    \b
    Examples:
      articlelens extract article.txt
      articlelens extract article.txt | jq -r '.people[].name'
      articlelens extract --published 2023-07-27 articles/ > records.jsonl
      articlelens extract --format html --output report.html one.txt two.txt
      articlelens extract --text-field body crawl.csv
      curl -s https://example.org/article.html | articlelens extract -

    SOURCE is a text file, a saved web page, a PDF, a Word document, a mail or an EPUB; rows of articles in a .jsonl,
    .csv or .tsv file ({"id": …, "text": …, "published": …}); any of these as .gz; a folder, for all of them below it;
    with --fetch an address; or - for standard input. On a terminal the answer is a summary to read; into a pipe or a
    file it is JSON Lines, one article a line.
    """  # noqa: D301 - \b is Click's mark for lines to leave alone
    streams: Streams = ctx.obj
    messages = messages_for(streams, color=color, quiet=quiet, verbose=verbose)
    to_screen = output is None or str(output) == "-"
    form = FORMATS[format or ("terminal" if to_screen and streams.stdout_is_terminal else "json")].known()
    _refuse_conflicts(ctx, form, to_screen=to_screen)
    names = checked_sources(ctx, sources, streams)
    make = analyzer_maker(model, watchlist=watchlist, ignore=ignore, sentences=sentences)
    look = Look(
        width=streams.size[0],
        height=max(streams.size[1], MIN_HEIGHT),
        color=streams.color(color, terminal=streams.stdout_is_terminal) if to_screen else color == "always",
        top=top,
    )
    records = analyzed(
        names,
        streams,
        messages,
        options=options,
        make=make,
        use=lambda analyzer, articles: analyzer.pipe(articles, with_text=with_text or form.needs_text),
        published=published,
        skip=None if to_screen else str(output),
    )
    write_records = partial(
        write_all,
        records,
        messages,
        render=lambda found: form.renderer()(found, look),
        tell=lambda record: messages.notice(f"{record.source.label}: {record.counts.words} words"),
    )
    if output is None or to_screen:
        return write_records(write=streams.write).exit_code
    return _to_file(WholeFile(output, force=force), write_records, messages)


def _to_file(file: WholeFile, write_records: Callable[..., Report], messages: Messages) -> ExitCode:
    """Writes to ``file``, which is left as it was where there is nothing to put there."""
    try:
        with file:
            report = write_records(write=file.write)
            if not report.done:
                file.give_up()
                messages.closing(f"{file.path} was not written")
    finally:
        if file.part:
            messages.closing(f"what was finished is in {file.part}")
    return report.exit_code


def _refuse_conflicts(ctx: click.Context, form: Format, *, to_screen: bool) -> None:
    """Flags that would have no effect are refused, not ignored."""
    if form.for_people and given(ctx, "with_text"):
        raise SettingsError(f"--with-text has no place in --format {form.name}", "add --format json")
    if not form.for_people and given(ctx, "top"):
        raise SettingsError(f"--top has no effect with --format {form.name}", "add --format terminal, or cut with jq")
    if to_screen and given(ctx, "force"):
        raise SettingsError("--force has no effect without --output", "leave it out, or add --output FILE")
