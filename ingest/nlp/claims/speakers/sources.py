"""Whether an unresolved subject says something, and the outlet somebody spoke to."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.nlp import subjects
from ingest.nlp.claims.items import Reported
from ingest.nlp.claims.speakers import unnamed
from ingest.nlp.findings import Claim, Findings
from ingest.nlp.marks import DOUBLE_CLOSING, OPENING_QUOTES
from ingest.nlp.speech import BODIES, CARRIERS, HUMANS, INSTITUTIONS, PARTIES, PUBLISHING, VOICES
from ingest.nlp.tokens import Tokens

_TELLING = frozenset(("clause", "preposed", "noun", "according", "passive"))
_THINKING = frozenset(
    ("believe", "think", "feel", "hope", "expect", "fear", "doubt", "suppose", "assume", "consider",
     "reckon", "worry", "suspect", "anticipate", "realize", "realise", "understand", "regret")
)  # fmt: skip
_MEDIA = frozenset(("media", "press", "television", "tv", "radio", "bulletin", "broadcasters"))
# Where somebody writes, of which a name may follow: "on her channel “X”".
_PLACES = frozenset(
    ("channel", "account", "blog", "page", "feed", "show", "programme", "program", "podcast")
)
_PLACING = frozenset(("NOUN", "PROPN", "ADJ", "PRON", "DET"))
_MOST_PLACED = 5  # words of "her popular Telegram channel"
_MANY = ("outlet", "group", "fighters")  # "Rights groups accused him of lying"
_CARRYING = frozenset(
    ("quote", "cite", "interview", "publish", "carry", "report", "air", "broadcast", "release",
     "obtain", "see", "run")
)  # fmt: skip


def is_somebody(tokens: Tokens, item: Reported) -> bool:
    """Whether an unresolved subject can be thought to say what the frame holds.

    Things blame, describe, threaten and believe only in a manner of speaking; that somebody said
    something stays a claim whoever it was.
    """
    if item.frame in _TELLING and item.cue.lemma not in _THINKING:
        return True
    if item.speaker is None:
        return item.frame != "obj_to"  # "a challenge in encouraging people to leave"
    noun = unnamed.one_of(tokens, item.speaker)
    word, lemma = tokens.lower[noun], tokens.lemma[noun].lower()
    if word in ("he", "she", "they", "one", "some", "many"):
        return True
    acts = item.frame in ("of_for", "obj_to") or item.cue.stance == "silent"
    if acts and not {word, lemma}.isdisjoint(INSTITUTIONS):
        return True  # "The opposition accused him of ...", "The union urged them to stay"
    if item.cue.stance == "denies" and (lemma in BODIES or lemma in INSTITUTIONS):
        return True  # "The bank denies any wrongdoing"
    if word in PARTIES and tokens.lower[tokens.lefts[noun]] in ("the", "both"):
        return True  # "The parties confirmed their commitment to peace"
    many = tokens.tag[noun] == "NNS" and BODIES.get(lemma) in _MANY
    many = many or unnamed.is_account(tokens, noun)
    return many or lemma in HUMANS or not {word, lemma}.isdisjoint(VOICES) or lemma in CARRIERS


def is_name(found: Findings, item: Reported) -> bool:
    """Whether a content is no more than somebody's name, other than whom a deed is laid to."""
    holder = found.holder[item.start]
    if holder is None or holder.kind not in ("name", "metonym"):
        return False
    return holder.end >= item.end and item.cue.lemma != "blame"


def carries(found: Findings, item: Reported, speaker: str | None) -> bool:
    """Whether who carried no word of something is an outlet: a channel, or "state media"."""
    if speaker in found.channels:
        return True
    if item.speaker is None:
        return False
    word, lemma = found.tokens.lower[item.speaker], found.tokens.lemma[item.speaker].lower()
    return word in _MEDIA or BODIES.get(lemma) == "outlet"


def passed_on(tokens: Tokens, told: list[tuple[int, Claim]], item: Reported) -> Claim | None:
    """The quotation in whose sentence a source stands: "..., he said, according to Reuters"."""
    first = tokens.sents[tokens.sent_of[item.cue_at]][0]
    before = [
        claim
        for cue, claim in told
        if first <= cue < item.cue_at and claim.end <= cue and claim.mode == "quoted"
    ]
    return before[-1] if before else None


def around(tokens: Tokens, claims: list[Claim], claim: Claim, cue: int) -> Claim | None:
    """The claim of a source that only passes another on: "X said it fell, according to Reuters".

    That is one of the last `claims`, made of the whole sentence, whose main verb is the cue.
    """
    if tokens.heads[cue] != cue or claim.speaker is None:
        return None
    sourced = (c for c in reversed(claims) if c.cue == "according to" and c.end == claim.end)
    return next((c for c in sourced if c.start < claim.start), None)


def denies_own(tokens: Tokens, claims: list[Claim], denial: Claim, cue: int) -> bool:
    """Whether a denial is of what its speaker says in one sentence, so that another is meant.

    As in "Amnesty said that it trained fighters, claims the group denied": not Amnesty.
    """
    span = (denial.start, denial.end)
    same = (c for c in claims if (c.start, c.end) == span and c.speaker == denial.speaker)
    near = tokens.sent_of[denial.start] == tokens.sent_of[cue]
    return denial.stance == "denies" and near and any(c.stance == "asserts" for c in same)


