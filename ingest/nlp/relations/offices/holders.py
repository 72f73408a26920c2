"""Offices named beside people: "NATO Secretary General X", "X, Estonia's prime minister".

Titles stand in a few fixed places around a name and are read from the tokens; what verbs say of
offices is read in `office_predicates`, and `office_context` finds the state of "President X".
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.offices.behind import OfficesBehind
from ingest.nlp.relations.offices.bodies import BODY_TYPES
from ingest.nlp.relations.offices.brackets import goes_on
from ingest.nlp.relations.offices.context import OfficeContext
from ingest.nlp.relations.offices.departments import department
from ingest.nlp.relations.offices.links import link_before
from ingest.nlp.relations.offices.lists import lists
from ingest.nlp.relations.offices.predicates import REIGNS, RULING, predicates
from ingest.nlp.relations.offices.references import mark_references
from ingest.nlp.relations.offices.titles import LINKS, Title, TitleReader
from ingest.nlp.relations.offices.words import SENT
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_NEAR = 25  # tokens between somebody's title and the counterpart's
_OF_ONE_STATE = frozenset({"secretary of state"})  # whose counterparts have another title
_JOINTS = ([","], ["and"], [",", "and"])


def matches(found: Findings, arguments: Arguments) -> list[Match]:
    """An office for every person the text gives one.

    Titles that stand before a name are made known to `arguments`, so that "met with President of
    Kenya X" finds X whichever of these words the parser takes for the head.
    """
    finder = _OfficeFinder(found, arguments)
    offices = list(finder.matches())
    for office in offices:
        title = dict(office.attributes).get("title", "")
        arguments.offices.setdefault(office.source, (title.lower(), office.target))
    mark_references(found, arguments, finder.titles, offices)
    return offices


class _OfficeFinder:
    def __init__(self, found: Findings, arguments: Arguments) -> None:
        self.found = found
        self.tokens = found.tokens
        self.arguments = arguments
        self.titles = TitleReader(found, arguments)
        self.bodies = self.titles.bodies
        self.words = self.titles.words
        self.context = OfficeContext(found, self.titles)
        self.placed: dict[str, str] = {}  # people by id, and the body of their office
        self.held: set[tuple[str, str]] = set()  # titles and whose they are, as the text says
        self.behind = OfficesBehind(found, self.titles, self.context)
        self.last_title = ""

    def matches(self) -> Iterator[Match]:
        people = sorted(
            (m for e in self.found.entities.values() if e.type == "Person" for m in e.mentions),
            key=lambda m: m.start,
        )
        open_titles: list[tuple[Mention, Title]] = []
        listed: tuple[Mention, Title, str | None] | None = None
        for person in people:
            if person.kind != "name" or goes_on(self.found, person):
                continue
            after = self.behind.office(person)
            title = self._title_before(person)
            body = self._body_of(title, person) if title is not None else None
            if body is not None and title is not None and not self._fits(title, body):
                body = None  # "Irish MEP X": of another body
            if title is None and listed is not None and self._joined(listed[0], person):
                _, title, body = listed
                body = self.bodies.after(person.end) if self._of(person) else body
            plural = title is not None and self.titles.is_plural(title)
            listed = (person, title, body) if title is not None and plural else None
            if title is not None and body is not None and self.found.type_of(body) == "Place":
                # "In Accra President X": the capital's state
                national = self.tokens.span_text(title.start, title.end).lower()
                if national in self.words.national:
                    body = self.arguments.whose.state_of(body)
            if title is not None and body is not None:
                yield from self._match(person, title, body)
            elif title is not None and after is None:
                yield from self._serves(person, title)
                if not self._is_regional(title):
                    open_titles.append((person, title))
            if after is not None:
                yield from self._match(person, *after)
        for office in (*lists(self.titles), *predicates(self.titles, self.arguments)):
            yield from self._match(*office)
        for person, title in open_titles:
            body = self.context.body(person, title) or self.context.listed(title, self.placed)
            yield from self._from_context(person, title, body)
        for person, title in open_titles:
            if person.entity not in self.placed:
                state = self.context.only_state(person, title, self.placed)
                yield from self._from_context(person, title, state)

    def _from_context(self, person: Mention, title: Title, body: str | None) -> Iterator[Match]:
        """The office of somebody without one, of a body that the words around tell."""
        taken = body is not None and self._is_taken(title, body) and not self._is_put_out(person)
        if body is not None and person.entity not in self.placed and not taken:
            yield from self._match(person, title, body)

    def _is_regional(self, title: Title) -> bool:
        """Whether a title says of which people somebody is: "Dagboni spokesman X" is no state's."""
        before = self.found.holder[title.start - 1] if title.start else None
        people = before is not None and before.kind == "demonym"
        return before is not None and people and self.found.type_of(before.entity) == "Place"

    def _is_taken(self, title: Title, body: str) -> bool:
        """Whether a state has somebody else in an office of which it has one."""
        whole = self.tokens.span_text(title.start, title.end).lower()
        one = whole in self.words.national and not whole.startswith("deputy")
        return one and (whole, body) in self.held

    def _is_put_out(self, person: Mention) -> bool:
        """Whether somebody is who was overthrown, and another holds the office now."""
        tokens, at = self.tokens, person.end - 1
        above = tokens.heads[at]
        if tokens.dep[at] == "pobj" and tokens.lower[above] == "of":
            above = tokens.heads[above]  # "the overthrow of President X"
        elif tokens.dep[at] not in ("dobj", "nsubjpass"):
            return False
        return tokens.lemma[above].lower() in self.words.dismissed

    def _sender(self, title: Title) -> str | None:
        """The state in "Kenya's UN envoy", who is sent there by it."""
        seat = self.bodies.at(title.start - 1)
        if seat is None or self.titles.head(title.end - 1) not in SENT:
            return None
        at = seat.start - 1
        at -= at > 0 and self.tokens.lower[at] in ("deputy", "permanent")
        at -= at > 0 and self.tokens.lower[at] in POSSESSIVES
        sender = self.bodies.at(at) if self.found.type_of(seat.entity) != "State" else None
        return sender.entity if sender is not None and self.bodies.is_state(sender) else None

    def _joined(self, before: Mention, person: Mention) -> bool:
        """Whether two names share the plural title in front of the first ("Presidents X and Y")."""
        start = before.end
        state = self.found.holder[start + 1] if start + 1 < person.start else None
        if self.tokens.lower[start] == "of" and state is not None:
            start = state.end  # "Presidents X of Kenya and Y of Ghana"
        return self.tokens.lower[start : person.start] in _JOINTS

    def _of(self, person: Mention) -> bool:
        return self.tokens.lower[person.end : person.end + 1] == ["of"]

    def _serves(self, person: Mention, title: Title) -> Iterator[Match]:
        """ "Duda's spokesman X", "Duda's envoy for peace X": an office with a person."""
        whole = self.tokens.span_text(title.start, title.end).lower()
        heads = {self.titles.head(index) for index in range(title.start, title.end)}
        if self.words.personal.isdisjoint({whole, *heads}):
            return
        at = title.start - 1
        at -= at > 0 and self.tokens.lower[at] in POSSESSIVES
        owner = self.found.holder[at] if at >= 0 else None
        if owner is not None and self.bodies.is_person(at) and owner.entity != person.entity:
            yield Match.between("affiliated_with", person, owner)

    def _match(self, person: Mention, title: Title, body: str) -> Iterator[Match]:
        if not self._fits(title, body) or body == person.entity:
            return
        if "longer" in self.tokens.lower[person.end : title.start]:
            return  # "X is no longer the head of Y"
        party = self._sits_for(title, body)
        if not party:
            self.placed.setdefault(person.entity, body)
            self.held.add((self.tokens.span_text(title.start, title.end).lower(), body))
        titled = not (party or self._is_reign(title))
        wording = self._wording(title) if titled else ""
        yield Match(
            "member_of" if party else "holds_office",
            person.entity,
            body,
            person.start,
            min(person.start, title.start),
            stative=True,
            last=max(person.end, title.end) - 1,
            attributes=(("title", wording),) if wording else (),
        )

    def _sits_for(self, title: Title, body: str) -> bool:
        """Whether a title is of a lawmaker and the body his party: "Green Party MP X"."""
        entity = self.found.entities.get(body)
        if entity is None or entity.type != "Organization":
            return False
        seat = self.titles.head(title.end - 1) in self.words.elected
        return seat and self.words.legislatures.isdisjoint(entity.name.lower().split())

    def _fits(self, title: Title, body: str) -> bool:
        """Whether such a body has such an office ("Russian analyst" is no office of Russia)."""
        words = [self.tokens.lower[i] for i in range(title.start, title.end)]
        heads = {head for i in range(title.start, title.end) if (head := self.titles.head(i))}
        if self._is_reign(title):
            return self.found.type_of(body) == "State"
        if words[-1] == "member" and not self.words.legislatures.intersection(words):
            return False
        type_ = self.found.type_of(body)
        if type_ == "State":
            # "a Kenyan fascist leader" leads a cause, and not the state
            caused = any(word.endswith("ist") for word in words)
            # "U.S. Attorney X" prosecutes for it, "Kenyan attorney X" is a lawyer from there
            private = words[-1] == "attorney" and self.tokens.text[title.end - 1].islower()
            blocked = caused or private or not self.words.blocked.isdisjoint(words)
            return bool(heads & self.words.state) and not blocked
        local = bool(heads & self.words.place) or " ".join(words[-2:]) in self.words.place
        return type_ in BODY_TYPES and (type_ != "Place" or local)

    def _is_reign(self, title: Title) -> bool:
        """Whether words tell that somebody rules, but not under which title ("the regime")."""
        return self.tokens.lower[title.end - 1] in RULING | REIGNS

    def _wording(self, title: Title) -> str:
        """The title as written; "counterpart" is the title of the one named before, if any.

        "former" is kept where it stands before the body or other adjectives ("former US president",
        "the former popular president").
        """
        text = self.tokens.span_text(title.start, title.end).rstrip(",")
        if self.titles.is_plural(title):
            text = f"{text[: -len(text.split()[-1])]}{self.titles.head(title.end - 1)}"
        if text.lower().endswith(("counterpart", "colleague")):
            other = self._title_of_other(title) or self.last_title
            return other if other.lower() not in _OF_ONE_STATE else ""
        at = title.start - 1
        mention = self.found.holder[at] if at >= 0 else None
        word = self.tokens.lower[mention.start - 1] if mention is not None and mention.start else ""
        if mention is None and at > 0 and self.tokens.pos[at] == self.tokens.pos[at - 1] == "ADJ":
            word = self.tokens.lower[at - 1]
        self.last_title = text
        return f"{word} {text}" if word in self.words.bygone else text

    def _title_of_other(self, title: Title) -> str | None:
        """The title before the name told last: "Minister X will meet his Kenyan counterpart"."""
        for at in range(title.start - 1, max(0, title.start - _NEAR), -1):
            other = self.titles.ending(at) if self.bodies.is_person(at + 1) else None
            if other is not None:
                return self.tokens.span_text(other.start, other.end)
        return None

    def _title_before(self, person: Mention) -> Title | None:
        """The title in front of a name, with or without the body between the two."""
        at = self.titles.before_name(person)
        title = self.titles.ending(at) or self.titles.portfolio(at)
        if title is None:
            end = self.bodies.name_end(at)
            link = link_before(self.titles, end if end != at else self.bodies.owned_end(at))
            if link is None and self.tokens.lower[at - 1] == "the" and self.bodies.taken_up(at):
                link = at - 2  # "the governor of the region, X"
            if link is not None:
                title = self.titles.ending(link - 1) or self.titles.portfolio(link - 1)
            else:
                title = self.titles.beyond_comma(at)
        if title is not None:
            for index in range(title.start, title.end):
                self.arguments.titled[index] = person
        return title

    def _body_of(self, title: Title, person: Mention) -> str | None:
        """The body a title in front of a name belongs to, wherever it stands."""
        tokens = self.tokens
        linked = title.end < person.start and tokens.lower[title.end] in LINKS
        sending = self._sender(title) or self.bodies.before(title.start)
        joined = self.titles.joined_before(title)
        if sending is None and joined is not None:
            sending = self.bodies.before(joined.start)
        if linked and sending and self._fits(title, sending):
            abroad = tokens.lower[title.end] == "in" and self.found.type_of(sending) != "State"
            if abroad or tokens.lower[title.end] == "for":
                return sending  # "the UN envoy for Kenya", "NATO's commander in Kosovo"
        if linked:
            body = self.bodies.after(title.end)
            if body is not None and self._fits(title, body):
                return body
            mention = self.bodies.at(self.bodies.name_end(self.titles.before_name(person)))
            if mention is not None and self._fits(title, mention.entity):
                return mention.entity
        if sending is not None:
            return sending
        if person.end < len(tokens) and tokens.lower[person.end] == "of":
            return self.bodies.after(person.end)
        if title.end + 1 < person.start and tokens.text[title.end] == ",":
            of_it = self.bodies.at(title.end + 1)
            return of_it.entity if of_it is not None else None
        served = department(self.found, title)
        if served is not None:
            return served
        if linked:
            return self.bodies.taken_up(title.end + 1)
        if tokens.lower[person.end : person.end + 2] == [",", "whose"]:
            led = self.bodies.at(person.end + 2)  # "the rebel leader X, whose army"
            return led.entity if led is not None and led.start == person.end + 2 else None
        return None
