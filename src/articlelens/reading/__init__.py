"""From a source to an Article: files, folders, standard input, rows; what is headline, text and page furniture."""

from articlelens.reading.article import Article, Block
from articlelens.reading.plain import read_text
from articlelens.reading.sources import count_sources, read_sources

__all__ = ["Article", "Block", "count_sources", "read_sources", "read_text"]
