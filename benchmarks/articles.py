"""Made-up articles for measuring: the same ones for the same number, each with names of its own.

    python benchmarks/articles.py NUMBER FILE.jsonl

Names are put together from syllables, so that a long run meets new words all the time, as a crawl does.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

SYLLABLES = "ba den ka lor mi nes po rin sa tor vel wick zan ford ham ley mar ston bru gal".split()
TITLES = "President Minister Mayor Judge Professor Senator Governor Coach".split()
BODIES = ["Ministry of Transport", "Port Authority", "Water Board", "Central Bank", "High Court", "Nurses Union"]
PLACES = "Lima Tema Nairobi Oslo Jakarta Toronto Lyon Perth Lagos Quito Riga Osaka".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday".split()
MONTHS = "January March April June July September October December".split()
SENTENCES = (
    "{title} {first} {last} said in {place} on {day} that the {body} would spend ${n} million by {month} {year}.",
    "About {n},000 people had signed by {day}, {last} told reporters, {m} percent more than a year earlier.",
    "{company} shares fell {m}% to {n}.{m} euros after {first} {last} resigned as chairman on {month} {m}, {year}.",
    "The {body} of {place} has {m} days to answer, and neither {last} nor {other} would comment.",
    "Between {m} and {n} homes in {town} were flooded last week, according to {company}.",
    '"We have waited for {m} years," said {other} {last}, a teacher from {town}, near {place}.',
    "Prices rose from ${m} to ${n} a tonne in the third quarter of {year}, the {body} reported.",
    "The talks, which began in {month}, are expected to end next {day} in {place}.",
)  # fmt: skip


def text(number: int, sentences: int = 16) -> str:
    """The article of a number: a headline, a dateline, and paragraphs of two sentences, about 350 words."""
    chance = random.Random(number)  # noqa: S311 - not for secrets

    def name() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()

    people = [(name(), name()) for _ in range(4)]
    towns, companies = [name(), name()], [f"{name()} {kind}" for kind in ("Holdings", "Airlines")]

    def sentence() -> str:
        first, last = chance.choice(people)
        return chance.choice(SENTENCES).format(
            first=first, last=last, other=chance.choice(people)[0], title=chance.choice(TITLES),
            body=chance.choice(BODIES), place=chance.choice(PLACES), day=chance.choice(DAYS),
            month=chance.choice(MONTHS), year=chance.randint(1990, 2029), town=chance.choice(towns),
            company=chance.choice(companies), n=chance.randint(20, 99), m=chance.randint(2, 19),
        )  # fmt: skip

    place = chance.choice(PLACES)
    paragraphs = [f"{sentence()} {sentence()}" for _ in range(sentences // 2)]
    paragraphs[0] = f"{place.upper()}, {chance.choice(MONTHS)} {chance.randint(1, 28)} - {paragraphs[0]}"
    return "\n\n".join([f"{towns[0]} ferries stand still as {companies[0]} cuts pay", *paragraphs]) + "\n"


def rows(count: int, sentences: int = 16) -> Iterator[str]:
    """Articles as lines of JSON."""
    for number in range(count):
        yield json.dumps({"id": str(number), "text": text(number, sentences), "published": "2024-09-03"}) + "\n"


def write(count: int, path: Path, sentences: int = 16) -> None:
    """Writes a ``.jsonl`` file of articles."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(rows(count, sentences))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
