"""A Doc's annotations as plain Python lists.

Our components look at every token many times; reading a list is several times cheaper than making
a Token object, and that is what keeps extraction close to the speed of the bare pipeline.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one item a token; `heads` and `children` hold token indices.

    `starts`/`ends` are character offsets, `sents` the (first, past-the-last) tokens of every
    sentence and `sent_of` each token's place in it. `lefts`/`rights` bound each token's subtree
    (both inclusive).
    """

    doc: Doc
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
    children: list[list[int]] = field(default_factory=list)
    lefts: list[int] = field(default_factory=list)
    rights: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)

    def child(self, index: int, *deps: str) -> int | None:
        """The first child of a token that has one of these dependency labels."""
        return next((c for c in self.children[index] if self.dep[c] in deps), None)

    def subtree(self, index: int) -> tuple[int, int]:
        """The (first, past-the-last) tokens of the stretch a token governs."""
        return self.lefts[index], self.rights[index] + 1

    def span_text(self, start: int, end: int) -> str:
        """The stored text from token `start` up to, not including, token `end`."""
        return self.doc.text[self.starts[start] : self.ends[end - 1]]


def view(doc: Doc) -> Tokens:
    """Read a parsed Doc once into lists.

    Arrays come from `Doc.to_array`; strings are looked up once a distinct value.
    """
    strings = doc.vocab.strings
    array = doc.to_array([ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE])
    names = {int(key): (strings[key] if key else "") for key in set(array.ravel().tolist())}
    columns = [[names[key] for key in column] for column in array.T.tolist()]
    signed = doc.to_array([HEAD, SENT_START]).astype("int64")
    heads = [index + offset for index, offset in enumerate(signed[:, 0].tolist())]
    starts = [token.idx for token in doc]
    ends = [start + len(text) for start, text in zip(starts, columns[0], strict=True)]
    first = [i for i, flag in enumerate(signed[:, 1].tolist()) if flag == 1 or i == 0]
    sents = list(zip(first, [*first[1:], len(heads)], strict=True)) if heads else []
    sent_of = [number for number, (start, end) in enumerate(sents) for _ in range(start, end)]
    tokens = Tokens(doc, *columns, heads, starts, ends, sents, sent_of)
    tokens.children = [[] for _ in heads]
    tokens.lefts, tokens.rights = list(range(len(heads))), list(range(len(heads)))
    for index, head in enumerate(heads):
        if head != index:
            tokens.children[head].append(index)
    _bound_subtrees(tokens)
    return tokens


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
