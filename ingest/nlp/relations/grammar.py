"""What a parse says about a noun or verb, corrected where small parsers are known to go wrong.

`Grammar` answers the questions that roles and arguments are made of: whether a verb is passive,
what a relative pronoun stands for, what is coordinated with a name. Word lists are in
data/en/arguments.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.relations.coordination import NOMINAL, Coordination
from ingest.nlp.tokens import Tokens

VERBAL = frozenset({"VERB", "AUX"})
_LEFT_DEPS = frozenset({"amod", "compound", "nmod", "npadvmod", "conj", "appos", "dep", "punct"})
_THINGS = frozenset({"Organization", "ArmedGroup", "Channel"})
_ALONG = frozenset({"together", "along", "jointly"})
_PROVING = frozenset({"turn", "prove"})
_SUBJECTS = ("nsubj", "nsubjpass")
_HYPHENS = frozenset({"-", "–", "—", "‑"})


@dataclass(frozen=True)
class ArgumentWords:
    """The word lists of arguments.yaml as sets."""

    stand_ins: dict[str, frozenset[str]]
    quantities: frozenset[str]
    categories: frozenset[str]
    support_verbs: frozenset[str]
    stating_verbs: frozenset[str]
    coming: frozenset[str]
    occasions: frozenset[str]
    object_control: frozenset[str]
    side_prefixes: frozenset[str]
    parties: frozenset[str]
    leaders: frozenset[str]
    bodies: frozenset[str]
    facilities: frozenset[str]
    directions: frozenset[str]
    sites: frozenset[str]
    taken_up: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def argument_words() -> ArgumentWords:
    """The word lists, read once a process."""
    lists = load("arguments")
    return ArgumentWords(
        stand_ins={name: frozenset(words) for name, words in lists["stand_ins"].items()},
        quantities=frozenset(lists["quantities"]),
        categories=frozenset(lists["categories"]),
        support_verbs=frozenset(lists["support_verbs"]),
        stating_verbs=frozenset(lists["stating_verbs"]),
        coming=frozenset(lists["coming"]),
        occasions=frozenset(lists["occasions"]),
        object_control=frozenset(lists["object_control"]),
        side_prefixes=frozenset(lists["side_prefixes"]),
        parties=frozenset(lists["parties"]),
        leaders=frozenset(lists["leaders"]),
        bodies=frozenset(lists["bodies"]),
        facilities=frozenset(lists["facilities"]),
        directions=frozenset(lists["directions"]),
        sites=frozenset(lists["sites"]),
        taken_up={word: frozenset(types) for word, types in lists["taken_up"].items()},
    )


class Grammar:
    """Grammatical questions about one document's tokens."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.tokens: Tokens = found.tokens
        self.words = argument_words()
        self.conjuncts = Coordination(found, self.words.categories).conjuncts

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

    def together_with(self, index: int) -> list[int]:
        """Who else does it in "X, together with Y," and "X, along with Y,"."""
        tokens = self.tokens
        found: list[int] = []
        for child in tokens.children[index]:
            along = tokens.lower[child] in ("together", "along", "jointly")
            for c in tokens.children[child] if along else (child,):
                if tokens.lower[c] == "with" and tokens.lower[c - 1] in _ALONG:
                    found += self.objects_of(c)
        return found

    def proves_to_be(self, noun: int) -> int | None:
        """The name in "the administrator of X turned out to be NAME"."""
        tokens, verb = self.tokens, self.tokens.heads[noun]
        if tokens.dep[noun] not in _SUBJECTS or tokens.lemma[verb] not in _PROVING:
            return None
        copula = tokens.child(verb, "xcomp")
        if copula is None or tokens.lemma[copula] != "be":
            return None
        return tokens.child(copula, "attr")

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is passive, reduced passives ("arms sent by") included."""
        tokens = self.tokens
        deps = {tokens.dep[c] for c in tokens.children[verb]}
        if deps & {"nsubjpass", "auxpass"}:
            return True
        # "The agreements, concluded by X, lapsed", whose participle the parse took for the verb
        reduced = verb > 0 and tokens.text[verb - 1] == ","
        if "agent" in deps and not deps & ({"dobj"} if reduced else {"dobj", "nsubj"}):
            return True
        if tokens.tag[verb] != "VBN":
            return False
        if "agent" in deps:
            return True
        if any(tokens.dep[c] == "aux" for c in tokens.children[verb]):
            return False
        dep = tokens.dep[verb]
        if self.carries_sentence(verb):
            return False
        head = tokens.heads[verb]
        if dep in ("acl", "advcl") or (dep == "amod" and head < verb):
            return True
        return dep == "conj" and head != verb and self.is_passive(head)

    def carries_sentence(self, verb: int) -> bool:
        """Whether a participle below a noun is the one verb of a sentence that ends with a stop.

        "Kenyan forces attacked in Tamale." needs a verb; a headline does not. So does the clause
        of "said that Kenyan forces attacked in Tamale".
        """
        tokens, head = self.tokens, self.tokens.heads[verb]
        if tokens.dep[verb] == "acl" and tokens.child(head, "mark") is not None:
            return tokens.dep[head] in ("ccomp", "advcl")
        start, end = tokens.sents[tokens.sent_of[verb]]
        below = tokens.dep[verb] == "acl" and tokens.heads[head] == head
        if not below or tokens.text[end - 1] != ".":
            return False
        return all(tokens.pos[i] not in VERBAL for i in range(start, end) if i != verb)

    def agents(self, verb: int) -> list[int]:
        """Who does it in a passive clause."""
        below = self.tokens.children[verb]
        doers = self.after_prepositions(below, "by")
        if not doers:  # "is owned in turn by X"
            between = [n for c in below if self.tokens.lower[c] == "in" for n in self.objects_of(c)]
            near = [c for noun in between for c in self.tokens.children[noun]]
            doers = self.after_prepositions(near, "by")
        return [*doers, *(other for doer in doers for other in self.together_with(doer))]

    def named_behind(self, noun: int) -> int | None:
        """Worku in "a spokesman for Abiy, Girma Worku": nobody is called by two names."""
        tokens, holder = self.tokens, self.found.holder
        for preposition in (c for c in tokens.children[noun] if tokens.dep[c] == "prep"):
            whose = tokens.child(preposition, "pobj")
            named = tokens.child(whose, "appos") if whose is not None else None
            if whose is None or named is None:
                continue
            ids = {mention.entity for i in (whose, named) if (mention := holder[i]) is not None}
            if len(ids) == 2 and all(self.found.type_of(id_) == "Person" for id_ in ids):
                return named
        return None

    def passive_subject(self, verb: int) -> int | None:
        """A passive verb's subject, shared by the verbs coordinated with it."""
        tokens = self.tokens
        own = tokens.child(verb, "nsubjpass", "nsubj")
        joined = ("conj", "xcomp", "acomp")  # "is majority-owned by X"
        while own is None and tokens.dep[verb] in joined and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
            own = tokens.child(verb, "nsubjpass", "nsubj")
        return own

    def possessive(self, index: int) -> bool:
        """Whether a supposed subject is a possessor whose noun the parser lost."""
        following = index + 1
        return following < len(self.tokens) and self.tokens.tag[following] == "POS"

    def is_relative(self, index: int) -> bool:
        """Whether a word is a relative pronoun."""
        return self.tokens.tag[index] in ("WDT", "WP") or (
            self.tokens.lower[index] == "that" and self.tokens.pos[index] in ("PRON", "SCONJ")
        )

    def antecedent(self, index: int, verb: int) -> int:
        """The noun a relative pronoun stands for, or the word itself."""
        tokens = self.tokens
        if not self.is_relative(index) or self.found.holder[index] is not None:
            return index
        while tokens.dep[verb] in ("conj", "xcomp", "ccomp") and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
        if tokens.dep[verb] != "relcl":
            return index
        nearest = [c for c in self.conjuncts(tokens.heads[verb]) if c < index]
        parsed = max(nearest, default=tokens.heads[verb])
        if tokens.lower[index] in ("who", "whom"):
            parsed = self._somebody(parsed)
        before = index - 1
        before -= tokens.heads[index] == before and tokens.pos[before] in ("ADP", "PART")
        before -= before > 0 and tokens.text[before] == ","
        beside = self.found.holder[before] if before >= 0 else None
        named = self.found.holder[parsed]
        thing = tokens.lower[index] == "which"  # and nobody: "Popko of the alliance, to which"
        told = named is not None and not (thing and self.found.type_of(named.entity) == "Person")
        if beside is None or told or beside.end - 1 != before:
            return parsed
        person = self.found.type_of(beside.entity) == "Person"
        return before if person == (tokens.lower[index] == "who") else parsed

    def _somebody(self, noun: int) -> int:
        """Whom "who" means in "a member of the council who": the member, for a council is none."""
        tokens = self.tokens
        for _ in range(3):
            mention = self.found.holder[noun]
            body = mention is not None and self.found.type_of(mention.entity) in _THINGS
            preposition = tokens.heads[noun]
            if not body or tokens.dep[noun] != "pobj" or tokens.lower[preposition] != "of":
                break
            noun = tokens.heads[preposition]
        if self.found.holder[noun] is None and tokens.dep[noun] == "pobj":
            # "X, a deputy of the regional council, who": X is who
            role = tokens.heads[tokens.heads[noun]]
            noun = role if tokens.dep[role] == "appos" else noun
        above = self.found.holder[tokens.heads[noun]] if tokens.dep[noun] == "appos" else None
        person = above is not None and self.found.type_of(above.entity) == "Person"
        return tokens.heads[noun] if person and self.found.holder[noun] is None else noun

    def phrase_after(self, verb: int) -> int | None:
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

    def first_conjunct(self, index: int) -> int:
        """The first noun of a coordination."""
        tokens = self.tokens
        while tokens.dep[index] == "conj" and tokens.pos[tokens.heads[index]] in NOMINAL:
            index = tokens.heads[index]
        return index

    def modifies(self, index: int, noun: int) -> bool:
        """Whether a name stands before a noun as its modifier, directly or through another one."""
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

    def verb_above(self, index: int) -> int:
        """The verb in whose clause a word stands."""
        tokens = self.tokens
        while tokens.pos[index] not in VERBAL and tokens.heads[index] != index:
            index = tokens.heads[index]
        return index

    def after_prepositions(
        self, candidates: Iterable[int], word: str, *, after: int = -1
    ) -> list[int]:
        """The nouns governed by those candidates that are this preposition."""
        tokens = self.tokens
        return [
            inner
            for c in candidates
            if c > after and tokens.lower[c] == word and tokens.pos[c] != "NOUN"
            for inner in self.objects_of(c)
        ]

    def name_beside(self, noun: int) -> Mention | None:
        """The thing in "the corporation X" and "X, a company", whatever the parse hangs where."""
        tokens, holder = self.tokens, self.found.holder
        after = holder[noun + 1] if noun + 1 < len(tokens) else None
        if after is not None and after.start == noun + 1 and tokens.heads[after.end - 1] == noun:
            return after if after.kind == "name" else None
        at = tokens.lefts[noun] - 1
        before = holder[at - 1] if at > 0 and tokens.text[at] == "," else None
        thing = before is not None and self.found.type_of(before.entity) in _THINGS
        return before if thing and before is not None and before.end == at else None

    def called(self, noun: int) -> list[int]:
        """The name in "a foundation called X", and in "the party, X" where the parse lost it."""
        tokens, holder = self.tokens, self.found.holder
        for child in tokens.children[noun]:
            if tokens.dep[child] == "acl" and tokens.lemma[child] in ("call", "name", "dub"):
                names = [c for c in tokens.children[child] if tokens.dep[c] == "oprd"]
                named = any(m is not None for m in holder[child + 1 : child + 3])
                return names if named else []
        at = noun + 2
        if at < len(tokens) and tokens.text[noun + 1] == ",":
            at += tokens.lower[at] == "the"
            mention = holder[at] if at < len(tokens) else None
            lost = mention is not None and tokens.dep[mention.end - 1] in ("appos", "npadvmod")
            return [mention.end - 1] if mention is not None and lost else []
        for owner in self.after_prepositions(tokens.children[noun], "of"):
            at = owner + 2  # "a native of the town, X"
            mention = holder[at] if at < len(tokens) and tokens.text[owner + 1] == "," else None
            if mention is None or mention.start != at or holder[owner] is not None:
                continue
            apposed = tokens.dep[mention.end - 1] == "appos"
            if apposed and self.found.type_of(mention.entity) == "Person":
                return [mention.end - 1]
        return []

    def examples(self, noun: int) -> list[int]:
        """The names a noun in the plural is illustrated by: "outlets including X", "such as X"."""
        tokens = self.tokens
        examples = self.after_prepositions(tokens.children[noun], "including")
        for child in tokens.children[noun]:
            if tokens.lower[child] == "as" and tokens.lower[child - 1] == "such":
                examples += self.objects_of(child)
        return examples

    def objects_of(self, preposition: int) -> list[int]:
        """The nouns a preposition governs."""
        tokens, lower = self.tokens, self.tokens.lower[preposition]
        found = [c for c in tokens.children[preposition] if tokens.dep[c] == "pobj"]
        for child in tokens.children[preposition]:
            if tokens.dep[child] == "conj" and tokens.lower[child] == lower:
                found += self.objects_of(child)  # "sanctions on X and on Y"
        return found
