"""What texts call those who speak on platforms: the words of data/en/channels.yaml."""

from __future__ import annotations

from ingest.nlp.lexicon import inverted, load

_DATA = load("channels")
KIND = inverted(_DATA["nouns"])
PLATFORM = inverted(_DATA["platforms"])
HOSTS: dict[str, str] = _DATA["hosts"]
ALONE = frozenset(_DATA["alone"])
PEOPLE = frozenset(_DATA["people"])
STAFF = frozenset(_DATA["staff"])
WEAK = frozenset(_DATA["weak"])
MARKS = frozenset(_DATA["marks"])
MARK_PREFIXES = tuple(_DATA["mark_prefixes"])
OTHER = frozenset(_DATA["other_channels"])
CORRESPONDENT = frozenset(_DATA["correspondent_marks"])
SOURCE_PEOPLE = frozenset(_DATA["source_people"])
NEW = frozenset(_DATA["new"])
GENERIC = frozenset(_DATA["generic"])
_PLURALS = {
    (noun[:-1] + "ies" if noun.endswith("y") else noun + "s"): noun for noun in KIND if noun
}
TRIGGERS = {**{noun: noun for noun in KIND}, **_PLURALS}
