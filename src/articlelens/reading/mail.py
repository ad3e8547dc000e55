"""Mail: an article that somebody sent, or a newsletter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import TYPE_CHECKING, Final, cast

from articlelens.errors import InputError
from articlelens.reading.decoding import decode
from articlelens.reading.extracted import Extracted
from articlelens.reading.pages import page_text, read_page
from articlelens.temporal import read_day

if TYPE_CHECKING:
    from email.policy import EmailPolicy

MAX_PARTS: Final = 200
# Characters of one header field: its parser takes memory that grows with the square of them, and a subject with a
# tenth of them fills a screen (RFC 5322 lets no line have more than 998).
MAX_FIELD: Final = 4_000
# How many times the plain text the HTML is, where the plain text only says that there is HTML.
STUB: Final = 3
_FORWARDED: Final = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
# The line that programs put above a mail that is forwarded, and the fields of its head below it.
_MARK: Final = re.compile(
    r"^[ \t]*(?:-{3,}[ \t]*(?:forwarded message|original message|forwarded by[^\n]{0,80}?)[ \t]*-{3,}|"
    r"begin forwarded message:)[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD: Final = re.compile(
    r"[ \t]*\*?(from|date|sent|subject|to|cc|reply-to|importance)\*?:\*?[ \t]*([^\n]*)", re.IGNORECASE
)
_SIGNATURE: Final = re.compile(r"^-- $", re.MULTILINE)  # RFC 3676, 4.3
MAX_SIGNATURE: Final = 600  # characters; what is longer behind such a line is no signature
MAX_NOTE: Final = 30  # words that somebody who forwards a mail writes above it and that say nothing of the news
_PICTURES: Final = ("image", "video", "audio")


def read_mail(data: bytes) -> Extracted:
    """The article in a mail: its plain text, else its HTML; the subject is the title, the day of sending the date.

    Who sent it is not who wrote it, so that the sender is no byline.  Of a mail that was forwarded it is the text, the
    subject and the day of the first one; signatures are left out.

    Raises:
        InputError: There is no text in it.
    """
    import email

    try:
        message = cast("EmailMessage", email.message_from_bytes(data, policy=_policy()))
        text, warnings = _body(message)
        facts = _facts(message)
        unread = tuple(dict.fromkeys(_attachments(message)))
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - the parser of headers trips over some broken ones
        raise InputError(f"it is no mail that can be read ({type(error).__name__}: {error})") from None
    if not text.strip():
        raise InputError("the mail has no text in it", "save its attachment by itself")
    text, first, above = _first_mail(text)
    if len(above.split()) > MAX_NOTE:
        warnings += ("what the sender wrote above the mail that is forwarded is not read",)
    said = (f"its attachments are not read: {', '.join(unread)[:200]}",) if unread else ()
    return Extracted(_without_signature(text), facts | first, warnings + said)


def _policy() -> EmailPolicy:
    from email.policy import EmailPolicy

    class Bounded(EmailPolicy):
        """Passes over the values of overlong header fields."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            return name, value if len(value) <= MAX_FIELD else ""

    return Bounded()


def _body(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The plain text, unless the HTML has several times as much: then that is the mail, and the other says so."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for part in _parts(message):
        kind = part.get_content_type()
        if part.is_attachment() or kind not in ("text/plain", "text/html") or kind in found:
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        decoded = decode(payload, declared=part.get_content_charset())
        found[kind] = (decoded.text if kind == "text/plain" else _page(decoded.text), decoded.warnings)
    plain, page = (found.get(kind, ("", ())) for kind in ("text/plain", "text/html"))
    return page if len(page[0].strip()) > STUB * len(plain[0].strip()) else plain


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The first parts of a mail that are no containers of others."""
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            return
        if not part.is_multipart():
            yield part


def _attachments(message: EmailMessage) -> Iterator[str]:
    """The names of the attachments that may be articles."""
    for part in _parts(message):
        if part.is_attachment() and part.get_content_maintype() not in _PICTURES:
            yield " ".join((part.get_filename() or part.get_content_type()).split())[:80]


def _page(html: str) -> str:
    try:
        text = read_page(html).text
    except InputError:
        return page_text(html)
    # newsletters are laid out in tables, whose cells are paragraphs
    return page_text(html) if any(line.startswith("|") for line in text.splitlines()) else text


def _facts(message: EmailMessage) -> dict[str, str]:
    facts = _named(str(message["subject"] or ""))
    sent = getattr(message["date"], "datetime", None)
    if sent is not None:
        facts["published"] = sent.date().isoformat()
    return facts


def _named(subject: str) -> dict[str, str]:
    title = _FORWARDED.sub("", " ".join(subject.split()), count=1).strip()
    return {"title": title} if title else {}


def _first_mail(text: str) -> tuple[str, dict[str, str], str]:
    """The mail that was forwarded, where ``text`` is little more than it, what its head says, and what is above it."""
    mark = _MARK.search(text)
    if mark is None or mark.start() > len(text) - mark.end():
        return text, {}, ""
    lines = text[mark.end() :].splitlines(keepends=True)
    fields: dict[str, str] = {}
    begin = 0
    for line in lines:
        field = _FIELD.fullmatch(line.rstrip("\r\n"))
        if field is None and (line.strip() or fields):
            break
        if field is not None:
            fields.setdefault(field[1].lower(), field[2].strip(" *"))
        begin += len(line)
    if "from" not in fields:
        return text, {}, ""
    facts = _named(fields.get("subject", "")[:MAX_FIELD])
    if sent := read_day((fields.get("date") or fields.get("sent") or "")[:100]):
        facts["published"] = sent.isoformat()
    return text[mark.end() + begin :], facts, text[: mark.start()]


def _without_signature(text: str) -> str:
    marks = [mark.start() for mark in _SIGNATURE.finditer(text.replace("\r", "\n"))]
    if marks and marks[-1] > 0 and len(text) - marks[-1] <= MAX_SIGNATURE:
        return text[: marks[-1]]
    return text
