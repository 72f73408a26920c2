"""What somebody denies, confirms, passes on or ignores by a word that stands for it.

"Kyiv denied it", "Minsk says so too", "..., an allegation Kyiv has denied", "The rumour, repeated
by RT, ...": the content stands before, and the claim is about that content, so that who says a
thing and who denies it meet in one claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import apposed_denials, before
from ingest.nlp.claims.contents.silence import IGNORING, REFUSALS
from ingest.nlp.claims.contents.stance import judge
from ingest.nlp.claims.speakers import belonging
from ingest.nlp.findings import Claim
from ingest.nlp.speech import (
    CARRIERS,
    CONFIRMING,
    NOUNS,
    PASSING_ON,
    PHRASAL,
    VERBS,
    VIEWS,
    Cue,
)
from ingest.nlp.tokens import Tokens

_VIEW = Cue("view", frozenset(), frozenset())
_PRONOUNS = frozenset(("it", "this", "that", "so", "them", "these", "those"))
_KNOWN = frozenset(("the", "this", "that", "these", "those", "such"))
_NEW = frozenset(("a", "an", "which"))
_SAYING = frozenset(
    ("say", "claim", "write", "argue", "assert", "maintain", "think", "believe", "insist",
     "suggest", "concede", "admit", "acknowledge", "tell")
)  # fmt: skip
# What stands behind a verb of saying for what was said before, or for its opposite.
_SAME = (("the", "same"), ("as", "much"), ("so",), ("likewise",))
_OPPOSITE = (("the", "opposite"), ("the", "contrary"), ("otherwise",))
# Nouns that are nothing but their content; "the report" is also a paper, and denied as one.
_CONTENTS = frozenset(("claim", "allegation", "accusation", "assertion", "charge"))
_SENTENCES_BACK = 2
_SENTENCES_SAME = 5  # in which "says the same" finds what was said


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A content that the word at `cue_at` takes up, and the token in the speaker's place."""

    start: int
    end: int
    cue_at: int
    cue: Cue
    speaker: int


def find(tokens: Tokens, claims: list[Claim], used: set[int]) -> Iterator[TakenUp]:
    """Every taking up of a content before it; `used` are cues that have a content of their own."""
    for index, pos in enumerate(tokens.pos):
        denial = None if index in used else apposed_denials.find(tokens, index)
        if denial is not None:
            if (content := _before(tokens, claims, denial.comma)) is not None:
                yield TakenUp(*content, index, denial.cue, denial.name)
            continue
        if pos not in ("VERB", "AUX") or index in used:
            continue
        cue = _cue(tokens, index)
        if cue is None and (whose := _whose_view(tokens, index)) is not None:
            content = before.statement(tokens, *tokens.sents[max(0, tokens.sent_of[index] - 1)])
            if content is not None and tokens.sent_of[index]:
                yield TakenUp(*content, index, _VIEW, whose)
            continue
        if cue is None or clauses.is_negated(tokens, index):
            continue
        if tokens.dep[index] == "xcomp" and tokens.lemma[tokens.heads[index]] in REFUSALS:
            cue = replace(cue, stance="silent", modality="asserted")  # "declined to confirm it"
        for place, speaker in _places(tokens, index, cue):
            content = _content(tokens, claims, place, cue)
            if content is not None:
                if cue.stance == "asserts" and says_so(tokens, index):
                    stance, modality = judge(tokens, *content, cue)
                    cue = replace(cue, stance=stance, modality=modality)
                yield TakenUp(*content, index, cue, speaker)
                break


def filled(
    tokens: Tokens, told: list[tuple[int, Claim]], claims: list[Claim]
) -> Iterator[tuple[int, Claim]]:
    """Give denials of no more than "the claim" or "these reports" the content that stands for."""
    for cue, denial in told:
        noun = denial.end - 1
        bare = denial.end - denial.start == 2 and tokens.lower[denial.start] in _KNOWN
        stands = tokens.lemma[noun] in _CONTENTS or tokens.lower[noun] == "reports"
        if not bare or not stands or denial.stance != "denies":
            continue
        here = tokens.sent_of[noun]
        others = [
            c for c in claims
            if c is not denial and here - tokens.sent_of[c.end - 1] <= 1
            and tokens.dep[c.start] != "cc"  # the second half of a quotation: "and found the hay"
        ]  # fmt: skip
        content = _content(tokens, others, noun, Cue(denial.cue or "", frozenset(), frozenset()))
        own = any((c.start, c.end) == content and c.speaker == denial.speaker for c in others)
        if content is not None and not own:
            denial.start, denial.end = content
            yield cue, denial


def _before(tokens: Tokens, claims: list[Claim], comma: int) -> tuple[int, int] | None:
    """The content that ends at a comma: a claim's, or else that of its sentence."""
    first = tokens.sents[tokens.sent_of[comma]][0]
    near = [c for c in claims if first < c.end <= comma + 1 and c.stance != "silent"]
    last = max(near, key=lambda claim: (claim.end, claim.start), default=None)
    return (last.start, last.end) if last is not None else before.statement(tokens, first, comma)


