"""Who the subject of a verb is, also where the parse has it elsewhere."""

from __future__ import annotations

from collections.abc import Container

from ingest.nlp import asides
from ingest.nlp.clauses import FINITE, SUBJECTS, is_cue, is_finite, tense
from ingest.nlp.datelines import is_dateline
from ingest.nlp.marks import CLOSING_QUOTES, DOUBLE_CLOSING
from ingest.nlp.speech import CARRIERS, GLAD, NOUNS, SILENCE, TITLES
from ingest.nlp.tokens import Tokens, is_mark

_REFUSALS = frozenset(SILENCE["refusals"])
_MOST_APART = 16  # tokens of a participle and what belongs to it
_MOST_SENT = 10  # tokens from "a letter" to the "to" of whom it is sent
_FOREMOST = frozenset(("first", "last", "latest", "only", "one"))
_PAST = ("VBD", "VBN")


def subject(tokens: Tokens, verb: int, depth: int = 0) -> int | None:
    """The subject of a verb, looked for up the tree where the verb has none of its own."""
    own = tokens.child(verb, *SUBJECTS)
    if own is None:  # "Kenya has for the first time confirmed", where the parse ties it to "has"
        helpers = (c for c in tokens.children[verb] if tokens.dep[c] == "aux")
        own = next((s for c in helpers if (s := tokens.child(c, "nsubj")) is not None), None)
    if own is not None and own < verb and is_dateline(tokens, own):
        behind = [c for c in tokens.children[verb] if own < c < verb and tokens.dep[c] in SUBJECTS]
        own = behind[-1] if behind else own  # "ACCRA, Aug. 21 -- Minister Popko on Monday said"
    if own is not None and own < verb and (tokens.text[own + 1] == "," or is_mark(tokens, own)):
        # "Kenya, Ghana said in a note, had lied", "Kenya, said Ghana, ...": it speaks of Kenya
        later = (c for c in tokens.children[verb] if own < c and tokens.dep[c] in SUBJECTS)
        inverted = tokens.text[verb - 1] == "," or is_mark(tokens, own)
        own = next((c for c in later if c < verb or inverted), _parting(tokens, verb) or own)
    if own is not None and tokens.dep[own] == "csubj" and tokens.child(own, "aux") is not None:
        # "X has been blocking it and Y has warned": no gerund, a clause of its own.
        return near_subject(tokens, verb, own)
    if own is not None and tokens.lower[own : own + 2] == ["run", "by"] and own:
        own -= 1  # "The channel run by a retired officer wrote", read as a run
    if own is not None and asides.is_participle(tokens, own):
        if (noun := tokens.child(own, "nsubj")) is not None and noun < own:
            return noun  # "The channel sharing news of the bridge said"
        # "Speaking from a cell, a soldier, 37, told", "Asked why, a soldier, 37, replied": who
        # speaks stands before the verb.
        return asides.before_aside(tokens, verb) or own
    if own is not None:
        return asides.inserted(tokens, verb, own) or own
    outer = _behind_relative(tokens, verb)
    if outer is None:
        outer = _reporting(tokens, verb)
    if outer is None:
        outer = resumed(tokens, verb)
    if outer is not None:
        return subject(tokens, outer, depth + 1)
    if (named := _before_participle(tokens, verb)) is not None:
        return named
    if (named := across_aside(tokens, verb)) is not None:
        return named
    if (named := asides.behind_opening(tokens, verb)) is not None:
        return named
    dep, head = tokens.dep[verb], tokens.heads[verb]
    if _is_main_after_all(tokens, verb):
        return head
    if head == verb or depth > 4:
        return None
    if dep == "ccomp" and head > verb and ":" in tokens.text[verb:head]:
        return None  # "Each denied it: X said that ..." is not what X said
    if dep in ("acl", "relcl", "xcomp") and tokens.lower[head] in _FOREMOST:
        # "was the first to report that", "was one of the first to report that"
        one = tokens.heads[tokens.heads[head]] if tokens.dep[head] == "pobj" else head
        if tokens.dep[one] == "attr":
            return subject(tokens, tokens.heads[one], depth + 1)
    if (sender := _sender(tokens, verb)) is not None:
        return sender
    if dep in ("acl", "relcl") and tokens.pos[head] in ("NOUN", "PROPN", "PRON"):
        return head if tokens.tag[verb] in ("VBG", "VB", "VBD", "VBZ", "VBP") else None
    if dep in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "parataxis", "ROOT", "aux"):
        if dep == "pcomp" or tokens.pos[head] == "ADP":
            head = tokens.heads[head]
        if dep == "pcomp" and tokens.dep[head] == "dobj":
            head = tokens.heads[head]  # "drew criticism for saying"
        if dep == "conj" and tokens.dep[head] == "dobj" and tokens.tag[verb] in FINITE:
            head = tokens.heads[head]  # "posts the clip & claims", joined to the clip
        return subject(tokens, head, depth + 1)
    if dep == "acomp" and depth and tokens.lower[verb] in GLAD:
        return subject(tokens, head, depth + 1)  # "is pleased to announce that"
    if dep == "appos" and tokens.pos[head] in ("NOUN", "PROPN"):
        return head
    return None


