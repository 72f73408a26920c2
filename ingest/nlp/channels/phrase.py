"""A noun phrase that speaks of a channel, as it was read from the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ingest.nlp.channels import kinds

Determiner = Literal["new", "again", "possessive", "whose", "generic", "bare"]


@dataclass(slots=True)
class Phrase:
    """Tokens `start` to `end` around the noun `head`; `name` is a name right before or after it."""

    head: int
    start: int
    end: int
    noun: str
    kind: str
    determiner: Determiner
    plural: bool
    platform: str | None = None
    marked: bool = False
    same: bool = False
    other: bool = False
    owner: int | None = None
    name: tuple[int, int] | None = None
    modifiers: list[str] = field(default_factory=list)
    of_channel: bool = False
    sized: bool = False

    @property
    def strong(self) -> bool:
        """Whether the words alone tell a medium or a blogger."""
        return self.noun in kinds.ALONE or self.platform is not None or self.marked
