"""A run: from the sources to the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from articlelens.batch.plan import plan
from articlelens.batch.stores.base import Entry, Store
from articlelens.errors import Failure

if TYPE_CHECKING:
    from articlelens.batch.engines import Engine, Outcome
    from articlelens.batch.setup import Setup
    from articlelens.batch.summary import Summary
    from articlelens.reading import Unread


def run_batch(
    articles: Iterable[Unread | Failure],
    store: Store,
    setup: Setup,
    engine: Engine,
    summary: Summary,
    *,
    force: bool = False,
    tell: Callable[[Sequence[Outcome]], None] = lambda _: None,
) -> None:
    """Analyses what the store does not have yet, and puts it there.

    However the run ends, the store has all that ``summary`` counts as done, and a later run goes on from there.

    Args:
        articles: What there is to analyse, and failures of finding.
        store: Where the records go.
        setup: How they are made.
        engine: Who does the work.
        summary: Where what became of the articles is counted.
        force: Whether what the store has is thrown away first.
        tell: Called with the outcomes that are new whenever the summary has changed, and now and then in between.

    Raises:
        SettingsError: The output is another's, or was made with other settings.
        OutputError: It cannot be written.
        ModelError: The model cannot be loaded.
    """
    store.open(setup.settings(), force=force)
    summary.begun = True
    with closing(store):
        left = plan(articles, done=store.done, skip=summary.skip, base=store.base)
        with closing(engine.run(left, setup, store.encoder())) as groups:
            for outcomes in groups:
                if entries := [_entry(outcome) for outcome in outcomes if not isinstance(outcome.result, Failure)]:
                    store.write(entries)
                kept = [_kept(outcome, store) for outcome in outcomes]
                summary.note(kept)
                summary.waiting_for = engine.waiting_for()
                tell(kept)
        store.finish()
        tell([])


def _kept(outcome: Outcome, store: Store) -> Outcome:
    """``outcome``, or the failure that the store made of it."""
    if isinstance(outcome.result, Failure) or outcome.key not in store.refused:
        return outcome
    reason = f"its record has no place: {store.refused[outcome.key]}"
    return replace(outcome, result=Failure(source=outcome.label, message=reason))


def _entry(outcome: Outcome) -> Entry:
    assert outcome.key is not None  # noqa: S101 - only failures have none
    return Entry(key=outcome.key, name=outcome.name, line=outcome.line, payload=outcome.result)
