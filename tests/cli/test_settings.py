import pytest

from articlelens.errors import ExitCode, SettingsError
from articlelens.rendering import FORMATS
from articlelens.settings import SETTINGS, did_you_mean, load

TEXT = "Li Wei spoke in Lima."


@pytest.fixture
def folders(tmp_path):
    (tmp_path / "user").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def test_order_of_the_layers(cli, folders):
    user, project = folders / "user" / "articlelens.toml", folders / "articlelens.toml"

    def with_text(*flags, **environ):
        return "text" in cli("extract", "a.txt", *flags, environ=environ).records[0]

    assert not with_text()
    user.write_text("with_text = true\n")
    assert with_text()
    project.write_text("with_text = false\n")
    assert not with_text()
    assert with_text(ARTICLELENS_WITH_TEXT="1")
    assert with_text("--with-text", ARTICLELENS_WITH_TEXT="0")


def test_pyproject_is_read_where_there_is_no_file_of_our_own(folders):
    (folders / "pyproject.toml").write_text('[tool.articlelens]\nformat = "terminal"\n')
    assert load(folders, folders / "user") == {"format": "terminal"}
    (folders / "articlelens.toml").write_text('format = "json"\n')
    assert load(folders, folders / "user") == {"format": "json"}


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        ('formt = "json"', "unknown setting in {}: formt", "did you mean format?"),
        ("with_text = 1", "the setting with_text in {} is not true or false: 1", None),
        ("top = true", "the setting top in {} is not a whole number: True", None),
        ('format = "xml"', "the setting format in {} is 'xml'", f"known are {', '.join(FORMATS)}"),
        ('color = "alway"', "the setting color in {} is 'alway'", "did you mean always?"),
        ("model = ", "the settings in {} cannot be read: ", None),
    ],
)
def test_wrong_files_are_refused(folders, content, message, hint):
    path = folders / "articlelens.toml"
    path.write_text(content)
    with pytest.raises(SettingsError) as caught:
        load(folders, folders / "user")
    assert caught.value.message.startswith(message.format(path))
    assert caught.value.hint == hint


def test_a_pyproject_whose_tool_is_no_table_has_no_settings(folders):
    (folders / "pyproject.toml").write_text("tool = 3\n")
    assert load(folders, folders / "user") == {}


def test_a_tool_table_that_is_no_table(folders):
    (folders / "pyproject.toml").write_text('[tool]\narticlelens = "x"\n')
    with pytest.raises(SettingsError, match="are no table"):
        load(folders, folders / "user")


def test_a_wrong_setting_stops_the_command_but_not_its_help(cli, folders):
    (folders / "articlelens.toml").write_text('formt = "json"\n')
    done = cli("extract", "a.txt")
    assert done.code == ExitCode.USAGE
    assert "hint: did you mean format?" in done.err
    assert cli("extract", "--help").code == ExitCode.OK


def test_unknown_variables_are_refused(cli, folders):
    done = cli("extract", "a.txt", environ={"ARTICLELENS_MODLE": "x"})
    assert done.code == ExitCode.USAGE
    assert "ARTICLELENS_MODLE" in done.err
    assert "did you mean ARTICLELENS_MODEL?" in done.err


def test_a_wrong_value_in_the_environment_names_its_variable(cli, folders):
    done = cli("extract", "a.txt", environ={"ARTICLELENS_FORMAT": "xml"})
    assert done.code == ExitCode.USAGE
    assert "ARTICLELENS_FORMAT" in done.err


def test_a_setting_of_another_format_is_no_conflict(cli, folders):
    (folders / "articlelens.toml").write_text("with_text = true\ntop = 3\n")
    assert cli("extract", "a.txt", terminals="out").code == ExitCode.OK
    assert cli("extract", "a.txt").code == ExitCode.OK


def test_every_setting_is_an_option(cli):
    shown = cli("extract", "--help").out
    for setting in SETTINGS:
        assert f"--{setting.name.replace('_', '-')}" in shown


def test_did_you_mean():
    assert did_you_mean("colour", ["color", "model"]) == "did you mean color?"
    assert did_you_mean("zzz", ["color", "model"]) == "known are color, model"
