from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.errors import SettingsError
from articlelens.reading import Article, read_text

STORY = "Dockers at the port of Tema stopped work on Tuesday, the union said.\n\nShips were waiting offshore."


def kinds(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in article.blocks:
        found.setdefault(block.kind, []).append(article.text[block.start : block.end])
    return found


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Dockers walk out at Tema", "Dockers walk out at Tema"),
        ("Is the harbour closed for good?", "Is the harbour closed for good?"),
        ("“Enough!” dockers tell ministers", "“Enough!” dockers tell ministers"),
        ("Skip to content\nHome | News | Sport\n\nDockers walk out at Tema", "Dockers walk out at Tema"),
        ("Above Photo: Dockers at the gate. Li Wei.\n\nDockers walk out at Tema", "Dockers walk out at Tema"),
        ("Subscribe  Log In\n\nLocal\n\nDockers walk out at Tema", "Dockers walk out at Tema"),
        ("By Ama Owusu\n\nDockers walk out at Tema", "Dockers walk out at Tema"),
        ("The dockers of Tema walked out.", None),
        ("TEMA, March 14 (Coast Press) - Dockers walked out", None),
        ("Trump-Xi summit ends without deal", "Trump-Xi summit ends without deal"),
        ("Jean-Luc Meunier wins in Tema", "Jean-Luc Meunier wins in Tema"),
        ("Minister: I will not resign", "Minister: I will not resign"),
        ("Live: Storm hits coast", "Live: Storm hits coast"),
        ("Ghana - a country in crisis", "Ghana - a country in crisis"),
        ("COVID-19 cases rise", "COVID-19 cases rise"),
        ("NATO - the alliance at 75", "NATO - the alliance at 75"),
        ("BREAKING - Port shut by dockers", "BREAKING - Port shut by dockers"),
        ("By Christmas the troops may be home", "By Christmas the troops may be home"),
        ("Docks company sued in the U.S.", "Docks company sued in the U.S."),
        ("“I will not resign,” the president said, adding that “the people chose me.”", None),
        ("10 dead in Tema", "10 dead in Tema"),
        ("2024: a year of strikes", "2024: a year of strikes"),
        ("Updated port bill passes in Accra", "Updated port bill passes in Accra"),
        ("Coast Courier\n\nSubscribe\n\nDockers walk out in Tema again", "Dockers walk out in Tema again"),
        ("Middle East\n\nDockers walk out in Tema again", "Dockers walk out in Tema again"),
        ("News\nSports\nWeather\n\nDockers walk out in Tema again", "Dockers walk out in Tema again"),
        ("By Popular Demand, Port Raises Wages Again", "By Popular Demand, Port Raises Wages Again"),
        ("March 14, 2024", None),
        ("5 hours ago", None),
        ("World News", None),
        ("Dockers", None),
        ("2024", None),
    ],
)
def test_title(head, title):
    article = read_text(f"{head}\n\n{STORY}")
    assert article.title == title
    assert kinds(article).get("title", []) == ([title] if title else [])


@pytest.mark.parametrize("where", ["Coast Press", "BBC News, Accra", "Staff Writer of The Courier"])
def test_what_stands_below_a_byline_is_no_headline(where):
    article = read_text(f"By AMA OWUSU\n{where}\nTEMA, Ghana (AFN) — {STORY}")
    assert (article.title, article.byline, article.dateline) == (None, "AMA OWUSU", "TEMA")
    assert kinds(article)["furniture"] == [where]
    spaced = read_text(f"By Ama Owusu\n\nPort of Tema Shut\n\n{STORY}")
    assert spaced.title == "Port of Tema Shut"


def test_the_byline_of_an_agency_story_stands_below_its_points():
    points = "* Third strike in four years\n* Ships wait\n\n(Adds minister, background)"
    article = read_text(f"UPDATE 2-Dockers walk out\n\n{points}\n\nBy Ama Owusu and Li Wei\n\n{STORY}")
    assert (article.title, article.byline) == ("UPDATE 2-Dockers walk out", "Ama Owusu and Li Wei")


def test_a_single_paragraph_has_no_title():
    assert read_text("Dockers walk out at Tema").title is None


