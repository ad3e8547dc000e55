"""Sources on other machines: any path that fsspec knows, such as ``s3://bucket/folder``."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from articlelens.errors import Failure, SettingsError

if TYPE_CHECKING:
    from articlelens.reading import Unread

Find = Callable[[tuple[str, ...]], Iterator["Unread | Failure"]]
_FETCHED: Final = ("http", "https")  # these are articles' addresses, and reading's


def is_remote(name: str) -> bool:
    """Whether a name is a path for fsspec."""
    scheme, found, _ = name.partition("://")
    return bool(found) and scheme.isidentifier() and scheme not in _FETCHED and not os.path.exists(name)


def find_everywhere(names: Iterable[str], find: Find) -> Iterator[Unread | Failure]:
    """Finds the articles of sources on this machine and on others, in their order.

    Args:
        names: Sources, as :func:`articlelens.reading.find_sources` takes them, and paths for fsspec: files and folders.
        find: Finds those of this machine.

    Raises:
        SettingsError: What a path needs is not installed.
    """
    for name in names:
        if is_remote(name):
            yield from _find_remote(name, find)
        else:
            yield from find((name,))


def _find_remote(name: str, find: Find) -> Iterator[Unread | Failure]:
    system, path = file_system(name)
    try:
        files = system.find(path) if system.isdir(path) else [path]
        for file in sorted(files):
            with tempfile.TemporaryDirectory() as folder:
                local = os.path.join(folder, os.path.basename(file))
                system.get_file(file, local)
                yield from (_renamed(item, local, system.unstrip_protocol(file)) for item in find((local,)))
    except FileNotFoundError:
        yield Failure(source=name, message="there is no such file")
    except Exception as error:  # noqa: BLE001 - each kind of store has errors of its own
        yield Failure(source=name, message=f"it cannot be read: {type(error).__name__}: {error}")


def _renamed(item: Unread | Failure, local: str, name: str) -> Unread | Failure:
    """What was found in the copy ``local``, by its own name."""
    if isinstance(item, Failure):
        return replace(item, source=item.source.replace(local, name, 1))
    return replace(item, name=name)


def file_system(name: str) -> tuple[Any, str]:
    """The file system that a path is on, and the path there.

    Raises:
        SettingsError: What it needs is not installed, or there is no such kind of file system.
    """
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(name)
    except ImportError as error:
        raise SettingsError(
            f"{name} needs what is not installed: {error}",
            "python3 -m pip install fsspec, and s3fs for s3://, gcsfs for gs://",
        ) from None
    except ValueError as error:
        raise SettingsError(f"{name} is on no file system that is known: {error}") from None
    return system, path
