"""What speaks for each type of an open name at one place in the text, as votes.

The weights order the sources by how often each was right on news of many outlets: grammar around
the name first, then the gazetteer of cities, then the model's label, then the shape of the name.
"""

from __future__ import annotations

from collections import Counter

from ingest.nlp.entities.gazetteer import gazetteer, is_city, words
from ingest.nlp.entities.shape import is_acronym, weigh_shape
from ingest.nlp.tokens import Tokens

LABELS = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "ORG": "Organization",
    "EVENT": "Event",
}

_NEAR = frozenset({"near", "toward", "towards", "around"})

Entities = dict[int, tuple[int, int, str]]


def label_for(ent_at: Entities, start: int, end: int) -> Counter[str]:
    """The model's vote; `ent_at` maps each token to the model's span over it.

    Its label of a single word it has never seen is little better than a guess.
    """
    ent = next((ent_at[i] for i in range(start, end) if i in ent_at), None)
    if ent is None or ent[2] not in LABELS:
        return Counter()
    exact = ent[0] >= start - 1 and ent[1] <= end + 1
    return Counter({LABELS[ent[2]]: 2 if exact and (ent[2] != "PERSON" or end - start > 1) else 1})


def votes_for(tokens: Tokens, start: int, end: int) -> Counter[str]:
    """The votes of the words in and around one occurrence."""
    votes = Counter[str]()
    if end - start == 1 and is_acronym(tokens, start):
        votes["Organization"] += 2
    _weigh_before(tokens, start, votes)
    _weigh_after(tokens, end, votes)
    held = start > 1 and tokens.lower[start - 1] == "of"
    if held and tokens.lower[start - 2] in words("posted"):
        # "the leader of Zelena, who": the leader is who
        votes["Person"] -= 3 if tokens.lower[end : end + 2] == [",", "who"] else 0
    weigh_shape(tokens, start, end, votes)
    if tokens.text[end - 1].isdigit():
        votes.pop("Person", None)  # "Kanal 11"
    return votes


def _weigh_before(tokens: Tokens, start: int, votes: Counter[str]) -> None:
    """Prepositions of place, titles, and "its director, ..."."""
    before = tokens.lower[start - 1] if start else ""
    if before in words("inside_preposition"):
        votes["Place"] += 3
    elif before in words("place_preposition"):
        votes["Place"] += 1
    if before == "of" and start > 1:
        owned = {tokens.lower[start - 2], tokens.lemma[start - 2]}
        votes["Place"] += 6 if owned & words("place") else 0
        votes["Place"] += 4 if owned & words("place_company") - words("place") else 0
    if before == "of" and start > 1 and tokens.lower[start - 2] in words("posted"):
        votes["Organization"] += 3
    if before in {"of", "in"} and start > 1 and tokens.lower[start - 2] in words("share"):
        votes["Organization"] += 6  # "40 per cent of Lipa Digital"
    if before == "of" and start > 1 and tokens.lower[start - 2] in words("placed"):
        votes["Place"] += 6
    if _employs_reporter(tokens, start):
        votes["Channel"] += 12
    if before == "for" and start > 1 and tokens.lower[start - 2] in {"bound", "headed"}:
        votes["Place"] += 3
    on_air = before == "station" and tokens.lower[start - 2] in ("radio", "tv", "television")
    if before in words("paper_noun") or on_air:
        votes["Channel"] += 6
    if hosts(tokens, start):
        votes["Organization"] += 5
    if before in words("fighters"):
        votes["ArmedGroup"] += 6
    if tokens.text[max(0, start - 1)] == "The" and tokens.text[start - 2] in {"to", "told", "by"}:
        votes["Channel"] += 5  # "according to The Namibian": papers keep their article
    if before == "the":
        votes["Organization"] += 1
        single = not any(text[0].isupper() for text in tokens.text[start + 1 : start + 2])
        votes["Person"] -= 2 if single and not tokens.lower[start].endswith("s") else 0
    # "the publisher Olena Marchuk" is a person
    given = tokens.lower[start] in words("given_name")
    if _listed_as(tokens, start, "paper_noun"):
        votes["Channel"] += 6
    if _listed_near(tokens, start):
        votes["Place"] += 5
    apposed = before == "," and start > 2 and tokens.lower[start - 2] in words("company_noun")
    if before in words("company_noun") or apposed or _listed_as(tokens, start, "company_noun"):
        votes["Organization"] += 1 if given else 5
    if before == "agency" and tokens.lower[start - 2] in words("agency_kind"):
        votes["Organization"] += 5
    if before in {"dubbed", "codenamed", "called", "named"} and _is_undertaking(tokens, start - 1):
        votes["Event"] += 20  # "the operation was dubbed True Promise"
    if before == "capital":
        votes["Place"] += 6  # "the North Kordofan capital El Obeid"
    if before in words("title"):
        votes["Person"] += 3
    if before in words("kin"):
        votes["Person"] += 6
    if before == "," and any(w in words("title") for w in tokens.lower[max(0, start - 6) : start]):
        votes["Person"] += 2


