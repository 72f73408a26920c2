"""Counts without a channel phrase: they go to the name, pronoun or person before them."""

from __future__ import annotations

from ingest.nlp import clauses, subjects
from ingest.nlp.channels import bearers, kinds, naming, platforms
from ingest.nlp.channels.apposed import is_mistaken
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.reach import since
from ingest.nlp.channels.register import Register
from ingest.nlp.channels.words import CLOSING, name_run, plain_title
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.marks import DOUBLE_MARKS, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens

_BESIDE = DOUBLE_MARKS | {"(", ",", "the"}
_OF_TITLES = frozenset(("det", "compound", "amod", "nmod", "punct"))
_DASHES = frozenset(("–", "—", "-", ":"))
_PRONOUNS = frozenset(("it", "he", "she", "they", "its", "his", "her", "their"))
_NO_MEDIA = frozenset(("State", "Place", "ArmedGroup"))
_MOST_OPENING = 4  # tokens of a sentence before a count that opens it
_MOST_ASIDE = 30  # tokens from a name to "who has 9,000 readers"
_MOST_BESIDE = 7  # tokens between a count in brackets, or ahead, and its name
_MOST_GLOSS = 9  # tokens from a bracket to the count in it


def settle(register: Register, size: Audience) -> None:
    """Give a count without a channel phrase to the name, pronoun or person before it."""
    found, tokens = register.found, register.found.tokens
    if size.members or size.strong or bearers.is_of_none(tokens, size):
        return
    if size.named:
        holder = found.holder[size.named[0]]
        whole = holder is not None and holder.end >= size.named[1]
        if holder is not None and whole and found.type_of(holder.entity) in _NO_MEDIA:
            return
        opened = tokens.text[size.named[0] - 1] in DOUBLE_OPENING
        if naming.is_entry(found, size):
            naming.by_entry(register, size)
        else:
            naming.by_name(register, size.named[1] - 1, size.named[0] - opened, size)
        _own(register, size)
        return
    if _stands_alone(tokens, size) and (channel := register.latest(size.start)) is not None:
        if channel.subscribers is None:
            register.count(channel, size)
        return
    # "now has 160,000" and "today 412,000 people read it": what the count has become
    taken_up = _object_taken_up(tokens, size)
    reread = taken_up is not None
    if taken_up in ("him", "her") and (person := _person_before(register, size.end)) is not None:
        size.platform = size.platform or platforms.on(tokens, size.end - 1)
        naming.by_name(register, person, 0, size)
        return
    if size.later or reread:
        channel = register.latest(size.start)
        if channel is not None and (reread or channel.subscribers is not None):
            channel.subscribers = None
            register.count(channel, size)
        return
    if size.bare or size.ahead:
        _settle_by_name(register, size)
        return
    first = tokens.sents[tokens.sent_of[size.start]][0]
    if (person := _who_has(found, size, first)) is not None:
        naming.by_name(register, person, first, size)
        return
    posting = _on_platform(tokens, size)
    if posting is not None and found.holder[posting] is not None:
        naming.by_name(register, posting, first, size)
        return
    if (glossed := _glossed(tokens, size, first)) is not None:
        naming.by_name(register, glossed, first, size)
        return
    if (named := _before_alias(tokens, size, first)) is not None:
        naming.by_name(register, named, first, size)
        return
    channel = _before_bracket(found, size)
    if channel is not None:
        register.count(channel, size)  # whatever the parse takes the bracket for
        register.remember(channel, size.start)
        return
    having = bearers.bearer(tokens, size)
    having = having if having is not None and first <= having < size.start else None
    one = bearers.one_of(tokens, having) if having is not None else None
    having = having if one is None else one
    several = having is not None and bearers.is_several(tokens, having, size)
    if several or (having is not None and _settle_by_parse(register, size, having, first)):
        return
    it = having is not None and tokens.lower[having] in _PRONOUNS
    nearest = having if having is not None and it else size.start - 1
    for index in range(nearest, max(first, nearest - 9) - 1, -1):
        word, holder = tokens.lower[index], found.holder[index]
        if holder is not None and holder.entity in found.channels:
            register.count(found.channels[holder.entity], size)
            register.remember(found.channels[holder.entity], index)
            return
        if word in _PRONOUNS:
            latest = register.latest(index)
            if (told := register.told(size)) is not None:
                _take_up(register, told, size)
                return
            if word in ("his", "her", "he", "she"):
                account = _account_before(register, index, first)
                if account is not None:
                    register.count(account, size)
                    register.remember(account, index)
                    return
                person = _person_before(register, index)
                if person is None and latest is None:
                    person = _person_ahead(found, size)
                if person is not None:
                    naming.by_name(register, person, min(person, first), size)
                    return
            if latest is not None and latest.subscribers in (None, size.value):
                register.count(latest, size)
            return
        if tokens.pos[index] == "PROPN" and tokens.text[index][0].isupper():
            if word not in kinds.PLATFORM:
                naming.by_name(register, index, first, size)
                return
        elif tokens.pos[index] == "NOUN" and word not in kinds.PLATFORM:
            titled = plain_title(tokens, index, first) is not None
            titled = titled or naming.quoted(tokens, index, first) is not None
            if titled or naming.heads_entry(tokens, index, first):
                naming.by_name(register, index, first, size)
                return
            before = found.holder[index - 1] if index else None
            if before is not None and before.entity in found.channels:
                continue  # "the Lantern project with 9,000 readers"
            naming.by_noun(register, index, size)
            return


