"""Who made goods and where they are from, which is not who sends them: "Soviet-era tanks"."""

from __future__ import annotations

from ingest.nlp.tokens import Tokens

_MADE = frozenset({"made", "manufactured", "built", "produced", "supplied", "donated"})
_ORIGINS = frozenset({"made", "manufactured", "built", "produced", "designed", "era", "type"})
HYPHENS = frozenset({"-", "–", "—", "‑"})


def is_made(tokens: Tokens, index: int) -> bool:
    """Whether a word says who made goods: "Kenyan-made drones", "Kenyan-supplied gas"."""
    if not 1 < index < len(tokens) or tokens.text[index - 1] not in HYPHENS:
        return False
    return tokens.lower[index] in _MADE


def tells_origin(tokens: Tokens, name: int) -> bool:
    """Whether a name says where goods are from, whoever sends them: "Soviet-era tanks"."""
    behind = tokens.text[name + 1 : name + 2]
    return bool(behind) and behind[0] in HYPHENS and tokens.lower[name + 2] in _ORIGINS
