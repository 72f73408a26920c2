"""Every error Sayso raises on purpose, in one tree; each names the thing and the remedy."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of the tree; `remedy` tells the user what to do about it."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}. {self.remedy}" if self.remedy else self.message


class VocabularyError(SaysoError):
    """A schema file contradicts itself or another one."""


class DocumentError(SaysoError):
    """A document cannot be read; it is quarantined under `reason` and the run goes on."""

    def __init__(self, source: str, reason: str, *, remedy: str = "") -> None:
        super().__init__(f"{source}: {reason}", remedy=remedy)
        self.source = source
        self.reason = reason


class StoreError(SaysoError):
    """Neo4j cannot be reached or refused what was asked."""


class ServerError(StoreError):
    """The local Neo4j server cannot be installed, started or stopped."""


class QueryError(SaysoError):
    """A catalogue query or a Cypher statement is unknown, malformed or not allowed."""
