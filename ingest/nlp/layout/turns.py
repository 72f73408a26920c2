"""Texts that are somebody's turns beside the narrator's: posts, interviews and round-ups."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.layout import dialogue, interviews, post_labels, roundups
from ingest.nlp.layout.transcripts import Turn


def find(found: Findings, *, transcript: bool) -> list[Turn]:
    """The turns of a text in whichever form it has them; what they report stays a claim of its own.

    `transcript` says that the text's turns were read as those of a transcript already.
    """
    answers = dialogue.find(found)
    if transcript or answers:
        return answers
    return post_labels.find(found) or interviews.find(found) or roundups.find(found)
