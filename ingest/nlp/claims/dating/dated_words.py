"""Which words a date belongs to: those that report, or what they tell of."""

from __future__ import annotations

from ingest.nlp.dates.annotate import SAME_DAY
from ingest.nlp.findings import Claim, DateMention
from ingest.nlp.speech import CARRIERS, PUBLISHING
from ingest.nlp.tokens import Tokens

# Where and in what somebody speaks, beside posts, statements and other carriers.
_OCCASIONS = frozenset(
    ("interview", "speech", "address", "conference", "call", "remark", "footage", "sermon",
     "livestream", "stream", "broadcast", "podcast", "episode", "bulletin", "newsletter",
     "programme", "program", "order")
)  # fmt: skip
# Participles whose date is another's: "citing a report of 5 May", "referring to the vote in June".
_LOOKING_ELSEWHERE = frozenset(
    ("cite", "quote", "refer", "recall", "describe", "mention", "follow", "base", "date",
     "remember")
)  # fmt: skip
_SPEAKING = frozenset(("speak", "talk", "write", "appear", "testify"))
_ASKING = frozenset(("question", "reporter", "journalist", "press", "query"))
_PRENOMINAL = frozenset(("compound", "nummod", "amod", "nmod", "poss"))
_WHEN = frozenset(("in", "on", "by", "since", "during", "over", "late", "early"))
_BESIDE = frozenset(("npadvmod", "appos"))
_OPENING = 3
_MOST_BEFORE_DATED = 8  # tokens from "an email" to "dated"
# "accused Kenya over the May 5 raid"
_OTHER_EVENTS = frozenset(("about", "over", "despite", "regarding", "since", "for"))
_OTHER_TIMES = frozenset(("after", "before", "since", "until"))
_LATER = frozenset(("later", "subsequently", "afterwards", "eventually"))
_MOMENTS = frozenset(("hour", "minute", "moment", "second"))
_COUNTED = frozenset(("after", "before"))


def closes(tokens: Tokens, date: DateMention, cue: int, claim: Claim) -> bool:
    """Whether a date at the end of a content is that of the saying.

    No verb stands between it and the cue in the tree, or the saying itself is told as earlier than
    the story: "had accused Paris of arming them in July". It is not in "praised the June 5 ban".
    """
    if _names_a_noun(tokens, date, _top(tokens, date)):
        return False
    if _hangs_on(tokens, date.start, cue):
        return True
    earlier = any(tokens.lower[c] == "had" and tokens.dep[c] == "aux" for c in tokens.children[cue])
    if not earlier or claim.start < cue or tokens.child(cue, "ccomp") is not None:
        return False
    return date.end == claim.end or tokens.text[date.end] in (",", ";")


def _top(tokens: Tokens, date: DateMention) -> int:
    """The token of a date that hangs on another word."""
    index = date.start
    while date.start <= tokens.heads[index] < date.end and tokens.heads[index] != index:
        index = tokens.heads[index]
    return index


def _hangs_on(tokens: Tokens, index: int, cue: int) -> bool:
    """Whether no verb stands between a date and the cue in the tree."""
    for _ in range(6):
        head = tokens.heads[index]
        if tokens.pos[head] in ("VERB", "AUX") or head in (cue, index):
            return head == cue
        index = head
    return False


def tells(tokens: Tokens, date: DateMention, cue: int) -> bool:
    """Whether a date belongs to the reporting words.

    Its verb is the cue or above the cue, goes along with it ("speaking on Monday, he said"), or
    tells when the words were published ("in a post dated 3 May").
    """
    low, high = sorted((date.start, cue))
    if ";" in tokens.text[low:high]:
        return False
    if tokens.lower[cue] == "according" and _dates_report(tokens, date, cue):
        return True
    index = _top(tokens, date)
    climbed = None if _names_a_noun(tokens, date, index) else _climb(tokens, date, index, cue)
    if climbed is None:
        return False
    index, direct = climbed
    if (
        tokens.dep[index] in ("acl", "appos")
        and not tokens.lefts[index] <= cue <= tokens.rights[index]
    ):
        return _publishes(tokens, index, cue)
    if tokens.dep[index] == "advcl" and tokens.heads[index] == cue:
        return _goes_along(tokens, index, direct=direct)
    if _airs(tokens, index, cue) or _is_saying(tokens, index, cue):
        return True
    within = tokens.lefts[index] <= cue <= tokens.rights[index]
    return index == cue or (within and _same_time(tokens, date, cue, index))


