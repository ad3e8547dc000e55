import json
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from articlelens.record import Mention

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "src" / "articlelens" / "record.schema.json"


def test_schema_is_what_the_types_give():
    done = subprocess.run(
        [sys.executable, "scripts/schema.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_schema_is_a_schema_and_describes_every_key():
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for part in (schema, *schema["$defs"].values()):
        assert part["description"]
        for name, described in part["properties"].items():
            assert described.get("description") or "$ref" in described, name


def test_all_keys_are_there_in_the_schemas_order(analyzer, validate):
    record = analyzer.analyze("Nothing here.").to_dict()
    validate(record)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert list(record) == schema["required"]
    assert record["people"] == record["organizations"] == record["places"] == []
    assert record["title"] is None
    assert record["reference_date"] is None


def test_text_and_sentences_only_when_asked_for(analyzer, validate):
    text = "Ana Quispe lives in Lima. She works there."
    record = analyzer.analyze(text, with_text=True).to_dict()
    validate(record)
    assert record["text"] == text
    assert [text[start:end] for start, end in record["sentences"]] == ["Ana Quispe lives in Lima.", "She works there."]
    assert "text" not in analyzer.analyze(text).to_dict()


@pytest.mark.parametrize("char", ["\x1b", "\x7f", "\x9b", "\u2028", "\u2029", "\x85", "\n", "\ud800", "\0"])
def test_json_is_one_harmless_line_of_utf8(analyzer, char):
    text = f"Ana{char}Quispe met Li Wei in Lima on Monday."
    record = analyzer.analyze(text, with_text=True)
    line = record.to_json()
    assert len(line.splitlines()) == 1
    assert char not in line
    line.encode("utf-8")
    assert json.loads(line)["text"] == text


def test_json_keeps_other_letters_as_they_are(analyzer):
    assert "Huancarán" in analyzer.analyze("José Huancarán met Łukasz.", with_text=True).to_json()


def test_records_do_not_change():
    mention = Mention(text="Lima", start=0, end=4, sentence=0)
    with pytest.raises(FrozenInstanceError):
        mention.text = "Puno"  # type: ignore[misc]
