"""The channels found so far in a text: making them, describing them, taking them up again."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from operator import itemgetter

from graph.ids import hashed_id, sha256
from ingest.nlp.channels import kinds
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.words import CLOSING
from ingest.nlp.findings import Channel, Entity, Findings, MentionKind
from ingest.nlp.marks import DOUBLE_OPENING

# How far back, in sentences, "the channel" may look for the one it takes up.
REACH = 8
_ACCOUNT_REACH = 2
_GROWING = frozenset(("grow", "rise", "climb", "swell", "jump", "soar", "expand"))
_LEAD = 4  # sentences after a headline that may name its channel
ORDINALS = ("first", "second", "third")
_DETERMINERS = frozenset(("a", "an", "the", "another", "his", "her", "their", "its"))
_FINITE = frozenset(("VBZ", "VBD", "VBP"))
_PRONOMINAL = frozenset(("one", "another", "other", "second", "third", "first", "former", "latter"))


@dataclass(slots=True)
class Register:
    """Channels in the order the text spoke of them (`recent`: token and channel)."""

    found: Findings
    recent: list[tuple[int, Channel]] = field(default_factory=list)
    hash: str = ""

    def anonymous(self, phrase: Phrase, size: Audience | None, name: str | None = None) -> Channel:
        """Make a channel known by its description alone.

        Its id hashes the text, the description and how many had the same one before, so that equal
        texts give equal channels and a text with two "another channel" has two.
        """
        tokens = self.found.tokens
        self.hash = self.hash or sha256(tokens.stored)
        start = phrase.start + (
            tokens.lower[phrase.start] in _DETERMINERS and phrase.start < phrase.head
        )
        counted = size if size and 0 < size.start - phrase.head <= 16 else None
        apart = counted is not None and self._says_between(phrase.head, counted.start)
        end = counted.end if counted and not apart else phrase.head + 1
        end += "(" in tokens.text[start:end] and tokens.text[end : end + 1] == [")"]
        words = tokens.span_text(start, end).split()
        if tokens.lower[start] in _PRONOMINAL and start == phrase.head:
            # "One, with 250,000 readers": call it what it is.
            words[0] = phrase.kind + words[0][len(tokens.text[start]) :]
            if [word.strip(",") for word in words[1:3]] == ["of", "them"]:
                words = [words[0] + words[2].removeprefix("them"), *words[3:]]
        if counted and apart:
            words += ["with", tokens.span_text(counted.start, counted.end)]
        name = name or " ".join(words)
        name = name.strip("“”\"' ") if name.count('"') % 2 else name
        if name.count("“") != name.count("”"):  # a “war correspondent", closed by another mark
            name = name.replace("“", "").replace("”", "")
        same = sum(c.anonymous and c.name == name for c in self.found.channels.values())
        channel = Channel(hashed_id("channel", self.hash, name, same), name, anonymous=True)
        self.describe(channel, phrase, size)
        self.mention(channel, phrase, size)
        self.remember(channel, phrase.head)
        return channel

    def _says_between(self, head: int, count: int) -> bool:
        """Whether a main verb parts the two: "One channel is new and has 9,000 readers"."""
        tokens = self.found.tokens
        main = ("ROOT", "conj")
        return any(
            tokens.tag[i] in _FINITE
            and (tokens.dep[i] in main or tokens.heads[head] in (i, tokens.heads[i]))
            for i in range(head + 1, count)
        )

    def describe(self, channel: Channel, phrase: Phrase, size: Audience | None) -> None:
        """Add what a phrase tells about a channel and nothing told before."""
        channel.platform = channel.platform or phrase.platform
        if phrase.kind not in kinds.STAFF and phrase.determiner != "whose":
            channel.kind = channel.kind or phrase.kind
        if size:
            self.count(channel, size)

    def count(self, channel: Channel, size: Audience) -> None:
        """Note a channel's audience: the first the text gives, or what it has since grown to."""
        if channel.subscribers is None or size.later or self._is_grown(size):
            channel.subscribers, channel.bound = size.value, size.bound
            if channel.platform in (None, "site"):
                channel.platform = size.platform or channel.platform
            channel.number = (size.start, size.end)

    def _is_grown(self, size: Audience) -> bool:
        """Whether a count is what an audience has become: "grew to over 625,000 subscribers"."""
        tokens = self.found.tokens
        to = size.start - 1
        return to > 0 and tokens.lower[to] == "to" and tokens.lemma[to - 1] in _GROWING

    def mention(
        self,
        channel: Channel,
        phrase: Phrase,
        size: Audience | None,
        kind: MentionKind = "nominal",
    ) -> None:
        """Mention a channel where the phrase stands, its audience and closing marks included."""
        end = phrase.head + 1
        tokens = self.found.tokens
        last = tokens.sents[tokens.sent_of[phrase.head]][1]
        if end < last and tokens.text[end] in CLOSING:
            end += any(tokens.text[i] in DOUBLE_OPENING for i in range(phrase.start, phrase.head))
        if size and 0 < size.start - end <= 14:
            end = size.end + (size.end < len(tokens) and tokens.text[size.end] == ")")
        self.found.add(channel, phrase.start, end, kind)

    def told(self, size: Audience) -> Channel | None:
        """The channel of which the text told just this count before."""
        equal = (c for _, c in reversed(self.recent) if c.subscribers == size.value)
        return next(equal, None)

    def remember(self, channel: Channel, position: int) -> None:
        """Register a channel and that the text spoke of it here."""
        self.found.channels.setdefault(channel.id, channel)
        insort(self.recent, (position, channel), key=itemgetter(0))

    def before(self, position: int) -> list[tuple[int, Channel]]:
        """Where the text spoke of channels up to a token, in its order."""
        return self.recent[: bisect_left(self.recent, position, key=itemgetter(0))]

    def join_headline(self) -> None:
        """A channel that the headline only describes is the one that the text then names."""
        tokens, title = self.found.tokens, 0
        while title < len(tokens) and "\n" not in tokens.text[title]:
            title += 1
        early = [
            c for c in self.found.channels.values()
            if c.anonymous and c.subscribers is None and all(m.end <= title for m in c.mentions)
        ]  # fmt: skip
        if len(early) != 1 or title + 1 >= len(tokens):
            return
        last = tokens.sent_of[title + 1] + _LEAD
        named = (
            c for position, c in self.recent
            if position > title and tokens.sent_of[position] < last and not c.anonymous
            and c.kind in (early[0].kind, "outlet") and c.platform == early[0].platform
        )  # fmt: skip
        if (channel := next(named, None)) is None:
            return
        for mention in early[0].mentions:
            mention.entity, mention.kind = channel.id, "nominal"
        channel.mentions[:0] = early[0].mentions
        del self.found.channels[early[0].id]

    def latest(self, before: int) -> Channel | None:
        """The channel spoken of last before a token, within reach."""
        tokens = self.found.tokens
        for position, channel in reversed(self.recent):
            if position <= before:
                near = tokens.sent_of[before] - tokens.sent_of[position] <= REACH
                return channel if near else None
        return None

    def antecedent(self, phrase: Phrase, size: Audience | None) -> Channel | None:
        """The channel a definite phrase takes up, if any fits it."""
        tokens = self.found.tokens
        sentence = tokens.sent_of[phrase.head]
        if (namesake := self._person_within(phrase)) is not None:
            return self._named_after(namesake, phrase.head)
        if size:
            count = (size.value, size.bound)
            channels = (c for _, c in reversed(self.before(phrase.head)))
            equal = next((c for c in channels if (c.subscribers, c.bound) == count), None)
            if equal is None and size.bound == "exact":
                # "the channel with 380,000 subscribers" after "about 380,000"
                equal = self.told(size)
            if equal is not None or phrase.kind in kinds.PEOPLE:
                return equal
        if phrase.kind == "account" and not size and (latest := self._account(phrase)) is not None:
            return latest
        weak = phrase.kind in kinds.WEAK - kinds.STAFF - {"outlet", "propagandist"}
        if (weak and not phrase.same) or size:
            return self._alike(phrase, uncounted=size is not None and not size.later)
        person = phrase.kind in kinds.PEOPLE
        fallback: tuple[int, Channel] | None = None
        counted = self._counted(phrase)
        if counted is not None:
            return counted
        alike = {
            id(c): c
            for _, c in self.before(phrase.head)
            if person and c.kind == phrase.kind and phrase.platform in (None, c.platform)
        }
        if len(alike) == 1:
            return alike.popitem()[1]  # the one war correspondent the text has spoken of
        for position, channel in reversed(self.before(phrase.head)):
            if sentence - tokens.sent_of[position] > REACH:
                break
            if phrase.platform and channel.platform and phrase.platform != channel.platform:
                continue
            if channel.kind in (None, phrase.kind) or phrase.kind in kinds.STAFF:
                return channel
            if person and channel.kind in kinds.PEOPLE:
                return channel
            fallback = fallback or (position, channel)
        if fallback is None or phrase.kind in ("agency", "source"):
            return None
        position, channel = fallback
        if sentence - tokens.sent_of[position] > 3:
            return None
        if phrase.kind == "propagandist" and self._person_since(channel, phrase):
            return None
        return channel

    def _person_within(self, phrase: Phrase) -> Entity | None:
        """Popko in "the fake Popko account"."""
        holder, entities = self.found.holder, self.found.entities
        held = (m for i in range(phrase.start, phrase.head) if (m := holder[i]) is not None)
        named = (entities[m.entity] for m in held if m.entity in entities)
        return next((entity for entity in named if entity.type == "Person"), None)

    def _named_after(self, person: Entity, before: int) -> Channel | None:
        """The channel told last that is a person's or has the surname in its name."""
        surname = person.name.split()[-1]
        told = (channel for _, channel in reversed(self.before(before)))
        fits = (c for c in told if c.owner == person.id or surname in c.name.split())
        return next(fits, None)

    def _account(self, phrase: Phrase) -> Channel | None:
        """What "the account" is: the channel with a platform spoken of last and near."""
        tokens = self.found.tokens
        sentence = tokens.sent_of[phrase.head]
        for position, channel in reversed(self.before(phrase.head)):
            if sentence - tokens.sent_of[position] > _ACCOUNT_REACH:
                return None
            if channel.platform in (None, "tv", "radio", "press", "agency"):
                continue
            if phrase.platform in (None, channel.platform):
                return channel
        return None

    def _counted(self, phrase: Phrase) -> Channel | None:
        """The channel that "the first milblogger" or "the other channel" takes up."""
        words = self.found.tokens.lower[phrase.start : phrase.head]
        ordinal = next((o for o in ORDINALS if o in words), None)
        if ordinal is None and not phrase.other:
            return None
        sentence = self.found.tokens.sent_of[phrase.head]
        told: list[Channel] = []
        for position, channel in self.before(phrase.head):
            near = sentence - self.found.tokens.sent_of[position] <= REACH
            if near and channel.kind == phrase.kind and channel not in told:
                told.append(channel)
        if len(told) < 2:
            return None
        if ordinal is not None:
            place = ORDINALS.index(ordinal)
            return told[place] if place < len(told) else None
        last = next(c for _, c in reversed(self.before(phrase.head)) if c in told)
        return next((c for c in told if c is not last), None) if len(told) == 2 else None

    def other(self, phrase: Phrase) -> Channel | None:
        """Of two channels told before, the one that "the other channel" means."""
        tokens = self.found.tokens
        definite = phrase.other and tokens.lower[phrase.start] == "the"
        return self._counted(phrase) if definite else None

    def _alike(self, phrase: Phrase, *, uncounted: bool) -> Channel | None:
        """The last channel of just this kind, for "the page" and for a count told later."""
        tokens = self.found.tokens
        for position, channel in reversed(self.before(phrase.head)):
            if tokens.sent_of[phrase.head] - tokens.sent_of[position] > REACH // 2:
                break
            kind = channel.kind == phrase.kind
            kind = kind or (phrase.kind == "channel" and channel.kind in ("outlet", "account"))
            # "the group" behind a name alone is somebody's, not that channel
            medium = channel.platform is not None or phrase.kind == "page"
            kind = kind or (channel.kind is None and medium)
            # "the Telegram account" of a channel on Telegram
            same = phrase.platform is not None and channel.platform == phrase.platform
            kind = kind or (phrase.kind == "account" and same)
            platform = channel.platform is None or phrase.platform in (None, channel.platform)
            if kind and platform and not (uncounted and channel.subscribers is not None):
                return channel
        alike = {
            c.id: c
            for _, c in self.before(phrase.head)
            if c.kind == phrase.kind and c.kind is not None
        }
        return next(iter(alike.values())) if len(alike) == 1 and not uncounted else None

    def _person_since(self, channel: Channel, phrase: Phrase) -> bool:
        """Whether a person was named later than the channel: then the person is meant."""
        last = max(m.start for m in channel.mentions)
        people = (e for e in self.found.entities.values() if e.type == "Person")
        return any(last < m.start < phrase.start for e in people for m in e.mentions)
