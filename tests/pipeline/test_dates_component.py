"""``articlelens_dates`` in a pipeline of its own, in others' and with a parse."""

import json

import pytest
import spacy

from articlelens.pipeline.annotations import DATES, attribute, items


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_dates")
    return nlp


def dated(nlp, text, published):
    doc = nlp.make_doc(text)
    doc._.articlelens_published = published
    return doc


def test_alone_in_a_blank_pipeline(blank):
    doc = blank(dated(blank, "She resigned on Friday, two days after the vote of May 14, 2024.", "2024-05-17"))
    assert [(item["value"], item["type"]) for item in items(doc, DATES)] == [
        ("2024-05-17", "date"),
        ("P2D", "duration"),
        ("2024-05-14", "date"),
    ]
    assert [span.text for span in doc.spans[DATES]] == ["Friday", "two days", "May 14, 2024"]
    assert [span.label_ for span in doc.spans[DATES]] == ["date", "duration", "date"]
    assert attribute(doc, DATES, "reference") == {"value": "2024-05-17", "basis": "metadata"}


def test_without_a_day_the_year_is_that_of_the_text(blank):
    doc = blank("It was signed on May 3, sealed on June 4, 2019, and lost on July 1, 2019.")
    assert [item["value"] for item in items(doc, DATES)] == ["2019-05-03", "2019-06-04", "2019-07-01"]
    assert attribute(doc, DATES, "reference") == {"value": "2019", "basis": "text"}


def test_nothing_in_nothing(blank):
    assert items(blank(""), DATES) == []
    assert attribute(blank("No dates at all."), DATES, "reference") is None


def test_settings():
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_dates", config={"day_first": True, "fiscal_year_start": 10, "week_start": "sunday"})
    doc = nlp(dated(nlp, "Signed 12/7/2022, in fiscal 2022; this week it ends.", "2024-05-19"))
    assert [(item["value"], item["from_"]) for item in items(doc, DATES)] == [
        ("2022-07-12", "2022-07-12"),
        ("FY2022", "2021-10-01"),
        ("2024-W21", "2024-05-20"),
    ]


@pytest.mark.parametrize("config", [{"fiscal_year_start": 13}, {"week_start": "tuesday"}, {"day_first": "perhaps"}])
def test_settings_that_make_no_sense(config):
    with pytest.raises(ValueError, match=r".*"):
        spacy.blank("en").add_pipe("articlelens_dates", config=config)


def test_several_processes(blank):
    texts = ["It fell on May 3, 2021.", "It rose two years ago.", ""]
    one, two = ([items(doc, DATES) for doc in blank.pipe(texts, n_process=count)] for count in (1, 2))
    assert one == two
    assert json.loads(json.dumps(one)) == one


# the reference is a Thursday
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The minister resigned on Monday.", ["2024-05-13"]),
        ("The minister will resign on Monday.", ["2024-05-20"]),
        ("The minister said she would resign on Monday.", ["2024-05-20"]),
        ("The council plans to meet on Monday.", ["2024-05-20"]),
        ("The hearing is scheduled for Monday.", ["2024-05-20"]),
        ("The court postponed the hearing until Monday.", ["2024-05-20"]),
        ("Until Monday, nobody had seen the letter.", ["2024-05-13"]),
        ("The mayor could not be reached on Monday.", ["2024-05-13"]),
        ("The bridge, which collapsed Monday, will be rebuilt.", ["2024-05-13"]),
        ("The lawyer said Monday that he would appeal.", ["2024-05-13"]),
        ("The plant will open in April.", ["2025-04"]),
        ("The plant opened in December.", ["2023-12"]),
        ("The plant closed in October and will reopen in October.", ["2023-10", "2024-10"]),
        ("The plant will open in June.", ["2024-06"]),
        ("The talks began on January 9.", ["2024-01-09"]),
        ("The talks will begin on January 9.", ["2025-01-09"]),
        ("The talks will begin on June 3.", ["2024-06-03"]),
        ("The talks broke up on December 18.", ["2023-12-18"]),
        ("Prices may fall, and voters may stay at home.", []),
        ("Prime Minister Theresa May resigned, and May Whitman took over.", []),
        ("Thousands joined the National March through the capital.", []),
        ("Thousands joined the annual March for Clean Water.", []),
        ("The leaves fall in October.", ["2024-10"]),
    ],
)
def test_direction_from_tense(analyzer, text, values):
    nlp = analyzer.nlp
    doc = nlp(dated(nlp, text, "2024-05-16"))
    assert [item["value"] for item in items(doc, DATES)] == values


def test_a_record(analyzer):
    text = (
        "Strikes Spread Along The Coast\n\nPublished May 16, 2024\n\nOn May 9, and again yesterday, the dockers of "
        "Callao walked out. They had last struck in December 2019, and yesterday is not last year."
    )
    record = analyzer.analyze(text)
    assert record.published == "2024-05-16"
    assert (record.reference_date.value, record.reference_date.basis) == ("2024-05-16", "metadata")
    assert [(row.value, row.count, row.basis) for row in record.dates] == [
        ("2019-12", 1, "explicit"),
        ("2023", 1, "reference_date"),
        ("2024-05-09", 1, "reference_date"),
        ("2024-05-15", 2, "reference_date"),
    ]


def test_days_that_are_not_known_are_not_one_day(analyzer):
    record = analyzer.analyze(
        "The ferry sank yesterday. It will be raised tomorrow. Nobody slept yesterday, they said."
    )
    assert record.reference_date is None
    assert [(row.value, row.count) for row in record.dates] == [("XXXX-XX-XX", 2), ("XXXX-XX-XX", 1)]


@pytest.mark.parametrize("published", ["2024-13-45", "last week", 20240314])
def test_a_day_that_is_none_is_named_with_its_extension(blank, published):
    doc = blank.make_doc("It closed on Friday.")
    doc._.articlelens_published = published
    with pytest.raises(ValueError, match=r"doc\._\.articlelens_published is .*, and has to be a day in ISO 8601"):
        blank(doc)
