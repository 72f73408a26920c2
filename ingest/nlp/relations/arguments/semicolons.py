"""People listed between semicolons: "on three people: X; his son Y; and Z, Interior Minister"."""

from __future__ import annotations

from ingest.nlp.findings import Findings, Mention

_MOST_LISTED = 200  # tokens
_PREFACING = frozenset({"NOUN", "ADJ", "PROPN"})


def listed_people(found: Findings, head: int) -> list[int]:
    """The last tokens of the names behind the first of a list that a colon opens.

    What else stands between two semicolons tells of the person who opens it.
    """
    tokens, first = found.tokens, found.person_at(head)
    if first is None or first.start == 0 or tokens.text[first.start - 1] != ":":
        return []
    listed = list[int]()
    for index in range(first.end, min(len(tokens) - 1, first.end + _MOST_LISTED)):
        text = tokens.text[index]
        if text in (".", ":") or "\n" in text:
            break
        if text != ";":
            continue
        person = _opening(found, index + 1)
        if person is None:
            break
        listed.append(person.end - 1)
    return listed


def _opening(found: Findings, at: int) -> Mention | None:
    """The person whom an item of a list begins with: "X", "and X", "his elder son X"."""
    tokens = found.tokens
    at += tokens.lower[at : at + 1] == ["and"]
    if tokens.tag[at : at + 1] == ["PRP$"]:
        at += 1
        while at < len(tokens) and found.holder[at] is None and tokens.pos[at] in _PREFACING:
            at += 1
    person = found.person_at(at) if at < len(tokens) else None
    opens = person is not None and person.kind == "name" and person.start == at
    return person if opens else None
