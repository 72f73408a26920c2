"""The frames of reporting verbs: what follows "said", "accused", "described", "denied" as content.

Each function looks for one frame and returns the (first, past-the-last) tokens of the content.
"""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import (
    adjuncts,
    demands,
    extent,
    objects,
    parenthetical,
    preposed,
    qualities,
    small_clauses,
    what_clauses,
)
from ingest.nlp.claims.contents.statements import is_statement, tells_when
from ingest.nlp.marks import DOUBLE_CLOSING, DOUBLE_OPENING, OPENING_QUOTES
from ingest.nlp.speech import PROOFS, Cue
from ingest.nlp.tokens import Tokens

_TIMES = frozenset(("day", "week", "night", "evening", "morning", "month", "year", "time"))
_NOT = frozenset(("not", "never"))  # "vowed not to leave"
_THINKING = frozenset(
    ("believe", "think", "expect", "consider", "feel", "doubt", "suppose", "reckon")
)


def content(
    tokens: Tokens, verb: int, cue: Cue, limit: int, negated: bool
) -> tuple[str, tuple[int, int]] | None:
    """The first frame of the verb that fits what follows it, with its content."""
    takes = cue.frames
    if "clause" in takes and not negated and (around := parenthetical.inverted(tokens, verb)):
        return "preposed", around
    if not negated and (inside := what_clauses.content(tokens, verb, cue, limit)):
        return inside
    if what_clauses.opens(tokens, verb):
        return None  # "What he said next shocked them"
    if takes & {"clause", "small", "how"} and (span := clause(tokens, verb, cue, limit)):
        if negated and cue.stance != "denies" and cue.lemma not in _THINKING:
            return None
        return "clause", span
    if negated and cue.stance != "denies":
        return None
    if "whether" in takes and (span := _whether(tokens, verb, limit)):
        return "clause", span
    called_so = "as" in takes or qualities.lists(tokens, verb, cue)
    if called_so and (span := qualities.content(tokens, verb, limit)):
        return "as", span
    if "of_for" in takes and (span := _of_for(tokens, verb, cue, limit)):
        return "of_for", span
    if span := demands.content(tokens, verb, cue, limit):
        return "obj_to", span
    if cue.lemma == "hold" and (span := small_clauses.responsible(tokens, verb, limit)):
        return "small", span
    if "small" in takes and (span := small_clauses.called(tokens, verb, limit)):
        return "small", span
    if takes & {"to", "gerund"} and (span := _infinitive(tokens, verb, cue, limit)):
        return "to" if "to" in takes else "gerund", span
    if "about" in takes and (span := _about(tokens, verb, cue, limit)):
        return "for" if "for" in cue.prepositions else "about", span
    if "quoted_of" in takes and (span := _about(tokens, verb, cue, limit)):
        opens = tokens.text[span[0] - 1 : span[0] + 2]  # of “peace”, of a “dictated peace”
        return ("about", span) if any(text in OPENING_QUOTES for text in opens) else None
    if span := objects.deed(tokens, verb, cue, limit):
        return "deed", span
    if span := objects.content(tokens, verb, cue, limit):
        return "object", span
    if "clause" in takes and (span := preposed.content(tokens, verb)):
        return "preposed", span
    return None


def _takes_up(tokens: Tokens, start: int) -> bool:
    """Whether a clause goes on with one before: "It burned, police said, during which he left"."""
    related = tokens.lower[start + 1 : start + 2] == ["which"] and tokens.pos[start] == "ADP"
    return related and tokens.text[start - 1] == ","


def _behind_citing(tokens: Tokens, verb: int) -> list[int]:
    """The clause in "reported, citing X, that it fell", which the parse gives to "citing"."""
    citing = (
        c for c in tokens.children[verb]
        if c > verb and tokens.dep[c] == "advcl" and tokens.lower[c] in ("citing", "quoting")
    )  # fmt: skip
    return [c for part in citing for c in tokens.children[part] if tokens.dep[c] == "ccomp"]


