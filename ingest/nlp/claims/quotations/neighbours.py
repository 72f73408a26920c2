"""Who stands beside a quotation that no verb introduces: in the sentence before or after it."""

from __future__ import annotations

from ingest.nlp import clauses, subjects
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.marks import DOUBLE_CLOSING
from ingest.nlp.speech import CARRIERS, CUE_VERBS, DEMEANOUR, NOUNS, VIEWS, WORDING
from ingest.nlp.tokens import Tokens

_POINTING = frozenset(("that", "this", "those", "these", "such", "so"))
_QUOTES = frozenset(("quote", "quotation", "words", "saying", "remark", "dictum", "slogan"))
_MOST_QUOTED = 14  # tokens of "a quote by Iran's Supreme Leader Ali Khamenei:"
_NAMING = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"))
_SAID_OF = NOUNS.keys() | VIEWS | WORDING


def before(tokens: Tokens, quote: Quote, low: int) -> int | None:
    """The subject of the sentence before, where it tells how somebody speaks or takes something.

    As in "The mayor was blunt. “There is no water.”" and "She shrugged. “We knew.”"
    """
    place = quote.outer[0] - 1
    while place >= low and tokens.pos[place] == "SPACE":
        place -= 1
    if place < low:
        return None
    first, last = tokens.sents[tokens.sent_of[place]]
    root = tokens.root(first, last)
    if root is None or tokens.pos[root] not in ("VERB", "AUX"):
        return None
    predicate = tokens.child(root, "acomp") if tokens.lemma[root] == "be" else root
    if predicate is None or tokens.lemma[predicate].lower() not in DEMEANOUR | CUE_VERBS:
        return None
    own = tokens.child(root, "nsubj")
    return own if own is not None and first <= own < root else None


def after(tokens: Tokens, quote: Quote, high: int) -> int | None:
    """Who is named in a sentence that only says whose words these are.

    As in "“They shot.” That is the version of Danylo Prokopets." and "So says the governor."
    """
    start = quote.outer[1]
    while start < high and tokens.pos[start] in ("SPACE", "PUNCT"):
        start += 1
    if start >= high or tokens.lower[start] not in _POINTING:
        return None
    stop = min(high, tokens.sents[tokens.sent_of[start]][1])
    if tokens.lower[start] == "so":
        verb = start + 1
        says = verb + 1 < stop and tokens.lemma[verb] in ("say", "go", "run", "write", "claim")
        return (_apposed(tokens, verb, stop) or _noun(tokens, verb + 1, stop)) if says else None
    for index in range(start + 1, min(stop - 1, start + 8)):
        if tokens.lower[index] == "how" and index + 2 < stop:
            # "This is how Popko describes it."
            tells = next((i for i in range(index, stop) if clauses.is_cue(tokens, i)), None)
            return tokens.child(tells, "nsubj") if tells is not None else None
        if tokens.lemma[index] not in _SAID_OF or tokens.pos[index] != "NOUN":
            continue
        owner = tokens.child(index, "poss")
        if owner is not None:
            return owner
        of = next((c for c in tokens.children[index] if tokens.lower[c] in ("of", "from")), None)
        return tokens.child(of, "pobj") if of is not None else None
    return None


def _apposed(tokens: Tokens, start: int, stop: int) -> int | None:
    """The last word of the name that explains a phrase: "the editor of Otter, Ada Quill, in"."""
    comma = next(
        (i for i in range(start, min(stop, start + _MOST_QUOTED)) if tokens.text[i] == ","), stop
    )
    end = comma + 1
    while end < stop and tokens.pos[end] == "PROPN":
        end += 1
    closed = end < stop and tokens.pos[end] == "PUNCT"
    return end - 1 if closed and end - comma > 2 else None


def _noun(tokens: Tokens, start: int, stop: int) -> int | None:
    """The last word of the noun phrase that begins at `start`."""
    index = start
    while index < stop and tokens.pos[index] in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
        index += 1
    return index - 1 if index > start else None


def carried(tokens: Tokens, subject: int) -> int:
    """Whose words a subject passes on: Popko in "Radio X carried a voice note of Popko"."""
    noun = tokens.child(tokens.heads[subject], "dobj")
    if noun is None or tokens.lemma[noun].lower() not in CARRIERS:
        return subject
    links = (c for c in tokens.children[noun] if tokens.lower[c] in ("of", "by", "from"))
    author = next((a for c in links if (a := tokens.child(c, "pobj")) is not None), None)
    return author if author is not None and tokens.pos[author] == "PROPN" else subject


def quoted_by(tokens: Tokens, start: int, close: int) -> int | None:
    """Whose words a noun right before a colon says they are: "with a quote by the leader, X:"."""
    for noun in range(max(start, close - _MOST_QUOTED), close):
        if tokens.lemma[noun].lower() not in _QUOTES or tokens.pos[noun] != "NOUN":
            continue
        linked = tokens.lower[noun + 1] in ("by", "from", "of")
        plain = all(tokens.pos[i] in _NAMING for i in range(noun + 2, close))
        if linked and plain and tokens.pos[close - 1] in ("PROPN", "NOUN"):
            return close - 1
    return None


def colon_subject(tokens: Tokens, start: int, close: int) -> int | None:
    """The subject of a sentence that ends in a colon and says nothing about speaking."""
    for index in range(start, min(close, start + 4)):
        if tokens.text[index][0] == "@":
            return index  # "@lantern, 9,000 followers, posts: ..."
    if tokens.text[close - 1] == ")":
        opening = max((i for i in range(start, close) if tokens.text[i] == "("), default=start)
        if opening - 1 > start and tokens.pos[opening - 1] == "PROPN":
            return opening - 1  # "First out was Lantern Live (212K subs): ..."
    for verb in range(start, close):
        if tokens.dep[verb] == "ROOT" and tokens.lemma[verb] in CUE_VERBS:
            subject = subjects.subject(tokens, verb) or subjects.near_subject(tokens, verb, start)
            if subject is not None:
                return carried(tokens, subject)
    for index in range(start, close):
        if tokens.dep[index] in ("nsubj", "nsubjpass") and tokens.dep[tokens.heads[index]] in (
            "ROOT", "ccomp", "conj",
        ):  # fmt: skip
            return carried(tokens, index)
    for index in range(start, close):
        if tokens.dep[index] in ("nsubj", "ROOT") and tokens.pos[index] in ("NOUN", "PROPN"):
            return index
    return None


def tells_of(tokens: Tokens, index: int) -> bool:
    """Whether a clause of the narrator's tells more of a quotation: "“It fell,” which ..."."""
    behind = index > 0 and tokens.text[index - 1] in DOUBLE_CLOSING
    return behind and tokens.lower[index : index + 1] in (["which"], ["who"])
