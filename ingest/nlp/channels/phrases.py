"""Noun phrases that speak of channels ("another propaganda Telegram channel"), found by their noun.

Phrases are read from the words themselves, not from the parse: a small model often mislabels the
long runs of modifiers, names and numbers that introduce a channel.
"""

from __future__ import annotations

from ingest.nlp.channels import audience, kinds, modifiers, platforms
from ingest.nlp.channels.apposed import name_after, quoted_at, quoted_before
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.words import name_run, precedes_name, swallowed
from ingest.nlp.findings import Findings
from ingest.nlp.lexicon import words
from ingest.nlp.speech import BODIES, PUBLISHING
from ingest.nlp.tokens import Tokens

POSTING = PUBLISHING | {"spread", "tweet", "circulate"}
_PRINTED = frozenset(("front", "back", "title"))  # pages of paper
_CLOSING = (["”"], ['"'], ["»"], ["'"], ["’"])
_BEFORE_NOUNS = frozenset(("JJ", "VBG", "VBN", "JJS"))
_REFLEXIVE = frozenset(("itself", "himself", "herself", "themselves"))


def read(found: Findings, head: int) -> Phrase | None:
    """The phrase around a trigger noun, None where it is something else after all."""
    tokens = found.tokens
    lower = tokens.lower
    noun = kinds.TRIGGERS.get(lower[head], "account")  # "on her Instagram": her account
    platform = platforms.named_at(tokens, head)
    plural = platform is None and lower[head] != noun
    phrase = Phrase(head, head, head + 1, noun, kinds.KIND[noun], "bare", plural, platform)
    if platform:
        found.unname(head)
    if swallowed(found, head) or _is_person_noun(found, head, phrase.kind):
        found.unname(head)
    verb = tokens.pos[head] in ("VERB", "AUX") and not precedes_name(tokens, head)
    verb = verb and not (lower[head] == noun and platforms.named_at(tokens, head - 1))
    if found.holder[head] is not None or verb:
        return None
    if head + 1 < len(tokens) and tokens.text[head + 1] == "-":
        # "a tabloid-style channel" is read from its last noun.
        return None
    if phrase.kind == "public" and tokens.pos[head] != "NOUN":
        return None
    modifiers.collect(found, phrase)
    if phrase.kind in kinds.PEOPLE and _is_of_outlet(tokens, phrase):
        return None  # "the news site's military correspondent"
    if lower[phrase.start - 1] == "as" and lower[phrase.start - 2] in _REFLEXIVE:
        return None  # "which describes itself as a fan account": what the subject is
    if phrase.plural and lower[max(0, phrase.start - 2) : phrase.start] == ["one", "of"]:
        if lower[phrase.start - 3 : phrase.start - 2] == ["not"]:
            return None  # "not one of the channels"
        # "one of the largest channels" is one channel that the words introduce.
        phrase.plural, phrase.determiner, phrase.start = False, "new", phrase.start - 2
    for index in (head - 1, head - 2):
        held = found.holder[index] if index >= 0 else None
        if held is not None and held.entity in found.channels and held.kind == "name":
            # "Rossiya 24 TV channel": a known outlet with its kind behind it.
            if held.end >= head - 1 and tokens.tag[index] != "POS":
                phrase.name = (held.start, held.end)
                phrase.start = min(phrase.start, held.start)
            break
    if tokens.text[head] == "Channel" and lower[head + 1 : head + 2] and phrase.name is None:
        number = tokens.text[head + 1]
        if number.isdigit() and len(number) < 3:
            phrase.name, phrase.platform = (head, head + 2), "tv"
    behind = found.holder[head + 1] if head + 1 < len(tokens) and not plural else None
    numbered = behind is not None and tokens.text[head + 1][0].isdigit()
    if phrase.name is None and numbered and behind and behind.entity in found.channels:
        phrase.name = (behind.start, behind.end)  # "the channel 1+1"
    mods = set(phrase.modifiers)
    following = lower[head + 1] if head + 1 < len(lower) else ""
    named = modifiers.past(tokens, head + 2 + (lower[head + 2 : head + 3] == ["the"]))
    held = found.holder[named] if following == "of" and named < len(tokens) else None
    if held is not None and held.entity in found.channels:
        # "the Telegram channel of Readovka"; a television channel's is one more
        phrase.name, following = (held.start, held.end), ""
        if found.channels[held.entity].platform == "tv" and not mods.isdisjoint(kinds.PLATFORM):
            phrase.name, phrase.determiner, phrase.owner = None, "possessive", held.start
    if following == "of" and (title := quoted_at(tokens, head + 2)) is not None:
        phrase.name, following = title, ""  # 'the Facebook page of "Popko News"'
    if noun == "page" and lower[head - 1] in _PRINTED:
        phrase.name, phrase.kind, following = phrase.name or _paper(found, phrase), "outlet", ""
        if phrase.name is None:
            return None
        phrase.determiner, phrase.owner = "bare", None
    counted = any(t[0].isdigit() for t in tokens.text[head + 2 : head + 5])
    counted = counted or audience.behind(tokens, head + 1) is not None
    if following == "of" and (counted or owner_after(found, phrase) is not None):
        following = ""
    elif following == "of" and _of_kin(found, phrase):
        phrase.determiner, following = "new", ""
    if _is_other(phrase, mods, following) or _is_informant(found, phrase, following):
        return None
    phrase.platform = phrase.platform or next(
        (kinds.PLATFORM[m] for m in phrase.modifiers if m in kinds.PLATFORM),
        platforms.named_at(tokens, head - 1) if phrase.start < head else None,
    )
    posted = head + 1 + (not POSTING.isdisjoint(tokens.lemma[head + 1 : head + 2]))
    if phrase.platform is None and posted + 2 < len(tokens) and lower[posted] in ("on", "in"):
        phrase.platform = kinds.PLATFORM.get(lower[posted + 1 + (lower[posted + 1] == "the")])
    if phrase.platform is None:
        phrase.platform = kinds.NOUN_PLATFORM.get(noun) or _platform_ahead(tokens, phrase)
    phrase.marked = any(
        m in kinds.MARKS or m.startswith(kinds.MARK_PREFIXES) for m in phrase.modifiers
    ) or (phrase.kind in ("account", "page") and (_posts(tokens, head) or _is_run(tokens, head)))
    phrase.name = phrase.name or quoted_before(found, phrase) or name_after(found, phrase)
    if phrase.name and phrase.platform is None:
        after = phrase.name[1] + (tokens.text[phrase.name[1] : phrase.name[1] + 1] in _CLOSING)
        if lower[after : after + 1] in (["on"], ["in"]) and after + 1 < len(lower):
            phrase.platform = kinds.PLATFORM.get(lower[after + 1])
    phrase.platform = phrase.platform or platforms.of_clause(tokens, head, phrase.kind)
    owner = found.holder[phrase.owner] if phrase.owner is not None else None
    of_state = owner is not None and found.type_of(owner.entity) == "State"
    if of_state and phrase.kind in {"outlet", "agency", *kinds.PEOPLE}:
        phrase.determiner, phrase.owner = "new", None  # "Germany's biggest magazine" is a magazine
    phrase.of_channel = phrase.kind in kinds.STAFF and any(
        tokens.lower[i] in kinds.TRIGGERS
        and kinds.KIND[kinds.TRIGGERS[tokens.lower[i]]] not in kinds.STAFF
        for i in range(head + 1, min(head + 7, tokens.sents[tokens.sent_of[head]][1]))
        if tokens.lower[head + 1] in ("of", "for", "behind")
    )
    return phrase


