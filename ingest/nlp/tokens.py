"""A Doc's annotations as plain Python lists.

Our components look at every token many times; reading a list is several times cheaper than making
a Token object, and that is what keeps extraction close to the speed of the bare pipeline.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from ingest.nlp.marks import CLOSED_BY, MISTYPED_APOSTROPHES

DICTIONARY = "sayso_dictionary"
# Forms of verbs that the rule lemmatizer cuts one letter short.
_LEMMAS = {
    form: f"{stem}e"
    for stem in ("wag", "rag", "stag")
    for form in (f"{stem}ed", f"{stem}ing", f"{stem}es")
} | {
    "retook": "retake", "overran": "overrun", "foresaw": "foresee", "reappointed": "reappoint",
    "readmitted": "readmit", "reoccupied": "reoccupy", "reoccupying": "reoccupy",
    "outgunned": "outgun", "outgunning": "outgun",
}  # fmt: skip
_LEMMAS |= {f"repost{end}": "repost" for end in ("ed", "ing", "s")}

_CLOSING = frozenset(CLOSED_BY.values())
_STOPS = frozenset((".", ",", "!", "?"))

# What the tokenizer cuts off a possessor.
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
# Other signs that people type for an apostrophe; rules see the plain form.
_POSSESSIVE = dict.fromkeys((f"{mark}s" for mark in MISTYPED_APOSTROPHES), "'s")
# Behind "not" they deny nothing: "not only Kenya".
LIMITING = frozenset(("only", "just", "merely", "simply"))


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one item a token; `heads` and `children` hold token indices.

    `stored` is the whole text, joined once (`Doc.text` joins it anew at every call).
    `starts`/`ends` are character offsets, `sents` the (first, past-the-last) tokens of every
    sentence and `sent_of` each token's place in it; `plain` are the words the text also writes
    without a capital, `dictionary` the lemmas of English the model knows (WordNet's).
    `lefts`/`rights` bound each token's subtree (both inclusive).
    """

    doc: Doc
    stored: str
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    ent: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sents: list[tuple[int, int]]
    sent_of: list[int]
    plain: frozenset[str]
    dictionary: Container[str]
    children: list[list[int]] = field(default_factory=list)
    lefts: list[int] = field(default_factory=list)
    rights: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)

    def child(self, index: int, *deps: str) -> int | None:
        """The first child of a token that has one of these dependency labels."""
        return next((c for c in self.children[index] if self.dep[c] in deps), None)

    def root(self, first: int, last: int) -> int | None:
        """The first token from `first` up to `last` that governs itself: a sentence's main verb."""
        return next((i for i in range(first, last) if self.heads[i] == i), None)

    def with_particle(self, verb: int) -> str:
        """A verb's lemma, with the particle that makes another verb of it ("call off")."""
        particle = self.child(verb, "prt")
        return (
            self.lemma[verb] if particle is None else f"{self.lemma[verb]} {self.lower[particle]}"
        )

    def subtree(self, index: int) -> tuple[int, int]:
        """The (first, past-the-last) tokens of the stretch a token governs."""
        return self.lefts[index], self.rights[index] + 1

    def words(self, start: int, end: int) -> int:
        """How many of these tokens begin with a letter."""
        return sum(self.text[i][0].isalpha() for i in range(start, end))

    def span_text(self, start: int, end: int) -> str:
        """The stored text from token `start` up to, not including, token `end`."""
        return self.stored[self.starts[start] : self.ends[end - 1]]


def is_capital(text: str) -> bool:
    """Whether a token starts like a name: a capital, or a digit or quote-free prefix before one."""
    return text[0].isupper() or (len(text) > 2 and text[1].isupper() and text[0] in "edi")


def is_title_cased(tokens: Tokens, line: Sequence[int]) -> bool:
    """Whether a line has four or more long words, most of them with a capital, as titles do."""
    spoken = [tokens.text[i] for i in line if len(tokens.text[i]) > 3]
    spoken = [text for text in spoken if text[0].isalpha()]
    capitals = sum(text[0].isupper() for text in spoken)
    return 4 <= len(spoken) <= 40 and capitals > 0.75 * len(spoken)


def opens_bubble(tokens: Tokens, index: int) -> bool:
    """Whether a surname opens what a page shows over its owner's name, copied with the text.

    Such bubbles put the surname first: "Jair Bolsonaro Bolsonaro JairPresident of Brazil:".
    """
    texts = tokens.text
    again = 1 < index < len(texts) - 1 and texts[index] == texts[index - 1]
    return again and texts[index][0].isupper() and texts[index + 1].startswith(texts[index - 2])


def is_mark(tokens: Tokens, index: int) -> bool:
    """Whether a token is no part of its sentence: a label, a footnote or an agency in brackets.

    As in "Question: The paper wrote", "[6] Another said" and "(AFP) – Her neighbours thought".
    """
    before, after = tokens.text[index - 1], tokens.text[index + 1 : index + 2]
    noted = before == "[" and tokens.text[index].isdigit()
    return noted or after == [":"] or (before == "(" and after == [")"])


