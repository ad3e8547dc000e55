"""The analyzer: loads the model once, and turns articles into records."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain, islice, repeat
from typing import Final, TypeVar

from spacy.tokens import Doc

from articlelens import __version__, models
from articlelens.assembly import assemble, explain
from articlelens.errors import Failure, InputError
from articlelens.explanation import Explanation
from articlelens.loading import load
from articlelens.pipeline import AFTER_NER
from articlelens.pipeline.annotations import BLOCKS, PUBLISHED, annotate
from articlelens.pipeline.entities import Entities
from articlelens.pipeline.names import Names
from articlelens.pipeline.parts import MAX_PART, cuts, joined
from articlelens.pipeline.summary import Summary
from articlelens.reading import Article, read_text
from articlelens.reading.language import advice, name_of, primary
from articlelens.record import Generator, Record
from articlelens.watchlists import IgnoreList, Watchlist, check_together

# Articles are analysed together, since that is faster: the first alone, so that the first answer comes at once.
BATCHES: Final = (1, 4, 16)
BATCH: Final = 32

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


class Analyzer:
    """Analyses articles with one model, loaded once.

    Args:
        model: The name of an installed spaCy pipeline with OntoNotes labels, or its folder.
        sentences: How many key sentences a record has at the most; 0 for none.
        watchlist: Names to find wherever they stand, with their classes and aliases.
        ignore: Names to leave out.

    Raises:
        ModelError: The model is missing, damaged or of another kind.
        SettingsError: The two lists contradict each other.
    """

    def __init__(
        self,
        model: str = models.DEFAULT,
        *,
        sentences: int = 3,
        watchlist: Watchlist | None = None,
        ignore: IgnoreList | None = None,
    ) -> None:
        check_together(watchlist or Watchlist(), ignore or IgnoreList())
        found = models.find(model)
        self.nlp = load(found)
        self._take(watchlist, ignore)
        summary = self.nlp.get_pipe("articlelens_summary")
        assert isinstance(summary, Summary)  # noqa: S101 - so load() made it
        summary.sentences = sentences
        self.generator = Generator(
            name="articlelens", version=__version__, model=found.name, model_version=found.version
        )

    def _take(self, watchlist: Watchlist | None, ignore: IgnoreList | None) -> None:
        """Hands the components their lists: as objects, since a pipeline's configuration holds plain JSON only."""
        names, entities = self.nlp.get_pipe("articlelens_names"), self.nlp.get_pipe("articlelens_entities")
        assert isinstance(names, Names)  # noqa: S101 - so load() made them
        assert isinstance(entities, Entities)  # noqa: S101
        names.watch(watchlist)
        entities.ignore(ignore)

    def analyze(
        self, text: str, *, title: str | None = None, published: str | date | None = None, with_text: bool = False
    ) -> Record:
        """The record of one article.

        Args:
            text: The article.
            title: Its headline, where it is known; else it is looked for in the text.
            published: The day it was published, a date or ISO 8601: what relative dates are counted from.
            with_text: Whether the record carries the text and its sentences.

        Raises:
            SettingsError: ``published`` is no day.
            InputError: The text is in another language than the model's.
            TypeError: ``text`` is no string.
        """
        if not isinstance(text, str):
            raise TypeError(f"text is a {type(text).__name__}, not a string")
        article = read_text(text, title=title)
        if published is not None:
            article = article.with_published(published)
        return self._record(self.parse(article), article, with_text=with_text)

    def pipe(
        self, articles: Iterable[Article | Failure], *, with_text: bool = False, batch_size: int | None = None
    ) -> Iterator[Record | Failure]:
        """The records of many articles, in their order.  One that cannot be analysed is a failure in its place.

        Args:
            articles: Articles (see :func:`articlelens.read_text`) or plain strings, and failures of reading, which are
                passed on.
            with_text: Whether the records carry the texts and their sentences.
            batch_size: How many articles are analysed together; None for one at first, so that the first answer comes
                at once, and then more.

        Raises:
            TypeError: One of ``articles`` is something else.
        """
        return self._each(articles, partial(self._record, with_text=with_text), batch_size)

    def explain(self, articles: Iterable[Article | Failure | str]) -> Iterator[Explanation | Failure]:
        """Why the records of ``articles`` would have the people, organizations and places that they have.

        Args:
            articles: As for :meth:`pipe`.
        """
        return self._each(articles, explain)

    def parse(self, article: Article) -> Doc:
        """The spaCy document of one article, with what our components found (:mod:`articlelens.pipeline`).

        Args:
            article: The article; the document's text is its ``readable``.

        Raises:
            InputError: The text is in another language than the model's.
        """
        self._check(article)
        (doc,) = self._docs([article])
        return doc

    def _each(
        self,
        articles: Iterable[Article | Failure | str],
        finish: Callable[[Doc, Article], Result],
        batch_size: int | None = None,
    ) -> Iterator[Result | Failure]:
        remaining = iter(articles)
        for size in repeat(batch_size) if batch_size else chain(BATCHES, repeat(BATCH)):
            batch: list[Article | Failure] = []
            try:
                batch.extend(_up_to(MAX_PART, map(_article, islice(remaining, size))))
            finally:  # where reading breaks off, what was read is done first
                yield from self._batch(batch, finish)
            if not batch:
                return

    def _batch(
        self, batch: list[Article | Failure], finish: Callable[[Doc, Article], Result]
    ) -> list[Result | Failure]:
        with self.nlp.memory_zone():  # what the vocabulary learns from these articles is forgotten again
            try:
                good = [article for article in batch if isinstance(article, Article)]
                for article in good:
                    self._check(article)
                docs = self._docs(good)
                results = iter([finish(doc, article) for doc, article in zip(docs, good, strict=True)])
                return [next(results) if isinstance(article, Article) else article for article in batch]
            except Exception:  # noqa: BLE001 - one of them is at fault: one by one they show which
                return [self._alone(article, finish) for article in batch]

    def _alone(self, article: Article | Failure, finish: Callable[[Doc, Article], Result]) -> Result | Failure:
        if isinstance(article, Failure):
            return article
        try:
            return finish(self.parse(article), article)
        except InputError as error:
            return Failure.of(article.label, error)
        except Exception as error:  # noqa: BLE001 - one article's failure must not end the run
            _log.debug("analysis of %s failed", article.label, exc_info=True)
            return Failure(
                source=article.label,
                message=f"the analysis failed: {type(error).__name__}: {error}",
                hint="this is a fault of articlelens: please report it with the article",
            )

    def _check(self, article: Article) -> None:
        spoken = primary(article.language)
        if spoken is not None and spoken != self.nlp.lang:
            raise InputError(
                f"it is in {name_of(spoken)}, and {self.generator.model} reads {name_of(self.nlp.lang or '')}",
                advice(spoken),
            )

    def _docs(self, articles: Sequence[Article]) -> Iterator[Doc]:
        """The analysed documents of ``articles``.

        The model reads what is long in parts; our own components see whole articles.
        """
        parts = [self._parts(article) for article in articles]
        whole = all(len(of_article) == 1 for of_article in parts)
        parsed = self.nlp.pipe(chain.from_iterable(parts), disable=AFTER_NER, batch_size=None if whole else 1)
        for article, of_article in zip(articles, parts, strict=True):
            docs = list(islice(parsed, len(of_article)))
            yield self._finished(self._whole(docs, article))

    def _finished(self, doc: Doc) -> Doc:
        for name in AFTER_NER:
            doc = self.nlp.get_pipe(name)(doc)
        return doc

    def _parts(self, article: Article) -> list[Doc]:
        text = article.readable
        spans = cuts(text, [block.start for block in article.blocks])
        return [self._annotated(self.nlp.make_doc(text[start:end]), article, start, end) for start, end in spans]

    def _whole(self, docs: Sequence[Doc], article: Article) -> Doc:
        """The document of ``article``, of its parts."""
        return docs[0] if len(docs) == 1 else self._annotated(joined(docs), article, 0, len(article.readable))

    def _annotated(self, doc: Doc, article: Article, begin: int, end: int) -> Doc:
        """``doc``, the part of ``article`` from ``begin`` to ``end``, with what its components need to know."""
        doc._.set(PUBLISHED, article.reference[0] if article.reference else None)
        blocks = [
            {"start": max(block.start, begin) - begin, "end": min(block.end, end) - begin, "kind": block.kind}
            for block in article.blocks
            if block.start < end and block.end > begin
        ]
        annotate(doc, BLOCKS, blocks, label="kind")
        return doc

    def _record(self, doc: Doc, article: Article, *, with_text: bool = False) -> Record:
        return assemble(doc, article, self.generator, with_text=with_text)


