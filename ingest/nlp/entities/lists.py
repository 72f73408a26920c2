"""What a list says of its members: the noun that opens or closes it, and who else is in it."""

from __future__ import annotations

from collections import Counter

from ingest.nlp.entities.gazetteer import Known, gazetteer, words
from ingest.nlp.lexicon import is_city
from ingest.nlp.tokens import POSSESSIVES, Tokens

_NEAR = frozenset({"near", "toward", "towards", "around"})
_LINKS = frozenset(
    [",", "and", "or", "like", "such", "as", "including", "“", "”", '"', "–", "—", "--", ":"]
)
_FARTHEST = 60  # tokens back to what opens a list: a longer one is a table of names
_FELLOWS = {"company": "Organization", "platform": "Organization", "ngo": "Organization"}


def weigh_list(tokens: Tokens, start: int, end: int, votes: Counter[str]) -> None:
    """Vote for the kind of things a list is of: "OpenAI and Lantern", "Lantern and other firms"."""
    bare = start == 0 or tokens.lower[start - 1] != "the"
    fellow = _listed_with(tokens, end - 1) if bare else None  # "TASS, and the Varen House"
    owned = start > 0 and tokens.lower[start - 1] in POSSESSIVES
    if fellow is not None and fellow.type == "Person" and owned:
        votes["Person"] += 3  # "Russia's Lavrov and Kenya's Otiano"
    elif fellow is not None:
        type_ = "Channel" if fellow.type == "Channel" else _FELLOWS.get(fellow.kind or "")
        if type_ is not None:
            votes[type_] += 3
    closing = _closing_noun(tokens, end)
    if closing in words("company_noun"):
        votes["Organization"] += 5
    elif closing in words("paper_noun"):
        votes["Channel"] += 5
    if start > 1 and listed_in_regions(tokens, start):
        votes["Place"] += 6
    if listed_as(tokens, start, "title"):
        votes["Person"] += 4  # "opposition leaders like Marchuk"


def _listed_with(tokens: Tokens, last: int) -> Known | None:
    """What is known of the name that the parser joins to this one."""
    beside = [tokens.heads[last]] if tokens.dep[last] == "conj" else []
    beside += [c for c in tokens.children[last] if tokens.dep[c] == "conj"]
    matches = (gazetteer().match(tokens.text, i) for i in beside)
    return next((found[1] for found in matches if found is not None), None)


def _closing_noun(tokens: Tokens, end: int) -> str:
    """The plural noun of "X, Y and other companies", in the singular; else nothing."""
    for index in range(end, min(len(tokens) - 1, end + 10)):
        if tokens.lower[index : index + 2] in (["and", "other"], ["or", "other"]):
            after = range(index + 2, min(len(tokens), index + 5))
            return next((tokens.lemma[i] for i in after if tokens.tag[i] == "NNS"), "")
        if tokens.text[index] not in _LINKS and not tokens.text[index][0].isupper():
            return ""
    return ""


def listed_near(tokens: Tokens, start: int) -> bool:
    """Whether a list that "near" opens goes on with this name: "near Zelene and Mala Lypa"."""
    index = _opening(tokens, start, least=0)
    return index < start - 1 and tokens.lower[index] in _NEAR


def listed_in_regions(tokens: Tokens, start: int) -> bool:
    """Whether a name is in a list of regions: "in the provinces of Karaga, Sala and Dom Kete"."""
    index = _opening(tokens, start, least=1)
    return tokens.lower[index] == "of" and tokens.lower[index - 1] in words("regions")


def _opening(tokens: Tokens, start: int, *, least: int) -> int:
    """The word before the names that stand before this one in its list."""
    index = start - 1
    lowest = max(least, start - _FARTHEST)
    while index > lowest and (
        tokens.lower[index] in {",", "and"} or tokens.text[index][0].isupper()
    ):
        index -= 1
    return index


def listed_as(tokens: Tokens, start: int, group: str) -> bool:
    """Whether a plural noun opens a list of names: "water producers Morsha and Mirna"."""
    for index in range(start - 1, max(-1, start - 8), -1):
        if tokens.tag[index] == "NNS":
            return tokens.lemma[index] in words(group)
        if tokens.lower[index] not in _LINKS and not tokens.text[index][0].isupper():
            return False
    return False


def before_cities(tokens: Tokens, end: int) -> bool:
    """Whether a list goes on with known cities: "struck Fordow, Natanz and Isfahan"."""
    index = end
    for _ in range(3):
        joined = tokens.lower[index : index + 1] in ([","], ["and"])
        if not joined or index + 1 >= len(tokens) or not tokens.text[index + 1][0].isupper():
            return False
        ends = index + 2 < len(tokens) and not tokens.text[index + 2][0].isupper()
        if ends and is_city(tokens.text[index + 1]):
            return tokens.dep[end - 1] in {"dobj", "nsubjpass", "pobj", "conj"}
        index += 2
    return False


def one_of_regions(tokens: Tokens, end: int) -> bool:
    """Whether a plural noun of place completes a list of names: "the X and Y regions"."""
    joined = _closes_pair(tokens, end)
    for index in range(end, min(len(tokens), end + 8)):
        if tokens.lower[index] in words("regions"):
            return joined
        link = tokens.lower[index] in {",", "and"}
        joined = joined or tokens.lower[index] == "and"
        if not (link or tokens.text[index][0].isupper()):
            return False
    return False


def _closes_pair(tokens: Tokens, end: int) -> bool:
    """Whether a name is the last of its list: "Karaga and Dom Kete" before "regions"."""
    first = end - 1
    while first > max(1, end - _FARTHEST) and tokens.text[first][0].isupper():
        first -= 1
    return tokens.lower[first] == "and" and tokens.text[first - 1][0].isupper()


def verb_over(tokens: Tokens, last: int) -> str | None:
    """The verb whose object a name is, alone or in a list: "retook X and Y"."""
    for _ in range(3):
        if tokens.dep[last] != "conj":
            break
        last = tokens.heads[last]
    object_ = tokens.dep[last] in {"dobj", "nsubjpass"}
    return tokens.lemma[tokens.heads[last]] if object_ else None
