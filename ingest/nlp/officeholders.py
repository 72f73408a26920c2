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
_TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_TITLE_VERBS = frozenset(
    {"acting", "outgoing", "incoming", "sitting", "ruling", "elect", "retired"}
)
_HONORIFICS = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady"}
)
_BYGONE = frozenset({"former", "ex", "then", "late", "future", "ousted", "deposed", "exiled"})
_LINKS = frozenset({"of", "for", "at", "in"})
_BREAKS = frozenset({",", "(", "—", "–", "-", ";"})
MAX_TITLE = 6


@dataclass(frozen=True)
class OfficeWords:
    """The lists of officeholders.yaml as sets."""

    state: frozenset[str]
    body: frozenset[str]
    place: frozenset[str]
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


def matches(found: Findings, arguments: Arguments) -> list[Match]:
    """An office for every person the text gives one.

    Titles that stand before a name are made known to `arguments`, so that "met with President of
    Kenya X" finds X whichever of these words the parser takes for the head.
    """
    return list(_OfficeFinder(found, arguments).matches())


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
                self._stands_before(title, person)
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
            if word not in heads:
                continue
            if tokens.dep[index] in ("attr", "oprd", "pobj", "dobj"):
                yield from self._predicate(index)
            elif tokens.dep[index] == "nsubj":
                yield from self._inverted(index)
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
        if type_ == "Place" and words[-1] not in self.words.place:
            return
        self.placed.add(person.entity)
        text = self.tokens.span_text(title.start, title.end)
        bygone = self._bygone(title)
        yield Match(
            "holds_office",
            person.entity,
            body,
            person.start,
            min(person.start, title.start),
            stative=True,
            last=max(person.end, title.end) - 1,
            attributes=(("title", f"{bygone} {text}" if bygone else text),),
        )

    def _bygone(self, title: Title) -> str:
        """ "former" where it stands before the body's name ("former US president")."""
        at = title.start - 1
        mention = self.found.holder[at] if at >= 0 else None
        if mention is not None:
            at = mention.start - 1
        word = self.tokens.lower[at] if at >= 0 else ""
        return word if word in _BYGONE and mention is not None else ""

    # "[body] [title] NAME"

    def _title_before(self, person: Mention) -> Title | None:
        """The title right before a name, or before the comma before it."""
        return self._title_ending(self._before_name(person))

    def _before_name(self, person: Mention) -> int:
        """The token before a name, its honorific and a closed apposition's comma passed over."""
        tokens = self.tokens
        at = person.start - 1
        if at > 0 and tokens.lower[at] in _HONORIFICS:
            at -= 1
        if (
            at > 0
            and tokens.text[at] == ","
            and (self._closes(person.end) or at < person.start - 1)
        ):
            at -= 1
        return at

    def _title_ending(self, at: int) -> Title | None:
        tokens = self.tokens
        if at < 0 or tokens.lower[at] not in self.heads or self._named(at):
            if at >= 2 and tokens.lower[at] in ("elect", "designate"):
                return self._title_ending(at - 2)
            return None
        start = at
        capital = tokens.text[at][0].isupper()
        while start > 0 and at - start < MAX_TITLE and self._extends(start - 1):
            before = start - 1
            if capital and tokens.text[before][0].islower() and not self._small(before):
                break
            start -= 1
        if tokens.lower[start] in self.arguments.words.side_prefixes and start + 3 <= at:
            start += 3
        while start < at and tokens.text[start] in "-–":
            start += 1
        return Title(start, at + 1)

    def _small(self, index: int) -> bool:
        """Words written small inside a title in capitals ("former Prime Minister")."""
        lower = self.tokens.lower[index]
        return lower in _BYGONE or lower in _TITLE_VERBS or lower in ("in", "deputy", "first")

    def _extends(self, index: int) -> bool:
        tokens = self.tokens
        if self._named(index):
            return False
        text = tokens.text[index]
        if text in "-–":
            return tokens.pos[index + 1] in _TITLE_POS or tokens.lower[index + 1] == "in"
        if tokens.lower[index] == "in":
            return tokens.text[index + 1] == "-" and tokens.text[index - 1] == "-"
        word = tokens.pos[index] in _TITLE_POS or tokens.lower[index] in _TITLE_VERBS
        return word and text[0].isalpha()

    def _named(self, index: int) -> bool:
        mention = self.found.holder[index]
        return mention is not None and mention.kind not in ("nominal", "coref")

    def _body_of_title(self, title: Title, person: Mention) -> str | None:
        """The body a title belongs to: before it, or after the name ("X of Ukraine")."""
        tokens = self.tokens
        before = title.start - 1
        if before >= 0 and tokens.lower[before] in ("'s", "’s", "'", "’"):
            before -= 1
        named = self.found.holder[before] if before >= 0 else None
        while named is not None and self.arguments.sided(named) and named.start >= 3:
            before = named.start - 3
            before -= tokens.lower[before] in ("'s", "’s", "'", "’")
            named = self.found.holder[before]
        mention = self._body_at(self._body_end(before))
        if mention is not None:
            return mention.entity
        if before >= 0 and tokens.dep[before] == "poss" and self.found.holder[before] is not None:
            mention = self.found.holder[before]
            return mention.entity if mention else None
        if person.end < len(tokens) and tokens.lower[person.end] == "of":
            return self._body_from(person.end)
        return None

    def _body_end(self, index: int) -> int:
        """The last token of a body's name, common nouns after it left out ("the Wagner group")."""
        at, bodies = index, self.arguments.words.bodies
        while at > 0 and self.found.holder[at] is None and self.tokens.lower[at] in bodies:
            at -= 1
        named = self._body_at(at)
        proper = named is not None and self.found.type_of(named.entity) != "State"
        return at if proper else index

    def _body_at(self, index: int) -> Mention | None:
        mention = self.found.holder[index] if index >= 0 else None
        if mention is None or self.arguments.sided(mention):
            return None
        return mention if self.found.type_of(mention.entity) in BODY_TYPES else None

    # "[title] of [body] NAME"

    def _title_of_body(self, person: Mention) -> Iterator[Match]:
        tokens = self.tokens
        end = self._body_end(self._before_name(person))
        body = self._body_at(end)
        if body is None or body.end != end + 1:
            return
        at = body.start - 1
        if at > 0 and tokens.lower[at] == "the":
            at -= 1
        if at > 0 and tokens.lower[at] in _LINKS:
            title = self._title_ending(at - 1)
            if title is not None:
                self._stands_before(title, person)
                yield from self._match(person, title, body.entity)

    def _stands_before(self, title: Title, person: Mention) -> None:
        for index in range(title.start, title.end):
            self.arguments.titled[index] = person

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
                if self._is_person(index + 1):
                    return None
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
        while title.start < title.end - 1 and not tokens.text[title.start][0].isalnum():
            title = Title(title.start + 1, title.end)
        if title.end < len(tokens) and tokens.lower[title.end] in _LINKS:
            body = self._body_from(title.end)
            if body is not None:
                return (title, body) if not self._names_next(title.end) else None
        return (title, owner) if owner is not None and title.start < title.end else None

    def _is_person(self, index: int) -> bool:
        mention = self.found.holder[index] if index < len(self.tokens) else None
        return mention is not None and self.found.type_of(mention.entity) == "Person"

    def _names_next(self, link: int) -> bool:
        """Whether "of BODY" is followed by a name, so that the title is that person's."""
        holder = self.found.holder
        for index in range(link + 1, min(len(self.tokens), link + 9)):
            mention = holder[index]
            if self._is_person(index):
                return True
            if mention is None and self.tokens.lower[index] not in ("the", "of", "'s", "’s"):
                return False
        return False

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
                chained = after < len(tokens) and tokens.lower[after] in ("'s", "’s")
                if not chained and found.kind != "demonym":
                    return body if self._complete_name(after) else None
            elif mention is None and tokens.lower[index] not in ("the", "'s", "’s", "a"):
                plain = tokens.pos[index] in ("ADJ", "NOUN", "PROPN")
                if not plain or body is not None:
                    return body if body and tokens.pos[index] in ("NOUN", "PROPN") else None
        return body

    def _complete_name(self, after: int) -> bool:
        """Whether a body's name ends here, and is not the first half of an unknown longer one."""
        tokens = self.tokens
        if after >= len(tokens) or self.found.holder[after] is not None:
            return True
        stands_in = tokens.lemma[after].lower() in self.arguments.words.stand_ins["government"]
        return stands_in or tokens.pos[after] not in ("NOUN", "PROPN", "ADJ")

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

    def _inverted(self, head: int) -> Iterator[Match]:
        """ "The president of [body] is NAME"."""
        verb = self.tokens.heads[head]
        name = self.tokens.child(verb, "attr") if self.tokens.lemma[verb] == "be" else None
        mention = self.found.holder[name] if name is not None else None
        if mention is None or self.found.type_of(mention.entity) != "Person":
            return
        title = self._title_ending(head)
        body = self._predicate_body(head) if title is not None else None
        if title is not None and body is not None:
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
        states: set[str | None] = set()
        for start, end in tokens.sents[max(0, number - 1) : number + 1]:
            if any(tokens.text[i].count("\n") > 1 for i in range(start, person.start)):
                states.clear()
            for index in range(start, min(end, person.start)):
                if self._leads(index):
                    mention = self.found.holder[index]
                    states.add(self._state_of(mention) if mention is not None else None)
        states.discard(None)
        if len(states) == 1:
            yield from self._match(person, title, str(states.pop()))

    def _leads(self, index: int) -> bool:
        """Whether a word is the subject of its sentence, or owns it."""
        tokens = self.tokens
        if tokens.dep[index] == "poss":
            index = tokens.heads[index]
        verb = tokens.heads[index]
        return tokens.dep[index] in ("nsubj", "nsubjpass") and tokens.heads[verb] == verb

    def _state_of(self, mention: Mention) -> str | None:
        entity = self.found.entities.get(mention.entity)
        if entity is None:
            return None
        return entity.id if entity.type == "State" else entity.properties.get("state")
