import time
import tracemalloc

import pytest

from articlelens.reading.mail import MAX_FIELD, read_mail

STORY = (
    "Kofi Mensah led the dockers of Tema out of the gates on Monday, the union said. They want to be paid by the hour."
)
HEAD = b"From: Li Wei <li@example.org>\r\nSubject: Dockers walk out\r\nMIME-Version: 1.0\r\n"


def mixed(kind, *bodies):
    parts = b"".join(b"--x\r\n" + body for body in bodies)
    return HEAD + f'Content-Type: multipart/{kind}; boundary="x"\r\n\r\n'.encode() + parts + b"--x--\r\n"


def part(text, kind="text/plain", more=""):
    return f"Content-Type: {kind}; charset=utf-8\r\n{more}\r\n{text}\r\n".encode()


def test_a_subject_without_end_takes_no_memory():
    words = b" ".join([b"=?utf-8?q?=41?="] * 20_000)
    tracemalloc.start()
    begin = time.process_time()
    found = read_mail(b"From: a@example.org\r\nSubject: " + words + b"\r\n\r\n" + STORY.encode())
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "title" not in found.facts
    assert used < 50_000_000
    assert time.process_time() - begin < 20


@pytest.mark.parametrize("name", ["Content-Type: text/plain; a=", "Content-Disposition: inline; a=", "Date: "])
def test_other_fields_without_end_are_passed_over(name):
    begin = time.process_time()
    mail = f"From: a@example.org\r\n{name}{'(' * 100_000}{chr(34) * 100_000}{';' * 100_000}\r\n\r\n{STORY}"
    assert read_mail(mail.encode()).text == STORY
    assert time.process_time() - begin < 20


def test_a_long_subject_is_a_title():
    subject = ("Dockers walk out " * 40).strip()
    assert len(subject) < MAX_FIELD
    assert read_mail(f"From: a@example.org\r\nSubject: {subject}\r\n\r\n{STORY}".encode()).facts["title"] == subject


def test_a_plain_text_that_only_says_that_there_is_html_is_passed_over():
    page = part(f"<html><body><p>{STORY}</p></body></html>", "text/html")
    assert read_mail(mixed("alternative", part("This mail needs an HTML reader."), page)).text == STORY
    plain = read_mail(mixed("alternative", part(f"{STORY}\r\n\r\nIt opens."), page))
    assert plain.text.strip().endswith("It opens.")


FORWARDED = [
    "---------- Forwarded message ---------\nFrom: Bob Stone <bob@example.org>\nDate: Mon, Mar 4, 2024 at 9:00 AM\n"
    "Subject: Fwd: Gates of Tema are shut\nTo: Ana Moss <ana@example.org>\n\n",
    "-----Original Message-----\nFrom: Bob Stone\nSent: Monday, March 4, 2024 9:00 AM\nTo: Ana Moss\n"
    "Subject: Gates of Tema are shut\n\n",
    "Begin forwarded message:\n\nFrom: Bob Stone\nSubject: Gates of Tema are shut\nDate: 4 March 2024 at 09:00:00 GMT\n"
    "To: Ana Moss\n\n",
]


@pytest.mark.parametrize("head", FORWARDED)
def test_of_a_mail_that_was_forwarded_it_is_the_first(head):
    text = f"FYI, see below\n\n{head}{STORY}\n-- \nBob Stone\nEditor, The Coast Courier\n+1 937 555 0100\n"
    mail = HEAD + b"Date: Tue, 05 Mar 2024 08:00:00 +0000\r\n\r\n" + text.replace("\n", "\r\n").encode()
    found = read_mail(mail)
    assert found.text.strip() == STORY
    assert found.facts == {"title": "Gates of Tema are shut", "published": "2024-03-04"}


def test_what_only_looks_forwarded_is_the_mail():
    for text in (
        f"{STORY}\n\n---------- Forwarded message ---------\nIt opens.",
        f"{STORY}\n\n{FORWARDED[1]}It opens.",
    ):
        assert read_mail(HEAD + b"\r\n" + text.encode()).text == text
    long = f"{STORY}\n-- \n{STORY * 9}"
    assert read_mail(HEAD + b"\r\n" + long.encode()).text == long


def test_attachments_that_are_not_read_are_said():
    attached = part(STORY, more='Content-Disposition: attachment; filename="story.txt"\r\n')
    picture = part("x", "image/png", 'Content-Disposition: attachment; filename="a.png"\r\n')
    found = read_mail(mixed("mixed", part("See attached."), attached, picture))
    assert found.warnings == ("its attachments are not read: story.txt",)


def test_what_stands_above_a_forwarded_mail_is_said_where_it_is_long():
    for note, warned in (
        ("FYI, see below", False),
        (STORY[:110] + " And so it went on all day until the gate was open.", True),
    ):
        text = f"{note}\n\n{FORWARDED[0]}{STORY}\n\n{STORY}\n"
        found = read_mail(HEAD + b"\r\n" + text.encode())
        assert found.text.strip().startswith(STORY)
        assert any("above" in warning for warning in found.warnings) is warned


def test_a_newsletter_in_a_table_is_paragraphs():
    cell = f"<h1>Dockers walk out</h1><p>{STORY}</p><p>{STORY}</p>"
    page = f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>"
    found = read_mail(HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page.encode())
    assert [line for line in found.text.splitlines() if line] == ["Dockers walk out", STORY, STORY]
