"""Who wrote the article of a web page: its linked data, its ``meta`` elements, then elements of the article itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from articlelens.reading import head
from articlelens.reading.page_parts import folded, short_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What sites call the author, the surest first (HTML, Open Graph, Dublin Core, analytics).
META_NAMES: Final = (
    "author",
    "article:author",
    "article.author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "citation_author",
    "cxenseparse:author",
    "og:author",
    "og:article:author",
    "authors",
    "creator",
    "rbauthors",
    "shareaholic:article_author_name",
    "dcsext.author",
)
_ADDRESS: Final = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_MAIL: Final = re.compile(r"(?<!\S)\S*@\S*")
_BY: Final = re.compile(r"(?:(?:written|story|posted|reported|words) )?by\b:?\s*|author:\s*", re.IGNORECASE)
# What content systems and desks write where an author's name belongs, and what they put behind it.
_NO_AUTHOR: Final = re.compile(
    r"admin(?:istrator)?|webmaster|root|user|guest|unknown|editor|staff|none|null|"
    r"(?:staff|senior|chief)? ?(?:writer|reporter|correspondent)s?",
    re.IGNORECASE,
)
_SUFFIX: Final = re.compile(r",? (?=(?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)")
# A name in capitals, and what the author is or writes for behind it: ``ANA RUIZ Courier Staff Writer``.
_CAPITALS: Final = re.compile(r"((?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*+ (?:and |& )?){2,})[A-Z][a-z]++(?: |\Z)")
# What stands behind a name: when it was published, or the time.
_BEHIND: Final = re.compile(
    r"(?:\s*[-–—,]|(?<=\w))\s+(?:on )?(?:(?:last |first )?(?:published|updated|posted|modified)\b|\d|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d)",
    re.IGNORECASE,
)
# What boxes around authors' names say to readers.
_TO_READERS: Final = re.compile(
    r"(?:about|view|more|follow|read|see|all|contact|meet|share|e-?mail|authors?|published|updated|posted|last|click|sign|"
    r"subscribe|comments?|leave)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s+(?:and|&)\s+|\s*;\s*")
_PARTS: Final = re.compile(r"\s*[|•·]\s*")
# What elements are called that hold the author's name, and those that hold it with more around it.
_NAMED: Final = re.compile(r"author|author[-_]*names?|byline[-_]*(?:author|names?)|name[-_]author", re.IGNORECASE)
_AROUND: Final = re.compile(
    r".*(?:author|by-?line|submitted-by|posted-by|journalist|writer)(?!ity|iz|ing).*", re.IGNORECASE
)
_NOT_AROUND: Final = re.compile(
    r".*(?:bio|about|avatar|image|photo|social|follow|more|comment|box|card).*", re.IGNORECASE
)
MAX_ELEMENT: Final = 120  # characters of an element that holds a byline


def byline(
    page: HtmlElement, metas: Mapping[str, Sequence[str]], linked: Iterable[str], below: Iterable[str], site: str | None
) -> str | None:
    """The authors' names in a row; None where the page does not say.

    Args:
        page: The page's own part.
        metas: The contents of its ``meta`` elements.
        linked: The authors of its own article in its linked data.
        below: The lines below its headline.
        site: The site's name, which is no author.
    """
    written = [metas[name] for name in META_NAMES if name in metas]
    if folded(" ".join(metas.get("twitter:label1", ()))) == "written by":
        written.append(metas.get("twitter:data1", []))
    for names in (linked, *written):
        if found := names_in(names, site):
            return ", ".join(found)
    return _in_elements(page, site) or next((who for line in below if (who := head.author(line))), None)


def names_in(given: Iterable[str], site: str | None) -> list[str]:
    """The names in strings where names of authors stand; neither an address is one nor the site.

    Args:
        given: What is written there: ``By Ana Ruiz and Li Wei, Staff Writers``.
        site: The site's name.
    """
    names = [name for text in given for name in _names(text) if _is_name(name, site)]
    return list(dict.fromkeys(names))


def _names(text: str) -> list[str]:
    lines = filter(None, (_BY.sub("", " ".join(line.split()), count=1) for line in text[:1000].splitlines()))
    line = _SUFFIX.sub(" ", next(lines, ""))
    line = _PARTS.split(_MAIL.sub("", line).strip(" |,"))[0]
    if behind := _BEHIND.search(line):
        line = line[: behind.start()]
    if behind := _CAPITALS.match(line):
        line = behind[1]
    return [name.strip() for part in line.split(",") for name in _several(part)]


def _several(part: str) -> list[str]:
    names = _AND.split(part)
    return names if all(len(name.split()) > 1 for name in names) else [part]


def _is_name(name: str, site: str | None) -> bool:
    if sum(map(str.isalpha, name)) < 2 or _ADDRESS.search(name) or _NO_AUTHOR.fullmatch(name):
        return False
    return not (site and folded(name) == folded(site)) and (" " in name or not name.islower())


def _in_elements(page: HtmlElement, site: str | None) -> str | None:
    """What an element holds that is called after authors; those that hold the name alone come first."""
    around: list[HtmlElement] = []
    for element in page.iterfind(".//body//*"):
        if _is_authors(element):
            if found := _of_element(element, site):
                others = (_of_element(other, site) for other in element.itersiblings() if _is_authors(other))
                return ", ".join(dict.fromkeys(filter(None, (found, *others))))
        elif _is_called(element, _AROUND) and not _is_called(element, _NOT_AROUND):
            around.append(element)
    return next((found for element in around[:20] if (found := _of_element(element, site))), None)


def _is_authors(element: HtmlElement) -> bool:
    return "author" in (element.get("rel") or "").split() or _is_called(element, _NAMED)


def _is_called(element: HtmlElement, names: re.Pattern[str]) -> bool:
    if not isinstance(element.tag, str):
        return False
    called = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "data-component", "data-testid"))
    return any(len(name) <= MAX_ELEMENT and names.fullmatch(name) for name in called.split()[:20])


def _of_element(element: HtmlElement, site: str | None) -> str | None:
    text = short_text(element, MAX_ELEMENT) or ""
    return ", ".join(name for name in names_in([text], site) if _is_persons(name)) or None


def _is_persons(name: str) -> bool:
    """Whether a name that no metadata vouches for looks like one: two capitals, and nothing said to readers."""
    capitals = [word for word in name.split() if word[0].isupper()]
    return len(capitals) > 1 and name[0].isupper() and not _TO_READERS.match(name)
