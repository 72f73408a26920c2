"""Occasions whose day is told: what is said at them is said on that day."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.dating.dated_words import verb_above
from ingest.nlp.dates.annotate import SAME_DAY
from ingest.nlp.findings import Claim, DateMention, Findings
from ingest.nlp.tokens import Tokens

_MEETING = frozenset(("meet", "receive", "host", "welcome", "visit", "greet"))
_SPEAKING, _CALLING = frozenset(("speak", "talk")), frozenset(("call", "phone", "telephone"))
_HOLDING = frozenset(("hold", "have", "attend", "chair", "host", "join", "open", "conduct"))
_ANSWERING = frozenset(("conference", "briefing", "interview", "speech", "address"))
_REMARKS = frozenset(
    ("statement", "remark", "comment", "announcement", "accusation", "admission", "appeal", "claim")
)
_COMING = frozenset(("make", "come", "deliver", "issue"))
_FEWEST_ANSWERS, _MOST_APART, _SENTENCES_BACK = 3, 8, 3
_PLACES = ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos")


def takes_part(found: Findings, verb: int, speaker: str | None) -> bool:
    """Whether a verb tells, as what happened, that a speaker met or spoke with somebody.

    As in "On Monday Ada Quill received Otto Kern", "Kenya and Ghana held talks on 5 May" and
    "Yesterday, Quill spoke with Kern", of whoever met and was met.
    """
    tokens = found.tokens
    if tokens.tag[verb] not in ("VBD", "VBN") or tokens.dep[verb] not in ("ROOT", "conj"):
        return False
    if any(tokens.lower[c] in ("had", "has", "have", "not") for c in tokens.children[verb]):
        return False
    met = tokens.child(verb, "dobj", "nsubjpass")
    held = met is not None and tokens.lemma[met].lower() in SAME_DAY
    holds = held and tokens.lemma[verb] in _HOLDING
    if not (tokens.lemma[verb] in _MEETING or holds or _converses(found, verb)):
        return False
    return any(
        holder.entity == speaker and tokens.dep[i] in _PLACES
        for i in range(*tokens.subtree(verb))
        if (holder := found.holder[i]) is not None
    )


def _converses(found: Findings, verb: int) -> bool:
    """ "Quill spoke with Kern", "Quill called Kern": not "spoke of" nor "called Kern a liar"."""
    tokens = found.tokens
    if tokens.lemma[verb] in _CALLING:
        met = tokens.child(verb, "dobj")
        called = tokens.child(verb, "oprd", "acomp", "attr")
        return met is not None and found.holder[met] is not None and called is None
    return tokens.lemma[verb] in _SPEAKING and any(
        tokens.lower[c] == "with" for c in tokens.children[verb]
    )


def only_day(found: Findings) -> str | None:
    """The one day that the sentences of a text tell, as a read-out does; headings do not count."""
    days = {
        d.edtf for d in found.dates if d.precision == "day" and _is_in_sentence(found.tokens, d)
    }
    return days.pop() if len(days) == 1 else None


def date_answers(found: Findings, answers: list[Claim]) -> None:
    """Date the turns of a text by the one occasion told before them.

    As in "At a press conference on Monday, Ada Quill took questions. Reporters: ... Quill: ...".
    """
    first = min((claim.start for claim in answers), default=0)
    before = [d for d in found.dates if d.end <= first and d.precision == "day"]
    told = [d for d in before if _is_of_occasion(found.tokens, d)]
    # A headline or byline tells it only where no sentence does.
    days = {d.edtf for d in told if _is_in_sentence(found.tokens, d)} or {d.edtf for d in told}
    if len(days) == 1 and len(answers) >= _FEWEST_ANSWERS:
        for claim in answers:
            claim.date = claim.date or min(days)


def _is_in_sentence(tokens: Tokens, date: DateMention) -> bool:
    return clauses.is_finite(tokens, *tokens.sents[tokens.sent_of[date.start]])


def _is_of_occasion(tokens: Tokens, date: DateMention) -> bool:
    low = max(tokens.sents[tokens.sent_of[date.start]][0], date.start - _MOST_APART)
    words = range(date.start - 1, low - 1, -1)
    noun = next((i for i in words if tokens.lemma[i].lower() in _ANSWERING), 0)
    return noun > 0 and not any(tokens.pos[i] == "VERB" for i in range(noun, date.start))


def date_remarks(found: Findings, told: list[tuple[int, Claim]]) -> None:
    """Date what somebody said by the sentence that tells when he did.

    As in "Quill called it a trap. She made the remark in an interview on Monday", "Her remarks came
    on Monday".
    """
    tokens = found.tokens
    for date in found.dates:
        verb = verb_above(tokens, date.start)
        own = "dobj" if tokens.lemma[verb] == "make" else "nsubj"
        noun = tokens.child(verb, "nsubjpass") or tokens.child(verb, own)
        if noun is None or tokens.tag[verb] not in ("VBD", "VBN") or date.precision != "day":
            continue
        definite = tokens.lower[tokens.lefts[noun]] in ("the", "his", "her", "their", "its")
        remark = definite and tokens.lemma[noun].lower() in _REMARKS
        if tokens.lemma[verb] in _COMING and remark:
            _date_before(tokens, told, tokens.sent_of[verb], date.edtf)


def _date_before(tokens: Tokens, told: list[tuple[int, Claim]], sentence: int, day: str) -> None:
    before = [
        (cue, claim) for cue, claim in told
        if 0 < sentence - tokens.sent_of[cue] <= _SENTENCES_BACK and claim.speaker is not None
    ]  # fmt: skip
    _, last = max(before, key=lambda pair: pair[0], default=(0, None))
    for _, claim in before:
        if last is not None and claim.speaker == last.speaker:
            claim.date = claim.date or day
