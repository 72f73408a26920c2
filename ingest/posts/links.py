"""Addresses in posts in one canonical form.

Two posts share a link if their canonical addresses are equal, so the form drops what says nothing
about the page: the scheme's s, `www.`, a default port, the fragment, a slash at the end, and
parameters by which senders follow who clicks. The names of these are listed in `trackers.txt`, as
the senders themselves document them; a parameter that merely looks like one (`ref`, `source`, `id`)
stays, because on many sites it chooses the page.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from graph.post_ids import is_telegram_handle

_ALIASES = {
    **dict.fromkeys(("telegram.me", "telegram.dog"), "t.me"),
    **dict.fromkeys(("twitter.com", "mobile.twitter.com", "mobile.x.com"), "x.com"),
    **dict.fromkeys(("m.youtube.com",), "youtube.com"),
    **dict.fromkeys(("m.facebook.com", "mbasic.facebook.com"), "facebook.com"),
    **dict.fromkeys(("m.vk.com",), "vk.com"),
}
_DEFAULT_PORTS = {"http": 80, "https": 443}
_WEB = re.compile(r"https?://", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"(?:https?://|(?<![\w@./-])(?=(?:t\.me|telegram\.me)/))[^\s<>\"«»“”]+", re.IGNORECASE
)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@lru_cache(maxsize=65_536)
def canonical_url(url: str) -> str | None:
    """An address in the form by which links are compared; None for what is no address of the web.

    >>> canonical_url("HTTP://www.Lesna.example:80/bridge/?utm_source=tg&b=2&a=1#top")
    'https://lesna.example/bridge?a=1&b=2'
    """
    url = url.strip()
    if not _WEB.match(url):
        url = f"https://{url}"
    try:
        parts = urlsplit(url)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if "." not in host or parts.username is not None or re.search(r"[\s%]", host):
        return None
    host, path = _moved(_ALIASES.get(host, host), parts.path)
    query = parse_qsl(parts.query, keep_blank_values=True)
    if host == "youtu.be" and path.strip("/"):
        host, query, path = "youtube.com", [*query, ("v", path.strip("/"))], "/watch"
    kept = sorted(pair for pair in query if not _tracks(pair[0].lower(), host))
    network = host if port in (None, _DEFAULT_PORTS.get(parts.scheme.lower())) else f"{host}:{port}"
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit(("https", network, _path(path), urlencode(kept), fragment))


def _tracks(name: str, host: str) -> bool:
    names, beginnings = _trackers()
    return name in names or f"{host}: {name}" in names or name.startswith(beginnings)


@cache
def _trackers() -> tuple[frozenset[str], tuple[str, ...]]:
    """The names of tracking parameters, and what such names begin with."""
    lines = (resources.files("ingest.posts") / "trackers.txt").read_text("utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    beginnings = tuple(name.removesuffix("*") for name in names if name.endswith("*"))
    return frozenset(names), beginnings


def _host(host: str) -> str:
    """A host in lower case and in letters, without `www.`."""
    host = host.lower().rstrip(".")
    if "xn--" in host:
        try:
            host = host.encode("ascii").decode("idna")
        except UnicodeError:
            return host
    return host.removeprefix("www.")


def _moved(host: str, path: str) -> tuple[str, str]:
    """Telegram's page for reading without an account shows the channel that is meant.

    Its handles are the same in any case.
    """
    if host != "t.me":
        return host, path
    first, *rest = path.removeprefix("/s/").strip("/").split("/")
    return host, "/".join(["", first.lower() if is_telegram_handle(first) else first, *rest])


def _path(path: str) -> str:
    """A path with each letter escaped that must be, and no other."""
    escaped = quote(_ESCAPE.sub(_unescaped, path), safe="/%:@!$&'()*+,;=~-._")
    return re.sub("/{2,}", "/", escaped).rstrip("/")


def _unescaped(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return letter if _UNRESERVED.fullmatch(letter) else escape[0].upper()


def links_in(text: str) -> list[str]:
    """The addresses written out in a text, in order, without the punctuation that follows them."""
    return [_trimmed(found[0]) for found in _IN_TEXT.finditer(text)]


def _trimmed(url: str) -> str:
    """An address without the punctuation at its end, and brackets it does not open itself."""
    unopened = {close: url.count(close) - url.count(open_) for close, open_ in _CLOSING.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in ".,;:!?…'*":
            break
        end -= 1
    return url[:end]


def canonical_links(urls: list[str]) -> tuple[str, ...]:
    """Canonical addresses, each once, in order of first mention."""
    found = (canonical_url(url) for url in urls)
    return tuple(dict.fromkeys(url for url in found if url is not None))
