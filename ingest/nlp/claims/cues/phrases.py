"""Contents that a noun, an adjective or a source introduces: "the claim that", "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import adjuncts, called, doubts, extent, noun_clauses, surface
from ingest.nlp.claims.contents.statements import is_statement
from ingest.nlp.claims.items import Reported
from ingest.nlp.claims.speakers import belonging
from ingest.nlp.marks import CLOSED_BY, DOUBLE_OPENING
from ingest.nlp.speech import (
    ADJECTIVES,
    ADJECTIVES_ABOUT,
    CARRIERS,
    CONFIRMING,
    NOUNS,
    PROOF_VERBS,
    PUBLISHING,
    UNOWNED,
    VERBS,
    Cue,
)
from ingest.nlp.tokens import Tokens

_GIVING = frozenset(
    ("make", "release", "issue", "repeat", "spread", "promote", "voice", "express", "push",
     "publish", "share", "give", "echo", "reiterate", "amplify", "peddle", "advance", "float",
     "circulate", "put", "send", "deliver", "level", "raise", "have", "present", "offer", "receive",
     "support", "back", "launch", "limit", "confine", "restrict", "leave", "acknowledge", "admit",
     "break",
     "disseminate", "propagate", "parrot", "cite", "post", "draw", "call", "point", "refer",
     "allude", "withdraw", "retract", "delete", "remove", "pull")
)  # fmt: skip
_BEARING = frozenset(("on", "in", "by"))
_BEARERS = frozenset(("site", "website", "portal", "blog", "channel", "page", "account", "paper",
                      "newspaper", "magazine"))  # fmt: skip
_UTTERING = frozenset(("voice", "express"))
_LAUGHING = frozenset(("laugh", "scoff", "sneer", "jeer", "giggle", "chuckle"))
_MOST_ADDRESSED = 9  # tokens from "clear" to what is behind "that"
_SURE = frozenset(("sure", "certain", "convinced", "confident", "clear", "positive", "persuaded"))
_BEING = frozenset(("be", "become", "feel", "seem", "remain", "sound", "appear", "stay", "look"))


def at_noun(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "the claim that ...", "released information that ..."."""
    if tokens.lemma[noun] not in NOUNS or doubts.is_doubted(tokens, noun):
        return
    span = noun_clauses.find(tokens, noun, limit) or _labelled(tokens, noun, limit)
    if span is None and (denied := _denied(tokens, noun, limit)) is not None:
        owner = subjects.subject(tokens, tokens.heads[noun])
        yield Reported(*denied, noun, NOUNS[tokens.lemma[noun]], owner, "noun")
        return
    if span is None:
        return
    if span[1] - span[0] < 3 and tokens.text[span[0] - 1] not in DOUBLE_OPENING:
        return
    yield from _judged(tokens, noun, span)
    if (mocking := _mocked(tokens, noun)) is not None:
        cue = replace(NOUNS[tokens.lemma[noun]], stance="mocks")
        yield Reported(*span, mocking, cue, subjects.subject(tokens, mocking), "noun")
        return
    owner = _noun_owner(tokens, noun)
    if (named := called.naming(tokens, noun)) is not None:
        by, cue = named
        yield Reported(*span, noun, cue, subjects.subject(tokens, by), "noun")
        if owner is None:
            return  # beside "accusations by Kenya that it fell", which are Kenya's
    if owner is None and (verb := _judging(tokens, noun)) is not None:
        # "rejected reports circulating online that it fell": about the content, and his
        if tokens.lower[noun + 1] != "that" or tokens.heads[verb] == noun:
            cue = VERBS[tokens.lemma[verb]]
            yield Reported(*span, noun, cue, _judge(tokens, verb, noun), "noun")
        return
    if owner is None and tokens.lemma[noun] not in UNOWNED:
        return
    yield Reported(*span, noun, NOUNS[tokens.lemma[noun]], owner, "noun")


def _judged(tokens: Tokens, noun: int, span: tuple[int, int]) -> Iterator[Reported]:
    """Who denies it in "The claim that it fell was rejected by Kyiv"."""
    verb = tokens.heads[noun]
    cue = VERBS.get(tokens.lemma[verb]) if tokens.dep[noun] == "nsubjpass" else None
    agent = tokens.child(verb, "agent")
    by = tokens.child(agent, "pobj") if agent is not None else None
    if cue is None or by is None or clauses.is_negated(tokens, verb):
        return
    if cue.stance == "denies" or tokens.lemma[verb] in CONFIRMING:
        yield Reported(*span, verb, cue, by, "noun")


