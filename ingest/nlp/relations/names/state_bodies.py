"""Bodies and outlets said to be a state's: "the GRU, Kenya's intelligence agency", "Kenyan state
broadcaster X". The words between the two names decide; nothing is known of the bodies beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.findings import BODIES, Entity, Findings, Mention
from ingest.nlp.relations.arguments.grammar import Grammar
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_STATE_RUN = frozenset(
    {"state", "state-run", "state-owned", "government", "mouthpiece", "official", "intelligence",
     "security", "military", "spy"}
)  # fmt: skip
_OFFICES = frozenset(
    {"ministry", "regulator", "watchdog", "broadcaster", "army", "parliament", "force", "forces",
     "intelligence", "committee", "directorate", "court", "council", "police", "navy"}
)  # fmt: skip
_SERVICES = frozenset({"service", "services", "administration", "bank", "agency", "commission"})
_BODY_NOUNS = frozenset({"service", "agency", "bureau", "directorate", "ministry"})
_OWNED = (["'s"], ["’s"])
_EXAMPLES = (["including"], ["such", "as"], ["like"])
_JOINTS = frozenset({",", "and", "&", "or"})
MAX_DESCRIPTION = 7  # words between a state's name and the end of what is said of its body


def matches(found: Findings, grammar: Grammar) -> Iterator[Match]:
    """One part or affiliation a body that the text says is a state's."""
    mentions = sorted(
        (m for e in found.entities.values() if _has_bodies(e) for m in e.mentions),
        key=lambda m: m.start,
    )
    for state in mentions:
        if grammar.sided(state) or state.kind in ("coref", "metonym"):
            continue
        short = _owned_by(found, state)
        if short is not None:
            yield Match.between("affiliated_with", short, state)
        body = _apposed_to(found, grammar, state) or _named_behind(found, grammar, state)
        body = body or _acronym_behind(found, state)
        for owned in (body,) if body is not None else _outlets_after(found, state):
            type_ = found.type_of(owned.entity)
            if type_ in BODIES:
                relation = "affiliated_with" if type_ == "Channel" else "part_of"
                yield Match.between(relation, owned, state)


def _has_bodies(entity: Entity) -> bool:
    """A state, or an organization of states such as the UN."""
    known = gazetteer().by_name.get(entity.name)
    return entity.type == "State" or (known is not None and known.kind == "igo")


def _owned_by(found: Findings, state: Mention) -> Mention | None:
    """The body in "France's Viginum" or "France's DGSE", which is no chain ("France's NATO bid").

    "France's foreign ministry" needs no relation: its name and its country say whose it is.
    """
    tokens, at = found.tokens, state.end + 1
    if state.kind != "name" or at >= len(tokens) or tokens.lower[at - 1] not in POSSESSIVES:
        return None
    body = found.holder[at]
    if body is None or body.start != at or body.kind != "name":
        return None
    after = tokens.tag[body.end] if body.end < len(tokens) else ""
    entity = found.entities.get(body.entity)
    fits = entity is not None and entity.type in ("Organization", "ArmedGroup")
    short = entity is not None and _is_acronym(entity.name)
    told = set(tokens.lower[body.start : body.end]) & (_OFFICES | _SERVICES | words("state_body"))
    known = bool(told) or (entity is not None and "country" in entity.properties)
    goes_on = after in ("NN", "NNS", "NNP", "NNPS", "POS", "HYPH")
    service = short and not _BODY_NOUNS.isdisjoint(tokens.lower[body.end : body.end + 3])
    return body if fits and (short or not known) and (service or not goes_on) else None


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _apposed_to(found: Findings, grammar: Grammar, state: Mention) -> Mention | None:
    """The body before ", Kenya's military intelligence agency" or ", a Kenyan state outlet"."""
    tokens = found.tokens
    at = state.start - 1
    article = at >= 0 and tokens.lower[at] in ("a", "an", "the")
    at -= article
    if at < 1 or tokens.text[at] not in (",", "(", "–", "—"):
        return None
    body = found.holder[at - 1]
    if body is None or body.end != at or body.kind != "name":
        return None
    owned = state.end < len(tokens) and tokens.lower[state.end] in POSSESSIVES
    described = _described(found, state.end + owned)
    of_state = found.type_of(state.entity) == "State"
    known = _OFFICES | (grammar.words.bodies if of_state else _SERVICES)
    if not described or tokens.lower[described[-1]] not in known:
        return None
    run = _STATE_RUN.intersection(tokens.lower[i] for i in described)
    return body if owned or run else None


