"""Where a reported content ends: before the next act of reporting, or with its sentence."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.clauses import FINITE, SUBJECTS
from ingest.nlp.speech import CONFIRMING, NOUNS, VERBS, WORDING
from ingest.nlp.tokens import Tokens

_TEMPORAL = frozenset(("after", "as", "when", "while", "before", "once"))
_CONTRASTING = frozenset(("while", "whereas", "whilst", "though", "although", "but"))
_MOST_SUBJECT = 20  # tokens from "but" to the verb of who says something else
_HELPING = ("aux", "auxpass")
_MOST_GAP = 8
_ANOTHER = frozenset(("another", "others", "second", "third", "other", "latter"))
_NO_NAMES = frozenset(("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "ADP"))
_NAMING = frozenset(("small", "of_for", "as"))
_QUOTING = frozenset(("“", "«", "„"))
_CLOSING = frozenset(("”", '"', "»", "’"))
_SOURCING = frozenset(("citing", "quoting", "according"))
# Verbs that go on from another act of speech: "denied it, accusing Kyiv of lying".
_CHARGING = frozenset(("accuse", "blame", "describe", "dismiss", "denounce", "condemn"))


def clause_end(
    tokens: Tokens, cue: int, start: int, root: int, limit: int, *, clause: bool = True
) -> int:
    """Where a reported content that begins at `start` ends, before the next act of reporting.

    A content that is no clause ("called it a trap") ends before any clause joined to it.

    "...; the latter said it burned" and "..., adding that it burned" begin claims of their own
    whatever the parse makes of them.
    """
    end = _parsed_end(tokens, cue, start, root, limit, clause=clause)
    quoted = False
    for index in range(start, end - 2):
        text = tokens.text[index]
        quoted = (
            text in _QUOTING or (quoted and text not in _CLOSING) if text != '"' else not quoted
        )
        if index == start or (quoted and text == ";"):
            continue
        if text == "," and tokens.lower[index + 1] in _SOURCING and not quoted:
            sourced = index + 1 if tokens.lower[index + 1] == "according" else None
            if sourced is None or not clauses.is_finite(tokens, sourced, end):
                return index  # "said that it fell, citing two officials"
        if text == "," and tokens.tag[index + 1] == "VBG" and clauses.is_cue(tokens, index + 1):
            lemma = tokens.lemma[index + 1]
            names = lemma in _CHARGING or "small" in VERBS[lemma].frames
            if names or tokens.lower[index + 2] in ("that", ":"):
                return index
        elif gapped(tokens, index, end) is not None or any(
            begins(tokens, index, end)
            for begins in (_contrasts, _explains, _another, _names, _retells)
        ):
            return index
        elif text == "," and tokens.lower[index + 1] == "despite" and _denies(tokens, cue):
            return index  # "denied that it fell, despite pictures of it"
    return end


def _denies(tokens: Tokens, cue: int) -> bool:
    known = VERBS.get(tokens.lemma[cue])
    return known is not None and known.stance == "denies"


def _contrasts(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether another act of reporting begins at a comma: ", while others blamed London"."""
    if tokens.text[comma] != ",":
        return False
    comma += tokens.text[comma + 1] in _CLOSING  # called it “hostile,” while ...
    if tokens.lower[comma + 1] not in _CONTRASTING:
        return False
    for verb in range(comma + 2, min(end, comma + _MOST_SUBJECT)):
        if tokens.tag[verb] in FINITE and tokens.dep[verb] not in ("relcl", "acl"):
            verb = tokens.heads[verb] if tokens.dep[verb] in _HELPING else verb
            own = tokens.child(verb, *SUBJECTS)
            tells = clauses.is_cue(tokens, verb) or _limits(tokens, verb)
            tells = tells or _argues(tokens, verb, end)
            return tells and own is not None and own > comma
    return False


def _argues(tokens: Tokens, verb: int, end: int) -> bool:
    """Whether words of saying follow from a deed: "while Kenya refused, arguing that it rained"."""
    commas = (i for i in range(verb + 1, min(end + 1, len(tokens) - 1)) if tokens.text[i] == ",")
    return any(tokens.tag[i + 1] == "VBG" and clauses.is_cue(tokens, i + 1) for i in commas)


