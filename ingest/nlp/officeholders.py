"""Offices named beside people: "NATO Secretary General X", "X, Estonia's prime minister".

Titles stand in a few fixed places around a name and are read from the tokens; only "X was elected
president of Y" needs grammar. An office without its state or body ("Foreign Minister X") takes it
from what its paragraph speaks of, or from nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.arguments import Arguments
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.matching import Match
from ingest.nlp.titles import BODY_TYPES, LINKS, POSSESSIVES, Title, TitleReader

_BREAKS = frozenset({",", "(", "—", "–", "-", ";"})
_COPULAS = frozenset({"be", "become", "remain", "serve", "work", "act"})
_ADVERBS = frozenset({"then", "now", "formerly", "currently", "previously", "also", "later"})
_SKIPPED = frozenset({"the", "a", "an", "who", "is", "its"}) | _ADVERBS | POSSESSIVES
CONTEXT_SENTENCES = 2  # sentences of the paragraph before a title that may name its state


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
        self.titles = TitleReader(found, arguments)
        self.words = self.titles.words
        self.placed: set[str] = set()
        self.last_title = ""

    def matches(self) -> Iterator[Match]:
        people = sorted(
            (m for e in self.found.entities.values() if e.type == "Person" for m in e.mentions),
            key=lambda m: m.start,
        )
        open_titles: list[tuple[Mention, Title]] = []
        for person in people:
            if person.kind != "name":
                continue
            after = self._office_after(person)
            title = self._title_before(person)
            body = self._body_of(title, person) if title is not None else None
            if title is not None and body is not None:
                yield from self._match(person, title, body)
            elif title is not None and after is None:
                open_titles.append((person, title))
            if after is not None:
                yield from self._match(person, *after)
        yield from self._predicates()
        for person, title in open_titles:
            body = self._body_of_context(person, title)
            if body is not None and person.entity not in self.placed:
                yield from self._match(person, title, body)

    def _match(self, person: Mention, title: Title, body: str) -> Iterator[Match]:
        if not self._fits(title, body) or body == person.entity:
            return
        self.placed.add(person.entity)
        yield Match(
            "holds_office",
            person.entity,
            body,
            person.start,
            min(person.start, title.start),
            stative=True,
            last=max(person.end, title.end) - 1,
            attributes=(("title", self._wording(title)),),
        )

    def _fits(self, title: Title, body: str) -> bool:
        """Whether such a body has such an office ("Russian analyst" is no office of Russia)."""
        words = [self.tokens.lower[i] for i in range(title.start, title.end)]
        heads = {word for word in words if word in self.titles.heads}
        type_ = self.found.type_of(body)
        if type_ == "State":
            return bool(heads & self.words.state) and not self.words.blocked.intersection(words)
        return type_ in BODY_TYPES and (type_ != "Place" or bool(heads & self.words.place))

    def _wording(self, title: Title) -> str:
        """The title as written; "counterpart" is the title of the one named before.

        "former" is kept where it stands before the body ("former US president").
        """
        text = self.tokens.span_text(title.start, title.end)
        if text.lower().endswith("counterpart"):
            return self.last_title or text
        at = title.start - 1
        mention = self.found.holder[at] if at >= 0 else None
        word = self.tokens.lower[mention.start - 1] if mention is not None and mention.start else ""
        self.last_title = text
        return f"{word} {text}" if word in self.words.bygone else text

    def _title_before(self, person: Mention) -> Title | None:
        """The title in front of a name, with or without the body between the two."""
        at = self.titles.before_name(person)
        title = self.titles.ending(at) or self.titles.portfolio(at)
        if title is None:
            link = self._link_before(self.titles.body_end(at))
            title = self.titles.ending(link - 1) if link is not None else None
        if title is not None:
            for index in range(title.start, title.end):
                self.arguments.titled[index] = person
        return title

    def _link_before(self, end: int) -> int | None:
        """The "of" before a body that ends here; "of A to B" is the sending body's."""
        tokens, at = self.tokens, end
        for _ in range(2):
            body = self.titles.body_at(at)
            if body is None or body.end != at + 1:
                return None
            at = body.start - 1
            at -= at > 0 and tokens.lower[at] == "the"
            if at > 0 and tokens.lower[at] in LINKS:
                return at
            if at <= 0 or tokens.lower[at] != "to":
                return None
            if self.titles.ending(at - 1) is not None:
                return at
            at -= 1
        return None

    def _body_of(self, title: Title, person: Mention) -> str | None:
        """The body a title in front of a name belongs to, wherever it stands."""
        tokens = self.tokens
        linked = title.end < person.start and tokens.lower[title.end] in LINKS
        if linked:
            body = self.titles.body_after(title.end)
            if body is not None:
                return body
            mention = self.titles.body_at(self.titles.body_end(self.titles.before_name(person)))
            if mention is not None:
                return mention.entity
        before = self.titles.body_before(title)
        if before is not None:
            return before
        if person.end < len(tokens) and tokens.lower[person.end] == "of":
            return self.titles.body_after(person.end)
        return None

    # "NAME, [body] [title]" and "NAME, [title] of [body]"

    def _office_after(self, person: Mention) -> tuple[Title, str] | None:
        tokens, at = self.tokens, person.end
        if at + 1 >= len(tokens):
            return None
        byline = tokens.pos[at] == "SPACE" and "\n" in tokens.text[at]
        if tokens.text[at] not in _BREAKS and not (byline and self._alone_on_line(person)):
            return None
        owner: str | None = None
        start = at + 1
        for index in range(at + 1, min(len(tokens), at + 15)):
            if self.titles.named(index):
                mention = self.titles.body_at(index)
                if mention is None:
                    return None
                owner, start = mention.entity, index + 1
            elif tokens.lower[index] in _SKIPPED:
                start = index + 1
            elif self.titles.is_head(index):
                if self.titles.is_person(index + 1):
                    return None
                office = self._complete(Title(start, index + 1), owner)
                following = self.tokens.lower[index + 1] if index + 1 < len(tokens) else ""
                if office is not None or following != "and":
                    return office
                start = index + 2
            elif tokens.lower[index] == "and" and start > index:
                continue
            elif not self.titles.extends(index):
                return None
        return None

    def _complete(self, title: Title, owner: str | None) -> tuple[Title, str] | None:
        """A title after a name with its body; None where it is the title of the next name."""
        tokens = self.tokens
        while title.start < title.end - 1 and not tokens.text[title.start][0].isalnum():
            title = Title(title.start + 1, title.end)
        if title.end < len(tokens) and tokens.lower[title.end] in LINKS:
            body = self.titles.body_after(title.end) or self.titles.body_of_field(title.end)
            if body is not None:
                return (title, body) if not self._names_next(title.end) else None
        return (title, owner) if owner is not None and title.start < title.end else None

    def _names_next(self, link: int) -> bool:
        for index in range(link + 1, min(len(self.tokens), link + 9)):
            if self.titles.is_person(index):
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

    # "NAME was elected [title] of [body]", "the [title] of [body] is NAME"

    def _predicates(self) -> Iterator[Match]:
        tokens = self.tokens
        for index, word in enumerate(tokens.lower):
            if word in self.titles.heads:
                if tokens.dep[index] in ("attr", "oprd", "pobj", "dobj"):
                    yield from self._predicate(index, self._holders(index))
                elif tokens.dep[index] == "nsubj" and tokens.lemma[tokens.heads[index]] == "be":
                    name = tokens.child(tokens.heads[index], "attr")
                    yield from self._predicate(index, [] if name is None else [name])

    def _holders(self, head: int) -> list[int]:
        """Who is said to be, become or be made what the title at `head` names."""
        tokens = self.tokens
        verb = tokens.heads[head]
        if tokens.dep[head] == "pobj":
            if tokens.lower[verb] != "as":
                return []
            verb = tokens.heads[verb]
        if any(tokens.dep[c] == "neg" for c in tokens.children[verb]):
            return []
        if tokens.lemma[verb] in _COPULAS or tokens.lemma[verb] in ("take", "step", "resign"):
            return self.arguments.roles.subject(verb)
        return (
            self.arguments.roles.object(verb) if tokens.lemma[verb] in self.words.appointed else []
        )

    def _predicate(self, head: int, holders: list[int]) -> Iterator[Match]:
        people = [i for i in holders if self.titles.is_person(i)]
        title = self.titles.ending(head) if people else None
        if title is None:
            return
        for role in ("of", "possessor", "modifier", "for", "at"):
            for noun in self.arguments.roles.heads(head, role):
                body = self.titles.body_at(noun)
                if body is not None:
                    for index in people:
                        mention = self.found.holder[index]
                        if mention is not None:
                            yield from self._match(mention, title, body.entity)
                    return

    # "Foreign Minister NAME", "spokesperson NAME": the body is what the paragraph speaks of

    def _body_of_context(self, person: Mention, title: Title) -> str | None:
        tokens = self.tokens
        words = tokens.span_text(title.start, title.end).lower()
        its = tokens.lower[title.start - 1] in ("its", "their") if title.start else False
        speaks = its or words.split()[-1] in self.words.speaking
        if not speaks and words not in self.words.national:
            return None
        bodies: list[str] = []
        for index in range(self._paragraph_start(person), person.start):
            mention = self.found.holder[index]
            if mention is not None and self._leads(index):
                body = self._speaking(mention) if speaks else self._governed(mention)
                if body is not None:
                    bodies.append(body)
        return bodies[-1] if bodies else None

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
        if tokens.dep[index] == "poss":
            index = tokens.heads[index]
        verb = tokens.heads[index]
        return tokens.dep[index] in ("nsubj", "nsubjpass") and tokens.heads[verb] == verb

    def _speaking(self, mention: Mention) -> str | None:
        """A body that can have a spokesperson or a director."""
        type_ = self.found.type_of(mention.entity)
        fits = type_ in ("Organization", "ArmedGroup", "Bloc") or mention.kind == "metonym"
        return mention.entity if fits else None

    def _governed(self, mention: Mention) -> str | None:
        """The state that acts through a metonym, a ministry or its forces; not one merely named."""
        entity = self.found.entities.get(mention.entity)
        if entity is None:
            return None
        if entity.type == "State":
            return entity.id if mention.kind == "metonym" else None
        return entity.properties.get("state")
