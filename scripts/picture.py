"""Draws the README's picture: what ``articlelens extract`` shows on a terminal, as SVG.

``python scripts/picture.py [SAMPLE] [--columns N] [--to FILE]``
"""

from __future__ import annotations

import argparse
import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from articlelens import analyze
from articlelens.rendering import FORMATS, Look

ROOT = Path(__file__).parent.parent


def draw(sample: Path, columns: int) -> str:
    """The SVG, with the fonts of whoever looks at it: nothing is fetched."""
    record = analyze(sample.read_text("utf-8"))
    (shown,) = FORMATS["terminal"].renderer()([record], Look(width=columns, color=True))
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text("$ articlelens extract samples/" + sample.name, style="bold green"))
    console.print(Text.from_ansi(shown))
    svg = console.export_svg(title="articlelens", unique_id="articlelens")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "monospace")


def main() -> None:
    """Draws the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", type=Path, nargs="?", default=ROOT / "samples" / "harbour.txt")
    parser.add_argument("--columns", type=int, default=100)
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "terminal.svg")
    arguments = parser.parse_args()
    arguments.to.write_text(draw(arguments.sample, arguments.columns), "utf-8")


if __name__ == "__main__":
    main()
