"""Whom an office without a name means: "the Kenyan president" is whom the text called so before."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.offices.titles import LINKS, TitleReader
from ingest.nlp.relations.patterns.matching import Match

_HEADS_OF_STATE = ("president", "chancellor", "premier", "minister", "king", "emir", "leader")


def mark_references(
    found: Findings, arguments: Arguments, titles: TitleReader, offices: Iterable[Match]
) -> None:
    """Let `arguments` know, for every bare office of a body, the person who holds it in this text.

    "leader" may take up a president or a prime minister; past holders are not taken up.
    """
    holders: dict[tuple[str, str], str] = {}
    for office in offices:
        title = dict(office.attributes).get("title", "").lower()
        if title and title.split()[0] not in titles.words.bygone:
            holders.setdefault((title, office.target), office.source)
    for state in sorted({target for _, target in holders}):
        for head in _HEADS_OF_STATE:
            person = next(
                (p for (t, b), p in holders.items() if b == state and t.endswith(head)), None
            )
            if person is not None:
                holders.setdefault(("leader", state), person)
                break
    if not holders:
        return
    tokens = found.tokens
    for index in range(len(tokens)):
        if titles.head(index) is None or index in arguments.titled or found.holder[index]:
            continue
        bare = titles.ending(index)
        if bare is None or tokens.lower[bare.start] in titles.words.bygone:
            continue
        body = titles.bodies.before(bare.start)
        if body is None and bare.end < len(tokens) and tokens.lower[bare.end] in LINKS:
            body = titles.bodies.after(bare.end)
        words = tokens.span_text(bare.start, bare.end).lower()
        person = holders.get((words, body or ""))
        if person is not None:
            mention = found.entities[person].mentions[0]
            arguments.titled[index] = Mention(mention.start, mention.end, "nominal", person)
