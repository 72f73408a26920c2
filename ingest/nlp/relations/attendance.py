"""Who sat at a meeting that an earlier sentence tells of: "Taking part in the meeting were X, Y".

Whoever took part met whoever held it. Both sentences are cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from graph.vocabulary import load_vocabulary
from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.patterns.matching import Match

_REACH = 2
"""Sentences from the meeting to those who attended it."""
_MEETINGS = frozenset(
    {"meeting", "talk", "negotiation", "consultation", "session", "summit", "conference"}
)
_FORUMS = frozenset({"talks", "forum", "congress", "dialogue", "assembly", "gathering"})
_WITH = frozenset({"with", "between", "among"})
_SENT = ("government", "leaders", "officials")
_HOLDING = frozenset({"hold", "chair", "host", "convene", "conduct", "have", "lead", "preside"})
_TAKING_PART = frozenset({"attend", "participate"})


def attended(found: Findings, arguments: Arguments, matches: list[Match]) -> Iterator[Match]:
    """Meetings of those who attended with whoever held or sought the meeting told of last."""
    attendances = list(_attendances(found))
    if not attendances:
        return
    hosts = {m.trigger: m.source for m in matches if m.relation == "met_with"}
    hosts |= _hosts(found, arguments)
    for verb, heard in attendances:
        told = [i for i in hosts if i < verb]
        if not told or found.tokens.sent_of[verb] - found.tokens.sent_of[max(told)] > _REACH:
            continue
        meeting = max(told)
        sentence = found.tokens.sents[found.tokens.sent_of[meeting]]
        for guest in heard or _subjects(found, arguments, verb):
            # By which medium is left open: a meeting may be held by video.
            yield Match("met_with", hosts[meeting], guest, verb, sentence[0], symmetric=True)


def gathered(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """Who took part in a meeting with a name: "the Accra Summit with Kenya, Ghana and X"."""
    types = load_vocabulary().relationship("PARTICIPATED_IN").sources
    for event in found.in_order():
        named = event.kind == "name" and found.type_of(event.entity) == "Event"
        if not named or found.tokens.lower[event.end - 1] not in _MEETINGS | _FORUMS:
            continue
        last = event.end - 1
        links = [c for c in found.tokens.children[last] if found.tokens.lower[c] in _WITH]
        heads = [h for link in links for h in arguments.grammar.objects_of(link)]
        for id_ in dict.fromkeys(i for h in heads for i in arguments.entities(h, _SENT)):
            if found.type_of(id_) in types:
                yield Match("participated_in", id_, event.entity, last, event.start)


def joint(found: Findings) -> Iterator[Match]:
    """Meetings of whoever is named behind "held with the participation of X and Y"."""
    tokens = found.tokens
    for index, word in enumerate(tokens.lower):
        if word != "participation" or tokens.lower[index + 1 : index + 2] != ["of"]:
            continue
        start, end = tokens.sents[tokens.sent_of[index]]
        met = any(tokens.lemma[i].lower() in _MEETINGS for i in range(start, index))
        people = _people_behind(found, index) if met else []
        finite = any(tokens.tag[i] in ("VBD", "VBZ", "VBP") for i in range(index, end))
        for one, other in combinations([] if finite else people, 2):
            yield Match("met_with", one, other, index, start, symmetric=True)


def _hosts(found: Findings, arguments: Arguments) -> dict[int, str]:
    """Who held a meeting, under the verb that says so."""
    tokens = found.tokens
    hosts: dict[int, str] = {}
    for verb, lemma in enumerate(tokens.lemma):
        if lemma not in _HOLDING or tokens.pos[verb] != "VERB":
            continue
        held = (*arguments.roles.verbs.object(verb), *arguments.roles.prepositional(verb, "over"))
        if any(tokens.lemma[noun].lower() in _MEETINGS for noun in held):
            people = _subjects(found, arguments, verb)
            if people:
                hosts[verb] = people[0]
    return hosts


def _attendances(found: Findings) -> Iterator[tuple[int, list[str]]]:
    """What says that somebody attended, with those named behind it where it stands before them."""
    tokens = found.tokens
    for index, lemma in enumerate(tokens.lemma):
        follows, present = tokens.lower[index + 1 : index + 2], tokens.lower[index] == "present"
        part = lemma == "take" and follows == ["part"]
        if not (part or lemma in _TAKING_PART or (present and tokens.pos[index] == "ADJ")):
            continue
        last = _behind_meeting(found, index + part)
        if last is None:
            continue
        passive = follows == ["by"] and _is_of_meeting(found, index)
        if passive or tokens.lower[last + 1 : last + 2] in (["were"], ["was"]):
            people = _people_behind(found, last)
            if people:
                yield index, people
        elif tokens.pos[index] == "VERB":
            yield index, []


def _behind_meeting(found: Findings, last: int) -> int | None:
    """Where "in the meeting" behind a verb ends, if it is of one; else the verb itself."""
    tokens, at = found.tokens, last + 1
    if tokens.lower[at : at + 1] in (["in"], ["at"]):
        at += 1
    if tokens.lower[at : at + 1] not in (["the"], ["these"], ["this"]):
        return last if at == last + 1 else None
    while at + 1 < len(tokens) and tokens.pos[at + 1] in ("ADJ", "NOUN"):
        at += 1
    return at if tokens.lemma[at].lower() in _MEETINGS else None


def _is_of_meeting(found: Findings, verb: int) -> bool:
    """Whether a participle says of a meeting that it was attended: "the talks were attended by"."""
    tokens = found.tokens
    start = tokens.sents[tokens.sent_of[verb]][0]
    return any(tokens.lemma[i].lower() in _MEETINGS for i in range(start, verb))


def _people_behind(found: Findings, last: int) -> list[str]:
    """The people named from here to the end of the sentence."""
    end = found.tokens.sents[found.tokens.sent_of[last]][1]
    named = (found.holder[i] for i in range(last + 1, end))
    people = [m.entity for m in named if m is not None and found.type_of(m.entity) == "Person"]
    return list(dict.fromkeys(people))


def _subjects(found: Findings, arguments: Arguments, verb: int) -> list[str]:
    heads = arguments.roles.subject(verb)
    ids = [id_ for head in heads for id_ in arguments.entities(head)]
    return [id_ for id_ in dict.fromkeys(ids) if found.type_of(id_) == "Person"]
