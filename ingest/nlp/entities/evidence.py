"""What speaks for each type of an open name at one place in the text, as votes.

The weights order the sources by how often each was right on news of many outlets: grammar around
the name first, then the gazetteer of cities, then the model's label, then the shape of the name.
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.nlp.entities.gazetteer import cities, city_key, words
from ingest.nlp.tokens import Tokens

LABELS = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "ORG": "Organization",
    "EVENT": "Event",
}
# Endings of surnames in the languages our documents write about, and of common English nouns.
_SURNAME = re.compile(
    r"(?:[oe]v|[oe]va|sk(?:y|yi|iy|i|aya|a)|enko|chuk|[iy]uk|shyn|[ai]shvili|adze|idze|yan|ić|vich"
    r"|[a-z]dottir|[a-z]sson|escu|nen|oğlu|zadeh|[iy]ev|[iy]eva)$"
)
# Endings of settlements in the same languages.
_SETTLEMENT = re.compile(
    r"(?:[iy]vka|[oe]vka|[iyo]vske|[oe]vsk|[ia]nsk|hrad|grad|opil|opol|abad|burg|ivtsi|ychi)$"
)
_COMMON_SUFFIX = re.compile(
    r"(?:ing|ly|tion|tions|ment|ments|ness|dom|ism|isms|ists?|ites?|ary|ous|ers)$"
)
_ACRONYM = re.compile(r"[A-Z]+(?:[a-z][A-Z]+)?")
_NAME_WORD = re.compile(r"[A-ZÀ-ÞČŠŽĆĐŁŞĞİŚŹŻ](?:\.|[’']?[A-Za-zÀ-ž’'-]*[a-zß-ž])")

_CAMEL = re.compile(r"(?!Ma?c[A-Z])(?:[A-Z][a-zà-ž]+){2,}")

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
    text = tokens.span_text(start, end)
    if city_key(text) in cities():
        votes["Place"] += 3
    if end - start == 1 and is_acronym(tokens, start):
        votes["Organization"] += 2
    _weigh_before(tokens, start, votes)
    _weigh_after(tokens, end, votes)
    held = start > 1 and tokens.lower[start - 1] == "of"
    if held and tokens.lower[start - 2] in words("posted"):
        # "the leader of Zelena, who": the leader is who
        votes["Person"] -= 3 if tokens.lower[end : end + 2] == [",", "who"] else 0
    _weigh_shape(tokens, start, end, votes)
    if tokens.text[end - 1].isdigit():
        votes.pop("Person", None)  # "Kanal 11"
    return votes


def looks_common(text: str) -> bool:
    """Whether a single capitalised word has the ending of an English common noun."""
    return " " not in text and _COMMON_SUFFIX.search(text) is not None


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
    if before == "of" and start > 1 and tokens.lower[start - 2] in words("placed"):
        votes["Place"] += 6
    if before == "for" and start > 1 and tokens.lower[start - 2] in {"bound", "headed"}:
        votes["Place"] += 3
    on_air = before == "station" and tokens.lower[start - 2] in ("radio", "tv", "television")
    if before in words("paper_noun") or on_air:
        votes["Channel"] += 6
    if before in words("fighters"):
        votes["ArmedGroup"] += 6
    if before == "the":
        votes["Organization"] += 1
        single = not any(text[0].isupper() for text in tokens.text[start + 1 : start + 2])
        votes["Person"] -= 2 if single and not tokens.lower[start].endswith("s") else 0
    # "the publisher Olena Marchuk" is a person
    given = tokens.lower[start] in words("given_name")
    if before in words("company_noun"):
        votes["Organization"] += 1 if given else 5
    elif before == "," and start > 2 and tokens.lower[start - 2] in words("company_noun"):
        votes["Organization"] += 4
    if before in words("title"):
        votes["Person"] += 3
    if before in words("kin"):
        votes["Person"] += 6
    if before == "," and any(w in words("title") for w in tokens.lower[max(0, start - 6) : start]):
        votes["Person"] += 2


def _weigh_after(tokens: Tokens, end: int, votes: Counter[str]) -> None:
    """ ", who ..." and ", a spokesman for ...", and being the subject of a verb of speech."""
    after = tokens.lower[end : end + 7]
    if after[:1] == [","]:
        titled = any(word in words("title") for word in after[1:])
        votes["Person"] += 3 if titled or after[1:2] == ["who"] else 0
    if has_age(tokens, end):
        votes["Person"] += 5
    if after[:2] == [",", "whose"] and set(after[2:5]) & words("posted"):
        votes["Organization"] += 3
    if is_apposed_body(tokens, end):
        votes["Organization"] += 4
    if after[:1] == [","] and after[1:2] in (["owned"], ["headquartered"], ["headed"], ["founded"]):
        votes["Organization"] += 3
    if after[:1] and after[0] in {"exercise", "exercises", "drills"}:
        votes["Event"] += 4
    armed = after[:1] and after[0] in words("fighters")
    # "Fano fighters seized", but "bought Rafale fighters"
    if armed and (after[0] != "fighters" or tokens.dep[end] in {"nsubj", "nsubjpass"}):
        votes["ArmedGroup"] += 4
    built = next((i for i, w in enumerate(after[:3]) if w in words("installation")), None)
    small = built is not None and all(tokens.text[end + i].islower() for i in range(built + 1))
    if small and not is_acronym(tokens, end - 1):
        votes["Place"] += 1 if built else 2
    if after[:1] and after[0] in {"party", "movement"}:
        votes["Organization"] += 4
    if _one_of_regions(tokens, end) or after[:1] in (["villages"], ["towns"], ["settlements"]):
        votes["Place"] += 6
    if _before_cities(tokens, end):
        votes["Place"] += 3
    if _is_taken(tokens, end - 1):
        votes["Place"] += 3
    head = tokens.heads[end - 1]
    if tokens.dep[end - 1] == "nsubj" and tokens.lemma[head] in words("speech_verb"):
        votes["Person"] += 1


def has_age(tokens: Tokens, end: int) -> bool:
    """Whether a name has an age behind it: "Kelvin Otieno, 24, testified"."""
    after = tokens.text[end : end + 3]
    return after[:1] == [","] and after[2:] in ([","], ["."]) and after[1].isdigit()


def is_apposed_body(tokens: Tokens, end: int) -> bool:
    """Whether ", a state-owned company" follows a name: the noun that ends the phrase decides."""
    if tokens.lower[end : end + 2] not in ([",", "a"], [",", "an"], [",", "the"]):
        return False
    if tokens.lower[end + 2 : end + 4] in (["unit", "of"], ["arm", "of"], ["refiner", "in"]):
        return True
    last = ""
    for index in range(end + 2, min(len(tokens), end + 8)):
        inside = tokens.pos[index] in {"NOUN", "ADJ", "PROPN", "NUM", "VERB"}
        if not (inside or tokens.text[index] == "-"):
            break
        last = tokens.lower[index] if tokens.pos[index] == "NOUN" else last
    return last in words("company_noun")


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
        if ends and city_key(tokens.text[index + 1]) in cities():
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


def _weigh_shape(tokens: Tokens, start: int, end: int, votes: Counter[str]) -> None:
    """Two or three capitalised words look like a person, unless the first is an adjective of place
    or kind; so do the usual endings of surnames.
    """
    text = tokens.span_text(start, end)
    if end - start > 1 and tokens.lower[start] in words("organization_opening"):
        votes["Organization"] += 4
    if end - start > 1 and {tokens.text[start], tokens.text[end - 1]} & words("legal_form"):
        votes["Organization"] += 5
    if _SURNAME.search(text) and not text.isupper():
        votes["Person"] += 2 if end - start > 1 else 1
    if end - start == 1:
        if _CAMEL.fullmatch(text):
            votes["Organization"] += 2
        if _SETTLEMENT.search(text) and tokens.lower[start] not in tokens.dictionary:
            votes["Place"] += 2
        if tokens.lower[start] in words("given_name") - tokens.plain:
            votes["Person"] += 2
        inserted = start > 2 and tokens.text[start - 1] == "]" and tokens.text[start - 3] == "["
        if inserted and tokens.lower[start - 2] in words("given_name"):
            votes["Person"] += 4  # "[Olena] Marchuk"
        return
    if end - start > 5:
        return
    if tokens.lower[start] in words("place_opening"):
        votes["Place"] += 4
    unknown = tokens.text[end - 1].isalpha() and tokens.lower[end - 1] not in tokens.dictionary
    if end - start == 2 and unknown and tokens.lower[start] in words("place_modifier"):
        votes["Place"] += 4  # "North Kordofan"
    if end - start == 2 and unknown and is_acronym(tokens, start) and len(tokens.text[start]) > 2:
        votes["Organization"] += 3  # "MVM Paks"
    if "e" in tokens.text[start + 1 : end - 1]:
        votes["Organization"] += 3  # "Lashkar-e-Taiba"
    if "&" in tokens.text[start:end]:
        votes["Organization"] += 5
    last = tokens.lower[end - 1]
    plural = last.endswith("s") and last[:-1] in tokens.dictionary
    if plural and tokens.lower[start] not in words("given_name"):
        votes["Organization"] += 3  # "Irrawaddy Aero Fuels"
    if is_hyphenated_given(tokens, end):
        votes["Person"] += 4
    if end - start < 4 and tokens.lower[start] in words("given_name"):
        votes["Person"] += 3
    if is_full_name(tokens, start, end):
        votes["Person"] += 2
    elif _is_phrase(tokens, start, end):
        votes["Organization"] += 3
    if end - start <= 3 and has_line(tokens, start, end):
        votes["Person"] += 2


def is_full_name(tokens: Tokens, start: int, end: int) -> bool:
    """Two or three words in title case, hyphens aside, not all of them ordinary English."""
    parts = [word for word in tokens.text[start:end] if word not in {"-", "–"}]
    if not (2 <= len(parts) <= 3 and all(_NAME_WORD.fullmatch(word) for word in parts)):
        return False
    if (start and tokens.lower[start - 1] == "the") or parts[-1].endswith("s"):
        return False
    if any(word.lower() in tokens.plain for word in parts):
        return False
    return not _is_phrase(tokens, start, end)


def _is_phrase(tokens: Tokens, start: int, end: int) -> bool:
    """Ordinary English words only ("Steppe Lantern"), unless they begin with a given name."""
    words_ = [word for word in tokens.lower[start:end] if word not in {"-", "–"}]
    if words_[0] in words("given_name"):
        return False
    return all(word in tokens.dictionary for word in words_)


def is_hyphenated_given(tokens: Tokens, end: int) -> bool:
    """Whether a name ends like "Cho Tae-yul": a hyphen and a small second half."""
    if end < 4 or tokens.text[end - 2] not in {"-", "‑"}:
        return False
    small, first = tokens.text[end - 1], tokens.text[end - 3]
    return small.islower() and len(small) < 7 and first[0].isupper() and len(first) < 7


def is_camel(text: str) -> bool:
    """Whether a word has capitals inside, which no place in the sentence explains."""
    return _CAMEL.fullmatch(text) is not None


def is_acronym(tokens: Tokens, index: int) -> bool:
    """Capitals that are not simply shouting: the words around are not all in capitals."""
    texts = tokens.text
    if not (_ACRONYM.fullmatch(texts[index]) and 2 <= len(texts[index]) <= 7):
        return False
    if tokens.lower[index] in tokens.plain:
        return False
    around = [t for t in texts[max(0, index - 3) : index + 4] if len(t) > 2 and t.isalpha()]
    return sum(t.isupper() for t in around) * 2 <= len(around) + 1


def has_line(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing else stands on the line, "By" apart: a byline or a heading."""
    texts = tokens.text
    first = start == 0 or "\n" in texts[start - 1] or tokens.lower[start - 1] == "by"
    return first and (end >= len(texts) or "\n" in texts[end])
