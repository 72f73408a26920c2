"""Who helps and who is helped, where a noun names the help: "came to the aid of", "with the help".

The noun of such idioms has no verb of helping above it; whom it helps stands beside it as its
owner, or is whoever acts with it.
"""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.grammar import VERBAL, Grammar
from ingest.nlp.relations.arguments.verb_roles import VerbRoles
from ingest.nlp.tokens import Tokens

_RUSHING = frozenset(
    {"come", "rush", "spring", "leap", "rally", "hurry", "hasten", "jump", "fly", "race", "run"}
)
_STANDING = frozenset(
    {"be", "stand", "remain", "stay", "fight", "intervene", "enter", "come", "speak", "act"}
)
_ENJOYING = frozenset(
    {"have", "enjoy", "receive", "win", "gain", "get", "secure", "obtain", "retain", "lose", "keep"}
)
_COUNTING = frozenset({"count", "rely", "depend", "bank", "lean", "draw"})
_WITH = frozenset({"with", "without", "in"})
# Idioms of help, by the verb's link to the noun: "to" her aid, "on" his side, their side taken.
_RESCUE = frozenset({"aid", "defence", "defense", "rescue", "assistance", "help", "side"})
_SIDE = frozenset({"side"})
_HELPING = {"to": (_RUSHING, _RESCUE)} | dict.fromkeys(("on", "at", "by"), (_STANDING, _SIDE))
_TAKEN = {"take": frozenset({"side", "part"}), "have": frozenset({"back"})}


class HelpRoles:
    """Finds helpers and the helped around the nouns of one document that name help."""

    def __init__(self, found: Findings, grammar: Grammar, verbs: VerbRoles) -> None:
        self.found = found
        self.grammar = grammar
        self.verbs = verbs
        self.tokens: Tokens = found.tokens

    def helper(self, noun: int) -> list[int]:
        """Kenya in "Kenya came to Ghana's aid", "Kenya took Ghana's side", "is on her side"."""
        tokens, head = self.tokens, self.tokens.heads[noun]
        word = tokens.lemma[noun].lower()
        if tokens.dep[noun] == "dobj":
            taken = word in _TAKEN.get(tokens.lemma[head], ())
            return self.verbs.subject(head) if taken else []
        verbs, nouns = _HELPING.get(tokens.lower[head], (frozenset(), frozenset()))
        verb = tokens.heads[head]
        helps = tokens.dep[noun] == "pobj" and word in nouns and tokens.lemma[verb] in verbs
        return self.verbs.subject(verb) if helps else []

    def helped(self, noun: int) -> list[int]:
        """Ghana in "with Kenya's help Ghana won", "Ghana enjoys Kenyan support".

        Where the noun says itself whom it helps ("with its support for Togo") nobody else is.
        """
        tokens, below = self.tokens, {self.tokens.lower[c] for c in self.tokens.children[noun]}
        if below & {"for", "to"}:
            return []
        top = self.grammar.first_conjunct(noun)
        head = tokens.heads[top]
        if tokens.dep[top] == "dobj":
            return self.verbs.subject(head) if tokens.lemma[head] in _ENJOYING else []
        if tokens.dep[top] != "pobj":
            return []
        above = tokens.heads[head]
        if tokens.lower[head] == "on":
            return self.verbs.subject(above) if tokens.lemma[above] in _COUNTING else []
        if tokens.lower[head] == "to" and tokens.lower[above] == "thanks":
            above = tokens.heads[above]  # "thanks to Kenyan support"
        elif tokens.lower[head] == "in" and "with" not in below:
            return []  # "in collaboration with Kenya", but not "in support of it"
        elif tokens.lower[head] not in _WITH:
            return []
        return self._acting(above)

    def _acting(self, above: int) -> list[int]:
        """Who acts in a clause: its subject, a passive's too; or the name the phrase hangs on."""
        tokens = self.tokens
        if tokens.pos[above] not in VERBAL:
            return [above] if self.found.holder[above] is not None else []
        passive = self.grammar.passive_subject(above) if self.grammar.is_passive(above) else None
        return self.verbs.subject(above) if passive is None else [passive]
