"""Offices named beside people: "NATO Secretary General X", "X, Estonia's prime minister".

Titles stand in a few fixed places around a name, and small parsers get long ones wrong, so they are
read from left to right; only "X was elected president of Y" needs grammar. A state's office without
its state ("Foreign Minister X") takes the only state its surroundings speak of, or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.nlp.arguments import Arguments
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.matching import Match

BODY_TYPES = frozenset({"State", "Organization", "Bloc", "ArmedGroup", "Channel", "Place"})
_TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_LINKS = frozenset({"of", "for", "at", "in", "to"})
_BREAKS = frozenset({",", "(", "—", "–", "-", ";"})
MAX_TITLE = 6


@dataclass(frozen=True)
class OfficeWords:
    """The lists of officeholders.yaml as sets."""

    state: frozenset[str]
    body: frozenset[str]
    national: frozenset[str]
    blocked: frozenset[str]
    appointed: frozenset[str]

    @property
    def heads(self) -> frozenset[str]:
        """Every word that can be the last of a title."""
        return self.state | self.body


@lru_cache(maxsize=1)
def office_words() -> OfficeWords:
    """The word lists, read once a process."""
    lists = load("officeholders")
    return OfficeWords(**{name: frozenset(words) for name, words in lists.items()})


@dataclass(frozen=True, slots=True)
class Title:
    """A title's tokens, its head word last."""

    start: int
    end: int


