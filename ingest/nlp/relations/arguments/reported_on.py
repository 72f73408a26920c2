"""Whom an outlet reported on: "Lantern said that Gazprom had lost. Its director, X, left"."""

from __future__ import annotations

from ingest.nlp.findings import BODIES, Findings
from ingest.nlp.speech import is_speech

# What a paper has of its own.
_OF_PAPERS = frozenset(
    {"editor", "editor-in-chief", "reporter", "correspondent", "journalist", "columnist",
     "report", "article", "story", "source", "post", "reader", "subscriber", "website", "author",
     "admin"}
)  # fmt: skip


def reported_on(found: Findings, pronoun: int) -> int | None:
    """The body that an outlet told of in the sentence before "it" or "its", by its token.

    None where the sentence reports nothing of a body, or the paper's own is meant ("Its editor").
    """
    tokens, number = found.tokens, found.tokens.sent_of[pronoun]
    if number == 0 or tokens.lemma[tokens.heads[pronoun]] in _OF_PAPERS:
        return None
    start, end = tokens.sents[number - 1]
    root = tokens.root(start, end)
    if root is None:
        return None
    outlet, content = tokens.child(root, "nsubj"), tokens.child(root, "ccomp")
    paper = found.holder[outlet] if outlet is not None else None
    if content is None or paper is None or not is_speech(tokens.lemma[root]):
        return None
    subject = tokens.child(content, "nsubj", "nsubjpass")
    told = found.holder[subject] if subject is not None else None
    body = told is not None and found.type_of(told.entity) in BODIES
    outlets = found.type_of(paper.entity) == "Channel" or tokens.lemma[root] == "report"
    return subject if body and outlets else None
