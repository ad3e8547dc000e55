import io
import sys
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from articlelens.errors import Failure, InputError
from articlelens.reading import read_sources
from articlelens.reading.documents import check_archive, read_docx, read_pdf
from articlelens.reading.epub import read_epub
from articlelens.reading.mail import read_mail

LINES = [
    "Dockers walk out at Tema",
    "Kofi Mensah led the dockers of Tema out on Monday.",
    "Ships are waiting offshore.",
]
LIMIT = 10_000_000


def pdf(*pages):
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        font = DictionaryObject(
            {
                NameObject(key): NameObject(value)
                for key, value in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica"))
            }
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        shown = " ".join(f"1 0 0 1 50 {700 - 40 * number} Tm ({line}) Tj" for number, line in enumerate(lines))
        stream.set_data(f"BT /F1 12 Tf {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - there is no other way in
    return saved(writer.write)


def docx(*paragraphs, title=None):
    document = Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ships", "14"
    return saved(document.save)


def saved(save):
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def archive(**members):
    def save(buffer):
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, data in members.items():
                zipped.writestr(
                    name.replace("__", "/")
                    .replace("META_INF", "META-INF")
                    .replace("_xml", ".xml")
                    .replace("_opf", ".opf"),
                    data,
                )

    return saved(save)


CONTAINER = '<container xmlns="urn:x"><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>'
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    "<dc:title>Dockers walk out</dc:title><dc:creator>Ama Owusu</dc:creator><dc:creator>Li Wei</dc:creator>"
    '<dc:date>2024-03-11</dc:date><dc:language>en</dc:language></metadata><manifest><item id="b" href="two%20b.html"/>'
    '<item id="a" href="one.html"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


def epub(container=CONTAINER, package=PACKAGE, **more):
    pages = {"OPS__one.html": f"<p>{LINES[1]}</p>", "OPS__two b.html": f"<html><body><p>{LINES[2]}</p></body></html>"}
    return archive(
        mimetype="application/epub+zip", META_INF__container_xml=container, OPS__p_opf=package, **pages, **more
    )


def test_pdf(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(LINES, ["On Tuesday the drivers joined them."]))
    (article,) = read_sources([str(tmp_path / "a.pdf")])
    assert article.source.format == "pdf"
    assert article.title == LINES[0]
    assert [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"] == [
        *LINES[1:],
        "On Tuesday the drivers joined them.",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n%%EOF", "it is no PDF that can be read"),
        (pdf(LINES)[:200], "it is no PDF that can be read"),
        (pdf([]), "the PDF has no text in it: its pages are pictures"),
        (pdf(*[[]] * 301), "it has 301 pages, more than 300"),
    ],
)
def test_pdf_without_an_article(data, message):
    with pytest.raises(InputError) as error:
        read_pdf(data, max_characters=LIMIT)
    assert error.value.message.startswith(message)


def test_a_locked_pdf():
    writer = PdfWriter(clone_from=io.BytesIO(pdf(LINES)))
    writer.encrypt("secret", algorithm="RC4-128")
    with pytest.raises(InputError, match="locked with a password"):
        read_pdf(saved(writer.write), max_characters=LIMIT)


def test_docx(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx(*LINES[1:], title=LINES[0]))
    (article,) = read_sources([str(tmp_path / "a.docx")])
    assert (article.source.format, article.title, article.byline, article.published) == ("docx", LINES[0], None, None)
    assert article.text == "\n\n".join([*LINES, "Ships\t14"])


@pytest.mark.parametrize("data", [b"PK\x03\x04word/", archive(a="b"), docx()[:-100]])
def test_docx_that_is_damaged(data):
    with pytest.raises(InputError):
        read_docx(data, max_bytes=LIMIT)


def test_archives_that_expand_without_end():
    with pytest.raises(InputError, match="it unpacks to more than 1 MB"):
        check_archive(archive(word__document_xml="x" * 2_000_000), 1_000_000)


@pytest.mark.parametrize(("package", "what", "name"), [("pypdf", "PDF", "a.pdf"), ("docx", "Word documents", "a.docx")])
def test_a_missing_package_is_named(tmp_path, monkeypatch, package, what, name):
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / name).write_bytes(pdf(LINES) if package == "pypdf" else docx("a"))
    (failure,) = read_sources([str(tmp_path / name)])
    assert failure.message == f"reading {what} needs a package that is not installed"
    assert failure.hint == "install it: pip install 'articlelens[documents]'"


