"""Hands damaged inputs to each reader until the time is up: ``python tests/reading/fuzz.py --seconds 600 html docx``.

Valid inputs are changed at random (bytes changed, cut out, doubled, taken from another, or a hostile piece set in) and
read as their format says.  Whatever comes of one is an article whose parts lie in its text, or a failure with a
reason; an exception or a long time is a finding, and its input is kept beside its description.  The seed and the number
of an input make it again: no clock decides what is tried.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import runpy
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from articlelens.errors import Failure
from articlelens.reading import ReadingOptions, read_sources

MADE = runpy.run_path(str(Path(__file__).with_name("hostile.py")))
SECONDS = 10.0  # of processor time for one input of some kilobytes: what is slower is a finding
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf"/>'
    "</rootfiles></container>"
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Dockers walk out", '
    '"datePublished": "2024-03-11", "author": [{"name": "Ama Owusu"}]}]}</script><meta property="og:title" content="D">'
    '<time datetime="2024-03-11">March 11</time>'
)
PIECES = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\xcc\x81" * 40,
        b"\x1b[2J",
        b"\r",
        b"\n\n",
    ),
    *(
        b"<",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"&#x110000;",
        b"<div>" * 200,
        b"</w:p>",
        b'"',
        b"{",
        b"[" * 500,
        b"(" * 200,
    ),
    *(b"By " * 50, b"---\n", b"=?utf-8?q?", b"9" * 400, b"July 32, 20240"),
    *(b"%PDF-1.7", b"PK\x03\x04", b"\x1f\x8b\x08", b"0 R "),
)


def _epub() -> bytes:
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "p.opf": PACKAGE}
    return _stored({**members, "a.xhtml": MADE["PAGE"]})


def _stored(members: Mapping[str, str | bytes]) -> bytes:
    """An archive without compression, so that a change of a byte is one of a member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _docx() -> bytes:
    from docx import Document

    document = Document()
    for paragraph in MADE["PROSE"].split("\n\n"):
        document.add_paragraph(paragraph)
    document.add_table(2, 2).rows[0].cells[0].text = "Ships"
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return _stored({name: archive.read(name) for name in archive.namelist()})


def _pdf(*, packed: bool) -> bytes:
    shown = b"BT /F1 12 Tf 72 720 Td (Kofi Mensah led the dockers of Tema out on Monday.) Tj ET"
    data = zlib.compress(shown) if packed else shown
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(data), b"/Filter /FlateDecode " if packed else b"", data),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    return made + head + table + tail


def seeds(reader: str) -> list[bytes]:
    """Valid inputs for a reader."""
    prose = MADE["PROSE"]
    head = "---\ntitle: Dockers\ndate: 2024-03-11\n---\n"
    made = {
        "plain": lambda: [prose.encode(), f"{head}{prose}".encode(), f"By Ama Owusu\nTEMA (AFN) — {prose}".encode()],
        "decoding": lambda: [(prose + "café “no”").encode(name) for name in ("utf-8", "utf-16", "cp1252", "utf-16-le")],
        "html": lambda: [MADE["PAGE"].encode(), (MADE["BOMB"] + MADE["PAGE"]).encode()],
        "linked": lambda: [MADE["PAGE"].replace("</head>", f"{LINKED}</head>").encode()],
        "eml": lambda: [
            MADE["GOOD"][b"mail.eml"],
            b"From: a@example.org\nSubject: =?utf-8?b?RG9ja2Vycw==?=\nContent-Type: multipart/mixed; boundary=x\n\n"
            b"--x\nContent-Type: text/html\n\n" + MADE["PAGE"].encode() + b"\n--x--\n",
        ],
        "epub": lambda: [_epub()],
        "docx": lambda: [_docx()],
        "pdf": lambda: [_pdf(packed=False), _pdf(packed=True)],
        "jsonl": lambda: [MADE["ROWS"]],
        "csv": lambda: [MADE["TABLE"], b"sep=;\nid;text\n1;Ama Owusu spoke.\n"],
        "gz": lambda: [gzip.compress(prose.encode()), gzip.compress(prose.encode()) * 2],
    }
    return made[reader]()


IN_MEMBERS = 0.8  # of the archives: the checksums of the others refuse them
READERS = ("plain", "decoding", "html", "linked", "eml", "epub", "docx", "pdf", "jsonl", "csv", "gz")
FORMATS = {"plain": "text", "decoding": None, "linked": "html", "gz": None}


def inputs(reader: str, seed: int) -> Iterator[bytes]:
    """Damaged inputs for a reader, without end, the same for the same seed."""
    rng = random.Random(f"{reader} {seed}")
    whole = seeds(reader)
    while True:
        data = rng.choice(whole)
        if data.startswith(b"PK") and rng.random() < IN_MEMBERS:
            yield _with_a_damaged_member(data, rng)
        else:
            yield _damaged(data, whole, rng)


def _with_a_damaged_member(data: bytes, rng: random.Random) -> bytes:
    """An archive that is whole, with something else in one of its members."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice([name for name, content in members.items() if content])
    members[name] = _damaged(members[name], list(members.values()), rng)
    return _stored(members)


def _damaged(whole: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """``whole`` with up to eight changes, some of them pieces of ``others``."""
    data = bytearray(whole)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        length = min(rng.choice((1, 1, 2, 8, 64, 512)), len(data) - at)
        other = rng.choice(others)
        cut = rng.randrange(len(other) + 1)
        change = rng.randrange(5)
        new = (
            rng.randbytes(length),
            b"",
            bytes(data[at : at + length]) * 2,
            rng.choice(PIECES) + bytes(data[at : at + length]),
            other[cut : cut + 64],
        )[change]
        data[at : at + length] = new
    return bytes(data)


def finding(reader: str, data: bytes) -> str | None:
    """What is wrong with how ``data`` is read; None where all is well."""
    before = time.process_time()
    options = ReadingOptions(input_format=FORMATS.get(reader, reader))
    try:
        for item in read_sources(["-"], stdin=io.BytesIO(data), options=options):
            if isinstance(item, Failure):
                if not item.message:
                    return "a failure without a reason"
                continue
            edges = [edge for block in item.blocks for edge in (block.start, block.end)]
            if len(item.readable) != len(item.text) or edges != sorted(edges) or edges[-1:] > [len(item.text)]:
                return f"parts out of place: {edges}"
            item.text.encode("utf-8", "surrogatepass")
    except Exception:  # noqa: BLE001 - this is what is looked for
        return traceback.format_exc()
    taken = time.process_time() - before
    return f"{taken:.0f} s" if taken > SECONDS else None


def main() -> int:
    """Runs the readers that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=60, help="for each reader")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("readers", nargs="*", default=READERS, metavar="READER", help=", ".join(READERS))
    arguments = parser.parse_args()
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    found = 0
    for reader in arguments.readers:
        until = time.monotonic() + arguments.seconds
        number = 0
        for number, data in enumerate(inputs(reader, arguments.seed)):
            if time.monotonic() > until:
                break
            if wrong := finding(reader, data):
                found += 1
                (kept / f"{reader}-{number}").write_bytes(data)
                sys.stdout.write(f"{kept}/{reader}-{number}: {wrong}\n")
        sys.stdout.write(f"{reader}: {number} inputs, {found} findings so far\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