def past_mark(tokens: Tokens, start: int, end: int) -> int:
    """Past the mark that closes a quotation opened within a span: "called it “a trap.”"."""
    marks = [t for t in tokens.text[start:end] if t in CLOSED_BY or t in _CLOSING]
    opening = next((mark for mark in reversed(marks) if mark in CLOSED_BY), None)
    if opening is None or end >= len(tokens) or tokens.text[end - 1] in _CLOSING - {opening}:
        return end
    close = CLOSED_BY[opening]
    paired = marks.count(opening) <= marks.count(close)
    paired = marks.count(opening) % 2 == 0 if opening == close else paired
    at = end + (tokens.text[end] in _STOPS and end + 1 < len(tokens))
    return at + 1 if not paired and tokens.text[at] == close else end


def past_bracket(tokens: Tokens, start: int, end: int) -> int:
    """Past the bracket that closes one opened within a span: "at noon (GMT)"."""
    if end <= start or tokens.text[end : end + 1] != [")"]:
        return end
    inside = tokens.text[start:end]
    return end + (inside.count("(") > inside.count(")"))


def view(doc: Doc) -> Tokens:
    """Read a parsed Doc once into lists.

    Arrays come from `Doc.to_array`; strings are looked up once a distinct value.
    """
    strings = doc.vocab.strings
    array = doc.to_array(["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"])
    keys: list[list[int]] = array.T.tolist()
    names = {key: strings[key] if key else "" for key in {k for column in keys for k in column}}
    text, lower, lemma, pos, tag, dep, ent = ([names[k] for k in column] for column in keys)
    lower = [_POSSESSIVE.get(word, word) for word in lower]
    lemma = [
        _LEMMAS.get(lower[i], word) if pos[i] == "VERB" else word for i, word in enumerate(lemma)
    ]
    signed = doc.to_array(["HEAD", "SENT_START", "IDX", "LENGTH"]).astype("int64")
    heads = [index + offset for index, offset in enumerate(signed[:, 0].tolist())]
    starts: list[int] = signed[:, 2].tolist()
    ends: list[int] = (signed[:, 2] + signed[:, 3]).tolist()
    first = [i for i, flag in enumerate(signed[:, 1].tolist()) if flag == 1 or i == 0]
    sents = list(zip(first, [*first[1:], len(heads)], strict=True)) if heads else []
    sent_of = [number for number, (start, end) in enumerate(sents) for _ in range(start, end)]
    plain = frozenset(word for word in text if word.islower())
    tokens = Tokens(
        doc,
        doc.text,
        text,
        lower,
        lemma,
        pos,
        tag,
        dep,
        ent,
        heads,
        starts,
        ends,
        sents,
        sent_of,
        plain,
        _dictionary(doc),
    )
    tokens.children = [[] for _ in heads]
    tokens.lefts, tokens.rights = list(range(len(heads))), list(range(len(heads)))
    for index, head in enumerate(heads):
        if head != index:
            tokens.children[head].append(index)
    _bound_subtrees(tokens)
    _mend_subjects(tokens)
    return tokens


def _mend_subjects(tokens: Tokens) -> None:
    """Make nouns of verbs that are subjects: "The US strikes on Iran have gone on".

    So it is with what goes on between two: "Fighting between Kenya and Ghana killed eleven".
    """
    for index, tag in enumerate(tokens.tag):
        if tag == "VBG" and tokens.dep[index] == "nsubj" and "between" in tokens.lower[index:][1:3]:
            tokens.pos[index], tokens.tag[index] = "NOUN", "NN"
            tokens.lemma[index] = tokens.lower[index]
        if tag != "VBZ" or tokens.dep[index] not in ("nsubj", "nsubjpass"):
            continue
        tokens.pos[index], tokens.tag[index] = "NOUN", "NNS"
        for child in tokens.children[index]:
            if child < index and tokens.dep[child] == "nsubj":
                tokens.dep[child] = "compound"


def _dictionary(doc: Doc) -> Container[str]:
    """The English lemmas the pipeline's loader put into the vocabulary; none with other models."""
    lookups = doc.vocab.lookups
    empty: frozenset[str] = frozenset()
    return lookups.get_table(DICTIONARY) if lookups.has_table(DICTIONARY) else empty


def _bound_subtrees(tokens: Tokens) -> None:
    """Push each token's bounds up to its head until nothing moves (two passes as a rule)."""
    lefts, rights, heads = tokens.lefts, tokens.rights, tokens.heads
    moved = True
    while moved:
        moved = False
        for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
            for index in order:
                head = heads[index]
                if lefts[index] < lefts[head]:
                    lefts[head] = lefts[index]
                    moved = True
                if rights[index] > rights[head]:
                    rights[head] = rights[index]
                    moved = True
