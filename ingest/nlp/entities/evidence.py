"""What speaks for each type of an open name at one place in the text, as votes.

The weights order the sources by how often each was right on news of many outlets: grammar around
the name first, then the gazetteer of cities, then the model's label, then the shape of the name.
"""

from __future__ import annotations

from collections import Counter

from ingest.nlp.datelines import is_filed_from
from ingest.nlp.entities.aliases import has_initials
from ingest.nlp.entities.gatherings import weigh_exercise
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.given import behind_nickname
from ingest.nlp.entities.introductions import (
    acts_on,
    is_apposed_body,
    is_shared,
    is_site_of_news,
    keeps_article,
    owns_pages,
    reports_as_paper,
    weigh_introduction,
)
from ingest.nlp.entities.lists import (
    before_cities,
    listed_near,
    one_of_regions,
    verb_over,
    weigh_list,
)
from ingest.nlp.entities.parties import is_behind_land
from ingest.nlp.entities.shape import has_number, has_surname_ending, is_acronym, weigh_shape
from ingest.nlp.entities.titles import heads_turn
from ingest.nlp.lexicon import is_city
from ingest.nlp.tokens import POSSESSIVES, Tokens, is_capital

LABELS = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "ORG": "Organization",
    "EVENT": "Event",
}

_COMPANIES = frozenset(["company", "firm", "conglomerate", "corporation"])
_MOST_TRADE = 3  # tokens from a name to the noun for its company
_LED_BY = frozenset(["leader", "founder", "co-founder", "ceo", "chairman", "chairwoman"])
_PARTIES = frozenset(
    ["party", "parties", "gang", "movement", "project", "bloc", "coalition", "faction"]
)
_PLACES = (["villages"], ["towns"], ["settlements"], ["checkpoints"], ["crossings"])
_CLOSING = ([","], ["."], ["("], ["–"], ["—"])
_ADJOINING = frozenset(["neighbouring", "neighboring", "adjacent", "nearby"])
_OWNING = frozenset(["owner", "co-owner", "proprietor"])
_PROGRAMS = frozenset(["app", "messenger", "chatbot"])

Entities = dict[int, tuple[int, int, str]]


