import json
from time import process_time

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.errors import Failure, InputError
from articlelens.reading import read_sources
from articlelens.reading.formats import is_html
from articlelens.reading.pages import declared_charset, page_text, read_page

STORY = (
    "<p>TEMA, March 11 (Coast Press) - Kofi Mensah led the dockers of Tema out of the gates on Monday, the union said. "
    "They want to be paid by the hour, and the port has lost $3 million since they stopped.</p><p>The minister, Ama "
    "Owusu, told reporters in Accra that the talks with the company would go on for as long as it takes.</p>"
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Dockers walk out at Tema",
    "datePublished": "2024-03-11T08:30:00Z",
    "dateModified": "2024-03-13T08:30:00Z",
    "author": [{"@type": "Person", "name": "Ama Owusu"}, {"@type": "Person", "name": "Li Wei"}],
}


def page(head="", body=STORY, lang="en"):
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<article>{body}</article><footer>&copy; 2024 The Coast Courier. All rights reserved.</footer></body></html>"
    )


def test_the_text_is_trafilaturas():
    html = page("<title>Dockers walk out</title>", STORY + "<table><tr><td>Ships</td><td>14</td></tr></table>" + STORY)
    expected = trafilatura.extract(html, include_comments=False, include_tables=True, include_formatting=False)
    assert read_page(html).text == expected


def test_metadata():
    head = (
        "<title>Dockers walk out at Tema | The Coast Courier</title>"
        '<meta property="og:site_name" content="The Coast Courier">'
        '<meta property="og:title" content="Dockers walk out at Tema | The Coast Courier">'
        '<link rel="canonical" href="https://courier.example.org/dockers">'
        f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
    )
    assert read_page(page(head, lang="en-GB")).facts == {
        "title": "Dockers walk out at Tema",
        "byline": "Ama Owusu, Li Wei",
        "published": "2024-03-11",
        "url": "https://courier.example.org/dockers",
        "site": "The Coast Courier",
        "language": "en",
    }


def linked(**data):
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **data})}</script>'


CANONICAL = '<link rel="canonical" href="https://courier.example.org/2024/03/10/dockers">'
OTHER_PAGE = {"@type": "WebPage", "datePublished": "2020-01-01"}
LISTED = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2019-01-01"}]}
TIME = '<time datetime="2024-03-11T10:00">March 11, 2024</time>'


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2024-03-11T23:30:00-05:00">', "", "2024-03-11"),
        ('<meta name="date" content="2024-03-11">', "", "2024-03-11"),
        ('<meta name="DC.date.issued" content="11 March 2024">', "", "2024-03-11"),
        ('<meta property="article:published_time" content="2999-01-01">', "", "2999-01-01"),  # no clock is asked
        (f'{CANONICAL}<meta property="article:published_time" content="2024-03-11">', "", "2024-03-11"),
        (CANONICAL, "", "2024-03-10"),
        (linked(**LINKED), "", "2024-03-11"),
        (linked(**{"@graph": [OTHER_PAGE, LISTED, LINKED]}), "", "2024-03-11"),
        (linked(**{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "20240311"}), "", "2024-03-11"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-11",}</script>',
            "",
            "2024-03-11",
        ),
        (linked(**LISTED) + '<script type="application/ld+json">{"@type":</script>', "", None),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', "", None),
        ('<meta property="article:published_time" content="2024-99-99">', "", None),
        ("", TIME, "2024-03-11"),
        ("", f"<aside>{TIME}</aside><footer>{TIME}</footer>", None),  # another article's
        ("", "", None),  # the year of the copyright is not the article's
    ],
)
def test_published(head, body, published):
    assert read_page(page(head, body + STORY)).facts.get("published") == published


