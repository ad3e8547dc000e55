"""Lists that users keep: names to watch for, and names to leave out.

A list is a TOML or a CSV file; ``docs/watchlists.md`` shows both.  What is read is plain, frozen data.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

from articlelens.errors import SettingsError
from articlelens.record import EntityClass

CLASSES: Final[tuple[EntityClass, ...]] = get_args(EntityClass)
SEPARATOR: Final = "|"  # between the aliases of a CSV cell
SPELLED_ALIKE: Final = str.maketrans("’‘‐‑–", "''---")  # marks that texts and lists write either way
DELIMITERS: Final = ",;\t"  # spreadsheets of many countries write semicolons
_DOCUMENTED: Final = "docs/watchlists.md shows how such a file looks"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedName:
    """A person, an organization or a place to watch for."""

    name: str
    entity_class: EntityClass
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoredName:
    """A name to leave out."""

    name: str
    entity_class: EntityClass | None = None
    """The class that it is left out of; None for all."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name alone."""
        return (self.name,)


@dataclass(frozen=True, slots=True)
class Watchlist:
    """Names to watch for, each once.

    Raises:
        SettingsError: A name is empty, or a form stands in the list twice.
    """

    entries: tuple[WatchedName, ...] = ()

    def __post_init__(self) -> None:
        _refuse(_faults(self.entries))


@dataclass(frozen=True, slots=True)
class IgnoreList:
    """Names to leave out, each once.

    Raises:
        SettingsError: A name is empty, or stands in the list twice.
    """

    entries: tuple[IgnoredName, ...] = ()

    def __post_init__(self) -> None:
        _refuse(_faults(self.entries))


Entry = TypeVar("Entry", WatchedName, IgnoredName)


def read_watchlist(path: str | Path) -> Watchlist:
    """The names of a file to watch for.

    Args:
        path: A TOML or CSV file; each name has a class, and perhaps aliases.

    Raises:
        SettingsError: The file cannot be read, or says something that is not right; the message tells the line.
    """
    return Watchlist(_read(Path(path), ("name", "class", "aliases"), _watched))


def read_ignore_list(path: str | Path) -> IgnoreList:
    """The names of a file to leave out.

    Args:
        path: A TOML or CSV file; each name may have a class.

    Raises:
        SettingsError: The file cannot be read, or says something that is not right; the message tells the line.
    """
    return IgnoreList(_read(Path(path), ("name", "class"), _ignored))


def check_together(watchlist: Watchlist, ignore: IgnoreList) -> None:
    """Refuses lists that contradict each other.

    Raises:
        SettingsError: A name is to be watched for and to be left out.
    """
    ignored = {(_alike(entry.name), entry.entity_class) for entry in ignore.entries}
    for entry in watchlist.entries:
        for form in entry.forms:
            if not {(_alike(form), None), (_alike(form), entry.entity_class)}.isdisjoint(ignored):
                raise SettingsError(f"{form!r} is both watched for and ignored", "take it out of one of the two lists")


_SEPARATOR_LINE: Final = re.compile(r'"?sep=([,;\t|])"?', re.IGNORECASE)
Row = tuple[str, Mapping[str, Any]]  # where it stands, and its fields


def _read(path: Path, fields: Sequence[str], make: Callable[[Mapping[str, Any]], Entry]) -> tuple[Entry, ...]:
    if path == Path():
        raise SettingsError("no file is named for a list", "name a .toml or .csv file, or leave the option out")
    kinds: dict[str, Callable[[Path, str, Sequence[str]], Iterator[Row]]] = {
        ".toml": _toml_rows,
        ".csv": _csv_rows,
        ".tsv": _csv_rows,
    }
    rows = kinds.get(path.suffix.lower())
    if rows is None:
        raise SettingsError(f"the list {path} is neither .toml nor .csv", _DOCUMENTED)
    places: list[str] = []
    entries: list[Entry] = []
    for where, row in rows(path, _text(path), fields):
        try:
            entries.append(make(row))
        except ValueError as error:
            raise SettingsError(f"{where}: {error}", _DOCUMENTED) from None
        places.append(where)
    _refuse(_faults(entries), places)
    return tuple(entries)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsError(
            f"the list {path} is not UTF-8", "save it as UTF-8; spreadsheets call it CSV UTF-8"
        ) from None
    except OSError as error:
        raise SettingsError(
            f"the list {path} cannot be read: {error.strerror or error}", "check the name of the file"
        ) from None


def _toml_rows(path: Path, text: str, fields: Sequence[str]) -> Iterator[Row]:
    import tomllib

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"the list {path} is no TOML: {error}", _DOCUMENTED) from None
    rows = content.get("names", [])
    if set(content) - {"names"} or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SettingsError(f"the list {path} has something else than [[names]]", _DOCUMENTED)
    headers = [
        number for number, line in enumerate(text.split("\n"), start=1) if line.split("#")[0].strip() == "[[names]]"
    ]
    for index, row in enumerate(rows):
        where = f"{path}, line {headers[index]}" if len(headers) == len(rows) else f"{path}, name {index + 1}"
        _check_fields(where, row, fields)
        yield where, row


