"""Outlets that their own words show: a site by its address, a paper by its place, an edition by
its language.
"""

from __future__ import annotations

import re

from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.joints import glued
from ingest.nlp.lexicon import is_city
from ingest.nlp.tokens import Tokens, is_capital

_SITE = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)?\.(?:com|net|org|info|news|today|media|online|site|press|live|tv|me"
    r"|io|co|eu|ru|ua|by|su|md|ge|am|az|kz|rs|pl|cz|sk|hu|ro|bg|lt|lv|ee|fi|se|de|fr|it|es|uk|ir|cn|tr)",
    re.IGNORECASE,
)
# Where everybody publishes, and what only shortens addresses.
_SHARED = re.compile(
    r"(?:www\.)?(?:t\.me|x\.com|twitter|facebook|youtube|vk\.com|ok\.ru|bit\.ly).*"
)
_FIGURES = re.compile(r"\d\+\d")
_FIGURE_NAME = re.compile(r"\d\+\d|\d{2,3}")
_MEDIA_LISTED = frozenset(["channels", "stations", "broadcasters"])
_BEFORE_FIGURES = _MEDIA_LISTED | {"channel", "station", "broadcaster", "tv", "outlet", "network"}
_LISTING = frozenset([",", "and", "—", "–", "-", ":", "("])
_LIST_ENDS = frozenset([",", "and", "—", "–", ")", "."])
_MOST_LISTED = 12  # tokens from a noun to the last name of its list
_BEHIND_FIGURES = frozenset(["channel", "station", "broadcaster", "tv", "media", "website"])
_ENDING = frozenset(["net", "com", "org", "info", "news", "today", "media", "ru", "ua", "tv", "by"])
_LANGUAGE_LINKS = frozenset(["en", "em", "auf"])
_LANGUAGES = frozenset(
    ["español", "espanol", "français", "francais", "português", "portugues", "deutsch", "italiano",
     "arabe", "árabe"]
)  # fmt: skip


def is_site(text: str) -> bool:
    """Whether a word is the address of a site: "Znak.com", "obzor.ua"."""
    return _SITE.fullmatch(text) is not None and _SHARED.fullmatch(text.lower()) is None


def opens_site(tokens: Tokens, index: int) -> bool:
    """Whether an address in small letters is named as an outlet: "the site obzor.ua", "a.ua said".

    Others are only where a page is found.
    """
    if "." not in tokens.text[index] or not is_site(tokens.text[index]):
        return False
    before = index - 1
    while before > 0 and (tokens.text[before] in {",", "and"} or is_site(tokens.text[before])):
        before -= 1
    speaks = tokens.lemma[index + 1 : index + 2]
    said = bool(speaks) and speaks[0] in words("speech_verb")
    return said or (index > 0 and tokens.lower[before] in words("paper_noun"))


def in_figures(tokens: Tokens) -> frozenset[int]:
    """Where stations named in figures stand: "the channel 1+1" and "2+2", later "1+1 said".

    A format of talks is written so, too ("the 5+1 talks"): a medium must stand beside the name
    once, or a name of that kind before it ("1+1 and 2+2"). A number is one in a list of stations.
    """
    places = [i for i, text in enumerate(tokens.text) if _FIGURES.fullmatch(text)]
    named: set[str] = set()
    for index in places:
        before, behind = tokens.lower[max(0, index - 1)], tokens.lower[index + 1 : index + 2]
        beside = before in _BEFORE_FIGURES or not _BEHIND_FIGURES.isdisjoint(behind)
        joined = before in {"and", ","} and tokens.text[index - 2] in named
        if beside or joined:
            named.add(tokens.text[index])
    listed = (i for noun in _nouns(tokens) for i in _numbers_listed(tokens, noun))
    return frozenset([*(i for i in places if tokens.text[i] in named), *listed])


def _nouns(tokens: Tokens) -> list[int]:
    return [i for i, word in enumerate(tokens.lower) if word in _MEDIA_LISTED]


def _numbers_listed(tokens: Tokens, noun: int) -> list[int]:
    """112 in "three stations — Lantern, 112 and Kettle", not 20 in "stations, 20 of them shut"."""
    numbers: list[int] = []
    named = False
    for index in range(noun + 1, min(len(tokens) - 1, noun + _MOST_LISTED)):
        text = tokens.text[index]
        if _FIGURE_NAME.fullmatch(text) and tokens.text[index + 1] in _LIST_ENDS:
            numbers.append(index)
        elif is_capital(text):
            named = True
        elif text not in _LISTING:
            break
    return numbers if named else []


def site_goes_on(tokens: Tokens, dot: int) -> bool:
    """Whether a full stop is part of an address that the tokenizer cut: "Censor.Net"."""
    ends = tokens.lower[dot + 1 : dot + 2]
    return tokens.text[dot] == "." and bool(ends) and ends[0] in _ENDING and glued(tokens, dot)


def is_outlet(tokens: Tokens, start: int, end: int, label: str | None) -> bool:
    """Whether a run of capitals is the name of an outlet, whoever is meant by the words in it."""
    head = tokens.lower[end - 1]
    if end - start == 1:
        return is_site(tokens.text[start]) or _FIGURE_NAME.fullmatch(tokens.text[start]) is not None
    if tokens.text[end - 2] == "." and site_goes_on(tokens, end - 2):
        return True
    if head == "channel" and tokens.lower[end - 2] in PLATFORM:
        return False  # "the Kettle Telegram Channel"
    if end - start > 2 and tokens.lower[end - 2 : end] == ["fact", "check"]:
        return True
    if tokens.lower[start] in words("outlet_opening") or _is_local_paper(tokens, start, end):
        return True
    named = head in words("outlet_head") or (head in words("outlet") and label == "ORG")
    return named and not _tells_whose(tokens, end)


def edition_end(tokens: Tokens, end: int) -> int:
    """The end of an outlet's edition behind its name: "Sputnik en Español"."""
    link, language = tokens.lower[end : end + 1], tokens.lower[end + 1 : end + 2]
    edition = link and link[0] in _LANGUAGE_LINKS and language and language[0] in _LANGUAGES
    return end + 2 if edition else end


def _is_local_paper(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a state or city stands before a word for papers: "Moldova Insider", "Kenya Today"."""
    if tokens.lower[end - 1] not in words("place_paper"):
        return False
    known = gazetteer().match(tokens.text, start)
    if known is not None:
        return known[0] == end - 1 and known[1].sense in {"name", "seat"}
    return is_city(tokens.span_text(start, end - 1))


def _tells_whose(tokens: Tokens, end: int) -> bool:
    """ "Russian TV", "Kremlin TV": the state's television at large, no station's name."""
    if tokens.lower[end - 1] not in words("outlet_noun"):
        return False
    before = gazetteer().match(tokens.text, end - 2)
    return before is not None and before[1].type == "State" and before[0] == end - 1