def trimmed(tokens: Tokens, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The model's spans without line ends, articles, possessive marks and the lines after them."""
    kept: list[tuple[int, int, str]] = []
    for start, end, label in spans:
        while start < end and (
            tokens.pos[start] in {"DET", "SPACE"} or not tokens.text[start][0].isalnum()
        ):
            start += 1
        for index in range(start, end):
            if "\n" in tokens.text[index]:
                end = index
                break
        while end > start and (
            tokens.lower[end - 1] in {"'s", "’s"} or not tokens.text[end - 1][-1].isalnum()
        ):
            end -= 1
        if start < end:
            kept.append((start, end, label))
    return kept


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
        if len(tokens.text[start]) < 6 and tokens.text[end : end + 1] != [":"]:
            votes["Person"] -= 6  # hardly anybody's name is set in capitals
    if end - start == 3 and tokens.text[start + 1] == "-" and _in_capitals(tokens, start, end):
        votes["Organization"] += 6  # "ZANU-PF"
    filed = (end - start > 1 or _in_country(tokens, end)) and is_filed_from(tokens, start, end)
    if filed and not any(word in tokens.dictionary for word in tokens.lower[start:end]):
        votes.update(Place=8, Organization=-8)  # "NUSA DUA – The European Council"
    _weigh_before(tokens, start, votes)
    _weigh_after(tokens, end, votes)
    if has_initials(tokens, start, end):
        votes["Organization"] += 6
    if is_behind_land(tokens, start, end):
        votes["Organization"] += 15
    if heads_turn(tokens, start, end):
        votes["Person"] += 20
    held = start > 1 and tokens.lower[start - 1] == "of"
    if held and tokens.ent[start - 2] == "PERSON":
        votes["Organization"] += 2  # "Otto Kern of Pastel": nobody is of a person
        votes["Person"] -= 4
    if held and tokens.lower[start - 2] in words("posted"):
        # "the leader of Zelena, who": the leader is who
        votes["Person"] -= 3 if tokens.lower[end : end + 2] == [",", "who"] else 0
    if is_site_of_news(tokens, start, end) or owns_pages(tokens, end):
        votes["Channel"] += 6
    if end - start == 1 and tokens.ent[start] == "ORG" and _interviews(tokens, start):
        votes["Channel"] += 8
    if reports_as_paper(tokens, start, end):
        votes["Channel"] += 20
    weigh_list(tokens, start, end, votes)
    weigh_exercise(tokens, start, end, votes)
    weigh_shape(tokens, start, end, votes)
    if has_number(tokens, start, end):
        votes.pop("Person", None)  # "Kanal 11"
    return votes


def _interviews(tokens: Tokens, start: int) -> bool:
    """Whether somebody is interviewed by it: "said in an interview with Corriere"."""
    before = tokens.lower[max(0, start - 2) : start]
    return before in (["interview", "with"], ["interview", "to"])


def _in_capitals(tokens: Tokens, start: int, end: int) -> bool:
    """Whether both sides of a hyphen are acronyms."""
    sides = (tokens.text[start], tokens.text[end - 1])
    return all(side.isupper() and side.isalpha() and len(side) > 1 for side in sides)


def _weigh_before(tokens: Tokens, start: int, votes: Counter[str]) -> None:
    """Prepositions of place, titles, and "its director, ..."."""
    before = tokens.lower[start - 1] if start else ""
    if before in words("inside_preposition"):
        votes["Place"] += 3
    elif before in words("place_preposition"):
        votes["Place"] += 1
    elif before in words("place_modifier") and tokens.lower[start - 2] in words(
        "place_preposition"
    ):
        votes["Place"] += 4  # "in eastern Talania"
    if before in _ADJOINING:
        votes["Place"] += 4
    if before == "of" and start > 1:
        owned = {tokens.lower[start - 2], tokens.lemma[start - 2]}
        votes["Place"] += 6 if owned & words("place") else 0
        votes["Place"] += 4 if owned & words("place_company") - words("place") else 0
    if before == "of" and start > 1 and tokens.lower[start - 2] in words("posted"):
        votes["Organization"] += 3
    if is_shared(tokens, start):
        votes["Organization"] += 6
    if before == "of" and start > 1 and tokens.lower[start - 2] in words("placed"):
        votes["Place"] += 6
    if before == "for" and start > 1 and tokens.lower[start - 2] in {"bound", "headed"}:
        votes["Place"] += 3
    weigh_introduction(tokens, start, votes)
    if before in words("fighters"):
        votes["ArmedGroup"] += 6
    if keeps_article(tokens, start):
        votes["Channel"] += 5
    if before == "the":
        votes["Organization"] += 1
        single = not any(text[0].isupper() for text in tokens.text[start + 1 : start + 2])
        votes["Person"] -= 2 if single and not tokens.lower[start].endswith("s") else 0
    if listed_near(tokens, start):
        votes["Place"] += 5
    if behind_nickname(tokens, start):
        votes["Person"] += 12
    if before == "capital":
        votes["Place"] += 6  # "the North Kordofan capital El Obeid"
    if before in words("title") or _is_owner(tokens, start):
        votes["Person"] += 3
    if tokens.lower[max(0, start - 3) : start] == ["secretary", "of", "state"]:
        votes["Person"] += 4
    if _lies_in_city(tokens, start):
        votes["Place"] += 4
    if before in words("kin"):
        votes["Person"] += 6
    if before == "," and any(w in words("title") for w in tokens.lower[max(0, start - 6) : start]):
        votes["Person"] += 2


def _is_owner(tokens: Tokens, start: int) -> bool:
    """Whether a surname tells who owns the body before: "Kettle Group owner Kernov".

    Without the ending of one it may be a company's: "Lantern owner Kettle". Among owners who are
    no English word "-in" is one, too.
    """
    owner = start > 1 and tokens.lower[start - 1] in _OWNING and is_capital(tokens.text[start - 2])
    if not owner or tokens.lower[start] in tokens.dictionary:
        return False
    return has_surname_ending(tokens.text[start]) or tokens.lower[start].endswith("in")


def _weigh_after(tokens: Tokens, end: int, votes: Counter[str]) -> None:
    """ ", who ..." and ", a spokesman for ...", and being the subject of a verb of speech."""
    after = tokens.lower[end : end + 7]
    if after[:1] == [","] and after[1:2] not in (["and"], ["or"], ["but"]):
        titled = any(word in words("title") for word in after[1:])
        votes["Person"] += 3 if titled or after[1:2] == ["who"] else 0
    if after[:2] == [",", "which"]:
        votes["Organization"] += 2
    if after[:1] in (["'s"], ["’s"]) and _governs(tokens, end + 1):
        votes["Place"] += 4
    if _in_country(tokens, end):
        votes["Place"] += 4
    if has_age(tokens, end):
        votes["Person"] += 5
    if after[:2] == [",", "whose"] and set(after[2:5]) & words("posted"):
        votes["Organization"] += 3
    if is_apposed_body(tokens, end):
        votes["Organization"] += 5
    if acts_on(tokens, end):
        votes["Organization"] += 1
    if _names_company(tokens, end):
        votes["Organization"] += 5
    if is_apposed_body(tokens, end, "paper_noun"):
        votes["Channel"] += 6
    if after[:1] == [","] and after[1:2] in (["owned"], ["headquartered"], ["headed"], ["founded"]):
        votes["Organization"] += 3
    if after[:1] == ["operation"] and tokens.tag[end - 1] == "NNP":
        votes["Event"] += 3
    if after[:1] in (["'s"], ["’s"]) and after[1:2] and after[1] in _LED_BY:
        votes["Organization"] += 3  # "Morena's leader Ana Kern"
    if tokens.dep[end - 1] == "dobj" and tokens.lemma[tokens.heads[end - 1]] in words("leading"):
        votes["Organization"] += 3
    armed = after[:1] and after[0] in words("fighters") and not has_number(tokens, end - 1, end)
    # "Fano fighters seized", but "bought Rafale fighters"
    if armed and (after[0] != "fighters" or tokens.dep[end] in {"nsubj", "nsubjpass"}):
        votes["ArmedGroup"] += 4
    built = next((i for i, w in enumerate(after[:3]) if w in words("installation")), None)
    small = built is not None and all(tokens.text[end + i].islower() for i in range(built + 1))
    if small and not is_acronym(tokens, end - 1):
        votes["Place"] += 1 if built else 2
    if after[:1] and after[0] in _PARTIES:
        votes["Organization"] += 6
    if after[:1] and after[0] in _PROGRAMS:
        votes["Organization"] += 5  # "the Threadly app"
    if one_of_regions(tokens, end) or after[:1] in _PLACES:
        votes["Place"] += 6
    if before_cities(tokens, end):
        votes["Place"] += 3
    verb = verb_over(tokens, end - 1)
    if verb in words("taking_verb"):
        votes["Place"] += 3  # "retook X and Y"
    if verb in words("greeting_verb"):
        votes["Place"] -= 4  # "met Churchill and Roosevelt": nobody meets a city
    head = tokens.heads[end - 1]
    if tokens.dep[end - 1] == "nsubj" and tokens.lemma[head] in words("speech_verb"):
        votes["Person"] += 2


def _names_company(tokens: Tokens, end: int) -> bool:
    """Whether a company is called by a name before its trade: "Quill's Kvartal 95 film company".

    Where it is named behind the noun, what stands before is its place: "the Pskov company, Vektor".
    """
    for index in range(end, min(len(tokens), end + _MOST_TRADE)):
        if tokens.lower[index] in _COMPANIES:
            behind = index + 1 + (tokens.text[index + 1 : index + 2] == [","])
            if behind < len(tokens) and is_capital(tokens.text[behind]):
                return False
            return tokens.heads[end - 1] == index or tokens.tag[end - 1] == "CD"
        if tokens.pos[index] not in {"NOUN", "ADJ"} or not tokens.text[index].islower():
            return False
    return False


def _governs(tokens: Tokens, index: int) -> bool:
    """Whether somebody who governs or lives in a place is named: "Zelena's chief minister"."""
    noun = tokens.lower[index : index + 1]
    return bool(noun) and (
        noun[0] in words("placed") or tokens.lower[index : index + 2] == ["chief", "minister"]
    )


def _lies_in_city(tokens: Tokens, start: int) -> bool:
    """Whether a city has it, where something happens: "in Kolkata's Metiabruz"."""
    if start < 3 or tokens.lower[start - 1] not in POSSESSIVES:
        return False
    inside = tokens.lower[start - 3] in words("inside_preposition")
    return inside and is_city(tokens.text[start - 2])


def _in_country(tokens: Tokens, end: int) -> bool:
    """Whether a state closes the phrase behind a comma: "bound for Bandar Varen, Iran."."""
    if tokens.lower[end : end + 1] != [","]:
        return False
    known = gazetteer().match(tokens.text, end + 1) if end + 1 < len(tokens) else None
    state = known is not None and known[1].type == "State" and known[1].sense == "name"
    return state and known is not None and tokens.text[known[0] : known[0] + 1] in _CLOSING


def has_age(tokens: Tokens, end: int) -> bool:
    """Whether a name has an age behind it: "Kelvin Otieno, 24, testified"."""
    after = tokens.text[end : end + 3]
    return after[:1] == [","] and after[2:] in ([","], ["."]) and after[1].isdigit()
