"""Where claims lie in a text: paragraphs, turns, and contents that say the same twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ingest.nlp.findings import Claim
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.speech import CONFIRMING
from ingest.nlp.tokens import Tokens


def names_source(tokens: Tokens, index: int, limit: int) -> bool:
    """Whether "according to" or "as per" stands here."""
    word, after = tokens.lower[index], tokens.lower[index + 1] if index + 1 < limit else ""
    return (word == "according" and after == "to") or (word == "as" and after == "per")


def bracketing(text: str) -> int:
    """How many brackets a token opens, less those it closes: "):" is one token."""
    if text.isalnum():
        return 0
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")


def speakers_of(turns: list[Turn], length: int) -> list[str | None]:
    """For each token whose turn holds it, if one does."""
    speakers: list[str | None] = [None] * length
    for turn in turns:
        speakers[turn.start : turn.end] = [turn.speaker] * (turn.end - turn.start)
    return speakers


def paragraphs(tokens: Tokens) -> list[int]:
    """The first tokens of the paragraphs."""
    return [0] + [
        i + 1 for i, text in enumerate(tokens.text) if tokens.pos[i] == "SPACE" and "\n" in text
    ]


def lines(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """First and past-the-last token of every line, without the space around it."""
    start = 0
    for index in range(len(tokens) + 1):
        if index == len(tokens) or "\n" in tokens.text[index]:
            first, last = start, index
            while first < last and tokens.pos[first] == "SPACE":
                first += 1
            while last > first and tokens.pos[last - 1] == "SPACE":
                last -= 1
            if last > first:
                yield first, last
            start = index + 1


def around(tokens: Tokens, paragraphs: list[int], quote: Quote) -> tuple[int, int]:
    """The paragraphs a quotation stands in, from their first to past their last token.

    A quotation that makes a paragraph of its own behind a colon belongs to the one before.
    """
    position = max(0, bisect_right(paragraphs, quote.outer[0]) - 1)
    after = bisect_right(paragraphs, quote.outer[1] - 1)
    if position and paragraphs[position] == quote.outer[0] and quote.lead == ":":
        position -= 1
    return paragraphs[position], paragraphs[after] if after < len(paragraphs) else len(tokens)


def distinct(claims: list[Claim]) -> list[Claim]:
    """Drop a claim that repeats another over nearly the same words, unless another makes it."""
    kept: list[Claim] = []
    for claim in claims:
        twin = next(
            (
                k for k in kept[-6:]
                if min(k.end, claim.end) - max(k.start, claim.start)
                > 0.8 * max(k.end - k.start, claim.end - claim.start)
                and not _of_others(k, claim)
            ),
            None,
        )  # fmt: skip
        if twin is None:
            kept.append(claim)
        elif (twin.speaker is None and claim.speaker is not None) or (
            twin.mode != "quoted" and claim.mode == "quoted" and claim.speaker == twin.speaker
        ):
            kept[kept.index(twin)] = claim
    return kept


def _of_others(first: Claim, second: Claim) -> bool:
    """Whether two speakers have one content: one repeats or denies what the other says.

    So does somebody who later denies what he said himself, or owns up to what he denied: "X, who
    had denied it, admitted it".
    """
    same = (first.start, first.end) == (second.start, second.end)
    turned = first.stance != second.stance
    known = None not in (first.speaker, second.speaker) or turned
    stances = {first.cue: first.stance, second.cue: second.stance}
    owned_up = any(stances.get(cue) == "asserts" for cue in CONFIRMING)
    owned_up = owned_up and "denies" in stances.values()
    again = turned and (first.evidence[1] != second.evidence[1] or owned_up)
    return same and known and (first.speaker != second.speaker or again)
