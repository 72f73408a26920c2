"""Turns of a text: those its form marks, and those it tells beside the narrator's words."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.layout import (
    announced,
    dialogue,
    embedded,
    interviews,
    post_labels,
    roundups,
    transcripts,
)
from ingest.nlp.layout.transcripts import Turn


def marked(found: Findings) -> list[Turn]:
    """Turns that are somebody's every word: of a transcript, a speech announced, a signed post."""
    return [*(transcripts.find(found) or announced.find(found)), *embedded.find(found)]


def beside(found: Findings, turns: list[Turn]) -> list[Turn]:
    """The turns of a text in whichever form it has them; what they report stays a claim of its own.

    Of a text whose `turns` were read as those of a transcript already, only a dialogue is read.
    """
    answers = dialogue.find(found)
    if answers or any(not turn.is_post for turn in turns):
        return answers
    return post_labels.find(found) or interviews.find(found) or roundups.find(found)
