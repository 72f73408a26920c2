"""Silence about something: who ignored it, kept quiet about it or would not speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.items import Reported
from ingest.nlp.speech import SILENCE, Cue
from ingest.nlp.tokens import Tokens

ADJECTIVES = frozenset(SILENCE["adjectives"])
UNSAID = frozenset(SILENCE["unsaid"])
CARRIED = frozenset(SILENCE["carried"])
REFUSALS = frozenset(SILENCE["refusals"])
SPEECH = frozenset(SILENCE["speech"])
NOUNS = frozenset(SILENCE["nouns"])
IGNORING = frozenset(SILENCE["ignoring"])
PASSING = frozenset(tuple(phrase.split()) for phrase in SILENCE["passing"])
EVADING = frozenset(SILENCE["evading"])
POSTING = frozenset(SILENCE["posting"])
TRIGGERS = ADJECTIVES | UNSAID | CARRIED | SPEECH | NOUNS | IGNORING | EVADING | POSTING
TRIGGERS |= {verb for verb, _ in PASSING} | {"draw"}
_ASKING = frozenset(("ask", "press", "question", "quiz"))
_AGAINST = frozenset(("although", "though", "but", "while", "whereas"))
_QUESTIONS = frozenset(("question", "query", "inquiry", "enquiry"))
_REQUESTS = _QUESTIONS | {"request", "letter", "email", "mail", "call"}
_ANSWERING = IGNORING | EVADING | {"respond", "reply", "answer"}
# Of these a refusal without a topic tells by itself that nothing was said of what stands before.
_COMMENTS = frozenset(("comment", "commentary", "reaction"))
_ABOUT = frozenset(("about", "regarding", "concerning", "on", "over", "whether"))
# What somebody may keep to himself ("would not confirm that it fell"); he may not say what is not.
_KEPT = frozenset(("confirm", "discuss", "explain", "name"))
_KEEPING = frozenset(SILENCE["adjective_verbs"])
_LASTING = frozenset(("remain", "remained", "remains", "kept", "stayed", "been"))
_ANYTHING = frozenset(("anything", "since", "again", "yet"))
_NOUN_VERBS = frozenset(SILENCE["noun_verbs"])
_COMMITTING = {"confirm", "deny"}
_TOPIC = frozenset(SILENCE["topic"])


def _cue(lemma: str) -> Cue:
    return Cue(lemma, frozenset(), frozenset(), "silent", "asserted")


def at(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """Silence that the word at `index` states; its content is what was left unsaid and how.

    There must be a topic. Of who "declined to comment", "did not respond to questions" or gave "no
    comment" it is what the text told before.
    """
    lemma = tokens.lemma[index].lower()
    if lemma in NOUNS and tokens.pos[index] in ("NOUN", "PRON"):
        yield from _absent(tokens, index, limit)
        return
    verb, topic = _unsaid(tokens, index, limit)
    if topic is None or (lemma in _ANSWERING and not _asks_about(tokens, index, topic)):
        return
    helpers = [c for c in tokens.children[verb] if tokens.dep[c] in ("aux", "neg") and c < verb]
    subject = subjects.subject(tokens, verb)
    neither = _neither(tokens, verb)
    start = min([verb, *helpers]) if neither is None else neither
    start -= tokens.lower[start - 1] == "neither"
    end = max(topic[1], index + 1)  # the topic of "Asked about it, he kept silent" stands before
    frame = "carried" if lemma in CARRIED else "silence"
    yield Reported(start, end, index, _cue(lemma), subject, frame)


def _unsaid(tokens: Tokens, index: int, limit: int) -> tuple[int, tuple[int, int] | None]:
    """The verb of a silence, and what nothing is said of, if the word at `index` tells of one."""
    lemma = tokens.lemma[index].lower()
    verb, topic = index, None
    if lemma in ADJECTIVES:
        verb = tokens.heads[index]
        if tokens.lemma[verb] not in _KEEPING:
            return verb, None
        topic = _topic(tokens, (index, verb), limit) or _asked(tokens, verb)
        if topic is None and tokens.lower[verb] in _LASTING and _has_before(tokens, index):
            topic = index + 1, index + 1  # "Other channels have remained silent."
    elif tokens.pos[index] != "VERB":
        return index, None
    elif lemma in POSTING:
        topic = _unposted(tokens, index, limit) if clauses.is_negated(tokens, index) else None
    elif lemma in IGNORING | EVADING:
        topic = _object(tokens, index, limit)
    elif lemma == "draw":  # "would not be drawn on it"
        drawn = clauses.is_passive(tokens, index) and clauses.is_negated(tokens, index)
        topic = _topic(tokens, (index,), limit) if drawn else None
    elif any(lemma == passing and _goes_with(tokens, index, over) for passing, over in PASSING):
        topic = _object(tokens, index, limit) or _topic(tokens, (index,), limit)
    elif lemma in SPEECH and tokens.dep[index] == "xcomp":
        verb = tokens.heads[index]
        if tokens.lemma[verb] in REFUSALS:
            topic = _topic(tokens, (index,), limit) or _object(tokens, index, limit)
            topic = topic or _asked(tokens, verb) or _told_before(tokens, index)
    elif (denies := neither_nor(tokens, index)) is not None:
        topic = _topic(tokens, (denies,), limit) or _object(tokens, denies, limit)
        topic = topic or clauses.trimmed(tokens, denies + 1, limit)
    elif lemma in SPEECH and _would_not(tokens, index):
        topic = _topic(tokens, (index,), limit) or _question(tokens, index, limit)
        would = any(tokens.lower[c] == "would" for c in tokens.children[index])
        if topic is None and would and lemma in _KEPT:  # "will not discuss it without X" is a plan
            topic = _object(tokens, index, limit)
        topic = topic or _told_before(tokens, index)
    elif lemma in SPEECH and clauses.is_negated(tokens, index) and _asks(tokens, index, limit):
        topic = _question(tokens, index, limit)
    elif lemma in UNSAID | CARRIED and _is_denied(tokens, index):
        topic = _topic(tokens, (index,), limit) or _object(tokens, index, limit)
        topic = topic or _told_before(tokens, index)
        if lemma == "speak" and topic and tokens.lower[topic[0] - 1] not in _ABOUT:
            topic = None  # "has not spoken to him"
    return verb, topic


def _told_before(tokens: Tokens, word: int) -> tuple[int, int] | None:
    """An empty topic behind "declined to comment", which takes up what the text told before."""
    behind = tokens.lower[word + 1 : word + 4]
    told = behind[:1] == ["further"] or behind in ([",", "saying", "only"], [",", "saying", "that"])
    if told or not _has_before(tokens, word):  # told: who has commented all the same
        return None
    return (word + 1, word + 1) if tokens.lemma[word] in _COMMENTS else None


def _has_before(tokens: Tokens, word: int) -> bool:
    """Whether a text has told something before the sentence of a word."""
    return tokens.sents[tokens.sent_of[word]][0] != tokens.sents[0][0]


def _unposted(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """Since or on what nothing was written: "did not post when the bridge fell".

    Who did not post a picture may have posted much.
    """
    thing = tokens.child(verb, "dobj")
    if thing is not None and tokens.lower[thing] not in _ANYTHING:
        return None
    start, end = clauses.trim(tokens, verb + 1, min(limit, tokens.rights[verb] + 1))
    return (start, end) if start < end or _has_before(tokens, verb) else None


def _asks_about(tokens: Tokens, verb: int, topic: tuple[int, int]) -> bool:
    """Whether what is left unanswered asks about something: "questions about the strike".

    "A request for comment" asks about what the text told before, a letter about nothing known.
    """
    start, end = topic
    nouns = (i for i in range(start, end) if tokens.pos[i] == "NOUN")
    asked = next((i for i in nouns if tokens.heads[i] not in range(start, end)), start)
    if tokens.lemma[asked] not in _REQUESTS:
        return tokens.lemma[verb] not in EVADING  # "dodged a bullet"
    behind = range(asked + 1, end)
    if any(tokens.lower[i] in _ABOUT or tokens.tag[i] in clauses.WH for i in behind):
        return True
    for_comment = any(tokens.lemma[i] in _COMMENTS for i in behind)
    return tokens.sent_of[verb] > 0 and (for_comment or tokens.lemma[asked] in _QUESTIONS)


def neither_nor(tokens: Tokens, verb: int) -> int | None:
    """The second verb where the one at `verb` begins "neither confirmed nor denied it"."""
    second = next((c for c in tokens.children[verb] if tokens.dep[c] == "conj"), verb)
    if {tokens.lemma[verb], tokens.lemma[second]} != _COMMITTING:
        return None
    above = tokens.lemma[tokens.heads[verb]] if tokens.dep[verb] == "xcomp" else ""
    negated = clauses.is_negated(tokens, verb) or tokens.lower[verb - 1] == "neither"
    return second if negated or above in REFUSALS else None


def _absent(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "made no mention of X", "said nothing about X", "not a word about X was heard on Y"."""
    verb = tokens.heads[noun]
    if tokens.lower[noun + 1 : noun + 4] in (["of", "the", "sort"], ["of", "the", "kind"]):
        return  # who "wrote nothing of the sort" may have written much
    if not _is_none(tokens, noun) or tokens.lemma[verb] not in _NOUN_VERBS | REFUSALS:
        return
    said = tokens.child(noun, "acl", "relcl")
    objects = (noun, verb) if tokens.dep[noun] == "dobj" else (noun,)
    topic = _topic(tokens, objects if said is None else (noun, said), limit)
    if topic is None:
        topic = _told_before(tokens, noun)
    elif topic[1] - topic[0] < 1:
        topic = None
    if topic is None:
        return
    if tokens.dep[noun] == "dobj":
        speaker = subjects.subject(tokens, verb)
        helpers = [c for c in tokens.children[verb] if tokens.dep[c] == "aux" and c < verb]
        start = min([verb, *helpers])
    else:
        speaker = _where(tokens, verb, noun)
        start = min(tokens.lefts[noun], topic[0])
    if speaker is not None:
        end = max(topic[1], noun + 1)
        there = tokens.child(verb, "expl") if topic[0] == topic[1] else None
        if there is not None:  # nothing but whose comment is missing tells the silence
            start, end = there, max(end, speaker + 1)
        yield Reported(start, end, noun, _cue(tokens.lemma[noun]), speaker, "silence")


