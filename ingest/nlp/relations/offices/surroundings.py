"""The state of an office in a text that speaks of one state: "it ousted President Roch Kern".

A text on the army's rise in Kenya calls those it ousted by their titles alone. Their state is taken
from around them only where nothing speaks against it: the paragraph, the opening and all other
offices of the text name no second state, and the text has told another office of this one or keeps
returning to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.officials import officials
from ingest.nlp.relations.offices.titles import Title, TitleReader
from ingest.nlp.relations.offices.words import COUPS
from ingest.nlp.speech import CUE_VERBS

_SEIZING = frozenset({"detain", "arrest", "capture", "seize", "hold"})
_OPENING = 2  # sentences: a headline and what follows it
_RETURNED_TO = 3  # mentions of a state that a text speaks of, where it tells no other office of it
_BEFORE_TITLE = frozenset({"civilian", "military", "transitional", "current", "then", "new", "-"})
_OF_UN = ("UN ", "United Nations ")  # how names of its parts begin
_LED_BY = frozenset({"interim", "military", "transitional"})  # "military leader" of a state


class Surroundings:
    """Finds the one state that a text speaks of around a title that names none."""

    def __init__(self, found: Findings, titles: TitleReader) -> None:
        self.found = found
        self.tokens = found.tokens
        self.titles = titles
        self.arguments = titles.arguments

    def state(
        self, person: Mention, title: Title, paragraph: int, placed: dict[str, str]
    ) -> str | None:
        """The state, by id, of whose office a title is; `placed` gives the bodies of all others.

        A source is left out, who may comment from abroad ("according to former Minister X"), and
        whoever is listed with others, with whom he may have met.
        """
        if person.end - person.start < 2 or not self.is_national(title):
            return None
        if self._tells(person) or self._is_listed(title):
            return None
        number = self.tokens.sent_of[person.start]
        near = set(self._named(paragraph, self.tokens.sents[number][1], person))
        opening = self.tokens.sents[:_OPENING]
        near.update(self._named(0, opening[-1][1], person))
        owners = {body for body in placed.values() if self.found.type_of(body) == "State"}
        only = self.found.entities.get(next(iter(near | owners), ""))
        if only is None or only.type != "State" or len(near | owners) > 1:
            return None
        returned_to = len(only.mentions) >= _RETURNED_TO
        return only.id if owners or returned_to else None  # "Kenya agreed. President X signed."

    def overthrown(self, person: Mention) -> str | None:
        """The state, by id, in whose coup somebody is put out: "soldiers ousted President X".

        It is the one state that the sentence of the coup names, or the sentence ahead of it. Where
        one of them names two, nothing is said.
        """
        tokens, last = self.tokens, person.end - 1
        above = self.titles.words.dismissed | _SEIZING
        number = tokens.sent_of[last]
        start, end = tokens.sents[number]
        verb = tokens.heads[last]
        verb = tokens.heads[verb] if tokens.dep[last] == "conj" else verb
        coup = any(tokens.lemma[i].lower() in COUPS for i in range(start, end))
        if not coup or tokens.lemma[verb] not in above or verb > last:
            return None
        for at in (number, number - 1):
            states = set(self._named(*tokens.sents[at], person)) if at >= 0 else set()
            if states:
                return states.pop() if len(states) == 1 else None
        return None

    @cached_property
    def only_alliance(self) -> str | None:
        """The one organization of states that a text speaks of, by id: "Secretary-General X said".

        The UN's Security Council is no second one beside the UN. Parties have secretaries-general
        of their own, so nothing is told where the text speaks of one.
        """
        bodies = (e for e in self.found.entities.values() if e.type == "Organization")
        known = [k for e in bodies if (k := gazetteer().by_name.get(e.name)) is not None]
        alliances = [k for k in known if k.kind == "igo"]
        whole = {k.id for k in alliances if not k.name.startswith(_OF_UN)} or {
            k.id for k in alliances
        }
        party = any(k.kind == "party" for k in known)
        return whole.pop() if len(whole) == 1 and not party else None

    def is_national(self, title: Title) -> bool:
        """Whether a title is of a state: "former president", "Minister of Trade", no "chairman"."""
        words, known = self.tokens.lower[title.start : title.end], self.titles.words
        passed = known.bygone | known.participles | _BEFORE_TITLE
        if words[-1] == "leader":
            return words[0] in _LED_BY
        while len(words) > 1 and words[0] in passed:
            words = words[1:]
        whole = " ".join(words)
        minister = words[-1] == "minister" and words[0] != "chief"
        return whole in known.national or minister or words[:2] == ["minister", "of"]

    def _is_listed(self, title: Title) -> bool:
        """Whether a title follows another person in a list: "Chancellor X and President Y"."""
        at = title.start - 1
        joined = at > 0 and self.tokens.lower[at] in (",", "and")
        return joined and self.found.person_at(at - 1) is not None

    def _named(self, start: int, end: int, person: Mention) -> Iterator[str]:
        """The states and blocs that a stretch of text names, also by their bodies and leaders."""
        for index in range(start, end):
            mention = self.found.holder[index]
            if mention is None or mention.start != index or mention.entity == person.entity:
                continue
            entity = self.found.entities.get(mention.entity)
            if entity is None or self.arguments.grammar.sided(mention):
                continue  # "the Kenyan-backed government"
            country = entity.properties.get("country")
            if entity.type in ("State", "Bloc"):
                yield entity.id
            elif country:
                yield f"state:{country}"
            elif entity.id in officials():
                yield officials()[entity.id]
            elif (seat := self.arguments.whose.state_of(entity.id)) is not None:
                yield seat

    def _tells(self, person: Mention) -> bool:
        """Whether somebody is whom a statement comes from: "X said", "according to X"."""
        tokens, last = self.tokens, person.end - 1
        above = tokens.heads[last]
        if tokens.dep[last] == "pobj":
            return tokens.lower[tokens.heads[above]] == "according"
        return tokens.dep[last] == "nsubj" and tokens.lemma[above] in CUE_VERBS
