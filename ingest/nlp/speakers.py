"""Who is meant by the words in a speaker's place: names, titles, pronouns, posts and offices."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.nlp import channel_phrases
from ingest.nlp.findings import Findings
from ingest.nlp.speech import CARRIERS, PEOPLE, VOICES

SPEAKING = frozenset(
    ("Person", "State", "Organization", "ArmedGroup", "Bloc", "Channel", "Actor", "Group", "Treaty")
)
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_HE = frozenset(("he", "she", "him", "her", "himself", "herself"))
_IT = frozenset(("it", "itself"))
_POSTS = frozenset(("post", "message", "video", "entry", "tweet", "text", "thread"))
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

    def heard(self, position: int, speaker: str | None) -> None:
        """Remember that somebody spoke here, for the pronouns that follow."""
        if speaker is not None:
            self.last.append((position, speaker))

    def at(self, index: int, depth: int = 0) -> Speaker:
        """Who the noun phrase headed by this token is."""
        found, tokens = self.found, self.found.tokens
        holder = found.holder[index]
        if holder is not None and self.speaks(holder.entity):
            return Speaker(holder.entity, known=True)
        word = tokens.lower[index]
        if word in _RELATIVE and depth < 2:
            return self._antecedent(index, depth)
        if tokens.pos[index] == "PRON" or word in _HE or word in _IT:
            return self._pronoun(index)
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
        if lemma in PEOPLE and lemma != word and tokens.lower[tokens.lefts[index]] == "the":
            # "the propagandists wrote" after a channel of several authors.
            latest = self._latest(index, 2)
            if latest.id in found.channels:
                return latest
        return NOBODY

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
        for position, id_ in reversed(self.last):
            if position >= index:
                continue
            if sentence - tokens.sent_of[position] > 4:
                break
            type_ = found.type_of(id_)
            channel = found.channels.get(id_)
            human = type_ == "Person" or (
                channel is not None and channel.kind in channel_phrases.PEOPLE
            )
            if (word in _HE and human) or (word in _IT and not human):
                return Speaker(id_, known=True)
            if word == "they" and type_ in ("Organization", "ArmedGroup", "Channel"):
                return Speaker(id_, known=True)
        return NOBODY

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

    def _voice(self, index: int) -> Speaker:
        return self._owner(index) or NOBODY

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
        sentence = self.found.tokens.sent_of[child]
        for position, id_ in reversed(self.last):
            if position < child and sentence - self.found.tokens.sent_of[position] <= 3:
                human = self.found.type_of(id_) == "Person"
                if (word in ("his", "her")) == human:
                    return Speaker(id_, known=True)
        return None
