"""One article by its address: only when asked for, politely, and within bounds.

The address is resolved once, checked, and connected to as checked, so that no name can lead to a private network
(server-side request forgery), neither at once nor by a redirect.  ``robots.txt`` is heeded (RFC 9309).
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urljoin, urlsplit

from articlelens.errors import InputError
from articlelens.reading.options import ReadingOptions

if TYPE_CHECKING:
    import http.client
    import socket

AGENT: Final = "articlelens"
USER_AGENT: Final = f"Mozilla/5.0 (compatible; {AGENT}; one article at a reader's request)"
MAX_REDIRECTS: Final = 5
MAX_ROBOTS: Final = 512_000  # bytes, as much as RFC 9309 asks for
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PIECE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    data: bytes
    url: str
    """Where it came from in the end."""
    content_type: str
    charset: str | None


def fetch(url: str, options: ReadingOptions) -> Fetched:
    """Fetches one address.

    Args:
        url: It, with ``http`` or ``https``.
        options: The limits.

    Raises:
        InputError: It cannot be fetched, or should not be.
    """
    import http.client

    deadline = time.monotonic() + options.fetch_timeout
    try:
        _check_robots(url, options, deadline)
        for _ in range(MAX_REDIRECTS + 1):
            status, headers, data = _get(url, options, deadline, options.max_bytes)
            if status not in _REDIRECTS:
                break
            url = _redirected(url, headers.get("location"))
            _check_robots(url, options, deadline)
        else:
            raise InputError(f"it redirects more than {MAX_REDIRECTS} times")
    except TimeoutError:
        raise InputError("it cannot be fetched: it takes too long", "--fetch-timeout gives it longer") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(f"it cannot be fetched: {error or type(error).__name__}") from None
    if status != http.client.OK:
        reason = http.client.responses.get(status, "")
        raise InputError(f"it cannot be fetched: the server answers {status} {reason}".rstrip(), _advice(status))
    kind, _, rest = headers.get("content-type", "").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", rest, re.IGNORECASE)
    return Fetched(data, url, kind.strip().lower(), charset[1] if charset else None)


def _advice(status: int) -> str | None:
    blocked = status in (401, 402, 403, 429, 451)
    return "save the page from your browser and give the file" if blocked else None


def _redirected(url: str, location: str | None) -> str:
    if not location:
        raise InputError("it redirects to nowhere")
    target = urljoin(url, location)
    if urlsplit(url).scheme == "https" and urlsplit(target).scheme == "http":
        raise InputError("it redirects from https to http", "give the other address, if you trust it")
    return target


def _check_robots(url: str, options: ReadingOptions, deadline: float) -> None:
    from urllib.robotparser import RobotFileParser

    parts = _checked(url)
    address = f"{parts.scheme}://{parts.netloc}/robots.txt"
    for _ in range(MAX_REDIRECTS + 1):
        status, headers, data = _get(address, options, deadline, MAX_ROBOTS, cut=True)
        if status not in _REDIRECTS:
            break
        address = _redirected(address, headers.get("location"))
    if status >= 500 or status in _REDIRECTS:
        raise InputError(f"the site's robots.txt cannot be had ({status}), so nothing is fetched", "try again later")
    if status != 200:
        return  # there are no rules
    rules = RobotFileParser()
    rules.parse(data.decode("utf-8", "replace").splitlines())
    if not rules.can_fetch(AGENT, url):
        raise InputError("the site's robots.txt asks programs not to fetch it", "save the page from your browser")


def _checked(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise InputError(f"it is no web address: {parts.scheme}:", "addresses begin with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise InputError("an address with a password in it is not fetched")
    return parts


def _get(
    url: str, options: ReadingOptions, deadline: float, most: int, *, cut: bool = False
) -> tuple[int, Mapping[str, str], bytes]:
    """Status, headers in lower case, and body; of a redirect none."""
    parts = _checked(url)
    connection = _connection(parts, options, deadline)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request(
            "GET",
            _quoted(path),
            headers={"User-Agent": USER_AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "identity"},
        )
        response = connection.getresponse()
        headers = {key.lower(): value for key, value in response.getheaders()}
        data = b"" if response.status in _REDIRECTS else _body(response, most, cut=cut)
        return response.status, headers, data
    finally:
        connection.close()


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?%:@!$&'()*+,;=-._~[]|")


def _body(response: http.client.HTTPResponse, most: int, *, cut: bool) -> bytes:
    data = bytearray()
    while piece := response.read1(_PIECE):
        data += piece
        if len(data) > most:
            if cut:
                return bytes(data[:most])
            raise InputError(f"it has more than {most // 1_000_000} MB", "--max-size raises the limit")
    return bytes(data)


def _left(deadline: float) -> float:
    """Seconds until the deadline, more than none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Reader(io.RawIOBase):
    """What a socket gives until the deadline: its own timeout begins anew with each byte."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline
        self._stream = sock.makefile("rb", buffering=0)  # keeps the socket open until it is closed itself

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override] # wider in io
        self._sock.settimeout(_left(self._deadline))
        return self._stream.readinto(buffer)

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Bounded:
    """A socket as HTTP uses it, until the deadline."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock, self._deadline))

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._deadline))
        self._sock.sendall(data)

    def close(self) -> None:
        self._sock.close()


def _connection(parts: SplitResult, options: ReadingOptions, deadline: float) -> http.client.HTTPConnection:
    """A connection to the checked address of a host."""
    import http.client
    import ssl

    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
    sock = _connect(host, port, options.private_hosts, deadline)
    if parts.scheme.lower() == "https":
        try:
            sock.settimeout(_left(deadline))
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
        except BaseException:
            sock.close()
            raise
    connection = http.client.HTTPConnection(parts.netloc.rpartition("@")[2], timeout=_left(deadline))
    connection.sock = _Bounded(sock, deadline)
    return connection


def _connect(host: str, port: int, private_hosts: tuple[str, ...], deadline: float) -> socket.socket:
    import ipaddress
    import socket

    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise InputError(f"there is no host {host}", "is the address right, and this machine on line?") from None
    for *_, address in found:
        ip = ipaddress.ip_address(str(address[0]).partition("%")[0])
        mapped = getattr(ip, "ipv4_mapped", None) or ip
        if host not in private_hosts and (not mapped.is_global or mapped.is_multicast):
            raise InputError(f"{host} is in a private network", f"--fetch-private {host} allows it")
    error: OSError | None = None
    for family, kind, protocol, _, address in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(_left(deadline))
            sock.connect(address)
        except OSError as failed:
            sock.close()
            error = failed
        else:
            return sock
    raise error or OSError("there is no way to it")
