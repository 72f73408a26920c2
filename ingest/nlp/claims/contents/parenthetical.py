"""Words of saying that part the clause they report: "The deal, he said, is dead".

Whatever the parse makes of them; the commas tell more.
"""

from __future__ import annotations

from ingest.nlp import clauses, datelines, subjects
from ingest.nlp.tokens import Tokens

COMMAS = frozenset((",", "—", "–"))
TOLD = frozenset(("tell", "inform", "remind", "assure", "reassure", "notify", "advise", "warn"))
MOST_ADJUNCT = 14
_MEANWHILE = frozenset(("meanwhile", "earlier", "separately"))
_LINKS = frozenset(("where", "which", "who", "and", "but", "that", "because", "when"))


def content(tokens: Tokens, verb: int, first: int, last: int) -> tuple[int, int] | None:
    """As in ", he said," or ", he said." set off by commas, whatever the parse made of it."""
    told = tokens.lemma[verb] in TOLD and tokens.child(verb, "dobj") is not None
    close = next((i for i in range(verb + 1, min(last, verb + 8)) if tokens.text[i] in COMMAS), 0)
    if told and close:
        # "Armenia, he reminded the host, has an army": whom he told stands in between
        return _around(tokens, verb, first, last, close)
    far = range(verb + 2, min(last, verb + MOST_ADJUNCT))
    apart = next((i for i in far if tokens.text[i] in COMMAS), None)
    if apart is not None and (whole := _interrupted(tokens, verb, first, last, apart)):
        return whole
    after = tokens.text[verb + 1] if verb + 1 < last else "."
    subject = subjects.subject(tokens, verb)
    if subject is None or not verb - 3 <= subject < verb:
        return None
    left = tokens.lefts[subject] - 1
    if left <= first or tokens.text[left] not in COMMAS or after not in {*COMMAS, "."}:
        return None
    finite = clauses.is_finite(tokens, first, left)
    last = next((i for i in range(verb + 1, last) if tokens.text[i] == ";"), last)
    if after != "." and tokens.lower[left - 1] in _LINKS:
        # "a piece on schools, where, he alleged, children are punished"
        return clauses.trimmed(tokens, verb + 2, last)
    if after == ".":
        return clauses.trimmed(tokens, first, left) if finite else None
    goes_on = verb + 2 < last and tokens.tag[verb + 2] in clauses.FINITE
    goes_on = goes_on or tokens.pos[left - 1] == "AUX"  # "It was, he said, a trap."
    return clauses.trimmed(tokens, first, left if finite and not goes_on else last)


def passive(tokens: Tokens, verb: int, first: int, last: int) -> tuple[int, int] | None:
    """A participle parted from who did it: "funded, they claim, by donations, they grew"."""
    subject = subjects.subject(tokens, verb)
    if subject is None or not verb - 3 <= subject < verb:
        return None
    left = tokens.lefts[subject] - 1
    participle = left - 1
    parted = participle > first and tokens.text[left] in COMMAS and tokens.text[verb + 1] in COMMAS
    behind = tokens.lower[verb + 2 : verb + 3]
    past = tokens.tag[participle] in ("VBN", "VBD") and tokens.child(participle, "nsubj") is None
    if not (parted and past) or behind != ["by"] or verb + 2 >= last:
        return None
    stop = next((i for i in range(verb + 2, last) if tokens.text[i] in COMMAS), last)
    whole = tokens.child(participle, "auxpass") is not None
    return clauses.trimmed(tokens, first if whole else participle, stop)


