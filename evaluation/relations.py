"""Score relations: the right two nodes joined by the right type, in total and by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.gold import GoldRelation
from evaluation.matching import Matching
from evaluation.prediction import FoundRelation
from evaluation.rules import edges, relation_name
from evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class RelationScores:
    """Tallies of relations; `core` leaves out long lists of like facts, which gold marks."""

    total: Tally
    core: Tally
    by_type: dict[str, Tally]
    errors: dict[str, list[str]]


def score_relations(
    matching: Matching, gold: Sequence[GoldRelation], predicted: Sequence[FoundRelation]
) -> RelationScores:
    """Compare edges between gold nodes; the same edge found twice counts once.

    Optional gold relations are neither missed nor wrong when found.
    """
    found = {
        (matching.node(r.source), relation_name(r.type), matching.node(r.target))
        for r in predicted
        if matching.carry(r.span) is not None
    }
    accepted = {edge for relation in gold for edge in edges(relation)}
    wrong = sorted(edge for edge in map(_named, found) if edge not in accepted)
    wanted = [relation for relation in gold if relation.required]
    hits = [relation for relation in wanted if edges(relation) & found]
    missed = [relation for relation in wanted if not edges(relation) & found]
    core_hits = [relation for relation in hits if relation.group != "attack_list"]
    core_missed = [relation for relation in missed if relation.group != "attack_list"]
    return RelationScores(
        total=Tally(len(hits), len(wrong), len(missed)),
        core=Tally(len(core_hits), 0, len(core_missed)),
        by_type=_by_type(hits, [type_ for _, type_, _ in wrong], missed),
        errors={
            "missed relations": [f"{r.sources[0]} {r.types[0]} {r.targets[0]}" for r in missed],
            "wrong relations": [" ".join(edge) for edge in wrong],
        },
    )


def _named(edge: tuple[str | None, str, str | None]) -> tuple[str, str, str]:
    return str(edge[0]), edge[1], str(edge[2])


def _by_type(
    hits: list[GoldRelation], wrong: list[str], missed: list[GoldRelation]
) -> dict[str, Tally]:
    """Right and missed by the type of gold, wrong by the type that was found."""
    right_of = Counter(relation_name(r.types[0]) for r in hits)
    missed_of = Counter(relation_name(r.types[0]) for r in missed)
    wrong_of = Counter(wrong)
    return {
        type_: Tally(right_of[type_], wrong_of[type_], missed_of[type_])
        for type_ in sorted({*right_of, *missed_of, *wrong_of})
    }