def _stands_alone(tokens: Tokens, size: Audience) -> bool:
    """Whether a count opens words that are no sentence: "Only 9,000 readers, but loyal ones."."""
    first, last = tokens.sents[tokens.sent_of[size.start]]
    opens = size.start - first < _MOST_OPENING and not (size.bare or size.ahead)
    # "2. Kettle – 9,800 subscribers" tells whose they are
    plain = set(tokens.pos[first : size.start]) <= {"ADV", "DET", "ADJ"}
    return opens and plain and not clauses.is_finite(tokens, first, last)


def _object_taken_up(tokens: Tokens, size: Audience) -> str | None:
    """The pronoun for whom people follow in "412,000 people read it", "9,000 subscribe to it".

    "it" where the verb that ends the count has no object: "Some 9,000 of us subscribe."
    """
    if not size.ahead:
        return None
    behind = tokens.lower[size.end : size.end + 2]
    pronoun = behind[1] if behind[:1] == ["to"] and len(behind) > 1 else "".join(behind[:1])
    if pronoun in ("it", "him", "her"):
        return pronoun
    alone = tokens.lemma[size.end - 1] == "subscribe" and pronoun in (".", "!", ",", ";")
    return "it" if alone else None


def _own(register: Register, size: Audience) -> None:
    """Give the channel of a count whoever is told beside it to run it."""
    owner = register.found.person_at(size.owner)
    channel = register.latest(size.named[1]) if size.named else None
    if owner is not None and channel is not None:
        channel.owner = channel.owner or owner.entity


def _who_has(found: Findings, size: Audience, first: int) -> int | None:
    """Popko in "Popko, a former mayor of Minsk, who has 9,000 readers": no town is a "who"."""
    tokens = found.tokens
    counted = range(size.start, size.end)
    verb = next((h for i in counted if (h := tokens.heads[i]) not in counted), size.start)
    who = tokens.child(verb, "nsubj") if tokens.pos[verb] in ("VERB", "AUX") else None
    if who is None or tokens.lower[who] != "who" or not first < who < size.start:
        return None
    named = range(who - 1, max(first - 1, who - _MOST_ASIDE), -1)
    people = (i for i in named if _is_named_person(found, i))
    return next(people, None)


def _is_named_person(found: Findings, index: int) -> bool:
    person = found.person_at(index)
    return person is not None and person.kind == "name"


