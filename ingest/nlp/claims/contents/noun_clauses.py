"""The clause that says what a noun holds: "the claim that ...", "the position is that ..."."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import extent
from ingest.nlp.marks import DOUBLE_MARKS
from ingest.nlp.speech import NOUNS, PROOFS, PUBLISHING, SPREADING, UNOWNED
from ingest.nlp.tokens import Tokens

_PLAIN = frozenset(("ADV", "ADP", "DET", "ADJ", "PROPN", "NOUN"))
_ABOUT = frozenset(("regarding", "about", "concerning", "on"))
_MOST_OWNER = 9  # tokens from "the statement" to "according to which"
_MOST_TOLD = 250  # tokens of a content; a longer sentence is a list
_MOST_APART = 5  # tokens from "rumours on Telegram" to "that"


def find(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The content of a noun in whichever of the ways it is given.

    A noun that only tells of the next has none: "told the news agency that it fell".
    """
    if tokens.dep[noun] == "compound" and tokens.heads[noun] == noun + 1:
        return None
    near = range(noun, min(limit, noun + _MOST_TOLD))
    quoted = any(tokens.text[i] in DOUBLE_MARKS for i in near)
    stop = next((i for i in near if tokens.text[i] == ";"), limit)
    limit = limit if quoted else stop
    return (
        complement(tokens, noun, limit)
        or _predicate(tokens, noun, limit)
        or _extraposed(tokens, noun, limit)
        or _told_plainly(tokens, noun, limit)
    )


