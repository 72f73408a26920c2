"""Channels: who speaks on Telegram, X, television or a site, whether or not the text names them.

The component walks the phrases that speak of channels in the order of the text and decides for
each whether it introduces a channel, takes an earlier one up ("the same channel", "its admin"), or
means none in particular ("Telegram channels").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from graph.ids import slug
from ingest.nlp.channels import audience as audiences
from ingest.nlp.channels import (
    counts,
    ellipsis,
    entries,
    kinds,
    listing,
    naming,
    phrases,
    platforms,
    posters,
    pronominal,
    pseudonyms,
    running,
    settling,
    tables,
)
from ingest.nlp.channels.apposed import name_told_next
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.bodies import is_public_body
from ingest.nlp.channels.following import follow_names, follow_short_names
from ingest.nlp.channels.handles import account_names, handles
from ingest.nlp.channels.names import (
    counted_names,
    introduced_name,
    listed_names,
    person_named,
    take_over,
)
from ingest.nlp.channels.owners import Owners
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.register import Register
from ingest.nlp.channels.words import name_run
from ingest.nlp.findings import Channel, Findings, findings
from ingest.nlp.marks import DOUBLE_OPENING
from ingest.nlp.speech import is_speech

_AGAIN_BACK = 2  # sentences back to the channels that "the pages" are
_MOST_BETWEEN = 12  # tokens between a plural and the counts of each
_ITSELF = frozenset(("itself", "himself", "herself"))


def annotate(doc: Doc) -> Doc:
    """Add channels, their audiences and mentions to the findings of a parsed Doc."""
    found = findings(doc)
    lower = found.tokens.lower
    nouns = [
        i
        for i, word in enumerate(lower)
        if word in kinds.TRIGGERS or platforms.is_possessed(found.tokens, i)
    ]
    sizes = [i for i, word in enumerate(lower) if word in audiences.TRIGGERS]
    links = [i for i, word in enumerate(lower) if word[0] == "@" or "/" in word]
    if nouns or sizes or links:
        register = Register(found)
        _Finder(found, register, Owners(found, register)).run(nouns, sizes, links)
    follow_short_names(found)
    return doc


def _overlap(first: Audience, second: Audience) -> bool:
    return first.start < second.end and second.start < first.end


@dataclass(slots=True)
class _Finder:
    found: Findings
    register: Register
    owners: Owners
    last_noun: tuple[int, str, str | None] | None = None
    staff: list[Phrase] = field(default_factory=list)
    sizes: list[Audience] = field(default_factory=list)
    free: list[Audience] = field(default_factory=list)

    def run(self, nouns: list[int], triggers: list[int], links: list[int]) -> None:
        found, tokens = self.found, self.found.tokens
        if nouns:
            account_names(found)
        told = [phrase for i in nouns if (phrase := phrases.read(found, i))]
        read = [phrase for phrase in told if not naming.is_cut_from_title(tokens, phrase)]
        sizes = [size for i in triggers if (size := audiences.read(tokens, i))]
        sizes += [
            size for i, text in enumerate(tokens.text)
            if text in ("(", "[") and (size := audiences.bracketed(tokens, i))
        ]  # fmt: skip
        sizes += [s for phrase in read if (s := audiences.behind(tokens, phrase.head + 1))]
        sizes.sort(key=lambda size: (size.start, -size.end))
        sizes = [s for n, s in enumerate(sizes) if not n or s.start >= sizes[n - 1].end]
        rows = tables.read(tokens)
        rows += [e for e in listing.read(tokens) if not any(_overlap(e, row) for row in rows)]
        sizes = [s for s in sizes if not any(_overlap(s, row) for row in rows)] + rows
        of_rows = set(rows)
        short = ellipsis.read(found, [s for s in sizes if s not in of_rows])
        full = [s for s in sizes if s.named is None]
        hosts = {id(p): a for p, a in counts.hosts(found, read, full)}
        for phrase in read:
            phrase.sized = id(phrase) in hosts
        taken = {(a.start, a.end) for a in hosts.values()}
        self.sizes = sizes
        self.free = free = [a for a in sizes if (a.start, a.end) not in taken] + short
        steps: list[tuple[int, Phrase | Audience | int]] = []
        steps += [(p.head, p) for p in read]
        steps += [(a.start, a) for a in free]
        grouped = any(found.holder[i] is not None for i in nouns)
        if grouped or any(p.kind in ("channel", *kinds.PEOPLE) or p.platform for p in read):
            steps += [(i, i) for i in pronominal.indices(tokens)]
        for channel in handles(found, links):
            if channel.name != channel.handle or channel.platform is not None:
                self.register.remember(channel, channel.mentions[-1].start)
            found.channels.setdefault(channel.id, channel)
        entries.read(self.register)
        pseudonyms.own_handles(found)
        pseudonyms.posted_under(self.register)
        for _, step in sorted(steps, key=lambda pair: pair[0]):
            if isinstance(step, Phrase):
                self._phrase(step, hosts.get(id(step)))
                running.run_by(self.found, step)
                self._settle_staff(step)
            elif isinstance(step, int):
                pronominal.settle(self.register, step, self.last_noun, free)
            elif step in free:
                settling.settle(self.register, step)
        posters.unknown(self.register)
        posters.quoted(self.register)
        running.told_run(found)
        running.in_brackets(found)
        running.behind_name(found)
        self.register.join_headline()
        follow_names(found)

    def _phrase(self, phrase: Phrase, size: Audience | None) -> None:
        self.last_noun = (phrase.head, phrase.kind, phrase.platform)
        determiner = phrase.determiner
        if size and determiner in ("new", "bare"):
            phrase.name = phrase.name or naming.name_behind(self.found, size.end, phrase)
        phrase.name = phrase.name or name_told_next(self.found, phrase)
        phrase.name = phrase.name or naming.title_above(self.found.tokens, phrase)
        if phrase.of_channel:
            self.staff.append(phrase)
        elif phrase.plural:
            self._plural(phrase)
        elif phrase.name or (determiner not in ("possessive", "whose") and self._apposed(phrase)):
            self._named(phrase, size)
        elif determiner == "whose":
            self.owners.whose(phrase, size)
        elif determiner == "possessive":
            self.owners.possessed(phrase, size)
        elif (owner := self.owners.namesake(phrase)) is not None:
            self.owners.own_channel(owner, phrase, size)
        elif determiner == "again":
            known = self._take_up(phrase, size)
            medium = phrase.strong or phrase.kind == "channel"
            described = self.found.tokens.tag[phrase.head + 1 : phrase.head + 2] == ["PRP"]
            if not known and (size or (medium and not described and self._speaks(phrase))):
                self.register.anonymous(phrase, size)
        elif not size and (other := self.register.other(phrase)) is not None:
            self.register.mention(other, phrase, None, "coref")
            self.register.remember(other, phrase.head)
        elif (owner := self.owners.had(phrase)) and (size or phrase.kind == "channel"):
            if owner in self.found.channels:
                self.register.describe(self.found.channels[owner], phrase, size)
                self.register.mention(self.found.channels[owner], phrase, size, "coref")
            else:
                self.owners.own_channel(owner, phrase, size)
        elif size or (determiner != "generic" and self._is_channel(phrase)):
            self.register.anonymous(phrase, size)

    def _is_channel(self, phrase: Phrase) -> bool:
        """Whether an indefinite or bare phrase without an audience introduces a channel."""
        tokens = self.found.tokens
        if phrase.determiner == "bare":
            # A noun without article counts where it speaks or is given as a source.
            before = tokens.text[phrase.start - 1] if phrase.start else ""
            return phrase.strong and (before == ":" or self._speaks(phrase))
        if tokens.dep[phrase.head] == "attr" and phrase.kind != "channel":
            return False
        if self.staff and 0 < phrase.start - self.staff[-1].head <= 2:
            return True  # "the author of a third channel"
        if phrase.kind in kinds.WEAK:
            acts = self._speaks(phrase) or self._posts(phrase)
            return (phrase.platform is not None or phrase.marked) and acts
        return phrase.strong or self._speaks(phrase)

    def _posts(self, phrase: Phrase) -> bool:
        """Whether something is put out by or on it: "circulated the clip", "first posted on"."""
        tokens, above = self.found.tokens, self.found.tokens.heads[phrase.head]
        if tokens.dep[phrase.head] == "nsubj":
            return tokens.lemma[above] in phrases.POSTING
        put = tokens.dep[phrase.head] == "pobj" and tokens.lower[above] in ("on", "to", "by")
        return put and tokens.lemma[tokens.heads[above]] in phrases.POSTING

    def _speaks(self, phrase: Phrase) -> bool:
        tokens, head, start = self.found.tokens, phrase.head, phrase.start
        verb = tokens.heads[head]
        if tokens.dep[head] == "nsubj" and is_speech(tokens.lemma[verb]):
            return True
        for index in range(head + 1, min(len(tokens), head + 4)):
            if tokens.pos[index] != "VERB":
                continue
            if is_speech(tokens.lemma[index]) or tokens.lower[index + 1] in _ITSELF:
                return True  # "One channel bills itself as the voice of the front"
        before = tokens.lower[max(0, start - 2) : start]
        if before == ["according", "to"]:
            return True
        by = bool(before) and before[-1] == "by"
        return by and start > 1 and is_speech(tokens.lemma[start - 2])

    def _apposed(self, phrase: Phrase) -> bool:
        phrase.name = introduced_name(self.found, phrase)
        return phrase.name is not None

    def _plural(self, phrase: Phrase) -> None:
        """As in "the channels Lantern and Harbour": each named; "the authors": theirs."""
        if phrase.kind in kinds.STAFF:
            if phrase.determiner in ("again", "possessive"):
                self._take_up(phrase, None)
            return
        listed = listed_names(self.found, phrase, self.sizes)
        for start, end, size in listed or counted_names(self.found, phrase, self.sizes):
            one = Phrase(start, start, end, phrase.noun, phrase.kind, "bare", plural=False)
            one.platform, one.name = phrase.platform, (start, end)
            self._named(one, size)
            if size is not None and size in self.free:
                self.free.remove(size)
        if not listed:
            self._counted(phrase)

    def _counted(self, phrase: Phrase) -> None:
        """As in "Two others, with 120,000 and 75,000 subscribers": one for each count."""
        tokens, head = self.found.tokens, phrase.head
        near = (s for s in self.free if 0 < s.start - head <= _MOST_BETWEEN and s.named is None)
        size = next((s for s in near if tokens.sent_of[s.start] == tokens.sent_of[head]), None)
        row = ellipsis.row(tokens, size) if size is not None else []
        if phrase.determiner == "again" and self._counted_again(phrase, row):
            return
        if len(row) < 2 or row[0].start - head > 3 or phrase.determiner == "generic":
            return
        for number, count in enumerate(row):
            start, end = (count.start, count.end) if number else (phrase.start, head + 1)
            one = Phrase(end - 1, start, end, phrase.noun, phrase.kind, "new", plural=False)
            one.platform = phrase.platform
            name = f"{phrase.noun} with {tokens.span_text(count.start, count.end)}"
            self.register.anonymous(one, count, name)
        self.free[:] = [s for s in self.free if s not in row]

    def _counted_again(self, phrase: Phrase, row: list[Audience]) -> bool:
        """As in "The pages have 9,000 and 5,000 readers": the counts of those told before."""
        tokens, told = self.found.tokens, list[Channel]()
        for position, channel in self.register.before(phrase.start):
            near = tokens.sent_of[phrase.head] - tokens.sent_of[position] <= _AGAIN_BACK
            if near and channel.subscribers is None and channel not in told:
                told.append(channel)
        if len(row) < 2 or len(told) != len(row):
            return False
        for channel, count in zip(told, row, strict=True):
            self.register.count(channel, count)
        self.free[:] = [s for s in self.free if s not in row]
        return True

    def _named(self, phrase: Phrase, size: Audience | None) -> None:
        found, tokens = self.found, self.found.tokens
        assert phrase.name is not None  # noqa: S101
        start, end = phrase.name
        person = person_named(found, start, phrase)
        if person and not size:
            # A named blogger without an audience is simply a person.
            return
        if person and size and naming.counts_for_own(self.register, person, phrase, size):
            return
        aside = name_run(tokens, end + 1, size.start) if person and size else None
        if aside and size and tokens.lower[aside[0]] in kinds.PLATFORM:
            size.platform, aside = kinds.PLATFORM[tokens.lower[aside[0]]], None
        if aside and tokens.text[end] == "(":
            # "Popko (Lantern, 64,000 subscribers)": the channel has a name of its own.
            start, end = aside
            owner, person = person, None
        else:
            owner = person
        name = tokens.span_text(start, end)
        holder = found.holder[start]
        titled = tokens.text[start - 1] in DOUBLE_OPENING  # the channel “Kettle Battalion”
        body = holder is not None and is_public_body(found, holder.entity)
        own = phrase.platform is not None or phrase.noun == "channel"
        if holder is not None and own and body and not titled:
            self.owners.own_channel(holder.entity, phrase, size)
            return
        if holder is not None and holder.entity in found.channels:
            channel = found.channels[holder.entity]
        else:
            channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
            channel = found.channels.get(channel.id, channel)
            channel.owner = channel.owner or owner or self.owners.of_named(phrase)
            if not person:
                take_over(found, channel, start, end)
                found.channels.setdefault(channel.id, channel)
                if any(word.islower() for word in name.split()):
                    follow_names(found)  # before a part of "War on Fakes" is taken for another
        if phrase.platform and channel.platform != "tv":
            # "The Telegram channel Lantern" speaks of its Telegram channel, site or not.
            channel.platform = phrase.platform
        naming.absorb(self.register, channel, end)
        self.register.describe(channel, phrase, size)
        if owner and phrase.start < start:
            # The name stays the person's; the words around it speak of the channel.
            last = size.end if size and end < size.end else phrase.head + 1
            found.add(channel, phrase.start, last, "nominal")
        elif owner or phrase.start < start or phrase.head >= end:
            self.register.mention(channel, phrase, size)
        self.register.remember(channel, phrase.head)

    def _take_up(self, phrase: Phrase, size: Audience | None) -> bool:
        """Join a definite phrase to the channel it takes up; False where there is none."""
        owner = phrases.owner_after(self.found, phrase)
        if owner is not None and phrase.kind in kinds.STAFF:
            return True  # who administers a body: nothing of a channel's
        if owner is not None:
            self.owners.own_channel(owner, phrase, size)
            return True
        channel = self.register.antecedent(phrase, size) or running.run_before(self.found, phrase)
        if channel is None:
            return False
        self.register.describe(channel, phrase, size)
        self.register.mention(channel, phrase, size, "coref")
        self.register.remember(channel, phrase.head)
        return True

    def _settle_staff(self, phrase: Phrase) -> None:
        """An "admin of a channel" is that channel, once the phrase after "of" is settled."""
        for staff in self.staff if not phrase.of_channel else ():
            holder = self.found.holder[phrase.head] or self.found.holder[phrase.head - 1]
            if holder is not None and holder.entity in self.found.channels:
                channel = self.found.channels[holder.entity]
                self.register.mention(channel, staff, None, "coref")
        if not phrase.of_channel:
            self.staff.clear()
