"""What is said to be false: a predicate that denies a claim without a word of negation."""

from __future__ import annotations

from ingest.nlp.lexicon import load
from ingest.nlp.speech import UNOWNED
from ingest.nlp.tokens import Tokens

_DATA = load("stance")
FALSEHOODS = frozenset(_DATA["falsehoods"])
DISMISSALS = FALSEHOODS | frozenset(_DATA["dismissals"])
_STATEMENTS = UNOWNED | frozenset(_DATA["statements"])
_PRONOUNS = frozenset(("that", "this", "it", "these", "those", "all", "everything"))
_HEAPS = frozenset(("pack", "bunch", "piece", "heap", "load", "set", "web"))
_SAYING = frozenset(("say", "claim", "suggest", "assert", "allege", "call"))
_BESIDE = frozenset(("det", "amod", "advmod", "punct", "nmod", "compound"))


def says_false(tokens: Tokens, root: int, start: int, end: int) -> bool:
    """Whether a clause denies what it is about: "the report was a fake", "That's a lie".

    What is wrong with anything but words is none ("the situation is wrong"), and neither is what
    a lie only describes ("Kenya is a lie factory"). A lone word denies too: "“Nonsense,” he said".
    """
    if tokens.lemma[root] != "be":
        return _is_false(tokens, root, FALSEHOODS) and _stands_alone(tokens, root, start, end)
    subject = tokens.child(root, "nsubj")
    predicate = tokens.child(root, "attr", "acomp")
    if subject is None or predicate is None or not start <= subject < root < predicate < end:
        return False
    if tokens.lemma[subject].lower() in _STATEMENTS:
        return _is_false(tokens, predicate, DISMISSALS)
    if tokens.lower[subject] not in _PRONOUNS:
        return False
    infinitive = tokens.child(root, "xcomp") or tokens.child(predicate, "xcomp", "acl")
    acts = infinitive is not None and tokens.lemma[infinitive] not in _SAYING
    return not acts and _is_false(tokens, predicate, FALSEHOODS)


def _is_false(tokens: Tokens, word: int, words: frozenset[str]) -> bool:
    """Whether a predicate is such a word, holds one or is marked by one: "a pack of lies"."""
    if tokens.lower[word] in words or tokens.lemma[word] in words:
        return True
    if tokens.lemma[word] in _HEAPS:
        of = tokens.child(word, "prep")
        held = tokens.child(of, "pobj") if of is not None else None
        return held is not None and tokens.lower[held] in words
    marked = any(
        tokens.lower[c] in words for c in tokens.children[word] if tokens.dep[c] in _BESIDE
    )
    return marked and tokens.lemma[word] in _STATEMENTS


def _stands_alone(tokens: Tokens, word: int, start: int, end: int) -> bool:
    """Whether nothing but what describes a word stands in its sentence: "Complete nonsense."."""
    first, last = tokens.sents[tokens.sent_of[word]]
    within = range(max(start, first), min(end, last))
    return all(
        i == word
        or tokens.pos[i] in ("PUNCT", "SPACE")
        or (tokens.heads[i] == word and tokens.dep[i] in _BESIDE)
        for i in within
    )