def test_epub(tmp_path):
    (tmp_path / "a.epub").write_bytes(epub())
    (article,) = read_sources([str(tmp_path / "a.epub")])
    assert article.text == "\n\n".join(LINES[1:])
    assert (article.title, article.byline, article.published) == ("Dockers walk out", "Ama Owusu, Li Wei", "2024-03-11")
    assert (article.source.format, article.language) == ("epub", "en")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        archive(mimetype="application/epub+zip"),
        epub(container="<container/>"),
        epub(container="<container"),
        epub(package='<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>'),
        epub(package=PACKAGE.replace("one.html", "../../etc/passwd").replace("two%20b", "none")),
        epub(package=PACKAGE.replace("<itemref", '<itemref idref="a"/>' * 600 + "<itemref", 1)),
    ],
)
def test_epub_without_an_article(data):
    with pytest.raises(InputError):
        read_epub(data, max_bytes=LIMIT)


def test_an_epub_that_names_a_chapter_without_end_is_read_once():
    again = epub(package=PACKAGE.replace("<itemref", '<itemref idref="a"/>' * 400 + "<itemref", 1))
    assert read_epub(again, max_bytes=LIMIT).text == "\n\n".join(LINES[1:])
    same_page = "".join(f'<item id="x{n}" href="./x/../one.html"/>' for n in range(400))
    spine = "".join(f'<itemref idref="x{n}"/>' for n in range(400))
    again = epub(package=PACKAGE.replace("<item ", same_page + "<item ", 1).replace("<spine>", f"<spine>{spine}"))
    assert read_epub(again, max_bytes=LIMIT).text == "\n\n".join(LINES[1:])


def test_the_chapters_of_an_epub_share_one_limit(monkeypatch):
    monkeypatch.setattr("articlelens.reading.epub.check_archive", lambda *_: None)  # as if its list told lies
    page = f"<p>{'The port is shut. ' * 300}</p>"
    long = epub(OPS__three=page, package=PACKAGE.replace("one.html", "three").replace("two%20b.html", "four"))
    assert read_epub(long, max_bytes=6_000).text
    with pytest.raises(InputError, match="it unpacks to more than 0 MB"):
        read_epub(
            epub(
                OPS__three=page,
                OPS__four=page,
                package=PACKAGE.replace("one.html", "three").replace("two%20b.html", "four"),
            ),
            max_bytes=6_000,
        )


def test_a_chapter_that_cannot_be_read_is_named():
    spoiled = epub(OPS__three=bytes(range(256)) * 9, package=PACKAGE.replace("two%20b.html", "three"))
    with pytest.raises(InputError, match="its chapter OPS/three cannot be read: it looks like a binary file"):
        read_epub(spoiled, max_bytes=LIMIT)
    cover = PACKAGE.replace('href="one.html"', 'href="one.html" media-type="image/png"')
    assert read_epub(epub(package=cover), max_bytes=LIMIT).text == LINES[2]