def test_a_given_title_is_marked_in_the_text_and_no_other_line_is():
    article = read_text(f"Latest\n\nDockers walk out\n\n{STORY}", title="Dockers walk out")
    assert article.title == "Dockers walk out"
    assert kinds(article).get("title") is None  # the first line is another
    article = read_text(f"Dockers  walk out\n\n{STORY}", title="Dockers walk out")
    assert kinds(article)["title"] == ["Dockers  walk out"]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ama Owusu", "Ama Owusu"),
        ("BY AMA OWUSU AND LI WEI", "AMA OWUSU AND LI WEI"),
        ("By J. R. Okafor, The Coast Courier", "J. R. Okafor, The Coast Courier"),
        ("By the time they came, the gate was shut", None),
        ("By noon all was quiet", None),
        ("by Ana Quispe", "Ana Quispe"),
        ("By Dr. Ana Quispe", "Dr. Ana Quispe"),
        ("By: Ana Quispe", "Ana Quispe"),
        ("Written by Ana Quispe", "Ana Quispe"),
        ("By Ana Quispe | March 3, 2024", "Ana Quispe"),
        ("By Ana Quispe and Juan de la Cruz", "Ana Quispe and Juan de la Cruz"),
        ("By AFN staff", "AFN staff"),
        ("Ana Quispe, Coast Courier", "Ana Quispe, Coast Courier"),
        ("Ana Quispe, Tema", None),
        ("By Monday the water had gone", None),
        ("By Tuesday, 40 people were dead", None),
        ("By NATO standards it was a small exercise", None),
        ("BY THE NUMBERS", None),
        ("By Any Means Necessary", None),
        ("By Ana Quispe Published March 4, 2024", "Ana Quispe"),
        ("By ANA QUISPE and LI WEI The Coast Courier", "ANA QUISPE and LI WEI, The Coast Courier"),
        ("By Ana Quispe and Li Wei Reuters", "Ana Quispe and Li Wei, Reuters"),
        ("By ANA QUISPE Associated Press", "ANA QUISPE, Associated Press"),
        ("By Ana Quispe BBC News", "Ana Quispe, BBC News"),
        ("By Ana Quispe Coast Courier", "Ana Quispe, Coast Courier"),
        ("By ANA QUISPE Courier Staff Writer", "ANA QUISPE"),
        ("By Ana Quispe Political Correspondent", "Ana Quispe"),
        ("By Ana Quispe, political correspondent", "Ana Quispe"),
        ("By Ana Quispe, deputy business editor in Lagos", "Ana Quispe"),
        ("By Emily Jane Post", "Emily Jane Post"),
        ("By Our Special Correspondent", "Our Special Correspondent"),
        ("By Night Falls The City", None),
        ("By Ana Quispe | Staff Writer", "Ana Quispe"),
        ("By Ana Quispe / Coast Courier", "Ana Quispe"),
        ("By Ana Quispe for the Coast Courier", "Ana Quispe"),
        ("By Ana Quispe (@anaq)", "Ana Quispe"),
        ("By Ana Quispe ana@coast.example", "Ana Quispe"),
        ("By Łucja Świder", "Łucja Świder"),
        ("By Omar al-Sayed", "Omar al-Sayed"),
        ("By The Associated Press", "The Associated Press"),
        ("Opinion by Ana Quispe", "Ana Quispe"),
        ("Author: Ana Quispe", "Ana Quispe"),
        ("Author: Quispe, Ana", "Ana Quispe"),
        ("BYLINE: Ana Quispe", "Ana Quispe"),
    ],
)
def test_byline(line, byline):
    assert read_text(f"Dockers walk out at Tema\n{line}\n\n{STORY}").byline == byline


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ana Quispe and Li Wei", "byline"),
        ("By Ana Quispe & Li Wei", "byline"),
        ("Ana Quispe, Li Wei • Mar 3, 2024", "byline"),
        ("Ana Quispe and Li Wei won the prize", "body"),
        ("Ana Quispe", "body"),
    ],
)
def test_authors_that_the_input_gives_are_known_without_by(line, kind):
    article = read_text(f"Dockers walk out at Tema\n\n{line}\n\n{STORY}", byline="Ana Quispe, Li Wei")
    assert line in kinds(article)[kind]


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("Ana Quispe in Lima", "Thu 14 Mar 2024 15.02 GMT"), "Ana Quispe"),
        (("Ana Quispe and Li Wei in Port Louis", "14 March 2024"), "Ana Quispe and Li Wei"),
        (("Ana Quispe in Lima", "A former clerk was jailed."), None),
        (("New Delhi", "14 March 2024"), None),
    ],
)
def test_who_is_where_above_a_day_is_a_byline(lines, byline):
    assert read_text("\n\n".join(["Dockers walk out at Tema", *lines, STORY])).byline == byline


