"""Who only passes on what another says: "It fell, the envoy said, Reuters reported"."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.findings import Claim, Findings
from ingest.nlp.tokens import Tokens

_REPORTING = frozenset(("report", "write", "note", "say", "tell", "cite", "according to"))


def settled(found: Findings, told: list[tuple[int, Claim]], claims: list[Claim]) -> list[Claim]:
    """The claims without those of sources whose content is what another says.

    Whose words they are keeps the claim, and the source is that through which it came. A content
    does not go on over the words for a source behind it: "He said that it fell, Reuters reported".
    An outlet may stand before it as well: "Reuters reported that he said that it fell".
    `told` gives the token that introduces each claim.
    """
    tokens = found.tokens
    there = {id(claim) for claim in claims}
    told = [(cue, claim) for cue, claim in told if id(claim) in there]
    for cue, source in told:
        if source.mode != "reported" or source.speaker is None:
            continue
        reports = source.cue in _REPORTING and source.speaker in found.channels
        if _is_behind(tokens, source, cue) or (reports and cue < source.start):
            inside = [(at, c) for at, c in told if source.start <= at < source.end]
            passed = [
                _cut(tokens, claim, at, source) for at, claim in inside if claim is not source
            ]
            if any(passed):
                there.discard(id(source))
    return [claim for claim in claims if id(claim) in there and claim.start < claim.end]


def _cut(tokens: Tokens, claim: Claim, verb: int, source: Claim) -> bool:
    """End a claim before the words for a source; whether the source only passes it on."""
    if ":" in tokens.text[source.end : claim.start]:
        # "According to Reuters, he wrote: “It fell”"
        claim.via = claim.via or source.speaker
        return claim.speaker not in (None, source.speaker)
    if claim.start >= source.end:
        _turn_round(tokens, claim, verb, source)  # parsed as if he had said who reported it
    claim.end = min(claim.end, source.end)
    if claim.end <= claim.start:
        return False  # whose content was misread, and is none
    if claim.speaker in (None, source.speaker) or not _is_main(tokens, verb, source):
        return False
    claim.via = claim.via or source.speaker
    # "Popko said that it fell, and pictures show flames, RT notes": RT tells more than he said.
    joined = tokens.text[claim.end] == "," and tokens.tag[claim.end + 1] == "CC"
    more = joined and clauses.is_finite(tokens, claim.end, source.end)
    return claim.start < verb or not more


def _turn_round(tokens: Tokens, claim: Claim, verb: int, source: Claim) -> None:
    """Give a claim the words before the comma before its speaker, as in "It fell, he said"."""
    commas = (i for i in range(verb - 1, source.start, -1) if tokens.text[i] == ",")
    stop = next(commas, None)
    if stop is not None:
        claim.start, claim.end = clauses.trim(tokens, source.start, stop)


def _is_behind(tokens: Tokens, source: Claim, cue: int) -> bool:
    """Whether the words for a source stand right behind its content, in the same sentence."""
    if cue < source.end or source.end >= len(tokens):
        return False
    same = tokens.sent_of[source.end - 1] == tokens.sent_of[cue]
    return same and tokens.text[source.end] in (",", "—", "–")


def _is_main(tokens: Tokens, verb: int, content: Claim) -> bool:
    """Whether a verb is what a content says as a whole, or joined to that."""
    head = tokens.heads[verb]
    while tokens.dep[verb] == "conj" and content.start <= head < content.end:
        verb, head = head, tokens.heads[head]
    return verb == head or not content.start <= head < content.end
