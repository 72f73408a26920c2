"""When somebody said something: the date that belongs to the reporting words of a claim."""

from __future__ import annotations

from bisect import bisect_left

from ingest.nlp.findings import Claim, DateMention, Findings
from ingest.nlp.layout.date_headings import headed
from ingest.nlp.speech import CARRIERS
from ingest.nlp.tokens import Tokens

# Where and in what somebody speaks, beside posts, statements and other carriers.
_OCCASIONS = frozenset(
    ("interview", "speech", "address", "conference", "call", "remark", "footage", "sermon")
)
# Participles whose date is another's: "citing a report of 5 May", "referring to the vote in June".
_LOOKING_ELSEWHERE = frozenset(
    (
        "cite",
        "quote",
        "refer",
        "recall",
        "describe",
        "mention",
        "follow",
        "base",
        "date",
        "remember",
    )
)
_SPEAKING = frozenset(("speak", "talk", "write", "appear", "testify"))
_ASKING = frozenset(("question", "reporter", "journalist", "press", "query"))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_SPOKEN_NOW = frozenset(("today", "tonight"))
_PRENOMINAL = frozenset(("compound", "nummod", "amod", "nmod", "poss"))
_WHEN = frozenset(("in", "on", "by", "since", "during", "over", "late", "early"))
_BESIDE = frozenset(("npadvmod", "appos"))
_OPENING = 3
_OTHER_TIMES = frozenset(("after", "before", "since", "until"))
_MOMENTS = frozenset(("hour", "minute", "moment", "second"))
_COUNTED = frozenset(("after", "before"))
_MOST_SENTENCES_ON = 2


def give(found: Findings, claims: list[Claim], told: list[tuple[int, Claim]]) -> None:
    """Date the claims of `told` (the token that introduces each, and the claim).

    A date inside a content tells when something happened, not when it was said, unless it hangs on
    the reporting verb: "accused Paris of arming them in July". What the same speaker plainly goes
    on to say ("On 5 May he denied it. He added ...") has the date of what went before.
    """
    tokens = found.tokens
    claimed: list[Claim | None] = [None] * len(tokens)
    for claim in sorted(claims, key=lambda c: c.start - c.end):
        claimed[claim.start : claim.end] = [claim] * (claim.end - claim.start)
    dates = sorted(found.dates, key=lambda d: d.start)
    starts = [d.start for d in dates]
    for cue, claim in told:
        first, last = (bisect_left(starts, place) for place in claim.evidence)
        around = dates[first:last]
        own = (d for d in around if claim.start < d.start < claim.end)
        closing = next((d for d in own if _closes(tokens, d, cue, claim)), None)
        if closing is not None:
            claim.date = closing.edtf
            continue
        inside = claimed[cue] if claimed[cue] is not claim else None
        near = [d for d in around if claimed[d.start] is inside and _tells(tokens, d, cue)]
        if near:
            claim.date = min(near, key=lambda d: _distance(d, cue)).edtf
    ids = {id(claim) for _, claim in told}
    _date_turns(tokens, claims, dates, ids)
    alone = [(c.start, c) for c in claims if id(c) not in ids and c.mode == "quoted"]
    _head(found, claims)
    _go_on(found, told + alone, [d for d in dates if claimed[d.start] is None])


def _head(found: Findings, claims: list[Claim]) -> None:
    """Date what stands under the date of a section or of a printed post."""
    if not found.dates:
        return
    ordered = sorted(claims, key=lambda claim: claim.start)
    starts = [claim.start for claim in ordered]
    for stretch in headed(found):
        inside = slice(bisect_left(starts, stretch.start), bisect_left(starts, stretch.end))
        for claim in ordered[inside]:
            claim.date = claim.date or stretch.edtf


def _distance(date: DateMention, cue: int) -> int:
    return abs(date.start - cue)


def _closes(tokens: Tokens, date: DateMention, cue: int, claim: Claim) -> bool:
    """Whether a date at the end of a content is that of the saying.

    No verb stands between it and the cue in the tree, or the saying itself is told as earlier than
    the story: "had accused Paris of arming them in July".
    """
    if _hangs_on(tokens, date.start, cue):
        return True
    earlier = any(tokens.lower[c] == "had" and tokens.dep[c] == "aux" for c in tokens.children[cue])
    if not earlier or claim.start < cue or tokens.child(cue, "ccomp") is not None:
        return False
    return date.end == claim.end or tokens.text[date.end] in (",", ";")


def _hangs_on(tokens: Tokens, index: int, cue: int) -> bool:
    """Whether no verb stands between a date and the cue in the tree."""
    for _ in range(6):
        head = tokens.heads[index]
        if tokens.pos[head] in ("VERB", "AUX") or head in (cue, index):
            return head == cue
        index = head
    return False


