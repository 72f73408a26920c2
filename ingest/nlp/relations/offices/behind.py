"""Offices told behind a name: "NAME, Kenya's foreign minister" and "NAME, head of the agency"."""

from __future__ import annotations

from ingest.nlp.findings import BODIES, Findings, Mention
from ingest.nlp.marks import QUOTE_MARKS
from ingest.nlp.relations.offices.context import OfficeContext
from ingest.nlp.relations.offices.departments import department
from ingest.nlp.relations.offices.stakes import shared_link
from ingest.nlp.relations.offices.titles import LINKS, Title, TitleReader
from ingest.nlp.relations.offices.words import SENT
from ingest.nlp.tokens import POSSESSIVES, is_capital

_BREAKS = frozenset({",", "(", "[", "—", "–", "-", ";"})
_DASHES = frozenset({"—", "–", "-"})
_ADVERBS = frozenset(
    {
        "then",
        "now",
        "once",
        "formerly",
        "currently",
        "previously",
        "also",
        "later",
        "until",
        "recently",
        "lately",
        "still",
        "long",
        "briefly",
        "soon",
    }
)
_SKIPPED = (
    frozenset({"the", "a", "an", "who", "is", "was", "its", "as", "serves", "served", "serving"})
    | _ADVERBS
    | POSSESSIVES
)
_MOST_LISTED = 200  # tokens of a list of officials back to its colon
_MOST_FIELD = 6  # words in "Director of Research, Strategy and Planning"
_STYLED = frozenset({"called", "styled", "proclaimed", "declared", "described", "appointed"})
_OWNED = (["'s"], ["’s"])


