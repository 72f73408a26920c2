"""The state or body of a title that names none: "President X", "spokesperson X", "its director X".

It is the state whose public office the person is known to have held (officials.yaml), or what the
sentences before speak of; where neither says so, none is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.officials import officials
from ingest.nlp.relations.arguments.reported_on import reported_on
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.relations.offices.surroundings import Surroundings
from ingest.nlp.relations.offices.titles import LINKS, Title, TitleReader
from ingest.nlp.speech import CUE_VERBS
from ingest.nlp.tokens import Tokens

_GOVERNMENT = argument_words().stand_ins["government"] | {"police", "army", "military"}
_LOCAL = frozenset({"governor", "mayor"})
_REGIONS = frozenset({"region", "oblast", "krai", "province", "republic", "state", "county"})
_HEADS_OF_STATE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan"}
)
# What makes a spokesman's title one of a state's body.
_OF_STATES = frozenset(
    {"ministry", "government", "police", "army", "military", "navy", "presidential", "parliament"}
)
_PARLIAMENT = "organization:european-parliament"  # of which an MEP is a member
_MOST_LISTED = 40  # tokens of a list of officials back to one whose state is told
_DATELINE = 6  # lines in which a text may open with where it was filed
CONTEXT_SENTENCES = 2  # sentences of the paragraph before a title that may name its state


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a city in capitals opens a line near the top of a text, as a dateline does."""
    text = tokens.text[index]
    opens = index == 0 or "\n" in tokens.text[index - 1]
    if not (opens and text.isupper() and len(text) > 3):
        return False
    lines = sum(t.count("\n") for t in tokens.text[:index])
    around = tokens.text[index + 1 : index + 10]
    return lines < _DATELINE and any(mark in around for mark in ("-", "–", "—"))


