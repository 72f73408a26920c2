"""Lists of the states in a bloc: "Caricom (Kenya, Ghana and Togo)", "its members: Kenya, Ghana",
"Caricom – Kenya and Ghana –", "two members of Caricom, Kenya and Ghana,", "Kenya and Ghana
(collectively known as Caricom)".

Parsers lose their way in long lists, so they are read off the words: names of states with nothing
but commas and "and" between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.lexicon import number_words
from ingest.nlp.relations.patterns.matching import Match

_BLOCS = frozenset({"Organization", "Bloc"})
_MEMBERS = frozenset({"member", "state", "country", "nation", "signatory", "founder"})
_JOINTS = frozenset({",", "and", "the", "&"})
_OPENING = frozenset({":", "(", "-", "–", "—"})
_APART = frozenset({"(", "–", "—"})
_CLOSING = frozenset({")", "-", "–", "—", ".", ";"})
_ASIDE = frozenset({"(", ",", "–", "—"})
_TOGETHER = frozenset({"collectively", "together", "jointly"})
_EXCEPTING = frozenset({"except", "bar", "barring", "excluding"})
_COUNTED = {"both": 2, **number_words()}
_MOST_BETWEEN = 5  # tokens from a bloc to the noun for its members: "six founding members of"
_FEWEST = 2  # states that make a list


def matches(found: Findings) -> Iterator[Match]:
    """One membership a state of every list that the words before it say is of a bloc's members."""
    for bloc in found.in_order():
        if found.type_of(bloc.entity) in _BLOCS and bloc.kind in ("name", "metonym"):
            for state in _listed(found, bloc) or _listed_before(found, bloc):
                yield Match.between("member_of", state, bloc)


def _listed(found: Findings, bloc: Mention) -> list[Mention]:
    """The states listed behind a bloc or behind the noun for its members; none where none are."""
    tokens, end = found.tokens, bloc.end
    last = tokens.sents[tokens.sent_of[bloc.start]][1]
    if end < last and tokens.text[end] in _APART:
        states = _closed(found, end + 1, last)
        alone = found.type_of(bloc.entity) == "Bloc" or len(states) > _FEWEST
        return states if alone else []
    noun = next((i for i in range(end, min(end + _MOST_BETWEEN, last)) if _counts(found, i)), None)
    if noun is None:
        before = range(max(0, bloc.start - 3), bloc.start)
        noun = next((i for i in before if _counts(found, i) and tokens.lower[i + 1] == "of"), None)
    if noun is None:
        return []
    behind = max(noun + 1, end)
    mark = tokens.text[behind] if behind < last else ""
    first = tokens.sents[tokens.sent_of[bloc.start]][0]
    if mark in _OPENING:
        return _closed(found, behind + 1, last)
    if behind < last and tokens.lower[behind] in _EXCEPTING:
        return _run(found, behind + 1, last)
    if mark == "," and tokens.lower[first] == "of" and bloc.start - first < _MOST_BETWEEN:
        states = _run(found, behind + 1, last)  # "Of the members of X, A and B voted"
        return states if len(states) >= _FEWEST else []
    if mark == "," and noun < bloc.start and noun:
        states = _run(found, behind + 1, last)  # "Two members of X, A and B, voted"
        counted = len(states) == _COUNTED.get(tokens.lower[noun - 1])
        return states if counted and tokens.text[states[-1].end] in (",", ".") else []
    return []


def _listed_before(found: Findings, bloc: Mention) -> list[Mention]:
    """The states in "Kenya, Ghana and Togo (collectively known as the Reef Group)"."""
    tokens, at = found.tokens, bloc.start
    at -= tokens.lower[at - 1] == "the"
    named = tokens.lower[at - 2 : at] == ["known", "as"] or tokens.lower[at - 1 : at] == ["called"]
    if at < 4 or not named:
        return []
    at -= 1 if tokens.lower[at - 1] == "called" else 2
    together = tokens.lower[at - 1] in _TOGETHER
    at -= together
    states: list[Mention] = []
    last = at - 1 if together and tokens.text[at - 1] in _ASIDE else 0
    while (state := found.holder[last - 1]) is not None and state.end == last:
        if found.type_of(state.entity) != "State" or state.kind != "name":
            break
        states.append(state)
        before = state.start - (tokens.lower[state.start - 1] == "the")
        joined = len(states) == 1 and tokens.lower[before - 1] == "and"
        before -= joined
        last = before - (tokens.text[before - 1] == ",")
        if not joined and last == before:
            break  # "Iran and Kenya, Ghana and Togo": Iran is in no list with the others
    return states[::-1] if len(states) >= _FEWEST else []


def _counts(found: Findings, index: int) -> bool:
    """Whether a plural noun for members stands here."""
    tokens = found.tokens
    return tokens.tag[index] == "NNS" and tokens.lemma[index] in _MEMBERS


def _closed(found: Findings, start: int, last: int) -> list[Mention]:
    """The states from a mark on that opens a list, if another one closes it behind the last."""
    states = _run(found, start, last)
    if len(states) < _FEWEST:
        return []
    after = found.tokens.text[states[-1].end : states[-1].end + 1]
    return states if not after or after[0] in _CLOSING else []


def _run(found: Findings, start: int, last: int) -> list[Mention]:
    """States with nothing but joints between them."""
    states: list[Mention] = []
    index = start
    while index < last:
        mention = found.holder[index]
        if mention is not None and mention.start == index:
            if found.type_of(mention.entity) != "State" or mention.kind != "name":
                break
            states.append(mention)
            index = mention.end
        elif found.tokens.lower[index] in _JOINTS:
            index += 1
        else:
            break
    return states