def _named_behind(found: Findings, grammar: Grammar, state: Mention) -> Mention | None:
    """The body in "Kenya's military intelligence, the NIS," and "the EU border agency, Sable,"."""
    tokens = found.tokens
    owned = tokens.lower[state.end : state.end + 1] in _OWNED
    described = _described(found, state.end + owned)
    comma = described[-1] + 1 if described else len(tokens)
    if tokens.text[comma : comma + 1] != [","]:
        return None
    at = comma + 1 + (tokens.lower[comma + 1 : comma + 2] == ["the"])
    body = found.holder[at] if at < len(tokens) else None
    state_owns = owned and found.type_of(state.entity) == "State"
    known = _OFFICES | _SERVICES | (grammar.words.bodies if state_owns else set())
    if body is None or body.start != at or body.kind != "name":
        return None
    closed = tokens.text[body.end : body.end + 1] in ([","], ["."])
    listed = tokens.lower[body.end + 1 : body.end + 2] in (["and"], ["or"])
    if not closed or (listed and not owned):
        return None  # "the Kenyan army, the NIS, and the police"
    said = described if owned else described[-1:]
    return body if not known.isdisjoint(tokens.lower[i] for i in said) else None


def _acronym_behind(found: Findings, state: Mention) -> Mention | None:
    """The body in "Kenya's security service NIS" and "the Kenyan intelligence agency NIS"."""
    tokens = found.tokens
    owned = tokens.lower[state.end : state.end + 1] in _OWNED
    theirs = owned or state.kind == "demonym"
    described = _described(found, state.end + owned) if theirs else []
    if not described or tokens.lower[described[-1]] not in _OFFICES | _SERVICES:
        return None
    at = described[-1] + 1
    body = found.holder[at] if at < len(tokens) else None
    if body is None or body.start != at or body.kind != "name" or not _is_acronym(tokens.text[at]):
        return None
    entity = found.entities.get(body.entity)
    return body if entity is not None and not _has_bodies(entity) else None


def _outlets_after(found: Findings, state: Mention) -> list[Mention]:
    """The outlets in "Kenyan state broadcaster X" and "Kenyan state media such as X, Y and Z"."""
    tokens = found.tokens
    owned = tokens.lower[state.end : state.end + 1] in _OWNED
    described = _described(found, state.end + owned)  # "Kenya's state news agency X"
    if not described or _STATE_RUN.isdisjoint(tokens.lower[i] for i in described):
        return []
    noun = described[-1]
    if tokens.tag[noun] not in ("NNS", "NNPS") and tokens.lower[noun] != "media":
        return _channels_from(found, noun + 1)[:1]
    at = noun + 1
    at += tokens.text[at : at + 1] == [","]
    such = state.start > 0 and tokens.lower[state.start - 1] == "such"
    openings = (*_EXAMPLES, ["as"]) if such else _EXAMPLES  # "such Kenyan state outlets as X"
    opening = next((o for o in openings if tokens.lower[at : at + len(o)] == o), None)
    return _channels_from(found, noun + 1 if opening is None else at + len(opening))


def _channels_from(found: Findings, at: int) -> list[Mention]:
    """The channels named one after another from a token on."""
    tokens, listed = found.tokens, list[Mention]()
    while at < len(tokens):
        held = found.holder[at]
        if held is not None and held.start == at and held.kind == "name":
            if found.type_of(held.entity) != "Channel":
                break
            listed.append(held)
            at = held.end
        elif tokens.lower[at] == "the" or (listed and tokens.lower[at] in _JOINTS):
            at += 1
        elif listed and held is None and tokens.tag[at] == "NNP":
            at += 1  # a name that nothing tells to be an outlet's
        else:
            break
    return listed


def _described(found: Findings, start: int) -> list[int]:
    """The common nouns and adjectives that follow a state's name."""
    tokens, words = found.tokens, list[int]()
    for index in range(start, min(len(tokens), start + MAX_DESCRIPTION)):
        held = found.holder[index]
        plain = held is None or held.kind == "nominal"
        if not plain or tokens.pos[index] not in ("NOUN", "ADJ", "PROPN", "PUNCT", "VERB"):
            break
        if tokens.lower[index] in ("including", "such"):
            break
        if tokens.pos[index] == "VERB" and tokens.text[index - 1] != "-":
            break  # "a Kenyan security source told Reuters", but "state-run"
        if tokens.pos[index] == "PUNCT" and tokens.text[index] != "-":
            break
        words.append(index)
    return words
