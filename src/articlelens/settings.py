"""Settings: flag > ``ARTICLELENS_*`` > ``./articlelens.toml`` or ``[tool.articlelens]`` > the user's file > default.

The command line reads flags and environment variables; here are the files, and the names and kinds of all settings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from articlelens.errors import SettingsError
from articlelens.reading.options import FIELDS
from articlelens.rendering import FORMATS

ENVIRONMENT_PREFIX: Final = "ARTICLELENS_"
FILE_NAME: Final = "articlelens.toml"
COLORS: Final = ("auto", "always", "never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting, by its name in files; its flag has dashes, its variable capitals."""

    name: str
    kind: type[str | bool | int]
    meaning: str
    choices: Collection[str] | None = None
    is_path: bool = False
    """Whether it names a file; in a settings file relative to that file's folder."""

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return ENVIRONMENT_PREFIX + self.name.upper()


SETTINGS: Final = (
    Setting(name="model", kind=str, meaning="name or folder of a spaCy pipeline with OntoNotes labels"),
    Setting(name="format", kind=str, meaning="output format", choices=FORMATS),
    Setting(name="sentences", kind=int, meaning="key sentences of an article; 0 for none"),
    Setting(name="top", kind=int, meaning="rows of each list; 0 for all"),
    Setting(name="with_text", kind=bool, meaning="put the text and its sentences into the record"),
    Setting(name="watchlist", kind=str, meaning="file of names to find wherever they stand", is_path=True),
    Setting(name="ignore", kind=str, meaning="file of names to leave out", is_path=True),
    Setting(name="color", kind=str, meaning=f"one of {', '.join(COLORS)}", choices=COLORS),
    Setting(name="encoding", kind=str, meaning="the encoding of the inputs, where it is not to be found out"),
    *(
        Setting(name=f"{name}_field", kind=str, meaning=f"which key or column of rows has the {name}")
        for name in FIELDS
    ),
    Setting(name="max_size", kind=int, meaning="megabytes that one article may have, unpacked"),
    Setting(name="max_characters", kind=int, meaning="characters that one article's text may have"),
    Setting(name="fetch_timeout", kind=int, meaning="seconds that fetching one address may take"),
)
_BY_NAME: Final = {setting.name: setting for setting in SETTINGS}
_KINDS: Final = {str: "a string", bool: "true or false", int: "a whole number"}


def load(folder: Path, user_folder: Path) -> dict[str, Any]:
    """The settings that files give.

    Args:
        folder: Where the command runs: its ``articlelens.toml``, else its ``pyproject.toml``, stands first.
        user_folder: Where the user's own ``articlelens.toml`` is.

    Raises:
        SettingsError: A file is not TOML, or has an unknown setting or one of the wrong kind.
    """
    project = _read(folder / FILE_NAME)
    if project is None:
        pyproject = folder / "pyproject.toml"
        tools = (_toml(pyproject) or {}).get("tool")
        project = _checked(tools.get("articlelens", {}) if isinstance(tools, dict) else {}, pyproject)
    return (_read(user_folder / FILE_NAME) or {}) | project


def check_environment(environ: Iterable[str]) -> None:
    """Refuses ``ARTICLELENS_*`` variables that set nothing.

    Raises:
        SettingsError: There is one.
    """
    variables = [setting.variable for setting in SETTINGS]
    for name in environ:
        if name.startswith(ENVIRONMENT_PREFIX) and name not in variables:
            raise SettingsError(f"unknown setting in the environment: {name}", did_you_mean(name, variables))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint at the known name nearest to ``name``, or at all of them."""
    known = list(known)
    close = nearest(name, known)
    return f"did you mean {close}?" if close else f"known are {', '.join(known)}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that ``name`` was probably meant to be."""
    return next(iter(get_close_matches(name, list(known), n=1)), None)


def _read(path: Path) -> dict[str, Any] | None:
    content = _toml(path)
    return None if content is None else _checked(content, path)


def _toml(path: Path) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise SettingsError(f"the settings in {path} cannot be read: {error}") from None


def _checked(content: object, path: Path) -> dict[str, Any]:
    if not isinstance(content, Mapping):
        raise SettingsError(f"the settings in {path} are no table")
    for name, value in content.items():
        if name not in _BY_NAME:
            raise SettingsError(f"unknown setting in {path}: {name}", did_you_mean(name, _BY_NAME))
        kind = _BY_NAME[name].kind
        if type(value) is not kind:
            raise SettingsError(f"the setting {name} in {path} is not {_KINDS[kind]}: {value!r}")
        choices = _BY_NAME[name].choices
        if choices is not None and value not in choices:
            raise SettingsError(f"the setting {name} in {path} is {value!r}", did_you_mean(str(value), choices))
    return {name: _placed(value, path.parent) if _BY_NAME[name].is_path else value for name, value in content.items()}


def _placed(name: str, folder: Path) -> str:
    return str(folder / Path(name).expanduser())
