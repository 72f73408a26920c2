"""Contents that a noun introduces: "the claim that it fell", "issued a denial of the story"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import called, doubts, noun_clauses, surface
from ingest.nlp.claims.items import Reported
from ingest.nlp.claims.speakers import belonging
from ingest.nlp.marks import CLOSED_BY, DOUBLE_OPENING
from ingest.nlp.speech import (
    CARRIERS,
    CONFIRMING,
    NOUN_FORMS,
    NOUNS,
    PUBLISHING,
    UNOWNED,
    VERBS,
)
from ingest.nlp.tokens import Tokens

_GIVING = frozenset(
    ("make", "release", "issue", "repeat", "spread", "promote", "voice", "express", "push",
     "publish", "share", "give", "echo", "reiterate", "amplify", "peddle", "advance", "float",
     "circulate", "put", "send", "deliver", "level", "raise", "have", "present", "offer", "receive",
     "support", "back", "launch", "limit", "confine", "restrict", "leave", "acknowledge", "admit",
     "break",
     "disseminate", "propagate", "parrot", "cite", "post", "draw", "call", "point", "refer",
     "allude", "withdraw", "retract", "delete", "remove", "pull")
)  # fmt: skip
_BEARING = frozenset(("on", "in", "by"))
_BEARERS = frozenset(("site", "website", "portal", "blog", "channel", "page", "account", "paper",
                      "newspaper", "magazine"))  # fmt: skip
_UTTERING = frozenset(("voice", "express"))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN"))
_MOST_TELLER = 8  # tokens from "which" to "claims"
_LAUGHING = frozenset(("laugh", "scoff", "sneer", "jeer", "giggle", "chuckle"))


def at_noun(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "the claim that ...", "released information that ..."."""
    if tokens.lemma[noun] not in NOUNS or doubts.is_doubted(tokens, noun):
        return
    span = noun_clauses.find(tokens, noun, limit) or _labelled(tokens, noun, limit)
    if span is None and (denied := _denied(tokens, noun, limit)) is not None:
        owner = subjects.subject(tokens, tokens.heads[noun])
        yield Reported(*denied, noun, NOUNS[tokens.lemma[noun]], owner, "noun")
        return
    if span is None:
        return
    if span[1] - span[0] < 3 and tokens.text[span[0] - 1] not in DOUBLE_OPENING:
        return
    yield from _judged(tokens, noun, span)
    if (mocking := _mocked(tokens, noun)) is not None:
        cue = replace(NOUNS[tokens.lemma[noun]], stance="mocks")
        yield Reported(*span, mocking, cue, subjects.subject(tokens, mocking), "noun")
        return
    owner = owner_of(tokens, noun)
    if (named := called.naming(tokens, noun)) is not None:
        by, cue = named
        yield Reported(*span, noun, cue, subjects.subject(tokens, by), "noun")
        if owner is None:
            return  # beside "accusations by Kenya that it fell", which are Kenya's
    if owner is None and (verb := _judging(tokens, noun)) is not None:
        # "rejected reports circulating online that it fell": about the content, and his
        if tokens.lower[noun + 1] != "that" or tokens.heads[verb] == noun:
            cue = VERBS[tokens.lemma[verb]]
            yield Reported(*span, noun, cue, _judge(tokens, verb, noun), "noun")
        return
    if owner is None:
        owner = _held(tokens, noun)
    if owner is None and tokens.lemma[noun] not in UNOWNED:
        return
    yield Reported(*span, noun, NOUNS[tokens.lemma[noun]], owner, "noun")


def _judged(tokens: Tokens, noun: int, span: tuple[int, int]) -> Iterator[Reported]:
    """Who denies it in "The claim that it fell was rejected by Kyiv"."""
    verb = tokens.heads[noun]
    cue = VERBS.get(tokens.lemma[verb]) if tokens.dep[noun] == "nsubjpass" else None
    agent = tokens.child(verb, "agent")
    by = tokens.child(agent, "pobj") if agent is not None else None
    if cue is None or by is None or clauses.is_negated(tokens, verb):
        return
    if cue.stance == "denies" or tokens.lemma[verb] in CONFIRMING:
        yield Reported(*span, verb, cue, by, "noun")


def _mocked(tokens: Tokens, noun: int) -> int | None:
    """The verb of "laughed at the claim that it fell"."""
    at = tokens.heads[noun]
    verb = tokens.heads[at]
    laughed = tokens.lower[at] == "at" and tokens.lemma[verb] in _LAUGHING
    return verb if laughed and tokens.dep[noun] == "pobj" else None


def _judging(tokens: Tokens, noun: int) -> int | None:
    """The verb that denies or confirms what a noun stands for: "rejected reports that ..."."""
    verb = tokens.heads[noun]
    aside = tokens.tag[noun - 1] == "VBG" and tokens.text[noun - 2] == ","
    if aside and tokens.heads[noun - 1] == noun:
        return noun - 1  # "..., dismissing reports that it fell", parsed as what the reports do
    cue = VERBS.get(tokens.lemma[verb]) if tokens.dep[noun] == "dobj" else None
    judges = cue is not None and (cue.stance == "denies" or tokens.lemma[verb] in CONFIRMING)
    active = judges and not clauses.is_passive(tokens, verb)
    return verb if active and not clauses.is_negated(tokens, verb) else None


def _held(tokens: Tokens, noun: int) -> int | None:
    """Who takes something for a fact: "criticised the fact that it fell", "points to the fact"."""
    if tokens.lemma[noun] != "fact":
        return None
    verb = tokens.heads[noun]
    if tokens.dep[noun] == "pobj":
        verb = tokens.heads[verb]
    tells = tokens.dep[noun] in ("dobj", "pobj") and clauses.is_cue(tokens, verb)
    plain = tells and not clauses.is_passive(tokens, verb) and not clauses.is_negated(tokens, verb)
    return subjects.subject(tokens, verb) if plain else None


