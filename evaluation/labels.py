"""The closed lists of labels that gold may use (`../shared/data/gold/GUIDE.md`)."""

from __future__ import annotations

MENTION_KINDS = {"": "name", "^": "metonym", "~": "demonym", "=": "nominal", "/": "nested"}
CHANNEL_KINDS = {"": "coref", "+": "intro"}
RELATIONS = frozenset(
    {
        *("signed", "visited", "met_with", "allied_with", "cooperates_with", "supports"),
        *("supplies", "sanctions", "member_of", "holds_office", "part_of", "affiliated_with"),
        *("runs", "owns", "family_of", "at_war_with", "attacked", "annexed", "captured"),
        *("deployed_to", "fought_at", "located_in", "participated_in", "quoted"),
    }
)
TYPES = frozenset(
    {
        *("Person", "State", "Organization", "ArmedGroup", "Place", "Treaty", "Event"),
        *("Outlet", "Bloc", "Platform", "Narrative"),
    }
)
STANCES = frozenset({"asserts", "denies", "hedged", "neutral", "silent"})
MODALITIES = frozenset({"asserted", "denied", "alleged", "hypothetical"})
MODES = frozenset({"quoted", "reported", "narrator", "omission"})
BOUNDS = frozenset({"exact", "approx", "approx_below", "lower", "none"})
