"""Stance and modality of a claim: from the cue, negation, hedges and conditionals of its words."""

from __future__ import annotations

import re

from graph.model import Modality
from ingest.nlp.claims.contents.falsehoods import DISMISSALS, says_false
from ingest.nlp.clauses import MODALS
from ingest.nlp.findings import Stance
from ingest.nlp.lexicon import load
from ingest.nlp.speech import Cue
from ingest.nlp.tokens import LIMITING, Tokens

_DATA = load("stance")
_TRUE = frozenset(("true", "correct", "so"))  # "it is not true that" denies what follows
NEGATORS = frozenset(_DATA["negators"])
MOCKERIES = frozenset(_DATA["mockeries"])
HEDGES = frozenset(_DATA["hedges"])
ALLEGING = frozenset(_DATA["alleging"])
CONDITIONALS = frozenset(_DATA["conditionals"])
RESERVATIONS = re.compile(rf"\b(?:{'|'.join(_DATA['reservations'])})\b", re.IGNORECASE)
_OWN = frozenset(("i", "we"))
_NONE = frozenset(("no", "none", "nobody", "nothing"))
# What there is none of where something holds: "there is no doubt", "had no choice but to", and
# what it is only of a clause: "it is no accident that it fell".
_AFFIRMED = frozenset(("doubt", "choice", "alternative", "option", "denying"))
_AFFIRMED_THAT = frozenset(
    ("question", "accident", "coincidence", "secret", "surprise", "wonder", "mistake")
)
_CLAUSE_DEPS = frozenset(
    ("aux", "auxpass", "neg", "advmod", "det", "nsubj", "nsubjpass", "expl", "preconj")
)
_SEEMING = frozenset(("appear", "seem"))
# How or what somebody seems: "seems calm", "appears to sink", "it appears that it sank".
_SEEMED = ("xcomp", "ccomp", "acomp", "oprd", "attr", "expl", "advcl")
_STATED = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "expl"))
_PERSUADING = frozenset(("convinced", "persuaded"))
_EXCLUDING = frozenset(("rule out", "exclude", "preclude", "discount"))


def judge(
    tokens: Tokens, start: int, end: int, cue: Cue | None, *, negated: bool = False
) -> tuple[Stance, Modality]:
    """The speaker's stance towards a content and its modality.

    `negated` says that the cue itself is negated ("did not say that ..."). What the topic is plays
    no part.
    """
    stance: Stance = cue.stance if cue else "asserts"
    modality: Modality = cue.modality if cue else "asserted"
    if stance == "silent":
        return stance, modality
    if negated:
        if cue is not None and cue.lemma in _EXCLUDING | _PERSUADING:
            return "hedges", "hypothetical"  # "has not ruled it out", "was not convinced that"
        if stance == "denies":
            return "asserts", "asserted"
        return ("denies", "denied") if stance == "asserts" else (stance, modality)
    if RESERVATIONS.search(tokens.stored, tokens.starts[start], tokens.ends[end - 1]):
        return "hedges", modality
    root = _root(tokens, start, end)
    words = _main_words(tokens, root, start, end)
    if stance in ("asserts", "hedges"):
        if tokens.text[end - 1] == "?" and _sentences(tokens, start, end) == 1:
            return "hedges", "hypothetical"
        if _negative(tokens, root, words, start, end):
            return "denies", "denied"
        plain = stance == "asserts" and words.isdisjoint(MODALS | NEGATORS | HEDGES)
        if plain and says_false(tokens, root, start, end):
            return "denies", "denied"
        if words & HEDGES or (words & ALLEGING):
            stance = "hedges"
            modality = "alleged" if words & ALLEGING else modality
        if words & CONDITIONALS and modality == "asserted":
            modality = "hypothetical"
    naming = cue is not None and bool(cue.frames & {"small", "as"})
    called = _called_from(tokens, start, end) if cue is not None and "as" in cue.frames else start
    if stance == "asserts" and naming and _dismisses(tokens, called, end):
        return "denies", "denied"
    if stance == "asserts" and naming and not MOCKERIES.isdisjoint(tokens.lower[start:end]):
        return "mocks", modality
    return stance, modality