def _tells(tokens: Tokens, date: DateMention, cue: int) -> bool:
    """Whether a date belongs to the reporting words.

    Its verb is the cue or above the cue, goes along with it ("speaking on Monday, he said"), or
    tells when the words were published ("in a post dated 3 May").
    """
    low, high = sorted((date.start, cue))
    if ";" in tokens.text[low:high]:
        return False
    index, direct = date.start, True
    while date.start <= tokens.heads[index] < date.end and tokens.heads[index] != index:
        index = tokens.heads[index]
    if _names_a_noun(tokens, date, index):
        return False
    for _ in range(10):
        head = tokens.heads[index]
        if index == cue or head == index or tokens.pos[index] == "VERB":
            break
        if tokens.pos[index] == "AUX" and tokens.dep[index] not in ("aux", "auxpass"):
            break
        counted = tokens.lower[head] in _COUNTED and tokens.child(head, "npadvmod") is not None
        if counted and tokens.dep[index] != "npadvmod":
            # "two days after the vote of 5 May", but not "hours after" it
            unit = tokens.child(head, "npadvmod")
            if unit is None or tokens.lemma[unit].lower() not in _MOMENTS:
                return False
        direct = direct and tokens.pos[head] in ("ADP", "VERB", "PROPN", "NUM")
        index = head
    if (
        tokens.dep[index] in ("acl", "appos")
        and not tokens.lefts[index] <= cue <= tokens.rights[index]
    ):
        return _publishes(tokens, index, cue)
    if tokens.dep[index] == "advcl" and tokens.heads[index] == cue:
        return _goes_along(tokens, index, direct=direct)
    within = tokens.lefts[index] <= cue <= tokens.rights[index]
    return index == cue or (within and _same_time(tokens, date, cue, index))


def _same_time(tokens: Tokens, date: DateMention, cue: int, verb: int) -> bool:
    """Whether the date of a verb also dates a cue below it.

    It does not in "announced it last week, but Austin said ..." and "accused him yesterday, after
    Putin said ..."; a date that opens the sentence holds for all its main clauses.
    """
    opens = date.start - tokens.sents[tokens.sent_of[date.start]][0] <= _OPENING
    while cue != verb and tokens.heads[cue] != cue:
        marks = {tokens.lower[c] for c in tokens.children[cue] if tokens.dep[c] in ("mark", "prep")}
        if tokens.dep[cue] == "advcl" and marks & _OTHER_TIMES:
            return False
        own = tokens.child(cue, "nsubj", "nsubjpass") is not None
        if tokens.dep[cue] == "conj" and own and not opens and date.start < cue:
            return False
        cue = tokens.heads[cue]
    return True


def _names_a_noun(tokens: Tokens, date: DateMention, index: int) -> bool:
    """Whether a date only tells which one is meant: "guests of the May 2024 forum said".

    What is said in a carrier ("his October 2 statement") is said on its date.
    """
    before = tokens.lower[date.start - 1] if date.start else ""
    noun, dep = tokens.heads[index], tokens.dep[index]
    if before in _WHEN:
        return False
    if dep == "pobj" and before in ("of", "from"):
        noun = tokens.heads[noun]
    elif dep not in _PRENOMINAL and before not in ("(", "["):
        beside = dep in _BESIDE and tokens.pos[noun] in ("NOUN", "PROPN")
        if not beside:
            return False
    while tokens.pos[noun] in ("ADP", "NUM", "PROPN", "NOUN", "ADJ"):
        if tokens.lemma[noun].lower() in CARRIERS | _OCCASIONS:
            return False
        if tokens.dep[noun] in ("nsubj", "nsubjpass"):
            return True
        if tokens.dep[noun] == "pobj" and tokens.lower[tokens.heads[noun]] == "to":
            return tokens.lower[tokens.heads[tokens.heads[noun]]] == "according"
        if tokens.heads[noun] == noun:
            return False
        noun = tokens.heads[noun]
    return False


def _goes_along(tokens: Tokens, verb: int, *, direct: bool) -> bool:
    """ "When he received them in May, the president said"; "Asked about it on Monday, she said"."""
    if tokens.lower[tokens.lefts[verb]] in ("when", "as"):
        return True
    if tokens.lefts[verb] != verb or tokens.lemma[verb] in _LOOKING_ELSEWHERE:
        return False
    speaking = direct or tokens.lemma[verb] in _SPEAKING or _answers(tokens, verb)
    return speaking and tokens.tag[verb] in ("VBG", "VBN")


def _answers(tokens: Tokens, verb: int) -> bool:
    """ "Responding to questions on 5 May", whatever the date hangs on."""
    inner = (
        c for p in tokens.children[verb] if tokens.dep[p] == "prep" for c in tokens.children[p]
    )
    return any(tokens.lemma[c].lower() in _ASKING for c in inner)


