"""Every error Sayso raises on purpose, in one tree; each names the thing and the remedy."""

from __future__ import annotations

from collections.abc import Sequence


class SaysoError(Exception):
    """Base of the tree; `remedy` tells the user what to do about it."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}. {self.remedy}" if self.remedy else self.message


class SettingsError(SaysoError):
    """A setting of the environment has a value Sayso cannot use."""


class VocabularyError(SaysoError):
    """A schema file contradicts itself or another one."""


class DocumentError(SaysoError):
    """A document cannot be read; it is quarantined under `reason` and the run goes on.

    `raw_sha256` is of the bytes that were read, None where they were refused unread. Halves of
    characters in a reason, which may quote the document, are escaped: it is printed and sent on.
    """

    def __init__(
        self, source: str, reason: str, *, remedy: str = "", raw_sha256: str | None = None
    ) -> None:
        reason = reason.encode(errors="backslashreplace").decode()
        super().__init__(f"{source}: {reason}", remedy=remedy)
        self.source = source
        self.reason = reason
        self.raw_sha256 = raw_sha256


class CandidateError(SaysoError):
    """A model that proposes findings failed on a document; it is counted and the run goes on.

    `reason` is short and the same for the same cause, so that failures can be counted by it.
    """

    def __init__(self, source: str, reason: str, *, remedy: str = "") -> None:
        super().__init__(f"{source}: {reason}", remedy=remedy)
        self.source = source
        self.reason = reason


class GraphError(SaysoError):
    """What a document contributes does not fit the vocabulary or the document's own text."""


class StoreError(SaysoError):
    """Neo4j cannot be reached or refused what was asked."""


class StoreAwayError(StoreError):
    """Neo4j does not answer or lets nobody in, whatever is asked: what can wait is tried again."""


class ServerError(StoreAwayError):
    """The local Neo4j server cannot be installed, started or stopped."""


class QueryError(SaysoError):
    """A catalogue query or a Cypher statement is unknown, malformed or not allowed."""


class UnknownQueryError(QueryError):
    """No catalogue query has this id; `near` are the ids most like it."""

    def __init__(self, id_: str, near: Sequence[str] = ()) -> None:
        remedy = f"Did you mean {' or '.join(near)}?" if near else "`sayso queries` lists them"
        super().__init__(f"There is no query {id_!r}", remedy=remedy)
        self.near = tuple(near)


class JudgementError(SaysoError):
    """A judgement contradicts one that holds, or is about things that cannot be compared."""


class NotFoundError(SaysoError):
    """The store holds nothing under this id or name; `near` are those that may have been meant."""

    def __init__(self, message: str, *, remedy: str = "", near: Sequence[str] = ()) -> None:
        super().__init__(message, remedy=remedy)
        self.near = tuple(near)


class PostsError(SaysoError):
    """A file of posts, or what is asked of it, does not fit the posts table."""


class MovedError(NotFoundError):
    """What had this id was merged into another entity, whose id is `into`."""

    def __init__(self, id_: str, into: str) -> None:
        super().__init__(f"{id_!r} was merged into {into!r}", remedy=f"Ask for {into}")
        self.id = id_
        self.into = into