def clause(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "said (that) it fell"; without a parsed clause a "that" near the verb will do."""
    for child in (*tokens.children[verb], *_behind_citing(tokens, verb)):
        if child < verb or tokens.dep[child] not in (
            "ccomp",
            "dobj",
            "advcl",
            "conj",
            "dep",
            "xcomp",
        ):
            continue
        mark = tokens.child(child, "mark")
        opening = max(verb + 1, tokens.lefts[child])
        own = tokens.child(child, "nsubj", "nsubjpass")
        clausal = mark is None and tokens.dep[child] == "ccomp" and own not in (None, opening)
        if clausal and tokens.lower[opening] == "that":
            mark = opening  # taken for a pronoun
        that = mark is not None and tokens.lower[mark] == "that"
        if tokens.dep[child] != "ccomp" and not that:
            continue
        if mark is not None and tokens.tag[mark - 1] == "CC" and mark - 1 > verb:
            continue  # "and that ..." goes on with the content of the verb above
        how = _tells_how(tokens, max(verb + 1, tokens.lefts[child]))
        stated = how or is_statement(tokens, verb, child, that)
        stated = stated or _extracted(tokens, verb, child)
        if tokens.dep[child] == "ccomp" and not stated:
            continue
        start = mark + 1 if that and mark is not None else max(verb + 1, tokens.lefts[child])
        start += how
        if not that:
            past = adjuncts.told_reader(tokens, verb, child)
            past = past or adjuncts.past_aside(tokens, verb, child)
            start = past or _after_time(tokens, verb, start, child)
        if not (that or how or "clause" in cue.frames):
            return None
        asks = tokens.tag[start] in clauses.WH and not tells_when(tokens, start, child)
        asks = asks or _takes_up(tokens, start)
        if start >= limit or (not that and asks):
            continue
        return clauses.trimmed(tokens, start, extent.clause_end(tokens, verb, start, child, limit))
    if "clause" in cue.frames and (own := _of_several(tokens, verb)) is not None:
        end = extent.clause_end(tokens, verb, verb + 1, own, limit)
        return clauses.trimmed(tokens, verb + 1, end)
    object_ = tokens.child(verb, "dobj")
    if "clause" not in cue.frames or (object_ is not None and tokens.lemma[object_] in PROOFS):
        return None
    for index in range(verb + 1, min(limit - 2, verb + 12)):
        if tokens.tag[index] == "CC" and tokens.lower[index + 1] == "that":
            break  # it goes on with the content of another verb
        if tokens.lower[index] == "that" and (
            _opens_clause(tokens, index) or _taken_for_article(tokens, verb, index)
        ):
            root = next(
                (c for c in range(index + 1, limit) if tokens.tag[c] in clauses.FINITE),
                index + 1,
            )
            root = tokens.heads[root] if tokens.dep[root] in ("aux", "auxpass") else root
            return clauses.trimmed(
                tokens, index + 1, extent.clause_end(tokens, verb, index + 1, root, limit)
            )
        acts = tokens.pos[index] == "VERB" and not adjuncts.is_reserved(tokens, index)
        if tokens.text[index] in (";", ":") or acts:
            break
    return None


def _of_several(tokens: Tokens, verb: int) -> int | None:
    """The verb of "asserted Ghana, Togo, and Kenya remain members", read as what else happens."""
    for other in tokens.children[verb]:
        own = tokens.child(other, "nsubj")
        if tokens.dep[other] != "conj" or own is None or not verb < own < other:
            continue
        names = all(tokens.pos[i] in ("PROPN", "CCONJ", "PUNCT") for i in range(verb + 1, own + 1))
        several = names and "," in tokens.text[verb + 1 : own]
        if several and (clauses.tense(tokens, other), "VBD") == ("VBP", tokens.tag[verb]):
            return other
    return None


def _after_time(tokens: Tokens, verb: int, start: int, stop: int) -> int:
    """Past the "on Monday" of "said on Monday it had left", which tells when it was said.

    What is said now was not said in another year: "says in 1999 it had left".
    """
    year = tokens.lower[verb + 1] == "in" and tokens.text[verb + 2].isdigit()
    if year and tokens.tag[verb] in ("VBZ", "VBP") and start in (verb + 1, verb + 3):
        return verb + 1
    if (day := adjuncts.past_day(tokens, start, stop)) is not None:
        return day
    at = start + (tokens.lower[start] in ("on", "in", "late", "early"))
    if at == start or tokens.ent[at] not in ("DATE", "TIME"):
        return start
    while at < stop and tokens.ent[at] in ("DATE", "TIME"):
        at += 1
    return at if tokens.dep[at].startswith("nsubj") or tokens.pos[at] == "DET" else start


def _whether(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "wondered aloud whether Kyiv had missiles left"."""
    for index in range(verb + 1, min(limit - 2, verb + 5)):
        if tokens.lower[index] in ("whether", "if") and clauses.is_finite(tokens, index, limit):
            root = tokens.heads[index]
            end = extent.clause_end(tokens, verb, index + 1, root, limit)
            return clauses.trimmed(tokens, index + 1, end)
        if tokens.pos[index] in ("VERB", "NOUN", "PUNCT"):
            return None
    return None


def _tells_how(tokens: Tokens, index: int) -> bool:
    """As in "recalled how the doctors left", not "how many left"."""
    following = index + 1
    return (
        tokens.lower[index] == "how"
        and following < len(tokens)
        and tokens.pos[following] in ("DET", "PRON", "PROPN", "NOUN")
    )


def _extracted(tokens: Tokens, verb: int, child: int) -> bool:
    """As in "asylum seekers that Helsinki says amount to an attack": the subject is the noun."""
    own = tokens.child(verb, "nsubj")
    return (
        tokens.dep[verb] in ("relcl", "acl")
        and own is not None
        and child <= verb + 4
        and tokens.tag[verb + 1] in clauses.FINITE
        and tokens.lefts[child] == verb + 1
    )


def _taken_for_article(tokens: Tokens, verb: int, that: int) -> bool:
    """As in "denied that debris came from it", read as "denied that debris" and "came"."""
    joined = (c for c in tokens.children[verb] if c > that and tokens.dep[c] == "conj")
    cc = any(tokens.dep[c] == "cc" for c in tokens.children[verb])
    finite = any(tokens.tag[c] in clauses.FINITE for c in joined)
    return tokens.tag[that] == "DT" and that == verb + 1 and finite and not cc


def _opens_clause(tokens: Tokens, that: int) -> bool:
    """Whether "that" opens a content, also behind a date, which no relative clause explains."""
    if tokens.ent[that + 1] in ("DATE", "TIME") or tokens.lower[that + 1] in _TIMES:
        return False  # "said so that Sunday"
    if tokens.dep[that] == "dobj":
        return False  # "asked about the talks, that Kyiv called tense"
    return tokens.dep[that] == "mark" or tokens.tag[that] == "IN" or tokens.pos[that - 1] == "NUM"


def _of_for(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "accused Kyiv of staging it"."""
    object_ = tokens.child(verb, "dobj")
    reach = 44 if cue.lemma == "accuse" else 14  # "two charities, X and Y, of spying"
    for index in range(verb + 1, min(limit - 1, verb + reach)):
        if tokens.lower[index] in cue.prepositions and tokens.pos[index] in ("ADP", "SCONJ"):
            if index == verb + 1:
                # "the general, whom Kyiv accuses of ordering it"
                whom = object_ is not None and tokens.lower[object_] in ("whom", "which", "who")
                if not whom:
                    return None
                end = extent.clause_end(tokens, verb, index + 1, index, limit, clause=False)
                return clauses.trimmed(tokens, index + 1, end)
            attached = (
                tokens.heads[index] in (verb, object_) or tokens.text[index + 1] in DOUBLE_OPENING
            )
            gerund = tokens.tag[index + 1] == "VBG"
            if tokens.lower[index] == "of" and cue.lemma != "accuse" and not gerund:
                continue
            if not (attached or gerund):
                continue
            end = extent.clause_end(tokens, verb, verb + 1, index, limit, clause=False)
            return clauses.trimmed(tokens, verb + 1, end)
        if tokens.text[index] in (";", ":") or (tokens.text[index] == "," and reach < 44):
            return None
    return None


def _infinitive(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "vowed to return", "denied targeting civilians"."""
    for child in tokens.children[verb]:
        if child <= verb or tokens.dep[child] not in ("xcomp", "ccomp", "dobj", "advcl"):
            continue
        start = verb + 1 + (tokens.dep[verb + 1] == "prt")  # "did not rule out sending troops"
        having = tokens.lower[start] in ("having", "being") and child <= start + 3
        gerund = tokens.tag[child] == "VBG" and child <= start + 2
        gerund = gerund and tokens.text[start] != ","  # "the paper reported, citing police"
        if (gerund or having) and "gerund" in cue.frames:
            return clauses.trimmed(
                tokens, start, extent.clause_end(tokens, verb, start, child, limit)
            )
        if "to" in cue.frames and tokens.dep[child] == "xcomp" and tokens.tag[child] != "VBG":
            to = next((c for c in tokens.children[child] if tokens.lower[c] == "to"), None)
            if to is not None and verb < to:
                start = to + 1 if tokens.lower[to - 1] not in _NOT else to - 1
                start = objects.promised(tokens, verb, to) or start
                end = extent.clause_end(tokens, verb, start, child, limit)
                return clauses.trimmed(tokens, start, end)
    return None


def _about(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "warned of an attack", "called for talks"."""
    for child in tokens.children[verb]:
        if child > verb and tokens.dep[child] == "prep" and tokens.lower[child] in cue.prepositions:
            if child > verb + 4 or min(limit, tokens.rights[child] + 4) - child < 3:
                continue
            end = extent.clause_end(tokens, verb, child + 1, child, limit, clause=False)
            return clauses.trimmed(tokens, child + 1, _closed(tokens, child + 1, end))
    return None


def _closed(tokens: Tokens, start: int, end: int) -> int:
    """Where words in marks end that a comma parts from the next: "wrote of “a raid”, Y of ..."."""
    if tokens.text[start] not in DOUBLE_OPENING:
        return end
    shut = (i for i in range(start + 1, end - 1) if tokens.text[i] in DOUBLE_CLOSING)
    return next((i + 1 for i in shut if tokens.text[i + 1] == ","), end)
