"""Channels by their handles and addresses: "@lantern", "t.me/lantern", "Lantern (@lantern)"."""

from __future__ import annotations

import re

from graph.ids import slug
from ingest.nlp.channels import addresses, platforms
from ingest.nlp.channels.bodies import is_public_body
from ingest.nlp.channels.kinds import PLATFORM, TRIGGERS
from ingest.nlp.channels.names import OPENERS, take_over
from ingest.nlp.channels.words import is_picture, quotation
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.marks import DOUBLE_CLOSING
from ingest.nlp.tokens import Tokens

_ACCOUNT = re.compile(r"(?=[^\W_]*[A-Z])[^\W_]+(?:_[^\W_]+)+_?")


def account_names(found: Findings) -> None:
    """Make channels of names that only accounts have: "UKR NEWS_pl", "Volga_Wire"."""
    tokens = found.tokens
    for index, text in enumerate(tokens.text):
        if "_" not in text or not _ACCOUNT.fullmatch(text):
            continue
        held = found.holder[index]
        if held is not None and found.type_of(held.entity) != "Organization":
            continue
        start = index
        while start and tokens.text[start - 1].isupper() and tokens.text[start - 1].isalpha():
            start -= 1
        if not start or tokens.text[start - 1] not in ("#", "@", "/"):
            _take(found, start, index + 1 + _is_stroke(tokens, index + 1))


def _is_stroke(tokens: Tokens, index: int) -> bool:
    """Whether the last stroke of "TRUTH_NEWS_" is a token of its own."""
    stroke = tokens.text[index : index + 1] == ["_"]
    return stroke and tokens.starts[index] == tokens.ends[index - 1]


def handles(found: Findings, indices: list[int]) -> list[Channel]:
    """Channels given by "@name" or an address; beside a name they are its handle."""
    tokens, made = found.tokens, []
    for index in indices:
        if (account := addresses.account(tokens.text[index])) is None:
            continue
        platform, handle = account
        if index and tokens.text[index - 1] == "RT":
            found.unname(index - 1)  # a retweet and not the outlet
        channel = _beside(found, index)
        known = f"channel:{slug(handle)}"
        if channel is None:
            channel = next(
                (c for c in found.channels.values() if (c.handle or "").lower() == handle.lower()),
                None,
            ) or found.channels.get(known, Channel(known, handle, anonymous=False, kind="account"))
            channel.owner = channel.owner or _owner_beside(found, index)
        channel.handle = channel.handle or handle
        channel.platform = channel.platform or platform or _platform_beside(found, index)
        channel.platform = channel.platform or platforms.of_clause(tokens, index, "account")
        found.add(channel, index, index + 1, "name")
        made.append(channel)
    return made


def _platform_beside(found: Findings, index: int) -> str | None:
    """The platform before a handle: "(Telegram: @lantern)", or after it: "@lantern on X"."""
    tokens = found.tokens
    if tokens.lower[index + 1 : index + 2] in (["on"], ["in"]):
        return PLATFORM.get(tokens.lower[index + 2]) if index + 2 < len(tokens) else None
    at = index - 1 - (tokens.text[index - 1] in (":", "("))
    return PLATFORM.get(tokens.lower[at]) if index and at >= 0 else None


def _owner_beside(found: Findings, index: int) -> str | None:
    """Who is named before a bracket with a handle: "Olena Marchuk (Telegram: @marchuk)"."""
    tokens = found.tokens
    opened = next((i for i in range(index - 1, max(0, index - 5), -1) if tokens.text[i] == "("), 0)
    holder = found.holder[opened - 1] if opened else None
    if holder is None or holder.kind == "demonym":
        return None
    owns = found.type_of(holder.entity) == "Person" or is_public_body(found, holder.entity)
    return holder.entity if owns else None


def _quoted_before(found: Findings, close: int) -> tuple[int, int] | None:
    """The name in quotation marks that ends with the mark at `close`."""
    tokens = found.tokens
    if close < 2 or tokens.text[close] not in DOUBLE_CLOSING:
        return None
    name = quotation(tokens, close)
    if name is None or not tokens.text[name[0]][0].isupper():
        return None
    holder = found.holder[name[0]]
    introduced = name[0] > 1 and tokens.lower[name[0] - 2] in TRIGGERS
    state = holder is not None and found.type_of(holder.entity) in ("Person", "State")
    return None if state and not introduced else name


def _take(found: Findings, start: int, end: int) -> Channel:
    """The channel called by these tokens, made where no other is."""
    name = found.tokens.span_text(start, end)
    channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
    channel = found.channels.get(channel.id, channel)
    take_over(found, channel, start, end)
    return channel


def _in_name(tokens: Tokens, index: int) -> bool:
    """Whether a token before a name's last word is of it: the Northern of "Northern Smoke"."""
    capital = tokens.text[index][0].isupper() and tokens.pos[index] in ("ADJ", "NOUN", "NUM")
    return tokens.pos[index] == "PROPN" or capital


def _beside(found: Findings, index: int) -> Channel | None:
    """The channel whose name ends right before a bracket or comma with the handle.

    A name no channel is known by becomes one ("Strait Lights (@straitlights)"), unless it is a
    person's or a state's, who merely has the account.
    """
    tokens = found.tokens
    if index > 1 and tokens.text[index - 1] == "(" and tokens.pos[index - 2] == "PROPN":
        end = index - 1
        holder = found.holder[end - 1]
        start = holder.start if holder else end - 1
        while not holder and start > 0 and _in_name(tokens, start - 1):
            start -= 1
        start -= 2 * (start > 1 and is_picture(tokens, start - 1))
        known = holder is not None and holder.entity in found.channels
        if holder is not None and is_public_body(found, holder.entity):
            return None  # "The Defence Ministry (@mod)" has the account
        if not known and (
            holder is None or found.type_of(holder.entity) not in ("Person", "State")
        ):
            return _take(found, start, end)
    quoted = _quoted_before(found, index - 2) if tokens.text[index - 1] == "(" else None
    if quoted is not None:
        return _take(found, *quoted)
    for back in range(index - 1, max(-1, index - 4), -1):
        holder = found.holder[back]
        if holder is not None:
            listed = tokens.text[back][0] == "@"  # "@lantern, @kettle": another one
            return None if listed else found.channels.get(holder.entity)
        if tokens.text[back] not in OPENERS:
            return None
    return None