def _paper(found: Findings, phrase: Phrase) -> tuple[int, int] | None:
    """The paper of "the front page of the tabloid Lantern", "Lantern's front page"."""
    tokens, head = found.tokens, phrase.head
    last = tokens.sents[tokens.sent_of[head]][1]
    if phrase.owner is not None:
        held = found.holder[phrase.owner]
        run = (held.start, held.end) if held is not None else None
    else:
        opening = (i for i in range(head + 2, min(last, head + 6)) if tokens.text[i][0].isupper())
        named = next(opening, last) if tokens.lower[head + 1 : head + 2] == ["of"] else last
        run = name_run(tokens, named, last) if named < last else None
    held = found.holder[run[0]] if run is not None else None
    whole = held is not None and " " in tokens.span_text(held.start, held.end)
    no_papers = ("State", "Place", "Person") if whole else ("State", "Place")
    return None if held is not None and found.type_of(held.entity) in no_papers else run


def _is_of_outlet(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether an outlet stands before the noun as whose somebody is."""
    marks = (i for i in range(phrase.start, phrase.head) if tokens.tag[i] == "POS")
    return any(BODIES.get(tokens.lemma[i - 1].lower()) == "outlet" for i in marks)


def _is_person_noun(found: Findings, head: int, kind: str) -> bool:
    """Whether a capital made a name of a noun: "an Instagrammer known as Lady Samara"."""
    held = found.holder[head]
    alone = held is not None and held.kind == "name" and (held.start, held.end) == (head, head + 1)
    tokens = found.tokens
    within = tokens.lower[head - 1] in ("a", "an", "the") or tokens.tag[head - 1] in _BEFORE_NOUNS
    return alone and kind in kinds.PEOPLE and within


def _posts(tokens: Tokens, noun: int) -> bool:
    """Whether a relative clause says what accounts do: "the account that spread the claim"."""
    relative = tokens.lower[noun + 1 : noun + 2] in (["that"], ["which"], ["who"])
    verb = tokens.lemma[noun + 2 : noun + 3] if relative else []
    return not POSTING.isdisjoint(verb)


def _is_run(tokens: Tokens, noun: int) -> bool:
    """As in "an account run by a former officer"."""
    run, by = tokens.lemma[noun + 1 : noun + 2], tokens.lower[noun + 2 : noun + 3]
    return by == ["by"] and not kinds.RUNNING.isdisjoint(run)


def _platform_ahead(tokens: Tokens, phrase: Phrase) -> str | None:
    """As in "On VKontakte, the group ...": a sentence that opens with the platform."""
    first = tokens.sents[tokens.sent_of[phrase.head]][0]
    if tokens.lower[first] not in ("on", "in") or not 1 < phrase.start - first <= 4:
        return None
    return kinds.PLATFORM.get(tokens.lower[first + 1])


def _is_other(phrase: Phrase, mods: set[str], following: str) -> bool:
    if phrase.noun == "channel":
        return (
            bool(mods & kinds.OTHER) or following in ("of", "for")
        ) and not mods & kinds.PLATFORM.keys()
    if phrase.noun == "correspondent":
        return not mods & kinds.CORRESPONDENT
    if phrase.noun == "agency":
        return "news" not in mods
    return False


def _is_informant(found: Findings, phrase: Phrase, following: str) -> bool:
    """Whether a source is a person or a document: not the channel of "a Russian source claimed"."""
    if phrase.noun != "source":
        return False
    held = found.holder[phrase.head - 1] if phrase.head else None
    national = held is not None and held.kind == "demonym"
    partisan = any(m.startswith(kinds.MARK_PREFIXES) or m == "insider" for m in phrase.modifiers)
    again = phrase.determiner == "again" and not phrase.modifiers
    # "Popko was the source and destination of the money"
    again = again and found.tokens.dep[phrase.head] != "attr"
    return phrase.plural or following in kinds.SOURCE_PEOPLE or not (national or partisan or again)


def _of_kin(found: Findings, phrase: Phrase) -> bool:
    """Whether a channel is of nameless kin, and told to have readers: "of Popko's nephew has"."""
    tokens, named = found.tokens, found.holder[phrase.head + 2]
    having = tokens.lemma[tokens.heads[phrase.head]] == "have"
    return named is not None and having and _is_kin(tokens, named.end)


def _is_kin(tokens: Tokens, index: int) -> bool:
    """Whether "'s nephew" stands here, so that the name before only tells whose."""
    possessive = tokens.tag[index : index + 1] == ["POS"]
    return possessive and not words("kin").isdisjoint(tokens.lower[index + 1 : index + 2])


def owner_after(found: Findings, phrase: Phrase) -> str | None:
    """Who owns "the Telegram channel of the General Staff"."""
    tokens = found.tokens
    if phrase.head + 2 >= len(tokens) or tokens.lower[phrase.head + 1] != "of":
        return None
    end = tokens.sents[tokens.sent_of[phrase.head]][1]
    for index in range(phrase.head + 2, min(end, phrase.head + 8)):
        if tokens.text[index] == ",":
            # "the channel of the governor, Ivan Popko, reported"
            apposed = found.person_at(index + 1)
            return apposed.entity if apposed is not None else None
        if tokens.lower[index] in kinds.PLATFORM:
            return None
        holder = found.holder[index]
        if holder is not None and holder.entity in found.entities and holder.kind == "name":
            type_ = found.entities[holder.entity].type
            if type_ == "Place":
                continue  # "the channel of the Lviv governor, Ivan Popko"
            if _is_kin(tokens, holder.end):
                continue  # "the channel of Popko's nephew, Ada Quill"
            return holder.entity if type_ in ("Person", "Organization", "ArmedGroup") else None
    return None
