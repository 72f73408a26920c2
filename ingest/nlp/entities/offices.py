"""One name for one institution: "Russian Foreign Ministry" is the "Ministry of Foreign Affairs of
Russia", and "the Foreign Ministry" or "MFA" after it is the same body.
"""

from __future__ import annotations

import re
from string import capwords

from ingest.nlp.entities.gazetteer import Known, gazetteer, words
from ingest.nlp.tokens import Tokens

_PORTFOLIOS = {
    "Foreign": "Foreign Affairs",
    "External Affairs": "Foreign Affairs",
    "Defence": "Defense",
    "Interior": "Internal Affairs",
    "the Interior": "Internal Affairs",
    "Home Affairs": "Internal Affairs",
    "Defence Affairs": "Defense",
}
_ABBREVIATED = {
    "MoD": "Ministry of Defense",
    "MOD": "Ministry of Defense",
    "MFA": "Ministry of Foreign Affairs",
    "MoFA": "Ministry of Foreign Affairs",
}


def institution_name(body: str, state: str | None) -> str:
    """The canonical name of a body, with its state where that is known.

    Ministries are written "Ministry of X"; other bodies keep their own words.
    """
    canonical = body.removeprefix("The ").removeprefix("the ")
    canonical = _ABBREVIATED.get(canonical, canonical)
    turned = re.fullmatch(r"(?P<portfolio>.+) Ministry", canonical, re.IGNORECASE)
    named = re.fullmatch(
        r"(?:Ministry|Department) (?:of|for) (?:the )?(?P<portfolio>.+)", canonical, re.IGNORECASE
    )
    match = turned or named
    whole = match is not None and " of " not in match["portfolio"]
    if match is not None and whole and "Ministry" in canonical.title():
        portfolio = (
            match["portfolio"].title() if match["portfolio"].islower() else match["portfolio"]
        )
        canonical = f"Ministry of {_PORTFOLIOS.get(portfolio, portfolio)}"
    elif canonical.islower():
        canonical = capwords(canonical)
    if state is None or state in canonical:
        return canonical
    return f"{canonical} of {state}"


def short_forms(tokens: Tokens, end: int, body: str) -> list[str]:
    """What later mentions may call it: the bare body, its initials, an acronym in brackets."""
    forms = [institution_name(body, None), body]
    return forms + initials(body) + bracketed(tokens, end)


def initials(body: str) -> list[str]:
    """The capitals a name of three words or more is shortened to: "RSF"; none or one."""
    capitals = "".join(word[0] for word in re.split(r"[\s-]+", body) if word and word[0].isupper())
    return [capitals] if len(capitals) > 2 else []


def bracketed(tokens: Tokens, end: int) -> list[str]:
    """The acronym in brackets behind a name, by which the text goes on; none or one."""
    if end + 2 < len(tokens) and tokens.text[end] in "([" and tokens.text[end + 2] in ")]":
        acronym = tokens.text[end + 1]
        return [acronym] if sum(letter.isupper() for letter in acronym) > 1 else []
    return []


def branch_forms(body: str) -> list[str]:
    """What a company with its land in brackets is also called; nothing for any other.

    "Kettle Marine (Cyprus) Ltd" is "Kettle Marine", and "Kettle Cyprus" beside its sisters.
    """
    named = re.fullmatch(r"(.+) \((.+)\) .+", body)
    return [named[1], f"{named[1].split()[0]} {named[2]}"] if named else []


def branch_names(body: str) -> list[str]:
    """What a branch with initials in brackets is called, its full name first; else the body alone.

    "Reef Union (RU) Ghana" is "Reef Union Ghana", "RU Ghana" and, where nobody else is, "RU".
    """
    named = re.fullmatch(r"(.+) \(([A-Z]+)\) ([A-Z].+)", body)
    if named is None or named[3] in words("legal_form"):
        return [body]
    return [f"{named[1]} {named[3]}", f"{named[2]} {named[3]}", named[2]]


def of_state(body: str) -> tuple[str, Known | None]:
    """A body's name and its state, where it ends in one: "Investigative Committee", Kenya.

    The longest name of the state counts: "of the Republic of Kenya" is Kenya's.
    """
    for link in re.finditer(r" of (?:the )?", body):
        known = gazetteer().by_name.get(body[link.end() :])
        if known is not None and known.type == "State" and known.sense == "name":
            return body[: link.start()], known
    return body, None