@pytest.mark.parametrize("above", [("Coast Courier",), ("THE COAST HERALD",), ("Coast Press", "World")])
def test_names_of_papers_above_the_headline_are_furniture(above):
    article = read_text("\n".join([*above, "", "Dockers walk out at Tema", "By Ana Quispe", "", STORY]))
    assert article.title == "Dockers walk out at Tema"
    assert kinds(article)["furniture"] == list(above)


def test_a_place_above_the_headline_is_the_articles():
    article = read_text(f"Tema, Ghana\n\nDockers walk out at the port\n\nBy Ana Quispe\n\n{STORY}")
    assert article.title == "Dockers walk out at the port"
    assert "Tema, Ghana" in kinds(article)["body"]


def test_what_is_said_of_the_author_at_the_foot_is_furniture():
    foot = ["Ana Quispe", "Coast Press", "Ana Quispe has covered the ports of West Africa since 2005."]
    article = read_text("\n\n".join(["Dockers walk out at Tema", "By Ana Quispe", STORY, *foot]))
    assert kinds(article)["furniture"] == foot
    assert kinds(article)["byline"] == ["By Ana Quispe"]
    article = read_text("\n\n".join(["Dockers walk out at Tema", "By Li Wei", STORY, *foot]))
    assert "furniture" not in kinds(article)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ana Quispe is a grower and former head of the council of Tema.", "furniture"),
        ("Ana Quispe, who lives in Lima, covers ports for the Courier.", "furniture"),
        ("Ana Quispe said that she would sue.", "body"),
        ("Li Wei is the mayor of Tema.", "body"),
    ],
)
def test_a_line_about_the_author_is_furniture(line, kind):
    for lines in ((line, STORY), (STORY, line)):
        article = read_text("\n\n".join(["Dockers walk out at Tema", "By Ana Quispe", *lines]))
        assert line in kinds(article)[kind]


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Tema, Ghana CNN — Dockers walked out.", "Tema"),
        ("TEMA, New South Wales (AP) — Dockers walked out.", "TEMA"),
        ("TEMA, Ghana, March 14 (Coast Press) - Dockers walked out.", "TEMA"),
        ("TEMA — Dockers walked out.", "TEMA"),
        ("TEMA, Ghana (AFN) _", "TEMA"),
        ("LAGOS/TEMA, March 14 (AFN) - Dockers walked out.", "LAGOS/TEMA"),
        ("LAGOS and TEMA, Mar 14 2024 (AFN) - Dockers walked out.", "LAGOS and TEMA"),
        ("PORT LOUIS, 3 May 2024 (AFN) – Dockers walked out.", "PORT LOUIS"),
        ("New Delhi (Coast Press): Dockers walked out.", "New Delhi"),
        ("TEMA, Ghana — Dockers walked out.", "TEMA"),
        ("TEMA - Dockers walked out.", "TEMA"),
        ("TEMA: Dockers walked out.", None),
        ("TEMA- 24 July 2022: Dockers walked out.", "TEMA"),
        ("Dockers walked out - again.", None),
        ("Trump-Xi talks ended on Friday.", None),
        ("COVID-19 cases rose.", None),
        ("US-led forces left.", None),
        ("Q: How did you start?", None),
        ("I — the narrator — was there.", None),
        ("BREAKING: Dockers walked out.", None),
        ("EXCLUSIVE - Dockers walked out.", None),
        ("The Port Authority: a history of strikes.", None),
        ("FILE - Ama Owusu stands at the gate.", None),
        ("ROME, MAR 4 - Dockers walked out.", "ROME"),
        ("ST. LOUIS (AFN) — Dockers walked out.", "ST. LOUIS"),
        ("Rio de Janeiro (AFN) — Dockers walked out.", "Rio de Janeiro"),
        ("Berlin (dpa) - Dockers walked out.", "Berlin"),
        ("New Delhi [India], March 4 (AFN): Dockers walked out.", "New Delhi"),
        ("New Delhi, Mar 4 (AFN) Dockers walked out.", "New Delhi"),
        ("MOSCOW, March 4. /TASS/. Dockers walked out.", "MOSCOW"),
        ("NATO — the alliance of the West — met.", None),
        ("FACT CHECK — No port was shut.", None),
        ("KEY POINTS — Dockers walked out.", None),
        ("Republicans (GOP) — all of them — left.", None),
        ("Chelsea (Premier League) — lost again.", None),
        ("Kofi Mensah, March 4 — He walked out.", None),
    ],
)
def test_dateline(lead, place):
    assert read_text(f"Dockers walk out at Tema\n\n{lead}\n\n{STORY}").dateline == place


