"""How the commands that analyse articles run: from the named sources to the last message."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from types import FrameType
from typing import TYPE_CHECKING, Any, TypeVar

import click

from articlelens.cli.messages import Messages
from articlelens.cli.streams import Streams
from articlelens.errors import Failure, SettingsError
from articlelens.report import Analyzed, Report

if TYPE_CHECKING:
    from articlelens.analyzer import Analyzer
    from articlelens.reading import Article, ReadingOptions
    from articlelens.watchlists import IgnoreList, Watchlist

Result = TypeVar("Result", bound=Analyzed)


def checked_sources(ctx: click.Context, sources: tuple[str, ...], streams: Streams) -> tuple[str, ...]:
    """What to read: standard input where nothing is named and something is there.

    Raises:
        SettingsError: Standard input is asked for, and is a terminal or asked for twice.
    """
    if not sources and streams.stdin_is_terminal:
        raise click.exceptions.NoArgsIsHelpError(ctx)
    if "-" in sources and streams.stdin_is_terminal:
        raise SettingsError("standard input is a terminal", f"pipe an article in: {ctx.command_path} - < article.txt")
    if sources.count("-") > 1:
        raise SettingsError("standard input can be read only once", "give - once")
    return sources or ("-",)


def analyzer_maker(model: str, *, watchlist: str | None, ignore: str | None, **settings: Any) -> Callable[[], Analyzer]:
    """What makes the analyzer when it is called; the user's lists are read now, since they may be wrong.

    Args:
        model: Its name or folder.
        watchlist: The file of names to watch for.
        ignore: The file of names to leave out.
        settings: More for the analyzer.

    Raises:
        SettingsError: A list cannot be read, or they contradict each other.
    """
    watched, ignored = read_lists(watchlist, ignore)
    return partial(_make_analyzer, model, watchlist=watched, ignore=ignored, **settings)


def read_lists(watchlist: str | None, ignore: str | None) -> tuple[Watchlist, IgnoreList]:
    """The user's lists, from their files.

    Raises:
        SettingsError: A list cannot be read, or they contradict each other.
    """
    from articlelens.watchlists import IgnoreList, Watchlist, check_together, read_ignore_list, read_watchlist

    watched = read_watchlist(watchlist) if watchlist is not None else Watchlist()
    ignored = read_ignore_list(ignore) if ignore is not None else IgnoreList()
    check_together(watched, ignored)
    return watched, ignored


def _make_analyzer(model: str, **settings: Any) -> Analyzer:
    """The analyzer, with what it needs, imported now."""
    with _insisting_interrupts():
        from articlelens.analyzer import Analyzer

        return Analyzer(model, **settings)


@contextmanager
def _insisting_interrupts() -> Iterator[None]:
    """Raises an interrupt once more behind the block: some libraries swallow one that comes while they are imported."""
    in_main = threading.current_thread() is threading.main_thread()  # others may not set handlers
    if not in_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # a run in the background ignores interrupts, and goes on doing so
        return
    noted = False

    def note(_number: int, _frame: FrameType | None) -> None:
        nonlocal noted
        noted = True
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if noted:
        raise KeyboardInterrupt


def read_all(
    sources: tuple[str, ...],
    streams: Streams,
    messages: Messages,
    *,
    options: ReadingOptions,
    published: str | None = None,
    skip: str | None = None,
) -> Iterator[Article | Failure]:
    """Reads the sources.

    Args:
        sources: Files, folders and ``-``.
        streams: Where ``-`` is.
        messages: Where warnings about the inputs are said.
        options: How to read the sources.
        published: The day they were published, ISO 8601, where the user says it.
        skip: A file that is passed over in folders.
    """
    from articlelens.reading import read_sources

    for item in read_sources(sources, stdin=streams.stdin, skip=skip, options=options):
        if isinstance(item, Failure):
            yield item
            continue
        for warning in item.warnings:
            messages.warning(f"{item.label}: {warning}")
        yield item if published is None else item.with_published(published)


def analyzed(
    sources: tuple[str, ...],
    streams: Streams,
    messages: Messages,
    *,
    make: Callable[[], Analyzer],
    use: Callable[[Analyzer, Iterable[Article | Failure]], Iterator[Result | Failure]],
    options: ReadingOptions,
    published: str | None = None,
    skip: str | None = None,
) -> Iterator[Result | Failure]:
    """Reads the sources and analyses them.

    Args:
        sources: Files, folders and ``-``.
        streams: Where ``-`` is.
        messages: Where warnings about the inputs are said.
        make: Makes the analyzer; called when the first article is at hand, since that is when it costs something.
        use: What the analyzer is to do with the articles.
        options: How to read the sources.
        published: The day they were published, ISO 8601, where the user says it.
        skip: A file that is passed over in folders.
    """
    remaining = read_all(sources, streams, messages, options=options, published=published, skip=skip)
    for item in remaining:
        if isinstance(item, Failure):
            yield item
        else:
            yield from use(make(), chain([item], remaining))


def write_all(
    results: Iterator[Result | Failure],
    messages: Messages,
    *,
    render: Callable[[Iterator[Result]], Iterator[str]],
    write: Callable[[bytes], None],
    tell: Callable[[Result], None] = lambda _: None,
) -> Report:
    """Writes what there is, and says what there is not.

    Args:
        results: What the articles gave.
        messages: Where failures are said.
        render: Makes text of results.
        write: Takes the text, as UTF-8.
        tell: Says what is to be said of a result.

    Returns:
        What became of the articles.
    """
    report = Report()
    try:
        for piece in render(report.successes(_said(results, report, messages, tell))):
            write(piece.encode("utf-8", "backslashreplace"))
    except KeyboardInterrupt:
        after = f", the last of them {report.last}" if report.last else ""
        messages.closing(f"interrupted: {report.sentence}{after}; run again with those that are left")
        raise
    finally:
        messages.count(None)
    if report.failures and report.total > 1:
        messages.closing(report.sentence)
    else:
        messages.notice(report.sentence)
    return report


def _said(
    results: Iterator[Result | Failure], report: Report, messages: Messages, tell: Callable[[Any], None]
) -> Iterator[Result | Failure]:
    """``results``, each failure said as it comes."""
    for result in results:
        if isinstance(result, Failure):
            messages.failure(result)
        else:
            tell(result)
        yield result
        messages.count(report.total)
