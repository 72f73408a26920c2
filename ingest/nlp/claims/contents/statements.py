"""Whether a clause states what somebody says, or asks or merely describes."""

from __future__ import annotations

from ingest.nlp.clauses import FINITE, WH, is_finite
from ingest.nlp.tokens import Tokens

_WISHING = frozenset(("suggest", "propose", "recommend", "insist"))
_NOMINATIVE = frozenset(("i", "we", "they", "he", "she"))


def is_statement(tokens: Tokens, verb: int, child: int, that: bool) -> bool:
    """A content clause has its own subject and asks nothing."""
    if that:
        return True
    if any(tokens.tag[i] in WH for i in range(verb + 1, child) if tokens.heads[i] == child):
        return False
    mark = tokens.child(child, "mark")
    if mark is not None and tokens.lower[mark] in ("whether", "if", "how", "why"):
        return False
    own = tokens.child(child, "nsubj", "nsubjpass", "expl", "csubj", "advmod")
    # In "what he says are lies" the subject stands before the verb and the content is no clause.
    has_subject = own is not None and (own > verb or child < verb)
    finite = is_finite(tokens, child, child + 1) or any(
        tokens.tag[c] in FINITE for c in tokens.children[child]
    )
    if tokens.tag[child] == "VB" and own is not None and child > verb:
        wished = tokens.lemma[verb] in _WISHING and tokens.pos[own] != "PRON"
        # "saying they cry over it", "suggested the two sides further strengthen it"
        finite = finite or wished or tokens.lower[own] in _NOMINATIVE
    return has_subject and finite


def tells_when(tokens: Tokens, index: int, root: int) -> bool:
    """As in "said when the war began they fled", but "said when asked they fled"."""
    inner = tokens.heads[index]
    if tokens.lower[index] != "when" or tokens.heads[inner] != root or inner == root:
        return False
    own = tokens.child(inner, "nsubj", "nsubjpass")
    return own is not None and "that" not in tokens.lower[inner:root]