def _judge(tokens: Tokens, verb: int, noun: int) -> int | None:
    """Who judges: the subject of the verb, or of the clause beside which it stands."""
    own = subjects.subject(tokens, verb) if tokens.heads[verb] != noun else None
    return own if own is not None else subjects.subject(tokens, tokens.heads[noun])


def _denied(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """What is denied in "issued a denial of the story about savings"."""
    of = tokens.child(noun, "prep")
    if NOUNS[tokens.lemma[noun]].stance != "denies" or of is None or tokens.lower[of] != "of":
        return None
    if tokens.lemma[tokens.heads[noun]] not in _GIVING:
        return None
    object_ = tokens.child(of, "pobj")
    if object_ is None:
        return None
    return clauses.trimmed(tokens, of + 1, min(limit, tokens.rights[object_] + 1))


def _labelled(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """As in "His advice to Kyiv: it must surrender", where no verb stands before the colon."""
    first = tokens.sents[tokens.sent_of[noun]][0]
    owned = tokens.child(noun, "poss") is not None and not clauses.is_finite(tokens, first, noun)
    # "He has a simple explanation: it fell", "picked up a line from X: it fell"
    given = tokens.dep[noun] == "dobj" and owner_of(tokens, noun) is not None
    if not (owned or given):
        return None
    stated = surface.behind_colon(tokens, noun, limit)
    return _worded(tokens, noun, limit) if stated is None and owned else stated


def _worded(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The words in marks that close "Popko's verdict on the report: “pure nonsense”."."""
    colon = next((i for i in range(noun + 1, limit - 2) if tokens.text[i] == ":"), limit)
    if colon == limit or tokens.text[colon + 1] not in DOUBLE_OPENING:
        return None
    last = limit - 1 - (tokens.text[limit - 1] == ".")
    shut = CLOSED_BY[tokens.text[colon + 1]]
    alone = [i for i in range(colon + 2, limit) if tokens.text[i] == shut] == [last]
    return clauses.trimmed(tokens, colon + 2, last) if alone else None


def owner_of(tokens: Tokens, noun: int) -> int | None:
    """Whose a claim is that a noun stands for: "Kenya's claim", "a report by Kenya"."""
    told = tokens.dep[noun - 1] == "compound" and tokens.lower[noun - 1] not in ("media", "press")
    if tokens.heads[noun] == noun and told:
        return noun - 1  # "Kenyan intelligence reports that", of whose verb the parse made a noun
    shown = tokens.heads[tokens.heads[noun]]
    if told and tokens.heads[shown] == shown and tokens.lemma[shown] in CARRIERS:
        return noun - 1 if tokens.lemma[noun - 1] in CARRIERS else None  # "The title of the video"
    owner = tokens.child(noun, "poss")
    if owner is not None:
        voiced = tokens.dep[noun] == "dobj" and tokens.lemma[tokens.heads[noun]] in _UTTERING
        own = voiced and tokens.tag[owner] == "PRP$"  # "The miners voiced their hope that"
        return subjects.subject(tokens, tokens.heads[noun]) if own else owner
    if (alleger := belonging.alleger(tokens, noun)) is not None:
        return alleger
    for child in tokens.children[noun]:
        if tokens.dep[child] == "amod" and tokens.text[child][0].isupper():
            # "the Lithuanian report that ..."
            return child
        if tokens.dep[child] in ("prep", "agent") and tokens.lower[child] in ("by", "from", "of"):
            return tokens.child(child, "pobj")
    if tokens.lower[noun + 1 : noun + 2] in (["by"], ["from"]):
        return tokens.child(noun + 1, "pobj")  # whatever the parse hangs it on
    head = tokens.heads[noun]
    if tokens.dep[noun] == "nsubjpass" and tokens.lemma[head] in _GIVING | PUBLISHING:
        # "The claim that it fell is made by the channel", "A report was published on the site X"
        on = next((c for c in tokens.children[head] if tokens.lower[c] in _BEARING), None)
        bearer = tokens.child(on, "pobj") if on is not None else None
        by = on is not None and tokens.lower[on] == "by"
        return bearer if by or (bearer and tokens.lower[bearer] in _BEARERS) else None
    if tokens.dep[noun] in ("dobj", "pobj"):
        if tokens.dep[noun] == "pobj":
            head = tokens.heads[head]
        giver = subjects.subject(tokens, head) if tokens.lemma[head] in _GIVING else None
        if giver is not None:
            return giver
    return belonging.shower(tokens, noun)


def told_in_relative(tokens: Tokens, word: int, limit: int) -> Reported | None:
    """As in "elections which the opposition claims were rigged", with the verb read as a noun."""
    verb = tokens.lower[word] in NOUN_FORMS and tokens.lemma[word] in VERBS
    told = word + 3 <= limit and tokens.tag[word + 1] in clauses.FINITE
    if not (verb and told) or clauses.is_cue(tokens, word + 1):
        return None
    before = range(word - 1, max(0, word - _MOST_TELLER), -1)
    start = next((i for i in before if tokens.pos[i] not in _NOMINAL), None)
    if start is None or start == word - 1 or tokens.lower[start] != "which":
        return None
    stop = next((i for i in range(word + 2, limit) if tokens.text[i] in (",", ";")), limit)
    span = clauses.trimmed(tokens, word + 1, stop)
    return Reported(*span, word, VERBS[tokens.lemma[word]], word - 1, "clause") if span else None
