import re

import pytest
from markdown_it import MarkdownIt

from articlelens.rendering import FORMATS, Look
from articlelens.rendering.markdown import escaped
from articlelens.rendering.wording import plain


def draw(*records, **look):
    return "".join(FORMATS["markdown"].renderer()(records, Look(**look)))


def words_of(markdown):
    """What CommonMark shows of it."""
    shown = [token.content for token in MarkdownIt("js-default").parseInline(markdown)[0].children if token.content]
    return "".join(shown)


def test_a_briefing(analyzer, samples):
    record = analyzer.analyze((samples / "harbour.txt").read_text("utf-8"))
    shown = draw(record)
    assert shown.startswith(f"# {record.title}\n\n")
    assert re.findall(r"^## (.*)$", shown, re.MULTILINE) == ["People", "Organizations", "Places", "Dates", "Figures"]
    for sentence in record.summary:
        assert f"- {plain(sentence.text)}"[:60] in shown
    for item in (*record.people, *record.organizations, *record.places):
        assert f"- **{item.name}**" in shown


def test_top_cuts_the_lists(analyzer, samples):
    record = analyzer.analyze((samples / "harbour.txt").read_text("utf-8"))
    shown = draw(record, top=1)
    assert f"- *and {len(record.people) - 1} more*" in shown
    assert "more*" not in draw(record, top=0)


def test_nothing_found(analyzer):
    assert "No people, organizations, places, dates or figures found." in draw(analyzer.analyze("It rained."))


def test_several_are_parted(analyzer):
    record = analyzer.analyze("It rained.")
    assert draw(record, record).count("# ") == 2


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[here](javascript:alert(1)) ![x](https://example.org/x.png)",
        "*bold* _it_ ~~gone~~ `code` | a | b |",
        "# no heading", "- no list", "+ no list", "1. no list", "2) no list", "> no quote", "=====", "---",
        "@ana #12 :smile: $5 and $6 \\ back &amp; forth",
        "https://example.org and www.example.org and a@example.org",
        "2014.", "0.5 hours", "3-1 in the cup",
    ],
)  # fmt: skip
def test_text_stays_text(text):
    markdown = escaped(text)
    tokens = MarkdownIt("js-default", {"linkify": False}).enable(["table", "strikethrough"]).parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    kinds = {child.type for child in tokens[1].children}
    assert kinds <= {"text", "text_special"}
    assert plain(words_of(markdown)) == plain(text)
    assert not re.search(r"(?<!\\)(?:www\.|://|@\w|#\d|\$\d)", markdown)


def test_plain_words_are_left_alone():
    for text in ("Cork 3-1 Swansea, 11 years (wait)", "up about 57 %, 2.3 billion", "snake-case and it's 14:30"):
        assert escaped(text) == text
