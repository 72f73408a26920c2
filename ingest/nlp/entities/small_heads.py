"""Names whose head noun has no capital: "the Azov regiment", "the Islamic State group", "Kettle
street", "the 47th mechanised brigade".
"""

from __future__ import annotations

from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.entities.chunks import Chunk
from ingest.nlp.entities.gazetteer import words
from ingest.nlp.entities.heads import Name
from ingest.nlp.entities.lines import HYPHENS
from ingest.nlp.entities.shape import is_acronym
from ingest.nlp.findings import BODIES
from ingest.nlp.lexicon import is_city
from ingest.nlp.tokens import Tokens

_MOST_BETWEEN = 3  # words between a name and its head: "the Norsk optical and mechanical plant"
_SETTLED = frozenset({"city", "town", "village", "hamlet", "suburb"})
_WAYS = frozenset({"avenue", "boulevard", "bridge", "highway", "motorway", "square", "street"})
_INSIDE = frozenset(
    ("in", "at", "near", "on", "from", "outside", "under", "through", "to", "along", "across",
     "onto", "into", "towards", "toward", "via", "off", "around", "over")
)  # fmt: skip


def extend_small_head(tokens: Tokens, name: Name, chunk: Chunk) -> None:
    """Take the common noun that says what a name is of into the name."""
    if name.end != chunk.end or name.end >= len(tokens) or chunk.headline:
        return
    media = tokens.lower[name.end] == "media"
    group = name.end + media
    if tokens.lower[group : group + 1] == ["group"] and _is_closed(tokens, group):
        _extend_group(tokens, name, group + 1)
        return
    head = _head(tokens, name.end)
    if head is None or not _is_closed(tokens, head):
        return
    if head == name.end and tokens.lower[head] in words("unit_noun") and _is_body(name):
        name.end += 1
        return
    if not (name.type in {None, "Place"} and (name.known is None or name.known.type == "Place")):
        return
    if tokens.lower[head] in words("unit_noun"):
        name.end, name.type, name.known = head + 1, "ArmedGroup", None
    elif _makes_place(tokens, name, head):
        name.end, name.type, name.known = head + 1, "Place", None


def _makes_place(tokens: Tokens, name: Name, head: int) -> bool:
    """As in "Kettle street", right behind the name, and "the Norsk chemical plant".

    "The Volga city of Samara" is not called Volga.
    """
    definite = name.start > 0 and tokens.lower[name.start - 1] == "the"
    of = tokens.lower[head + 1 : head + 2] == ["of"]
    if tokens.lower[head] in _SETTLED and (definite or of):
        return False
    if head == name.end:
        if name.start and tokens.text[name.start - 1] in HYPHENS:
            return False  # "the Moscow–Don highway" is of both
        way = definite and tokens.lower[head] in _WAYS
        way = (
            way and tokens.lower[name.start] not in tokens.dictionary
        )  # "crossed the Antonovskiy bridge"
        return tokens.lower[head] in words("built_place") and (way or _is_sited(tokens, name))
    return definite and tokens.lower[head] in words("plant_noun")


def _extend_group(tokens: Tokens, name: Name, end: int) -> None:
    """As in "the Pravda group", "the 1+1 media group"; one on a platform is none of its."""
    first, known = name.start - 1, name.known
    while first > 0 and tokens.pos[first] == "ADJ" and tokens.text[first].islower():
        first -= 1
    before = tokens.lower[first] if first >= 0 else ""
    body = known is None or (known.type in BODIES and known.sense == "name")
    if before != "the" or not body or tokens.lower[name.start] in PLATFORM:
        return
    if known is not None and known.kind == "platform":
        return
    if known is not None and known.type == "Channel" and end - name.end == 2:
        return  # "the Rossiya Segodnya media group" has no other name
    outlet = name.type == "Channel" and end - name.end == 2
    if name.type in {None, *BODIES} or outlet:
        name.end = end
        name.known = known if known is not None and known.type != "Channel" else None
        name.type = name.type if name.type == "ArmedGroup" else "Organization"


def _is_body(name: Name) -> bool:
    """Whether a name is known as that of a body or force, by the name itself."""
    known = name.known
    if known is None or known.sense != "name":
        return False
    return known.type in {"Organization", "ArmedGroup"}


def _head(tokens: Tokens, start: int) -> int | None:
    """The head noun behind a name, past adjectives and nouns that qualify it."""
    heads = words("unit_noun") | words("built_place") | words("plant_noun")
    for index in range(start, min(len(tokens), start + _MOST_BETWEEN + 1)):
        if tokens.lower[index] in heads:
            return index if tokens.text[index].islower() else None
        inner = tokens.pos[index] in {"ADJ", "NOUN"} or tokens.lower[index] == "and"
        if not inner or not tokens.text[index].islower():
            return None
    return None


def _is_closed(tokens: Tokens, head: int) -> bool:
    """Whether a noun ends its phrase, and only qualifies no other one ("the city council")."""
    after = head + 1
    if after >= len(tokens):
        return True
    return tokens.pos[after] not in {"NOUN", "PROPN"} or tokens.text[after][0].isupper()


def _is_sited(tokens: Tokens, name: Name) -> bool:
    """Whether one word names what something is at, in or near, and no ware or state of a market."""
    if (
        name.type == "Place"
        or name.end - name.start > 1
        or is_city(tokens.span_text(name.start, name.end))
    ):
        return True
    at = name.start - 1
    at -= at > 0 and tokens.lower[at] == "the"
    sited = at >= 0 and tokens.lower[at] in _INSIDE
    return sited and not is_acronym(tokens, name.end - 1)
