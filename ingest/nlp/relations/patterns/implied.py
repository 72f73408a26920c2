"""Parties a sentence leaves out: "the two leaders signed", "Telephone conversation with X"."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.patterns.index import Pattern

IMPLIED_REACH = 200  # tokens back in which the parties of "the sides signed" were named
TITLED_REACH = 600  # tokens back for people, where their title leaves little doubt
_FINITE = frozenset({"VERB", "AUX"})
_HEADS = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class ImpliedParties:
    """Finds the parties that a plural without a name, or a headline without a verb, stands for."""

    def __init__(self, found: Findings, arguments: Arguments) -> None:
        self.found = found
        self.tokens = found.tokens
        self.arguments = arguments

    def two_people(self, pattern: Pattern, trigger: int) -> list[str]:
        """The last two people named before "the two presidents" or "both ministers"."""
        counted = self._are_leaders(self._heads(pattern.pair, trigger))
        return self._last_named(trigger, "Person") if counted else []

    def _are_leaders(self, heads: list[int]) -> bool:
        """Whether a role is filled by "the two leaders"."""
        leaders = self.arguments.words.leaders
        return any(self.tokens.lemma[h].lower() in leaders and self._two(h) for h in heads)

    def signatories(self, pattern: Pattern, trigger: int) -> list[str]:
        """Who signs where "the ministers" or "the two sides" do: people, or else their states."""
        heads = self._heads(pattern.source, trigger)
        ministers = any(
            self.tokens.lower[h] == "ministers" and self._two(h) is not False for h in heads
        )
        people = self._last_named(trigger, "Person", title="minister") if ministers else []
        return people or self.two_states(pattern, trigger)

    def two_leaders(self, pattern: Pattern, trigger: int) -> list[str]:
        """The last two people named where "the two leaders reaffirmed their support".

        Both must lead a state or its government: ministers and envoys named since are not meant.
        """
        named = self._are_leaders(self._heads(pattern.source, trigger))
        people = self._last_named(trigger, "Person") if named else []
        titles = [self.arguments.offices.get(id_, ("", ""))[0] for id_ in people]
        return people if _HEADS.issuperset(titles) else []

    def two_states(self, pattern: Pattern, trigger: int) -> list[str]:
        """The last two states named before "the leaders", "both sides" or "they"."""
        tokens, words = self.tokens, self.arguments.words
        plural = any(
            tokens.lemma[h].lower() in words.parties
            and self._two(h) is not False
            and (tokens.tag[h] in ("NNS", "PRP", "DT") or tokens.lower[h] in ("they", "both"))
            and (self._two(h) or not any(tokens.lower[c] == "our" for c in tokens.children[h]))
            for h in self._heads((*pattern.source, *pattern.pair), trigger)
        )
        return self._most_spoken_of(trigger) if plural else []

    def of_headline(self, pattern: Pattern, trigger: int) -> list[str]:
        """Who met in a headline that names one side: the text's first subject, or only other name.

        Read-outs are headed "Telephone conversation with X" and go on "Y congratulated X".
        """
        tokens = self.tokens
        start, end = tokens.sents[tokens.sent_of[trigger]]
        finite = any(tokens.pos[i] in _FINITE for i in range(start, end) if i != trigger)
        if tokens.heads[trigger] != trigger or finite or tokens.sent_of[trigger] > 1:
            return []
        named = {m.entity for m in self.found.holder[start:end] if m is not None}
        for index in range(end, len(tokens)):
            if tokens.dep[index] in _SUBJECTS:
                for id_ in self.arguments.entities(index, pattern.through):
                    if self.found.type_of(id_) == "Person" and id_ not in named:
                        return [id_]
        people = [e for e in self.found.entities.values() if e.type == "Person"]
        others = [e.id for e in people if e.id not in named]
        return others if len(others) == 1 else []

    def _heads(self, roles: tuple[str, ...], trigger: int) -> list[int]:
        return [h for role in roles for h in self.arguments.roles.heads(trigger, role)]

    def _two(self, noun: int) -> bool | None:
        """Whether a noun is said to be two ("both"), some other number (False), or none (None)."""
        tokens = self.tokens
        for child in tokens.children[noun]:
            if tokens.lower[child] in ("two", "both"):
                return True
            if tokens.dep[child] == "nummod" or tokens.lower[child] in ("all", "many", "several"):
                return False
        return None

    def _most_spoken_of(self, trigger: int) -> list[str]:
        """The two states a text has most to do with so far, in the order in which it met them.

        Of states named alike often the last named count; a third one named beside the two parties
        is passed over.
        """
        counted: dict[str, int] = {}
        for index in range(max(0, trigger - IMPLIED_REACH), trigger):
            mention = self.found.holder[index]
            if mention is None or mention.end - 1 != index or mention.kind == "coref":
                continue
            if self.found.type_of(mention.entity) == "State":
                # Taken out and put back, so that of equals the last named stands last.
                counted[mention.entity] = counted.pop(mention.entity, 0) + 1
        latest_first = list(counted)[::-1]
        ranked = sorted(latest_first, key=lambda state: -counted[state])
        return ranked[:2] if len(ranked) > 1 else []

    def _last_named(self, trigger: int, type_: str, title: str = "") -> list[str]:
        """The last two different entities of a type named before a token; none if fewer.

        `title` is a word their office must have.
        """
        named: list[str] = []
        reach = TITLED_REACH if title else IMPLIED_REACH
        for index in range(trigger - 1, max(-1, trigger - reach), -1):
            mention = self.found.holder[index]
            if mention is None or mention.entity in named or mention.end - 1 != index:
                continue
            office = self.arguments.offices.get(mention.entity, ("", ""))[0]
            if self.found.type_of(mention.entity) == type_ and title in office:
                named.append(mention.entity)
            if len(named) == 2:
                return named
        return []
