"""Names beside phrases that speak of channels: "the Rybar channel", "the page, Lantern, wrote"."""

from __future__ import annotations

import re

from ingest.nlp import gender
from ingest.nlp.channels import addresses, kinds
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.words import CLOSING, PARTICLES, name_run, quotation, single_quotation
from ingest.nlp.findings import BODIES, Findings, Mention
from ingest.nlp.marks import CLOSING_MARKS, DOUBLE_CLOSING, DOUBLE_OPENING, OPENING_MARKS
from ingest.nlp.tokens import POSSESSIVES, Tokens, is_capital

_WHERE_SAID = frozenset(("on", "in", "via", "through", "to", "from"))
_PREDICATES = frozenset(("ADV", "AUX", "VERB"))
_MOST_CLAUSE = 14  # tokens of a relative clause between a channel and its name
_MOST_TITLE = 8  # tokens of a title in quotation marks or other letters
_USERNAME = re.compile(r"[a-z0-9]+(?:[._][a-z0-9]+)+")  # "the Instagram account lviv.diary"
_RELATIVE = frozenset(("that", "which", "who"))
_NAMING = ("new", "bare", "possessive")
_UNDER = frozenset(("with", "using", "under", "by"))
_TOLD_NEXT = (
    ("it", "is", "called"), ("it", "was", "called"), ("its", "name", "is"), ("it", "is", "named"),
)  # fmt: skip
_SINGLE = frozenset("‘'")
_CALLS = frozenset(("handle", "username", "name", "pseudonym", "nickname", "alias", "title"))
_POSTING = frozenset(("posting", "writing", "tweeting", "blogging", "streaming", "appearing"))
_SELF_NAMING = frozenset((
    "calls itself", "calls himself", "calls herself", "is called", "goes by", "posts as",
    "blogs as", "tweets as", "streams as", "writes as",
))  # fmt: skip
# Of the weak kinds those that a name may follow without a comma.
_ONLINE = frozenset(
    ("post", "repost", "publish", "share", "message", "online", "subscriber", "follower", "reader")
)
_OWN_NAMED = frozenset(("outlet", "agency", "blog", "account", "page"))


def name_before(found: Findings, phrase: Phrase, named: list[int]) -> None:
    """As in "the Rybar Telegram channel": capitals that name no state, person or quality."""
    if not kinds.IMPERSONATING.isdisjoint(phrase.modifiers):
        return  # "the fake Popko account"
    foreign = any(found.tokens.lower[i] in PARTICLES for i in named)
    run = (
        named
        if foreign
        else [
            i
            for i in named
            if (found.holder[i] is None or is_mistaken(found, i) or _is_told_once(found, phrase, i))
            and found.tokens.lower[i] not in kinds.MARKS
        ]
    )
    if not run or run != list(range(run[0], run[-1] + 1)):
        return
    held = found.holder[run[0]]
    if phrase.determiner in ("new", "possessive") and held and _is_where(found, held):
        return  # "Kotelok, a Moscow channel"
    follow = found.tokens.lower[run[-1] + 1]
    if follow == "-" or (run[-1] + 1 != phrase.head and follow not in kinds.PLATFORM):
        return
    # "the Rybar channel" is a name, "the Izvestia correspondent" is not.
    medium = phrase.kind in kinds.MEDIA
    if not medium and not set(phrase.modifiers) & kinds.PLATFORM.keys():
        return
    tokens, start = found.tokens, run[0]
    while (
        start > 1
        and tokens.text[start - 1] == "."
        and tokens.ends[start - 1] == tokens.starts[start]
    ):
        start -= 2  # "Pravda.Ru"
    joint = start - 1 - (tokens.lower[start - 1] == "the")
    if joint > 0 and tokens.lower[joint] in ("of", "on") and is_capital(tokens.text[joint - 1]):
        start = joint - 1  # "the Ministry of Health Facebook page", "the War on Fakes channel"
    phrase.name = (start, run[-1] + 1)
    phrase.start = min(phrase.start, start)


def quoted_before(found: Findings, phrase: Phrase) -> tuple[int, int] | None:
    """As in 'Popko's "The Morning Show" YouTube channel': the title in quotation marks."""
    tokens, close = found.tokens, phrase.head - 1
    while close > 0 and tokens.lower[close] in kinds.PLATFORM:
        close -= 1
    double = tokens.text[close] in CLOSING
    title = quotation(tokens, close) if double else single_quotation(tokens, close)
    if title is None or phrase.plural or not tokens.text[title[0]][0].isupper():
        return None
    start = title[0]
    phrase.start = min(phrase.start, start)
    if start > 1 and tokens.lower[start - 2] in POSSESSIVES:
        phrase.determiner, phrase.owner = "possessive", start - 3
    return title


