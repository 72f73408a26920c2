"""Dates of the text with their values, and the date that belongs to a verb or a noun.

`annotate` fills `findings.dates`; `date_near` says when something happened that the text tells at a
token, which claims and relations share. The publication date is an anchor only: nothing is dated by
it unless the text says so ("yesterday").
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from spacy.tokens import Doc

from ingest.nlp.dates.dateline import REACH, datelines
from ingest.nlp.dates.resolve import Context, Value, mention, resolve
from ingest.nlp.dates.scan import RawDate, scan
from ingest.nlp.findings import BODIES, DateMention, Findings, findings
from ingest.nlp.tokens import Tokens

_INTENDING = frozenset(
    ("invite", "plan", "agree", "intend", "expect", "hope", "promise", "want", "prepare", "decide",
     "undertake", "pledge", "vow", "propose", "be")
)  # fmt: skip
_FUTURE_HEADS = frozenset({"schedule", "expect", "due", "set", "plan"})


def annotate(doc: Doc) -> Doc:
    """Find the dates of the text and resolve them in the order they are told.

    Where the text was published on one of two days ("09-07-2025"), a date is known only if both
    give it: "this April" is, "on Tuesday" is not.
    """
    found = findings(doc)
    raws = scan(found)
    if not raws:
        return doc
    tokens = found.tokens
    days = [found.published] if found.published else datelines(raws, tokens.stored)
    contexts = [_context(day, raws) for day in days] or [_context(None, raws)]
    taken = -1
    for raw in raws:
        start = bisect_right(tokens.starts, raw.start) - 1
        end = bisect_right(tokens.starts, raw.end - 1)
        if start <= taken or start < 0 or _in_name(found, start, end):
            continue
        future = _is_future(tokens, start)
        values = {resolve(raw, context, start, future=future) for context in contexts}
        value = values.pop()
        if value is None or values:
            continue
        found.dates.append(_open_ended(tokens, mention(value, start, end)))
        taken = end - 1
        moves = _moves_story(raw, value, found, start)
        for context in contexts:
            context.last = value
            if moves:
                context.reached, context.at = value, start
    return doc


def _context(published: date | None, raws: list[RawDate]) -> Context:
    """The anchors at the start of a text that was published on a day, if that is known."""
    return Context(published, _first_dated(raws, published), -1, latest=_latest(raws))


def _in_name(found: Findings, start: int, end: int) -> bool:
    """Whether a date is part of a body's name: "the March 23 Movement"."""
    holder = found.holder[start]
    if holder is None or holder.kind != "name" or holder.end <= end:
        return False
    return found.type_of(holder.entity) in BODIES


def _first_dated(raws: list[RawDate], published: date | None) -> Value | None:
    """With no publication date, the first day or month told with its year starts the story.

    It must stand near the top; what comes later is as often background ("since the war of 2014").
    """
    if published is not None:
        return None
    for raw in raws:
        if raw.start > REACH:
            return None
        if raw.kind == "calendar" and raw.year and raw.month and raw.until is None:
            return resolve(raw, Context(None), 0, future=False)
    return None


def _latest(raws: list[RawDate]) -> Value | None:
    """The latest month told with its year, or None."""
    told = [raw for raw in raws if raw.kind == "calendar" and raw.year and raw.month]
    last = max(told, key=lambda raw: (raw.year, raw.month), default=None)
    return Value("", "month", last.year, last.month) if last is not None else None


def _open_ended(tokens: Tokens, found: DateMention) -> DateMention:
    """ "since 2014" is the interval that begins then, "until 2014" the one that ends then."""
    before = tokens.lower[found.start - 1] if found.start else ""
    if before not in ("since", "until", "till") or "/" in found.edtf:
        return found
    if before == "since":
        return DateMention(found.start, found.end, f"{found.edtf}/..", "range")
    # "did not sign until 2014" and "not until 2014" tell when it began
    verb = clause_verb(tokens, found.start)
    near = (found.start - 2, *tokens.children[verb])
    if any(i >= 0 and tokens.lower[i] in _NOT for i in near):
        return found
    return DateMention(found.start, found.end, f"../{found.edtf}", "range")


