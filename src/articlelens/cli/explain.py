"""``articlelens explain``."""

from __future__ import annotations

from functools import partial

import click

from articlelens.cli.options import (
    SettingsCommand,
    list_options,
    message_options,
    messages_for,
    model_option,
    reading_options,
)
from articlelens.cli.running import analyzed, analyzer_maker, checked_sources, write_all
from articlelens.cli.streams import Streams
from articlelens.reading import ReadingOptions


@click.command(cls=SettingsCommand)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=click.Path(path_type=str, allow_dash=True))
@model_option
@list_options
@reading_options
@message_options
@click.pass_context
def explain(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    model: str,
    watchlist: str | None,
    ignore: str | None,
    color: str,
    quiet: bool,
    verbose: bool,
    options: ReadingOptions,
) -> int:
    """Says why: the mentions of each name, and the rules behind them.

    \b
    Examples:
      articlelens explain article.txt
      articlelens explain article.txt | jq -r '.entities[] | [.id, .name, .mentions[0].rules[]] | @tsv'

    For each person, organization and place of the article, its mentions with the rules that found them, set their
    bounds, decided their class and joined them. On a terminal the answer is to read; into a pipe or a file it is JSON
    Lines, one article a line.
    """  # noqa: D301
    from articlelens.rendering.explanation import for_people, for_programs

    streams: Streams = ctx.obj
    messages = messages_for(streams, color=color, quiet=quiet, verbose=verbose)
    names = checked_sources(ctx, sources, streams)
    make = analyzer_maker(model, watchlist=watchlist, ignore=ignore)
    explanations = analyzed(
        names,
        streams,
        messages,
        options=options,
        make=make,
        use=lambda analyzer, articles: analyzer.explain(articles),
    )
    render = for_people if streams.stdout_is_terminal else for_programs
    return write_all(explanations, messages, render=partial(map, render), write=streams.write).exit_code
