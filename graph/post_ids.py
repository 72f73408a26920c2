"""The ids of channels, posts and links, and what an id says by itself.

Ids are made from what the platform itself calls things, so that the same post is the same node
whichever export, page or table it was read from:

    channel:telegram:lesna_radio          a channel by its handle, in lower case
    channel:telegram:1400000001           by its number, where an export gives no handle
    channel:telegram:~Lesna%20Radio       by nothing but its name, which others may bear too
    post:telegram:lesna_radio:815         the post that the channel numbers 815
    post:x:1850000000000000000            a post where numbers are of the whole platform
    link:https://lesna.example/bridge     an address, canonical
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_UNSAFE = re.compile(r"[\s:%\x00-\x1f\x7f]")
# Platforms whose handles are the same in any case.
_CASELESS = frozenset(["telegram", "x", "facebook", "instagram", "tiktok", "threads", "vk"])
# Platforms on which each channel counts its own posts; elsewhere a post's id is the platform's.
_COUNTED_BY_CHANNEL = frozenset(["telegram", "site"])
_BY_NAME = "~"
_HANDLE = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_NO_CHANNELS = frozenset(
    [
        *("joinchat", "addstickers", "addemoji", "addlist", "addtheme", "share", "proxy", "socks"),
        *("login", "setlanguage", "confirmphone", "invoice", "boost", "giftcode"),
    ]
)


def channel_id(platform: str, key: str) -> str:
    """The id of a channel by its handle or number on a platform; a leading @ does not count."""
    bare = key.strip().removeprefix("@")
    known = bare.lower() if platform in _CASELESS else bare
    return f"channel:{platform}:{_safe(known)}"


def named_channel_id(platform: str, name: str) -> str:
    """The id of a channel of which nothing but its name is known."""
    return f"channel:{platform}:{_BY_NAME}{_safe(' '.join(name.split()))}"


def platform_of(channel: str) -> str:
    """The platform in a channel's id."""
    return channel.split(":", 2)[1]


def counted_by_channel(platform: str) -> bool:
    """Whether a post's number means something only beside its channel."""
    return platform in _COUNTED_BY_CHANNEL


def post_id(channel: str, native: str | int) -> str:
    """The id of a post by its channel's id and the number or key the platform gave it.

    Where numbers are of the whole platform, any channel of it will do.
    """
    platform = platform_of(channel)
    home = channel.removeprefix("channel:") if counted_by_channel(platform) else platform
    return f"post:{home}:{_safe(str(native).strip())}"


def link_id(url: str) -> str:
    """The id of a link: its canonical address itself."""
    return f"link:{url}"


def implied(id_: str) -> dict[str, str]:
    """What the id of a channel or link alone says of it, as properties of its node.

    That is all there is of one that posts name, forward or link to and no source describes.
    """
    kind, _, rest = id_.partition(":")
    if kind == "link":
        return {"id": id_, "url": rest, "host": rest.partition("://")[2].partition("/")[0]}
    platform, separator, key = rest.partition(":")
    if kind != "channel" or not separator:
        return {"id": id_}
    known = {"id": id_, "name": unquote(key.removeprefix(_BY_NAME)), "platform": platform}
    if not key.startswith(_BY_NAME) and not key.isdecimal():
        known["handle"] = unquote(key)
    return known


def _safe(part: str) -> str:
    """An id part in which a colon or a space cannot be taken for a border."""
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), part)


def link_target(url: str) -> str:
    """The id of what a canonical address leads to: a post or channel of Telegram, or a link.

    >>> link_target("https://t.me/lesna_radio/815"), link_target("https://t.me/c/1400000001/7")
    ('post:telegram:lesna_radio:815', 'post:telegram:1400000001:7')
    """
    parts = urlsplit(url)
    if parts.hostname != "t.me":
        return link_id(url)
    match parts.path.strip("/").split("/"):
        case ["c", number, *_, native] if number.isdecimal() and native.isdecimal():
            return post_id(channel_id("telegram", number), native)
        case [handle, *_, native] if is_telegram_handle(handle) and native.isdecimal():
            return post_id(channel_id("telegram", handle), native)
        case [handle] if is_telegram_handle(handle):
            return channel_id("telegram", handle)
    return link_id(url)


def is_telegram_handle(handle: str) -> bool:
    """Whether the first part of a t.me address can be a channel's handle."""
    return _HANDLE.fullmatch(handle) is not None and handle.lower() not in _NO_CHANNELS
