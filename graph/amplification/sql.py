"""Names and texts as SQL, for the few places of a statement that take no parameter."""

from __future__ import annotations


def identifier(name: str) -> str:
    """A column's name as SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def json_path(start: str, key: str) -> str:
    """A path to what a JSON object has under a key, whatever characters are in it."""
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return literal(f'{start}."{escaped}"')
