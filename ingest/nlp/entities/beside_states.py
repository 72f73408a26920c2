"""What a state's name among capitals is part of: "Port Sudan", "Nazi Germany", a branch.

Cities, bodies and words for an order or creed stand around such a name.
"""

from __future__ import annotations

from ingest.nlp.entities.chunks import Chunk
from ingest.nlp.entities.gazetteer import Known, gazetteer, place_names, words
from ingest.nlp.entities.offices import bracketed
from ingest.nlp.lexicon import is_city
from ingest.nlp.tokens import Tokens, is_capital

_HEADS = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "poss"])
_TELLING = frozenset(["tell", "inform", "warn", "assure", "remind", "ask", "show"])


def only_describes(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a word tells the order of the state, or the part of the place, that it opens.

    As in "Nazi Germany" and "Northern Gaza".
    """
    opening = tokens.lower[start]
    direction = opening in words("place_modifier")
    if start + 1 >= end or not (direction or opening in words("creed")):
        return False
    if gazetteer().match(tokens.text, start) is not None:
        return False
    known = gazetteer().match(tokens.text, start + 1)
    if known is None or known[0] != end or known[1].sense != "name":
        return False
    return known[1].type == "State" or (direction and known[1].type == "Place")


def is_western_part(tokens: Tokens, start: int, end: int, stop: int) -> bool:
    """Whether "West" tells where in a land a place is: "West Bengal", "West Germany"."""
    west = tokens.text[start] == "West" and stop == start + 1 < end
    return west and tokens.pos[stop] == "PROPN"


def is_settlement(tokens: Tokens, start: int, end: int) -> bool:
    """Whether words with a state's name among them name a city: "Port Sudan"."""
    text = tokens.span_text(start, end)
    state = gazetteer().match(tokens.text, end - 1)
    inside = end - start > 1 and state is not None and state[1].type == "State"
    waters = tokens.lower[start] in {"lake", "gulf", "mount", "cape", "bay"}
    return inside and (waters or text in place_names() or is_city(text))


def is_body(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a noun beside says so: "the company Pak Ukraine", "the Strong Georgia party"."""
    company = start > 0 and tokens.lower[start - 1] in words("company_noun")
    after = tokens.lower[end : end + 1]
    return company or after in (["coalition"], ["party"], ["bloc"], ["movement"])


def is_branch(tokens: Tokens, start: int, stop: int, end: int, known: Known | None = None) -> bool:
    """Whether the state behind a body's name tells which branch it is: "Greenpeace Ghana".

    The name up to `stop` is of a known company or association, or ends in "International" or in
    the form of a company: "Harrow Corp Ghana".
    """
    last = end - 1
    body = known is not None and known.type == "Organization" and known.kind in {"company", "ngo"}
    form = words("company_form") | {"international"}
    body = body or (stop - start > 1 and tokens.lower[stop - 1] in form)
    short = known is None and tokens.text[stop:end] == ["UK"] and not is_city(tokens.text[stop - 1])
    if not (body or (short and tokens.dep[last] in _HEADS)):  # "Kettle UK", "Kettle UK staff"
        return False
    state = gazetteer().match(tokens.text, stop)
    if state is None or state[0] != end or state[1].type != "State" or state[1].sense != "name":
        return False
    # "told Greenpeace Ghana would pay": the parse takes two names for one
    told = tokens.dep[last] == "dobj" and tokens.lemma[tokens.heads[last]] in _TELLING
    return tokens.heads[stop - 1] == last and not told


def branch_end(tokens: Tokens, end: int) -> int:
    """Past the state behind a body's initials: "Reef Union International (RUI) Ghana said".

    `end`, where none follows.
    """
    if tokens.text[end : end + 1] != ["("] or tokens.text[end + 2 : end + 3] != [")"]:
        return end
    initials, stop = tokens.text[end + 1], end + 3
    explained = initials.isupper() and len(initials) > 1 and is_capital(tokens.text[end - 1])
    state = gazetteer().match(tokens.text, stop) if explained else None
    if state is None or state[1].type != "State" or state[1].sense != "name":
        return end
    above = tokens.heads[end - 1] == state[0] - 1 and tokens.dep[state[0] - 1] in _HEADS
    return state[0] if above else end


def is_firms_branch(tokens: Tokens, start: int, end: int, firms: frozenset[str]) -> bool:
    """Whether a firm's or body's short name and its land are the whole name: "Kettle Kenya"."""
    if end - start < 2 or tokens.text[start] not in firms:
        return False
    state = gazetteer().match(tokens.text, start + 1)
    return state is not None and state[0] == end and state[1].type == "State"


def firms(tokens: Tokens, chunks: list[Chunk]) -> frozenset[str]:
    """The first words of companies by their form, and the initials of bodies in brackets.

    Their branches may be named by their land: "Kettle Kenya" beside "Kettle Marine Holdings Ltd",
    "RUI Ghana" beside "the Reef Union International (RUI)".
    """
    forms = words("legal_form")
    companies = {
        tokens.text[c.start]
        for c in chunks
        if c.end - c.start > 1 and tokens.text[c.end - 1] in forms
    }
    return frozenset(companies).union(
        *(bracketed(tokens, c.end) for c in chunks if c.end - c.start > 1)
    )
