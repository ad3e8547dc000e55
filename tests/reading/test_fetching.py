import contextlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from articlelens.errors import Failure
from articlelens.reading import ReadingOptions, read_sources

PAGE = (
    "<html><head><title>Dockers walk out</title></head><body><article><p>Kofi Mensah led the dockers of Tema out of "
    "the gates on Monday, the café’s owner said. They want to be paid by the hour.</p></article></body></html>"
)
HOST = "127.0.0.1"
OPTIONS = ReadingOptions(fetch=True, private_hosts=(HOST,), fetch_timeout=5, max_bytes=1_000_000)


class Site(BaseHTTPRequestHandler):
    """A site of many faults."""

    robots = (200, "User-agent: *\nDisallow: /private/\n")

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        name = self.path.strip("/").partition("?")[0].replace(".", "_").replace("/", "_")
        getattr(self, f"get_{name}", self.get_nothing)()

    def get_robots_txt(self):
        self.answer(*self.server.robots, kind="text/plain")

    def get_page(self):
        self.answer(200, PAGE.encode("cp1252"), kind="text/html; charset=windows-1252")

    def get_text(self):
        self.answer(200, "The port is shut.", kind="text/plain")

    def get_moved(self):
        self.answer(302, "", Location="/page")

    def get_round(self):
        self.answer(302, "", Location="/round")

    def get_away(self):
        self.answer(302, "", Location="http://localhost:9/page")

    def get_file(self):
        self.answer(301, "", Location="file:///etc/passwd")

    def get_lost(self):
        self.answer(302, "")

    def get_refused(self):
        self.answer(403, "no")

    def get_large(self):
        self.answer(200, "x" * 2_000_000, kind="text/plain")

    def get_slow(self):
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def get_slowhead(self):
        with contextlib.suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.02)

    def get_broken(self):
        self.wfile.write(b"\0\0\0\0\r\n\r\n")

    def get_nothing(self):
        self.answer(404, "no")

    def answer(self, status, body, kind="text/html", **headers):
        data = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(data)

    def log_message(self, *arguments):
        """Says nothing."""


@pytest.fixture
def site():
    server = ThreadingHTTPServer((HOST, 0), Site)
    server.asked, server.robots = [], Site.robots
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    server.url = f"http://{HOST}:{server.server_port}"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def fetch(url, options=OPTIONS):
    (item,) = read_sources([url], options=options)
    return item


def test_a_page(site):
    article = fetch(f"{site.url}/page")
    assert (article.title, article.source.name, article.source.url) == (
        "Dockers walk out",
        f"{site.url}/page",
        f"{site.url}/page",
    )
    assert "café’s owner" in article.text
    assert [path for path, _ in site.asked] == ["/robots.txt", "/page"]
    assert all("articlelens" in agent for _, agent in site.asked)


def test_a_text_and_a_redirect(site):
    assert fetch(f"{site.url}/text").source.format == "text"
    assert fetch(f"{site.url}/moved").source.url == f"{site.url}/page"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/nothing", "it cannot be fetched: the server answers 404 Not Found"),
        ("/refused", "it cannot be fetched: the server answers 403 Forbidden"),
        ("/private/a", "the site's robots.txt asks programs not to fetch it"),
        ("/round", "it redirects more than 5 times"),
        ("/lost", "it redirects to nowhere"),
        ("/away", "localhost is in a private network"),
        ("/file", "it is no web address: file:"),
        ("/large", "it has more than 1 MB"),
        ("/broken", "it cannot be fetched: "),
    ],
)
def test_what_is_not_fetched(site, path, message):
    failure = fetch(f"{site.url}{path}")
    assert isinstance(failure, Failure)
    assert failure.source == f"{site.url}{path}"
    assert failure.message.startswith(message)


@pytest.mark.parametrize("path", ["/slow", "/slowhead"])
def test_a_server_that_drips_is_left(site, path):
    start = time.monotonic()
    failure = fetch(f"{site.url}{path}", ReadingOptions(fetch=True, private_hosts=(HOST,), fetch_timeout=0.5))
    assert failure.message == "it cannot be fetched: it takes too long"
    assert time.monotonic() - start < 5


def test_a_site_whose_rules_cannot_be_had_is_left_alone(site):
    site.robots = (503, "")
    assert fetch(f"{site.url}/page").message.startswith("the site's robots.txt cannot be had (503)")
    site.robots = (404, "")
    assert fetch(f"{site.url}/page").title == "Dockers walk out"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("{}/page", "127.0.0.1 is in a private network"),
        ("http://[::1]:9/", "::1 is in a private network"),
        ("http://[::ffff:127.0.0.1]:9/", "::ffff:127.0.0.1 is in a private network"),
        ("http://169.254.169.254/latest/", "169.254.169.254 is in a private network"),
        ("http://2130706433:9/", "2130706433 is in a private network"),
        ("ftp://127.0.0.1/a", "it is no web address: ftp:"),
        ("http:///a", "it is no web address: http:"),
        ("http://user:word@127.0.0.1/a", "an address with a password in it is not fetched"),
        ("http://127.0.0.1:99999999/", "it cannot be fetched: "),
    ],
)
def test_private_networks_are_not_asked(site, url, message):
    failure = fetch(url.format(site.url), ReadingOptions(fetch=True))
    assert failure.message.startswith(message)
    assert site.asked == []


def test_a_port_where_nobody_listens():
    assert fetch(f"http://{HOST}:1/a").message.startswith("it cannot be fetched: ")
