"""Reported speech: contents that a verb, noun, adjective or "according to" introduces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.nlp import clauses
from ingest.nlp.speech import ADJECTIVES, HEARSAY, NOUNS, UNOWNED, VERBS, Cue
from ingest.nlp.stance import DISMISSALS
from ingest.nlp.tokens import Tokens

_THINKING = frozenset(
    ("believe", "think", "expect", "consider", "feel", "doubt", "suppose", "reckon")
)
_REFUSING = frozenset(("refuse", "decline", "fail", "want", "need", "wish", "like", "try"))
_GIVING = frozenset(
    ("make", "release", "issue", "repeat", "spread", "promote", "voice", "express", "push",
     "publish", "share", "give", "echo", "reiterate", "amplify", "peddle", "advance", "float",
     "circulate", "put", "send", "deliver", "level", "raise", "have", "present", "offer", "receive",
     "support", "back", "launch", "disseminate", "propagate", "parrot", "cite", "post")
)  # fmt: skip
_SOURCES = frozenset(
    ("survey", "poll", "study", "investigation", "report", "analysis", "inquiry", "audit", "probe",
     "intelligence", "document", "data", "research", "figure", "assessment", "monitoring")
)  # fmt: skip
_BEING = frozenset(("be", "become", "feel", "seem", "remain", "sound", "appear", "stay", "look"))
_WH = frozenset(("WRB", "WP", "WDT", "WP$"))


@dataclass(slots=True)
class Reported:
    """A content with the token of its cue and the token in the speaker's place, if any."""

    start: int
    end: int
    cue_at: int
    cue: Cue
    speaker: int | None
    frame: str = ""
    negated: bool = False
    hearsay: bool = False
    addressee: int | None = None


def at_verb(tokens: Tokens, verb: int, limit: int) -> Iterator[Reported]:
    """The content a verb at `verb` introduces; `limit` is where its sentence ends."""
    cue = VERBS[tokens.lemma[verb]]
    negated = clauses.is_negated(tokens, verb)
    if _is_attributive(tokens, verb):
        return
    head = tokens.heads[verb]
    if tokens.dep[verb] == "xcomp" and tokens.lemma[head] in _REFUSING:
        return
    if clauses.is_passive(tokens, verb) or _bare_participle(tokens, verb):
        yield from _passive(tokens, verb, cue, limit)
        return
    speaker = clauses.subject(tokens, verb)
    if speaker is None:
        speaker = clauses.near_subject(tokens, verb, tokens.sents[tokens.sent_of[verb]][0])
    elif clauses.is_dateline(tokens, speaker):
        speaker = clauses.near_subject(tokens, verb, speaker + 1)
    content = _content(tokens, verb, cue, limit, negated)
    if content is None:
        return
    frame, (start, end) = content
    if frame in ("obj_to", "for"):
        cue = replace(cue, modality="hypothetical")
    if cue.evidential and not _is_source(tokens, speaker):
        return
    if frame == "clause" and end - start < 4 and not clauses.is_finite(tokens, start, end):
        return
    yield Reported(
        start, end, verb, cue, speaker, frame, negated, addressee=_addressee(tokens, verb)
    )


def _is_source(tokens: Tokens, speaker: int | None) -> bool:
    if speaker is None:
        return False
    lemma = tokens.lemma[speaker].lower()
    return lemma in _SOURCES or tokens.pos[speaker] in ("PROPN",)


def _is_attributive(tokens: Tokens, verb: int) -> bool:
    return tokens.dep[verb] in ("amod", "compound", "aux", "auxpass", "nmod") or (
        verb > 0 and tokens.text[verb - 1] == "-"
    )


def _bare_participle(tokens: Tokens, verb: int) -> bool:
    return (
        tokens.tag[verb] == "VBN"
        and tokens.child(verb, "aux", "nsubj") is None
        and (
            tokens.dep[verb] in ("acl", "relcl", "advcl", "ROOT", "conj")
            and tokens.child(verb, "ccomp") is None
        )
    )


def _addressee(tokens: Tokens, verb: int) -> int | None:
    return tokens.child(verb, "dobj", "dative", "iobj")


