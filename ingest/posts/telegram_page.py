"""A channel's page at t.me/s/CHANNEL, saved from a browser: its header and the posts it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import lxml.html  # type: ignore[import-untyped]
from lxml.etree import ParserError  # type: ignore[import-untyped]

from graph.encoding import decode
from graph.errors import DocumentError
from graph.ids import sha256
from graph.post_ids import channel_id, link_target, named_channel_id
from graph.posts import ChannelProfile
from ingest.posts.base import Draft, Outcome, PostOptions, Skipped, build, flawed, storable
from ingest.posts.links import canonical_url
from ingest.readers.base import Resource
from ingest.readers.html import declared_charset
from ingest.text import normalise

READER = "telegram-page"
_AGAIN = "Save the page again"
_COUNT = re.compile(r"([\d\s.,]*\d)\s*([KMКМ]?)", re.IGNORECASE)
_SCALE = {"": 1, "K": 1_000, "К": 1_000, "M": 1_000_000, "М": 1_000_000}
_MEDIA = {
    "tgme_widget_message_photo_wrap": "photo",
    "tgme_widget_message_video_player": "video",
    "tgme_widget_message_roundvideo_player": "video_message",
    "tgme_widget_message_voice_player": "voice_message",
    "tgme_widget_message_document_wrap": "file",
    "tgme_widget_message_poll": "poll",
    "tgme_widget_message_sticker_wrap": "sticker",
}
_BLOCKS = frozenset(["p", "div", "blockquote", "li", "ul", "ol", "pre", "h1", "h2", "h3", "h4"])


def parse(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """The channel's profile, with its number of subscribers, and its posts in order."""
    raw = resource.read(options.read)
    page = decode(
        raw,
        resource.source,
        declared=resource.charset or declared_charset(raw),
        given=options.read.encoding,
    )
    try:
        root = lxml.html.document_fromstring(page)
    except ParserError:
        root = lxml.html.fragment_fromstring("<div></div>")
    messages = _with_class(root, "tgme_widget_message", "@data-post")
    handle = _handle(root, messages)
    if handle is None:
        yield DocumentError(
            resource.source,
            "the page shows no channel of Telegram",
            remedy="Save the page https://t.me/s/CHANNEL as HTML",
            raw_sha256=sha256(raw),
        )
        return
    yield from _profile(root, handle, sha256(raw), resource, options)
    for number, message in enumerate(messages, start=1):
        if "service_message" in message.get("class", "").split():
            yield Skipped("service messages")
        else:
            yield _message(message, f"{resource.source}#{number}", resource, options)


def _with_class(element: Any, name: str, and_also: str = "true()") -> list[Any]:
    """The elements below of a CSS class."""
    test = f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
    found: list[Any] = element.xpath(f".//*[{test} and {and_also}]")
    return found


def _text(element: Any, name: str) -> str:
    found = _with_class(element, name)
    return " ".join(found[0].text_content().split()) if found else ""


def _handle(root: Any, messages: list[Any]) -> str | None:
    name = _text(root, "tgme_channel_info_header_username").removeprefix("@")
    if not name and messages:
        name = messages[0].get("data-post").partition("/")[0]
    return name or None


def _profile(
    root: Any, handle: str, raw: str, resource: Resource, options: PostOptions
) -> Iterator[ChannelProfile | DocumentError]:
    """What the page's header says, kept as the lines it shows."""
    title = _text(root, "tgme_channel_info_header_title")
    if not title:
        return
    described = _with_class(root, "tgme_channel_info_description")
    description = block_text(described[0]) if described else ""
    counter = next(
        (
            " ".join(one.text_content().split())
            for one in _with_class(root, "tgme_channel_info_counter")
            if re.search(r"subscriber|member|підписник|подписчик", one.text_content())
        ),
        _text(root, "tgme_header_counter"),
    )
    lines = [title, f"@{handle}", counter, description]
    text = normalise("\n".join(filter(None, lines)), wrapped=False)
    subscribers, exact = counted(counter)
    start = text.find(counter) if counter else -1
    found = subscribers is not None and start >= 0
    if subscribers is None and re.search(r"\d", counter):
        reason = f"its number of subscribers {counter[:40]!r} cannot be read"
        yield DocumentError(resource.source, reason, remedy=_AGAIN, raw_sha256=raw)
    yield ChannelProfile(
        channel=channel_id("telegram", handle),
        name=title,
        text=text,
        raw_sha256=raw,
        reader=READER,
        source=resource.source,
        handle=handle.lower(),
        url=f"https://t.me/{handle.lower()}",
        description=description or None,
        subscribers=subscribers if found else None,
        bound=("exact" if exact else "approx") if found else None,
        quoted=(start, start + len(counter)) if found else None,
        seen_at=options.seen(resource),
    )


