"""Contents of passives: "it was claimed that it fell", "X is said to have fled"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses
from ingest.nlp.claims.contents import extent
from ingest.nlp.claims.cues import frames
from ingest.nlp.claims.items import Reported
from ingest.nlp.marks import OPENING_QUOTES
from ingest.nlp.speech import ADJECTIVES, CARRIERS, HEARSAY, Cue
from ingest.nlp.tokens import Tokens

# Passives that report hearsay even where nobody is said to say it.
_RUMOURED = frozenset(
    ("say", "allege", "claim", "report", "believe", "rumor", "rumour", "accuse", "suspect", "think",
     "tell", "reassure", "understand")
)  # fmt: skip


def at_verb(tokens: Tokens, verb: int, cue: Cue, limit: int) -> Iterator[Reported]:
    """As in "it was claimed that ...", "X is said to ...", "Y was accused by X of ..."."""
    lemma = tokens.lemma[verb]
    if lemma not in HEARSAY:
        return
    agent = tokens.child(verb, "agent")
    speaker = tokens.child(agent, "pobj") if agent is not None else None
    if speaker is not None and "clause" in cue.frames and tokens.lower[verb - 1] == "as":
        if span := _beside(tokens, verb, limit):
            yield Reported(*span, verb, cue, speaker, "clause")
        return
    subject = tokens.child(verb, "nsubjpass", "nsubj")
    helper = tokens.child(verb, "auxpass")
    if subject is None and helper is not None:  # on which parsers hang it at times
        subject = tokens.child(helper, "nsubjpass", "nsubj")
    to = tokens.child(verb, "xcomp") if tokens.dep[verb] == "acl" and speaker is not None else None
    if to is not None and "clause" in cue.frames and tokens.child(to, "aux") is not None:
        # "a firm alleged by prosecutors to have paid bloggers"
        if span := clauses.trimmed(tokens, tokens.lefts[to], tokens.rights[to] + 1):
            yield Reported(*span, verb, cue, speaker, "passive")
        return
    beside = tokens.dep[verb] in ("acl", "advcl") and subject is None
    if beside and speaker is not None and "of_for" in cue.frames:
        if span := _charge(tokens, verb, cue, limit):
            yield Reported(*span, verb, cue, speaker, "passive")
        return
    if "clause" in cue.frames and (span := frames.clause(tokens, verb, cue, limit)):
        if tokens.dep[verb] in ("acl", "relcl") and subject is None:
            return
        negated = clauses.is_negated(tokens, verb)
        if tokens.lower[verb] in ADJECTIVES and subject is not None:
            # "The court was convinced that it fell": a state of mind and no hearsay
            yield Reported(*span, verb, ADJECTIVES[tokens.lower[verb]], subject, "clause", negated)
            return
        yield Reported(*span, verb, cue, speaker, "passive", negated, speaker is None)
        return
    if subject is None or tokens.tag[subject] in clauses.WH:
        return
    if any(tokens.tag[i] in clauses.WH for i in range(max(0, tokens.lefts[subject] - 2), subject)):
        return  # "would not say what they were accused of"
    if lemma == "tell" and speaker is None and (told := _told_before(tokens, subject, verb, limit)):
        yield Reported(*told, verb, cue, None, "passive", hearsay=True)
        return
    complement = tokens.child(verb, "xcomp", "oprd", "ccomp", "acomp")
    preposition = next(
        (
            c for c in tokens.children[verb]
            if tokens.dep[c] == "prep" and c > verb
            and (tokens.lower[c] in cue.prepositions or tokens.lower[c] in cue.frames & {"as"})
        ),
        None,
    )  # fmt: skip
    if tokens.lower[subject] == "it" and "clause" in cue.frames:
        # "It has been alleged doubles were used": content without "that".
        if clauses.is_finite(tokens, verb + 1, limit) and (
            span := clauses.trimmed(tokens, verb + 1, limit)
        ):
            yield Reported(*span, verb, cue, speaker, hearsay=speaker is None)
        return
    if complement is None and preposition is None:
        return
    if complement is not None and _says(tokens, complement):
        return  # "is reported to have said that it fell" is a claim of who said it
    if speaker is None and lemma not in _RUMOURED:
        return
    if speaker is None and not cue.frames & {"clause", "of_for"}:
        # Nobody is said to describe or call it that.
        return
    if (
        complement is not None
        and "clause" in cue.frames
        and tokens.lemma[verb] in ("order", "urge", "ask")
    ):
        return
    if preposition is None and not cue.frames & {"clause", "small"}:
        return
    end = extent.clause_end(tokens, verb, verb + 1, complement or preposition or verb, limit)
    if speaker is None and (carried := _carried_in(tokens, verb, end)) is not None:
        speaker, end = carried
    if span := clauses.trimmed(tokens, tokens.lefts[subject], end):
        negated = clauses.is_negated(tokens, verb)
        yield Reported(*span, verb, cue, speaker, "passive", negated, speaker is None)


def _beside(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """The statement beside "As reported by X on Friday, ..." or before "..., as claimed by X."."""
    first = tokens.sents[tokens.sent_of[verb]][0]
    begin, stop = verb - 1, tokens.rights[verb] + 1
    if begin - first > 1:
        closes = tokens.text[begin - 1] == "," and stop >= limit - 1
        return clauses.trimmed(tokens, first, begin) if closes else None
    comma = next((i for i in range(verb + 2, min(limit, stop + 1)) if tokens.text[i] == ","), None)
    stated = comma is not None and clauses.is_finite(tokens, comma + 1, limit)
    return clauses.trimmed(tokens, comma + 1, limit) if comma is not None and stated else None


def _charge(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """What somebody is charged with: "Ghana, accused by Kenya of arming them, denied it"."""
    of = (c for c in tokens.children[verb] if c > verb and tokens.lower[c] in cue.prepositions)
    deeds = (tokens.child(c, "pcomp", "pobj") for c in of if tokens.dep[c] == "prep")
    deed = next((d for d in deeds if d is not None), None)
    if deed is None:
        return None
    end = extent.clause_end(tokens, verb, tokens.lefts[deed], deed, limit, clause=False)
    return clauses.trimmed(tokens, tokens.lefts[deed], min(end, tokens.rights[deed] + 1))


def _told_before(tokens: Tokens, whom: int, verb: int, limit: int) -> tuple[int, int] | None:
    """The clause before those who were told it: "The dam fell, the court was told."."""
    comma = tokens.lefts[whom] - 1
    first = tokens.sents[tokens.sent_of[verb]][0]
    closes = not any(tokens.pos[i] in ("VERB", "AUX", "PART") for i in range(verb + 1, limit))
    closed = comma > first and tokens.text[comma] == "," and closes
    told = closed and clauses.is_finite(tokens, first, comma)
    return clauses.trimmed(tokens, first, comma) if told else None


def _carried_in(tokens: Tokens, verb: int, end: int) -> tuple[int, int] | None:
    """The document in which something is said of somebody, and where its phrase begins.

    As in "The yacht was said to be his in a video published by the foundation".
    """
    for child in (c for c in tokens.children[verb] if verb < c < end):
        document = tokens.child(child, "pobj") if tokens.lower[child] == "in" else None
        if document is not None and tokens.lemma[document] in CARRIERS:
            return document, child
    return None


def _says(tokens: Tokens, verb: int) -> bool:
    """Whether an infinitive says something itself: "to have said that it fell"."""
    quotes = any(
        tokens.text[i] in OPENING_QUOTES for i in range(verb + 1, min(len(tokens), verb + 3))
    )
    return clauses.is_cue(tokens, verb) and (quotes or tokens.child(verb, "ccomp") is not None)
