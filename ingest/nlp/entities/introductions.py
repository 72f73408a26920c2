"""What introduces a name as a body or an outlet: the noun before it, a calling, an apposition."""

from __future__ import annotations

from collections import Counter

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.entities.lists import listed_as
from ingest.nlp.entities.parties import is_behind_land
from ingest.nlp.entities.shape import has_surname_ending
from ingest.nlp.entities.titles import heads_turn
from ingest.nlp.lexicon import is_city
from ingest.nlp.marks import OPENING_MARKS
from ingest.nlp.tokens import POSSESSIVES, Tokens

_REFLEXIVE = frozenset(["itself", "themselves"])
_CALLED = frozenset(["dubbed", "codenamed", "called", "named", "nicknamed", *_REFLEXIVE])
_KNOWN = frozenset(["known", "tracked", "designated"])
_STATIONS = frozenset(["radio", "tv", "television"])
_HELD_BY = (["owned"], ["controlled"], ["run"], ["backed"], ["funded"], ["operated"])
_PAUSES = frozenset([",", "-", "–", "—"])
_PAGES = frozenset(
    ["columnist", "editorial", "editorials", "frontpage", "headline", "headlines", "newsroom"]
)
_MOST_BETWEEN = 3  # words from a name to its noun in "the Kettle internet news site"
_REPORTING = frozenset(["report", "write"])


def weigh_introduction(tokens: Tokens, start: int, votes: Counter[str]) -> None:
    """Vote for what a noun or a verb of calling before a name, in quotes or not, says it is."""
    lower = tokens.lower
    at = start - 1 - (start > 1 and tokens.text[start - 1] in OPENING_MARKS)
    at -= at > 0 and tokens.text[at] == "The"  # "the rights group The Lantern"
    if at < 0:
        return
    noun, before = lower[at], lower[at - 1] if at else ""
    if _employs_reporter(tokens, start):
        votes["Channel"] += 12
    on_air = noun == "station" and before in _STATIONS
    if noun in words("paper_noun") or on_air or listed_as(tokens, at + 1, "paper_noun"):
        votes["Channel"] += 6
    if lower[max(0, start - 3) : start] in (["state", "-", "owned"], ["state", "-", "run"]):
        votes["Organization"] += 3
    # "the publisher Olena Marchuk" is a person
    given = lower[start] in words("given_name")
    if noun == "," and before in words("paper_noun") and not given:
        votes["Channel"] += 5  # "the newspaper, Morgenkette, posted"
    apposed = noun == "," and before in words("company_noun")
    if noun in words("company_noun") or apposed or listed_as(tokens, at + 1, "company_noun"):
        votes["Organization"] += 1 if given else 5
        votes["Place"] -= 1  # "a business Concord", for all the towns of that name
    if noun == "agency" and before in words("agency_kind"):
        votes["Organization"] += 5
    if hosts(tokens, start):
        votes["Organization"] += 5
    if is_source(tokens, start):
        votes["Organization"] += 3
    if noun in _CALLED or (noun == "as" and before in _KNOWN):
        _weigh_calling(tokens, at, votes)


def is_source(tokens: Tokens, start: int) -> bool:
    """Whether one unknown word is all that is told of a source: "According to Similarweb, ...".

    People are brought in by their full names.
    """
    told = tokens.lower[max(0, start - 2) : start] == ["according", "to"]
    alone = tokens.text[start + 1 : start + 2] in ([","], ["."])
    word = tokens.lower[start]
    unknown = word not in words("given_name") and word not in tokens.dictionary
    return told and alone and unknown and not has_surname_ending(tokens.text[start])


