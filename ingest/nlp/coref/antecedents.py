"""Whom a speaker's words take up: "he", "it", "they", "the official", "the company".

Who spoke last is taken up first, unless somebody else has since been the subject of a main clause:
the ranking of centering (Grosz, Joshi and Weinstein, "Centering", 1995). Mentions inside quotations
and inside what others are reported to say do not count, since the narrator speaks of neither.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field

from ingest.nlp import gender
from ingest.nlp.channels import kinds
from ingest.nlp.coref.descriptions import Described, describe
from ingest.nlp.coref.ranking import rank
from ingest.nlp.entities.shape import has_line
from ingest.nlp.findings import Entity, Findings, Mention
from ingest.nlp.speech import BODIES, INSTITUTIONS, PARTIES, STAFF, VOICES

HE = frozenset(("he", "she", "him", "her", "himself", "herself", "his", "hers"))
_FEMALE = frozenset(("she", "her", "herself", "hers"))
_GROUPS = frozenset(("Organization", "ArmedGroup", "Channel", "Group", "Actor", "State", "Bloc"))
# How far back, in sentences that are not quoted, each kind of word looks.
_REACH_HE, _REACH_THEY, _REACH_SPOKESMAN = 5, 3, 2
REACH_HERE, REACH_NOUN = 4, 8
_ADDING = frozenset(("add", "continue", "conclude"))  # to what one has said before
_ASKED = frozenset(("asked", "pressed", "questioned", "quizzed"))
_RECENT = 40  # contents back in which a mention may lie
_BODY_WORDS = (VOICES | INSTITUTIONS | frozenset(BODIES)) - {"officials", "diplomats"}


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention outside quotations; `rank` is 2 for the subject of a main clause, 1 of another."""

    position: int
    id: str
    rank: int