def test_foot_of_a_page_with_a_newsletter_box():
    foot = (
        "Stay With Us\n\nGet our stories in your inbox every week.\n\nFind us at the kiosk too.\n\n© 2024 The Courier"
    )
    article = read_text(f"Dockers walk out at Tema\n\n{STORY}\n\n{STORY}\n\n{STORY}\n\n{foot}")
    assert kinds(article)["furniture"] == foot.split("\n\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_are_paragraphs_unless_the_text_is_wrapped(end):
    article = read_text(f"Dockers walk out{end}The port is shut, the union said.{end}Ships are waiting.")
    assert kinds(article)["body"] == ["The port is shut, the union said.", "Ships are waiting."]
    wrapped = (
        "Dockers at the port of Tema stopped work on Tuesday, said Kofi\n"
        "Mensah, and were joined by the drivers of the container lorries\n"
        "who want to be paid by the hour.\n\nShips are waiting."
    )
    for text in (wrapped, f"{wrapped}\n\nhttps://example.org/{'a' * 150}"):
        article = read_text(text.replace("\n", end))
        assert len(article.blocks) == text.count("\n\n") + 1
        assert "Kofi Mensah" in " ".join(article.readable.split())
        assert f"Kofi{end}Mensah" in article.text


def test_the_head_of_a_wrapped_text_is_parted():
    text = (
        "Dockers walk out at Tema\nBy Ama Owusu\n\nDockers at the port of Tema stopped work on Tuesday, said Kofi\n"
        "Mensah, and were joined by the drivers of the container lorries\nwho want to be paid by the hour.\n"
    )
    article = read_text(text)
    assert (article.title, article.byline) == ("Dockers walk out at Tema", "Ama Owusu")
    assert len(kinds(article)["body"]) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_parts_paragraphs(end):
    text = f"Dockers walk out{end}{end}The port is shut, the union said.{end}{end}Ships are waiting."
    assert [text[block.start : block.end] for block in read_text(text).blocks] == [
        "Dockers walk out",
        "The port is shut, the union said.",
        "Ships are waiting.",
    ]


def test_readable_text_has_plain_blanks_and_no_control_characters():
    article = read_text("30\u00a0000 people\u2009in\x1b[31m Lima\ud800.")
    assert article.readable == "30 000 people in [31m Lima\ufffd."


@settings(deadline=None)  # what tells languages is loaded at its first text
@given(st.text(st.characters(codec=None)))
def test_readable_text_is_as_long_and_blocks_are_in_order(text):
    article = read_text(text)
    assert len(article.readable) == len(text)
    edges = [edge for block in article.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    for block in article.blocks:
        piece = text[block.start : block.end]
        assert piece
        assert piece == piece.strip()


@pytest.mark.parametrize(
    ("given_day", "day"),
    [("2024-03-14", "2024-03-14"), ("2024-03-14T23:30:00+01:00", "2024-03-14"), (" 2024-03-14 ", "2024-03-14")],
)
def test_published(given_day, day):
    article = read_text(STORY, published=given_day)
    assert (article.published, article.published_basis, article.warnings) == (day, "metadata", ())


def test_published_that_is_no_date_is_left_out_and_said():
    article = read_text(STORY, published="last week")
    assert article.published is None
    assert article.warnings == ("published 'last week' is no ISO 8601 date: left out",)


def test_published_by_option_stands_above_the_inputs():
    article = read_text(STORY, published="2024-03-14").with_published("2024-03-15")
    assert (article.published, article.published_basis) == ("2024-03-15", "option")
    with pytest.raises(SettingsError):
        article.with_published("soon")
    with pytest.raises(SettingsError):
        article.with_published("2024-W11")  # a week has no one day
    assert article.with_published(date(2024, 3, 16)).published == "2024-03-16"


@pytest.mark.parametrize("text", ["a" * 1_000_000, "\n" * 500_000, "By " * 300_000, "A, " * 100_000, "- " * 300_000])
def test_long_texts_take_no_long_time(text):
    assert len(read_text(text).readable) == len(text)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated: March 5, 2024 - Published: March 4, 2024", "2024-03-04"),
        ("By Ana Quispe | March 4, 2024", "2024-03-04"),
        ("March 4, 2024 / 10:02 AM / Coast News", "2024-03-04"),
        ("Mar. 4, 2024 Updated: Mar. 5, 2024 3:14 p.m.", "2024-03-04"),
    ],
)
def test_the_day_of_a_line_with_several_parts(line, day):
    assert read_text(f"Dockers walk out at Tema\n{line}\n\n{STORY}").published == day


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (f"Dockers walk out at Tema\n\n{STORY}\n\nSubscribe to continue reading", "only subscribers see"),
        ("Dockers walk out at Tema\n\nYou need to enable JavaScript to run this app.", "what a site says"),
        ("You need to enable JavaScript to run this app.", "no text of an article"),
        (f"Dockers walk out at Tema\n\n{STORY}", None),
        (f"Dockers walk out\n\n{STORY * 10}\n\nSubscribe to continue reading", None),
    ],
)
def test_a_barrier_is_named(text, warned):
    (warning,) = read_text(text).warnings or [None]
    assert warning is None if warned is None else warned in warning


