"""What texts call those who speak on platforms: the words of data/en/channels.yaml."""

from __future__ import annotations

from ingest.nlp.lexicon import inverted, load, words

_DATA = load("channels")
KIND = inverted(_DATA["nouns"])
PLATFORM = inverted(_DATA["platforms"])
NOUN_PLATFORM: dict[str, str] = _DATA["noun_platforms"]
HOSTS: dict[str, str] = _DATA["hosts"]
ALONE = frozenset(_DATA["alone"])
BODIES = frozenset(name for names in load("organizations").values() for name in names)
BODY_NOUNS = words("organization") - set(_DATA["as_channels"])
PEOPLE = frozenset(_DATA["people"])
MEDIA = frozenset(("channel", "account", "page", "blog"))  # kinds that somebody has
STAFF = frozenset(_DATA["staff"])
STAFF_NOUNS = frozenset(_DATA["staff_nouns"])
WEAK = frozenset(_DATA["weak"])
MARKS = frozenset(_DATA["marks"])
MARK_PREFIXES = tuple(_DATA["mark_prefixes"])
OTHER = frozenset(_DATA["other_channels"])
IMPERSONATING = frozenset(_DATA["impersonating"])
CORRESPONDENT = frozenset(_DATA["correspondent_marks"])
SOURCE_PEOPLE = frozenset(_DATA["source_people"])
NEW = frozenset(_DATA["new"])
RUNNING = frozenset(_DATA["running"])
POSTING = frozenset(_DATA["posting"])
MODERATING = frozenset(_DATA["moderating"])
GENERIC = frozenset(_DATA["generic"])
_PLURALS = {
    (noun[:-1] + "ies" if noun.endswith("y") else noun + "s"): noun for noun in KIND if noun
}
TRIGGERS = {**{noun: noun for noun in KIND}, **_PLURALS}