def _is_none(tokens: Tokens, noun: int) -> bool:
    """Whether there is none of something: "no mention", "not a word", "nothing"."""
    if tokens.lower[noun] == "nothing" or tokens.lemma[tokens.heads[noun]] in ("decline", "refuse"):
        return True
    before = tokens.lower[max(0, tokens.lefts[noun] - 1) : noun]
    one = not {"a", "any", "one", "single"}.isdisjoint(before)
    verb = tokens.heads[noun]
    negated = tokens.dep[noun] == "dobj" and clauses.is_negated(tokens, verb)
    return "no" in before or (one and ("not" in before or negated))


def _where(tokens: Tokens, verb: int, noun: int) -> int | None:
    """Who carries no word: "on Channel Five", "from the ministry"."""
    for head in (verb, noun):
        for child in tokens.children[head]:
            if tokens.lower[child] in ("on", "in", "from", "by", "at"):
                object_ = tokens.child(child, "pobj")
                if object_ is not None:
                    return object_
    return None


def _goes_with(tokens: Tokens, verb: int, particle: str) -> bool:
    return any(tokens.lower[c] == particle and c > verb for c in tokens.children[verb])


def _is_denied(tokens: Tokens, verb: int) -> bool:
    """Whether the verb or its subject is negated."""
    return clauses.is_negated(tokens, verb) or _neither(tokens, verb) is not None