def _up_to(most: int, articles: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """As many of ``articles`` as have ``most`` code points together, or one over it."""
    length = 0
    for article in articles:
        yield article
        length += len(article.text) if isinstance(article, Article) else 0
        if length > most:
            return


def _article(item: Article | Failure | str) -> Article | Failure:
    if isinstance(item, str):
        return read_text(item)
    if not isinstance(item, (Article, Failure)):
        raise TypeError(f"an article is an Article or a string, not a {type(item).__name__}")
    return item


def analyze(
    text: str,
    *,
    title: str | None = None,
    published: str | date | None = None,
    model: str = models.DEFAULT,
    with_text: bool = False,
) -> Record:
    """The record of one article; the model is loaded at the first call and kept.

    Args:
        text: The article.
        title: Its headline, where it is known; else it is looked for in the text.
        published: The day it was published, a date or ISO 8601: what relative dates are counted from.
        model: The name of an installed spaCy pipeline with OntoNotes labels, or its folder.
        with_text: Whether the record carries the text and its sentences.

    Raises:
        ModelError: The model is missing, damaged or of another kind.
        SettingsError: ``published`` is no day.
        TypeError: ``text`` is no string.
        InputError: The text is in another language than the model's.
    """
    return _analyzer(model).analyze(text, title=title, published=published, with_text=with_text)


@lru_cache(maxsize=2)
def _analyzer(model: str) -> Analyzer:
    return Analyzer(model)
