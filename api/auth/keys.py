"""API keys, kept hashed in one file under SAYSO_HOME.

A key is `sayso_ID_SECRET`. The secret has 256 random bits, so a plain SHA-256 of it is enough:
slow hashes are for what people choose (NIST SP 800-63B, 5.1.2.2, on secrets of 112 bits and more).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, Field

from graph.errors import NotFoundError, SettingsError
from graph.ids import sha256
from graph.server.home import write_private
from graph.settings import Settings

Scope = Literal["read", "write", "review", "admin"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
_NOBODY = "0" * 64
"""Compared with where no key has the id, so that both refusals take the same time."""


class Key(BaseModel):
    """A key as it is kept: what it may do and until when, and the hash of its secret."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    scopes: tuple[Scope, ...]
    hash: str = Field(repr=False)
    created: datetime
    expires: datetime | None = None
    revoked: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it is neither revoked nor past its end."""
        return self.revoked is None and (self.expires is None or now < self.expires)

    def allows(self, scope: Scope) -> bool:
        """Whether it may do what asks for this scope; `admin` may do everything."""
        return scope in self.scopes or "admin" in self.scopes


class _Kept(BaseModel):
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys in a file; whoever changes them holds its lock."""

    path: Path

    def read(self) -> Mapping[str, Key]:
        """Every key by id, revoked ones included. Raises SettingsError for a damaged file."""
        try:
            kept = _Kept.model_validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"The keys in {self.path} cannot be read",
                remedy="Put the file back from a backup, or delete it and make new keys",
            ) from error
        return {key.id: key for key in kept.keys}

    def create(
        self, name: str, scopes: tuple[Scope, ...], *, now: datetime, expires: datetime | None
    ) -> str:
        """Make a key and return it; this is the only time that it can be seen."""
        id_, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
        key = Key(
            id=id_,
            name=name,
            scopes=tuple(scope for scope in SCOPES if scope in scopes),
            hash=sha256(secret),
            created=now,
            expires=expires,
        )
        with self._changing() as keys:
            keys[id_] = key
        return f"sayso_{id_}_{secret}"

    def revoke(self, id_: str, *, now: datetime) -> Key:
        """Make a key worthless at once; NotFoundError if there is none of this id."""
        with self._changing() as keys:
            if id_ not in keys:
                raise NotFoundError(f"There is no key {id_!r}", remedy="`sayso keys list` has them")
            known = keys[id_]
            keys[id_] = known.model_copy(update={"revoked": known.revoked or now})
            return keys[id_]

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Key]]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock"):
            keys = dict(self.read())
            yield keys
            kept = _Kept(keys=tuple(keys.values()))
            write_private(self.path, kept.model_dump_json(indent=1))


def key_ring(settings: Settings) -> KeyRing:
    """The keys of these settings."""
    return KeyRing(settings.sayso_home / "keys.json")


def matching(keys: Mapping[str, Key], given: str, now: datetime) -> Key | None:
    """The key that was given, if it holds; the comparison takes the same time for all."""
    parts = given.split("_", 2)
    id_, secret = (parts[1], parts[2]) if len(parts) == 3 else ("", "")
    key = keys.get(id_)
    right = hmac.compare_digest(sha256(secret), key.hash if key else _NOBODY)
    return (
        key if key is not None and right and given.startswith("sayso_") and key.holds(now) else None
    )


def utc_now() -> datetime:
    """The clock of the door."""
    return datetime.now(UTC)