class OfficesBehind:
    """Reads the titles that follow names in one document, from left to right."""

    def __init__(self, found: Findings, titles: TitleReader, context: OfficeContext) -> None:
        self.found = found
        self.tokens = found.tokens
        self.titles = titles
        self.bodies = self.titles.bodies
        self.words = titles.words
        self.context = context

    def office(self, person: Mention) -> tuple[Title, str] | None:
        """The title that explains a name, and the id of the body it belongs to."""
        tokens, at = self.tokens, person.end
        if tokens.text[at : at + 1] == [","] and tokens.text[at + 2 : at + 3] == [","]:
            at += 2 if tokens.text[at + 1].isdigit() else 0  # "NAME, 52, head of the agency"
        if tokens.text[at : at + 1] == ["("] and tokens.text[at + 2 : at + 4] == [")", ","]:
            at += 3 if self.found.holder[at + 1] is None else 0  # "NAME (pictured), the head of"
        if at + 1 >= len(tokens):
            return None
        byline = tokens.pos[at] == "SPACE" and "\n" in tokens.text[at]
        if tokens.text[at] in _DASHES and tokens.lower[at + 1] == "as":
            return None  # "named X — an adviser to Y — as head of Z": the dash ends an aside
        if tokens.text[at] not in _BREAKS and not (byline and self._alone_on_line(person)):
            return None
        owner: str | None = None
        start = at + 1
        beyond = at
        for index in range(at + 1, min(len(tokens), at + 15)):
            if index <= beyond:
                continue
            if self._installed(index) or self._styled(index):
                beyond = start = index + 3  # "the Kremlin-installed head of the region"
                beyond -= 1
                continue
            if self.bodies.named(index):
                mention = self.bodies.at(index)
                if mention is None:
                    return None
                owner, start = mention.entity, index + 1
            elif tokens.lower[index] in _SKIPPED or tokens.text[index] in QUOTE_MARKS:
                start = index + 1
            elif tokens.lower[index + 1 : index + 2] in _OWNED and owner is None:
                owner, start, beyond = self.bodies.taken_up(index), index + 2, index + 1
                if owner is None:
                    return None
            elif self.titles.is_head(index):
                index = beyond = self.titles.last_head(index)
                if self.bodies.is_person(index + 1):
                    return None
                office = self._complete(person, Title(start, index + 1), owner)
                if office is not None and not self._is_apposed(person, index):
                    return None
                following = self.tokens.lower[index + 1] if index + 1 < len(tokens) else ""
                if office is not None or following != "and":
                    return office
                start = index + 2
            elif tokens.lower[index] == "and" and start > index:
                continue
            elif not self.titles.extends(index):
                return None
        return None

    def _is_apposed(self, person: Mention, head: int) -> bool:
        """Whether an office behind a name explains it; not in "As for X, the head of Y said"."""
        tokens = self.tokens
        if tokens.dep[person.end - 1].startswith("nsubj"):
            return True
        verb = tokens.rights[head] + 1
        if any("\n" in text for text in tokens.text[head:verb]):
            return True  # a byline, and the next line
        finite = tokens.tag[verb : verb + 1] in (["VBD"], ["VBZ"])
        return not finite or tokens.child(verb, "nsubj", "nsubjpass") is not None

    def _installed(self, index: int) -> bool:
        """Whether "Kremlin-installed" or "Moscow-backed" begins at a token."""
        mention = self.found.holder[index]
        return (
            mention is not None
            and mention.end == index + 1
            and self.tokens.tag[index + 2 : index + 3] == ["VBN"]
            and self.titles.arguments.grammar.sided(mention)
        )

    def _styled(self, index: int) -> bool:
        """Whether "so-called" or "self-styled" begins at a token."""
        styled = self.tokens.lower[index] in ("so", "self") and self.tokens.text[index + 1] == "-"
        return styled and self.tokens.lower[index + 2] in _STYLED

    def _complete(
        self, person: Mention, title: Title, owner: str | None
    ) -> tuple[Title, str] | None:
        """A title after a name with its body; None where it is the title of the next name."""
        tokens = self.tokens
        while title.start < title.end - 1 and not tokens.text[title.start][0].isalnum():
            title = Title(title.start + 1, title.end)
        serves = self.titles.head(title.end - 1) in self.words.personal
        links = LINKS | {"to"} if serves else LINKS
        if self.titles.head(title.end - 1) in self.words.elected:
            links |= {"from"}
        link = shared_link(self.titles, title) or title.end
        link += link < len(tokens) and tokens.text[link] in QUOTE_MARKS - POSSESSIVES
        if link < len(tokens) and tokens.lower[link] in links:
            body = self.bodies.after(link) or self.bodies.of_field(link)
            body = body or department(self.found, title)
            if tokens.lower[link + 1 : link + 2] == ["parliament"]:
                title = Title(title.start, title.end + 2)  # "a Member of Parliament from Kenya"
            seated = self.titles.head(title.end - 1) in self.words.place
            seated = seated and tokens.lower[link] == "of"  # "the Kenyan governor of X"
            place = body is not None and self.found.type_of(body) == "Place"
            sent = self.titles.head(title.end - 1) in SENT
            if owner is not None and (sent or (place and not seated)):
                body = owner  # "Kenya's ambassador in X", "Kenya's special envoy to Ghana"
            if body is not None:
                return (title, body) if not self._names_next(link) else None
            fielded = Title(title.start, self._field_end(link))
            beyond = self._beyond_comma(fielded)
            if owner is None and beyond is not None:
                return fielded, beyond  # "X, Director of Operations, Reef Institute, said"
            return (title, owner) if owner is not None else None
        owner = owner or self._beyond_comma(title) or self.context.known_state(person)
        owner = owner or self._of_listed_regime(person, title)
        return (title, owner) if owner is not None and title.start < title.end else None

    def _of_listed_regime(self, person: Mention, title: Title) -> str | None:
        """Kenya in "officials of the Kenyan regime: X, Interior Minister; Y, Deputy Minister"."""
        tokens, end = self.tokens, title.end
        if not self.context.surroundings.is_national(title):
            return None
        closed = tokens.lower[end : end + 1] in ([","], [";"], ["."], ["and"])
        for index in range(person.start - 1, max(0, person.start - _MOST_LISTED), -1):
            if not closed or "\n" in tokens.text[index] or tokens.text[index] == ".":
                return None
            if tokens.text[index] == ":":
                near = (self.bodies.at(i) for i in (index - 1, index - 2))
                states = (m.entity for m in near if m is not None and self.bodies.is_state(m))
                parted = ";" in tokens.text[index : end + 1]
                return next(states, None) if parted else None
        return None

    def _field_end(self, link: int) -> int:
        """Past the capitals of a field: "of Trade and Industry"."""
        at = link + 1
        for _ in range(_MOST_FIELD):
            held = at < len(self.tokens) and self.found.holder[at] is None
            if not held or not (is_capital(self.tokens.text[at]) or self.tokens.lower[at] == "and"):
                break
            at += 1
        return at

    def _beyond_comma(self, title: Title) -> str | None:
        """The body in "X, Executive Director, Reef Institute, said"; a capital tells the form."""
        tokens, at = self.tokens, title.end + 1
        set_off = tokens.text[title.end : at] == [","] and is_capital(tokens.text[title.end - 1])
        body = self.bodies.at(at) if set_off and at < len(tokens) else None
        if body is None or body.start != at or self.found.type_of(body.entity) not in BODIES:
            return None
        return body.entity if self.titles.closes(body.end) else None

    def _names_next(self, link: int) -> bool:
        for index in range(link + 1, min(len(self.tokens), link + 9)):
            if self.bodies.is_person(index):
                return True
            plain = self.found.holder[index] is None
            if plain and self.tokens.lower[index] not in ("the", "of", *POSSESSIVES):
                return False
        return False

    def _alone_on_line(self, person: Mention) -> bool:
        start = self.tokens.starts[person.start]
        text = self.tokens.stored
        line = text[text.rfind("\n", 0, start) + 1 : start].strip().lower()
        return line in ("", "by", "author:", "text:")
