"""Who does what to whom: the arguments of a verb or noun, and the entities they stand for.

Two steps. `Arguments.heads` follows grammar from a trigger word to the nouns that fill a role
(logical subject and object through passives, relative clauses, control, coordination, support
verbs); `Arguments.entities` says which entities such a noun stands for ("thousands of North Korean
soldiers", "the village of X", "Moscow's army"). Word lists are in data/en/arguments.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"})
_VERBAL = frozenset({"VERB", "AUX"})
_LEFT_DEPS = frozenset({"amod", "compound", "nmod", "npadvmod", "conj", "appos", "dep", "punct"})
_SUBJECTS = ("nsubj", "csubj", "expl")
_HYPHENS = frozenset({"-", "–", "—", "‑"})
_COLLECTIVE = frozenset({"State", "Organization", "Bloc", "ArmedGroup"})
_PERSONAL = frozenset({"assets", "interests"})
MAX_COORDINATED = 6


@dataclass(frozen=True)
class ArgumentWords:
    """The word lists of arguments.yaml as sets."""

    stand_ins: dict[str, frozenset[str]]
    quantities: frozenset[str]
    categories: frozenset[str]
    support_verbs: frozenset[str]
    occasions: frozenset[str]
    object_control: frozenset[str]
    side_prefixes: frozenset[str]
    parties: frozenset[str]
    leaders: frozenset[str]
    bodies: frozenset[str]
    facilities: frozenset[str]
    directions: frozenset[str]


@lru_cache(maxsize=1)
def argument_words() -> ArgumentWords:
    """The word lists, read once a process."""
    lists = load("arguments")
    return ArgumentWords(
        stand_ins={name: frozenset(words) for name, words in lists["stand_ins"].items()},
        quantities=frozenset(lists["quantities"]),
        categories=frozenset(lists["categories"]),
        support_verbs=frozenset(lists["support_verbs"]),
        occasions=frozenset(lists["occasions"]),
        object_control=frozenset(lists["object_control"]),
        side_prefixes=frozenset(lists["side_prefixes"]),
        parties=frozenset(lists["parties"]),
        leaders=frozenset(lists["leaders"]),
        bodies=frozenset(lists["bodies"]),
        facilities=frozenset(lists["facilities"]),
        directions=frozenset(lists["directions"]),
    )


class Arguments:
    """The argument finder of one document.

    `titled` gives, for the tokens of a title, the person it stands before.
    """

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.tokens: Tokens = found.tokens
        self.words = argument_words()
        self.titled: dict[int, Mention] = {}

    # Roles: from a trigger to the nouns that fill it.

    def heads(self, trigger: int, role: str) -> list[int]:
        """The nouns that fill `role` of a trigger: a name below, or else a preposition."""
        if role == "subject":
            return self.subject(trigger)
        if role == "object":
            return self.object(trigger)
        if role == "indirect":
            return self.indirect(trigger)
        if role == "possessor":
            return self.possessors(trigger)
        if role == "modifier":
            return self.modifiers(trigger)
        if role == "kind":
            return self.kinds(trigger)
        if role == "carrier":
            return self.carrier(trigger)
        if role == "occasion":
            return self.occasion(trigger)
        if role == "referent":
            return self.referent(trigger)
        return self.prepositional(trigger, role)

    def subject(self, verb: int, depth: int = 0) -> list[int]:
        """The logical subject: who does it, also where the sentence is passive or the verb bare."""
        tokens = self.tokens
        if depth > 4:
            return []
        if self._is_passive(verb):
            return self._agents(verb)
        own = tokens.child(verb, *_SUBJECTS)
        if own is not None and tokens.dep[own] != "expl":
            return [] if self._possessive(own) else [self._antecedent(own, verb)]
        dep, head = tokens.dep[verb], tokens.heads[verb]
        if dep in ("acl", "relcl"):
            return [head] if tokens.tag[verb] == "VBG" or dep == "relcl" else self._planner(head)
        if dep in ("xcomp", "ccomp"):
            return self._controller(head, depth)
        if dep == "pcomp":
            return self._governor_of_gerund(head, depth)
        if dep in ("conj", "advcl", "dep") and tokens.pos[head] in _VERBAL:
            if self._is_passive(head):
                passive = tokens.child(head, "nsubjpass")
                return [self._antecedent(passive, head)] if passive is not None else []
            return self.subject(head, depth + 1)
        return []

    def object(self, verb: int) -> list[int]:
        """The logical object: what it is done to, also as a passive's subject."""
        tokens = self.tokens
        if self._is_passive(verb):
            own = self._passive_subject(verb)
            if own is None:
                return self._passive_head(verb)
            return [] if self._possessive(own) else [self._antecedent(own, verb)]
        direct = [c for c in tokens.children[verb] if tokens.dep[c] == "dobj"]
        own = direct[-1] if direct else None
        if own is None and tokens.lemma[verb] == "help":
            clause = tokens.child(verb, "ccomp", "xcomp")
            own = tokens.child(clause, "nsubj") if clause is not None else None
        if own is not None:
            return [self._antecedent(own, verb)]
        if tokens.tag[verb] == "VBG":
            following = self._phrase_after(verb)
            if following is not None:
                return [following]
        if tokens.dep[verb] == "relcl":
            subject = tokens.child(verb, "nsubj")
            if subject is not None and not self._is_relative(subject):
                return [tokens.heads[verb]]
        shared = [c for c in tokens.children[verb] if tokens.dep[c] == "conj" and c > verb]
        if shared and tokens.pos[shared[0]] == "VERB" and shared[0] - verb <= 3:
            later = tokens.child(shared[0], "dobj")
            if later is not None and tokens.child(shared[0], "nsubj") is None:
                return [later]
        return []

    def _phrase_after(self, verb: int) -> int | None:
        """The name right after a participle the parser lost the object of ("citing Kenya's X")."""
        tokens, holder = self.tokens, self.found.holder
        at = verb + 1
        if at < len(tokens) and tokens.pos[at] == "DET":
            at += 1
        mention = holder[at] if at < len(tokens) else None
        while mention is not None and mention.end + 1 < len(tokens):
            following = holder[mention.end + 1]
            if tokens.tag[mention.end] != "POS" or following is None:
                break
            mention = following
        return mention.end - 1 if mention is not None and mention.kind == "name" else None

    def indirect(self, verb: int) -> list[int]:
        """The recipient in "gave Russia weapons" (and the subject of "was given weapons")."""
        tokens = self.tokens
        for child in tokens.children[verb]:
            if tokens.dep[child] == "dative" and tokens.pos[child] != "ADP":
                return [child]
        objects = [c for c in tokens.children[verb] if tokens.dep[c] in ("dobj", "oprd")]
        if len(objects) > 1:
            return objects[:1]
        first = self.found.holder[verb + 1] if verb + 1 < len(tokens) else None
        if objects and first is not None and first.start == verb + 1 and first.kind != "demonym":
            last = first.end - 1
            beside = tokens.heads[last] == objects[0] and tokens.dep[last] in ("compound", "nmod")
            forces = tokens.lemma[objects[0]] in self.words.stand_ins["forces"]
            whose = self.found.type_of(first.entity)
            if beside and (whose == "State" or not forces):
                return [last]
        return []

    def prepositional(self, trigger: int, word: str) -> list[int]:
        """The nouns after a preposition that belongs to the trigger.

        Direct attachments come first; then what follows the trigger's object or stands right after
        the trigger, because parsers attach "sent troops to Kursk" either way.
        """
        tokens = self.tokens
        direct = self._after_prepositions(tokens.children[trigger], word)
        if direct:
            return direct
        if tokens.pos[trigger] == "VERB":
            carriers = [c for c in tokens.children[trigger] if tokens.dep[c] in ("dobj", "advmod")]
            carriers += [
                o
                for c in carriers
                for p in tokens.children[c]
                if tokens.dep[p] == "prep" and tokens.lower[p] in ("in", "of", "worth")
                for o in self._objects_of(p)
            ]
            carriers += [
                o
                for p in tokens.children[trigger]
                if tokens.dep[p] in ("prep", "prt", "advmod")
                for o in (p, *self._objects_of(p))
            ]
            for carrier in carriers:
                below = self._after_prepositions(tokens.children[carrier], word)
                if below and word != "of":
                    return below
            return []
        following = trigger + 1
        if following < len(tokens) and tokens.lower[following] == word:
            return self._objects_of(following)
        verb = tokens.heads[trigger]
        lends = tokens.dep[trigger] in ("dobj", "nsubjpass") and tokens.pos[verb] == "VERB"
        if lends and word not in ("of", "by", "in", "at"):
            return self._after_prepositions(tokens.children[verb], word, after=trigger)
        if word == "between" and tokens.dep[trigger] in ("nsubj", "nsubjpass"):
            places = [verb, *(c for c in tokens.children[verb] if tokens.dep[c] == "dobj")]
            return [n for p in places for n in self._after_prepositions(tokens.children[p], word)]
        return []

    def possessors(self, noun: int) -> list[int]:
        """Whose it is; "whose" and an unresolved "its" stand for what they refer to."""
        tokens = self.tokens
        found: list[int] = []
        for child in tokens.children[noun]:
            if tokens.dep[child] != "poss":
                continue
            if tokens.tag[child] == "WP$":
                verb = self._verb_above(noun)
                found += [tokens.heads[verb]] if tokens.dep[verb] == "relcl" else []
            elif tokens.lower[child] in ("its", "his", "her", "their"):
                known = self.found.holder[child] is not None
                found += [child] if known else self._own_subject(noun)
            else:
                found.append(child)
        return found

    def _own_subject(self, noun: int) -> list[int]:
        """Whose "its" is in "X lifted its sanctions": the clause's subject, unless that is it."""
        verb = self._verb_above(noun)
        if self.tokens.pos[verb] not in _VERBAL:
            return []
        subjects = self.subject(verb)
        left, right = self.tokens.subtree(subjects[0]) if subjects else (0, 0)
        return [] if left <= noun < right else subjects

    def _verb_above(self, index: int) -> int:
        tokens = self.tokens
        while tokens.pos[index] not in _VERBAL and tokens.heads[index] != index:
            index = tokens.heads[index]
        return index

    def modifiers(self, noun: int) -> list[int]:
        """Names before a noun: "US sanctions", "Russian-Brazilian talks", not "anti-Russian"."""
        tokens, holder = self.tokens, self.found.holder
        left = tokens.lefts[noun]
        names = []
        for index in range(max(left, noun - 8), noun):
            mention = holder[index]
            if mention is None or mention.end - 1 != index or mention is holder[noun]:
                continue
            if self._modifies(index, noun) and not self.sided(mention):
                names.append(index)
        return names

    def kinds(self, noun: int) -> list[int]:
        """The plain words before a noun that say of what kind it is ("arms deliveries")."""
        tokens = self.tokens
        return [
            c
            for c in tokens.children[noun]
            if tokens.dep[c] in ("compound", "amod", "nmod") and self.found.holder[c] is None
        ]

    def carrier(self, noun: int) -> list[int]:
        """Who carries out an action named by a noun: the subject of its support verb.

        "paid a visit", "imposed sanctions", "a strike carried out by", "is in talks".
        """
        tokens = self.tokens
        top = self._first_conjunct(noun)
        dep, head = tokens.dep[top], tokens.heads[top]
        if dep in ("dobj", "attr") and tokens.lemma[head] in self.words.support_verbs:
            return self.subject(head)
        if dep == "nsubjpass" and tokens.lemma[head] in self.words.support_verbs:
            return self._agents(head)
        if dep == "pobj" and tokens.lower[head] in ("in", "into", "on", "at", "to", "under"):
            verb = tokens.heads[head]
            if tokens.lemma[verb] in ("be", "engage", "enter", "involve", "participate", "go"):
                return self.subject(verb)
        for child in tokens.children[top]:
            if tokens.tag[child] == "VBN" and tokens.lemma[child] in self.words.support_verbs:
                return self._agents(child)
        return []

    def occasion(self, noun: int) -> list[int]:
        """Who acts on the occasion a noun names: "during a visit to Kyiv, the minister said"."""
        tokens = self.tokens
        top = self._first_conjunct(noun)
        head = tokens.heads[top]
        owned = any(
            tokens.dep[c] == "poss" and tokens.tag[c] != "PRP$" for c in tokens.children[noun]
        )
        if owned or tokens.dep[top] != "pobj" or tokens.lower[head] not in self.words.occasions:
            return []
        verb = tokens.heads[head]
        if tokens.pos[verb] in _VERBAL:
            return self.subject(verb)
        return [verb] if self.found.holder[verb] is not None else []

    def referent(self, noun: int) -> list[int]:
        """Whom a role noun describes: "X is an ally of", "its ally X", "X, a member of"."""
        tokens = self.tokens
        dep, head = tokens.dep[noun], tokens.heads[noun]
        if dep == "pobj" and tokens.lower[head] == "of":
            measure = tokens.heads[head]
            if tokens.lemma[measure] in self.words.quantities:
                dep, head = tokens.dep[measure], tokens.heads[measure]
        if dep == "conj" and tokens.dep[head] in ("attr", "appos"):
            dep, head = tokens.dep[head], tokens.heads[head]
        if dep == "attr" and tokens.lemma[head] in ("be", "become", "remain"):
            return self.subject(head)
        if dep == "pobj" and tokens.lower[head] == "as":
            verb = tokens.heads[head]
            return self.subject(verb) if tokens.lemma[verb] in ("serve", "act", "work") else []
        if dep == "nsubj" and tokens.lemma[head] == "be":
            attribute = tokens.child(head, "attr")
            return [] if attribute is None else [attribute]
        if dep == "appos":
            return [head] if self._closed(noun) or dep != tokens.dep[noun] else []
        named = [c for c in tokens.children[noun] if tokens.dep[c] == "appos"]
        if named:
            return named
        if dep in ("compound", "nmod") and head > noun:
            return [head]
        beside = self.found.holder[noun + 1] if noun + 1 < len(tokens) else None
        if beside is not None and beside.start == noun + 1 and beside.kind == "name":
            return [beside.end - 1]
        return []

    def _closed(self, noun: int) -> bool:
        """Whether an apposition ends in a pause, as "X, an ally of Y," does, rather than a verb."""
        tokens = self.tokens
        after = tokens.rights[noun] + 1
        return after >= len(tokens) or tokens.pos[after] not in ("VERB", "AUX")

    # Entities: from a noun to whom it stands for.

    def entities(self, head: int, through: Iterable[str] = ("government",)) -> list[str]:
        """The ids a noun stands for, its coordinated nouns included, in text order.

        `through` names the groups of stand-ins that may speak for the state or body they belong to.
        """
        ids: list[str] = []
        for index in self._conjuncts(head):
            for id_ in self._one(index, tuple(through), 0):
                if id_ not in ids:
                    ids.append(id_)
        return ids[:MAX_COORDINATED]

    def _one(self, head: int, through: tuple[str, ...], depth: int) -> list[str]:
        tokens, words = self.tokens, self.words
        mention = self.found.holder[head]
        lemma = tokens.lemma[head].lower()
        if mention is not None and (mention.kind != "demonym" or tokens.tag[head] in _PLURALS):
            return [] if self.sided(mention) else [mention.entity]
        if head in self.titled:
            return [self.titled[head].entity]
        if depth > 3:
            return []
        if lemma in words.quantities or lemma in words.categories:
            inner = self._after_prepositions(tokens.children[head], "of")
            inner += [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
            named = [id_ for i in inner for id_ in self._one(i, through, depth + 1)]
            if named:
                return named
        if any(lemma in words.stand_ins.get(group, ()) for group in through):
            owners = self.modifiers(head) + self.heads(head, "possessor")
            owners += self._after_prepositions(tokens.children[head], "of")
            personal = any(lemma in words.stand_ins[g] for g in through if g in _PERSONAL)
            types = _COLLECTIVE | {"Person", "Channel"} if personal else _COLLECTIVE
            return [i for o in owners for i in self._owner(o, types) or self._speaker(o)]
        beside = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
        if not beside and tokens.dep[head] == "appos":
            above = self.found.holder[tokens.heads[head]]
            return [above.entity] if above is not None and above.kind == "name" else []
        return [id_ for child in beside for id_ in self._one(child, through, depth + 1)]

    def _owner(self, index: int, types: frozenset[str] = _COLLECTIVE) -> list[str]:
        """Whose a stand-in is: a state or body; people have assets, but no forces."""
        mention = self.found.holder[index]
        if mention is None or self.sided(mention):
            return []
        return [mention.entity] if self.found.type_of(mention.entity) in types else []

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
        return [i for s in self.subject(tokens.heads[verb]) for i in self._owner(s)]

    def sided(self, mention: Mention) -> bool:
        """Whether a name only says whose side something is on ("pro-Russian", "Iran-backed")."""
        tokens = self.tokens
        first, after = mention.start, mention.end
        if first >= 2 and tokens.text[first - 1] in _HYPHENS:
            return tokens.lower[first - 2] in self.words.side_prefixes
        if after + 1 < len(tokens) and tokens.text[after] in _HYPHENS:
            return tokens.tag[after + 1] == "VBN" or tokens.lower[after + 1] in (
                "aligned", "based", "speaking", "language", "style", "occupied", "born",
            )  # fmt: skip
        return False

    def _conjuncts(self, head: int) -> list[int]:
        """A noun and the nouns coordinated with it, also where the parser hangs them in a name."""
        found: list[int] = [head]
        queue = [head]
        while queue and len(found) <= MAX_COORDINATED:
            index = queue.pop(0)
            mention = self.found.holder[index]
            span = range(mention.start, mention.end) if mention is not None else (index,)
            for inside in span:
                for child in self.tokens.children[inside]:
                    nominal = self.tokens.pos[child] in _NOMINAL
                    joined = self.tokens.dep[child] == "conj" or self._first_of_two(child)
                    if joined and nominal and child not in found:
                        found.append(child)
                        queue.append(child)
        return found

    def _first_of_two(self, index: int) -> bool:
        """Whether a name the parser took for a modifier is coordinated: "X and President Y met"."""
        tokens = self.tokens
        named = self.found.holder[index] is not None
        modifies = tokens.dep[index] in ("nmod", "compound", "appos")
        return named and modifies and any(tokens.dep[c] == "cc" for c in tokens.children[index])

    # Grammar helpers.

    def _is_passive(self, verb: int) -> bool:
        tokens = self.tokens
        if any(tokens.dep[c] in ("nsubjpass", "auxpass", "agent") for c in tokens.children[verb]):
            return True
        if tokens.tag[verb] != "VBN":
            return False
        if any(tokens.dep[c] == "aux" for c in tokens.children[verb]):
            return False
        dep = tokens.dep[verb]
        if dep in ("acl", "advcl"):
            return True
        head = tokens.heads[verb]
        return dep == "conj" and head != verb and self._is_passive(head)

    def _agents(self, verb: int) -> list[int]:
        return self._after_prepositions(self.tokens.children[verb], "by")

    def _passive_subject(self, verb: int) -> int | None:
        tokens = self.tokens
        own = tokens.child(verb, "nsubjpass", "nsubj")
        while own is None and tokens.dep[verb] in ("conj", "xcomp") and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
            own = tokens.child(verb, "nsubjpass", "nsubj")
        return own

    def _passive_head(self, verb: int) -> list[int]:
        """The noun a reduced passive stands on ("arms supplied by", "X, captured in May, ...")."""
        tokens = self.tokens
        while tokens.dep[verb] == "conj" and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
        head = tokens.heads[verb]
        if tokens.dep[verb] in ("acl", "relcl"):
            return [head]
        if tokens.dep[verb] == "advcl" and tokens.pos[head] in _VERBAL:
            return self.subject(head)
        return []

    def _possessive(self, index: int) -> bool:
        """Whether a supposed subject is a possessor whose noun the parser lost."""
        following = index + 1
        return following < len(self.tokens) and self.tokens.tag[following] == "POS"

    def _is_relative(self, index: int) -> bool:
        return self.tokens.tag[index] in ("WDT", "WP") or (
            self.tokens.lower[index] == "that" and self.tokens.pos[index] in ("PRON", "SCONJ")
        )

    def _antecedent(self, index: int, verb: int) -> int:
        """The noun a relative pronoun stands for, or the word itself."""
        tokens = self.tokens
        if not self._is_relative(index) or self.found.holder[index] is not None:
            return index
        while tokens.dep[verb] in ("conj", "xcomp", "ccomp") and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
        if tokens.dep[verb] != "relcl":
            return index
        nearest = [c for c in self._conjuncts(tokens.heads[verb]) if c < index]
        parsed = max(nearest, default=tokens.heads[verb])
        before = index - 1
        before -= before > 0 and tokens.text[before] == ","
        beside = self.found.holder[before] if before >= 0 else None
        if beside is None or self.found.holder[parsed] is not None or beside.end - 1 != before:
            return parsed
        person = self.found.type_of(beside.entity) == "Person"
        return before if person == (tokens.lower[index] == "who") else parsed

    def _controller(self, head: int, depth: int) -> list[int]:
        """The subject of an infinitive: the object of "urged X to", else the subject above."""
        tokens = self.tokens
        if tokens.pos[head] not in _VERBAL:
            return []
        if tokens.lemma[head] in self.words.object_control:
            inner = self.object(head)
            if inner:
                return inner
        if self._is_passive(head):
            own = self._passive_subject(head)
            return [self._antecedent(own, head)] if own is not None else []
        return self.subject(head, depth + 1)

    def _governor_of_gerund(self, preposition: int, depth: int) -> list[int]:
        """The doer of "accused X of doing", "thanked X for doing", "after doing"."""
        tokens = self.tokens
        head = tokens.heads[preposition]
        if tokens.pos[head] not in _VERBAL:
            return self._planner(head) if tokens.lower[preposition] == "of" else []
        controlled = tokens.lemma[head] in self.words.object_control
        same = tokens.dep[preposition] == "cc" or tokens.lower[preposition] in (
            "by",
            "after",
            "before",
            "without",
            "while",
            "when",
        )
        return self._controller(head, depth) if controlled or same else []

    def _planner(self, noun: int) -> list[int]:
        """Whose plan, promise or attempt a noun names: "Russia's attempt to capture"."""
        owners = self.heads(noun, "possessor") or self.modifiers(noun)
        owners = owners or self._after_prepositions(self.tokens.children[noun], "of")
        return owners or self.carrier(noun)

    def _first_conjunct(self, index: int) -> int:
        tokens = self.tokens
        while tokens.dep[index] == "conj" and tokens.pos[tokens.heads[index]] in _NOMINAL:
            index = tokens.heads[index]
        return index

    def _modifies(self, index: int, noun: int) -> bool:
        tokens = self.tokens
        beside = index == noun - 1 and tokens.dep[noun] in ("compound", "nmod")
        if beside and tokens.dep[index] in _LEFT_DEPS and tokens.heads[index] == tokens.heads[noun]:
            return True
        for _ in range(5):
            if tokens.dep[index] not in _LEFT_DEPS:
                return False
            index = tokens.heads[index]
            if index == noun:
                return True
        return False

    def _after_prepositions(
        self, candidates: Iterable[int], word: str, *, after: int = -1
    ) -> list[int]:
        tokens = self.tokens
        return [
            inner
            for c in candidates
            if c > after and tokens.lower[c] == word and tokens.pos[c] != "NOUN"
            for inner in self._objects_of(c)
        ]

    def _objects_of(self, preposition: int) -> list[int]:
        tokens = self.tokens
        return [c for c in tokens.children[preposition] if tokens.dep[c] == "pobj"]


_PLURALS = frozenset({"NNS", "NNPS"})