def _parting(tokens: Tokens, verb: int) -> int | None:
    """Ghana in "Kenya, Ghana alleged, has lied", read as one with Kenya."""
    after = tokens.tag[verb + 2 : verb + 3]
    parted = tokens.text[verb + 1 : verb + 2] == [","] and not FINITE.isdisjoint(after)
    return verb - 1 if parted and tokens.pos[verb - 1] == "PROPN" else None


def _sender(tokens: Tokens, verb: int) -> int | None:
    """Who asks in "X sent a letter, dated 3 May, to members urging them to stay"."""
    to = tokens.heads[verb - 1]
    if tokens.tag[verb] != "VBG" or tokens.lower[to] != "to" or tokens.dep[verb - 1] != "pobj":
        return None
    for text in range(to - 1, max(0, to - _MOST_SENT), -1):
        if tokens.dep[text] == "dobj" and tokens.lemma[text] in CARRIERS:
            return subject(tokens, tokens.heads[text], 1)
    return None


def _behind_relative(tokens: Tokens, verb: int) -> int | None:
    """The main verb that one behind an aside goes on from: "X sent it to Y, who ..., and left"."""
    head = tokens.heads[verb]
    closed = tokens.tag[verb - 1] == "CC" and tokens.text[verb - 2] == ","
    if tokens.dep[verb] != "conj" or tokens.dep[head] != "relcl" or not closed:
        return None
    opens = tokens.text[tokens.lefts[head] - 1] == ","
    index = tokens.heads[head]
    for _ in range(5):
        if tokens.tag[index] == tokens.tag[verb] and tokens.pos[index] == "VERB":
            return index if opens else None
        index = tokens.heads[index]
    return None


def _reporting(tokens: Tokens, verb: int) -> int | None:
    """The reporting verb a second one goes on from, where the parse hangs it into the content.

    In "He said it burned, adding that ..." and "said it burned and added that ..." he adds.
    """
    joined = tokens.dep[verb] == "conj" and tokens.tag[verb - 1] == "CC"
    also = says_also(tokens, verb)
    trailing = also or (tokens.tag[verb] == "VBG" and behind_comma(tokens, verb))
    found, index = None, verb
    if not (joined or trailing) or not is_cue(tokens, verb):
        return None
    for _ in range(8):
        head = tokens.heads[index]
        if tokens.dep[index] == "ccomp" and is_cue(tokens, head) and head < verb:
            found = head
            if also:
                return found
        elif tokens.dep[index] in ("acl", "ccomp") and tokens.lemma[head] in NOUNS:
            above = tokens.heads[head]  # "refuted claims that it fell and added that it stands"
            found = above if tokens.dep[head] == "dobj" and is_cue(tokens, above) else found
        index = head  # the root is its own head
    if found is not None and joined and tokens.tag[found] != tokens.tag[verb]:
        return None
    above = tokens.heads[verb] if found is None and trailing else found or verb
    # "X said it fell, while Y stayed, arguing that ...": Y argues
    aside = (i for i in range(above, verb) if tokens.lower[i] in ("while", "whereas"))
    verbs = (tokens.heads[i] for i in aside if tokens.dep[i] == "mark")
    return next((v for v in verbs if tokens.child(v, *SUBJECTS) is not None), found)


def says_also(tokens: Tokens, verb: int) -> bool:
    """Whether a participle adds to what somebody says: "said it fell while also blaming Ghana"."""
    return tokens.tag[verb] == "VBG" and tokens.lower[max(0, verb - 2) : verb] == ["while", "also"]


def behind_comma(tokens: Tokens, verb: int) -> bool:
    """Whether a verb follows a comma: ", saying", ",” he said", ", flatly denying"."""
    index = verb - 1
    index -= index > 0 and tokens.tag[index] == "RB"
    index -= index > 0 and tokens.text[index] in CLOSING_QUOTES
    return index >= 0 and tokens.text[index] == ","