def _is_future(tokens: Tokens, index: int) -> bool:
    """Whether the clause of a date speaks of what is to come."""
    verb = clause_verb(tokens, index)
    if tokens.lemma[verb] in _FUTURE_HEADS and tokens.tag[verb] == "VBN":
        return True
    infinitive = any(
        tokens.lower[c] == "to" and tokens.dep[c] == "aux" for c in tokens.children[verb]
    )
    if infinitive and tokens.lemma[tokens.heads[verb]] in _INTENDING:
        return True
    return any(
        tokens.dep[c] == "aux" and tokens.lower[c] in ("will", "'ll", "’ll", "shall")
        for c in tokens.children[verb]
    )


def _moves_story(raw: RawDate, value: Value, found: Findings, start: int) -> bool:
    """Whether the story is now at this date: not for background told in passing.

    A bare year moves it only at the head of a sentence, and nothing inside a relative clause does.
    """
    tokens = found.tokens
    if raw.until is not None or raw.kind in ("decade", "months"):
        return False
    if value.precision in ("year", "range") or (value.precision == "season" and not raw.year):
        first = tokens.sents[tokens.sent_of[start]][0]
        return start - first <= 3
    return not _in_side_clause(tokens, start)


def _in_side_clause(tokens: Tokens, index: int) -> bool:
    """Whether a token stands inside a relative or participial clause on a noun."""
    while tokens.heads[index] != index:
        if tokens.dep[index] in ("relcl", "acl"):
            return True
        index = tokens.heads[index]
    return False


def _is_verb(tokens: Tokens, index: int) -> bool:
    """Whether a token is a verb, and no preposition that looks like one ("following")."""
    return tokens.pos[index] in ("VERB", "AUX") and tokens.dep[index] != "prep"


def clause_verb(tokens: Tokens, index: int) -> int:
    """The verb whose clause a token stands in (the token itself where it is one, else the root)."""
    while not _is_verb(tokens, index) and tokens.heads[index] != index:
        index = tokens.heads[index]
    while tokens.dep[index] in ("aux", "auxpass"):
        index = tokens.heads[index]
    return index


_OTHER_EVENTS = frozenset({"after", "before", "since", "following", "until", "despite", "about"})
# What is done "following talks on Monday" is done on Monday.
SAME_DAY = frozenset(
    ("talk", "meeting", "negotiation", "summit", "session", "ceremony", "consultation", "call")
)
_LASTING = frozenset(("until", "till", "since"))
_NOT = frozenset(("not", "n't", "n’t", "never", "only"))
_DAYS = frozenset(("day", "week", "month", "year"))
_OPEN_CLAUSES = frozenset({"ccomp", "xcomp", "conj", "advcl", "pcomp", "dep", "parataxis", "prep"})


def date_near(
    found: Findings, token_index: int, sentence: tuple[int, int] | None = None
) -> str | None:
    """The EDTF date of what the verb or noun at `token_index` tells, or None.

    A date in the token's own phrase comes first, then one in its clause, then one of a clause that
    governs it as its content ("In October he said that ... supplies"), never one that belongs to a
    relative clause elsewhere. `sentence` (first, past-the-last token) defaults to the token's own.
    """
    tokens = found.tokens
    start, end = sentence or tokens.sents[tokens.sent_of[token_index]]
    dates = dates_within(found, start, end)
    if not dates:
        return None
    left, right = tokens.subtree(token_index)
    own = [d for d in dates if left <= d.start < right and _reaches(tokens, d.start, token_index)]
    if own:
        return _closest(own, token_index)
    if _days_apart(tokens, token_index):
        return None
    at = clause_verb(tokens, token_index)
    if _told_as_earlier(tokens, at):
        dates = [d for d in dates if _governor(tokens, d) == at]
        return _closest(dates, token_index) if dates else None
    verbs: dict[int, list[DateMention]] = {}
    for mention_ in dates:
        verbs.setdefault(_governor(tokens, mention_), []).append(mention_)
    for _ in range(8):
        for verb in (at, *_same_time(tokens, at)):
            if verb in verbs:
                return _closest(verbs[verb], token_index)
        if tokens.heads[at] == at or tokens.dep[at] not in _OPEN_CLAUSES:
            break
        above = clause_verb(tokens, tokens.heads[at])
        if tokens.dep[at] == "conj" and _is_of_now(tokens, at, above):
            return None
        at = above
    return _opening_date(tokens, dates, token_index, start)


def _is_of_now(tokens: Tokens, verb: int, before: int) -> bool:
    """ "Popko fled in 2020 and lives in Ghana": that he lives there is not of 2020."""
    return tokens.tag[verb] in ("VBZ", "VBP") and tokens.tag[before] == "VBD"


