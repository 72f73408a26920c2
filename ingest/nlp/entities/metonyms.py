"""Whether the name of a capital stands for the city or for the state that governs from it."""

from __future__ import annotations

from ingest.nlp import datelines
from ingest.nlp.entities.gazetteer import words
from ingest.nlp.speech import HUMANS
from ingest.nlp.tokens import POSSESSIVES, Tokens

_AGAINST = frozenset({"on", "against"})
SIDING = frozenset({"pro", "anti"})


def stands_for_state(tokens: Tokens, start: int, end: int) -> bool:
    """Read the grammar around a capital's name: subjects act, objects of "in" are places.

    "Moscow warned", "talks with Moscow" and "Moscow's allies" are the state; "in Moscow", "visited
    Moscow" and "Moscow, Russia" are the city.
    """
    if tokens.span_text(start, end) in words("seat_only"):
        return not _is_building(tokens, start, end)
    if tokens.text[start].isupper() and len(tokens.text[start]) > 3:
        opens = start == 0 or "\n" in tokens.text[start - 1]
        if opens and datelines.is_dateline(tokens, start):
            return False  # "MANILA, July 9 - ..."
    last = end - 1
    dep, head = tokens.dep[last], tokens.heads[last]
    before = tokens.lower[start - 1] if start else ""
    if _owns_institution(tokens, end) or _takes_part(tokens, start, end):
        return True
    if dep == "poss" and tokens.lower[head] in words("will"):
        return True
    if before in words("place_preposition") or _beside_country(tokens, end):
        return False
    if dep == "nsubjpass" and _befell(tokens, head):
        return False
    if dep == "conj":
        return stands_for_state(tokens, head, head + 1) if head < start else False
    if dep in {"nsubj", "nsubjpass", "agent"}:
        placed = tokens.lemma[head] in {"be", "lie", "host", "come", "fall"}
        placed = placed and tokens.lower[head] != "lied"  # cities lay
        return not placed or _has_that_clause(tokens, head)
    if dep == "poss" and any(tokens.lower[c] in _AGAINST for c in tokens.children[head]):
        return True  # "Kyiv's attack on Kursk"
    if dep == "poss":
        return tokens.lower[head] not in words("place_company") and tokens.pos[head] != "PROPN"
    if dep in {"dobj", "dative", "oprd"}:
        held = tokens.lemma[head] == "hold" and "responsible" not in tokens.lower[end : end + 2]
        return not held and tokens.lemma[head] not in words("place_verb")
    if dep == "pobj":
        return _after_preposition(tokens, head, before)
    return dep in {"compound", "nmod", "amod"} and (
        _acting_noun(tokens, head) or tokens.lemma[start - 1] in words("giving_verb")
    )  # "sold Caracas fighter jets"


def _is_building(tokens: Tokens, start: int, end: int) -> bool:
    """ "met in the Kremlin", "The Kremlin, Moscow": where something is, not who governs there."""
    if end + 1 < len(tokens) and tokens.text[end] == "," and tokens.text[end + 1] == "Moscow":
        return True
    article = start - 1 if tokens.lower[start - 1] == "the" else start
    inside = article > 0 and tokens.lower[article - 1] in {"in", "at", "inside", "outside"}
    governor = tokens.heads[article - 1] if inside else start
    return inside and tokens.lemma[governor] in words("place_held")


def takes_side(tokens: Tokens, start: int) -> bool:
    """Whether a name only tells whose side is taken: "pro-Kenyan forces"."""
    return start > 1 and tokens.text[start - 1] == "-" and tokens.lower[start - 2] in SIDING


def _takes_part(tokens: Tokens, start: int, end: int) -> bool:
    """ "Kyiv-held", "Moscow-installed", "pro-Moscow": of a government, unlike "Moscow-born"."""
    if takes_side(tokens, start):
        return True
    if tokens.text[end : end + 1] != ["-"] or end + 1 == len(tokens):
        return False
    done = tokens.pos[end + 1] in {"VERB", "ADJ"}
    return done and tokens.lower[end + 1] not in words("placed_participle")


def _owns_institution(tokens: Tokens, end: int) -> bool:
    """ "Tokyo's defence ministry", "Kyiv's forces": the city stands for whoever commands them."""
    if end >= len(tokens) or tokens.lower[end] not in POSSESSIVES:
        return False
    nouns = words("state_body") | words("group_noun") | words("state_side") | words("collective")
    return any(word in nouns for word in tokens.lower[end + 1 : end + 4])


def _beside_country(tokens: Tokens, end: int) -> bool:
    """ "Moscow, Russia", "Washington, D.C." or "Accra, the capital of Ghana"."""
    if tokens.text[end : end + 1] != [","] or end + 1 == len(tokens):
        return False
    last = end - 1
    return tokens.dep[end + 1] == "appos" or any(
        tokens.dep[c] == "appos" and tokens.lower[c : c + 2] == ["capital", "of"]
        for c in tokens.children[last]
        if c > last
    )


def _befell(tokens: Tokens, verb: int) -> bool:
    """ "Kyiv was shelled", "was hit by missiles", and not "Kyiv was hit by sanctions"."""
    by = tokens.child(verb, "agent")
    agent = tokens.child(by, "pobj") if by is not None else None
    named = agent is not None and tokens.pos[agent] == "PROPN"
    blow = agent is None or named or tokens.lemma[agent] in words("blow")
    return tokens.lemma[verb] in words("befalling") and blow


def _has_that_clause(tokens: Tokens, verb: int) -> bool:
    return any(tokens.dep[child] in {"ccomp", "xcomp", "acomp"} for child in tokens.children[verb])


def _after_preposition(tokens: Tokens, preposition: int, before: str) -> bool:
    word = tokens.lower[preposition]
    governor = tokens.heads[preposition]
    if word in words("actor_preposition") or before in words("actor_preposition"):
        return tokens.lemma[governor] not in words("place_company") or word in {"by", "against"}
    acted = tokens.pos[governor] in {"VERB", "AUX"}
    if word == "from" and (acted or _is_private(tokens, governor)):
        return False
    if word in {"to", "from", "of", "on"}:
        around = {tokens.lemma[governor], tokens.lower[governor]}
        grand = tokens.heads[governor]
        around |= {tokens.lemma[grand]} if tokens.pos[governor] in {"ADV", "ADP"} else set()
        return not around & words("place_company") and tokens.pos[governor] not in {"PROPN", "NUM"}
    return False


def _is_private(tokens: Tokens, noun: int) -> bool:
    """Whether somebody acts for no government: "a blogger from Minsk", not "officials from"."""
    private = tokens.lemma[noun] in HUMANS - words("state_servant")
    return private and tokens.lower[noun] not in words("group_noun")


def _acting_noun(tokens: Tokens, head: int) -> bool:
    """ "Kremlin-backed", "Moscow officials": nouns for people who act for a government."""
    return tokens.lower[head] in words("acting_noun")
