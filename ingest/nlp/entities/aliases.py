"""Two names of one thing side by side: "Otto Kern, known as Oko", "the Security Bureau, or SB"."""

from __future__ import annotations

from ingest.nlp.entities.heads import Name
from ingest.nlp.entities.shape import is_acronym
from ingest.nlp.tokens import Tokens

_ADVERBS = frozenset(["also", "better", "formerly", "previously", "once", "widely", "now"])
_CALLINGS = (["known", "as"], ["aka"], ["a.k.a."], ["alias"], ["nicknamed"], ["codenamed"])
_BREAKS = frozenset([",", "(", "–", "—", "-"])
_MARKS = frozenset([",", "(", "“", '"', "the", "simply", "by", "its", "acronym"])


def also_called(tokens: Tokens, first: Name, name: Name) -> bool:
    """Whether the words between two names say that the second is another name of the first."""
    if not 0 < name.start - first.end < 7:
        return False
    between = tokens.lower[first.end : name.start]
    said = [word for word in between if word not in _MARKS and word not in _ADVERBS]
    if said == ["or"]:
        return between[0] == "," and is_acronym(tokens, name.start) and _is_closed(tokens, name)
    return said in _CALLINGS


def spelled_out(tokens: Tokens, acronym: Name, name: Name) -> bool:
    """Whether a name behind an acronym says in full what it stands for: "RDB, the Reef ... Bank".

    Determiners and whose body it is may stand between them, behind a comma or a dash.
    """
    if acronym.end - acronym.start > 1 or not 0 < name.start - acronym.end < 5:
        return False
    mark, *rest = tokens.text[acronym.end : name.start]
    if mark not in _BREAKS or "VERB" in tokens.pos[acronym.end : name.start] or "and" in rest:
        return False
    initials = "".join(t[0] for t in tokens.text[name.start : name.end] if t[0].isupper())
    short = tokens.text[acronym.start]
    return len(short) > 2 and initials.endswith(short) and name.end - name.start >= len(short) - 1


def full_names_first(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names with each acronym behind the name that says what it stands for.

    A branch whose name holds its initials ("Reef Union (RU) Ghana") comes before all others, for a
    headline may shorten it.
    """
    ordered = sorted(names, key=lambda n: ")" not in tokens.text[n.start : n.end])
    for at, acronym in enumerate(names):
        for full in names[at + 1 : at + 3]:  # "RDB, Kenya's Reef Development Bank"
            if acronym.known is None and spelled_out(tokens, acronym, full):
                ordered.remove(acronym)
                ordered.insert(ordered.index(full) + 1, acronym)
    return ordered


def _is_closed(tokens: Tokens, name: Name) -> bool:
    """Whether a comma ends what "or" begins: "the Security Bureau, or SB, said"."""
    return name.end - name.start == 1 and tokens.text[name.end : name.end + 1] in ([","], ["."])


def has_initials(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name has its initials in brackets behind: "Free Lima Now (FLN)"."""
    if end - start < 3 or tokens.text[end : end + 1] != ["("]:
        return False
    if tokens.text[end + 2 : end + 3] != [")"]:
        return False
    return tokens.text[end + 1] == "".join(t[0] for t in tokens.text[start:end] if t[0].isupper())
