"""Whom a noun with "the" takes up: "the official", "the Estonian minister", "the company"."""

from __future__ import annotations

from dataclasses import dataclass

from graph import ids
from ingest.nlp import gender
from ingest.nlp.coref.antecedents import REACH_HERE, REACH_NOUN, Antecedents
from ingest.nlp.coref.descriptions import is_called
from ingest.nlp.entities.gazetteer import fights
from ingest.nlp.lexicon import load
from ingest.nlp.speech import (
    BODIES,
    BYSTANDERS,
    CARRIERS,
    DUTIES,
    HUMANS,
    KIN,
    OFFICES,
    PARTIES,
    WALKS,
)

_PUBLIC = frozenset(
    ids.entity_id("Organization", name)
    for kind, names in load("organizations").items()
    if kind not in ("company", "platform")
    for name in names
)
_PLATFORMS = frozenset(
    ids.entity_id("Organization", name) for name in load("organizations").get("platform", ())
)
_PUBLIC_NOUNS = frozenset(
    ("ministry", "commission", "court", "council", "parliament", "police", "agency", "committee",
     "department", "senate", "embassy", "university", "directorate", "prosecutor", "tribunal")
)  # fmt: skip
_STATE_FORCES = "armedgroup:armed-forces-of-"
# Of which a body or state has one, whom the text would have called so.
_ONE = OFFICES | {"head", "leader", "chief", "director", "boss", "founder", "deputy"}
_BYGONE = frozenset(("former", "ex", "onetime", "retired", "ousted", "deposed"))
ABBREVIATED = {"FM": ["foreign", "minister"], "PM": ["prime", "minister"]}
_ALLIED = frozenset(("alliance", "bloc", "coalition"))
_OTHERS = frozenset(("another", "other", "second", "third", "fourth", "one", "each", "every"))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of a noun phrase, in lower case, with whom they name as its owners.

    `wanted` is the gender they tell; `narrowed` says that an owner stands in it, named or not,
    and `counted` that a number does, as in "the father of three".
    """

    words: list[str]
    owners: set[str]
    wanted: str | None
    narrowed: bool
    counted: bool

    @property
    def owned(self) -> bool:
        """Whether it says whose somebody is."""
        return bool(self.owners) or self.narrowed


@dataclass(frozen=True, slots=True)
class Nominals:
    """Resolves definite noun phrases against who was mentioned and who spoke."""

    known: Antecedents

    def noun(self, index: int) -> str | None:
        """Whom "the official", "the Estonian minister" or "the company" means."""
        tokens = self.known.found.tokens
        lower, lemma = tokens.lower[index], tokens.lemma[index].lower()
        if lower in ("former", "latter"):
            return self._of_two(index, last=lower == "latter")
        if lower in PARTIES:
            return self.known.parties(index)
        kind = BODIES.get(lower) or BODIES.get(lemma)
        first = tokens.lefts[index]
        if kind is not None:
            # "The US-led coalition" is none of the bodies heard of, unless it was called so.
            led = "led" in tokens.lower[first:index] and "-" in tokens.text[first:index]
            return None if led or self._is_run(index) else self._body(index, kind)
        if not _OTHERS.isdisjoint(tokens.lower[first:index]) or self._is_shown(index):
            return None
        aged = {"year", "old"} <= set(tokens.lower[first : index + 1])
        if lower in HUMANS or aged or lower.endswith(("man", "woman")):
            return self.person(index)
        return self._group(index) if lemma in HUMANS else None

    def _is_run(self, index: int) -> bool:
        """Whether a body is told apart by whose it is: "the station run by the movement"."""
        tokens = self.known.found.tokens
        run = tokens.child(index, "acl")
        behind = run is not None and run == index + 1 and tokens.tag[run] == "VBN"
        return behind and run is not None and tokens.child(run, "agent") is not None

    def _is_shown(self, index: int) -> bool:
        """Whether somebody is only seen or heard: "the man in the clip" may be anybody."""
        tokens = self.known.found.tokens
        within = (
            c for c in tokens.children[index] if c > index and tokens.lower[c] in ("in", "on")
        )
        shown = (tokens.child(c, "pobj") for c in within)
        return any(noun is not None and tokens.lemma[noun] in CARRIERS for noun in shown)

    def person(self, index: int) -> str | None:
        """The person a definite noun phrase means: by title, else by who spoke or acted last."""
        phrase = self._phrase(index)
        told = self._is_told_who(index)
        others = self._related(index)
        near = {a.id: a.position for a in self.known.near(self.known.people, index, REACH_NOUN)}
        focus = self.known.focus(index, phrase.wanted)
        titled = self._titled(phrase.words)
        best: tuple[int, int, str] | None = None
        for id_ in dict.fromkeys((*titled, *near)):
            later = self.known.described[id_].first > index and titled != [id_]
            if later or id_ in others or not self.known.may_be(id_, phrase.wanted):
                continue
            if told and phrase.words[-1] not in self.known.described[id_].words:
                continue  # "the investigator who found it" is none who was not called so
            score = self._score(phrase, id_, focus=id_ == focus, alone=len(near) == 1)
            if score >= 3 and (best is None or (score, near.get(id_, -1)) > best[:2]):
                best = (score, near.get(id_, -1), id_)
        return best[2] if best is not None else None

    def _is_told_who(self, index: int) -> bool:
        """Whether a clause right behind a noun tells who is meant: "the man who found it"."""
        tokens = self.known.found.tokens
        clause = tokens.child(index, "relcl")
        return clause is not None and tokens.lower[index + 1 : index + 2] == ["who"]

    def _related(self, index: int) -> set[str]:
        """The people whose father or lawyer somebody is, whom the phrase does not mean."""
        tokens, holder = self.known.found.tokens, self.known.found.holder
        places = [c for c in tokens.children[index] if tokens.dep[c] == "poss"]
        of = next((c for c in tokens.children[index] if tokens.lower[c] == "of"), None)
        whose = tokens.child(of, "pobj") if of is not None else None
        places += [whose] if whose is not None else []
        return {m.entity for i in places if (m := holder[i]) is not None}

    def _phrase(self, index: int) -> _Phrase:
        """What the phrase that a noun heads tells of whom it means."""
        tokens = self.known.found.tokens
        words = tokens.lower[tokens.lefts[index] : index + 1]
        words[-1:] = ABBREVIATED.get(tokens.text[index], words[-1:])
        of = [c for c in tokens.children[index] if tokens.lower[c] == "of"]
        counted = any(tokens.pos[c + 1 : c + 2] == ["NUM"] for c in of)
        owned = any(tokens.dep[c] == "poss" for c in tokens.children[index])
        narrowed = owned or (bool(of) and not counted)
        return _Phrase(words, self._owners(index), gender.of_words(words), narrowed, counted)

    def _score(self, phrase: _Phrase, id_: str, *, focus: bool, alone: bool) -> int:
        """How well somebody suits a phrase; 3 and more will do."""
        described = self.known.described[id_]
        head = phrase.words[-1]
        if head in KIN and not (head in described.words or phrase.counted):
            return 0
        called = is_called(phrase.words, described.words)
        alike = not self.known.is_unnamed(id_) and self._same_walk(head, described.words) > 0
        if head in BYSTANDERS and not (called or alike):
            return 0  # "X was arrested. The judge said": not X
        if called and self._other_duties(phrase.words, described.words):
            return 0
        # "The former Kenyan minister" may have any office and owner today.
        bygone = not _BYGONE.isdisjoint(phrase.words)
        score = 4 * called + 3 * focus + self._same_walk(head, described.words)
        # "The Crimean leader" may be the only one told of, where nothing says whose he is,
        # and "the Estonian envoy" who was only named so far.
        unowned = not (described.owners or phrase.narrowed or head in OFFICES)
        blank = focus and not (described.words or head in _ONE)
        blank = blank and (bool(phrase.owners) or not phrase.narrowed)
        if phrase.owners & described.owners:
            score += 1
        elif not ((bygone and focus) or blank or (unowned and alone)):
            score -= 4 if phrase.owners and described.owners else 2 * phrase.owned
        other = head in OFFICES and head not in described.words
        return score - 3 * bool(other and not bygone and described.words & OFFICES)

    def _titled(self, words: list[str]) -> list[str]:
        """The people of the text who are called by the title that ends these words."""
        called = self.known.called
        titled = called.get(words[-1], [])
        if titled or words[-1] != "diplomat":
            return titled
        foreign = (*called.get("foreign", []), *called.get("secretary", []))
        known = self.known.described
        return [id_ for id_ in foreign if is_called(words, known[id_].words)]

    def _same_walk(self, head: str, known: set[str]) -> int:
        """Whether a noun and what a person is called tell of one walk of life: "the officer"."""
        walk = WALKS.get(head)
        others = {WALKS[word] for word in known if word in WALKS}
        if walk is None or not others or head in known:
            return 0
        return 3 if walk in others else -2

    def _other_duties(self, words: list[str], known: set[str]) -> bool:
        """Whether a phrase names other duties than a person is known by: "the foreign minister"."""
        duties = DUTIES.intersection(words)
        return bool(duties) and bool(known & DUTIES) and not duties & known

    def _owners(self, index: int) -> set[str]:
        """The states, places and bodies a phrase names as whose somebody is: "Estonian", "of X"."""
        tokens, found = self.known.found.tokens, self.known.found
        of = next((c for c in tokens.children[index] if tokens.lower[c] == "of"), None)
        stop = tokens.rights[of] + 1 if of is not None else index
        return {
            m.entity for i in range(tokens.lefts[index], stop)
            if (m := found.holder[i]) and i != index
            and found.type_of(m.entity) in ("State", "Place", "Organization", "Bloc")
        }  # fmt: skip

    def _may_be_many(self, index: int, id_: str) -> bool:
        """Whether "the prosecutors" may be a body: "authorities" without a name are others."""
        lemma = self.known.found.tokens.lemma[index].lower()
        entity = self.known.found.entities.get(id_)
        unnamed = entity is not None and self.known.is_unnamed(id_)
        return entity is None or not unnamed or lemma in entity.name.lower()

    def _of_two(self, index: int, *, last: bool) -> str | None:
        """ "The former said ..., the latter said ...": of the two of one kind named just before."""
        tokens = self.known.found.tokens
        here = tokens.sent_of[index]
        before = [
            a for a in (*self.known.people, *self.known.bodies)
            if tokens.sent_of[a.position] == here - 1
        ]  # fmt: skip
        before.sort(key=lambda a: a.position)
        for kind in ("Channel", "Person", "Organization", "State", "ArmedGroup"):
            alike = [a.id for a in before if self.known.found.type_of(a.id) == kind]
            two = list(dict.fromkeys(alike))
            if len(two) == 2:
                return two[last]
            if len(two) > 2 and kind == "Person":
                return alike[-1] if last else None  # no state told of beside them
        return None

    def _body(self, index: int, kind: str) -> str | None:
        """The company, outlet, group or country last heard of."""
        for position, id_ in reversed(self.known.spoken):
            near = position < index and self.known.since(index, position) <= REACH_NOUN
            if near and self._is_kind(id_, kind) and not self.known.is_people(id_):
                return id_
        heard = self.known.near(self.known.bodies, index, REACH_HERE)
        named = [a for a in heard if self._is_kind(a.id, kind) and not self.known.is_people(a.id)]
        subjects = [a for a in named if a.rank]
        return (subjects or named)[-1].id if named else None

    def _is_kind(self, id_: str, kind: str) -> bool:
        type_ = self.known.found.type_of(id_)
        if kind == "outlet":
            return type_ == "Channel" and not self.known.is_human(id_)
        if kind == "country":
            return type_ == "State"
        if kind == "alliance":
            named = self.known.found.entities.get(id_)
            allied = named is not None and not _ALLIED.isdisjoint(named.name.lower().split())
            return allied or type_ == "Bloc" or id_ == "organization:nato"
        if kind == "hackers":
            entity = self.known.found.entities.get(id_)
            return entity is not None and "hack" in entity.name.lower()
        if kind == "fighters":
            entity = self.known.found.entities.get(id_)
            militia = entity is not None and fights(entity.name)
            return militia or (type_ == "ArmedGroup" and not id_.startswith(_STATE_FORCES))
        if kind == "group":
            posted_on = id_ in _PLATFORMS  # "In a post on Facebook, the union said"
            return type_ in ("Organization", "ArmedGroup", "Group") and not posted_on
        return type_ == "Organization" and not self._is_public(id_)

    def _is_public(self, id_: str) -> bool:
        """Whether a body is a state's or of states, and no company."""
        entity = self.known.found.entities[id_]
        named = not _PUBLIC_NOUNS.isdisjoint(entity.name.lower().split())
        return named or id_ in _PUBLIC or "country" in entity.properties

    def _group(self, index: int) -> str | None:
        """ "the researchers" are those heard before, or of the body that spoke last."""
        known = self.known.groups.get(self.known.found.tokens.lemma[index].lower())
        if known is not None:
            return known
        last = self.known.last_speaker(index, 2)
        if last is None or self.known.found.type_of(last[1]) not in ("Organization", "Channel"):
            return None
        return last[1] if self._may_be_many(index, last[1]) else None