def _climb(tokens: Tokens, date: DateMention, index: int, cue: int) -> tuple[int, bool] | None:
    """The verb or cue above a date, and whether the date hangs on it directly.

    None where the date is that of an event the verb comes before or after.
    """
    direct = True
    for _ in range(10):
        head = tokens.heads[index]
        if index == cue or head == index or tokens.pos[index] == "VERB":
            break
        if tokens.pos[index] == "AUX" and tokens.dep[index] not in ("aux", "auxpass"):
            break
        if tokens.lower[index] == "due":
            return None  # "X, due in Moscow next month, said"
        unit = tokens.child(head, "npadvmod") if tokens.lower[head] in _COUNTED else None
        if unit is None:
            if not date.start <= index < date.end and _is_past(tokens, index):
                return None
        elif tokens.dep[index] != "npadvmod" and tokens.lemma[unit].lower() not in _MOMENTS:
            return None  # "two days after the vote of 5 May", but not "hours after" it
        direct = direct and tokens.pos[head] in ("ADP", "VERB", "PROPN", "NUM")
        index = head
    return index, direct


def _airs(tokens: Tokens, verb: int, cue: int) -> bool:
    """Whether a participle was taken for a content: "said in an interview aired on Sunday"."""
    if tokens.dep[verb] != "ccomp" or tokens.heads[verb] != cue or verb < cue:
        return False
    bare = tokens.child(verb, "nsubj", "nsubjpass") is None
    inside = any(tokens.lemma[i].lower() in _OCCASIONS for i in range(cue + 1, verb))
    return bare and inside and tokens.lemma[verb] in PUBLISHING


def _is_saying(tokens: Tokens, verb: int, cue: int) -> bool:
    """Whether a verb is the saying of "was quoted as saying by Otter TV on Monday"."""
    above = tokens.heads[verb]
    return (
        tokens.dep[verb] == "pcomp" and tokens.heads[above] == cue and tokens.lower[above] == "as"
    )


def stands_between(tokens: Tokens, date: DateMention, cue: int, claim: Claim) -> bool:
    """Whether a date stands between the verb and the content: "said on Monday it had left".

    Also in an aside: "said, at the briefing on Monday, that it had left".
    """
    aside = tokens.text[cue + 1 : cue + 2] == [","]
    aside = aside and tokens.lower[claim.start - 2 : claim.start] == [",", "that"]
    if aside and cue < date.start and date.end == claim.start - 2:
        return True
    return cue < date.start <= cue + 2 and date.end == claim.start


def _dates_report(tokens: Tokens, date: DateMention, according: int) -> bool:
    """Whether a date is that of the source: "according to a report they released in April"."""
    verb = verb_above(tokens, date.start)
    if tokens.dep[verb] not in ("relcl", "acl") or tokens.lemma[verb] not in PUBLISHING:
        return False
    noun = _carrier_above(tokens, tokens.heads[verb])
    return according < noun < verb and tokens.lemma[noun].lower() in CARRIERS | _OCCASIONS


