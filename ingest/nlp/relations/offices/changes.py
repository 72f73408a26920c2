"""Whom a verb or noun of office says to hold what follows it: "was elected", "left his post as",
"the appointment of X as", "was promoted to".
"""

from __future__ import annotations

from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.offices.titles import TitleReader

_COPULAS = frozenset({"be", "become", "remain", "serve", "work", "act"})
_LEAVING = frozenset(
    {"take", "step", "resign", "retire", "stay", "return", "begin", "start", "quit", "depart"}
)
_SERVING = frozenset({"represent"})
_RISING = frozenset({"promote", "elevate", "rise", "ascend"})
_KNOWING = frozenset({"identify", "describe", "introduce", "know", "recognise", "recognize"})
_POSTS = frozenset(
    {"post", "position", "job", "role", "capacity", "tenure", "term", "stint", "mandate", "spell",
     "seat", "duty", "time", "work", "status", "rank", "title"}
)  # fmt: skip
_CHANGES = frozenset(
    {"appointment", "reappointment", "election", "reelection", "re-election", "nomination",
     "confirmation", "inauguration", "installation", "selection", "promotion", "resignation",
     "dismissal", "removal", "ouster", "sacking", "firing", "departure", "retirement"}
)  # fmt: skip
_WISHES = frozenset(
    {"want", "hope", "seek", "aspire", "try", "plan", "wish", "aim", "run", "bid", "vie", "fail",
     "refuse", "decline", "expect", "like", "campaign", "compete", "attempt", "dream"}
)  # fmt: skip
_UNSURE = frozenset({"could", "may", "might", "would", "should", "can"})


def holders(titles: TitleReader, arguments: Arguments, head: int) -> list[int]:
    """Who is said to be, become, be made or no longer be what the title at `head` names."""
    tokens, roles = titles.tokens, arguments.roles
    verb = tokens.heads[head]
    if tokens.dep[head] == "pobj":
        link, verb = verb, tokens.heads[verb]
        if tokens.lower[link] == "to" and tokens.lemma[verb] in _RISING:
            passive = arguments.grammar.is_passive(verb)
            return roles.verbs.object(verb) if passive else roles.subject(verb)
        if tokens.lower[link] == "of" and tokens.lemma[verb].lower() in _POSTS:
            return _whose(titles, arguments, verb)  # "holds the post of director"
        if tokens.lower[link] != "as":
            return []
        noun = _noun_of_office(titles, link)
        if noun is not None:
            return _whose(titles, arguments, noun)
        opens = tokens.sents[tokens.sent_of[link]][0] == link and tokens.pos[verb] == "VERB"
        if opens and "," in tokens.text[head : tokens.child(verb, "nsubj") or head]:
            return roles.subject(verb)  # "As president of Kenya, X signed it"
    if is_wished(titles, verb):
        return []
    if tokens.lemma[verb] in titles.words.succeeding:
        return _both(titles, arguments, verb, head)
    if tokens.lemma[verb] in _COPULAS | _LEAVING | _SERVING:
        return roles.subject(verb)
    moved = titles.words.appointed | titles.words.dismissed
    moved |= _KNOWING if tokens.dep[head] == "pobj" else frozenset()
    return roles.verbs.object(verb) if tokens.lemma[verb] in moved else []


def _noun_of_office(titles: TitleReader, link: int) -> int | None:
    """The "post" or "appointment" that an "as" belongs to, hung on it or on the verb before."""
    tokens, above = titles.tokens, titles.tokens.heads[link]
    nouns = (above, *(c for c in tokens.children[above] if tokens.dep[c] in ("dobj", "nsubjpass")))
    known = _POSTS | _CHANGES
    return next((i for i in nouns if i < link and tokens.lemma[i].lower() in known), None)


def _whose(titles: TitleReader, arguments: Arguments, noun: int) -> list[int]:
    """Whose post or appointment it is: "X's election", "the removal of X", "X left the post"."""
    tokens, roles = titles.tokens, arguments.roles
    owners = [*roles.heads(noun, "possessor"), *roles.heads(noun, "of")]
    people = [i for i in owners if titles.bodies.is_person(i)]
    verb = tokens.heads[noun]
    held = tokens.lemma[noun].lower() in _POSTS and tokens.dep[noun] in ("dobj", "pobj", "conj")
    if tokens.dep[noun] == "pobj":
        verb = tokens.heads[verb]
    if people or not held or tokens.pos[verb] != "VERB" or is_wished(titles, verb):
        return people
    if tokens.lemma[verb] in titles.words.dismissed:
        return roles.verbs.object(verb)
    return roles.subject(verb)


def is_wished(titles: TitleReader, verb: int) -> bool:
    """Whether a verb is negated, tells what may be ("could become") or what somebody is after."""
    tokens = titles.tokens
    if any(tokens.dep[c] == "neg" for c in tokens.children[verb]):
        return True
    if any(tokens.lower[c] in _UNSURE for c in tokens.children[verb] if tokens.tag[c] == "MD"):
        return True
    above = tokens.heads[verb]
    to_be = any(tokens.dep[c] == "aux" and tokens.lower[c] == "to" for c in tokens.children[verb])
    return to_be and above != verb and tokens.lemma[above].lower() in _WISHES


def _both(titles: TitleReader, arguments: Arguments, trigger: int, head: int) -> list[int]:
    """Who follows whom: "X replaced Y as minister", "X, Y's successor as party leader"."""
    tokens, roles = titles.tokens, arguments.roles
    if tokens.pos[trigger] == "NOUN":
        return [*roles.heads(trigger, "referent"), *roles.heads(trigger, "possessor")]
    beyond = arguments.grammar.after_prepositions(tokens.children[head], "by")
    return [*roles.subject(trigger), *roles.verbs.object(trigger), *beyond]
