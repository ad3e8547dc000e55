"""The rows of a table as they are written, whatever stands in one of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

_TAB = "\t"


def read_records(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows with the numbers of their first lines; of a broken one, what is wrong with it.

    Cells are quoted as RFC 4180 has it.  Tab-separated values know no quoting (IANA, text/tab-separated-values), but
    spreadsheets quote them all the same: a row in which quotation marks do not close as quotes do is read without.

    Behind a broken row reading goes on at the next line that has as many cells as the header, since lines between them
    may be the rest of a cell; empty rows are passed over.

    Args:
        lines: The lines of the table, with their ends.
        delimiter: What parts the cells.
    """
    source = _Tape(lines)
    cells = 0
    broken = False
    while True:
        number = source.number + 1
        try:
            values = next(csv.reader(source, delimiter=delimiter, strict=True), None)
            if delimiter == _TAB and _is_two_rows(values):
                values = source.first_alone(delimiter)
        except csv.Error as error:
            if delimiter != _TAB:
                source.keep_first()
                if not broken:
                    yield number, error
                broken = cells > 1
                if not broken:
                    return
                continue
            values = source.first_alone(delimiter)
        source.forget()
        if values is None:
            return
        cells = cells or len(values)
        broken = broken and len(values) != cells
        if not broken and any(map(str.strip, values)):
            yield number, values


def _is_two_rows(values: list[str] | None) -> bool:
    """Whether a quotation mark took the end of one row and the beginning of another for one cell."""
    return any(_TAB in value and "\n" in value for value in values or ())


class _Tape:
    """Lines that can be given back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: list[str] = []
        self._given: list[str] = []
        self.number = 0
        """How many lines are read."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines)
        self._given.append(line)
        self.number += 1
        return line

    def forget(self) -> None:
        """What was read is done with."""
        self._given.clear()

    def keep_first(self) -> str:
        """The first of the lines that were read, which is done with; the others are given back."""
        first, *others = self._given
        self._back += reversed(others)
        self.number -= len(others)
        self._given.clear()
        return first

    def first_alone(self, delimiter: str) -> list[str]:
        """The cells of the first line, as they stand there."""
        return self.keep_first().rstrip("\r\n").split(delimiter)
