"""Mail: an article that somebody sent, or a newsletter."""

from __future__ import annotations

import re
from email.message import EmailMessage
from typing import Final

from articlelens.errors import InputError
from articlelens.reading.decoding import decode
from articlelens.reading.extracted import Extracted
from articlelens.reading.pages import page_text, read_page

MAX_PARTS: Final = 200
_FORWARDED: Final = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)


def read_mail(data: bytes) -> Extracted:
    """The article in a mail: its plain text, else its HTML; the subject is the title, the day of sending the date.

    Who sent it is not who wrote it, so that the sender is no byline.

    Raises:
        InputError: There is no text in it.
    """
    import email
    import email.policy

    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        text, warnings = _body(message)
        facts = _facts(message)
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - the parser of headers trips over some broken ones
        raise InputError(f"it is no mail that can be read ({type(error).__name__}: {error})") from None
    if not text.strip():
        raise InputError("the mail has no text in it", "save its attachment by itself")
    return Extracted(text, facts, warnings)


def _body(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    page: tuple[str, tuple[str, ...]] = ("", ())
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            break
        kind = part.get_content_type()
        if part.is_multipart() or part.is_attachment() or kind not in ("text/plain", "text/html"):
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        decoded = decode(payload, declared=part.get_content_charset())
        if kind == "text/plain":
            return decoded.text, decoded.warnings
        if not page[0]:
            page = (_page(decoded.text), decoded.warnings)
    return page


def _page(html: str) -> str:
    try:
        return read_page(html).text
    except InputError:
        return page_text(html)


def _facts(message: EmailMessage) -> dict[str, str]:
    subject = _FORWARDED.sub("", " ".join(str(message["subject"] or "").split()), count=1).strip()
    facts = {"title": subject} if subject else {}
    sent = getattr(message["date"], "datetime", None)
    if sent is not None:
        facts["published"] = sent.date().isoformat()
    return facts
