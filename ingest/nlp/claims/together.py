"""Speakers taken up as a number: "Both claimed that it fell", "All three reposted the claim"."""

from __future__ import annotations

from ingest.nlp.claims import voices
from ingest.nlp.findings import Findings
from ingest.nlp.lexicon import number_words

_MOST = 6
_MANY = ("NNS", "NNPS", "NN", "NNP")


def named(found: Findings, index: int) -> list[str]:
    """Who "both", "the two" or "all three" at `index` are: as many named together just before.

    They stand in the sentence before, as in "Macron and Scholz met. Both said ..." and "The
    channels Lantern and Kettle are old. Both claimed ...". A group of another number is not meant.
    """
    tokens = found.tokens
    count = _count(found, index)
    here = tokens.sent_of[index]
    if not count or not here or tokens.dep[index] not in ("nsubj", "nsubjpass"):
        return []
    for noun in range(*tokens.sents[here - 1]):
        if tokens.tag[noun] not in _MANY or tokens.dep[noun] == "conj":
            continue
        holder = found.holder[noun]
        ids = voices.beside(found, noun)
        if listed := voices.listed(found, noun):
            ids = listed
        elif holder is not None and voices.speaks(found, holder.entity):
            ids = [holder.entity, *ids]
        if len(set(ids)) == count:
            return list(dict.fromkeys(ids))
    return []


def _count(found: Findings, index: int) -> int:
    """How many a word stands for that nothing explains: 2 for "both", not for "both leaders"."""
    tokens = found.tokens
    alone = tokens.lower[index + 1 : index + 2] != ["of"]
    if tokens.lower[index] == "both":
        return 2 if alone else 0
    before = tokens.lower[tokens.lefts[index]] in ("all", "the")
    beside = tokens.lefts[index] == index - 1
    count = number_words().get(tokens.lower[index], 0) if alone and before and beside else 0
    return count if 1 < count <= _MOST else 0