def _days_apart(tokens: Tokens, index: int) -> bool:
    """ "On Wednesday she left, a day after meeting X": days lie between that and the date told."""
    while tokens.heads[index] != index:
        head = tokens.heads[index]
        if tokens.lower[index] in ("after", "before"):
            if not _DAYS.isdisjoint(tokens.lemma[i] for i in (head, *tokens.children[index])):
                return True
        elif tokens.dep[index] not in _OPEN_CLAUSES and _is_verb(tokens, index):
            return False
        index = head
    return False


def _told_as_earlier(tokens: Tokens, verb: int) -> bool:
    """ "In May they claimed that Kenya had sent troops": not when the troops were sent."""
    had = any(tokens.lower[c] in ("had", "'d", "’d") for c in tokens.children[verb])
    return had and tokens.dep[verb] in ("ccomp", "acl") and tokens.tag[verb] == "VBN"


def _same_time(tokens: Tokens, verb: int) -> list[int]:
    """Verbs below one that happen when it does ("when X came in May, he said")."""
    found: list[int] = []
    for child in tokens.children[verb]:
        inner = tokens.children[child]
        if tokens.dep[child] == "xcomp":
            found.append(child)
        elif tokens.dep[child] == "prep":
            found += [c for c in inner if tokens.dep[c] == "pcomp"]
        elif tokens.dep[child] == "advcl":
            timed = any(tokens.lower[c] == "when" for c in inner)
            if timed or (child < verb and _goes_along(tokens, child)):
                found.append(child)
    return found


def _goes_along(tokens: Tokens, participle: int) -> bool:
    """ "Visiting Rome on Monday, he met ..."; "Following talks on Monday, ..."."""
    if tokens.tag[participle] != "VBG" or tokens.child(participle, "aux") is not None:
        return False
    followed = tokens.child(participle, "dobj")
    if tokens.lemma[participle] != "follow":
        return True
    return followed is not None and tokens.lemma[followed] in SAME_DAY


def dates_within(found: Findings, start: int, end: int) -> list[DateMention]:
    """The date mentions that start in tokens `start` up to `end`."""
    first = bisect_right(found.dates, start - 1, key=lambda mention_: mention_.start)
    last = bisect_right(found.dates, end - 1, key=lambda mention_: mention_.start)
    return found.dates[first:last]


def _governor(tokens: Tokens, mention_: DateMention) -> int:
    """The verb a date belongs to, or the other event it dates ("after the vote on 5 May")."""
    index = mention_.start
    while mention_.start <= tokens.heads[index] < mention_.end and tokens.heads[index] != index:
        index = tokens.heads[index]
    while not _is_verb(tokens, index) and tokens.heads[index] != index:
        head = tokens.heads[index]
        if _dates_office(tokens, index):
            return head
        event = tokens.pos[index] == "NOUN" and not mention_.start <= index < mention_.end
        event = event and tokens.lemma[index] not in SAME_DAY
        if event and tokens.dep[index] == "pobj" and tokens.lower[head] in _OTHER_EVENTS:
            return index
        index = head
    return clause_verb(tokens, index)


def _reaches(tokens: Tokens, index: int, top: int) -> bool:
    """Whether a date below `top` belongs to it, with no other verb's clause between."""
    while index != top:
        if tokens.pos[index] == "VERB" or tokens.dep[index] in ("relcl", "acl", "advcl", "ccomp"):
            return False
        head = tokens.heads[index]
        if head == index or (head != top and _dates_office(tokens, index)):
            return False
        index = head
    return True


def _dates_office(tokens: Tokens, preposition: int) -> bool:
    """ "Popko, president until 2014, lives in Ghana": how long he was what he was."""
    aside = tokens.dep[tokens.heads[preposition]] == "appos"
    return aside and tokens.lower[preposition] in _LASTING


def _closest(dates: list[DateMention], index: int) -> str:
    """The nearest date; of a tie the earlier one."""
    return min(dates, key=lambda d: (abs(d.start - index), d.start)).edtf


def _opening_date(tokens: Tokens, dates: list[DateMention], index: int, start: int) -> str | None:
    """The date that opens the sentence ("On 5 May, ...") and holds for its whole main line."""
    opening = dates[0]
    if opening.start - start > 3 or _in_side_clause(tokens, index):
        return None
    return opening.edtf