@pytest.mark.parametrize(
    ("lang", "written", "published"),
    [
        ("en", "03/04/2024", None),  # the third of April, or the fourth of March
        ("en-CA", "03/04/2024", None),
        ("en-US", "03/04/2024", "2024-03-04"),
        ("en-GB", "03/04/2024", "2024-04-03"),
        ("en-US", "03/04/24", "2024-03-04"),
        ("en", "03/25/2024", "2024-03-25"),
        ("en", "25/03/2024", "2024-03-25"),
        ("en", "04/04/2024", "2024-04-04"),
        ("en-US", "13/13/2024", None),
    ],
)
def test_numeric_dates_are_read_where_they_can_be_read_in_one_way(lang, written, published):
    spelled = f'<span class="date">{written}</span>'
    assert read_page(page(body=spelled + STORY, lang=lang)).facts.get("published") == published
    meta = f'<meta name="date" content="{written}">'
    assert read_page(page(meta, lang=lang)).facts.get("published") == published


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2024-04-01T00:00:00Z">',
        '<meta property="og:updated_time" content="2024-04-01T00:00:00Z">',
        '<meta itemprop="dateModified" content="2024-04-01">',
        '<meta http-equiv="last-modified" content="2024-04-01">',
    ],
)
def test_the_day_of_a_change_is_not_that_of_publication(head):
    assert "published" not in read_page(page(head)).facts
    both = head + '<meta property="article:published_time" content="2024-03-11">'
    assert read_page(page(both)).facts["published"] == "2024-03-11"


HEADING = "<h1>Dockers walk out at Tema</h1>"
LIVE = {
    "@type": "LiveBlogPosting",
    "headline": "Dockers walk out at Tema",
    "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Gate", "articleBody": "It is shut."}],
}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>Dockers walk out at Tema - live</title>{linked(**LIVE)}", HEADING),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A "bad" day"}</script>', HEADING),
        ('<title>Dockers walk out at Tema | Courier</title><meta property="og:title" content="Courier">', HEADING),
        ('<meta property="og:site_name" content="Courier"><meta property="og:title" content="Courier">', HEADING),
        ("<title>Dockers walk out at Tema - The Coast Courier</title>", HEADING),
        (linked(**{"@type": "NewsArticle", "headline": "Dockers walk out at Tema"}), ""),
    ],
)
def test_the_headline_is_the_articles(head, body):
    assert read_page(page(head, body + STORY)).facts["title"] == "Dockers walk out at Tema"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("By Ama Owusu, Staff Writer", "Ama Owusu"),
        ({"name": ["Ama Owusu", "Li Wei"]}, "Ama Owusu, Li Wei"),
        ([{"@type": "Person", "name": "Ama Owusu"}, "admin"], "Ama Owusu"),
        ([], None),
        (7, None),
    ],
)
def test_authors_in_linked_data(author, byline):
    article = {"@type": ["NewsArticle", "Article"], "headline": "Dockers walk out at Tema", "author": author}
    comment = {"@type": "Comment", "author": {"name": "Troll Seven"}, "text": "No."}
    video = {"@type": "VideoObject", "name": "The gate", "author": {"name": "Film Crew"}}
    nested = {"@type": "WebPage", "mainEntity": [article | {"comment": [comment], "video": video}]}
    for data in (article, nested):
        assert read_page(page(linked(**data), HEADING + STORY)).facts.get("byline") == byline


@pytest.mark.parametrize(
    "body",
    [
        "<noscript>You need to enable JavaScript to run this app.</noscript>",
        "<h1>Checking your browser before accessing coast.example</h1><p>Enable JavaScript to continue.</p>",
        "<h1>404</h1><p>Sorry, the page you were looking for could not be found.</p>",
    ],
)
def test_pages_without_an_article_are_failures(tmp_path, body):
    (tmp_path / "a.html").write_text(f"<html><head><title>Courier</title></head><body>{body}</body></html>")
    (failure,) = read_sources([str(tmp_path / "a.html")])
    assert isinstance(failure, Failure)
    assert "save the page from a browser" in failure.hint


def test_content_systems_are_no_authors():
    head = '<meta name="author" content="Ama Owusu"><meta name="author" content="admin">'
    assert read_page(page(head)).facts["byline"] == "Ama Owusu"


def test_a_site_is_no_author_and_an_address_no_site():
    head = '<meta name="author" content="The Courier"><meta property="og:site_name" content="The Courier">'
    assert read_page(page(head)).facts == {"site": "The Courier", "language": "en"}
    assert "site" not in read_page(page(CANONICAL)).facts


def test_an_address_is_no_author():
    head = '<meta name="author" content="https://facebook.com/coastcourier">'
    assert "byline" not in read_page(page(head)).facts


