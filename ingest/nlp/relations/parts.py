"""Which body is part of which, as names joined by "at" say: "the Reef Lab at Tamale University"."""

from __future__ import annotations

from ingest.nlp.findings import Findings, Mention

_PARTS = frozenset(
    {"lab", "laboratory", "institute", "center", "centre", "school", "department", "faculty",
     "observatory", "programme", "program", "project", "initiative", "college", "unit", "group",
     "division", "office", "bureau", "directorate", "desk", "library", "chair", "team", "academy"}
)  # fmt: skip
_WHOLES = frozenset(
    {"university", "college", "school", "academy", "institute", "hospital", "ministry",
     "department", "council", "house", "foundation", "center", "centre", "academies", "polytechnic"}
)  # fmt: skip
_INNER = frozenset({"of", "for", "on", "and", "in"})


def is_within(found: Findings, part: Mention, whole: Mention) -> bool:
    """ "the Reef Lab at Tamale University": of two names joined by "at", one of a part."""
    tokens = found.tokens
    gap = [word for word in tokens.lower[part.end : whole.start] if word != "the"]
    if gap != ["at"] or part.kind != "name" or whole.kind != "name":
        return False
    return _head(found, part) in _PARTS and _head(found, whole) in _WHOLES


def _head(found: Findings, name: Mention) -> str:
    """The noun that says what a name is of: "school" in "School of Public Policy"."""
    words = found.tokens.lower[name.start : name.end]
    inner = next((i for i, word in enumerate(words) if i and word in _INNER), len(words))
    return words[inner - 1]
