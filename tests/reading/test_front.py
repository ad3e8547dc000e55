import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.reading import read_text
from articlelens.reading.front import read_front

STORY = "The port is shut, the union said.\n\nShips are waiting.\n"


def test_yaml_front_matter():
    text = (
        "---\ntitle: \"Dockers: 'Enough'\"\nauthors:\n  - Ama Owusu\n  - 'Li Wei'\ndate: 2024-03-11T08:30:00Z  # UTC\n"
        "url: https://example.org/a\nlang: en\ntags: [ports, strikes]\n---\n\nDockers: 'Enough'\n\n" + STORY
    )
    article = read_text(text)
    assert article.title == "Dockers: 'Enough'"
    assert article.byline == "Ama Owusu, Li Wei"
    assert (article.published, article.published_basis) == ("2024-03-11", "metadata")
    assert (article.source.url, article.language) == ("https://example.org/a", "en")
    assert article.text == text
    first, second, *_ = article.blocks
    assert (first.kind, article.text[first.start :][:3], article.text[first.end - 3 : first.end]) == (
        "furniture",
        "---",
        "---",
    )
    assert (second.kind, article.text[second.start : second.end]) == ("title", "Dockers: 'Enough'")


def test_header_lines():
    article = read_text(
        "Title: Dockers walk out\nAuthor: Ama Owusu\nDate: 11 March 2024\nSource: The Coast Courier\n"
        "URL: https://example.org/a\n\n" + STORY
    )
    assert (article.title, article.byline, article.published) == ("Dockers walk out", "Ama Owusu", "2024-03-11")
    assert [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"] == [
        "The port is shut, the union said.",
        "Ships are waiting.",
    ]


def test_what_is_given_stands_above_front_matter():
    text = "---\ntitle: Old\ndate: 2024-03-11\n---\n" + STORY
    article = read_text(text, title="New", published="2024-03-12")
    assert (article.title, article.published) == ("New", "2024-03-12")


@pytest.mark.parametrize(
    "text",
    [
        "---\nno end: here\n\n" + STORY,
        "---\n\nA rule, and then the story.\n",
        "Update: Storm hits coast\n\n" + STORY,
        "Date: 11 March 2024\n\n" + STORY,
        "Title: \nAuthor: \n\n" + STORY,
        "He said: yes\nShe said: no\n" + STORY,
        "---",
        "",
    ],
)
def test_what_is_no_front_matter(text):
    assert read_front(text).facts == {}


def test_yaml_that_is_more_than_plain_is_passed_over():
    front = read_front("---\ntitle: &a Dockers\nauthor: {name: x}\ndate: null\nlang: !!str en\nsite: |\n  x\n---\n")
    assert front.facts == {}
    assert front.end > 0


@settings(deadline=None)  # the first call imports
@given(st.text(st.sampled_from("-\n :ab'\"[]#"), max_size=80))
def test_any_head_is_read(head):
    front = read_front("---\n" + head)
    assert 0 <= front.end <= len(head) + 4
    assert all(front.facts.values())


FACTIVA = (
    "HD  Ships wait off Tema\nas dockers walk out\nBY  By Ana Quispe\nWC  512 words\nPD  14 March 2024\n"
    "SN  The Coast Courier\nLA  English\n\nLP  \n\nThe port of Tema was shut on Thursday.\n\nTD\n\nShips are waiting.\n"
)


@pytest.mark.parametrize("text", [FACTIVA, FACTIVA.replace("LP  \n\n", "LP "), FACTIVA.replace("\n", "\r\n")])
def test_the_codes_of_factiva(text):
    front = read_front(text)
    assert front.facts == {
        "title": "Ships wait off Tema as dockers walk out",
        "byline": "By Ana Quispe",
        "published": "14 March 2024",
        "site": "The Coast Courier",
    }
    article = read_text(text)
    assert (article.byline, article.published) == ("Ana Quispe", "2024-03-14")
    own = [text[block.start : block.end] for block in article.blocks if block.kind == "body"]
    assert own == ["The port of Tema was shut on Thursday.", "Ships are waiting."]


@pytest.mark.parametrize(
    "text",
    ["BY then the port was shut.\n\nLA said so.", "HD is a format.\nLP is a record.", "SN\n" * 300, "HD x\nWC 5\nPD"],
)
def test_lines_that_begin_with_codes_by_chance(text):
    assert read_front(text).end == 0
