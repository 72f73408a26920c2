"""Whose a document, an office or a side is: "a post by X", "X's caption", "the ministry's view"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ingest.nlp import clauses, subjects
from ingest.nlp.speech import CARRIERS, PUBLISHING, VOICES, is_speech
from ingest.nlp.tokens import Tokens

_PREPOSITIONS = frozenset(("of", "by", "from", "for", "in", "on"))
_SENTENCES_BACK = 3
_MOST_ON = 240  # tokens from what a video or report says to who issued it
_SENDING = frozenset(
    ("send", "address", "congratulate", "wish", "greet", "deliver", "extend", "convey", "issue")
)
# What examines something: "an analysis of channels" is of who made it, and not the channels'.
_STUDIES = frozenset(
    ("analysis", "study", "survey", "review", "examination", "audit", "monitoring", "investigation",
     "research", "inquiry", "probe", "overview", "mapping")
)  # fmt: skip
_ALLEGATIONS = frozenset(("claim", "allegation", "assertion", "accusation"))
_CONDUCTING = frozenset(("conduct", "carry", "prepare", "produce", "compile", "undertake", "do"))
_ISSUING = PUBLISHING | {"issue", "send", "write", "make", "circulate", "tweet", "spread"}
_FORGED = frozenset(
    ("forged", "fake", "faked", "spoofed", "doctored", "fabricated", "bogus", "counterfeit",
     "falsified", "phoney", "phony", "impersonated", "cloned")
)  # fmt: skip
_WRITING = frozenset(("author", "pen", "sign", "draft", "commission", "compile"))
_MOST_UP = 8  # heads from "an unidentified person" to "a picture of the uniform of"
_BESIDE = frozenset(("with", "by"))
_TAKING_UP = frozenset(("the", "this", "it"))
_RELATIVE = ("WDT", "WP")
_MEDIUM = frozenset(("to", "on", "in", "by", "at", "via"))
# What who has got hold of a document does with it; whose words it holds is another matter.
_SEEING = frozenset(
    ("see", "obtain", "review", "examine", "view", "read", "access", "acquire", "get", "report",
     "cite", "quote", "leak", "uncover", "verify")
)  # fmt: skip
_HANDING = frozenset(("leak", "provide", "show", "give", "hand", "pass", "send", "share"))
_RECEIVING = frozenset(("to", "with"))


class Owner(NamedTuple):
    """The token of a possible owner; `placed` where a place could stand there as well."""

    token: int
    placed: bool = False
    agent: bool = False


def owners(tokens: Tokens, noun: int) -> Iterator[Owner]:
    """Who may own what a noun names, the likeliest first.

    Who a document is by comes before the medium in its name: "a Telegram post by Popko".
    """
    late: list[Owner] = []
    by_first = tokens.lemma[noun].lower() in CARRIERS
    for child in tokens.children[noun]:
        dep, word = tokens.dep[child], tokens.lower[child]
        if _got(tokens, child) is not None:
            continue
        if dep in ("poss", "compound", "amod", "nmod"):
            if by_first and dep == "compound":
                late.append(Owner(child))
            else:
                yield Owner(child)
        elif dep == "prep" and word in _PREPOSITIONS:
            object_ = tokens.child(child, "pobj")
            if object_ is not None and _is_topic(tokens, noun, child, object_):
                yield from _conductor(tokens, object_)
            elif object_ is not None:
                yield Owner(object_, placed=word in ("in", "on"))
                # "a study by the rights group Kestrel Watch"
                by = (c for c in _named_beside(tokens, object_) if word in ("by", "from"))
                yield from map(Owner, by)
        elif dep == "acl" and (agent := tokens.child(child, "agent")) is not None:
            # "a readout published by the agency"
            object_ = tokens.child(agent, "pobj")
            if object_ is not None:
                yield Owner(object_, agent=True)
        elif dep == "acl" and tokens.tag[child] == "VBN":
            # "a message published to the channel"
            for preposition in tokens.children[child]:
                object_ = tokens.child(preposition, "pobj")
                if tokens.lower[preposition] in _MEDIUM and object_ is not None:
                    late.append(Owner(object_, placed=True))
                    late += [Owner(c, placed=True) for c in _named_beside(tokens, object_)]
        elif dep == "agent" and (object_ := tokens.child(child, "pobj")) is not None:
            yield Owner(object_, agent=True)
    yield from late


def alleger(tokens: Tokens, noun: int) -> int | None:
    """Whose claims "critical of Kenyan government claims that it works" tells of."""
    before = noun - 1
    voice = tokens.pos[before] == "PROPN" or tokens.lower[before] in VOICES
    beside = tokens.dep[before] == "compound" and tokens.heads[before] == noun
    beside = beside and tokens.ent[before] not in ("DATE", "TIME")
    return before if beside and voice and tokens.lemma[noun] in _ALLEGATIONS else None


def _is_topic(tokens: Tokens, noun: int, preposition: int, object_: int) -> bool:
    """Whether a noun is what a study is about and not whose it is: "an analysis of channels"."""
    studied = tokens.lemma[noun].lower() in _STUDIES and tokens.lower[preposition] == "of"
    return studied and tokens.pos[object_] == "NOUN"


def _conductor(tokens: Tokens, topic: int) -> Iterator[Owner]:
    """Who published a study, where the parse says so of its topic."""
    for child in tokens.children[topic]:
        issued = tokens.dep[child] == "acl" and tokens.lemma[child] in _ISSUING | _CONDUCTING
        agent = tokens.child(child, "agent") if issued else child
        by = tokens.child(agent, "pobj") if agent is not None else None
        if by is not None and (issued or tokens.lower[child] == "by"):
            yield Owner(by, agent=True)


def holder(tokens: Tokens, noun: int) -> int | None:
    """Who has got a document that is not its own: "a memo seen by Reuters", "leaked to Reuters"."""
    return next((by for c in tokens.children[noun] if (by := _got(tokens, c)) is not None), None)


def _got(tokens: Tokens, participle: int) -> int | None:
    """Whom a participle names that saw or was handed what it tells of, or "which X obtained"."""
    by = tokens.child(participle, "nsubj")
    if tokens.dep[participle] == "relcl" and by is not None and tokens.tag[by] not in _RELATIVE:
        return by if tokens.lemma[participle] in _SEEING else None
    if tokens.dep[participle] != "acl" or tokens.tag[participle] != "VBN":
        return None
    agent = tokens.child(participle, "agent")
    if agent is not None:
        return tokens.child(agent, "pobj") if tokens.lemma[participle] in _SEEING else None
    for preposition in tokens.children[participle]:
        if tokens.lower[preposition] in _RECEIVING and tokens.lemma[participle] in _HANDING:
            return tokens.child(preposition, "pobj")
    return None


def _named_beside(tokens: Tokens, noun: int) -> list[int]:
    """The name behind a noun: "the channel Dniester Post"."""
    return [c for c in tokens.children[noun] if tokens.dep[c] == "appos"]


def author(tokens: Tokens, noun: int) -> int | None:
    """Who is said to have issued a document right where it is told of: "users shared a video"."""
    head, issue = tokens.heads[noun], tokens.child(noun, "relcl", "acl")
    by: int | None = None
    if issue is not None and tokens.lemma[issue] in _ISSUING:
        # "a report they released in April"
        by = tokens.child(issue, "nsubj")
        by = None if by is not None and tokens.tag[by] in _RELATIVE else by
    if by is None and tokens.dep[noun] == "nsubj":
        by = _behind_participle(tokens, head, noun)
    if by is None and tokens.dep[noun] == "dobj" and tokens.lemma[head] in _ISSUING:
        by = tokens.child(head, "nsubj")  # "The army published a note, which spoke of"
    if by is None and tokens.dep[noun] == "pobj" and tokens.lower[head] == "in":
        verb = tokens.heads[head]  # "The paper quoted them in a post that claimed"
        by = tokens.child(verb, "nsubj") if is_speech(tokens.lemma[verb]) else None
        if by is None and tokens.tag[verb] == "VBG" and clauses.is_cue(tokens, verb):
            by = subjects.subject(tokens, verb)  # "condemned it, calling it in a note a trap"
    return by


def _behind_participle(tokens: Tokens, verb: int, noun: int) -> int | None:
    """As in "Written by Popko, of the institute, the memo argued that"."""
    for child in tokens.children[verb]:
        fronted = child < noun and tokens.tag[child] == "VBN" and tokens.dep[child] == "advcl"
        if fronted and tokens.lemma[child] in _ISSUING | _WRITING:
            agent = tokens.child(child, "agent")
            return tokens.child(agent, "pobj") if agent is not None else None
    return None


def poster_after(tokens: Tokens, noun: int) -> int | None:
    """Who a sentence further on says put out what is told of: "The video was posted by X"."""
    for subject in range(noun + 1, min(len(tokens), noun + _MOST_ON)):
        again = tokens.dep[subject] == "nsubjpass" and tokens.lemma[subject] == tokens.lemma[noun]
        if again and tokens.lower[tokens.lefts[subject]] in _TAKING_UP:
            return _shared_by(tokens, tokens.heads[subject], subject)
    return None


def publisher_after(tokens: Tokens, noun: int) -> int | None:
    """Who "A new report" is of, told further on: "Published by X, the report warns of"."""
    if tokens.lower[tokens.lefts[noun]] not in ("a", "an"):
        return None
    for again in range(noun + 1, min(len(tokens), noun + _MOST_ON)):
        if tokens.lemma[again] != tokens.lemma[noun]:
            continue
        if tokens.lower[tokens.lefts[again]] != "the":
            return None  # another report
        if tokens.dep[again] == "nsubj":
            return _behind_participle(tokens, tokens.heads[again], again)
    return None


def is_forged(tokens: Tokens, noun: int) -> bool:
    """Whether a document is none of whose it claims to be: "a forged BBC video"."""
    before = range(tokens.lefts[noun], noun)
    return any(tokens.lower[i] in _FORGED and tokens.heads[i] == noun for i in before)


def publisher(tokens: Tokens, noun: int) -> int | None:
    """Who published what "the caption" belongs to, or sent "the message".

    It is the subject of "posted a photograph" or "sent greetings to" before.
    """
    here = tokens.sent_of[noun]
    first = tokens.sents[max(0, here - _SENTENCES_BACK)][0]
    for verb in range(noun - 1, first - 1, -1):
        if tokens.lemma[verb] not in PUBLISHING | _SENDING or not clauses.is_finite(
            tokens, verb, verb + 1
        ):
            continue
        if tokens.child(verb, "dobj") is not None and not clauses.is_passive(tokens, verb):
            return subjects.subject(tokens, verb)
    return None


def behind_picture(tokens: Tokens, verb: int, noun: int) -> int | None:
    """Who says it in "X published a picture of a man saying that it fell": not the man."""
    if tokens.dep[verb] != "acl" or tokens.tag[verb] != "VBG" or tokens.dep[noun] != "pobj":
        return None
    for _ in range(_MOST_UP):
        noun = tokens.heads[noun]
        above = tokens.heads[noun]
        if tokens.dep[noun] == "dobj":
            shown = tokens.lemma[noun] in CARRIERS and tokens.lemma[above] in _ISSUING
            return subjects.subject(tokens, above) if shown else None
    return None


def shower(tokens: Tokens, noun: int) -> int | None:
    """Who put out the picture or post that a claim stands beside: "with the assertion that ...".

    As in "A video shared by X showed jets, accompanied by a claim that ...", and where the sentence
    before tells who shared it: "The clip was shared by X. It showed jets, with a claim that ...".
    """
    beside = tokens.heads[noun]
    if tokens.dep[noun] != "pobj" or tokens.lower[beside] not in _BESIDE:
        return None
    verb = tokens.heads[beside]
    while tokens.dep[verb] in ("acl", "advcl", "prep") and tokens.heads[verb] != verb:
        verb = tokens.heads[verb]
    shown = subjects.subject(tokens, verb) if tokens.pos[verb] in ("VERB", "AUX") else verb
    if shown is None:
        return None
    if (by := _shared_by(tokens, verb, shown)) is not None:
        return by
    before = tokens.sent_of[verb] - 1
    if before < 0 or tokens.lower[tokens.lefts[shown]] not in _TAKING_UP:
        return None
    for earlier in range(*tokens.sents[before]):
        subject = tokens.child(earlier, "nsubjpass")
        if subject is not None and (by := _shared_by(tokens, earlier, subject)) is not None:
            return by
    return None


def _shared_by(tokens: Tokens, verb: int, shown: int) -> int | None:
    """Whom a passive verb, or a participle behind what was shown, names behind "by"."""
    participle = tokens.child(shown, "acl")
    for sharing in (participle, verb):
        if sharing is not None and tokens.lemma[sharing] in _ISSUING:
            agent = tokens.child(sharing, "agent")
            return tokens.child(agent, "pobj") if agent is not None else None
    return None
