"""``articlelens_names`` and ``articlelens_entities`` as components, on articles and on arbitrary text."""

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from articlelens.pipeline.annotations import ENTITIES, NAMES, items
from articlelens.pipeline.entities import Entities
from articlelens.pipeline.names import Names
from articlelens.reading import read_text

NLP = spacy.blank("en")
ARTICLE = """Teachers march in Tanor as Brandt refuses talks

TANOR, Zembla, May 3 (Highland Wire) - Thousands of teachers marched through Tanor on Tuesday after Education Minister \
Ilka Brandt refused to meet their union.

The Federation of Highland Teachers (SUTEM) and the Harbour and Quayside Workers Union (HQWU) called the march. \
"We will not go home," said Luis Ferrer, a leader in the Upland Council, who spoke for SUTEM.

Brandt, 54, said the HQWU had broken the law. ILKA BRANDT MUST GO, read one banner. President Tariq Oyelowo has said \
nothing, and Oyelowo's spokeswoman, Renata Solis, would not comment.
"""


def entities(analyzer, text, kind):
    doc = analyzer.nlp(analyzer._parts(read_text(text))[0])  # noqa: SLF001 - what pipe() hands to spaCy
    return {item["name"]: item for item in items(doc, ENTITIES) if item["class"] == kind}


def test_one_row_for_each_real_person(analyzer):
    people = entities(analyzer, ARTICLE, "person")
    assert set(people) == {"Ilka Brandt", "Luis Ferrer", "Tariq Oyelowo", "Renata Solis"}
    assert people["Ilka Brandt"]["aliases"] == ["Brandt"]
    assert people["Tariq Oyelowo"]["aliases"] == ["Oyelowo"]
    assert people["Ilka Brandt"]["roles"] == ["Education Minister"]
    assert people["Luis Ferrer"]["roles"] == ["a leader in the Upland Council"]
    assert people["Tariq Oyelowo"]["roles"] == ["President"]


def test_acronyms_belong_to_their_long_forms(analyzer):
    organizations = entities(analyzer, ARTICLE, "organization")
    teachers = organizations["Federation of Highland Teachers"]
    workers = organizations["Harbour and Quayside Workers Union"]
    assert (teachers["aliases"], teachers["acronym"]) == (["SUTEM"], "SUTEM")
    assert (workers["aliases"], workers["acronym"]) == (["HQWU"], "HQWU")
    assert not {"SUTEM", "HQWU"} & set(organizations)


def test_capitals_make_no_second_place(analyzer):
    places = entities(analyzer, ARTICLE, "place")
    assert [name for name in places if name.casefold() == "tanor"] == ["Tanor"]
    assert "Zembla" in places


def test_every_mention_says_why(analyzer):
    doc = analyzer.nlp(analyzer._parts(read_text(ARTICLE))[0])  # noqa: SLF001
    found = {doc.text[item["start"] : item["end"]]: item["rules"] for item in items(doc, NAMES)}
    assert all(rules and all(isinstance(rule, str) for rule in rules) for rules in found.values())
    assert "dateline" in found["TANOR"]
    assert "acronym" in found["SUTEM"]
    assert "last_name" in found["Oyelowo"]


def test_merging_twice_changes_nothing(analyzer):
    doc = analyzer.nlp(analyzer._parts(read_text(ARTICLE))[0])  # noqa: SLF001
    once = [dict(item) for item in items(doc, ENTITIES)]
    assert [dict(item) for item in items(Entities()(doc), ENTITIES)] == once


def test_order_of_mentions_does_not_matter(analyzer):
    doc = analyzer.nlp(analyzer._parts(read_text(ARTICLE))[0])  # noqa: SLF001
    once = [dict(item) for item in items(doc, ENTITIES)]
    doc.spans[NAMES].attrs["items"].reverse()
    assert [dict(item) for item in items(Entities()(doc), ENTITIES)] == once


def test_alone_they_take_the_entities_of_any_pipeline():
    nlp = spacy.blank("en")
    nlp.add_pipe("articlelens_names")
    nlp.add_pipe("articlelens_entities")
    doc = nlp.make_doc("Judge Ana Quispe met Mr. Flores of Quill Ltd in Tema. Quispe left.")
    doc.set_ents([doc.char_span(6, 16, label="PERSON"), doc.char_span(25, 31, label="PERSON"),
                  doc.char_span(35, 44, label="ORG"), doc.char_span(48, 52, label="GPE")])  # fmt: skip
    for name in nlp.pipe_names:
        doc = nlp.get_pipe(name)(doc)
    assert [(item["name"], item["aliases"]) for item in items(doc, ENTITIES) if item["class"] == "person"] == [
        ("Ana Quispe", ["Quispe"]),
        ("Flores", []),
    ]
    assert {item["name"]: item["class"] for item in items(doc, ENTITIES)}["Tema"] == "place"


TOKENS = st.lists(
    st.sampled_from(
        [
            "Ana",
            "Quispe",
            "said",
            "the",
            "The",
            "of",
            "in",
            "(",
            ")",
            ",",
            ".",
            "-",
            "\n",
            "Tema",
            "HQWU",
            "Union",
            "Minister",
            "U.S.",
            "54",
            "3-1",
            "'s",
            "’s",
            "“",
            "/",
            "von",
            "Ltd",
            "😀",
            "é",
        ]
    ),
    max_size=25,
)
LABELS = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "DATE", "EVENT"])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TOKENS, st.data())
def test_arbitrary_entities_give_ordered_mentions_that_do_not_overlap(tokens, data):
    tags = [data.draw(st.sampled_from(["NNP", "NN", "IN", ""])) for _ in tokens]
    doc = Doc(NLP.vocab, words=tokens, tags=tags if all(tags) else None)
    if tokens:
        cuts = sorted(data.draw(st.sets(st.integers(0, len(tokens)), max_size=8)))
        doc.set_ents([Span(doc, a, b, label=data.draw(LABELS)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)])
    doc = Entities()(Names()(doc))
    found = items(doc, NAMES)
    ends = [(item["start"], item["end"]) for item in found]
    assert all(0 <= start < end <= len(doc.text) for start, end in ends)
    assert all(one[1] <= two[0] for one, two in pairwise(ends))
    assert {item["entity"] for item in found} == {item["id"] for item in items(doc, ENTITIES)}
    assert all(doc.text[start:end].strip() == doc.text[start:end] for start, end in ends)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
@given(st.text(max_size=120))
def test_arbitrary_text_never_crashes(text):
    doc = NLP(text)
    assert Entities()(Names()(doc)).text == text


@pytest.mark.parametrize("unit", ["7", " ", "Ana ", "( ", "HQWU ( ", "Ministry of ", "- ", "A , "])
def test_long_texts_take_their_time_and_no_more(unit):
    took = []
    for size in (5_000, 20_000):
        words = (unit * size)[:size].split() or [" " * size]
        doc = Doc(NLP.vocab, words=words, tags=["NNP"] * len(words))
        began = time.process_time()
        Entities()(Names()(doc))
        took.append(time.process_time() - began)
    assert took[1] < 12 * took[0] + 0.3
