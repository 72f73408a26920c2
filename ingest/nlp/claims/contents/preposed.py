"""Contents before the words that report them: "It fell, he said", "It, he said, fell".

The words tell more than the parse, which hangs long contents anywhere.
"""

from __future__ import annotations

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import parenthetical, taken_up
from ingest.nlp.claims.contents.parenthetical import (
    COMMAS,
    MOST_ADJUNCT,
    TOLD,
    first_of,
    phrase_after,
)
from ingest.nlp.claims.contents.statements import is_statement
from ingest.nlp.marks import QUOTE_MARKS
from ingest.nlp.speech import (
    BODIES,
    CARRIERS,
    HUMANS,
    INSTITUTIONS,
    NOUN_FORMS,
    VERBS,
    VOICES,
    is_speech,
)
from ingest.nlp.tokens import Tokens

_SUBJECTS = ("nsubj", "nsubjpass")
_OWN = ("nsubj", "nsubjpass", "expl")
_SIDE = frozenset(("relcl", "acl", "advcl"))
_SUBORDINATE = frozenset(("after", "while", "when", "as", "since", "because", "before", "once"))
_HOLDING = frozenset(("hold", "maintain"))  # "in which X holds 51 percent", "X maintains a fleet"
_MOST_SUBJECT, _MOST_DATE, _MOST_NAME, _MOST_RELATIVE = 16, 5, 4, 24


