"""Score claims: their spans, who says them, with which stance, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.gold import GoldClaim, Span
from evaluation.matching import Matching
from evaluation.prediction import FoundClaim
from evaluation.rules import SCORED_STANCES, stance_as_gold
from evaluation.tally import Tally

_LEAST_OVERLAP = 0.5
_LEAST_COVER = 0.8
_MONTH = len("2025-01")


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """Tallies of claims; speaker is over all wanted ones, stance and date over those found."""

    spans: Tally
    speaker: Tally
    stance: Tally
    date: Tally
    errors: dict[str, list[str]]


def score_claims(
    matching: Matching, gold: Sequence[GoldClaim], predicted: Sequence[FoundClaim]
) -> ClaimScores:
    """Pair found with gold claims by their words, best pairs first, and compare the pairs.

    A found claim that lies within a gold claim already paired is neither right nor wrong: a quote
    may be cut differently.
    """
    words_of = {claim.id: [_words(matching.text, span) for span in claim.spans] for claim in gold}
    found = [
        (claim, _words(matching.text, span))
        for claim in predicted
        if (span := matching.carry(claim.span)) is not None
    ]
    paired = _pair([words for _, words in found], words_of)
    unpaired = [
        words
        for number, (_, words) in enumerate(found)
        if number not in paired.values()
        and not any(
            len(words & span) >= _LEAST_COVER * max(1, len(words))
            for spans in words_of.values()
            for span in spans
        )
    ]
    wanted = [claim for claim in gold if claim.required]
    hits = [(claim, found[paired[claim.id]][0]) for claim in wanted if claim.id in paired]
    wrong_speakers = [
        (claim, node)
        for claim, said in hits
        if (node := matching.node(said.speaker)) not in claim.speakers
    ]
    right = len(hits) - len(wrong_speakers)
    errors = {
        "missed claims": [
            f"{c.id} {matching.text[slice(*c.spans[0])][:70]}" for c in wanted if c.id not in paired
        ],
        "spurious claims": [matching.text[min(w) : min(w) + 70] for w in unpaired if w],
        "wrong speakers": [f"{c.id}: {node}, not {c.speakers[0]}" for c, node in wrong_speakers],
    }
    stance, errors["wrong stances"] = _stance(hits)
    date, errors["wrong claim dates"] = _date(hits)
    return ClaimScores(
        spans=Tally(len(hits), len(unpaired), len(wanted) - len(hits)),
        speaker=Tally(right, 0, len(wanted) - right),
        stance=stance,
        date=date,
        errors=errors,
    )


def _words(text: str, span: Span) -> set[int]:
    """Where the words of the span start; two spans are compared by the words they share."""
    return {match.start() + span[0] for match in re.finditer(r"\w+", text[slice(*span)])}


def _pair(found: list[set[int]], gold: dict[str, list[set[int]]]) -> dict[str, int]:
    """Gold claim id to the number of the found claim; greedy by F1 of shared words, >= 0.5."""
    ranked = sorted(
        (
            (max(2 * len(w & s) / max(1, len(w) + len(s)) for s in spans), number, id_)
            for number, w in enumerate(found)
            for id_, spans in gold.items()
        ),
        reverse=True,
    )
    paired: dict[str, int] = {}
    taken: set[int] = set()
    for overlap, number, id_ in ranked:
        if overlap < _LEAST_OVERLAP:
            break
        if number not in taken and id_ not in paired:
            paired[id_] = number
            taken.add(number)
    return paired


def _stance(hits: list[tuple[GoldClaim, FoundClaim]]) -> tuple[Tally, list[str]]:
    scored = [(gold, said) for gold, said in hits if gold.stances[0] in SCORED_STANCES]
    wrong = [(g, s) for g, s in scored if stance_as_gold(s.stance) not in g.stances]
    return (
        Tally(len(scored) - len(wrong), len(wrong), 0),
        [f"{gold.id}: {said.stance}, not {gold.stances[0]}" for gold, said in wrong],
    )


def _date(hits: list[tuple[GoldClaim, FoundClaim]]) -> tuple[Tally, list[str]]:
    """Only dates stated by the reporting sentence count, and they need to agree to the month."""
    scored = [(gold, said) for gold, said in hits if gold.dates and gold.date_is_stated]
    wrong = [
        (gold, said)
        for gold, said in scored
        if not said.date or said.date[:_MONTH] not in {date[:_MONTH] for date in gold.dates}
    ]
    return (
        Tally(len(scored) - len(wrong), len(wrong), 0),
        [f"{gold.id}: {said.date}, not {gold.dates[0]}" for gold, said in wrong],
    )
