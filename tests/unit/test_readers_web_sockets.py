"""Claims about fetching over real sockets: where a connection goes, and when it is cut off."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import closing, suppress

import pytest

from graph.errors import DocumentError
from ingest.readers import ReadOptions, web

OPTIONS = ReadOptions(max_bytes=10_000)


class Fake:
    """A server on this machine that counts its visitors; `slowly` drips its headers for ever."""

    def __init__(self, address: str, port: int, *, slowly: bool = False) -> None:
        self.visits = 0
        self._slowly = slowly
        self._socket = socket.create_server((address, port))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                visitor, _ = self._socket.accept()
                self.visits += 1
                with visitor, suppress(OSError):
                    visitor.recv(4096)
                    self._answer(visitor)

    def _answer(self, visitor: socket.socket) -> None:
        visitor.sendall(b"HTTP/1.1 200 OK\r\n")
        while self._slowly:
            visitor.sendall(b"X-Slow: yes\r\n")
            time.sleep(0.05)
        visitor.sendall(b"Content-Type: text/plain\r\nContent-Length: 11\r\n\r\nHe said no.")

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays the public internet, every other address is inside."""
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")


def test_real_connection_goes_to_the_address_that_was_checked(public: None) -> None:
    outside = Fake("127.0.0.1", 0)
    inside = Fake("127.0.0.2", outside.port)
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])
    url = f"http://rebind.example:{outside.port}/"
    with closing(outside), closing(inside):
        resource = web.fetch(url, OPTIONS, resolver=lambda host, port: next(answers))
        assert resource.read(OPTIONS) == b"He said no."
        with pytest.raises(DocumentError, match="is no public address"):
            web.fetch(url, OPTIONS, resolver=lambda host, port: next(answers))
        assert (outside.visits, inside.visits) == (1, 0)


def test_server_that_drips_its_headers_is_cut_off_at_the_deadline(
    public: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "DEADLINE_SECONDS", 0.5)
    with closing(Fake("127.0.0.1", 0, slowly=True)) as slow:
        began = time.monotonic()
        with pytest.raises(DocumentError, match="it cannot be fetched"):
            web.fetch(
                f"http://slow.example:{slow.port}/",
                OPTIONS,
                resolver=lambda host, port: ["127.0.0.1"],
            )
        assert time.monotonic() - began < 10


def test_no_thread_waits_for_the_deadline_of_a_fetch_that_is_over(public: None) -> None:
    before = set(threading.enumerate())
    with closing(Fake("127.0.0.1", 0)) as outside:
        url = f"http://page.example:{outside.port}/"
        web.fetch(url, OPTIONS, resolver=lambda host, port: ["127.0.0.1"])
        with pytest.raises(DocumentError, match="it cannot be fetched"):  # it speaks no TLS
            web.fetch(
                url.replace("http:", "https:"), OPTIONS, resolver=lambda host, port: ["127.0.0.1"]
            )
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading.Timer):
            thread.join(5)  # one that is cancelled ends by itself
            assert not thread.is_alive()


def test_proxy_of_the_environment_is_not_asked(
    public: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Fake("127.0.0.1", 0)) as outside, closing(Fake("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        url = f"http://page.example:{outside.port}/"
        web.fetch(url, OPTIONS, resolver=lambda host, port: ["127.0.0.1"])
        assert (outside.visits, proxy.visits) == (1, 0)