def _whose_view(tokens: Tokens, verb: int) -> int | None:
    """Who said the sentence before, in "That was the view of X", "This was the call made by X"."""
    pointer, noun = tokens.child(verb, "nsubj"), tokens.child(verb, "attr")
    if tokens.lemma[verb] != "be" or pointer is None or noun is None:
        return None
    if tokens.lower[pointer] not in ("that", "this") or pointer != verb - 1:
        return None
    if tokens.lemma[noun] not in NOUNS.keys() | VIEWS or _has_that(tokens, noun):
        return None
    for owner in belonging.owners(tokens, noun):
        if not owner.placed and tokens.pos[owner.token] in ("PROPN", "NOUN"):
            return owner.token
    stop = tokens.sents[tokens.sent_of[verb]][1]
    made = (i for i in range(noun, stop - 1) if tokens.lower[i : i + 2] == ["made", "by"])
    by = next(made, None)
    return tokens.child(by + 1, "pobj") if by is not None else None


def _has_that(tokens: Tokens, noun: int) -> bool:
    """Whether the noun has a content of its own: "This is the claim that it fell"."""
    return tokens.lower[noun + 1 : noun + 2] == ["that"]


def _cue(tokens: Tokens, verb: int) -> Cue | None:
    """The verb as a cue, if it denies, confirms or passes on what it is about."""
    lemma = tokens.lemma[verb]
    particle = tokens.child(verb, "prt")
    if particle is not None:
        phrasal = PHRASAL.get((lemma, tokens.lower[particle]))
        return phrasal if phrasal is not None and phrasal.stance == "denies" else None
    known = VERBS.get(lemma)
    if known is not None and (known.stance in ("denies", "mocks") or lemma in CONFIRMING):
        return known
    if says_so(tokens, verb):
        opposed = _begins(tokens, verb + 1, _OPPOSITE)
        return Cue(lemma, frozenset(), frozenset(), *(("denies", "denied") if opposed else ()))
    if lemma in IGNORING:
        return Cue(lemma, frozenset(), frozenset(), "silent", "asserted")
    return Cue(lemma, frozenset(), frozenset()) if lemma in PASSING_ON else None


