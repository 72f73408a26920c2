"""Offices that verbs give: "X was elected president of Y", "when X was in power"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.findings import Mention
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.offices.changes import holders, is_wished
from ingest.nlp.relations.offices.stakes import shared_link
from ingest.nlp.relations.offices.titles import LINKS, MAX_TITLE, Title, TitleReader

RULING = frozenset({"power", "office"})
REIGNS = frozenset({"rule", "regime", "reign", "dictatorship"})
_IN_POWER = frozenset({"be", "come", "remain", "stay", "rise", "return", "keep"})

_MOST_CALLED = 9  # tokens of "named a long-serving career diplomat X"
_IN_FIELD = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "CCONJ", "DET"})
_OWN = frozenset({"its", "their"})
_HAVING = frozenset({"have", "get", "gain", "lose", "acquire", "mourn", "bury"})
_SERVING = frozenset({"serve", "represent"})
_BEFORE_OFFICE = frozenset({"as", "the", "its", "a", "an", "his", "her", "to", "be"})

Office = tuple[Mention, Title, str]


def predicates(titles: TitleReader, arguments: Arguments) -> Iterator[Office]:
    """Who is said to hold which office of which body, as (person, title, id of the body)."""
    tokens = titles.tokens
    for index in range(len(tokens)):
        if titles.head(index) is not None:
            if tokens.dep[index] in ("attr", "oprd", "pobj", "dobj", "acomp"):
                yield from _predicate(titles, arguments, index, holders(titles, arguments, index))
                if tokens.dep[index] == "dobj":
                    yield from _had(titles, arguments, index)
            elif tokens.dep[index] == "conj" and tokens.dep[tokens.heads[index]] == "appos":
                if tokens.tag[tokens.lefts[index]] == "PRP$":
                    continue  # "X, minister of Y, and his Ghanaian colleague Z"
                # "X, grandson of Y and chairman of Z"
                yield from _predicate(titles, arguments, index, [tokens.heads[tokens.heads[index]]])
            elif tokens.dep[index] == "nsubj" and tokens.lemma[tokens.heads[index]] == "be":
                name = tokens.child(tokens.heads[index], "attr")
                yield from _predicate(titles, arguments, index, [] if name is None else [name])
        elif tokens.lower[index] in REIGNS:
            yield from _under(titles, index)
        elif tokens.lower[index] in RULING:
            yield from _in_power(titles, arguments, index)
        elif tokens.lemma[index] in titles.words.appointed and tokens.pos[index] == "VERB":
            yield from _appointed(titles, arguments, index)
            yield from _new_in_office(titles, arguments, index)


def _appointed(titles: TitleReader, arguments: Arguments, verb: int) -> Iterator[Office]:
    """ "Kenya's parliament named X prime minister", "they made X head of the agency".

    Where no body is told the office is of whoever gives it.
    """
    tokens = titles.tokens
    person, start = _put_in_office(titles, arguments, verb)
    if person is None:
        return
    while start < len(tokens) and tokens.lower[start] in _BEFORE_OFFICE:
        start += 1
    for index in range(start, min(len(tokens), start + MAX_TITLE)):
        if titles.is_head(index):
            if tokens.lower[index + 1 : index + 2] == ["of"]:
                givers = [g for i in arguments.roles.subject(verb) for g in arguments.entities(i)]
                wished = is_wished(titles, verb) or person.entity in givers
                body = None if wished else titles.bodies.after(index + 1)
                if body is not None:
                    yield person, Title(start, index + 1), body
                return
            for subject in arguments.roles.subject(verb):
                state = _state_of_giver(titles, arguments, subject)
                if state is not None:
                    yield person, Title(start, index + 1), state
                    return
            owner = _own(titles, arguments, verb, start)
            if owner is not None:
                yield person, Title(start, index + 1), owner
            return
        if not titles.extends(index):
            return


def _new_in_office(titles: TitleReader, arguments: Arguments, verb: int) -> Iterator[Office]:
    """ "Kenya's junta appointed a new minister of defence, Gen. X": of whoever gives it."""
    tokens = titles.tokens
    head = tokens.child(verb, "dobj")
    title = titles.ending(head) if head is not None and head > verb else None
    person = _named_behind(titles, title.end) if title is not None else None
    if title is None or person is None or is_wished(titles, verb):
        return
    linked = tokens.lower[title.end] in LINKS
    told = titles.bodies.before(title.start) or (linked and titles.bodies.after(title.end)) or None
    for subject in arguments.roles.subject(verb) if told is None else ():
        giver = titles.bodies.at(subject)
        body = _state_of_giver(titles, arguments, subject) or (giver.entity if giver else None)
        if body is not None:
            yield person, title, body
            return


def _named_behind(titles: TitleReader, at: int) -> Mention | None:
    """The person named behind a title, its field and a comma: "director of research, Dr. X"."""
    tokens = titles.tokens
    end = min(len(tokens), at + _MOST_CALLED)
    while at < end and tokens.text[at] != ",":
        if titles.bodies.named(at) or tokens.pos[at] not in _IN_FIELD:
            return None
        at += 1
    at += 1
    while at < end and tokens.lower[at] in titles.words.ranks | titles.words.honorifics:
        at += 1
    person = titles.found.person_at(at)
    return person if person is not None and person.kind == "name" else None


def _own(titles: TitleReader, arguments: Arguments, verb: int, start: int) -> str | None:
    """The body in "Interpol named X its director", whose own office is given."""
    if titles.tokens.lower[start - 1] not in _OWN:
        return None
    givers = (titles.bodies.at(subject) for subject in arguments.roles.subject(verb))
    return next((giver.entity for giver in givers if giver is not None), None)


def _had(titles: TitleReader, arguments: Arguments, head: int) -> Iterator[Office]:
    """ "Interpol has a new president, X", "the party lost its leader, X": whose subject has it."""
    tokens = titles.tokens
    verb, title = tokens.heads[head], titles.ending(head)
    names = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
    people = [m for c in names if (m := titles.found.person_at(c)) and m.kind == "name"]
    if title is None or tokens.lemma[verb] not in _HAVING or is_wished(titles, verb):
        return
    bodies = (titles.bodies.at(subject) for subject in arguments.roles.subject(verb))
    body = next((m for m in bodies if m is not None), None)
    other = titles.bodies.before(title.start)  # "received Kenya's president, X"
    if body is not None and other in (None, body.entity):
        yield from ((person, title, body.entity) for person in people)


def _put_in_office(
    titles: TitleReader, arguments: Arguments, verb: int
) -> tuple[Mention | None, int]:
    """Who is put in office, and where the words for the office begin.

    "named (the former banker) X", or "X was named".
    """
    tokens, holder = titles.tokens, titles.found.holder
    if arguments.grammar.is_passive(verb):
        named = [i for i in arguments.roles.verbs.object(verb) if titles.bodies.is_person(i)]
        return (holder[named[0]] if named else None), verb + 1
    at = verb + 1
    while at < min(len(tokens) - 1, verb + _MOST_CALLED) and holder[at] is None:
        hyphened = "-" in tokens.text[at - 1 : at + 2]  # "the long-serving diplomat X"
        if tokens.pos[at] not in ("NOUN", "ADJ", "DET") and not hyphened:
            break
        at += 1
    person = holder[at] if titles.bodies.is_person(at) else None
    return person, at if person is None else person.end


def _state_of_giver(titles: TitleReader, arguments: Arguments, giver: int) -> str | None:
    """The state of who gives an office: "Kenya's president", "the Kenyan parliament", a leader."""
    owners = (*arguments.roles.heads(giver, "modifier"), *arguments.roles.heads(giver, "possessor"))
    bodies = [m for i in (*owners, giver) if (m := titles.bodies.at(i)) is not None]
    states = [m.entity for m in bodies if titles.bodies.is_state(m)]
    person = titles.found.holder[giver] if titles.bodies.is_person(giver) else None
    known = arguments.whose.state_of(person.entity) if person is not None else None
    return states[0] if states else known


def _predicate(
    titles: TitleReader, arguments: Arguments, head: int, holders: list[int]
) -> Iterator[Office]:
    tokens = titles.tokens
    people = [i for i in holders if titles.bodies.is_person(i)]
    title = titles.ending(head) if people else None
    if title is None:
        return
    if titles.is_plural(title):
        grammar = arguments.grammar  # "X and Y, who are reporters"
        listed = [c for i in people for c in grammar.conjuncts(grammar.first_conjunct(i))]
        people = [i for i in dict.fromkeys(listed) if titles.bodies.is_person(i)]
    bodies = [
        i for i in arguments.roles.heads(head, "of") if tokens.lemma[i] in arguments.words.bodies
    ]
    # the head of a militia in Accra is not Accra's
    for role in ("of", "possessor", "modifier", *(() if bodies else ("for", "at", "in"))):
        for noun in arguments.roles.heads(head, role):
            if role == "possessor" and tokens.dep[tokens.heads[head]] == "relcl":
                noun = _whose(titles, head, noun)
            called = _explained(titles, noun) or arguments.naming.called(noun)
            called += [c for c in tokens.children[noun] if tokens.dep[c] == "appos"]
            if tokens.lemma[noun] in arguments.words.stand_ins["parts"]:
                called += arguments.roles.heads(noun, "of")  # "chief of the general staff of X"
            known = (noun, *arguments.roles.antecedents(noun), *called)
            body = next((m for i in known if (m := titles.bodies.at(i)) is not None), None)
            if body is not None:
                for index in people:
                    mention = titles.found.holder[index]
                    if mention is not None:
                        yield mention, title, body.entity
                return
    link = shared_link(titles, title)
    shared = titles.bodies.after(link) if link is not None else None
    served = _served(titles, head) or _of_which(titles, head)
    body_id = shared or (served.entity if served is not None else None)
    if body_id is not None:
        yield from ((m, title, body_id) for i in people if (m := titles.found.holder[i]))


def _served(titles: TitleReader, head: int) -> Mention | None:
    """Kenya in "X served Kenya as ambassador" and "X represented Kenya in Accra as consul"."""
    tokens, link = titles.tokens, titles.tokens.heads[head]
    served = tokens.child(tokens.heads[link], "dobj")
    serving = tokens.lower[link] == "as" and tokens.lemma[tokens.heads[link]] in _SERVING
    return titles.bodies.at(served) if serving and served is not None else None


def _of_which(titles: TitleReader, head: int) -> Mention | None:
    """Accra in "the port of Accra, of which X was mayor"."""
    tokens, verb = titles.tokens, titles.tokens.heads[head]
    start = tokens.lefts[verb]
    clause = tokens.dep[verb] == "relcl" and tokens.lower[start : start + 2] == ["of", "which"]
    near = start - 1 - (tokens.text[start - 1] == ",")
    return titles.bodies.at(near) or titles.bodies.at(tokens.heads[verb]) if clause else None


def _whose(titles: TitleReader, title: int, noun: int) -> int:
    """The company in "a company in Tallinn whose director is Y", which Tallinn is not."""
    tokens = titles.tokens
    mention = titles.bodies.at(noun)
    place = mention is not None and titles.found.type_of(mention.entity) in ("Place", "State")
    above = tokens.heads[tokens.heads[noun]]
    whose = "whose" in tokens.lower[noun:title]
    return above if place and whose and tokens.dep[noun] == "pobj" else noun


def _explained(titles: TitleReader, noun: int) -> list[int]:
    """What a noun explains: X in "X, a company whose director is Y"."""
    tokens = titles.tokens
    return [tokens.heads[noun]] if tokens.dep[noun] == "appos" else []


def _in_power(titles: TitleReader, arguments: Arguments, noun: int) -> Iterator[Office]:
    """ "while X was in power": of the state named with it, else nearest in the sentence."""
    tokens, holder = titles.tokens, titles.found.holder
    preposition = tokens.heads[noun]
    verb = tokens.heads[preposition]
    if tokens.dep[noun] != "pobj" or tokens.lower[preposition] not in ("in", "to"):
        return
    if tokens.lemma[verb] not in _IN_POWER:
        return
    named = [i for i in arguments.roles.heads(verb, "in") if titles.bodies.at(i) is not None]
    start, end = tokens.sents[tokens.sent_of[verb]]
    around = [*named, *range(verb - 1, start - 1, -1), *range(verb + 1, end)]
    states = [m.entity for i in around if (m := holder[i]) and titles.bodies.is_state(m)]
    for subject in arguments.roles.subject(verb):
        for index in (subject, *(c for c in tokens.children[subject] if tokens.dep[c] == "appos")):
            person = holder[index]
            if person is not None and titles.bodies.is_person(index) and states:
                yield person, Title(preposition, noun + 1), states[0]
                return


def _under(titles: TitleReader, noun: int) -> Iterator[Office]:
    """ "under the rule of X", "the regime under X": of the state nearest in the sentence."""
    tokens, holder = titles.tokens, titles.found.holder
    after = tokens.lower[noun + 1 : noun + 2]
    before = tokens.lower[max(0, noun - 2) : noun]
    if after != ["under"] and not (after == ["of"] and "under" in before):
        return
    person = holder[noun + 2] if noun + 2 < len(tokens) else None
    if person is None or not titles.bodies.is_person(noun + 2):
        return
    start, end = tokens.sents[tokens.sent_of[noun]]
    around = [*range(noun - 1, start - 1, -1), *range(person.end, end)]
    state = next((m for i in around if (m := holder[i]) and titles.bodies.is_state(m)), None)
    if state is not None:
        yield person, Title(noun, noun + 1), state.entity