def _csv_rows(path: Path, text: str, fields: Sequence[str]) -> Iterator[Row]:
    first, _, rest = text.partition("\n")
    skipped = 0
    if told := _SEPARATOR_LINE.fullmatch(first.strip()):  # as Excel writes and reads it
        text, skipped = rest, 1
    head = text.split("\n", 1)[0]
    delimiter = told[1] if told else next((mark for mark in DELIMITERS if mark in head), DELIMITERS[0])
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        header = [name.strip().lower() for name in reader.fieldnames or ()]
        reader.fieldnames = header
        _check_fields(f"{path}, line {skipped + 1}", dict.fromkeys(header), fields)
        if "name" not in header:
            raise SettingsError(
                f"{path}, line {skipped + 1}: it does not name the columns", f"begin with {','.join(fields)}"
            )
        for row in reader:
            where = f"{path}, line {reader.line_num + skipped}"
            if None in row:
                raise SettingsError(
                    f"{where}: it has more cells than columns",
                    f'put a name with a comma in quotes, as in "Quill, Ltd", and {SEPARATOR} between aliases',
                )
            cells = {key: cell.strip() for key, cell in row.items() if cell is not None and cell.strip()}
            if not cells:
                continue
            if "aliases" in cells:
                yield where, cells | {"aliases": _aliases(cells["aliases"])}
            else:
                yield where, cells
    except csv.Error as error:
        raise SettingsError(
            f"{path}, line {reader.reader.line_num + skipped}: it is no CSV: {error}", _DOCUMENTED
        ) from None


def _aliases(cell: str) -> list[str]:
    """The aliases of a cell; one mark behind the last is no empty alias."""
    return [alias.strip() for alias in cell.removesuffix(SEPARATOR).split(SEPARATOR)]


def _check_fields(where: str, row: Iterable[str], fields: Sequence[str]) -> None:
    for name in row:
        if name not in fields:
            raise SettingsError(f"{where}: unknown field {name!r}", f"known are {', '.join(fields)}")


def _watched(row: Mapping[str, Any]) -> WatchedName:
    kind = _class_of(row)
    if kind is None:
        raise ValueError(f"{row.get('name', 'it')!r} has no class: person, organization or place")
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise ValueError("aliases is no list of strings")
    return WatchedName(
        name=_name_of(row), entity_class=kind, aliases=tuple(" ".join(alias.split()) for alias in aliases)
    )


def _ignored(row: Mapping[str, Any]) -> IgnoredName:
    return IgnoredName(name=_name_of(row), entity_class=_class_of(row))


def _name_of(row: Mapping[str, Any]) -> str:
    name = row.get("name", "")
    if not isinstance(name, str):
        raise ValueError(f"the name is no string: {name!r}")  # noqa: TRY004 - one kind of error for one kind of fault
    return " ".join(name.split())


def _class_of(row: Mapping[str, Any]) -> EntityClass | None:
    given = row.get("class")
    if given is None:
        return None
    for kind in CLASSES:
        if isinstance(given, str) and given.strip().lower() == kind:
            return kind
    raise ValueError(f"unknown class {given!r}: it is person, organization or place")


def _faults(entries: Sequence[WatchedName | IgnoredName]) -> Iterator[tuple[int, str, int | None]]:
    """What is wrong among the entries: an entry's index, the fault, and the index of the entry that it clashes with."""
    first: dict[tuple[str, EntityClass | None], int] = {}
    for index, entry in enumerate(entries):
        for form in entry.forms:
            if not any(char.isalnum() for char in form):
                yield index, "a name is empty" if not form.strip() else f"{form!r} is no name", None
                continue
            slot = _same(form), entry.entity_class if isinstance(entry, IgnoredName) else None
            if slot in first:
                yield index, f"{form!r} stands there twice", first[slot]
            first[slot] = index


def _same(form: str) -> str:
    """What forms have in common that are found alike: whichever apostrophes, hyphens and code points spell them."""
    return unicodedata.normalize("NFC", form).translate(SPELLED_ALIKE)


def _alike(form: str) -> str:
    """What forms have in common that are ignored alike: capitals, accents and full stops count for nothing."""
    letters = unicodedata.normalize("NFD", _same(form).casefold().replace(".", ""))
    return "".join(char for char in letters if not unicodedata.combining(char)).removeprefix("the ")


def _refuse(faults: Iterator[tuple[int, str, int | None]], places: Sequence[str] = ()) -> None:
    for index, fault, other in faults:
        where = f"{places[index]}: " if places else ""
        before = f", first in {places[other]}" if places and other is not None and other != index else ""
        raise SettingsError(
            f"{where}{fault}{before}",
            "a form can be of one entity only: take it out of one of them" if other is not None else _DOCUMENTED,
        )