def outlet(found: Findings, claim: Claim, cue: int) -> str | None:
    """The outlet or channel somebody spoke to or on: "told Reuters", "on her channel"."""
    tokens, holders = found.tokens, found.holder
    if (shown := _shown(found, cue)) is not None:
        return shown
    first, last = _own_clause(tokens, cue) or tokens.sents[tokens.sent_of[cue]]
    for index in range(max(first, cue - 20), min(last, cue + 20)):
        holder = holders[index]
        if holder is None or holder.start != index or holder.entity not in found.channels:
            continue
        if claim.start <= index < claim.end or index == first or _describes(tokens, cue, index):
            continue
        link = _link(tokens, index)
        told = link == "told" or link in ("to", "with", "on", "via", "in", "for")
        told = told or (link in ("by", "channel") and _published(tokens, index))
        if told and index > first:
            return holder.entity
    return None


def goes_on(tokens: Tokens, claims: list[Claim], claim: Claim, cue: int) -> str | None:
    """Where somebody goes on to speak who was quoted just before in the paragraph.

    "Quill wrote in her channel that it fell. “It burned,” she added": in her channel, but not what
    she said "at a briefing".
    """
    before = next((c for c in reversed(claims) if c.end <= claim.start), None)
    if before is None or before.via is None or before.speaker != claim.speaker:
        return None
    apart = any("\n" in text for text in tokens.text[before.end : claim.start])
    placed = tokens.child(cue, "prep") is not None or claim.mode != "quoted"
    return None if apart or placed else before.via


def _link(tokens: Tokens, name: int) -> str:
    """The word that ties a channel's name to who speaks: "on X", "in her Telegram channel “X”"."""
    at = name - 1
    noun = at - (tokens.text[at] in OPENING_QUOTES)
    if tokens.lower[noun] in _PLACES:
        low = max(0, noun - _MOST_PLACED)
        while noun > low and tokens.pos[noun] in _PLACING:
            noun -= 1
        if tokens.lower[noun] in ("on", "in", "via"):
            return tokens.lower[noun]
    return tokens.lower[at - 1] if tokens.lower[at] in ("the", "a") else tokens.lower[at]


def _own_clause(tokens: Tokens, cue: int) -> tuple[int, int] | None:
    """The clause about somebody else than who speaks: "X, whose vote Y calls a sham, told Z"."""
    subject = tokens.child(cue, "nsubj")
    if tokens.dep[cue] != "relcl" or subject is None or tokens.tag[subject] in ("WP", "WDT"):
        return None
    return tokens.lefts[cue], tokens.rights[cue] + 1


def _describes(tokens: Tokens, cue: int, index: int) -> bool:
    """Whether a name is in what tells who speaks: "Popko, host of a show on RT, said"."""
    subject = subjects.subject(tokens, cue)
    if subject is None or not subject < index <= tokens.rights[subject]:
        return False
    for child in tokens.children[subject]:  # "writes Ada Quill on her channel" tells where
        place = tokens.child(child, "pobj") if child < index <= tokens.rights[child] else None
        own = tokens.child(place, "poss") if place is not None else None
        if own is not None and tokens.pos[own] == "PRON":
            return False
    return True


def _shown(found: Findings, cue: int) -> str | None:
    """The channel that put out what somebody speaks in: "RT aired a clip in which he says"."""
    tokens = found.tokens
    noun = tokens.heads[cue]
    verb = tokens.heads[noun]
    carried = tokens.dep[cue] == "relcl" and tokens.lemma[noun] in CARRIERS
    if not carried or tokens.dep[noun] != "dobj" or tokens.lemma[verb] not in PUBLISHING:
        return None
    subject = tokens.child(verb, "nsubj")
    holder = found.holder[subject] if subject is not None else None
    return holder.entity if holder is not None and holder.entity in found.channels else None


def _published(tokens: Tokens, index: int) -> bool:
    """Whether an outlet after "by" carries what somebody says: "was quoted by RT"."""
    for _ in range(4):
        index = tokens.heads[index]
        if tokens.pos[index] == "VERB":
            shown = tokens.lemma[index] in PUBLISHING and _is_said_in(tokens, tokens.heads[index])
            return shown or tokens.lemma[index] in _CARRYING
    return False


def _is_said_in(tokens: Tokens, noun: int) -> bool:
    """Whether somebody speaks in it: "says in a video posted by the channel Lantern"."""
    inside = tokens.dep[noun] == "pobj" and tokens.lower[tokens.heads[noun]] == "in"
    return inside and tokens.lemma[noun] in CARRIERS


def is_quoted(claims: Iterable[Claim], item: Reported, opaque: list[int]) -> bool:
    """Whether a quotation of speech already covers a content as a claim of its own."""
    if opaque[item.cue_at] >= 0 or all(opaque[i] < 0 for i in range(item.start, item.end)):
        return False
    return any(
        c.start < item.end and item.start < c.end and c.mode != "narrator"
        and not (item.frame == "of_for" and c.start <= item.cue_at < c.end)
        and min(c.end, item.end) - max(c.start, item.start) > 0.7 * (item.end - item.start)
        for c in claims
    )  # fmt: skip


def is_cut(tokens: Tokens, item: Reported) -> bool:
    """Whether a belief is told behind the marks: "“reaffirmed our belief” that it fell"."""
    marked = tokens.text[item.end : item.end + 1]
    return (
        bool(marked)
        and marked[0] in DOUBLE_CLOSING
        and tokens.lower[item.end + 1 : item.end + 2] == ["that"]
    )