def test_a_page_is_an_article(tmp_path, analyzer, validate):
    head = '<title>Dockers walk out</title><meta property="article:published_time" content="2024-03-11">'
    (tmp_path / "a.html").write_text(page(head))
    (record,) = analyzer.pipe(read_sources([str(tmp_path / "a.html")]), with_text=True)
    validate(record.to_dict())
    assert (record.source.format, record.title, record.dateline) == ("html", "Dockers walk out", "TEMA")
    assert (record.reference_date.value, record.reference_date.basis) == ("2024-03-11", "metadata")
    assert record.text.startswith("TEMA, March 11")
    assert [person.name for person in record.people] == ["Kofi Mensah", "Ama Owusu"]


def test_pages_are_told_by_their_beginning(tmp_path):
    (tmp_path / "a").write_text(page())
    (article,) = read_sources([str(tmp_path / "a")])
    assert article.source.format == "html"
    assert is_html("\n<?xml version='1.0'?>\n<!-- saved -->\n<html>")
    assert not is_html("<3 is what she wrote on the wall")


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="windows-1252">', "windows-1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "iso-8859-1"),
        (b'<?xml version="1.0" encoding="utf-8"?><html>', "utf-8"),
        (b"<p>charset=none</p>", None),
    ],
)
def test_declared_charset(data, charset):
    assert declared_charset(data) == charset


def test_a_declared_charset_is_heeded(tmp_path):
    html = page('<meta charset="iso-8859-2">', STORY + "<p>Łódź said so, and Gdańsk as well, on the following day.</p>")
    (tmp_path / "a.html").write_bytes(html.encode("iso-8859-2"))
    (article,) = read_sources([str(tmp_path / "a.html")])
    assert "Łódź" in article.text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<html>", "", "<!DOCTYPE html>", "<!---->"])
def test_pages_without_text(html):
    with pytest.raises(InputError, match="no article text"):
        read_page(html)


def test_entities_are_not_expanded():
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    body = page(body=STORY + "<p>&e11;&f;</p>")
    html = f'<!DOCTYPE html [<!ENTITY e0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>{body}'
    text = read_page(html).text
    assert len(text) < 2000
    assert "root:" not in text


def test_pieces_of_pages():
    assert page_text("<p>One.</p><p>Two.</p>").split() == ["One.", "Two."]
    assert page_text("") == ""
    assert "Kofi Mensah" in read_page(f"<div>{STORY}</div>").text


PIECES = (
    "<p> </p> <div> </div> <table> <tr> <td> <script> </script> <!-- --> & &amp; &#0; &#xD800; < > \" ' = <a href= "
    '<br> <meta <title> </title> <head> </html> <li> <ul> \0 \ufffe charset= {"@type": [ ] } <svg> <![CDATA[ ]]>'
)
MARKUP = st.lists(
    st.sampled_from([*PIECES.split(), "The dockers of Tema walked out on Monday, the union said. "]), max_size=60
)


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_any_markup_is_a_text_or_an_error(parts):
    try:
        found = read_page("<html><body>" + "".join(parts))
    except InputError:
        return
    assert found.text == found.text.strip() != ""


def test_a_page_of_absurdly_many_elements_is_refused_and_absurdly_many_attributes_are_left_out():
    with pytest.raises(InputError, match="elements, more than"):
        read_page(page() + "<a href=x>y</a>" * 150_001)
    before = process_time()
    many = " ".join(f"a{number}='<b>'" for number in range(50_000))
    assert "led the dockers" in read_page(f"<html><body><article><p {many}>Ana Ruiz led the dockers.</p>").text
    many = "<li>the port said on Monday" * 20_000
    assert "led the dockers" in read_page(page() + f"<ul>{many}</ul>").text
    assert process_time() - before < 20


def test_what_a_page_declares_for_itself_is_passed_over():
    declared = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0" "x.dtd" [\n<!ENTITY paper "The Coast">\n<!ENTITY b "]">\n]>'
    )
    found = read_page(page("<title>Dockers walk out</title>").replace("<!DOCTYPE html>", declared))
    assert (found.facts["title"], "]>" in found.text) == ("Dockers walk out", False)
    assert page_text(f"{declared}<html><body><p>Ships wait.</p></body></html>") == "Ships wait."