def _glossed(tokens: Tokens, size: Audience, first: int) -> int | None:
    """What stands before a bracket that glosses a name: “Zora” (‘dawn’, 56,000 subscribers)."""
    for index in range(size.start - 1, max(first, size.start - _MOST_GLOSS), -1):
        if tokens.text[index] == "(":
            named = tokens.text[index - 1] in CLOSING or tokens.text[index - 1][0].isupper()
            # "In The Now (4.9 million followers)": small words in capitals are of the name
            whole = tokens.pos[index - 1] in ("ADV", "ADP", "DET", "PRON", "INTJ")
            return index - 1 if named and (whole or index < size.start - 1) else None
        if tokens.text[index] == ")" or tokens.text[index][0].isupper():
            return None
    return None


def _before_bracket(found: Findings, size: Audience) -> Channel | None:
    """The channel right before the bracket that a count opens: “Lantern” (9,000 readers)."""
    tokens, at = found.tokens, size.start - 2
    if at < 0 or tokens.text[at + 1] != "(":
        return None
    held = found.holder[at - (tokens.text[at] in CLOSING)]
    if held is not None and size.platform is None:
        size.platform = platforms.before_noun(tokens, held.start)
    return found.channels.get(held.entity) if held is not None else None


def _before_alias(tokens: Tokens, size: Audience, first: int) -> int | None:
    """What stands before a bracket in Latin script: "Lantern (Likhtar) – 9,000 subscribers"."""
    close = size.start - 2
    if close < first or tokens.text[close] != ")" or tokens.text[close + 1] not in _DASHES:
        return None
    opened = next((i for i in range(close - 1, max(first, close - _MOST_GLOSS), -1)
                   if tokens.text[i] == "("), first)  # fmt: skip
    name = opened - 1
    latin = name >= first and tokens.text[name][0].isupper() and tokens.text[name].isascii()
    return name if latin else None


def _take_up(register: Register, channel: Channel, size: Audience) -> None:
    """The flagship of "The flagship told its 412,000 readers" is the channel with that count."""
    found, tokens = register.found, register.found.tokens
    subject = subjects.subject(tokens, tokens.heads[size.end - 1])
    if subject is not None and tokens.pos[subject] == "NOUN" and found.holder[subject] is None:
        found.add(channel, tokens.lefts[subject], subject + 1, "coref")
        register.remember(channel, subject)


def _account_before(register: Register, pronoun: int, first: int) -> Channel | None:
    """The account named in the sentence before "his", where nobody is: "a man posting as @lamp"."""
    found = register.found
    for index in range(pronoun - 1, first - 1, -1):
        holder = found.holder[index]
        if holder is None or found.type_of(holder.entity) not in ("Person", "Channel"):
            continue
        channel = found.channels.get(holder.entity)
        return channel if channel is not None and channel.handle is not None else None
    return None


def _person_before(register: Register, pronoun: int) -> int | None:
    """Where the person a pronoun takes up is named, if near and later than any channel."""
    found = register.found
    first = since(found.tokens, pronoun)
    last = max((p for p, _ in register.recent if p < pronoun), default=-1)
    for index in range(pronoun - 1, max(first - 1, last), -1):
        if (person := found.person_at(index)) is not None:
            whose = found.tokens.tag[person.end : person.end + 1] == ["POS"]
            return index if person.kind == "name" and not whose else None
    return None


def _person_ahead(found: Findings, size: Audience) -> int | None:
    """Popko in "On Weibo, where he has 28 million followers, commentator Ivan Popko urged"."""
    tokens = found.tokens
    last = tokens.sents[tokens.sent_of[size.start]][1]
    if tokens.text[size.end : size.end + 1] != [","]:
        return None
    ahead = (i for i in range(size.end + 1, last) if tokens.dep[i].startswith("nsubj"))
    subject = next(ahead, None)
    return subject if subject is not None and _is_named_person(found, subject) else None


