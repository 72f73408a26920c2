"""Which body is part of which by what joins their names: "the Reef Lab at Tamale University", and
what a company owns: "Meta's Facebook", "Lantern Holding's Tamale Post".
"""

from __future__ import annotations

from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.tokens import POSSESSIVES

_PARTS = frozenset(
    {"lab", "laboratory", "institute", "center", "centre", "school", "department", "faculty",
     "observatory", "programme", "program", "project", "initiative", "college", "unit", "group",
     "division", "office", "bureau", "directorate", "desk", "library", "chair", "team", "academy"}
)  # fmt: skip
_WHOLES = frozenset(
    {"university", "college", "school", "academy", "institute", "hospital", "ministry",
     "department", "council", "house", "foundation", "center", "centre", "academies", "polytechnic"}
)  # fmt: skip
_FIRMS = words("company_head")
_INNER = frozenset({"of", "for", "on", "and", "in"})


def is_within(found: Findings, part: Mention, whole: Mention) -> bool:
    """ "the Reef Lab at Tamale University": of two names joined by "at", one of a part."""
    tokens = found.tokens
    gap = [word for word in tokens.lower[part.end : whole.start] if word != "the"]
    if gap != ["at"] or part.kind != "name" or whole.kind != "name":
        return False
    return _head(found, part) in _PARTS and _head(found, whole) in _WHOLES


def owns(found: Findings, company: Mention, owned: Mention) -> bool:
    """ "Meta's Facebook", "Lantern Holding's Tamale Post": the platform or outlet of a company.

    "The EU's Facebook" is its page there.
    """
    tokens, body = found.tokens, found.entities.get(company.entity)
    gap = tokens.lower[company.end : owned.start]
    named = company.kind == owned.kind == "name" and len(gap) == 1 and gap[0] in POSSESSIVES
    if not named or body is None or body.type != "Organization":
        return False
    known = gazetteer().by_name.get(body.name)
    firm = known.kind == "company" if known else tokens.lower[company.end - 1] in _FIRMS
    return firm and (is_platform(found, owned) or found.type_of(owned.entity) == "Channel")


def is_platform(found: Findings, mention: Mention) -> bool:
    """Whether a name is of a platform: "Facebook"."""
    return " ".join(found.tokens.lower[mention.start : mention.end]) in PLATFORM


def _head(found: Findings, name: Mention) -> str:
    """The noun that says what a name is of: "school" in "School of Public Policy"."""
    words = found.tokens.lower[name.start : name.end]
    inner = next((i for i, word in enumerate(words) if i and word in _INNER), len(words))
    return words[inner - 1]
