"""Channels that belong to somebody: "Popko's channel", "her channel", "its admin", "whose page"."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.ids import slug
from ingest.nlp import clauses, subjects
from ingest.nlp.channels import kinds, possessors
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.bearers import outermost, whose
from ingest.nlp.channels.names import take_over
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.register import Register
from ingest.nlp.findings import Channel, Findings, Mention
from ingest.nlp.marks import DOUBLE_CLOSING

_HAVING = frozenset(("Person", "Organization", "ArmedGroup", "Channel"))
_CALLING = frozenset(("call", "sign", "name", "style"))
_PRINT_AND_AIR = frozenset(("tv", "radio", "press", "agency", "site"))
_MOST_UP = 5  # heads from a phrase to the verb of its clause
_MOST_FRONTED = 8  # tokens of "In a video posted to"
_ON = frozenset(("on", "in", "via", "through", "from", "to"))
_WHEN = frozenset(("on", "late", "early", "in"))
_WHERE = frozenset(("Place", "State"))
_NAMESAKE = ["of", "the", "same", "name"]
_AT = frozenset(("of", "at", "for", "with"))


@dataclass(slots=True)
class Owners:
    """Settles phrases with a possessor: whose channel each is, and which channel that is."""

    found: Findings
    register: Register
    outlets: dict[str, str] = field(default_factory=dict)  # by the channel each has elsewhere

    def whose(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "a blogger whose page has ..." (one channel), "Popko, whose channel ..." (hers)."""
        found, index = self.found, phrase.start - 1
        tokens = found.tokens
        if tokens.lower[index] == "and":
            # "..., whose audience exceeds 300,000 and whose admin ...": back to the first "whose".
            first = tokens.sents[tokens.sent_of[index]][0]
            earlier = (i for i in range(index - 1, first, -1) if tokens.tag[i] == "WP$")
            index = next(earlier, index) - 1
        while index > 0 and tokens.text[index] in DOUBLE_CLOSING | {",", ")"}:
            index -= 1
        holder = found.holder[index]
        outer = whose(tokens, phrase.head)
        if outer is not None and holder is not None and tokens.lower[holder.start - 1] in _AT:
            # "Simonyan, the head of RT, whose channel": hers.
            holder = found.person_at(outer) or holder
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
            having = self._person_before(index, phrase)
            if having is not None and (latest is None or latest.owner == having):
                self.own_channel(having, phrase, size)
                return
            if latest is None:
                return
            channel = latest
        self.register.describe(channel, phrase, size)
        found.add(channel, phrase.start, phrase.head + 1, "coref")
        if phrase.kind in kinds.STAFF and channel.owner is None:
            channel.owner = self._calls_himself(phrase.head)

    def _person_before(self, index: int, phrase: Phrase) -> str | None:
        """Popko in "Popko, a coach turned commentator, whose channel": named last before it."""
        first = self.found.tokens.sents[self.found.tokens.sent_of[phrase.head]][0]
        for at in range(index, first - 1, -1):
            if (person := self.found.person_at(at)) is not None:
                return person.entity
        return None

    def _calls_himself(self, staff: int) -> str | None:
        """Popko in "whose author calls himself Popko"."""
        tokens = self.found.tokens
        verb = tokens.heads[staff]
        if tokens.dep[staff] != "nsubj" or tokens.lemma[verb] not in _CALLING:
            return None
        himself = verb + 1
        if tokens.lower[himself : himself + 1] not in (["himself"], ["herself"], ["themselves"]):
            return None
        named = self.found.person_at(himself + 1)
        return named.entity if named is not None else None

    def had(self, phrase: Phrase) -> str | None:
        """Whose channel is told by a verb: "Popko, who has a channel of 9,000 subscribers"."""
        tokens = self.found.tokens
        noun = phrase.start if tokens.lower[phrase.start] == "one" else phrase.head
        verb = tokens.heads[noun]
        if tokens.lower[verb] == "behind" and tokens.pos[tokens.heads[verb]] in ("NOUN", "PROPN"):
            # "Popko, the blogger behind the page Lantern"
            person = self.found.person_at(outermost(tokens, tokens.heads[verb]))
            return person.entity if person is not None else None
        if tokens.dep[noun] != "dobj" or tokens.lemma[verb] not in kinds.RUNNING | {"have"}:
            return None
        subject = subjects.subject(tokens, verb)
        if subject is not None and tokens.tag[subject] in clauses.WH:
            subject = tokens.heads[verb] if tokens.dep[verb] == "relcl" else None
        if subject is not None and self.found.holder[subject] is None:
            subject = tokens.child(subject, "appos") or subject  # "the author, Ivan Popko, runs"
        holder = self.found.holder[subject] if subject is not None else None
        having = holder is not None and self.found.type_of(holder.entity) in _HAVING
        return holder.entity if holder is not None and having else None

    def of_named(self, phrase: Phrase) -> str | None:
        """Whose a named channel is: "Popko's channel, Lantern", "Popko, who runs Lantern"."""
        had = self.had(phrase)
        return self.possessor(phrase) or (had if had in self.found.entities else None)

    def possessor(self, phrase: Phrase) -> str | None:
        """Whose the channel of "Popko's channel, Lantern," is."""
        holder = self.found.holder[phrase.owner] if phrase.owner is not None else None
        if phrase.owner is not None and self._looks_ahead(phrase):
            holder = self._subject_after(phrase)  # "On her channel, Lantern, Alina Popko"
        elif phrase.owner is not None and self.found.tokens.lower[phrase.owner] in ("his", "her"):
            holder = possessors.meant(self.found, phrase)
        return (
            holder.entity if holder is not None and holder.entity in self.found.entities else None
        )

    def _could_be_channel(self, id_: str) -> bool:
        """A one-word organization of no known kind is as likely a channel's name."""
        entity = self.found.entities.get(id_)
        return entity is not None and entity.type == "Organization" and " " not in entity.name

    def possessed(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "Popko's channel", "her channel", "its admin"."""
        found, tokens = self.found, self.found.tokens
        assert phrase.owner is not None  # noqa: S101
        if (told := possessors.told_of(found, phrase)) is not None:
            self.register.describe(told, phrase, size)
            self.register.remember(told, phrase.head)
            return
        if self._looks_ahead(phrase):
            # "On its X account, the ministry denied it": the owner follows.
            ahead = self._subject_after(phrase)
            if ahead is not None and ahead.entity in found.entities:
                self.own_channel(ahead.entity, phrase, size)
            return
        holder = found.holder[phrase.owner] or self._body_named(phrase.owner)
        word = tokens.lower[phrase.owner]
        medium = phrase.strong or phrase.kind in ("channel", "blog") or size is not None
        if holder is not None and self._elsewhere(holder.entity, phrase):
            self.own_channel(holder.entity, phrase, size)
            return
        if holder is not None and holder.entity not in found.channels:
            if medium:
                self.own_channel(holder.entity, phrase, size)
            return
        if holder is not None:
            channel: Channel | None = found.channels[holder.entity]
        elif phrase.kind in kinds.STAFF or word == "its":
            if word == "its" and (body := self._body_speaking(phrase)):
                if phrase.platform:
                    self.own_channel(body, phrase, size)
                return  # "the ministry said on its website", whatever site was told of before
            channel = self.register.latest(phrase.head)
            if channel is None and word == "its" and phrase.platform:
                self._of_unknown(phrase, size)
                return
            if channel is not None and word == "its" and self._on_another(channel, phrase):
                self.own_channel(self._whose_too(channel), phrase, size)
                return
        elif word in ("his", "her", "their"):
            spoken_of = self.register.latest(phrase.head) if phrase.platform == "tv" else None
            if spoken_of is None or spoken_of.platform != "tv":  # "owns part of his TV channel"
                if medium:
                    self._pronoun_owned(phrase, size)
                return
            channel = spoken_of
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

    def _of_unknown(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "The Energy Ministry said on its Telegram channel": whose it is names it."""
        tokens, subject = self.found.tokens, self._subject_of_clause(phrase)
        if subject is None or tokens.pos[subject] not in ("PROPN", "NOUN"):
            return
        start = tokens.lefts[subject]
        start += tokens.tag[start] == "DT"
        kind = f"{phrase.platform} {phrase.noun}"
        self.register.anonymous(phrase, size, f"{tokens.span_text(start, subject + 1)}'s {kind}")

    def _subject_of_clause(self, phrase: Phrase) -> int | None:
        tokens, index = self.found.tokens, phrase.head
        for _ in range(_MOST_UP):
            index = tokens.heads[index]
            if tokens.pos[index] == "VERB":
                break
        return subjects.subject(tokens, index) if tokens.pos[index] == "VERB" else None

    def _body_speaking(self, phrase: Phrase) -> str | None:
        """The outlet or body that "its Telegram channel" takes up: the subject of its clause."""
        subject = self._subject_of_clause(phrase)
        holder = self.found.holder[subject] if subject is not None else None
        if holder is None:
            return None
        body = self.found.type_of(holder.entity) in ("Organization", "ArmedGroup")
        return holder.entity if body or self._elsewhere(holder.entity, phrase) else None

    def _elsewhere(self, id_: str, phrase: Phrase) -> bool:
        """Whether an outlet has a channel on a platform: "Volga TV's Telegram channel"."""
        outlet = self.found.channels.get(id_)
        if outlet is None or phrase.platform is None or phrase.kind in kinds.STAFF:
            return False
        return outlet.platform in _PRINT_AND_AIR and phrase.platform not in _PRINT_AND_AIR

    def namesake(self, phrase: Phrase) -> str | None:
        """Whose "the TikTok account of the same name" is: of who has the one told last."""
        behind = self.found.tokens.lower[phrase.head + 1 : phrase.head + 5]
        last = self.register.latest(phrase.start) if behind == _NAMESAKE else None
        known = last is not None and self._on_another(last, phrase)
        return self._whose_too(last) if last is not None and known else None

    def _on_another(self, channel: Channel, phrase: Phrase) -> bool:
        """Whether a phrase tells another platform than a channel's: "Its Telegram channel"."""
        medium = phrase.kind not in kinds.STAFF and phrase.platform is not None
        return medium and channel.platform not in (None, phrase.platform)

    def _whose_too(self, channel: Channel) -> str:
        """Who has one more channel beside this: its owner, or the outlet it is of, or itself."""
        return channel.owner or self.outlets.get(channel.id, channel.id)

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
        while comma < last and (tokens.ent[comma] == "DATE" or tokens.lower[comma] in _WHEN):
            comma += 1  # "on his channel on Monday, Popko said"
        place = tokens.lower[phrase.start - 1] in _ON and phrase.kind not in kinds.STAFF
        place = place and tokens.lower[phrase.start - 2] != "according"
        opens = tokens.tag[phrase.start] == "PRP$" and place and self._fronted(first, phrase.start)
        if not opens or comma >= last or tokens.text[comma] != ",":
            return False
        subject = self._subject_behind(comma, last)
        return subject is not None and tokens.pos[subject] != "PRON"

    def _fronted(self, first: int, start: int) -> bool:
        """Whether nothing but "In a video posted to" stands before a phrase in its sentence."""
        tokens = self.found.tokens
        if start - first <= 2:
            return True
        opens = tokens.pos[first] == "ADP" and start - first <= _MOST_FRONTED
        return opens and all(
            self.found.holder[i] is None and tokens.tag[i] not in ("VBD", "VBZ", "VBP", "PRP")
            for i in range(first, start)
        )

    def _subject_after(self, phrase: Phrase) -> Mention | None:
        tokens = self.found.tokens
        last = tokens.sents[tokens.sent_of[phrase.head]][1]
        subject = self._subject_behind(phrase.head, last)
        return None if subject is None else self.found.holder[subject]

    def _subject_behind(self, start: int, end: int) -> int | None:
        """The first subject in a stretch, what relative clauses have for one aside.

        A name the parse takes for an apposition of the channel's is the subject all the same: "On
        his channel, Ivan Popko, a deputy, said".
        """
        tokens = self.found.tokens
        for index in range(start, end):
            subject = tokens.dep[index].startswith("nsubj")
            subject = subject and tokens.dep[tokens.heads[index]] != "relcl"
            if subject and tokens.tag[index] not in ("WDT", "WP"):
                return index
            if tokens.dep[index] == "appos" and self.found.person_at(index) is not None:
                return index
        return None

    def _pronoun_owned(self, phrase: Phrase, size: Audience | None) -> None:
        """As in "her Telegram channel": owned by the person last named before it."""
        holder = possessors.meant(self.found, phrase)
        if holder is None:
            self.register.anonymous(phrase, size)
        elif holder.entity in self.found.channels:
            channel = self.found.channels[holder.entity]
            self.register.describe(channel, phrase, size)
            self.register.mention(channel, phrase, size, "coref")
        else:
            self.own_channel(holder.entity, phrase, size)

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
            outlet = found.channels.get(owner)
            holder = outlet if outlet is not None else found.entities[owner]
            name = f"{holder.name}'s {kind}"
            known = Channel(f"channel:{slug(name)}", name, anonymous=False)
            known = found.channels.get(known.id, known)
            known.owner = owner if outlet is None else None  # channels run no channels
            if outlet is not None:
                self.outlets[known.id] = owner
        self.register.describe(known, phrase, size)
        self.register.mention(known, phrase, size)
        held = found.holder[phrase.owner] if phrase.owner is not None else None
        behind = range(held.end, held.end + 2) if held is not None else range(0)
        # "the Telegram channel of the Lantern news channel" speaks of the former
        past = (i + 1 for i in behind if found.tokens.lower[i : i + 1] == [phrase.noun])
        self.register.remember(known, next(past, phrase.head))
