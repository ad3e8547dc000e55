"""Articles that were found and are not read yet: plain data, so that another process can read them."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field, replace
from itertools import chain
from typing import Any, ClassVar, Final

from articlelens.errors import Failure, InputError
from articlelens.reading.article import Article
from articlelens.reading.options import Format, ReadingOptions

# How many bytes of each format make one character of an article, about: the rest is markup, pictures and fonts.
_BYTES: Final[Mapping[Format, int]] = {"html": 10, "pdf": 20, "docx": 5, "epub": 5, "eml": 3}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFile:
    """The bytes of one article.

    Args:
        data: All of them.
        name: What the article is called.
        form: Its format; a text may turn out to be a web page.
        options: How to read.
        url: Its address, where it is known.
        charset: The encoding that came with it.
    """

    data: bytes = field(repr=False)
    name: str
    form: Format
    options: ReadingOptions
    url: str | None = None
    charset: str | None = None

    line: ClassVar[None] = None

    @property
    def label(self) -> str:
        """Its name in messages."""
        return self.name

    @property
    def size(self) -> int:
        """What it holds in memory, in bytes."""
        return len(self.data)

    @property
    def characters(self) -> int:
        """About how many characters its text has."""
        return len(self.data) // _BYTES.get(self.form, 1)

    @property
    def says(self) -> tuple[Any, ...]:
        """What it says, and what was said of it: two that agree in it are read as the same article."""
        return self.url, self.charset, hashlib.sha256(self.data).hexdigest()

    def read(self) -> Article | Failure:
        """The article, or why there is none."""
        return _guarded(self.name, self._read)

    def _read(self) -> Article:
        from articlelens.reading.readers import read_article

        return read_article(
            self.data, name=self.name, form=self.form, options=self.options, url=self.url, charset=self.charset
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadRow:
    """One row of a file.

    Args:
        values: Its values by column: strings and lists of strings; those of columns that we do not know may be left
            out.
        name: The file's name.
        line: The row's line in its file.
        form: The file's format.
        options: How to read.
        warnings: What is to be said of how the file was read.
    """

    values: Mapping[str, Any] = field(repr=False)
    name: str
    line: int
    form: Format
    options: ReadingOptions
    warnings: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its name in messages."""
        values = (self.values.get(key) for key in (self.options.fields.id, self.options.fields.url))
        known = next((value.strip() for value in values if isinstance(value, str) and value.strip()), None)
        return f"{self.name}:{self.line}" + (f" ({known})" if known else "")

    @property
    def size(self) -> int:
        """What it holds in memory, in bytes: about."""
        values = chain.from_iterable(value if isinstance(value, list) else [value] for value in self.values.values())
        return sum(map(sys.getsizeof, values))

    @property
    def characters(self) -> int:
        """About how many characters its text has."""
        fields = self.options.fields
        text, html = self.values.get(fields.text), self.values.get(fields.html)
        if isinstance(text, str):
            return len(text)
        return len(html) // _BYTES["html"] if isinstance(html, str) else 0

    @property
    def says(self) -> tuple[Any, ...]:
        """What it says: two that agree in it are read as the same article."""
        return tuple(self.values.get(column) for column in astuple(self.options.fields))

    def read(self) -> Article | Failure:
        """The article, or why there is none."""
        return _guarded(f"{self.name}:{self.line}", self._read)

    def _read(self) -> Article:
        from articlelens.reading.rows import read_row

        article = read_row(self.values, name=self.name, form=self.form, options=self.options)
        return replace(article, line=self.line, warnings=(*self.warnings, *article.warnings))


Unread = UnreadFile | UnreadRow


def read_each(found: Iterable[Unread | Failure]) -> Iterator[Article | Failure]:
    """Reads what was found, in its order.

    Args:
        found: Articles, and failures of finding, which are passed on.
    """
    for item in found:
        yield item if isinstance(item, Failure) else item.read()


def _guarded(label: str, read: Callable[[], Article]) -> Article | Failure:
    try:
        return read()
    except InputError as error:
        return Failure.of(label, error)
    except (OSError, ValueError) as error:
        return Failure(source=label, message=f"it cannot be read: {getattr(error, 'strerror', None) or error}")
    except MemoryError:
        return Failure(source=label, message="reading it takes more memory than there is")
    except Exception as error:  # noqa: BLE001 - one article's failure must not end the run
        _log.debug("reading of %s failed", label, exc_info=True)
        return Failure(
            source=label,
            message=f"reading it failed: {type(error).__name__}: {error}",
            hint="this is a fault of articlelens: please report it with the article",
        )
