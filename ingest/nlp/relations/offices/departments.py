"""The department of a deputy who is named by it: "Deputy Secretary of State X" where a text names
the "U.S. Department of State".

Its secretary stands for the state and has his office from there; whoever is below him serves the
department.
"""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.relations.offices.titles import Title
from ingest.nlp.tokens import is_capital

_BELOW = frozenset({"deputy", "under", "assistant", "undersecretary"})
_SECRETARIES = frozenset({"secretary", "undersecretary"})


def department(found: Findings, title: Title) -> str | None:
    """The body, by id, that a text names and whose field a title tells; None if it is of none."""
    tokens = found.tokens
    words = tokens.lower[title.start : title.end]
    head = next((i for i, word in enumerate(words) if word in _SECRETARIES), None)
    if head is None or _BELOW.isdisjoint(words[: head + 1]):
        return None
    at = title.start + head + 1
    if tokens.lower[at : at + 1] != ["of"]:
        return None
    at += 1 + (tokens.lower[at + 1 : at + 2] == ["the"])
    mention = found.holder[at] if at < len(tokens) else None
    if mention is not None:
        return mention.entity if found.type_of(mention.entity) == "Organization" else None
    end = at
    while end < len(tokens) and found.holder[end] is None and is_capital(tokens.text[end]):
        end += 1
    field = tokens.span_text(at, end).lower() if end > at else ""
    named = (
        f"{field} department",
        f"department of {field}",
        f"department of the {field}",
        f"us {field}",
    )
    bodies = (e for e in found.entities.values() if e.type == "Organization" and field)
    return next((e.id for e in bodies if e.name.lower().endswith(named)), None)