def _same_time(tokens: Tokens, date: DateMention, cue: int, verb: int) -> bool:
    """Whether the date of a verb also dates a cue below it.

    It does not in "announced it last week, but Austin said ...", "accused him yesterday, after
    Putin said ...", "began it on Friday and later claimed ..." and "X, who had denied it, admitted
    it on Friday"; a date that opens the sentence holds for all its other main clauses.
    """
    opens = date.start - tokens.sents[tokens.sent_of[date.start]][0] <= _OPENING
    while cue != verb and tokens.heads[cue] != cue:
        marks = {tokens.lower[c] for c in tokens.children[cue] if tokens.dep[c] in ("mark", "prep")}
        if tokens.dep[cue] == "advcl" and marks & _OTHER_TIMES:
            return False
        if any(tokens.lower[c] in _LATER for c in tokens.children[cue]):
            return False
        before = tokens.dep[cue] == "relcl" and tokens.rights[cue] < date.start
        if before and any(tokens.lower[c] == "had" for c in tokens.children[cue]):
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
    if before == "(" and date.precision == "range":
        return True  # "according to the programme (2023–2027)" tells what it covers
    if date.start == tokens.sents[tokens.sent_of[index]][0] and tokens.pos[noun] == "PROPN":
        return False  # "Last Friday Olena Marchuk claimed"
    if dep == "pobj" and before in ("of", "from"):
        noun = tokens.heads[noun]
    elif dep not in _PRENOMINAL and before not in ("(", "["):
        beside = dep in _BESIDE and tokens.pos[noun] in ("NOUN", "PROPN")
        if not beside:
            return False
    return _is_other_time(tokens, noun, named=dep in _PRENOMINAL or before == "of")


def _is_other_time(tokens: Tokens, noun: int, *, named: bool) -> bool:
    """Whether what a noun names took place at another time than the saying.

    `named` says that a date names it: "discussed the results of the May 2024 summit".
    """
    first = noun
    while tokens.pos[noun] in ("ADP", "NUM", "PROPN", "NOUN", "ADJ"):
        dep, lemma = tokens.dep[noun], tokens.lemma[noun].lower()
        if lemma in CARRIERS | _OCCASIONS:
            return False
        accused = lemma == "of" and tokens.pos[tokens.heads[noun]] == "VERB"
        if dep in ("nsubj", "nsubjpass") or (named and (accused or lemma in _OTHER_EVENTS)):
            return True
        if named and dep == "dobj":
            return noun != first or lemma not in SAME_DAY  # "held a Monday meeting, saying"
        if dep == "pobj" and tokens.lower[tokens.heads[noun]] == "to":
            return tokens.lower[tokens.heads[tokens.heads[noun]]] == "according"
        if tokens.heads[noun] == noun:
            return False
        noun = tokens.heads[noun]
    return False


def _is_past(tokens: Tokens, event: int) -> bool:
    """Whether a saying came after an event: "after the raid of 5 May", but not the talks."""
    if tokens.dep[event] != "pobj" or tokens.lower[tokens.heads[event]] not in _OTHER_TIMES:
        return False
    lemma = tokens.lemma[event].lower()
    return tokens.pos[event] == "NOUN" and lemma not in SAME_DAY | CARRIERS | _OCCASIONS


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
    """Whether "aired on Sunday" stands on what the cue's words were said in.

    The parse may hang it on a name behind: "in an interview with Otter TV aired on Sunday".
    """
    noun = tokens.heads[participle]
    if tokens.lemma[participle] in PUBLISHING:
        noun = _carrier_above(tokens, noun)
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


def _carrier_above(tokens: Tokens, noun: int) -> int:
    """The carrier a noun stands below as "with Otter TV" does below "interview", or the noun."""
    above = noun
    while tokens.dep[above] in ("pobj", "prep"):
        if tokens.lemma[above].lower() in CARRIERS | _OCCASIONS:
            return above
        above = tokens.heads[above]
    return above if tokens.lemma[above].lower() in CARRIERS | _OCCASIONS else noun


def verb_above(tokens: Tokens, index: int) -> int:
    """The verb whose clause a token stands in, or the root of its sentence."""
    while tokens.pos[index] != "VERB" and tokens.heads[index] != index:
        index = tokens.heads[index]
    return index


def is_of_text(tokens: Tokens, date: DateMention) -> bool:
    """Whether a date is that of a letter or report: "an email, dated 3 May,"."""
    index = date.start - 1
    return tokens.lower[index] == "dated" and any(
        tokens.lemma[i] in CARRIERS for i in range(max(0, index - _MOST_BEFORE_DATED), index)
    )
