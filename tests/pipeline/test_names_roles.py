"""What sentences of news say that people are, and what they do not say."""

import pytest

from articlelens.pipeline.annotations import ENTITIES, items
from articlelens.reading import read_text


def roles(analyzer, text):
    doc = analyzer.nlp(analyzer._parts(read_text(text))[0])  # noqa: SLF001 - what pipe() hands to spaCy
    return {item["name"]: item["roles"] for item in items(doc, ENTITIES) if item["class"] == "person"}


SENTENCES = [
    # a title is not told without the word that says it is none any more, or not yet
    ("Protesters met former President Donald Marsh in Lagos.", {"Donald Marsh": ["former President"]}),
    ("It was told to then-Prime Minister Boris Wren in Lagos.", {"Boris Wren": ["then-Prime Minister"]}),
    (
        "The city sued ex-Senator Ray Cobb, acting Mayor Lena Cole and deputy Governor Sam Tate.",
        {"Ray Cobb": ["ex-Senator"], "Lena Cole": ["acting Mayor"], "Sam Tate": ["deputy Governor"]},
    ),
    (
        "Police held ousted Prime Minister Tor Vik, would-be President Ida Lie and self-styled Bishop Gus Fay.",
        {
            "Tor Vik": ["ousted Prime Minister"],
            "Ida Lie": ["would-be President"],
            "Gus Fay": ["self-styled Bishop"],
        },
    ),
    ("The coup that ousted President Tor Vik failed. Ida Lie fled.", {"Tor Vik": ["President"], "Ida Lie": []}),
    (
        "The bill was signed by former US President Bill Marsh and former New York Mayor Rudy Cobb.",
        {"Bill Marsh": ["former US President"], "Rudy Cobb": ["former New York Mayor"]},
    ),
    ("President-elect Joe Marsh flew home.", {"Joe Marsh": ["President-elect"]}),
    ("Late Wednesday President Joe Marsh flew home.", {"Joe Marsh": ["President"]}),
    # whose apposition it is
    (
        "Brad Tarn, Georgia's secretary of state, and Fani Wells, the county attorney, testified.",
        {"Brad Tarn": ["Georgia's secretary of state"], "Fani Wells": ["county attorney"]},
    ),
    ("The jury heard Ida Lie, a singer, Bo Krag, a judge.", {"Ida Lie": ["a singer"], "Bo Krag": ["a judge"]}),
    ("Jon Dahl, a judge said, will go free.", {"Jon Dahl": []}),
    ("Tor Vik, the police officer added, ran away.", {"Tor Vik": []}),
    ("Jon Dahl, a driver he had hired in May, ran away.", {"Jon Dahl": ["a driver he had hired in May"]}),
    # the noun decides
    ("Gus Fay was the first person to call the police.", {"Gus Fay": []}),
    ("Ida Lie was a thorn in the minister's side.", {"Ida Lie": []}),
    (
        "Bo Krag, the son of a judge, and Ann Dell, the wife of the president, were there.",
        {"Bo Krag": [], "Ann Dell": []},
    ),
    ("Hunter Marsh, President Joe Marsh's son, pleaded guilty.", {"Hunter Marsh": [], "Joe Marsh": ["President"]}),
    ("The club paid £30m. Lukaku joined on Monday, and Romelu Lukaku scored.", {"Romelu Lukaku": []}),
    # whole names inside
    ("The Bank of England's governor, Andrew Tarn, raised rates.", {"Andrew Tarn": ["Bank of England's governor"]}),
    (
        "Oliver Wren, head of the Department of Trade and Industry, said so.",
        {"Oliver Wren": ["head of the Department of Trade and Industry"]},
    ),
    ("The company's managing director, Ana Quispe, resigned.", {"Ana Quispe": ["managing director"]}),
    ("Ana Quispe, Bulgaria's finance minister, resigned.", {"Ana Quispe": ["Bulgaria's finance minister"]}),
    ("Ann Dell, a lawyer based in Tema, spoke.", {"Ann Dell": ["a lawyer based in Tema"]}),
    ("Bo Krag, professor emeritus at Yale, listened.", {"Bo Krag": ["professor emeritus at Yale"]}),
    # whose title it is
    ("They met NATO chief Jan Verbeek.", {"Jan Verbeek": ["NATO chief"]}),
    ("He told the BBC President Joe Marsh had lied.", {"Joe Marsh": ["President"]}),
    ("In Berlin Chancellor Ulrich Vogel disagreed.", {"Ulrich Vogel": ["Chancellor"]}),
    (
        "Ambassador to the United Nations Leila Haddad spoke first.",
        {"Leila Haddad": ["Ambassador to the United Nations"]},
    ),
    ("Minister of State for Defence Rajesh Verma said so.", {"Rajesh Verma": ["Minister of State for Defence"]}),
    ("Actor and director Leo Marsh will host the gala.", {"Leo Marsh": ["Actor and director"]}),
    # in brackets, in clauses, by election
    (
        "The members are Aisha Bello (chair), Tom Pryce (treasurer) and Ann Dell (Leeds).",
        {"Aisha Bello": ["chair"], "Tom Pryce": ["treasurer"], "Ann Dell": []},
    ),
    ("Pedro Dahl, aged 55, a banker, took office.", {"Pedro Dahl": ["a banker"]}),
    ("Pedro Dahl (55), a banker, took office.", {"Pedro Dahl": ["a banker"]}),
    ("Ann Dell, who is a lawyer, declined to comment.", {"Ann Dell": ["a lawyer"]}),
    ("Ann Dell, who heads the audit office, declined to comment.", {"Ann Dell": ["heads the audit office"]}),
    ("Ann Dell, who chaired the talks, declined to comment.", {"Ann Dell": []}),
    ("Ann Dell, who says a lawyer lied, declined to comment.", {"Ann Dell": []}),
    ("Peter Lund was named chief executive of the line last year.", {"Peter Lund": ["chief executive of the line"]}),
    ("Jean Moreau was elected president of the union in 2019.", {"Jean Moreau": ["president of the union"]}),
    ("Jean Moreau was not elected president.", {"Jean Moreau": []}),
    ("Jean Moreau was named in a lawsuit by the governor.", {"Jean Moreau": []}),
    ("Dr Amit Rao, consultant cardiologist in Leeds, treated her.", {"Amit Rao": ["consultant cardiologist in Leeds"]}),
    # who is accused, and not: accused by whom
    ("Critics accused Prime Minister Viktor Orlan of it.", {"Viktor Orlan": ["Prime Minister"]}),
    ("They had jailed President Karim Dosso.", {"Karim Dosso": ["President"]}),
    ("Police held the accused President Omar Dia.", {"Omar Dia": ["accused President"]}),
    # no number, no hour
    ("It costs £20m. Conservative councillor Mark Weston said so.", {"Mark Weston": ["Conservative councillor"]}),
    ("At 5 p.m. Police Chief Art Aceves spoke.", {"Art Aceves": ["Police Chief"]}),
    # what it is of, what it was then, titles of two words
    ("Commissioner of Police Sola Adewale confirmed the arrest.", {"Sola Adewale": ["Commissioner of Police"]}),
    ("Chief of Defence Staff General Luke Okoro spoke.", {"Luke Okoro": ["Chief of Defence Staff General"]}),
    ("After the murder of General Luke Okoro, troops fled.", {"Luke Okoro": ["General"]}),
    ("Omar Lane, then a 19-year-old student, saw it.", {"Omar Lane": ["then a 19-year-old student"]}),
    ("Crown Prince Aldemar opened the bridge.", {"Aldemar": ["Crown Prince"]}),
    ("Passenger Karen Mulgrew said the bus was full.", {"Karen Mulgrew": ["Passenger"]}),
    ("The plaintiff, Gary Lund, sued the firm.", {"Gary Lund": ["plaintiff"]}),
]


@pytest.mark.parametrize(("text", "want"), SENTENCES, ids=[text[:50] for text, _ in SENTENCES])
def test_roles(analyzer, text, want):
    assert roles(analyzer, text) == want
