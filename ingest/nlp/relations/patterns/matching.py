"""Matches the relation patterns around their trigger words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from graph.model import Modality
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.gender import may_name
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.arguments.led import led_body
from ingest.nlp.relations.arguments.triggers import (
    before_to,
    in_law,
    is_held,
    is_verb_form,
    opens_headline,
)
from ingest.nlp.relations.modality import modality
from ingest.nlp.relations.patterns.armed import armed_bodies
from ingest.nlp.relations.patterns.implied import ImpliedParties
from ingest.nlp.relations.patterns.index import Pattern, PatternIndex, load_patterns
from ingest.nlp.relations.patterns.supplied import SuppliedGoods

_FINITE = frozenset({"VERB", "AUX"})
_PENALISING = frozenset({"sanction", "blacklist", "designate"})  # "X was also sanctioned"
SANCTIONS_REACH = 3  # sentences in which "the sanctions" are those told of


@dataclass(frozen=True, slots=True)
class Match:
    """A relation seen at a trigger token, before its date, modality and speaker are known.

    `first` and `last` are the outermost tokens its citation must show; `stative` marks what holds
    without an event (an office, a location), which the verbs around it neither date nor deny;
    `ends` says that the trigger tells of its end ("left").
    """

    relation: str
    source: str
    target: str
    trigger: int
    first: int
    last: int = -1
    symmetric: bool = False
    stative: bool = False
    ends: bool = False
    modality: Modality = "asserted"
    attributes: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def between(cls, relation: str, source: Mention, target: Mention) -> Match:
        """What holds of two names because they stand together, cited from the first to the last."""
        first, last = min(source.start, target.start), max(source.end, target.end) - 1
        return cls(
            relation, source.entity, target.entity, source.start, first, last=last, stative=True
        )


class PatternMatcher:
    """Applies every pattern of an index (Sayso's own by default) whose trigger lemma occurs."""

    def __init__(
        self, found: Findings, arguments: Arguments, index: PatternIndex | None = None
    ) -> None:
        self.found = found
        self.arguments = arguments
        self.implied = ImpliedParties(found, arguments)
        self.goods = SuppliedGoods(found, arguments)
        self.index = index or load_patterns()
        self.armed = armed_bodies(found)
        # Who attacked and who imposed sanctions last, and where it was told.
        self.attacker: tuple[int, str] | None = None
        self.sanctioning: tuple[int, str] | None = None

    def matches(self) -> Iterator[Match]:
        """All matches in text order."""
        tokens = self.found.tokens
        verbs, nouns, pos = self.index.verbs, self.index.nouns, tokens.pos
        adjectives = self.index.adjectives
        for i, lemma in enumerate(tokens.lemma):
            if opens_headline(tokens, i) and tokens.lower[i] in nouns:
                patterns = nouns[tokens.lower[i]]
            elif lemma in verbs and (pos[i] in _FINITE or is_verb_form(tokens, i)):
                patterns = verbs[lemma]
            elif lemma in nouns and pos[i] in ("NOUN", "PROPN"):
                patterns = nouns[lemma]
            elif pos[i] == "PROPN" and lemma.lower() in nouns and is_held(tokens, i):
                patterns = nouns[lemma.lower()]
            elif lemma in adjectives and (pos[i] in ("ADJ", "ADV") or before_to(tokens, i)):
                patterns = adjectives[lemma]
            else:
                continue
            if in_law(tokens, i):
                patterns = nouns.get(f"{lemma}-in-law", ())
            if self._inside_name(i):
                continue
            for pattern in patterns:
                yield from self._match(pattern, i)

    def _inside_name(self, index: int) -> bool:
        """Whether a word is part of a name, or of another word ("attack-dogs")."""
        tokens = self.found.tokens
        joined = tokens.text[index + 1 : index + 2] == ["-"] and tokens.pos[index] == "NOUN"
        if joined and tokens.ends[index] == tokens.starts[index + 1]:
            return not in_law(tokens, index)
        mention = self.found.holder[index]
        return mention is not None and mention.kind == "name" and mention.end - mention.start > 1

    def _match(self, pattern: Pattern, trigger: int) -> Iterator[Match]:
        if not self._applies(pattern, trigger):
            return
        kinds = self.goods.named(pattern, trigger)
        if kinds is None:
            return
        for source, target in self._pairs(pattern, trigger):
            stative = self._describes(pattern, trigger)
            for kind in kinds or ("",):
                if kind == "troops" and not self._named_itself(pattern, trigger, target):
                    continue  # sent to a capital they are deployed there
                extra = (("what", kind),) if kind else ()
                yield Match(
                    pattern.relation,
                    source,
                    target,
                    trigger,
                    trigger,
                    symmetric=pattern.symmetric,
                    stative=stative,
                    ends=self.found.tokens.lemma[trigger] in pattern.ends,
                    modality=self._modality(pattern, trigger),
                    attributes=(*pattern.attributes, *extra),
                )

    def _modality(self, pattern: Pattern, trigger: int) -> Modality:
        """What a pattern says, or how sure it is that somebody "could have been killed" in it."""
        if pattern.target != ("victim",):
            return pattern.modality
        top = self.arguments.grammar.first_conjunct(trigger)
        return modality(self.found.tokens, self.found.tokens.heads[self.found.tokens.heads[top]])

    def _named_itself(self, pattern: Pattern, trigger: int, target: str) -> bool:
        """Whether a target is a state in its own name, and not by its capital."""
        heads = [h for role in pattern.target for h in self.arguments.roles.heads(trigger, role)]
        seats = {m.entity for h in heads if (m := self.found.holder[h]) and m.kind == "metonym"}
        ids = [id_ for h in heads for id_ in self.arguments.entities(h, pattern.through)]
        return target in ids and target not in seats

    def _describes(self, pattern: Pattern, trigger: int) -> bool:
        """Whether the trigger only describes somebody in passing ("its ally X said")."""
        if pattern.stative:
            return True
        tokens, dep = self.found.tokens, self.found.tokens.dep[trigger]
        opens = dep in ("nsubj", "nsubjpass") and tokens.lemma[tokens.heads[trigger]] != "be"
        named = tokens.child(trigger, "appos") is not None  # "blocked Kenya's ally Ghana"
        described = "referent" in (*pattern.source, *pattern.target)
        return described and (opens or named or dep in ("appos", "compound", "nmod"))

    def _applies(self, pattern: Pattern, trigger: int) -> bool:
        """Whether the words a pattern demands are there."""
        tokens = self.found.tokens
        if pattern.particle and not any(
            tokens.lower[c] in pattern.particle for c in tokens.children[trigger]
        ):
            return False
        for role, lemmas in pattern.needs:
            heads = self.arguments.roles.heads(trigger, role)
            if not any(self._wordings(h) & lemmas for h in heads):
                return False
        for role, lemmas in pattern.unless:
            if any(self._wordings(h) & lemmas for h in self.arguments.roles.heads(trigger, role)):
                return False
        return not any(self.arguments.roles.heads(trigger, role) for role in pattern.without)

    def _wordings(self, head: int) -> set[str]:
        """A noun's lemma, alone and with the compound before it ("list", "sanctions list").

        What only counts has the lemmas of what it counts as well ("thousands of troops").
        """
        tokens = self.found.tokens
        lemma = tokens.lemma[head].lower()
        compounds = [c for c in tokens.children[head] if tokens.dep[c] in ("compound", "amod")]
        counted = lemma in self.arguments.words.quantities
        of = tokens.child(head, "prep") if counted else None
        inner = self.arguments.grammar.objects_of(of) if of is not None else []
        if tokens.pos[head] == "NUM" and not tokens.children[head]:
            lemma = "people"  # "kill four in X"
        own = {lemma} | {f"{tokens.lemma[c].lower()} {lemma}" for c in compounds}
        return own.union(*(self._wordings(noun) for noun in inner))

    def _pairs(self, pattern: Pattern, trigger: int) -> Iterator[tuple[str, str]]:
        if pattern.pair:
            parties = self._parties(pattern, trigger)
            if not parties and pattern.implied:
                people = "Person" in pattern.sources
                implied = self.implied.two_people if people else self.implied.two_states
                parties = implied(pattern, trigger)
            yield from combinations(parties, 2)
            return
        targets = self._fill(pattern, trigger, acting=False)
        if not targets:
            return
        sources = self._fill(pattern, trigger, acting=True)
        if not sources and pattern.implied:
            people = pattern.relation == "supports"  # "they" may be anybody who supports somebody
            implied = self.implied.two_leaders if people else self.implied.signatories
            sources = implied(pattern, trigger)
        if not sources and pattern.headline:
            sources = self.implied.of_headline(pattern, trigger)
        if not sources and pattern.relation == "attacked":
            sources = self._attacker_before(trigger)
        if not sources and pattern.relation == "sanctions":
            sources = self._sanctioning_before(pattern, trigger)
        for source in sources:
            for target in targets:
                if source != target:
                    if pattern.relation == "attacked":
                        self.attacker = (trigger, source)
                    elif pattern.relation == "sanctions":
                        self.sanctioning = (trigger, source)
                    yield source, target

    def _attacker_before(self, trigger: int) -> list[str]:
        """Whose "the strikes" or "the missiles" are that hit something: whoever attacked last."""
        tokens = self.found.tokens
        if self.attacker is None or tokens.pos[trigger] != "VERB":
            return []
        near = 0 <= tokens.sent_of[trigger] - tokens.sent_of[self.attacker[0]] <= 1
        weapons = self.arguments.words.stand_ins["weapons"]
        for head in self.arguments.roles.heads(trigger, "subject") if near else ():
            known = any(tokens.lower[c] in ("the", "these") for c in tokens.children[head])
            if known and tokens.lemma[head].lower() in weapons:
                return [self.attacker[1]]
        return []

    def _sanctioning_before(self, pattern: Pattern, trigger: int) -> list[str]:
        """Whose "the sanctions" are, and who "also sanctioned" somebody: who did so last."""
        tokens, last = self.found.tokens, self.sanctioning
        if last is None or tokens.sent_of[trigger] - tokens.sent_of[last[0]] > SANCTIONS_REACH:
            return []
        if tokens.lemma[trigger] in _PENALISING and self.arguments.grammar.is_passive(trigger):
            return [last[1]] if tokens.lower[trigger - 1] == "also" else []
        penalties = self.arguments.words.stand_ins["penalties"]
        heads = [h for role in pattern.source for h in self.arguments.roles.heads(trigger, role)]
        known = [h for h in heads if tokens.lower[tokens.lefts[h]] in ("the", "these")]
        known = [h for h in known if tokens.child(h, "prep") is None]  # "the list of guests"
        return [last[1]] if any(tokens.lemma[h].lower() in penalties for h in known) else []

    def _fill(self, pattern: Pattern, trigger: int, *, acting: bool) -> list[str]:
        """The entities of the first role that has any of the right type."""
        for role in pattern.source if acting else pattern.target:
            ids = self._entities(pattern, trigger, role, acting=acting)
            if ids:
                return ids
        return []

    def _entities(self, pattern: Pattern, trigger: int, role: str, *, acting: bool) -> list[str]:
        ids: list[str] = []
        types = pattern.sources if acting else pattern.targets
        # "Kenyan refugees" may be hit for Kenya, and do nothing for it
        through = tuple(g for g in pattern.through if not (acting and g == "sites"))
        for head in self.arguments.roles.heads(trigger, role):
            if head == trigger and role != "self":
                continue
            if role in ("modifier", "maker", "origin"):
                mention = self.found.holder[head]
                candidates = [mention.entity] if mention is not None else []
                if role == "maker" and mention is not None:  # "Barak missiles" are nobody's
                    person = self.found.type_of(mention.entity) == "Person"
                    candidates = [] if person else candidates
            elif role == "object" and (led := led_body(self.found, trigger)) is not None:
                candidates = self.arguments.alone(led, through)
            elif role == "referent" and self._described_alone(trigger):
                candidates = self.arguments.alone(head, through)
            else:
                candidates = self.arguments.entities(head, through)
            if role == "referent":
                candidates = self._of_gender(trigger, candidates)
            for id_ in candidates:
                fitting = self._fitting(id_, types) or self._fighter(pattern, head, id_, types)
                if fitting is not None and fitting not in ids:
                    ids.append(fitting)
        return ids

    def _of_gender(self, noun: int, ids: list[str]) -> list[str]:
        """Whom "wife" can mean: in "X and his wife, Vladimir Y, and Z" nobody who follows."""
        word = self.found.tokens.lower[noun]
        names = ((id_, self.found.entities.get(id_)) for id_ in ids)
        return [id_ for id_, entity in names if entity is None or may_name(word, entity.name)]

    def _described_alone(self, trigger: int) -> bool:
        """Whether a description is of one alone: "X, editor of Y; Z, a host", "X, Y's ally, and Z".

        A semicolon parts one description from the next.
        """
        tokens = self.found.tokens
        if tokens.dep[trigger] == "attr":
            return False  # "Neither X nor Y is a party to it; Z was"
        # "the ally X and Y's giant Z came": one ally is one, before its name and behind it
        apposed = tokens.dep[trigger] in ("appos", "compound") and tokens.tag[trigger] == "NN"
        if apposed or self.arguments.naming.explained(trigger) is not None:
            return True
        return ";" in tokens.text[trigger : tokens.sents[tokens.sent_of[trigger]][1]]

    def _fighter(self, pattern: Pattern, head: int, id_: str, types: frozenset[str]) -> str | None:
        """An id of an armed organization or a state whose soldiers stand for an armed group.

        Leaders travel in its name ("Hamas came to Cairo"), so only its fighters are deployed.
        """
        named = self.found.holder[head] is not None
        if self.found.type_of(id_) == "State":  # "Kenyan and Ghanaian soldiers"
            forces = self.arguments.words.stand_ins["forces"]
            soldiers = self.found.tokens.lemma[head].lower() in forces
            fights = soldiers and "forces" in pattern.through and "ArmedGroup" in types
            return id_ if fights else None
        itself = pattern.relation != "deployed_to" or not named
        return id_ if "ArmedGroup" in types and id_ in self.armed and itself else None

    def _fitting(self, id_: str, types: frozenset[str]) -> str | None:
        """An id of a fitting type; a leader or a capital may stand for the state where it must.

        Where a place is meant no leader is: a journey to Putin is none to Russia.
        """
        if self.found.type_of(id_) in types:
            return id_
        leader = "Place" in types and self.found.type_of(id_) == "Person"
        return self.arguments.whose.state_of(id_) if "State" in types and not leader else None

    def _parties(self, pattern: Pattern, trigger: int) -> list[str]:
        """Both parties where one role names them together."""
        for role in pattern.pair:
            heads = self.arguments.roles.heads(trigger, role)
            if role == "modifier" and not self._side_by_side(heads, trigger):
                continue
            if role == "referent" and self.found.tokens.tag[trigger] in ("NN", "NNP"):
                continue  # "X, an ally": one cannot be both parties
            ids = self._entities(pattern, trigger, role, acting=True)
            if len(ids) > 1:
                return ids[:4]
        return []

    def _side_by_side(self, heads: list[int], noun: int) -> bool:
        """Whether two names before a noun are joined to each other ("Russian-Brazilian talks")."""
        if len(heads) != 2 or "NOUN" in self.found.tokens.pos[heads[1] + 1 : noun]:
            return False
        second = self.found.holder[heads[1]]
        between = self.found.tokens.text[heads[0] + 1 : second.start if second else heads[1]]
        return len(between) == 1 and between[0] in ("-", "–", "—", "and", "&", "/")
