"""Channels that belong to somebody: "Popko's channel", "her channel", "its admin", "whose page"."""

from __future__ import annotations

from dataclasses import dataclass

from graph.ids import slug
from ingest.nlp import clauses
from ingest.nlp.channels import kinds
from ingest.nlp.channels.apposed import is_mistaken
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.bearers import whose
from ingest.nlp.channels.names import take_over
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.register import Register
from ingest.nlp.findings import Channel, Findings, Mention

_HAVING = frozenset(("Person", "Organization", "ArmedGroup", "Channel"))
_CALLING = frozenset(("call", "sign", "name", "style"))
_MOST_TO_RUN, _MOST_TO_NAME = 4, 10  # tokens to "run by" and from there to the name
_WHERE = frozenset(("Place", "State"))
_AT = frozenset(("of", "at", "for", "with"))


@dataclass(slots=True)
class Owners:
    """Settles phrases with a possessor: whose channel each is, and which channel that is."""

    found: Findings
    register: Register

    def whose(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "a blogger whose page has ..." (one channel), "Popko, whose channel ..." (hers)."""
        found, index = self.found, phrase.start - 1
        tokens = found.tokens
        if tokens.lower[index] == "and":
            # "..., whose audience exceeds 300,000 and whose admin ...": back to the first "whose".
            first = tokens.sents[tokens.sent_of[index]][0]
            earlier = (i for i in range(index - 1, first, -1) if tokens.tag[i] == "WP$")
            index = next(earlier, index) - 1
        while index > 0 and tokens.text[index] in (",", ")", "”", '"'):
            index -= 1
        holder = found.holder[index]
        outer = whose(tokens, phrase.head)
        if outer is not None and holder is not None and tokens.lower[holder.start - 1] in _AT:
            # "Simonyan, the head of RT, whose channel": hers.
            apposed = found.holder[outer]
            person = apposed is not None and found.type_of(apposed.entity) == "Person"
            holder = apposed if person else holder
        if outer is not None and holder is not None and found.type_of(holder.entity) in _WHERE:
            holder = found.holder[outer]  # "a blogger in Accra whose page"
        if holder is not None and self._could_be_channel(holder.entity):
            name = (holder.start, holder.end)
            channel = Channel(f"channel:{slug(found.entities[holder.entity].name)}", "", False)
            channel.name = found.entities[holder.entity].name
            take_over(found, channel, *name)
            self.register.remember(channel, index)
        elif holder is not None and holder.entity not in found.channels:
            self.own_channel(holder.entity, phrase, size)
            return
        elif holder is not None:
            channel = found.channels[holder.entity]
        else:
            latest = self.register.latest(index)
            if latest is None:
                return
            channel = latest
        self.register.describe(channel, phrase, size)
        found.add(channel, phrase.start, phrase.head + 1, "coref")
        if phrase.kind in kinds.STAFF and channel.owner is None:
            channel.owner = self._calls_himself(phrase.head)

    def _calls_himself(self, staff: int) -> str | None:
        """Popko in "whose author calls himself Popko"."""
        tokens = self.found.tokens
        verb = tokens.heads[staff]
        if tokens.dep[staff] != "nsubj" or tokens.lemma[verb] not in _CALLING:
            return None
        himself = verb + 1
        if tokens.lower[himself : himself + 1] not in (["himself"], ["herself"], ["themselves"]):
            return None
        named = self.found.holder[himself + 1] if himself + 1 < len(tokens) else None
        person = named is not None and self.found.type_of(named.entity) == "Person"
        return named.entity if named is not None and person else None

    def had(self, phrase: Phrase) -> str | None:
        """Whose channel is told by a verb: "Popko, who has a channel of 9,000 subscribers"."""
        tokens = self.found.tokens
        verb = tokens.heads[phrase.head]
        if tokens.dep[phrase.head] != "dobj" or tokens.lemma[verb] not in kinds.RUNNING | {"have"}:
            return None
        subject = clauses.subject(tokens, verb)
        if subject is not None and tokens.tag[subject] in clauses.WH:
            subject = tokens.heads[verb] if tokens.dep[verb] == "relcl" else None
        holder = self.found.holder[subject] if subject is not None else None
        having = holder is not None and self.found.type_of(holder.entity) in _HAVING
        return holder.entity if holder is not None and having else None

    def run_by(self, phrase: Phrase) -> None:
        """Note who runs the channel a phrase speaks of: "a channel called X, run by Popko"."""
        tokens, holder = self.found.tokens, self.found.holder
        end = max(phrase.end, phrase.head + 1, (phrase.name or (0, 0))[1])
        held = holder[phrase.name[0] if phrase.name else phrase.head]
        channel = self.found.channels.get(held.entity) if held is not None else None
        if channel is None or channel.owner is not None:
            return
        stop = tokens.sents[tokens.sent_of[phrase.head]][1] - 1
        runs = (
            i for i in range(end, min(stop, end + _MOST_TO_RUN))
            if tokens.lemma[i] in kinds.RUNNING and tokens.lower[i + 1] == "by"
        )  # fmt: skip
        by = next(runs, stop)
        for index in range(by + 2, min(stop, by + 2 + _MOST_TO_NAME)):
            person = holder[index]
            if tokens.text[index] == "," or tokens.pos[index] == "VERB":
                return
            if person is not None and self.found.type_of(person.entity) == "Person":
                channel.owner = person.entity
                return

    def in_brackets(self) -> None:
        """Note the people named in a bracket behind a channel: "Lantern (Ivan Popko) says"."""
        found, text = self.found, self.found.tokens.text
        for channel in found.channels.values():
            for mention in channel.mentions if channel.owner is None else ():
                opens = text[mention.end : mention.end + 1] == ["("]
                person = found.holder[mention.end + 1] if opens else None
                closes = person is not None and text[person.end : person.end + 1] == [")"]
                if person is not None and closes and found.type_of(person.entity) == "Person":
                    channel.owner = person.entity

    def possessor(self, phrase: Phrase) -> str | None:
        """Whose the channel of "Popko's channel, Lantern," is."""
        holder = self.found.holder[phrase.owner] if phrase.owner is not None else None
        if phrase.owner is not None and self._looks_ahead(phrase):
            holder = self._subject_after(phrase)  # "On her channel, Lantern, Alina Popko"
        elif phrase.owner is not None and self.found.tokens.lower[phrase.owner] in ("his", "her"):
            holder = self._named_last(phrase)
        return (
            holder.entity if holder is not None and holder.entity in self.found.entities else None
        )

    def run_before(self, phrase: Phrase) -> Channel | None:
        """What "the channel" takes up in "Popko runs Lantern. The channel has ..."."""
        found, tokens = self.found, self.found.tokens
        number = tokens.sent_of[phrase.head]
        if phrase.kind != "channel" or phrase.modifiers or not number:
            return None
        for index in range(*tokens.sents[number - 1]):
            if tokens.lemma[index] not in kinds.RUNNING or tokens.pos[index] != "VERB":
                continue
            named = next((c for c in tokens.children[index] if tokens.dep[c] == "dobj"), None)
            holder = found.holder[named] if named is not None else None
            if named is None or not tokens.text[named][0].isupper():
                continue
            if holder is not None and not is_mistaken(found, named):
                continue
            start = holder.start if holder is not None else min(tokens.lefts[named], named)
            name = tokens.span_text(start, named + 1)
            channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
            subject = tokens.child(index, "nsubj")
            owner = found.holder[subject] if subject is not None else None
            channel.owner = owner.entity if owner and owner.entity in found.entities else None
            take_over(found, channel, start, named + 1)
            return channel
        return None

    def _could_be_channel(self, id_: str) -> bool:
        """A one-word organization of no known kind is as likely a channel's name."""
        entity = self.found.entities.get(id_)
        return entity is not None and entity.type == "Organization" and " " not in entity.name

    def possessed(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "Popko's channel", "her channel", "its admin"."""
        found, tokens = self.found, self.found.tokens
        assert phrase.owner is not None  # noqa: S101
        if self._looks_ahead(phrase):
            # "On its X account, the ministry denied it": the owner follows.
            ahead = self._subject_after(phrase)
            if ahead is not None and ahead.entity in found.entities:
                self.own_channel(ahead.entity, phrase, size)
            return
        holder = found.holder[phrase.owner] or self._body_named(phrase.owner)
        word = tokens.lower[phrase.owner]
        medium = phrase.strong or phrase.kind in ("channel", "blog") or size is not None
        if holder is not None and holder.entity not in found.channels:
            if medium:
                self.own_channel(holder.entity, phrase, size)
            return
        if holder is not None:
            channel: Channel | None = found.channels[holder.entity]
        elif phrase.kind in kinds.STAFF or word == "its":
            channel = self.register.latest(phrase.head)
        elif word in ("his", "her", "their"):
            if medium:
                self._pronoun_owned(phrase, size)
            return
        else:
            if medium:
                self.register.anonymous(phrase, size)
            return
        if channel is not None:
            self.register.describe(channel, phrase, size)
            self.register.mention(channel, phrase, size, "coref")
            self.register.remember(channel, phrase.head)
        elif size and medium:
            self.register.anonymous(phrase, size)

    def _body_named(self, noun: int) -> Mention | None:
        """Whose "the ministry's channel" is: the last body before it whose name has the noun."""
        tokens, holder = self.found.tokens, self.found.holder
        if tokens.pos[noun] != "NOUN":
            return None
        for index in range(noun - 1, max(-1, noun - 80), -1):
            mention = holder[index]
            entity = self.found.entities.get(mention.entity) if mention is not None else None
            body = entity is not None and entity.type in {"Organization", "ArmedGroup"}
            if entity is not None and body and tokens.lower[noun] in entity.name.lower().split():
                return mention
        return None

    def _looks_ahead(self, phrase: Phrase) -> bool:
        """Whether a sentence opens with somebody's channel and names its subject after a comma."""
        tokens = self.found.tokens
        first, last = tokens.sents[tokens.sent_of[phrase.head]]
        comma = phrase.head + 1
        place = tokens.lower[phrase.start - 1] in ("on", "in", "via", "through", "from")
        opens = tokens.tag[phrase.start] == "PRP$" and place and phrase.start - first <= 2
        if not opens or comma >= last or tokens.text[comma] != ",":
            return False
        subject = self._subject_behind(comma, last)
        return subject is not None and tokens.pos[subject] != "PRON"

    def _subject_after(self, phrase: Phrase) -> Mention | None:
        tokens = self.found.tokens
        last = tokens.sents[tokens.sent_of[phrase.head]][1]
        subject = self._subject_behind(phrase.head, last)
        return None if subject is None else self.found.holder[subject]

    def _subject_behind(self, start: int, end: int) -> int | None:
        """The first subject in a stretch, what relative clauses have for one aside."""
        tokens = self.found.tokens
        subjects = (i for i in range(start, end) if tokens.dep[i].startswith("nsubj"))
        return next((i for i in subjects if tokens.tag[i] not in ("WDT", "WP")), None)

    def _pronoun_owned(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "her Telegram channel": owned by the person last named before it."""
        holder = self._named_last(phrase)
        if holder is None:
            self.register.anonymous(phrase, size)
        elif holder.entity in self.found.channels:
            channel = self.found.channels[holder.entity]
            self.register.describe(channel, phrase, size)
            self.register.mention(channel, phrase, size, "coref")
        else:
            self.own_channel(holder.entity, phrase, size)

    def _named_last(self, phrase: Phrase) -> Mention | None:
        """The person, or the channel that is one, named last before a phrase."""
        found, tokens = self.found, self.found.tokens
        low = tokens.sents[max(0, tokens.sent_of[phrase.head] - 2)][0]
        for index in range(phrase.start - 1, low - 1, -1):
            holder = found.holder[index]
            channel = found.channels.get(holder.entity) if holder is not None else None
            person = holder is not None and found.type_of(holder.entity) == "Person"
            if person or (channel is not None and channel.kind in kinds.PEOPLE):
                return holder
        return None

    def own_channel(self, owner: str, phrase: Phrase, size: Audience | None) -> None:
        """Mention the channel an entity has on the phrase's platform, making it where need be."""
        found = self.found
        known = next(
            (
                c for c in found.channels.values()
                if c.owner == owner and phrase.platform in (None, c.platform or phrase.platform)
            ),
            None,
        )  # fmt: skip
        if known is None:
            kind = " ".join(w for w in (phrase.platform, phrase.noun) if w)
            name = f"{found.entities[owner].name}'s {kind}"
            known = Channel(f"channel:{slug(name)}", name, anonymous=False, owner=owner)
        self.register.describe(known, phrase, size)
        self.register.mention(known, phrase, size)
        self.register.remember(known, phrase.head)
