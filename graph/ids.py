"""Deterministic identifiers: the same thing said in the same place has the same id everywhere."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def sha256(content: str | bytes) -> str:
    """The hexadecimal SHA-256 of bytes, or of a text's UTF-8 form."""
    raw = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(raw).hexdigest()


def document_id(text: str) -> str:
    """The id of a document by its normalised text, so a re-read file is the same document."""
    return f"doc:{sha256(text)[:16]}"


def slug(name: str) -> str:
    """A name as an id part: case-folded, accents off, words joined by hyphens, any script kept."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", bare)).strip("-")


def entity_id(type_: str, name: str) -> str:
    """The id of an entity known only by type and name, as in `person:dmitry-peskov`."""
    return f"{type_.lower()}:{slug(name)}"


def hashed_id(prefix: str, *parts: object) -> str:
    """An id for what has no name (a claim, an assertion): a hash of what it says and where."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}:{sha256(joined)[:20]}"
