"""``articlelens batch``."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from articlelens.cli.options import (
    SettingsCommand,
    Suggesting,
    list_options,
    message_options,
    messages_for,
    model_option,
    published_option,
    reading_options,
    sentences_option,
    with_text_option,
)
from articlelens.cli.progress import shown
from articlelens.cli.running import checked_sources, read_lists
from articlelens.cli.streams import Streams
from articlelens.reading import ReadingOptions

ENGINES = ("local", "ray")


HELP = """Turns a folder or a crawl into a data set.

\b
Examples:
  articlelens batch articles/ --to records.jsonl
  articlelens batch crawl.jsonl --to crawl.sqlite --jobs 8
  articlelens batch articles/ --to tables.csv --report failures.json

It may be stopped at any moment: the same command goes on where it was, and does only what is left. An article that has
changed is done again; its older record stays, but for a file's in a folder. Articles are known by what they say and by
where they are, seen from OUT: if the sources or OUT alone are moved or renamed, all are done and added once more. OUT
with other settings or another model is refused, unless --force throws it away.
"""


@click.command(cls=SettingsCommand, help=HELP)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=click.Path(path_type=str, allow_dash=True))
@click.option(
    "--to",
    "output",
    required=True,
    metavar="OUT",
    help="Where the records go. The suffix says how: .jsonl and .jsonl.gz, .csv and .parquet (folders of tables), "
    ".sqlite; a name without a suffix is a folder with a JSON file an article.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes at the most, each with the model loaded: about half a gigabyte. Default: the cores.",
)
@click.option(
    "--engine",
    type=Suggesting(ENGINES),
    default=ENGINES[0],
    show_default=True,
    help="Who does the work: this machine, or a Ray cluster.",
)
@click.option("--force", is_flag=True, help="Throw away what is in OUT and start anew.")
@click.option(
    "--report", metavar="FILE", type=click.Path(path_type=Path), help="Write the counts and every failure there: JSON."
)
@published_option
@model_option
@list_options
@with_text_option
@sentences_option
@reading_options
@message_options
@click.pass_context
def batch(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    output: str,
    jobs: int | None,
    engine: str,
    force: bool,
    report: Path | None,
    published: str | None,
    model: str,
    watchlist: str | None,
    ignore: str | None,
    with_text: bool,
    sentences: int,
    color: str,
    quiet: bool,
    verbose: bool,
    options: ReadingOptions,
) -> int:
    """Runs the command."""
    from articlelens.batch import AnalyzerSetup, Summary, find_everywhere, run_batch, store_for
    from articlelens.batch.engines import engine_for
    from articlelens.reading import count_sources, find_sources

    streams: Streams = ctx.obj
    messages = messages_for(streams, color=color, quiet=quiet, verbose=verbose)
    names = checked_sources(ctx, sources, streams)
    watched, ignored = read_lists(watchlist, ignore)
    store = store_for(output, names)
    summary = Summary()
    if report:
        summary.check_report(report, output, force=force)
    find = partial(find_sources, stdin=streams.stdin_apart(), skip=output, options=options)
    setup = AnalyzerSetup(
        model=model,
        with_text=with_text,
        sentences=sentences,
        published=published,
        watchlist=watched,
        ignore=ignored,
        reading=options,
    )
    with shown(summary, streams, messages, total=partial(count_sources, names), report=report) as tell:
        run_batch(find_everywhere(names, find), store, setup, engine_for(engine, jobs), summary, force=force, tell=tell)
    return summary.exit_code