def resumed(tokens: Tokens, verb: int) -> int | None:
    """The verb that a joined one goes on from, where tense tells that the parse joined it wrongly.

    In "He admitted that he could not help but called it nonsense" he called it so: "could" and
    "called" are no pair, "admitted" and "called" are.
    """
    head = tokens.heads[verb]
    if tokens.dep[verb] != "conj" or tokens.tag[verb - 1] != "CC":
        return None
    if not (is_cue(tokens, verb) or tokens.lemma[verb] in _REFUSALS):
        return None
    if tokens.tag[verb] not in _PAST or tense(tokens, head) in (None, "VBD"):
        return None
    for _ in range(6):
        up = tokens.heads[head]
        if up == head:
            return None
        if tokens.pos[up] == "VERB" and _is_past(tokens, up):
            return up
        head = up
    return None


def _is_past(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells of the past: "published", "has published"."""
    helped = tokens.tag[verb] == "VBN" and any(
        tokens.lemma[c] == "have" for c in tokens.children[verb] if tokens.dep[c] == "aux"
    )
    return helped or tokens.tag[verb] == "VBD"


def _before_participle(tokens: Tokens, verb: int) -> int | None:
    """The noun of "the channel, followed by 9,000 people, added", parsed as what is followed."""
    if tokens.text[verb - 1] != "," or not is_cue(tokens, verb):
        return None
    for index in range(verb - 2, max(0, verb - _MOST_APART), -1):
        if tokens.tag[index] in _PAST and tokens.text[index - 1] == ",":
            own = tokens.child(index, "nsubj", "nsubjpass")
            return own if own is not None and own < index - 1 else None
    return None


def across_aside(tokens: Tokens, verb: int) -> int | None:
    """The noun of "The paper, citing two officials, reported", where the parse gives no subject.

    Nothing else in the sentence before the verb is finite, so that the verb is its own.
    """
    first = tokens.sents[tokens.sent_of[verb]][0]
    past = tokens.tag[verb] in ("VBD", "VBZ", "VBN") and tokens.text[verb - 1] == ","
    if not past or not is_cue(tokens, verb) or is_finite(tokens, first, verb):
        return None
    if tokens.child(verb, "aux", "auxpass") is not None:
        return None
    for comma in range(verb - 3, max(first, verb - _MOST_APART), -1):
        if tokens.text[comma] == "," and tokens.pos[comma - 1] in ("PROPN", "NOUN"):
            return comma - 1
    return None


def _is_main_after_all(tokens: Tokens, verb: int) -> bool:
    """Whether a past verb behind a relative clause is the verb its sentence seems to lack.

    "Popko, who is followed by 9,000 people, denied that": read as a participle beside "Popko".
    """
    head = tokens.heads[verb]
    return (
        tokens.dep[verb] in ("acl", "conj", "dep")
        and tokens.tag[verb] in _PAST
        and tokens.heads[head] == head
        and tokens.pos[head] in ("NOUN", "PROPN")
        and tokens.text[verb - 1] == ","
        and any(tokens.dep[c] == "relcl" and c < verb for c in tokens.children[head])
    )


def explained(
    tokens: Tokens, comma: int, low: int, *, by: Container[str] = ("who", "which")
) -> int | None:
    """The noun that a clause up to a comma explains: Popko in "Ivan Popko, who heads it,"."""
    opens = (i for i in range(comma - 1, low, -1) if tokens.text[i - 1] == ",")
    return next((i - 2 for i in opens if tokens.lower[i] in by), None)


def near_subject(tokens: Tokens, verb: int, low: int) -> int | None:
    """The noun right before a verb, for where the parse gives no subject."""
    index = verb - 1
    while index >= low and (
        tokens.pos[index] in ("ADV", "AUX", "PART") or tokens.text[index] in DOUBLE_CLOSING
    ):
        index -= 1
    if index > low and tokens.text[index] == ",":
        if (noun := explained(tokens, index, low)) is not None:
            index = noun  # "Ivan Popko, who heads the council, doubted"
        elif tokens.pos[index - 1] == "PROPN" and "," in tokens.text[low : index - 1]:
            index -= 1  # "Kenya's leader in Tamale, Ada Quill, has said"
    if index >= low and tokens.pos[index] in ("NOUN", "PROPN", "PRON"):
        of = tokens.heads[index]
        office = tokens.heads[of]
        titled = tokens.dep[index] == "pobj" and tokens.lower[of] == "of"
        # "the President of Kenya noted": not Kenya
        return office if titled and tokens.lower[office] in TITLES else index
    return _opening_name(tokens, verb, low)


def _opening_name(tokens: Tokens, verb: int, low: int) -> int | None:
    """Popko in "Popko, presenter of a show called Time Will Tell, said", whatever lies between."""
    end = low
    while end < verb and tokens.pos[end] == "PROPN":
        end += 1
    aside = low < end < verb - 2 and tokens.text[end] == "," == tokens.text[verb - 1]
    return end - 1 if aside and tokens.heads[verb] == verb else None
