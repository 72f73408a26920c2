"""Whether a verb introduces what somebody says: its cue, and where it reports nothing."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import adjuncts, apposed_denials, demands, silence
from ingest.nlp.speech import NOUN_FORMS, NOUNS, PHRASAL, PROOFS, VERBS, Cue
from ingest.nlp.tokens import Tokens

_REFUSING = frozenset(
    ("refuse", "decline", "fail", "want", "need", "wish", "like", "try", "plan", "intend")
)
_DIRECTING = frozenset(
    ("tell", "advise", "ask", "urge", "order", "instruct", "encourage", "recommend", "request")
)
_CAPTIVE = frozenset(("prisoner", "captive", "hostage"))


def cue_at(tokens: Tokens, verb: int, limit: int) -> Cue | None:
    """The cue of a verb with its particle, where it reports something; `limit` as in `at_verb`."""
    particle = tokens.child(verb, "prt")
    if particle is None and verb + 1 < limit and tokens.tag[verb + 1] == "RP":
        particle = verb + 1
    cue = VERBS.get(tokens.lemma[verb])
    if particle is None and (tokens.lemma[verb], *tokens.lower[verb + 1 : verb + 2]) in PHRASAL:
        particle = verb + 1  # "shot back", whatever the tagger takes "back" for
    if particle is not None:
        cue = PHRASAL.get((tokens.lemma[verb], tokens.lower[particle]), cue)
    return None if cue is None or _is_idle(tokens, verb, cue) else cue


def _is_idle(tokens: Tokens, verb: int, cue: Cue) -> bool:
    """Whether a verb of speech reports nothing where it stands."""
    head = tokens.heads[verb]
    # "It trained them, claims the group denied"
    apposed = apposed_denials.find(tokens, verb) is not None or apposed_denials.opens(tokens, verb)
    held = tokens.lemma[verb] == "hold" and tokens.lower[verb + 1] in _CAPTIVE  # "held prisoner"
    unsaid = adjuncts.is_asked(tokens, verb) or adjuncts.is_left_unsaid(tokens, verb)
    unsaid = unsaid or adjuncts.is_awaited(tokens, verb) or adjuncts.weighs(tokens, verb)
    # "They contradicted each other: ..." says nothing by itself
    mutual = cue.stance == "denies" and adjuncts.is_of_oneself(tokens, verb)
    if apposed or held or unsaid or mutual or _is_attributive(tokens, verb):
        return True
    if silence.neither_nor(tokens, verb) is not None or silence.neither_nor(tokens, head) == verb:
        return True
    if tokens.dep[verb] == "xcomp" and tokens.lemma[head] in _REFUSING:
        return True
    if tokens.dep[verb] in ("ccomp", "xcomp") and head < verb and _is_denial(tokens, head):
        return True  # "denied it had rejected the offer": nobody is told to have rejected it
    directed = tokens.lemma[head] in _DIRECTING and tokens.lower[tokens.lefts[verb]] == "to"
    if directed and tokens.dep[verb] == "xcomp" and clauses.is_passive(tokens, head):
        return True  # "They were told to say that it fell", which is not to say it
    return demands.is_demanded(tokens, verb, cue)


def _is_denial(tokens: Tokens, verb: int) -> bool:
    known = VERBS.get(tokens.lemma[verb])
    denies = known is not None and known.stance == "denies" and "clause" in known.frames
    return denies and not clauses.is_negated(tokens, verb)


def _is_attributive(tokens: Tokens, verb: int) -> bool:
    if tokens.dep[verb] in ("amod", "compound", "aux", "auxpass", "nmod"):
        # In a headline, "Russia claims strike hit depot", the verb has a subject of its own.
        return tokens.tag[verb] != "VBZ" or tokens.child(verb, "nsubj") is None
    if tokens.tag[verb] == "VB" and tokens.lemma[max(0, verb - 2)] in PROOFS:
        return True  # "no evidence to suggest that"
    if tokens.dep[verb] == "acl" and tokens.tag[verb] == "VB":
        # "the ability to confirm that" tells of nothing said.
        return True
    # "Western fears that ...": a noun the tagger took for a verb.
    either = tokens.lemma[verb] in NOUNS or tokens.lower[verb] in NOUN_FORMS
    noun = either and tokens.pos[verb - 1] in ("ADJ", "DET") and tokens.tag[verb] != "VBD"
    glued = tokens.text[verb - 1] == "-" and tokens.ends[verb - 1] == tokens.starts[verb]
    return verb > 0 and (glued or noun)