@dataclass(slots=True)
class Antecedents:
    """Who was mentioned where, in what role, and who has spoken so far.

    `contents` are stretches of reported words, `content` the one whose speaker is looked for;
    `groups` are the bodies that unnamed people ("researchers") were found to speak for, `spokesmen`
    those whose spokesman, a token, spoke; `called` the people each title or noun is used of.
    """

    found: Findings
    opaque: list[int]
    spoken: list[tuple[int, str]] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    content: tuple[int, int] = (0, 0)
    groups: dict[str, str] = field(default_factory=dict)
    spokesmen: list[tuple[int, str]] = field(default_factory=list)
    called: dict[str, list[str]] = field(default_factory=dict)
    people: list[Actor] = field(init=False)
    bodies: list[Actor] = field(init=False)
    described: dict[str, Described] = field(init=False)
    clock: list[int] = field(init=False)

    def __post_init__(self) -> None:
        found, tokens = self.found, self.found.tokens
        ids = [*found.entities, *found.channels]
        every = [
            (mention, id_)
            for id_ in ids
            for mention in (found.entities.get(id_) or found.channels[id_]).mentions
            if self.opaque[mention.start] < 0 and not self._is_pronoun(mention)
            and not has_line(tokens, mention.start, mention.end)
        ]  # fmt: skip
        self.people = self._actors([pair for pair in every if self.is_human(pair[1])])
        self.bodies = self._actors(
            [p for p in every if not self.is_human(p[1]) and found.type_of(p[1]) in _GROUPS]
        )
        self.described = {
            id_: describe(found, id_) for id_ in dict.fromkeys(a.id for a in self.people)
        }
        for id_, described in self.described.items():
            for word in described.words:
                self.called.setdefault(word, []).append(id_)
        self.clock, told = [], 0
        for first, _ in tokens.sents:
            told += self.opaque[first] < 0
            self.clock.append(told)

    def _is_pronoun(self, mention: Mention) -> bool:
        """Whether a mention takes somebody up by no more than "he": "the minister" names him."""
        return mention.kind == "coref" and mention.end - mention.start == 1

    def _actors(self, mentions: list[tuple[Mention, str]]) -> list[Actor]:
        tokens = self.found.tokens
        actors = [Actor(m.end - 1, id_, rank(tokens, m)) for m, id_ in mentions]
        return sorted(actors, key=lambda a: (a.position, a.id))

    def introduce(self, entity: Entity, index: int) -> None:
        """Take in a speaker the text does not name, whom "he" and "the driver" may take up."""
        actors = self.people if entity.type == "Person" else self.bodies
        insort(actors, Actor(index, entity.id, 2), key=lambda a: a.position)
        if entity.type == "Person" and entity.id not in self.described:
            words = self._words(entity.mentions[0])
            self.described[entity.id] = Described(entity.mentions[0].start, words)
            for word in words:
                self.called.setdefault(word, []).append(entity.id)

    def _words(self, mention: Mention) -> set[str]:
        """The words of a description, of one of many the noun for each: "one of the drivers"."""
        tokens = self.found.tokens
        words = range(mention.start, mention.end)
        return {tokens.lower[i] for i in words} | {tokens.lemma[i].lower() for i in words}

    def is_human(self, id_: str) -> bool:
        """Whether "he" or "she" can be meant: a person, or a channel that is one."""
        channel = self.found.channels.get(id_)
        if channel is not None:
            return channel.kind in kinds.PEOPLE
        return self.found.entities[id_].type == "Person"

    def since(self, index: int, position: int) -> int:
        """Sentences between two tokens, those inside quotations not counted."""
        tokens = self.found.tokens
        return self.clock[tokens.sent_of[index]] - self.clock[tokens.sent_of[position]]

    def pronoun(self, index: int) -> str | None:
        """Whom a pronoun in a speaker's place means; None where nobody suits it."""
        word = self.found.tokens.lower[index]
        if word in HE:
            wanted = "female" if word in _FEMALE else "male"
            spokesman = self._spokesman(index)
            return (
                spokesman
                or self._account(index)
                or self.focus(index, wanted)
                or self._author(index)
            )
        if word in ("it", "its", "itself"):
            return self._body_pronoun(index, REACH_HERE, plural=False)
        if word in ("they", "them", "their"):
            return (
                self._spokesman(index)
                or self._one_of_no_gender(index)
                or self._body_pronoun(index, _REACH_THEY, plural=True)
                or self.parties(index)
            )
        return None

    def _spokesman(self, index: int) -> str | None:
        """The body whose spokesman spoke last, for whom "he" goes on, where nobody acted since."""
        if not self.spokesmen or self.spokesmen[-1][0] > index:
            return None
        position, body = self.spokesmen[-1]
        since = [a for a in self.people if position < a.position < index and a.rank == 2]
        near = self.since(index, position) <= _REACH_SPOKESMAN
        return body if near and not since else None

    def _one_of_no_gender(self, index: int) -> str | None:
        """Who spoke last, where the text does not name him: "A resident left. “I ran,” they said".

        A body that acted since is meant before.
        """
        last = self.last_speaker(index, _REACH_SPOKESMAN)
        if last is None or not self.is_unnamed(last[1]) or not self.is_human(last[1]):
            return None
        since = [
            a for a in self.near(self.bodies, index, 1)
            if a.rank and (a.position > last[0] or self._leads(a, last[0]))
        ]  # fmt: skip
        return None if any(not self.is_told(a) for a in since) else last[1]

    def is_unnamed(self, id_: str) -> bool:
        """Whether a text only describes somebody: "a senior official"."""
        entity = self.found.entities.get(id_)
        return entity is not None and all(m.kind == "nominal" for m in entity.mentions)

    def is_people(self, id_: str) -> bool:
        """Whether a text only describes several people, whom no "group" takes up: "residents"."""
        entity = self.found.entities.get(id_)
        if entity is None or self.is_human(id_) or not self.is_unnamed(id_):
            return False
        return _BODY_WORDS.isdisjoint(entity.name.lower().split())

    def _account(self, index: int) -> str | None:
        """The channel the sentence before is about: "Grey Wolf deleted the post. He explained"."""
        channels = self.found.channels
        acting = [a for a in self.near(self.bodies, index, 1) if a.rank == 2 and a.id in channels]
        if not acting or self.since(index, acting[-1].position) != 1:
            return None
        last = acting[-1]
        people = self.near(self.people, index, 1)
        outlet = channels[last.id].kind in kinds.WEAK
        return None if outlet or any(a.position > last.position for a in people) else last.id

    def _author(self, index: int) -> str | None:
        """The channel that spoke last, for whose author "he" may stand where no person is named."""
        last = self.last_speaker(index, 2)
        channel = self.found.channels.get(last[1]) if last is not None else None
        if channel is None:
            return None
        lemma = self.found.tokens.lemma
        staffed = any(m.end <= index and lemma[m.end - 1] in STAFF for m in channel.mentions)
        return channel.id if staffed or channel.platform is not None else None

    def parties(self, index: int) -> str | None:
        """ "the parties", "both leaders": the first of the two people who met, who speak as one."""
        if self.found.tokens.lower[index] == "they" and not self._spoke_together(index):
            return None
        met = [a for a in self.near(self.people, index, REACH_NOUN) if not self.is_told(a)]
        beside = {a.id for a in met if self.since(index, a.position) <= 1}
        if len(beside) == 2:
            met = [a for a in met if a.id in beside]
        counted = Counter(a.id for a in met)
        if len(counted) < 2:
            return None
        two = {id_ for id_, _ in counted.most_common(2)}
        return next(a.id for a in self.people if a.id in two)

    def _spoke_together(self, index: int) -> bool:
        """Whether the sentence before has "the two leaders", "the parties" as its subject."""
        tokens = self.found.tokens
        here = tokens.sent_of[index]
        first = tokens.sents[max(0, here - 1)][0]
        return any(tokens.lower[i] in PARTIES for i in range(first, index))

    def focus(self, index: int, wanted: str | None = None) -> str | None:
        """The person the text is about at a token: who spoke last or acted since."""
        suits = [a for a in self.near(self.people, index, _REACH_HE) if self.may_be(a.id, wanted)]
        last = next(
            (
                (position, id_) for position, id_ in reversed(self.spoken)
                if position < index and self.is_human(id_) and self.may_be(id_, wanted)
            ),
            None,
        )  # fmt: skip
        if last is not None and self.since(index, last[0]) > _REACH_HE:
            last = None
        newer = [a for a in suits if (last is None or a.position > last[0]) and not self.is_told(a)]
        if last is not None and self._answers(index):
            newer = [a for a in newer if self.since(index, a.position)]
        subjects = [a for a in newer if a.rank == 2] or [
            a for a in newer if a.rank == 1 and last is None
        ]
        tokens = self.found.tokens
        named = [a for a in newer if tokens.dep[a.position] not in ("poss", "compound", "nmod")]
        if subjects:
            # "The denial comes from X. He said": X, though Y was the subject some sentences ago.
            beside = {a.id for a in named if 0 < self.since(index, a.position) <= 1}
            along = {a.id for a in named if not self.since(a.position, subjects[-1].position)}
            known = {i for i in along if wanted is not None and self.gender(i) == wanted}
            again = last is not None and last[1] == subjects[-1].id
            if len(known) == 1 and not again and self.gender(subjects[-1].id) is None:
                return known.pop()  # "Quill met Ivan Popko. He told her"
            far = self.since(index, subjects[-1].position) > 2
            return beside.pop() if far and len(beside) == 1 else subjects[-1].id
        if last is not None:
            # A person of whom a later sentence speaks is taken up before who spoke ahead of it.
            spoke = tokens.sent_of[last[0]]
            named = [a for a in named if tokens.sent_of[a.position] > spoke]
        sure = [a.id for a in newer if wanted is not None and self.gender(a.id) == wanted]
        if sure and not named and last is not None and self.gender(last[1]) is None:
            return sure[-1]  # "... Ada Quill's report. She said", after somebody of either gender
        if named:
            here = [a for a in named if self.since(named[-1].position, a.position) == 0]
            return max(here, key=lambda a: (a.rank, a.position)).id
        alone = {a.id for a in newer}
        if last is None and len(alone) == 1:
            return alone.pop()  # "Ivan Popko's tone was different. He thanked them"
        return last[1] if last is not None else None

    def _answers(self, index: int) -> bool:
        """Whether a sentence opens with what was asked: "Asked whether X would come, he said"."""
        tokens = self.found.tokens
        first = tokens.sents[tokens.sent_of[index]][0]
        opening = tokens.lower[first + (tokens.lower[first] == "when")]
        return opening in _ASKED

    def may_be(self, id_: str, wanted: str | None) -> bool:
        """Whether nothing speaks against a person being of the gender wanted."""
        return wanted is None or self.gender(id_) in (None, wanted)

    def _body_pronoun(self, index: int, reach: int, *, plural: bool) -> str | None:
        tokens = self.found.tokens
        last = self.last_speaker(index, reach)
        newer = [
            a for a in self.near(self.bodies, index, reach)
            if a.rank and not self.is_told(a)
            and (last is None or a.position > last[0] or (plural and self._leads(a, last[0])))
            and self.since(index, a.position) <= 1
            and (plural or tokens.tag[a.position] != "NNS")
        ]  # fmt: skip
        main = [a for a in newer if a.rank == 2]
        same = [a for a in newer if tokens.sent_of[a.position] == tokens.sent_of[index]]
        if main or same:
            return (main or same)[-1].id
        if last is None or self.is_human(last[1]):
            return None
        state = self.found.type_of(last[1]) == "State"
        return None if plural and state else last[1]

    def _leads(self, actor: Actor, position: int) -> bool:
        """Whether a group acts in the sentence of a speaker: "Bloggers, told by X that it fell"."""
        here = self.found.tokens.sent_of[actor.position] == self.found.tokens.sent_of[position]
        return here and actor.rank == 2 and self.found.tokens.tag[actor.position] == "NNS"

    def only_body(self, index: int) -> str | None:
        """The one body that acted or spoke in the sentences right before, for "a spokesman"."""
        acted = {
            a.id for a in self.near(self.bodies, index, _REACH_SPOKESMAN)
            if a.rank and self.found.type_of(a.id) == "Organization"
        }  # fmt: skip
        return acted.pop() if len(acted) == 1 else None

    def last_speaker(self, index: int, reach: int) -> tuple[int, str] | None:
        """Who spoke last before a token, and where."""
        for position, id_ in reversed(self.spoken):
            if position < index:
                return (position, id_) if self.since(index, position) <= reach else None
        return None

    def adding(self, index: int, verb: int) -> str | None:
        """Whoever spoke last, to whose words "she added" adds, whomever the text named since."""
        tokens = self.found.tokens
        if tokens.lemma[verb] not in _ADDING or tokens.lower[index] not in HE:
            return None
        wanted = "female" if tokens.lower[index] in _FEMALE else "male"
        last = self.last_speaker(index, _REACH_HE)
        suits = last is not None and self.is_human(last[1]) and self.may_be(last[1], wanted)
        return last[1] if last is not None and suits else None

    def gender(self, id_: str) -> str | None:
        """ "male" or "female" where titles or the given name tell."""
        described = self.described.get(id_)
        told = gender.of_words(described.words) if described is not None else None
        entity = self.found.entities.get(id_)
        return told or (gender.of_name(entity.name) if entity is not None else None)

    def near(self, actors: list[Actor], index: int, reach: int) -> list[Actor]:
        """Actors before a token and at most `reach` sentences away, in the order of the text."""
        stop = bisect_left(actors, index, key=lambda a: a.position)
        start = stop
        while start and self.since(index, actors[start - 1].position) <= reach:
            start -= 1
        return actors[start:stop]

    def is_told(self, actor: Actor) -> bool:
        """Whether reported words hold the mention, those whose speaker is looked for included."""
        told = (*self.contents[-_RECENT:], self.content)
        return any(start <= actor.position < end for start, end in told)