def _mocked(tokens: Tokens, noun: int) -> int | None:
    """The verb of "laughed at the claim that it fell"."""
    at = tokens.heads[noun]
    verb = tokens.heads[at]
    laughed = tokens.lower[at] == "at" and tokens.lemma[verb] in _LAUGHING
    return verb if laughed and tokens.dep[noun] == "pobj" else None


def _judging(tokens: Tokens, noun: int) -> int | None:
    """The verb that denies or confirms what a noun stands for: "rejected reports that ..."."""
    verb = tokens.heads[noun]
    aside = tokens.tag[noun - 1] == "VBG" and tokens.text[noun - 2] == ","
    if aside and tokens.heads[noun - 1] == noun:
        return noun - 1  # "..., dismissing reports that it fell", parsed as what the reports do
    cue = VERBS.get(tokens.lemma[verb]) if tokens.dep[noun] == "dobj" else None
    judges = cue is not None and (cue.stance == "denies" or tokens.lemma[verb] in CONFIRMING)
    active = judges and not clauses.is_passive(tokens, verb)
    return verb if active and not clauses.is_negated(tokens, verb) else None


def _judge(tokens: Tokens, verb: int, noun: int) -> int | None:
    """Who judges: the subject of the verb, or of the clause beside which it stands."""
    own = subjects.subject(tokens, verb) if tokens.heads[verb] != noun else None
    return own if own is not None else subjects.subject(tokens, tokens.heads[noun])


