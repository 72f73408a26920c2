"""Walks a text for words that may introduce what somebody says, and reads each by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp.claims.contents import adjuncts, called, doubts, headlined, preposed, silence
from ingest.nlp.claims.cues import according, nouns, phrases, reported
from ingest.nlp.claims.items import Reported
from ingest.nlp.layout import blocks
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.marks import CLOSING_QUOTES
from ingest.nlp.speech import ADJECTIVES, ADJECTIVES_ABOUT, CUE_VERBS, NOUNS, PROOFS, VERBS, VIEWS
from ingest.nlp.tokens import Tokens


def scan(
    tokens: Tokens, quotes: list[Quote], opaque: list[int], used: set[int]
) -> Iterator[Reported]:
    """The reported contents of a text in the order of their cues, those of headlines last.

    `opaque` gives for each token the number of the quotation around it, `used` are cues that serve
    a quotation.
    """
    for first, last in tokens.sents:
        if tokens.lower[first] in ("if", "to") and opaque[first] < 0:
            yield from phrases.at_opening(tokens, first, last)
    read = set(used)
    for index, lemma in enumerate(tokens.lemma):
        if index in used or not _may_introduce(tokens, index):
            continue
        limit = _limit(tokens, quotes, opaque, index)
        for item in _read(tokens, index, lemma, limit):
            if opaque[index] >= 0:
                if item.speaker is not None and item.speaker >= quotes[opaque[index]].outer[1]:
                    continue  # "“They deny it and demand talks,” Kern said": he demands nothing
                item = replace(item, start=max(item.start, quotes[opaque[index]].start))
            read.add(index)
            yield item
    yield from headlined.find(tokens, read)


def _may_introduce(tokens: Tokens, index: int) -> bool:
    lemma, lower = tokens.lemma[index], tokens.lower[index]
    return (
        lemma in CUE_VERBS
        or lemma in NOUNS
        or lemma in PROOFS
        or lower in ADJECTIVES
        or lower in ADJECTIVES_ABOUT
        or lower in ("according", "as")
        or lemma in silence.TRIGGERS
        or lemma in doubts.VERBS
    )


def _read(tokens: Tokens, index: int, lemma: str, limit: int) -> list[Reported]:
    lower, pos = tokens.lower[index], tokens.pos[index]
    new: list[Reported] = []
    if blocks.names_source(tokens, index, limit):
        new = list(according.at(tokens, index, limit))
    elif lemma in doubts.VERBS and (doubted := doubts.at_verb(tokens, index, limit)) is not None:
        new = [doubted]
    elif pos == "VERB" and called.is_told(tokens, index) and called.naming(tokens, index):
        new = list(nouns.at_noun(tokens, index, limit))
    elif lemma in CUE_VERBS and pos in ("VERB", "AUX"):
        titled = _ends_title(tokens, index)
        new = [] if titled else list(reported.at_verb(tokens, index, limit))
    elif lemma in PROOFS and pos == "NOUN" and lemma not in NOUNS:
        new = list(phrases.at_proof(tokens, index, limit))
    elif (
        lemma in VERBS
        and pos == "NOUN"
        and (told := preposed.told_by_noun(tokens, index, limit)) is not None
    ):
        new = [Reported(*told[0], index, VERBS[lemma], told[1], "preposed")]
    elif pos == "NOUN" and (related := nouns.told_in_relative(tokens, index, limit)) is not None:
        new = [related]
    elif pos == "NOUN" and (warned := adjuncts.warning(tokens, index, limit)) is not None:
        new = [Reported(*warned, index, VERBS["warn"], index - 1, "about")]
    elif pos == "NOUN" and (lemma in NOUNS or lower in VIEWS):
        new = list(nouns.at_noun(tokens, index, limit))
        if not new and lower in VIEWS:
            new = list(phrases.at_view(tokens, index, limit))
    elif lower in ADJECTIVES and pos in ("ADJ", "VERB"):
        new = list(phrases.at_adjective(tokens, index, limit))
    elif lower in ADJECTIVES_ABOUT and pos == "ADJ":
        new = list(phrases.about_adjective(tokens, index, limit))
    if not new and lemma in silence.TRIGGERS:
        new = list(silence.at(tokens, index, limit))
    return new


def _limit(tokens: Tokens, quotes: list[Quote], opaque: list[int], index: int) -> int:
    """Where the sentence around a cue ends, a quotation that began in it included."""
    limit = tokens.sents[tokens.sent_of[index]][1]
    if opaque[index] >= 0:
        return min(limit, quotes[opaque[index]].end)
    if limit < len(tokens):
        position = opaque[limit]
        if position >= 0 and quotes[position].start < limit:
            return quotes[position].outer[1]
    while limit > index + 1 and tokens.pos[limit - 1] == "SPACE":
        limit -= 1
    return limit


def _ends_title(tokens: Tokens, index: int) -> bool:
    """Whether a verb is the last word of a title: “Time Will Tell”."""
    closed = not CLOSING_QUOTES.isdisjoint(tokens.text[index + 1 : index + 2])
    return closed and tokens.text[index][0].isupper()
