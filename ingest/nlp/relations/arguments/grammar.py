"""What a parse says about a noun or verb, corrected where small parsers are known to go wrong.

`Grammar` answers the questions that roles and arguments are made of: whether a verb is passive,
what a relative pronoun stands for, what is coordinated with a name. Word lists are in
data/en/arguments.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.nlp.findings import BODIES, Findings, Mention
from ingest.nlp.relations.arguments.clefts import put_forward
from ingest.nlp.relations.arguments.coordination import NOMINAL, Coordination
from ingest.nlp.relations.arguments.origins import HYPHENS, is_made
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.tokens import Tokens

VERBAL = frozenset({"VERB", "AUX"})
_LEFT_DEPS = frozenset({"amod", "compound", "nmod", "npadvmod", "conj", "appos", "dep", "punct"})
_ACCOMPANIED = frozenset({"accompanied", "joined", "flanked"})
_ALONG = frozenset({"together", "along", "jointly"})
_LAUNCHING = frozenset(
    {"fire", "launch", "shoot", "drop", "send", "lob", "operate", "pilot", "carry", "conduct"}
)
_PLURAL_VERBS = frozenset({"are", "were", "have"})
_LISTING = frozenset({"list", "designate", "label", "classify", "brand", "blacklist", "class"})
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "moment"})
_SUBJECTS = ("nsubj", "nsubjpass")


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
        if first >= 2 and tokens.text[first - 1] in HYPHENS:
            return tokens.lower[first - 2] in self.words.side_prefixes
        if is_made(tokens, after + 1) and tokens.dep[tokens.heads[after + 1]] == "dobj":
            return False  # "bought Kenyan-made drones", but "hit by Kenyan-made drones"
        if after + 1 < len(tokens) and tokens.text[after] in HYPHENS:
            return tokens.tag[after + 1] == "VBN" or tokens.lower[after + 1] in (
                "aligned", "based", "speaking", "language", "style", "occupied", "born",
            )  # fmt: skip
        return False

    def verbless(self, mention: Mention) -> bool:
        """Whether a name opens a clause without its verb, and so takes no part in the one before.

        "Kenya supplied the hull, Ghana the engine" supplies Ghana with nothing, though the parse
        takes "Ghana" for a name of the hull.
        """
        tokens, first, after = self.tokens, mention.start, mention.end
        set_off = first > 0 and tokens.text[first - 1] == ","
        follows = after < len(tokens) and tokens.lower[after] in ("the", "a", "an")
        return set_off and follows and tokens.dep[after - 1] == "appos"

    def together_with(self, index: int) -> list[int]:
        """Who else does it in "X, together with Y,", "X, like Y," and "X, accompanied by Y,"."""
        tokens = self.tokens
        beside = [c for c in tokens.children[index] if tokens.lower[c] in _ACCOMPANIED]
        found = [n for c in beside for n in self.after_prepositions(tokens.children[c], "by")]
        for child in tokens.children[index]:
            if tokens.text[child - 1 : child + 1] == [",", "like"]:
                found += self.objects_of(child)
            along = tokens.lower[child] in _ALONG
            for c in tokens.children[child] if along else (child,):
                if tokens.lower[c] == "with" and tokens.lower[c - 1] in _ALONG:
                    found += self.objects_of(c)
        return found

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
        # "drones supplied to Kenya were", whose participle was tagged as a past tense
        lost = tokens.tag[verb] == "VBD" and tokens.dep[verb] == "acl"
        if tokens.tag[verb] != "VBN" and not lost:
            return False
        if "agent" in deps:
            return True
        if any(tokens.dep[c] == "aux" for c in tokens.children[verb]):
            return False
        if self._loses_verb(verb):
            return True
        dep = tokens.dep[verb]
        if self.carries_sentence(verb):
            return False
        head = tokens.heads[verb]
        if dep in ("acl", "advcl") or (dep == "amod" and head < verb):
            return True
        return dep == "conj" and head != verb and self.is_passive(head)

    def _loses_verb(self, participle: int) -> bool:
        """Whether "rockets fired by X landed" has "fired" for its main verb in the parse."""
        tokens = self.tokens
        if tokens.heads[participle] != participle or tokens.child(participle, "nsubj") is None:
            return False
        return any(
            tokens.pos[c] == "VERB"
            and tokens.dep[c] in ("conj", "advcl")
            and c > participle
            and (tokens.tag[c] in ("VBD", "VBZ") or tokens.child(c, "auxpass") is not None)
            and tokens.child(c, "nsubj", "nsubjpass", "mark", "advmod") is None
            and tokens.lower[c - 1] not in ("and", "but", ",")
            for c in tokens.children[participle]
        )

    def carries_sentence(self, verb: int) -> bool:
        """Whether a participle below a noun is the one verb of a sentence that ends with a stop.

        "Kenyan forces attacked in Tamale." needs a verb; a headline does not. So does the clause
        of "said that Kenyan forces attacked in Tamale".
        """
        tokens, head = self.tokens, self.tokens.heads[verb]
        if tokens.dep[verb] == "acl" and tokens.child(head, "mark") is not None:
            return tokens.dep[head] in ("ccomp", "advcl", "dobj")
        start, end = tokens.sents[tokens.sent_of[verb]]
        below = tokens.dep[verb] == "acl" and tokens.heads[head] == head
        if not below or tokens.text[end - 1] != ".":
            return False
        return all(tokens.pos[i] not in VERBAL for i in range(start, end) if i != verb)

    def agents(self, verb: int) -> list[int]:
        """Who does it in a passive clause; "by X but not by Y" is not by Y."""
        tokens, below = self.tokens, list[int]()
        for child in tokens.children[verb]:
            not_by = tokens.lower[child - 1 : child + 1] == ["not", "by"]
            instead = [c for c in tokens.children[child] if tokens.dep[c] == "conj"]
            below += instead if not_by else [child]
        doers = self.after_prepositions(below, "by")
        if not doers:  # "owned in turn by X", "named a threat by X", "listed as terrorist by X"
            between = [c for c in below if self.tokens.dep[c] == "oprd"]
            ahead = {"in", "with"} | ({"as"} if tokens.lemma[verb] in _LISTING else set())
            links = [c for c in below if self.tokens.lower[c] in ahead]
            between += [n for link in links for n in self.objects_of(link)]
            near = [c for noun in between for c in self.tokens.children[noun]]
            doers = self.after_prepositions(near, "by")
        if not doers and self.tokens.lemma[verb] in ("quote", "cite"):  # "quoted as saying by X"
            said = [
                s for c in below if self.tokens.lower[c] == "as" for s in self.tokens.children[c]
            ]
            doers = self.after_prepositions(
                [c for s in said for c in self.tokens.children[s]], "by"
            )
        return [*doers, *(other for doer in doers for other in self.together_with(doer))]

    def launchers(self, weapon: int) -> list[int]:
        """Who sent a weapon that struck: "rockets fired by X landed", "X fired rockets at Y"."""
        tokens, verb = self.tokens, self.tokens.heads[weapon]
        down = tokens.child(verb, "prt") is not None
        if tokens.dep[weapon] == "dobj" and tokens.lemma[verb] in _LAUNCHING and not down:
            return [c for c in tokens.children[verb] if tokens.dep[c] == "nsubj"]
        verbs = [c for c in tokens.children[weapon] if tokens.dep[c] == "acl"]
        verbs += [verb] if tokens.dep[weapon] in _SUBJECTS and self.is_passive(verb) else []
        return [a for v in verbs if tokens.lemma[v] in _LAUNCHING for a in self.agents(v)]

    def small_clause(self, verb: int) -> int | None:
        """The threat in "declared X a threat", where it is a clause without a verb."""
        tokens = self.tokens
        noun = tokens.child(verb, "ccomp")
        if noun is None or tokens.pos[noun] != "NOUN" or tokens.child(verb, "dobj") is not None:
            return None
        deps = {tokens.dep[c] for c in tokens.children[noun]}
        return noun if "nsubj" in deps and not deps & {"aux", "cop", "mark"} else None

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
        if (forward := put_forward(tokens, verb)) is not None:
            return forward
        while (
            tokens.dep[verb] in ("conj", "xcomp", "ccomp", "acomp") and tokens.heads[verb] != verb
        ):
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
            return self._first_meant(parsed, verb)
        person = self.found.type_of(beside.entity) == "Person"
        fits = person == (tokens.lower[index] == "who")
        return self._first_meant(before, verb) if fits else parsed

    def _first_meant(self, last: int, verb: int) -> int:
        """X in "X and Y, which were banned": a verb in the plural is said of all of them."""
        tokens, first = self.tokens, self.first_conjunct(last)
        words = {tokens.lower[c] for c in tokens.children[verb]} | {tokens.lower[verb]}
        names = [self.found.holder[i] for i in (first, last)]
        alike = {self.found.type_of(m.entity) for m in names if m is not None and m.kind == "name"}
        several = None not in names and len(alike) == 1 and not words.isdisjoint(_PLURAL_VERBS)
        return first if several else last

    def _somebody(self, noun: int) -> int:
        """Whom "who" means in "a member of the council who": the member, for a council is none."""
        tokens = self.tokens
        for _ in range(3):
            mention = self.found.holder[noun]
            body = mention is not None and self.found.type_of(mention.entity) in BODIES
            preposition = tokens.heads[noun]
            if not body or tokens.dep[noun] != "pobj" or tokens.lower[preposition] != "of":
                break
            noun = tokens.heads[preposition]
        if self.found.holder[noun] is None and tokens.dep[noun] == "pobj":
            # "X, a deputy of the regional council, who": X is who
            role = tokens.heads[tokens.heads[noun]]
            noun = role if tokens.dep[role] == "appos" else noun
        person = tokens.dep[noun] == "appos" and self.found.person_at(tokens.heads[noun])
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
        if tokens.dep[index] == "nummod" and tokens.heads[index] == index - 1:
            index -= 1  # "the Lantern 95 company"
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

    def beyond_span(self, index: int) -> int:
        """The verb in "a day after the talks, X said", where the talks hang on the day."""
        tokens = self.tokens
        span = tokens.lemma[index] in _SPANS and tokens.dep[index] in ("npadvmod", "nsubj", "dep")
        return tokens.heads[index] if span else index

    def after_prepositions(
        self, candidates: Iterable[int], word: str, *, after: int = -1
    ) -> list[int]:
        """The nouns governed by those candidates that are this preposition."""
        tokens = self.tokens
        found = [c for c in candidates if c > after and tokens.pos[c] != "NOUN"]
        # "at X in 2014 and at Y in 2015", where the second "at" hangs on the first "in"
        joined = [
            other
            for c in found
            if tokens.dep[c] == "prep" and tokens.lower[c] != word
            for other in tokens.children[c]
            if tokens.dep[other] == "conj" and tokens.pos[other] == "ADP"
        ]
        links = [c for c in (*found, *joined) if tokens.lower[c] == word]
        return [inner for link in links for inner in self.objects_of(link)]

    def objects_of(self, preposition: int) -> list[int]:
        """The nouns a preposition governs."""
        tokens, lower = self.tokens, self.tokens.lower[preposition]
        found = [c for c in tokens.children[preposition] if tokens.dep[c] == "pobj"]
        for child in tokens.children[preposition]:
            if tokens.dep[child] == "conj" and tokens.lower[child] == lower:
                found += self.objects_of(child)  # "sanctions on X and on Y"
            elif lower == "out" and tokens.lower[child] == "of":
                found += self.objects_of(child)  # "based out of X"
        return found or self._left_behind(preposition)

    def _left_behind(self, preposition: int) -> list[int]:
        """The bank in "the bank (which) they imposed sanctions on", where "on" stands alone."""
        tokens, verb = self.tokens, self.tokens.heads[preposition]
        if tokens.dep[verb] in ("dobj", "attr"):
            verb = tokens.heads[verb]
        if tokens.dep[verb] != "relcl" or preposition < verb:
            return []
        moved = [c for c in tokens.children[verb] if c < verb and self.is_relative(c)]
        free = [c for c in moved if tokens.dep[c] not in _SUBJECTS]
        return free or ([] if moved else [tokens.heads[verb]])
