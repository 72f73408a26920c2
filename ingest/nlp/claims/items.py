"""What reported speech is made of: a content, the words that introduce it, and who says it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.nlp.speech import Cue


@dataclass(slots=True)
class Reported:
    """A content with the token of its cue and the token in the speaker's place, if any."""

    start: int
    end: int
    cue_at: int
    cue: Cue
    speaker: int | None
    frame: str = ""
    negated: bool = False
    hearsay: bool = False
    addressee: int | None = None
    via: int | None = None