def _publishes(tokens: Tokens, participle: int, cue: int) -> bool:
    """Whether "aired on Sunday" stands on what the cue's words were said in."""
    noun = tokens.heads[participle]
    if tokens.heads[cue] == noun != cue or tokens.heads[noun] == cue:
        # "The minister, speaking on Monday, warned"; "the statement, issued on Monday, accused"
        spoken = tokens.tag[participle] == "VBG" and tokens.text[participle - 1] == ","
        if spoken and tokens.lemma[participle] not in _LOOKING_ELSEWHERE:
            return True
    if tokens.lemma[noun].lower() not in CARRIERS | _OCCASIONS:
        return False
    if tokens.heads[cue] == noun:
        return True
    while tokens.dep[noun] in ("pobj", "prep") and noun != cue:
        noun = tokens.heads[noun]
    return noun == cue or tokens.heads[noun] == cue


def _date_turns(
    tokens: Tokens, claims: list[Claim], dates: list[DateMention], told: set[int]
) -> None:
    """In a turn of a transcript "today" is the day on which it is said."""
    days = [d for d in dates if d.end == d.start + 1 and tokens.lower[d.start] in _SPOKEN_NOW]
    starts = [d.start for d in days]
    for claim in claims:
        if id(claim) in told or claim.mode != "quoted" or claim.date is not None:
            continue
        at = bisect_left(starts, claim.start)
        if at < len(starts) and starts[at] < claim.end:
            claim.date = days[at].edtf


def _go_on(found: Findings, told: list[tuple[int, Claim]], dates: list[DateMention]) -> None:
    """Carry a date over to what the same actor says next, with no other date between.

    `dates` are those outside contents: the date of a claim, or of what the actor did in the
    sentence before ("On 5 May he arrived in Rome. He said ...").
    """
    tokens, starts = found.tokens, [d.start for d in dates]
    before: dict[str | None, tuple[int, Claim]] = {}
    for cue, claim in sorted(told, key=lambda pair: pair[0]):
        alone = claim.start == cue
        if claim.date is None and claim.mode != "narrator":
            at, earlier = before.get(claim.speaker, (-1, claim))
            near = at >= 0 and tokens.sent_of[cue] - tokens.sent_of[at] <= _MOST_SENTENCES_ON
            past = alone or (claim.speaker is not None and _continues(tokens, cue))
            last, now = (bisect_left(starts, c.evidence[1]) for c in (earlier, claim))
            if near and past and now <= last:
                claim.date = earlier.date
            elif past and not alone and claim.date is None:
                claim.date = _date_of_act(found, dates, starts, cue, claim)
        if claim.date and "/.." not in claim.date:
            before[claim.speaker] = (cue, claim)


def _date_of_act(
    found: Findings, dates: list[DateMention], starts: list[int], cue: int, claim: Claim
) -> str | None:
    """The date of what the speaker did, or of what appeared, in the sentence before the claim's."""
    tokens = found.tokens
    number = tokens.sent_of[min(cue, claim.start)]
    first, last = tokens.sents[number - 1] if number else (0, 0)
    low, high = bisect_left(starts, first), bisect_left(starts, last)
    said = tokens.child(cue, "nsubj")
    if low == high or bisect_left(starts, claim.evidence[1]) > high or said is None:
        return None  # nothing is dated before, or the claim's own sentence is
    carrier = tokens.lemma[said].lower() in CARRIERS and tokens.lower[tokens.lefts[said]] == "the"
    if tokens.lower[said] not in _PRONOUNS and not carrier:
        return None
    of_act = {
        verb: date.edtf for date in dates[low:high]
        if _is_of_act(found, verb := _verb_above(tokens, date.start), claim.speaker)
    }  # fmt: skip
    return of_act.popitem()[1] if len(of_act) == 1 else None


def _verb_above(tokens: Tokens, index: int) -> int:
    while tokens.pos[index] != "VERB" and tokens.heads[index] != index:
        index = tokens.heads[index]
    return index


def _is_of_act(found: Findings, verb: int, actor: str | None) -> bool:
    """Whether a verb tells what an actor did, or that a post or statement appeared."""
    tokens = found.tokens
    subject = tokens.child(verb, "nsubj", "nsubjpass")
    if subject is None or tokens.tag[verb] not in ("VBD", "VBN"):
        return False
    if tokens.dep[verb] not in ("ROOT", "conj"):
        return False
    holder = found.holder[subject]
    same = holder is not None and holder.entity == actor
    return same or tokens.lemma[subject].lower() in CARRIERS


def _continues(tokens: Tokens, cue: int) -> bool:
    """Whether a verb tells what happened next, neither what had been nor what usually is."""
    if tokens.pos[cue] != "VERB":
        return True
    auxiliaries = {tokens.lower[c] for c in tokens.children[cue] if tokens.dep[c] == "aux"}
    return tokens.tag[cue] in ("VBD", "VBG", "VBN") and not auxiliaries & {"had", "has", "have"}
