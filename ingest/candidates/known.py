"""Which entities a document has, by every name they go by: how a model's names become ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from graph.ids import slug
from ingest.extraction import ChannelRecord, EntityRecord, Extraction

# A coreferring word ("he", "the channel") means whom it means in its own place alone.
_NAMING = frozenset(("name", "metonym", "demonym"))


class KnownEntities:
    """The entities and channels of one extraction, and those accepted since."""

    def __init__(self, extraction: Extraction) -> None:
        self.types: dict[str, str] = {}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        for entity in extraction.entities:
            self.add(entity.id, entity.type, *_names(entity))
        for channel in extraction.channels:
            self.add(channel.id, "Channel", *_names(channel))

    def add(self, id_: str, type_: str, *names: str) -> None:
        """Note an entity, or further names of it."""
        self.types[id_] = type_
        for name in names:
            self._by_name[slug(name)].add(id_)
            if type_ == "Person" and len(words := slug(name).split("-")) > 1:
                self._by_surname[words[-1]].add(id_)

    def resolve(self, name: str, types: Collection[str]) -> str | None:
        """The one entity of these types that `name` means, which may be an id; else None."""
        if name in self.types:
            return name if self.types[name] in types else None
        key = slug(name)
        named = {id_ for id_ in self._by_name.get(key, ()) if self.types[id_] in types}
        if not named and "Person" in types:
            named = self._by_surname.get(key, set())
        return next(iter(named)) if key and len(named) == 1 else None

    def is_named(self, id_: str, words: str) -> bool:
        """Whether the entity goes by these words, rather than being only meant by them."""
        key = slug(words)
        return id_ in self._by_name.get(key, ()) or id_ in self._by_surname.get(key, ())


def _names(record: EntityRecord | ChannelRecord) -> list[str]:
    """Names and what mentions call it; an anonymous channel goes by its descriptions."""
    handle = record.handle if isinstance(record, ChannelRecord) else None
    described = isinstance(record, ChannelRecord)
    return [
        record.name,
        *([handle] if handle else []),
        *(
            mention.text
            for mention in record.mentions
            if mention.kind in _NAMING or (described and mention.kind == "nominal")
        ),
    ]
