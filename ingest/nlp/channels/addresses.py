"""What handles and addresses say of an account: "@lantern", "t.me/lantern", "x.com/lantern"."""

from __future__ import annotations

import re

from ingest.nlp.channels.kinds import HOSTS

_HANDLE = re.compile(r"@(?=\d*[A-Za-z])(?!\d+[ap]m$)[A-Za-z0-9][\w.]{1,40}\w")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?([a-z]+\.[a-z]{2,4})/(?:s/|c/|user/|channel/)?@?([\w.-]{3,40})"
    r"(?:/(?:status/)?\d*)?/?(?:\?\S*)?",
    re.IGNORECASE,
)
# The address of a site, or of an account on a platform that the data do not list.
_SITE = re.compile(r"(?:https?://)?(?:[\w-]{2,}\.)+[a-z]{2,}(?:/\S*)?")
_AROUND = ".,;:()[]"
_NO_ACCOUNTS = frozenset(("s", "joinchat", "status", "watch", "hashtag"))


def account(text: str) -> tuple[str | None, str] | None:
    """The platform, where it is told, and the handle: telegram and lantern of "t.me/lantern"."""
    text = text.strip(_AROUND)
    if _HANDLE.fullmatch(text):
        told: tuple[str | None, str] = (None, text[1:])
    elif (match := _ADDRESS.fullmatch(text)) and match[1].lower() in HOSTS:
        told = (HOSTS[match[1].lower()], match[2])
    else:
        return None
    return None if told[1].lower() in _NO_ACCOUNTS else told


def names_account(text: str) -> bool:
    """Whether a word behind a channel noun names it: "account @lantern", "site lantern.gh"."""
    return account(text) is not None or _SITE.fullmatch(text.strip(_AROUND)) is not None
