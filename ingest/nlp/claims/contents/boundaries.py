"""Where another act of speech begins in what somebody says: ", while others blamed London"."""

from __future__ import annotations

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import adjuncts, apposed_denials
from ingest.nlp.clauses import FINITE, SUBJECTS
from ingest.nlp.marks import CLOSING_QUOTES, DOUBLE_CLOSING, OPENING_MARKS
from ingest.nlp.speech import NOUNS, PHRASAL, VERBS, WORDING
from ingest.nlp.tokens import Tokens

_CONTRASTING = frozenset(("while", "whereas", "whilst", "though", "although", "but", "however"))
_MOST_SUBJECT = 20  # tokens from "but" to the verb of who says something else
HELPING = ("aux", "auxpass")
_MOST_GAP = 8
_ANOTHER = frozenset(("another", "others", "second", "third", "other", "latter"))
_NO_NAMES = frozenset(("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "ADP"))
_MOST_TOLD = 6  # tokens from "telling" to the colon of "telling the press on Monday:"
# Verbs that go on from another act of speech: "denied it, accusing Kyiv of lying".
_CHARGING = frozenset(("accuse", "blame", "describe", "denounce", "condemn"))
_SIGNIFYING = frozenset(("signal", "mark", "underscore", "underline", "highlight", "cap"))
_QUOTES_ONLY = frozenset(("quote",))
_WHEN = frozenset(("after", "when", "as", "while", "before"))
_AMID = frozenset(("amid", "amidst"))
_MOST_AMID = 4  # tokens from "amid" to the noun of "amid new and loud accusations that"


def begins(tokens: Tokens, cue: int, index: int, end: int, *, clause: bool) -> bool:
    """Whether another act of speech begins at `index`, inside what the verb at `cue` introduces.

    `clause` says whether that content is a clause.
    """
    return (
        _adds(tokens, index, end)
        or gapped(tokens, index, end) is not None
        or any(other(tokens, index, end) for other in _OTHERS)
        or _meanwhile(tokens, cue, index, clause=clause)
        or _leaves(tokens, cue, index, end)
        or _follows(tokens, index, end)
        # "denied that it fell, despite pictures of it"
        or (tokens.lower[index : index + 2] == [",", "despite"] and _denies(tokens, cue))
    )


def _follows(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether it is told what the speaker said before: "said it sank, after blaming Kyiv"."""
    verb = comma + 2
    if verb < end and subjects.says_also(tokens, verb) and clauses.is_cue(tokens, verb):
        return True  # "said it sank while also blaming Kyiv"
    if verb + 1 >= end or tokens.text[comma] != "," or tokens.lower[comma + 1] not in _WHEN:
        return False
    return tokens.tag[verb] == "VBG" and clauses.is_cue(tokens, verb)


def _adds(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether the reporting sentence goes on with a participle of speech: ", adding that"."""
    if tokens.text[comma] != ",":
        return False
    verb = comma + 1 + (tokens.text[comma + 1] in CLOSING_QUOTES)
    verb += verb < end and tokens.tag[verb] == "RB"  # ", flatly denying that"
    if verb + 1 >= end or tokens.tag[verb] != "VBG" or not clauses.is_cue(tokens, verb):
        return False
    lemma = tokens.lemma[verb]
    if lemma in _CHARGING or "small" in VERBS[lemma].frames or _denies(tokens, verb):
        return True
    return tokens.lower[verb + 1] == "that" or _quotes(tokens, verb, end)


def _quotes(tokens: Tokens, verb: int, end: int) -> bool:
    """Whether a quotation follows a participle: "telling reporters: “...”", "writing, “...”"."""
    for index in range(verb + 1, min(end, verb + _MOST_TOLD)):
        if tokens.text[index] == ":":
            return True
        if tokens.text[index] == "," and tokens.text[index + 1] in OPENING_MARKS:
            return True
        if tokens.tag[index] in FINITE:
            return False
    return False


def _meanwhile(tokens: Tokens, cue: int, mark: int, *, clause: bool) -> bool:
    """Whether "as" tells what happens meanwhile: "called for talks as Kenya demanded a retreat".

    Inside a clause only an act of speech is taken for the reporter's: "said that it fell as the
    ministry warned of floods". So is one behind "after" where something is called for, and where a
    comma parts it: "said that it stood, after Quill accused Kenya of mining it".
    """
    verb, calls = tokens.heads[mark], not clause or _demands(tokens, cue)
    calls = calls or tokens.text[mark - 1] == ","
    if tokens.lower[mark] != "as" and not (tokens.lower[mark] == "after" and calls):
        return False
    if tokens.dep[mark] != "mark" or verb < mark:
        return False
    own = tokens.child(verb, *SUBJECTS) or tokens.child(mark, "pobj")
    if own is None or own < mark or tokens.pos[own] == "PRON" or tokens.tag[verb] != "VBD":
        return False
    speaks = clauses.is_cue(tokens, verb) and VERBS[tokens.lemma[verb]].frames != _QUOTES_ONLY
    tells = speaks and any(c > verb for c in tokens.children[verb])  # "as the war went on"
    past = tokens.lower[mark] == "as" and clauses.tense(tokens, cue) == "VBD"
    return tells or (not clause and past)


def _demands(tokens: Tokens, cue: int) -> bool:
    known = VERBS.get(tokens.lemma[cue])
    return known is not None and (known.modality == "hypothetical" or known.lemma == "call")


def _leaves(tokens: Tokens, cue: int, joint: int, end: int) -> bool:
    """Whether behind a quotation it is told what the speaker did: "wrote “it fell” but left"."""
    if tokens.tag[joint] != "CC" or tokens.text[joint - 1] not in CLOSING_QUOTES - {"’"}:
        return False
    verb = joint + 1 + (joint + 2 < end and tokens.tag[joint + 1] == "RB")
    same = verb < end and tokens.tag[verb] == tokens.tag[cue] and tokens.tag[verb] in FINITE
    return same and tokens.child(verb, *SUBJECTS) is None


def _amid(tokens: Tokens, index: int, end: int) -> bool:
    """Whether what others say is told as a circumstance: "amid accusations that Kenya meddles"."""
    if tokens.lower[index] not in _AMID:
        return False
    words = range(index + 1, min(end - 1, index + _MOST_AMID))
    return any(tokens.lemma[i] in NOUNS and tokens.lower[i + 1] == "that" for i in words)


def _comments(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether it is told what the announcement means: "announced that it left, marking an end"."""
    if tokens.text[comma] != "," or comma + 2 >= end:
        return False
    return tokens.tag[comma + 1] == "VBG" and tokens.lemma[comma + 1] in _SIGNIFYING


def _dates(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether a clause tells when words were said that marks close: "“...”, after X fell"."""
    closed = tokens.text[comma] == "," and tokens.text[comma - 1] in DOUBLE_CLOSING
    closed = closed or (tokens.text[comma] in DOUBLE_CLOSING and tokens.text[comma - 1] == ",")
    if not closed or tokens.lower[comma + 1] not in _WHEN:
        return False
    return clauses.is_finite(tokens, comma + 2, end)


def _denies(tokens: Tokens, cue: int) -> bool:
    known = VERBS.get(tokens.lemma[cue])
    return known is not None and known.stance == "denies"


def _contrasts(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether another act of reporting begins at a comma: ", while others blamed London".

    What is said in the present needs none: "says it fell but so far Ghana says it stands".
    """
    if tokens.text[comma] != ",":
        return _says_now(tokens, comma, end)
    comma += tokens.text[comma + 1] in CLOSING_QUOTES  # called it “hostile,” while ...
    if tokens.lower[comma + 1] not in _CONTRASTING:
        return False
    for verb in range(comma + 2, min(end, comma + _MOST_SUBJECT)):
        if tokens.tag[verb] in FINITE and tokens.dep[verb] not in ("relcl", "acl"):
            verb = tokens.heads[verb] if tokens.dep[verb] in HELPING else verb
            own = tokens.child(verb, *SUBJECTS)
            tells = clauses.is_cue(tokens, verb) or _limits(tokens, verb)
            tells = tells or (tokens.lemma[verb], *tokens.lower[verb + 1 : verb + 2]) in PHRASAL
            tells = tells or _argues(tokens, verb, end)
            return tells and own is not None and own > comma
    return False


def _says_now(tokens: Tokens, but: int, end: int) -> bool:
    """Whether "but" without a comma leads to what another says: "but now Ghana says it stands"."""
    if tokens.lower[but] != "but" or tokens.lower[but + 1] == "that":
        return False
    finite = (i for i in range(but + 1, min(end, but + _MOST_SUBJECT)) if tokens.tag[i] in FINITE)
    verb = next(finite, but)
    own = tokens.child(verb, "nsubj")
    now = tokens.tag[verb] in ("VBZ", "VBP") and clauses.is_cue(tokens, verb)
    told = tokens.child(verb, "ccomp") is not None
    return now and told and own is not None and own > but and tokens.pos[own] != "PRON"


def _argues(tokens: Tokens, verb: int, end: int) -> bool:
    """Whether words of saying follow from a deed: "while Kenya refused, arguing that it rained"."""
    commas = (i for i in range(verb + 1, min(end + 1, len(tokens) - 1)) if tokens.text[i] == ",")
    return any(tokens.tag[i + 1] == "VBG" and clauses.is_cue(tokens, i + 1) for i in commas)


def _retells(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether a third tells more of a noun: ", which military sources said would cost more"."""
    if tokens.text[comma] != "," or tokens.lower[comma + 1] not in ("which", "who", "whom"):
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
    comma += tokens.text[comma + 1] in CLOSING_QUOTES
    by = tokens.lower[comma + 3 : comma + 4] == ["by"]
    if tokens.lower[comma + 1] == "something" and by and comma + 3 < end:
        return _denies(tokens, comma + 2)  # ", something denied by Kyiv"
    if tokens.lower[comma + 1] in ("something", "which"):
        verb = next((i for i in range(comma + 2, end) if tokens.dep[i] in ("relcl", "advcl")), -1)
        taken_up = verb > 0 and tokens.heads[verb] in (comma + 1, *range(comma))
        denied = verb + 2 >= end and _denies(tokens, verb)
        return taken_up and (denied or _calls(tokens, comma + 1, verb, end))
    many = tokens.tag[comma + 1] == "NNS" and tokens.lemma[comma + 1] in NOUNS
    if tokens.lower[comma + 1] not in ("a", "an") and not many:
        return False
    words = range(comma + 2 - many, min(end, comma + 5))
    last = range(max(comma + 3, end - 2), min(end, comma + _MOST_GAP))
    denials = (apposed_denials.find(tokens, i) for i in last)
    if any(denial is not None and denial.comma == comma for denial in denials):
        return True
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


def _calls(tokens: Tokens, which: int, verb: int, end: int) -> bool:
    """Whether a third tells what the content is: ", which Kyiv called / described as a trap"."""
    own = tokens.child(verb, *SUBJECTS)
    third = own is not None and which < own < verb and tokens.pos[own] != "PRON"
    known = VERBS.get(tokens.lemma[verb]) if third and tokens.heads[which] == verb else None
    if known is None or known.frames.isdisjoint(("small", "as")):
        return False
    called = tokens.child(verb, "oprd") is not None or tokens.lower[verb + 1] == "as"
    return called and tokens.rights[verb] + 2 >= end


def gapped(tokens: Tokens, joint: int, end: int) -> tuple[int, int] | None:
    """Whose saying, its verb left out, begins at a comma or semicolon, and the "that" before it.

    "A said that it fell, B that it stood; his critics, that nobody knew." A quotation may end
    before it: "A said that it was “false,” and B that".
    """
    closed = (
        joint > 1 and tokens.text[joint - 2] == "," and tokens.text[joint - 1] in CLOSING_QUOTES
    )
    if joint >= end or not (closed or tokens.text[joint] in (",", ";")):
        return None
    first = joint + (tokens.text[joint] in (",", ";"))
    first += first < end and tokens.text[first] in CLOSING_QUOTES
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
    verbs = (tokens.heads[i] if tokens.dep[i] in HELPING else i for i in finite)
    verb = next((i for i in verbs if not _aside(tokens, i)), None)
    return (
        verb is not None
        and tokens.lower[stop + 1] not in ("that", "and")
        and (tokens.child(verb, *SUBJECTS) or subjects.near_subject(tokens, verb, stop + 1) or 0)
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


def _joins(tokens: Tokens, joint: int, end: int) -> bool:
    """Whether another speaks behind "and": "said it lost a man and the army of Ghana said"."""
    if tokens.tag[joint] != "CC":
        return False
    verb = next((i for i in range(joint + 1, end) if tokens.tag[i] in FINITE), None)
    said = verb is not None and clauses.is_cue(tokens, verb) and tokens.dep[verb] == "ccomp"
    noun = adjuncts.joined(tokens, verb) if said and verb is not None else None
    return noun is not None and tokens.lefts[noun] == joint + 1


_OTHERS = (_joins, _contrasts, _explains, _another, _names, _retells, _amid, _comments, _dates)
