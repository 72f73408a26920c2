"""Who is part of what a noun names: whom it befalls, on whose occasion, where it appeared."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.grammar import VERBAL, Grammar
from ingest.nlp.relations.arguments.noun_roles import NounRoles
from ingest.nlp.relations.arguments.verb_roles import VerbRoles
from ingest.nlp.tokens import Tokens

_EDGES = frozenset({"sideline", "margin", "fringe"})
_LISTS = frozenset({"list", "blacklist"})
_VICTIMS = frozenset({"target", "victim", "object", "scene", "site"})
_RELIEF = frozenset({"relief", "reprieve", "respite"})
_SUFFERING = frozenset(
    {"fight", "suffer", "withstand", "endure", "face", "weather", "draw", "incur", "attract"}
)
_PUTTING = frozenset({"place", "put", "keep", "bring", "hold", "include", "add", "have"})
_APPEARING = frozenset({"land", "end", "appear", "figure", "feature", "stand"})  # on a list
_ENTERING = frozenset({"enter", "visit", "access"})
_ENTRY = frozenset({"entry", "access", "territory"})
_KEEPING = frozenset(
    {"hand", "grip", "grasp", "clutch", "possession", "custody", "captivity", "detention"}
)
_ENDING_UP = frozenset(
    {"be", "come", "remain", "live", "fall", "stay", "pass", "go", "end", "land", "rest", "slip",
     "lie", "die", "languish", "return"}
)  # fmt: skip
_PUBLISHING = frozenset({"publish", "air", "broadcast", "print", "release", "post", "carry"})
_OCCASIONS = frozenset({"in", "during", "from", "after", "following", "by", "amid"})
_GIVING = frozenset(
    {"give", "send", "sell", "supply", "deliver", "provide", "transfer", "ship", "export", "donate",
     "hand", "lend", "grant"}
)  # fmt: skip
_PERISHING = frozenset({"die", "perish", "burn", "collapse"})
_HARMING = frozenset(
    {
        "kill",
        "wound",
        "injure",
        "hurt",
        "damage",
        "destroy",
        "hit",
        "level",
        "flatten",
        "wreck",
        "target",
        "strike",
    }
)


class EventRoles:
    """Finds the nouns that fill roles of the events one document's nouns name."""

    def __init__(
        self, found: Findings, grammar: Grammar, verbs: VerbRoles, nouns: NounRoles
    ) -> None:
        self.found = found
        self.grammar = grammar
        self.verbs = verbs
        self.nouns = nouns
        self.tokens: Tokens = found.tokens
        self.words = grammar.words

    def origin(self, verb: int) -> list[int]:
        """Whose what a verb has to do with is: Ghana's in "Kenya blocked Ghana's sale of drones".

        So it is in "blocked the sale of Ghanaian drones" and "blocked a sale by Ghana".
        """
        tokens, owners = self.tokens, list[int]()
        for noun in self.verbs.object(verb):
            below = tokens.children[noun]
            goods = self.grammar.after_prepositions(below, "of")
            named = [c for c in below if tokens.dep[c] == "poss" and tokens.tag[c] != "PRP$"]
            named += [m for n in (noun, *goods) for m in self.nouns.modifiers(n)]
            named += [
                n for word in ("by", "from") for n in self.grammar.after_prepositions(below, word)
            ]
            owners += named
        return owners

    def undergoer(self, noun: int) -> list[int]:
        """Who is under what a noun names: "X came under attack", "X was placed under sanctions".

        So it is with keepers: "X fell into Kenyan hands", "Y is held in Kenyan custody".
        """
        tokens = self.tokens
        top = self.grammar.first_conjunct(noun)
        preposition = tokens.heads[top]
        verb = tokens.heads[preposition]
        if tokens.dep[top] == "dobj" and tokens.lemma[preposition] in _SUFFERING:
            return self.verbs.subject(preposition)  # "is fighting off a Kenyan invasion"
        if tokens.dep[top] == "pobj" and tokens.lower[preposition] == "with":
            struck = tokens.lemma[verb] in ("hit", "slap", "punish")
            return self.verbs.object(verb) if struck and self.grammar.is_passive(verb) else []
        if tokens.lemma[verb] == "subject" and tokens.pos[verb] == "ADJ":
            return self.nouns.referent(verb)  # "is subject to EU sanctions"
        listed = tokens.lower[preposition] in ("on", "to") and tokens.lemma[noun] in _LISTS
        if tokens.dep[top] == "pobj" and tokens.lemma[verb] in _VICTIMS:
            # "X has been the target of Kenyan attacks"
            return self.nouns.referent(verb) if tokens.lower[preposition] == "of" else []
        if tokens.lower[preposition] == "from" and tokens.lemma[verb] in _RELIEF:
            # "X received relief from Kenyan sanctions"
            relieved = tokens.dep[top] == "pobj" and tokens.dep[verb] == "dobj"
            return self.verbs.subject(tokens.heads[verb]) if relieved else []
        kept = tokens.lemma[noun] in _KEEPING and tokens.lower[preposition] in ("in", "into")
        if tokens.dep[top] != "pobj" or not (
            listed or kept or tokens.lower[preposition] == "under"
        ):
            return []
        aside = tokens.text[preposition - 1] == ","
        if (aside or not listed) and self.found.holder[verb] is not None:
            return [verb]  # "X, now in Kenyan hands," and "X, under EU sanctions since May,"
        if self._opens(preposition, verb):
            return self.verbs.subject(verb)  # "Now in Kenyan hands, X is quiet"
        if tokens.lemma[verb] in _PUTTING:
            return self.verbs.object(verb)
        if tokens.dep[verb] == "appos":
            return [tokens.heads[verb]]  # "X, a state bank under EU sanctions"
        known = tokens.lemma[verb] in _ENDING_UP
        known = known or (listed and tokens.lemma[verb] in _APPEARING)
        return self.verbs.subject(verb) if known else []

    def _opens(self, preposition: int, verb: int) -> bool:
        """Whether a preposition opens its sentence, an adverb aside, before subject and verb."""
        tokens = self.tokens
        first = tokens.sents[tokens.sent_of[preposition]][0]
        subject = tokens.child(verb, "nsubj", "nsubjpass")
        near = preposition - first < 2 and all(
            tokens.pos[i] == "ADV" for i in range(first, preposition)
        )
        return near and subject is not None and preposition < subject

    def entered(self, verb: int) -> list[int]:
        """What is closed to somebody: "barred from entering Kenya", "banned from entry to it"."""
        tokens = self.tokens
        links = [c for c in tokens.children[verb] if tokens.lower[c] == "from"]
        below = [c for link in links for c in tokens.children[link]]
        entered = [c for c in below if tokens.lemma[c] in _ENTERING]
        direct = [o for c in entered for o in self.verbs.object(c)]
        into = [n for n in below if tokens.lemma[n] in _ENTRY for n in tokens.children[n]]
        return direct or [
            n for word in ("to", "into", "of") for n in self.grammar.after_prepositions(into, word)
        ]

    def victims(self, noun: int) -> list[int]:
        """What was hurt in what a noun names: "houses in X were damaged in a Kenyan strike".

        "A Kenyan was killed in a Ghanaian strike" tells nothing of where it fell.
        """
        tokens = self.tokens
        top = self.grammar.first_conjunct(noun)
        preposition = tokens.heads[top]
        verb = tokens.heads[preposition]
        if tokens.dep[top] != "pobj" or tokens.lower[preposition] not in _OCCASIONS:
            return []
        perished = tokens.lemma[verb] in _PERISHING
        if not perished and not (tokens.lemma[verb] in _HARMING and self.grammar.is_passive(verb)):
            return []
        hurt = self.verbs.subject(verb) if perished else self.verbs.object(verb)
        if perished and (places := self.grammar.after_prepositions(tokens.children[verb], "in")):
            hurt = [p for p in places if p < preposition] or hurt  # "died in X after a strike"
        before = [self.found.holder[i] for noun in hurt for i in self.nouns.modifiers(noun)]
        return [] if any(m and m.kind == "demonym" for m in before) else hurt

    def publishers(self, noun: int) -> list[int]:
        """Where it appeared: "an interview published in X", "remarks aired on X"."""
        tokens = self.tokens
        verbs = [c for c in tokens.children[noun] if tokens.lemma[c] in _PUBLISHING]
        below = [c for v in verbs if tokens.dep[v] in ("acl", "relcl") for c in tokens.children[v]]
        return [
            n for word in ("in", "on", "by") for n in self.grammar.after_prepositions(below, word)
        ]

    def occasion(self, noun: int) -> list[int]:
        """Who acts on the occasion a noun names: "during a visit to Kyiv, the minister said"."""
        tokens = self.tokens
        top = self.grammar.first_conjunct(noun)
        head = tokens.heads[top]
        if tokens.lower[head] == "of" and tokens.lemma[tokens.heads[head]] in _EDGES:
            head = tokens.heads[tokens.heads[head]]  # "on the sidelines of talks"
        owned = any(
            tokens.dep[c] == "poss" and tokens.tag[c] != "PRP$" for c in tokens.children[noun]
        )
        if owned or tokens.dep[top] != "pobj" or tokens.lower[head] not in self.words.occasions:
            return []
        verb = self.grammar.beyond_span(self._above_object(tokens.heads[head]))
        if tokens.pos[verb] in VERBAL:
            # "On a visit to Ankara, X was received by Y": X is there.
            passive = tokens.child(verb, "nsubjpass")
            return [passive] if passive is not None else self.verbs.subject(verb)
        return [verb] if self.found.holder[verb] is not None else []

    def _above_object(self, noun: int) -> int:
        """The verb of "rejected the claims in a call with X", where the call hangs on the claims.

        Claims that are somebody's ("Kenya's claims in a call") may be made on his own occasion.
        """
        tokens = self.tokens
        plain = tokens.dep[noun] == "dobj" and self.found.holder[noun] is None
        whose = {"poss", "compound", "nmod", "prep", "acl", "relcl"}
        owned = [c for c in tokens.children[noun] if tokens.dep[c] in whose]
        return tokens.heads[noun] if plain and len(owned) == 1 else noun

    def givers(self, noun: int) -> list[int]:
        """Who gives the goods a noun names, wherever they were made: "Kenya sold German tanks"."""
        tokens, verb = self.tokens, self.tokens.heads[noun]
        verbs = [verb] if tokens.dep[noun] in ("dobj", "nsubjpass") else []
        verbs += [c for c in tokens.children[noun] if tokens.dep[c] in ("acl", "relcl")]
        return [s for v in verbs if tokens.lemma[v] in _GIVING for s in self.verbs.subject(v)]