@pytest.mark.parametrize(
    "above",
    [
        "https://coast.example/2024/ships.html",
        "BC-AF--Ghana Port, 1st Ld-Writethru",
        "Science & Environment",
        "The Coast Courier\nMarch 4, 2024 Monday",
        "\ufeff\ufeff",
    ],
)
def test_what_stands_above_a_headline_is_none(above):
    text = f"{above}\nDockers walk out at Tema\nBYLINE: Ana Quispe\nLENGTH: 512 words\n\n{STORY}"
    article = read_text(text)
    assert (article.title, article.byline) == ("Dockers walk out at Tema", "Ana Quispe")
    assert "LENGTH: 512 words" in kinds(article)["furniture"]


def test_an_article_of_proquest():
    text = f"Dockers walk out at Tema\nAuthor: Quispe, Ana\nPublication date: Mar 4, 2024\nFull text: {STORY}"
    article = read_text(text)
    assert (article.title, article.byline, article.published) == (
        "Dockers walk out at Tema",
        "Ana Quispe",
        "2024-03-04",
    )
    assert "Full text:" in kinds(article)["furniture"]
    assert STORY.startswith(kinds(article)["body"][0])


def test_a_dateline_before_a_colon_is_a_citys_and_a_paragraphs():
    lead = "The dockers of the port stopped work on Monday, and the ships that came from Lagos wait in the bay off it."
    assert read_text(f"Dockers walk out\n\nNEW DELHI: {lead}\n\n{STORY}").dateline == "NEW DELHI"
    assert read_text(f"Dockers walk out\n\nINDIA: {lead}\n\n{STORY}").dateline is None
    assert read_text(f"NEW DELHI: Dockers walk out\n\n{STORY}").title == "NEW DELHI: Dockers walk out"


def test_the_reasons_in_a_newsletter_box_are_no_sentences_of_the_article():
    box = "Sign Up To Our Daily Digest\n\nPorts such as Lagos and Lomé are told to be silent. "
    article = read_text(f"Dockers walk out\n\n{STORY}\n\n{box}Sign up for our daily email digest before it is late.")
    assert not any("Lagos" in line for line in kinds(article)["body"])


def test_a_short_headline_with_a_line_below_it_is_the_headline():
    assert read_text(f"Fall of Tema\nDockers walk out after a long night\n\n{STORY}").title == "Fall of Tema"
