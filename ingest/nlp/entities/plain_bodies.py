"""Bodies of a state named by common nouns: "the Kenyan defence ministry", "the US state
department", "Togo's ministry of health", "the foreign ministry of Ghana".

They are the nodes that their names in capitals are: "US State Department".
"""

from __future__ import annotations

from graph import ids
from ingest.nlp.entities.gazetteer import gazetteer, state_codes, words
from ingest.nlp.entities.offices import institution_name
from ingest.nlp.entities.shared_bodies import usual_body
from ingest.nlp.findings import Entity, Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens, is_capital

BODIES = frozenset(["ministry", "parliament", "embassy", "intelligence", "presidency", "treasury"])


def is_body(tokens: Tokens, noun: int) -> bool:
    """Whether a noun behind a state's name is a body's: "ministry", "security service"."""
    turn = tokens.lower[noun : noun + 2] == ["presidency", "of"]  # of the Council: no body
    return (tokens.lower[noun] in BODIES and not turn) or is_office(tokens, noun)


def is_office(tokens: Tokens, noun: int) -> bool:
    """Whether a noun and the one before it name what a state has one of: "security service"."""
    kinds: list[str] = load("names")["state_office"].get(tokens.lower[noun], [])
    return tokens.lower[noun - 1] in kinds


def is_department(tokens: Tokens, noun: int) -> bool:
    """Whether words name a part of the government, as a name would: "defence ministry".

    Whoever is told beside it is of that body: "a Kenyan foreign ministry official".
    """
    if tokens.lower[noun] == "ministry":
        return tokens.lower[noun - 1] in words("portfolio")
    return tokens.lower[noun] in ("department", "office") and is_office(tokens, noun)


def add_body(found: Findings, mention: Mention, owner: Entity, noun: int) -> None:
    """Mention the body of a state by the noun behind the state's name."""
    tokens, start, end = found.tokens, noun, noun + 1
    if is_office(tokens, noun):
        # a name behind tells better who it is: "the Kenyan security service, the Harbour Agency"
        behind = [text for text in tokens.text[end : end + 3] if text not in {",", "the"}]
        if noun - 1 >= mention.end and not (behind and is_capital(behind[0])):
            _mention(found, mention, owner, noun - 1, end)
        return
    if end < len(tokens) and (named := found.holder[end]) and named.kind == "name":
        known = found.entities.get(named.entity)
        if known is not None and known.type == "Organization":
            return  # "Kenyan military intelligence GRU": the name tells better who it is
    start = _field_start(tokens, start, mention.end)
    if tokens.lower[noun] == "ministry" and start == noun:
        end = _field_end(tokens, noun)
        if end == noun:
            return
    _mention(found, mention, owner, start, end)


def add_ministries_of(found: Findings, mention: Mention, owner: Entity) -> None:
    """The ministry told before its state: "the foreign ministry of Kenya"."""
    tokens, of = found.tokens, mention.start - 1
    if mention.kind != "name" or of < 2 or tokens.lower[of] != "of":
        return
    start = of - 2 if tokens.lower[of - 1] == "ministry" else of - 3
    end = of if start == of - 2 else _field_end(tokens, max(0, start))
    told = end == of and (start == of - 3 or tokens.lower[start] in words("portfolio"))
    if told and all(holder is None for holder in found.holder[start:of]):
        _add(found, _label(tokens.span_text(start, of), owner.id), owner.id, start, mention.end)


def add_ministries_in(found: Findings, mention: Mention) -> None:
    """The ministry told with its capital: "the foreign ministry in Berlin" is Germany's."""
    tokens, end = found.tokens, mention.start - 1
    start = end - 1
    if end < 2 or tokens.lower[end] != "in" or tokens.lower[start] != "ministry":
        return
    seat = gazetteer().by_name.get(tokens.span_text(mention.start, mention.end))
    start = _field_start(tokens, start, 0)
    told = start < end - 1 and all(holder is None for holder in found.holder[start:end])
    if told and seat is not None and seat.type == "State":
        _add(found, _label(tokens.span_text(start, end), seat.id), seat.id, start, end)


def take_up_offices(found: Findings) -> None:
    """ "The central bank" means the one that the text has told with its state."""
    tokens = found.tokens
    told: dict[tuple[str, str], Entity | None] = {}
    for index in range(1, len(tokens)):
        if not is_office(tokens, index):
            continue
        kind, held = (tokens.lower[index - 1], tokens.lower[index]), found.holder[index]
        if held is not None and held.entity in found.entities:
            body = found.entities[held.entity]
            told[kind] = body if told.get(kind, body) is body else None
        elif (one := told.get(kind)) is not None and tokens.lower[index - 2] == "the":
            found.add(one, index - 1, index + 1, "nominal")


def _field_start(tokens: Tokens, noun: int, low: int) -> int:
    """Where "defence ministry" begins, no earlier than `low`; the noun where it has no field."""
    while noun > low and tokens.lower[noun - 1] in words("portfolio"):
        noun -= 1
    return noun


def _field_end(tokens: Tokens, noun: int) -> int:
    """The end of "ministry of defence"; the noun itself, where it has no field."""
    field = tokens.lower[noun + 1 : noun + 2] == ["of"] and tokens.lower[noun] == "ministry"
    field = field and not words("portfolio").isdisjoint(tokens.lower[noun + 2 : noun + 3])
    return noun + 3 if field else noun


def _mention(found: Findings, mention: Mention, owner: Entity, start: int, end: int) -> None:
    """Mention the one body of its state that words name, under the name it is known by."""
    tokens = found.tokens
    words_ = tokens.span_text(start, end)
    known = usual_body(words_.title(), owner.id)
    of_state = f"{tokens.span_text(mention.start, mention.end)} {words_.title()}"
    known = known or gazetteer().by_name.get(of_state)
    label = known.name if known else _label(words_, owner.id)
    beside = mention.kind == "demonym" or mention.end == start
    _add(found, label, owner.id, mention.start if beside else start, end)


def _label(words_: str, state: str) -> str:
    """The name of what words call of the state of this id."""
    return institution_name(words_, state_codes()[state.removeprefix("state:")])


def _add(found: Findings, label: str, state: str, start: int, end: int) -> None:
    id_ = ids.entity_id("Organization", label)
    body = found.entities.get(id_) or Entity(
        id_, "Organization", label, properties={"country": state.removeprefix("state:")}
    )
    found.add(body, start, end, "name")
