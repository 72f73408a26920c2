"""The nouns that fill the roles of a trigger word: who does it, to whom, with what, to where.

Roles are logical: passives, relative clauses, control ("accused X of doing"), coordination and
support verbs ("paid a visit") are undone. `patterns` lists the roles by name; what verbs and nouns
have as roles of their own is in `verb_roles` and `noun_roles`.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.anaphora import Anaphora
from ingest.nlp.relations.arguments.event_roles import EventRoles
from ingest.nlp.relations.arguments.grammar import Grammar
from ingest.nlp.relations.arguments.help_roles import HelpRoles
from ingest.nlp.relations.arguments.noun_roles import NounRoles
from ingest.nlp.relations.arguments.origins import is_made
from ingest.nlp.relations.arguments.owners import Owners
from ingest.nlp.relations.arguments.place_lists import NEAR, listed_places
from ingest.nlp.relations.arguments.verb_roles import VerbRoles
from ingest.nlp.tokens import Tokens

MAX_DEPTH = 4  # nouns between a verb and a preposition that may still be its own
# Nouns whose "of" says whom the verb is about: "banned imports of X", "enjoys the support of X".
_OF_OTHERS = frozenset(
    {"import", "export", "purchase", "sale", "broadcasting", "broadcast", "transmission",
     "distribution", "favour", "favor", "support", "signature", "acquaintance", "name", "initial",
     "backing", "endorsement", "control", "command", "delivery", "behalf", "ownership",
     "possession", "out", "presidency", "premiership", "leadership", "governorship",
     "chairmanship", "car", "vehicle", "motorcade", "convoy", "house", "home", "residence", "villa",
     "flat", "apartment"}
)  # fmt: skip
_DISCUSSING = frozenset({"discuss", "debate", "raise", "coordinate", "agree"})
_USING = frozenset({"fly", "operate", "use", "field", "deploy", "receive", "employ", "possess"})
_SHARED = frozenset(
    {"partnership", "cooperation", "co-operation", "collaboration", "conjunction", "association",
     "coordination", "concert", "tandem", "alliance", "league"}
)  # fmt: skip
_DEALS = frozenset({"deal", "agreement", "contract", "pact", "accord", "memorandum"})
# What somebody has or needs stands after these words' preposition: "relies on Kenyan gas".
_GOODS_AFTER = dict.fromkeys(
    ("rely", "depend", "dependent", "reliant", "dependence", "reliance", "dependency"), "on"
) | dict.fromkeys(("arm", "equip", "outfit"), "with")
_PLACING = frozenset({"in", "at", "near", "around", "outside"})
# Where what a preposition governs may hang below: "the attack on X by Y", "fighting in X between".
_PARTS = {"for": ("of",), "by": ("of", "on", "against"), "between": ("in", "at", "near")}
_FIGHTING = frozenset(
    {"fighting", "battle", "clash", "combat", "firefight", "skirmish", "gunfight", "gunbattle"}
)
NEAR_CONJUNCT = 3  # tokens between verbs that share what follows ("shelled and bombed X")
# "After talks in Accra, X was busy": what else went on there.
_OTHER_TIMES = frozenset({"after", "before", "since", "until", "despite", "following"})
_FOUNDING = frozenset({"found", "establish", "set"})  # "after riots in X", and not there
_OF_TWO_WORDS = frozenset({"according", "contrary", "compared", "due", "owing", "prior"})


class Roles:
    """Finds the fillers of roles in one document."""

    def __init__(self, found: Findings, grammar: Grammar) -> None:
        self.found = found
        self.grammar = grammar
        self.tokens: Tokens = found.tokens
        self._words_of: dict[int, frozenset[str]] = {}
        self.anaphora = Anaphora(found, grammar)
        self.verbs = VerbRoles(found, grammar, self._owners)
        self.owners = Owners(found, grammar, self.verbs, self.anaphora)
        self.nouns = NounRoles(found, grammar, self.verbs)
        self.events = EventRoles(found, grammar, self.verbs, self.nouns)
        self.help = HelpRoles(found, grammar, self.verbs)
        self.named: dict[str, Callable[[int], list[int]]] = {
            "subject": self.verbs.subject,
            "object": self.verbs.object,
            "indirect": self.verbs.indirect,
            "possessor": self.owners.of,
            "modifier": self.nouns.modifiers,
            "kind": self.nouns.kinds,
            "rank": self.nouns.rank,
            "carrier": self.nouns.carrier,
            "origin": self.events.origin,
            "undergoer": self.events.undergoer,
            "victim": self.events.victims,
            "publisher": self.events.publishers,
            "occasion": self.events.occasion,
            "entered": self.events.entered,
            "giver": self.events.givers,
            "helper": self.help.helper,
            "helped": self.help.helped,
            "referent": self.nouns.referent,
            "maker": self._makers,
            "user": self._users,
            "self": lambda trigger: [trigger],
            "infinitive": self._infinitives,
            "complement": self._complements,
            "partner": self._partners,
        }

    def _makers(self, trigger: int) -> list[int]:
        """Whose goods are bought: "bought Kenyan grain", "received Kenyan-made drones"."""
        tokens = self.tokens
        bought = self._bought(trigger)
        made = [c - 2 for noun in bought for c in tokens.children[noun] if is_made(tokens, c)]
        return [m for noun in bought for m in self.nouns.modifiers(noun)] + made

    def _bought(self, trigger: int) -> list[int]:
        """What a verb or noun of buying names as bought ("bought Kenyan grain", "relies on it")."""
        lemma = self.tokens.lemma[trigger]
        if lemma in _GOODS_AFTER:
            return self.prepositional(trigger, _GOODS_AFTER[lemma])
        if self.tokens.pos[trigger] in ("VERB", "AUX"):
            return self.verbs.object(trigger)
        return self.prepositional(trigger, "of")

    def _infinitives(self, verb: int) -> list[int]:
        """What somebody is to do, on the verb or on whom it is said to: "called on X to leave"."""
        tokens = self.tokens
        below = [o for c in tokens.children[verb] for o in (c, *self.grammar.objects_of(c))]
        verbs = [v for o in (verb, *below) for v in tokens.children[o] if tokens.pos[v] == "VERB"]
        opened = [tokens.lower[tokens.lefts[v] : v] for v in verbs]  # "not to arm X" too
        return [v for v, words in zip(verbs, opened, strict=True) if "to" in words[:2] and v > verb]

    def _complements(self, verb: int) -> list[int]:
        """What a verb makes of its subject or object: "was a prisoner", "declared X a threat"."""
        tokens = self.tokens
        said = [c for c in tokens.children[verb] if tokens.dep[c] in ("attr", "acomp", "oprd")]
        objects = [c for c in tokens.children[verb] if tokens.dep[c] == "dobj"]
        said += objects[1:]
        for child in objects:
            # "declared X a threat", whose parse takes the threat for another name of X
            beside = [c for c in tokens.children[child] if tokens.dep[c] == "appos"]
            said += [c for c in beside if tokens.text[tokens.lefts[c] - 1] != ","]
        called = self.grammar.small_clause(verb)
        return said if called is None else [*said, called]

    def _partners(self, verb: int) -> list[int]:
        """With whom it is done: "together with X", "in partnership with X", "a deal with X to"."""
        tokens, doers = self.tokens, (verb, *self.verbs.subject(verb))
        partners = [p for doer in doers for p in self.grammar.together_with(doer)]
        carriers = [*doers, *(c for c in tokens.children[verb] if tokens.dep[c] == "dobj")]
        for carrier in carriers:
            shared = self.grammar.after_prepositions(tokens.children[carrier], "in")
            partners += [
                partner
                for noun in shared
                if tokens.lemma[noun] in _SHARED
                for partner in self.grammar.after_prepositions(tokens.children[noun], "with")
            ]
        above = tokens.heads[verb]
        deals = (above, *(c for c in tokens.children[above] if tokens.dep[c] == "dobj"))
        if tokens.lower[tokens.lefts[verb]] == "to":  # "a deal with X to build"
            bargained = (d for d in deals if tokens.lemma[d] in _DEALS)
            partners += [partner for d in bargained for partner in self.prepositional(d, "with")]
        return partners

    def _users(self, verb: int) -> list[int]:
        """Who is said to have what a verb after a noun tells of ("X flies jets supplied by Y")."""
        tokens, noun = self.tokens, self.tokens.heads[verb]
        using = tokens.heads[noun]
        reduced = tokens.dep[verb] in ("acl", "relcl") and tokens.dep[noun] == "dobj"
        return self.verbs.subject(using) if reduced and tokens.lemma[using] in _USING else []

    def heads(self, trigger: int, role: str) -> list[int]:
        """The nouns that fill `role` of a trigger: one of `named`, or else a preposition."""
        named = self.named.get(role)
        return named(trigger) if named is not None else self.prepositional(trigger, role)

    def subject(self, verb: int) -> list[int]:
        """The logical subject of a verb."""
        return self.verbs.subject(verb)

    def antecedents(self, index: int) -> list[int]:
        """The nouns that a pronoun or a bare noun takes up."""
        return self.anaphora.antecedents(index, self.verbs.subject)

    def prepositional(self, trigger: int, word: str) -> list[int]:
        """The nouns after a preposition that belongs to the trigger, days after "on" aside.

        Direct attachments come first; then what follows the trigger's object or stands right after
        the trigger, because parsers attach "sent troops to Kursk" either way.
        """
        if word in NEAR and (listed := listed_places(self.found, trigger, word)):
            return listed
        if word == "in" and (place := self.verbs.lost.where(trigger)) is not None:
            return [place]
        if word != "on":
            return self._governed(trigger, word)
        # "Norway on Monday imposed sanctions on Kenya"
        return [n for n in self._governed(trigger, word) if self.tokens.ent[n] != "DATE"]

    def _governed(self, trigger: int, word: str) -> list[int]:
        tokens = self.tokens
        if word not in self._words_around(trigger):
            return []
        direct = self.grammar.after_prepositions(tokens.children[trigger], word)
        if word == "on":
            direct = [noun for noun in direct if tokens.ent[noun] != "DATE"]
        if direct:
            return direct
        if tokens.pos[trigger] == "NOUN" and (direct := self._below_parts(trigger, word)):
            return direct
        if tokens.pos[trigger] in ("VERB", "AUX"):
            return self._after_verb(trigger, word)
        held = self.verbs.of_relative(trigger)  # "the talks that X held with Y"
        below = tokens.children[held] if held is not None else []
        if direct := self.grammar.after_prepositions(below, word):
            return direct
        following = trigger + 1
        if following < len(tokens) and tokens.lower[following] == word:
            return self.grammar.objects_of(following)
        verb = tokens.heads[trigger]
        if tokens.dep[trigger] == "pobj" and tokens.lower[verb] in ("in", "at", "into"):
            near = (*tokens.children[verb], *tokens.children[tokens.heads[verb]])
            return self.grammar.after_prepositions(near, word, after=trigger)
        if tokens.dep[trigger] == "attr" and tokens.dep[verb] == "relcl":
            ahead = self.grammar.after_prepositions(tokens.children[verb], word)
            return [i for i in ahead if i < verb and self.grammar.is_relative(i)]
        happens = tokens.lemma[verb] in self.grammar.words.happening
        if tokens.dep[trigger] == "nsubj" and happens:
            if found := self.grammar.after_prepositions(tokens.children[verb], word):
                return found
            if found := self._below_parts(verb, word):
                return found  # "fighting broke out between X and Y in Z"
        lends = tokens.dep[trigger] in ("dobj", "nsubjpass") and tokens.pos[verb] == "VERB"
        done_by = word == "by" and not self.grammar.is_passive(verb)  # "follows a visit by X"
        if lends and (done_by or word not in ("of", "by", "in", "at")):
            return self.grammar.after_prepositions(tokens.children[verb], word, after=trigger)
        if word == "between" and tokens.dep[trigger] in ("nsubj", "nsubjpass"):
            places = [verb, *(c for c in tokens.children[verb] if tokens.dep[c] == "dobj")]
            return [
                n for p in places for n in self.grammar.after_prepositions(tokens.children[p], word)
            ]
        return []

    def _words_around(self, index: int) -> frozenset[str]:
        """The words of a word's sentence and the one after it: most lack most prepositions."""
        number = self.tokens.sent_of[index]
        if number not in self._words_of:
            start, end = self.tokens.sents[number]
            self._words_of[number] = frozenset(self.tokens.lower[start : end + 1])
        return self._words_of[number]

    def _below_parts(self, noun: int, word: str) -> list[int]:
        """What a preposition governs that the parse hangs on a noun inside the phrase.

        "A member of the assembly for X"; "a clash between Y and Z in X", "the presence of Y in X".
        """
        whose = _PARTS.get(word, ("of", "between") if word in _PLACING else ())
        if word in _PLACING and self.tokens.lemma[noun] in _FIGHTING:
            whose = (*whose, "with", "against")  # "clashes with Y in Z"
        inner = [
            c for link in whose
            for n in self.grammar.after_prepositions(self.tokens.children[noun], link)
            for c in self.grammar.conjuncts(n)
        ]  # fmt: skip
        below = [c for n in inner for c in self.tokens.children[n]]
        return self.grammar.after_prepositions(below, word)

    def _after_verb(self, verb: int, word: str) -> list[int]:
        """What a preposition governs below a verb's object or particle, or a verb joined to it."""
        tokens = self.tokens
        carriers = [
            c for c in tokens.children[verb] if tokens.dep[c] in ("dobj", "advmod", "nsubjpass")
        ]
        founds = tokens.lemma[verb] in _FOUNDING
        carriers += [
            o
            for p in tokens.children[verb]
            if tokens.dep[p] in ("prep", "prt", "advmod", "npadvmod", "agent")
            and tokens.lower[p] not in _OF_TWO_WORDS
            and not (tokens.lower[p] in _OTHER_TIMES and (p < verb or founds))
            for o in (p, *self.grammar.objects_of(p))
        ]
        if word == "with" and tokens.lemma[verb] in _DISCUSSING:
            # "discussed his reaction to the strikes with X", which may hang on the strikes
            topics = [o for c in carriers if tokens.dep[c] == "dobj" for o in self._within(c)]
            carriers = [c for c in carriers if c not in topics] + topics
        if tokens.dep[verb] == "acl" and self.grammar.is_passive(verb):
            carriers.append(tokens.heads[verb])  # "restrictions on X introduced by Y"
        if word == "of":
            measures = self.grammar.words.quantities | _OF_OTHERS
            carriers = [c for c in carriers if tokens.lemma[c].lower() in measures]
        for _ in range(MAX_DEPTH if word != "of" else 1):
            for carrier in carriers:
                below = self.grammar.after_prepositions(tokens.children[carrier], word)
                if below:
                    return below
            carriers = [c for i in carriers for c in tokens.children[i] if self._passes_on(c)]
        joined = tokens.child(verb, "conj")
        if joined is not None and 0 < joined - verb <= NEAR_CONJUNCT:
            return self.grammar.after_prepositions(tokens.children[joined], word)
        return []

    def _within(self, noun: int) -> list[int]:
        """The nouns below a noun, prepositions passed through."""
        below = [
            o
            for c in self.tokens.children[noun]
            if self.tokens.dep[c] == "prep" and self.tokens.lower[c] != "with"
            for o in self.grammar.objects_of(c)
        ]
        return [noun, *(n for o in below for n in self._within(o))]

    def _passes_on(self, index: int) -> bool:
        """Whether what hangs below a word may belong to the verb above ("worth of aid to X")."""
        tokens = self.tokens
        measured = tokens.dep[index] == "prep" and tokens.lower[index] in ("in", "of", "worth")
        below = tokens.dep[index] in ("pobj", "npadvmod", "conj", "appos")
        return measured or (below and tokens.pos[index] not in ("VERB", "AUX"))

    def _owners(self, noun: int) -> list[int]:
        """Whose plan, promise or attempt a noun names: "Russia's attempt to capture".

        Who accepts an invitation is to do what it asks for, whoever invites.
        """
        verb = self.tokens.heads[noun]
        if self.tokens.lemma[noun] == "invitation" and self.tokens.lemma[verb] == "accept":
            return self.verbs.subject(verb)
        owners = self.owners.of(noun) or self.nouns.modifiers(noun)
        for word in ("of", "by"):
            owners = owners or self.grammar.after_prepositions(self.tokens.children[noun], word)
        owners = owners or self.nouns.carrier(noun)
        if not owners and self.tokens.lemma[noun] in self.grammar.words.chances:
            owners = self.verbs.subject(verb) if self.tokens.dep[noun] == "dobj" else []
        stated = self.tokens.lemma[verb] in self.grammar.words.stating_verbs
        if not owners and stated and self.tokens.dep[noun] == "dobj":
            return self.verbs.subject(verb)
        return owners
