"""When somebody said something: the date that belongs to the reporting words of a claim."""

from __future__ import annotations

from bisect import bisect_left

from ingest.nlp.findings import Claim, DateMention, Findings
from ingest.nlp.tokens import Tokens


def give(found: Findings, claims: list[Claim], told: list[tuple[int, Claim]]) -> None:
    """Date the claims of `told` (the token that introduces each, and the claim).

    A date inside a content tells when something happened, not when it was said, unless it hangs on
    the reporting verb: "accused Paris of arming them in July".
    """
    tokens = found.tokens
    claimed = [False] * len(tokens)
    for claim in claims:
        claimed[claim.start : claim.end] = [True] * (claim.end - claim.start)
    dates = sorted(found.dates, key=lambda d: d.start)
    starts = [d.start for d in dates]
    for cue, claim in told:
        first, last = (bisect_left(starts, place) for place in claim.evidence)
        around = dates[first:last]
        own = (d for d in around if claim.start < d.start < claim.end)
        closing = next((d for d in own if _hangs_on(tokens, d.start, cue)), None)
        if closing is not None:
            claim.date = closing.edtf
            continue
        near = [d for d in around if not claimed[d.start] and _tells(tokens, d.start, cue)]
        if near:
            claim.date = min(near, key=lambda d: _distance(d, cue)).edtf


def _distance(date: DateMention, cue: int) -> int:
    return abs(date.start - cue)


def _hangs_on(tokens: Tokens, index: int, cue: int) -> bool:
    """Whether no verb stands between a date and the cue in the tree."""
    for _ in range(6):
        head = tokens.heads[index]
        if tokens.pos[head] in ("VERB", "AUX") or head in (cue, index):
            return head == cue
        index = head
    return False


def _tells(tokens: Tokens, index: int, cue: int) -> bool:
    """Whether a date belongs to the reporting words: its verb is the cue or above the cue."""
    for _ in range(10):
        head = tokens.heads[index]
        if index == cue or tokens.pos[index] in ("VERB", "AUX") or head == index:
            break
        index = head
    if tokens.dep[index] == "advcl" and tokens.heads[index] == cue:
        # "When he received them in May, the president said ..."
        return tokens.lower[tokens.lefts[index]] in ("when", "as")
    return index == cue or tokens.lefts[index] <= cue <= tokens.rights[index]
