"""What counts as the same type, bound, stance or relation when a finding is compared with gold."""

from __future__ import annotations

from evaluation.gold import GoldEntity, GoldRelation

_ACCEPTED_TYPES: dict[str, frozenset[str]] = {
    "Organization": frozenset({"Organization", "ArmedGroup"}),
    "ArmedGroup": frozenset({"ArmedGroup", "Organization"}),
    "MilitaryGroup": frozenset({"ArmedGroup", "Organization"}),
    "Outlet": frozenset({"Channel", "Outlet", "Organization"}),
    "MediaOutlet": frozenset({"Channel", "Outlet", "Organization"}),
    "Platform": frozenset({"Organization", "Channel", "Platform"}),
    "Bloc": frozenset({"Bloc", "Organization", "Place"}),
    "PropagandistGroup": frozenset({"ArmedGroup", "Organization", "Group"}),
    "Narrative": frozenset({"Narrative", "Claim"}),
}
"""Types that are right for an entity of a gold type; any other type is right for itself alone."""

BOUNDS: dict[str | None, str] = {
    "approx_below": "below",
    "lower": "at_least",
    "exact": "exact",
    "approx": "approx",
    "none": "none",
    None: "none",
}
"""The bound of a subscriber number as gold names it, and as Sayso does."""

SCORED_STANCES = frozenset({"asserts", "denies", "hedged", "silent"})
_STANCES = {"hedges": "hedged", "praises": "asserts", "mocks": "denies"}

_RELATION_NAMES = {
    "supplies_weapons_to": "supplies",
    "supplies_troops_to": "supplies",
    "transfers_technology_to": "supplies",
    "aids": "supports",
    "leads": "holds_office",
    "runs_channel": "runs",
    "deployed_in": "deployed_to",
    "fights_in": "fought_at",
    "invaded": "attacked",
    "participates_in": "participated_in",
    "parent_of": "family_of",
}
# Annotators and readers rightly differ within these groups. They apply in this order, each to
# what the ones before have added.
_INTERCHANGEABLE = (
    frozenset({"attacked", "fought_at"}),
    frozenset({"holds_office", "affiliated_with"}),
    frozenset({"captured", "annexed"}),
    frozenset({"supports", "cooperates_with"}),
    frozenset({"part_of", "affiliated_with", "member_of"}),
    frozenset({"part_of", "located_in"}),
)
_SYMMETRIC = frozenset({"met_with", "allied_with", "cooperates_with", "at_war_with", "family_of"})
Edge = tuple[str, str, str]


def is_type_right(entity: GoldEntity, type_: str) -> bool:
    """Whether a finding of `type_` is right for this entity."""
    if type_ in entity.type_alternatives:
        return True
    named = (entity.type, *entity.type_alternatives)
    return any(type_ in _ACCEPTED_TYPES.get(gold, {gold}) for gold in named)


def stance_as_gold(stance: str | None) -> str | None:
    """Sayso's finer stances in the terms of gold: praise asserts, mockery denies."""
    return _STANCES.get(stance, stance) if stance else stance


def relation_name(name: str) -> str:
    """The lower-case vocabulary name of a relation, older names included."""
    return _RELATION_NAMES.get(name.lower(), name.lower())


def alike(types: set[str]) -> set[str]:
    """Relation types with those that annotators and readers rightly take for them."""
    found = set(types)
    for group in _INTERCHANGEABLE:
        if found & group:
            found |= group
    return found


def is_symmetric(type_: str) -> bool:
    """Whether a relation holds either way round."""
    return type_ in _SYMMETRIC


def edges(relation: GoldRelation) -> set[Edge]:
    """Every (source, type, target) that would be right for this relation."""
    types = alike({relation_name(name) for name in relation.types})
    found = {(s, t, o) for s in relation.sources for t in types for o in relation.targets}
    return found | {(o, t, s) for s, t, o in found if relation.symmetric or t in _SYMMETRIC}
