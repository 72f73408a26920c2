"""One name, one type: what all occurrences of a name in a document vote for together."""

from __future__ import annotations

from collections import Counter, defaultdict

from ingest.nlp.entities.aliases import also_called
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.heads import Name
from ingest.nlp.entities.ordinary import is_named, is_ordinary
from ingest.nlp.entities.sameness import surname
from ingest.nlp.entities.shape import is_acronym, looks_common
from ingest.nlp.lexicon import is_city
from ingest.nlp.tokens import Tokens

SURE_PERSON = 4  # votes of a full name that the model too takes for a person
_MODEL_CAP = 4  # the model repeats its mistakes, so its labels may not outvote grammar by number
_CITY = 3  # votes of the list of cities, once a text: how often a name occurs tells nothing
_INSIDE = frozenset(("in", "through", "near", "around", "throughout", "across", "outside"))
# Of types with equal votes the one that is most often right.
_PREFERENCE = ("Person", "Place", "Organization", "ArmedGroup", "Event", "Treaty", "Channel")


def settle_types(tokens: Tokens, names: list[Name]) -> None:
    """Give every open name the type its occurrences vote for together, or none.

    Weak names (a sentence's first word, a title in capitals) need support elsewhere in the text:
    another occurrence, or a person of whose full name they are part.
    """
    ballots, firm = _count(tokens, names)
    parts = _parts_of_people(tokens, names, ballots, firm)
    opened: list[Name] = []
    before: Name | None = None
    bodies, shorter, relatives = set[str](), set[str](), set[str]()
    for name in names:
        type_ = name.type or _winner(ballots[tokens.span_text(name.start, name.end)])
        if name.end - name.start > 1 and type_ == "Organization":
            bodies.add(tokens.text[name.start])
            shorter |= {short} if (short := without_form(tokens, name.start, name.end)) else set()
    groups = {
        tokens.text[name.start] for name in names
        if name.type == "Organization" and tokens.text[name.end - 1] == "group"
    }  # fmt: skip
    regions = {
        tokens.span_text(name.start, name.end - 1) for name in names
        if name.type == "Place" and tokens.lower[name.end - 1] in words("place")
        if tokens.lower[name.start] not in tokens.dictionary  # "North Sea" tells of no "North"
    }  # fmt: skip
    initials = {_initials(tokens, name) for name in names if name.type == "Organization"}
    shortened_forms = Counter(tokens.span_text(name.start, name.end) for name in names)
    for name in names:
        text = tokens.span_text(name.start, name.end)
        shortened = name.type is None and name.known is None and text in bodies
        placed = name.start and tokens.lower[name.start - 1] in _INSIDE
        shortened = shortened and not placed  # "through Syunik"
        speaks = shortened and _speaks(tokens, name)
        if shortened and text not in parts and (shortens(tokens, text) or speaks):
            # Once for all: the first occurrence has the type of the others.
            ballots[text]["Organization"] += 4 * shortened_forms.pop(text, 0) + speaks
            name.weak = False
        if name.type is None and text not in relatives and _has_surname_of(text, parts):
            relatives.add(text)
            ballots[text]["Person"] += 3
        if name.type is None and name.known is None and text in regions:
            name.type = "Place"  # "Dom Kete" beside "Dom Kete province"
        if name.type is None and name.known is None and text in initials:
            name.type = "Organization"  # "the PACE" beside "the Parliamentary Assembly of ..."
        if name.weak and name.known is not None and text in groups:
            name.type, name.known = "Organization", None  # "Pravda" beside "the Pravda group"
        if name.type is None and before is not None:
            if _abbreviates(tokens, before, name) and before.type is not None:
                name.type = before.type
                ballots[text][before.type] += 20
            elif before.type in {"Person", "Organization"} and also_called(tokens, before, name):
                ballots[text][before.type] += 20
            elif before.type == "Place" and _listed_after(tokens, before, name):
                ballots[text]["Place"] += 3
        before = name
        if name.known is None and text in shorter and name.type in {None, "Place"}:
            name.type = "Organization"
        if text in parts and _may_be_person(tokens, name):
            name.type, name.known = "Person", None  # "Ford" beside "Otto Ford" is no maker
        if name.type == "Thing" and ballots.get(text):
            name.type = _winner(ballots[text])  # the holding "Patriot" of a text is no missile
        if name.type is not None:
            continue
        person = name.votes["Person"] + name.label["Person"]
        if name.weak and text not in firm and text not in parts and person < SURE_PERSON:
            continue
        if name.known is not None:
            name.type = name.known.type
            continue
        if text in parts:
            name.type = "Person"
            continue
        if ballots[text]:
            name.type = _winner(ballots[text])
            opened.append(name)
    _drop_ordinary(tokens, opened)


def _may_be_person(tokens: Tokens, name: Name) -> bool:
    """Whether a known company or outlet may be a person by the same word: "Ford", "Hill".

    The article tells an outlet of such a name: "the Hill".
    """
    known = name.known
    led = name.start > 0 and tokens.lower[name.start - 1] == "the"
    outlet = known is not None and known.type == "Channel" and name.end - name.start == 1
    outlet = outlet and tokens.text[name.start].istitle()
    return (known is not None and known.kind == "company") or (outlet and not led)