def _denied(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """What is denied in "issued a denial of the story about savings"."""
    of = tokens.child(noun, "prep")
    if NOUNS[tokens.lemma[noun]].stance != "denies" or of is None or tokens.lower[of] != "of":
        return None
    if tokens.lemma[tokens.heads[noun]] not in _GIVING:
        return None
    object_ = tokens.child(of, "pobj")
    if object_ is None:
        return None
    return clauses.trimmed(tokens, of + 1, min(limit, tokens.rights[object_] + 1))


def _labelled(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """As in "His advice to Kyiv: it must surrender", where no verb stands before the colon."""
    first = tokens.sents[tokens.sent_of[noun]][0]
    owned = tokens.child(noun, "poss") is not None and not clauses.is_finite(tokens, first, noun)
    # "He has a simple explanation: it fell", "picked up a line from X: it fell"
    given = tokens.dep[noun] == "dobj" and _noun_owner(tokens, noun) is not None
    if not (owned or given):
        return None
    stated = surface.behind_colon(tokens, noun, limit)
    return _worded(tokens, noun, limit) if stated is None and owned else stated


def _worded(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The words in marks that close "Popko's verdict on the report: “pure nonsense”."."""
    colon = next((i for i in range(noun + 1, limit - 2) if tokens.text[i] == ":"), limit)
    if colon == limit or tokens.text[colon + 1] not in DOUBLE_OPENING:
        return None
    last = limit - 1 - (tokens.text[limit - 1] == ".")
    shut = CLOSED_BY[tokens.text[colon + 1]]
    alone = [i for i in range(colon + 2, limit) if tokens.text[i] == shut] == [last]
    return clauses.trimmed(tokens, colon + 2, last) if alone else None


_TRACES = frozenset(("evidence", "proof", "sign", "indication", "trace"))
_PLACING = frozenset(("at", "in", "on", "near", "inside", "around"))
_PROVING = (["evidence", "that"], ["proof", "that"])
_PROVEN = Cue("evidence", frozenset(("clause",)), frozenset())
_UNPROVEN = Cue("no evidence", frozenset(("clause",)), frozenset(), "denies", "denied")


def at_proof(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "The auditors found no evidence that the bridge had been mined".

    And, of what they did find, "found evidence that".
    """
    verb = tokens.heads[noun]
    if tokens.dep[noun] != "dobj" or tokens.lemma[verb] not in PROOF_VERBS:
        return
    without = "no" in tokens.lower[tokens.lefts[noun] : noun] or clauses.is_negated(tokens, verb)
    speaker = subjects.subject(tokens, verb)
    span = noun_clauses.complement(tokens, noun, limit) or _proven(tokens, noun, limit)
    if speaker is None or span is None:
        return
    if without:
        yield Reported(*span, noun, _UNPROVEN, speaker, "noun")
    elif tokens.tag[verb] != "VB" and tokens.lower[noun : noun + 2] in _PROVING:
        yield Reported(*span, noun, _PROVEN, speaker, "noun")


def _proven(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The clause of "evidence to indicate that it fell", "evidence indicating that it fell".

    Or the thing of "no evidence of a weapons programme".
    """
    for verb in (noun + 1, noun + 2):
        that = verb + 1
        if that + 2 < limit and tokens.pos[verb] == "VERB" and tokens.lower[that] == "that":
            return clauses.trimmed(tokens, that + 1, limit)
    of = noun + 1
    thing = tokens.child(of, "pobj") if tokens.lower[of : of + 1] == ["of"] else None
    if thing is None or tokens.pos[thing] != "NOUN" or tokens.lemma[noun] not in _TRACES:
        return None  # "found no trace of Ivan Popko" denies nothing
    end = tokens.rights[thing] + 1
    at = tokens.lower[end : end + 1]
    placed = at and at[0] in _PLACING and tokens.ent[end + 1 : end + 2] not in (["DATE"], ["TIME"])
    end = tokens.rights[end] + 1 if placed else end  # "no evidence of missiles at the site"
    return clauses.trimmed(tokens, of + 1, min(limit, end))


_VIEW = Cue("opinion", frozenset(("clause",)), frozenset())


def at_view(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """ "In her opinion, ..." at the head of a sentence."""
    first = tokens.sents[tokens.sent_of[noun]][0]
    head = tokens.heads[noun]
    fresh = head <= first + 3 or tokens.text[head - 1] in (";", ",", "—", "–")
    if tokens.dep[noun] != "pobj" or tokens.lower[head] != "in" or not fresh:
        return
    owner = _noun_owner(tokens, noun)
    comma = next((i for i in range(noun, min(limit, noun + 12)) if tokens.text[i] == ","), None)
    if owner is None or comma is None:
        return
    if tokens.tag[comma + 1 : comma + 2] == ["VBN"]:
        # "In Kyiv's version, told by an officer, it fell"
        comma = next((i for i in range(comma + 1, limit) if tokens.text[i] == ","), comma)
    span = clauses.trimmed(tokens, comma + 1, limit)
    whole = span is not None and any(
        tokens.dep[i] in ("nsubj", "nsubjpass", "expl", "csubj") for i in range(*span)
    )
    # "The raid was, in Popko's words, “a mistake”"
    quoted = span is not None and tokens.text[span[0] - 1] in DOUBLE_OPENING and head > first
    said = _saying_before(tokens, head, first) if quoted else None
    if said is not None:
        span = clauses.trimmed(tokens, said + 1, limit)
    if span is not None and (whole or quoted):
        yield Reported(*span, noun, _VIEW, owner, "view")


def _saying_before(tokens: Tokens, aside: int, first: int) -> int | None:
    """The verb whose content an aside parts: "He claimed the dam, in his words, “fell” early"."""
    for verb in range(aside - 2, max(first, aside - _MOST_ADDRESSED), -1):
        if tokens.tag[verb] in clauses.FINITE:
            says = clauses.is_cue(tokens, verb) and "clause" in VERBS[tokens.lemma[verb]].frames
            return verb if says and tokens.text[aside - 1] == "," else None
    return None


def _noun_owner(tokens: Tokens, noun: int) -> int | None:
    told = tokens.dep[noun - 1] == "compound" and tokens.lower[noun - 1] not in ("media", "press")
    if tokens.heads[noun] == noun and told:
        return noun - 1  # "Kenyan intelligence reports that", of whose verb the parse made a noun
    shown = tokens.heads[tokens.heads[noun]]
    if told and tokens.heads[shown] == shown and tokens.lemma[shown] in CARRIERS:
        return noun - 1 if tokens.lemma[noun - 1] in CARRIERS else None  # "The title of the video"
    owner = tokens.child(noun, "poss")
    if owner is not None:
        voiced = tokens.dep[noun] == "dobj" and tokens.lemma[tokens.heads[noun]] in _UTTERING
        own = voiced and tokens.tag[owner] == "PRP$"  # "The miners voiced their hope that"
        return subjects.subject(tokens, tokens.heads[noun]) if own else owner
    if (alleger := belonging.alleger(tokens, noun)) is not None:
        return alleger
    for child in tokens.children[noun]:
        if tokens.dep[child] == "amod" and tokens.text[child][0].isupper():
            # "the Lithuanian report that ..."
            return child
        if tokens.dep[child] in ("prep", "agent") and tokens.lower[child] in ("by", "from", "of"):
            return tokens.child(child, "pobj")
    if tokens.lower[noun + 1 : noun + 2] in (["by"], ["from"]):
        return tokens.child(noun + 1, "pobj")  # whatever the parse hangs it on
    head = tokens.heads[noun]
    if tokens.dep[noun] == "nsubjpass" and tokens.lemma[head] in _GIVING | PUBLISHING:
        # "The claim that it fell is made by the channel", "A report was published on the site X"
        on = next((c for c in tokens.children[head] if tokens.lower[c] in _BEARING), None)
        bearer = tokens.child(on, "pobj") if on is not None else None
        by = on is not None and tokens.lower[on] == "by"
        return bearer if by or (bearer and tokens.lower[bearer] in _BEARERS) else None
    if tokens.dep[noun] in ("dobj", "pobj"):
        if tokens.dep[noun] == "pobj":
            head = tokens.heads[head]
        giver = subjects.subject(tokens, head) if tokens.lemma[head] in _GIVING else None
        if giver is not None:
            return giver
    return belonging.shower(tokens, noun)


_BELIEVED = Cue("believe", frozenset(("clause",)), frozenset())


def at_opening(tokens: Tokens, first: int, limit: int) -> Iterator[Reported]:
    """As in "If X is to be believed, ...", "If we are to believe X, ...", "To hear X tell it"."""
    comma = next(
        (i for i in range(first + 2, min(limit, first + 16)) if tokens.text[i] == ","), None
    )
    if comma is None:
        return
    words = tokens.lower[first:comma]
    heard = words[:2] == ["to", "hear"] and words[-2:] in (["tell", "it"], ["describe", "it"])
    believed = words[0] == "if" and ("believe" in words or "believed" in words)
    if not (heard or believed) or not clauses.is_finite(tokens, comma + 1, limit):
        return
    named = [i for i in range(first, comma) if tokens.pos[i] in ("PROPN", "NOUN")]
    span = clauses.trimmed(tokens, comma + 1, limit)
    if named and span is not None:
        yield Reported(*span, first, _BELIEVED, named[-1], "view")


def at_adjective(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "is convinced that ..."."""
    own = tokens.child(index, "nsubj")
    verb = index if own is not None and tokens.lower[own] != "it" else tokens.heads[index]
    made_clear = tokens.lemma[verb] == "make" and tokens.lower[index] == "clear"
    if tokens.lemma[verb] not in _BEING and verb != index and not made_clear:
        return
    if any(tokens.tag[c] == "MD" for c in (*tokens.children[verb], *tokens.children[index])):
        return
    speaker = subjects.subject(tokens, verb)
    if speaker is None or tokens.lower[speaker] in ("it", "that", "this", "what", "there"):
        return
    for child in (*tokens.children[index], *tokens.children[verb]):
        if (
            child > index
            and (tokens.dep[child] == "ccomp" or (made_clear and tokens.dep[child] == "advcl"))
            and is_statement(tokens, index, child, that=False)
        ):
            mark = tokens.child(child, "mark")
            start = mark + 1 if mark is not None else tokens.lefts[child]
            if start > index + (_MOST_ADDRESSED if made_clear else 4):
                continue  # "made clear to Ivan Popko that"
            end = extent.clause_end(tokens, verb, start, child, limit)
            if span := clauses.trimmed(tokens, start, end):
                cue = ADJECTIVES[tokens.lower[index]]
                if tokens.lower[index] in _SURE and clauses.is_negated(tokens, verb):
                    cue = replace(cue, stance="hedges", modality="hypothetical")
                yield Reported(*span, index, cue, speaker)
            return


def about_adjective(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "was critical of the talks"."""
    verb = tokens.heads[index]
    speaker = subjects.subject(tokens, verb) if tokens.lemma[verb] in _BEING else None
    about = next(
        (
            c
            for c in tokens.children[index]
            if tokens.lower[c] == ADJECTIVES_ABOUT[tokens.lower[index]]
        ),
        None,
    )
    if speaker is None or about is None or clauses.is_negated(tokens, verb):
        return
    end = extent.clause_end(tokens, index, about + 1, about, limit, clause=False)
    span = clauses.trimmed(tokens, about + 1, min(end, tokens.rights[about] + 1))
    alleged = span is not None and adjuncts.alleging(tokens, span[1]) is not None
    if span is not None and span[1] - span[0] > 1 and not alleged:
        cue = Cue(tokens.lower[index], frozenset(("about",)), frozenset())
        yield Reported(*span, index, cue, speaker, "about")