def _would_not(tokens: Tokens, verb: int) -> bool:
    """As in "would not say whether it fell", which is a refusal."""
    helpers = {tokens.lower[c] for c in tokens.children[verb] if tokens.dep[c] == "aux"}
    return bool(helpers & {"would", "will"}) and clauses.is_negated(tokens, verb)


def _question(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """The question up to what is told against it: "did not say who fell, although Ghana had"."""
    against = (i for i in range(verb + 1, limit) if tokens.lower[i] in _AGAINST)
    stop = next((i for i in against if tokens.text[i - 1] == ","), limit)
    return clauses.trim(tokens, verb + 1, stop) if _asks(tokens, verb, limit) else None


def _asks(tokens: Tokens, verb: int, limit: int) -> bool:
    """Whether a question follows a verb: "has not said when he will go"."""
    start = verb + 1
    return start < limit and (
        tokens.tag[start] in clauses.WH or tokens.lower[start] in ("whether", "if")
    )


def _asked(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """What was asked before a refusal: "Asked about the school, he kept silent"."""
    first = tokens.sents[tokens.sent_of[verb]][0]
    for child in tokens.children[verb]:
        if child > verb or tokens.lemma[child] not in _ASKING or child - first > 1:
            continue
        opens = child + 1
        if tokens.lower[opens] in _TOPIC or tokens.lower[opens] in ("whether", "if", "why"):
            comma = (i for i in range(opens, verb) if tokens.text[i] == ",")
            return clauses.trim(tokens, opens + 1, max(comma, default=opens + 1))
    return None


def _neither(tokens: Tokens, verb: int) -> int | None:
    """The "neither" of a subject: "Neither the party nor its leader mentioned the dam"."""
    subject = tokens.child(verb, "nsubj")
    first = tokens.lefts[subject] if subject is not None else verb
    places = (first, first - 1) if first else (first,)
    return next((i for i in places if tokens.lower[i] == "neither"), None)


def _topic(tokens: Tokens, heads: tuple[int, ...], limit: int) -> tuple[int, int] | None:
    for head in heads:
        for child in tokens.children[head]:
            if child > head and tokens.lower[child] in _TOPIC and tokens.dep[child] == "prep":
                end = min(limit, tokens.rights[child] + 1)
                relative = (i for i in range(child + 2, end - 1) if _adds(tokens, i))
                return clauses.trim(tokens, child + 1, next(relative, end))
            if child > head and tokens.dep[child] == "advcl":
                mark = tokens.child(child, "mark", "advmod")
                if mark is not None and tokens.lower[mark] in _TOPIC:
                    return clauses.trim(tokens, mark + 1, min(limit, tokens.rights[child] + 1))
    return None


def _adds(tokens: Tokens, comma: int) -> bool:
    """Whether a clause that only adds to the topic begins: ", which came on a day when"."""
    return tokens.text[comma] == "," and tokens.tag[comma + 1] in clauses.WH


def _object(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    object_ = tokens.child(verb, "dobj", "ccomp")
    if object_ is None or object_ < verb or tokens.pos[object_] == "PRON":
        return None
    return clauses.trim(tokens, tokens.lefts[object_], min(limit, tokens.rights[object_] + 1))