def _weigh_after(tokens: Tokens, end: int, votes: Counter[str]) -> None:
    """ ", who ..." and ", a spokesman for ...", and being the subject of a verb of speech."""
    after = tokens.lower[end : end + 7]
    if after[:1] == [","] and after[1:2] not in (["and"], ["or"], ["but"]):
        titled = any(word in words("title") for word in after[1:])
        votes["Person"] += 3 if titled or after[1:2] == ["who"] else 0
    if after[:2] == [",", "which"]:
        votes["Organization"] += 2
    if _in_country(tokens, end):
        votes["Place"] += 4
    if has_age(tokens, end):
        votes["Person"] += 5
    if after[:2] == [",", "whose"] and set(after[2:5]) & words("posted"):
        votes["Organization"] += 3
    if is_apposed_body(tokens, end):
        votes["Organization"] += 5
    if is_apposed_body(tokens, end, "paper_noun"):
        votes["Channel"] += 6
    if after[:1] == [","] and after[1:2] in (["owned"], ["headquartered"], ["headed"], ["founded"]):
        votes["Organization"] += 3
    if after[:1] and after[0] in {"exercise", "exercises", "drills"}:
        votes["Event"] += 4
    if after[:1] == ["operation"] and tokens.tag[end - 1] == "NNP":
        votes["Event"] += 3
    armed = after[:1] and after[0] in words("fighters")
    # "Fano fighters seized", but "bought Rafale fighters"
    if armed and (after[0] != "fighters" or tokens.dep[end] in {"nsubj", "nsubjpass"}):
        votes["ArmedGroup"] += 4
    built = next((i for i, w in enumerate(after[:3]) if w in words("installation")), None)
    small = built is not None and all(tokens.text[end + i].islower() for i in range(built + 1))
    if small and not is_acronym(tokens, end - 1):
        votes["Place"] += 1 if built else 2
    if after[:1] and after[0] in {"party", "movement", "project"}:
        votes["Organization"] += 4
    if _one_of_regions(tokens, end) or after[:1] in (["villages"], ["towns"], ["settlements"]):
        votes["Place"] += 6
    if _before_cities(tokens, end):
        votes["Place"] += 3
    if _is_taken(tokens, end - 1):
        votes["Place"] += 3
    head = tokens.heads[end - 1]
    if tokens.dep[end - 1] == "nsubj" and tokens.lemma[head] in words("speech_verb"):
        votes["Person"] += 2


def _employs_reporter(tokens: Tokens, start: int) -> bool:
    """Whether a paper's name begins behind "of": "Jonas Ree of The Coastal Review"."""
    link = start - 1 - (tokens.lower[start - 1] == "the")
    if link < 2 or tokens.lower[link] not in {"of", "from", "for", "at", "with"}:
        return False
    named = all(text[0].isupper() or text == "-" for text in tokens.text[link - 2 : link])
    reports = tokens.lower[link - 1] in words("reporter")
    end = start
    while end < len(tokens) and tokens.text[end][0].isupper():
        end += 1
    papers = words("paper_head") | words("outlet_head") | words("outlet")
    return (named or reports) and end - start > 1 and tokens.lower[end - 1] in papers


