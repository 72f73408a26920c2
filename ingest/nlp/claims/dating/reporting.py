"""When somebody said something: the date that belongs to the reporting words of a claim."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ingest.nlp.claims.dating import dated_words, occasions, reports
from ingest.nlp.dates.annotate import SAME_DAY
from ingest.nlp.findings import Claim, DateMention, Findings
from ingest.nlp.layout.date_headings import headed
from ingest.nlp.speech import CARRIERS, PUBLISHING
from ingest.nlp.tokens import Tokens

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_ITS = frozenset(("its", "his", "her", "their"))
_SPOKEN_NOW = frozenset(("today", "tonight"))
_MOST_SENTENCES_ON, _MOST_SENTENCES_BACK = 2, 3


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
    listed = {d.start for before, d in pairwise(dates) if _lists(tokens, before, d)}
    for cue, claim in told:
        first, last = (bisect_left(starts, place) for place in claim.evidence)
        around = [d for d in dates[first:last] if d.start not in listed]
        own = (d for d in around if claim.start + 1 < d.start < claim.end)
        closing = next((d for d in own if dated_words.closes(tokens, d, cue, claim)), None)
        if closing is not None:
            claim.date = closing.edtf
            continue
        inside = claimed[cue] if claimed[cue] is not claim else None
        near = [
            d for d in around
            if claimed[d.start] is inside
            and (
                dated_words.tells(tokens, d, cue)
                or dated_words.stands_between(tokens, d, cue, claim)
                or (d.start < cue and dated_words.is_of_text(tokens, d))
            )
        ]  # fmt: skip
        if near:
            claim.date = min(near, key=lambda d: _distance(d, cue)).edtf
    ids = {id(claim) for _, claim in told}
    _date_turns(tokens, claims, dates, ids)
    alone = [(c.start, c) for c in claims if id(c) not in ids and c.mode == "quoted"]
    _head(found, claims)
    reports.date_findings(found, told)
    occasions.date_remarks(found, told + alone)
    occasions.date_answers(found, [claim for _, claim in alone])
    _go_on(found, told + alone, [d for d in dates if claimed[d.start] is None])


def _lists(tokens: Tokens, first: DateMention, second: DateMention) -> bool:
    """Whether a date goes on a list: "the pacts of May 9, 2020, and January 11, 2021"."""
    between = tokens.lower[first.end : second.start]
    return bool(between) and all(word in (",", "and") for word in between)


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


def _date_turns(
    tokens: Tokens, claims: list[Claim], dates: list[DateMention], told: set[int]
) -> None:
    """In a turn of a transcript "today" is the day on which it is said.

    So it is in "today's meeting", but not in "today's Kenya".
    """
    days = [
        d for d in dates
        if d.end == d.start + 1 and tokens.lower[d.start] in _SPOKEN_NOW
        and (tokens.dep[d.start] != "poss" or tokens.lemma[tokens.heads[d.start]] in SAME_DAY)
    ]  # fmt: skip
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
    # A read-out that tells one day tells it once; elsewhere a day reaches a few sentences on.
    reach = len(tokens.sents) if occasions.only_day(found) else _MOST_SENTENCES_BACK
    before: dict[str | None, tuple[int, Claim]] = {}
    for cue, claim in sorted(told, key=lambda pair: pair[0]):
        alone = claim.start == cue
        if claim.date is None and claim.mode != "narrator":
            at, earlier = before.get(claim.speaker, (-1, claim))
            near = at >= 0 and tokens.sent_of[cue] - tokens.sent_of[at] <= _MOST_SENTENCES_ON
            goes_on = _continues(tokens, cue) or (near and _is_below(tokens, cue, at))
            past = alone or (claim.speaker is not None and goes_on)
            last, now = (bisect_left(starts, c.evidence[1]) for c in (earlier, claim))
            if near and past and now <= last:
                claim.date = earlier.date
            elif past and not alone and claim.date is None:
                claim.date = _date_of_act(found, dates, starts, cue, claim, reach)
        if claim.date and "/.." not in claim.date:
            before[claim.speaker] = (cue, claim)


def _date_of_act(
    found: Findings,
    dates: list[DateMention],
    starts: list[int],
    cue: int,
    claim: Claim,
    reach: int,
) -> str | None:
    """The date of what the speaker did, or of what appeared, in the sentence before the claim's.

    Who is named again need not go on about what he did, but speaks where he has met somebody in
    one of the `reach` sentences before.
    """
    tokens = found.tokens
    number = tokens.sent_of[min(cue, claim.start)]
    taken_up = _takes_up(tokens, cue)
    for back in range(1, min(number, 1 if taken_up else reach) + 1):
        first, last = tokens.sents[number - back]
        low, high = bisect_left(starts, first), bisect_left(starts, last)
        if low != high:
            break
    else:
        return None  # nothing is dated before
    if bisect_left(starts, claim.evidence[1]) > high:
        return None  # the claim's own sentence is, or one between
    told = [(dated_words.verb_above(tokens, date.start), date) for date in dates[low:high]]
    if taken_up:
        of_act = {
            verb: date.edtf for verb, date in told
            if dated_words.is_of_text(tokens, date)
            or _is_of_act(found, verb, claim.speaker)
            or _is_of_words(tokens, verb, cue)
        }  # fmt: skip
    else:
        of_act = {
            verb: date.edtf for verb, date in told
            if date.precision == "day" and occasions.takes_part(found, verb, claim.speaker)
        }  # fmt: skip
    return of_act.popitem()[1] if len(of_act) == 1 else None


def _takes_up(tokens: Tokens, cue: int) -> bool:
    """Whether words go on about who or what the sentence before told of.

    "He said", "The post claimed", "The caption: ...", "According to the channel, ...".
    """
    if tokens.lower[cue] == "according":
        return tokens.lower[cue + 1 : cue + 3] in (["to", "the"], ["to", "this"])
    said = cue if tokens.pos[cue] == "NOUN" else tokens.child(cue, "nsubj")
    if said is None:
        return False
    opening = tokens.lower[tokens.lefts[said]]
    carrier = tokens.lemma[said].lower() in CARRIERS and opening == "the"
    return carrier or tokens.lower[said] in _PRONOUNS or opening in _ITS


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


def _is_of_words(tokens: Tokens, verb: int, cue: int) -> bool:
    """Whether a verb tells that the words came out: "released a poster. Its text reads"."""
    out = tokens.child(verb, "dobj") if tokens.lemma[verb] in PUBLISHING else None
    return out is not None and tokens.lemma[out].lower() in CARRIERS and _is_read(tokens, cue)


def _is_read(tokens: Tokens, cue: int) -> bool:
    """ "The post reads", "the poster's text says": what is written says so still."""
    said = cue if tokens.pos[cue] == "NOUN" else tokens.child(cue, "nsubj")
    return said is not None and tokens.lemma[said].lower() in CARRIERS


def _is_below(tokens: Tokens, cue: int, saying: int) -> bool:
    """ "She said that it stood, and that she believes ...": what she believes is what she said."""
    while tokens.heads[cue] not in (cue, saying):
        cue = tokens.heads[cue]
    return tokens.heads[cue] == saying != cue and tokens.dep[cue] == "ccomp"


def _continues(tokens: Tokens, cue: int) -> bool:
    """Whether a verb tells what happened next, neither what had been nor what usually is."""
    if tokens.pos[cue] != "VERB" or (tokens.tag[cue] == "VBZ" and _is_read(tokens, cue)):
        return True
    auxiliaries = {tokens.lower[c] for c in tokens.children[cue] if tokens.dep[c] == "aux"}
    return tokens.tag[cue] in ("VBD", "VBG", "VBN") and not auxiliaries & {"had", "has", "have"}
