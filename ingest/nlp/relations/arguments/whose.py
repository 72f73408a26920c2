"""Whose something is: the body of "its troops", who made "the statement", the state of a seat."""

from __future__ import annotations

from ingest.nlp.datelines import is_shouted
from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import COLLECTIVES, Findings
from ingest.nlp.officials import officials
from ingest.nlp.relations.arguments.first_person import FirstPerson
from ingest.nlp.relations.arguments.grammar import Grammar
from ingest.nlp.relations.arguments.roles import Roles
from ingest.nlp.relations.arguments.sayers import told_last


class Whose:
    """Tells one document's owners; `offices` give the title of people and the body it is of."""

    def __init__(self, found: Findings, roles: Roles, offices: dict[str, tuple[str, str]]) -> None:
        self.found = found
        self.tokens = found.tokens
        self.roles = roles
        self.grammar: Grammar = roles.grammar
        self.offices = offices
        self.first_person = FirstPerson(found, self.grammar, offices)

    def ids(self, index: int, types: frozenset[str] = COLLECTIVES) -> list[str]:
        """Whose a stand-in is by the noun for its owner, a state or body unless `types` say more.

        People have assets, but no forces.
        """
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

    def sayer(self, noun: int) -> list[str]:
        """Whose "the statement" or "the threat" is: of whoever made a claim last, near before."""
        tokens = self.tokens
        by = self.grammar.after_prepositions(tokens.children[noun], "by")
        if by:
            return [i for o in by for i in self.ids(o, COLLECTIVES | {"Person", "Channel"})]
        if noun == 0 or tokens.lower[noun - 1] not in ("the", "this", "these", "those"):
            return []
        last = told_last(self.found, noun)
        return [last] if last is not None else []

    def speaker(self, pronoun: int) -> list[str]:
        """Whose "its" is in "Kyiv said that its forces": the subject of the verb of saying."""
        tokens = self.tokens
        if tokens.lower[pronoun] not in ("its", "their") or self.found.holder[pronoun] is not None:
            return []
        verb = pronoun
        while tokens.heads[verb] != verb and tokens.dep[verb] != "ccomp":
            verb = tokens.heads[verb]
        if tokens.dep[verb] != "ccomp":
            return []
        return [i for s in self.roles.subject(tokens.heads[verb]) for i in self.ids(s)]