def content(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The clause before a verb and its subject, whether it ends there or goes on behind them."""
    if _has_object(tokens, verb) or _answers(tokens, verb) or _holds(tokens, verb):
        return None
    last = tokens.sents[tokens.sent_of[verb]][1]
    first = first_of(tokens, verb)
    if parted := parenthetical.passive(tokens, verb, first, last):
        return parted
    child = next(
        (c for c in tokens.children[verb] if c < verb and tokens.dep[c] in ("ccomp", "parataxis")),
        None,
    )
    if child is not None and child >= first and is_statement(tokens, first - 1, child, that=False):
        comma = next((i for i in range(child, verb) if tokens.text[i] == ","), None)
        subject = subjects.subject(tokens, verb)
        stop = comma if comma is not None else child + 1
        if subject is not None and stop <= subject < verb:
            stop = max(stop, tokens.lefts[subject])
            return clauses.trimmed(tokens, max(first, tokens.lefts[child]), stop)
        if subject is not None and subject > verb and not _tells_behind(tokens, verb, last):
            return clauses.trimmed(tokens, max(first, tokens.lefts[child]), verb)
    return parenthetical.content(tokens, verb, first, last)


def _tells_behind(tokens: Tokens, verb: int, last: int) -> bool:
    """Whether what is said stands behind: "Kenya answers Popko, says Ghana keeps the treaty"."""
    last = min(last, verb + clauses.LONGEST)
    stop = next((i for i in range(verb + 1, last) if tokens.text[i] in COMMAS), last)
    related = any(tokens.tag[i] in clauses.WH for i in range(verb + 1, stop))
    stated = not related and clauses.is_finite(tokens, verb + 1, stop)
    return tokens.text[verb - 1] == "," and stated


def _has_object(tokens: Tokens, verb: int) -> bool:
    """Whether "it" or "so" stands for what is said, as in "ministers say it"."""
    if taken_up.says_so(tokens, verb):
        return True
    object_ = tokens.child(verb, "dobj")
    return object_ is not None and object_ > verb and tokens.lower[object_] in ("it", "this", "so")


def _holds(tokens: Tokens, verb: int) -> bool:
    """Whether somebody holds a thing; who maintains nothing else says it: "..., she maintains."."""
    return tokens.lemma[verb] in _HOLDING and tokens.text[verb + 1 : verb + 2] != ["."]


def _answers(tokens: Tokens, verb: int) -> bool:
    """Whether a sentence opens with what was asked: "Asked whether it fell, he shrugged"."""
    return tokens.lower[first_of(tokens, verb)] in ("asked", "questioned", "pressed", "queried")


def closed(tokens: Tokens, verb: int, limit: int) -> tuple[tuple[int, int], int] | None:
    """The content of a sentence that closes with who said it, and the speaker's place.

    As in "The dam fell, a senior ally of the president said on Monday."
    """
    if _has_object(tokens, verb) or _answers(tokens, verb) or _holds(tokens, verb):
        return None
    first = first_of(tokens, verb)
    stop = next((i for i in range(verb + 1, limit) if tokens.text[i] in COMMAS), limit)
    if stop - verb > MOST_ADJUNCT or clauses.is_finite(tokens, verb + 1, stop):
        return None
    comma = _comma_before(tokens, verb, first)
    if comma is not None and tokens.tag[comma + 1] == "CC":
        return None  # "Kenya blames Ghana, and Ghana points to rebels": each does so
    mark = tokens.child(verb, "mark")
    parted = comma is not None and mark is not None and comma < mark
    if parted and mark is not None and tokens.lower[mark] in _SUBORDINATE | {"that"}:
        # "It fell, he said, adding that rain continued", "It left, after Popko objected"
        return None
    headline = tokens.text[limit - 1] != "." and comma is not None
    stated = comma is not None and _is_main(tokens, first, comma)
    if comma is None or not (stated or (headline and _quotes(tokens, first, comma))):
        return None
    found = [c for c in tokens.children[verb] if tokens.dep[c] in _SUBJECTS]
    own, object_ = max(found, default=None), tokens.child(verb, "dobj")
    source = _told_of(tokens, verb, first) if comma == verb - 1 else None
    if source is not None:
        span = clauses.trimmed(tokens, first, source[0])
        return (span, source[1]) if span is not None else None
    if own is not None and first <= own < comma:
        return None
    # "... “to sign it”, indicated the authorities", parsed as what they are told
    inverted = comma == verb - 1 and own is None
    inverted = inverted and (tokens.text[comma - 1] in QUOTE_MARKS or _speaks(tokens, object_))
    told = inverted or tokens.lemma[verb] in TOLD
    if object_ is not None and object_ > verb and not told:
        return None
    opening = tokens.lower[first] in _SUBORDINATE
    if opening and not any(tokens.text[i] == "," for i in range(first, comma)):
        # "While the battle goes on, the army continues": the army says nothing.
        return None
    apposed = _apposed_name(tokens, verb, first) if own is None and comma == verb - 1 else None
    if comma == verb - 1 and apposed is None:
        apposed = _named_behind_role(tokens, verb, first)
    subject: int | None
    if apposed is not None:
        comma, subject = apposed
    elif comma == verb - 1:
        subject = tokens.child(verb, "nsubj") or phrase_after(tokens, verb, stop)
    else:
        subject = _head(tokens, comma + 1, verb)
    if subject is None:
        return None
    start, end = clauses.trim(tokens, first, comma)
    return ((start, end), subject) if end - start > 2 else None


def _speaks(tokens: Tokens, noun: int | None) -> bool:
    """Whether a noun is of somebody who says things: "..., added the spokesperson"."""
    return noun is not None and tokens.lemma[noun].lower() in HUMANS | INSTITUTIONS | VOICES


def continued(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """What is said behind the words that report it: "It fell, police said, and two people died".

    Pronouns and verbs of saying tell of something else: "It fell, she said, and she left".
    """
    reach = range(verb + 1, min(limit - 2, verb + _MOST_DATE))
    close = next((i for i in reach if tokens.text[i] == ","), None)
    if close is None or any(tokens.pos[i] == "VERB" for i in range(verb + 1, close)):
        return None
    start = close + 1 + (tokens.lower[close + 1] in ("and", "so"))
    finite = next((i for i in range(start, limit) if tokens.tag[i] in clauses.FINITE), None)
    if finite is None:
        return None
    main = tokens.heads[finite] if tokens.dep[finite] in ("aux", "auxpass") else finite
    own = next((c for c in tokens.children[main] if start <= c and tokens.dep[c] in _OWN), None)
    if own is None or own > finite or tokens.lefts[own] != start or is_speech(tokens.lemma[main]):
        return None
    told = tokens.pos[own] == "PRON" and tokens.dep[own] != "expl"
    return None if told else clauses.trimmed(tokens, start, limit)


def goes_on_from(tokens: Tokens, verb: int) -> int | None:
    """The "said" before a participle that the parse gives to what is said: "It fell, the head of
    the town said, adding that ...".
    """
    comma = verb - 1
    if tokens.tag[verb] != "VBG" or tokens.text[comma] != ",":
        return None
    beside = tokens.children[tokens.heads[verb]]
    said = (
        c for c in beside if tokens.dep[c] == "parataxis" and tokens.rights[c] in (comma, comma - 1)
    )
    return next((c for c in said if clauses.is_cue(tokens, c)), None)


def misparsed(tokens: Tokens, verb: int, limit: int) -> tuple[tuple[int, int], int] | None:
    """The same where the parse hangs the verb on its subject as a participle.

    As in "The dam fell, the Clean Rivers project of the institute reported on Monday", where the
    institute is taken for reported.
    """
    if tokens.dep[verb] not in ("acl", "relcl") or tokens.heads[verb] > verb:
        return None
    if tokens.lemma[verb] in _HOLDING:
        return None
    last = next((i for i in range(verb + 1, limit) if tokens.text[i] in (".", ";", ",")), limit)
    if last - verb > _MOST_DATE or any(tokens.pos[i] == "VERB" for i in range(verb + 1, last)):
        return None
    if any(tokens.lower[i] in ("by", "as", "to", "in") for i in range(verb + 1, last)):
        return None  # "the third case reported in May"
    first = first_of(tokens, verb)
    comma = _comma_before(tokens, verb, first)
    if comma is None or not _is_main(tokens, first, comma):
        return None
    if tokens.tag[comma + 1] in clauses.WH:
        return None  # "It fell in Ghana, whose president said that ..."
    subject = _head(tokens, comma + 1, verb)
    named = subject is not None and (
        tokens.pos[subject] == "PROPN"
        or tokens.lemma[subject].lower() in HUMANS | INSTITUTIONS | VOICES
        or tokens.lemma[subject].lower() in BODIES
        or _is_new_report(tokens, subject, verb)
    )
    span = clauses.trimmed(tokens, first, comma)
    return (span, subject) if subject is not None and named and span is not None else None


def _is_new_report(tokens: Tokens, noun: int, verb: int) -> bool:
    """Whether a past tense is told of a report: "..., an investigation by X revealed"."""
    article = tokens.lower[tokens.lefts[noun]] in ("a", "an")
    return article and tokens.tag[verb] == "VBD" and tokens.lemma[noun] in CARRIERS


def told_by_noun(tokens: Tokens, word: int, limit: int) -> tuple[tuple[int, int], int] | None:
    """The same where the verb is taken for a noun: "The dam fell, news agency KNA (K) reports."."""
    before = tokens.text[word - 1] == ")" or tokens.pos[word - 1] == "PROPN"
    verb = tokens.lower[word] in NOUN_FORMS and tokens.lemma[word] in VERBS
    if not (verb and before) or word + 2 < limit:
        return None
    first = first_of(tokens, word)
    comma = _comma_before(tokens, word, first)
    if comma is None or not _is_main(tokens, first, comma):
        return None
    subject = _head(tokens, comma + 1, word)
    span = clauses.trimmed(tokens, first, comma)
    return (span, subject) if subject is not None and span is not None else None


def _quotes(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a headline without a verb quotes some of its words: "Minsk ‘not involved’"."""
    return sum(tokens.text[i] in QUOTE_MARKS for i in range(start, end)) > 1


def _apposed_name(tokens: Tokens, verb: int, first: int) -> tuple[int, int] | None:
    """The comma before a name that is explained up to its verb, and the name's last word.

    As in "It fell, Ivan Popko, Kenya's minister for dams, told Reuters".
    """
    close = verb - 1
    for comma in range(verb - 2, first, -1):
        if tokens.text[comma] != ",":
            continue
        name = range(comma + 1, close)
        full = 1 < len(name) <= _MOST_NAME and all(tokens.pos[i] == "PROPN" for i in name)
        if full and close < verb - 1:
            return comma, close - 1
        close = comma
    return None


def _named_behind_role(tokens: Tokens, verb: int, first: int) -> tuple[int, int] | None:
    """The comma before a role that a name explains, and the name's last word.

    As in "It fell, the head of the mission, Ada Quill, told reporters"."""
    name = next((i for i in range(verb - 2, first, -1) if tokens.pos[i] != "PROPN"), first)
    before = range(name - 1, max(first, name - _MOST_SUBJECT), -1)
    comma = next((i for i in before if tokens.text[i] == ","), None)
    if comma is None or tokens.text[name] != "," or not 1 < verb - 1 - name <= _MOST_NAME + 1:
        return None
    human = any(tokens.lemma[i].lower() in HUMANS for i in range(comma + 1, name))
    plain = not any(tokens.pos[i] in ("VERB", "AUX") for i in range(comma + 1, name))
    return (comma, verb - 2) if human and plain else None


def _told_of(tokens: Tokens, verb: int, first: int) -> tuple[int, int] | None:
    """The comma before a role that a clause explains up to the verb, and the role's noun.

    As in "It fell, the source, who said he had seen it, told Reuters".
    """
    low = max(first + 2, verb - _MOST_RELATIVE)
    role = subjects.explained(tokens, verb - 1, low, by=("who",))
    if role is None or tokens.lemma[role].lower() not in HUMANS | VOICES:
        return None
    comma = tokens.lefts[role] - 1
    return (comma, role) if comma > first and tokens.text[comma] == "," else None


def _comma_before(tokens: Tokens, verb: int, first: int) -> int | None:
    """The comma that parts the content from the subject of the verb."""
    found = [c for c in tokens.children[verb] if tokens.dep[c] in _SUBJECTS and c < verb]
    own = max(found, default=None)
    if own is not None and first < own < verb:
        left = tokens.lefts[own] - 1
        if left > first and tokens.text[left] in COMMAS:
            return left
    for index in range(verb - 1, max(first, verb - _MOST_SUBJECT), -1):
        if tokens.text[index] in COMMAS:
            return index
        if tokens.tag[index] in clauses.FINITE:
            return None
    return None


def _is_main(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb that does not merely describe a noun."""
    for index in range(start, end):
        if tokens.tag[index] in clauses.FINITE:
            verb = tokens.heads[index] if tokens.dep[index] in ("aux", "auxpass") else index
            if tokens.dep[verb] not in _SIDE:
                return True
    return False


def _head(tokens: Tokens, start: int, end: int) -> int | None:
    """The noun of a stretch that hangs on something outside it."""
    for index in range(start, end):
        nominal = tokens.pos[index] in ("NOUN", "PROPN", "PRON")
        if nominal and not start <= tokens.heads[index] < end:
            return index
    return None
