"""Whose action a noun names: modifiers, carriers, and whom a role noun describes."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.blame import Blame
from ingest.nlp.relations.arguments.grammar import VERBAL, Grammar
from ingest.nlp.relations.arguments.naming import Naming
from ingest.nlp.relations.arguments.origins import tells_origin
from ingest.nlp.relations.arguments.triggers import acts_on
from ingest.nlp.relations.arguments.verb_roles import VerbRoles
from ingest.nlp.tokens import Tokens

_DESCRIBING = frozenset(
    {"describe", "identify", "name", "regard", "know", "list", "see", "portray", "introduce"}
)
_POWERS = frozenset({"State", "Bloc", "Organization"})
# Nouns that count events: "held a new round of talks", "launched a wave of strikes".
SERIES = frozenset(
    {"round", "series", "number", "string", "flurry", "wave", "spate", "succession", "barrage",
     "package", "set", "raft", "array", "slate", "batch", "tranche", "act", "campaign"}
)  # fmt: skip
_TAKING_PART = frozenset(
    {"be", "engage", "enter", "involve", "participate", "go", "lock", "embroil", "mire", "embark"}
)
_BATTLES = frozenset(
    {"battle", "siege", "defence", "defense", "combat", "clash", "fighting", "firefight",
     "gunfight", "gunbattle", "skirmish", "shootout"}
)  # fmt: skip
_BATTLING = frozenset({"fight", "fall", "die", "perish", "kill", "wound", "injure", "serve"})
_VETERANS = frozenset({"veteran", "hero"})
_AEGIS = frozenset({"auspex", "aegis", "patronage", "umbrella", "tutelage"})
_ORDINALS = frozenset({"second", "third"})
_LEAD = frozenset({"charge", "helm", "head"})
_TIES = frozenset({"tie", "link", "connection", "affiliation"})
_ACTING = frozenset({"act", "work", "operate", "lobby", "spy", "campaign", "speak"})
_PUTTING = frozenset({"put", "place", "leave", "install", "keep"})
_ACTORS = _POWERS | {"ArmedGroup", "Person"}
_ADOPTIONS = frozenset(
    {"adoption", "imposition", "introduction", "approval", "reimposition", "launch", "conduct",
     "resumption", "continuation", "extension", "expansion", "renewal", "announcement"}
)  # fmt: skip
_STRIKING = frozenset({"strike", "cut", "hammer"})
_STRUCK = frozenset(
    {"deal", "agreement", "partnership", "alliance", "accord", "pact", "bargain", "friendship",
     "truce", "coalition", "contract"}
)  # fmt: skip
_AGREEING = frozenset({"agree", "decide", "settle", "embark"})
_REPLACING = frozenset({"replace", "overtake", "surpass", "supplant", "displace", "succeed"})
_HAVING = frozenset({"have", "hold", "enjoy", "keep", "maintain"})
_COPULAS = frozenset({"be", "become", "remain", "seem", "consider"})


class NounRoles:
    """Finds the nouns that fill the roles of other nouns in one document."""

    def __init__(self, found: Findings, grammar: Grammar, verbs: VerbRoles) -> None:
        self.found = found
        self.grammar = grammar
        self.naming = Naming(found, grammar)
        self.verbs = verbs
        self.blame = Blame(grammar, verbs)
        self.tokens: Tokens = found.tokens
        self.words = grammar.words

    def modifiers(self, noun: int) -> list[int]:
        """Names before a noun: "US sanctions", "Russian-Brazilian talks", not "anti-Russian"."""
        tokens, holder = self.tokens, self.found.holder
        left = tokens.lefts[noun]
        names = []
        for index in range(max(left, noun - 8), noun):
            mention = holder[index]
            if mention is None or mention.end - 1 != index or mention is holder[noun]:
                continue
            if acts_on(self.found, index, noun):
                continue
            says_origin = tells_origin(tokens, index)
            if self.grammar.modifies(index, noun) and not (
                says_origin or self.grammar.sided(mention)
            ):
                names.append(index)
        return [*self._first_modifier(noun, names), *names]

    def _first_modifier(self, noun: int, names: list[int]) -> list[int]:
        """The US in "the US and the UK sanctions", which the parse joins to the sanctions."""
        tokens, holder, first = self.tokens, self.found.holder, self.tokens.heads[noun]
        if tokens.dep[noun] != "conj" or tokens.tag[noun] != "NNS" or len(names) != 1:
            return []
        joined = tokens.lower[first + 1 : tokens.lefts[noun]] == ["and"]
        pair = [m for i in (first, names[0]) if (m := holder[i]) and m.kind != "demonym"]
        alike = len(pair) == 2 and all(self.found.type_of(m.entity) in _POWERS for m in pair)
        return [first] if joined and alike else []

    def kinds(self, noun: int) -> list[int]:
        """The plain words before a noun that say of what kind it is ("arms deliveries")."""
        tokens = self.tokens
        return [
            c
            for c in tokens.children[noun]
            if tokens.dep[c] in ("compound", "amod", "nmod") and self.found.holder[c] is None
        ]

    def rank(self, noun: int) -> list[int]:
        """The "second" of "second in command"."""
        at = noun - 1
        while at > 0 and self.tokens.lower[at] in ("in", "-"):
            at -= 1
        return [at] if 0 <= at < noun - 1 and self.tokens.lower[at] in _ORDINALS else []

    def carrier(self, noun: int) -> list[int]:
        """Who carries out an action named by a noun: the subject of its support verb.

        "paid a visit", "imposed sanctions", "a strike carried out by", "is in talks".
        """
        tokens = self.tokens
        top = self.grammar.first_conjunct(noun)
        dep, head = tokens.dep[top], tokens.heads[top]
        counting = tokens.heads[head]
        if dep == "pobj" and tokens.pos[counting] == "NOUN" and tokens.lemma[counting] in SERIES:
            top = counting  # "held a new round of talks"
            dep, head = tokens.dep[top], tokens.heads[top]
        if dep in ("dobj", "attr") and (self._supports(head) or self._concludes(head, noun)):
            return self.verbs.subject(head)
        if dep == "pobj" and tokens.lower[head] == "of" and tokens.lemma[noun] in _BATTLES:
            veteran = tokens.heads[head]  # "X, a veteran of the battle of"
            return self.referent(veteran) if tokens.lemma[veteran] in _VETERANS else []
        held = self.verbs.of_relative(noun)
        if held is not None and self._supports(held):
            return self.verbs.subject(held)
        if dep == "pobj" and tokens.lower[head] == "of" and (doers := self._of_adoption(head)):
            return doers
        if dep == "pobj" and tokens.lower[head] in ("in", "at", "on"):
            beside = self._beside(head)
            if beside is not None:
                return [beside]
        if dep == "nsubjpass" and self._supports(head):
            return self.grammar.agents(head)
        if dep == "pobj" and tokens.lower[head] in ("in", "into", "on", "at", "to", "under"):
            if ranked := self.rank(noun):
                return self.referent(ranked[0])
            verb = tokens.heads[head]
            if tokens.lower[head] == "under" and tokens.lemma[noun] in _AEGIS:
                return self.verbs.subject(verb)
            if tokens.lower[head] == "on" and tokens.lemma[verb] in _AGREEING:
                return self.verbs.subject(verb)  # "agreed on sanctions"
            if tokens.lemma[noun] in _LEAD:
                return self._in_the_lead(verb)
            if tokens.lemma[noun] == "behalf" and tokens.lemma[verb] in _ACTING:
                return self.verbs.subject(verb)
            part = tokens.child(verb, "dobj") if tokens.lemma[verb] == "take" else None
            if part is not None and tokens.lower[part] == "part":
                return self.verbs.subject(verb)
            battling = tokens.lemma[noun] in _BATTLES and tokens.lemma[verb] in _BATTLING
            if battling or tokens.lemma[verb] in _TAKING_PART:
                # "are locked in a war"
                put = self.grammar.is_passive(verb)
                return self.verbs.object(verb) if put else self.verbs.subject(verb)
        if dep == "pobj" and tokens.lower[head] == "with":
            verb = tokens.heads[head]
            if tokens.lemma[verb] in self.words.responses and tokens.child(verb, "dobj") is None:
                return self.verbs.subject(verb)  # "responded with strikes on"
            if tokens.lemma[noun] in _TIES:  # "an agency with close ties to"
                held = self.found.holder[verb] is not None
                return [verb] if held else self.referent(verb)
            # "credited the regiment with the capture of"
            return self.verbs.object(verb) if tokens.lemma[verb] in ("credit", "charge") else []
        if dep == "pobj" and tokens.lower[head] == "for":
            verb = tokens.heads[head]
            if tokens.dep[verb] == "acomp" and tokens.lemma[verb] in ("ready", "prepared"):
                return self.verbs.subject(tokens.heads[verb])
            if tokens.lemma[verb] in ("responsibility", "credit"):
                return self.verbs.subject(tokens.heads[verb])  # "claimed responsibility for"
            if tokens.lemma[verb] in self.words.coming:
                return self.verbs.subject(verb)
        if dep == "pobj" and not self.modifiers(noun):
            if doers := self.blame.by_preposition(head):
                return doers
            if (group := self.blame.answerable(head)) is not None:
                return [group] if self.found.holder[group] else self.referent(group)
        if doers := self.blame.laid_on(top):
            return doers
        for child in tokens.children[top]:
            verbal = tokens.tag[child] in ("VBN", "VBD")
            if verbal and tokens.lemma[child] in self.words.support_verbs:
                # "X hosted talks", whose verb the parse took for a word before its object
                own = tokens.child(child, "nsubj") if tokens.dep[child] == "amod" else None
                return self.grammar.agents(child) if own is None else [own]
        return []

    def _of_adoption(self, link: int) -> list[int]:
        """Ghana in "the adoption by Ghana of sanctions" and "Ghana's imposition of a ban"."""
        tokens, noun = self.tokens, self.tokens.heads[link]
        by = tokens.heads[noun]
        if tokens.lower[by] == "by":
            return [noun] if tokens.lemma[by - 1].lower() in _ADOPTIONS else []
        if tokens.lemma[noun].lower() not in _ADOPTIONS:
            return []
        agents = self.grammar.after_prepositions(tokens.children[noun], "by")
        return agents or self.verbs.owners(noun)

    def _beside(self, preposition: int) -> int | None:
        """Kenya in "Kenya, at war with Ghana," and the army in "the army at war with"."""
        tokens, at = self.tokens, preposition - 1
        above = tokens.heads[preposition]
        if tokens.text[at] != ",":
            acting = self.words.stand_ins["forces"] | self.words.stand_ins["government"]
            acts = self.found.holder[at] is not None or tokens.lemma[at] in acting
            return at if above == at and acts else None
        named = self.found.holder[at - 1] if at > 0 else None
        acts = named is not None and named.end == at and self.found.type_of(named.entity) in _ACTORS
        return at - 1 if acts and named is not None and named.kind == "name" else None

    def _concludes(self, verb: int, noun: int) -> bool:
        """Whether somebody "struck a deal" or "cut one", with nobody hurt."""
        tokens = self.tokens
        return tokens.lemma[verb] in _STRIKING and tokens.lemma[noun] in _STRUCK

    def _supports(self, verb: int) -> bool:
        """Whether a verb's subject does, plans or gives up what its object names."""
        words = self.words
        return (
            self.tokens.lemma[verb] in words.support_verbs
            or self.tokens.with_particle(verb) in words.undertakings
        )

    def _in_the_lead(self, above: int) -> list[int]:
        """Who is in charge or at the helm: "X is", "put X", "X, the man", "X at the helm"."""
        tokens = self.tokens
        if tokens.lemma[above] in _PUTTING:
            return self.verbs.object(above)
        if tokens.pos[above] in VERBAL:
            staying = tokens.lemma[above] in _COPULAS | {"stay", "stand", "sit"}
            staying = staying or self._fronted(above)
            return self.verbs.subject(above) if staying else []
        return [above] if self.found.holder[above] is not None else self.referent(above)

    def _fronted(self, verb: int) -> bool:
        """Whether what opens a clause places its subject: "At the helm since May, X left"."""
        start = self.tokens.sents[self.tokens.sent_of[verb]][0]
        subject = self.tokens.child(verb, "nsubj", "nsubjpass")
        before = self.tokens.text[self.tokens.lefts[subject] - 1] if subject is not None else ""
        return self.tokens.lower[start] in ("at", "in") and before == ","

    def referent(self, noun: int) -> list[int]:
        """Whom a role noun describes: "X is an ally of", "its ally X", "X, a member of"."""
        tokens = self.tokens
        dep, head = tokens.dep[noun], tokens.heads[noun]
        if dep == "pobj" and tokens.lower[head] == "of":
            measure = tokens.heads[head]
            if tokens.lemma[measure] in self.words.quantities:
                dep, head = tokens.dep[measure], tokens.heads[measure]
        own_subject = ("nsubjpass", "nsubj") if tokens.pos[noun] == "ADJ" else ("nsubjpass",)
        described = tokens.child(noun, *own_subject)
        if described is not None:
            # "X is married to Y" and "X, present in Y, agreed", parsed as clauses of their own
            return [described]
        explained = self.naming.explained(noun)
        if explained is not None:
            return [explained]
        second = self.naming.named_behind(noun)
        if second is not None:
            return [second]
        own = [
            c for c in tokens.children[noun] if tokens.dep[c] == "appos" and self.found.holder[c]
        ]
        as_one = tokens.dep[head] == "pobj" and tokens.lower[tokens.heads[head]] == "as"
        joined = as_one or tokens.dep[head] in ("attr", "appos")
        if dep == "conj" and joined and not own:
            dep, head = tokens.dep[head], tokens.heads[head]
        if dep in ("attr", "acomp", "oprd") and tokens.lemma[head] in _COPULAS:
            # "Kenya believes there are no members left": Kenya is none
            there = tokens.child(head, "expl") is not None
            return [] if there else self.verbs.subject(head)
        if dep == "amod" and head < noun:
            return [head]
        if dep == "pobj" and tokens.lower[head] == "as":
            verb = tokens.heads[head]
            if tokens.lemma[verb] in _DESCRIBING and verb < head:
                return self.verbs.object(verb)
            if tokens.lemma[verb] in _REPLACING:  # "has overtaken X as its supplier": both are
                return [*self.verbs.subject(verb), *self.verbs.object(verb)]
            serves = tokens.lemma[verb] in ("serve", "act", "work", "write", "report")
            return self.verbs.subject(verb) if serves else self._in_capacity(head)
        if dep == "pobj" and tokens.lower[head] == "among":
            # "X was among the signatories of Y", "Among its allies are X and Z"
            counted = tokens.heads[head]
            return self.verbs.subject(counted) if tokens.lemma[counted] in _COPULAS else []
        proved = self.naming.proves_to_be(noun)
        if proved is not None:
            return [proved]
        examples = self.naming.examples(noun)
        if examples:
            return examples
        if dep == "nsubj" and tokens.lemma[head] == "include":
            return self.verbs.object(head)  # "its allies include X"
        if dep == "nsubj" and tokens.lemma[head] == "be":
            attribute = tokens.child(head, "attr")
            return [] if attribute is None else [attribute]
        if dep == "appos":
            if not self.naming.closed(noun) and dep == tokens.dep[noun]:
                return []
            joint = tokens.lower[tokens.lefts[noun] - 1] in ("and", "or")
            if joint and dep == tokens.dep[noun]:
                return []  # "met X, and representatives of Y"
            nearest = self.naming.nearest(head, noun)
            # "X and Y, both allies of Z": both are
            return [self.grammar.first_conjunct(nearest) if tokens.tag[noun] == "NNS" else nearest]
        after = noun + 1
        if tokens.lower[after : after + 1] == ["and"] and tokens.pos[after + 1] == "NOUN":
            after += 2  # "his brother and deputy X"
        beside = self.found.holder[after] if after < len(tokens) else None
        beside = beside if beside and beside.start == after and beside.kind == "name" else None
        named = [c for c in tokens.children[noun] if tokens.dep[c] == "appos"]
        if named and (beside is None or beside.end - 1 in named):
            return named
        held = self.found.holder[head]
        if tokens.lower[noun - 1] == "whose" and held is not None and held.kind == "metonym":
            return []  # "X, whose party Brussels calls extremist"
        called = dep == "amod" and tokens.pos[noun] == "NOUN"  # "its subsidiary X", so parsed
        if (called or dep in ("compound", "nmod")) and head > noun:
            return [head]
        if beside is not None:
            return [beside.end - 1]
        # "a member of the council, X, said", whose name the parse hung lower
        for index in range(tokens.rights[noun], noun, -1):
            apposed = tokens.dep[index] == "appos" and self.found.holder[index]
            if apposed and tokens.text[apposed.start - 1] == "," and dep in ("nsubj", "nsubjpass"):
                person = self.found.type_of(apposed.entity) == "Person"
                return [index] if person else []
        return []

    def _in_capacity(self, link: int) -> list[int]:
        """Who does something as what follows "as": "As a member of Y, X agreed", "X, as a member".

        What has an object may be done to that as well ("condemned X as a member"): nobody is told.
        """
        tokens, above = self.tokens, self.tokens.heads[link]
        beside = self.found.holder[link - 2] if link > 1 and tokens.text[link - 1] == "," else None
        if beside is not None and beside.end == link - 1 and beside.kind == "name":
            return [link - 2]
        verb = self.grammar.verb_above(above)
        subject = tokens.child(verb, "nsubj", "nsubjpass")
        if subject is None:
            return []
        opens = tokens.sents[tokens.sent_of[link]][0] == link and link < subject
        has = tokens.lemma[verb] in _HAVING and (above == verb or tokens.dep[above] == "dobj")
        alone = above == verb and tokens.child(verb, "dobj", "nsubjpass") is None
        if not (opens or has or (alone and subject < link)):
            return []
        return [self.grammar.antecedent(subject, verb)]
