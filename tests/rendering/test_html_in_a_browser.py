"""The report in a real browser, where there is one: Chromium, headless, driven by Playwright."""

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from articlelens.rendering import FORMATS, Look
from articlelens.rendering.html.markup import harmless

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on PATH")

HIGHLIGHTS = """() => {
  const root = document.querySelector("[data-article]");
  const length = (text) => [...text].length;
  const found = {};
  const walk = (node, at, mentions) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const end = at + length(node.data);
      for (const mention of mentions) found[mention] = [found[mention]?.[0] ?? at, end];
      return end;
    }
    const own = node.dataset.m ? node.dataset.m.split(" ") : mentions;
    for (const child of node.childNodes) at = walk(child, at, own);
    return at;
  };
  walk(root, 0, []);
  return {text: root.textContent, found};
}"""


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def longest(analyzer, samples):
    path = max(samples.glob("*.txt"), key=lambda path: path.stat().st_size)
    return analyzer.analyze(path.read_text("utf-8"), with_text=True)


@pytest.fixture
def opened(browser, tmp_path):
    """Opens the report of records, and collects what the browser has to say."""
    contexts = []

    def go(*records, top=None, **settings):
        path = tmp_path / "report.html"
        path.write_text("".join(FORMATS["html"].renderer()(records, Look(top=top))), "utf-8")
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("dialog", lambda dialog: (page.said.append("a dialog"), dialog.dismiss()))
        page.on("request", lambda request: None if request.url.startswith("file:") else page.said.append(request.url))
        page.goto(path.as_uri())
        return page

    yield go
    for context in contexts:
        context.close()


def test_it_opens_at_once_without_a_complaint_and_with_its_highlights(opened, longest):
    begun = time.perf_counter()
    page = opened(longest)
    assert time.perf_counter() - begun < 5  # a busy machine; on a quiet one it is a tenth of a second
    shown = page.evaluate(HIGHLIGHTS)
    assert shown["text"] == harmless(longest.text)
    for kind, items in (("person", longest.people), ("date", longest.dates), ("figure", longest.figures)):
        for number, item in enumerate(items, 1):
            for index, mention in enumerate(item.mentions, 1):
                assert shown["found"][f"{kind}-{number}-m{index}"] == [mention.start, mention.end]
    assert page.said == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(opened, longest, width):
    page = opened(longest, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_pointing_tapping_and_tabbing_show_the_card(opened, longest):
    name = longest.people[0].name
    page = opened(longest)
    page.locator("#person-1-m1").hover()
    assert name in page.locator("#card").inner_text()
    page.mouse.move(1, 1)
    assert page.locator("#card").is_hidden()
    page.locator("#person-1-m1").focus()
    assert name in page.locator("#card").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#card").is_hidden()
    page.locator("#person-1-m1").click()
    assert page.url.endswith("#person-1")
    assert page.locator("#person-1").is_visible()  # the browser opens what the link leads to
    phone = opened(longest, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    phone.locator("#person-1-m1").tap()
    assert name in phone.locator("#card").inner_text()
    assert "#" not in phone.url
    assert page.said == phone.said == []


def test_enter_follows_a_mention_after_a_tap(opened, longest):
    page = opened(longest, has_touch=True)
    page.locator("#person-1-m1").tap()
    page.locator("#person-1-m1").press("Enter")
    assert page.url.endswith("#person-1")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_opens_what_is_folded(opened, longest, scripts):
    page = opened(longest, top=1, java_script_enabled=scripts)
    assert page.locator("#person-2").is_hidden()
    page.locator("#person-2-m1").click()
    assert page.locator("#person-2").is_visible()


def test_without_scripts_the_links_are_there(opened, longest):
    page = opened(longest, java_script_enabled=False)
    page.locator("#person-1-m1").click()
    assert page.locator("#person-1").is_visible()


def test_nothing_of_an_article_runs(opened, analyzer):
    attack = (
        "<script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>x</a><svg onload=alert(4)>"
    )
    text = f"{attack} walks out\n\nBy Ana Quispe\n\nAna Quispe{attack} spoke in Lima on Monday, {attack}."
    record = analyzer.analyze(text, title=attack, with_text=True)
    page = opened(record)
    page.locator(".text .m").first.hover()
    assert page.said == []
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.querySelectorAll('.text img, .text svg, h1 :not(bdi)').length") == 0
    refused = page.evaluate(
        "() => new Promise((done) => { document.addEventListener('securitypolicyviolation', () => done(true));"
        "const own = document.createElement('script'); own.textContent = 'window.ran = true';"
        "document.body.append(own); setTimeout(() => done(false), 500); })"
    )
    assert refused
    assert not page.evaluate("Boolean(window.ran)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_landmarks_and_contrast(opened, longest, scheme):
    page = opened(longest, color_scheme=scheme)
    assert [page.locator(name).count() for name in ("main", "h1", "article", "footer")] == [1, 1, 1, 1]
    colors = page.evaluate(
        """() => [...document.querySelectorAll(".kinds .m, .text p, .facts, .note")].map((element) => {
          let box = element;
          while (getComputedStyle(box).backgroundColor === "rgba(0, 0, 0, 0)") box = box.parentElement;
          return [getComputedStyle(element).color, getComputedStyle(box).backgroundColor];
        })"""
    )
    assert colors
    for ink, paper in json.loads(json.dumps(colors)):
        assert contrast(ink, paper) >= 4.5, (ink, paper)  # WCAG 2.2, 1.4.3


AXE = next(filter(Path.is_file, map(Path, (os.environ.get("AXE", ""), "node_modules/axe-core/axe.min.js"))), None)


@pytest.mark.skipif(AXE is None, reason="no axe-core: AXE names its axe.min.js, or npm has put it here")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_fault(opened, longest, scheme, width):
    page = opened(longest, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.add_script_tag(path=AXE)
    faults = page.evaluate("axe.run()")["violations"]
    page.locator(".text .m").first.focus()  # opens the card
    faults += page.evaluate("axe.run('#card')")["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


def contrast(one, two):
    """The contrast ratio of WCAG 2.2 between two colours as ``rgb(1, 2, 3)``."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color):
    parts = [int(part) / 255 for part in color[color.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
