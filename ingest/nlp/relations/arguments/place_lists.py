"""Places told by how they lie to others, in lists that parsers lose their way in.

War assessments write "attacked near Ada itself; northwest of Ada near Tema and toward Keta; and in
the Ho direction", or "near Tema, Keta (north of Ada), and Ho": something happened near Tema, Keta
and Ho, while "of Ada" only says where they lie.
"""

from __future__ import annotations

from ingest.nlp.findings import Findings

NEAR = frozenset({"near", "toward", "towards", "in", "around", "at", "into", "within"})
_MOVING = frozenset({"toward", "towards", "into"})
_BEARINGS = frozenset(
    side + end
    for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast",
                 "southwest", "north-east", "north-west", "south-east", "south-west")
    for end in ("", "ern")
)  # fmt: skip
_PASSED = frozenset(
    {",", ";", "and", "or", "the", "both", "also", "itself", "further", "immediately", "along",
     "city", "area", "areas", "direction", "directions", "outskirts", "suburbs", "village",
     "villages", "town", "towns", "settlement", "settlements"}
)  # fmt: skip
_MOST_BEFORE = 6  # tokens between a verb and where its list begins: "continued ground attacks"


def listed_places(found: Findings, trigger: int, word: str) -> list[int]:
    """The last tokens of the places such a list behind a trigger word is about, by preposition.

    What happened "near" or "in" places happened towards the others of the list too, but what moved
    "toward" some is not said to have moved to those it is near. Empty where nothing is said of how
    the places lie and no semicolon parts them: a parser reads plain phrases better. Where all that
    is told is "west of Ada", it was near Ada.
    """
    tokens = found.tokens
    end = tokens.sents[tokens.sent_of[trigger]][1]
    index = _opening(found, trigger, end)
    places: list[tuple[str, int]] = []
    sided: list[tuple[str, int]] = []
    bearing = parted = False
    near = ""
    while index < end:
        here, mention = tokens.lower[index], found.holder[index]
        if here in NEAR:
            near = here
        elif here in _BEARINGS:
            bearing = True
            # "in the north of Ada" and "in northern Ada" are in Ada, "north of Ada" is not
            inside = here.endswith("ern") or tokens.lower[index - 1] in ("in", "the")
            near = near if inside else ""
        elif mention is not None and mention.kind == "name":
            if near:
                places.append((near, mention.end - 1))
            elif bearing and found.type_of(mention.entity) == "Place":
                sided.append(("near", mention.end - 1))
            index = mention.end
            continue
        elif here == "(" and ")" in tokens.text[index:end]:
            aside = tokens.text.index(")", index)
            parted = parted or not _BEARINGS.isdisjoint(tokens.lower[index:aside])
            index = aside
        elif here == ";":
            parted = True
        elif here not in _PASSED and here != "of" and tokens.pos[index] != "PROPN":
            break
        index += 1
    if not (bearing or parted):
        return []
    return [place for how, place in places or sided if how == word or word not in _MOVING]


def _opening(found: Findings, trigger: int, end: int) -> int:
    """Where a list of places may begin behind a trigger; the sentence's end where none does."""
    tokens = found.tokens
    for index in range(trigger + 1, min(trigger + 1 + _MOST_BEFORE, end)):
        if tokens.lower[index] in NEAR or tokens.lower[index] in _BEARINGS:
            return index
        if tokens.pos[index] == "VERB" or found.holder[index] is not None:
            return end
    return end
