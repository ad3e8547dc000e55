"""Draws the README's pictures: what ``articlelens extract`` shows on a terminal, as SVG, and its report, as PNG.

``python scripts/picture.py [SAMPLE] [--columns N] [--to FOLDER]``.  The report's needs Playwright and a Chromium.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.text import Text

from articlelens import Record, analyze
from articlelens.rendering import FORMATS, Look

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1000, 700
# Opens the card of the last organization on the first screen without a scroll, which hovering may bring.
TO_THE_CARD = """() => {
  const all = [...document.querySelectorAll(".text .organization")];
  const there = all.filter((one) => one.getBoundingClientRect().bottom + 60 < window.innerHeight);
  there.at(-1)?.focus({preventScroll: true});
  window.scrollTo(0, 0);
}"""


def terminal(record: Record, command: str, columns: int) -> str:
    """The SVG, with the fonts of whoever looks at it: nothing is fetched."""
    (shown,) = FORMATS["terminal"].renderer()([record], Look(width=columns, color=True))
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text(command, style="bold green"))
    console.print(Text.from_ansi(shown))
    svg = console.export_svg(title="articlelens", unique_id="articlelens")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "monospace")


def report(record: Record, target: Path) -> None:
    """The top of the report, with the card of an organization open, where one is on the first screen."""
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None:
        raise SystemExit(f"no browser: install one of {', '.join(BROWSERS)}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page_file = Path(folder) / "report.html"
        page_file.write_text("".join(FORMATS["html"].renderer()([record], Look())), "utf-8")
        browser = driver.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(page_file.as_uri())
        page.evaluate(TO_THE_CARD)
        page.screenshot(path=target)
        browser.close()


def main() -> None:
    """Draws the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", type=Path, nargs="?", default=ROOT / "samples" / "harbour.txt")
    parser.add_argument("--columns", type=int, default=100)
    parser.add_argument("--to", type=Path, default=ROOT / "docs")
    arguments = parser.parse_args()
    record = analyze(arguments.sample.read_text("utf-8"), with_text=True)
    command = f"$ articlelens extract samples/{arguments.sample.name}"
    (arguments.to / "terminal.svg").write_text(terminal(record, command, arguments.columns), "utf-8")
    report(record, arguments.to / "report.png")


if __name__ == "__main__":
    main()
