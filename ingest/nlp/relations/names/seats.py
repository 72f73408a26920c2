"""Where bodies sit, as names tell by standing together: "the embassy in X", "NAME, an X firm"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.speech import HUMANS
from ingest.nlp.tokens import POSSESSIVES

_SEATED = frozenset({"based", "registered", "headquartered", "incorporated", "domiciled"})
_COMPANIES = (
    words("company_noun")
    | argument_words().stand_ins["companies"]
    | argument_words().stand_ins["outlets"]
)
_HOUSED = frozenset(
    {"tank", "thinktank", "think-tank", "institute", "foundation", "consultancy", "university",
     "museum", "laboratory", "studio", "newsroom", "nonprofit", "charity", "school", "academy"}
)  # fmt: skip
_SEAT_LINKS = (["in"], ["in", "the"], ["out", "of"], ["out", "of", "the"], ["at"])
_GROUND = frozenset({"Place", "State"})
_MOST_CALLED = 3
_USED = frozenset({"used", "popular"})  # where a platform has its users, it need not sit
DAUGHTERS = frozenset({"affiliate", "subsidiary", "branch", "unit", "arm", "office"})


def between(found: Findings, first: Mention, second: Mention) -> list[str]:
    """The words between two names, in lower case."""
    return found.tokens.lower[first.end : second.start]


def in_brackets(found: Findings, first: Mention, second: Mention) -> bool:
    """ "Ivan Popko (Baltic Ledger)": a name in brackets of its own, right behind another."""
    closed = found.tokens.text[second.end : second.end + 1] == [")"]
    return between(found, first, second) == ["("] and closed and second.kind == "name"


def is_site(found: Findings, place: Mention, outer: Mention) -> bool:
    """ "the Alabuga drone plant in Tatarstan", "the Thilawa terminal near Yangon"."""
    tokens, link = found.tokens, outer.start - 1
    link -= tokens.lower[link] == "the"
    last = link - 1
    if tokens.lower[link] not in ("in", "near", "on") or last < place.end:
        return False
    plain = all(tokens.pos[i] in ("NOUN", "ADJ", "CCONJ") for i in range(place.end, last))
    return plain and tokens.lower[last] in words("installation")


def is_based(found: Findings, person: Mention, place: Mention) -> bool:
    """ "NAME, a London-based analyst"."""
    opens = between(found, person, place) in ([",", "a"], [",", "an"], [",", "the"])
    return opens and found.tokens.lower[place.end + 1 : place.end + 2] == ["based"]


def sits(found: Findings, first: Mention, second: Mention) -> bool:
    """ "the embassy in X", "the Institute of Technology in X", "NAME, a group in X"."""
    tokens, known = found.tokens, argument_words()
    gap = between(found, first, second)
    if second.kind == "demonym" or found.type_of(second.entity) not in ("Place", "State"):
        return False
    if in_brackets(found, first, second):
        return True  # "Der Spiegel (Germany)"
    if _is_of_many(found, first) and found.type_of(second.entity) == "State":
        return False  # "the African Union in Togo", "elections to the European Parliament in Togo"
    if (
        gap == ["in"]
        and first.kind == "name"
        and first.start <= tokens.heads[first.end] < first.end
    ):
        return True  # "Hai Long Refining in Vietnam", where the parse says so too
    if _seated_behind(gap):
        return True  # "Lantern, based out of Ghana and Togo", wherever the parse hangs it
    if is_site(found, first, second):
        return True  # "the Kupol machine plant in Izhevsk"
    if gap[:1] == ["("] and gap[2:3] == [")"]:
        gap = gap[3:]  # "the Reef Institute (RIN) in Accra"
    if len(gap) > 1 and gap[-1] == "in" and gap[-2] in _HOUSED and len(gap) <= _MOST_CALLED:
        return True  # "the Reef Institute think tank in Accra"
    if gap == ["in"]:
        heads = tokens.lower[first.start : first.end]
        links = [i for i, word in enumerate(heads) if word in ("of", "for")]
        head = heads[links[0] - 1] if links and links[0] else heads[-1]
        return heads[-1] in known.facilities or head in known.facilities
    if _is_of_place(found, gap, second):
        return True
    if gap == [",", "of"] and tokens.text[second.end : second.end + 1] == [","]:
        return True  # "Fairlead Marine, of Mumbai, agreed"
    if gap == ["of"] and found.type_of(first.entity) == "Organization":
        last = first.end - 1  # "Fairlead Marine of Mumbai", "CNOOC of China"
        return tokens.lower[last] in words("company_head") or tokens.text[last].isupper()
    described = len(gap) >= 4 and gap[0] == "," and gap[1] in ("a", "an", "the")
    described = described and _USED.isdisjoint(gap)  # "Telegram, a widely used platform in Kenya"
    return described and gap[-1] == "in" and gap[-2] in known.facilities | known.bodies | _COMPANIES


def seats_joined(found: Findings, body: Mention, seat: Mention) -> Iterator[Mention]:
    """Togo in "Lantern, based in Ghana and Togo": what is listed behind the first seat."""
    tokens, last = found.tokens, seat
    if not _seated_behind(between(found, body, seat)):
        return
    while last.end + 1 < len(tokens) and tokens.lower[last.end] == "and":
        other = found.holder[last.end + 1 + (tokens.lower[last.end + 1] == "the")]
        if other is None or other.kind != "name" or found.type_of(other.entity) not in _GROUND:
            return
        yield other
        last = other


def _seated_behind(gap: list[str]) -> bool:
    """Whether words between a body and a place are ", based in" or ", registered out of"."""
    return gap[:1] == [","] and gap[1:2] != [] and gap[1] in _SEATED and gap[2:] in _SEAT_LINKS


def qualifies_person(found: Findings, body: Mention) -> bool:
    """Whether a body only tells whose somebody is: "the Accra-based Lantern employee"."""
    tokens, at = found.tokens, body.end
    while at < len(tokens) and tokens.pos[at] in ("NOUN", "ADJ") and at < body.end + _MOST_CALLED:
        at += 1
    return at > body.end and tokens.lemma[at - 1] in HUMANS


def _is_of_many(found: Findings, body: Mention) -> bool:
    """Whether a body is one of many states, and so at home in none of them."""
    entity = found.entities.get(body.entity)
    known = gazetteer().by_name.get(entity.name) if entity is not None else None
    return known is not None and known.kind == "igo"


def _is_of_place(found: Findings, gap: list[str], place: Mention) -> bool:
    """ "NAME, a Tallinn company" and "NAME, a Cyprus-registered firm": what follows the place."""
    tokens, at = found.tokens, place.end
    if len(gap) < 2 or gap[0] not in (",", "(", "–", "—") or gap[1] not in ("a", "an", "the"):
        return False
    if any(
        tokens.pos[i] not in ("ADJ", "NOUN") for i in range(place.start - len(gap) + 2, place.start)
    ):
        return False
    if at + 1 < len(tokens) and tokens.text[at] in ("-", "–", "‑"):
        return tokens.lower[at + 1] in _SEATED  # "a UK-based monitor", whatever it is
    while at < len(tokens) and tokens.pos[at] in ("ADJ", "NOUN") and at < place.end + 4:
        if tokens.lower[at] in argument_words().bodies | _COMPANIES:
            return True
        at += 1
    return False


def seats(found: Findings, first: Mention, second: Mention) -> bool:
    """ "a company in X, NAME", and a town's newspaper: "X's NAME said"."""
    tokens, words = found.tokens, argument_words()
    gap = between(found, first, second)
    if len(gap) == 1 and gap[0] in POSSESSIVES and found.type_of(first.entity) == "Place":
        plain = second.kind == "name" and tokens.pos[second.end : second.end + 1] != ["NOUN"]
        return plain and first.kind == "name" and found.type_of(second.entity) == "Channel"
    if gap[:3] == ["think", "-", "tank"] or gap[:2] == ["think", "tank"]:
        gap = gap[gap.index("tank") :]
    company = bool(gap) and gap[0] in _COMPANIES | DAUGHTERS | _HOUSED and first.kind != "demonym"
    if company and (len(gap) == 1 or gap[1:] in ([","], ["called"], ["named"], ["the"])):
        # "the Tallinn company, NAME", "a Belgrade studio called NAME", "its Dubai affiliate NAME"
        return True
    if gap != [","] or first.start < 2:
        return False
    kind = tokens.lower[first.start - 2]
    return tokens.lower[first.start - 1] == "in" and kind in words.facilities | words.bodies