def _on_platform(tokens: Tokens, size: Audience) -> int | None:
    """Who is told to be on the platform before a bracket: "who films on YouTube (9,000)"."""
    at = size.start - 2
    if at < 1 or tokens.text[at + 1] != "(" or tokens.lower[at - 1] != "on":
        return None
    platform = platforms.named_at(tokens, at)
    verb = tokens.heads[at - 1]
    for _ in range(3):
        if tokens.pos[verb] in ("VERB", "AUX"):
            break
        verb = tokens.heads[verb]
    acts = platform is not None and tokens.pos[verb] in ("VERB", "AUX")
    subject = subjects.subject(tokens, verb) if acts else None
    if subject is not None and tokens.tag[subject] in clauses.WH:
        subject = tokens.heads[verb]
        subject = tokens.heads[subject] if tokens.dep[subject] == "appos" else subject
    if subject is not None:
        size.platform = size.platform or platform
    return subject


def _settle_by_parse(register: Register, size: Audience, noun: int, first: int) -> bool:
    """Give a count to the name that the parse says has it; False where it is none."""
    found, tokens = register.found, register.found.tokens
    if any(tokens.dep[c] == "conj" and noun < c < size.start for c in tokens.children[noun]):
        return False  # of "Sand and Steel, whose audience" the words tell more
    thing = bearers.is_thing(tokens, noun, size)
    holder = found.holder[noun]
    if holder is not None and holder.entity in found.channels:
        register.count(found.channels[holder.entity], size)
        register.remember(found.channels[holder.entity], noun)
        return True
    if tokens.tag[noun] in ("JJS", "RBS"):
        # "The second largest, Lantern, had 88,000": one more of what was told before.
        latest, name = register.latest(noun), tokens.child(noun, "appos")
        if name is None and _is_among(tokens, noun):
            kind = (latest.kind if latest is not None else None) or "channel"
            start = noun - (tokens.lower[noun - 1] == "the")
            register.anonymous(Phrase(noun, start, noun + 1, kind, kind, "new", plural=False), size)
            return True
        if latest is None or name is None or tokens.pos[name] != "PROPN":
            return False
        noun, thing = name, latest.kind not in kinds.PEOPLE
    if not tokens.text[noun][0].isupper() or tokens.pos[noun] not in ("PROPN", "NOUN"):
        return False
    if platforms.named_at(tokens, noun) or tokens.lower[noun] in kinds.TRIGGERS:
        return False
    naming.by_name(register, noun, first, size, thing=thing)
    return True


def _is_among(tokens: Tokens, superlative: int) -> bool:
    """As in "the largest of them", "the largest of the forty channels"."""
    of = next((c for c in tokens.children[superlative] if tokens.lower[c] == "of"), None)
    object_ = tokens.child(of, "pobj") if of is not None else None
    return object_ is not None and (
        tokens.lower[object_] in ("them", "these", "all", "those")
        or tokens.lower[object_] in kinds.TRIGGERS
    )


def _settle_by_name(register: Register, size: Audience) -> None:
    """Give a count in brackets, or ahead of its channel, to the channel named right beside it."""
    found, tokens = register.found, register.found.tokens
    index = size.end if size.ahead else size.start - 1
    step = 1 if size.ahead else -1
    for _ in range(_MOST_BESIDE):
        if not 0 <= index < len(tokens):
            return
        holder = found.holder[index]
        if holder is not None and holder.entity in found.channels:
            register.count(found.channels[holder.entity], size)
            register.remember(found.channels[holder.entity], index)
            return
        if size.ahead and holder is not None and found.type_of(holder.entity) == "Person":
            naming.by_name(register, holder.end - 1, holder.start, size)
            return
        named = name_run(tokens, index, len(tokens)) if size.ahead else None
        if named and (holder is None or is_mistaken(found, index)):
            naming.by_name(register, named[1] - 1, named[0], size)
            return
        title = size.ahead and tokens.dep[index] in _OF_TITLES  # "dance teacher Lola Popko"
        if holder is not None or not (title or tokens.text[index] in _BESIDE):
            return
        index += step
