"""Makes a folder of inputs that are damaged, hostile or merely odd: what a crawl and its users leave behind.

``python tests/reading/hostile.py FOLDER`` makes it for looking at.
"""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

PROSE = (
    "Dockers walk out at Tema\n\nKofi Mensah led the dockers of Tema out of the gates on Monday, the union said. "
    "They want to be paid by the hour, and the port has lost $3 million since they stopped.\n\nThe minister, Ama Owusu,"
    " told reporters in Accra that the talks with the company would go on for as long as it takes.\n"
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PROSE.split("\n\n")[1:])
PAGE = f"<!DOCTYPE html><html lang=en><head><title>Dockers walk out</title></head><body><article>{PARAGRAPHS}</article>"
GERMAN = (
    "Die Hafenarbeiter haben am Montag die Arbeit niedergelegt, wie die Gewerkschaft mitteilte. Sie fordern, dass sie "
    "nach Stunden bezahlt werden, und wollen den Streik fortsetzen, bis die Gesellschaft ihnen entgegenkommt.\n"
)
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE html [<!ENTITY e0 "ha">{ENTITIES}]>'


@dataclass(kw_only=True)
class Made:
    """What is in the folder."""

    good: set[bytes] = field(default_factory=set)
    """Names of the files that are articles."""
    bad: set[bytes] = field(default_factory=set)
    """Names of those that are none."""
    rows: int = 0
    """Articles in the files of rows."""


def make(folder: Path) -> Made:
    """Makes the folder, which is there and empty."""
    made = Made()
    for name, data in GOOD.items():
        _put(folder, name, data, made.good)
    for name, data in BAD.items():
        _put(folder, name, data, made.bad)
    _put(folder, b"rows.jsonl", ROWS, set())
    _put(folder, b"rows.csv", TABLE, set())
    made.rows = 4
    (folder / "deep" / "er").mkdir(parents=True)
    _put(folder, b"deep/er/article.txt", PROSE.encode(), made.good)
    os.symlink("nowhere.txt", folder / "dangling.txt")
    os.symlink("loop-b.txt", folder / "loop-a.txt")
    os.symlink("loop-a.txt", folder / "loop-b.txt")
    os.symlink(".", folder / "around")
    os.mkfifo(folder / "pipe.txt")
    made.bad |= {b"dangling.txt", b"loop-a.txt", b"loop-b.txt", b"around", b"pipe.txt"}
    with open(folder / "sparse.txt", "wb") as file:
        file.truncate(10_000_000_000)
    made.bad.add(b"sparse.txt")
    if os.geteuid() != 0:  # root reads everything
        _put(folder, b"unreadable.txt", PROSE.encode(), made.bad)
        os.chmod(folder / "unreadable.txt", 0)
    return made


def _put(folder: Path, name: bytes, data: bytes, names: set[bytes]) -> None:
    with open(os.path.join(os.fsencode(folder), name), "wb") as file:
        file.write(data)
    names.add(name)


