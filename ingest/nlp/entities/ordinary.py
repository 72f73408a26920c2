"""Capitals that name nothing: ordinary words that a text sets large ("the Nation", "Human Rights").

Official prose and headlines write common nouns with a capital, and names are made of common nouns.
What tells the two apart is grammar: somebody with a name acts, owns, is called so or is introduced.
"""

from __future__ import annotations

from ingest.nlp import gender
from ingest.nlp.entities.aliases import has_initials
from ingest.nlp.entities.evidence import has_age
from ingest.nlp.entities.gatherings import is_exercise
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.introductions import hosts, is_apposed_body, is_shared
from ingest.nlp.entities.lists import listed_as, one_of_regions, verb_over
from ingest.nlp.entities.sameness import BORN
from ingest.nlp.entities.shape import is_hyphenated_given, is_quarter
from ingest.nlp.entities.titles import heads_turn
from ingest.nlp.lexicon import is_city
from ingest.nlp.marks import OPENING_MARKS
from ingest.nlp.tokens import Tokens

_POINTERS = frozenset(["the", "our", "this", "that", "its", "their", "your", "my", "a", "an"])
_CALLING = frozenset(["call", "name", "dub", "nickname", "title", "codename", "term"])
_REFLEXIVE = frozenset(["itself", "himself", "herself", "themselves"])
_DESCRIBED = frozenset(["whose", "which", "who", "based", "registered", "headquartered", "owned"])
_MARKS = frozenset(["-", "–", "&", "'s", "’s", "'", "’"])
_IN_LANGUAGE = frozenset(["fluent", "chant", "recite", "sing"])
_SUFFIXES = (("ies", "y"), ("es", ""), ("s", ""))
_VERBAL = (("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def is_ordinary(tokens: Tokens, start: int, end: int) -> bool:
    """Whether every word is ordinary English and none is a given name."""
    found = [word for word in tokens.lower[start:end] if word not in _MARKS]
    person = found and (found[0] in words("given_name") or found[-1] in BORN)
    person = person or (len(found) > 1 and gender.of_name(found[0]) is not None)
    if not found or person or is_hyphenated_given(tokens, end):
        return False
    if end - start == 1 and _is_abbreviation(tokens, start):
        return found[0] in words("common_acronym")
    names = gazetteer().by_name
    known = (names.get(text) for text in tokens.text[start + 1 : end])
    states = (match for match in known if match is not None and match.type == "State")
    if any(state.sense == "name" for state in states):
        return False  # "Transparency Georgia"
    # "THE MOURNERS CARRIED armfuls": capitals that only open a text have verbs among them
    shouted = end - start > 1 and all(text.isupper() for text in tokens.text[start:end])
    endings = _SUFFIXES + _VERBAL if shouted else _SUFFIXES
    return all(_is_word(tokens, word, endings) for word in found)


def is_language(tokens: Tokens, start: int, end: int) -> bool:
    """Whether somebody speaks or writes it: "spoke Holo", "a broadcast in Sorani"."""
    last, head = end - 1, tokens.heads[end - 1]
    if end - start > 2:
        return False
    if tokens.dep[last] == "dobj":
        return tokens.lemma[head] == "speak"
    spoken = tokens.dep[last] == "pobj" and tokens.lower[head] == "in" and head == start - 1
    return spoken and tokens.lemma[tokens.heads[head]] in _IN_LANGUAGE


def _is_abbreviation(tokens: Tokens, index: int) -> bool:
    """Two or more capitals in a short word: "NIS", "MoD"; English words are shouting ("FALSE")."""
    text = tokens.text[index]
    longest = 4 if tokens.lower[index] in tokens.dictionary else 6
    return sum(c.isupper() for c in text) > 1 and len(text) < longest


def _is_word(tokens: Tokens, word: str, endings: tuple[tuple[str, str], ...]) -> bool:
    if word in tokens.plain or word in tokens.dictionary or word in words("complement"):
        return True
    return any(
        word.endswith(suffix) and word.removesuffix(suffix) + ending in tokens.dictionary
        for suffix, ending in endings
    )


def is_named(tokens: Tokens, start: int, end: int, type_: str) -> bool:
    """Whether one occurrence of ordinary words shows that they are a name of this type."""
    text = tokens.span_text(start, end)
    if type_ == "Place":
        before = tokens.lower[start - 1] if start else ""
        numbered = end < len(tokens) and tokens.text[end].isdigit()
        if is_quarter(tokens, start, end) and tokens.lower[start + 1] not in tokens.plain:
            return True
        located = tokens.ent[start] in {"GPE", "LOC"} and before not in _POINTERS
        located = located and tokens.tag[end - 1] == "NNP" and _has_way(tokens, start)
        inside = before in words("inside_preposition") and not numbered
        return is_city(text) or inside or located or one_of_regions(tokens, end)
    if type_ == "Event" and is_exercise(tokens, start, end):
        return True
    following = tokens.lower[end : end + 1]
    if has_initials(tokens, start, end) or type_ in {"ArmedGroup", "Channel"}:
        return True
    if following in (["party"], ["movement"], ["bloc"]):
        return True
    if following in (["fact"], ["researchers"], ["analysts"], ["journalists"], ["reporters"]):
        return True  # "according to Stop Fake fact-checkers"
    before = tokens.lower[start - 1] if start else ""
    if type_ == "Person":
        shown = before in words("title") or before in words("kin") or has_age(tokens, end)
        shown = shown or heads_turn(tokens, start, end)
        return shown or _acts(tokens, end, words("speech_verb")) or _is_met(tokens, start, end)
    opening = _opening(tokens, start)
    if opening == start and before in _POINTERS and (end - start == 1 or before in {"a", "an"}):
        return False
    relative = tokens.lower[end : end + 2]
    described = relative[:1] == [","] and not _DESCRIBED.isdisjoint(relative[1:])
    body = is_apposed_body(tokens, end) or hosts(tokens, start)
    body = body or listed_as(tokens, start, "company_noun")
    body = body or (is_shared(tokens, start) and end - start > 1)
    described = described or (body and type_ == "Organization")
    return described or _is_called(tokens, opening) or _acts(tokens, end, None)


def _opening(tokens: Tokens, start: int) -> int:
    """Where a name begins whose "The" has its capital behind a noun: "rights group The Dawn"."""
    noun = start > 1 and tokens.pos[start - 2] == "NOUN" and tokens.text[start - 1] == "The"
    return start - 1 if noun else start


def _is_met(tokens: Tokens, start: int, end: int) -> bool:
    """Whether somebody meets or thanks whom the model too takes for a person: "met Church"."""
    person = tokens.ent[start] == "PERSON" and tokens.tag[end - 1] == "NNP"
    return person and verb_over(tokens, end - 1) in words("greeting_verb")


def _has_way(tokens: Tokens, start: int) -> bool:
    """Whether something comes, goes or lies there: "reach Guam", "the territory of Guam"."""
    head = tokens.heads[start]
    if start and tokens.text[start - 1][0].isupper():
        return False  # "the borders of the Russian Empire"
    if tokens.dep[start] == "dobj":
        return tokens.lemma[head] in words("place_verb") | words("place_company")
    held = tokens.dep[start] == "pobj" and tokens.lower[head] in {"of", "to", "from", "over"}
    above = tokens.lemma[tokens.heads[head]] if held else ""
    return above in words("place_company") | words("place")


def _acts(tokens: Tokens, end: int, verbs: frozenset[str] | None) -> bool:
    """Whether the name is the subject of a verb (of these verbs), owns something or is led."""
    dep, head = tokens.dep[end - 1], tokens.heads[end - 1]
    if dep in {"nsubj", "nsubjpass"} and tokens.pos[head] == "VERB":
        return verbs is None or tokens.lemma[head] in verbs
    if verbs is not None:
        return False
    led = dep == "dobj" and tokens.lemma[head] in words("leading")
    return led or dep == "poss" or (dep == "pobj" and tokens.lower[head] == "by")


def _is_called(tokens: Tokens, start: int) -> bool:
    """As in "calls Star Blizzard", "the company Northern Lantern", "known as Cold Harbour"."""
    if start == 0:
        return False
    before = start - 1 - (tokens.text[start - 1] in OPENING_MARKS)
    if before < 0:
        return False
    before -= tokens.lower[before] in _REFLEXIVE
    apposed = before - (tokens.text[before] == ",")
    bodies = words("organization") | words("company_noun")
    noun = tokens.lower[apposed] in bodies and tokens.pos[apposed] == "NOUN"
    noun = noun or tokens.lower[before] == "holding"
    named = tokens.lemma[before] in _CALLING or tokens.lower[max(0, before - 1) : before + 1] == [
        "known",
        "as",
    ]
    return noun or named


def is_doubtful(tokens: Tokens, index: int, *, opens: bool) -> bool:
    """Whether a known name of one word may be that word here; `opens` where its place asks for a
    capital.
    """
    text = tokens.text[index]
    plain = text in words("plain_word")
    if plain and gazetteer().by_name[text].type == "Channel":
        return not _is_outlet(tokens, index)
    if text == "X":
        before = tokens.lower[index - 1] if index else ""
        return before not in {"on", "platform", "to", "via", "and", ","}
    return plain and opens


def _is_outlet(tokens: Tokens, index: int) -> bool:
    """Whether a plain word is the name of an outlet: "the Insider", "reports Mash"."""
    before = tokens.lower[max(0, index - 2) : index]
    if not before:
        return False
    inverted = tokens.lemma[index - 1] in words("speech_verb") and not before[0].isalnum()
    introduced = before[-1] in words("paper_noun") | words("company_noun") | {"the"}
    return introduced or inverted or before == ["according", "to"]