class OfficeContext:
    """Finds the body of a title in what surrounds it."""

    def __init__(self, found: Findings, titles: TitleReader) -> None:
        self.found = found
        self.tokens = found.tokens
        self.titles = titles
        self.bodies = self.titles.bodies
        self.words = titles.words
        self.surroundings = Surroundings(found, titles)

    @cached_property
    def spoken_of(self) -> dict[str, set[str]]:
        """The states whose president, prime minister, ... the document speaks of, by the title."""
        states: dict[str, set[str]] = defaultdict(set)
        for index in range(len(self.tokens)):
            title = self.titles.ending(index) if self.titles.head(index) is not None else None
            if title is None:
                continue
            body = self.bodies.before(title.start)
            if body is None and title.end < len(self.tokens):
                linked = self.tokens.lower[title.end] in LINKS
                body = self.bodies.after(title.end) if linked else None
            if body is not None and self.found.type_of(body) == "State":
                states[self.tokens.span_text(title.start, title.end).lower()].add(body)
        return states

    @cached_property
    def home(self) -> str | None:
        """The state of the capital in whose name the text is filed ("TBILISI, 12 March - ...").

        A report from there calls the ministers of that state by their title alone.
        """
        tokens = self.tokens
        first = next((i for i in range(len(tokens)) if tokens.lefts and _opens(tokens, i)), None)
        if first is None:
            return None
        city = gazetteer().match(tokens.text, first)
        seat = city is not None and city[1].sense == "seat"
        return city[1].id if seat and city and city[1].id in self.found.entities else None

    def body(self, person: Mention, title: Title) -> str | None:
        """The body a person's title belongs to, an id of this document's, where that is clear."""
        tokens = self.tokens
        words = tokens.span_text(title.start, title.end).lower()
        its = tokens.lower[title.start - 1] in ("its", "their") if title.start else False
        represented = self._represented(person)
        if represented is not None:
            return represented
        if self.surroundings.is_national(title) and (state := self.surroundings.overthrown(person)):
            return state
        speaks = its or words.split()[-1] in self.words.speaking
        if words.split()[-1] == "mep" and _PARLIAMENT in self.found.entities:
            return _PARLIAMENT
        if not its and person.entity in officials():
            return self.known_state(person)
        if not its and words.split()[-1] in _LOCAL:
            return self._place_before(title) or self._place_told_of(person)
        if not its and words.replace(" ", "-") == "secretary-general":
            return self.surroundings.only_alliance
        if not speaks and words not in self.words.national:
            return self._capital_at(person) if self.surroundings.is_national(title) else None
        if its and (government := self._own_government(title)) is not None:
            return government
        if its and tokens.dep[title.end - 1] == "conj":
            return self._beside(tokens.heads[title.end - 1])
        told = reported_on(self.found, title.start - 1) if its else None
        if told is not None and (named_body := self.bodies.at(told)) is not None:
            return named_body.entity
        bodies: list[str] = []
        for index in range(self._paragraph_start(person), person.start):
            mention = self.found.holder[index]
            if mention is not None and self._leads(index):
                body = self._speaking(mention) if speaks else self._governed(mention)
                other = body is not None and self._is_anothers(words, mention, person)
                if body is not None and not other:
                    bodies.append(body)
            elif mention is not None and not speaks and self._turns_to(mention, bodies):
                bodies.clear()  # the text has gone on to another state
        beside = self._named_before(title) if its else None
        if beside is not None:
            return beside
        if bodies:
            return bodies[-1]
        if speaks and not its and (state := self._told_at_home(person, words)) is not None:
            return state
        if its:
            taken_up = self.titles.arguments.roles.antecedents(title.start - 1)
            named = [m for i in taken_up if (m := self.bodies.at(i)) is not None]
            return named[0].entity if named else None
        national = words in self.words.national
        home = (self._capital_at(person) or self.home) if national else None
        if home is not None and not speaks and person.end - person.start > 1:
            return home
        states = sorted(self.spoken_of.get(words, ()))
        full = person.end - person.start > 1
        return states[0] if full and len(states) == 1 else None

    def _own_government(self, title: Title) -> str | None:
        """Kenya in "Kenya's rebel-led government confirmed the killing of its minister, X"."""
        tokens, at = self.tokens, title.end - 1
        while tokens.heads[at] != at and tokens.pos[at] != "VERB":
            at = tokens.heads[at]
        subject = tokens.child(at, "nsubj")
        if subject is None or tokens.lemma[subject].lower() not in _GOVERNMENT:
            return None
        owners = (c for c in tokens.children[subject] if tokens.dep[c] == "poss")
        named = (m for c in owners if (m := self.bodies.at(c)) is not None)
        return next((m.entity for m in named if self.bodies.is_state(m)), None)

    def _is_anothers(self, words: str, mention: Mention, person: Mention) -> bool:
        """Whether an office is not of what is named before: "Gazprom left. Police spokesman X".

        A seat of power that tells of a head of state may speak of another's: "The Kremlin said
        President X would come".
        """
        own = not _OF_STATES.isdisjoint(words.split()[:-1])
        if own and self.found.type_of(mention.entity) != "State":
            return True
        tokens, verb = self.tokens, self.tokens.heads[mention.end - 1]
        tells = mention.kind == "metonym" and tokens.lemma[verb] in CUE_VERBS
        within = mention.end - 1 < verb < person.start <= tokens.rights[verb]
        return tells and within and words in _HEADS_OF_STATE

    def only_state(self, person: Mention, title: Title, placed: dict[str, str]) -> str | None:
        """The state of a title in a text that speaks of no other; see `Surroundings`."""
        return self.surroundings.state(person, title, self._paragraph_start(person), placed)

    def listed(self, title: Title, placed: dict[str, str]) -> str | None:
        """The state of the official before in a list: "Kenyan Minister X, Minister of Trade Y".

        `placed` gives whose office is of which body. Heads of state and of government and foreign
        ministers are also listed side by side with those of others.
        """
        colleague = self._colleague(title, placed)
        if colleague is not None:
            return colleague
        words = self.tokens.lower[title.start : title.end]
        abroad = "foreign" in words or " ".join(words) in self.words.national
        heads = {self.titles.head(index) for index in range(title.start, title.end)}
        if abroad or self.words.portfolio.union(self.words.personal).isdisjoint(heads):
            return None
        if title.start == 0 or self.tokens.lower[title.start - 1] not in ("and", ","):
            return None
        for index in range(title.start - 1, max(0, title.start - _MOST_LISTED), -1):
            if self.tokens.pos[index] in ("VERB", "AUX", "PRON") or self.tokens.text[index] == ".":
                return None
            held = self.found.holder[index]
            body = placed.get(held.entity) if held is not None else None
            if body is not None:
                return body if self.found.type_of(body) == "State" else None
        return None

    def _colleague(self, title: Title, placed: dict[str, str]) -> str | None:
        """The state of a minister who speaks of "my colleague, the Minister for Trade X"."""
        at = title.start - 1
        at -= self.tokens.lower[at] == "the"
        at -= self.tokens.text[at] == ","
        if at < 1 or self.tokens.lower[at] not in ("colleague", "colleagues"):
            return None
        speakers = self.titles.arguments.whose.first_person.meant(at - 1)
        return next((placed[id_] for id_ in speakers if id_ in placed), None)

    def _turns_to(self, mention: Mention, bodies: list[str]) -> bool:
        """Whether a mention speaks of another state than the one that acted last."""
        state = mention.entity
        if self.found.type_of(state) == "Place":
            state = self.titles.arguments.whose.state_of(state) or ""
        other = state not in ("", *bodies[-1:])
        return bool(bodies) and other and self.found.type_of(state) == "State"

    def _named_before(self, title: Title) -> str | None:
        """Whose "its director" is in "published by X, its director said": of the body just named.

        A body that leads the sentence is found before; one that the sentence names is nearer than
        what led the sentence before.
        """
        start = self.tokens.sents[self.tokens.sent_of[title.start]][0]
        if any(self._leads(i) and self.found.holder[i] for i in range(start, title.start)):
            return None
        for index in range(title.start - 2, start - 1, -1):
            mention = self.found.holder[index]
            if mention is not None and mention.kind == "name":
                return self._speaking(mention)
        return None

    def _capital_at(self, person: Mention) -> str | None:
        """The state whose name or capital opens a sentence ("In Accra she met President X")."""
        start, _ = self.tokens.sents[self.tokens.sent_of[person.start]]
        opens = self.tokens.lower[start] == "in"
        city = self.found.holder[start + 1] if opens and start + 1 < len(self.tokens) else None
        if city is not None and city.kind == "name" and self.bodies.is_state(city):
            return city.entity
        place = city is not None and self.found.type_of(city.entity) == "Place"
        return self.titles.arguments.whose.state_of(city.entity) if city and place else None

    def _place_before(self, title: Title) -> str | None:
        """Where a governor or mayor without a place is: the place named last in the sentence.

        A region may stand in the sentence before.
        """
        tokens = self.tokens
        number = tokens.sent_of[title.start]
        start, own = tokens.sents[max(0, number - 1)][0], tokens.sents[number][0]
        named = [self.found.holder[i] for i in range(title.start - 1, start - 1, -1)]
        places = [
            m
            for m in named
            if m is not None and m.kind == "name" and self.found.type_of(m.entity) == "Place"
        ]
        regions = [m for m in places if tokens.lower[m.end - 1] in _REGIONS]
        near = [m for m in places if m.start >= own]
        return (regions or near)[0].entity if regions or near else None

    def _place_told_of(self, person: Mention) -> str | None:
        """Where a mayor is who tells of one place alone: "Mayor X said Tamale was under attack"."""
        tokens, last = self.tokens, person.end - 1
        verb = tokens.heads[last]
        if tokens.dep[last] != "nsubj" or tokens.lemma[verb] not in CUE_VERBS or verb < last:
            return None
        end = tokens.sents[tokens.sent_of[last]][1]
        named = (m for i in range(verb, end) if (m := self.found.holder[i]) and m.kind == "name")
        places = {m.entity for m in named if self.found.type_of(m.entity) == "Place"}
        return places.pop() if len(places) == 1 else None

    def _represented(self, person: Mention) -> str | None:
        """The state a minister is said to represent."""
        tokens, last = self.tokens, person.end - 1
        verb = tokens.heads[last]
        if tokens.dep[last] != "nsubj" or tokens.lemma[verb] != "represent":
            return None
        state = tokens.child(verb, "dobj")
        mention = self.bodies.at(state) if state is not None else None
        named = mention is not None and self.bodies.is_state(mention)
        return mention.entity if mention is not None and named else None

    def known_state(self, person: Mention) -> str | None:
        """The state a public figure is known to have served, where the document speaks of it."""
        state = officials().get(person.entity)
        return state if state in self.found.entities else None

    def _told_at_home(self, person: Mention, words: str) -> str | None:
        """The state, if named, whose government's or army's spokesman speaks in its capital."""
        tokens, verb = self.tokens, self.tokens.heads[person.end - 1]
        subject = tokens.dep[person.end - 1] == "nsubj" and tokens.lemma[verb] in CUE_VERBS
        if not subject or _OF_STATES.isdisjoint(words.split()[:-1]):
            return None
        arguments = self.titles.arguments
        places = (self.found.holder[i] for i in arguments.roles.heads(verb, "in"))
        states = (arguments.whose.state_of(m.entity) for m in places if m is not None)
        return next((state for state in states if state in self.found.entities), None)

    def _beside(self, noun: int) -> str | None:
        """The body an office is coordinated with: "sanctioned X and its chairman, Y"."""
        named = (noun, *(c for c in self.tokens.children[noun] if self.tokens.dep[c] == "appos"))
        bodies = [m for i in named if (m := self.bodies.at(i)) is not None]
        return bodies[0].entity if bodies else None

    def _paragraph_start(self, person: Mention) -> int:
        """Where the few sentences before a name begin, within its paragraph."""
        tokens = self.tokens
        number = tokens.sent_of[person.start]
        start = tokens.sents[max(0, number - CONTEXT_SENTENCES)][0]
        for index in range(person.start - 1, start, -1):
            if tokens.text[index].count("\n") > 1:
                return index
        return start

    def _leads(self, index: int) -> bool:
        """Whether a word is the subject of its sentence, or owns it."""
        tokens = self.tokens
        if tokens.dep[index] == "poss" or tokens.lemma[tokens.heads[index]].lower() in _GOVERNMENT:
            index = tokens.heads[index]  # "the Kenyan government said"
        verb = tokens.heads[index]
        main = tokens.heads[verb] == verb or tokens.dep[verb] in ("conj", "parataxis")
        # "The ministry published it; its spokesman said": a clause of its own.
        opens = tokens.dep[verb] == "ccomp" and tokens.lefts[verb] == tokens.lefts[index]
        return tokens.dep[index] in ("nsubj", "nsubjpass") and (main or opens)

    def _speaking(self, mention: Mention) -> str | None:
        """A body that can have a spokesperson or a director."""
        type_ = self.found.type_of(mention.entity)
        fits = (
            type_ in ("Organization", "ArmedGroup", "Bloc", "Channel") or mention.kind == "metonym"
        )
        return mention.entity if fits else None

    def _governed(self, mention: Mention) -> str | None:
        """The state that acts through a metonym, a ministry or its forces; not one merely named."""
        entity = self.found.entities.get(mention.entity)
        if entity is None:
            return None
        if entity.type == "State":
            noun = self.tokens.heads[mention.end - 1]
            governs = self.tokens.lemma[noun].lower() in _GOVERNMENT
            return entity.id if mention.kind == "metonym" or governs else None
        country = entity.properties.get("country")
        return f"state:{country}" if country and f"state:{country}" in self.found.entities else None
