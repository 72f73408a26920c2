"""Whom "who" and "which" take up where they are said to say something."""

from __future__ import annotations

from collections.abc import Callable

from ingest.nlp.claims.speakers import voices
from ingest.nlp.claims.speakers.speaker import NOBODY, Speaker
from ingest.nlp.findings import Findings
from ingest.nlp.marks import DOUBLE_CLOSING
from ingest.nlp.speech import CARRIERS, HUMANS
from ingest.nlp.tokens import Tokens

_ADDRESSES = frozenset(("address", "speech", "interview", "sermon", "lecture", "remark"))
_SPEAKING = frozenset(("speak", "talk"))
_PLACING = frozenset(("from", "in", "on", "at", "about"))
_QUESTIONING = frozenset(("quote", "cite", "interview", "meet", "reach", "contact", "question"))


def antecedent(
    found: Findings, at: Callable[[int, int], Speaker], index: int, depth: int
) -> Speaker:
    """The noun a relative pronoun takes up; `at` resolves a noun phrase at a token, to a depth."""
    tokens = found.tokens
    verb = tokens.heads[index]
    while tokens.dep[verb] in ("conj", "aux", "xcomp", "ccomp") and tokens.heads[verb] != verb:
        verb = tokens.heads[verb]
    if tokens.dep[verb] in ("relcl", "acl"):
        head = tokens.heads[verb]
        speaker = at(head, depth + 1)
        human = speaker.id is not None and found.type_of(speaker.id) == "Person"
        if tokens.lower[index] == "who" and not human:
            # "Zakharova, the spokeswoman for the ministry, who": the person, not the ministry.
            for _ in range(4):
                head = tokens.heads[head]
                if (person := found.person_at(head)) is not None:
                    return Speaker(person.entity, known=True)
        if speaker.known:
            return _explained(found, head) or speaker
        author = _author(tokens, head) if tokens.lower[index] == "which" else None
        if author is not None:
            return at(author, depth + 1)
    back = index - 1
    while back > 0 and tokens.text[back] in DOUBLE_CLOSING | {",", ")", "—", "–"}:
        back -= 1
    holder = found.holder[back]
    if holder is not None and voices.speaks(found, holder.entity):
        return Speaker(holder.entity, known=True)
    return NOBODY


def described(tokens: Tokens, pronoun: int) -> int | None:
    """The noun for somebody without a name: "quoted an official who said", "The mayor, who denied
    it, left".
    """
    noun = tokens.heads[_own_verb(tokens, pronoun)]
    aside = pronoun > 1 and tokens.text[pronoun - 1] == "," and noun == pronoun - 2
    acts = aside and tokens.dep[noun] in ("nsubj", "nsubjpass")
    return noun if acts else _questioned(tokens, pronoun)


def _own_verb(tokens: Tokens, pronoun: int) -> int:
    verb = tokens.heads[pronoun]
    while tokens.dep[verb] in ("conj", "aux") and tokens.heads[verb] != verb:
        verb = tokens.heads[verb]
    return verb


def _questioned(tokens: Tokens, pronoun: int) -> int | None:
    """The official in "quoted an official who said": whom somebody quotes, meets or speaks to."""
    verb = _own_verb(tokens, pronoun)
    noun = tokens.heads[verb]
    if tokens.lower[pronoun] != "who" or tokens.dep[verb] != "relcl":
        return None
    above = tokens.heads[noun]
    if tokens.dep[noun] == "pobj" and tokens.lower[above] in ("to", "with"):
        return noun if tokens.lemma[tokens.heads[above]] in _SPEAKING else None
    return noun if tokens.dep[noun] == "dobj" and tokens.lemma[above] in _QUESTIONING else None


def author(tokens: Tokens, pronoun: int) -> int | None:
    """Quill in "An address by Ada Quill, in which she said that", "Quill's letter, where she"."""
    verb = tokens.heads[pronoun]
    noun = tokens.heads[verb]
    if tokens.dep[verb] != "relcl" or tokens.heads[noun] == verb:
        return None
    if tokens.dep[noun] == "pobj" and tokens.lower[tokens.heads[noun]] == "by":
        noun = tokens.heads[tokens.heads[noun]]  # read as what is told of Quill
    if tokens.lemma[noun] not in CARRIERS | _ADDRESSES:
        return None
    by = next((c for c in tokens.children[noun] if tokens.lower[c] == "by" and c < verb), None)
    return tokens.child(by, "pobj") if by is not None else tokens.child(noun, "poss")


def _author(tokens: Tokens, place: int) -> int | None:
    """X in "shared an account by X from the front, which says": no place says anything.

    The parser takes the place right before for what says it.
    """
    preposition = tokens.heads[place]
    verb = tokens.heads[preposition]
    if tokens.dep[place] != "pobj" or tokens.lower[preposition] not in _PLACING:
        return None
    document = tokens.child(verb, "dobj") if tokens.pos[verb] == "VERB" else verb
    if document is None or tokens.lemma[document] not in CARRIERS | {"account"}:
        return None
    beside = (*tokens.children[document], *tokens.children[verb])
    by = next((c for c in beside if tokens.lower[c] == "by" and document < c < place), None)
    return tokens.child(by, "pobj") if by is not None else None


def _explained(found: Findings, head: int) -> Speaker | None:
    """Popko in "Popko, an adviser to President Lindt, who": the one the others explain."""
    tokens = found.tokens
    preposition = tokens.heads[head]
    role = tokens.heads[preposition]
    if tokens.dep[head] != "pobj" or tokens.dep[role] != "appos":
        return None
    human = tokens.lemma[role].lower() in HUMANS
    person = found.person_at(tokens.heads[role]) if human else None
    return Speaker(person.entity, known=True) if person is not None else None
