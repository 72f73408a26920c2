"""Names that somebody asked about: whether the store knows them, and which ones are near.

Asked only where an answer is empty: "there is no Irann" and "Iran did nothing" would look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.errors import NotFoundError
from graph.store.connection import Store
from graph.store.fulltext import MOST_WORDS, words
from graph.store.readonly import read
from graph.store.schema import SEARCH

NEAR = 3
"""So many names are told at most."""

LOOKUP = """
CALL () {
  MATCH (e:Entity {id: $name})
  RETURN e, true AS whole, 0.0 AS score
  UNION
  MATCH (e:Entity {name: $name})
  RETURN e, true AS whole, 0.0 AS score
  UNION
  CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS e, score
  WHERE e:Entity
  RETURN e, score, toLower(coalesce(e.name, '')) = toLower($name)
         OR toLower(coalesce(e.handle, '')) = toLower($name)
         OR any(alias IN e.aliases WHERE toLower(alias) = toLower($name)) AS whole
}
WITH e, whole, score
WHERE $kind IN labels(e)
WITH e, max(whole) AS whole, max(score) AS score
RETURN e.id AS id, coalesce(e.name, e.id) AS name, whole
ORDER BY whole DESC, score DESC, id
LIMIT $limit
"""
"""Entities that go by a name, and then those whose names are near it."""

_FIELDS = ("name", "aliases", "handle")


def lookup(kind: str, name: str) -> dict[str, Any]:
    """What LOOKUP is asked about a name of an entity with this label."""
    phrase = '"' + name.replace("\\", " ").replace('"', " ") + '"'
    query = " OR ".join(f"{field}:{phrase}" for field in _FIELDS)
    found = words(name)
    if 0 < len(found) <= MOST_WORDS:
        query += f" OR ({' AND '.join(map(_near, found))})"
    return {"kind": kind, "name": name, "index": SEARCH, "query": query, "limit": NEAR}


def _near(word: str) -> str:
    """A word, what begins like it, and what has a letter or two wrong, as the search has it."""
    ways = [word, f"{word}*"] + ([f"{word}~{1 if len(word) < 6 else 2}"] if len(word) > 2 else [])
    return f"({' OR '.join(f'{field}:{way}' for field in _FIELDS for way in ways)})"


def refusal(kind: str, name: str, rows: Sequence[Mapping[str, Any]]) -> NotFoundError | None:
    """The error for a name, by the answer to LOOKUP; None where something goes by it."""
    if any(row["whole"] for row in rows):
        return None
    near = list(dict.fromkeys(str(row["name"]) for row in rows))
    return NotFoundError(
        f"There is no {kind.lower()} {name!r}",
        remedy=_told("Near is", near) or "Give an id, or a whole name or alias",
        near=near,
    )


def refusal_of_id(id_: str, rows: Sequence[Mapping[str, Any]]) -> NotFoundError:
    """The error for an id that the store does not have, with those of whom it may name."""
    near = [str(row["id"]) for row in rows]
    return NotFoundError(
        f"There is no entity {id_!r}",
        remedy=_told("Give an id, such as", near) or "/v1/search finds entities",
        near=near,
    )


def _told(before: str, near: Sequence[str]) -> str:
    return f"{before} {' or '.join(near)}" if near else ""


def refuse_unknown(store: Store, named: Iterable[tuple[str, str]]) -> None:
    """Raise NotFoundError for the first of these labels and names that the store does not know."""
    for kind, name in named:
        error = refusal(kind, name, read(store, LOOKUP, lookup(kind, name)).records())
        if error is not None:
            raise error
