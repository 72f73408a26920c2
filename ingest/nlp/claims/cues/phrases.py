"""Contents that proofs, views, adjectives and openings introduce: "evidence that", "clear that"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import adjuncts, extent, noun_clauses
from ingest.nlp.claims.contents.statements import is_statement
from ingest.nlp.claims.cues.nouns import owner_of
from ingest.nlp.claims.items import Reported
from ingest.nlp.marks import DOUBLE_OPENING
from ingest.nlp.speech import (
    ADJECTIVES,
    ADJECTIVES_ABOUT,
    PROOF_VERBS,
    VERBS,
    Cue,
)
from ingest.nlp.tokens import Tokens

_MOST_ADDRESSED = 9  # tokens from "clear" to what is behind "that"
_SURE = frozenset(("sure", "certain", "convinced", "confident", "clear", "positive", "persuaded"))
_BEING = frozenset(("be", "become", "feel", "seem", "remain", "sound", "appear", "stay", "look"))


_TRACES = frozenset(("evidence", "proof", "sign", "indication", "trace"))
_PLACING = frozenset(("at", "in", "on", "near", "inside", "around"))
_PROVING = (["evidence", "that"], ["proof", "that"])
_PROVEN = Cue("evidence", frozenset(("clause",)), frozenset())
_UNPROVEN = Cue("no evidence", frozenset(("clause",)), frozenset(), "denies", "denied")


def at_proof(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "The auditors found no evidence that the bridge had been mined".

    And, of what they did find, "found evidence that".
    """
    verb = tokens.heads[noun]
    if tokens.dep[noun] != "dobj" or tokens.lemma[verb] not in PROOF_VERBS:
        return
    without = "no" in tokens.lower[tokens.lefts[noun] : noun] or clauses.is_negated(tokens, verb)
    speaker = subjects.subject(tokens, verb)
    span = noun_clauses.complement(tokens, noun, limit) or _proven(tokens, noun, limit)
    if speaker is None or span is None:
        return
    if without:
        yield Reported(*span, noun, _UNPROVEN, speaker, "noun")
    elif tokens.tag[verb] != "VB" and tokens.lower[noun : noun + 2] in _PROVING:
        yield Reported(*span, noun, _PROVEN, speaker, "noun")


