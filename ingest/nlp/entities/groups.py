"""Groups and bodies named by a common noun: "North Korean soldiers", "the Israeli army",
"Ukraine's defence ministry". The capitals are only on the state; the noun says what acts.
"""

from __future__ import annotations

from functools import lru_cache

from graph import ids
from ingest.nlp.entities import plain_bodies
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.metonyms import SIDING, takes_side
from ingest.nlp.findings import Entity, Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens

_PREFIXES = SIDING | {"ex", "non"}
_REBELS = frozenset(
    ["separatist", "rebel", "opposition", "proxy", "insurgent", "dissident", "breakaway",
     "political"]
)  # fmt: skip
# Who fights on their own account, against the state they are of or far from it.
_IRREGULARS = frozenset(
    {"rebels", "insurgents", "separatists", "militants", "jihadists", "guerrillas", "mercenaries",
     "militia", "militias"}
)  # fmt: skip
_LINKS = frozenset(["'s", "’s", "“", '"', "‘", "'"])
_RULED = frozenset({"sanction", "visa", "tax", "trade", "tariff", "custom", "inspection", "export"})
_AIR = frozenset(["tv", "television", "radio"])


def add_groups(found: Findings) -> None:
    """Add the armed group or ministry that a state's name and a noun after it stand for."""
    tokens, nouns = found.tokens, words("group_noun")
    collectives: dict[str, list[Entity]] = {}
    mentions = [m for e in list(found.entities.values()) for m in e.mentions if m.kind != "coref"]
    for mention in sorted(mentions, key=lambda m: m.start):
        owner = found.entities[mention.entity]
        if owner.type == "Place":
            plain_bodies.add_ministries_in(found, mention)
        if owner.type not in {"State", "Bloc"} and owner.id != "organization:nato":
            continue
        noun = _noun_after(found, mention.end)
        if owner.type == "State":
            plain_bodies.add_ministries_of(found, mention, owner)
        if noun is None:
            continue
        if tokens.lower[noun] in nouns:
            if takes_side(tokens, mention.start):
                continue
            if _is_irregular(found, mention.start, owner, noun):
                group = _add_collective(found, mention, noun, type_="ArmedGroup")
                collectives.setdefault(tokens.lower[noun], []).append(group)
            else:
                _add_force(found, mention, owner, noun)
                for beside in joined_before(found, mention):
                    _add_force(found, beside, found.entities[beside.entity], noun)
        elif owner.type == "State" and plain_bodies.is_body(tokens, noun):
            plain_bodies.add_body(found, mention, owner, noun)
        elif tokens.lower[noun] in words("state_side") and not _is_rulebook(tokens, noun):
            found.add(owner, mention.start, noun + 1, "nominal")
        elif tokens.lower[noun] in words("collective") and not (
            _is_spread(tokens, noun) or _is_at_large(tokens, noun)
        ):
            group = _add_collective(found, mention, noun)
            collectives.setdefault(tokens.lower[noun], []).append(group)
    _take_up(found, collectives)
    plain_bodies.take_up_offices(found)


def _noun_after(found: Findings, start: int) -> int | None:
    """The noun a state's name or adjective modifies, plain modifiers skipped."""
    tokens, index = found.tokens, start
    wanted = _wanted()
    while index < min(start + 5, len(tokens)):
        if found.holder[index] is not None:
            return None
        named = tokens.text[index] in ("Army", "Navy")  # "a British Army officer"
        if tokens.lower[index] in wanted and (named or not _modifies(tokens, index, wanted)):
            following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
            return index + 1 if following in wanted and found.holder[index + 1] is None else index
        if tokens.pos[index] not in {"ADJ", "NOUN", "PROPN"} and tokens.lower[index] not in _LINKS:
            return None
        index += 1
    return None


@lru_cache(maxsize=1)
def _wanted() -> frozenset[str]:
    """Every noun that makes a group or body of a state's name before it."""
    sides = words("group_noun") | plain_bodies.BODIES | words("state_side") | words("collective")
    return sides.union(load("names")["state_office"])


def _is_rulebook(tokens: Tokens, noun: int) -> bool:
    """ "The EU's sanctions regime": a set of rules and no government."""
    return tokens.lower[noun] == "regime" and tokens.lemma[noun - 1] in _RULED


def _is_spread(tokens: Tokens, noun: int) -> bool:
    """Whether propaganda is what is said and nobody who says it: "it was Kenyan propaganda"."""
    said = {"dobj", "attr", "oprd"}
    while tokens.dep[noun] == "conj":
        noun = tokens.heads[noun]
    return tokens.lower[noun] == "propaganda" and tokens.dep[noun] in said


def _is_irregular(found: Findings, start: int, owner: Entity, noun: int) -> bool:
    """Whether fighters are none of the state's forces: "Syrian rebels", "Kenyan rebel forces".

    Volunteers are, where the text has told of those forces before.
    """
    tokens = found.tokens
    if tokens.lower[noun] == "volunteers":
        return _forces_id(owner) not in found.entities
    return tokens.lower[noun] in _IRREGULARS or not _REBELS.isdisjoint(tokens.lower[start:noun])


