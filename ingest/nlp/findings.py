"""What the components find in one Doc, in token indices, before it becomes cited assertions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from spacy.tokens import Doc

from graph.model import Modality
from ingest.nlp.tokens import Tokens, view

MentionKind = Literal["name", "metonym", "demonym", "nominal", "coref"]
Bound = Literal["exact", "approx", "below", "at_least", "none"]
Stance = Literal["asserts", "denies", "hedges", "praises", "mocks", "neutral", "silent"]
Mode = Literal["quoted", "reported", "narrator"]
# Types of what people join and run, and of what acts as one, a state included.
BODIES = frozenset({"Organization", "ArmedGroup", "Channel"})
COLLECTIVES = frozenset({"State", "Organization", "Bloc", "ArmedGroup"})


@dataclass(slots=True)
class Mention:
    """Tokens `start` up to `end` refer to the entity or channel `entity` (an id)."""

    start: int
    end: int
    kind: MentionKind
    entity: str


@dataclass(slots=True)
class Entity:
    """Anyone or anything named in the document that is not a channel."""

    id: str
    type: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Channel:
    """A channel, blogger or outlet that speaks; anonymous ones are known by a description.

    `platform` is a lower-case word ("telegram", "x", "tv", "site", ...), `kind` what the text calls
    it ("channel", "blogger", "outlet", "agency", ...), `owner` the id of the person who runs it.
    `number` is the (first, past-the-last) tokens of the subscriber number where it stands.
    """

    id: str
    name: str
    anonymous: bool
    platform: str | None = None
    handle: str | None = None
    kind: str | None = None
    subscribers: int | None = None
    bound: Bound = "none"
    owner: str | None = None
    number: tuple[int, int] | None = None
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class DateMention:
    """A date in the text with its value as EDTF ("2024-10", "2024-21", "2024-10-01/2024-10-05")."""

    start: int
    end: int
    edtf: str
    precision: Literal["day", "month", "season", "year", "range"]


@dataclass(slots=True)
class Claim:
    """What somebody says: tokens `start` up to `end`, quotation marks off.

    `speaker` and `via` are ids of entities or channels (None: unknown, or the narrator where `mode`
    says so). `cue` is the lemma that introduces it, `evidence` the tokens a citation must show
    (the sentence with cue, speaker and content).
    """

    start: int
    end: int
    mode: Mode
    stance: Stance
    modality: Modality
    evidence: tuple[int, int]
    speaker: str | None = None
    via: str | None = None
    cue: str | None = None
    date: str | None = None


@dataclass(slots=True)
class Relation:
    """A relation of the vocabulary, in lower case, between two ids; `start`..`end` its sentence."""

    type: str
    source: str
    target: str
    start: int
    end: int
    modality: Modality = "asserted"
    asserted_by: str | None = None
    date: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Findings:
    """Everything found so far in one Doc; components fill it in pipeline order.

    `holder[i]` is the mention that covers token i, if any: the way a component that stands on a
    token (a subject, an object, a possessor) learns which entity or channel that is.
    `published` anchors relative dates. `held` leads from the words of an office told with its field
    to the name behind them: "Minister for Trade Ada Kern".
    """

    tokens: Tokens
    published: date | None = None
    outlet: str | None = None
    entities: dict[str, Entity] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    dates: list[DateMention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    holder: list[Mention | None] = field(default_factory=list)
    held: dict[int, int] = field(default_factory=dict)

    def add(self, target: Entity | Channel, start: int, end: int, kind: MentionKind) -> Mention:
        """Record that these tokens mention `target`, registering it on its first mention.

        Tokens an earlier mention holds stay with it, and so does what joins two such mentions
        ("Kenyan and Ghanaian forces").
        """
        known: dict[str, Entity] | dict[str, Channel]
        known = self.channels if isinstance(target, Channel) else self.entities
        known.setdefault(target.id, target)  # type: ignore[arg-type]
        mention = Mention(start, end, kind, target.id)
        target.mentions.append(mention)
        if self.holder[start] is not None and self.holder[end - 1] is not None:
            return mention
        for index in range(start, end):
            if self.holder[index] is None:
                self.holder[index] = mention
        return mention

    def in_order(self) -> list[Mention]:
        """The mentions that hold tokens, in the order of the text."""
        held = {id(mention): mention for mention in self.holder if mention is not None}
        return sorted(held.values(), key=lambda mention: mention.start)

    def unname(self, index: int) -> None:
        """Take back the mention that holds a token, and whom it mentions with the last one."""
        mention = self.holder[index]
        if mention is None:
            return
        named = self.entities.get(mention.entity) or self.channels[mention.entity]
        named.mentions.remove(mention)
        if not named.mentions:
            self.entities.pop(named.id, None)
            self.channels.pop(named.id, None)
        for place in range(mention.start, mention.end):
            self.holder[place] = None

    def person_at(self, index: int | None) -> Mention | None:
        """The mention of a person that holds a token; None where there is no such token."""
        if index is None or not 0 <= index < len(self.holder):
            return None
        mention = self.holder[index]
        return mention if mention and self.type_of(mention.entity) == "Person" else None

    def type_of(self, id_: str) -> str:
        """The vocabulary type of an id found in this document ("Channel" for channels)."""
        return "Channel" if id_ in self.channels else self.entities[id_].type


def findings(doc: Doc) -> Findings:
    """The findings of a parsed Doc, made on first use (`published` comes from `doc.user_data`)."""
    found = doc.user_data.get("sayso")
    if not isinstance(found, Findings):
        tokens = view(doc)
        found = Findings(tokens, holder=[None] * len(tokens))
        found.published = doc.user_data.get("published")
        found.outlet = doc.user_data.get("outlet")
        doc.user_data["sayso"] = found
    return found
