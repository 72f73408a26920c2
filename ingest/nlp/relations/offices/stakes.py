"""Offices that share their body with a stake in it: "the founder and majority owner of X"."""

from __future__ import annotations

from ingest.nlp.relations.offices.titles import Title, TitleReader

_HOLDERS = frozenset({"owner", "co-owner", "proprietor", "shareholder", "stakeholder"})
_MOST_SIZED = 4  # words of "71% shareholder"
_SIZING = frozenset({"NUM", "ADJ", "NOUN", "PROPN"})


def shared_link(titles: TitleReader, title: Title) -> int | None:
    """The "of" in "CEO and 71% shareholder of X", which tells whose CEO it is as well.

    A minister may own a company and is no minister of it, so only posts of bodies are shared.
    """
    tokens = titles.tokens
    joined = tokens.lower[title.end : title.end + 1] in (["and"], ["&"])
    if not joined or titles.head(title.end - 1) not in titles.words.body:
        return None
    first = title.end + 1
    for index in range(first, min(len(tokens) - 1, first + _MOST_SIZED)):
        if tokens.lower[index] in _HOLDERS:
            return index + 1 if tokens.lower[index + 1] in ("of", "in") else None
        if tokens.pos[index] not in _SIZING:
            return None
    return None