def inverted(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """A clause parted by a verb of saying before its subject: "The deal, says Ada Quill, is dead".

    The subject may be explained: "says Ada Quill, a lawyer, is dead". So may a word before the
    clause be parted from it: "But, says Ada Quill, the deal is dead".
    """
    left = verb - 1
    if tokens.text[left] not in COMMAS or tokens.tag[verb] not in ("VBZ", "VBD"):
        return None
    if (opened := _behind_opening(tokens, verb)) is not None:
        return opened
    first, last = first_of(tokens, verb), tokens.sents[tokens.sent_of[verb]][1]
    reach = range(verb + 2, min(last - 1, verb + MOST_ADJUNCT))
    closing = (i for i in reach if tokens.text[i] in COMMAS)
    close = next((i for i in closing if tokens.tag[i + 1] in clauses.FINITE), None)
    if left <= first or close is None or clauses.is_finite(tokens, verb + 1, close):
        return None
    if _is_apposed(tokens, verb):
        return None
    stated = clauses.is_finite(tokens, first, left) and tokens.lower[first] != "what"
    named = tokens.pos[verb + 1] in ("PROPN", "NOUN", "PRON", "DET")
    return clauses.trimmed(tokens, first, last) if named and not stated else None


def _behind_opening(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The clause behind "But, says Ada Quill," or "However, added Ada Quill,"."""
    first, last = tokens.sents[tokens.sent_of[verb]]
    if verb - first != 2 or tokens.pos[first] not in ("CCONJ", "ADV"):
        return None
    if tokens.pos[verb + 1] not in ("PROPN", "PRON", "DET"):
        return None
    near = range(verb + 2, min(last - 1, verb + MOST_ADJUNCT))
    for close in (i for i in near if tokens.text[i] in COMMAS):
        # not the comma before what explains him: "says Ada Quill, a lawyer, the deal is dead"
        stop = next((i for i in range(close + 1, last) if tokens.text[i] in COMMAS), last)
        related = tokens.tag[close + 1] in clauses.WH
        if not related and clauses.is_finite(tokens, close + 1, stop):
            return clauses.trimmed(tokens, close + 1, last)
    return None


def _is_apposed(tokens: Tokens, verb: int) -> bool:
    """Whether a name explains the subject: "The mayor, Ivan Popko, says the dam, a ruin, fell"."""
    own = tokens.child(verb, "nsubj")
    name = tokens.child(own, "appos") if own is not None and own < verb else None
    named = name is not None and tokens.ent[name] == "PERSON" and tokens.rights[name] == verb - 2
    return named and tokens.pos[verb + 1] != "PROPN"


def named_behind(tokens: Tokens, verb: int) -> int | None:
    """Quill in "What came next, says Ada Quill, a lawyer, was theft", read as what was theft."""
    stop = next((i for i in range(verb + 1, len(tokens)) if tokens.text[i] in COMMAS), None)
    inside = stop is not None and tokens.text[verb - 1] in COMMAS
    return phrase_after(tokens, verb, stop) if stop is not None and inside else None


def _around(tokens: Tokens, verb: int, first: int, last: int, close: int) -> tuple[int, int] | None:
    """The clause before and behind words between commas that tell whom somebody told it."""
    subject = subjects.subject(tokens, verb)
    left = tokens.lefts[subject] - 1 if subject is not None and subject < verb else first
    parted = left > first and tokens.text[left] in COMMAS
    if not parted or close + 1 >= last or clauses.is_finite(tokens, first, left):
        return None
    return clauses.trimmed(tokens, first, last)


def _interrupted(
    tokens: Tokens, verb: int, first: int, last: int, close: int
) -> tuple[int, int] | None:
    """A clause that words of saying part from its verb: "The deal, he told us in May, was dead".

    What he told stands around them: a subject before, and right behind the comma a finite verb
    that has no other.
    """
    subject = max(
        (c for c in tokens.children[verb] if tokens.dep[c] == "nsubj" and c < verb), default=None
    )
    if subject is None or tokens.tag[subject] in clauses.WH:
        return None
    left = tokens.lefts[subject] - 1
    parted = left > first and tokens.text[left] in COMMAS
    adjunct = tokens.pos[verb + 1] in ("ADP", "ADV") or tokens.ent[verb + 1] in ("DATE", "TIME")
    plain = not clauses.is_finite(tokens, verb + 1, close)
    goes_on = close + 1 < last and tokens.tag[close + 1] in clauses.FINITE
    if not (parted and adjunct and plain and goes_on) or clauses.is_finite(tokens, first, left):
        return None
    return clauses.trimmed(tokens, first, last)


def first_of(tokens: Tokens, verb: int) -> int:
    """Where the clause before a verb may begin: its sentence, or a colon or semicolon in it."""
    first = datelines.after_dateline(tokens, tokens.sents[tokens.sent_of[verb]][0])
    lowest = max(first, verb - clauses.LONGEST)
    behind = (i + 1 for i in range(verb - 1, lowest, -1) if tokens.text[i] in (":", ";"))
    first = next(behind, lowest)
    past = _past_link(tokens, first)
    return past if past < verb and clauses.is_finite(tokens, past, verb) else first


def _past_link(tokens: Tokens, first: int) -> int:
    """Past the word by which the narrator goes on: "Meanwhile, the dam fell, Ada Quill said"."""
    first += tokens.lower[first] == "but"
    meanwhile = tokens.lower[first] in _MEANWHILE and tokens.text[first + 1 : first + 2] == [","]
    return first + 2 * meanwhile


def phrase_after(tokens: Tokens, verb: int, stop: int) -> int | None:
    """The head of the noun phrase after an inverted verb: "..., says the defence ministry"."""
    begin = next(
        (i for i in range(verb + 1, stop) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")), None
    )
    if any(tokens.pos[i] == "ADP" for i in range(verb + 1, begin or stop)):
        return None  # "they teach the young, advocate for their rights"
    while begin is not None and begin + 1 < stop and tokens.pos[begin + 1] in ("PROPN", "NOUN"):
        begin += 1
    return begin