def says_so(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying has words for its content alone: "says so", "admits as much"."""
    if tokens.lemma[verb] not in _SAYING:
        return False
    length = _begins(tokens, verb + 1, _SAME + _OPPOSITE)
    following = tokens.pos[verb + 2 : verb + 3]  # "said so many were hurt" and "so that" go on
    goes_on = following in (["ADJ"], ["NOUN"], ["SCONJ"], ["PRON"], ["DET"])
    return length > 0 and not (length == 1 and goes_on)


def _begins(tokens: Tokens, at: int, wordings: tuple[tuple[str, ...], ...]) -> int:
    """How many words the wording has that begins at a token; 0 where none does."""
    found = (w for w in wordings if tuple(tokens.lower[at : at + len(w)]) == w)
    return len(next(found, ()))


def _places(tokens: Tokens, verb: int, cue: Cue) -> Iterator[tuple[int, int]]:
    """The words that may stand for the content, each with who takes it up."""
    reduced = tokens.tag[verb] == "VBN" and tokens.child(verb, "aux", "nsubj") is None
    if clauses.is_passive(tokens, verb) or reduced:
        agent = tokens.child(verb, "agent")
        by = tokens.child(agent, "pobj") if agent is not None else None
        noun = _passive_subject(tokens, verb)
        own = tokens.lower[tokens.rights[by] + 1 : tokens.rights[by] + 2] if by is not None else []
        if own in (["about"], ["that"]):
            return  # "The report spread by Kyiv about the raid" is no report told before
        if by is not None and noun is not None and _stands_for(tokens, noun):
            yield noun, by
        return
    speaker = subjects.subject(tokens, verb)
    if speaker is None:
        return
    if says_so(tokens, verb):
        yield verb + 1, speaker
        return
    object_ = tokens.child(verb, "dobj")
    if object_ is not None and object_ > verb:
        mocked = cue.stance == "mocks" and tokens.pos[object_] == "NOUN"
        if mocked and _stands_for(tokens, object_):
            yield object_, speaker  # "Minsk ridiculed the claim"
        if tokens.lower[object_] in _PRONOUNS and cue.lemma not in PASSING_ON:
            yield object_, speaker
        return
    head = tokens.heads[verb]
    if object_ is not None and tokens.lower[object_ - 1 : object_ + 1] == [",", "which"]:
        # "it fell, which Kyiv denies", but of "The letter, which Kyiv published" the letter
        if cue.lemma not in PASSING_ON or tokens.lemma[head] not in CARRIERS:
            yield object_, speaker
        return
    if tokens.dep[verb] in ("relcl", "acl") and speaker > head and _is_apposed(tokens, head):
        yield head, speaker


def _passive_subject(tokens: Tokens, verb: int) -> int | None:
    """What is denied or repeated in "it was repeated by X", "the rumour, repeated by X"."""
    for _ in range(4):
        own = tokens.child(verb, "nsubjpass")
        if own is not None:
            relative = tokens.tag[own] in clauses.WH or tokens.lower[own] == "that"
            return tokens.heads[verb] if relative and tokens.dep[verb] == "relcl" else own
        if tokens.dep[verb] == "acl":
            return tokens.heads[verb]
        if tokens.dep[verb] != "conj":
            return None
        verb = tokens.heads[verb]
    return None


def _stands_for(tokens: Tokens, index: int) -> bool:
    """Whether a word stands for a content told before: "it", "the rumour", ", a claim"."""
    if tokens.lower[index] in ("it", "this", "that"):
        return True
    if tokens.lower[index] == "something":
        return _is_apposed(tokens, index)  # "it fell, something denied by Kyiv"
    if tokens.lemma[index] not in NOUNS or _has_clause(tokens, index):
        return False
    return tokens.lower[tokens.lefts[index]] in ("the", "this", "that") or _is_apposed(
        tokens, index
    )


def _has_clause(tokens: Tokens, noun: int) -> bool:
    return noun + 1 < len(tokens) and tokens.lower[noun + 1] in ("that", "about", "of")


def _is_apposed(tokens: Tokens, noun: int) -> bool:
    """Whether a noun that names a content stands behind it: "it fell, a claim ..."."""
    first = tokens.lefts[noun]
    something = tokens.lower[noun] == "something" and first == noun
    many = tokens.tag[noun] == "NNS" and first == noun
    return (
        (something or (tokens.lemma[noun] in NOUNS and (many or tokens.lower[first] in _NEW)))
        and first > 1
        and tokens.text[first - 1] in (",", "—", "–", "-")
    )


def _content(tokens: Tokens, claims: list[Claim], place: int, cue: Cue) -> tuple[int, int] | None:
    """The content nearest before a word: a claim's, or else a sentence that states something.

    What is only passed on may be a thing: "The letter is a forgery. It was spread by X".
    """
    here, passed_on = tokens.sent_of[place], cue.lemma in PASSING_ON
    apposed = tokens.pos[place] in ("NOUN", "PRON") and _is_apposed(tokens, place)
    stop = tokens.lefts[place] if apposed else place
    near = [
        claim for claim in claims
        if claim.end <= stop and claim.stance != "silent"
        and here - tokens.sent_of[claim.end - 1] <= (0 if apposed else _SENTENCES_BACK)
        and (
            clauses.is_finite(tokens, claim.start, claim.end)
            or (apposed and claim.end + 1 == stop)  # "alleging new mines, an accusation X denied"
        )
    ]  # fmt: skip
    if tokens.pos[place - 1] == "VERB" and says_so(tokens, place - 1):
        said = [c for c in claims if c.end <= place and c.stance != "silent"]
        near = [c for c in said if here - tokens.sent_of[c.end - 1] <= _SENTENCES_SAME]
        last = max(near, key=lambda claim: (claim.end, claim.start), default=None)
        return (last.start, last.end) if last is not None else None
    if tokens.pos[place] == "NOUN":
        named = [claim for claim in near if claim.cue == tokens.lemma[place]]
        near = named or [claim for claim in near if claim.stance != "denies"]
    if passed_on and tokens.pos[place] == "PRON":
        near = [c for c in near if here - tokens.sent_of[c.end - 1] <= 1]
    inside = [claim for claim in near if tokens.sent_of[claim.end - 1] == here]
    if not near and (denied := _denied(tokens, claims, place, cue)) is not None:
        return denied
    if not inside and tokens.pos[place] != "NOUN":
        beside = before.before_comma(tokens, place)
        if beside is not None:
            return beside
    if near:
        last = max(near, key=lambda claim: (claim.end, claim.start))
        return last.start, last.end
    if apposed:
        return before.statement(tokens, tokens.sents[here][0], stop)
    if here == 0 or tokens.pos[place] == "NOUN":
        return None
    if before.tells_of_thing(tokens, here - 1) or passed_on:
        # "It was posted by X", who did not post what is told
        return before.of_noun(tokens, here - 1)
    if _takes_up(tokens, here - 1):
        return None
    return before.statement(tokens, *tokens.sents[here - 1])


def _denied(tokens: Tokens, claims: list[Claim], place: int, cue: Cue) -> tuple[int, int] | None:
    """The deed of "denied the strike and then admitted it", which is no clause."""
    if cue.lemma not in CONFIRMING or tokens.pos[place] != "PRON":
        return None
    here = tokens.sent_of[place]
    denials = (c for c in claims if c.stance == "denies" and c.end <= place)
    near = [c for c in denials if here - tokens.sent_of[c.end - 1] <= 1]
    last = max(near, key=lambda claim: claim.end, default=None)
    return (last.start, last.end) if last is not None else None


def _takes_up(tokens: Tokens, number: int) -> bool:
    """Whether a sentence itself only takes something up: "Hundreds of accounts shared it"."""
    root = tokens.root(*tokens.sents[number])
    object_ = tokens.child(root, "dobj", "nsubjpass") if root is not None else None
    known = root is not None and _cue(tokens, root) is not None
    return known and object_ is not None and tokens.lower[object_] in _PRONOUNS
