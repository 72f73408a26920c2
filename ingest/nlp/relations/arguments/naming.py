"""Which names a noun is given in a text: "a foundation called X", "outlets such as X"."""

from __future__ import annotations

from ingest.nlp.findings import BODIES, Findings, Mention
from ingest.nlp.relations.arguments.grammar import Grammar
from ingest.nlp.tokens import Tokens

_LOST = ("appos", "npadvmod", "dep")  # how the parse hangs a name that it takes for no apposition
_NAMING = frozenset(
    {"call", "name", "dub", "know", "codename", "nickname", "title", "brand", "term", "identify"}
)
_NOTABLY = frozenset({"notably", "namely", "especially", "particularly", "including"})
_BESIDE_OUTLETS = frozenset(
    {",", "(", ")", "and", "or", "the", "its", "tv", "television", "radio", "news", "state",
     "agency", "agencies", "daily", "dailies", "weekly", "site", "sites", "portal", "website",
     "websites"}
)  # fmt: skip
_WHOLES = frozenset({"web", "network", "collection", "family", "cluster", "constellation"})
_PROVING = frozenset({"turn", "prove"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Naming:
    """Finds the names that stand beside the nouns of one document."""

    def __init__(self, found: Findings, grammar: Grammar) -> None:
        self.found = found
        self.tokens: Tokens = found.tokens
        self.grammar = grammar

    def proves_to_be(self, noun: int) -> int | None:
        """The name in "the administrator of X turned out to be NAME"."""
        tokens, verb = self.tokens, self.tokens.heads[noun]
        if tokens.dep[noun] not in _SUBJECTS or tokens.lemma[verb] not in _PROVING:
            return None
        copula = tokens.child(verb, "xcomp")
        if copula is None or tokens.lemma[copula] != "be":
            return None
        return tokens.child(copula, "attr")

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

    def name_beside(self, noun: int) -> Mention | None:
        """The thing in "the corporation X" and "X, a company", whatever the parse hangs where."""
        tokens, holder = self.tokens, self.found.holder
        after = holder[noun + 1] if noun + 1 < len(tokens) else None
        if after is not None and after.start == noun + 1 and tokens.heads[after.end - 1] == noun:
            return after if after.kind == "name" else None
        at = tokens.lefts[noun] - 1
        before = holder[at - 1] if at > 0 and tokens.text[at] == "," else None
        thing = before is not None and self.found.type_of(before.entity) in BODIES
        return before if thing and before is not None and before.end == at else None

    def explains(self, noun: int) -> Mention | None:
        """The body in "X, the company he owns", where a clause says which, wherever it hangs."""
        tokens = self.tokens
        clause = tokens.child(noun, "relcl")
        set_off = tokens.text[noun - 2 : noun] == [",", "the"]
        kinds = self.grammar.words.bodies | self.grammar.words.stand_ins["companies"]
        if clause is None or not set_off or tokens.lemma[noun].lower() not in kinds:
            return None
        before = self.found.holder[noun - 3] if noun > 2 else None
        opens = tokens.dep[noun] in ("nsubj", "nsubjpass")
        thing = before is not None and before.kind == "name" and before.end == noun - 2
        typed = before is not None and self.found.type_of(before.entity) in BODIES
        return before if thing and typed and not opens else None

    def called(self, noun: int) -> list[int]:
        """The name in "a foundation called X", "known as X", and in "the party, X" parsed amiss."""
        tokens, holder = self.tokens, self.found.holder
        for child in tokens.children[noun]:
            if tokens.dep[child] == "acl" and tokens.lemma[child] in _NAMING:
                names = [c for c in tokens.children[child] if tokens.dep[c] == "oprd"]
                names += self.grammar.after_prepositions(tokens.children[child], "as")
                named = any(m is not None for m in holder[child + 1 : child + 6])
                return names if named else []
        at = noun + 2
        if at < len(tokens) and tokens.text[noun + 1] == ",":
            at += tokens.lower[at] == "the"
            mention = holder[at] if at < len(tokens) else None
            lost = mention is not None and tokens.dep[mention.end - 1] in _LOST
            return [mention.end - 1] if mention is not None and lost else []
        for owner in self.grammar.after_prepositions(tokens.children[noun], "of"):
            at = owner + 2  # "a native of the town, X"
            mention = holder[at] if at < len(tokens) and tokens.text[owner + 1] == "," else None
            if mention is None or mention.start != at or holder[owner] is not None:
                continue
            apposed = tokens.dep[mention.end - 1] == "appos"
            if apposed and self.found.type_of(mention.entity) == "Person":
                return [mention.end - 1]
        return []

    def all_of_whom(self, quantity: int, counted: list[int]) -> list[int]:
        """The whole list before a relative clause in "X, Y and Z, all of whom"."""
        tokens = self.tokens
        whole = tokens.lower[quantity] in ("all", "both")
        verb = self.grammar.verb_above(quantity)
        if not (whole and counted and self.grammar.is_relative(counted[0])):
            return []
        if tokens.dep[verb] != "relcl":
            return []
        return [c for c in self.grammar.conjuncts(tokens.heads[verb]) if c < quantity]

    def whole_of(self, part: int) -> int | None:
        """Sable Media in "Sable Media, a web of channels and sites run by X": all of it is."""
        tokens, first = self.tokens, self.grammar.first_conjunct(part)
        whole = tokens.heads[tokens.heads[first]] if tokens.dep[first] == "pobj" else first
        known = whole != part and tokens.lemma[whole] in _WHOLES
        return tokens.heads[whole] if known and tokens.dep[whole] == "appos" else None

    def examples(self, noun: int) -> list[int]:
        """The names that illustrate a noun in the plural: "including X", "such as X", "like X"."""
        tokens = self.tokens
        examples = self.grammar.after_prepositions(tokens.children[noun], "including")
        if tokens.tag[noun] == "NNS":
            examples += self.grammar.after_prepositions(tokens.children[noun], "like")
        for child in tokens.children[noun]:
            if tokens.lower[child] == "as" and tokens.lower[child - 1] == "such":
                examples += self.grammar.objects_of(child)
        return examples or self._named_after(noun) or self._examples_behind_clause(noun)

    def listed(self, noun: int) -> list[int]:
        """All names that illustrate a noun in the plural, or that it stands before."""
        examples = self.examples(noun)
        listed = [c for e in examples for c in self.grammar.conjuncts(e)]
        behind = self._outlets(examples[0]) if examples and self._is_outlet(noun) else []
        return [*listed, *(i for i in behind if i not in listed)]

    def _outlets(self, first: int) -> list[int]:
        """All of "the agency X, TV channels Y and Z, and the W daily" from X on, by the words.

        Parsers lose their way where each outlet of a list has a noun of its own.
        """
        tokens, listed, at = self.tokens, list[int](), first
        end = tokens.sents[tokens.sent_of[first]][1]
        while at < end:
            held = self.found.holder[at]
            if held is not None and held.kind == "name":
                if self.found.type_of(held.entity) != "Channel":
                    break
                listed.append(held.end - 1)
            kind = tokens.lower[at] in _BESIDE_OUTLETS or self._is_outlet(at)
            if held is None and not kind:
                break
            at = held.end if held is not None else at + 1
        # "including X and Y, and Z said": Z is none of them
        return listed[:-1] if tokens.pos[at - (at == end)] in ("VERB", "AUX") else listed

    def _is_outlet(self, noun: int) -> bool:
        return self.tokens.lemma[noun].lower() in self.grammar.words.stand_ins["outlets"]

    def _named_after(self, noun: int) -> list[int]:
        """X in "the news outlets X and Y", whatever the parse makes of it."""
        tokens = self.tokens
        named = self.found.holder[noun + 1] if noun + 1 < len(tokens) else None
        outlets = tokens.tag[noun] == "NNS" and self._is_outlet(noun)
        if not outlets or named is None or named.start != noun + 1 or named.kind != "name":
            return []
        return [named.end - 1] if self.found.type_of(named.entity) == "Channel" else []

    def _examples_behind_clause(self, noun: int) -> list[int]:
        """X in "banks that were hit by Kenya, notably X", which the parse lets explain Kenya."""
        tokens = self.tokens
        clause = tokens.child(noun, "relcl") if tokens.tag[noun] == "NNS" else None
        if clause is None:
            return []
        for at in range(clause + 1, min(tokens.rights[clause] + 2, len(tokens)) - 1):
            if tokens.text[at - 1] == "," and tokens.lower[at] in _NOTABLY:
                named = self.found.holder[at + 1]
                return [] if named is None or named.kind != "name" else [named.end - 1]
        return []

    def explained(self, noun: int) -> int | None:
        """X in "X, Kenya's only ally, and Y left", where the parse makes a list of the three."""
        tokens, at = self.tokens, self.possessor(noun)
        closed = tokens.text[noun + 1 : noun + 2] == [","] and tokens.tag[noun] == "NN"
        owner = self.found.holder[at] if at is not None else None
        if not closed or owner is None or tokens.dep[noun] != "conj":
            return None
        comma = owner.start - 1
        named = self.found.holder[comma - 1] if comma > 0 and tokens.text[comma] == "," else None
        return comma - 1 if named is not None and named.kind == "name" else None

    def possessor(self, noun: int) -> int | None:
        """The last token of the name in "Kenya's only ally", by the apostrophe before the noun."""
        tokens, at = self.tokens, noun - 1
        while at > 0 and self.found.holder[at] is None and tokens.pos[at] in ("ADJ", "NOUN", "ADV"):
            at -= 1
        named = at > 0 and tokens.tag[at] == "POS" and self.found.holder[at - 1] is not None
        return at - 1 if named else None

    def nearest(self, head: int, noun: int) -> int:
        """Whom an apposition describes: of names coordinated, the one right before its comma."""
        tokens = self.tokens
        at = tokens.lefts[noun] - 1
        beside = self.found.holder[at - 1] if at > 0 and tokens.text[at] == "," else None
        if beside is None or beside.kind != "name" or beside.end != at:
            return head
        joined = [i for c in (head, *tokens.children[head]) for i in self.grammar.conjuncts(c)]
        return at - 1 if at - 1 in joined else head

    def closed(self, noun: int) -> bool:
        """Whether an apposition ends in a pause, as "X, an ally of Y," does, rather than a verb."""
        tokens = self.tokens
        after = tokens.rights[noun] + 1
        paused = tokens.text[after - 1] == "," or after >= len(tokens)
        return paused or tokens.pos[after] not in ("VERB", "AUX")