def _zip(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def _lying_zip() -> bytes:
    """A member that says that it is small and is not."""
    data = bytearray(_zip(**{"mimetype": b"application/epub+zip", "META-INF__container.xml": b"x" * 9_000_000}))
    size = (9_000_000).to_bytes(4, "little")
    return bytes(data).replace(size, (90).to_bytes(4, "little"))


def _gzip_bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    piece = b"a " * 500_000
    return b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()


GOOD: dict[bytes, bytes] = {
    b"plain.txt": PROSE.encode(),
    b"bom.txt": b"\xef\xbb\xbf" + PROSE.encode(),
    b"utf-16.txt": PROSE.encode("utf-16"),
    b"utf-16-be-no-bom.txt": PROSE.encode("utf-16-be"),
    b"utf-16-le-no-bom.txt": PROSE.encode("utf-16-le"),
    b"utf-32.txt": PROSE.encode("utf-32"),
    b"windows-1252.txt": (PROSE + "The café’s owner said “we’re shut” — and left.\n").encode("cp1252"),
    b"latin-1.html": (PAGE + "<p>Le café à Tema, said José.</p>").encode("latin-1"),
    b"mojibake.txt": (PROSE + "The café’s owner said “no”.\n").encode().decode("latin-1").encode(),
    b"carriage-returns.txt": PROSE.replace("\n", "\r").encode(),
    b"long-line.txt": b" ".join([PROSE.replace("\n", " ").encode()] * 700),
    b"no-blank.txt": PROSE.encode() + b"x" * 1_000_000,
    b"dollars.txt": PROSE.encode() + b"\n\n" + b"$" * 300_000,
    b"brackets.txt": PROSE.encode() + b"\n\n" + b"(" * 300_000,
    b"digits.txt": PROSE.encode() + b"\n\n" + b"1" * 300_000 + b"\n\n" + b"1," * 100 + b" ",
    b"newlines.txt": PROSE.encode() + b"\n" * 500_000 + PROSE.encode(),
    b"spaces.txt": PROSE.encode() + b" " * 500_000 + b"end",
    b"tabs.txt": PROSE.replace(" ", "\t").encode(),
    b"controls.txt": PROSE.replace("said", "\x1b[31msaid\x07").encode(),
    b"zero-width.txt": PROSE.replace(" ", " \u200b\u202e").encode(),
    b"combining.txt": PROSE.encode() + ("e" + "\u0301" * 400 + " ").encode() * 50,
    b"emoji.txt": PROSE.encode() + "\U0001f600".encode() * 2000,
    b"yaml-bomb.txt": b"---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: Dockers walk out\n---\n" + PROSE.encode(),
    b"front-without-end.txt": b"---\ntitle: Dockers\n\n" + PROSE.encode(),
    b"page.html": PAGE.encode(),
    b"page.txt": PAGE.encode(),
    b"page.html.gz": gzip.compress(PAGE.encode()),
    b"plain.txt.gz": gzip.compress(PROSE.encode()),
    b"two-members.txt.gz": gzip.compress(PROSE.encode()) + gzip.compress(PROSE.encode()),
    b"unclosed.html": PAGE.replace("</p>", "").encode() + b"<p><b><i>" * 200,
    b"entity-bomb.html": (BOMB + PAGE.partition("<html")[1] + PAGE.partition("<html")[2] + "<p>&e9;</p>").encode(),
    b"script.html": PAGE.encode() + b"<script>while(1){}</script><iframe src='file:///etc/passwd'></iframe>",
    b"external.html": b'<!DOCTYPE html SYSTEM "file:///etc/passwd">'
    + PAGE.partition("<html")[1].encode()
    + PAGE.partition("<html")[2].encode(),
    b"data-url.html": PAGE.encode() + b"<img src='data:image/png;base64," + b"QUJD" * 300_000 + b"'>",
    b"mail.eml": b"From: a@example.org\r\nSubject: Fwd: Dockers walk out\r\nDate: Mon, 11 Mar 2024 08:00:00 +0000\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + PROSE.encode(),
    b"quote ' and \" and \\.txt": PROSE.encode(),
    b"--dashes.txt": PROSE.encode(),
    b"-.txt": PROSE.encode(),
    b"raw \xff\xfe bytes.txt": PROSE.encode(),
    b"line\nbreak.txt": PROSE.encode(),
    b"long name " + b"n" * 241 + b".txt": PROSE.encode(),
    b"colour \x1b[31m.txt": PROSE.encode(),
    b"zero.txt": PROSE.encode().replace(b"walk", b"wa\0lk", 1),
    b"marks.txt": ("\ufeff\u202e" + PROSE[:60] + "\ufeff" + PROSE[60:]).encode(),
    b"overlong.txt": PROSE.encode() * 3 + b" \xc0\xaf.",
    b"zalgo.txt": (PROSE + "".join(char + "\u0301\u0316" * 8 for char in PROSE)).encode(),
    b"noncharacters.txt": (PROSE + "\ufffe\uffff\U0010ffff").encode(),
    b"packed.txt": gzip.compress(PROSE.encode()),
    b"padded.txt.gz": gzip.compress(PROSE.encode()) + b"\0" * 512,
    b"many-members.txt.gz": gzip.compress(b"") * 5_000 + gzip.compress(PROSE.encode()),
    b"one.json": b'{"text": "Kofi Mensah spoke in Tema."}',
    b"attributes.html": PAGE.encode() + b"<p " + b" ".join(b"a%d=1" % number for number in range(50_000)) + b">x</p>",
    b"list.html": PAGE.encode() + b"<ul>" + b"<li>the port said on Monday" * 10_000,
    b"linked-deep.html": PAGE.replace(
        "</head>", "<script type='application/ld+json'>" + '{"@graph":' * 50_000 + "</script></head>"
    ).encode(),
    b"frames.html": PAGE.encode() + b"<iframe srcdoc='" * 2_000,
    b"own-entities.xhtml": PAGE.replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY p "The Courier">]>').encode(),
    "ключ.txt".encode(): PROSE.encode(),
}
BAD: dict[bytes, bytes] = {
    b"empty.txt": b"",
    b"blank.txt": b" \n\t\n" * 100,
    b"zeros.txt": b"\0" * 100_000,
    b"binary.txt": bytes(range(256)) * 400,
    b"picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    b"german.txt": GERMAN.encode(),
    b"deep.html": b"<html><body>" + b"<div>" * 50_000 + PARAGRAPHS.encode() + b"</div>" * 50_000,
    b"empty.html": b"<html><body></body></html>",
    b"bomb.xml": BOMB.encode() + b"<a>&e9;</a>",
    b"bomb.txt.gz": _gzip_bomb(120),
    b"cut.txt.gz": gzip.compress(os.urandom(1000) + PROSE.encode())[:-400],
    b"no.gz.txt.gz": PROSE.encode()[:0] + b"\x1f\x8b\x08" + b"x" * 100,
    b"empty.pdf": b"",
    b"broken.pdf": b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\n" * 100,
    b"broken.docx": b"PK\x03\x04" + b"word/" * 100,
    b"bomb.docx": _zip(word__document_xml=b"a" * 60_000_000),
    b"broken.epub": _zip(mimetype=b"application/epub+zip"),
    b"lying.epub": _lying_zip(),
    b"empty.csv": b"",
    b"other.csv": b"name,place\nAma Owusu,Accra\n",
    b"wide.csv": b",".join(b"c%d" % number for number in range(200_000)) + b"\n",
    b"unclosed.csv": b'text\n"Ama Owusu spoke.\n' + b"x\n" * 20_000,
    b"package.json": b'{"name": "dockers", "version": 1}',
    b"deep.json": b"[" * 100_000,
    b"faces.txt": "\U0001f600\U0001f389".encode() * 2_000,
    b"marks-only.txt": "\u202e\u200f\u0301".encode() * 2_000,
    b"high.txt": b"\xff" * 10_000,
    b"twice.txt.gz": gzip.compress(gzip.compress(PROSE.encode())),
    b"links.html": PAGE.encode() + b"<a href=x>y</a>" * 160_000,
    b"laughs.epub": _zip(
        **{
            "mimetype": b"application/epub+zip",
            "META-INF__container.xml": BOMB.encode() + b"<container>&e9;</container>",
        }
    ),
    b"pages.zip": _zip(**{"a.txt": PROSE.encode()}),
    b"picture.html": b"\x89PNG\r\n\x1a\n" + PAGE.encode(),
}
ROWS = (
    b'{"id": "1", "text": "Kofi Mensah spoke in Tema."}\n'
    b'{"id": "2", "text": "The port \\ud800 is shut."}\n'
    b"{not json\n"
    b"[1]\n" + b"[" * 100_000 + b"\n"
    b'{"id": "3", "text": 3}\n'
)
TABLE = b'id,text\r\n1,"The port, he said, is ""shut"".\r\nIt opens."\r\n2,Ama Owusu spoke.\r\n3,\r\n'
BAD_ROWS = 5


if __name__ == "__main__":
    make(Path(sys.argv[1]))
