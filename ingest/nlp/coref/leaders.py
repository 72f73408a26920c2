"""Whom "the French president" and "the president of Rwanda" mean, named elsewhere in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.officials import leaders, officials

_TITLES = {
    "president": {"president"},
    "premier": {"prime minister"},
    "chancellor": {"prime minister"},
    "prime minister": {"prime minister"},
    "leader": {"president", "prime minister"},
    "ruler": {"president", "prime minister"},
}
_ALONE = frozenset({"president", "chancellor", "prime minister"})
_ARTICLES = frozenset({"a", "an", "the", "this"})


@dataclass(frozen=True, slots=True)
class Office:
    """The leadership of a state as a phrase names it, and the `holder` the text names elsewhere.

    `state` is missing where the phrase names none: "the President".
    """

    title: str
    state: Mention | None
    holder: str


def offices(found: Findings) -> Iterator[tuple[int, Office]]:
    """The phrases that stand for a state's leader, each with its head's place.

    Where several people of the text have led the state so, or nobody has, a phrase stands for none.
    """
    known, led = officials(), leaders()
    able = [
        (known.get(id_), led[id_], id_)
        for id_, entity in found.entities.items()
        if id_ in led and any(mention.kind == "name" for mention in entity.mentions)
    ]
    if not able:
        return
    titles = list(_titles(found.tokens.lower))
    # "The President" of a text that names one president, and no other by that title.
    shared = {title for index, title in titles if _names_next(found, index + 1)}
    for index, named in titles:
        told = _told(found, index)
        if told is None:
            alone = named in _ALONE - shared and _bare(found, index, named)
            holders = [id_ for _, as_, id_ in able if alone and as_ in _TITLES[named]]
            if len(holders) > 1:  # a president and a former one
                holders = [id_ for id_ in holders if _bears(found, id_, named.split()[0])]
            if len(holders) == 1:
                yield index, Office(named, None, holders[0])
            continue
        title, state = told
        holders = [id_ for of, as_, id_ in able if of == state.entity and as_ in _TITLES[title]]
        if len(holders) == 1:
            yield index, Office(title, state, holders[0])


def _titles(words: list[str]) -> Iterator[tuple[int, str]]:
    """The titles of leaders in a text, each at its last word."""
    for index, word in enumerate(words):
        if word in _TITLES:
            yield index, word
        elif word == "minister" and words[index - 1 : index] == ["prime"]:
            yield index, "prime minister"


def _bears(found: Findings, id_: str, title: str) -> bool:
    """Whether the text gives somebody a title beside the name: "President of Kenya X"."""
    tokens, mentions = found.tokens, found.entities[id_].mentions
    return any(title in tokens.lower[max(0, m.start - 4) : m.start] for m in mentions)


def _bare(found: Findings, index: int, title: str) -> bool:
    """Whether "the President" stands alone, with no state and no name."""
    lower = found.tokens.lower
    first = index - title.count(" ")
    if lower[first - 1 : first] != ["the"]:
        return False
    goes_on = lower[index + 1 : index + 2] in (["of"], ["-"]) or _names_next(found, index + 1)
    return found.holder[index] is None and not goes_on


def _names_next(found: Findings, index: int) -> bool:
    named = found.holder[index] if index < len(found.tokens) else None
    return (named is not None and named.start == index) or _apposed(found, index)


def _told(found: Findings, index: int) -> tuple[str, Mention] | None:
    """The title and the state of a phrase with this head that gives no name."""
    tokens = found.tokens
    prime = tokens.lower[index] == "minister"
    first = index - prime
    title = " ".join(tokens.lower[first : index + 1])
    held = found.holder[index]
    if title not in _TITLES or not first or (held is not None and held.kind != "coref"):
        return None
    before, after = found.holder[first - 1], index + 1
    owned = tokens.lower[first - 1] in {"'s", "’s"} and first > 1
    if owned:
        before = found.holder[first - 2]
    opening = before.start - 1 if before is not None else -1
    alone = owned or (opening >= 0 and tokens.lower[opening] in _ARTICLES)
    if before is not None and alone and found.type_of(before.entity) == "State":
        named = after < len(tokens) and (found.holder[after] is not None or _apposed(found, after))
        return None if named else (title, before)
    if tokens.lower[first - 1] != "the" or tokens.lower[after : after + 1] != ["of"]:
        return None
    whose = after + 1 + (tokens.lower[after + 1 : after + 2] == ["the"])
    state = found.holder[whose] if whose < len(tokens) else None
    if state is None or found.type_of(state.entity) != "State" or _apposed(found, state.end):
        return None
    return title, state


def _apposed(found: Findings, comma: int) -> bool:
    """Whether a person is named behind a comma: "the president of Rwanda, Paul Kagame"."""
    if comma + 1 >= len(found.tokens) or found.tokens.text[comma] != ",":
        return False
    return found.person_at(comma + 1) is not None
