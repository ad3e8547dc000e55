"""What a user of the library writes; checked by mypy, never run."""

from articlelens import (
    Analyzer,
    Article,
    ArticlelensError,
    Failure,
    IgnoreList,
    Record,
    WatchedName,
    Watchlist,
    __version__,
    analyze,
)

record: Record = analyze("Ana Quispe spoke in Lima.", published="2023-07-27")
names: list[str] = [person.name for person in record.people]
code: str | None = record.places[0].country_code
first: tuple[int, int] = (record.dates[0].mentions[0].start, record.dates[0].mentions[0].end)
version: str = __version__

analyzer = Analyzer(model="en_core_web_md")
watchlist = Watchlist((WatchedName(name="Ulvi Tarn", entity_class="person"),))
watching = Analyzer(watchlist=watchlist, ignore=IgnoreList())
articles: list[Article | Failure] = []
for result in analyzer.pipe(articles, with_text=True):
    if isinstance(result, Failure):
        message: str = result.message
    else:
        title: str | None = result.title

try:
    analyze("")
except ArticlelensError as error:
    hint: str | None = error.hint
