"""The bodies that titles belong to: read from the words behind "of" or in front of a title."""

from __future__ import annotations

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.marks import QUOTE_MARKS
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.offices.words import (
    PERIODICALS,
    SENT,
    TITLE_POS,
    office_at,
    office_words,
)
from ingest.nlp.tokens import POSSESSIVES

BODY_TYPES = frozenset({"State", "Organization", "Bloc", "ArmedGroup", "Channel", "Place"})
MAX_BRACKETED = 9  # tokens of "(a subject of the Kenyan Federation)"
MAX_OWNED = 4  # words in "presidential administration" after the state they belong to
_GOVERNING = frozenset({"administration", "council", "government", "authority"})
_SPOKEN_FOR = frozenset({"military", "governor", "mayor", "president", "of"})
_SENDING = frozenset({"secretary", "-", "general", "secretary-general", "of"})
_BEFORE_BODY = frozenset({"the", "a", "occupied", "annexed", *POSSESSIVES})


class BodyReader:
    """Reads the bodies of one document, whatever stands between them and a title."""

    def __init__(self, found: Findings, arguments: Arguments) -> None:
        self.found = found
        self.tokens = found.tokens
        self.arguments = arguments

    def is_state(self, mention: Mention) -> bool:
        """Whether a mention is of a state."""
        return self.found.type_of(mention.entity) == "State"

    def named(self, index: int) -> bool:
        """Whether a token is part of a name."""
        mention = self.found.holder[index]
        return mention is not None and mention.kind not in ("nominal", "coref")

    def is_person(self, index: int) -> bool:
        """Whether a token mentions a person."""
        return self.found.person_at(index) is not None

    def at(self, index: int) -> Mention | None:
        """The mention of a body at a token, unless it only says whose side something is on."""
        mention = self.found.holder[index] if index >= 0 else None
        if mention is None or self.arguments.grammar.sided(mention):
            return None
        if mention.kind == "demonym" and self.found.type_of(mention.entity) == "Organization":
            return None  # "Republican Senator X" is none of the party's
        return mention if self.found.type_of(mention.entity) in BODY_TYPES else None

    def name_end(self, index: int) -> int:
        """The last token of a body's name, without common nouns or what stands in brackets behind.

        As in "the Wagner group", "the World Bank (WB)" and "the Left Party (Die Linke)".
        """
        at, bodies = self._before_bracket(index), self.arguments.words.bodies
        while at > 0 and self.found.holder[at] is None and self.tokens.lower[at] in bodies:
            at -= 1
        named = self.at(at)
        proper = named is not None and self.found.type_of(named.entity) != "State"
        return at if proper else index

    def _before_bracket(self, index: int) -> int:
        """The last token before "(WB)", "(Die Union)" or "(a region of Kenya)" that ends here."""
        tokens = self.tokens
        if index < 3 or tokens.text[index] != ")":
            return index
        first = max(1, index - MAX_BRACKETED)
        opening = next((i for i in range(index - 1, first, -1) if tokens.text[i] == "("), None)
        if opening is None or opening == index - 1:
            return index
        if opening == index - 2:  # a word alone may be a party: "Senator Kern (R) X"
            capitals = sum(letter.isupper() for letter in tokens.text[index - 1])
            return opening - 1 if capitals > 1 else index
        inside = range(opening + 1, index)
        told = (tokens.pos[i] in ("VERB", "AUX") and tokens.text[i].islower() for i in inside)
        plain = not any(told) and not any(self.is_person(i) for i in inside)
        return opening - 1 if plain else index

    def owned_end(self, index: int) -> int:
        """The state or body in "Kenya's presidential office", which stands for it, by its end."""
        at, tokens = index, self.tokens
        for _ in range(MAX_OWNED):
            if at < 1 or self.found.holder[at] is not None or tokens.pos[at] not in TITLE_POS:
                break
            at -= 1
        at -= at > 0 and tokens.lower[at] in POSSESSIVES
        # "the Kenyan president's office"
        at -= (
            index > at > 0
            and self.found.holder[at] is None
            and office_at(self.tokens, at) is not None
        )
        mention = self.found.holder[at]
        owned = index > at and mention is not None and mention.end == at + 1
        owned = owned and mention is not None and mention.kind != "metonym"
        governed = tokens.lower[index] in _GOVERNING
        # "the State Duma's defence committee"
        part = tokens.lower[index] in self.arguments.words.stand_ins["parts"] | {"service"}
        part = part and tokens.lower[at + 1] in POSSESSIVES
        type_ = self.found.type_of(mention.entity) if mention is not None else ""
        fits = mention is not None and (
            self.is_state(mention)
            or (governed and type_ == "Place")
            or (part and type_ == "Organization")
        )
        return at if owned and fits else index

    def before(self, start: int) -> str | None:
        """The body right before a title: "Serbia's pro-Western president", "its director"."""
        tokens, holder = self.tokens, self.found.holder
        before = start - 1
        before -= before > 0 and tokens.text[before] in QUOTE_MARKS - POSSESSIVES
        before = self._before_adjectives(before, start)
        if before >= 0 and tokens.lower[before] in POSSESSIVES:
            before -= 1
        while before >= 3 and self._takes_side(before):
            mention = holder[before]
            before = (before if mention is None else mention.start) - 3
            before -= tokens.lower[before] in POSSESSIVES
        explained = None
        if before > 0 and tokens.lower[before] == "whose":
            before -= 1 + (tokens.text[before - 1] == ",")
            if tokens.dep[before] == "appos":  # "X, a company whose chairman"
                explained = self.at(tokens.heads[before])
        mention = explained or self.at(self.name_end(before))
        if mention is None and before >= 0 and tokens.dep[before] == "poss":
            mention = holder[before]
            noun = mention is None and tokens.pos[before] == "NOUN"
            for index in self.arguments.roles.antecedents(before) if noun else ():
                mention = self.at(index)
        return mention.entity if mention is not None else None

    def _before_adjectives(self, at: int, start: int) -> int:
        """What owns a title, past its adjectives: "Kenya's popular president".

        A people does where the title has capitals: "the Kenyan left-wing President", and not "a
        Kenyan fascist leader", who leads no state.
        """
        tokens, first = self.tokens, at
        while first > 0 and self.found.holder[first] is None and tokens.pos[first] == "ADJ":
            first -= 1
        owner = self.found.holder[first] if first >= 0 else None
        people = owner is not None and owner.kind == "demonym" and tokens.text[start][0].isupper()
        return first if tokens.lower[first] in POSSESSIVES or people else at

    def _takes_side(self, index: int) -> bool:
        """Whether a word ends a "pro-Western" or "anti-Kremlin"."""
        mention = self.found.holder[index]
        first = index if mention is None else mention.start
        prefix = self.tokens.lower[first - 2] in self.arguments.words.side_prefixes
        return prefix and self.tokens.text[first - 1] in "-–"

    def taken_up(self, index: int) -> str | None:
        """The body or place that "the region" of "the governor of the region" takes up."""
        index += self.tokens.lower[index : index + 1] == ["the"]
        meant = self.arguments.roles.antecedents(index) if index < len(self.tokens) else []
        return next((m.entity for i in meant if (m := self.at(i)) is not None), None)

    def after(self, link: int) -> str | None:
        """The body after "of": the last of a possessive chain ("the Foundation's Korea Desk")."""
        tokens = self.tokens
        body: str | None = None
        seat = False
        ranked = tokens.lower[link - 1] in office_words().ranks | {"officer"}
        wholly = tokens.lower[link] in ("of", "for") and not ranked  # "head of the Kenyan army"
        for index in range(link + 1, min(len(tokens), link + 9)):
            mention = self.found.holder[index]
            goes_on = wholly and mention is not self.found.holder[index - 1]
            if mention is not None and (mention.start == index or goes_on):
                found = self.at(index)
                if found is None and self.arguments.grammar.sided(mention):
                    continue  # "at the Accra-based Institute"
                if found is None:
                    return body
                of_it = self._thing_of(found)
                if of_it is not None:
                    return of_it.entity
                body, seat = found.entity, found.kind == "metonym"
                chained = found.end < len(tokens) and tokens.lower[found.end] in POSSESSIVES
                chained = chained or self._holds_next(found)
                if not chained and found.kind != "demonym":
                    sent = found.end < len(tokens) and self._sent_by(link, found.end)
                    return body if sent or self._complete_name(found) else None
            elif mention is None and self._hyphened(index):
                continue  # "at the right-leaning Institute"
            elif mention is None and body is None and self._inner_of(index):
                continue  # "chief of the general staff of Kenya's army"
            elif mention is None and body is None and self._sent_by(link, index):
                continue  # "envoy of the Secretary-General of the United Nations"
            elif mention is None and tokens.lower[index] not in _BEFORE_BODY:
                plain = tokens.pos[index] in TITLE_POS or tokens.dep[index] in ("compound", "amod")
                if not plain or body is not None:
                    noun = tokens.pos[index] in ("NOUN", "PROPN")
                    return body if body and plain and (noun or not seat) else None
        return body

    def _inner_of(self, index: int) -> bool:
        """Whether an "of" stands behind a part of a body: "chief of staff of the army"."""
        parts = self.arguments.words.stand_ins["parts"]
        return self.tokens.lower[index] == "of" and self.tokens.lower[index - 1] in parts

    def _holds_next(self, body: Mention) -> bool:
        """Whether a part of a body follows its name: "at the Baltic Council Reef Lab"."""
        part = self.found.holder[body.end] if body.end < len(self.tokens) else None
        names = part is not None and part.kind == body.kind == "name"
        types = {self.found.type_of(m.entity) for m in (body, part) if m is not None}
        return names and types == {"Organization"}

    def _sent_by(self, link: int, index: int) -> bool:
        """Whether a token is of "the Secretary-General of", whose envoys are those of the body.

        So is who speaks "for the governor of" a region the region's.
        """
        office, word = office_at(self.tokens, link - 1), self.tokens.lower[index]
        if office in office_words().speaking and word in _SPOKEN_FOR:
            return True
        return office in SENT and self.tokens.lower[link] == "of" and word in _SENDING

    def _hyphened(self, index: int) -> bool:
        around = self.tokens.text[max(0, index - 1) : index + 2]
        return "-" in around and (self.tokens.text[index].islower() or around[1:2] == ["-"])

    def _thing_of(self, owner: Mention) -> Mention | None:
        """The thing in "of the Kenyan state corporation X", of which Kenya is only the place."""
        if self.found.type_of(owner.entity) not in ("State", "Place"):
            return None
        tokens, known = self.tokens, self.arguments.words
        at = owner.end
        at += at < len(tokens) and tokens.lower[at] in POSSESSIVES
        start = at
        while at < len(tokens) and self.found.holder[at] is None and at - start < MAX_OWNED:
            plain = tokens.pos[at] in ("NOUN", "ADJ") or tokens.lower[at] in PERIODICALS
            if not plain or not tokens.text[at].islower():
                return None
            at += 1
        named = self.at(at) if start < at < len(tokens) else None
        noun = tokens.lemma[at - 1].lower()
        outlets = known.stand_ins["outlets"] | PERIODICALS
        things = known.bodies | known.stand_ins["companies"] | outlets | words("company_noun")
        return named if named is not None and named.start == at and noun in things else None

    def of_field(self, link: int) -> str | None:
        """The body after a field of work: "lecturer in document forensics at the university"."""
        tokens = self.tokens
        for index in range(link + 1, min(len(tokens) - 1, link + 6)):
            seat = tokens.lower[index] == "from" and tokens.lower[index - 1] == "parliament"
            if tokens.lower[index] in ("at", "of", "with") or seat:
                return self.after(index)
            if tokens.lower[index - 1] in _GOVERNING and tokens.lower[index] == "in":
                # "head of the military administration in the village of Lypove"
                near = (self.at(i) for i in range(index, min(len(tokens), index + 5)))
                return next((m.entity for m in near if m is not None), None)
            body = self.after(index) if tokens.lower[index] == "in" else None
            if body is not None and self.found.type_of(body) == "State":
                return body  # "minister of justice in the Kenyan government"
            if tokens.lower[index] == "the":
                continue
            field = tokens.pos[index] in TITLE_POS or tokens.pos[index] == "CCONJ"
            if self.named(index) or not field:
                return None
        return None

    def _complete_name(self, body: Mention) -> bool:
        """Whether a body's name ends here, and is not the first half of an unknown longer one."""
        tokens, after = self.tokens, body.end
        if after >= len(tokens):
            return True
        if self.found.holder[after] is not None:
            goes_on = self.is_state(body) and tokens.pos[after] in TITLE_POS
            return self.is_person(after) or not goes_on
        if tokens.ent[after] in ("DATE", "TIME"):
            return True
        if tokens.text[after + 1 : after + 2] == ["]"] and self.is_person(after + 2):
            return True  # "[former President of Kenya Peter] Mwangi"
        governing = _GOVERNING.intersection(tokens.lower[after : after + MAX_OWNED])
        if governing and self.found.type_of(body.entity) == "Place":
            return True  # "head of the Ternopil regional administration"
        words = self.arguments.words
        stands_in = tokens.lemma[after].lower() in words.stand_ins["government"] | words.bodies
        return stands_in or tokens.pos[after] not in TITLE_POS or self._called(body)

    def _called(self, body: Mention) -> bool:
        """Whether nouns behind a body's name only say what it is: "the Lantern think tank"."""
        if self.found.type_of(body.entity) in ("State", "Place"):
            return False
        tokens, end = self.tokens, body.end
        while (
            end < len(tokens)
            and end - body.end < MAX_OWNED
            and self.found.holder[end] is None
            and (tokens.pos[end] in ("NOUN", "ADJ") or tokens.text[end] == "-")
        ):
            end += 1
        words = self.arguments.words
        kinds = words.bodies | words.stand_ins["companies"] | words.stand_ins["outlets"]
        return end > body.end and tokens.lower[end - 1] in kinds
