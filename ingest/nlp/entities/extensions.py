"""Names that go on in small letters, or over an "of" that elsewhere would end them."""

from __future__ import annotations

from ingest.nlp.entities.beside_states import branch_end
from ingest.nlp.entities.chunks import Chunk
from ingest.nlp.entities.complements import complement_end
from ingest.nlp.entities.gazetteer import towns, words
from ingest.nlp.entities.heads import Name
from ingest.nlp.entities.outlets import edition_end
from ingest.nlp.lexicon import is_city
from ingest.nlp.marks import DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens, is_capital

_INTRODUCING = frozenset(
    ("organization", "organisation", "initiative", "project", "fund", "union", "club", "network")
)

_NEWS = frozenset(["investigative", "news", "media", "journalism", "fact-checking"])


def extend_place(tokens: Tokens, name: Name, chunk: Chunk) -> None:
    """As in "Kursk region", "Kharkiv front": the common noun belongs to the place's name."""
    following = name.end
    lower = tokens.lower
    if following != chunk.end or following >= len(lower):
        return
    known = name.known
    city = is_city(tokens.span_text(name.start, name.end))
    city = city or (known is not None and known.name in towns())
    place = name.type in {None, "Place"} and (known is None or city)
    place = place or (known is not None and known.sense == "seat")
    nouns = words("place_noun_after")
    for length in range(min(3, len(lower) - following), 0, -1):
        if place and " ".join(lower[following : following + length]) in nouns:
            beyond = lower[following + length : following + length + 1]
            if beyond in (["court"], ["council"], ["prosecutor"]):
                name.end, name.type, name.known = following + length + 1, "Organization", None
                return
            name.end, name.type, name.known = following + length, "Place", None
            return


def extend(tokens: Tokens, name: Name) -> None:
    """Let a name go on over what belongs to it, wherever its run of capitals ends."""
    _branch(tokens, name)
    _demand(tokens, name)
    for rule in (_republic, _defined, _spelled_out, _called, _agency, _edition, _voice, _treaty):
        rule(tokens, name)


def _treaty(tokens: Tokens, name: Name) -> None:
    """As in "the Argyle declaration", "the Dayton accords": agreements by where they were made."""
    following = tokens.lower[name.end : name.end + 1]
    place = name.type in {None, "Place"} or (name.known is not None and name.known.sense == "seat")
    named = place and tokens.lower[name.start - 1] == "the" and name.start > 0
    if named and following and following[0] in words("treaty_place"):
        name.end, name.type, name.known = name.end + 1, "Treaty", None


def _agency(tokens: Tokens, name: Name) -> None:
    """As in "the Firat news agency", "Al-Nour radio", unless known by the name alone."""
    if name.known is None and tokens.lower[name.end : name.end + 2] == ["news", "agency"]:
        name.end, name.type = name.end + 2, "Channel"
    station = tokens.lower[name.end : name.end + 1] in (["television"], ["radio"])
    if station and name.known is None and name.type in {None, "Channel"}:
        following = tokens.pos[name.end + 1 : name.end + 2]
        if following and following[0] not in {"NOUN", "PROPN", "ADJ"}:
            name.end, name.type = name.end + 1, "Channel"


def _edition(tokens: Tokens, name: Name) -> None:
    """As in "Sputnik en Español": an outlet's edition, which speaks for itself."""
    end = edition_end(tokens, name.end)
    outlet = name.type == "Channel" or (name.known is not None and name.known.type == "Channel")
    if end > name.end and outlet:
        name.end, name.type, name.known = end, "Channel", None


def _voice(tokens: Tokens, name: Name) -> None:
    """As in "the Voice of Kenya", "Echo of Lima": stations by what they speak for."""
    voice = name.type is None and tokens.text[name.end - 1] in {"Voice", "Echo"}
    if not voice or tokens.lower[name.end : name.end + 1] != ["of"]:
        return
    first = name.end + 1 + (tokens.lower[name.end + 1 : name.end + 2] == ["the"])
    end = first
    while end < len(tokens) and is_capital(tokens.text[end]):
        end += 1
    if end > first:
        name.end, name.type = end, "Channel"


def _called(tokens: Tokens, name: Name) -> None:
    """As in "a foundation called Bridge of Hope": "of" belongs to a name that is introduced."""
    lower, before = tokens.lower, name.start - 1
    if name.type is not None or before < 1 or lower[name.end : name.end + 1] != ["of"]:
        return
    called = lower[before] in {"called", "named", "dubbed"}
    if called and any(w in words("company_noun") for w in lower[max(0, before - 3) : before]):
        name.end = complement_end(tokens, name.end, commas=False)
        name.votes["Organization"] += 5


