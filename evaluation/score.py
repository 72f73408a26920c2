"""Score one document, and add documents up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.claims import score_claims
from evaluation.gold import GoldDocument
from evaluation.matching import match
from evaluation.nodes import score_nodes
from evaluation.prediction import Prediction
from evaluation.relations import score_relations
from evaluation.tally import Tally

MEASURES = (
    *("mentions", "nodes", "channels", "channel_number", "claims", "claim_speaker"),
    *("stance", "claim_date", "relations", "relations_core"),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """The tallies of `MEASURES` and of each relation type; `errors` are for people to read."""

    measures: dict[str, Tally]
    relation_types: dict[str, Tally]
    errors: dict[str, list[str]]


def score(gold: GoldDocument, prediction: Prediction) -> Scores:
    """Score what was extracted from one document against its gold."""
    matching = match(gold, prediction)
    nodes = score_nodes(matching)
    claims = score_claims(matching, gold.claims, prediction.claims)
    relations = score_relations(matching, gold.relations, prediction.relations)
    return Scores(
        measures={
            "mentions": nodes.mentions,
            "nodes": nodes.nodes,
            "channels": nodes.channels,
            "channel_number": nodes.channel_number,
            "claims": claims.spans,
            "claim_speaker": claims.speaker,
            "stance": claims.stance,
            "claim_date": claims.date,
            "relations": relations.total,
            "relations_core": relations.core,
        },
        relation_types=relations.by_type,
        errors={**nodes.errors, **claims.errors, **relations.errors},
    )


def total(scores: Iterable[Scores]) -> Scores:
    """Counts summed over documents (micro average); errors stay with their documents."""
    measures = {name: Tally() for name in MEASURES}
    types: dict[str, Tally] = {}
    for one in scores:
        for name, tally in one.measures.items():
            measures[name] += tally
        for name, tally in one.relation_types.items():
            types[name] = types.get(name, Tally()) + tally
    return Scores(measures, dict(sorted(types.items())), {})