def _content(
    tokens: Tokens, verb: int, cue: Cue, limit: int, negated: bool
) -> tuple[str, tuple[int, int]] | None:
    """The first frame of the verb that fits what follows it, with its content."""
    frames = cue.frames
    if frames & {"clause", "small"} and (span := _clause(tokens, verb, cue, limit)):
        if negated and cue.stance != "denies" and cue.lemma not in _THINKING:
            return None
        return "clause", span
    if negated and cue.stance != "denies":
        return None
    if "as" in frames and (span := _as(tokens, verb, limit)):
        return "as", span
    if "of_for" in frames and (span := _of_for(tokens, verb, cue, limit)):
        return "of_for", span
    if "small" in frames and (span := _small(tokens, verb, limit)):
        return "small", span
    if frames & {"to", "gerund"} and (span := _infinitive(tokens, verb, cue, limit)):
        return "to" if "to" in frames else "gerund", span
    if "obj_to" in frames and (span := _object_to(tokens, verb, limit)):
        return "obj_to", span
    if "about" in frames and (span := _about(tokens, verb, cue, limit)):
        return "for" if "for" in cue.prepositions else "about", span
    if "object" in frames and (span := _object(tokens, verb, limit)):
        return "object", span
    if "clause" in frames and (span := _preposed(tokens, verb)):
        return "preposed", span
    return None


