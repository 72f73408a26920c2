"""Who is meant by the words in a speaker's place: names, titles, pronouns, posts and offices."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from ingest.nlp import channel_phrases
from ingest.nlp.findings import Findings
from ingest.nlp.speech import CARRIERS, PEOPLE, ROLES, TITLES, VOICES

SPEAKING = frozenset(
    ("Person", "State", "Organization", "ArmedGroup", "Bloc", "Channel", "Actor", "Group", "Treaty")
)
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_HE = frozenset(("he", "she", "him", "her", "himself", "herself"))
_IT = frozenset(("it", "itself"))
_POSTS = frozenset(("post", "message", "video", "entry", "tweet", "text", "thread"))
_ISSUING = frozenset(("publish", "issue", "release", "send", "write", "post", "make", "circulate"))
_FIRST = frozenset(("i", "we", "me", "us", "my", "our", "you"))


@dataclass(slots=True)
class Speaker:
    """A resolved speaker; `known` is False where the words name nobody we have ("analysts")."""

    id: str | None
    known: bool
    via: str | None = None


NOBODY = Speaker(None, known=False)


@dataclass(slots=True)
class Speakers:
    """Resolves speakers in the order of the text and remembers who spoke last."""

    found: Findings
    last: list[tuple[int, str]]
    opaque: list[int]
    contents: list[tuple[int, int, str]] = field(default_factory=list)
    people: list[tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        tokens = self.found.tokens
        self.people = sorted(
            (m.end - 1, e.id)
            for e in self.found.entities.values()
            if e.type == "Person"
            for m in e.mentions
            if self.opaque[m.start] < 0
            and (
                tokens.dep[m.end - 1].startswith("nsubj") or tokens.dep[m.start].startswith("nsubj")
            )
        )

    def heard(self, position: int, speaker: str | None) -> None:
        """Remember that somebody spoke here, for the pronouns that follow."""
        if speaker is not None:
            self.last.append((position, speaker))

    def of(self, index: int, verb: int) -> Speaker:
        """Who is meant by the subject at `index` of the verb at `verb`.

        A person named between commas right before the verb is meant even where the parse hangs the
        name elsewhere: "The governor of the region, Ivan Popko, told".
        """
        speaker = self.at(index)
        if index >= verb or speaker.known:
            return speaker
        for back in (verb - 1, verb - 2):
            holder = self.found.holder[back] if back > index else None
            if holder is None or holder.kind != "name":
                continue
            apposed = self.found.tokens.text[holder.start - 1] == ","
            if apposed and self.found.type_of(holder.entity) == "Person":
                return Speaker(holder.entity, known=True)
        return speaker

    def at(self, index: int, depth: int = 0) -> Speaker:
        """Who the noun phrase headed by this token is."""
        found, tokens = self.found, self.found.tokens
        holder = found.holder[index]
        if holder is not None and self.speaks(holder.entity):
            if holder.kind == "coref" and tokens.lower[index] in _HE:
                return self._same_voice(index, holder.entity)
            if holder.kind == "demonym" and tokens.tag[index] in ("NN", "NNP"):
                # "the Briton believes" is one person.
                return self._last_person(index)
            return Speaker(holder.entity, known=True)
        word = tokens.lower[index]
        if word in _RELATIVE and depth < 2:
            return self._antecedent(index, depth)
        if tokens.pos[index] == "PRON" or word in _HE or word in _IT:
            return self._pronoun(index)
        named = next(
            (c for c in tokens.children[index] if tokens.lower[c] in ("named", "called")), None
        )
        if named is not None and named + 1 < len(tokens) and (mention := found.holder[named + 1]):
            # "a soldier named Timur"
            return Speaker(mention.entity, known=True)
        apposed = tokens.child(index, "appos")
        if (
            apposed is not None
            and (mention := found.holder[apposed])
            and self.speaks(mention.entity)
        ):
            return Speaker(mention.entity, known=True)
        lemma = tokens.lemma[index].lower()
        if lemma in CARRIERS:
            return self._carrier(index)
        if word in VOICES or lemma in VOICES:
            return self._voice(index)
        inside = self._inside(index)
        if inside is not None:
            return inside
        if lemma in TITLES and tokens.lower[tokens.lefts[index]] == "the":
            # "When Popko came to Kyiv, the president said": the subject of the same sentence.
            person = self._person_before(index)
            if person is not None and tokens.sent_of[person[0]] == tokens.sent_of[index]:
                return Speaker(person[1], known=True)
        if lemma in ROLES and word == lemma and tokens.lower[tokens.lefts[index]] == "the":
            return self._last_person(index)
        if lemma in PEOPLE and lemma != word and tokens.lower[tokens.lefts[index]] == "the":
            # "the propagandists wrote" after a channel of several authors.
            latest = self._latest(index, 2)
            if latest.id in found.channels:
                return latest
        return NOBODY

    def _same_voice(self, index: int, id_: str) -> Speaker:
        """In "Popko said Ivan fell. He added ..." he is the speaker, not whom he spoke of."""
        found = self.found
        mentions = found.entities[id_].mentions if id_ in found.entities else []
        last = max((m.start for m in mentions if m.start < index), default=None)
        if last is not None:
            for start, end, speaker in reversed(self.contents):
                if start <= last < end and speaker != id_ and found.type_of(speaker) == "Person":
                    tokens = found.tokens
                    if tokens.sent_of[index] - tokens.sent_of[end - 1] <= 2:
                        return Speaker(speaker, known=True)
        return Speaker(id_, known=True)

    def speaks(self, id_: str) -> bool:
        """Whether this kind of entity can say things."""
        return self.found.type_of(id_) in SPEAKING

    def _inside(self, index: int) -> Speaker | None:
        """A name the parser hung under the head it apposes ("spokesman Dmitry Peskov")."""
        found, tokens = self.found, self.found.tokens
        for child in tokens.children[index]:
            holder = found.holder[child]
            if holder is None or holder.kind not in ("name", "nominal"):
                continue
            type_ = found.type_of(holder.entity)
            if (
                tokens.dep[child] in ("compound", "nmod", "flat")
                and child > index
                and type_ == "Person"
            ):
                return Speaker(holder.entity, known=True)
        return None

    def _antecedent(self, index: int, depth: int) -> Speaker:
        """The noun a relative pronoun takes up."""
        found, tokens = self.found, self.found.tokens
        verb = tokens.heads[index]
        while tokens.dep[verb] in ("conj", "aux", "xcomp", "ccomp") and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
        if tokens.dep[verb] in ("relcl", "acl"):
            head = tokens.heads[verb]
            speaker = self.at(head, depth + 1)
            human = speaker.id is not None and self.found.type_of(speaker.id) == "Person"
            if tokens.lower[index] == "who" and not human:
                # "Zakharova, the spokeswoman for the ministry, who": the person, not the ministry.
                for _ in range(4):
                    head = tokens.heads[head]
                    holder = found.holder[head]
                    if holder is not None and found.type_of(holder.entity) == "Person":
                        return Speaker(holder.entity, known=True)
            if speaker.known:
                return speaker
        back = index - 1
        while back > 0 and tokens.text[back] in (",", ")", "—", "–", "”", '"'):
            back -= 1
        holder = found.holder[back]
        if holder is not None and self.speaks(holder.entity):
            return Speaker(holder.entity, known=True)
        return NOBODY

    def _pronoun(self, index: int) -> Speaker:
        found, tokens = self.found, self.found.tokens
        word = tokens.lower[index]
        if word in _FIRST:
            return NOBODY
        sentence = tokens.sent_of[index]
        if self.opaque[index] >= 0:
            # Inside somebody's words we do not know whom they point at.
            return NOBODY
        person = self._person_before(index)
        for position, id_ in reversed(self.last):
            if position >= index:
                continue
            if word in _HE and person is not None and person[0] > position:
                return Speaker(person[1], known=True)
            if sentence - tokens.sent_of[position] > 4:
                break
            type_ = found.type_of(id_)
            channel = found.channels.get(id_)
            human = type_ == "Person" or (
                channel is not None and channel.kind in channel_phrases.PEOPLE
            )
            if (word in _HE and human) or (word in _IT and not human):
                return Speaker(id_, known=True)
            if word == "they":
                near = sentence - tokens.sent_of[position] <= 1
                groups = ("Organization", "ArmedGroup", "Channel", "Group", "Actor")
                if near and type_ in groups:
                    return Speaker(id_, known=True)
                break
        if word in _HE and person is not None:
            return Speaker(person[1], known=True)
        return self._channel_before(index) if word in _IT else NOBODY

    def _channel_before(self, index: int) -> Speaker:
        """As in "The post came from Harbour Post. It alleged ...": the channel just named."""
        tokens = self.found.tokens
        here = tokens.sent_of[index]
        near = [
            (mention.start, channel.id)
            for channel in self.found.channels.values()
            for mention in channel.mentions
            if mention.end <= index and here - tokens.sent_of[mention.start] <= 1
        ]
        return Speaker(max(near)[1], known=True) if near else NOBODY

    def _person_before(self, index: int) -> tuple[int, str] | None:
        """The last person who was the subject of a clause, up to three sentences back."""
        tokens = self.found.tokens
        place = bisect_left(self.people, (index, ""))
        if place and tokens.sent_of[index] - tokens.sent_of[self.people[place - 1][0]] <= 3:
            return self.people[place - 1]
        return None

    def _carrier(self, index: int) -> Speaker:
        """As in "a November post claimed": the channel in the sentence, or who spoke last."""
        found, tokens = self.found, self.found.tokens
        owner = self._owner(index)
        if owner is not None:
            return owner
        first = tokens.sents[tokens.sent_of[index]][0]
        for back in range(index - 1, first - 1, -1):
            holder = found.holder[back]
            if holder is not None and holder.entity in found.channels:
                return Speaker(holder.entity, known=True)
        head = tokens.heads[index]
        if tokens.dep[index] == "dobj" and tokens.lemma[head] in _ISSUING:
            # "the army published a communiqué, which spoke of ..."
            issuer = tokens.child(head, "nsubj")
            if issuer is not None:
                return self.at(issuer, 2)
        taken_up = tokens.lower[tokens.lefts[index]] in ("the", "this", "that", "another", "its")
        if taken_up and tokens.lemma[index].lower() in _POSTS:
            return self._latest(index, 3)
        return NOBODY

    def _latest(self, index: int, reach: int) -> Speaker:
        """Who spoke last, no more than `reach` sentences before."""
        tokens = self.found.tokens
        for position, id_ in reversed(self.last):
            if position < index and tokens.sent_of[index] - tokens.sent_of[position] <= reach:
                return Speaker(id_, known=True)
        return NOBODY

    def _last_person(self, index: int) -> Speaker:
        """Who "the official" is: the person who spoke last, if nobody was named since."""
        tokens = self.found.tokens
        for position, id_ in reversed(self.last):
            if position < index:
                near = tokens.sent_of[index] - tokens.sent_of[position] <= 3
                person = self.found.type_of(id_) == "Person"
                return Speaker(id_, known=True) if near and person else NOBODY
        return NOBODY

    def _voice(self, index: int) -> Speaker:
        owner = self._owner(index)
        if owner is None:
            return NOBODY
        ruled = self.found.tokens.lower[index] in ("administration", "government", "regime")
        if ruled and owner.id is not None and self.found.type_of(owner.id) == "Person":
            # "The Biden administration" is not Biden.
            return NOBODY
        return owner

    def _owner(self, index: int) -> Speaker | None:
        """Who an office, a side or a document belongs to: possessor, modifier, "of X", "by X"."""
        found, tokens = self.found, self.found.tokens
        for child in tokens.children[index]:
            dep = tokens.dep[child]
            if dep in ("poss", "compound", "amod", "nmod"):
                holder = found.holder[child]
                if holder is not None and self.speaks(holder.entity):
                    return Speaker(holder.entity, known=True)
                if dep == "poss" and tokens.pos[child] == "PRON":
                    return self._pronoun_owner(child)
            elif dep == "prep" and tokens.lower[child] in ("of", "by", "from", "for", "in", "on"):
                object_ = tokens.child(child, "pobj")
                holder = found.holder[object_] if object_ is not None else None
                owner = holder.entity if holder is not None else ""
                placed = tokens.lower[child] in ("in", "on") and owner not in found.channels
                if owner and self.speaks(owner) and not placed:
                    return Speaker(owner, known=True)
            elif dep == "acl" and (agent := tokens.child(child, "agent")) is not None:
                # "a readout published by the agency"
                object_ = tokens.child(agent, "pobj")
                holder = found.holder[object_] if object_ is not None else None
                if holder is not None and self.speaks(holder.entity):
                    return Speaker(holder.entity, known=True)
            elif dep == "agent":
                object_ = tokens.child(child, "pobj")
                if object_ is not None:
                    return self.at(object_, 2)
        return None

    def _pronoun_owner(self, child: int) -> Speaker | None:
        holder = self.found.holder[child]
        if holder is not None and self.speaks(holder.entity):
            return Speaker(holder.entity, known=True)
        word = self.found.tokens.lower[child]
        person = self._person_before(child)
        if word in ("his", "her") and person is not None:
            return Speaker(person[1], known=True)
        sentence = self.found.tokens.sent_of[child]
        for position, id_ in reversed(self.last):
            if position < child and sentence - self.found.tokens.sent_of[position] <= 3:
                human = self.found.type_of(id_) == "Person"
                if (word in ("his", "her")) == human:
                    return Speaker(id_, known=True)
        return None
