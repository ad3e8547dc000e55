"""A set-up without a model, for tests of what surrounds it; a module of its own, so that workers can import it."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass

from articlelens.errors import Failure, ModelError
from articlelens.record import (
    Counts,
    Date,
    Figure,
    Generator,
    KeySentence,
    Mention,
    Organization,
    Person,
    Place,
    Record,
    ReferenceDate,
)

GENERATOR = Generator(name="articlelens", version="0", model="stub", model_version="1")


def record_of(article) -> Record:
    """A record with one of everything, made of the first words of the article."""
    words = article.text.split()[:5] + ["-"] * 5
    mentions = [(Mention(text=word, start=9 * n, end=9 * n + len(word), sentence=0),) for n, word in enumerate(words)]
    entity = {"aliases": ("an alias",), "count": 1, "salience": 1.0}
    unknown = dict.fromkeys(("admin", "latitude", "longitude", "geonames_id"))
    return Record(
        schema_version=1,
        source=article.source,
        title=article.title,
        byline=article.byline,
        dateline=article.dateline,
        published=article.published,
        reference_date=ReferenceDate(value=article.published, basis="option") if article.published else None,
        language=article.language,
        counts=Counts(words=len(words), sentences=1),
        summary=(KeySentence(text=article.text[:20], start=0, end=min(20, len(article.text))),),
        people=(Person(id="person-1", name=words[0], roles=("Mayor",), mentions=mentions[0], **entity),),
        organizations=(
            Organization(id="organization-1", name=words[1], acronym=None, mentions=mentions[1], **entity),
        ),
        places=(
            Place(id="place-1", name=words[2], kind="city", country_code="GH", mentions=mentions[2],
                  **unknown, **entity),
        ),
        dates=(
            Date(value="P2D", type="duration", from_=None, to=None, basis="none", count=1, mentions=mentions[3]),
        ),
        figures=(
            Figure(kind="count", value=10**30, low=None, high=1.5, unit=None, modifier="at_least", change=None,
                   of='"ships"\nand more', count=1, mentions=mentions[4]),
        ),
        warnings=article.warnings,
        generator=GENERATOR,
    )  # fmt: skip


def analyze(articles) -> Iterator[Record | Failure]:
    for article in articles:
        if isinstance(article, Failure):
            yield article
            continue
        word, _, rest = article.text.strip().partition(" ")
        if word == "DIE" or (word == "DIEONCE" and not os.path.exists(rest)):
            if rest:
                open(rest, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "FAIL":
            yield Failure(source=article.label, message="it failed", hint="a hint")
            continue
        if word == "SLOW":
            time.sleep(float(rest))
        yield record_of(article)


@dataclass(frozen=True, kw_only=True)
class StubSetup:
    version: str = "1"
    fault: str = ""

    def make(self):
        if self.fault == "model":
            raise ModelError("the model is damaged", "install it again")
        once = self.fault.removeprefix("death once ")
        if once != self.fault and not os.path.exists(once):
            open(once, "w").close()
            os._exit(3)
        if self.fault == "death":
            os._exit(3)
        return analyze

    def settings(self):
        return {"stub": self.version}


def label(record: Record, key: str) -> str:
    """Stands for what a store takes."""
    return f"{key} {record.people[0].name}"
