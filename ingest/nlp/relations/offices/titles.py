"""Titles as they are written: where one ends before a name, and the body it belongs to.

Titles are read from right to left over the tokens, because small parsers get long ones wrong. Words
are in data/en/officeholders.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.nlp.entities.joints import is_ordinal
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments import Arguments
from ingest.nlp.relations.offices.brackets import title_inside
from ingest.nlp.relations.offices.words import office_words
from ingest.nlp.tokens import POSSESSIVES

BODY_TYPES = frozenset({"State", "Organization", "Bloc", "ArmedGroup", "Channel", "Place"})
LINKS = frozenset({"of", "for", "at", "in", "with"})
MAX_TITLE = 6
MAX_OWNED = 4  # words in "presidential administration" after the state they belong to
MAX_PORTFOLIO = 9  # words in "Minister of Digital Development, Transport and Trade"
_GOVERNING = frozenset({"administration", "council", "government", "authority"})
_QUOTES = frozenset("\"“”„«»‘’'")
_BEFORE_BODY = frozenset({"the", "a", "occupied", "annexed", *POSSESSIVES})
_TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title's tokens, first and past the last."""

    start: int
    end: int


class TitleReader:
    """Reads titles and the bodies beside them in one document."""

    def __init__(self, found: Findings, arguments: Arguments) -> None:
        self.found = found
        self.tokens = found.tokens
        self.arguments = arguments
        self.words = office_words()
        self.heads = self.words.heads

    def before_name(self, person: Mention) -> int:
        """The token before a name: honorific, rank and a closed apposition's comma passed over."""
        tokens = self.tokens
        inside = title_inside(self.found, person, self.head)
        if inside is not None:
            return inside
        at = person.start - 1
        at -= at > 0 and tokens.text[at] in _QUOTES  # the "foreign minister" X
        while at > 0 and tokens.lower[at] in self.words.honorifics:
            at -= 1 + (tokens.lower[at - 1] in ("his", "her"))  # "His Excellency Dr."
        rank = at
        while rank > 0 and (
            tokens.lower[rank] in self.words.ranks
            or (tokens.text[rank] == "-" and tokens.lower[rank - 1] in self.words.ranks)
        ):
            rank -= 1
        at = rank if tokens.text[rank] == "," else at
        opens = tokens.lower[tokens.sents[tokens.sent_of[person.start]][0]] == "as"
        closed = self.closes(person.end) or at < person.start - 1 or opens
        if at > 0 and tokens.text[at] == "," and closed:
            at -= 1
        return at

    def ending(self, at: int) -> Title | None:
        """The title whose last word is token `at`, if it is one."""
        tokens = self.tokens
        if at < 0 or self.head(at) is None or self.named(at):
            if at >= 2 and tokens.lower[at] in ("elect", "designate"):
                return self.ending(at - 2)
            return None
        start = at
        capital = tokens.text[at][0].isupper()
        while start > 0 and at - start < MAX_TITLE and self.extends(start - 1):
            before = start - 1
            if capital and tokens.text[before][0].islower() and not self._small(before):
                break
            start -= 1
        if tokens.lower[start] in self.arguments.words.side_prefixes and start + 3 <= at:
            start += 3
        while start < at and tokens.text[start] in "-–":
            start += 1
        return Title(start, at + 1)

    def head(self, index: int) -> str | None:
        """The office a token names in the singular ("presidents" is "president"), if it is one."""
        lower = self.tokens.lower[index]
        if lower in self.heads:
            return lower
        plural = self.tokens.tag[index] in ("NNS", "NNPS") and lower.endswith("s")
        return lower[:-1] if plural and lower[:-1] in self.heads else None

    def is_plural(self, title: Title) -> bool:
        """Whether a title in the plural stands before a list of names."""
        return self.tokens.lower[title.end - 1] not in self.heads and (
            self.head(title.end - 1) is not None
        )

    def is_state(self, mention: Mention) -> bool:
        """Whether a mention is of a state."""
        return self.found.type_of(mention.entity) == "State"

    def portfolio(self, at: int) -> Title | None:
        """ "Minister of Digital Development and Transport": a title that ends in its field.

        "The governor of the region" tells no field, but takes up a region named before.
        """
        tokens = self.tokens
        for index in range(at, max(0, at - MAX_PORTFOLIO), -1):
            if tokens.lower[index] in ("of", "for", "on"):
                title = self.ending(index - 1) if index < at else None
                fields = tokens.lower[index - 1] in self.words.portfolio
                taken_up = tokens.lower[index + 1 : index + 2] == ["the"] and not fields
                return None if title is None or taken_up else Title(title.start, at + 1)
            joined = tokens.lower[index] in ("and", ",", "&", "the")
            if self.named(index) or not (joined or tokens.pos[index] in _TITLE_POS):
                return None
        return None

    def _small(self, index: int) -> bool:
        """Words written small inside a title in capitals ("former Prime Minister")."""
        lower, words = self.tokens.lower[index], self.words
        return lower in words.bygone | words.participles or lower in ("in", "deputy", "first")

    def extends(self, index: int) -> bool:
        """Whether a token can stand inside a title."""
        tokens = self.tokens
        if self.named(index):
            return False
        text = tokens.text[index]
        if text in "-–":
            return index + 1 < len(tokens) and (
                tokens.pos[index + 1] in _TITLE_POS or tokens.lower[index + 1] == "in"
            )
        if tokens.lower[index] == "in":
            return tokens.text[index + 1 : index + 2] == ["-"] and tokens.text[index - 1] == "-"
        word = tokens.pos[index] in _TITLE_POS or tokens.lower[index] in self.words.participles
        word = word or (
            tokens.lower[index] in self.words.bygone and tokens.text[index + 1 : index + 2] == ["-"]
        )
        return word and (text[0].isalpha() or is_ordinal(text))

    def is_head(self, index: int) -> bool:
        """Whether a token is the last word of a title, and not followed by its real head."""
        tokens = self.tokens
        if tokens.lower[index] not in self.heads or tokens.pos[index] not in _TITLE_POS:
            return False
        following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
        return following not in self.heads and following not in ("general", "-")

    def last_head(self, index: int) -> int:
        """Where a title ends that begins with another: "Chief Investigative Officer"."""
        end = index + 1
        while end < len(self.tokens) and end - index < MAX_OWNED and self.extends(end):
            if self.is_head(end):
                return end
            end += 1
        return index

    def named(self, index: int) -> bool:
        """Whether a token is part of a name."""
        mention = self.found.holder[index]
        return mention is not None and mention.kind not in ("nominal", "coref")

    def is_person(self, index: int) -> bool:
        """Whether a token mentions a person."""
        mention = self.found.holder[index] if index < len(self.tokens) else None
        return mention is not None and self.found.type_of(mention.entity) == "Person"

    def closes(self, index: int) -> bool:
        """Whether an apposition ends here ("Estonia's prime minister, X, said")."""
        return index < len(self.tokens) and self.tokens.text[index] in (",", ".", ")", ";", ":")

    def body_at(self, index: int) -> Mention | None:
        """The mention of a body at a token, unless it only says whose side something is on."""
        mention = self.found.holder[index] if index >= 0 else None
        if mention is None or self.arguments.grammar.sided(mention):
            return None
        if mention.kind == "demonym" and self.found.type_of(mention.entity) == "Organization":
            return None  # "Republican Senator X" is none of the party's
        return mention if self.found.type_of(mention.entity) in BODY_TYPES else None

    def body_end(self, index: int) -> int:
        """The last token of a body's name, common nouns after it left out ("the Wagner group")."""
        at, bodies = index, self.arguments.words.bodies
        while at > 0 and self.found.holder[at] is None and self.tokens.lower[at] in bodies:
            at -= 1
        named = self.body_at(at)
        proper = named is not None and self.found.type_of(named.entity) != "State"
        return at if proper else index

    def owned_end(self, index: int) -> int:
        """The state in "Kenya's presidential office", which stands for it, by the last noun."""
        at, tokens = index, self.tokens
        for _ in range(MAX_OWNED):
            if at < 1 or self.found.holder[at] is not None or tokens.pos[at] not in _TITLE_POS:
                break
            at -= 1
        at -= at > 0 and tokens.lower[at] in POSSESSIVES
        # "the Kenyan president's office"
        at -= index > at > 0 and self.found.holder[at] is None and self.head(at) is not None
        mention = self.found.holder[at]
        owned = index > at and mention is not None and mention.end == at + 1
        owned = owned and mention is not None and mention.kind != "metonym"
        governed = tokens.lower[index] in _GOVERNING
        fits = mention is not None and (
            self.is_state(mention) or (governed and self.found.type_of(mention.entity) == "Place")
        )
        return at if owned and fits else index

    def body_before(self, title: Title) -> str | None:
        """The body right before a title: "Serbia's pro-Western president", "its director"."""
        tokens, holder = self.tokens, self.found.holder
        before = title.start - 1
        before -= before > 0 and tokens.text[before] in _QUOTES - POSSESSIVES
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
                explained = self.body_at(tokens.heads[before])
        mention = explained or self.body_at(self.body_end(before))
        if mention is None and before >= 0 and tokens.dep[before] == "poss":
            mention = holder[before]
            noun = mention is None and tokens.pos[before] == "NOUN"
            for index in self.arguments.roles.antecedents(before) if noun else ():
                mention = self.body_at(index)
        return mention.entity if mention is not None else None

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
        return next((m.entity for i in meant if (m := self.body_at(i)) is not None), None)

    def body_after(self, link: int) -> str | None:
        """The body after "of": the last of a possessive chain ("the Foundation's Korea Desk")."""
        tokens = self.tokens
        body: str | None = None
        seat = False
        for index in range(link + 1, min(len(tokens), link + 9)):
            mention = self.found.holder[index]
            if mention is not None and mention.start == index:
                found = self.body_at(index)
                if found is None:
                    return body
                of_it = self._thing_of(found)
                if of_it is not None:
                    return of_it.entity
                body, seat = found.entity, found.kind == "metonym"
                chained = found.end < len(tokens) and tokens.lower[found.end] in POSSESSIVES
                if not chained and found.kind != "demonym":
                    return body if self._complete_name(found) else None
            elif mention is None and self._hyphened(index):
                continue  # "at the right-leaning Institute"
            elif mention is None and tokens.lower[index] not in _BEFORE_BODY:
                plain = tokens.pos[index] in _TITLE_POS or tokens.dep[index] in ("compound", "amod")
                if not plain or body is not None:
                    noun = tokens.pos[index] in ("NOUN", "PROPN")
                    return body if body and plain and (noun or not seat) else None
        return body

    def _hyphened(self, index: int) -> bool:
        around = self.tokens.text[max(0, index - 1) : index + 2]
        return "-" in around and (self.tokens.text[index].islower() or around[1:2] == ["-"])

    def _thing_of(self, owner: Mention) -> Mention | None:
        """The thing in "of the Kenyan state corporation X", of which Kenya is only the place."""
        if self.found.type_of(owner.entity) not in ("State", "Place"):
            return None
        tokens, words = self.tokens, self.arguments.words
        at = owner.end
        while at < len(tokens) and self.found.holder[at] is None and at - owner.end < MAX_OWNED:
            if tokens.pos[at] not in ("NOUN", "ADJ") or not tokens.text[at].islower():
                return None
            at += 1
        named = self.body_at(at) if at < len(tokens) and at > owner.end else None
        noun = tokens.lemma[at - 1].lower()
        things = words.bodies | words.stand_ins["companies"] | words.stand_ins["outlets"]
        return named if named is not None and named.start == at and noun in things else None

    def body_of_field(self, link: int) -> str | None:
        """The body after a field of work: "lecturer in document forensics at the university"."""
        tokens = self.tokens
        for index in range(link + 1, min(len(tokens) - 1, link + 6)):
            seat = tokens.lower[index] == "from" and tokens.lower[index - 1] == "parliament"
            if tokens.lower[index] in ("at", "of", "with") or seat:
                return self.body_after(index)
            if tokens.lower[index - 1] in _GOVERNING and tokens.lower[index] == "in":
                # "head of the military administration in the village of Lypove"
                near = (self.body_at(i) for i in range(index, min(len(tokens), index + 5)))
                return next((m.entity for m in near if m is not None), None)
            if tokens.lower[index] == "the":
                continue
            field = tokens.pos[index] in _TITLE_POS or tokens.pos[index] == "CCONJ"
            if self.named(index) or not field:
                return None
        return None

    def _complete_name(self, body: Mention) -> bool:
        """Whether a body's name ends here, and is not the first half of an unknown longer one."""
        tokens, after = self.tokens, body.end
        if after >= len(tokens):
            return True
        if self.found.holder[after] is not None:
            goes_on = self.is_state(body) and tokens.pos[after] in _TITLE_POS
            return self.is_person(after) or not goes_on
        if tokens.ent[after] in ("DATE", "TIME"):
            return True
        governing = _GOVERNING.intersection(tokens.lower[after : after + MAX_OWNED])
        if governing and self.found.type_of(body.entity) == "Place":
            return True  # "head of the Ternopil regional administration"
        words = self.arguments.words
        stands_in = tokens.lemma[after].lower() in words.stand_ins["government"] | words.bodies
        return stands_in or tokens.pos[after] not in _TITLE_POS or self._called(body)

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
