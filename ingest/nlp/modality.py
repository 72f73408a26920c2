"""Whether a text asserts what a verb or noun tells, denies it, alleges it or only imagines it.

Read from the word itself (negation, "would", "allegedly") and from what governs it ("plans to",
"accused of", "no talks"), up to the clause that a speaker utters. Words are in
data/en/modality.yaml.
"""

from __future__ import annotations

from functools import lru_cache

from graph.model import Modality
from ingest.nlp.lexicon import inverted, load
from ingest.nlp.tokens import Tokens

_CLIMB = frozenset({"xcomp", "ccomp", "pcomp", "acl", "conj", "dobj", "pobj", "prep", "advcl"})
_HYPOTHETICAL_AUX = frozenset(
    {"would", "could", "may", "might", "should", "must", "will", "'ll", "’ll", "shall", "'d", "’d",
     "can", "ca", "wo"}
)  # fmt: skip
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "zero"})
MAX_CLIMB = 6


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, Modality]]:
    lists = load("modality")
    return {kind: inverted(groups) for kind, groups in lists.items()}  # type: ignore[misc]


def modality(tokens: Tokens, index: int) -> Modality:
    """The modality of what the verb or noun at `index` tells."""
    words = _words()
    start, end = tokens.sents[tokens.sent_of[index]]
    own = _own(tokens, index)
    if own != "asserted":
        return own
    current = index
    for _ in range(MAX_CLIMB):
        dep, head = tokens.dep[current], tokens.heads[current]
        if head == current or dep not in _CLIMB or not start <= head < end:
            break
        found = _from_governor(tokens, current, head, dep, words)
        if found is not None:
            return found
        if dep in ("ccomp", "advcl") and tokens.pos[head] in ("VERB", "AUX"):
            break
        current = head
    return "hypothetical" if tokens.text[_last_word(tokens, end)] == "?" else "asserted"


def _last_word(tokens: Tokens, end: int) -> int:
    """The sentence's closing mark, quotation marks and blanks passed over."""
    last = end - 1
    while last > 0 and (tokens.pos[last] == "SPACE" or tokens.text[last] in "\"”’'»)"):
        last -= 1
    return last


def _own(tokens: Tokens, index: int) -> Modality:
    """What the word's own modifiers say; verbs pass on what stands with their first conjunct."""
    words = _words()
    for child in tokens.children[index]:
        dep, lower = tokens.dep[child], tokens.lower[child]
        if dep == "neg" or (dep == "det" and lower in _NEGATIVE_DETERMINERS):
            return "denied"
        if dep == "preconj" and lower == "not":
            continue
        if dep == "aux" and lower in _HYPOTHETICAL_AUX:
            negated = any(tokens.dep[c] == "neg" for c in tokens.children[index])
            return "denied" if negated and lower in ("ca", "can", "wo") else "hypothetical"
        if dep == "mark" and lower in _CONDITIONS:
            return "hypothetical"
        if dep in ("advmod", "amod", "nmod", "compound") and lower in words["modifiers"]:
            return words["modifiers"][lower]
    return "asserted"


def _from_governor(
    tokens: Tokens, current: int, head: int, dep: str, words: dict[str, dict[str, Modality]]
) -> Modality | None:
    """What a governing word makes of the clause or noun below it, or None where it passes it on."""
    lemma = tokens.lemma[head].lower()
    if tokens.pos[head] in ("VERB", "AUX"):
        if dep == "conj":
            shared = _shared_by_conjunct(tokens, current, head)
            return shared if shared != "asserted" else None
        if lemma in words["verbs"]:
            return _flipped(tokens, head, words["verbs"][lemma])
        if dep in ("dobj", "prep") and lemma in words["undone"]:
            return words["undone"][lemma]
        own = _own(tokens, head)
        carries = dep in ("dobj", "xcomp", "prep", "pcomp") and own != "asserted"
        return own if carries else None
    if tokens.pos[head] == "ADP":
        return "hypothetical" if tokens.lower[head] in ("without", "despite") else None
    if dep == "conj":
        return None
    if lemma in words["nouns"]:
        return words["nouns"][lemma]
    if tokens.pos[head] == "ADJ" and lemma in words["adjectives"]:
        return words["adjectives"][lemma]
    own = _own(tokens, head) if dep in ("acl", "prep") else "asserted"
    return own if own != "asserted" else None


def _shared_by_conjunct(tokens: Tokens, current: int, head: int) -> Modality:
    """ "would meet X and sign Y" leaves both open; "did not meet X but signed Y" denies one."""
    if any(tokens.dep[c] in ("aux", "nsubj", "nsubjpass") for c in tokens.children[current]):
        return "asserted"
    own = _own(tokens, head)
    return own if own in ("hypothetical", "alleged") else "asserted"


def _flipped(tokens: Tokens, head: int, value: Modality) -> Modality:
    """ "did not deny" is no denial; other governors keep what they say when negated."""
    negated = any(tokens.dep[c] == "neg" for c in tokens.children[head])
    if value == "denied" and negated:
        return "alleged"
    if value == "hypothetical" and negated:
        return "denied"
    return value
