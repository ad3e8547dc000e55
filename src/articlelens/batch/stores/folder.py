"""A folder of JSON files, one an article, that mirrors the tree of the sources."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Final

from articlelens.batch.journal import Commit, sync_folder, write_whole
from articlelens.batch.plan import where
from articlelens.batch.stores import json_lines
from articlelens.batch.stores.base import Encode, Entry, JournaledStore

_LONGEST: Final = 200  # bytes of a file's name, where 255 are what most systems take
_NO_PLACE: Final = (errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.EEXIST)


class FolderStore(JournaledStore):
    """One JSON file an article: ``a/b.txt`` gives ``a/b.txt.json``, line 17 of ``a/b.jsonl`` ``a/b.jsonl/17.json``.

    Args:
        path: The folder.
        root: What the sources' names are shortened by; None for nothing.
    """

    is_folder = True

    def encoder(self) -> Encode:
        """See :meth:`Store.encoder`."""
        return json_lines.encode

    def __init__(self, path: Path, root: str | None = None) -> None:
        super().__init__(path)
        self.root = root
        self._owners: dict[str, str] = {}

    def _valid(self, commit: Commit) -> bool:  # noqa: ARG002 - a file that somebody took away is done again
        return True

    def _load(self) -> dict[str, str] | None:
        found = super()._load()
        last = {
            place: (key, owner)
            for commit in self.journal.commits
            for key, place, owner in zip(commit["keys"], commit["places"], commit["owners"], strict=True)
            if (self.path / place).is_file()
        }
        # What was replaced, or taken away by somebody, is done no more.
        self.done.intersection_update(key for key, _ in last.values())
        self._owners = {place: owner for place, (_, owner) in last.items()}
        return found

    def _remove(self) -> None:
        self._owners.clear()
        self.journal.load(self._valid)
        for commit in self.journal.commits:
            for place in commit["places"]:
                (self.path / place).unlink(missing_ok=True)

    def _write(self, entries: Sequence[Entry]) -> None:
        owners = [owner_of(entry, self.path.parent) for entry in entries]
        places = []
        for entry, owner in zip(entries, owners, strict=True):
            place = place_of(entry, self.root)
            if self._owners.setdefault(place, owner) != owner:  # another article's, of another source or another run
                place = f"{place.removesuffix('.json')}.{owner}.json"
                self._owners[place] = owner
            places.append(place)
        written = [
            (entry.key, place, owner)
            for entry, place, owner in zip(entries, places, owners, strict=True)
            if self._put(entry, place)
        ]
        for folder in {parent for _, place, _ in written for parent in PurePath(place).parents}:
            sync_folder(self.path / folder)
        columns = dict(zip(("keys", "places", "owners"), map(list, zip(*written, strict=True)), strict=False))
        if columns:
            self.journal.add(columns)

    def _put(self, entry: Entry, place: str) -> bool:
        """Writes a file; False where the system takes no file of that name."""
        target = self.path / place
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, entry.payload)
        except OSError as error:
            if error.errno not in _NO_PLACE:
                raise
            self.refused[entry.key] = error.strerror or str(error)
            return False
        return True


def place_of(entry: Entry, root: str | None) -> str:
    """Where the file of an entry goes, below the store's folder; never outside of it."""
    name = "stdin" if entry.name == "-" else entry.name
    if root is not None and entry.name != "-":
        name = os.path.relpath(name, root)
    parts = [part for part in PurePath(name).parts if part not in ("..", os.sep, PurePath(name).anchor)]
    if entry.line is not None:
        parts.append(str(entry.line))
    _, _, again = entry.key.partition("-")
    parts[-1] += f".{again}.json" if again else ".json"
    return "/".join(_short(part) for part in parts)


def _short(part: str) -> str:
    """A name that no system refuses for its length; a hash keeps what was cut off apart."""
    data = part.encode("utf-8", "surrogateescape")
    if len(data) <= _LONGEST:
        return part
    digest = hashlib.blake2b(data, digest_size=8).hexdigest()
    suffix = ".json" if part.endswith(".json") else ""
    return f"{data[:_LONGEST].decode('utf-8', 'ignore')}.{digest}{suffix}"


def owner_of(entry: Entry, base: Path) -> str:
    """Who may replace the file of an entry: the same source; of what has no file of its own, the same article."""
    own_file = entry.line is None and entry.name != "-"
    owner = where(entry.name, base) if own_file else entry.key
    return hashlib.blake2b(str(owner).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def common_root(names: Iterable[str]) -> str | None:
    """The folder that names of sources are shortened by: the one given, or what several have in common."""
    folders = [name if os.path.isdir(name) else os.path.dirname(name) for name in names if name != "-"]
    if not folders:
        return None
    return os.path.commonpath([os.path.abspath(folder) for folder in folders])
