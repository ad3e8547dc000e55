import json

from articlelens.rendering import FORMATS, Look


def test_one_article_is_one_line(analyzer):
    records = [analyzer.analyze(text) for text in ("Ana Quispe lives in Lima.", "Nothing.")]
    pieces = list(FORMATS["json"].renderer()(records, Look()))
    assert [json.loads(piece) for piece in pieces] == [record.to_dict() for record in records]
    assert all(piece.endswith("\n") and piece.count("\n") == 1 for piece in pieces)
