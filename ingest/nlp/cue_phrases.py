"""Contents that a noun, an adjective or a source introduces: "the claim that", "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses, frames
from ingest.nlp.reported import Reported
from ingest.nlp.speech import ADJECTIVES, NOUNS, UNOWNED, Cue
from ingest.nlp.tokens import Tokens

_GIVING = frozenset(
    ("make", "release", "issue", "repeat", "spread", "promote", "voice", "express", "push",
     "publish", "share", "give", "echo", "reiterate", "amplify", "peddle", "advance", "float",
     "circulate", "put", "send", "deliver", "level", "raise", "have", "present", "offer", "receive",
     "support", "back", "launch", "disseminate", "propagate", "parrot", "cite", "post")
)  # fmt: skip
_BEING = frozenset(("be", "become", "feel", "seem", "remain", "sound", "appear", "stay", "look"))


def at_noun(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "the claim that ...", "released information that ..."."""
    if tokens.lemma[noun] not in NOUNS:
        return
    span = frames.noun_clause(tokens, noun, limit) or _predicate(tokens, noun, limit)
    if span is None or span[1] - span[0] < 3:
        return
    owner = _noun_owner(tokens, noun)
    if owner is None and tokens.lemma[noun] not in UNOWNED:
        return
    yield Reported(*span, noun, NOUNS[tokens.lemma[noun]], owner, "noun")


def _predicate(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The clause in "the ministry's position is that ..."."""
    verb = tokens.heads[noun]
    if tokens.dep[noun] != "nsubj" or tokens.lemma[verb] != "be":
        return None
    child = tokens.child(verb, "ccomp")
    mark = tokens.child(child, "mark") if child is not None else None
    if child is None or mark is None or tokens.lower[mark] != "that":
        return None
    end = clauses.clause_end(tokens, verb, mark + 1, child, limit)
    return frames.trimmed(tokens, mark + 1, end)


_VIEW = Cue("opinion", frozenset(("clause",)), frozenset())


def at_view(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """ "In her opinion, ..." at the head of a sentence."""
    first = tokens.sents[tokens.sent_of[noun]][0]
    head = tokens.heads[noun]
    fresh = head <= first + 3 or tokens.text[head - 1] in (";", ",", "—", "–")
    if tokens.dep[noun] != "pobj" or tokens.lower[head] != "in" or not fresh:
        return
    owner = _noun_owner(tokens, noun)
    comma = next((i for i in range(noun, min(limit, noun + 12)) if tokens.text[i] == ","), None)
    if owner is None or comma is None:
        return
    if span := frames.trimmed(tokens, comma + 1, limit):
        yield Reported(*span, noun, _VIEW, owner, "view")


def _noun_owner(tokens: Tokens, noun: int) -> int | None:
    owner = tokens.child(noun, "poss")
    if owner is not None:
        return owner
    for child in tokens.children[noun]:
        if tokens.dep[child] in ("prep", "agent") and tokens.lower[child] in ("by", "from", "of"):
            return tokens.child(child, "pobj")
    head = tokens.heads[noun]
    if tokens.dep[noun] in ("dobj", "pobj"):
        if tokens.dep[noun] == "pobj":
            head = tokens.heads[head]
        if tokens.lemma[head] in _GIVING:
            return clauses.subject(tokens, head)
    return None


def at_adjective(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "is convinced that ..."."""
    verb = index if tokens.child(index, "nsubj") is not None else tokens.heads[index]
    if tokens.lemma[verb] not in _BEING and verb != index:
        return
    if any(tokens.tag[c] == "MD" for c in (*tokens.children[verb], *tokens.children[index])):
        return
    speaker = clauses.subject(tokens, verb)
    if speaker is None or tokens.lower[speaker] in ("it", "that", "this", "what", "there"):
        return
    for child in (*tokens.children[index], *tokens.children[verb]):
        if (
            child > index
            and tokens.dep[child] == "ccomp"
            and frames.is_statement(tokens, index, child, that=False)
        ):
            mark = tokens.child(child, "mark")
            start = mark + 1 if mark is not None else tokens.lefts[child]
            if start > index + 4:
                continue
            end = clauses.clause_end(tokens, verb, start, child, limit)
            if span := frames.trimmed(tokens, start, end):
                yield Reported(*span, index, ADJECTIVES[tokens.lower[index]], speaker)
            return


_ACCORDING = Cue("according to", frozenset(("clause",)), frozenset())


def at_according(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "According to X, ...", "..., according to X", "As per X, ..."."""
    first = clauses.after_dateline(tokens, tokens.sents[tokens.sent_of[index]][0])
    to = index + 1
    speaker = tokens.child(to, "pobj") or tokens.child(index, "pobj")
    if speaker is None or speaker < to:
        speaker = next(
            (i for i in range(to + 1, limit) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")), None
        )
        if speaker is None:
            return
        while speaker + 1 < limit and tokens.pos[speaker + 1] in ("PROPN", "NOUN"):
            speaker += 1
    stop = tokens.rights[speaker] + 1
    comma = next((i for i in range(speaker + 1, limit) if tokens.text[i] == ","), limit)
    lead = [i for i in range(first, index) if tokens.pos[i] not in ("PUNCT", "SPACE")]
    opens = len(lead) <= 3 and all(
        tokens.pos[i] in ("ADV", "CCONJ", "SCONJ", "DET", "ADP") for i in lead
    )
    if not (stop < limit and tokens.text[stop] == ",") and (opens or stop < limit - 1):
        stop = comma
    if opens:
        span = frames.trimmed(tokens, stop, limit)
    elif limit - stop > 3:
        # A source in the middle of its sentence: the whole sentence is its content.
        span = frames.trimmed(tokens, first, limit)
    else:
        span = frames.trimmed(tokens, first, index)
    if span and span[1] - span[0] >= 3:
        yield Reported(*span, index, _ACCORDING, speaker, "according")
