"""The platform that a clause tells: "posted on Facebook by a page", "before X suspended it"."""

from __future__ import annotations

import re

from ingest.nlp import subjects
from ingest.nlp.channels import kinds, numbers
from ingest.nlp.tokens import Tokens

OF_VERBS = {"tweet": "x", "retweet": "x"}
_ON = frozenset(("on", "to", "via", "in", "through", "from"))
_LETTERS = frozenset(("substack", "livejournal"))
_ACTING = frozenset(("nsubj", "nsubjpass"))
_ON_AIR = frozenset(("tv", "radio"))
_OWN = frozenset(("official", "personal", "own", "verified", "private"))
_IT = frozenset(("it", "them"))
_YEAR = re.compile(r"\d{4}\b")
_MODERATED = 60  # tokens from a channel to who took it down


def named_at(tokens: Tokens, index: int) -> str | None:
    """The platform a token names; the letter x only as a capital."""
    word = tokens.lower[index].rstrip(".")
    if word == "social" and index and tokens.lower[index - 1] == "truth":
        return "truth social"
    platform = kinds.PLATFORM.get(word)
    return None if platform in _ON_AIR or tokens.text[index] == "x" else platform


def before_noun(tokens: Tokens, name: int) -> str | None:
    """The platform before the noun that a name stands behind: "the YouTube show Lantern"."""
    behind = name > 1 and tokens.pos[name - 1] == "NOUN"
    return named_at(tokens, name - 2) if behind else None


def is_possessed(tokens: Tokens, index: int) -> bool:
    """Whether a platform stands for somebody's account there: "wrote on her Instagram".

    With a name before it ("Durov's Telegram") only a newsletter is somebody's own, or what has
    its number in brackets behind ("Ada Quill's Instagram (1.2M followers)").
    """
    platform = named_at(tokens, index) if index else None
    if platform is None or tokens.dep[index] in ("compound", "nmod", "amod"):
        return False
    if platform in _LETTERS and tokens.lower[index - 1] == "the":
        return tokens.lower[index + 1 : index + 2] == ["of"]  # "the Substack of Ivan Popko"
    own = tokens.lower[index - 1] in _OWN  # "on its official Telegram"
    before = tokens.tag[index - 1 - own]
    theirs = before == "PRP$" and tokens.lower[index - 2 - own] in _ON
    counted = platform in _LETTERS or own or _counted(tokens, index + 1)
    return theirs or (before == "POS" and counted)


def _counted(tokens: Tokens, opened: int) -> bool:
    """Whether a bracket opens at a token with a count that can be an audience, and no year."""
    if tokens.text[opened : opened + 1] != ["("] or opened + 1 >= len(tokens):
        return False
    begin = tokens.starts[opened + 1]
    count = numbers.at(tokens.stored, begin, begin + 40)
    scaled = count is not None and count.value >= numbers.LEAST
    return scaled and _YEAR.match(tokens.stored, begin) is None


def of_clause(tokens: Tokens, noun: int, kind: str) -> str | None:
    """Where the channel at a noun acts or is acted on, by the clause it stands in.

    Groups and papers that write on a platform are none of it.
    """
    if kind not in kinds.MEDIA and kind not in kinds.PEOPLE:
        return None
    if tokens.dep[noun] in ("appos", "nmod", "compound"):
        noun = tokens.heads[noun]
    verb = tokens.heads[noun]
    if tokens.dep[noun] == "pobj" and tokens.lower[verb] in ("by", "from"):
        verb = tokens.heads[verb]  # "posted on Facebook by a page"
    elif tokens.dep[noun] not in _ACTING:
        verb = noun
    platform = None
    if tokens.pos[verb] == "VERB" or tokens.lemma[verb] in OF_VERBS:
        where = tokens.dep[verb] == "relcl"  # "on TikTok, where a user posted"
        platform = (
            on(tokens, verb)
            or OF_VERBS.get(tokens.lemma[verb])
            or (named_at(tokens, tokens.heads[verb]) if where else None)
        )
    return platform or (_moderated(tokens, noun) if kind in kinds.MEDIA else None)


def on(tokens: Tokens, verb: int) -> str | None:
    """The platform on which something is done: "wrote on Telegram"."""
    for preposition in tokens.children[verb]:
        if tokens.lower[preposition] in _ON:
            object_ = tokens.child(preposition, "pobj")
            if object_ is not None and (platform := named_at(tokens, object_)) is not None:
                return platform
    return None


def _moderated(tokens: Tokens, noun: int) -> str | None:
    """Who took it down: "TikTok removed the account", "an account, before X suspended it"."""
    first, last = tokens.sents[tokens.sent_of[noun]]
    for verb in range(max(first, noun - _MODERATED), min(last, noun + _MODERATED)):
        if tokens.lemma[verb] not in kinds.MODERATING or tokens.pos[verb] != "VERB":
            continue
        done_to = tokens.child(verb, "dobj")
        if done_to is not None and (done_to == noun or tokens.lower[done_to] in _IT):
            platform = subjects.subject(tokens, verb)
        elif tokens.child(verb, "nsubjpass") == noun:
            by = tokens.child(verb, "agent")
            platform = tokens.child(by, "pobj") if by is not None else None
        else:
            continue
        if platform is not None and (told := named_at(tokens, platform)) is not None:
            return told
    return None