def _republic(tokens: Tokens, name: Name) -> None:
    """As in "the Republic of Tatarstan", where no state is called so."""
    end = name.end
    alone = end - name.start == 1 and tokens.lower[name.start] in {
        "republic",
        "emirate",
        "sultanate",
    }
    if (
        alone
        and tokens.lower[end : end + 1] == ["of"]
        and is_capital(" ".join(tokens.text[end + 1 : end + 2]))
    ):
        name.end, name.type, name.known = complement_end(tokens, end, commas=False), "Place", None


def _demand(tokens: Tokens, name: Name) -> None:
    """As in "the news site Follow the Money": a verb and its object, behind a noun for outlets."""
    verb = name.start - 2
    if verb < 2 or tokens.lower[verb + 1] != "the" or tokens.tag[verb] != "VB":
        return
    noun, kind = tokens.lower[verb - 1], tokens.lower[verb - 2]
    outlet = noun in words("paper_noun") or (noun == "platform" and kind in _NEWS)
    if outlet and is_capital(tokens.text[verb]) and tokens.heads[name.end - 1] == verb:
        name.start, name.type, name.known = verb, "Channel", None


def _branch(tokens: Tokens, name: Name) -> None:
    """As in "Reef Union International (RUI) Ghana": the state tells which branch it is.

    Behind an article it may open a clause: "the Reef Union (RU) Ghana had left".
    """
    end = branch_end(tokens, name.end)
    led = name.start > 0 and tokens.lower[name.start - 1] == "the"
    if end > name.end and not led and name.type in {None, "Organization"}:
        name.end, name.type, name.known = end, "Organization", None


def _defined(tokens: Tokens, name: Name) -> None:
    """What initials follow is a name: "the Framework for the Defence of the People (FDP)".

    A mission is named with the country it is in: "the Assistance Mission in Karuna (AMIK)".
    """
    joint = tokens.lower[name.end : name.end + 1]
    placed = name.type in {"Organization", "ArmedGroup"} and joint == ["in"]
    if not placed and (name.type is not None or joint not in (["for"], ["of"])):
        return
    end = _capitals_end(tokens, name.end + 1) if placed else 0
    end = end or complement_end(tokens, name.end, commas=False)
    initials = "".join(tokens.text[end + 1 : end + 2])
    bracketed = tokens.text[end : end + 1] == ["("] and ")" in tokens.text[end + 2 : end + 5]
    capitals = "".join(t[0] for t in tokens.text[name.start : end] if t[0].isupper())
    same = bracketed and (placed or capitals[:2] == initials[:2])
    if end > name.end and same and initials.isupper() and len(initials) > 2:
        name.end, name.known = end, None
        name.type = name.type or "Organization"


def _spelled_out(tokens: Tokens, name: Name) -> None:
    """A body's name with commas beside its initials: "Center for Air, Rivers and Land (CARL)".

    So it is where the initials stand first: "CARL (Center for Air, Rivers and Land)".
    """
    if name.type != "Organization" or tokens.text[name.end : name.end + 1] != [","]:
        return
    end = complement_end(tokens, name.end, commas=True)
    capitals = "".join(t[0] for t in tokens.text[name.start : end] if t[0].isupper())
    after = tokens.text[end : end + 3]
    initials = after[1] if after[:1] == ["("] and after[2:] == [")"] else ""
    if name.start > 1 and tokens.text[name.start - 1] == "(" and after[:1] == [")"]:
        initials = tokens.text[name.start - 2]
    if capitals and "".join(c for c in initials if c.isupper()) == capitals:
        name.end, name.known = end, None


def _capitals_end(tokens: Tokens, start: int) -> int:
    """The end of a place's name behind a preposition and perhaps "the"."""
    end = start + (tokens.lower[start : start + 1] == ["the"])
    while end < len(tokens) and (
        is_capital(tokens.text[end])
        or (tokens.lower[end] == "and" and is_capital(" ".join(tokens.text[end + 1 : end + 2])))
    ):
        end += 1
    return end


def quoted_body(tokens: Tokens, start: int) -> Name | None:
    """The whole of a quoted name that a noun for a body introduces: "a group “Hope in May”"."""
    if start < 2 or tokens.text[start - 1] not in DOUBLE_OPENING:
        return None
    noun = tokens.lower[start - 2]
    if noun not in words("company_noun") and noun not in _INTRODUCING:
        return None
    stop = next(
        (i for i in range(start, min(len(tokens), start + 8)) if tokens.text[i] in DOUBLE_CLOSING),
        0,
    )
    plain = all(text[0].isalnum() for text in tokens.text[start:stop])
    small = any(text[0].islower() for text in tokens.text[start:stop])
    return Name(start, stop, "Organization") if stop and plain and small else None
