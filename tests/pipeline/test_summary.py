"""Key sentences: which are chosen, and where they begin."""

import pytest
import spacy

from articlelens.pipeline.annotations import NAMES, SUMMARY, items
from articlelens.pipeline.ranking import METHODS, ranked
from articlelens.pipeline.sentences import sentence_spans
from articlelens.pipeline.summary import Summary

LEAD = "The port closed on Monday after a fire in a warehouse."


def bags(*sentences):
    return [dict.fromkeys(sentence.split(), 1) for sentence in sentences]


def summary(analyzer, text, **settings):
    return [sentence.text for sentence in analyzer.analyze(text, **settings).summary]


@pytest.mark.parametrize("method", METHODS)
def test_few_sentences_are_all_chosen(method):
    assert ranked(bags("port fire", "ship crane"), {}, method=method, most=3) == [0, 1]
    assert ranked([], {}, method=method, most=3) == []


@pytest.mark.parametrize("method", ["textrank", "lexrank"])
def test_a_central_sentence_comes_before_one_that_nothing_is_said_of(method):
    article = bags("weather sunny", "port fire warehouse crane", "crane warehouse port", "fire port crane")
    assert ranked(article, {}, method=method, most=1) == [1]
    assert ranked(article, {}, method="lead", most=1) == [0]


@pytest.mark.parametrize("method", ["textrank", "lexrank"])
def test_what_is_said_already_is_not_said_again(method):
    article = bags("port fire warehouse", "port fire warehouse", "union strike pay", "port strike")
    assert set(ranked(article, {}, method=method, most=2)) != {0, 1}


@pytest.mark.parametrize("method", ["textrank", "lexrank"])
def test_the_headline_counts(method):
    article = bags("mayor spoke hall", "port fire crane", "mayor spoke hall", "crane hall fire")
    plain = ranked(article, {}, method=method, most=1)
    assert plain == [0]
    assert ranked(article, {"port": 1, "fire": 1, "crane": 1}, method=method, most=1) == [1]


@pytest.mark.parametrize("method", ["textrank", "lexrank"])
def test_sentences_with_nothing_in_common_and_empty_ones(method):
    assert ranked(bags("a", "b", "c", "d"), {}, method=method, most=2) == [0, 1]
    assert ranked([{}, {}, {}, {}], {}, method=method, most=2) == [0, 1]


def test_the_best_three_hold_the_best_two():
    article = bags("port fire", "ship crane", "port crane", "fire ship strike", "pay strike union", "union port")
    assert ranked(article, {}, most=3)[:2] == ranked(article, {}, most=2)


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA — ",
        "LIMA, Peru, July 19 (Andean Press) — ",
        "KYIV (Andean Press) - ",
        "GENEVA, March 3 -- ",
        "TEMA, Ghana (Gulf Coast Press) – ",
        "NEW YORK, May 4 - ",
    ],
)
@pytest.mark.parametrize("before", ["", "Fire at port\n\n"])
def test_a_dateline_is_left_out(analyzer, dateline, before):
    text = f"{before}{dateline}{LEAD} Ships -- eleven of them -- are waiting in the bay."
    record = analyzer.analyze(text)
    assert record.summary[0].text == LEAD
    assert text[record.summary[0].start : record.summary[0].end] == LEAD
    assert "Ships -- eleven of them" in record.summary[1].text


@pytest.mark.parametrize(
    "sentence",
    [
        "The port -- the largest in Ghana -- closed on Monday.",
        "In Lima the port was closed: ships are waiting there.",
        "Lima - Callao trains were stopped on Monday as well.",
    ],
)
def test_other_dashes_are_left_in(analyzer, sentence):
    assert summary(analyzer, f"{sentence} {LEAD}")[0].startswith(sentence[:12])


def test_captions_headings_and_furniture_are_no_key_sentences(analyzer):
    text = (
        "Port closes after fire\n\nThe warehouse in the port of Tema, seen from the sea.\n\n"
        f"{LEAD} Eleven ships are waiting in the bay, the harbour master said.\n\nWhat now\n\n"
        "Sign up for our newsletter\n\nThe harbour master expects the port to open again on Friday."
    )
    chosen = summary(analyzer, text)
    assert chosen[0] == LEAD
    assert len(chosen) == 3
    assert not any(word in " ".join(chosen) for word in ("seen from", "What now", "newsletter"))


PARTS = [
    ("Teachers", " in Peru", " rejected a government pay offer on Monday."),
    ("Leaders of three islands met on Monday", ", officials in Suva said late at night."),
    ("ST", ".", " PETERSBURG has a new bridge over the Neva."),
    ("The harbour master said the port", " – the largest in Ghana – would open on Friday."),
    ('"', "The port is closed," + '" the harbour master said on Monday.'),
]


