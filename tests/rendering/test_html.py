"""The report: what stands in the page, and what never does."""

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articlelens.reading import read_text
from articlelens.record import Source
from articlelens.rendering import FORMATS, Look
from articlelens.rendering.html.markup import Markup, harmless, tag, web_address

PLACES = {"Lima": (-12.04, -77.03), "Tema": (5.67, -0.02), "Suva": (-18.14, 178.44)}


def page(*records, **look):
    return "".join(FORMATS["html"].renderer()(records, Look(**look)))


@pytest.fixture(scope="module")
def records(analyzer, samples):
    return {
        path.stem: analyzer.analyze(path.read_text("utf-8"), with_text=True) for path in sorted(samples.glob("*.txt"))
    }


def placed(record):
    """The record with coordinates for places that the test knows."""
    places = [
        dataclasses.replace(place, latitude=PLACES[place.name][0], longitude=PLACES[place.name][1])
        if place.name in PLACES
        else dataclasses.replace(place, latitude=None, longitude=None)
        for place in record.places
    ]
    return dataclasses.replace(record, places=tuple(places))


class Page(HTMLParser):
    """What a browser would find: elements, the articles' text, and which of it is marked as which mention."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.text = ""
        self.marked = {}
        self._depth = 0
        self._mentions = []
        self.feed(source)

    def handle_starttag(self, name, attributes):
        attributes = dict(attributes)
        self.elements.append((name, attributes))
        if self._depth:
            self._depth += 1
            self._mentions = attributes.get("data-m", "").split()
        elif "data-article" in attributes:
            self._depth = 1

    def handle_endtag(self, name):
        if self._depth:
            self._depth -= 1
            self._mentions = []

    def handle_data(self, data):
        if self._depth:
            for mention in self._mentions:
                start = self.marked.get(mention, (len(self.text),))[0]
                self.marked[mention] = (start, len(self.text) + len(data))
            self.text += data


def expected_marks(record):
    kinds = ("people", "organizations", "places", "dates", "figures")
    names = ("person", "organization", "place", "date", "figure")
    return {
        f"{name}-{number}-m{index}": (mention.start, mention.end)
        for kind, name in zip(kinds, names, strict=True)
        for number, item in enumerate(getattr(record, kind), 1)
        for index, mention in enumerate(item.mentions, 1)
    }


def test_every_mention_is_marked_at_its_offsets(records):
    for name, record in records.items():
        found = Page(page(record))
        assert found.text == harmless(record.text), name
        assert found.marked == expected_marks(record), name


def test_every_link_leads_to_something_and_no_anchor_is_there_twice(records):
    found = Page(page(*records.values()))
    anchors = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    links = [attributes["href"] for name, attributes in found.elements if name == "a"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(anchors)
    pointed = {one for _, attributes in found.elements for one in (attributes.get("data-items") or "").split()}
    assert pointed
    assert pointed <= set(anchors)


def test_nothing_is_fetched(records):
    for name, attributes in Page(page(placed(records["harbour"]))).elements:
        assert name not in {"img", "iframe", "object", "embed", "base", "form", "audio", "video"}
        assert not {"src", "srcset", "style", "action"} & set(attributes)
        assert not any(key.startswith("on") for key in attributes)
        if name == "link":
            assert attributes["href"] == "data:,"


def test_small(records):
    assert max(len(page(record).encode()) for record in records.values()) < 300_000
    assert len(page(*records.values()).encode()) < 300_000


ATTACKS = (
    "<script>alert(1)</script>",
    "</p></div></main></body><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "<!-- -->",
    "--><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "]]>",
    "&lt;script&gt;",
    "&#x3C;b&#x3E;",
    "Ana <b>Quispe</b> of Lima",
    "\x00\x1b[31m\x7f\x9b",
    "\u202eLima\u2066 \u200f",
    "\ud800",
    "\r\n",
    "\r",
)


def check(record):
    source = page(record)
    source.encode("utf-8")
    found = Page(source)
    own = [name for name, _ in found.elements]
    assert own.count("script") == own.count("style") == own.count("body") == own.count("main") == 1
    assert not {"img", "b>"} & set(own)
    for name, attributes in found.elements:
        assert not any(key.startswith("on") or key == "autofocus" for key in attributes)
        if name == "a":
            assert re.match(r"#|https?://", attributes["href"])
    assert found.text == harmless(record.text)
    assert found.marked == expected_marks(record)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_an_article_is_markup(analyzer, attack):
    text = (
        f"Dockers {attack} walk out\n\nBy Ana {attack} Quispe\n\n{attack} Ana {attack} Quispe spoke in Lima on Monday."
    )
    article = dataclasses.replace(read_text(text, title=attack), language="en")
    record = next(analyzer.pipe([article], with_text=True))
    check(record)
    source = dataclasses.replace(record.source, name=attack, id=attack, url=attack)
    warnings = (attack,)
    odd = {"byline": attack, "dateline": attack, "language": attack, "source": source, "warnings": warnings}
    places = tuple(dataclasses.replace(item, name=attack, latitude=1.0, longitude=2.0) for item in record.places)
    check(dataclasses.replace(record, **odd, places=places))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(
            [*ATTACKS, "Ana Quispe", "in Lima", "on 7 December 2022", "the three-day strike", "\n", "\n\n", "."]
        )
        | st.text(st.characters(codec=None), max_size=8),
        max_size=25,
    ).map(" ".join)
)
def test_every_text_keeps_its_offsets(analyzer, text):
    article = dataclasses.replace(read_text(text), language="en")  # whatever it looks like
    check(next(analyzer.pipe([article], with_text=True)))


def test_several_articles_have_an_index(records):
    source = page(records["brief"], records["harbour"])
    found = Page(source)
    assert "<h1>2 articles</h1>" in source
    assert sum(name == "article" for name, _ in found.elements) == 2
    assert {"#a1", "#a2"} <= {attributes.get("href") for name, attributes in found.elements if name == "a"}


def test_no_article_is_no_page():
    assert page() == ""


def test_an_interrupt_keeps_what_is_finished(records):
    def some():
        yield records["brief"]
        raise KeyboardInterrupt

    pieces = FORMATS["html"].renderer()(some(), Look())
    shown: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        shown.extend(pieces)
    assert "".join(shown) == page(records["brief"])


def test_top_folds_the_rest(records):
    record = records["harbour"]
    source = page(record, top=1)
    assert f"and {len(record.people) - 1} more" in source
    lists = (record.people, record.organizations, record.places, record.dates, record.figures)
    assert source.count('<details class="more">') == sum(len(items) > 1 for items in lists)
    assert "hidden" not in source.split('class="lists"')[1].split('class="drawings"')[0]
    assert '<details class="more">' not in page(record)


def test_each_piece_of_an_article_has_its_own_direction(records):
    record = dataclasses.replace(records["harbour"], title="\u05e0\u05de\u05dc", dateline="\u05dc\u05d9\u05de\u05d4")
    for source in (page(record), page(record, record)):
        assert source.count("<bdi>\u05e0\u05de\u05dc</bdi>") == source.count("\u05e0\u05de\u05dc") - source.count(
            "<title>\u05e0"
        )
        assert source.count("<bdi>\u05dc\u05d9\u05de\u05d4</bdi>") == source.count("\u05dc\u05d9\u05de\u05d4")
        assert f"<bdi>{record.published or record.source.format}</bdi>" in source or record.published is None
    assert '<p dir="auto">' in source


def test_a_headline_is_one_whatever_is_hidden_in_it(analyzer):
    text = "Dockers\u200b walk \x07out\n\nAna Quispe spoke in Lima on Monday of the strike."
    record = dataclasses.replace(analyzer.analyze(text, with_text=True), title="Dockers walk \x07out")
    assert page(record).count('class="headline"') == 1


def test_nothing_found_is_one_line(analyzer):
    source = page(analyzer.analyze("It was warm, and nothing much happened.", with_text=True))
    assert source.count("No people, organizations, places, dates and figures found.".replace(" and ", " or ")) == 1
    assert 'class="kinds"' not in source
    assert "<h2>" not in source.split('class="lists"')[1]


def test_the_map_has_the_places_that_are_known(analyzer):
    text = "Ana Quispe flew from Lima to Tema and on to Suva. She never saw Brest."
    record = placed(analyzer.analyze(text, with_text=True))
    known = [place.name for place in record.places if place.latitude is not None]
    assert known
    source = page(record)
    assert len(re.findall(r"<circle", source)) == len(known)
    assert all(f"<title>{name}</title>" in source for name in known)
    numbers = [number for number, place in enumerate(record.places, 1) if place.latitude is not None]
    mapped = source.split('class="mapped"')[1].split("</ol>")[0]
    assert re.findall(r'href="#(.+?)"', mapped) == [f"place-{number}" for number in numbers]
    assert re.findall(r"<bdi>(.+?)</bdi>", mapped) == known
    assert "Not on the map" in source or len(known) == len(record.places)
    nowhere = tuple(dataclasses.replace(place, latitude=None) for place in record.places)
    without = page(dataclasses.replace(record, places=nowhere))
    assert "<svg" not in without


def mapped(record, points):
    """The frame, the dots and the labels of a map of places at ``points``, which have each the name ``Tema``."""
    places = tuple(
        dataclasses.replace(record.places[0], name="Tema", latitude=float(latitude), longitude=float(longitude))
        for latitude, longitude in points
    )
    source = page(dataclasses.replace(record, places=places))
    frame = [float(number) for number in re.search(r'viewBox="([^"]+)"', source)[1].split()]
    dots = [(float(x), float(y), float(r)) for x, y, r in re.findall(r'cx="([^"]+)" cy="([^"]+)" r="([^"]+)"', source)]
    labels = re.findall(r'<text x="([^"]+)" y="([^"]+)" font-size="([^"]+)"(?: text-anchor="(\w+)")?>(\w+)', source)
    return frame, dots, [(float(x), float(y), float(size), anchor, text) for x, y, size, anchor, text in labels]


def test_places_on_both_sides_of_180_degrees_are_near_each_other(records):
    (left, _, width, _), dots, _ = mapped(records["harbour"], [(-18.14, 178.44), (-13.83, -171.77)])
    assert width < 40
    assert len(dots) == 2
    assert all(left + radius < x < left + width - radius for x, _, radius in dots)


def test_a_town_has_a_map_of_its_surroundings(records):
    (_, _, width, height), *_ = mapped(records["harbour"], [(-12.04, -77.03), (-12.06, -77.14)])
    assert (width, height) == (16, 8)


def test_no_label_lies_on_a_dot_or_on_another_label(records):
    points = [(-12 - row * 0.35, -77 + column * 0.45) for row in range(5) for column in range(5)]
    _, dots, labels = mapped(records["harbour"], points)
    assert {"Tema"} < {text for *_, text in labels}  # some have room for the name, some for a number alone
    boxes = []
    for x, y, size, anchor, text in labels:
        length = size * 0.6 * len(text)
        first = x - {"": 0, "middle": length / 2, "end": length}[anchor]
        boxes.append((first, first + length, y - size * 0.75, y))
    for number, (left, right, top, bottom) in enumerate(boxes):
        for x, y, radius in dots:
            assert not (left < x + radius and x - radius < right and top < y + radius and y - radius < bottom)
        for other in boxes[:number]:
            assert not (left < other[1] and other[0] < right and top < other[3] and other[2] < bottom)


@pytest.mark.parametrize("points", [[(0, 0)], [(89, 179)], [(-90, -180)], [(70, -179), (-70, 179)], [(1, 1), (1, 1)]])
def test_every_dot_is_on_the_map(records, points):
    places = tuple(
        dataclasses.replace(records["harbour"].places[0], latitude=float(lat), longitude=float(lon))
        for lat, lon in points
    )
    source = page(dataclasses.replace(records["harbour"], places=places))
    left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', source)[1].split())
    assert -180 <= left < 180
    assert width <= 360
    assert (source.count('href="#land"') == 2) is (left + width > 180)
    assert -90 <= top < top + height <= 90.01
    for x, y in re.findall(r'cx="([^"]+)" cy="([^"]+)"', source):
        assert left <= float(x) <= left + width
        assert top <= float(y) <= top + height


def test_the_timeline_is_in_order_and_says_the_gaps(analyzer):
    text = "The dam was built in 1959. It was closed on 3 May 2021, and opened again on 5 May 2023."
    source = page(analyzer.analyze(text, with_text=True))
    line = source[source.index('class="timeline"') :]
    places = [line.index(f">{words}<") for words in ("1959", "61 years", "3 May 2021", "2 years", "5 May 2023")]
    assert places == sorted(places)


def test_wrapped_lines_are_one_paragraph_and_others_are_not(analyzer):
    head = "Dockers walk out\n\n"
    wrapped = (
        f"{head}Ana Quispe, who speaks for the union, told reporters in the harbour of\n"
        "Lima on Monday that the strike would go on until the owners of the\n"
        "terminal sat down with the dockers. She left soon after that for the\ncapital."
    )
    single = f"{head}Ana Quispe spoke to the dockers in Lima.\nShe left soon after that, she said."
    paragraphs = [
        page(analyzer.analyze(text, with_text=True)).split('class="text"')[1].split("</div>")[0].count("<p")
        for text in (wrapped, single)
    ]
    assert paragraphs == [2, 3]


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ('https://example.org/a?b=c&d="e', True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[", False),
        ("https://example.org/\u202e", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked(records, url, linked):
    assert (web_address(url) is not None) is linked
    source = dataclasses.replace(records["brief"].source, url=url)
    assert isinstance(source, Source)
    assert (">original</a>" in page(dataclasses.replace(records["brief"], source=source))) is linked


def test_tag_escapes_what_is_no_markup():
    assert tag("p", "<b>", Markup("<i>"), None, class_='"x"', hidden=True, id=None) == (
        '<p class="&quot;x&quot;" hidden>&lt;b&gt;<i></p>'
    )
