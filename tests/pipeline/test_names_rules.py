"""Each rule of naming on tokens whose tags and entities are given, so that no model has a say."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from articlelens.pipeline.naming.acronyms import find_pairs, is_acronym
from articlelens.pipeline.naming.candidates import find_candidates
from articlelens.pipeline.naming.datelines import find_datelines
from articlelens.pipeline.naming.evidence import observe
from articlelens.pipeline.naming.repeats import find_repeats
from articlelens.pipeline.naming.roles import find_roles
from articlelens.pipeline.naming.scores import is_match_report
from articlelens.pipeline.naming.view import Mention, View

NLP = spacy.blank("en")


def view(text, *ents):
    """A view of ``text``: capitalised words are proper nouns, ``ents`` are pairs of text and label."""
    doc = NLP(text)
    tags = [
        "NNP" if token.text[:1].isupper() else "IN" if token.text in ("in", "of", "from") else "NN" for token in doc
    ]
    doc = Doc(NLP.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=tags)
    spans, done = [], 0
    for name, label in ents:
        start = text.index(name, done)
        done = start + len(name)
        spans.append(doc.char_span(start, done, label=label))
    doc.spans["test"] = spans
    return View.of(doc), [(span.start, span.end, span.label_) for span in spans]


def no_likeness(word):
    return ""


def candidates(text, *ents, like=no_likeness):
    seen, spans = view(text, *ents)
    return [(seen.surface(m.start, m.end), m.label) for m in find_candidates(seen, spans, like)]


BOUNDARIES = [
    ("they met the United Nations", [("the United Nations", "ORG")], ["United Nations"]),
    ("Peru's army", [("Peru's", "GPE")], ["Peru"]),
    ("at The Hague", [("The Hague", "GPE")], ["The Hague"]),
    ("by “Tema” itself", [("“Tema”", "GPE")], ["Tema"]),
    ("in 1977 or so", [("1977", "GPE")], []),
    ("with Gen. Hossam Idris", [("Gen. Hossam Idris", "PERSON")], ["Hossam Idris"]),
    ("with Prime Minister Idris", [("Prime Minister Idris", "PERSON")], ["Idris"]),
    ("at General Motors", [("General Motors", "ORG")], ["General Motors"]),
    ("with Ana Quispe and Luis Flores", [("Ana Quispe and Luis Flores", "PERSON")], ["Ana Quispe", "Luis Flores"]),
    ("for Quill and Ledger", [("Quill and Ledger", "ORG")], ["Quill and Ledger"]),
    ("by Ana Quispe/Highland Wire", [("Ana Quispe / Highland Wire", "PERSON")], ["Ana Quispe", "Highland Wire"]),
    ("for Hull, Grimsby Docks", [("Hull, Grimsby Docks", "FAC")], ["Hull", "Grimsby Docks"]),
    ("for Quill, Inc. in Hull", [("Quill, Inc.", "ORG"), ("Hull", "GPE")], ["Quill, Inc.", "Hull"]),
    ("for Luis Flores from the Harbour Party", [("Luis Flores from the Harbour Party", "PERSON")],
     ["Luis Flores", "Harbour Party"]),
    ("says the Quay Union Secretary", [("Quay Union Secretary", "ORG")], ["Quay Union"]),
    ("in Tanor district", [("Tanor district", "GPE")], ["Tanor"]),
    ("as Hull beat Tema 3-1 again", [("Hull", "ORG"), ("Tema 3-1", "ORG")], ["Hull", "Tema"]),
    ("with Crown Princess Ana Idris", [("Crown Princess Ana Idris", "PERSON")], ["Ana Idris"]),
    ("at Crown Resorts", [("Crown Resorts", "ORG")], ["Crown Resorts"]),
    ("by Hull Sens. Ana Idris", [("Hull Sens", "PERSON"), ("Ana Idris", "PERSON")], ["Hull", "Ana Idris"]),
    ("to Aung Tin Khaing", [("Aung Tin", "PERSON")], ["Aung Tin Khaing"]),
    ("to Ursula von der Brandt", [("Ursula", "PERSON")], ["Ursula von der Brandt"]),
    ("to Moon Seung-ho", [("Moon Seung", "PERSON")], ["Moon Seung-ho"]),
    ("the Ministry of Roads, Water and Power said", [("Ministry of Roads", "ORG")],
     ["Ministry of Roads, Water and Power"]),
    ("near Okwa River", [("Okwa", "GPE")], ["Okwa River"]),
    ("a Corvane Packaging Group plant", [("Packaging Group", "ORG")], ["Corvane Packaging Group"]),
    ("South Zembla 3", [("South Zembla 3", "GPE")], ["South Zembla"]),
    ("over seven Tuesday nights", [("Tuesday", "DATE")], []),
    ("in Washington, D.C., today", [("Washington, D.C.", "GPE")], ["Washington, D.C."]),
    ("in Washington, DC today", [("Washington", "GPE"), ("DC", "ORG")], ["Washington, DC"]),
    ("in Georgetown, DC today", [("Georgetown", "GPE"), ("DC", "ORG")], ["Georgetown", "DC"]),
    ("so Quill's in Tanor shut", [("Quill's", "ORG")], ["Quill's", "Tanor"]),
    ("so Quill's board met", [("Quill's", "ORG")], ["Quill"]),
    ("so Quill's in Tanor", [("Quill's", "PERSON")], ["Quill", "Tanor"]),
    ("an U.S. District Judge Ana Quispe case", [("U.S.", "GPE"), ("Ana Quispe", "PERSON")], ["U.S.", "Ana Quispe"]),
    ("in Tanor District today", [("Tanor", "GPE")], ["Tanor District"]),
    ("for the charity Quill Aid", [("charity Quill Aid", "ORG")], ["Quill Aid"]),
    ("by pro-Tanor Harbour Union men", [("pro-Tanor Harbour Union", "ORG")], ["Tanor", "Harbour Union"]),
    ("Rival Quill Motors", [("Rival Quill Motors", "ORG")], ["Rival", "Quill Motors"]),
    ("with Zambian Ilka Brandt", [("Zambian Ilka Brandt", "PERSON")], ["Zambian", "Ilka Brandt"]),
    ("with Christian Brandt Solis", [("Christian Brandt Solis", "PERSON")], ["Christian Brandt Solis"]),
    ("by Democrat Ilka Brandt", [("Democrat Ilka Brandt", "PERSON")], ["Democrat", "Ilka Brandt"]),
    ("by QRS Prosecutor Ilka Brandt", [("QRS Prosecutor Ilka Brandt", "PERSON")], ["QRS", "Ilka Brandt"]),
    ("by Dean Brandt", [("Dean Brandt", "PERSON")], ["Dean Brandt"]),
    ("by Dean Ilka Brandt", [("Dean Ilka Brandt", "PERSON")], ["Ilka Brandt"]),
    ("by MS Brandt", [("MS Brandt", "PERSON")], ["MS Brandt"]),
    ("by Ms Brandt", [("Ms Brandt", "PERSON")], ["Brandt"]),
    ("so Tarn for Hull", [("Tarn for Hull", "GPE")], ["Tarn", "Hull"]),
    ("so Marlow & Finch", [("Marlow & Finch", "PERSON")], ["Marlow & Finch"]),
    ("so Ana Marlow & Luis Finch", [("Ana Marlow & Luis Finch", "PERSON")], ["Ana Marlow", "Luis Finch"]),
    ("the Centre in Kolkata", [("Centre in Kolkata", "ORG")], ["Centre", "Kolkata"]),
    ("the Quill Bank and Tarn Bank", [("Quill Bank and Tarn Bank", "ORG")], ["Quill Bank", "Tarn Bank"]),
    ("the Ministry of Health and Social Services", [("Ministry of Health and Social Services", "ORG")],
     ["Ministry of Health and Social Services"]),
    ("so R-rated films", [("R-rated", "ORG")], ["R-rated"]),
    ("so Ilka Brandt then", [("Ilka", "PERSON"), ("Brandt", "DATE")], ["Ilka"]),
    ("so Minister of Education Ilka Brandt left", [("Education Ilka Brandt", "PERSON")],
     ["Education", "Ilka Brandt"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ents", "want"), BOUNDARIES, ids=[text for text, _, _ in BOUNDARIES])
def test_boundaries(text, ents, want):
    text = text.replace("Quispe/", "Quispe / ")
    assert [name for name, _ in candidates(text, *ents)] == want


def test_what_the_parser_ties_to_a_surname_is_the_given_name():
    words = ["They", "jailed", "Rached", "Tarouni"]
    doc = Doc(NLP.vocab, words=words, tags=["PRP", "VBD", "VBD", "NNP"], heads=[1, 1, 3, 1],
              deps=["nsubj", "ROOT", "compound", "dobj"])  # fmt: skip
    (found,) = find_candidates(View.of(doc), [(3, 4, "PERSON")], no_likeness)
    assert (found.start, found.end) == (2, 4)


def test_a_date_that_is_a_surname_is_part_of_the_name():
    words = ["Julian", "Marchetti", "won", "on", "Monday"]
    doc = Doc(NLP.vocab, words=words, tags=["NNP", "NNP", "VBD", "IN", "NNP"], heads=[1, 2, 2, 2, 3],
              deps=["compound", "nsubj", "ROOT", "prep", "pobj"])  # fmt: skip
    found = find_candidates(View.of(doc), [(0, 1, "PERSON"), (1, 2, "DATE"), (4, 5, "DATE")], no_likeness)
    assert [(one.start, one.end) for one in found] == [(0, 2)]


def test_a_given_name_before_an_organization_makes_it_a_person():
    words = ["Sunita", "Deshwal", "won"]
    doc = Doc(NLP.vocab, words=words, tags=["NNP", "NNP", "VBD"], heads=[1, 2, 2], deps=["compound", "nsubj", "ROOT"])
    (found,) = find_candidates(View.of(doc), [(1, 2, "ORG")], {"Sunita": "given", "Deshwal": "unknown"}.__getitem__)
    assert (found.start, found.end, found.label) == (0, 2, "PERSON")


def test_names_end_with_their_line():
    assert [name for name, _ in candidates("Ana Quispe\nLuis Flores", ("Ana Quispe\nLuis Flores", "PERSON"))] == [
        "Ana Quispe",
        "Luis Flores",
    ]


def test_runs_of_proper_nouns_are_candidates_too():
    assert candidates("and so Danubell Holdings grew") == [("Danubell Holdings", "")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("TEMA, Ghana, March 14 (Gulf Coast Press) - Dockers", ["TEMA", "Ghana", "Gulf Coast Press"]),
        ("TEMA, March 14 - Dockers", ["TEMA"]),
        ("TEMA — Dockers", ["TEMA"]),
        ("Tema, Ghana (GCP) -- Dockers", ["Tema", "Ghana", "GCP"]),
        ("PORT HARCOURT, 14 March (GCP): Dockers", ["PORT HARCOURT", "GCP"]),
        ("PORT-AU-TARN, March 3 (GCP) - Dockers", ["PORT-AU-TARN", "GCP"]),
        ("PORT-AU-TARN, Zembla (GCP) — Dockers", ["PORT-AU-TARN", "Zembla", "GCP"]),
        ("TEMA/LOME, March 14 (GCP) - Dockers", ["TEMA", "LOME", "GCP"]),
        ("TEMA, Ghana/TARN (GCP) - Dockers", ["TEMA", "Ghana", "TARN", "GCP"]),
        ("Tema - a port - is shut", []),
        ("Kofi Mensah, Ana Quispe and others - all dockers", []),
        ("Dockers walked out - again", []),
        ("TEMA-based dockers", []),
        ("", []),
    ],
)
def test_datelines(text, want):
    seen, _ = view(text)
    seen.blocks = [0] if text else []
    assert [seen.surface(m.start, m.end) for m in find_datelines(seen)] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Harbour and Quayside Workers Union (HQWU)", [("Harbour and Quayside Workers Union", "HQWU", True)]),
        ("the Arctic and Alpine Ice Institute (AAII)", [("Arctic and Alpine Ice Institute", "AAII", True)]),
        ("the Department of Defence (DoD)", [("Department of Defence", "DoD", True)]),
        ("HWU (Harbour Workers Union)", [("Harbour Workers Union", "HWU", True)]),
        ("Highland Teachers Federation (SUTEM)", [("Highland Teachers Federation", "SUTEM", False)]),
        ("Highland Teachers Federation (SUTEM Tanor)", [("Highland Teachers Federation", "SUTEM Tanor", False)]),
        ("SUTEM (Highland Teachers Federation)", [("Highland Teachers Federation", "SUTEM", False)]),
        ("SUTEM (see Highland Teachers Federation)", []),
        ("Ana Quispe (54)", []),
        ("Ana Quispe (left)", []),
        ("Tema (HQWU)", []),
        ("( )", []),
        ("(HQWU)", []),
    ],
)
def test_acronyms(text, want):
    seen, spans = view(text, *([("Highland Teachers Federation", "ORG")] if text.startswith("SUTEM") else []))
    pairs = find_pairs(seen, find_candidates(seen, spans, no_likeness))
    assert [(seen.surface(p.long.start, p.long.end), seen.surface(p.short.start, p.short.end), p.spelled)
            for p in pairs] == want  # fmt: skip


@pytest.mark.parametrize("word", ["HQWU", "SFDs", "U.N.", "BfV"])
def test_is_acronym(word):
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["Tema", "I", "hqwu", "54"])
def test_is_no_acronym(word):
    assert not is_acronym(word)


ROLES = [
    ("President Ana Quispe left", ["President"]),
    ("Deputy Transport Minister Ana Quispe left", ["Deputy Transport Minister"]),
    ("Minister of Transport and Power Ana Quispe left", ["Minister of Transport and Power"]),
    ("Mr Ana Quispe left", []),
    ("Dr. Ana Quispe left", []),
    ("from striker Ana Quispe left", ["striker"]),
    ("Ana Quispe, a leader in the Upland Council, left", ["a leader in the Upland Council"]),
    ("Ana Quispe, 54, the head of the port, left", ["head of the port"]),
    ("Ana Quispe is a lawyer who left", ["a lawyer"]),
    ("Ana Quispe, in Tema, left", []),
    ("Ana Quispe, 54, left", []),
    ("Ana Quispe", []),
]


@pytest.mark.parametrize(("text", "want"), ROLES, ids=[text for text, _ in ROLES])
def test_roles(text, want):
    seen, _ = view(text)
    start = seen.words.index("Ana")
    mention = Mention(start=start, end=start + 2, label="PERSON", kind="person")
    assert find_roles(seen, mention, {start, start + 1}) == want


def test_repeats_of_a_name_and_of_a_surname_are_found():
    seen, _ = view("Ana Quispe spoke. Then Quispe left, and Ana Quispe was gone. Quispes came.")
    first = Mention(start=0, end=2, label="PERSON", kind="person")
    found = find_repeats(seen, [first])
    assert [(seen.surface(m.start, m.end), m.kind, m.rules) for m in found] == [
        ("Quispe", "person", ["repeat"]),
        ("Ana Quispe", "person", ["repeat"]),
    ]


def test_what_is_no_name_is_not_looked_for():
    seen, _ = view("President left. The President came.")
    assert find_repeats(seen, [Mention(start=0, end=1, label="PERSON", kind="person")]) == []
    assert find_repeats(seen, [Mention(start=0, end=1, label="EVENT", kind="other")]) == []


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("in Tema", "Tema", "before:in"),
        ("in the Tema", "Tema", "before:in the"),
        ("the capital of Tema", "Tema", "of:places.kinds"),
        ("shares in Tema", "Tema", "in:organizations.holdings"),
        ("Tema beat them", "Tema", "after:team"),
        ("Tema 3-1", "Tema", "after:score"),
        ("Tema, 54, left", "Tema", "apposition:age"),
        ("Tema, a brewer, left", "Tema", "apposition:organizations.kinds"),
        ("Tema, who left", "Tema", "apposition:who"),
        ("Tema's widow", "Tema", "possessive:people.kin"),
        ("Tema-based", "Tema", "after:-based"),
        ("Tema is a lawyer", "Tema", "after:is people.roles"),
        ("said Tema", "Tema", "before:people.speech"),
        ("Tema said", "Tema", "after:people.speech"),
        ("the Tema", "Tema", "determiner:the"),
        ("Tema River", "Tema River", "last:places.heads"),
        ("Ministry of Tema", "Ministry of Tema", "head:organizations.heads"),
        ("Marlow & Tema", "Marlow & Tema", "inside:partners"),
        ("Tema-backed", "Tema", "after:-backed"),
        ("Hurricane Tema", "Hurricane Tema", "first:others.storms"),
        ("TEMA Zembla", "TEMA Zembla", "shape:acronym first"),
        ("Tema beat Hull 3-1", "Tema", "in a result"),
        ("T. Ema", "T. Ema", "shape:initial"),
        ("Tema chief Ana Quispe", "Tema", "after:role of somebody"),
        ("Tema Water", "Tema Water", "last:organizations.trades"),
        ("Kenyan Dawn lawmakers", "Kenyan Dawn", "party of a people"),
        ("of the TEMA government", "TEMA", "shape:the acronym"),
        ("TEMA", "TEMA", "shape:acronym"),
    ],
)  # fmt: skip
def test_evidence(text, name, evidence):
    seen, ((start, end, _),) = view(text, (name, "ORG"))
    assert evidence in set(observe(seen, Mention(start=start, end=end, label="ORG")))


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("Ministry of Defence", "Ministry of Defence", "last:others.heads"),
        ("Tema chief among them", "Tema", "after:role of somebody"),
        ("the DNA test", "DNA", "shape:the acronym"),
        ("Kenyan Dawn broke", "Kenyan Dawn", "party of a people"),
    ],
)
def test_no_such_evidence(text, name, evidence):
    seen, ((start, end, _),) = view(text, (name, "ORG"))
    assert evidence not in set(observe(seen, Mention(start=start, end=end, label="ORG")))


def test_who_wins_in_sets_is_a_player():
    seen, ((start, end, _),) = view("Tema beat Hull 6-3, 6-4", ("Tema", "ORG"))
    assert "in a result" not in set(observe(seen, Mention(start=start, end=end, label="ORG")))


def test_a_match_report_has_results_and_play():
    play = "The coach said the captain scored, and the striker beat the goalkeeper twice. Fans won. "
    assert is_match_report(view(play + "It ended 3-1 after 2 - 0 last week.")[0])
    assert not is_match_report(view(play)[0])
    assert not is_match_report(view("The vote was 3-1 and then 2-0.")[0])


def test_a_sentence_that_begins_inside_a_name_parts_it_not():
    doc = Doc(NLP.vocab, words=["Corvane", "Packaging", "grew", ".", "It", "sold"])
    doc[1].is_sent_start = True
    doc[4].is_sent_start = True
    assert View.of(doc).breaks == [True, False, False, False, True, False]


def test_spans_are_within_the_document():
    doc = NLP("Ana Quispe left Tema .")
    doc.set_ents([Span(doc, 0, 2, "PERSON")])
    seen = View.of(doc)
    assert (seen.lower(-1), seen.lower(99)) == ("", "")
