from hypothesis import given, settings
from hypothesis import strategies as st

import articlelens.analyzer
from articlelens import read_text
from articlelens.analyzer import AFTER_NER
from articlelens.pipeline.parts import MAX_PART, cuts, joined

STORY = (
    "Kofi Mensah spoke in Tema on 7 December 2022. The union says that 300 dockers walked out of the port.\n\n"
    "Ama Owusu, the minister, met Mensah in Accra on Monday, and promised $3 million to the dockers of Tema.\n\n"
)


@settings(deadline=None)  # the first call imports
@given(st.text("ab. \n", max_size=200), st.lists(st.integers(0, 200), max_size=20), st.integers(3, 50))
def test_parts_are_all_of_the_text(text, starts, most):
    starts = sorted({start for start in starts if start < len(text)})
    spans = cuts(text, starts, most)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= most for start, end in spans) or spans == [(0, 0)]


def test_cuts_stand_at_paragraphs_then_sentences_then_blanks():
    text = "One two. Three four.\nFive six seven."
    assert [text[start:end] for start, end in cuts(text, [0, 21], 22)] == ["One two. Three four.\n", "Five six seven."]
    assert [text[start:end] for start, end in cuts(text, [0, 21], 12)] == [
        "One two. ",
        "Three four.\n",
        "Five six ",
        "seven.",
    ]
    assert cuts("x" * 25, [0], 10) == [(0, 10), (10, 20), (20, 25)]


def test_a_long_article_is_analysed_as_one(analyzer, validate, monkeypatch):
    text = STORY * 12
    (whole,) = analyzer.pipe([read_text(text, published="2022-12-09")], with_text=True)
    monkeypatch.setattr(articlelens.analyzer, "MAX_PART", 300)
    monkeypatch.setattr(articlelens.analyzer, "cuts", lambda text, starts: cuts(text, starts, 300))
    (parted,) = analyzer.pipe([read_text(text, published="2022-12-09")], with_text=True)
    validate(parted.to_dict())
    assert parted == whole
    assert parted.text == text
    assert {person.name for person in parted.people} == {"Kofi Mensah", "Ama Owusu"}


def test_joined_parts_have_the_text_between_them(analyzer):
    docs = [analyzer.nlp.make_doc(text) for text in ("One two. \n\n", "Three four.")]
    assert joined(list(analyzer.nlp.pipe(docs, disable=AFTER_NER))).text == "One two. \n\nThree four."


def test_more_than_the_model_takes_at_once(analyzer, validate):
    text = "The port is shut. " + "\n" * (analyzer.nlp.max_length + MAX_PART) + "Kofi Mensah spoke in Tema."
    record = analyzer.analyze(text, with_text=True)
    validate(record.to_dict())
    assert [person.name for person in record.people] == ["Kofi Mensah"]


def test_another_language_is_refused_with_advice(analyzer):
    german = "Die Hafenarbeiter haben am Montag die Arbeit niedergelegt, wie die Gewerkschaft mitteilte. " * 3
    (failure,) = analyzer.pipe([read_text(german)])
    assert failure.message == "it is in German, and en_core_web_md reads English"
    assert failure.hint.startswith("spaCy's own pipeline for it is de_core_news_md")
    (record,) = analyzer.pipe([read_text(german, language="en")])
    assert record.language == "en"