def test_blocks_of_chapters_and_mail_are_lines():
    page = (
        f"<h1>{LINES[0]}</h1><p>{LINES[1]}<br/>{LINES[2]} <b>No</b>body\nleft.</p><!-- x --> So it <i>is</i>."
        "<style>p{}</style><ul><li>Ships: 14</li><li>Crews: 9</li></ul><table><tr><td>Tema</td><td>14</td></tr></table>"
    )
    lines = [*LINES[:2], f"{LINES[2]} Nobody left.", "So it is.", "Ships: 14", "Crews: 9", "Tema 14"]
    chapter = epub(OPS__three=page, package=PACKAGE.replace("one.html", "three").replace("two%20b.html", "none"))
    assert read_epub(chapter, max_bytes=LIMIT).text == "\n\n".join(lines)


MAIL = (
    b"From: Li Wei <li@example.org>\r\nTo: desk@example.org\r\nSubject: Fwd: Re: =?utf-8?q?Dockers_walk_out_=E2=80=94?="
    b" again\r\nDate: Mon, 11 Mar 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
)
PLAIN = b"Content-Type: text/plain; charset=windows-1252\r\n\r\nKofi Mensah\x92s dockers walked out on Monday.\r\n"
HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Kofi Mensah's dockers walked out on Monday.</p>\r\n"


def parts(*bodies):
    return (
        MAIL
        + b'Content-Type: multipart/alternative; boundary="x"\r\n\r\n'
        + b"".join(b"--x\r\n" + body for body in bodies)
        + b"--x--\r\n"
    )


@pytest.mark.parametrize("data", [MAIL + PLAIN, parts(HTML, PLAIN), parts(PLAIN, HTML)])
def test_mail(tmp_path, data):
    for name in ("a.eml", "saved"):
        (tmp_path / name).write_bytes(data)
        (article,) = read_sources([str(tmp_path / name)])
        assert article.text.strip() == "Kofi Mensah’s dockers walked out on Monday."
        assert (article.title, article.byline, article.published) == ("Dockers walk out — again", None, "2024-03-11")
        assert article.source.format == "eml"


def test_mail_of_html_only():
    assert read_mail(parts(HTML)).text == "Kofi Mensah's dockers walked out on Monday."


@pytest.mark.parametrize("data", [b"", MAIL, MAIL + b"Content-Type: image/png\r\n\r\nxx", parts(b"\r\n \r\n")])
def test_mail_without_text(data):
    with pytest.raises(InputError, match="the mail has no text"):
        read_mail(data)


def test_what_the_bytes_say_stands_above_the_name(tmp_path):
    for name, data, form in (("a.txt", pdf(LINES), "pdf"), ("b.txt", docx(LINES[1]), "docx"), ("c", epub(), "epub")):
        (tmp_path / name).write_bytes(data)
        (article,) = read_sources([str(tmp_path / name)])
        assert article.source.format == form
    (tmp_path / "d").write_bytes(archive(a="b"))
    (failure,) = read_sources([str(tmp_path / "d")])
    assert isinstance(failure, Failure)
    assert failure.message == "it is an archive, not an article"


def bitten(data):
    """``data`` with some of its bytes changed, cut or doubled."""
    change = st.tuples(st.integers(0, len(data) - 1), st.binary(max_size=4))

    def apply(changes):
        changed = bytearray(data)
        for place, new in changes:
            changed[place : place + len(new)] = new
        return bytes(changed)

    return st.lists(change, min_size=1, max_size=8).map(apply)


READERS = {
    "pdf": (pdf(LINES), lambda data: read_pdf(data, max_characters=LIMIT)),
    "docx": (docx(*LINES), lambda data: read_docx(data, max_bytes=LIMIT)),
    "epub": (epub(), lambda data: read_epub(data, max_bytes=LIMIT)),
    "mail": (parts(HTML, PLAIN), read_mail),
}


@pytest.mark.parametrize("kind", READERS)
def test_damaged_files_are_a_text_or_an_error(kind):
    data, read = READERS[kind]

    @settings(max_examples=40, deadline=None)
    @given(bitten(data) | st.binary(max_size=200))
    def check(damaged):
        try:
            text = read(damaged).text
        except InputError:
            return
        assert text.strip()

    check()
