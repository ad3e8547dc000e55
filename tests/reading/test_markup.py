import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.reading import read_text
from articlelens.reading.markup import unmarked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[Ama Owusu](https://coast.example/a) said so.", " Ama Owusu                           said so."),
        ('See [it](/a "Ships") here.', "See  it              here."),
        ("![Ships](https://coast.example/s.png)", "  Ships                              "),
        ("## Ships wait", "   Ships wait"),
        ("**TEMA, Ghana (AP)** — Ships wait", "  TEMA, Ghana (AP)   — Ships wait"),
        ("*By Ama Owusu*", " By Ama Owusu "),
        ("_By Ama Owusu_", " By Ama Owusu "),
        ("> “We wait,” she said.", "  “We wait,” she said."),
    ],
)
def test_marks_are_blanks(text, shown):
    assert unmarked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 and 2*3*4",
        "#1 song in Ghana",
        "a_name_with_lines and __init__",
        "f*** and s**t",
        "> 100 ships wait",
        "On Monday Ama Owusu wrote:\n> Ships wait.",
        "[He] said (so) [1].",
        "***",
    ],
)
def test_what_is_no_mark_stays(text):
    assert unmarked(text) == text


def test_an_article_in_markdown():
    text = (
        "# Ships wait off Tema\n\n*By Ama Owusu*\n\n**TEMA, Ghana (AP)** — The port of Tema was shut on Monday.\n\n"
        "> “We cannot pay,” said [Kofi Mensah](https://coast.example/k).\n"
    )
    article = read_text(text)
    assert (article.title, article.byline, article.dateline) == ("Ships wait off Tema", "Ama Owusu", "TEMA")
    assert article.text == text
    assert [text[block.start : block.end] for block in article.blocks if block.kind != "body"] == [
        "Ships wait off Tema",
        "By Ama Owusu",
    ]
    assert "Kofi Mensah" in article.readable
    assert "coast.example" not in article.readable


@settings(deadline=None)
@given(st.text('*_[]()!#> \nabwrote:/htps"1', max_size=80))
def test_no_offset_moves(text):
    shown = unmarked(text)
    assert len(shown) == len(text)
    assert all(mine in (char, " ") for char, mine in zip(text, shown, strict=True))


@pytest.mark.parametrize("part", ["[", "[a](", "![a](/", '[a](/ "', "**", "**a", "*a ", "_a", "\n>", "\n_a ", "\n# "])
def test_no_text_takes_long(part):
    start = time.process_time()
    unmarked(part * (200_000 // len(part)))
    assert time.process_time() - start < 2
