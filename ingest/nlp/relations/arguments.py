"""The entities that fill a role: from a noun to whom it stands for.

"thousands of North Korean soldiers", "the village of X", "Moscow's army", "a plant in X", "outlets
such as X": stand-ins, quantities, categories, sites and lists pass on to the name beside them, and
"it" or "the Kenyan president" to whom they take up. Word lists are in data/en/arguments.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.nlp.datelines import is_filed_from, is_shouted
from ingest.nlp.entities.gatherings import EXERCISES
from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.entities.groups import forces_of, joined_before
from ingest.nlp.findings import BODIES, COLLECTIVES, Findings, Mention
from ingest.nlp.officials import officials
from ingest.nlp.relations.argument_words import kind_of
from ingest.nlp.relations.coordination import MAX_COORDINATED
from ingest.nlp.relations.first_person import FirstPerson
from ingest.nlp.relations.formations import chains
from ingest.nlp.relations.grammar import VERBAL, Grammar
from ingest.nlp.relations.keepers import keepers
from ingest.nlp.relations.roles import Roles
from ingest.nlp.relations.sayers import told_last
from ingest.nlp.speech import HUMANS
from ingest.nlp.tokens import Tokens

_EVENTS = frozenset({"Event"})
# Whose sites there are: "vessels of the fleet".
_HOLDING_SITES = frozenset({"Place", "State", "ArmedGroup", "Organization"})
_LEADING = frozenset({"lead", "head"})
_HOLDINGS = frozenset({"stake", "share"})
_SENT = frozenset({"officials", "audiences", "leaders", "freight"})  # "reporters from X"
_PERSONAL = frozenset(
    {"shows", "assets", "permits", "interests", "audiences", "relatives", "utterances", "carriers"}
)
_AT = ("in", "near", "of", "at", "across", "around", "throughout", "on", "outside", "inside")
_MOBILE = frozenset({"ship", "vessel", "boat", "tanker", "convoy", "column", "aircraft", "jet"})
_RULING = frozenset({"government", "authority", "leadership", "regime", "junta"})
MAX_DEPTH = 3  # nouns that may pass an argument on
_IN_A_LANGUAGE = frozenset({"edition", "version"})
_PLURALS = frozenset({"NNS", "NNPS"})
_MANY = frozenset({"infantry", "cavalry", "armour", "armor", "artillery", "police"})


class Arguments:
    """The argument finder of one document.

    `chains` are units with the formations above them, `unit_of` the unit by where those stand;
    `titled` gives, for the tokens of a title, the person it stands before; `offices` the title of
    people and the body it is of.
    """

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.tokens: Tokens = found.tokens
        self.grammar = Grammar(found)
        self.roles = Roles(found, self.grammar)
        self.words = self.grammar.words
        self.chains = list(chains(found))
        self.unit_of = {above.start: c[0] for c in self.chains for above in c[1:]}
        self.titled: dict[int, Mention] = {}
        self.offices: dict[str, tuple[str, str]] = {}
        self.first_person = FirstPerson(found, self.grammar, self.offices)

    def entities(self, head: int, through: Iterable[str] = ("government",)) -> list[str]:
        """The ids a noun stands for, its coordinated nouns included, in text order.

        `through` names the groups of stand-ins that may speak for the state or body they belong to.
        """
        ids: list[str] = []
        groups = tuple(through)
        for index in self._listed(head):
            listed = self.grammar.naming.listed(index)
            # "banned EU outlets including X": those named, and not the EU
            lemma, stand_ins = self.tokens.lemma[index].lower(), self.words.stand_ins
            named = lemma in stand_ins["outlets"] or lemma in stand_ins["companies"]
            nouns = listed if listed and named else [index, *listed]
            for id_ in (i for noun in nouns for i in self._one(noun, groups, 0)):
                if id_ not in ids:
                    ids.append(id_)
        return ids[:MAX_COORDINATED]

    def alone(self, head: int, through: Iterable[str]) -> list[str]:
        """The ids a noun stands for, without those coordinated with it."""
        return self._one(head, tuple(through), 0)

    def _listed(self, head: int) -> list[int]:
        """A noun and what is coordinated with it, or with the name whose title it is.

        In "met President of Kenya X and Chancellor of Norway Y" the parse joins the second title
        to the first name.
        """
        nouns = self.grammar.conjuncts(head)
        if head in self.titled:
            name = self.titled[head].end - 1
            nouns += [c for c in self.grammar.conjuncts(name) if c != name and c not in nouns]
        return [*(i for i in self._before_title(head) if i not in nouns), *nouns]

    def _before_title(self, head: int) -> list[int]:
        """X in "the envoy X and President of Kenya Y met", where the parse loses the first."""
        tokens, second = self.tokens, self.found.person_at(head)
        words = [i for i, person in self.titled.items() if person is second]
        start = min(words, default=0)
        start -= start > 0 and tokens.lower[start - 1] == "the"
        first = self.found.person_at(start - 2) if words else None
        opening = tokens.pos[tokens.sents[tokens.sent_of[head]][0] : start]
        alone = tokens.dep[head] == "nsubj" and VERBAL.isdisjoint(opening)
        joined = first is not None and first.kind == "name" and tokens.lower[start - 1] == "and"
        return [start - 2] if joined and alone else []

    def _one(self, head: int, through: tuple[str, ...], depth: int) -> list[str]:
        tokens, words = self.tokens, self.words
        mention = self.found.holder[head]
        if mention is not None:
            mention = self.unit_of.get(mention.start, mention)
        lemma = kind_of(tokens, head)
        if (explained := self.grammar.naming.explains(head)) is not None:
            return [explained.entity]
        proved = self.grammar.naming.proves_to_be(head)
        if proved is not None and proved != head:
            return self._one(proved, through, depth + 1)
        if "delegations" in through and lemma in words.stand_ins["delegations"]:
            led = self._led_by(head)
            rest = self._one(head, tuple(g for g in through if g != "delegations"), depth)
            return [*led, *(i for i in rest if i not in led)]
        if mention is not None and (mention.kind != "demonym" or tokens.tag[head] in _PLURALS):
            aside = self.grammar.sided(mention) or self._in_dateline(mention)
            aside = aside or self.grammar.verbless(mention)
            several = tokens.tag[head] in _PLURALS or lemma in _MANY
            joint = self._joined_before(mention) if several else []
            return [] if aside else [*joint, mention.entity]
        if head in self.titled:
            return [self.titled[head].entity]
        if depth > MAX_DEPTH:
            return []
        if speakers := self.first_person.meant(head):
            return speakers
        if self.grammar.is_relative(head):
            meant = self.grammar.antecedent(head, self.grammar.verb_above(head))
            return [] if meant == head else self._one(meant, through, depth + 1)
        taken_up = self.roles.antecedents(head)
        if taken_up:
            return [id_ for i in taken_up for id_ in self._one(i, through, depth + 1)]
        if lemma in words.quantities or lemma in words.categories:
            inner = self.grammar.after_prepositions(tokens.children[head], "of")
            if tokens.tag[head] == "NNS" and lemma in words.categories:  # "the towns of X and Y"
                inner = [c for i in inner for c in self.grammar.conjuncts(i)]
            inner = self.grammar.naming.all_of_whom(head, inner) or inner
            if lemma in _HOLDINGS:
                inner += self.grammar.after_prepositions(tokens.children[head], "in")
            apposed = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
            inner += [c for a in apposed for c in self.grammar.conjuncts(a)]
            if lemma in words.categories and tokens.tag[head] == "NN":
                # "Kenya's Coast region" is the region, not Kenya; "the Black Sea port of X" is X,
                # "the North Kivu capital, Goma" Goma
                held = self.found.holder[head - 1] if head else None
                region = held is not None and self.found.type_of(held.entity) == "Place"
                water = inner and tokens.lower[head - 1] in words.waters
                region = region and not (water or apposed)
                if held is not None and held.kind == "name" and region:
                    return [held.entity]
            if tokens.tag[head] == "NNS":  # "in Sumy and Kursk oblasts"
                before = [c for c in tokens.children[head] if tokens.dep[c] in ("nmod", "compound")]
                inner += [c for b in before for c in self.grammar.conjuncts(b)]
            listed = [e for i in inner for e in self.grammar.naming.examples(i)]
            inner += [c for e in listed for c in self.grammar.conjuncts(e)]
            within = [id_ for i in inner for id_ in self._one(i, through, depth + 1)]
            if within:
                return within
        company = lemma in words.stand_ins["companies"]  # "the Kenyan firm X" is X
        named = [c for c in tokens.children[head] if tokens.dep[c] == "appos"] if company else []
        if named and self.found.holder[named[0]] is not None:
            if tokens.tag[head] == "NNS":  # "the companies X, Y and Z"
                named = self.grammar.conjuncts(named[0])
            return [id_ for child in named for id_ in self._one(child, through, depth + 1)]
        if company and (described := self._described(head)):
            return described
        if any(lemma in words.stand_ins.get(group, ()) for group in through):
            people = [i for i in self.grammar.naming.called(head) if self.found.person_at(i)]
            if people:  # "two officers identified as X and Y"
                return [p for i in people for p in self.entities(i)]
            tongue = lemma in _IN_A_LANGUAGE  # "the French edition of X" is no state's
            owners = [] if tongue else self.roles.heads(head, "modifier")
            owners = owners + self.roles.heads(head, "possessor")
            for word in ("of", "by", "in") if lemma in _RULING else ("of", "by"):
                owners = owners or self.grammar.after_prepositions(tokens.children[head], word)
            if not owners and any(lemma in words.stand_ins[g] for g in through if g in _SENT):
                owners = self.grammar.after_prepositions(tokens.children[head], "from")
            if not owners and "forces" in through:
                owners = self.roles.owners.senders(head)
            if not owners and lemma in words.stand_ins["weapons"]:
                owners = self.grammar.launchers(head) or self.roles.heads(head, "carrier")
            if "shows" in through and lemma in words.stand_ins["shows"]:
                owners += self.grammar.after_prepositions(tokens.children[head], "on")
            personal = any(lemma in words.stand_ins[g] for g in through if g in _PERSONAL)
            types = COLLECTIVES | {"Person", "Channel"} if personal else COLLECTIVES
            said = "utterances" in through and lemma in words.stand_ins["utterances"]
            if said and not owners:
                return self._sayer(head)
            naming = self.grammar.naming  # "the editions of the outlets X and Y"
            owners = [c for o in owners for c in naming.listed(o) or self.grammar.conjuncts(o)]
            ids = [i for o in owners for i in self._owner(o, types) or self._speaker(o)]
            if ids or not naming.called(head):  # "the rival force, the Lantern Front (LF)"
                return ids
        event = tokens.lower[head] in EXERCISES  # "the Copper Heron naval exercise"
        kinds = _EVENTS if event else BODIES if lemma in words.bodies else frozenset[str]()
        behind = tokens.child(head, "appos")
        named_behind = behind is not None and self.found.holder[behind] is not None
        if kinds and not named_behind:
            beside = [self.found.holder[i] for i in self.roles.heads(head, "modifier")]
            bodies = [m.entity for m in beside if m is not None and m.kind == "name"]
            bodies = [b for b in bodies if self.found.type_of(b) in kinds]
            if bodies:
                return bodies[-1:]
        counted = tokens.pos[head] == "NUM" and tokens.dep[head] in ("dobj", "nsubjpass")
        if "sites" in through and (lemma in words.sites or counted):  # "killed four in X"
            placed = self._place_of(head)
            if placed:
                return placed
        named = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
        named = named or self.grammar.naming.called(head)
        thing = lemma in words.bodies or lemma in words.stand_ins["companies"]
        near = self.grammar.naming.name_beside(head) if thing else None
        if not named and near is not None:
            return [near.entity]
        if not named and tokens.dep[head] == "appos":
            return self._described(head)
        whole = self.grammar.naming.whole_of(head)
        if not named and whole is not None:
            return self._one(whole, through, depth + 1)
        if not named and tokens.dep[head] == "attr" and tokens.lemma[tokens.heads[head]] == "be":
            # "X is a former sergeant who fought": X did
            subjects = [s for s in self.roles.subject(tokens.heads[head]) if s != head]
            named = [c for s in subjects for c in self.grammar.conjuncts(s)]
            return [i for c in named for i in self._one(c, through, depth + 1)]
        named = [c for child in named for c in self.grammar.conjuncts(child)]
        return [id_ for child in named for id_ in self._one(child, through, depth + 1)]

    def _joined_before(self, group: Mention) -> list[str]:
        """Whose forces fight in "Kenyan and Ghanaian forces", where one noun stands for both."""
        last = self.found.holder[group.start]
        states = [m.entity for m in joined_before(self.found, last)] if last is not None else []
        armed = self.found.type_of(group.entity) == "ArmedGroup"
        return [(forces_of(self.found, s) if armed else None) or s for s in states]

    def _described(self, noun: int) -> list[str]:
        """Who "X, a company" or "X and Y, both companies" describes."""
        tokens, above = self.tokens, self.tokens.heads[noun]
        if tokens.dep[noun] != "appos":
            return []
        several = tokens.tag[noun] == "NNS"
        names = self.grammar.conjuncts(above) if several else [above]
        return [m.entity for i in names if (m := self.found.holder[i]) and m.kind == "name"]

    def _owner(self, index: int, types: frozenset[str] = COLLECTIVES) -> list[str]:
        """Whose a stand-in is: a state or body; people have assets, but no forces."""
        mention = self.found.holder[index]
        if mention is None:
            # "the assets of the bank X": the name stands beside the noun for it
            named = self.tokens.child(index, "appos")
            mention = self.found.holder[named] if named is not None else None
        if mention is None:
            return [i for i in self.first_person.meant(index) if self.found.type_of(i) in types]
        if self.grammar.sided(mention):
            return []
        if self.found.type_of(mention.entity) in types:
            return [mention.entity]
        state = self.state_of(mention.entity)
        if state is None and mention.entity in self.offices:
            state = self.offices[mention.entity][1]  # "the general said his troops"
        return [state] if state is not None and self.found.type_of(state) in types else []

    def state_of(self, id_: str) -> str | None:
        """The state a public figure served or a capital governs, if the document speaks of it."""
        state = officials().get(id_)
        entity = self.found.entities.get(id_)
        named = entity.mentions if entity else ()
        shouted = any(is_shouted(self.tokens, m.start, m.end) for m in named)
        if entity is not None and entity.type == "Place" and not shouted:
            seat = gazetteer().by_name.get(entity.name)
            state = seat.id if seat is not None and seat.sense == "seat" else None
        return state if state in self.found.entities else None

    def _in_dateline(self, mention: Mention) -> bool:
        """Whether a place in capitals opens its line: where a report was filed, not who acts."""
        placed = self.found.type_of(mention.entity) in ("Place", "State")
        return placed and is_filed_from(self.tokens, mention.start, mention.end)

    def _place_of(self, noun: int) -> list[str]:
        """Where or whose a site is: "villages in X", "X's power plants", "Ukrainian airfields"."""
        tokens, top = self.tokens, noun
        of = tokens.heads[noun]
        if tokens.dep[noun] == "pobj" and tokens.lower[of] == "of":
            measured = tokens.lemma[tokens.heads[of]].lower() in self.words.quantities
            top = tokens.heads[of] if measured else noun  # "one of its workshops in X"
        verb = tokens.heads[top]
        within: list[int] = []
        for word in _AT:
            within += self.grammar.after_prepositions(tokens.children[noun], word)
        below = [c for i in within for c in tokens.children[i]]
        within += self.grammar.after_prepositions(below, "in")  # "the headquarters of X in Y"
        if not within and tokens.dep[top] in ("dobj", "nsubjpass"):
            people = tokens.lemma[noun] in HUMANS  # "shot a child near X": X is not hit
            for word in (w for w in _AT if w != "near" or not people):
                within += self.grammar.after_prepositions(tokens.children[verb], word, after=noun)
        named = [
            id_
            for i in within
            for c in self.grammar.conjuncts(i)
            for id_ in self._one(c, ("sites",), 2)
            if self.found.type_of(id_) in _HOLDING_SITES
        ]
        owners = self.roles.heads(noun, "modifier") + self.roles.heads(noun, "possessor")
        owners += keepers(self.grammar, noun)
        whose = [i for o in owners for i in self._owner(o, COLLECTIVES | {"Place"})]
        if named:  # "Hamas positions in Gaza" are of both, "Kenyan airfields near X" at X
            moves = tokens.lemma[noun].lower() in _MOBILE  # "a Kenyan convoy near X" is Kenya's
            return [*(i for i in whose if moves or self.found.type_of(i) in BODIES), *named]
        return whose

    def _led_by(self, noun: int) -> list[str]:
        """The people in "delegations headed by X and Y", who come with them."""
        leading = [c for c in self.tokens.children[noun] if self.tokens.lemma[c] in _LEADING]
        heads = [a for verb in leading for a in self.grammar.agents(verb)]
        ids = [i for h in heads for c in self.grammar.conjuncts(h) for i in self._one(c, (), 1)]
        return [i for i in ids if self.found.type_of(i) == "Person"]

    def _sayer(self, noun: int) -> list[str]:
        """Whose "the statement" or "the threat" is: of whoever made a claim last, near before."""
        tokens = self.tokens
        by = self.grammar.after_prepositions(tokens.children[noun], "by")
        if by:
            return [i for o in by for i in self._owner(o, COLLECTIVES | {"Person", "Channel"})]
        if noun == 0 or tokens.lower[noun - 1] not in ("the", "this", "these", "those"):
            return []
        last = told_last(self.found, noun)
        return [last] if last is not None else []

    def _speaker(self, pronoun: int) -> list[str]:
        """Whose "its" is in "Kyiv said that its forces": the subject of the verb of saying."""
        tokens = self.tokens
        if tokens.lower[pronoun] not in ("its", "their") or self.found.holder[pronoun] is not None:
            return []
        verb = pronoun
        while tokens.heads[verb] != verb and tokens.dep[verb] != "ccomp":
            verb = tokens.heads[verb]
        if tokens.dep[verb] != "ccomp":
            return []
        return [i for s in self.roles.subject(tokens.heads[verb]) for i in self._owner(s)]
