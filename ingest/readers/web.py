"""A page by its address, fetched so that no address makes Sayso talk to a machine inside.

Each hop, redirects included, is resolved once, every address of it is checked, and the connection
goes to an address that was checked: a name that resolves differently a moment later gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import httpx

from graph.errors import DocumentError
from ingest.readers.base import ReadOptions, Resource, bytes_resource, too_large

if TYPE_CHECKING:
    Address = ipaddress.IPv4Address | ipaddress.IPv6Address

Resolver = Callable[[str, int], list[str]]

MAX_REDIRECTS = 5
TIMEOUT_SECONDS = 20.0
DEADLINE_SECONDS = 90.0
_ATTEMPTS = 3
_HEADERS = {
    "User-Agent": "sayso (reads single pages for research)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_READABLE = (
    *("text/", "application/pdf", "application/xhtml+xml", "application/x-ndjson"),
    *("application/jsonl", "application/jsonlines"),
)
_MADE = ("connection.connect_tcp.complete", "connection.start_tls.complete")
_OVER = ("connection.start_tls.failed", "http11.response_closed.complete")
# Public by their range, and yet the metadata service of a cloud.
_METADATA = {ipaddress.ip_address("168.63.129.16"), ipaddress.ip_address("100.100.100.200")}
# Not for the public either, whatever Python's registry says of them: site-local IPv6 (RFC 3879),
# documentation (RFC 9637), IETF assignments (RFC 6890) and 6to4 relays (RFC 7526).
_INSIDE = tuple(
    map(ipaddress.ip_network, ("fec0::/10", "3fff::/20", "192.0.0.0/24", "192.88.99.0/24"))
)
# IPv6 ranges that carry an IPv4 address in their last 32 bits: NAT64 and IPv4-compatible.
_EMBEDDING = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host by the system's resolver; raises OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(
    url: str,
    options: ReadOptions,
    *,
    resolver: Resolver = resolve,
    transport: httpx.BaseTransport | None = None,
) -> Resource:
    """The page at an http(s) address as a resource, redirects followed and each checked anew.

    `resolver` and `transport` are replaced in tests only. Proxy settings and stored credentials of
    the environment are not used: a proxy would resolve the name a second time.

    Raises:
        DocumentError: for a private address, a wrong type, too large or too slow an answer.
    """
    deadline = time.monotonic() + DEADLINE_SECONDS
    current = parsed_url(url, url)
    with httpx.Client(
        transport=transport, timeout=TIMEOUT_SECONDS, trust_env=False, headers=_HEADERS
    ) as client:
        for _ in range(MAX_REDIRECTS + 1):
            response = send_pinned(
                client, "GET", current, source=url, resolver=resolver, deadline=deadline
            )
            try:
                if not response.has_redirect_location:
                    return _resource(response, str(current), url, options, deadline)
                current = parsed_url(str(current.join(response.headers["location"])), url)
            finally:
                response.close()
    raise DocumentError(
        url, f"it redirects more than {MAX_REDIRECTS} times", remedy="Give the final address"
    )


def public_addresses(host: str, port: int, source: str, resolver: Resolver) -> list[str]:
    """The addresses of a host, refused altogether if one of them is not on the public internet."""
    try:
        found = resolver(_numeric(host) or host, port)
    except (OSError, UnicodeError) as error:
        raise DocumentError(
            source, f"the host {host} cannot be found", remedy="Check the address and the network"
        ) from error
    inside = [address for address in found if not is_public(address)]
    if inside or not found:
        raise DocumentError(
            source,
            f"the host {host} is no public address ({', '.join(inside) or 'none found'})",
            remedy="Sayso fetches public pages only; save the page and give the file",
        )
    return found


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, also where IPv6 wraps an IPv4 address."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(map(_is_public, _parts(parsed)))


def _is_public(part: Address) -> bool:
    return (
        part.is_global
        and not (part.is_multicast or part.is_reserved or part in _METADATA)
        and not any(part in network for network in _INSIDE)
    )


def _parts(address: Address) -> Iterator[Address]:
    """The IPv4 address an IPv6 address stands for, else the address with any it carries."""
    if isinstance(address, ipaddress.IPv4Address):
        yield address
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
        return
    yield address
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    isatap = (int(address) >> 32) & 0xFDFFFFFF == 0x00005EFE  # RFC 5214, section 6.1
    if isatap or any(address in network for network in _EMBEDDING):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _numeric(host: str) -> str | None:
    """The address behind the odd spellings of IPv4 that C libraries accept (0x7f.1, 2130706433)."""
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return None


def parsed_url(url: str, source: str) -> httpx.URL:
    """An address that may be asked; DocumentError for any other scheme, a user name, a bad port."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise DocumentError(source, "it is no valid address", remedy="Check the address") from error
    if parsed.port is not None and not 0 < parsed.port < 65536:
        raise DocumentError(source, "it is no valid address", remedy="Check its port")
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise DocumentError(
            source,
            f"Sayso fetches http and https addresses only, not {parsed.scheme or 'this'}:",
            remedy="Save the page and give the file",
        )
    if parsed.userinfo:
        raise DocumentError(
            source, "the address holds a user name", remedy="Give the address without it"
        )
    return parsed