def _clause(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "said (that) it fell"; without a parsed clause a "that" near the verb will do."""
    for child in tokens.children[verb]:
        if child < verb or tokens.dep[child] not in (
            "ccomp",
            "dobj",
            "advcl",
            "conj",
            "dep",
            "xcomp",
        ):
            continue
        mark = tokens.child(child, "mark")
        that = mark is not None and tokens.lower[mark] == "that"
        if tokens.dep[child] != "ccomp" and not that:
            continue
        if tokens.dep[child] == "ccomp" and not _is_statement(tokens, verb, child, that):
            continue
        start = mark + 1 if that and mark is not None else max(verb + 1, tokens.lefts[child])
        if not that and "clause" not in cue.frames:
            return None
        if start >= limit or (not that and tokens.tag[start] in _WH):
            continue
        return _trimmed(tokens, start, clauses.clause_end(tokens, verb, start, child, limit))
    if "clause" not in cue.frames:
        return None
    for index in range(verb + 1, min(limit - 2, verb + 12)):
        if tokens.lower[index] == "that" and "mark" in (tokens.dep[index], _mark(tokens, index)):
            root = next(
                (
                    c
                    for c in range(index + 1, limit)
                    if tokens.tag[c] in ("VBD", "VBZ", "VBP", "MD")
                ),
                index + 1,
            )
            return _trimmed(
                tokens, index + 1, clauses.clause_end(tokens, verb, index + 1, root, limit)
            )
        if tokens.text[index] in (";", ":") or tokens.pos[index] == "VERB":
            break
    return None


def _mark(tokens: Tokens, index: int) -> str:
    return "mark" if tokens.tag[index] == "IN" else ""


def _is_statement(tokens: Tokens, verb: int, child: int, that: bool) -> bool:
    """A content clause has its own subject and asks nothing."""
    if that:
        return True
    if any(tokens.tag[i] in _WH for i in range(verb + 1, child) if tokens.heads[i] == child):
        return False
    mark = tokens.child(child, "mark")
    if mark is not None and tokens.lower[mark] in ("whether", "if", "how", "why"):
        return False
    own = tokens.child(child, "nsubj", "nsubjpass", "expl", "csubj", "advmod")
    # In "what he says are lies" the subject stands before the verb and the content is no clause.
    has_subject = own is not None and (own > verb or child < verb)
    finite = tokens.tag[child] in ("VBD", "VBZ", "VBP", "MD") or any(
        tokens.tag[c] in ("VBD", "VBZ", "VBP", "MD") for c in tokens.children[child]
    )
    return has_subject and finite


def _trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    start, end = clauses.trim(tokens, start, end)
    return (start, end) if end > start else None


def _as(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "described it as a trap"."""
    for index in range(verb + 1, min(limit - 1, verb + 16)):
        if tokens.lower[index] == "as" and tokens.tag[index] == "IN":
            if tokens.heads[index] != verb and tokens.dep[index] not in ("prep", "mark"):
                continue
            if index == verb + 1 or tokens.lower[index - 1] in ("such", "well", "as"):
                return None
            reflexive = tokens.lower[verb + 1].endswith(("self", "selves"))
            if reflexive or tokens.lower[index + 1] in ("if", "though", "well"):
                return None
            end = max(tokens.rights[index] + 1, index + 2)
            end = clauses.clause_end(tokens, verb, verb + 1, verb, min(limit, end))
            return _trimmed(tokens, verb + 1, min(end, limit))
        if tokens.text[index] in (";", ":"):
            return None
    return None


def _of_for(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "accused Kyiv of staging it"."""
    object_ = tokens.child(verb, "dobj")
    for index in range(verb + 1, min(limit - 1, verb + 14)):
        if tokens.lower[index] in cue.prepositions and tokens.pos[index] in ("ADP", "SCONJ"):
            if index == verb + 1:
                return None
            attached = tokens.heads[index] == verb or tokens.heads[index] == object_
            gerund = tokens.tag[index + 1] == "VBG"
            if tokens.lower[index] == "of" and cue.lemma != "accuse" and not gerund:
                continue
            if not (attached or gerund):
                continue
            end = clauses.clause_end(tokens, verb, verb + 1, index, limit)
            return _trimmed(tokens, verb + 1, end)
        if tokens.text[index] in (";", ":", ","):
            return None
    return None


def _small(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "called it nonsense": an object and, right behind it, what it is said to be."""
    start = verb + 1
    if start >= limit or tokens.text[start] in '“"«' or tokens.lower[start].endswith("self"):
        return None
    if tokens.pos[start] in ("ADP", "PUNCT", "SCONJ", "PART") and tokens.text[start] not in '“"«':
        return None
    predicate = tokens.child(verb, "oprd", "ccomp", "xcomp", "attr", "acomp")
    if predicate is not None and predicate > start:
        end = clauses.clause_end(tokens, verb, start, predicate, limit)
        return _trimmed(tokens, start, end)
    objects = [
        c
        for c in tokens.children[verb]
        if c > verb and tokens.dep[c] in ("dobj", "nsubj", "dative")
    ]
    if not objects:
        return None
    if tokens.lower[objects[0]] in DISMISSALS and objects[0] > start:
        # "called the report nonsense" parsed as one noun phrase.
        return _trimmed(tokens, start, clauses.clause_end(tokens, verb, start, objects[0], limit))
    after = tokens.rights[objects[0]] + 1
    quoted = any(tokens.text[i] in '“"«' for i in range(start + 1, min(limit, after + 1)))
    if (
        len(objects) > 1
        or quoted
        or (after < limit and tokens.pos[after] in ("DET", "ADJ", "NOUN", "PROPN"))
    ):
        return _trimmed(tokens, start, clauses.clause_end(tokens, verb, start, objects[-1], limit))
    return None


def _infinitive(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "vowed to return", "denied targeting civilians"."""
    for child in tokens.children[verb]:
        if child <= verb or tokens.dep[child] not in ("xcomp", "ccomp", "dobj", "advcl"):
            continue
        if tokens.tag[child] == "VBG" and "gerund" in cue.frames and child <= verb + 3:
            end = clauses.clause_end(tokens, verb, verb + 1, child, limit)
            return _trimmed(tokens, verb + 1, end)
        if "to" in cue.frames and tokens.tag[child] == "VB" and tokens.dep[child] == "xcomp":
            to = next((c for c in tokens.children[child] if tokens.lower[c] == "to"), None)
            if to is not None and verb < to:
                end = clauses.clause_end(tokens, verb, to + 1, child, limit)
                return _trimmed(tokens, to + 1, end)
    return None


def _object_to(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "urged Kyiv to withdraw", "called on Kyiv to withdraw"."""
    start = verb + 1
    if start < limit and tokens.lower[start] == "on":
        start += 1
    for index in range(start + 1, min(limit - 1, start + 14)):
        if tokens.tag[index] == "TO" and tokens.tag[index + 1] == "VB":
            if tokens.lower[start] in ("for", "to"):
                return None
            end = clauses.clause_end(tokens, verb, start, tokens.heads[index], limit)
            return _trimmed(tokens, start, end)
        if tokens.text[index] in (";", ":") or tokens.tag[index] in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _about(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """As in "warned of an attack", "called for talks"."""
    for child in tokens.children[verb]:
        if child > verb and tokens.dep[child] == "prep" and tokens.lower[child] in cue.prepositions:
            if child > verb + 4 or min(limit, tokens.rights[child] + 4) - child < 3:
                continue
            end = clauses.clause_end(tokens, verb, child + 1, child, limit)
            return _trimmed(tokens, child + 1, end)
    return None


def _object(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "denied its involvement in the raid": a long noun phrase or its that-clause."""
    object_ = tokens.child(verb, "dobj")
    if object_ is None or object_ < verb or tokens.pos[object_] == "PRON":
        return None
    if tokens.lemma[object_] in NOUNS and (clause := _noun_clause(tokens, object_, limit)):
        return clause
    start, end = max(verb + 1, tokens.lefts[object_]), min(limit, tokens.rights[object_] + 1)
    return _trimmed(tokens, start, end) if end - start >= 3 else None


def _preposed(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """As in "It fell, he said" and "It, he said, fell"."""
    first, last = tokens.sents[tokens.sent_of[verb]]
    child = next(
        (c for c in tokens.children[verb] if c < verb and tokens.dep[c] in ("ccomp", "parataxis")),
        None,
    )
    first = clauses.after_dateline(tokens, first)
    if child is not None and _is_statement(tokens, first - 1, child, that=False):
        comma = next((i for i in range(child, verb) if tokens.text[i] == "," and i >= child), None)
        subject = clauses.subject(tokens, verb)
        stop = comma if comma is not None else child + 1
        if subject is not None and stop <= subject < verb:
            stop = max(stop, tokens.lefts[subject])
            return _trimmed(tokens, max(first, tokens.lefts[child]), stop)
        if subject is not None and subject > verb:
            return _trimmed(tokens, max(first, tokens.lefts[child]), verb)
    return _parenthetical(tokens, verb, first, last)


def _parenthetical(tokens: Tokens, verb: int, first: int, last: int) -> tuple[int, int] | None:
    """As in ", he said," or ", he said." set off by commas, whatever the parse made of it."""
    after = tokens.text[verb + 1] if verb + 1 < last else "."
    subject = tokens.child(verb, "nsubj")
    if subject is None or subject > verb or verb - subject > 3:
        return None
    left = tokens.lefts[subject] - 1
    if (
        left <= first
        or tokens.text[left] not in (",", "—", "–")
        or after not in (",", ".", "—", "–")
    ):
        return None
    if not clauses.is_finite(tokens, first, left) and after == ".":
        return None
    before = clauses.is_finite(tokens, first, left)
    return _trimmed(tokens, first, left if after == "." or before else last)


def _passive(tokens: Tokens, verb: int, cue: Cue, limit: int) -> Iterator[Reported]:
    """As in "it was claimed that ...", "X is said to ...", "Y was accused by X of ..."."""
    lemma = tokens.lemma[verb]
    if lemma not in HEARSAY:
        return
    agent = tokens.child(verb, "agent")
    speaker = tokens.child(agent, "pobj") if agent is not None else None
    subject = tokens.child(verb, "nsubjpass", "nsubj")
    if "clause" in cue.frames and (span := _clause(tokens, verb, cue, limit)):
        if tokens.dep[verb] in ("acl", "relcl") and subject is None:
            return
        negated = clauses.is_negated(tokens, verb)
        yield Reported(*span, verb, cue, speaker, "passive", negated, speaker is None)
        return
    if subject is None or tokens.tag[subject] in _WH:
        return
    complement = tokens.child(verb, "xcomp", "oprd", "ccomp", "acomp")
    preposition = next(
        (
            c for c in tokens.children[verb]
            if tokens.dep[c] == "prep" and c > verb
            and (tokens.lower[c] in cue.prepositions or tokens.lower[c] in cue.frames & {"as"})
        ),
        None,
    )  # fmt: skip
    if tokens.lower[subject] == "it" and "clause" in cue.frames:
        # "It has been alleged doubles were used": content without "that".
        if clauses.is_finite(tokens, verb + 1, limit) and (
            span := _trimmed(tokens, verb + 1, limit)
        ):
            yield Reported(*span, verb, cue, speaker, hearsay=speaker is None)
        return
    if complement is None and preposition is None:
        return
    if speaker is None and not cue.frames & {"clause", "of_for"}:
        # Nobody is said to describe or call it that.
        return
    if (
        complement is not None
        and "clause" in cue.frames
        and tokens.lemma[verb] in ("order", "urge", "ask")
    ):
        return
    if preposition is None and not cue.frames & {"clause", "small"}:
        return
    end = clauses.clause_end(tokens, verb, verb + 1, complement or preposition or verb, limit)
    if span := _trimmed(tokens, tokens.lefts[subject], end):
        negated = clauses.is_negated(tokens, verb)
        yield Reported(*span, verb, cue, speaker, "passive", negated, speaker is None)


def _noun_clause(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The that-clause of a noun."""
    for child in tokens.children[noun]:
        mark = tokens.child(child, "mark")
        if child > noun and mark is not None and tokens.lower[mark] == "that" and mark <= noun + 6:
            end = min(limit, max(tokens.rights[child] + 1, mark + 2))
            return _trimmed(tokens, mark + 1, end)
    if noun + 3 < limit and tokens.lower[noun + 1] == "that" and tokens.tag[noun + 1] == "IN":
        return _trimmed(tokens, noun + 2, min(limit, max(noun + 3, tokens.rights[noun] + 1)))
    return None


def at_noun(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "the claim that ...", "released information that ..."."""
    if tokens.lemma[noun] not in NOUNS:
        return
    span = _noun_clause(tokens, noun, limit) or _predicate(tokens, noun, limit)
    if span is None or span[1] - span[0] < 3:
        return
    owner = _noun_owner(tokens, noun)
    if owner is None and tokens.lemma[noun] not in UNOWNED:
        return
    yield Reported(*span, noun, NOUNS[tokens.lemma[noun]], owner, "noun")


def _predicate(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The clause in "the ministry's position is that ..."."""
    verb = tokens.heads[noun]
    if tokens.dep[noun] != "nsubj" or tokens.lemma[verb] != "be":
        return None
    child = tokens.child(verb, "ccomp")
    mark = tokens.child(child, "mark") if child is not None else None
    if child is None or mark is None or tokens.lower[mark] != "that":
        return None
    return _trimmed(tokens, mark + 1, clauses.clause_end(tokens, verb, mark + 1, child, limit))


_VIEW = Cue("opinion", frozenset(("clause",)), frozenset())


def at_view(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """ "In her opinion, ..." at the head of a sentence."""
    first = tokens.sents[tokens.sent_of[noun]][0]
    head = tokens.heads[noun]
    if tokens.dep[noun] != "pobj" or tokens.lower[head] != "in" or head > first + 3:
        return
    owner = _noun_owner(tokens, noun)
    comma = next((i for i in range(noun, min(limit, noun + 12)) if tokens.text[i] == ","), None)
    if owner is None or comma is None:
        return
    if span := _trimmed(tokens, comma + 1, limit):
        yield Reported(*span, noun, _VIEW, owner, "view")


def _noun_owner(tokens: Tokens, noun: int) -> int | None:
    owner = tokens.child(noun, "poss")
    if owner is not None:
        return owner
    for child in tokens.children[noun]:
        if tokens.dep[child] in ("prep", "agent") and tokens.lower[child] in ("by", "from", "of"):
            return tokens.child(child, "pobj")
    head = tokens.heads[noun]
    if tokens.dep[noun] in ("dobj", "pobj"):
        if tokens.dep[noun] == "pobj":
            head = tokens.heads[head]
        if tokens.lemma[head] in _GIVING:
            return clauses.subject(tokens, head)
    return None


def at_adjective(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "is convinced that ..."."""
    verb = index if tokens.child(index, "nsubj") is not None else tokens.heads[index]
    if tokens.lemma[verb] not in _BEING and verb != index:
        return
    if any(tokens.tag[c] == "MD" for c in (*tokens.children[verb], *tokens.children[index])):
        return
    speaker = clauses.subject(tokens, verb)
    if speaker is None or tokens.lower[speaker] in ("it", "that", "this", "what", "there"):
        return
    for child in (*tokens.children[index], *tokens.children[verb]):
        if (
            child > index
            and tokens.dep[child] == "ccomp"
            and _is_statement(tokens, index, child, that=False)
        ):
            mark = tokens.child(child, "mark")
            start = mark + 1 if mark is not None else tokens.lefts[child]
            if start > index + 4:
                continue
            end = clauses.clause_end(tokens, verb, start, child, limit)
            if span := _trimmed(tokens, start, end):
                yield Reported(*span, index, ADJECTIVES[tokens.lower[index]], speaker)
            return


_ACCORDING = Cue("according to", frozenset(("clause",)), frozenset())


def at_according(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "According to X, ...", "..., according to X"."""
    first = clauses.after_dateline(tokens, tokens.sents[tokens.sent_of[index]][0])
    to = index + 1
    speaker = tokens.child(to, "pobj") or tokens.child(index, "pobj")
    if speaker is None or speaker < to:
        speaker = next(
            (i for i in range(to + 1, limit) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")), None
        )
        if speaker is None:
            return
        while speaker + 1 < limit and tokens.pos[speaker + 1] in ("PROPN", "NOUN"):
            speaker += 1
    stop = tokens.rights[speaker] + 1
    comma = next((i for i in range(speaker + 1, limit) if tokens.text[i] == ","), limit)
    if not (stop < limit and tokens.text[stop] == ","):
        stop = comma
    lead = [i for i in range(first, index) if tokens.pos[i] not in ("PUNCT", "SPACE")]
    if (
        all(tokens.pos[i] in ("ADV", "CCONJ", "SCONJ", "DET", "ADP") for i in lead)
        and len(lead) <= 3
    ):
        span = _trimmed(tokens, stop, limit)
    elif limit - stop > 3:
        # A source in the middle of its sentence: the whole sentence is its content.
        span = _trimmed(tokens, first, limit)
    else:
        span = _trimmed(tokens, first, index)
    if span and span[1] - span[0] >= 3:
        yield Reported(*span, index, _ACCORDING, speaker, "according")