def _proven(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The clause of "evidence to indicate that it fell", "evidence indicating that it fell".

    Or the thing of "no evidence of a weapons programme".
    """
    for verb in (noun + 1, noun + 2):
        that = verb + 1
        if that + 2 < limit and tokens.pos[verb] == "VERB" and tokens.lower[that] == "that":
            return clauses.trimmed(tokens, that + 1, limit)
    of = noun + 1
    thing = tokens.child(of, "pobj") if tokens.lower[of : of + 1] == ["of"] else None
    if thing is None or tokens.pos[thing] != "NOUN" or tokens.lemma[noun] not in _TRACES:
        return None  # "found no trace of Ivan Popko" denies nothing
    end = tokens.rights[thing] + 1
    at = tokens.lower[end : end + 1]
    placed = at and at[0] in _PLACING and tokens.ent[end + 1 : end + 2] not in (["DATE"], ["TIME"])
    end = tokens.rights[end] + 1 if placed else end  # "no evidence of missiles at the site"
    return clauses.trimmed(tokens, of + 1, min(limit, end))


_VIEW = Cue("opinion", frozenset(("clause",)), frozenset())


def at_view(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """ "In her opinion, ..." at the head of a sentence."""
    first = tokens.sents[tokens.sent_of[noun]][0]
    head = tokens.heads[noun]
    fresh = head <= first + 3 or tokens.text[head - 1] in (";", ",", "—", "–")
    if tokens.dep[noun] != "pobj" or tokens.lower[head] != "in" or not fresh:
        return
    owner = owner_of(tokens, noun)
    comma = next((i for i in range(noun, min(limit, noun + 12)) if tokens.text[i] == ","), None)
    if owner is None or comma is None:
        return
    if tokens.tag[comma + 1 : comma + 2] == ["VBN"]:
        # "In Kyiv's version, told by an officer, it fell"
        comma = next((i for i in range(comma + 1, limit) if tokens.text[i] == ","), comma)
    span = clauses.trimmed(tokens, comma + 1, limit)
    whole = span is not None and any(
        tokens.dep[i] in ("nsubj", "nsubjpass", "expl", "csubj") for i in range(*span)
    )
    # "The raid was, in Popko's words, “a mistake”"
    quoted = span is not None and tokens.text[span[0] - 1] in DOUBLE_OPENING and head > first
    said = _saying_before(tokens, head, first) if quoted else None
    if said is not None:
        span = clauses.trimmed(tokens, said + 1, limit)
    if span is not None and (whole or quoted):
        yield Reported(*span, noun, _VIEW, owner, "view")


def _saying_before(tokens: Tokens, aside: int, first: int) -> int | None:
    """The verb whose content an aside parts: "He claimed the dam, in his words, “fell” early"."""
    for verb in range(aside - 2, max(first, aside - _MOST_ADDRESSED), -1):
        if tokens.tag[verb] in clauses.FINITE:
            says = clauses.is_cue(tokens, verb) and "clause" in VERBS[tokens.lemma[verb]].frames
            return verb if says and tokens.text[aside - 1] == "," else None
    return None


_BELIEVED = Cue("believe", frozenset(("clause",)), frozenset())


def at_opening(tokens: Tokens, first: int, limit: int) -> Iterator[Reported]:
    """As in "If X is to be believed, ...", "If we are to believe X, ...", "To hear X tell it"."""
    comma = next(
        (i for i in range(first + 2, min(limit, first + 16)) if tokens.text[i] == ","), None
    )
    if comma is None:
        return
    words = tokens.lower[first:comma]
    heard = words[:2] == ["to", "hear"] and words[-2:] in (["tell", "it"], ["describe", "it"])
    believed = words[0] == "if" and ("believe" in words or "believed" in words)
    if not (heard or believed) or not clauses.is_finite(tokens, comma + 1, limit):
        return
    named = [i for i in range(first, comma) if tokens.pos[i] in ("PROPN", "NOUN")]
    span = clauses.trimmed(tokens, comma + 1, limit)
    if named and span is not None:
        yield Reported(*span, first, _BELIEVED, named[-1], "view")


def at_adjective(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "is convinced that ..."."""
    own = tokens.child(index, "nsubj")
    verb = index if own is not None and tokens.lower[own] != "it" else tokens.heads[index]
    made_clear = tokens.lemma[verb] == "make" and tokens.lower[index] == "clear"
    if tokens.lemma[verb] not in _BEING and verb != index and not made_clear:
        return
    if any(tokens.tag[c] == "MD" for c in (*tokens.children[verb], *tokens.children[index])):
        return
    speaker = subjects.subject(tokens, verb)
    if speaker is None or tokens.lower[speaker] in ("it", "that", "this", "what", "there"):
        return
    for child in (*tokens.children[index], *tokens.children[verb]):
        if (
            child > index
            and (tokens.dep[child] == "ccomp" or (made_clear and tokens.dep[child] == "advcl"))
            and is_statement(tokens, index, child, that=False)
        ):
            mark = tokens.child(child, "mark")
            start = mark + 1 if mark is not None else tokens.lefts[child]
            if start > index + (_MOST_ADDRESSED if made_clear else 4):
                continue  # "made clear to Ivan Popko that"
            end = extent.clause_end(tokens, verb, start, child, limit)
            if span := clauses.trimmed(tokens, start, end):
                cue = ADJECTIVES[tokens.lower[index]]
                if tokens.lower[index] in _SURE and clauses.is_negated(tokens, verb):
                    cue = replace(cue, stance="hedges", modality="hypothetical")
                yield Reported(*span, index, cue, speaker)
            return


def about_adjective(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "was critical of the talks"."""
    verb = tokens.heads[index]
    speaker = subjects.subject(tokens, verb) if tokens.lemma[verb] in _BEING else None
    about = next(
        (
            c
            for c in tokens.children[index]
            if tokens.lower[c] == ADJECTIVES_ABOUT[tokens.lower[index]]
        ),
        None,
    )
    if speaker is None or about is None or clauses.is_negated(tokens, verb):
        return
    end = extent.clause_end(tokens, index, about + 1, about, limit, clause=False)
    span = clauses.trimmed(tokens, about + 1, min(end, tokens.rights[about] + 1))
    alleged = span is not None and adjuncts.alleging(tokens, span[1]) is not None
    if span is not None and span[1] - span[0] > 1 and not alleged:
        cue = Cue(tokens.lower[index], frozenset(("about",)), frozenset())
        yield Reported(*span, index, cue, speaker, "about")
