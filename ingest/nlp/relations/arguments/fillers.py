"""The entities that fill a role: from a noun to whom it stands for.

"thousands of North Korean soldiers", "the village of X", "Moscow's army", "a plant in X", "outlets
such as X": stand-ins, quantities, categories, sites and lists pass on to the name beside them, and
"it" or "the Kenyan president" to whom they take up. Word lists are in data/en/arguments.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.nlp.datelines import is_filed_from
from ingest.nlp.entities.gatherings import EXERCISES
from ingest.nlp.entities.groups import forces_of, joined_before
from ingest.nlp.findings import BODIES, COLLECTIVES, Findings, Mention
from ingest.nlp.relations.arguments.coordination import MAX_COORDINATED
from ingest.nlp.relations.arguments.formations import chains
from ingest.nlp.relations.arguments.grammar import VERBAL, Grammar
from ingest.nlp.relations.arguments.keepers import keepers
from ingest.nlp.relations.arguments.naming import Naming
from ingest.nlp.relations.arguments.roles import Roles
from ingest.nlp.relations.arguments.whose import Whose
from ingest.nlp.relations.arguments.words import kind_of
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
        self.naming = Naming(found, self.grammar)
        self.roles = Roles(found, self.grammar)
        self.words = self.grammar.words
        self.chains = list(chains(found))
        self.unit_of = {above.start: c[0] for c in self.chains for above in c[1:]}
        self.titled: dict[int, Mention] = {}
        self.offices: dict[str, tuple[str, str]] = {}
        self.whose = Whose(found, self.roles, self.offices)

    def entities(self, head: int, through: Iterable[str] = ("government",)) -> list[str]:
        """The ids a noun stands for, its coordinated nouns included, in text order.

        `through` names the groups of stand-ins that may speak for the state or body they belong to.
        """
        ids: list[str] = []
        groups = tuple(through)
        for index in self._listed(head):
            listed = self.naming.listed(index)
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
        """The ids of one noun, by the first of these ways that knows of it."""
        if (explained := self.naming.explains(head)) is not None:
            return [explained.entity]
        proved = self.naming.proves_to_be(head)
        if proved is not None and proved != head:
            return self._one(proved, through, depth + 1)
        if "delegations" in through and self._is_of(head, "delegations"):
            led = self._led_by(head)
            rest = self._one(head, tuple(g for g in through if g != "delegations"), depth)
            return [*led, *(i for i in rest if i not in led)]
        if (named := self._named(head)) is not None:
            return named
        if depth > MAX_DEPTH:
            return []
        ways = (self._taken_up, self._measured, self._company, self._stand_in, self._body)
        for way in (*ways, self._site):
            if (ids := way(head, through, depth)) is not None:
                return ids
        return self._beside(head, through, depth)

    def _all(self, nouns: Iterable[int], through: tuple[str, ...], depth: int) -> list[str]:
        return [id_ for noun in nouns for id_ in self._one(noun, through, depth + 1)]

    def _is_of(self, head: int, group: str) -> bool:
        return kind_of(self.tokens, head) in self.words.stand_ins.get(group, ())

    def _named(self, head: int) -> list[str] | None:
        """Who a name or title is; None where the noun is neither."""
        tokens, mention = self.tokens, self.found.holder[head]
        if mention is not None:
            mention = self.unit_of.get(mention.start, mention)
        if mention is not None and (mention.kind != "demonym" or tokens.tag[head] in _PLURALS):
            aside = self.grammar.sided(mention) or self._in_dateline(mention)
            aside = aside or self.grammar.verbless(mention)
            several = tokens.tag[head] in _PLURALS or kind_of(tokens, head) in _MANY
            joint = self._joined_before(mention) if several else []
            return [] if aside else [*joint, mention.entity]
        return [self.titled[head].entity] if head in self.titled else None

    def _taken_up(self, head: int, through: tuple[str, ...], depth: int) -> list[str] | None:
        """Whom "we", "which" or "it" takes up."""
        if speakers := self.whose.first_person.meant(head):
            return speakers
        if self.grammar.is_relative(head):
            meant = self.grammar.antecedent(head, self.grammar.verb_above(head))
            return [] if meant == head else self._one(meant, through, depth + 1)
        taken_up = self.roles.antecedents(head)
        return self._all(taken_up, through, depth) if taken_up else None

    def _measured(self, head: int, through: tuple[str, ...], depth: int) -> list[str] | None:
        """What a quantity or category is of: "thousands of X", "the towns of X and Y"."""
        tokens, words, lemma = self.tokens, self.words, kind_of(self.tokens, head)
        if lemma not in words.quantities and lemma not in words.categories:
            return None
        inner = self.grammar.after_prepositions(tokens.children[head], "of")
        if tokens.tag[head] == "NNS" and lemma in words.categories:  # "the towns of X and Y"
            inner = [c for i in inner for c in self.grammar.conjuncts(i)]
        inner = self.naming.all_of_whom(head, inner) or inner
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
            if held is not None and held.kind == "name" and region and not (water or apposed):
                return [held.entity]
        if tokens.tag[head] == "NNS":  # "in Sumy and Kursk oblasts"
            before = [c for c in tokens.children[head] if tokens.dep[c] in ("nmod", "compound")]
            inner += [c for b in before for c in self.grammar.conjuncts(b)]
        listed = [e for i in inner for e in self.naming.examples(i)]
        inner += [c for e in listed for c in self.grammar.conjuncts(e)]
        return self._all(inner, through, depth) or None

    def _company(self, head: int, through: tuple[str, ...], depth: int) -> list[str] | None:
        """The company beside its noun: "the Kenyan firm X", "the companies X, Y and Z"."""
        tokens = self.tokens
        if not self._is_of(head, "companies"):
            return None
        named = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
        if named and self.found.holder[named[0]] is not None:
            several = tokens.tag[head] == "NNS"
            named = self.grammar.conjuncts(named[0]) if several else named
            return self._all(named, through, depth)
        return self._described(head) or None

    def _stand_in(self, head: int, through: tuple[str, ...], depth: int) -> list[str] | None:
        """Whose stand-in a noun is, of the groups that may speak for whose they are."""
        groups = [group for group in through if self._is_of(head, group)]
        if not groups:
            return None
        people = [i for i in self.naming.called(head) if self.found.person_at(i)]
        if people:  # "two officers identified as X and Y"
            return [p for i in people for p in self.entities(i)]
        owners = self._owners(head, groups, through)
        if "utterances" in groups and not owners:
            return self.whose.sayer(head)
        personal = not _PERSONAL.isdisjoint(groups)
        types = COLLECTIVES | {"Person", "Channel"} if personal else COLLECTIVES
        naming = self.naming  # "the editions of the outlets X and Y"
        owners = [c for o in owners for c in naming.listed(o) or self.grammar.conjuncts(o)]
        ids = [i for o in owners for i in self.whose.ids(o, types) or self.whose.speaker(o)]
        # "the rival force, the Lantern Front (LF)"
        return ids if ids or not naming.called(head) else None

    def _owners(self, head: int, groups: list[str], through: tuple[str, ...]) -> list[int]:
        """The nouns for whose a stand-in of these groups is."""
        tokens, lemma = self.tokens, kind_of(self.tokens, head)
        tongue = lemma in _IN_A_LANGUAGE  # "the French edition of X" is no state's
        owners = [] if tongue else self.roles.heads(head, "modifier")
        owners = owners + self.roles.heads(head, "possessor")
        for word in ("of", "by", "in") if lemma in _RULING else ("of", "by"):
            owners = owners or self.grammar.after_prepositions(tokens.children[head], word)
        if not owners and not _SENT.isdisjoint(groups):
            owners = self.grammar.after_prepositions(tokens.children[head], "from")
        if not owners and "forces" in through:
            owners = self.roles.owners.senders(head)
        if not owners and self._is_of(head, "weapons"):
            owners = self.grammar.launchers(head) or self.roles.heads(head, "carrier")
        if "shows" in groups:
            owners += self.grammar.after_prepositions(tokens.children[head], "on")
        return owners

    def _body(self, head: int, through: tuple[str, ...], depth: int) -> list[str] | None:
        """The body or exercise a noun ends the name of: "the Copper Heron naval exercise"."""
        tokens = self.tokens
        event = tokens.lower[head] in EXERCISES
        kinds = _EVENTS if event else BODIES
        behind = tokens.child(head, "appos")
        named_behind = behind is not None and self.found.holder[behind] is not None
        if named_behind or not (event or kind_of(tokens, head) in self.words.bodies):
            return None
        beside = [self.found.holder[i] for i in self.roles.heads(head, "modifier")]
        bodies = [m.entity for m in beside if m is not None and m.kind == "name"]
        return [b for b in bodies if self.found.type_of(b) in kinds][-1:] or None

    def _site(self, head: int, through: tuple[str, ...], depth: int) -> list[str] | None:
        """Where a site is, or those counted there: "killed four in X"."""
        tokens = self.tokens
        counted = tokens.pos[head] == "NUM" and tokens.dep[head] in ("dobj", "nsubjpass")
        if "sites" not in through or not (kind_of(tokens, head) in self.words.sites or counted):
            return None
        return self._place_of(head) or None

    def _beside(self, head: int, through: tuple[str, ...], depth: int) -> list[str]:
        """Who stands beside a noun that says of itself nothing: by apposition or "is"."""
        tokens, naming = self.tokens, self.naming
        named = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
        named = named or naming.called(head)
        if named:
            named = [c for child in named for c in self.grammar.conjuncts(child)]
            return self._all(named, through, depth)
        thing = kind_of(tokens, head) in self.words.bodies or self._is_of(head, "companies")
        if thing and (near := naming.name_beside(head)) is not None:
            return [near.entity]
        if tokens.dep[head] == "appos":
            return self._described(head)
        if (whole := naming.whole_of(head)) is not None:
            return self._one(whole, through, depth + 1)
        if tokens.dep[head] == "attr" and tokens.lemma[tokens.heads[head]] == "be":
            # "X is a former sergeant who fought": X did
            subjects = [s for s in self.roles.subject(tokens.heads[head]) if s != head]
            return self._all(
                (c for s in subjects for c in self.grammar.conjuncts(s)), through, depth
            )
        return []

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
        whose = [i for o in owners for i in self.whose.ids(o, COLLECTIVES | {"Place"})]
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
