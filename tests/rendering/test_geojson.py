import json

from articlelens.rendering import FORMATS, Look


def collections(analyzer, *texts):
    pieces = list(FORMATS["geojson"].renderer()([analyzer.analyze(text) for text in texts], Look()))
    assert all(piece.endswith("\n") and piece.count("\n") == 1 for piece in pieces)
    return [json.loads(piece) for piece in pieces]


def test_a_place_is_a_feature(analyzer):
    text = "Ana Quispe lives in Lima, Peru. She left Lima for Xyrrvale."
    (collection,) = collections(analyzer, text)
    assert collection["type"] == "FeatureCollection"
    lima = next(one for one in collection["features"] if one["properties"]["name"] == "Lima")
    assert (lima["type"], lima["geometry"]["type"]) == ("Feature", "Point")
    longitude, latitude = lima["geometry"]["coordinates"]  # in this order, by RFC 7946
    assert (round(longitude), round(latitude)) == (-77, -12)
    assert lima["properties"]["count"] == len(lima["properties"]["mentions"]) == 2
    for mention in lima["properties"]["mentions"]:
        assert text[mention["start"] : mention["end"]] == "Lima"


def test_without_coordinates_there_is_no_geometry(analyzer):
    (collection,) = collections(analyzer, "Fans walked along Quill Street and Orrin Avenue.")
    assert all(feature["geometry"] is None for feature in collection["features"])


def test_an_article_without_places_is_an_empty_collection(analyzer):
    assert [one["features"] for one in collections(analyzer, "Nothing.", "It rained.")] == [[], []]


def test_the_command(process, samples):
    done = process("extract", str(samples / "brief.txt"), "--format", "geojson")
    assert done.code == 0
    collection = json.loads(done.out)
    assert collection["source"]["name"].endswith("brief.txt")
    of = {(one["properties"]["article"], one["properties"]["title"]) for one in collection["features"]}
    assert of == {(collection["source"]["name"], collection["title"])}  # still known where collections are put together