def quoted_at(tokens: Tokens, opened: int) -> tuple[int, int] | None:
    """The capitalised name in the quotation marks that open at a token."""
    if tokens.text[opened : opened + 1] and tokens.text[opened] in DOUBLE_OPENING:
        run = name_run(tokens, opened + 1, min(len(tokens), opened + _MOST_TITLE))
        if run is not None and tokens.text[run[1] : run[1] + 1] and tokens.text[run[1]] in CLOSING:
            return run
    return None


def _is_told_once(found: Findings, phrase: Phrase, index: int) -> bool:
    """Whether what passes for a surname stands here alone: "the Veteran Notes account"."""
    held = found.holder[index]
    person = found.entities.get(held.entity) if held is not None else None
    if person is None or person.type != "Person" or " " in person.name:
        return False
    return phrase.determiner == "again" and len(person.mentions) == 1


def _is_where(found: Findings, mention: Mention) -> bool:
    return found.type_of(mention.entity) in ("Place", "State")


def _is_superlative(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a definite phrase introduces one: "the biggest page, Lantern, had ..."."""
    definite = phrase.determiner == "again" and not phrase.same
    return definite and any(
        tokens.tag[i] in ("JJS", "RBS") for i in range(phrase.start, phrase.head)
    )


def _quoted_behind(tokens: Tokens, comma: int, end: int) -> tuple[int, int] | None:
    """As in "one channel, the anonymous “Insider” (95,000)"."""
    index = comma + 1
    while index < min(end, comma + 4) and tokens.pos[index] in ("DET", "ADJ"):
        index += 1
    if index == comma + 1 or index >= end or tokens.text[index] not in DOUBLE_OPENING:
        return None
    run = name_run(tokens, index + 1, end)
    closed = run is not None and run[1] < end and tokens.text[run[1]] in DOUBLE_CLOSING
    return run if closed else None


def _title_behind(tokens: Tokens, phrase: Phrase, end: int) -> tuple[int, int] | None:
    """As in 'blocked Popko's YouTube channel, "Morning Show"'; after "on" it is what she said."""
    before = tokens.lower[phrase.start - 1] if phrase.start else ""
    opened = phrase.head + 2
    if before in _WHERE_SAID or opened + 1 >= end or tokens.text[opened] not in DOUBLE_OPENING:
        return None
    stop = min(end, opened + _MOST_TITLE)
    close = next((i for i in range(opened + 1, stop) if tokens.text[i] in CLOSING), opened)
    inside = range(opened + 1, close - (tokens.text[close - 1] in ",."))
    opening = tokens.text[inside.start]
    titled = opening[0].isdigit() or is_capital(opening)
    titled = titled and not any(tokens.pos[i] in ("VERB", "AUX") for i in inside)
    return (inside.start, inside.stop) if inside and titled else None


def _behind_clause(found: Findings, phrase: Phrase, end: int) -> tuple[int, int] | None:
    """As in "A Telegram channel that is close to the army, Lantern, claimed"."""
    tokens, stop = found.tokens, min(end - 1, phrase.head + _MOST_CLAUSE)
    comma = next((i for i in range(phrase.head + 2, stop) if tokens.text[i] == ","), None)
    if comma is None or phrase.determiner != "new" or not phrase.strong:
        return None
    run = name_run(tokens, comma + 1, end - 1)
    if run is None or tokens.text[run[1]] != "," or tokens.pos[run[1] + 1] not in _PREDICATES:
        return None
    held = found.holder[run[0]]
    return None if held is not None and _is_no_name(found, held, phrase) else run


def name_after(found: Findings, phrase: Phrase) -> tuple[int, int] | None:
    """As in "the Telegram channel Two Majors", 'the channel "Rybar"': the name that follows."""
    tokens = found.tokens
    index = phrase.head + 1
    end = tokens.sents[tokens.sent_of[phrase.head]][1]
    if phrase.kind in kinds.STAFF or phrase.plural or index >= end:
        return None
    words = tokens.lower[index : index + 3]
    if words[0] in ("on", "in") and words[1:2] == ["the"]:
        words = words[:1] + words[2:]
    if words[0] in ("on", "in") and words[1:2] and words[1] in kinds.PLATFORM:
        index += 2 + (tokens.lower[index + 1] == "the")
        index += tokens.lower[index : index + 1] in (["platform"], ["app"], ["messenger"])
        if index >= end:
            return None
        words = tokens.lower[index : index + 3]
    comma = words[0] in (",", "(") and len(words) > 1
    calls = tokens.lower[index + comma : index + comma + 3]
    if calls[:1] in (["which"], ["that"]) and calls[2:] in (["calls"], ["call"], ["named"]):
        index += comma + 3  # "his channel, which he calls X"
        words = tokens.lower[index : index + 3]
        comma = False
    located = index + comma + (words[comma] == "at")
    if located < end and addresses.names_account(tokens.text[located]):
        return located, located + 1  # "the channel t.me/lantern", "the channel at t.me/lantern"
    if comma and words[1] in ("called", "named", "titled", "dubbed"):
        index += 1  # "The channel, called Lantern, has"
        words = tokens.lower[index : index + 3]
    if words[0] in ("is", "was") and words[1:2] in (["called"], ["named"], ["renamed"]):
        return _title(tokens, index + 2, end)  # 'the page was renamed "Lantern"'
    if words[0] in ("called", "named", "titled", "dubbed"):
        if _is_any_group(found, phrase, index + 1):
            return None
        index += 1
    elif words[0] in ("going", "calling"):
        return _called_behind(tokens, index + 1, end)  # "calling himself X", "going by X"
    elif words[0] in _RELATIVE and (named := _behind_clause(found, phrase, end)):
        return named
    elif words[0] in _UNDER and (called := _called_behind(tokens, index, end)):
        return called
    elif words[:2] == ["known", "as"] or (words[1:2] == ["as"] and words[0] in _POSTING):
        index += 2
    elif (
        words[comma] in _RELATIVE
        and " ".join(calls[1:]) in _SELF_NAMING
        and not (comma and phrase.kind == "group")  # any group calls itself something
    ):
        index += comma + 3
        if called := _called_behind(tokens, index - 1, end):
            return called  # "a blogger who goes by the name Lantern"
    elif words[0] == "in" and _is_superlative(tokens, phrase):
        # "the second largest channel in the network, Lantern (19,000)"
        at = next((i for i in range(index, min(end, index + 6)) if tokens.text[i] == ","), end)
        run = name_run(tokens, at + 1, end)
        return run if run and tokens.text[run[1] : run[1] + 1] in ([","], ["("]) else None
    elif (
        words[0] == ","
        and phrase.determiner == "again"
        and (title := _title_behind(tokens, phrase, end))
    ):
        return title
    elif words[0] == "," and (
        phrase.noun in kinds.ALONE
        or phrase.determiner in _NAMING
        or phrase.same
        or _is_superlative(tokens, phrase)
    ):
        inside = _quoted_behind(tokens, index, end) or _title_behind(tokens, phrase, end)
        if inside is not None:
            return inside
        the = words[1:2] == ["the"] and tokens.text[index + 1] == "The"
        run = name_run(tokens, index + 1 + the, end - 1, owning=True)
        if phrase.kind == "group" and phrase.platform is None:
            return None  # "the head of the group, Ivan Popko"
        closed = run is not None and run[1] < end and tokens.text[run[1]] in (",", "(", ".", ";")
        held = found.holder[index + 1] if run is not None else None
        other = held is not None and _is_no_name(found, held, phrase)
        return run if closed and not other else None
    if index >= end:
        return None
    if tokens.text[index][0] == "@" and len(tokens.text[index]) > 3:
        return index, index + 1
    if phrase.platform and _USERNAME.fullmatch(tokens.text[index]):
        return index, index + 1
    if index < end and tokens.text[index] in OPENING_MARKS:
        close = next(
            (i for i in range(index + 1, min(end, index + 14)) if tokens.text[i] in CLOSING_MARKS),
            None,
        )
        account = phrase.platform or phrase.kind in ("account", "channel")
        if close and close > index + 1 and (account or tokens.text[index + 1][0].isupper()):
            return index + 1, close - (tokens.text[close - 1] in ",.")
        return None
    weak = phrase.kind in kinds.WEAK - _OWN_NAMED and phrase.platform is None
    if weak and index == phrase.head + 1:
        # "a group Microsoft calls ..." names no channel.
        return None
    index += tokens.text[index] == "The"  # "the newsletter The Quiet Ledger"
    run = _translated(tokens, index, end) or name_run(tokens, index, end)
    return None if run and _acts_on(tokens, run[1] - 1, phrase.head) else run


def name_told_next(found: Findings, phrase: Phrase) -> tuple[int, int] | None:
    """Lantern in "There is a Facebook page with an ox. It is called Lantern"."""
    tokens = found.tokens
    at = tokens.sents[tokens.sent_of[phrase.head]][1]
    opening = tuple(tokens.lower[at : at + 3])
    if opening not in _TOLD_NEXT or phrase.platform is None or phrase.determiner != "new":
        return None
    return _title(tokens, at + 3, tokens.sents[tokens.sent_of[at]][1])


def _title(tokens: Tokens, index: int, end: int) -> tuple[int, int] | None:
    return quoted_at(tokens, index) or (name_run(tokens, index, end) if index < end else None)


def _is_any_group(found: Findings, phrase: Phrase, name: int) -> bool:
    """Whether a group called so is a body of people: its sentence tells of no posts or readers."""
    if phrase.kind != "group" or phrase.platform is not None or name >= len(found.tokens):
        return False
    first, last = found.tokens.sents[found.tokens.sent_of[phrase.head]]
    held = found.holder[name]
    body = held is not None and found.type_of(held.entity) in BODIES
    return body and _ONLINE.isdisjoint(found.tokens.lemma[first:last])


def _called_behind(tokens: Tokens, index: int, end: int) -> tuple[int, int] | None:
    """As in "a channel with the handle @lantern", "a user by the name of Q", "calling itself X"."""
    at = index + 1 + (tokens.lower[index + 1 : index + 2] in (["the"], ["a"]))
    itself = tokens.lower[index].endswith("self") or tokens.lower[index - 1] == "going"
    if at + 1 >= end or (tokens.lower[at] not in _CALLS and not itself):
        return None
    at += tokens.lower[at] in _CALLS
    at += tokens.lower[at] == "of"
    at += tokens.text[at] in _SINGLE
    run = _title(tokens, at, end)
    return (at, at + 1) if tokens.text[at][0] == "@" else run


def _acts_on(tokens: Tokens, name: int, noun: int) -> bool:
    """Whether a name is the subject of a clause about the noun: "an account X has suspended".

    A clause with an object of its own is about the name: "The blogger X has passed a mark".
    """
    verb = tokens.heads[name]
    clause = tokens.dep[verb] == "relcl" and tokens.heads[verb] == noun
    clause = clause and tokens.child(verb, "dobj") is None
    return clause and tokens.dep[name] == "nsubj" and "," not in tokens.text[name:verb]


def _is_no_name(found: Findings, held: Mention, phrase: Phrase) -> bool:
    """Whether what stands after "a channel," is a state or, but for bloggers, a man or woman."""
    entity = found.entities.get(held.entity)
    if entity is None:
        return False
    media = phrase.kind not in kinds.PEOPLE
    person = media and entity.type == "Person" and gender.of_name(entity.name) is not None
    return person or entity.type == "State" or held.kind != "name"


def _translated(tokens: Tokens, index: int, end: int) -> tuple[int, int] | None:
    """The name in Latin letters behind one in others: "the channel Зоря (“Zoria”)"."""
    if index >= end or tokens.text[index][0].isascii() or not tokens.text[index].isalpha():
        return None
    stop = min(end - 3, index + _MOST_TITLE)
    opened = next((i for i in range(index, stop) if tokens.text[i] == "("), None)
    if opened is None or tokens.text[opened + 1] not in DOUBLE_OPENING:
        return None
    close = next((i for i in range(opened + 2, end) if tokens.text[i] in DOUBLE_CLOSING), None)
    return (opened + 2, close) if close is not None else None


def is_mistaken(found: Findings, index: int) -> bool:
    """Whether a name the entity model took for a firm or a place can be a channel's name."""
    holder = found.holder[index]
    if holder is None or holder.entity in found.channels:
        return holder is not None
    entity = found.entities[holder.entity]
    return entity.type in ("Organization", "Place", "Event", "Treaty", "ArmedGroup") and all(
        m.kind == "name" for m in entity.mentions
    )