def hosts(tokens: Tokens, start: int) -> bool:
    """Whether a name is a platform that something is put on: "in a post on Bluesky"."""
    before = tokens.lower[max(0, start - 2) : start]
    return before[1:] == ["on"] and before[0] in words("posting")


def _listed_near(tokens: Tokens, start: int) -> bool:
    """Whether a list that "near" opens goes on with this name: "near Zelene and Mala Lypa"."""
    index = start - 1
    while index > 0 and (tokens.lower[index] in {",", "and"} or tokens.text[index][0].isupper()):
        index -= 1
    return index < start - 1 and tokens.lower[index] in _NEAR


def _listed_as(tokens: Tokens, start: int, group: str) -> bool:
    """Whether a plural noun opens a list of names: "water producers Morsha and Mirna"."""
    for index in range(start - 1, max(-1, start - 8), -1):
        if tokens.tag[index] == "NNS":
            return tokens.lemma[index] in words(group)
        if tokens.lower[index] not in {",", "and"} and not tokens.text[index][0].isupper():
            return False
    return False


def _is_undertaking(tokens: Tokens, verb: int) -> bool:
    """Whether what is called so is an operation or the like."""
    return not words("undertaking").isdisjoint(tokens.lower[max(0, verb - 4) : verb])


def _in_country(tokens: Tokens, end: int) -> bool:
    """Whether a state closes the phrase behind a comma: "bound for Bandar Varen, Iran."."""
    if tokens.lower[end : end + 1] != [","]:
        return False
    known = gazetteer().match(tokens.text, end + 1) if end + 1 < len(tokens) else None
    state = known is not None and known[1].type == "State" and known[1].sense == "name"
    return state and known is not None and tokens.text[known[0] : known[0] + 1] in ([","], ["."])


def has_age(tokens: Tokens, end: int) -> bool:
    """Whether a name has an age behind it: "Kelvin Otieno, 24, testified"."""
    after = tokens.text[end : end + 3]
    return after[:1] == [","] and after[2:] in ([","], ["."]) and after[1].isdigit()


def is_apposed_body(tokens: Tokens, end: int, group: str = "company_noun") -> bool:
    """Whether ", a state-owned company" follows a name: the noun that ends the phrase decides."""
    if tokens.lower[end : end + 2] not in ([",", "a"], [",", "an"], [",", "the"]):
        return False
    if tokens.lower[end + 2 : end + 4] in (["unit", "of"], ["arm", "of"], ["refiner", "in"]):
        return True
    last = ""
    for index in range(end + 2, min(len(tokens), end + 8)):
        inside = tokens.pos[index] in {"NOUN", "ADJ", "PROPN", "NUM", "VERB", "PART"}
        if not (inside or tokens.text[index] == "-"):
            break
        last = tokens.lower[index] if tokens.pos[index] == "NOUN" else last
    return last in words(group)


def _is_taken(tokens: Tokens, last: int) -> bool:
    """Whether a name is what forces take or leave: "retook X and Y"."""
    for _ in range(3):
        if tokens.dep[last] != "conj":
            break
        last = tokens.heads[last]
    taken = tokens.dep[last] in {"dobj", "nsubjpass"}
    return taken and tokens.lemma[tokens.heads[last]] in words("taking_verb")


def _before_cities(tokens: Tokens, end: int) -> bool:
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


def _one_of_regions(tokens: Tokens, end: int) -> bool:
    """Whether a plural noun of place completes a list of names: "the X and Y regions"."""
    joined = False
    for index in range(end, min(len(tokens), end + 8)):
        if tokens.lower[index] in words("regions"):
            return joined
        link = tokens.lower[index] in {",", "and"}
        joined = joined or tokens.lower[index] == "and"
        if not (link or tokens.text[index][0].isupper()):
            return False
    return False