def _called_from(tokens: Tokens, start: int, end: int) -> int:
    """Where it begins what something is presented as: "transparent lies as fact" denies nothing."""
    return next((i for i in range(start, end) if tokens.lower[i] == "as"), start)


def _dismisses(tokens: Tokens, start: int, end: int) -> bool:
    """Whether something is called untrue: "a pack of false tales", "a false report".

    It is not where such a word tells of something else: "the site with the most false posts".
    """
    untrue = (i for i in range(start, end) if tokens.lower[i] in DISMISSALS)
    for index in untrue:
        noun = tokens.heads[index]
        inside = tokens.dep[index] == "amod" and tokens.dep[noun] == "pobj"
        if not inside or tokens.lower[tokens.heads[noun]] == "of":
            return True
    return False


def _sentences(tokens: Tokens, start: int, end: int) -> int:
    return tokens.sent_of[end - 1] - tokens.sent_of[start] + 1


def _root(tokens: Tokens, start: int, end: int) -> int:
    """The word the first sentence of a content hangs on."""
    stop = min(end, tokens.sents[tokens.sent_of[start]][1])
    for index in range(start, stop):
        head = tokens.heads[index]
        top = head < start or head >= stop or head == index
        if top and tokens.dep[index] not in ("mark", "cc", "punct", "advmod", "nsubj", "det"):
            return _before_that(tokens, index, start)
    return start


def _before_that(tokens: Tokens, root: int, start: int) -> int:
    """The verb of the main clause where the parse hangs it on one of a clause inside.

    As in "We hear rumours, that he fled, that he did not flee", read as what did not flee.
    """
    while (mark := tokens.child(root, "mark")) is not None and tokens.lower[mark] == "that":
        verbs = (c for c in tokens.children[root] if tokens.dep[c] == "ccomp")
        first = next((c for c in verbs if start <= c < mark), None)
        if first is None:
            break
        root = first
    return root


def _main_words(tokens: Tokens, root: int, start: int, end: int) -> set[str]:
    words = {tokens.lower[root], tokens.lemma[root].lower()}
    if tokens.lemma[root] in _SEEMING and tokens.child(root, *_SEEMED) is None:
        words.clear()  # "Men appeared on deck"
    for child in tokens.children[root]:
        if start <= child < end and tokens.dep[child] in _CLAUSE_DEPS:
            words.add(tokens.lower[child])
            words.add(tokens.lemma[child].lower())
    return words


def _negative(tokens: Tokens, root: int, words: set[str], start: int, end: int) -> bool:
    """Whether the main clause is negated: "did not", "there is no ...", "nobody ..."."""
    # What must, will or cannot be is laid down or foretold; it denies no fact.
    if words & MODALS or tokens.lower[start + 1 : start + 2] == ["to"]:
        return False  # what somebody vows "not to do" denies nothing
    subject = tokens.child(root, "nsubj")
    there = tokens.child(root, "expl") is not None
    nobody = subject is not None and _is_none(tokens, subject)
    # "is not dead" says how something is, "I do not want it" what the speaker wants.
    quality = tokens.lemma[root] == "be" and not there and not nobody
    true = tokens.child(root, "acomp")
    quality = quality and not (true is not None and tokens.lower[true] in _TRUE)
    present = any(tokens.lower[c] in ("do", "don") for c in tokens.children[root])
    wish = subject is not None and tokens.lower[subject] in _OWN and present
    quality = quality or wish
    if words & NEGATORS and not quality and not _not_only(tokens, start, end):
        return True
    for child in tokens.children[root]:
        stated = start <= child < end and tokens.dep[child] in _STATED
        if stated and _is_none(tokens, child):
            return True
    return False


def _is_none(tokens: Tokens, noun: int) -> bool:
    """Whether a noun is of something that is not: "no proof", "nobody", but "no doubt"."""
    word = tokens.lower[noun]
    that = tokens.lower[noun + 1 : noun + 2] == ["that"]
    if word in _AFFIRMED or (that and word in _AFFIRMED_THAT):
        return False
    return any(tokens.lower[i] in _NONE for i in (noun, *tokens.children[noun]))


def _not_only(tokens: Tokens, start: int, end: int) -> bool:
    return any(
        tokens.lower[i] in ("not", "n't", "n’t") and tokens.lower[i + 1] in LIMITING
        for i in range(start, end - 1)
    )
