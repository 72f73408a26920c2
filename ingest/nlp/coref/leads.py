"""Whom the head of an article means by "a former minister", before it names him."""

from __future__ import annotations

from ingest.nlp import gender
from ingest.nlp.coref.antecedents import Antecedents
from ingest.nlp.coref.descriptions import is_called
from ingest.nlp.speech import BYSTANDERS, KIN, OFFICES, WALKS

_REACH = 4  # sentences that are not quoted
# Who rules is not introduced as one of those who serve: "a top diplomat".
_SERVING = frozenset(("diplomat", "official", "officer", "adviser", "advisor", "aide", "envoy"))
# Callings that nobody is introduced by who is named by an office next.
_PRIVATE = frozenset(
    ("doctor", "nurse", "medic", "surgeon", "teacher", "farmer", "driver", "engineer", "student",
     "pensioner", "witness", "resident", "worker", "priest", "villager", "scientist", "survivor")
)  # fmt: skip
# What somebody is called to be kept unnamed, who is named nowhere else.
_NAMELESS = frozenset(("source", "informant", "insider"))
_RULING = frozenset(("president", "prime", "premier", "chancellor", "king", "queen"))
# What somebody is called who may have been introduced as "an official".
_IN_OFFICE = OFFICES | _SERVING | {"head", "chief", "director", "deputy", "representative"}


def named_after(known: Antecedents, index: int) -> str | None:
    """The person whom a lead means by "a former minister": who is named and speaks next."""
    tokens = known.found.tokens
    if tokens.lemma[index].lower() in _NAMELESS:
        return None
    title = next((i for i, text in enumerate(tokens.text[:index]) if "\n" in text), 0)
    stop = tokens.sents[tokens.sent_of[index]][1]
    before = {a.id for a in known.people if title <= a.position < stop}
    phrase = tokens.lower[tokens.lefts[index] : index + 1]
    if (titled := _titled_after(known, index, phrase)) is not None:
        return titled
    for position, id_ in sorted(known.spoken):
        described = known.described.get(id_)
        if position <= index or described is None or id_ in before or known.is_unnamed(id_):
            continue
        near = known.since(position, index) <= _REACH
        called = tokens.lower[index] in described.words
        near = near and (called or _introduced(known, id_, title, position))
        suits = known.may_be(id_, gender.of_words(phrase))
        suits = suits and (not called or _may_be_of(known, index, described.owners))
        return id_ if near and suits and _may_be_called(phrase, described.words) else None
    return None


def _introduced(known: Antecedents, id_: str, title: int, position: int) -> bool:
    """Whether somebody is named in full where he speaks, and nowhere before but in the headline."""
    tokens, named = known.found.tokens, known.found.entities.get(id_)
    told = [m for m in named.mentions if m.start >= title] if named is not None else []
    first = min(told, key=lambda m: m.start, default=None)
    full = first is not None and first.end - first.start > 1
    return full and first is not None and tokens.sent_of[first.start] == tokens.sent_of[position]


def _may_be_of(known: Antecedents, index: int, owners: set[str]) -> bool:
    """Whether nobody is of another state than a lead says: "a Kenyan minister" is not Ghana's."""
    found = known.found
    told = (found.holder[i] for i in range(found.tokens.lefts[index], index))
    states = {m.entity for m in told if m is not None and found.type_of(m.entity) == "State"}
    others = {id_ for id_ in owners if found.type_of(id_) == "State"}
    return not states or not others or bool(states & others)


def _may_be_called(phrase: list[str], words: set[str]) -> bool:
    """Whether somebody known by `words` may have been introduced by `phrase`."""
    noun = phrase[-1]
    if noun in words and not is_called(phrase, words):
        return False
    held = OFFICES if noun in OFFICES else _RULING if noun in _SERVING else frozenset()
    if noun not in words and words & held:
        return False
    if noun in _PRIVATE and noun not in words and words & OFFICES:
        return False  # a doctor is no minister
    others = words & (KIN | BYSTANDERS)
    if noun not in words and others and WALKS.get(noun) not in {WALKS.get(w) for w in others}:
        return False  # a source is not "his lawyer, Ada Quill"
    # A "law enforcement official" is none who is only known as a founder.
    return noun not in _SERVING or not words or bool(words & _IN_OFFICE)


def _titled_after(known: Antecedents, index: int, phrase: list[str]) -> str | None:
    """The one person named later who is called what a lead says of "the top diplomat"."""
    if phrase[0] != "the" and known.found.tokens.child(index, "poss") is None:
        return None
    own = range(index + 1 - len(phrase), index + 1)  # of the unnamed person himself
    called = [
        id_ for id_, described in known.described.items()
        if described.first not in own and is_called(phrase, described.words)
        and _may_be_of(known, index, described.owners)
    ]  # fmt: skip
    later = len(called) == 1 and known.described[called[0]].first > index
    return called[0] if later and known.may_be(called[0], gender.of_words(phrase)) else None
