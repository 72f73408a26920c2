"""What stands between a verb of saying and its content: when it was said, to whom, by whom."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.entities.chunks import WEEKDAYS
from ingest.nlp.speech import CARRIERS, NOUNS, PUBLISHING
from ingest.nlp.tokens import Tokens

_OPENING = frozenset(("on", "late", "early", "earlier"))
_THIS_DAY = frozenset(("on", "last", "this", "late", "early"))
_POSING = frozenset(("posing", "masquerading"))
_MOST_POSED = 6  # words of "as President Ivan Popko"
_EARLIER = ([",", "after"], [",", "before"], [",", "while"])
_UNSAID = frozenset((("short", "of"), ("far", "from"), ("instead", "of"), ("rather", "than")))
_MOST_JOINED = 6  # tokens of "the army of northern Ghana"
_MOST_UP = 4  # heads from ", after" to the content it is hung into
_IS = frozenset(("is", "'s", "’s", "remains"))
_AWAITING = frozenset(("when", "until", "till", "unless", "once", "if"))
_SELVES = (("itself",), ("himself",), ("herself",), ("themselves",))
_MOST_BACK = 30  # tokens from the "with" of "with Ada Quill, head of the council, saying" on


def past_time(tokens: Tokens, verb: int, stop: int) -> int:
    """Where the words behind a verb go on past "on Tuesday": "accused on Tuesday Ghana of lying".

    Without a preposition only what the parse takes for an adverb tells when: "said this Monday".
    """
    start = at = verb + 1
    while at < stop and tokens.lower[at] in _OPENING:
        at += 1
    end = at
    while end < stop and tokens.ent[end] in ("DATE", "TIME"):
        end += 1
    timed = start < at and tokens.heads[start] == verb
    timed = timed or tokens.dep[end - 1] == "npadvmod"
    return end if at < end < stop and timed and tokens.tag[end] != "POS" else start


def past_day(tokens: Tokens, start: int, root: int) -> int | None:
    """Past the day of "said last Wednesday Ada Quill had left", which the parse gives to the name.

    `root` is the verb of the clause, whose subject has to be a name, a pronoun or a noun with an
    article: "said Friday prayers were over" tells no day.
    """
    at = start + (tokens.lower[start] in _THIS_DAY)
    at += tokens.lower[at] in _THIS_DAY
    own = tokens.child(root, "nsubj", "nsubjpass", "expl")
    day = tokens.lower[at] in WEEKDAYS or (at == start and tokens.lower[at] == "yesterday")
    begin = at + 1
    if not day or own is None or own < begin or tokens.tag[begin] == "POS":
        return None
    named = tokens.pos[begin] in ("PROPN", "PRON", "DET") or tokens.dep[at] == "npadvmod"
    return begin if named and tokens.ent[begin] not in ("DATE", "TIME") else None


def is_reserved(tokens: Tokens, verb: int) -> bool:
    """Whether a participle only says on what ground or where something is said.

    The content stands behind it: "said without giving proof that the dam fell", "said in a tweet
    posted on Monday that it fell".
    """
    if tokens.dep[verb] == "amod" or (tokens.dep[verb] == "acl" and tokens.tag[verb] == "VBN"):
        return tokens.lemma[verb] in PUBLISHING
    return tokens.dep[verb] == "pcomp" and tokens.lower[tokens.heads[verb]] == "without"


def is_asked(tokens: Tokens, verb: int) -> bool:
    """Whether someone asks whether he himself says it: "Can we say that it fell?"."""
    own = tokens.child(verb, "nsubj")
    if own is None or tokens.lower[own] not in ("we", "i", "one"):
        return False
    return any(tokens.dep[c] == "aux" and c < own for c in tokens.children[verb])


def is_left_unsaid(tokens: Tokens, verb: int) -> bool:
    """As in "stopped short of saying that it fell", "apologised instead of claiming that"."""
    return tuple(tokens.lower[max(0, verb - 2) : verb]) in _UNSAID


def joined(tokens: Tokens, verb: int) -> int | None:
    """The army in "Kenya said it lost a man and the army of Ghana said", joined to the man."""
    last = verb - 1
    while last > 0 and tokens.pos[last] in ("ADV", "AUX"):
        last -= 1
    finite = tokens.tag[verb] in clauses.FINITE and tokens.child(verb, "nsubj") is None
    for noun in range(last, max(0, last - _MOST_JOINED), -1) if finite else ():
        opens = tokens.tag[tokens.lefts[noun] - 1] == "CC" and tokens.lefts[noun] > 1
        if tokens.dep[noun] == "conj" and tokens.pos[noun] in ("NOUN", "PROPN") and opens:
            return noun if tokens.rights[noun] == last else None
    return None


def alleging(tokens: Tokens, verb: int) -> int | None:
    """Whose claims they are in "critical of Kenyan government claims that", read as claiming."""
    noun = verb - 1
    read = tokens.tag[verb : verb + 1] == ["VBZ"] and tokens.lower[verb + 1 : verb + 2] == ["that"]
    read = read and tokens.dep[verb] == "conj" and tokens.lemma[verb] in NOUNS
    return noun if read and tokens.dep[noun] == "pobj" else None


def told_reader(tokens: Tokens, verb: int, root: int) -> int | None:
    """Where the content begins in "Residents told Reuters Kenyan troops had fled".

    The parse takes whom they told for a part of the name behind it. `root` is the verb of the
    clause.
    """
    own = tokens.child(root, "nsubj", "nsubjpass")
    noun = tokens.child(verb, "dobj") if own is None else own
    if tokens.lemma[verb] != "tell" or noun is None or tokens.lefts[noun] != verb + 1:
        return None
    name = verb + 1
    kind = tokens.ent[name]
    while name < noun and tokens.pos[name] == "PROPN" and tokens.ent[name] == kind:
        name += 1
    outlet = kind == "ORG" and tokens.ent[name] != kind
    apart = outlet or tokens.pos[name] in ("ADJ", "DET", "NUM")
    beside = own is not None or tokens.lefts[root] == noun + 1
    return name if apart and beside and verb + 1 < name <= noun else None


def is_awaited(tokens: Tokens, verb: int) -> bool:
    """Whether somebody may only come to say it: "will return when he believes that it is over".

    So is what "is a matter of time before he admits it", for in the present nothing is past.
    """
    head = tokens.heads[verb]
    opening = tokens.child(verb, "mark", "advmod")
    if tokens.dep[verb] != "advcl" or opening is None:
        return False
    present = tokens.tag[verb] in ("VBP", "VBZ")
    if tokens.lower[opening] == "before" and present:
        return tokens.lower[head] in _IS
    if tokens.lower[opening] not in _AWAITING:
        return False
    modals = {tokens.lower[c] for c in tokens.children[head] if tokens.tag[c] == "MD"}
    return bool(modals) and (present or (tokens.tag[verb] == "VBD" and "would" in modals))


def weighs(tokens: Tokens, verb: int) -> bool:
    """Whether somebody only thinks of doing something: "considers publicly releasing a tape"."""
    at = verb + 1 + (tokens.tag[verb + 1 : verb + 2] == ["RB"])
    return tokens.lemma[verb] == "consider" and tokens.tag[at : at + 1] == ["VBG"]


def is_of_oneself(tokens: Tokens, verb: int) -> bool:
    """Whether what a verb is about is its subject: "contradicted itself", "rebuke each other"."""
    after = tuple(tokens.lower[verb + 1 : verb + 3])
    return after in (("each", "other"), ("one", "another")) or after[:1] in _SELVES


def accompanying(tokens: Tokens, verb: int) -> int | None:
    """Quill in "Kenya denied it, with Ada Quill, head of the council, saying that it stands".

    Right before the verb in "It drew fire from Ghana with Ada Quill saying that it stands".
    """
    if tokens.tag[verb] != "VBG":
        return None
    if tokens.text[verb - 1] != ",":
        held = tokens.dep[verb - 1] == "pobj" and tokens.lower[tokens.heads[verb - 1]] == "with"
        return verb - 1 if held else None
    for with_ in range(verb - 2, max(0, verb - _MOST_BACK), -1):
        if tokens.lower[with_] != "with" or tokens.text[with_ - 1] != ",":
            continue
        who = tokens.child(with_, "pobj")
        beside = who is not None and tokens.rights[who] in (verb - 1, verb - 2)
        return who if beside or (who is not None and tokens.heads[verb] == who) else None
    return None


def past_aside(tokens: Tokens, verb: int, stop: int) -> int | None:
    """Past the aside and the "that" of "said, at the briefing Tuesday, that it fell"."""
    if tokens.text[verb + 1 : verb + 2] != [","]:
        return None
    commas = (i for i in range(verb + 2, stop - 1) if tokens.text[i] == ",")
    close = next((i for i in commas if tokens.lower[i + 1] == "that"), None)
    return (
        close + 2 if close is not None and not clauses.is_finite(tokens, verb + 1, close) else None
    )


def warning(tokens: Tokens, word: int, limit: int) -> tuple[int, int] | None:
    """What is warned of in "It met, with the envoy Ada Quill warning of famine", read as a noun."""
    of = word + 1
    named = tokens.pos[word - 1] == "PROPN" and tokens.lower[word] == "warning"
    if not named or tokens.lower[of : of + 1] not in (["of"], ["against"], ["that"]):
        return None
    low = max(0, word - _MOST_BACK)
    opens = next((i for i in range(word - 1, low, -1) if tokens.text[i] == ","), low)
    with_ = opens + 1 if tokens.lower[opens + 1] == "with" else None
    if opens == low or (with_ is None and not clauses.is_finite(tokens, low, opens)):
        return None
    stop = next((i for i in range(of + 1, limit) if tokens.text[i] in (",", ";")), limit)
    return clauses.trimmed(tokens, of + 1, stop)


def before_that(tokens: Tokens, verb: int) -> int | None:
    """The main verb beside which an earlier act of speech is told of: ", after accusing it of".

    Who accused is who speaks now, though the parse hangs the words into what he says.
    """
    after = tokens.heads[verb]
    if tokens.dep[verb] != "pcomp" or tokens.lower[after - 1 : after + 1] not in _EARLIER:
        return None
    index = after
    for _ in range(_MOST_UP):
        index, head = tokens.heads[index], tokens.heads[tokens.heads[index]]
        if tokens.dep[index] == "ccomp" and clauses.is_cue(tokens, head) and head < after:
            return head
    return None


def circulated(tokens: Tokens, verb: int, place: int) -> int | None:
    """The post of "A post is being shared on websites claiming that", where the sites claim it."""
    on = tokens.heads[place]
    shared = tokens.heads[on]
    if tokens.dep[verb] != "acl" or tokens.tag[verb] != "VBG" or tokens.dep[place] != "pobj":
        return None
    post = tokens.child(shared, "nsubj", "nsubjpass")
    posted = post is not None and tokens.lemma[post].lower() in CARRIERS
    online = tokens.lower[on] in ("on", "across") and place == verb - 1
    return post if posted and online and tokens.pos[shared] == "VERB" else None


def poser(tokens: Tokens, speaker: int) -> int | None:
    """The account of "an account posing as President Popko urged", whatever the parse says."""
    for as_ in range(speaker + 1, max(1, speaker - _MOST_POSED), -1):
        posed = tokens.lower[as_ : as_ + 1] == ["as"] and tokens.lower[as_ - 1] in _POSING
        if posed and tokens.pos[as_ - 2] in ("NOUN", "PROPN"):
            return as_ - 2 if as_ - 2 <= speaker else None
    return None