def is_explained(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words beside a name tell what it is, though nothing else of the text may.

    As in "Sablegas, the Kenyan operator, said", "Sablegas-owned", "X (KANU, Kenya)", "MS. POPKO:".
    """
    told = is_apposed_body(tokens, end) or acts_on(tokens, end)
    return told or is_behind_land(tokens, start, end) or heads_turn(tokens, start, end)


def acts_on(tokens: Tokens, end: int) -> bool:
    """Whether a name owns, runs or backs what follows it: "Sablegas-owned YouTube"."""
    return tokens.text[end : end + 1] == ["-"] and tokens.lower[end + 1 : end + 2] in _HELD_BY


def is_shared(tokens: Tokens, start: int) -> bool:
    """Whether shares are of what a name is of: "40 per cent of Lipa Digital"."""
    before = tokens.lower[max(0, start - 2) : start]
    return before[1:] in (["of"], ["in"]) and before[0] in words("share")


def is_site_of_news(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the noun behind a name behind an article is for papers: "the Kettle news site".

    The name of a city tells where a paper is: "the Kumasi news site".
    """
    led = "the" in tokens.lower[max(0, start - 2) : start]
    if not led or is_city(tokens.span_text(start, end)):
        return False
    for index in range(end, min(len(tokens), end + _MOST_BETWEEN)):
        if tokens.lower[index] in words("paper_noun") - {"media", "site"} or (
            tokens.lower[index - 1 : index + 1] == ["news", "site"]
        ):
            return tokens.text[index].islower()
        if tokens.pos[index] not in {"NOUN", "ADJ"} or not tokens.text[index].islower():
            return False
    return False


def owns_pages(tokens: Tokens, end: int) -> bool:
    """Whether what only papers have is a name's: "Kettle's top headline", "Lantern's editorial"."""
    owned = tokens.lower[end + 1 : end + 3] if end < len(tokens) else []
    return bool(owned) and tokens.lower[end] in POSSESSIVES and not _PAGES.isdisjoint(owned)


def reports_as_paper(tokens: Tokens, start: int, end: int) -> bool:
    """Whether plain words that report are a paper's name: "said Kumasi's Enquirer".

    A city has it, or the article stands before one word that reports that something is so.
    """
    if start < 2 and tokens.lower[:start] != ["the"]:
        return False
    first = next((i for i in range(start, end) if tokens.dep[i] == "nsubj"), None)
    if first is None:
        return False
    verb = tokens.heads[first]
    found = [word for word in tokens.lower[start:end] if word != "&"]
    taken = words("title") | words("organization") | words("group_noun") | words("placed")
    taken -= words("paper_head")
    if not all(word in tokens.dictionary and word not in taken for word in found):
        return False
    if tokens.lower[start - 1] in POSSESSIVES and is_city(tokens.text[start - 2]):
        return tokens.lemma[verb] in words("speech_verb")
    reports = tokens.lemma[verb] in _REPORTING and tokens.child(verb, "ccomp") is not None
    alone = end - start == 1 and tokens.text[start].istitle() and tokens.ent[start] != ""
    return reports and alone and tokens.lower[start - 1] == "the"


def keeps_article(tokens: Tokens, start: int) -> bool:
    """Whether "The" has its capital inside a sentence: "according to The Namibian", a paper."""
    if start < 2 or tokens.text[start - 1] != "The":
        return False
    if tokens.lower[start - 2] in words("company_noun") | words("organization"):
        return False  # "the rights group The Lantern"
    same = tokens.sent_of[start - 2] == tokens.sent_of[start]
    end = start
    while end < len(tokens) and tokens.text[end][0].isupper() and tokens.lower[end] != "with":
        end += 1
    if tokens.lower[end : end + 1] in (["with"], ["of"]):
        return False  # "The Evening With ..." goes on
    owned = (
        tokens.text[end + 1 : end + 2] if tokens.lower[end : end + 1] in (["'s"], ["’s"]) else []
    )
    if owned and owned[0][0].isupper():
        return False  # so may "The Ensign's Notes"
    return same and (tokens.text[start - 2].islower() or tokens.text[start - 2] == ",")


def _weigh_calling(tokens: Tokens, verb: int, votes: Counter[str]) -> None:
    """Vote for what is called so: an operation, a body, a person."""
    called = tokens.lower[max(0, verb - 6) : verb]
    if not words("undertaking").isdisjoint(called):
        votes["Event"] += 20  # "the operation was dubbed True Promise"
        return
    if tokens.lower[verb] in _CALLED - _REFLEXIVE and called[-1:] != [","]:
        called = called[-1:]  # "the party has named Kern", but "a party named Dawn"
    if words("title").isdisjoint(called):
        bodies = words("company_noun") | words("organization")
        if not bodies.isdisjoint(called):
            votes["Organization"] += 5


def hosts(tokens: Tokens, start: int) -> bool:
    """Whether a name is a platform that something is put on: "in a post on Bluesky"."""
    before = tokens.lower[max(0, start - 2) : start]
    return before[1:] == ["on"] and before[0] in words("posting")


def _employs_reporter(tokens: Tokens, start: int) -> bool:
    """Whether a paper's name begins behind "of": "Jonas Ree of The Coastal Review"."""
    link = start - 1 - (tokens.lower[start - 1] == "the")
    if link < 2 or tokens.lower[link] not in {"of", "from", "for", "at", "with"}:
        return False
    named = all(text[0].isupper() or text == "-" for text in tokens.text[link - 2 : link])
    reports = tokens.lower[link - 1] in words("reporter")
    end = start
    while end < len(tokens) and tokens.text[end][0].isupper():
        end += 1
    papers = words("paper_head") | words("outlet_head") | words("outlet")
    return (named or reports) and end - start > 1 and tokens.lower[end - 1] in papers


def is_apposed_body(tokens: Tokens, end: int, group: str = "company_noun") -> bool:
    """Whether ", a state-owned company" follows a name: the noun that ends the phrase decides."""
    pause, article = tokens.text[end : end + 1], tokens.lower[end + 1 : end + 2]
    if not pause or pause[0] not in _PAUSES or article not in (["a"], ["an"], ["the"]):
        return False
    if tokens.lower[end + 2 : end + 4] in (["unit", "of"], ["arm", "of"], ["refiner", "in"]):
        return True
    last = ""
    for index in range(end + 2, min(len(tokens), end + 8)):
        inside = tokens.pos[index] in {"NOUN", "ADJ", "PROPN", "NUM", "VERB", "PART"}
        if not (inside or tokens.text[index] == "-"):
            break
        last = tokens.lower[index] if tokens.pos[index] == "NOUN" else last
        if tokens.pos[index] == "PROPN" and tokens.lower[index] in words("organization"):
            return group == "company_noun"  # "Spravdi, the Centre for ..."
    return last in words(group)