def joined_before(found: Findings, last: Mention) -> list[Mention]:
    """ "Kenyan" and "Togolese" in "Kenyan, Togolese and Ghanaian forces": each has its own."""
    tokens, joined = found.tokens, list[Mention]()
    at, links = last.start - 1, frozenset(("and", ","))
    while last.kind == "demonym" and at > 0 and tokens.lower[at] in links:
        before = found.holder[at - 1]
        if before is None or before.kind != "demonym" or before.end != at:
            break
        joined.insert(0, before)
        at, links = before.start - 1, frozenset((",",))
    return joined


def forces_of(found: Findings, owner: str) -> str | None:
    """The id of a state's forces, where the text speaks of them."""
    state = found.entities.get(owner)
    forces = _forces_id(state) if state is not None else None
    return forces if forces in found.entities else None


def _forces_id(owner: Entity) -> str:
    return ids.entity_id("ArmedGroup", _forces(owner))


def _forces(owner: Entity) -> str:
    return f"Armed Forces of {owner.name}"


def _modifies(tokens: Tokens, index: int, wanted: frozenset[str]) -> bool:
    """Whether the noun itself only qualifies another one: "military channel", "army officer"."""
    head = tokens.heads[index]
    if plain_bodies.is_department(tokens, index):
        return False
    if head <= index or tokens.dep[index] not in {"compound", "amod", "nmod"}:
        return False
    return tokens.lower[head] not in wanted


def _add_force(found: Findings, mention: Mention, owner: Entity, noun: int) -> None:
    """Soldiers and armies of one state are one armed group, its armed forces."""
    id_ = _forces_id(owner)
    group = found.entities.get(id_) or Entity(
        id_, "ArmedGroup", _forces(owner), properties={"country": owner.id.removeprefix("state:")}
    )
    found.add(group, mention.start, noun + 1, "nominal")


def _add_collective(
    found: Findings, mention: Mention, noun: int, *, type_: str = "Organization"
) -> Entity:
    """ "Russian propagandists", "Syrian rebels": whom the text knows only as a group.

    "Pro-Kenyan channels" are others than Kenyan ones, "Kenya's state media" are the Kenyan ones.
    """
    tokens, start = found.tokens, mention.start
    label = " ".join(tokens.span_text(start, noun + 1).split())
    adjective = _adjectives().get(mention.entity)
    if adjective and tokens.tag[mention.end] == "POS" and mention.end < noun:
        label = f"{adjective} {' '.join(tokens.span_text(mention.end + 1, noun + 1).split())}"
    if tokens.lower[noun] == "tv":
        label = f"{label[:-2]}television"
    if start > 1 and tokens.text[start - 1] == "-" and tokens.lower[start - 2] in _PREFIXES:
        start -= 2
        label = f"{tokens.lower[start]}-{label}"
    while start > 0 and _qualifies(tokens, start - 1) and found.holder[start - 1] is None:
        start -= 1
    id_ = ids.entity_id(type_, label)
    properties: dict[str, str] = {"kind": "other"} if type_ == "Organization" else {}
    group = found.entities.get(id_) or Entity(id_, type_, label, properties=properties)
    found.add(group, start, noun + 1, "nominal")
    return group


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    """The adjective of every state: "Kenyan"."""
    found: dict[str, str] = {}
    for name, known in gazetteer().by_name.items():
        if known.sense == "demonym":
            found.setdefault(known.id, name)
    return found


def _take_up(found: Findings, collectives: dict[str, list[Entity]]) -> None:
    """The bare noun ("propagandists") means the one group of that noun, where there is only one."""
    single = {
        noun: groups[0] for noun, groups in collectives.items() if len(set(map(id, groups))) == 1
    }
    tokens = found.tokens
    for index, lower in enumerate(tokens.lower):
        if lower in single and found.holder[index] is None and not _qualified(tokens, index):
            found.add(single[lower], index, index + 1, "nominal")


def _qualified(tokens: Tokens, noun: int) -> bool:
    """Whether a noun is of some other kind ("foreign officials", "81 outlets", "media outlets")."""
    if tokens.dep[noun] == "compound" and tokens.heads[noun] > noun:
        return True
    before = [child for child in tokens.children[noun] if child < noun]
    return any(tokens.dep[child] not in ("det", "punct") for child in before)


def _is_at_large(tokens: Tokens, noun: int) -> bool:
    """ "Russian TV": any station of a country, where "Russian state TV" speaks with one voice."""
    return tokens.lower[noun] in _AIR and tokens.lower[noun - 1] not in ("state", "public")


def _qualifies(tokens: Tokens, index: int) -> bool:
    """Whether a word before a group is an adjective: "top Kremlin propagandists", not "pro-"."""
    return tokens.pos[index] == "ADJ" and "-" not in tokens.text[index : index + 2]
