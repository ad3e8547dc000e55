"""The direction of a bare weekday, from the tense of its clause; counted from Thursday, 14 March 2024."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The vote is on Friday, the minister said.", "2024-03-15"),
        ("The summit takes place on Friday.", "2024-03-15"),
        ("The court will meet on Tuesday.", "2024-03-19"),
        ("The vote was held on Friday.", "2024-03-08"),
        ("The minister said on Tuesday that the harbour is safe.", "2024-03-12"),
    ],
)
def test_weekday(analyzer, sentence, value):
    (found,) = analyzer.analyze(sentence, published="2024-03-14").dates
    assert found.value == value
