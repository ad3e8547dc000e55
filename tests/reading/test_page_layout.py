import json

import pytest

from articlelens.reading.pages import read_page

STORY = (
    "Kofi Mensah led the dockers of Tema out of the gates on Monday, the union said. They want to be paid by the hour.",
    "The minister, Ama Owusu, told reporters in Accra that the talks would go on for as long as it takes.",
    "The port has lost $3 million since they stopped, and two ships have left for Abidjan.",
)
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
TEASER = "<article><h3>Bridge closed in Lima</h3><p>Ana Quispe shut the bridge in Lima for a week.</p></article>"


def text_of(body, head=""):
    return read_page(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>").text


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{TEASER}</div><main><article><h1>Dockers walk out</h1>{PARAGRAPHS}</article></main>",
        f"<article><h1>Dockers walk out</h1>{PARAGRAPHS}</article><section>{TEASER}{TEASER}</section>",
        f"<h1>Coast Courier</h1>{TEASER}<article><h1>Dockers walk out</h1>{PARAGRAPHS}</article>{TEASER}",
    ],
)
def test_articles_beside_that_of_the_headline_are_others(body):
    text = text_of(body)
    assert "Lima" not in text
    assert all(paragraph in text for paragraph in STORY)


def test_an_article_that_is_but_a_headline_is_not_all_of_it():
    text = text_of(f"<article><h1>Dockers walk out</h1></article><article>{PARAGRAPHS}</article>")
    assert all(paragraph in text for paragraph in STORY)


def test_the_entries_of_a_live_blog_stay_in_their_order():
    linked = json.dumps({"@type": ["LiveBlogPosting"], "headline": "Dockers walk out"})
    entries = "".join(
        f"<article><time>1{hour}.00</time><h2>{heading}</h2><p>{paragraph}</p></article>"
        for hour, heading, paragraph in zip((2, 1, 0), ("Gates shut", "Talks fail", "Good morning"), STORY, strict=True)
    )
    text = text_of(
        f"<main><h1>Dockers walk out</h1><p>All that happens in Tema today, as it happens.</p>{entries}</main>",
        f'<script type="application/ld+json">{linked}</script>',
    )
    places = [text.find(said) for said in ("as it happens", "Gates shut", STORY[0], "Talks fail", *STORY[1:])]
    assert places == sorted(places)
    assert places[0] > 0


def test_columns_made_of_a_table_are_no_table():
    lines = "<br><br>".join(STORY)
    text = text_of(
        "<table><tr><td><a href=a>Home</a><br><a href=b>Jobs</a></td><td><font size=5>Dockers walk out</font><br>"
        f"By Ama Owusu<br>Courier Staff Writer<br><br>{lines}<p>The talks go on.</p></td></tr></table>"
    )
    assert text.split("\n") == ["Dockers walk out", "By Ama Owusu", "Courier Staff Writer", *STORY, "The talks go on."]


def test_a_table_of_data_stays_one():
    table = "<table><tr><td>Ships</td><td>14</td></tr><tr><td>Cranes</td><td>3</td></tr></table>"
    assert "Ships | 14" in text_of(f"<article>{PARAGRAPHS}{table}{PARAGRAPHS}</article>").replace("| Ships", "Ships")


def test_the_edge_of_a_block_parts_words():
    text = text_of(f"<article><div><a href=a>Ama Owusu</a><div>March 11</div>Tema</div>{PARAGRAPHS}</article>")
    assert "OwusuMarch" not in text
    assert "11Tema" not in text


def test_a_place_and_an_agency_that_only_a_style_parts_are_two():
    text = text_of(f"<article><p><span>Tema, Ghana</span><span>CNN</span> — {STORY[0]}</p>{PARAGRAPHS}</article>")
    assert "Tema, Ghana CNN — Kofi" in text
    assert "iPhone" in text_of(f"<article><p><b>i</b><b>Phone</b> sales fell in Tema.</p>{PARAGRAPHS}</article>")


def test_all_authors_who_stand_together_are_told():
    page = "<div>By <a rel=author>Ama Owusu</a> and <a rel=author>Li Wei</a></div>"
    told = read_page(f"<html><body><article><h1>Dockers walk out</h1>{page}{PARAGRAPHS}</article></body></html>").facts
    assert told["byline"] == "Ama Owusu, Li Wei"


def test_the_paper_in_the_windows_title_is_no_author():
    linked = {"@type": "NewsArticle", "headline": "Dockers walk out", "author": {"name": "The Coast Courier"}}
    head = (
        "<title>Dockers walk out at Tema | The Coast Courier</title>"
        f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    )
    body = f"<h1>Dockers walk out at Tema</h1><p class=auth>By Ama Owusu</p>{PARAGRAPHS}"
    assert read_page(f"<html><head>{head}</head><body>{body}</body></html>").facts["byline"] == "Ama Owusu"
