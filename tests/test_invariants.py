"""What holds for every input text."""

import json

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

# fmt: off
FRAGMENTS = (
    "Ana Quispe", "President Ana Quispe's", "the Ministry of Labour", "(ML)", "Lima", "the U.S.",
    "on 7 December 2022", "58% of the population", "more than 80 people", "$2.3bn", "said", "By Li Wei",
    "LIMA, July 19 (Andean Press) -", "Skip to content", "Sign up for our newsletter", "Photo: Li Wei",
    "Share this", "\n", "\n\n", "\r\n", "\t", " ", ".", "’s", "“", "”", "—", "\u00a0", "\u200b", "\u202e",
    "\x1b[31m", "[bold]", "\ud800", "\ufeff", "👩‍👩‍👧", "e\u0301", "北京", "1,234.5",
    "July 27th, 28th, and 29th", "half a million", "99999-99-99", "31 February 2023", "\n ",
)
# fmt: on

news = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=40).map(" ".join)
anything = st.text(st.characters(codec=None), max_size=300)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=news | anything)
@example(text="\n Lima")
@example(text="This courageous father will leave at 4 in the morning (4 A")
def test_every_text_gives_a_valid_record_with_right_offsets(analyzer, validate, text):
    record = analyzer.analyze(text, published="2023-07-27", with_text=True)
    as_read = json.loads(record.to_json())
    validate(as_read)
    assert as_read["text"] == text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=news)
def test_the_same_text_gives_the_same_record(analyzer, text):
    assert analyzer.analyze(text).to_json() == analyzer.analyze(text).to_json()
