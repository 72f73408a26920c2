"""Claims about fetching: public addresses only, at every hop, by the address that was checked."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.model import Document
from ingest.readers import ReadOptions, read, web
from ingest.readers.base import Resource

DATA = Path(__file__).parents[1] / "data" / "readers"
OPTIONS = ReadOptions(max_bytes=10_000)
PUBLIC = "93.184.216.34"
Handler = Callable[[httpx.Request], httpx.Response]


def page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, text="He said no.", headers={"content-type": "text/plain"})


def fetch(
    url: str, handler: Handler = page, *, addresses: dict[str, list[str]] | None = None
) -> tuple[Resource, list[httpx.Request]]:
    """Fetch with a fake network: what is asked of it, and names that resolve to public hosts."""
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return handler(request)

    def resolver(host: str, port: int) -> list[str]:
        try:
            return [str(ipaddress.ip_address(host.rstrip(".")))]
        except ValueError:
            return (addresses or {}).get(host, [PUBLIC])

    resource = web.fetch(url, OPTIONS, resolver=resolver, transport=httpx.MockTransport(handle))
    return resource, asked


def refuse_any(request: httpx.Request) -> httpx.Response:
    pytest.fail(f"a request was sent to {request.url}")


def redirect(location: str) -> Handler:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.headers["host"] == "start.example":
            return httpx.Response(302, headers=[(b"location", location.encode())])
        pytest.fail(f"the redirect to {request.url} was followed")

    return handle


INSIDE = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://2130706433/",
    "http://0/",
    "http://10.1.2.3/",
    "http://192.168.1.1:8080/",
    "http://172.16.0.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fd00:ec2::254]/",
    "http://[fe80::1]/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[fec0::1]/",
    "http://[3fff::1]/",
    "http://[2606:4700::5efe:127.0.0.1]/",
    "http://[2606:4700::200:5efe:10.0.0.1]/",
    "http://[2001:0:4136:e378:8000:63bf:f5ff:fffe]/",
    "http://192.0.0.8/",
    "http://192.88.99.1/",
    "http://127。0。0。1/",
    "http://127.0.0.1./",
    "http://0x7f000001/",
    "http://017700000001/",
]


@pytest.mark.parametrize("url", INSIDE)
def test_address_inside_is_refused_before_a_request_is_sent(url: str) -> None:
    with pytest.raises(DocumentError, match=r"is no public address|no valid address") as caught:
        fetch(url, refuse_any)
    assert caught.value.source == url


@pytest.mark.parametrize("url", [*INSIDE, "//127.0.0.1/a", "file:///etc/passwd", "gopher://a/"])
def test_redirect_inside_is_refused(url: str) -> None:
    with pytest.raises(DocumentError, match=r"public|valid|http and https") as caught:
        fetch("http://start.example/", redirect(url))
    assert caught.value.source == "http://start.example/"


def test_name_that_resolves_inside_is_refused() -> None:
    for found in (["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:169.254.169.254"], [], ["junk"]):
        with pytest.raises(DocumentError, match="is no public address"):
            fetch("http://inside.example/", refuse_any, addresses={"inside.example": found})


def test_name_that_resolves_differently_a_moment_later_gains_nothing() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return page(request)

    web.fetch(
        "https://rebind.example:8443/a",
        OPTIONS,
        resolver=lambda host, port: next(answers),
        transport=httpx.MockTransport(handle),
    )
    (request,) = asked
    assert request.url.host == PUBLIC
    assert request.headers["host"] == "rebind.example:8443"
    assert request.extensions["sni_hostname"] == "rebind.example"
    assert next(answers) == ["127.0.0.1"]  # the name was asked about once


def test_each_hop_is_resolved_and_pinned_anew() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.headers["host"] == "start.example":
            return httpx.Response(301, headers={"location": "https://end.example/b?c=d"})
        return page(request)

    addresses = {"end.example": ["1.1.1.1"]}
    resource, asked = fetch("http://start.example/a", handle, addresses=addresses)
    assert [str(request.url) for request in asked] == [
        f"http://{PUBLIC}/a",
        "https://1.1.1.1/b?c=d",
    ]
    assert resource.url == "https://end.example/b?c=d"
    assert resource.source == "http://start.example/a"


def test_next_address_is_tried_where_the_first_does_not_answer() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.host == "2606:2800:220:1::":
            raise httpx.ConnectError("no route")
        return page(request)

    addresses = {"both.example": ["2606:2800:220:1::", PUBLIC]}
    resource, asked = fetch("http://both.example/", handle, addresses=addresses)
    assert resource.read(OPTIONS) == b"He said no."
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (httpx.Response(404), "the server answers 404 Not Found"),
        (
            httpx.Response(200, headers={"content-type": "video/mp4"}),
            "it is video/mp4, not an article",
        ),
        (
            httpx.Response(
                200, headers={"content-type": "text/html", "content-length": "50000000"}
            ),
            "it has 50 MB, the limit is 0.01 MB",
        ),
        (httpx.Response(200, text="x" * 20_000), "it has 0.02 MB, the limit is 0.01 MB"),
    ],
)
def test_answer_that_is_no_article_is_refused(response: httpx.Response, reason: str) -> None:
    with pytest.raises(DocumentError) as caught:
        fetch("http://a.example/", lambda request: response)
    assert caught.value.reason == reason


def test_endless_answer_is_cut_off_at_the_limit() -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"x" * 1000

    with pytest.raises(DocumentError, match="it is larger"):
        fetch("http://a.example/", lambda request: httpx.Response(200, content=endless()))
    assert sent == 11


def test_slow_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "DEADLINE_SECONDS", 0.0)
    with pytest.raises(DocumentError, match="it did not arrive within 0 s"):
        fetch("http://a.example/")


@pytest.mark.parametrize("error", [httpx.ReadTimeout("slow"), httpx.ConnectError("refused")])
def test_network_failure_is_a_refusal_that_names_it(error: httpx.HTTPError) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(DocumentError, match=f"it cannot be fetched .{type(error).__name__}"):
        fetch("http://a.example/", handle)


def test_endless_redirects_are_given_up() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "/again"})

    with pytest.raises(DocumentError, match="it redirects more than 5 times"):
        fetch("http://a.example/", handle)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://user:secret@a.example/", "the address holds a user name"),
        ("http://", "http and https"),
        ("http://public.example\\@127.0.0.1/", "the address holds a user name"),
        ("http://public.example:80@127.0.0.1/", "the address holds a user name"),
        ("http:127.0.0.1/", "http and https"),
        ("http:///127.0.0.1/", "http and https"),
        ("http://①②⑦.⓪.⓪.①/", "no valid address"),
        ("http://ⓛocalhost/", "no valid address"),
        ("http://a.example:99999/", "no valid address"),
    ],
)
def test_odd_address_is_refused(url: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        fetch(url, refuse_any)


def test_unknown_host_is_refused() -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(DocumentError, match=r"the host none\.example cannot be found"):
        web.fetch("http://none.example/", OPTIONS, resolver=resolver)


def test_page_is_read_by_its_type_and_keeps_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = (DATA / "article.html").read_bytes().replace(b'rel="canonical"', b'rel="none"')
    response = httpx.Response(200, content=raw, headers={"content-type": "text/html"})
    resource, _ = fetch("https://lantern.example/2025/4", lambda request: response)
    monkeypatch.setattr(web, "fetch", lambda url, options: resource)
    (document,) = read("https://lantern.example/2025/4", options=OPTIONS)
    assert isinstance(document, Document)
    assert (document.reader, document.title) == ("html", "The bridge that fell twice")
    assert document.url == "https://lantern.example/2025/4"


def test_read_refuses_this_machine() -> None:
    (outcome,) = read("http://127.0.0.1:1/", options=OPTIONS)
    assert isinstance(outcome, DocumentError)
    assert "is no public address (127.0.0.1)" in outcome.reason


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7"))
def test_no_private_address_is_public(address: object) -> None:
    assert not web.is_public(str(address))


@given(st.ip_addresses(v=4, network="127.0.0.0/8"))
def test_no_loopback_address_is_public_in_whatever_ipv6_wraps_it(address: object) -> None:
    assert not web.is_public(f"::ffff:{address}")
    assert not web.is_public(f"64:ff9b::{address}")
    assert not web.is_public(f"::{address}%eth0")