def _initials(tokens: Tokens, name: Name) -> str:
    """The capitals that a name of three words or more begins with, by which a text may go on."""
    capitals = "".join(t[0] for t in tokens.text[name.start : name.end] if t[0].isupper())
    return capitals if len(capitals) > 2 else ""


def _speaks(tokens: Tokens, name: Name) -> bool:
    """Whether a name is the subject of a verb of speech: "Harrow said", of Harrow Petroleum."""
    last = name.end - 1
    speaks = tokens.lemma[tokens.heads[last]] in words("speech_verb")
    return tokens.dep[last] == "nsubj" and speaks


def _has_surname_of(text: str, parts: set[str]) -> bool:
    """Whether two words end like the full name of somebody else in the text."""
    name = text.split()
    return len(name) == 2 and name[1] in parts and name[0] not in parts


def without_form(tokens: Tokens, start: int, end: int) -> str:
    """The "Falcon Bridge" of "Falcon Bridge Trading", by which a text goes on; else nothing."""
    form = tokens.lower[end - 1] in words("organization") or tokens.text[end - 1] in (
        words("legal_form")
    )
    short = tokens.span_text(start, end - 1)
    return short if end - start > 2 and form and short not in gazetteer().by_name else ""


def shortens(tokens: Tokens, text: str) -> bool:
    """Whether the first word of a body's name may stand for it: no ordinary English."""
    plain = len(text) > 3 and text.isalpha() and not text.isupper()
    return plain and text.lower() not in tokens.dictionary and text not in gazetteer().by_name


def _abbreviates(tokens: Tokens, full: Name, name: Name) -> bool:
    """Whether a name in brackets is the acronym of the body right before them."""
    between = tokens.text[full.end : name.start] in (["("], ["["]) and name.known is None
    body = full.type in {"Organization", "ArmedGroup", "Channel"} and name.end - name.start == 1
    return (
        between and body and (is_acronym(tokens, name.start) or _shortens_all(tokens, full, name))
    )


def _shortens_all(tokens: Tokens, full: Name, name: Name) -> bool:
    """Whether capitals too long for initials shorten a name: "Southern Command (SOUTHCOM)"."""
    short = tokens.lower[name.start]
    begins = any(word[:2] == short[:2] for word in tokens.lower[full.start : full.end])
    closed = tokens.text[name.end : name.end + 1] in ([")"], ["]"])
    return tokens.text[name.start].isupper() and short.isalpha() and begins and closed


def _listed_after(tokens: Tokens, first: Name, name: Name) -> bool:
    """Whether the parser joins two names: "near Avdiivka, Marinka and ..."."""
    last = name.end - 1
    return tokens.dep[last] == "conj" and first.start <= tokens.heads[last] < first.end


def _drop_ordinary(tokens: Tokens, names: list[Name]) -> None:
    """Take its type from a name of ordinary words that no occurrence shows to be one."""
    occurrences: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        occurrences[tokens.span_text(name.start, name.end)].append(name)
    for same in occurrences.values():
        first = same[0]
        if not is_ordinary(tokens, first.start, first.end):
            continue
        if not any(is_named(tokens, n.start, n.end, first.type or "") for n in same):
            for name in same:
                name.type = None


def _count(tokens: Tokens, names: list[Name]) -> tuple[dict[str, Counter[str]], set[str]]:
    """The votes for each open name, and the names some occurrence of which is beyond doubt."""
    ballots: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    firm: set[str] = set()
    for name in names:
        text = tokens.span_text(name.start, name.end)
        if name.type is not None or (name.known is None and not name.weak):
            firm.add(text)
        if name.type is None and name.known is None:
            ballots[text].update(name.votes)
            labels[text].update(name.label)
    initials = {
        tokens.text[name.start]
        for name in names
        if name.start
        and tokens.lower[name.start - 1] in {"the", "("}
        and is_acronym(tokens, name.start)
    }
    for text, ballot in ballots.items():
        if is_city(text) and text not in initials:
            ballot["Place"] += _CITY
    for text, counted in labels.items():
        if not (looks_common(text) and not ballots[text]):
            ballots[text].update({type_: min(n, _MODEL_CAP) for type_, n in counted.items()})
    return ballots, firm


def _parts_of_people(
    tokens: Tokens, names: list[Name], ballots: dict[str, Counter[str]], firm: set[str]
) -> set[str]:
    """First and last names of the people the document names in full; "van Quill" is a last one."""
    people = {
        text
        for text, ballot in ballots.items()
        if " " in text and text in firm and ballot and _winner(ballot) == "Person"
    }
    for name in names:
        if name.known is not None and name.known.type == "Person":
            people |= {name.known.name, tokens.span_text(name.start, name.end)}
    tails = {t for text in people for t in _tails(text)}
    return tails | {p for text in people for p in (text.split()[0], surname(text))}


def _tails(text: str) -> list[str]:
    """A full name's last word, and the same with the particles before it: "von der Quill"."""
    parts = text.split()
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in words("particle"):
        first -= 1
    return [" ".join(parts[i:]) for i in range(first, len(parts))]


def _winner(ballot: Counter[str]) -> str:
    return max(_PREFERENCE, key=lambda type_: ballot[type_])
