"""Where the words behind a name's head end: "of Foreign Affairs", "for the Study of War"."""

from __future__ import annotations

from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.joints import capital_at, glued
from ingest.nlp.entities.lines import HYPHENS
from ingest.nlp.tokens import Tokens, is_capital

_LISTED = frozenset(
    ["agency", "bureau", "commission", "committee", "council", "directorate", "ministry"]
)


def complement_end(tokens: Tokens, end: int, *, commas: bool, limit: int = 30) -> int:
    """Where "of Foreign Affairs", "for the Study of War", "on X, Y and Z" after a head word ends.

    The stretch must run over connecting words to further capitals; `commas` allows lists.
    """
    texts, lower, count = tokens.text, tokens.lower, len(tokens.text)
    last, index = end, end
    while index < count and index - end < limit:
        if lower[index] in PLATFORM and lower[index + 1 : index + 2] != ["and"]:
            break  # "the Ministry of Health Facebook page"
        if is_capital(texts[index]):
            if index > end and _qualifies_next(tokens, index):
                break  # "the 72nd Brigade of the Kenyan army"
            if index > end and _opens_office(tokens, index):
                break  # "the Eastern Group of Forces Colonel Otto Kern"
            if tokens.pos[index] == "DET":
                index += 1
                continue
            index += 1
            last = index
        elif lower[index] in words("complement") or (
            texts[index] in HYPHENS and glued(tokens, index)
        ):
            if lower[index] == "in" and "field" not in lower[index + 1 : index + 3]:
                break
            if lower[index] == "on" and tokens.ent[index + 1 : index + 2] == ["DATE"]:
                break
            index += 1
        elif commas and texts[index] == "," and _opens_body(tokens, index + 1):
            break  # "the Ministry of Defence, Harbour Agency and NATO"
        elif (commas and texts[index] == "," and capital_at(tokens, index + 1)) or (
            texts[index] in {"'s", "’s"} and texts[index - 1] in words("possessed")
        ):
            index += 1
        else:
            break
    return last


def _opens_office(tokens: Tokens, index: int) -> bool:
    """Whether a rank, or an office behind a body's last word, stands before its holder."""
    if not capital_at(tokens, index + 1):
        return False
    if tokens.lower[index] in words("rank"):
        return True
    behind = is_capital(tokens.text[index - 1]) and tokens.lower[index - 1] not in words("title")
    office = behind and tokens.lower[index] in words("state_servant")
    return office and (
        tokens.lower[index + 1] in words("title")
        or tokens.lower[index + 1] not in tokens.dictionary
    )


def _opens_body(tokens: Tokens, start: int) -> bool:
    """Whether what a list goes on with is a body of its own, and no further field."""
    known = gazetteer().match(tokens.text, start)
    if known is not None and known[1].sense == "name":
        return known[1].type in {"Organization", "ArmedGroup", "Bloc"}
    end = start
    while capital_at(tokens, end):
        end += 1
    return end - start > 1 and tokens.lower[end - 1] in _LISTED


def _qualifies_next(tokens: Tokens, index: int) -> bool:
    """Whether a state's adjective belongs to a common noun behind it, and to no name."""
    known = gazetteer().match(tokens.text, index)
    if known is None or known[1].sense != "demonym" or known[0] >= len(tokens):
        return False
    return tokens.pos[known[0]] == "NOUN" and tokens.text[known[0]].islower()