def send_pinned(
    client: httpx.Client,
    method: str,
    url: httpx.URL,
    *,
    source: str,
    resolver: Resolver = resolve,
    deadline: float,
    content: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> httpx.Response:
    """Send a request to one of the host's checked addresses, with the host's own name in TLS.

    Redirects are not followed; the answer's body is still to be read. `deadline` is on the
    monotonic clock: at that moment the connection is cut, however slowly bytes come in.

    Raises:
        DocumentError: for a host inside, one that cannot be found, or a connection that fails.
    """
    port = url.port or (443 if url.scheme == "https" else 80)
    addresses = public_addresses(url.host, port, source, resolver)
    for number, address in enumerate(addresses[:_ATTEMPTS], start=1):
        request = client.build_request(
            method,
            url.copy_with(host=address.partition("%")[0]),
            content=content,
            # A connection kept for another request would not be watched in that one.
            headers={
                **(headers or {}),
                "Host": url.netloc.decode("ascii"),
                "Connection": "close",
            },
            extensions={
                "sni_hostname": url.raw_host.decode("ascii"),
                "trace": _Cutter(deadline).watch,
            },
        )
        try:
            return client.send(request, stream=True, follow_redirects=False)
        except httpx.ConnectError as error:
            if number == min(len(addresses), _ATTEMPTS):
                raise _unreachable(source, error) from error
        except httpx.HTTPError as error:
            raise _unreachable(source, error) from error
    raise AssertionError("public_addresses never returns an empty list")


class _Cutter:
    """Shuts a connection down at a moment: timeouts of single reads let a slow server go on."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._timer: threading.Timer | None = None

    def watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Hear from httpcore's trace extension of a connection that was made or is over."""
        if event in _MADE:
            self._stop()  # TLS takes the plain connection over
            opened = info["return_value"].get_extra_info("socket")
            left = max(0.0, self._deadline - time.monotonic())
            self._timer = threading.Timer(left, _cut, [opened])
            self._timer.daemon = True
            self._timer.start()
        elif event in _OVER:
            self._stop()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


def _cut(opened: socket.socket) -> None:
    # Closed already, a moment before it would have been cut.
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _resource(
    response: httpx.Response, url: str, source: str, options: ReadOptions, deadline: float
) -> Resource:
    if not response.is_success:
        raise DocumentError(
            source,
            f"the server answers {response.status_code} {response.reason_phrase}".rstrip(),
            remedy="Open it in a browser, save the page and give the file",
        )
    mime = response.headers.get("content-type", "").partition(";")[0].strip().lower() or None
    if mime and not mime.startswith(_READABLE):
        raise DocumentError(
            source, f"it is {mime}, not an article", remedy="Give the address of the page itself"
        )
    raw = _body(response, source, options.max_bytes, deadline)
    return bytes_resource(
        source,
        raw,
        suffix=PurePosixPath(httpx.URL(url).path).suffix.lower() if mime is None else "",
        mime=mime,
        charset=response.charset_encoding,
        url=url,
    )


def _body(response: httpx.Response, source: str, limit: int, deadline: float) -> bytes:
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit:
        raise too_large(source, limit, int(announced))
    chunks: list[bytes] = []
    size = 0
    try:
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > limit:
                raise too_large(source, limit, None)
            if time.monotonic() > deadline:
                raise DocumentError(
                    source,
                    f"it did not arrive within {DEADLINE_SECONDS:g} s",
                    remedy="Try again later, or save the page and give the file",
                )
            chunks.append(chunk)
    except httpx.HTTPError as error:
        raise _unreachable(source, error) from error
    return b"".join(chunks)


def _unreachable(source: str, error: httpx.HTTPError) -> DocumentError:
    return DocumentError(
        source,
        f"it cannot be fetched ({type(error).__name__}: {error})",
        remedy="Check the address and the network, or save the page and give the file",
    )