def counted(text: str) -> tuple[int | None, bool]:
    """The number a counter shows, and whether it is shown to the last digit; None if it shows none.

    >>> counted("64.2K subscribers"), counted("64 200 subscribers"), counted("none")
    ((64200, False), (64200, True), (None, False))
    """
    found = _COUNT.match(text.strip())
    if not found:
        return None, False
    digits, scale = found[1], _SCALE[found[2].upper()]
    try:
        if scale == 1:
            return storable("number", int(re.sub(r"\D", "", digits))), True
        shown = float(re.sub(r"\s", "", digits).replace(",", "."))
        return storable("number", round(shown * scale)), False
    except (ValueError, OverflowError):
        return None, False


def _message(message: Any, place: str, resource: Resource, options: PostOptions) -> Outcome:
    handle, _, native = message.get("data-post").partition("/")
    address = f"https://t.me/{handle.lower()}/{native}"
    texts = [
        one
        for one in _with_class(message, "tgme_widget_message_text")
        if not one.xpath("ancestor::*[contains(@class, 'tgme_widget_message_reply')]")
    ]
    views = _text(message, "tgme_widget_message_views")
    times = message.xpath(".//a[contains(@class, 'tgme_widget_message_date')]//time/@datetime")
    of, origin = _forward(message)
    replies = _with_class(message, "tgme_widget_message_reply")
    reply = canonical_url(replies[0].get("href") or "") if replies else None
    previews = _with_class(message, "tgme_widget_message_link_preview")
    shown = (one.text_content() for one in _with_class(message, "tgme_reaction"))
    reactions = [counted(text)[0] for one in shown if (text := re.sub(r"^\D+", "", one))]
    draft = Draft(
        source=place,
        raw_sha256=sha256(lxml.html.tostring(message, encoding="utf-8")),
        reader=READER,
        channel=channel_id("telegram", handle),
        native=native.split("?")[0] or None,
        published_at=_moment(times),
        text="\n\n".join(block_text(one) for one in texts),
        url=address,
        forward_of=of,
        forward_from=origin,
        reply_to=link_target(reply) if reply and "post:" in link_target(reply) else None,
        urls=[
            *(str(url) for one in texts for url in one.xpath(".//a/@href")),
            *(str(one.get("href")) for one in previews),
        ],
        media=tuple(kind for name, kind in _MEDIA.items() if _with_class(message, name)),
        views=counted(views)[0],
        reactions=sum(filter(None, reactions)) if reactions else None,
        seen_at=options.seen(resource),
    )
    if None in reactions or (views and draft.views is None):
        return flawed(draft, "its views or reactions are no numbers", _AGAIN)
    return build(draft)


def _forward(message: Any) -> tuple[str | None, str | None]:
    """The post and the channel a message was forwarded from, as far as the page tells."""
    names = _with_class(message, "tgme_widget_message_forwarded_from_name")
    if not names:
        return None, None
    target = link_target(canonical_url(names[0].get("href") or "") or "")
    if target.startswith("post:telegram:"):
        return target, f"channel:{target.removeprefix('post:').rpartition(':')[0]}"
    if target.startswith("channel:"):
        return None, target
    return None, named_channel_id("telegram", names[0].text_content())


def _moment(times: list[str]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(times[0]) if times else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def block_text(element: Any) -> str:
    """The text of an element, with a line's end where the page shows one."""
    words: list[str] = []

    def walk(one: Any) -> None:
        if not isinstance(one.tag, str):
            return
        if one.tag == "br":
            words.append("\n")
        words.append(re.sub(r"\s+", " ", one.text or ""))
        for child in one:
            block = isinstance(child.tag, str) and child.tag in _BLOCKS
            words.append("\n" if block else "")
            walk(child)
            words.append("\n" if block else "")
            words.append(re.sub(r"\s+", " ", child.tail or ""))

    walk(element)
    lines = "".join(words).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in lines)).strip()
