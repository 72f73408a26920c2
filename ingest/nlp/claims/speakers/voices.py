"""Who can say things, and who says them together."""

from __future__ import annotations

from ingest.nlp.claims.quotations.quote_kinds import STOPS
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.layout.blocks import bracketing
from ingest.nlp.marks import DOUBLE_MARKS
from ingest.nlp.tokens import Tokens

_SPEAKING = frozenset(
    ("Person", "State", "Organization", "ArmedGroup", "Bloc", "Channel", "Actor", "Group", "Treaty")
)
_LONGEST = 600  # tokens of two paragraphs
_JOINING = DOUBLE_MARKS | {",", "and", "namely", "including", ":", "(", ")"}


def speaks(found: Findings, id_: str) -> bool:
    """Whether this kind of entity can say things."""
    return found.type_of(id_) in _SPEAKING


def beside(found: Findings, index: int, stop: int | None = None) -> list[str]:
    """Who speaks together with the head of a phrase: the names coordinated with it.

    None is meant at `stop` or behind it: "Quill said that it fell, Kern that it stood".
    """
    tokens = found.tokens
    queue = [index, *(c for c in tokens.children[index] if tokens.dep[c] == "appos")]
    ids = listed(found, index)[1:]
    for head in queue:
        for child in tokens.children[head]:
            if stop is not None and child >= stop:
                break
            holder = found.holder[child] if tokens.dep[child] == "conj" else None
            if tokens.dep[child] == "conj" and tokens.pos[child] in ("NOUN", "PROPN"):
                queue.append(child)
            if holder is not None and speaks(found, holder.entity):
                ids.append(holder.entity)
    return list(dict.fromkeys(ids))


def listed(found: Findings, index: int) -> list[str]:
    """Who is named behind a plural: "the channels Lantern (30,000) and Kettle wrote"."""
    tokens = found.tokens
    ids: list[str] = []
    if tokens.tag[index] != "NNS":
        return ids
    depth, end = 0, tokens.sents[tokens.sent_of[index]][1]
    for at in range(index + 1, end):
        depth += bracketing(tokens.text[at])
        holder = found.holder[at]
        apart = tokens.text[at - 1] == ","
        if apart and holder is not None and tokens.dep[holder.end - 1] in ("nsubj", "nsubjpass"):
            break  # "According to the sources, Kenya and Ghana agreed"
        if holder is not None and speaks(found, holder.entity) and holder.kind == "name":
            ids += [holder.entity] if holder.start == at else []
        elif depth <= 0 and tokens.lower[at] not in _JOINING:
            break
    named = len(ids) > 1 or "including" in tokens.lower[index + 1 : index + 3]
    return ids if named else []  # "some channels, including “Lantern,” labelled"


def acting_before(found: Findings, opaque: list[int], quote: int) -> Mention | None:
    """Who acts, or alone is named, in the sentence before a quotation in one paragraph.

    Of the paragraph before only a person is meant who is the subject of its last sentence.
    `opaque` tells which tokens are quoted; words of a quotation name nobody who speaks.
    """
    tokens, place = found.tokens, quote - 1
    while place > 0 and tokens.pos[place] == "SPACE":
        place -= 1
    apart = any("\n" in tokens.text[i] for i in range(place + 1, quote))
    if place < 0 or opaque[place] >= 0 or (apart and tokens.text[place] not in STOPS):
        return None
    first, last = tokens.sents[tokens.sent_of[place]]
    held = {m.start: m for i in range(first, last) if (m := found.holder[i]) is not None}
    named = [m for m in held.values() if _is_actor(found, m.entity) and _is_main(tokens, m)]
    acting = [m for m in named if tokens.dep[m.end - 1] == "nsubj"]
    if apart:
        acting = [m for m in acting if found.type_of(m.entity) == "Person"]
        return acting[0] if len({m.entity for m in named}) == len(acting) == 1 else None
    alone = named if len({m.entity for m in named}) == 1 else []
    return next(iter(acting or alone), None)


def told_from(found: Findings, quote: int) -> int:
    """From where on somebody must have spoken whose a quotation behind other words can be.

    It is the start of the paragraph before its own; a quotation that opens its own asks for none.
    """
    tokens, place, breaks = found.tokens, quote - 1, 0
    while place > 0 and quote - place < _LONGEST:
        if "\n" in tokens.text[place]:
            if place == quote - 1:
                return 0
            breaks += 1
            if breaks == 2:
                return place
        place -= 1
    return 0


def _is_main(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention stands in no clause that only describes something."""
    index = mention.end - 1
    while tokens.heads[index] != index:
        if tokens.dep[index] in ("relcl", "acl", "ccomp", "advcl", "csubj", "pcomp"):
            return False
        index = tokens.heads[index]
    return True


def _is_actor(found: Findings, id_: str) -> bool:
    return found.type_of(id_) in ("Person", "Channel")