def complement(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The that-clause of a noun, or a bare clause behind "the claim"."""
    for child in tokens.children[noun]:
        mark = tokens.child(child, "mark")
        timed = mark is not None and tokens.ent[mark + 1 : mark + 2] in (["DATE"], ["TIME"])
        if timed:
            continue  # "a word about it that Sunday"
        if child > noun and mark is not None and tokens.lower[mark] == "that" and mark <= noun + 6:
            end = min(limit, max(tokens.rights[child] + 1, mark + 2))
            return clauses.trimmed(tokens, mark + 1, _within(tokens, noun, mark + 1, end))
    for index in range(noun + 1, min(limit, noun + _MOST_OWNER)):
        if tokens.lower[index : index + 3] == ["according", "to", "which"]:
            return clauses.trimmed(tokens, index + 3, limit)
        if tokens.pos[index] in ("VERB", "AUX", "PUNCT"):
            break  # "the statement of the ministry according to which it fell"
    if noun + 3 < limit and tokens.lower[noun + 1] == "that" and tokens.tag[noun + 1] == "IN":
        end = min(limit, max(noun + 3, tokens.rights[noun] + 1))
        return clauses.trimmed(tokens, noun + 2, _within(tokens, noun, noun + 2, end))
    return (
        _relative(tokens, noun, limit) or _apart(tokens, noun, limit) or _bare(tokens, noun, limit)
    )


def _apart(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """As in "rumours online that it fell", where a word stands before the clause."""
    about = next((c for c in tokens.children[noun] if tokens.lower[c] in _ABOUT and c > noun), None)
    if about is not None and tokens.lower[tokens.rights[about] + 1 :][:1] == ["that"]:
        that = tokens.rights[about] + 1  # "the view on the dam that it must hold"
        stated = clauses.is_finite(tokens, that + 1, limit)
        told_of = tokens.pos[that + 1 : that + 2] in (["VERB"], ["AUX"])  # "reports on it that say"
        return clauses.trimmed(tokens, that + 1, limit) if stated and not told_of else None
    for that in range(noun + 2, min(limit - 2, noun + _MOST_APART)):
        among = "including" in (tokens.lower[that - 1], tokens.lower[that])
        if not among and tokens.pos[that - 1] not in _PLAIN:
            return None
        if tokens.lower[that] == "that" and tokens.tag[that] in ("IN", "WDT"):
            timed = tokens.ent[that + 1] in ("DATE", "TIME")  # "a word about it that Sunday"
            subject = tokens.pos[that + 1] not in ("VERB", "AUX") and not timed
            stated = subject and clauses.is_finite(tokens, that + 1, limit)
            return clauses.trimmed(tokens, that + 1, limit) if stated else None
    return None


def _relative(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """As in "the rumour that France poisoned wells", parsed as what France did to the rumour."""
    if noun + 3 >= limit or tokens.lower[noun + 1] != "that" or tokens.lemma[noun] not in NOUNS:
        return None
    verb = tokens.heads[noun + 1]
    if tokens.tag[noun + 1] == "DT" and tokens.dep[verb] in ("nsubj", "nsubjpass"):
        # "that footage was faked", parsed as that footage
        verb = tokens.heads[verb]
        if tokens.dep[verb] not in ("relcl", "acl"):
            return None
        return clauses.trimmed(tokens, noun + 2, min(limit, tokens.rights[verb] + 1))
    subject = tokens.child(verb, "nsubj", "nsubjpass")
    object_ = tokens.child(verb, "attr", "acomp") or next(
        (c for c in tokens.children[verb] if tokens.dep[c] == "dobj" and c > verb), None
    )
    if tokens.dep[verb] not in ("relcl", "acl") or subject in (None, noun + 1) or object_ is None:
        return None
    return clauses.trimmed(tokens, noun + 2, min(limit, tokens.rights[verb] + 1))


def _bare(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """As in "The claim Putin uses a double has been made before"."""
    if tokens.lemma[noun] not in UNOWNED or tokens.lower[tokens.lefts[noun]] not in ("the", "a"):
        return None
    for child in tokens.children[noun]:
        clausal = child > noun and tokens.dep[child] in ("acl", "relcl", "ccomp")
        subject = tokens.child(child, "nsubj", "nsubjpass") if clausal else None
        if subject is None or tokens.tag[subject] in clauses.WH or tokens.tag[child] == "VBG":
            continue
        whole = tokens.child(child, "dobj", "attr", "acomp", "prep", "ccomp") is not None
        beside = tokens.lefts[child] == noun + 1
        if tokens.lower[noun + 1] == "that":
            continue
        judged = clauses.is_cue(tokens, child) and tokens.lower[child + 1] == "as"
        published = tokens.lemma[child] in PUBLISHING
        if (judged or published) and tokens.child(child, "dobj") is None:
            continue  # "a report they released in April", "a claim Kyiv described as a lie"
        if whole and beside and clauses.is_finite(tokens, noun + 1, child + 1):
            return clauses.trimmed(tokens, noun + 1, min(limit, tokens.rights[child] + 1))
    return None


def _within(tokens: Tokens, noun: int, start: int, end: int) -> int:
    """Where a noun's clause ends in "called the charge that it fell absurd": before "absurd".

    And in "refuted claims that it fell and added that it stands" before "and".
    """
    verb = tokens.heads[noun]
    for index in range(start + 2, end):
        if _resumes(tokens, index) and tokens.dep[noun] == "dobj" and clauses.is_cue(tokens, verb):
            return index - 1
        predicate = tokens.heads[index] == verb and tokens.dep[index] in ("oprd", "acomp", "xcomp")
        if predicate and index > noun:
            return tokens.lefts[index]
    return end


def _resumes(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying without a subject has a content: "and added that"."""
    joined = tokens.tag[verb - 1] == "CC" and tokens.tag[verb] in ("VBD", "VBN")
    return joined and clauses.is_cue(tokens, verb) and tokens.lower[verb + 1] == "that"


def _predicate(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The clause in "the ministry's position is that ..."."""
    verb = tokens.heads[noun]
    if tokens.dep[noun] != "nsubj" or tokens.lemma[verb] not in ("be", "remain"):
        return None
    child = tokens.child(verb, "ccomp")
    mark = tokens.child(child, "mark") if child is not None else None
    if child is None or mark is None or tokens.lower[mark] != "that":
        return None
    end = extent.clause_end(tokens, verb, mark + 1, child, limit)
    return clauses.trimmed(tokens, mark + 1, end)


def _told_plainly(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The clause in "Popko's message was simple: the bridge must go"."""
    verb = tokens.heads[noun]
    owned = tokens.dep[noun] == "nsubj" and tokens.child(noun, "poss") is not None
    plain = tokens.child(verb, "acomp")
    if not owned or plain is None or tokens.lemma[verb] != "be":
        return None
    colon = plain + 1
    if not noun < colon < limit - 2 or tokens.text[colon] != ":":
        return None
    told = clauses.is_finite(tokens, colon + 1, limit)
    quoted = tokens.text[colon + 1] in DOUBLE_MARKS
    return clauses.trimmed(tokens, colon + 1, limit) if told and not quoted else None


def _extraposed(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """As in "Rumours have appeared on Telegram that the army is leaving"."""
    verb = tokens.heads[noun]
    spread = SPREADING | PUBLISHING if tokens.dep[noun] == "nsubjpass" else SPREADING
    if tokens.dep[noun] not in ("nsubj", "nsubjpass") or tokens.lemma[verb] not in spread:
        return None
    for index in range(verb + 1, min(limit - 2, verb + 16)):
        that = tokens.lower[index] == "that" and tokens.pos[index + 1] not in ("VERB", "AUX")
        held = tokens.lemma[index - 1]
        if that and (held in NOUNS or held in PROOFS):
            return None  # "The statement came amid indications that it fell"
        if that and clauses.is_finite(tokens, index + 1, limit):
            return clauses.trimmed(tokens, index + 1, limit)
        if tokens.tag[index] in clauses.FINITE:
            return None
    return None