@pytest.mark.parametrize("parts", PARTS)
def test_what_the_parser_cuts_is_one_key_sentence(parts):
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_layout")
    text = f"{''.join(parts)} {LEAD}"
    doc = nlp(text)
    at, starts = 0, {0, len("".join(parts)) + 1}
    for part in parts:
        starts.add(at + len(part) - len(part.lstrip()))
        at += len(part)
    for token in doc:
        token.is_sent_start = token.idx in starts
    assert len(sentence_spans(doc)) == len(parts) + 1
    found = items(Summary(sentences=9)(doc), SUMMARY)
    assert [doc.text[item["start"] : item["end"]] for item in found] == ["".join(parts), LEAD]


@pytest.mark.parametrize(
    "second", ["iPhone sales fell by half in the year.", '"We wait," the harbour master said then.']
)
def test_other_sentences_stay_apart(second):
    nlp = spacy.blank("en")
    doc = nlp(f"{LEAD} {second}")
    for token in doc:
        token.is_sent_start = token.idx in {0, len(LEAD) + 1}
    found = items(Summary(sentences=9)(doc), SUMMARY)
    assert [doc.text[item["start"] : item["end"]] for item in found] == [LEAD, second]


@pytest.mark.parametrize(
    "before",
    [
        "(Andean Press) - ",
        "(Gulf Coast Press) — ",
        "UPDATED 3:15 p.m. — ",
        "UPDATE: ",
        "ST. GALLEN, Switzerland, Nov 3 - ",
    ],
)
def test_agency_and_clock_are_left_out(analyzer, before):
    assert summary(analyzer, f"Fire at port\n\n{before}{LEAD}") == [LEAD]


@pytest.mark.parametrize(
    "paragraph",
    [
        "By Ana Quispe and Luis Rojas, Health Correspondents for the Lima Daily News",
        "Correction: An earlier version of this article misstated the day of the fire.",
        "Editor's note: This story has been updated with the words of the harbour master.",
        "This article was amended on 3 May 2023 to give the right number of ships.",
        "CORRECTION (May 3, 2023): The harbour master is Kofi Mensah, not Kwame Mensah.",
        "Ana Quispe is a health reporter who covers hospitals and the ministry.",
        "Ana Quispe and Luis Rojas are staff writers for the Lima Daily News, and live in Tema.",
    ],
)
def test_what_an_article_says_of_itself_is_no_key_sentence(analyzer, paragraph):
    text = f"Fire at port\n\n{LEAD}\n\nShips are waiting in the bay, the master said.\n\n{paragraph}"
    assert summary(analyzer, text) == [LEAD, "Ships are waiting in the bay, the master said."]


@pytest.mark.parametrize(
    "paragraph",
    [
        "By Monday the fire was out, and the port was open again.",
        "Ana Quispe is a reporter, and she was arrested in the port on Monday.",
        "This article of the treaty was signed by both sides on Monday.",
        "Corrections to the tax law were passed by the house on Monday.",
        "Updated rules for ports - the first in years - come into force in May.",
    ],
)
def test_news_is_not_taken_for_it(analyzer, paragraph):
    assert paragraph in summary(analyzer, f"Fire at port\n\n{LEAD}\n\n{paragraph}")


def test_an_author_note_is_one_at_the_end_alone(analyzer):
    note = "Ana Quispe is a reporter who covers ports, and she was arrested on Monday."
    assert note in summary(analyzer, f"Reporter held\n\n{note}\n\n{LEAD}\n\nShips are waiting in the bay, they said.")


def test_in_text_order_and_as_many_as_asked_for(analyzer, samples):
    text = (samples / "glacier.txt").read_text("utf-8")
    doc = analyzer.nlp(text)
    for number in (0, 1, 4):
        found = items(Summary(sentences=number)(doc), SUMMARY)
        assert len(found) == number
        assert found == sorted(found, key=lambda item: item["start"])
        assert sorted(item["rank"] for item in found) == list(range(1, number + 1))


def test_without_tagger_and_names():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("articlelens_summary", config={"sentences": 1})
    doc = nlp(f"{LEAD} It was put out by noon, and nobody was hurt in it.")
    assert [doc.text[item["start"] : item["end"]] for item in items(doc, SUMMARY)] == [LEAD]
    assert items(nlp(""), SUMMARY) == []


def test_an_unknown_method_is_refused():
    with pytest.raises(ValueError, match="textrank, lexrank, lead"):
        Summary(method="magic")


def test_no_sentence_ends_inside_a_name(analyzer):
    text = "Rain closed the road. Ana Quispe spoke in Lima."
    doc = analyzer.nlp(text)
    (name,) = [item for item in items(doc, NAMES) if item["class"] == "person"]
    quispe = next(token for token in doc if token.text == "Quispe")
    whole = sentence_spans(doc)
    doc = analyzer.nlp.make_doc(text)
    doc[quispe.i].is_sent_start = True
    for _, component in analyzer.nlp.pipeline:
        doc = component(doc)
    assert text[name["start"] : name["end"]] == "Ana Quispe"
    assert doc[quispe.i].is_sent_start
    assert sentence_spans(doc) == whole
