"""The tables have all that the record has."""

import csv
import dataclasses
import io
import json
import sqlite3
from contextlib import closing

import pytest

from articlelens import record as records
from articlelens.batch.stores.sqlite import schema
from articlelens.rendering import FORMATS, Look
from articlelens.rendering.csv_table import HEADER
from articlelens.tables import ARTICLES, BY_NAME, TABLES, cell, csv_rows, rows

TEXT = "Ana Quispe, the mayor of Lima, met General Motors on 7 December 2022. Ana Quispe wants $5 million for Lima."


@pytest.fixture(scope="module")
def one(analyzer):
    return analyzer.analyze(TEXT)


def leaves(part, path=()):
    for field in dataclasses.fields(part):
        name = records.json_name(field.name)
        nested = getattr(records, str(field.type).removesuffix(" | None"), None)
        if dataclasses.is_dataclass(nested):
            yield from leaves(nested, (*path, name))
        else:
            yield (*path, name)


def test_every_key_of_a_record_is_in_a_table():
    in_lists = {("summary",), ("sentences",), *((table.name,) for table in TABLES)}
    assert {column.path for column in ARTICLES.columns if column.path} == set(leaves(records.Record)) - in_lists


def test_the_tables_say_what_the_record_says(one):
    found = rows(one, "key")
    plain = one.to_dict()
    as_dicts = {
        name: [dict(zip(BY_NAME[name].names, row, strict=True)) for row in table] for name, table in found.items()
    }
    assert [row["name"] for row in as_dicts["people"]] == [person["name"] for person in plain["people"]]
    assert json.loads(as_dicts["people"][0]["roles"]) == plain["people"][0]["roles"]
    assert as_dicts["dates"][0]["from_day"] == "2022-12-07"
    assert as_dicts["articles"][0]["summary"] == "\n".join(sentence["text"] for sentence in plain["summary"])
    assert all(row["article"] == "key" for table in as_dicts.values() for row in table)
    for mention in as_dicts["mentions"]:
        assert TEXT[mention["start_char"] : mention["end_char"]] == mention["text"]
    assert len(found["mentions"]) == sum(row["count"] for name in list(BY_NAME)[2:] for row in as_dicts[name])


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, None), (True, True), (7, 7), (2**63, 2.0**63), (10**400, None), (["é"], '["é"]'), ("\ud800", "\\ud800")],
)
def test_cells(value, expected):
    assert cell(value) == expected


def test_no_control_character_reaches_a_csv():
    assert csv_rows([("a\x1b[1m\x9b\x00\nb", 1, None, 2.5)]) == '"a\ufffd[1m\ufffd\ufffd\nb",1,,2.5\n'


def test_the_csv_format_is_one_table_of_all_mentions(one):
    pieces = list(FORMATS["csv"].renderer()([one, one], Look()))
    header, *lines = csv.reader(io.StringIO("".join(pieces)))
    assert tuple(header) == HEADER
    assert len(set(header)) == len(header)
    table = [dict(zip(header, line, strict=True)) for line in lines]
    assert len(table) == 2 * len(rows(one, "")["mentions"])
    money = next(row for row in table if row["kind"] == "money")
    assert (money["class"], money["value"], money["unit"], money["text"]) == ("figure", "5000000", "USD", "$5 million")
    date = next(row for row in table if row["class"] == "date")
    assert (date["id"], date["value"], date["from_day"]) == ("date-1", "2022-12-07", "2022-12-07")
    assert {row["name"] for row in table if row["class"] == "person"} == {"Ana Quispe"}


def test_columns_need_no_quotes_in_sql():
    with closing(sqlite3.connect(":memory:")) as database:
        for statement in schema():
            database.execute(statement)
        for table in TABLES:
            database.execute(f"SELECT {', '.join(table.names)} FROM {table.name}")