def matches(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """An office for every person the text gives one, in text order."""
    yield from _OfficeFinder(found, arguments).matches()


class _OfficeFinder:
    def __init__(self, found: Findings, arguments: Arguments) -> None:
        self.found = found
        self.tokens = found.tokens
        self.arguments = arguments
        self.words = office_words()
        self.heads = self.words.heads
        self.placed: set[str] = set()

    def matches(self) -> Iterator[Match]:
        tokens, heads = self.tokens, self.heads
        people = sorted(
            (m for e in self.found.entities.values() if e.type == "Person" for m in e.mentions),
            key=lambda m: m.start,
        )
        open_titles: list[tuple[Mention, Title]] = []
        for person in people:
            if person.kind != "name":
                continue
            title = self._title_before(person)
            after = self._office_after(person)
            if title is not None:
                body = self._body_of_title(title, person)
                if body is not None:
                    yield from self._match(person, title, body)
                elif after is None:
                    open_titles.append((person, title))
            else:
                yield from self._title_of_body(person)
            if after is not None:
                yield from self._match(person, *after)
        for index, word in enumerate(tokens.lower):
            if word in heads and tokens.dep[index] in ("attr", "oprd", "pobj", "dobj"):
                yield from self._predicate(index)
        for person, title in open_titles:
            yield from self._from_context(person, title)

    def _match(self, person: Mention, title: Title, body: str) -> Iterator[Match]:
        type_ = self.found.type_of(body)
        if type_ not in BODY_TYPES or body == person.entity:
            return
        words = [self.tokens.lower[i] for i in range(title.start, title.end)]
        if type_ == "State" and (
            words[-1] not in self.words.state or self.words.blocked.intersection(words)
        ):
            return
        if type_ == "Place" and words[-1] not in ("governor", "mayor", "head", "leader", "chief"):
            return
        self.placed.add(person.entity)
        yield Match(
            "holds_office",
            person.entity,
            body,
            person.start,
            min(person.start, title.start),
            stative=True,
            attributes=(("title", self.tokens.span_text(title.start, title.end)),),
        )

    # "[body] [title] NAME"

    def _title_before(self, person: Mention) -> Title | None:
        """The title right before a name, or before the comma before it."""
        at = person.start - 1
        if at > 0 and self.tokens.text[at] == "," and self._closes(person.end):
            at -= 1
        return self._title_ending(at)

    def _title_ending(self, at: int) -> Title | None:
        tokens, holder = self.tokens, self.found.holder
        if at < 0 or tokens.lower[at] not in self.heads or self._named(at):
            return self._general(at)
        start = at
        while start > 0 and at - start < MAX_TITLE and self._extends(start - 1):
            start -= 1
        while start < at and tokens.text[start] in "-–":
            start += 1
        del holder
        return Title(start, at + 1)

    def _general(self, at: int) -> Title | None:
        """ "Secretary General", "Attorney General": the head stands before the adjective."""
        tokens = self.tokens
        return None if at < 1 or tokens.lower[at] != "elect" else self._title_ending(at - 2)

    def _extends(self, index: int) -> bool:
        tokens = self.tokens
        if self._named(index):
            return False
        if tokens.text[index] in "-–":
            return self.tokens.pos[index + 1] in _TITLE_POS
        return tokens.pos[index] in _TITLE_POS and tokens.text[index][0].isalpha()

    def _named(self, index: int) -> bool:
        mention = self.found.holder[index]
        return mention is not None and mention.kind not in ("nominal", "coref")

    def _body_of_title(self, title: Title, person: Mention) -> str | None:
        """The body a title belongs to: before it, or after the name ("X of Ukraine")."""
        tokens = self.tokens
        before = title.start - 1
        if before >= 0 and tokens.lower[before] in ("'s", "’s", "'", "’"):
            before -= 1
        mention = self._body_at(before)
        if mention is not None and mention.end == before + 1:
            return mention.entity
        if tokens.dep[before] == "poss" and self.found.holder[before] is not None:
            mention = self.found.holder[before]
            return mention.entity if mention else None
        if person.end < len(tokens) and tokens.lower[person.end] == "of":
            return self._body_from(person.end)
        return None

    def _body_at(self, index: int) -> Mention | None:
        mention = self.found.holder[index] if index >= 0 else None
        if mention is None or self.arguments.sided(mention):
            return None
        return mention if self.found.type_of(mention.entity) in BODY_TYPES else None

    # "[title] of [body] NAME"

    def _title_of_body(self, person: Mention) -> Iterator[Match]:
        tokens = self.tokens
        body = self._body_at(person.start - 1)
        if body is None or body.end != person.start:
            return
        at = body.start - 1
        if at > 0 and tokens.lower[at] == "the":
            at -= 1
        if at > 0 and tokens.lower[at] in _LINKS:
            title = self._title_ending(at - 1)
            if title is not None:
                yield from self._match(person, title, body.entity)

    # "NAME, [body] [title]" and "NAME, [title] of [body]"

    def _office_after(self, person: Mention) -> tuple[Title, str] | None:
        tokens = self.tokens
        at = person.end
        if at + 1 >= len(tokens):
            return None
        byline = tokens.pos[at] == "SPACE" and "\n" in tokens.text[at]
        if tokens.text[at] not in _BREAKS and not (byline and self._alone_on_line(person)):
            return None
        at += 1
        limit = min(len(tokens), at + 14)
        owner: str | None = None
        start = at
        for index in range(at, limit):
            lower = tokens.lower[index]
            if self._named(index):
                mention = self._body_at(index)
                if mention is None:
                    return None
                owner, start = mention.entity, index + 1
            elif lower in ("the", "a", "an", "'s", "’s", "then", "now", "who", "is", "its"):
                start = index + 1
            elif lower in self.heads and tokens.pos[index] in _TITLE_POS:
                if self._goes_on(index):
                    continue
                return self._complete(Title(start, index + 1), owner)
            elif not self._extends(index):
                return None
        return None

    def _goes_on(self, index: int) -> bool:
        """Whether a title word is followed by the title's real head ("press secretary", "deputy
        head")."""
        following = index + 1
        if following >= len(self.tokens):
            return False
        lower = self.tokens.lower[following]
        return lower in self.heads or lower in ("general", "-")

    def _complete(self, title: Title, owner: str | None) -> tuple[Title, str] | None:
        tokens = self.tokens
        if title.end < len(tokens) and tokens.lower[title.end] in _LINKS:
            body = self._body_from(title.end)
            if body is not None:
                return title, body
        return (title, owner) if owner is not None and title.start < title.end else None

    def _body_from(self, link: int) -> str | None:
        """The body after "of": the last of a possessive chain ("the Foundation's Korea Desk")."""
        tokens = self.tokens
        at = link + 1
        body: str | None = None
        for index in range(at, min(len(tokens), at + 8)):
            mention = self.found.holder[index]
            if mention is not None and mention.start == index:
                found = self._body_at(index)
                if found is None:
                    return body
                body = found.entity
                after = found.end
                if after >= len(tokens) or (
                    tokens.lower[after] not in ("'s", "’s") and found.kind != "demonym"
                ):
                    return body
            elif mention is None and tokens.lower[index] not in ("the", "'s", "’s", "a"):
                plain = tokens.pos[index] in ("ADJ", "NOUN", "PROPN")
                if not plain or body is not None:
                    return body if body and tokens.pos[index] in ("NOUN", "PROPN") else None
        return body

    def _alone_on_line(self, person: Mention) -> bool:
        start = self.tokens.starts[person.start]
        text = self.tokens.doc.text
        line = text[text.rfind("\n", 0, start) + 1 : start].strip().lower()
        return line in ("", "by", "author:", "text:")

    def _closes(self, index: int) -> bool:
        """Whether an apposition ends here ("Estonia's prime minister, X, said")."""
        return index < len(self.tokens) and self.tokens.text[index] in (",", ".", ")", ";", ":")

    # "NAME was elected [title] of [body]", "NAME is [body]'s [title]"

    def _predicate(self, head: int) -> Iterator[Match]:
        tokens = self.tokens
        verb = tokens.heads[head]
        if tokens.dep[head] == "pobj":
            if tokens.lower[verb] != "as":
                return
            verb = tokens.heads[verb]
            if tokens.lemma[verb] not in self.words.appointed | {"serve", "work", "act"}:
                return
        lemma = tokens.lemma[verb]
        if lemma in ("be", "become", "remain", "serve", "work", "act"):
            subjects = self.arguments.subject(verb)
        elif lemma in self.words.appointed:
            subjects = self.arguments.object(verb)
        else:
            return
        if any(tokens.dep[c] == "neg" for c in tokens.children[verb]):
            return
        title = self._title_ending(head)
        body = self._predicate_body(head) if title is not None else None
        if title is None or body is None:
            return
        for subject in subjects:
            mention = self.found.holder[subject]
            if mention is not None and self.found.type_of(mention.entity) == "Person":
                yield from self._match(mention, title, body)

    def _predicate_body(self, head: int) -> str | None:
        for role in ("of", "possessor", "modifier", "for", "at"):
            for noun in self.arguments.heads(head, role):
                mention = self._body_at(noun)
                if mention is not None:
                    return mention.entity
        return None

    # "Foreign Minister NAME", with the state known from what is being talked about

    def _from_context(self, person: Mention, title: Title) -> Iterator[Match]:
        tokens = self.tokens
        words = tokens.span_text(title.start, title.end).lower()
        if person.entity in self.placed or words not in self.words.national:
            return
        number = tokens.sent_of[person.start]
        end = tokens.sents[number][1]
        start = tokens.sents[max(0, number - 1)][0]
        blank = next(
            (i for i in range(person.start, start, -1) if tokens.text[i].count("\n") > 1), None
        )
        states = {
            self._state_of(mention)
            for mention in self.found.holder[blank or start : end]
            if mention is not None
        } - {None}
        if len(states) == 1:
            yield from self._match(person, title, str(states.pop()))

    def _state_of(self, mention: Mention) -> str | None:
        entity = self.found.entities.get(mention.entity)
        if entity is None:
            return None
        return entity.id if entity.type == "State" else entity.properties.get("state")