def _retells(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether a third tells more of a noun: ", which military sources said would cost more"."""
    if tokens.text[comma] != "," or tokens.lower[comma + 1] not in ("which", "who"):
        return False
    if tokens.lower[comma + 2] == "the":
        return False  # "which the secretary said would ...": mostly the one whose words these are
    for verb in range(comma + 3, min(end - 1, comma + _MOST_GAP)):
        if tokens.tag[verb] in FINITE:
            goes_on = tokens.tag[verb + 1] in FINITE
            return goes_on and clauses.is_cue(tokens, verb) and tokens.pos[verb - 1] != "PRON"
    return False


def _limits(tokens: Tokens, verb: int) -> bool:
    """Whether a noun of saying is the verb's: "limited himself to the remark that"."""
    words = range(verb + 1, min(len(tokens), verb + 5))
    return any(tokens.lemma[i] in NOUNS and tokens.pos[i] == "NOUN" for i in words)


def _names(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether words begin that take up the content: ", a claim / claims Kyiv has denied"."""
    if tokens.text[comma] not in (",", "—", "–", "-"):
        return False
    comma += tokens.text[comma + 1] in _CLOSING
    if tokens.lower[comma + 1] in ("something", "which"):
        verb = next((i for i in range(comma + 2, end) if tokens.dep[i] in ("relcl", "advcl")), -1)
        denied = verb > 0 and tokens.heads[verb] in (comma + 1, *range(comma))
        return denied and verb + 2 >= end and _denies(tokens, verb)
    many = tokens.tag[comma + 1] == "NNS" and tokens.lemma[comma + 1] in NOUNS
    if tokens.lower[comma + 1] not in ("a", "an") and not many:
        return False
    words = range(comma + 2 - many, min(end, comma + 5))
    if any(
        tokens.lemma[i] in WORDING
        and (
            tokens.lower[i + 1 : i + 2] in (["that"], ["which"])
            or tokens.tag[i + 1 : i + 2] == ["VBN"]
        )
        for i in words
    ):
        return True  # "called it “a trap,” a phrase that he has used before"
    noun = next((i for i in words if tokens.lemma[i] in NOUNS), -1)
    clause = tokens.child(noun, "relcl", "acl") if noun > 0 else None
    return clause is not None and clauses.is_cue(tokens, clause)


def gapped(tokens: Tokens, joint: int, end: int) -> tuple[int, int] | None:
    """Whose saying, its verb left out, begins at a comma or semicolon, and the "that" before it.

    "A said that it fell, B that it stood; his critics, that nobody knew."
    """
    if joint >= end or tokens.text[joint] not in (",", ";"):
        return None
    first = joint + 1
    while first < end and tokens.lower[first] in ("and", "but", "while", "whereas"):
        first += 1
    that = next(
        (i for i in range(first + 1, min(end - 2, first + _MOST_GAP)) if _opens(tokens, i)), 0
    )
    if not that:
        return None
    last = that - 1 - (tokens.text[that - 1] == ",")
    words = range(first, last + 1)
    if last < first or any(tokens.pos[i] in _NO_NAMES for i in words):
        return None
    named = tokens.pos[last] == "PROPN" or tokens.lower[last] in _ANOTHER
    owned = tokens.pos[last] == "NOUN" and (
        tokens.text[joint] == ";" or tokens.tag[first] == "PRP$" or tokens.lower[first] in _ANOTHER
    )
    known = tokens.lemma[last] in NOUNS or not (named or owned)
    return None if known or not clauses.is_finite(tokens, that + 1, end) else (last, that)


def _opens(tokens: Tokens, index: int) -> bool:
    return tokens.lower[index] == "that" and tokens.tag[index] in ("IN", "WDT")


def _another(tokens: Tokens, stop: int, end: int) -> bool:
    """Whether a clause of its own begins at a semicolon: "; the latter said it burned"."""
    if tokens.text[stop] != ";":
        return False
    finite = (i for i in range(stop + 1, end) if tokens.tag[i] in FINITE)
    verbs = (tokens.heads[i] if tokens.dep[i] in _HELPING else i for i in finite)
    verb = next((i for i in verbs if not _aside(tokens, i)), None)
    return (
        verb is not None
        and tokens.lower[stop + 1] not in ("that", "and")
        and (tokens.child(verb, *SUBJECTS) or clauses.near_subject(tokens, verb, stop + 1) or 0)
        > stop
    )


def _aside(tokens: Tokens, verb: int) -> bool:
    return tokens.dep[verb] in ("relcl", "acl", "aux", "auxpass")


def _explains(tokens: Tokens, colon: int, end: int) -> bool:
    """Whether a colon begins words with a verb of their own: "denied it: it stood, he said"."""
    return tokens.text[colon] == ":" and any(
        clauses.is_cue(tokens, verb)
        and tokens.tag[verb] in FINITE
        and tokens.text[begin - 1] in (",", ":")
        for verb in range(colon + 2, end)
        if (own := tokens.child(verb, *SUBJECTS)) is not None
        and colon < (begin := tokens.lefts[own])
    )


def _parsed_end(
    tokens: Tokens, cue: int, start: int, root: int, limit: int, *, clause: bool
) -> int:
    """Where the parse ends a reported clause: as a rule with its sentence.

    It ends earlier where the reporting sentence goes on by itself: a verb joined to the cue ("and
    added"), a participle of speech ("adding that"), or another reporting verb after a comma.
    """
    trailing = tokens.tag[cue] == "VBG" and tokens.heads[cue] < cue
    if tokens.dep[cue] in ("advcl", "relcl", "acl", "pcomp") and not trailing:
        # "After Kyiv said it burned, ...": the content ends with the clause of its cue.
        stop = tokens.rights[cue] + 1
        after = tokens.text[stop] if stop < limit else ""
        if start < stop < limit and (after in (",", "—", "–") or tokens.heads[cue] > cue):
            limit = stop
    limit = min(limit, _main_clause(tokens, cue, start) or limit)
    inside = _governed(tokens, root, start, limit)
    own_modal = clauses.tense(tokens, cue) == "MD"
    for index in range(start, limit):
        outside = tokens.dep[index] == "cc" and tokens.heads[index] < min(cue, start)
        if outside and index > start + 1 and tokens.pos[index + 1 : index + 2] == ["ADP"]:
            return index  # "by X, who said that it fell, and by Y"
        if tokens.pos[index] not in ("VERB", "AUX"):
            continue
        if index in inside:
            if index > start + 1 and _takes_up(tokens, cue, index):
                return index - 1
            if clauses.resumed(tokens, index) == cue:
                return index - 1
            if _leaves_infinitive(tokens, cue, root, index):
                return tokens.lefts[index] - 1
            own = tokens.child(index, *SUBJECTS)
            joined = tokens.dep[index] == "conj" and own is not None and own > start
            if joined and clauses.is_cue(tokens, index) and _tells_own(tokens, index):
                begin = tokens.lefts[index]
                if begin > start + 1 and tokens.tag[begin - 1] == "CC":
                    return begin - 1
            continue
        if index == cue or tokens.dep[index] in ("aux", "auxpass", "amod", "compound"):
            continue
        head = tokens.heads[index]
        beside = tokens.dep[index] == "conj" and head in (tokens.heads[head], tokens.heads[cue])
        if head == cue or beside:
            begin = max(start, tokens.lefts[index])
            if (
                clauses.tense(tokens, index) == clauses.tense(tokens, root) == "MD"
                and not own_modal
            ):
                continue  # "said it would not help, would not pay"
            if tokens.tag[begin - 1] == "CC" and _parallel(tokens, index, start, root):
                continue
            own = tokens.child(index, *SUBJECTS) is not None
            mark = tokens.lower[max(start, tokens.lefts[index])]
            if own and tokens.dep[index] == "advcl" and mark in _TEMPORAL:
                own = False
            tells = clauses.is_cue(tokens, index) and _tells_own(tokens, index)
            if own and (tokens.dep[index] == "advcl" or (clause and not tells)):
                # "said it burned, and the crew had fled": still what was said.
                continue
            if tokens.dep[index] in ("conj", "advcl", "parataxis") and begin > start:
                joined = tokens.text[begin - 1] in (",", ";", "—", "–") or (
                    tokens.tag[begin - 1] == "CC"
                )
                if joined:
                    return begin - 1
    return limit


def _parallel(tokens: Tokens, verb: int, start: int, root: int) -> bool:
    """Whether a verb goes on with what "it" is said to do: "said it was ready and was waiting"."""
    helpers = [c for c in tokens.children[verb] if tokens.dep[c] in _HELPING]
    first = tokens.lower[min([verb, *helpers])]
    own = {tokens.lower[c] for c in tokens.children[root] if tokens.dep[c] in _HELPING}
    own.add(tokens.lower[root])
    return tokens.pos[start] == "PRON" and first in own and tokens.pos[verb] != "AUX"


def _main_clause(tokens: Tokens, cue: int, start: int) -> int | None:
    """The comma behind which the main clause begins: "After X said that it fell, all fled"."""
    if tokens.tag[cue] == "VBG" and tokens.text[cue - 1] == ",":
        return None
    index, below = cue, False
    while tokens.heads[index] != index:
        below = below or tokens.dep[index] in ("advcl", "relcl", "pcomp")
        index = tokens.heads[index]
    mark = tokens.child(cue, "mark", "advmod")
    if index == cue and mark is not None and mark < cue and tokens.lower[mark] in _TEMPORAL:
        # The parse took the words behind "After" for the main clause.
        index = next(
            (c for c in tokens.children[cue] if c > start and _stands_alone(tokens, c)), cue
        )
        below = index != cue
    subject = tokens.child(index, *SUBJECTS, "expl")
    if not below or subject is None or tokens.lefts[subject] <= start:
        return None
    comma = tokens.lefts[subject] - 1
    return comma if tokens.text[comma] == "," and comma > start else None


def _stands_alone(tokens: Tokens, verb: int) -> bool:
    return tokens.dep[verb] in ("ccomp", "parataxis") and tokens.child(verb, "mark") is None


def _tells_own(tokens: Tokens, verb: int) -> bool:
    """Whether a verb with a subject of its own reports anew: "..., but Popko denied this"."""
    if tokens.child(verb, "ccomp") is not None:
        return True
    own = tokens.child(verb, *SUBJECTS)
    lemma = tokens.lemma[verb]
    denies = VERBS[lemma].stance == "denies" or lemma in CONFIRMING
    names = bool(VERBS[lemma].frames & _NAMING) and tokens.child(verb, "dobj", "oprd") is not None
    if own is None or not (denies or names):
        return False
    return tokens.pos[own] == "PROPN" or (names and tokens.pos[own] == "NOUN")


def _takes_up(tokens: Tokens, cue: int, verb: int) -> bool:
    """Whether a verb parsed into a content continues the cue: "and added that ..."."""
    if not clauses.is_cue(tokens, verb) or tokens.child(verb, *SUBJECTS) is not None:
        return False
    if tokens.tag[verb] == "VBG" and tokens.text[verb - 1] == ",":
        return tokens.child(verb, "ccomp") is not None or tokens.lower[verb + 1 : verb + 2] == [
            "that"
        ]
    joined = tokens.dep[verb] == "conj" and tokens.tag[verb - 1] == "CC"
    speaks = tokens.child(verb, "ccomp", "dobj") is not None
    return joined and tokens.tag[verb] == tokens.tag[cue] and speaks


def _leaves_infinitive(tokens: Tokens, cue: int, root: int, verb: int) -> bool:
    """Whether a finite verb cannot go on with an infinitive: "vowed to stay and thanked them"."""
    joined = tokens.dep[verb] == "conj" and tokens.heads[verb] == root
    joined = joined and tokens.tag[tokens.lefts[verb] - 1] == "CC"
    same = tokens.tag[verb] == tokens.tag[cue] and tokens.tag[verb] in ("VBD", "VBZ")
    return joined and same and tokens.tag[root] == "VB" and tokens.child(verb, *SUBJECTS) is None


def _governed(tokens: Tokens, root: int, start: int, limit: int) -> set[int]:
    """Tokens from `start` on that hang below `root`."""
    inside = {root}
    for order in (range(start, limit), range(limit - 1, start - 1, -1)):
        for index in order:
            if tokens.heads[index] in inside:
                inside.add(index)
    return inside
