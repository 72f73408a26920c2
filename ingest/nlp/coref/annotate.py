"""Coreference by rules: "he", "the spokeswoman", "the ministry" take up somebody named before.

Rules in the spirit of Lee et al., "Deterministic Coreference Resolution Based on Entity-Centric,
Precision-Ranked Rules" (2013): few, ordered by precision, and silent where none applies. Pronouns
inside quotations are left alone, since the quoted speaker has an other view of who "he" is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc

from ingest.nlp import gender
from ingest.nlp.coref import leaders, newcomers
from ingest.nlp.entities.gazetteer import words
from ingest.nlp.findings import Channel, Entity, Findings, Mention, MentionKind, findings
from ingest.nlp.speech import SPOKESMEN
from ingest.nlp.tokens import Tokens

_MALE = frozenset(["he", "him", "his", "himself"])
_FEMALE = frozenset(["she", "her", "hers", "herself"])
_UNDERGOING = frozenset(["him", "her"])
_REACH = 3  # sentences a pronoun may look back
_NOMINAL_REACH = 12  # sentences "the minister" may look back
_MOST_SHORT = 3  # words of a name that leaves out the rest of it
_NOBODY = frozenset(["media", "press", "news"])  # what "the media" says no one body does
# What stands before a title and is none by itself: "the opposition" is no opposition leader.
_BEFORE_TITLES = frozenset(["opposition", "acting", "interim", "vice", "first"])
_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")


def annotate(doc: Doc) -> Doc:
    """Add coreferent mentions of people, of channels that are people, and of organizations."""
    found = findings(doc)
    resolver = _Resolver(found)
    if resolver.mentions:
        resolver.run()
    return doc


@dataclass(slots=True)
class _Resolver:
    """Walks the text once, keeping who was mentioned and in which role."""

    found: Findings
    mentions: list[Mention] = field(default_factory=list)
    seen: list[Mention] = field(default_factory=list)
    titles: dict[str, Mention] = field(default_factory=dict)
    first: dict[str, Mention] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    bodies: dict[str, Mention] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        actors: list[Entity | Channel] = [
            *(e for e in self.found.entities.values() if e.type in {"Person", "Organization"}),
            *(c for c in self.found.channels.values() if _is_person(c)),
        ]
        every = [mention for actor in actors for mention in actor.mentions]
        self.mentions = sorted(every, key=lambda m: (m.start, m.end))

    def run(self) -> None:
        """Resolve each pronoun and definite noun against what stands before it."""
        tokens, found = self.found.tokens, self.found
        person_nouns, body_nouns = words("title"), words("organization") - _NOBODY
        led = dict(leaders.offices(self.found))
        pending = iter([*self.mentions, None])
        upcoming = next(pending)
        depth = 0
        for index, lower in enumerate(tokens.lower):
            while upcoming is not None and upcoming.start <= index:
                self._meet(upcoming)
                if depth:
                    self.quoted.add(upcoming.start)
                upcoming = next(pending)
            text = tokens.text[index]
            depth = _quote_depth(depth, text, index and "\n\n" in tokens.text[index - 1])
            if depth == 0 and text == '"' and _opens(tokens, index):
                depth = 1  # “"... went. "He came," he said”: never closed, opened again
            if found.holder[index] is not None:
                continue
            target = None
            if (short := self._shortened(index)) is not None:
                self._refer(short[0], index, short[1], "name")
                continue
            if lower in _MALE or lower in _FEMALE:
                target = None if depth else self._pronoun(index, female=lower in _FEMALE)
            elif index in led:
                self._refer(led[index].holder, index, index + 1)
                continue
            elif lower in person_nouns and (first := self._title_start(index)) is not None:
                target = self._titled(first, index)
                if target is not None:
                    self._refer(target, first - 1, index + 1)
                continue
            elif lower in body_nouns and self._pointed(index):
                target = self._body(index)
            if target is not None:
                first = index - 1 if tokens.lower[index - 1] in {"the", "this"} else index
                self._refer(target, first if lower not in _MALE | _FEMALE else index, index + 1)

    def _meet(self, mention: Mention) -> None:
        self.seen.append(mention)
        tokens = self.found.tokens
        if self.found.type_of(mention.entity) == "Organization":
            head = tokens.lower[mention.end - 1]
            for word in {head, *self._words_of(mention.entity)} & words("organization"):
                self.bodies[word] = mention
            return
        before = mention.start - 1
        title: list[str] = []
        while (
            before >= 0
            and mention.start - before < 5
            and tokens.pos[before] in {"NOUN", "PROPN", "ADJ"}
        ):
            if tokens.lower[before] in words("title"):
                title.insert(0, tokens.lower[before])
            before -= 1
        for word in title:
            if not ("prime" in title and word == "minister"):  # "the minister" is another
                self.titles[word] = mention
                self.first.setdefault(word, mention)
        if len(title) > 1:  # "deputy prime minister", who is no prime minister
            self.titles[" ".join(title)] = mention
            self.called[" ".join(title)].add(mention.entity)
        for child in tokens.children[mention.end - 1]:
            if tokens.dep[child] == "appos" and tokens.lower[child] in words("title"):
                self.titles[tokens.lower[child]] = mention

    def _words_of(self, id_: str) -> set[str]:
        entity = self.found.entities.get(id_)
        return set(entity.name.lower().split()) if entity is not None else set()

    def _pronoun(self, index: int, *, female: bool) -> str | None:
        """The subject of this or an earlier sentence, else whoever was mentioned last.

        Whom only a quotation names is meant where nobody else can be.
        """
        tokens = self.found.tokens
        here, doing = tokens.sent_of[index], self._doing(index)
        near = [
            m
            for m in self.seen
            if here - _REACH <= tokens.sent_of[m.start] <= here
            and m.end <= index
            and self.found.type_of(m.entity) != "Organization"
            and self._may_be(m.entity, female=female)
            and m.entity not in doing
        ]
        near = [m for m in near if m.start not in self.quoted] or near
        for sentence in range(here, here - _REACH - 1, -1):
            inside = [m for m in near if tokens.sent_of[m.start] == sentence]
            subjects = [m for m in inside if tokens.dep[m.end - 1] in {"nsubj", "nsubjpass"}]
            if subjects or inside:
                last = (subjects or inside)[-1]
                other = newcomers.between(self.found, last.end, index, female=female)
                return None if other else last.entity
        return None

    def _doing(self, index: int) -> set[str]:
        """Who does what is done to "him", and is somebody else: "X received him"."""
        tokens = self.found.tokens
        undergoes = tokens.dep[index] in {"dobj", "dative"}
        undergoes = undergoes and tokens.lower[index] in _UNDERGOING
        subject = tokens.child(tokens.heads[index], "nsubj") if undergoes else None
        holder = self.found.holder[subject] if subject is not None else None
        return {holder.entity} if holder is not None else set()

    def _may_be(self, id_: str, *, female: bool) -> bool:
        entity = self.found.entities.get(id_)
        if entity is None:
            return True
        return gender.of_name(entity.name) in (None, "female" if female else "male")

    def _speaks_for(self, index: int) -> bool:
        """Whether a noun says whose somebody is who speaks: "a ministry spokesman"."""
        tokens, head = self.found.tokens, self.found.tokens.heads[index]
        return tokens.dep[index] == "compound" and tokens.lemma[head].lower() in SPOKESMEN

    def _pointed(self, index: int) -> bool:
        return self._speaks_for(index) or (
            index > 0 and self.found.tokens.lower[index - 1] in {"the", "this"}
        )

    def _title_start(self, index: int) -> int | None:
        """Where the title behind a "the" that ends here begins: "prime" of "the prime minister"."""
        tokens, start = self.found.tokens, index
        while start and tokens.lower[start - 1] in words("title"):
            start -= 1
        return start if start and tokens.lower[start - 1] in {"the", "this"} else None

    def _titled(self, start: int, index: int) -> str | None:
        """ "the minister" is the last person so titled, unless a name or "of" follows."""
        tokens = self.found.tokens
        # A ministry's release says "the Minister" of its own, who is named before all others.
        own = tokens.text[index].istitle() and start == index
        titles = self.first if own else self.titles
        mention = titles.get(" ".join(tokens.lower[start : index + 1]))
        if mention is None or self._goes_on(index) or tokens.lower[index] in _BEFORE_TITLES:
            return None
        far = tokens.sent_of[index] - tokens.sent_of[mention.start] > _NOMINAL_REACH
        only = start < index and len(self.called[" ".join(tokens.lower[start : index + 1])]) == 1
        return None if far and not only else mention.entity

    def _body(self, index: int) -> str | None:
        """ "the ministry" is the last body whose name says so."""
        mention = self.bodies.get(self.found.tokens.lower[index])
        more = self._goes_on(index) and not self._speaks_for(index)
        return None if mention is None or more else mention.entity

    def _shortened(self, index: int) -> tuple[str, int] | None:
        """ "The Treasury", "the General Staff": the last body whose longer name has these words."""
        tokens, end = self.found.tokens, index
        if not self._pointed(index):
            return None
        while end < len(tokens) and tokens.text[end].istitle() and self.found.holder[end] is None:
            end += 1
        words_ = tokens.lower[index:end]
        ended = end < len(tokens) and self.found.holder[end] is None and tokens.text[end] != "-"
        if not 0 < len(words_) <= _MOST_SHORT or not ended or tokens.lower[end] == "of":
            return None
        for mention in reversed(self.seen):
            entity = self.found.entities.get(mention.entity)
            if entity is None or entity.type != "Organization" or mention.kind != "name":
                continue
            name = tokens.lower[mention.start : mention.end]
            if len(name) > len(words_) and any(
                name[i : i + len(words_)] == words_ for i in range(len(name))
            ):
                return entity.id, end
        return None

    def _goes_on(self, index: int) -> bool:
        """Whether the noun phrase says more ("the minister of", "the president Ivan")."""
        tokens = self.found.tokens
        if index + 1 >= len(tokens):
            return False
        after = tokens.lower[index + 1]
        joined = tokens.dep[index] in {"compound", "amod", "nmod"} and tokens.heads[index] > index
        return joined or after in {"of", "for"} or self.found.holder[index + 1] is not None

    def _refer(self, id_: str, start: int, end: int, kind: MentionKind = "coref") -> None:
        target = self.found.channels.get(id_) or self.found.entities[id_]
        mention = self.found.add(target, start, end, kind)
        self.seen.append(mention)


def _is_person(channel: Channel) -> bool:
    return channel.kind in words("person_channel")


def _opens(tokens: Tokens, mark: int) -> bool:
    """Whether a mark that may open or close stands free before and close to what follows."""
    if mark + 1 >= len(tokens):
        return False
    free = mark == 0 or tokens.ends[mark - 1] < tokens.starts[mark]
    return free and tokens.ends[mark] == tokens.starts[mark + 1]


def _quote_depth(depth: int, text: str, new_paragraph: bool | int) -> int:
    """Whether we are inside a quotation; a new paragraph ends one that was never closed."""
    if new_paragraph:
        depth = 0
    if text in _OPEN:
        return 1
    if text in _CLOSE:
        return 0
    return 1 - depth if text == '"' else depth
