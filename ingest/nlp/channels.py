"""Channels: who speaks on Telegram, X, television or a site, whether or not the text names them.

The component walks the phrases that speak of channels in the order of the text and decides for
each whether it introduces a channel, takes an earlier one up ("the same channel", "its admin"), or
means none in particular ("Telegram channels").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from graph.ids import hashed_id, sha256, slug
from ingest.nlp import audience as audiences
from ingest.nlp import channel_phrases as phrases
from ingest.nlp.audience import Audience
from ingest.nlp.channel_names import follow_names, handles, introduced_name, person_at, take_over
from ingest.nlp.channel_phrases import Phrase
from ingest.nlp.findings import Channel, Findings, findings
from ingest.nlp.speech import is_speech
from ingest.nlp.tokens import Tokens

# How far back, in sentences, "the channel" may look for the one it takes up.
_REACH = 8
_PRONOUNS = frozenset(("it", "he", "she", "they", "its", "his", "her", "their"))
_PRONOMINAL = frozenset(("one", "another", "other", "second", "third", "first", "former", "latter"))


def annotate(doc: Doc) -> Doc:
    """Add channels, their audiences and mentions to the findings of a parsed Doc."""
    found = findings(doc)
    lower = found.tokens.lower
    nouns = [i for i, word in enumerate(lower) if word in phrases.TRIGGERS]
    counts = [i for i, word in enumerate(lower) if word in audiences.TRIGGERS]
    links = [i for i, word in enumerate(lower) if word[0] == "@" or "/" in word]
    if nouns or counts or links:
        _Finder(found).run(nouns, counts, links)
    return doc


@dataclass(slots=True)
class _Finder:
    found: Findings
    recent: list[tuple[int, Channel]] = field(default_factory=list)
    last_noun: tuple[int, str, str | None] | None = None
    hash: str = ""

    def run(self, nouns: list[int], counts: list[int], links: list[int]) -> None:
        found, tokens = self.found, self.found.tokens
        self.hash = sha256(tokens.doc.text)
        read = [phrase for i in nouns if (phrase := phrases.read(found, i))]
        sizes = [size for i in counts if (size := audiences.read(tokens, i))]
        sizes = [s for n, s in enumerate(sizes) if not n or s.start >= sizes[n - 1].end]
        hosts = {id(p): a for p, a in self._hosts(read, sizes)}
        taken = {(a.start, a.end) for a in hosts.values()}
        free = [a for a in sizes if (a.start, a.end) not in taken]
        steps: list[tuple[int, Phrase | Audience | int]] = []
        steps += [(p.head, p) for p in read]
        steps += [(a.start, a) for a in free]
        if any(p.kind == "channel" or p.platform for p in read):
            steps += [(i, i) for i in self._pronominals()]
        for _, step in sorted(steps, key=lambda pair: pair[0]):
            if isinstance(step, Phrase):
                self._phrase(step, hosts.get(id(step)))
            elif isinstance(step, Audience):
                self._free_count(step)
            else:
                self._pronominal(step, free)
        for channel in handles(found, links):
            self._register(channel)
        follow_names(found)

    # Counts and the phrases they describe

    def _hosts(self, read: list[Phrase], sizes: list[Audience]) -> list[tuple[Phrase, Audience]]:
        tokens, pairs = self.found.tokens, []
        for size in sizes:
            sentence = tokens.sent_of[size.start]
            near = [
                p for p in read
                if p.head < size.start and size.start - p.head <= 16
                and tokens.sent_of[p.head] == sentence and not p.plural
            ]  # fmt: skip
            near = [p for p in near if not any(p.head < s.start < size.start for s in sizes)]
            if near and not self._other_subject(near[-1], size):
                host = near[-1]
                if host.determiner == "whose" and len(near) > 1:
                    host = near[-2]
                pairs.append((host, size))
        return pairs

    def _other_subject(self, phrase: Phrase, size: Audience) -> bool:
        """Whether a name or pronoun between a phrase and a count owns the count."""
        tokens = self.found.tokens
        return any(
            (self.found.holder[i] is not None and tokens.dep[i].startswith("nsubj"))
            or tokens.lower[i] in ("he", "she", "it", "other", "another", "second")
            for i in range(phrase.head + 1, size.start)
        )

    # Decisions

    def _phrase(self, phrase: Phrase, size: Audience | None) -> None:
        tokens = self.found.tokens
        self.last_noun = (phrase.head, phrase.kind, phrase.platform)
        if phrase.plural:
            if phrase.kind in phrases.STAFF and phrase.determiner in ("again", "possessive"):
                self._take_up(phrase, None)
            return
        if phrase.name or (phrase.determiner != "possessive" and self._apposed(phrase)):
            self._named(phrase, size)
        elif phrase.determiner == "whose":
            self._whose(phrase, size)
        elif phrase.determiner == "possessive":
            self._owned(phrase, size)
        elif phrase.determiner == "again":
            known = self._take_up(phrase, size)
            medium = phrase.strong or phrase.kind == "channel"
            if not known and (size or (medium and self._speaks(phrase))):
                self._anonymous(phrase, size)
        elif phrase.determiner == "new" or (phrase.determiner == "bare" and self._bare(phrase)):
            if self._is_channel(phrase, size):
                self._anonymous(phrase, size)
        elif size and phrase.determiner == "bare" and tokens.sent_of:
            self._anonymous(phrase, size)

    def _is_channel(self, phrase: Phrase, size: Audience | None) -> bool:
        tokens = self.found.tokens
        if size:
            return True
        if tokens.dep[phrase.head] == "attr" and phrase.kind not in ("channel",):
            return False
        if phrase.kind in phrases.WEAK:
            return (phrase.platform is not None or phrase.marked) and self._speaks(phrase)
        return phrase.strong or self._speaks(phrase)

    def _bare(self, phrase: Phrase) -> bool:
        """A noun without article counts where it speaks or is given as a source."""
        tokens = self.found.tokens
        before = tokens.text[phrase.start - 1] if phrase.start else ""
        return phrase.strong and (before == ":" or self._speaks(phrase))

    def _speaks(self, phrase: Phrase) -> bool:
        tokens, head = self.found.tokens, phrase.head
        verb = tokens.heads[head]
        if tokens.dep[head] == "nsubj" and is_speech(tokens.lemma[verb]):
            return True
        after = [tokens.lemma[i] for i in range(head + 1, min(len(tokens), head + 4))]
        if any(
            is_speech(lemma) and tokens.pos[head + 1 + n] == "VERB" for n, lemma in enumerate(after)
        ):
            return True
        start = phrase.start
        before = tokens.lower[max(0, start - 2) : start]
        if before[-2:] == ["according", "to"]:
            return True
        return (
            bool(before) and before[-1] == "by" and start > 1 and is_speech(tokens.lemma[start - 2])
        )

    def _apposed(self, phrase: Phrase) -> bool:
        phrase.name = introduced_name(self.found, phrase)
        return phrase.name is not None

    def _named(self, phrase: Phrase, size: Audience | None) -> None:
        found, tokens = self.found, self.found.tokens
        assert phrase.name is not None  # noqa: S101
        start, end = phrase.name
        person = person_at(found, start, end, phrase)
        name = tokens.span_text(start, end)
        if person and not size and phrase.kind in phrases.PEOPLE:
            # A named blogger without an audience is simply a person.
            return
        holder = found.holder[start]
        if holder is not None and holder.entity in found.channels:
            channel = found.channels[holder.entity]
        else:
            channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
            channel = found.channels.get(channel.id, channel)
            if person:
                channel.owner = person
            else:
                take_over(found, channel, start, end)
        self._describe(channel, phrase, size)
        if phrase.start < start or phrase.head >= end:
            self._mention(channel, phrase, size)
        self._register(channel, phrase.head)

    def _whose(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "a blogger whose page has ..." is one; "Pegov, whose channel ..." owns another."""
        found, index = self.found, phrase.start - 1
        while index > 0 and found.tokens.text[index] == ",":
            index -= 1
        holder = found.holder[index]
        if holder is None or holder.entity in found.channels:
            channel = found.channels.get(holder.entity) if holder else self._latest()
            if channel is not None:
                self._describe(channel, phrase, size)
                found.add(channel, phrase.start, phrase.head + 1, "coref")
            return
        self._own_channel(holder.entity, phrase, size)

    def _owned(self, phrase: Phrase, size: Audience | None) -> None:
        found, tokens = self.found, self.found.tokens
        assert phrase.owner is not None  # noqa: S101
        holder = found.holder[phrase.owner]
        if holder is not None and holder.entity in found.channels:
            channel = found.channels[holder.entity]
        elif holder is not None:
            if phrase.strong or phrase.kind in ("channel", "blog"):
                self._own_channel(holder.entity, phrase, size)
            return
        elif phrase.kind in phrases.STAFF or tokens.lower[phrase.owner] == "its":
            latest = self._latest(phrase.head)
            if latest is None:
                return
            channel = latest
        elif tokens.lower[phrase.owner] in ("his", "her", "their"):
            self._pronoun_owned(phrase, size)
            return
        else:
            if size or phrase.strong:
                self._anonymous(phrase, size)
            return
        self._describe(channel, phrase, size)
        self._mention(channel, phrase, size, "coref")
        self._register(channel, phrase.head)

    def _pronoun_owned(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "her Telegram channel" is owned by the person last named before it."""
        found, tokens = self.found, self.found.tokens
        if not (phrase.strong or phrase.kind in ("channel", "blog") or size):
            return
        low = tokens.sents[max(0, tokens.sent_of[phrase.head] - 2)][0]
        for index in range(phrase.start - 1, low - 1, -1):
            holder = found.holder[index]
            if holder is None:
                continue
            if holder.entity in found.channels:
                channel = found.channels[holder.entity]
                if channel.kind in phrases.PEOPLE:
                    self._describe(channel, phrase, size)
                    self._mention(channel, phrase, size, "coref")
                    return
            elif found.entities[holder.entity].type == "Person":
                self._own_channel(holder.entity, phrase, size)
                return
        self._anonymous(phrase, size)

    def _own_channel(self, owner: str, phrase: Phrase, size: Audience | None) -> None:
        found = self.found
        known = next(
            (
                c for c in found.channels.values()
                if c.owner == owner and phrase.platform in (None, c.platform)
            ),
            None,
        )  # fmt: skip
        if known is None:
            name = f"{found.entities[owner].name}'s {phrase.platform or ''} {phrase.noun}"
            name = " ".join(name.split())
            known = Channel(f"channel:{slug(name)}", name, anonymous=False, owner=owner)
        self._describe(known, phrase, size)
        self._mention(known, phrase, size)
        self._register(known, phrase.head)

    def _take_up(self, phrase: Phrase, size: Audience | None) -> bool:
        """Join a definite phrase to the channel it takes up; False where there is none."""
        channel = self._antecedent(phrase, size)
        if channel is None:
            return False
        self._describe(channel, phrase, size)
        self._mention(channel, phrase, size, "coref")
        self._register(channel, phrase.head)
        return True

    def _antecedent(self, phrase: Phrase, size: Audience | None) -> Channel | None:
        tokens = self.found.tokens
        sentence = tokens.sent_of[phrase.head]
        if size:
            count = (size.value, size.bound)
            channels = (c for _, c in reversed(self.recent))
            return next((c for c in channels if (c.subscribers, c.bound) == count), None)
        weak = phrase.kind in phrases.WEAK - phrases.STAFF - {"outlet", "propagandist"}
        if weak and not phrase.same:
            return None
        person = phrase.kind in phrases.PEOPLE
        fallback = None
        for position, channel in reversed(self.recent):
            if sentence - tokens.sent_of[position] > _REACH:
                break
            if phrase.platform and channel.platform and phrase.platform != channel.platform:
                continue
            if phrase.kind == channel.kind or phrase.kind in phrases.STAFF:
                return channel
            if person and channel.kind in phrases.PEOPLE:
                return channel
            fallback = fallback or channel
        if phrase.kind == "propagandist" and self._person_since(fallback, phrase):
            return None
        near = fallback is not None and any(
            c is fallback and sentence - tokens.sent_of[p] <= 3 for p, c in self.recent
        )
        return fallback if near and phrase.kind != "agency" else None

    def _person_since(self, channel: Channel | None, phrase: Phrase) -> bool:
        """Whether a person was named later than the channel: then the person is meant."""
        if channel is None:
            return True
        last = max(m.start for m in channel.mentions)
        return any(
            last < m.start < phrase.start
            for e in self.found.entities.values() if e.type == "Person"
            for m in e.mentions
        )  # fmt: skip

    def _free_count(self, size: Audience) -> None:
        """A count without a channel noun beside it: its owner is a name, a pronoun or a person."""
        found, tokens = self.found, self.found.tokens
        first = tokens.sents[tokens.sent_of[size.start]][0]
        for index in range(size.start - 1, max(first, size.start - 10) - 1, -1):
            word, holder = tokens.lower[index], found.holder[index]
            if holder is not None and holder.entity in found.channels:
                self._count(found.channels[holder.entity], size)
                return
            if word in _PRONOUNS:
                latest = self._latest(index)
                if latest is not None and latest.subscribers in (None, size.value):
                    self._count(latest, size)
                return
            if tokens.pos[index] == "PROPN" and tokens.text[index][0].isupper():
                self._named_count(index, first, size)
                return
            if tokens.pos[index] == "NOUN" and word not in phrases.PLATFORM:
                self._noun_count(index, size)
                return

    def _named_count(self, last: int, first: int, size: Audience) -> None:
        found, tokens = self.found, self.found.tokens
        holder = found.holder[last]
        start = holder.start if holder else last
        while not holder and start > first and tokens.pos[start - 1] == "PROPN":
            start -= 1
        name = tokens.span_text(start, last + 1)
        if holder and found.entities[holder.entity].type == "State":
            return
        channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
        channel = found.channels.get(channel.id, channel)
        if holder and found.entities[holder.entity].type == "Person":
            channel.owner = holder.entity
            found.add(channel, start, size.end, "nominal")
        else:
            take_over(found, channel, start, last + 1)
        self._count(channel, size)
        self._register(channel, last)

    def _noun_count(self, head: int, size: Audience) -> None:
        """As in "a pundit with 300,000 followers": any person with an audience is a channel."""
        _found, tokens = self.found, self.found.tokens
        start = tokens.lefts[head] if tokens.lefts[head] <= head else head
        start = max(start, head - 6)
        if tokens.lower[start] not in ("a", "an", "another", "one"):
            return
        noun = tokens.lower[head]
        phrase = Phrase(head, start, head + 1, noun, noun, "new", plural=False)
        self._anonymous(phrase, size)

    def _pronominals(self) -> list[int]:
        tokens = self.found.tokens
        return [
            i for i, word in enumerate(tokens.lower)
            if word in _PRONOMINAL and i + 1 < len(tokens)
            and tokens.pos[i + 1] in ("VERB", "AUX", "PUNCT", "ADP", "PRON", "ADV")
        ]  # fmt: skip

    def _pronominal(self, index: int, free: list[Audience]) -> None:
        """As in "One claimed ...; the other, whose audience exceeds ...": channels named before."""
        found, tokens = self.found, self.found.tokens
        if self.last_noun is None or found.holder[index] is not None:
            return
        position, kind, platform = self.last_noun
        sentence = tokens.sent_of[index]
        if sentence - tokens.sent_of[position] > 2 or kind not in ("channel", *phrases.PEOPLE):
            return
        size = next(
            (a for a in free if 0 < a.start - index <= 8 and tokens.sent_of[a.start] == sentence),
            None,
        )
        subject = tokens.dep[index].startswith("nsubj") and is_speech(
            tokens.lemma[tokens.heads[index]]
        )
        adjacent = is_speech(tokens.lemma[index + 1]) and tokens.pos[index + 1] == "VERB"
        if not (size or subject or adjacent):
            return
        start = index - 1 if index and tokens.lower[index - 1] in ("the", "a") else index
        phrase = Phrase(index, start, index + 1, kind, kind, "new", plural=False, platform=platform)
        if tokens.lower[index] in ("former", "latter", "first") and not size:
            return
        if size:
            free.remove(size)
        self._anonymous(phrase, size)

    # Registering

    def _anonymous(self, phrase: Phrase, size: Audience | None) -> None:
        tokens = self.found.tokens
        start = phrase.start + (tokens.lower[phrase.start] in ("a", "an", "the", "another"))
        end = size.end if size and 0 < size.start - phrase.head <= 16 else phrase.head + 1
        name = " ".join(tokens.span_text(start, end).split()) or phrase.noun
        name = name.strip("“”\"' ") if name.count('"') % 2 else name
        same = sum(c.anonymous and c.name == name for c in self.found.channels.values())
        id_ = hashed_id("channel", self.hash, name, same)
        channel = Channel(id_, name, anonymous=True)
        self._describe(channel, phrase, size)
        self._mention(channel, phrase, size)
        self._register(channel, phrase.head)

    def _describe(self, channel: Channel, phrase: Phrase, size: Audience | None) -> None:
        channel.platform = channel.platform or phrase.platform
        if phrase.kind not in phrases.STAFF and phrase.determiner != "whose":
            channel.kind = channel.kind or phrase.kind
        if size:
            self._count(channel, size)

    def _count(self, channel: Channel, size: Audience) -> None:
        if channel.subscribers is None:
            channel.subscribers, channel.bound = size.value, size.bound
            channel.number = (size.start, size.end)

    def _mention(
        self, channel: Channel, phrase: Phrase, size: Audience | None, kind: str = "nominal"
    ) -> None:
        end = phrase.head + 1
        tokens = self.found.tokens
        if (
            end < len(tokens)
            and tokens.text[end] in '”"»'
            and tokens.sent_of[end] == tokens.sent_of[phrase.head]
        ):
            opened = any(tokens.text[i] in '“"«' for i in range(phrase.start, phrase.head))
            end += opened
        if size and 0 < size.start - end <= 14:
            end = size.end + (size.end < len(tokens) and tokens.text[size.end] == ")")
        self.found.add(channel, phrase.start, end, "coref" if kind == "coref" else "nominal")

    def _latest(self, before: int | None = None) -> Channel | None:
        tokens = self.found.tokens
        for position, channel in reversed(self.recent):
            if before is None or tokens.sent_of[before] - tokens.sent_of[position] <= _REACH:
                return channel
        return None

    def _register(self, channel: Channel, position: int | None = None) -> None:
        self.found.channels.setdefault(channel.id, channel)
        if position is not None:
            self.recent.append((position, channel))


__all__ = ["Tokens", "annotate"]
